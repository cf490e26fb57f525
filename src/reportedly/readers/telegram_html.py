"""Telegram Desktop exports in HTML, whose forwards keep the time of the original post."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec

from ..errors import UnreadableInput
from ..model import Document, Forward, Media, Refusal
from . import bounds
from .characters import decoded
from .markup import flatten, tree
from .moments import sane
from .posts import UNNAMED_FORWARD, Chat, chat, medium, reports
from .reader import Reader
from .report import Found, Sheet, named

_DATE = re.compile(
    r"\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s+(\d{1,2}):(\d\d):(\d\d)"
    r"(?:\s+UTC(?:([+-])(\d\d):?(\d\d))?)?"
)
_REPLY = re.compile(r"go_to_message(-?\d{1,19})$")
_VIA = re.compile(r"\s+via @\w+$")
_MEDIA = {
    "photo_wrap": "photo",
    "media_photo": "photo",
    "video_file_wrap": "video",
    "animated_wrap": "video",
    "media_video": "video",
    "media_voice_message": "voice",
    "media_audio_file": "audio",
    "media_file": "file",
    "sticker_wrap": "sticker",
    "media_location": "location",
    "media_live_location": "location",
    "media_venue": "location",
    "media_contact": "contact",
    "media_poll": "poll",
}


def sniff(head: str, name: str) -> bool:
    """Tell an export by the classes of its page."""
    return 'class="page_wrap"' in head and ("Exported Data" in head or "page_header" in head)


def read(raw: bytes, name: str, original: str) -> Iterator[Document | Refusal]:
    """Yield the posts of one page of an export; service messages are passed over."""
    sheet = Sheet(name, original, f"{READER.name} {READER.version}")
    if len(raw) > bounds.MARKUP:
        raise UnreadableInput(
            f"a page of more than {bounds.MARKUP >> 20} MiB",
            where=name,
            way_out="export the chat as JSON, or in pages of 1000 messages as Telegram does",
        )
    text = decoded(raw)
    try:
        root = tree(text)
    except ValueError as fault:
        raise UnreadableInput(str(fault), where=name, way_out="export the chat again") from None
    if root is None:
        raise UnreadableInput("an empty page", where=name, way_out="export the chat again")
    whole = text.rstrip().endswith("</html>")
    yield from reports(_posts(root, whole, sheet), sheet)


def _posts(root: Any, whole: bool, sheet: Sheet) -> Iterator[Found | Refusal]:
    header = _first(root, "page_header")
    title = _first(header, "text") if header is not None else None
    here = chat(_text(title) or named(sheet.name) or "unnamed chat")
    forwarded: Forward | None = None
    place, left = "the start", False
    for message in root.iter("div"):
        classes = _classes(message)
        if not {"message", "default"} <= classes:
            continue
        post, forwarded = _post(message, here, forwarded if "joined" in classes else None)
        place, left = post.place, bool(post.published or post.text or post.media)
        if left:
            yield post
        else:
            yield sheet.refusal(
                place, "neither date nor text nor media is left of it; export the chat again"
            )
    if left and not whole:
        why = "the page ends before the export does; export the chat again to have it whole"
        yield sheet.refusal(f"after {place}", why)


def _post(message: Any, here: Chat, before: Forward | None) -> tuple[Found, Forward | None]:
    identity = str(message.get("id") or "")
    number = identity.removeprefix("message")
    body = _first(message, "body")
    body = message if body is None else body
    published, assumed = _when(_first(body, "date"))
    inner = _first(body, "forwarded", "body")
    origin = None
    if inner is not None:
        origin = _origin(inner, before)
        body = inner
    text_element = _child(body, "text")
    text, links = flatten(text_element, exact=True) if text_element is not None else ("", ())
    media = _media(body)
    if not text and (poll := _first(body, "media_poll")) is not None:
        text = _text(_first(poll, "question")) or ""
    post = Found(
        key=here.key(number) or f"{here.keys}#{identity}",
        text=text,
        place=f"#{identity}",
        source=here.name,
        published=published,
        zone_assumed=assumed,
        forwarded_from=origin,
        reply_to=_reply(body, here),
        media=media,
        links=links,
    )
    return post, origin


def _origin(inner: Any, before: Forward | None) -> Forward:
    name = _child(inner, "from_name")
    if name is None:  # the exporter names a run of forwards once
        return Forward(source=before.source if before else UNNAMED_FORWARD)
    dated = _first(name, "date")
    published, _ = _when(dated)
    shown = _text(name) or ""
    if dated is not None and (date := _text(dated)):
        shown = shown.removesuffix(date)
    return Forward(source=named(_VIA.sub("", shown)) or UNNAMED_FORWARD, published=published)


def _when(element: Any) -> tuple[datetime | None, bool]:
    match = _DATE.match(element.get("title") or "") if element is not None else None
    if match is None:
        return None, False
    day, month, year, hour, minute, second = (int(part) for part in match.groups()[:6])
    sign, hours, minutes = match.groups()[6:]
    zone: timezone = UTC
    try:
        if sign:
            offset = timedelta(hours=int(hours), minutes=int(minutes))
            zone = timezone(-offset if sign == "-" else offset)
        moment = sane(datetime(year, month, day, hour, minute, second, tzinfo=zone))
    except ValueError:
        return None, False
    return moment, moment is not None and not sign and "UTC" not in match.group()


def _reply(body: Any, here: Chat) -> str | None:
    details = _child(body, "reply_to")
    if details is None:
        return None
    for anchor in details.iter("a"):
        if match := _REPLY.search(anchor.get("href") or ""):
            return here.key(match.group(1))
    return None


def _media(body: Any) -> tuple[Media, ...]:
    found: list[Media] = []
    for wrap in body:
        if "media_wrap" not in _classes(wrap):
            continue
        for element in wrap.iter():
            kind = next((_MEDIA[c] for c in _ordered_classes(element) if c in _MEDIA), None)
            if kind is not None:
                shown = next((each.get("src") for each in element.iter("img")), None)
                made = medium(kind, _local(element.get("href")))
                preview = medium("photo", _local(shown)).name
                found.append(msgspec.structs.replace(made, preview=preview))
                break
    return tuple(found)


def _local(path: str | None) -> str | None:
    return path if path and "://" not in path else None


def _ordered_classes(element: Any) -> list[str]:
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def _classes(element: Any) -> set[str]:
    return set(_ordered_classes(element))


def _first(element: Any, *classes: str) -> Any:
    """Return the first element below that has all these classes."""
    wanted = set(classes)
    return next((e for e in element.iter() if e is not element and wanted <= _classes(e)), None)


def _child(element: Any, name: str) -> Any:
    return next((child for child in element if name in _classes(child)), None)


def _text(element: Any) -> str | None:
    return named(flatten(element)[0]) if element is not None else None


READER = Reader("telegram-html", 1, sniff, read)
