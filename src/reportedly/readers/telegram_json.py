"""Telegram Desktop exports in JSON, single chats and whole accounts, 2018 to now."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ..errors import UnreadableInput
from ..model import Document, Refusal
from .characters import utf8
from .mend import legal_escapes
from .posts import Chat, chat, reports
from .reader import Reader
from .report import Found, Sheet, named
from .telegram_message import Message, post
from .telegram_salvage import CHAT_TYPES, Salvaged, salvage

_MARKER = re.compile(r'"(?:messages|chats|left_chats|personal_information)"\s*:')


class _Chat(msgspec.Struct, frozen=True):
    messages: list[msgspec.Raw]
    name: Any = None
    type: Any = None
    id: msgspec.Raw = msgspec.Raw(b"null")


class _List(msgspec.Struct, frozen=True):
    chats: list[msgspec.Raw] = msgspec.field(default_factory=list, name="list")


_message = msgspec.json.Decoder(Message)
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
        data = legal_escapes(data)
        chats = _chats(data)
    if chats is None:
        yield from _salvaged(data, sheet)
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
            found = post(_message.decode(one), place, here)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
            yield sheet.refusal(place, f"not a message ({fault}); look at it in the original")
        else:
            if found is not None:
                yield found


def _salvaged(data: bytes, sheet: Sheet) -> Iterator[Found | Refusal]:
    chats: dict[int, Chat] = {}
    empty = True
    for piece in salvage(data):
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


READER = Reader("telegram-json", 1, sniff, read)
