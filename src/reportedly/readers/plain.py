"""Plain text: one file, one report."""

from collections.abc import Iterator

from ..errors import UnreadableInput
from ..model import Document, Refusal
from .characters import decoded
from .reader import Reader
from .report import Found, Sheet, document

_CONTAINERS = (  # (first bytes as Latin-1, what it is)
    ("PK\x03\x04", "a ZIP archive or an office document"),
    ("\x1f\x8b", "a gzip file"),
    ("BZh", "a bzip2 file"),
    ("\xfd7zXZ", "an xz file"),
    ("7z\xbc\xaf", "a 7-Zip archive"),
    ("%PDF", "a PDF"),
    ("\x89PNG", "a picture"),
    ("\xff\xd8\xff", "a picture"),
    ("GIF8", "a picture"),
    ("SQLite format 3", "a database"),
)
_TEXT_NAMES = (".txt", ".text")


def kind_of(raw: bytes) -> str | None:
    """Return what `raw` is where it is no text: the name of a container or "binary data"."""
    head = raw[:4096].decode("latin-1")
    for mark, kind in _CONTAINERS:
        if head.startswith(mark):
            return kind
    text = decoded(raw[: 2**16])
    strange = sum(1 for c in text if c == "\ufffd" or (c < " " and c not in "\t\n\r\f\v\x1b"))
    return "binary data" if strange * 20 > len(text) else None


def sniff(head: str, name: str) -> bool:
    """Tell plain text by its name: ".txt", ".text", or none of a kind ("-", "report").

    A folder of saved pages holds scripts and style sheets, too; those are no reports.
    """
    name = name.lower()
    bare = "." not in name.lstrip(".") and not head.startswith(("{", "[", "<?xml"))
    return name.endswith(_TEXT_NAMES) or bare


def read(raw: bytes, name: str, original: str) -> Iterator[Document | Refusal]:
    """Yield the text as one report under the file's name."""
    text = decoded(raw)
    if not text.strip():
        raise UnreadableInput("no text in it", where=name, way_out="give a file that has some")
    sheet = Sheet(name, original, f"{READER.name} {READER.version}")
    yield document(Found(key=name, text=text, place=""), sheet)


READER = Reader("plain", 1, sniff, read)
