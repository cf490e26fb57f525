"""One message of a Telegram export in JSON."""

from datetime import datetime
from typing import Any

import msgspec

from ..model import Forward, Link, Media
from .addresses import address
from .moments import from_unix, from_words
from .posts import Chat, forward, medium
from .report import Found, named

_MEDIA = {
    "sticker": "sticker",
    "video_message": "video",
    "voice_message": "voice",
    "animation": "video",
    "video_file": "video",
    "audio_file": "audio",
}


class Message(msgspec.Struct, frozen=True, gc=False):
    """The fields that matter; each may hold anything, so nothing here can fail a whole file."""

    id: Any = None
    type: Any = "message"
    date: Any = None
    date_unixtime: Any = None
    edited: Any = None
    edited_unixtime: Any = None
    forwarded_from: Any = msgspec.UNSET
    forwarded_from_id: Any = None
    saved_from: Any = None
    reply_to_message_id: Any = None
    reply_to_peer_id: Any = None
    photo: Any = None
    file: Any = None
    file_name: Any = None
    thumbnail: Any = None
    media_type: Any = None
    mime_type: Any = None
    poll: Any = None
    location_information: Any = None
    contact_information: Any = None
    text: Any = None
    text_entities: Any = None


def post(message: Message, place: str, here: Chat) -> Found | None:
    """Return the post a message is, or None where it is a service message."""
    if message.type not in ("message", None):
        return None
    text, links = _flattened(message)
    published, assumed = _when(message.date_unixtime, message.date)
    edited, _ = _when(message.edited_unixtime, message.edited)
    replied = None if message.reply_to_peer_id else message.reply_to_message_id
    return Found(
        key=here.key(message.id) or f"{here.keys}#{place}",
        text=text,
        place=place,
        source=here.name,
        published=published,
        zone_assumed=assumed,
        edited=edited,
        forwarded_from=_origin(message),
        reply_to=here.key(replied),
        handle=here.handle,
        media=_media(message),
        links=links,
    )


def _when(seconds: object, local: object) -> tuple[datetime | None, bool]:
    if seconds is not None:
        return from_unix(seconds), False
    return from_words(local)


def _origin(message: Message) -> Forward | None:
    if message.forwarded_from is not msgspec.UNSET or message.forwarded_from_id:
        return forward(message.forwarded_from, message.forwarded_from_id)
    if named(message.saved_from):
        return forward(message.saved_from)
    return None


def _media(message: Message) -> tuple[Media, ...]:
    found: list[Media] = []
    if message.photo is not None:
        found.append(medium("photo", message.photo))
    if message.file is not None:
        kind = _MEDIA.get(message.media_type) if isinstance(message.media_type, str) else None
        if kind is None and isinstance(message.mime_type, str):
            major = message.mime_type.partition("/")[0]
            kind = {"image": "photo", "video": "video", "audio": "audio"}.get(major)
        named_file = medium(kind or "file", message.file)
        if named_file.name is None:  # left out of the export, but newer ones tell its name
            named_file = medium(named_file.kind, message.file_name)
        thumbnail = medium("photo", message.thumbnail).name
        found.append(msgspec.structs.replace(named_file, preview=thumbnail))
    if isinstance(message.location_information, dict):
        found.append(Media(kind="location"))
    if message.contact_information is not None:
        found.append(Media(kind="contact"))
    if message.poll is not None:
        found.append(Media(kind="poll"))
    return tuple(found)


def _flattened(message: Message) -> tuple[str, tuple[Link, ...]]:
    """Put the pieces of a text together; each link covers its own piece."""
    pieces = message.text or message.text_entities
    if not pieces and isinstance(message.poll, dict):
        pieces = message.poll.get("question")
    if isinstance(pieces, str):
        return pieces, ()
    parts: list[str] = []
    links: list[Link] = []
    length = 0
    for piece in pieces if isinstance(pieces, list) else [pieces]:
        shown = piece.get("text") if isinstance(piece, dict) else piece
        if not isinstance(shown, str) or not shown:
            continue
        parts.append(shown)
        if isinstance(piece, dict) and (url := _target(piece, shown)):
            links.append(Link(start=length, end=length + len(shown), url=url))
        length += len(shown)
    return "".join(parts), tuple(links)


def _target(piece: dict[str, Any], shown: str) -> str | None:
    match piece.get("type"):
        case "text_link":
            return address(piece.get("href"))
        case "link":
            return address(shown)
        case "mention":
            return address("https://t.me/" + shown.removeprefix("@"))
    return None
