"""Whether an English sentence makes so what its verb embeds: "the lab confirmed that P"."""

import re
from typing import NamedTuple

from reportedly.lang.veridical import Frame, lemma, outcome

_BE = frozenset({"was", "were", "is", "are", "been", "be"})
_WORD = re.compile(r"n't|[\w-]+(?=n't)|[\w-]+")
_OPENERS = frozenset({"that", "to", "for"})
_HAVING = frozenset({"have", "be", "own", "know", "like"})  # "to have" is a state


class Embedded(NamedTuple):
    """A verb, the frame of what it embeds, whether it is denied, and the outcome."""

    verb: str
    frame: Frame
    denied: bool
    outcome: str  # "+", "-" or "u"


def embedded(sentence: str, verb_at: int) -> Embedded | None:
    """Return what the verb that begins at character `verb_at` makes of its clause.

    None where no clause follows. The outcome is that of the writer, not of a voice: who
    "realized that P" is told of by one who takes P to be so.
    """
    before = [w.lower() for w in _WORD.findall(sentence[:verb_at])][-3:]
    words = [w.lower() for w in _WORD.findall(sentence[verb_at:])]
    opened = next((k for k, word in enumerate(words) if k and word in _OPENERS), 0)
    if not opened:
        return None
    denied = not {"not", "n't", "never"}.isdisjoint(before)
    frame = _frame(words, opened, passive=not _BE.isdisjoint(before))
    verb = lemma(words[0])
    return Embedded(verb, frame, denied, outcome(verb, frame, denied))


def _frame(words: list[str], opened: int, passive: bool) -> Frame:
    if words[opened] == "that":
        return "passive_that" if passive else "that"
    if words[opened] == "for":
        return "for"
    state = words[opened + 1 : opened + 2] and words[opened + 1] in _HAVING
    if passive:
        return "passive_state" if state else "passive_to"
    if opened > 2:
        return "object_state" if state else "object"
    return "to"
