"""Try every property on many random ledgers.

    python -m tests.weigh [--ledgers 100000] [--first 0] [--only adm icd]

Ledger N is drawn with the seed N, so that a violation can be seen again alone. Nothing is
installed for it; `src` must be importable.
"""

import argparse
import sys
import time
import traceback
from collections import Counter
from random import Random

from .ledgers import drawn
from .properties import PROPERTIES


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ledgers", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--only", nargs="*", default=[""], help="words of properties' names")
    asked = parser.parse_args()
    tried = [p for p in PROPERTIES if any(word in p.__name__ for word in asked.only)]
    violations: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    for seed in range(asked.first, asked.first + asked.ledgers):
        words = drawn(Random(seed))
        for holds in tried:
            start = time.process_time()
            try:
                holds(words, Random(seed))
            except Exception:
                violations[holds.__name__] += 1
                if violations[holds.__name__] <= 3:
                    sys.stdout.write(
                        f"{holds.__name__}, seed {seed}:\n{traceback.format_exc()}"
                    )
            spent[holds.__name__] += time.process_time() - start
        done = seed - asked.first + 1
        if sys.stderr.isatty() or done % 5000 == 0:
            sys.stderr.write(f"\r{done} ledgers, {violations.total()} violations")
    sys.stderr.write("\n")
    for holds in tried:
        name = holds.__name__.replace("_", " ")
        count = violations[holds.__name__]
        sys.stdout.write(f"{count:6} violations  {spent[holds.__name__]:6.0f} CPU-s  {name}\n")
    return 1 if violations else 0


if __name__ == "__main__":
    raise SystemExit(main())
