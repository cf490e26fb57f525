"""What one text says, as JSON-ready dicts; needs nothing of what links texts to each other."""

from collections.abc import Iterable

import msgspec

from ..model import Attribution, Claim, Document, Label, Reading, Span, Value

Row = dict[str, object]


def value_row(value: Value) -> object:
    """Return a label as its word, any other value as a dict of its fields.

    >>> value_row(Label(value="gas_explosion"))
    'gas_explosion'
    """
    if isinstance(value, Label):
        return value.value
    row = msgspec.to_builtins(value)
    del row["type"]
    return row


def offsets(spans: Iterable[Span]) -> list[list[int]]:
    """Return where each span begins and ends."""
    return [[span.start, span.end] for span in spans]


def _attribution_row(attribution: Attribution) -> Row:
    return {
        "source": offsets(attribution.source),
        "cue": offsets(attribution.cue),
        "content": offsets(attribution.content),
        "chain": [voice.name for voice in attribution.chain],
        "stance": attribution.stance.value,
        "basis": attribution.basis.value,
        "certainty": attribution.certainty.value,
    }


def _claim_row(claim: Claim) -> Row:
    return {
        "slot": claim.slot,
        "value": value_row(claim.value),
        "spans": offsets(claim.spans),
        "stance": claim.stance.value,
    }


def reading_row(document: Document, reading: Reading) -> Row:
    """Return what one text says, by whom; offsets count code points of the text as given."""
    return {
        "id": document.key,
        "lang": document.lang,
        "attributions": [_attribution_row(each) for each in reading.attributions],
        "claims": [_claim_row(each) for each in reading.claims],
    }
