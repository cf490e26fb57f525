"""Counts that no number states: "nobody was hurt", "погибла женщина"."""

from ...lang.happening import Fate
from ...text.phrases import Hit
from .arms import brought_down
from .clauses import IMPLIED, SPARED, TOLD, YIELDS, Clauses, Counted, done_to_others, longest
from .companion import before, companions
from .lexicon import NEVER
from .shares import ARMS

NEAR = 3  # words before a fate in which "he" may stand
ONE_MORE = 4  # words between "another" and the fate of one more
ANOTHER = 2  # words before a fate in which "another" may stand
NOT_ONE = frozenset({"не", "ни", "ні", "никто", "ніхто", "not", "were", "are", "been", "and"})
NOBODY = frozenset({"никто", "никого", "ніхто", "нікого", "nobody", "one"})
RELATIVE = frozenset({"кто", "які", "хто", "who", "которые", "который", "те"})


def nobody(told: Clauses) -> list[Counted]:
    """Return the noughts of "пострадавших нет", but not of "no word on the injured"."""
    unsaid = [hit.first for hit in told.hits["unsaid"]]
    hits = [(hit, TOLD) for hit in told.hits["nones"]]
    hits += [(hit, SPARED) for hit in told.hits["spared"]]
    return [
        Counted(hit.label.slot, "persons", 0, 0, 0, hit.first, hit.last, role)
        for hit, role in hits
        if not any(_together(told, at, hit.first) for at in unsaid)
        and told.words[max(0, hit.first - 1)].low not in RELATIVE
        and _of_people(told, hit)
    ]


def _together(told: Clauses, first: int, last: int) -> bool:
    """Tell whether no mark parts two words, the first of which comes first."""
    return first <= last and not any(word.breaks for word in told.words[first + 1 : last + 1])


def _of_people(told: Clauses, hit: Hit[Fate]) -> bool:
    """Tell whether nothing but people can be what was not hurt: no "buildings" before it."""
    told_of = told.words[hit.first : hit.last]
    if any(told.lexicon.unit(w) == "persons" or w.low in NOBODY for w in told_of):
        return True
    before = [
        told.lexicon.unit(word)
        for at, word in enumerate(told.words[: hit.first])
        if told.clause[at] == told.clause[hit.first]
    ]
    return NEVER not in before or "persons" in before


def _subject(told: Clauses, hit: Hit[Fate], clause: int) -> tuple[str, int]:
    """Return the unit of a noun, name or pronoun in the clause that can have the fate.

    With it comes how many more are named beside it: "teen, woman shot".
    """
    for at, word in enumerate(told.words):
        if told.clause[at] == clause and not hit.first <= at < hit.last:
            unit = told.lexicon.unit(word)
            able = unit in hit.label.units and not told.lexicon.several(word)
            if unit in ARMS and not brought_down(told, hit, at):
                continue
            if able and not done_to_others(told, hit, at):
                return unit, _beside(told, hit, clause, at) if unit == "persons" else 0
    named = "persons" in hit.label.units and _person(told, hit, clause)
    return ("persons" if named else ""), 0


def _beside(told: Clauses, hit: Hit[Fate], clause: int, at: int) -> int:
    """Return how many more than the person at `at`, before the fate, it befalls."""
    if not told.lexicon.listing or at >= hit.first:
        return 0
    more = before(told, told.clause.index(clause)) + companions(told, at + 1)
    return more + (earlier(told, hit, max(0, at - 1), at + 1) if not more else 0)


def earlier(told: Clauses, hit: Hit[Fate], first: int, last: int) -> int:
    """Return how many died before the one told of: "a third man has died"."""
    if hit.label.slot != "killed" or told.words[hit.last - 1].low not in told.lexicon.dying:
        return 0
    told_of = (told.lexicon.ordinals.get(word.low, 1) for word in told.words[first:last])
    return max(told_of, default=1) - 1


def _person(told: Clauses, hit: Hit[Fate], clause: int) -> bool:
    """Tell whether "he" or a name of two words stands before a fate in a clause."""
    here = [at for at in range(hit.first) if told.clause[at] == clause]
    words = told.words
    if any(words[at].low in told.lexicon.pronouns for at in here[-NEAR:]):
        return not done_to_others(told, hit, hit.first - 1)
    if not told.lexicon.pronouns or sum(w.capital for w in words) * 2 > len(words):
        return False  # a headline
    named = any(
        words[at].capital and words[at + 1].capital and not words[at + 1].marks
        for at in here[:-1]
        if at + 1 in here
    )
    return named and not done_to_others(told, hit, here[0])


def _another(told: Clauses, hit: Hit[Fate]) -> bool:
    """Tell whether one more has a fate: "two killed and another badly hurt"."""
    before = told.words[max(0, hit.first - ANOTHER) : hit.first]
    plain = [word.low for word in before if told.lexicon.unit(word) == "persons"]
    return "persons" in hit.label.units and bool(plain) and plain[-1] == "another"


def _more(told: Clauses, hit: Hit[Fate], clause: int) -> bool:
    """Tell whether a clause speaks of one more: "another was shot", no "shot by another"."""
    return any(
        word.low in told.lexicon.language.more
        and told.clause[at] == clause
        and at != hit.last
        and -ONE_MORE <= at - hit.first <= ONE_MORE
        and told.words[at - 1].low not in told.lexicon.language.agents
        for at, word in enumerate(told.words)
    )


def single(told: Clauses, barred: set[tuple[str, int]]) -> list[Counted]:
    """Return the ones of "погибла женщина", "сбит дрон"."""
    found = []
    asked = [hit.first for hit in told.hits["asked"]]
    figures = [*told.hits["figures"], *(hit for hit in told.fates if hit.label.slot == NEVER)]
    said = {at for hit in figures for at in range(hit.first, hit.last)}
    for hit in longest(told.hits["ones"]):
        if not said.isdisjoint(range(hit.first, hit.last)):
            continue  # "killed the mood", "was nearly killed"
        here = told.clause[hit.first]
        if any(told.clause[at] == here and at < hit.first for at in asked):
            continue
        negated = hit.first and told.words[hit.first - 1].low in NOT_ONE
        part = any(told.clause[at] == here for at in told.parts)
        if part or negated or (hit.label.slot, here) in barred:
            continue
        numbered = any(
            told.clause[number.first] == here
            and number.best != 1
            and not told.lexicon.stands(told.words[max(0, number.first - 1)].low)
            for number in told.numbers
        )
        another = _another(told, hit)
        # "Will Smith, known as ..., died": the subject may stand in the first clause.
        unit, more = _subject(told, hit, here)
        if not unit:
            unit, more = _subject(told, hit, told.clause[0])
        if (unit and not numbered) or another:
            unit, many = unit or "persons", 1 + more * (not another)
            role = YIELDS if hit.label.yields and not _more(told, hit, here) else IMPLIED
            found.append(
                Counted(hit.label.slot, unit, many, many, many, hit.first, hit.last, role)
            )
            barred.add((hit.label.slot, here))
    return found
