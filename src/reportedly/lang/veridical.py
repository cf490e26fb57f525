"""Which English verbs make what they embed so, not so, or leave it open."""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

Frame = Literal[
    "that",
    "passive_that",
    "to",
    "passive_to",
    "passive_state",
    "object",
    "object_state",
    "for",
]
_DOUBLED = "bdgmnprt"  # "stopped", "admitted": the last letter is doubled before "-ed"


class VerbClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs with one signature: outcomes by frame, as "+-" (holds, denied).

    `certainty` is how sure a voice of such a verb is of what it says, where less than certain.
    """

    name: str
    verbs: tuple[str, ...]
    find: tuple[str, ...]
    certainty: str = ""
    that: str = ""
    passive_that: str = ""
    to: str = ""
    passive_to: str = ""
    passive_state: str = ""
    object: str = ""
    object_state: str = ""
    for_: str = msgspec.field(default="", name="for")


class Veridical(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The classes, what holds where none tells, and verb forms no rule makes."""

    outcomes: dict[str, str]
    irregular: dict[str, str]
    classes: tuple[VerbClass, ...] = msgspec.field(name="class")


@cache
def veridical() -> Veridical:
    """Return what is known of English verbs."""
    raw = files("reportedly.lang").joinpath("en", "veridical.toml").read_bytes()
    return msgspec.toml.decode(raw, type=Veridical)


@cache
def _classes() -> dict[str, tuple[VerbClass, ...]]:
    held: dict[str, list[VerbClass]] = {}
    for one in veridical().classes:
        for verb in one.verbs:
            held.setdefault(verb, []).append(one)
    return {verb: tuple(some) for verb, some in held.items()}


def lemma(word: str) -> str:
    """Return the verb that a form in the past or the base form belongs to.

    >>> [lemma(w) for w in ("admitted", "realized", "denied", "knew", "confirm", "added")]
    ['admit', 'realize', 'deny', 'know', 'confirm', 'add']
    """
    known = _classes()
    if word in veridical().irregular:
        return veridical().irregular[word]
    for stem in _stems(word):
        if stem in known:
            return stem
    return next(iter(_stems(word)))


def _stems(word: str) -> list[str]:
    if word.endswith("ied"):
        return [word[:-3] + "y", word[:-1], word]
    if not word.endswith("ed"):
        return [word, word.removesuffix("s")]
    plain = word[:-2]
    doubled = plain[-1:] in _DOUBLED and plain[-2:-1] == plain[-1:]
    return [word[:-1], plain, *([plain[:-1]] if doubled else []), word]


def outcome(verb: str, frame: Frame, denied: bool) -> str:
    """Return "+", "-" or "u" for what a verb (a lemma) embeds in a frame.

    >>> outcome("realize", "that", True), outcome("manage", "to", True)
    ('+', '-')
    """
    field = "for_" if frame == "for" else frame
    told = (getattr(one, field) for one in _classes().get(verb, ()))
    signs = next((one for one in told if one), veridical().outcomes[frame])
    return signs[denied]


def certainty(verb: str) -> str:
    """Return how sure a voice is that uses a verb (a lemma) of taking to be so; "": fully."""
    return next((one.certainty for one in _classes().get(verb, ()) if one.certainty), "")
