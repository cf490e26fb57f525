"""Messages out of a Telegram export whose JSON is broken, one by one."""

import json
import re
from collections.abc import Iterator

import msgspec

from .mend import legal_lines

# The kinds of chat, and how the handle of such a chat begins.
CHAT_TYPES = {
    **dict.fromkeys(
        ("public_channel", "private_channel", "public_supergroup", "private_supergroup"),
        "channel",
    ),
    "private_group": "chat",
    **dict.fromkeys(("personal_chat", "bot_chat", "saved_messages", "replies"), ""),
}
_STRING = rb'"(?:[^"\\\n]|\\.)*+"'
_CHAT = re.compile(
    rb'(?:"name"\s*:\s*(?P<name>' + _STRING + rb"|null)\s*,\s*)?"
    rb'"type"\s*:\s*"(?P<type>[a-z_]+)"\s*,\s*'
    rb'"id"\s*:\s*(?P<id>-?[0-9]+)\s*,\s*"messages"\s*:\s*\['
)
_START = rb'"id"\s*:\s*-?[0-9]+\s*,\s*"type"\s*:\s*"(?:message|service|unsupported)"'
_MESSAGE = re.compile(rb"\{\s*" + _START)
# No string holds a line end: in a file laid out in lines this start stands in no text.
_MESSAGE_ON_LINES = re.compile(rb"^[ \t]*\{[ \t]*(?:\r?\n[ \t]*)?" + _START, re.MULTILINE)
_LAID_OUT = re.compile(rb'"messages"\s*:\s*\[\s*\n')
_CLOSED = re.compile(r"\s*\]\s*\}")
_decoder = json.JSONDecoder(strict=False)


class Salvaged(msgspec.Struct, frozen=True):
    """One whole message, as JSON, and the chat it stands in."""

    message: msgspec.Raw
    number: int  # of the message in its chat
    chat: int  # number of the chat
    chat_name: str | None
    chat_type: str
    chat_id: bytes
    many: bool  # the export holds more than one chat


class Lost(msgspec.Struct, frozen=True):
    """A part that could not be read; `whole`: nothing could."""

    place: str
    why: str
    whole: bool = False


def salvage(data: bytes) -> Iterator[Salvaged | Lost]:
    """Yield the messages that stand whole in a broken UTF-8 export, and what is lost of it.

    Nothing is guessed: a message is taken if it decodes as it stands or after those faults are
    mended that only one writing can have produced.
    """
    heads = list(_CHAT.finditer(data))
    pattern = _MESSAGE_ON_LINES if _LAID_OUT.search(data) else _MESSAGE
    starts = [match.start() for match in pattern.finditer(data)]
    if not heads or not starts:
        why = "broken JSON in which no Telegram message could be found"
        yield Lost("", why, whole=True)
        return
    place, rest = "", "]}"
    for head, number, begin, end in _pieces(heads, starts, len(data)):
        prefix = f"chats[{head}]." if len(heads) > 1 else ""
        place = f"{prefix}messages[{number}]"
        message, rest = _whole(data[begin:end])
        if message is None:
            cut = end == len(data)
            yield Lost(place, "the file ends within this message" if cut else "broken JSON")
            continue
        name = heads[head]["name"]
        yield Salvaged(
            message=msgspec.Raw(message),
            number=number,
            chat=head,
            chat_name=_name(name),
            chat_type=heads[head]["type"].decode("ascii"),
            chat_id=heads[head]["id"],
            many=len(heads) > 1,
        )
    if rest and not _CLOSED.match(rest):
        yield Lost(f"after {place}", "the file ends before the export does")


def _pieces(
    heads: list[re.Match[bytes]], starts: list[int], length: int
) -> Iterator[tuple[int, int, int, int]]:
    """Yield (chat, message, start, end); what stands before the first chat is passed over."""
    head, number = -1, -1
    for begin, end in zip(starts, [*starts[1:], length], strict=True):
        while head + 1 < len(heads) and heads[head + 1].end() <= begin + 1:
            head, number = head + 1, -1
        if head >= 0:
            number += 1
            yield head, number, begin, end


def _name(quoted: bytes | None) -> str | None:
    try:
        name = json.loads(quoted or b"null", strict=False)
    except ValueError:
        return None
    return name if isinstance(name, str) else None


def _whole(raw: bytes) -> tuple[bytes | None, str]:
    """Return the message a piece begins with, as JSON, and a little of what follows it."""
    piece = raw.decode("utf-8", "replace").lstrip()
    for mended in (piece, legal_lines(piece)):
        try:
            message, end = _decoder.raw_decode(mended)
            return msgspec.json.encode(message), mended[end : end + 200] or " "
        except (ValueError, RecursionError, UnicodeEncodeError):
            continue
    return None, ""
