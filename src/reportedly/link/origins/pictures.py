"""The very same photo or video, by the hash of its file."""

from collections import defaultdict

from ...model import How
from ..reuse.boilerplate import POSTS
from .ground import Ground
from .ties import Tie

CARRIED = 8.0  # bits: the same bytes were taken over, whatever the words say
KINDS = {"photo", "video"}


def pictures(ground: Ground) -> list[Tie]:
    """Return ties to the first report of another source that carries the same file.

    A file that one source puts under many posts is its logo and says nothing.
    """
    carried: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, doc in enumerate(ground.documents):
        for medium in doc.media:
            if medium.sha256 and medium.kind in KINDS:
                carried[medium.sha256].append((place, medium.kind))
    ties: dict[tuple[int, int], Tie] = {}
    for sha256 in sorted(carried):
        places = carried[sha256]
        if _logo(ground, [place for place, _ in places]):
            continue
        first, _ = places[0]
        for place, kind in places[1:]:
            if ground.own[place] != ground.own[first]:
                tie = Tie(place, first, How.SAME_MEDIA, CARRIED, credit=kind)
                ties.setdefault((place, first), tie)
    return list(ties.values())


def _logo(ground: Ground, places: list[int]) -> bool:
    """Tell whether one source has a file under several unlike posts: unlike in what is longest.

    The same post again and again makes no logo of its picture.
    """
    texts: dict[str, set[str]] = defaultdict(set)
    for place in places:
        lines = ground.documents[place].text.split("\n")
        texts[ground.own[place]].add(max(lines, key=len).strip())
    return max(map(len, texts.values())) >= POSTS
