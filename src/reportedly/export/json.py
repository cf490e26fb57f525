"""The whole case as one JSON document, which reads back into the same case."""

from typing import Any, Literal

import msgspec

from ..errors import UnreadableInput
from ..model import Case
from .exporter import Exporter
from .hostile import inline

FORMAT = "reportedly-case"
VERSION = 1


class Envelope(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the file is, in which version, and the case."""

    format: Literal["reportedly-case"]
    version: Literal[1]
    case: Case


class _Label(msgspec.Struct, frozen=True, kw_only=True):
    format: str = ""
    version: int = 0


def write(case: Case) -> bytes:
    """Return the case as UTF-8 JSON, one line; `read` gives it back."""
    envelope = Envelope(format="reportedly-case", version=1, case=case)
    return inline(msgspec.json.encode(envelope)) + b"\n"


def read(raw: bytes) -> Case:
    """Return the case that `write` wrote; raises UnreadableInput naming the first fault."""
    try:
        label = msgspec.json.decode(raw, type=_Label)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _unreadable(f"it is no JSON export of a case ({error})") from error
    if label.format != FORMAT:
        raise _unreadable("it is no JSON export of a case")
    if label.version != VERSION:
        raise _unreadable(f"it is of version {label.version}, this reads version {VERSION}")
    try:
        return msgspec.json.decode(raw, type=Envelope).case
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _unreadable(f"it is damaged: {error}") from error


def _unreadable(what: str) -> UnreadableInput:
    return UnreadableInput(
        what, where="the JSON export", way_out="export the case again with --to json"
    )


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what `write` gives."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case of reportedly, whole",
        **msgspec.json.schema(Envelope),
    }


EXPORTER = Exporter(name="json", media_type="application/json", suffix=".json", write=write)
