"""Incidents to graded answers."""

from collections.abc import Iterator, Mapping, Sequence

from reportedly.link.agreement import Ledger, gone, replaced
from reportedly.model import (
    Assessment,
    Derivation,
    Document,
    Incident,
    Independence,
    Reading,
    Reason,
    Source,
)

from .balance import Balance, balance, voices
from .change import leave_one_out, would_change
from .grade import confidence, derivation, digit
from .letter import best, letter
from .reasons import reasons
from .testimony import Testimony


def assess(
    incidents: Sequence[Incident],
    readings: Mapping[str, Reading],
    documents: Sequence[Document],
    derivations: Sequence[Derivation],
    sources: Sequence[Source],
) -> tuple[Assessment, ...]:
    """Grade every answer to every question of every incident, in their order.

    Bits are summed over origins, so copies, forwards and relays add nothing. The digit comes
    from the same testimonies by the rows of grades.toml, the letter from dated records alone;
    neither looks at the other. `derivations` are already inside the incidents' origins.
    """
    ledger = Ledger.of(documents, readings, sources)
    return tuple(
        assessment
        for incident in incidents
        for assessment in _incident(incident, ledger.within(incident.origins))
    )


def _incident(incident: Incident, ledger: Ledger) -> Iterator[Assessment]:
    for question in incident.questions:
        old = replaced(question.slot, question.answers, ledger)
        old |= gone(incident, question.slot)
        for index in range(len(question.answers)):
            weighed = balance(incident, question, index, old, ledger)
            given, record = best(letter(each, ledger) for each in weighed.favour)
            without = leave_one_out(weighed)
            yield Assessment(
                incident=incident.id,
                slot=question.slot,
                answer=index,
                prior_bits=weighed.prior,
                reasons=(*reasons(weighed, ledger), *_derivation(weighed, record)),
                independent=voices(each for each in weighed.favour if each.independent),
                not_established=voices(each for each in weighed.favour if _open(each)),
                reliability=given,
                credibility=digit(weighed).give,
                confidence=confidence(weighed).give,
                without=without,
                would_change=would_change(weighed, incident, without),
            )


def _derivation(weighed: Balance, record: str) -> Iterator[Reason]:
    """Yield how the grades came about (ADM-5); they weigh nothing."""
    for name, sentence in (*derivation(weighed), ("reliability", record)):
        yield Reason(name=name, bits=0.0, because=sentence)


def _open(testimony: Testimony) -> bool:
    return testimony.origin.independence is Independence.NOT_ESTABLISHED
