"""Origins that are only heard of beside what their reports are mainly about."""

from collections.abc import Sequence

import msgspec

from reportedly.model import Independence, Origin

from .telling import Telling

_WHY = "Its reports tell of this only beside what they are mainly about."
_FIRST = "{}; the first report that is mainly about this"


def passing(behind: Sequence[Origin], group: Sequence[Telling]) -> tuple[Origin, ...]:
    """Return the origins, those heard of in passing alone without established independence.

    A digest or an article about something else repeats what is going round: nothing shows that
    it knows of this by itself. Where no report is mainly about the incident, all stay. Somebody
    told of it first: where no origin is left, that is the first one that is about it.
    """
    about = {each.document.id for each in group if _about(each)}
    if not about:
        return tuple(behind)
    weighed = [
        msgspec.structs.replace(origin, independence=Independence.NOT_ESTABLISHED, because=_WHY)
        if origin.independence is Independence.INDEPENDENT and about.isdisjoint(origin.reports)
        else origin
        for origin in behind
    ]
    left = any(o.independence is Independence.INDEPENDENT and not o.quoted for o in weighed)
    if left or weighed == list(behind):  # reports that quote each other had no origin before
        return tuple(weighed)
    for place, origin in enumerate(weighed):
        if not origin.quoted and not about.isdisjoint(origin.reports):
            because = _FIRST.format(origin.because.partition("; ")[0])
            weighed[place] = msgspec.structs.replace(
                origin, independence=Independence.INDEPENDENT, because=because
            )
            break
    return tuple(weighed)


def _about(telling: Telling) -> bool:
    return telling.account is None or telling.account.headline
