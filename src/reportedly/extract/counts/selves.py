"""Who died beside those counted: a killer himself, or whoever a "murder-suicide" was of."""

from collections.abc import Iterator, Sequence

from .clauses import IMPLIED, Clauses, Counted

NEAR = 5  # words before "himself" in which what he did to others may end
AND = frozenset({"and", "then"})
GUN_ON = ("gun", "on")


def with_selves(told: Clauses, found: Sequence[Counted]) -> list[Counted]:
    """Return the counts, each killed one with who killed them and then himself.

    "Man kills wife, self" are two dead; "she shot a boy and killed herself" is one.
    """
    selves = [at for at in range(len(told.words)) if _own_death(told, at)]
    for number, one in enumerate(found):
        if one.slot == "killed" and one.best and any(at > one.last for at in selves):
            high = None if one.high is None else one.high + 1
            more = one._replace(low=one.low + 1, best=one.best + 1, high=high)
            return [*found[:number], more, *found[number + 1 :]]  # they die once
    return list(found)


def _own_death(told: Clauses, at: int) -> bool:
    """Tell whether "himself" at a word is told as one more dead."""
    words = told.words
    if words[at].low not in told.lexicon.selves or at == 0:
        return False
    before = tuple(word.low for word in words[max(0, at - len(GUN_ON)) : at])
    if before == GUN_ON or before[-1] in AND or words[at].marks == ",":
        return True
    return any(
        hit.label.slot == "killed" and hit.first < at <= hit.last + 1 for hit in told.fates
    )


def at_all(told: Clauses, barred: set[tuple[str, int]]) -> Iterator[Counted]:
    """Yield the dead of words that tell of a death by themselves: "a murder-suicide"."""
    if any(slot == "killed" for slot, _ in barred):
        return
    for hit in told.hits["deaths"][:1]:
        number = hit.label
        yield Counted("killed", "persons", number, number, number, hit.first, hit.last, IMPLIED)
