"""HTML to plain text, with the hyperlinks kept by offset."""

import re
from typing import Any

import lxml.html

from ..model import Link
from .addresses import address

# libxml2 stops at 256 levels and drops what lies deeper: better refused than lost in silence.
_TOO_DEEP = "Excessive depth"
_IGNORED = {"script", "style", "noscript", "template", "title", "svg", "iframe", "button"}
_PARAGRAPH = {
    *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "table"),
    *("article", "section", "main", "header", "footer", "aside", "figure", "hr", "dl", "body"),
    *("head", "quote", "list", "graphic"),  # the names in trafilatura's trees
}
_LINE = {"li", "tr", "dt", "dd", "figcaption", "option", "item", "row"}
_LINE_END = re.compile(r"[\r\n]+[ \t]*")


def tree(text: str) -> Any:
    """Return the element tree of an HTML text, or None where there is no element in it.

    Raises `ValueError` where it is nested deeper than the parser goes.
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, AssertionError):
        return None
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise ValueError("the markup is nested more than 250 levels deep")
    return root


class _Writer:
    """Collects text; blanks and breaks are held back until something follows them."""

    def __init__(self, exact: bool, base: str | None) -> None:
        self.exact, self.base = exact, base
        self.parts: list[str] = []
        self.length = 0
        self.breaks = 0  # line ends owed
        self.blank = False
        self.links: list[Link] = []
        self.anchors: list[int | None] = []  # where the text of each open link begins

    def words(self, text: str) -> None:
        if self.exact:
            first, *rest = _LINE_END.split(text)
            self.put(first)
            for piece in rest:
                self.blank = True
                self.put(piece)
            return
        self.blank |= text[:1].isspace()
        self.put(" ".join(text.split()))
        self.blank |= text[-1:].isspace()

    def put(self, piece: str) -> None:
        if not piece:
            return
        if self.length:
            owed = "\n" * self.breaks or (" " if self.blank else "")
            if owed:
                self.parts.append(owed)
                self.length += len(owed)
        self.breaks, self.blank = 0, False
        self.anchors = [self.length if start is None else start for start in self.anchors]
        self.parts.append(piece)
        self.length += len(piece)

    def line(self, ends: int) -> None:
        self.breaks = max(self.breaks, ends)

    def close_anchor(self, href: str | None) -> None:
        start = self.anchors.pop()
        url = address(href, base=self.base)
        if url and start is not None and start < self.length:
            self.links.append(Link(start=start, end=self.length, url=url))


def _walk(element: Any, out: _Writer) -> None:
    tag = element.tag if isinstance(element.tag, str) else None  # comments have none
    if tag is None or tag in _IGNORED:
        return
    if tag in ("br", "lb"):
        out.breaks += 1
        return
    ends = 2 if tag in _PARAGRAPH else 1 if tag in _LINE else 0
    out.line(ends)
    linked = tag in ("a", "ref")
    if linked:
        out.anchors.append(None)
    if element.text:
        out.words(element.text)
    for child in element:
        _walk(child, out)
        if child.tail:
            out.words(child.tail)
    if linked:
        out.close_anchor(element.get("href") or element.get("target"))
    out.line(ends)


def flatten(
    element: Any, *, exact: bool = False, base: str | None = None
) -> tuple[str, tuple[Link, ...]]:
    """Return the text of an element and its links, whose offsets slice that text.

    Runs of blanks become one and block elements are set apart by an empty line; with `exact`
    blanks stay as written and only the file's own line ends are dropped. Relative addresses
    are resolved against `base`.
    """
    out = _Writer(exact, base)
    _walk(element, out)
    return "".join(out.parts), tuple(out.links)
