"""Posts of a few words that another source has put out word for word."""

import numpy as np

from ...model import How
from .ground import Ground
from .ties import Tie

LONGEST = 12  # telling words: longer texts are found by what they share
LEAST = 16.0  # bits those words must carry: "fire in the city" is anybody's
HOURS = 3.0  # from one to the other
BITS = 1.0  # little: what longer passages show counts for more


def briefs(ground: Ground) -> list[Tie]:
    """Return for each such post the earliest of the same words, some hours before at most.

    "Crash on Elm Embankment" has too few words for the weights of shared passages, but two
    channels hardly choose the same ones within hours. Linear in the length of the texts.
    """
    shelf = ground.shelf
    first: dict[bytes, int] = {}
    found: list[Tie] = []
    sizes = np.diff(shelf.edge)
    for doc in np.flatnonzero((sizes > 1) & (sizes <= LONGEST)).tolist():
        words = slice(shelf.edge[doc], shelf.edge[doc + 1])
        if int(shelf.rare[words].sum(dtype=np.int64)) < 8 * LEAST:
            continue
        key = shelf.words[words].tobytes()
        before = first.get(key)
        if before is None or shelf.gap(doc, before) > HOURS:
            first[key] = doc
        elif shelf.sources[doc] != shelf.sources[before]:
            found.append(Tie(doc, before, How.COPY, BITS, 1.0))
    return found
