"""A saved web page: the article without what stands around it."""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from ..errors import UnreadableInput
from ..model import Document, Link, Refusal
from . import bounds
from .addresses import handle, host
from .characters import decoded
from .headline import headed, shifted
from .languages import code, language
from .markup import flatten, tree
from .page import Page, page
from .reader import Reader
from .report import Found, Sheet, document

_ELEMENT = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|div|p|meta|h1)\b", re.IGNORECASE
)
_AROUND = {"nav", "aside", "header", "footer"}
_SHORT = 400  # characters
_WAY_OUT = "save the page again as HTML, or copy the article's text into a .txt file"


def sniff(head: str, name: str) -> bool:
    """Tell a page by its first elements."""
    return head.startswith("<") and bool(_ELEMENT.search(head[:4096]))


def read(raw: bytes, name: str, original: str) -> Iterator[Document | Refusal]:
    """Yield the article as one report: its headline, then its paragraphs."""
    sheet = Sheet(name, original, f"{READER.name} {READER.version}")
    if len(raw) > bounds.MARKUP:
        what = f"a page of more than {bounds.MARKUP >> 20} MiB"
        raise UnreadableInput(what, where=name, way_out=_WAY_OUT)
    try:
        root = tree(decoded(raw))
    except ValueError as fault:
        raise UnreadableInput(str(fault), where=name, way_out=_WAY_OUT) from None
    if root is None:
        raise UnreadableInput("an empty page", where=name, way_out=_WAY_OUT)
    about = page(root)
    text, links = _body(root, about)
    if not text.strip():
        raise UnreadableInput("no article text in this page", where=name, way_out=_WAY_OUT)
    text, links = headed(about.title, text, links)
    found = Found(
        key=about.url or name,
        text=text,
        place="",
        source=about.site or host(about.url) or "",
        lang=_language(text, about),
        title=about.title,
        published=about.published,
        zone_assumed=about.zone_assumed,
        edited=about.edited,
        url=about.url,
        handle=handle(about.url),
        links=links,
    )
    yield document(found, sheet)


def _language(text: str, about: Page) -> str | None:
    found = language(text)
    return code(about.lang) if found == "und" else found


def _body(root: Any, about: Page) -> tuple[str, tuple[Link, ...]]:
    if sum(1 for _ in root.iter()) > bounds.ELEMENTS:
        return _paragraphs(root, about)
    text, links = _extracted(root, about)
    if len(text) < _SHORT and "\n" not in text:  # a page too short to judge is run together
        own, own_links = _paragraphs(root, about)
        if own:
            return own, own_links
    return text, links


def _extracted(root: Any, about: Page) -> tuple[str, tuple[Link, ...]]:
    # Heavy, and only needed here: every other reader starts without it.
    from trafilatura import bare_extraction  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # we say ourselves what failed
    try:
        found = bare_extraction(
            deepcopy(root), url=about.url, include_comments=False, include_links=True
        )
    except Exception:  # a parser's fault on hostile markup: the plain paragraphs remain
        return "", ()
    body = getattr(found, "body", None)
    return flatten(body, base=about.url) if body is not None else ("", ())


def _paragraphs(root: Any, about: Page) -> tuple[str, tuple[Link, ...]]:
    """Put the paragraphs of the article, or of the page, together as they stand."""
    whole = next((e for tag in ("article", "main", "body") for e in root.iter(tag)), root)
    pieces: list[str] = []
    links: list[Link] = []
    length = 0
    for paragraph in whole.iter("p"):
        if any(above.tag in _AROUND for above in paragraph.iterancestors()):
            continue
        piece, found = flatten(paragraph, base=about.url)
        if piece:
            links += shifted(found, length)
            pieces.append(piece)
            length += len(piece) + 2
    return "\n\n".join(pieces), tuple(links)


READER = Reader("article", 1, sniff, read)
