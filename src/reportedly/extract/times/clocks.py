"""Hours and minutes in the words of a sentence."""

import re
from collections.abc import Sequence

from ...lang.happening import Times
from ...text.words import Word
from .cue import Cue

CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")
LENGTH = re.compile(r"\d:[0-5]\d")
DATE = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])(?:\.(\d{4}|\d{2}))?")


def _minutes(words: Sequence[Word], at: int, times: Times) -> tuple[int, int] | None:
    """Return the minute of the day told at `at`, and the index after it."""
    low = words[at].low
    match = CLOCK.fullmatch(low)
    bare = low.isdigit() and int(low) <= 24
    if not (match or bare):
        return None
    minute = int(match[1]) * 60 + int(match[2]) if match else int(low) * 60
    after = words[at + 1].low if at + 1 < len(words) else ""
    after2 = f"{after} {words[at + 2].low}" if at + 2 < len(words) else ""
    for late, phrases in ((False, times.morning), (True, times.evening)):
        for told, width in ((after, 1), (after2, 2)):
            if told and told in phrases:
                minute = minute + 720 if late and minute < 720 else minute
                minute = minute - 720 if not late and minute >= 720 and minute < 780 else minute
                return minute, at + 1 + width
    return (minute, at + 1) if match else None


def clocks(words: Sequence[Word], times: Times) -> list[Cue]:
    """Return the hours told in a sentence, with their bounds in minutes of the day."""
    found: list[Cue] = []
    at = 0
    while at < len(words):
        if not words[at].low[0].isdigit():
            at += 1
            continue
        told = _minutes(words, at, times)
        dated = DATE.fullmatch(words[at].low)
        if told is None or (dated and dated[3]):
            at += 1
            continue
        minute, after = told
        if times.lengths and at == 0 and after == 1 and LENGTH.fullmatch(words[at].low):
            at = after
            continue
        until = None
        if after < len(words) and words[after].low in ("до", "to", "and", "по", "and"):
            until = _minutes(words, after + 1, times) if after + 1 < len(words) else None
        elif after < len(words) and words[after].marks in ("-", "–", "—"):
            until = _minutes(words, after, times)
        about = any(
            " ".join(w.low for w in words[max(0, at - n) : at]) in times.about
            for n in (1, 2, 3)
        )
        if until:
            found.append(Cue(at, until[1], clock=(minute, until[0])))
            after = until[1]
        elif about:
            found.append(Cue(at, after, clock=(minute - 15, minute + 15)))
        else:
            round_hour = (
                minute % 60 == 0 and ":" not in words[at].low and "." not in words[at].low
            )
            found.append(Cue(at, after, clock=(minute, minute + (30 if round_hour else 1))))
        at = after
    return found
