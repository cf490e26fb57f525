"""Telegram Desktop exports in JSON, single chats and whole accounts, 2018 to now."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ..errors import UnreadableInput
from ..model import Document, Forward, Link, Media, Refusal
from .addresses import address
from .characters import utf8
from .mend import legal_escapes
from .moments import from_unix, from_words
from .posts import Chat, chat, forward, medium, reports
from .reader import Reader
from .report import Found, Sheet, named
from .telegram_salvage import CHAT_TYPES, Salvaged, salvage

_MEDIA = {
    "sticker": "sticker",
    "video_message": "video",
    "voice_message": "voice",
    "animation": "video",
    "video_file": "video",
    "audio_file": "audio",
}
_MARKER = re.compile(r'"(?:messages|chats|left_chats|personal_information)"\s*:')


class _Message(msgspec.Struct, frozen=True, gc=False):
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
    media_type: Any = None
    mime_type: Any = None
    poll: Any = None
    location_information: Any = None
    contact_information: Any = None
    text: Any = None
    text_entities: Any = None


class _Chat(msgspec.Struct, frozen=True):
    messages: list[msgspec.Raw]
    name: Any = None
    type: Any = None
    id: msgspec.Raw = msgspec.Raw(b"null")


class _List(msgspec.Struct, frozen=True):
    chats: list[msgspec.Raw] = msgspec.field(default_factory=list, name="list")


_message = msgspec.json.Decoder(_Message)
_chat = msgspec.json.Decoder(_Chat)


def sniff(head: str, name: str) -> bool:
    """Tell an export by its list of messages or chats, or by what an account's begins with."""
    return head.startswith("{") and bool(_MARKER.search(head))


def read(raw: bytes, name: str, original: str) -> Iterator[Document | Refusal]:
    """Yield the posts of an export; service messages are no reports and are passed over."""
    sheet = Sheet(name, original, f"{READER.name} {READER.version}")
    yield from reports(_posts(utf8(raw), sheet), sheet)


def _posts(data: bytes, sheet: Sheet) -> Iterator[Found | Refusal]:
    chats = _chats(data)
    if chats is None:
        text = legal_escapes(data.decode("utf-8"))
        chats = _chats(text.encode("utf-8"))
    if chats is None:
        yield from _salvaged(text, sheet)
        return
    if not chats:
        raise UnreadableInput(
            "this JSON holds no Telegram chat with a list of messages",
            where=sheet.name,
            way_out="export the chat again from Telegram Desktop, or convert it to JSON lines",
        )
    for place, one in chats:
        if isinstance(one, str):
            yield sheet.refusal(
                place.rstrip("."), f"not a chat ({one}); look at it in the original"
            )
            continue
        here = _chat_of(one.name, one.type, bytes(one.id), sheet)
        yield from _messages(enumerate(one.messages), place, here, sheet)


def _chats(data: bytes) -> list[tuple[str, _Chat | str]] | None:
    """Return the chats, or why one is none, by place; None where the JSON is broken."""
    try:
        kinds = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    found: list[tuple[str, msgspec.Raw | bytes]] = []
    if "messages" in kinds and {"type", "id"} & kinds.keys():
        found.append(("", data))
    for section in ("chats", "left_chats"):
        try:
            listed = msgspec.json.decode(kinds.get(section, b"{}"), type=_List).chats
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        found.extend((f"{section}[{number}].", one) for number, one in enumerate(listed))
    chats: list[tuple[str, _Chat | str]] = []
    for place, one in found:
        try:
            chats.append((place, _chat.decode(one)))
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            if place:  # a whole file that is no chat is no export
                chats.append((place, str(fault)))
    return chats


def _chat_of(name: object, kind: object, number: bytes, sheet: Sheet) -> Chat:
    digits = re.fullmatch(rb"-?([0-9]{1,19})", number)
    handle = None
    if digits and kind in CHAT_TYPES:
        prefix = CHAT_TYPES[str(kind)]
        handle = prefix + digits.group(1).decode("ascii") if prefix else None
    shown = named(name) or ("Saved Messages" if kind == "saved_messages" else None)
    return chat(shown or handle or named(sheet.name) or "unnamed chat", handle)


def _messages(
    messages: Iterable[tuple[int, msgspec.Raw]], prefix: str, here: Chat, sheet: Sheet
) -> Iterator[Found | Refusal]:
    for number, one in messages:
        place = f"{prefix}messages[{number}]"
        try:
            post = _post(_message.decode(one), place, here)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
            yield sheet.refusal(place, f"not a message ({fault}); look at it in the original")
        else:
            if post is not None:
                yield post


def _salvaged(text: str, sheet: Sheet) -> Iterator[Found | Refusal]:
    chats: dict[int, Chat] = {}
    empty = True
    for piece in salvage(text):
        if isinstance(piece, Salvaged):
            here = chats.get(piece.chat)
            if here is None:
                here = _chat_of(piece.chat_name, piece.chat_type, piece.chat_id, sheet)
                chats[piece.chat] = here
            prefix = f"chats[{piece.chat}]." if piece.many else ""
            found = list(_messages([(piece.number, piece.message)], prefix, here, sheet))
            empty = False
            yield from found
        elif empty and piece.whole:
            raise UnreadableInput(
                piece.why,
                where=sheet.name,
                way_out="export the chat again from Telegram Desktop",
            )
        else:
            yield sheet.refusal(
                piece.place, f"{piece.why}; export the chat again to have it whole"
            )


def _post(message: _Message, place: str, here: Chat) -> Found | None:
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


def _when(seconds: object, local: object) -> tuple[Any, bool]:
    if seconds is not None:
        return from_unix(seconds), False
    return from_words(local)


def _origin(message: _Message) -> Forward | None:
    if message.forwarded_from is not msgspec.UNSET or message.forwarded_from_id:
        return forward(message.forwarded_from, message.forwarded_from_id)
    if named(message.saved_from):
        return forward(message.saved_from)
    return None


def _media(message: _Message) -> tuple[Media, ...]:
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
        found.append(named_file)
    if isinstance(message.location_information, dict):
        found.append(Media(kind="location"))
    if message.contact_information is not None:
        found.append(Media(kind="contact"))
    if message.poll is not None:
        found.append(Media(kind="poll"))
    return tuple(found)


def _flattened(message: _Message) -> tuple[str, tuple[Link, ...]]:
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


READER = Reader("telegram-json", 1, sniff, read)
