"""How many: numbers in digits and words, with their ranges and qualifiers."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .words import Word

_DIGITS = re.compile(r"\d{1,9}")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
MOST = 10_000_000  # larger numbers count no people or things in a report
LARGE = 1000  # "тысяча", "thousand": multiplies what stands before it
PARTS = 3  # numbers joined by hyphens that are a telephone number or a date
AROUND = 0.1  # "about 20" is read as 18 to 22
FROM = frozenset({"from", "с", "со", "з", "із"})  # behind a verb of growing: what was before
_BEHIND = 2  # words behind a number: what it counts, and a verb


class NumberWords(NamedTuple):
    """What a language calls numbers; qualifiers are phrases before a number, folded."""

    numbers: Mapping[str, int]
    groups: Mapping[str, int]  # "dozens": at least so many
    at_least: tuple[str, ...]
    more_than: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    between: tuple[str, ...]
    grew: tuple[str, ...]  # beginnings of verbs after which "to" is no upper bound


class Number(NamedTuple):
    """Words `first` up to `last` say a number; `high` is None where it is open."""

    first: int
    last: int
    low: int
    best: int
    high: int | None


def _plain(words: Sequence[Word], at: int, known: NumberWords) -> tuple[int, int] | None:
    """Return `(value, index after it)` of the bare number at `at`."""
    low = words[at].low
    read = _in_digits(words, at) if low[0].isdigit() else _in_words(words, at, known)
    if read is None:
        return None
    value, after = read
    large = known.numbers.get(words[after].low, 0) if after < len(words) else 0
    if large >= LARGE > value:
        value, after = value * large, after + 1
    return (value, after) if value <= MOST else None


def _tied(word: Word, following: Word) -> bool:
    return following.marks == "-" or following.start == word.end


def _telephone(words: Sequence[Word], at: int) -> int:
    """Return the index after "555-010-1234", or 0."""
    last = at
    while last < len(words) and words[last].low.isdigit():
        if last > at and words[last].marks != "-":
            break
        last += 1
    return last if last - at >= PARTS else 0


def _in_digits(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    low = words[at].low
    following = words[at + 1] if at + 1 < len(words) else None
    if following and following.low[0].isalpha() and _tied(words[at], following):
        return None  # "46-летняя", "16-year-old", "3-й", "37th", "1990s"
    if _THOUSANDS.fullmatch(low):
        return int(re.sub("[.,]", "", low)), at + 1
    if not _DIGITS.fullmatch(low):
        return None
    value, after = int(low), at + 1
    while after < len(words) and len(low) <= 3 and value < MOST:  # "1 480"
        if words[after].marks or not re.fullmatch(r"\d{3}", words[after].low):
            break
        value, after = value * 1000 + int(words[after].low), after + 1
    return value, after


def _in_words(words: Sequence[Word], at: int, known: NumberWords) -> tuple[int, int] | None:
    low = words[at].low
    if low not in known.numbers:
        return _pair(low, at, known)
    value, after = known.numbers[low], at + 1
    while after < len(words) and not words[after].marks:
        more = known.numbers.get(words[after].low)
        if more is None or not 0 < more < value or value % 10 ** len(str(more)):
            break
        value, after = value + more, after + 1
    return value, after


def _pair(low: str, at: int, known: NumberWords) -> tuple[int, int] | None:
    """Read "twenty-five" or the first half of "two-three"."""
    first, _, second = low.partition("-")
    if second and first in known.numbers and second in known.numbers:
        a, b = known.numbers[first], known.numbers[second]
        return (a + b, at + 1) if a >= 20 and b < 10 else None
    return None


def _range(words: Sequence[Word], at: int, known: NumberWords) -> Number | None:
    """Read "from two to five", "2-3", "two or three", "двух-трёх" beginning at `at`."""
    first, _, second = words[at].low.partition("-")
    low, high = known.numbers.get(first), known.numbers.get(second, 0)
    if low is not None and low < high:
        return Number(at, at + 1, low, low, high)
    rose = words[at].low in FROM and at > 0 and words[at - 1].low.startswith(known.grew)
    opens = rose or words[at].low in known.between
    start = at + 1 if opens and at + 1 < len(words) else at
    one = _plain(words, start, known)
    if one is None or one[1] >= len(words):
        return None
    low, joint = one
    linked = words[joint].low in ("до", "to", "and", "и", "та") and start > at
    linked = linked or (words[joint].low == "to" and not words[joint].marks)  # "two to five"
    linked = linked or (words[joint].low in ("или", "or", "чи", "або"))
    after = joint + 1 if linked else joint
    dashed = words[joint].marks in ("-", "–", "—") and words[joint].low[0].isdigit()
    dashed = dashed and words[start].low[0].isdigit()
    if not (linked or dashed) or after >= len(words):
        return None
    two = _plain(words, after, known)
    if two is not None and rose:  # "rose from 12 to 17", "fell from 9 to 7"
        return Number(at, two[1], two[0], two[0], two[0])
    if two is None or two[0] <= low:
        return None
    return Number(at, two[1], low, low, two[0])


def _group(words: Sequence[Word], at: int, known: NumberWords) -> Number | None:
    """Read "dozens", "two dozen", "несколько десятков": at least so many (ACLED's floors)."""
    value, after = 1, at
    plain = _plain(words, at, known)
    if plain and plain[1] < len(words) and words[plain[1]].low in known.groups:
        value, after = plain
    elif words[at].low in known.groups:
        value, after = 1, at
        following = known.groups.get(words[at + 1].low, 0) if at + 1 < len(words) else 0
        if following > known.groups[words[at].low]:
            value, after = known.groups[words[at].low], at + 1
    else:
        return None
    size = value * known.groups[words[after].low]
    exact = plain is not None and after > at
    return Number(at, after + 1, size, size, size if exact else None)


def _qualifier(words: Sequence[Word], at: int, known: NumberWords) -> tuple[str, int]:
    """Return which kind of qualifier ends before `at`, and where it begins."""
    for length in (3, 2, 1):
        if at < length:
            continue
        phrase = " ".join(word.low for word in words[at - length : at])
        for kind in ("at_least", "more_than", "at_most", "about"):
            if phrase in getattr(known, kind):
                return kind, at - length
    return "", at


def _qualified(number: Number, words: Sequence[Word], known: NumberWords) -> Number:
    kind, first = _qualifier(words, number.first, known)
    if kind == "at_most" and _grew(words, first, number.last, known):
        kind = ""
    if not kind:
        return number
    best = number.best
    near = max(1, round(best * AROUND))
    low, middle, high = {
        "at_least": (best, best, None),
        "more_than": (best + 1, best + 1, None),
        "at_most": (0, number.high or best, number.high or best),
        "about": (best - near, best, best + near if number.high is not None else None),
    }[kind]
    return Number(first, number.last, max(0, low), middle, high)


def _grew(words: Sequence[Word], first: int, last: int, known: NumberWords) -> bool:
    """Tell whether something rose to a number: "rose to 14"; in Russian also "to 14 rose"."""
    beside = [*words[max(0, first - 1) : first]]
    for word in words[last : last + _BEHIND]:
        if word.breaks:
            break
        beside.append(word)
    return any(word.low.startswith(known.grew) for word in beside)


def _may_count(low: str, known: NumberWords) -> bool:
    """Tell whether a number may begin with a word: most words are passed over by this alone."""
    first = low.partition("-")[0]
    return (
        low[0].isdigit()
        or first in known.numbers
        or low in known.numbers
        or low in known.groups
        or low in known.between
        or low in FROM
    )


def numbers(words: Sequence[Word], known: NumberWords) -> list[Number]:
    """Return the numbers told in `words`, in order, not overlapping.

    "Fewer than" and "more than" move the bounds; "dozens" is 12 and open, as ACLED codes it.
    """
    found: list[Number] = []
    at = 0
    while at < len(words):
        if not _may_count(words[at].low, known):
            at += 1
            continue
        if after := _telephone(words, at):
            at = after
            continue
        number = _range(words, at, known) or _group(words, at, known)
        if number is None:
            plain = _plain(words, at, known)
            number = Number(at, plain[1], plain[0], plain[0], plain[0]) if plain else None
        if number is None:
            at += 1
            continue
        found.append(_qualified(number, words, known))
        at = number.last
    return found
