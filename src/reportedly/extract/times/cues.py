"""Find expressions of time in the words of a sentence, before any day is known."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ...lang.happening import Times, happening
from ...text.phrases import Phrases
from ...text.words import Word

_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")
_DATE = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])(?:\.(\d{4}|\d{2}))?")
_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(19[4-9]\d|20\d\d)")
TOGETHER = 6  # words apart at which two pieces still tell one time


class Cue(NamedTuple):
    """One expression: the pieces that are set, standing at words `first` up to `last`."""

    first: int
    last: int
    day: int | None = None  # days from publication
    weekday: int | None = None  # Monday 0
    date: tuple[int | None, int | None, int | None] | None = None  # year, month, day
    hours: tuple[int, int] | None = None  # of that day, to more than 24 where it runs on
    clock: tuple[int, int] | None = None  # minutes of the day, from and to
    ago: int | None = None  # minutes
    night_to: bool = False  # the night that ends on the day named
    earlier: bool = False
    zone: str | None = None


def _piece(**set_: object) -> Cue:
    return Cue(0, 0, **set_)  # type: ignore[arg-type]


class _Lexicon:
    def __init__(self, times: Times) -> None:
        self.times = times
        pieces: list[tuple[str, Cue]] = [
            *((phrase, _piece(hours=hours)) for phrase, hours in times.parts.items()),
            *((phrase + "*", _piece(day=day)) for phrase, day in times.days.items()),
            *((p, _piece(day=day, hours=(a, b))) for p, (day, a, b) in times.spans.items()),
            *((phrase, _piece(night_to=True)) for phrase in times.night_to),
            *((phrase, _piece(zone=zone)) for phrase, zone in times.zones.items()),
            *((phrase, _piece(earlier=True)) for phrase in times.earlier),
        ]
        self.phrases = Phrases(pieces)


@cache
def _lexicon(language: str) -> _Lexicon:
    return _Lexicon(happening(language).times)


def _begins(word: str, lists: tuple[tuple[str, ...], ...]) -> int | None:
    """Return which list has a beginning of the word; a beginning with a dot is all of it."""
    for number, beginnings in enumerate(lists):
        if word.startswith(beginnings) or f"{word}." in beginnings:
            return number
    return None


def _set_phrases(words: Sequence[Word], lexicon: _Lexicon) -> list[Cue]:
    found: list[Cue] = []
    for hit in sorted(lexicon.phrases.find(words), key=lambda h: (h.first, -h.last)):
        if found and hit.first < found[-1].last and hit.last <= found[-1].last:
            continue  # inside a longer phrase
        found.append(hit.label._replace(first=hit.first, last=hit.last))
    return found


def _year_at(words: Sequence[Word], at: int, times: Times, alone: bool) -> int | None:
    """Return the year at `at`; `alone`: only where a word beside it says it is one."""
    if at >= len(words):
        return None
    match = _YEAR.fullmatch(words[at].low)
    if not match:
        return None
    after = words[at + 1].low if at + 1 < len(words) else ""
    before = words[at - 1].low if at else ""
    said = after in times.year or after == "г" or before in times.year
    return int(match[1]) if said or not alone else None


def _dates(words: Sequence[Word], times: Times) -> list[Cue]:
    found = []
    for at, word in enumerate(words):
        month = _begins(word.low, times.months) if not word.low[0].isdigit() else None
        dotted = _DATE.fullmatch(word.low)
        if month is not None:
            found.extend(_around_month(words, at, month + 1, times))
        elif dotted and (dotted[3] or not _CLOCK.fullmatch(word.low)):
            year = int(dotted[3]) if dotted[3] else None
            year = year + 2000 if year is not None and year < 100 else year
            found.append(Cue(at, at + 1, date=(year, int(dotted[2]), int(dotted[1]))))
        elif (weekday := _begins(word.low, times.weekdays)) is not None:
            found.append(Cue(at, at + 1, weekday=weekday))
        elif (year := _year_at(words, at, times, alone=True)) is not None and (
            at == 0 or _begins(words[at - 1].low, times.months) is None
        ):
            found.append(Cue(at, at + 1, date=(year, None, None)))
    return found


def _around_month(words: Sequence[Word], at: int, month: int, times: Times) -> list[Cue]:
    """Read "15 мая", "23 и 25 ноября", "May 15, 2024", "в мае 2022 года" around a month."""
    before = _DAY.fullmatch(words[at - 1].low) if at and not words[at].marks else None
    after = _DAY.fullmatch(words[at + 1].low) if at + 1 < len(words) else None
    after = None if after and words[at + 1].marks else after
    if before:
        year = _year_at(words, at + 1, times, alone=False)
        last = at + 1 + (year is not None)
        found = [Cue(at - 1, last, date=(year, month, int(before[1])))]
        if at > 2 and words[at - 2].low in ("и", "и", "та", "і", "and"):
            other = _DAY.fullmatch(words[at - 3].low)
            found += [Cue(at - 3, at - 2, date=(year, month, int(other[1])))] if other else []
        return found
    if after:
        year = _year_at(words, at + 2, times, alone=False)
        last = at + 2 + (year is not None)
        return [Cue(at, last, date=(year, month, int(after[1])))]
    year = _year_at(words, at + 1, times, alone=False)
    if year is None and not (at and words[at - 1].low in ("в", "у", "in", "last")):
        return []
    return [Cue(at, at + 1 + (year is not None), date=(year, month, None))]


def _minutes(words: Sequence[Word], at: int, times: Times) -> tuple[int, int] | None:
    """Return the minute of the day told at `at`, and the index after it."""
    low = words[at].low
    match = _CLOCK.fullmatch(low)
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


def _clocks(words: Sequence[Word], times: Times) -> list[Cue]:
    found: list[Cue] = []
    at = 0
    while at < len(words):
        told = _minutes(words, at, times)
        dated = _DATE.fullmatch(words[at].low)
        if told is None or (dated and dated[3]):
            at += 1
            continue
        minute, after = told
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


def _ago(words: Sequence[Word], language: str) -> list[Cue]:
    known = happening(language)
    found = []
    for phrase, size in known.times.ago.items():
        parts = phrase.split()
        for at in range(len(words) - len(parts) + 1):
            if [w.low for w in words[at : at + len(parts)]] != parts:
                continue
            low = words[at - 1].low if at else ""
            count = int(low) if low.isdigit() and len(low) < 4 else known.numbers.get(low, 1)
            found.append(Cue(max(0, at - 1), at + len(parts), ago=count * size))
    return found


_PIECES = ("day", "weekday", "date", "hours", "clock", "ago", "zone")


def _joined(a: Cue, b: Cue) -> Cue | None:
    """Return one cue of two that stand together and say different things, else None."""
    if b.first - a.last > TOGETHER:
        return None
    days = [c.day is not None or c.weekday is not None or c.date is not None for c in (a, b)]
    if all(days) or any(
        getattr(a, p) is not None and getattr(b, p) is not None for p in _PIECES
    ):
        return None
    values = {p: getattr(a, p) if getattr(a, p) is not None else getattr(b, p) for p in _PIECES}
    return Cue(
        a.first,
        max(a.last, b.last),
        night_to=a.night_to or b.night_to,
        earlier=a.earlier or b.earlier,
        **values,
    )


def cues(words: Sequence[Word], language: str) -> list[Cue]:
    """Return the expressions of time in a sentence, pieces that belong together joined."""
    lexicon = _lexicon(language)
    pieces = _set_phrases(words, lexicon) + _dates(words, lexicon.times)
    pieces += _clocks(words, lexicon.times) + _ago(words, language)
    found: list[Cue] = []
    for piece in sorted(pieces):
        if found and piece.first < found[-1].last and piece.last <= found[-1].last:
            continue
        joined = _joined(found[-1], piece) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(piece)
    return [cue for cue in found if any(getattr(cue, p) is not None for p in _PIECES[:-1])
            or cue.earlier]  # fmt: skip
