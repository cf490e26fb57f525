"""Whether what a sentence names has happened: plans, forecasts, what there was none of."""

from collections.abc import Mapping, Sequence
from functools import cache

from ...lang.happening import happening
from ...lang.morphology import tense
from ...text.phrases import Hit, Hits
from ...text.words import Word
from .telling import Telling

BESIDE = ("при", "під", "at")  # besides prepositions of place: what stands behind has been
OPENS = 2  # words of "exactly ten" before "years ago"
_NEAR = 5  # words between a happening and what says that there was none
_NOT, _BUT = frozenset({"не", "not"}), frozenset({"а", "но", "але", "but"})
_ARTICLE = 2  # words of "not a" before a happening
_FUTURE = ("тиме", "тимуть")  # "триватиме": it will last
EXPLAINS = frozenset({"exercise", "missile_test"})  # causes that are named like plans


def unreal(
    hits: Sequence[Hit[bool]], clauses: Sequence[int], tellings: Sequence[Telling]
) -> frozenset[int]:
    """Return the clauses of plans and the like; what turns out an exercise has happened."""
    explained = {
        at
        for cause in tellings
        if cause.slot == "cause" and cause.value in EXPLAINS
        for at in range(cause.first, cause.last)
        if any(
            what.slot == "type"
            and what.first < cause.first
            and clauses[what.first] == clauses[at]
            for what in tellings
        )
    }
    # "He threatened her with a knife": a deed.
    done = {
        at
        for what in tellings
        if what.slot == "type" and what.sure and what.last - what.first > 1
        for at in range(what.first, what.last)
    }
    return frozenset(clauses[h.first] for h in hits if h.first not in explained | done)


def tenses_of(
    told: Sequence[Word], clauses: Sequence[int], language: str
) -> Mapping[int, frozenset[str]]:
    """Return the tenses of the verbs of each clause, as far as single words tell them.

    In Ukrainian a future of one word is known only; English tells it by words of its own.
    """
    found: dict[int, set[str]] = {clause: set() for clause in clauses}
    for clause, word in zip(clauses, told, strict=True):
        if language == "ru":
            found[clause].add(tense(word.low))
        elif language == "uk" and word.low.endswith(_FUTURE):
            found[clause].add("futr")
    return {clause: frozenset(each - {""}) for clause, each in found.items()}


def listed(
    told: Sequence[Word],
    clauses: Sequence[int],
    unreal: frozenset[int],
    tenses: Mapping[int, frozenset[str]],
) -> frozenset[int]:
    """Return `unreal` with what goes on without a verb: "tomorrow brings snow, strong wind"."""
    found = set(unreal)
    for clause, each in tenses.items():
        opens = told[clauses.index(clause)]
        if opens.marks == "," and clause - 1 in found and not each:
            found.add(clause)
    return frozenset(found)


def remote(hits: Hits, tellings: Sequence[Telling]) -> bool:
    """Tell whether a sentence opens with "ten years ago", or marks what happened."""
    happened = [telling.first for telling in tellings if telling.slot == "type"]
    return any(hit.first <= OPENS for hit in hits["remote"]) or any(
        hit.first < min(happened, default=0) for hit in hits["marked"]
    )


@cache
def _before(language: str) -> frozenset[str]:
    """Return the words behind which a happening has been: "after the blast"."""
    known = happening(language)
    return frozenset((*known.places.at, *known.after_all, *BESIDE))


def _corrected(telling: Telling, told: Sequence[Word]) -> bool:
    """Tell whether another thing is put in its place: "it was not a drone but a pipe"."""
    before = [word.low for word in told[max(0, telling.first - _ARTICLE) : telling.first]]
    while before and before[-1] in ("a", "an", "the"):
        before.pop()
    if not before or before[-1] not in _NOT:
        return False
    return any(
        word.low in _BUT and (word.breaks or word.low == "but") for word in told[telling.last :]
    )


def absent(
    hits: Sequence[Hit[bool]], tellings: Sequence[Telling], told: Sequence[Word], language: str
) -> frozenset[int]:
    """Return the happenings told of as none: "no explosion", "взрыва в Туле не было".

    What "was not a drone but a pipe" was no drone.
    "After the blast there were no victims" has had its blast: a preposition stands before it;
    and between a happening and "was not" stand only where, or what it was at.
    """
    none, before = happening(language).none, _before(language)
    sites = {at for t in tellings if t.slot == "target" for at in range(t.first, t.last)}

    def bare(telling: Telling) -> bool:
        return telling.first == 0 or told[telling.first - 1].low not in before

    def where(at: int) -> bool:
        word = told[at]
        behind = told[at - 1].low in before  # "взрыва на химкомбинате не было"
        return not word.breaks and (word.low in before or word.capital or behind or at in sites)

    return frozenset(
        telling.first
        for telling in tellings
        if telling.slot == "type"
        and (
            (telling.first > 0 and told[telling.first - 1].low in none)
            or _corrected(telling, told)
            or any(
                telling.last <= hit.first <= telling.last + _NEAR
                and bare(telling)
                and all(where(at) for at in range(telling.last, hit.first))
                for hit in hits
            )
        )
    )
