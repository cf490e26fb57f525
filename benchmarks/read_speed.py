"""How fast a Telegram export is read, and in how much memory.

    python benchmarks/read_speed.py --data DIR [--times N]

DIR holds `telegram_ru_news/posts.jsonl`; its posts are written N times over as one export.
"""

import argparse
import json
import resource
import time
from datetime import datetime
from pathlib import Path

from reportedly.readers import documents


def export(path: Path, times: int) -> bytes:
    """Write the posts as Telegram Desktop would, without holding them twice."""
    head = '{\n "name": "Канал",\n "type": "public_channel",\n "id": 1001,\n "messages": [\n'
    out = bytearray(head.encode("utf-8"))
    number = 0
    for _ in range(times):
        with path.open(encoding="utf-8") as lines:
            for post in map(json.loads, lines):
                message = {
                    "id": number,
                    "type": "message",
                    "date": post["date"][:19],
                    "date_unixtime": str(int(datetime.fromisoformat(post["date"]).timestamp())),
                    "text": post["text"],
                    "text_entities": [{"type": "plain", "text": post["text"]}],
                }
                written = json.dumps(message, ensure_ascii=False, indent=1)
                out += (",\n" if number else "").encode() + written.encode("utf-8")
                number += 1
    return bytes(out + b"\n ]\n}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of corpora")
    parser.add_argument("--times", type=int, default=1, help="how often to repeat the posts")
    given = parser.parse_args()
    raw = export(given.data / "telegram_ru_news" / "posts.jsonl", given.times)
    for kind, data in (("whole", raw), ("cut off", raw[:-1000])):
        start = time.process_time()
        count = sum(1 for _ in documents(data, "result.json", "0" * 64))
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = f"{len(data) / 2**20:.0f} MiB, {count} items"
        print(f"{kind}: {size}, {count / seconds:,.0f} items/CPU-s, peak so far {peak:.0f} MiB")


if __name__ == "__main__":
    main()
