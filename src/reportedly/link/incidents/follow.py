"""Reports that go on with a story in words of their own: more footage, an arrest, a denial."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from .cluster import Score
from .telling import Telling

Least = Callable[[Telling], float]
GoesOn = Callable[[Telling, Telling], bool]
BySource = Mapping[str, Sequence[Telling]]
_AGREE = 2  # members of an incident that must each speak for it
_BORNE = 0.2  # part of the reports of an incident that must tell it, not only go on with it
_LEAD = 2.0  # bits by which what one report speaks for must lead the next incident


def steps(
    texts: Sequence[Sequence[Telling]], pairs: Iterable[tuple[int, int]], goes_on: GoesOn
) -> list[tuple[int, int]]:
    """Return the texts that are but more of what their source has told, each with what that is.

    "The fire in Moscow is out" is of the fire in Elm Street that the source told of, and says
    of no other fire in Moscow that it is the same. Linear in the tellings of each pair.
    """
    told = _by_source(texts)
    return [
        (loose, fixed)
        for one, other in pairs
        for loose, fixed in ((one, other), (other, one))
        if any(
            goes_on(late, early)
            for late in texts[loose]
            for early in told[fixed].get(late.document.source, ())
        )
    ]


def gone_on(
    texts: Sequence[Sequence[Telling]],
    groups: Sequence[tuple[int, ...]],
    more: Sequence[tuple[int, int]],
) -> list[tuple[int, ...]]:
    """Return the groups, those without any place with the one that they go on with.

    "More footage from the fire" shares no word with the report of the fire, and needs none. A
    group goes where its first text goes on, with the latest of what it goes on with. `more` are
    the `steps`; the place of a text that takes one is as good as none.
    """
    loosened = {loose for loose, _ in more}
    home = {each: number for number, group in enumerate(groups) for each in group}
    nowhere = {
        number
        for number, group in enumerate(groups)
        if all(texts[each][0].place is None or each in loosened for each in group)
    }
    after: dict[int, tuple[int, int]] = {}  # by group: its text that goes on, and with what
    for loose, fixed in more:
        if home[loose] not in nowhere or home[loose] == home[fixed]:
            continue
        if home[fixed] in nowhere and fixed > loose:
            continue
        found = after.get(home[loose])
        if found is None or (loose, -fixed) < (found[0], -found[1]):
            after[home[loose]] = loose, fixed
    members = [list(group) for group in groups]
    for number in sorted(after):
        members[_end(number, after, home)] += members[number]
        members[number] = []
    return [tuple(sorted(group)) for group in members if group]


def _end(number: int, after: dict[int, tuple[int, int]], home: dict[int, int]) -> int:
    """Return the group that a group goes on with in the end: more of more of a fire."""
    passed = {number}
    while number in after and home[after[number][1]] not in passed:
        number = home[after[number][1]]
        passed.add(number)
    return number


def _by_source(texts: Sequence[Sequence[Telling]]) -> list[BySource]:
    found: list[BySource] = []
    for text in texts:
        told: dict[str, list[Telling]] = defaultdict(list)
        for each in text:
            told[each.document.source].append(each)
        found.append(dict(told))
    return found


def follow(
    texts: Sequence[Sequence[Telling]],
    groups: Sequence[tuple[int, ...]],
    pairs: Iterable[tuple[int, int]],
    score: Score,
    least: Least,
) -> list[list[int]]:
    """Return the groups that tell an incident, with the texts that go on about it.

    A follow-up is unlike most reports of its incident, so it is asked for two that it is like:
    the second best score decides, and must reach what `least` asks of such a text. Followers
    are the texts without an account and those left alone. What is denied has been told, if only
    once: a denial is asked for one, after the others. Only candidate pairs are asked. Where but
    a few of many reports have an account, the talk is of something else: they stand alone.
    """
    told = [list(group) for group in groups if any(_tells(texts, each) for each in group)]
    home = {each: number for number, group in enumerate(told) for each in group}
    alone = {group[0] for group in told if len(group) == 1}
    near: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        for loose, fixed in ((one, other), (other, one)):
            following = loose not in home or loose in alone
            denied = texts[loose][0].answers and not texts[fixed][0].answers
            told_of = fixed in home and (fixed not in alone or denied)
            if following and told_of and _somewhere(texts, fixed):
                near[loose].append(fixed)
    for loose in sorted(near, key=lambda each: (texts[each][0].answers, each)):
        bits: dict[int, list[float]] = defaultdict(list)
        for fixed in near[loose]:
            bits[home[fixed]].append(score(loose, fixed))
        agree = 1 if texts[loose][0].answers else _AGREE
        last = {
            number: sorted(each)[-agree] for number, each in bits.items() if len(each) >= agree
        }
        best = max(last, key=lambda number: (last[number], -number), default=None)
        if best is None or last[best] < least(texts[loose][0]):
            continue
        if agree == 1 and sum(last[best] - each < _LEAD for each in last.values()) > 1:
            continue  # which of two blasts was denied is not known
        told[best].append(loose)
        if loose in alone:
            told[home[loose]].remove(loose)
        home[loose] = best
    return [_borne(texts, group) for group in told if group]


def _borne(texts: Sequence[Sequence[Telling]], group: list[int]) -> list[int]:
    """Return a group, only its texts that tell the incident where hardly any of it does."""
    telling = [each for each in group if _tells(texts, each)]
    reports = sum(len(texts[each]) for each in telling)
    return group if reports >= _BORNE * sum(len(texts[each]) for each in group) else telling


def _somewhere(texts: Sequence[Sequence[Telling]], position: int) -> bool:
    """Tell whether a text tells an incident that can be gone on with.

    What goes on about a whole country is talk of the war, not of one attack.
    """
    place = texts[position][0].place
    return _tells(texts, position) and not (place is not None and place.kind == "country")


def _tells(texts: Sequence[Sequence[Telling]], position: int) -> bool:
    return texts[position][0].account is not None
