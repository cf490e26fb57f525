"""Text of unknown people, made harmless in the programs that open an export."""

import unicodedata

_FORMULA = frozenset("=+-@＝＋－＠")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def cell(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula.

    An apostrophe goes before a text whose first visible sign could begin one; NUL, which
    many CSV readers stop at, becomes U+FFFD.

    >>> cell('=HYPERLINK("http://example.org")'), cell("- 3 killed"), cell("3 killed")
    ('\\'=HYPERLINK("http://example.org")', "'- 3 killed", '3 killed')
    """
    text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    seen = next((sign for sign in text if unicodedata.category(sign) not in _UNSEEN), "")
    begins_blank = text[:1] in {"\t", "\r", "\n"}
    return f"'{text}" if seen in _FORMULA or begins_blank else text


def inline(json: bytes) -> bytes:
    r"""Return JSON that means the same and cannot end a `<script>` it is put into.

    >>> inline(b'"</script>"')
    b'"\\u003c/script>"'
    """
    for sign, escaped in _ESCAPES:
        json = json.replace(sign, escaped)
    return json


# these bytes stand in JSON only inside of strings
_ESCAPES = (
    (b"<", rb"\u003c"),
    (b"&", rb"\u0026"),
    ("\N{LINE SEPARATOR}".encode(), rb"\u2028"),
    ("\N{PARAGRAPH SEPARATOR}".encode(), rb"\u2029"),
)
