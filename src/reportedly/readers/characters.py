"""Bytes to characters, whatever editor has been at the file."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_\-]{2,20})""")
_KNOWN = {
    *(f"windows-125{number}" for number in range(9)),
    *(f"iso-8859-{number}" for number in (1, 2, 5, 6, 7, 8, 9, 13, 15)),
    *("koi8-r", "koi8-u", "cp866", "mac-cyrillic", "gb2312", "gbk", "gb18030", "big5"),
    *("shift_jis", "euc-jp", "euc-kr"),
}
_CYRILLIC = ("windows-1251", "koi8-r", "cp866")
_PIECE = 2**20  # bytes
_SMALL = re.compile("[а-яё]")
_UNFIT = re.compile("[\x00\ud800-\udfff]")


def decoded(raw: bytes) -> str:
    """Return the characters of `raw`; a byte that fits no encoding becomes U+FFFD.

    Tried in order: byte order mark, UTF-16 by its high bytes, UTF-8 (a character cut off at the
    end is dropped), what the file declares, windows-1252 or the likeliest Cyrillic code page.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    head = raw[:4096]
    for high, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        blocks = head[high::2]  # ASCII has the high byte 0, Cyrillic 4: controls in UTF-8
        if (blocks.count(0) + blocks.count(4)) * 2 > len(blocks):
            return raw.decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.reason == "unexpected end of data":
            return raw[: fault.start].decode("utf-8")
    return _guessed(raw)


def _guessed(raw: bytes) -> str:
    text = raw.decode("utf-8", "replace")
    beyond_ascii = [len(run) for run in re.findall(rb"[\x80-\xff]+", raw)]
    if text.count("\ufffd") * 10 < sum(beyond_ascii):  # UTF-8 with a few broken bytes
        return text
    declared = _DECLARED.search(raw[:2048])
    if declared and (name := declared.group(1).decode("ascii").lower()) in _KNOWN:
        return raw.decode(name, "replace")
    if sum(beyond_ascii) < 2 * len(
        beyond_ascii
    ):  # single letters among ASCII: no Cyrillic words
        return raw.decode("windows-1252", "replace")
    # Read in the wrong code page, small Cyrillic letters come out as capitals or as signs.
    sample = raw[: 2**16]
    best = max(_CYRILLIC, key=lambda name: len(_SMALL.findall(sample.decode(name, "replace"))))
    return raw.decode(best, "replace")


def utf8(raw: bytes) -> bytes:
    """Return the same characters as UTF-8 bytes without a byte order mark."""
    return raw if _plain_utf8(raw) else decoded(raw).encode("utf-8", "replace")


def _plain_utf8(raw: bytes) -> bool:
    if raw.startswith(tuple(mark for mark, _ in _MARKS)) or raw[:4096].count(0):
        return False
    # In pieces: the characters of a whole large file would take up to four times its memory.
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(raw), _PIECE):
            decoder.decode(raw[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def clean(text: str) -> str:
    """Put U+FFFD for each character no file can hold (NUL, lone surrogates): offsets stay.

    >>> clean("a\\x00b")
    'a\ufffdb'
    """
    if "\x00" not in text:
        try:
            text.encode("utf-8")  # ten times faster than looking for surrogates
        except UnicodeEncodeError:
            pass
        else:
            return text
    return _UNFIT.sub("\ufffd", text)
