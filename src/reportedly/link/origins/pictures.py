"""One photo or video in two reports: by the hash of its file, or by how it looks."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ...model import How, Media
from ..reuse.boilerplate import POSTS
from .ground import Ground
from .ties import Tie

CARRIED = 8.0  # bits: the same bytes were taken over, whatever the words say
RESEMBLES = 6.0  # bits: made smaller, or compressed anew, by somebody on the way
KINDS = {"photo", "video"}
CHANGED = 7  # of 128 bits that another size or compression may change
PIECES = 8  # one of which is equal where at most seven bits are not
PIECE = 4  # hex digits
MOST = 64  # pictures of one piece that are compared: flat skies share many


class Carried(NamedTuple):
    """One picture under one report."""

    place: int
    kind: str


def pictures(ground: Ground) -> list[Tie]:
    """Return ties to the first report of another source that carries the same picture.

    The same file ties by its bytes, another one by how it looks: at most 7 of 128 bits of its
    difference hash changed. A picture that one source puts under many posts is its logo and
    says nothing.
    """
    ties: dict[tuple[int, int], Tie] = {}
    for carried in _files(ground):
        for tie in _tied(ground, carried, CARRIED, "the very"):
            ties.setdefault((tie.child, tie.parent), tie)
    for carried in _looking_alike(ground):
        for tie in _tied(ground, carried, RESEMBLES, "by its looks the"):
            ties.setdefault((tie.child, tie.parent), tie)
    return list(ties.values())


def _tied(ground: Ground, carried: list[Carried], bits: float, which: str) -> Iterator[Tie]:
    if len(carried) < 2 or _logo(ground, [each.place for each in carried]):
        return
    first = carried[0].place
    for place, kind in carried[1:]:
        if ground.own[place] != ground.own[first]:
            yield Tie(place, first, How.SAME_MEDIA, bits, credit=f"{which} {kind}")


def _shown(ground: Ground) -> Iterator[tuple[int, Media]]:
    for place, doc in enumerate(ground.documents):
        for medium in doc.media:
            if medium.kind in KINDS:
                yield place, medium


def _files(ground: Ground) -> Iterator[list[Carried]]:
    """Yield the places of each file, in the order of time."""
    found: dict[str, list[Carried]] = defaultdict(list)
    for place, medium in _shown(ground):
        if medium.sha256:
            found[medium.sha256].append(Carried(place, medium.kind))
    yield from (found[sha256] for sha256 in sorted(found))


def _looking_alike(ground: Ground) -> list[list[Carried]]:
    """Return the pictures that look like the first of their group, in the order of time."""
    groups: list[list[Carried]] = []
    first: list[int] = []  # how the first of each group looks
    shelves: dict[tuple[int, str], list[int]] = defaultdict(list)
    for place, medium in _shown(ground):
        if medium.looks is None:
            continue
        mine = int(medium.looks, 16)
        pieces = [(at, medium.looks[at * PIECE : at * PIECE + PIECE]) for at in range(PIECES)]
        near = {group for piece in pieces for group in shelves[piece][:MOST]}
        alike = [each for each in near if (first[each] ^ mine).bit_count() <= CHANGED]
        if alike:
            groups[min(alike)].append(Carried(place, medium.kind))
            continue
        for piece in pieces:
            shelves[piece].append(len(groups))
        groups.append([Carried(place, medium.kind)])
        first.append(mine)
    return groups


def _logo(ground: Ground, places: list[int]) -> bool:
    """Tell whether one source has a file under several unlike posts: unlike in what is longest.

    The same post again and again makes no logo of its picture.
    """
    texts: dict[str, set[str]] = defaultdict(set)
    for place in places:
        lines = ground.documents[place].text.split("\n")
        texts[ground.own[place]].add(max(lines, key=len).strip())
    return max(map(len, texts.values())) >= POSTS
