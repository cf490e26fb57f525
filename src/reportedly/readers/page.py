"""What a saved web page says about itself: title, site, address, times."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec

from .addresses import address
from .moments import from_words
from .report import named

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "mediator_published_time",
    "parsely-pub-date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified")
_ARTICLES = {"Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting"}
_SUFFIX = re.compile(r"\s+[|–—·•»/-]\s+[^|–—·•»]{2,60}$")


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The head of an article."""

    title: str | None = None
    site: str | None = None
    url: str | None = None
    published: datetime | None = None
    zone_assumed: bool = False
    edited: datetime | None = None
    lang: str | None = None


def page(root: Any) -> Page:
    """Return what the meta elements, JSON-LD and markup of a page state, in that order."""
    meta = _meta(root)
    data = _linked_data(root)
    published, assumed = _first_moment(
        [
            *(meta.get(name) for name in _PUBLISHED),
            data.get("datePublished"),
            *_times(root),
        ]
    )
    edited, _ = _first_moment(
        [*(meta.get(name) for name in _MODIFIED), data.get("dateModified")]
    )
    publisher = data.get("publisher")
    owner = publisher.get("name") if isinstance(publisher, dict) else None
    return Page(
        title=_title(root, meta, data),
        site=named(meta.get("og:site_name"))
        or named(owner)
        or named(meta.get("application-name")),
        url=_canonical(root, meta),
        published=published,
        zone_assumed=assumed,
        edited=edited if edited and published and edited > published else None,
        lang=root.get("lang"),
    )


def _meta(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(root: Any) -> dict[str, Any]:
    """Return the first JSON-LD object that is an article; {} where there is none."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = msgspec.json.decode((script.text or "").encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):
            continue
        for item in _objects(data):
            kinds = item.get("@type")
            if _ARTICLES & {
                k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)
            }:
                return item
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (
                (one for one in graph or () if isinstance(one, dict))
                if isinstance(graph, list)
                else ()
            )


def _title(root: Any, meta: dict[str, str], data: dict[str, Any]) -> str | None:
    headings = [named("".join(e.itertext())) for e in root.iter("h1")]
    given = named(data.get("headline")) or named(meta.get("og:title"))
    if len(headings) == 1 and headings[0]:
        return headings[0]
    if given:
        return given
    shown = next((named("".join(e.itertext())) for e in root.iter("title")), None)
    return _SUFFIX.sub("", shown) if shown else next((h for h in headings if h), None)


def _canonical(root: Any, meta: dict[str, str]) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (
            url := address(link.get("href"))
        ):
            return url
    return address(meta.get("og:url"))


def _times(root: Any) -> Iterator[str | None]:
    for element in root.iter("time"):
        yield element.get("datetime")
    for element in root.iterfind(".//*[@itemprop='datePublished']"):
        yield element.get("content") or element.get("datetime")


def _first_moment(candidates: list[Any]) -> tuple[datetime | None, bool]:
    for candidate in candidates:
        moment, assumed = from_words(candidate)
        if moment is not None:
            return moment, assumed
    return None, False
