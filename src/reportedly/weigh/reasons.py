"""Every bit with its sentence and the words to look at."""

from collections.abc import Iterator, Sequence

from reportedly.link.agreement import Ledger, shown
from reportedly.model import Basis, Independence, Reason

from .balance import Balance, Opposed, counter, echo, regained
from .tables import weights
from .testimony import Testimony

_KNOWS = {
    Basis.OFFICIAL: "speaking for an office",
    Basis.NAMED: "speaking under their name",
    Basis.ANONYMOUS: "not named",
    Basis.EYEWITNESS: "who was there",
    Basis.FOOTAGE: "showing footage",
    Basis.MEDIA: "a medium that does not say how it knows",
    Basis.UNSTATED: "who does not say how they know",
}
_PARTS = {
    "hedged": "“{who}” hedges: the words are not put as certain.",
    "inexact": "“{who}” gives a wider value that this one fits in.",
    "against interest": "“{speaker}” speaks for the side that this answer hurts.",
}


def reasons(balance: Balance, ledger: Ledger) -> tuple[Reason, ...]:
    """Return why an answer stands where it stands; prior and reasons sum to the score."""
    found = [
        *(reason for each in balance.favour for reason in _favour(each, ledger)),
        *(_opposed(each, ledger) for each in balance.against),
        *_both_sides(balance.favour),
        *_whole(balance),
    ]
    over = round(balance.bits - balance.prior - sum(reason.bits for reason in found), 2)
    if over:
        sentence = "No answer is taken beyond what the highest and lowest terms can carry."
        found.append(Reason(name="ceiling", bits=over, because=sentence))
    return tuple(found)


def _favour(testimony: Testimony, ledger: Ledger) -> Iterator[Reason]:
    name = testimony.who
    for part, bits in testimony.parts().items():
        if part == "origin":
            sentence = f"{_named(testimony)} says so{_in_report(testimony, ledger)}."
        else:
            sentence = _PARTS[part].format(who=name, speaker=testimony.relying or name)
        yield Reason(
            name=part, bits=round(bits, 2), because=sentence, shown=testimony.claim.spans
        )


def _opposed(opposed: Opposed, ledger: Ledger) -> Reason:
    testimony = opposed.testimony
    told = shown(opposed.answer.value)
    name = "denied" if opposed.answer.denied else "contradicted"
    verb = "denies" if opposed.answer.denied else "says"
    return Reason(
        name=name,
        bits=counter(testimony),
        because=f"{_named(testimony)} {verb} “{told}”.",
        shown=testimony.claim.spans,
    )


def _both_sides(favour: Sequence[Testimony]) -> Iterator[Reason]:
    """Yield that offices of two countries say the same, each by an origin of its own.

    It is noted once origins are collapsed, and weighs nothing: what each says is counted.
    """
    spoken: dict[str, Testimony] = {}
    for each in favour:
        alone = each.origin.independence is not Independence.NOT_INDEPENDENT
        if each.side is not None and each.exact and not each.hedged and alone:
            spoken.setdefault(each.side, each)
    said = list(spoken.values())
    if len({each.origin.id for each in said}) < 2:
        return
    named = " and ".join(f"“{each.who}” ({each.side})" for each in said)
    yield Reason(
        name="both sides",
        bits=0.0,
        because=f"Offices of two sides say the same: {named}.",
        shown=tuple(span for each in said for span in each.claim.spans),
    )


def _whole(balance: Balance) -> Iterator[Reason]:
    """Yield the reasons that belong to a side as a whole, and so show no single report."""
    lost = -echo(balance.favour)
    if lost:
        sentence = "Origins that may echo each other, or are one voice, do not count in full."
        yield Reason(name="not established", bits=lost, because=sentence)
    back = regained(balance.opponents)
    if back:
        sentence = "Origins against it that may echo each other do not count in full."
        yield Reason(name="not established against", bits=back, because=sentence)
    if balance.replaced:
        sentence = balance.why_replaced[0].upper() + balance.why_replaced[1:] + "."
        yield Reason(name="superseded", bits=-weights().superseded, because=sentence)


def _named(testimony: Testimony) -> str:
    knows = _KNOWS[testimony.basis]
    if testimony.relying is None or testimony.relying == testimony.who:
        return f"“{testimony.who}”, {knows},"
    return f"“{testimony.who}”, going back to “{testimony.relying}”, {knows},"


def _in_report(testimony: Testimony, ledger: Ledger) -> str:
    source = ledger.documents[testimony.claim.doc].source
    known = ledger.directory.key(source) == ledger.directory.key(testimony.who)
    return "" if known else f" in a report of “{source}”"
