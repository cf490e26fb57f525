"""JSON lines: one report a line, with `id` and `text`."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from ..errors import UnreadableInput
from ..model import Document, Forward, Refusal
from . import bounds
from .addresses import address, handle
from .characters import utf8
from .languages import code
from .mend import legal_escapes
from .moments import from_unix, from_words
from .reader import Reader
from .report import Found, Sheet, document, named

_NAMES = (".jsonl", ".ndjson", ".jsonlines")
_CUT = re.compile(r'(?!.*"(?:messages|chats|personal_information)"\s*:).*"text"\s*:\s*"')


class _Line(msgspec.Struct, frozen=True):
    text: Any = None
    id: Any = None
    source: Any = None
    published: Any = None
    edited: Any = None
    lang: Any = None
    url: Any = None
    title: Any = None
    reply_to: Any = None
    forwarded_from: Any = None


_line = msgspec.json.Decoder(_Line)


def sniff(head: str, name: str) -> bool:
    """Tell JSON lines by the name, or by a first line that is an object with a text."""
    if name.lower().endswith(_NAMES):
        return True
    first, end, _ = head.partition("\n")
    if not end and _CUT.match(first):  # the first line is longer than what is shown of it
        return head.startswith("{")
    try:
        return isinstance(_line.decode(first.encode("utf-8", "replace")).text, str)
    except (msgspec.DecodeError, RecursionError):
        return False


def read(raw: bytes, name: str, original: str) -> Iterator[Document | Refusal]:
    """Yield one report or one refusal for each line that is not blank, in order."""
    sheet = Sheet(name, original, f"{READER.name} {READER.version}")
    data = utf8(raw)
    good = False
    refused: list[Refusal] = []
    for number, line in _lines(data):
        report = _report(line, number, sheet)
        if good or isinstance(report, Document):
            if not good:
                yield from refused
            good = True
            yield report
        else:
            refused.append(report)
            if len(refused) > 1000:
                break
    if refused and not good:
        first = refused[0]
        raise UnreadableInput(
            f"no line is a report ({first.place}: {first.why})",
            where=name,
            way_out='give one JSON object a line, with "id" and "text"',
        )


def one(line: bytes, name: str, number: int) -> Document | Refusal:
    """Return the report in one line of a stream, so that a stream needs no memory of itself."""
    return _report(
        utf8(line).strip(), number, Sheet(name, "", f"{READER.name} {READER.version}")
    )


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    start, number = 0, 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        number += 1
        line = data[start:end].strip()
        if line:
            yield number, line
        start = end + 1


def _report(line: bytes, number: int, sheet: Sheet) -> Document | Refusal:
    place = f"line {number}"
    if len(line) > bounds.LINE:
        return sheet.refusal(place, f"longer than {bounds.LINE >> 20} MiB; split it")
    try:
        fields = _decoded(line)
    except (msgspec.DecodeError, RecursionError) as fault:
        return sheet.refusal(place, f"not a JSON object ({fault}); mend the line")
    if not isinstance(fields.text, str):
        return sheet.refusal(place, 'no "text" that is a string; add one')
    key = _word(fields.id)
    url = address(fields.url)
    published, assumed = _when(fields.published)
    edited, _ = _when(fields.edited)
    title = named(fields.title)
    return document(
        Found(
            key=f"{sheet.name}#{number}" if key is None else key,
            text=fields.text,
            place=place,
            source=named(fields.source) or "",
            lang=code(fields.lang),
            title=title if title and fields.text.startswith(title) else None,
            published=published,
            zone_assumed=assumed,
            edited=edited,
            forwarded_from=_origin(fields.forwarded_from),
            reply_to=_word(fields.reply_to),
            url=url,
            handle=handle(url),
        ),
        sheet,
    )


def _decoded(line: bytes) -> _Line:
    try:
        return _line.decode(line)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        return _line.decode(legal_escapes(line))


def _word(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**100:
        return str(value)
    return value[: bounds.ADDRESS] if isinstance(value, str) and value else None


def _when(value: object) -> tuple[Any, bool]:
    moment, assumed = from_words(value)
    return (from_unix(value), False) if moment is None else (moment, assumed)


def _origin(value: object) -> Forward | None:
    if isinstance(value, dict):
        name = named(value.get("source")) or named(value.get("handle"))
        moment, _ = _when(value.get("published"))
        return (
            Forward(
                source=name,
                handle=named(value.get("handle")),
                key=_word(value.get("key")),
                published=moment,
            )
            if name
            else None
        )
    name = named(value)
    return Forward(source=name) if name else None


READER = Reader("jsonl", 1, sniff, read)
