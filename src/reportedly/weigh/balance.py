"""What speaks for an answer and what against it."""

from collections.abc import Iterable

import msgspec

from reportedly.link.agreement import (
    BECAUSE,
    HURT,
    Ledger,
    Standing,
    died,
    standing,
    superseded,
)
from reportedly.model import Answer, Incident, Independence, Question

from .tables import weights
from .testimony import Testimony, testimonies


class Opposed(msgspec.Struct, frozen=True, kw_only=True):
    """A testimony for an answer that cannot be right together with this one."""

    testimony: Testimony
    answer: Answer


class Balance(msgspec.Struct, frozen=True, kw_only=True):
    """The testimonies on both sides of one answer; each origin counts once a side."""

    prior: float
    favour: tuple[Testimony, ...] = ()
    against: tuple[Opposed, ...] = ()
    replaced: tuple[Testimony, ...] = ()  # those that replaced it; empty: it stands
    why_replaced: str = ""

    @property
    def opponents(self) -> tuple[Testimony, ...]:
        """Return the testimonies against."""
        return tuple(each.testimony for each in self.against)

    @property
    def bits(self) -> float:
        """Return log2 odds: the prior and every reason as it is shown, within the ceiling."""
        parts = [self.prior, *(each.bits for each in self.favour), -echo(self.favour)]
        parts += [counter(each) for each in self.opponents]
        parts += [regained(self.opponents), -weights().superseded if self.replaced else 0.0]
        top = weights().ceiling
        return round(max(-top, min(top, sum(parts))), 2)

    def without(self, origin: str) -> "Balance":
        """Return the balance had one origin not spoken."""
        return msgspec.structs.replace(
            self,
            favour=tuple(each for each in self.favour if each.origin.id != origin),
            against=tuple(each for each in self.against if each.testimony.origin.id != origin),
            replaced=tuple(each for each in self.replaced if each.origin.id != origin),
        )


def echo(side: tuple[Testimony, ...]) -> float:
    """Return the bits a side loses because some origins may echo others of it."""
    return round(sum(each.bits for each in side) - total(side), 2)


def total(side: tuple[Testimony, ...]) -> float:
    """Return what a side is worth in bits, never below its strongest testimony.

    A voice counts once, by way of however many origins. The strongest testimony counts in
    full; a further one keeps a share where its independence is not established, and nothing
    where it is known not to be independent.
    """
    if not side:
        return 0.0
    found: dict[str, Testimony] = {}
    for each in side:
        known = found.get(each.voice)
        if known is None or _kept(each) > _kept(known):
            found[each.voice] = each
    alone = list(found.values())
    best = min(alone, key=lambda each: (-each.bits, lost(each)))
    # Rounded here, not where it is shown: one more testimony that adds nothing must add 0.00.
    return round(sum(map(_kept, alone)) + best.bits * lost(best), 2)


def _kept(testimony: Testimony) -> float:
    return testimony.bits * (1 - lost(testimony))


def voices(side: Iterable[Testimony]) -> int:
    """Return how many different voices speak on a side."""
    return len({each.voice for each in side})


def counter(testimony: Testimony) -> float:
    """Return the bits that a testimony for a rival answer takes away."""
    return round(-weights().against * testimony.bits, 2)


def regained(opponents: tuple[Testimony, ...]) -> float:
    """Return the bits given back because some opponents may echo others."""
    taken = sum(map(counter, opponents))
    return round(round(-weights().against * total(opponents), 2) - taken, 2)


def lost(testimony: Testimony) -> float:
    """Return the share of a further testimony that does not count: it may be an echo."""
    shares = {
        Independence.INDEPENDENT: 0.0,
        Independence.NOT_ESTABLISHED: weights().not_established,
        Independence.NOT_INDEPENDENT: 1.0,
    }
    return shares[testimony.origin.independence]


def balance(
    incident: Incident, question: Question, index: int, gone: frozenset[int], ledger: Ledger
) -> Balance:
    """Set the answer `index` of a question against all the others.

    Answers in `gone` have been replaced, and no longer speak against the others.
    """
    answer = question.answers[index]
    against: dict[str, Opposed] = {}
    replaced: tuple[Testimony, ...] = ()
    why = ""
    for number, other in enumerate(question.answers):
        if number == index:
            continue
        found = standing(question.slot, answer, other, ledger).standing
        if found not in (Standing.CONTRADICTS, Standing.SUPERSEDED):
            continue
        if found is Standing.CONTRADICTS and number in gone:
            continue
        spoken = testimonies(incident, other, ledger)
        if found is Standing.SUPERSEDED:
            newer = superseded(question.slot, answer, other, ledger)
            if newer is None:
                continue  # the other one was replaced by this: it speaks no longer
            replaced, why = replaced or tuple(spoken), why or newer
        for each in spoken:
            known = against.get(each.origin.id)
            if known is None or _stronger(each, known.testimony, ledger):
                against[each.origin.id] = Opposed(testimony=each, answer=other)
    if question.slot == HURT and (dead := died(incident).get(index)) is not None:
        replaced, why = replaced or tuple(testimonies(incident, dead, ledger)), why or BECAUSE
    return Balance(
        prior=weights().prior.get(question.slot, 0.0),
        favour=tuple(testimonies(incident, answer, ledger)),
        against=tuple(
            sorted(against.values(), key=lambda each: ledger.order(each.testimony.claim))
        ),
        replaced=replaced,
        why_replaced=why,
    )


def _stronger(one: Testimony, other: Testimony, ledger: Ledger) -> bool:
    """Tell whether an origin's word for one answer outdoes its word for another, the first."""
    return (-one.bits, ledger.order(one.claim)) < (-other.bits, ledger.order(other.claim))
