"""Bytes to reports: every kind of file that reports come in."""

import hashlib
from collections.abc import Iterator
from datetime import datetime

from ..errors import UnreadableInput
from ..model import Document, Refusal
from . import article, bounds, feed, jsonl, plain, telegram_html, telegram_json
from .characters import clean, decoded
from .languages import language
from .reader import Reader
from .report import Found, Sheet, document

READERS: tuple[Reader, ...] = (  # asked in this order: the particular before the general
    telegram_html.READER,
    jsonl.READER,
    telegram_json.READER,
    feed.READER,
    article.READER,
    plain.READER,
)
_HEAD = 2**16  # bytes shown to `sniff`

from_line = jsonl.one

__all__ = ["READERS", "Reader", "documents", "from_line", "from_text", "language"]


def reader_of(raw: bytes, name: str) -> Reader:
    """Return the reader that knows this kind of file, by its content first, its name second.

    Raises `UnreadableInput` where none does.
    """
    if len(raw) > bounds.FILE:
        what = f"a file of {len(raw) >> 20} MiB, more than {bounds.FILE >> 20}"
        raise UnreadableInput(what, where=name, way_out="split it and give the parts")
    head = decoded(raw[:_HEAD]).lstrip("\ufeff \t\r\n\f\v\x00")
    if not head:
        raise UnreadableInput(
            "an empty file", where=name, way_out="give a file with text in it"
        )
    if kind := plain.kind_of(raw):
        raise UnreadableInput(
            f"{kind}, not text",
            where=name,
            way_out="unpack it or save it as text, HTML, RSS, JSON lines or a Telegram export",
        )
    for reader in READERS:
        if reader.sniff(head, name):
            return reader
    raise UnreadableInput(
        "no reader knows this kind of file",
        where=name,
        way_out="give a Telegram export, an RSS or Atom file, an HTML page, JSON lines or text",
    )


def documents(raw: bytes, name: str, original: str) -> Iterator[Document | Refusal]:
    """Yield the reports of a file in its order, and a refusal for each part not read.

    `name` is the file's name and `original` the SHA-256 of `raw`. Raises `UnreadableInput`,
    at the latest while iterating, where nothing can be read at all.
    """
    return reader_of(raw, name).read(raw, name, original)


def from_text(
    text: str,
    *,
    key: str = "text",
    source: str = "",
    published: datetime | None = None,
    lang: str | None = None,
) -> Document:
    """Return one report made of a text as it stands: offsets into it stay true.

    A character that no file can hold (NUL, a lone surrogate) becomes U+FFFD. Raises
    `UnreadableInput` where the text is longer than two million characters.

    >>> from_text("Над портом работает ПВО").lang
    'ru'
    """
    original = hashlib.sha256(clean(text).encode("utf-8")).hexdigest()
    sheet = Sheet(key, original, f"{plain.READER.name} {plain.READER.version}")
    found = Found(key=key, text=text, place="", source=source, published=published, lang=lang)
    made = document(found, sheet)
    if isinstance(made, Refusal):
        raise UnreadableInput(made.why, where=key, way_out="give the parts one by one")
    return made
