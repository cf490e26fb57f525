"""How these tests read bytes, and the exports they read."""

import hashlib
import json
from typing import Any

from reportedly.model import Document, Refusal
from reportedly.readers import documents


def read(raw: bytes | str, name: str) -> tuple[list[Document], list[Refusal]]:
    """Read all of a file and return its reports and refusals."""
    raw = raw.encode("utf-8") if isinstance(raw, str) else raw
    everything = list(documents(raw, name, hashlib.sha256(raw).hexdigest()))
    return (
        [one for one in everything if isinstance(one, Document)],
        [one for one in everything if isinstance(one, Refusal)],
    )


def message(number: Any, text: Any = "Гул над портом", **fields: Any) -> dict[str, Any]:
    """Return a message as Telegram Desktop writes it, at 10:00 Moscow time and `number` s."""
    written = {
        "id": number,
        "type": "message",
        "date": "2025-02-03T10:00:00",
        "date_unixtime": str(1738566000 + number) if isinstance(number, int) else "1738566000",
        "from": "Причал",
        "from_id": "channel1001",
        "text": text,
    }
    return {**written, **fields}


def chat(*messages: Any, **fields: Any) -> dict[str, Any]:
    """Return the export of one channel."""
    head = {"name": "Причал  24", "type": "public_channel", "id": 1001}
    return {**head, **fields, "messages": list(messages)}


def written(export: Any) -> str:
    """Return the export laid out in lines, as Telegram Desktop does."""
    return json.dumps(export, ensure_ascii=False, indent=1)


def export(*messages: Any, **fields: Any) -> str:
    """Return the written export of one channel with these messages."""
    return written(chat(*messages, **fields))
