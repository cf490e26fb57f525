"""A total and the list of its parts that follows, read as one sentence."""

from collections.abc import Sequence
from functools import cache

from ...lang.happening import happening
from ...text.numbers import numbers
from ...text.phrases import Phrases, plain
from ..counts import ARMS, number_words
from ..counts.shares import FEWEST
from .facts import Facts, facts

Range = tuple[int, int]
ITEM = 160  # characters of an item of a list at most
BARE = 8  # words of "in Oakham, three more people" at most
PEOPLE = "persons"
OPENING = 4  # words in which "nine of them" opens a sentence


def with_their_lists(
    text: str, ranges: Sequence[Range], language: str, longest: int
) -> list[Range]:
    """Join to each total of arms the items that spread it over places.

    "60 drones were shot down:" and its lines "— 20 over Kursk Oblast" are one sentence, as are
    "15 drones were shot down." and "Nine of them over ...", or "Nine over ..., six over ..." if
    that adds up, or the same told place by place without a total: "14 were shot down over
    Kursk Oblast." and "Six over ..., three over ...". None grows beyond `longest`.
    """
    found: list[Range] = []
    arms = people = False  # what the last of `found` tells a total of
    for start, end in ranges:
        if found and (arms or people) and end - found[-1][0] <= longest:
            head = text[found[-1][0] : found[-1][1]].rstrip()
            piece = text[start:end]
            if (arms and _goes_on(head, piece, language)) or (
                people and _toll_goes_on(head, piece, language)
            ):
                found[-1] = found[-1][0], end
                continue
        found.append((start, end))
        told = facts(text[start:end], language)
        arms = any(one.unit in ARMS for one in told.counts)
        people = _tolled(told) or (text[start:end].rstrip().endswith(":") and _event(told))
    return found


def _tolled(told: Facts) -> bool:
    return bool(told.places) and any(one.unit == PEOPLE for one in told.counts)


def _event(told: Facts) -> bool:
    return any(telling.slot == "type" and telling.sure for telling in told.tellings)


def _toll_goes_on(head: str, piece: str, language: str) -> bool:
    """Tell whether a piece of text tells the toll of one more place, and nothing else."""
    if len(piece) > ITEM:
        return False
    read = facts(piece, language)
    if len(read.places) != 1:
        return False
    if not piece[0].isalnum() and ":" in head:
        return _tolled(read)
    bare = not read.counts and not _event(read) and len(read.words) <= BARE
    told = bare and numbers(read.words, number_words(language))
    if not told:
        return False
    own = facts(head, language).shares
    return len(facts(f"{head} {piece}", language).shares) > len(own) + (not own)


def _goes_on(head: str, piece: str, language: str) -> bool:
    """Tell whether a piece of text tells a part of the total before it."""
    if len(piece) > ITEM:
        return False
    read = facts(piece, language)
    told = numbers(read.words, number_words(language))
    if not told or not read.places:
        return False
    marked = not piece[0].isalpha() and ":" in head
    if (marked and not read.counts) or _of_them(read, told[0].last, language):
        return True
    return _adds_up(head, piece, read, language) or _places_more(head, piece, read, language)


@cache
def _parts(language: str) -> Phrases[bool]:
    return Phrases(plain(happening(language).part))


def _of_them(read: Facts, after: int, language: str) -> bool:
    parts = _parts(language).find(read.words) if after <= OPENING else ()
    return any(hit.first == after for hit in parts)


def _adds_up(head: str, piece: str, read: Facts, language: str) -> bool:
    """Tell whether a list of places gives, in sum, the total that was told before it."""
    if len(read.places) < FEWEST:
        return False
    listed = facts(f"{head} {piece}", language).shares
    told = {one.best for one in facts(head, language).counts if one.unit in ARMS}
    return len(listed) >= FEWEST and sum(share.counted.best for share in listed) in told


def _places_more(head: str, piece: str, read: Facts, language: str) -> bool:
    """Tell whether a total of one place goes on with those of others, two at least."""
    before = facts(head, language)
    if len(before.places) != 1 or len(read.places) < FEWEST:
        return False
    if any(one.unit not in ARMS for one in (*before.counts, *read.counts)):
        return False
    listed = facts(f"{head} {piece}", language).shares
    return len(listed) == len(before.places) + len(read.places)
