"""What both kinds of Telegram export have in common: chats, albums, media, forwards."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from ..model import Document, Forward, Media, Refusal
from . import bounds
from .report import Found, Sheet, document, named

_PEER = re.compile(r"(?:channel|chat)[0-9]{1,19}")
_BLANKS = re.compile(r"\s+")
_NOT_EXPORTED = re.compile(r"\s*\((?:File|Photo|Video)\b[^()]*\)\s*$")
_DRIVE = re.compile(r"^[A-Za-z]:")
UNNAMED_FORWARD = "Deleted Account"  # what the exporter itself shows for a forward without name


class Chat(msgspec.Struct, frozen=True):
    """The chat that posts stand in; `keys` begins the key of each of its posts."""

    name: str
    keys: str
    handle: str | None = None

    def key(self, message: object) -> str | None:
        """Return the key of the message with this id, or None where it is no usable id."""
        if isinstance(message, str) and re.fullmatch(r"-?[0-9]{1,19}", message):
            message = int(message)
        if isinstance(message, bool) or not isinstance(message, int):
            return None
        return f"{self.keys}/{message}" if abs(message) < 10**19 else None


def chat(name: str, handle: str | None = None) -> Chat:
    """Return the chat of this name.

    >>> chat("Порт  24").key(17)
    'Порт_24/17'
    """
    return Chat(name, _BLANKS.sub("_", name), handle)


def peer(value: object) -> str | None:
    """Return the handle of a channel or group; people's ids are not kept."""
    return value if isinstance(value, str) and _PEER.fullmatch(value) else None


def forward(name: object, handle: object = None) -> Forward:
    """Return the forward from a name, which the exporter leaves out for deleted accounts."""
    return Forward(source=named(name) or UNNAMED_FORWARD, handle=peer(handle))


def medium(kind: str, path: object) -> Media:
    """Return a medium; its name stays inside the export, and a note in place of a file is none.

    >>> medium("photo", "../../etc/passwd").name
    'passwd'
    """
    if not isinstance(path, str):
        return Media(kind=kind)
    path = _NOT_EXPORTED.sub("", path[: bounds.ADDRESS]).replace("\\", "/")
    steps = path.split("/")
    if path.startswith("/") or ".." in steps or _DRIVE.match(path):
        path = _DRIVE.sub("", steps[-1]).removeprefix("..")
    return Media(kind=kind, name=named(path))


def reports(posts: Iterable[Found | Refusal], sheet: Sheet) -> Iterator[Document | Refusal]:
    """Yield the posts as reports: an album as one, a post that stands there twice once."""
    met: set[str] = set()
    for post in _albums(posts):
        if isinstance(post, Refusal):
            yield post
        elif post.text or post.media or post.forwarded_from:
            report = document(post, sheet)
            if isinstance(report, Document):
                if report.id in met:
                    continue
                met.add(report.id)
            yield report


def _albums(posts: Iterable[Found | Refusal]) -> Iterator[Found | Refusal]:
    # An export writes an album as messages of one second, of which at most one has a text.
    held: Found | None = None
    for post in posts:
        if isinstance(post, Refusal):
            yield post
        elif held is not None and _one_album(held, post):
            lead, other = (post, held) if post.text else (held, post)
            lead.media = held.media + post.media
            lead.reply_to = lead.reply_to or other.reply_to
            held = lead
        else:
            if held is not None:
                yield held
            held = post
    if held is not None:
        yield held


def _one_album(first: Found, second: Found) -> bool:
    return bool(
        first.media
        and second.media
        and len(first.media) < bounds.ALBUM
        and not (first.text and second.text)
        and first.published is not None
        and first.published == second.published
        and first.source == second.source
        and first.key != second.key
        and first.forwarded_from == second.forwarded_from
    )
