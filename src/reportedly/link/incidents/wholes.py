"""Which incident is one region's part of a total that another one tells."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from reportedly.link.agreement import Standing, relate
from reportedly.model import Account, Claim, Count, Incident


class Portion(msgspec.Struct, frozen=True, kw_only=True):
    """Of a count told for `whole`, `part` has its share: it is counted there already."""

    whole: str  # incident id
    part: str  # incident id
    slot: str
    total: Count
    share: Count
    reports: tuple[
        str, ...
    ]  # document ids of those that tell both, as the incident orders them


def portions(
    incidents: Sequence[Incident], accounts: Iterable[Account], claims: Iterable[Claim]
) -> tuple[Portion, ...]:
    """Return the parts of totals among incidents, in the order of the incidents.

    A report ties them that tells a total over several places and, in the same words, the share
    of one of these. Linear in the accounts.
    """
    home = {account: each.id for each in incidents for account in each.accounts}
    counts = {claim.id: claim for claim in claims if isinstance(claim.value, Count)}
    told: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        if account.id in home and any(claim in counts for claim in account.claims):
            told[account.doc].append(account)
    found: dict[tuple[str, str, str], list[tuple[str, Count, Count]]] = defaultdict(list)
    for doc, mine in told.items():
        for whole in mine:
            for part in mine:
                if home[whole.id] != home[part.id] and _holds(whole, part):
                    for slot, total, share in _shared(whole, part, counts):
                        key = home[whole.id], home[part.id], slot
                        found[key].append((doc, total, share))
    place = {each.id: number for number, each in enumerate(incidents)}
    order = {each.id: {doc: n for n, doc in enumerate(each.reports)} for each in incidents}
    return tuple(
        _portion(key, found[key], order[key[0]])
        for key in sorted(found, key=lambda key: (place[key[0]], place[key[1]], key[2]))
    )


def _holds(whole: Account, part: Account) -> bool:
    """Tell whether one account is told in words that tell the other, too."""
    return all(
        any(s.start <= span.start and span.end <= s.end for s in whole.spans)
        for span in part.spans
    )


def _shared(
    whole: Account, part: Account, counts: dict[str, Claim]
) -> Iterator[tuple[str, Count, Count]]:
    for total in (counts[claim] for claim in whole.claims if claim in counts):
        for share in (counts[claim] for claim in part.claims if claim in counts):
            more, less = total.value, share.value
            if total.slot != share.slot or not isinstance(more, Count):
                continue
            if isinstance(less, Count) and _is_part(total.slot, less, more):
                yield total.slot, more, less


def _is_part(slot: str, share: Count, total: Count) -> bool:
    wider = len(total.scope or "") > len(share.scope or "")
    return wider and relate(slot, share, total).standing is Standing.PART


def _portion(
    key: tuple[str, str, str],
    told: Sequence[tuple[str, Count, Count]],
    order: dict[str, int],
) -> Portion:
    """Join what several reports tell of one part: the figures of the last of them stand."""
    whole, part, slot = key
    by_time = sorted(told, key=lambda one: (order.get(one[0], len(order)), one[0]))
    _, total, share = by_time[-1]
    reports = tuple(dict.fromkeys(doc for doc, _, _ in by_time))
    return Portion(whole=whole, part=part, slot=slot, total=total, share=share, reports=reports)
