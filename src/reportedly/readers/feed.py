"""RSS and Atom files."""

import io
import re
from collections.abc import Iterator
from typing import Any

from ..errors import UnreadableInput
from ..model import Document, Link, Refusal
from . import bounds
from .addresses import address, handle, host
from .characters import decoded
from .headline import headed
from .languages import code, language
from .markup import flatten, tree
from .moments import from_words
from .reader import Reader
from .report import Found, Sheet, document, named

_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)\b")
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTITIES = re.compile(r"<!ENTITY", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--(?:[^-]|-(?!->))*+-->\s*)*+$")
_WAY_OUT = "save the feed again as it comes from the site"


def sniff(head: str, name: str) -> bool:
    """Tell a feed by its root element."""
    return head.startswith("<") and bool(_ROOT.search(head[:4096]))


def read(raw: bytes, name: str, original: str) -> Iterator[Document | Refusal]:
    """Yield the items of a feed in its order; nothing is ever fetched."""
    sheet = Sheet(name, original, f"{READER.name} {READER.version}")
    if len(raw) > bounds.FEED:
        what = f"a feed of more than {bounds.FEED >> 20} MiB"
        raise UnreadableInput(what, where=name, way_out="split it")
    text = decoded(raw).lstrip("\ufeff \t\r\n")
    if _ENTITIES.search(text):
        what = "the feed declares entities of its own, which can expand without bound"
        raise UnreadableInput(what, where=name, way_out=_WAY_OUT)
    feed = _parsed(_PROLOGUE.sub("", text), name)
    entries = feed.get("entries") or []
    about = feed.get("feed") or {}
    for number, entry in enumerate(entries, start=1):
        yield _report(entry, about, number, sheet)
    if not _CLOSED.search(text[-4096:]):
        place = f"after item {len(entries)}"
        yield sheet.refusal(place, f"the file ends before the feed does; {_WAY_OUT}")
    elif not entries and feed.get("bozo"):
        raise UnreadableInput("a feed without a readable item", where=name, way_out=_WAY_OUT)


def _parsed(text: str, name: str) -> Any:
    import feedparser  # noqa: PLC0415 - heavy, and only needed here

    try:
        # As a stream: given bytes, feedparser would first try them as the name of a file.
        return feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,  # the markup is only read for its text
            resolve_relative_uris=False,
        )
    except Exception as fault:  # any fault of the parser on hostile markup
        raise UnreadableInput(
            f"the feed cannot be parsed ({type(fault).__name__})", where=name, way_out=_WAY_OUT
        ) from None


def _report(entry: Any, about: Any, number: int, sheet: Sheet) -> Document | Refusal:
    base = address(about.get("link"))
    url = address(entry.get("link"), base=base)
    title = named(_plain(entry.get("title"), url)[0])
    text, links = headed(title, *_text(entry, url))
    place = f"item {number}"
    if not text:
        return sheet.refusal(place, "neither title nor text; nothing to read in it")
    published, assumed = from_words(entry.get("published"))
    updated, updated_assumed = from_words(entry.get("updated"))
    if published is None:
        published, assumed, updated = updated, updated_assumed, None
    origin = entry.get("source")
    found = language(text)
    return document(
        Found(
            key=named(entry.get("id")) or url or f"{sheet.name}#{number}",
            text=text,
            place=place,
            source=named(origin.get("title") if isinstance(origin, dict) else None)
            or named(about.get("title"))
            or host(url or base)
            or "",
            lang=code(about.get("language")) if found == "und" else found,
            title=title,
            published=published,
            zone_assumed=assumed,
            edited=updated if updated and published and updated > published else None,
            url=url,
            handle=handle(url or base),
            links=links,
        ),
        sheet,
    )


def _text(entry: Any, url: str | None) -> tuple[str, tuple[Link, ...]]:
    """Return the longest text an item has: content, description, or a full text beside them."""
    candidates = [
        part.get("value") for part in entry.get("content") or () if isinstance(part, dict)
    ]
    candidates += [entry.get("summary"), entry.get("yandex_full-text")]
    plain = [_plain(candidate, url) for candidate in candidates]
    return max(plain, key=lambda found: len(found[0]), default=("", ()))


def _plain(value: object, base: str | None) -> tuple[str, tuple[Link, ...]]:
    if not isinstance(value, str) or not value.strip():
        return "", ()
    if "<" not in value and "&" not in value:
        return "\n".join(" ".join(line.split()) for line in value.strip().splitlines()), ()
    try:
        root = tree(f"<div>{value}</div>")
    except ValueError:
        return "", ()
    return flatten(root, base=base) if root is not None else ("", ())


READER = Reader("feed", 1, sniff, read)
