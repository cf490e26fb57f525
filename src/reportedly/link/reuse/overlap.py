"""What two texts have in common word by word, whatever the order."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...text.compiled import numbers, proven, spans
from ...text.shingles import Keys
from .members import Members, bits_for, members, slot_of
from .shelf import Index, Rare, Shelf

Real = npt.NDArray[np.float64]


class Vocabulary(NamedTuple):
    """The distinct telling words of each document; document `i` has `edge[i:i+2]`."""

    words: Keys
    rare: Rare
    edge: Index
    total: Real  # bits of each document


def vocabulary(shelf: Shelf) -> Vocabulary:
    """Return the distinct telling words of each document of `shelf`, in order."""
    return distinct(shelf.words, shelf.rare, shelf.edge)


def distinct(words: Keys, rare: Rare, edge: Index) -> Vocabulary:
    """Return the distinct words of each text, in order; text `i` has `edge[i]:edge[i + 1]`."""
    spans(edge, words, rare)
    held = members(int(np.diff(edge).max(initial=0)))
    room = len(words)
    known = Vocabulary(
        words=np.empty(room, np.uint32),
        rare=np.empty(room, np.uint8),
        edge=np.zeros(len(edge), np.int64),
        total=np.zeros(len(edge) - 1),
    )
    count = _distinct.over(room)(words, rare, edge, held, known)
    return known._replace(words=known.words[:count].copy(), rare=known.rare[:count].copy())


@proven  # the edges fit the words, of which not more are distinct than there are
def _distinct(words: Keys, rare: Rare, edge: Index, held: Members, known: Vocabulary) -> int:
    """Write the distinct words of each document; return how many of all documents."""
    count = 0
    for doc in range(len(edge) - 1):
        bits = bits_for(edge[doc + 1] - edge[doc])
        total = np.int64(0)
        for at in range(edge[doc], edge[doc + 1]):
            slot = slot_of(held, doc, bits, np.uint64(words[at]))
            if held.turns[slot] != doc:
                held.turns[slot], held.keys[slot] = doc, words[at]
                known.words[count], known.rare[count] = words[at], rare[at]
                total += np.int64(rare[at])
                count += 1
        known.edge[doc + 1] = count
        known.total[doc] = total / 8
    return count


def expanded(edge: Index, docs: Index) -> tuple[Index, Index]:
    """Return the place of each word of `docs` in order, and which of them it belongs to."""
    sizes = (
        (edge[1:] - edge[:-1])[docs] if len(docs) > len(edge) else edge[docs + 1] - edge[docs]
    )
    row = np.repeat(np.arange(len(docs)), sizes)
    return np.arange(len(row)) + (edge[docs] - (np.cumsum(sizes) - sizes))[row], row


def shared_bits(known: Vocabulary, children: Index, parents: Index) -> Real:
    """Return for each pair the bits of the distinct words that both documents hold."""
    return held_bits(known, children, (known.words, known.edge), parents)


def held_bits(
    known: Vocabulary, children: Index, texts: tuple[Keys, Index], parents: Index
) -> Real:
    """Return for each pair the bits of the distinct words of the child that a text holds.

    `texts` are words, and where each text begins; `parents` are numbers of texts.
    """
    words, edge = texts
    spans(edge, words)
    spans(known.edge, known.words, known.rare)
    numbers(len(edge) - 1, parents)
    numbers(len(known.edge) - 1, children)
    found = np.zeros(len(children), np.int64)
    order = np.argsort(parents, kind="stable")  # so that each text is read once
    held = members(int(np.diff(edge).max(initial=0)))
    asked = _Asked(children, parents, order)
    _hold_words.over(16 * len(order))(known, asked, words, edge, held, found)
    return found / 8


class _Asked(NamedTuple):
    children: Index
    parents: Index
    order: Index


@proven  # the edges fit the words, children and parents are among the texts
def _hold_words(
    known: Vocabulary, asked: _Asked, words: Keys, edge: Index, held: Members, found: Index
) -> None:
    """Sum the rarity of the words held, in eighths of a bit."""
    text, bits = -1, 0
    for nth in range(len(asked.order)):
        pair = asked.order[nth]
        if asked.parents[pair] != text:
            text = asked.parents[pair]
            bits = bits_for(edge[text + 1] - edge[text])
            for at in range(edge[text], edge[text + 1]):
                slot = slot_of(held, text, bits, np.uint64(words[at]))
                held.turns[slot], held.keys[slot] = text, words[at]
        child = asked.children[pair]
        for at in range(known.edge[child], known.edge[child + 1]):
            slot = slot_of(held, text, bits, np.uint64(known.words[at]))
            if held.turns[slot] == text:
                found[pair] += np.int64(known.rare[at])
