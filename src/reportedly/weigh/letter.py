"""The Admiralty letter of who gives an answer: a matter of record, never of kind."""

from collections.abc import Iterable

from reportedly.link.agreement import Ledger
from reportedly.model import Reliability

from .testimony import Testimony


def letter(testimony: Testimony, ledger: Ledger) -> tuple[Reliability, str]:
    """Return the letter of who knew and a sentence on it: F unless a dated record says else.

    It is the letter of the voice that knew, not of the relay that passed it on (ADM-6), as it
    stood when the report came out. Being an office or an agency earns nothing by itself.
    """
    report = ledger.documents[testimony.claim.doc]
    name = testimony.relying or testimony.who
    source = ledger.directory.find(name, report.handle if name == report.source else None)
    entries = [
        entry
        for entry in (source.track if source else ())
        if report.published is None or entry.since <= report.published
    ]
    if not entries:
        return Reliability.F, f"“{name}” has no track record here: F, unknown."
    last = max(entries, key=lambda entry: (entry.since, entry.letter.value))
    return (
        last.letter,
        f"“{name}” is {last.letter.value} since {last.since:%Y-%m-%d}: {last.because}",
    )


def best(letters: Iterable[tuple[Reliability, str]]) -> tuple[Reliability, str]:
    """Return the best letter, the earliest named where several are equal; F where none is."""
    nobody = Reliability.F, "Nobody in this case vouches for it: F, unknown."
    return min(letters, key=lambda each: each[0].value, default=nobody)
