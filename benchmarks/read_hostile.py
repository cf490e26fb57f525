"""How many faulty Telegram exports are read as expected.

    python benchmarks/read_hostile.py --data DIR

DIR holds `telegram-export/expected.json` and the files it names, each with the number of
messages that a tolerant reader must recover.
"""

import argparse
import hashlib
import json
from pathlib import Path

from reportedly.errors import UnreadableInput
from reportedly.model import Document
from reportedly.readers import documents


def count(path: Path) -> tuple[int, int, str]:
    """Return the reports and refusals of a file, and the error that stopped it, if one did."""
    raw = path.read_bytes()
    reports = refusals = 0
    try:
        for one in documents(raw, path.name, hashlib.sha256(raw).hexdigest()):
            reports += isinstance(one, Document)
            refusals += not isinstance(one, Document)
    except UnreadableInput as error:
        return reports, refusals, str(error)
    return reports, refusals, ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of hostile inputs")
    folder = parser.parse_args().data / "telegram-export"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    right = 0
    for name, about in sorted(expected.items()):
        reports, refusals, error = count(folder / name)
        if reports == about["messages"]:
            right += 1
            continue
        found = f"{reports} reports, {refusals} refusals"
        print(f"{name}: {found}, expected {about['messages']} {error}")
    print(f"{right} of {len(expected)} as expected")


if __name__ == "__main__":
    main()
