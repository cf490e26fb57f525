"""The faults that JSON writers are known for, mended only where the mending is certain."""

import re

_ESCAPE = re.compile(
    rb"""\\(?:
        u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}  # a whole surrogate pair
        | u(?P<lone>[dD][89a-fA-F][0-9a-fA-F]{2})
        | u[0-9a-fA-F]{4}
        | ["\\/bfnrt]
        | x(?P<byte>[0-9a-fA-F]{2})  # Telegram Desktop writes control characters so
        | (?P<odd>.|$)
    )
    | (?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f])""",
    re.VERBOSE | re.DOTALL,
)
# In the exporter's layout a line holds one key with its value, or one item of a list, and no
# string spans two lines: so the outermost quotation marks of a line are the string's own.
_STRING_LINE = re.compile(
    r'^(?P<key>[ \t]*(?:"[a-z_]+":[ ])?)"(?P<inner>.*)"(?P<end>,?\r?)$', re.M
)
_INNER_QUOTE = re.compile(r'(\\.)|"', re.DOTALL)
_UNQUOTED_PATH = re.compile(
    r'("document_id"\s*:\s*)([^"\s{}\[\]][^"\n{}\[\]]{0,300}?)(?=[ \t]{0,9}[,}\n])'
)


def _legal(match: re.Match[bytes]) -> bytes:
    if match["lone"]:
        return b"\\ufffd"
    if match["byte"]:
        return b"\\u00" + match["byte"]
    if match["control"]:
        return b"\\u%04x" % match["control"][0]
    if match["odd"] is not None:
        return b"\\\\" + match["odd"]
    return match.group()


def legal_escapes(data: bytes) -> bytes:
    r"""Write illegal escapes, control characters and lone surrogates the legal way.

    >>> legal_escapes(rb'"a\x0Cb\d"')
    b'"a\\u000Cb\\\\d"'
    """
    return _ESCAPE.sub(_legal, data)


def legal_lines(text: str) -> str:
    """Quote what one line of the exporter's layout leaves unquoted or quotes twice.

    >>> legal_lines('"text": "he said "yes" to it"')
    '"text": "he said \\\\"yes\\\\" to it"'
    """
    text = _UNQUOTED_PATH.sub(lambda match: f'{match[1]}"{match[2]}"', text)
    return _STRING_LINE.sub(_requoted, text)


def _requoted(match: re.Match[str]) -> str:
    inner = _INNER_QUOTE.sub(lambda found: found[1] or '\\"', match["inner"])
    return f'{match["key"]}"{inner}"{match["end"]}'
