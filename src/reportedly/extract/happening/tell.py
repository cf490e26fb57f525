"""One document to its accounts and claims."""

from collections.abc import Sequence

from ...lang.happening import LANGUAGES
from ...model import Account, Attribution, Claim, Document, Span, identify
from .claims import claims
from .grouping import Draft, drafts, when
from .reading import read

# What a happening is called after, first of these told in the opening sentence.
ORDER = (
    "alert",
    "shooting",
    "sabotage",
    "drone_attack",
    "missile_strike",
    "shelling",
    "air_defence",
    "crash",
    "explosion",
    "fire",
    "accident",
    "airspace_closure",
    "outage",
    "evacuation",
    "other",
)
# So many accounts from items of a list make a digest, which is about none of them.
DIGEST = 3


def _type(draft: Draft) -> str:
    for sure in (True, False):
        for sentence in draft.events:
            told = {
                t.value for t in sentence.facts.tellings if t.slot == "type" and t.sure == sure
            }
            for kind in ORDER:
                if kind in told:
                    return kind
    return "other"


def _digest(found: list[Draft]) -> bool:
    items = [d for d in found if d.events and d.events[0].text_marks]
    return len(found) >= DIGEST and len(items) >= DIGEST - 1


def tell(
    doc: Document, attributions: Sequence[Attribution]
) -> tuple[tuple[Account, ...], tuple[Claim, ...]]:
    """Return the accounts a document gives of happenings, and the claims in them.

    The account a document is mainly about comes first and is its headline; a digest has
    none. Languages other than English, Russian and Ukrainian give nothing. Linear in the
    length of the text.
    """
    if doc.lang not in LANGUAGES:
        return (), ()
    found = drafts(read(doc, attributions), doc.published)
    digest = _digest(found)
    accounts, claimed = [], []
    for number, draft in enumerate(found):
        told = claims(doc, draft, attributions)
        kind, place = _type(draft), draft.place
        spans = tuple(Span(doc.id, s.start, s.end) for s in draft.events)
        accounts.append(
            Account(
                id=identify("account", doc.id, kind, [(s.start, s.end) for s in spans]),
                doc=doc.id,
                type=kind,
                place=place,
                when=when(draft),
                spans=spans,
                claims=tuple(claim.id for claim in told),
                headline=number == 0 and not digest,
            )
        )
        claimed += told
    return tuple(accounts), tuple(claimed)
