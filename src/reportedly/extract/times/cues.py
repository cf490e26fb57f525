"""Find expressions of time in the words of a sentence, before any day is known."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ...lang.happening import Times, happening
from ...text.phrases import Phrases
from ...text.words import Word
from .clocks import CLOCK, DATE, clocks
from .cue import Cue

_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(19[4-9]\d|20\d\d)")
STAMP = 2  # words between "updated" and its date, with itself
ZONE = 1  # words of a zone behind an hour: "EST"
SHORT = 4  # letters of a month that is cut short: "Sept."
TOGETHER = 6  # words apart at which two pieces still tell one time


def _piece(**set_: object) -> Cue:
    return Cue(0, 0, **set_)  # type: ignore[arg-type]


class _Lexicon:
    def __init__(self, times: Times) -> None:
        self.times = times
        pieces: list[tuple[str, Cue]] = [
            *((phrase, _piece(hours=hours)) for phrase, hours in times.parts.items()),
            *((phrase + "*", _piece(day=day)) for phrase, day in times.days.items()),
            *((p, _piece(day=day, hours=(a, b))) for p, (day, a, b) in times.spans.items()),
            *((p, _piece(date=(None, *day))) for p, day in times.feasts.items()),
            *((phrase, _piece(night_to=True)) for phrase in times.night_to),
            *((phrase, _piece(zone=zone)) for phrase, zone in times.zones.items()),
            *((phrase, _piece(earlier=True)) for phrase in times.earlier),
        ]
        self.phrases = Phrases(pieces)
        self.ago = tuple((phrase.split(), size) for phrase, size in times.ago.items())


@cache
def _lexicon(language: str) -> _Lexicon:
    return _Lexicon(happening(language).times)


def _begins(word: str, lists: tuple[tuple[str, ...], ...]) -> int | None:
    """Return which list has a beginning of the word; a beginning with a dot is all of it."""
    for number, beginnings in enumerate(lists):
        if word.startswith(beginnings) or f"{word}." in beginnings:
            return number
    return None


@lru_cache(maxsize=65536)
def _month_and_weekday(word: str, language: str) -> tuple[int | None, int | None]:
    """Return the month, from 0, and the day of the week that a word may name."""
    times = _lexicon(language).times
    return _begins(word, times.months), _begins(word, times.weekdays)


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


def _dates(words: Sequence[Word], language: str) -> list[Cue]:
    times = _lexicon(language).times
    found: list[Cue] = []
    for at, word in enumerate(words):
        if word.low[0].isdigit():
            found.extend(_in_digits(words, at, language))
            continue
        month, weekday = _month_and_weekday(word.low, language)
        if month is not None and (word.capital or not word.low.isascii()):  # "5 may be hurt"
            found.extend(_around_month(words, at, month + 1, times))
        elif weekday is not None:
            found.append(Cue(at, at + 1, weekday=weekday))
    return found


def _in_digits(words: Sequence[Word], at: int, language: str) -> Iterator[Cue]:
    """Yield "15.05.2024", "15.05", and a year by itself."""
    dotted = DATE.fullmatch(words[at].low)
    if dotted and (dotted[3] or not CLOCK.fullmatch(words[at].low)):
        year = int(dotted[3]) if dotted[3] else None
        year = year + 2000 if year is not None and year < 100 else year
        yield Cue(at, at + 1, date=(year, int(dotted[2]), int(dotted[1])))
        return
    year = _year_at(words, at, _lexicon(language).times, alone=True)
    if year is not None and (
        at == 0 or _month_and_weekday(words[at - 1].low, language)[0] is None
    ):
        yield Cue(at, at + 1, date=(year, None, None))


def _stop(word: Word, times: Times) -> str:
    """Return the mark that may stand behind a month: "Sept. 10"."""
    short = f"{word.low}." in times.months[(_begins(word.low, times.months) or 0)]
    return "." if short and len(word.low) <= SHORT else ""


def _around_month(words: Sequence[Word], at: int, month: int, times: Times) -> list[Cue]:
    """Read "15 мая", "23 и 25 ноября", "May 15, 2024", "в мае 2022 года" around a month."""
    before = _DAY.fullmatch(words[at - 1].low) if at and not words[at].marks else None
    after = _DAY.fullmatch(words[at + 1].low) if at + 1 < len(words) else None
    if after and words[at + 1].marks not in ("", _stop(words[at], times)):
        after = None
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


def _ago(words: Sequence[Word], language: str) -> list[Cue]:
    known = happening(language)
    lows = [word.low for word in words]
    found = []
    for parts, size in _lexicon(language).ago:
        if parts[0] not in lows:
            continue
        for at in range(len(words) - len(parts) + 1):
            if lows[at : at + len(parts)] != parts:
                continue
            low = lows[at - 1] if at else ""
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


def calendar(words: Sequence[Word], language: str) -> list[Cue]:
    """Return the dates and hours told in a sentence: their numbers count nothing."""
    return _dates(words, language) + clocks(words, _lexicon(language).times)


def _unstamped(found: Sequence[Cue], words: Sequence[Word], times: Times) -> list[Cue]:
    """Leave out when the text was posted or changed: "Updated: Monday, 7:14 PM"."""
    kept: list[Cue] = []
    end: int | None = None  # of the stamp that runs on
    for cue in found:
        before = words[max(0, cue.first - STAMP) : cue.first]
        runs_on = end is not None and cue.first - end <= 1
        if runs_on or any(word.low in times.stamps for word in before):
            end = cue.last
            continue
        kept.append(cue)
    posted = [c for c in kept if c.date and c.date[0] and words[c.first].marks[:1] == ")"]
    kept = [cue for cue in kept if cue not in posted]  # "- A reader (@reader) May 5, 2024"
    alone = len(kept) == 1 and kept[0].date is not None and kept[0].date[0] is not None
    if alone and kept[0].clock and kept[0].last - kept[0].first >= len(words) - ZONE:
        return []  # a line with the date of the article
    return kept


def _same_day(before: Cue, piece: Cue, words: Sequence[Word]) -> bool:
    """Tell whether a date says which weekday was meant: "on Saturday, May 4"."""
    dated = piece.date is not None and piece.date[1] is not None and piece.date[2] is not None
    beside = piece.first == before.last and words[piece.first].marks in ("", ",", "(")
    return dated and beside and before.weekday is not None


def cues(words: Sequence[Word], language: str, dated: Sequence[Cue] | None = None) -> list[Cue]:
    """Return the expressions of time in a sentence, pieces that belong together joined.

    `dated` is what `calendar` finds, where that is known.
    """
    lexicon = _lexicon(language)
    dated = calendar(words, language) if dated is None else dated
    pieces = [*_set_phrases(words, lexicon), *dated, *_ago(words, language)]
    found: list[Cue] = []
    for piece in sorted(pieces):
        if found and piece.first < found[-1].last and piece.last <= found[-1].last:
            continue
        if found and _same_day(found[-1], piece, words):
            found[-1] = found[-1]._replace(weekday=None, date=piece.date, last=piece.last)
            continue
        joined = _joined(found[-1], piece) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(piece)
    found = _unstamped(found, words, lexicon.times)
    return [cue for cue in found if any(getattr(cue, p) is not None for p in _PIECES[:-1])
            or cue.earlier]  # fmt: skip
