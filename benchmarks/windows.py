"""Write the labelled windows of the Telegram corpus in the form of `origins-ru`.

usage: windows.py --data DIR --out DIR

DIR holds `telegram_ru_news/posts.jsonl`. For each window in `windows/` a folder is written with
posts.jsonl, gold.jsonl and incidents.json, as `origins.py --data` and the scorer read them.
The labels are one or two passes by language-model readers, by post id, without text:
windows/README.md.
"""

import argparse
import json
import re
from pathlib import Path

LABELS = Path(__file__).parent / "windows"
_LINK = re.compile(r"\[([^\]\[]*)\]\((?:https?|tg)[^)\s]*\)")
_MARKS = re.compile(r"\*\*|__|~~|``?`?")


def plain(text: str) -> str:
    """Return a post without the marks of bold, italic and links."""
    return _MARKS.sub("", _LINK.sub(r"\1", text))


def posts(corpus: Path) -> dict[str, dict[str, str]]:
    found = {}
    with corpus.open(encoding="utf-8") as lines:
        for post in map(json.loads, lines):
            key = f"{post['channel'].replace(' ', '_')}/{post['message_id']}"
            found.setdefault(
                key,
                {
                    "id": key,
                    "source": post["channel"],
                    "published": post["date"],
                    "lang": "ru",
                    "text": plain(post["text"]),
                },
            )
    return found


def gold(label: dict) -> dict:
    """Return a label with all the keys the scorer asks for; one pass agrees with itself."""
    incident = label.get("incident")
    return {
        "id": label["id"],
        "incident": incident,
        "incident_other": label.get("incident_other", incident),
        "incident_agreed": label.get("incident_agreed", True),
        "derived": [{"agreed": True, **step} for step in label.get("derived", ())],
        "derived_agreed": label.get("derived_agreed", True),
        "counts": label.get("counts", {}),
        "counts_disputed": label.get("counts_disputed", []),
        "place_either": label.get("places", []),
        "basis": label.get("basis"),
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    known = posts(given.data / "telegram_ru_news" / "posts.jsonl")
    for file in sorted(LABELS.glob("*.jsonl")):
        labels = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        folder = given.out / file.stem
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in (
            ("posts.jsonl", [known[label["id"]] for label in labels]),
            ("gold.jsonl", [gold(label) for label in labels]),
        ):
            told = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (folder / name).write_text(told, encoding="utf-8")
        incidents = (LABELS / f"{file.stem}.incidents.json").read_bytes()
        (folder / "incidents.json").write_bytes(incidents)
        print(folder)


if __name__ == "__main__":
    main()
