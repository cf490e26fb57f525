"""Bits for two accounts being of one incident, where one at least is told at length.

Attacks are told in formulas, many of a night; what happened to a few people is told with names,
streets and ages, and the next article may come months later, with the trial.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

import msgspec

from reportedly.link.agreement import Nearness, Standing, nearness, relate
from reportedly.link.agreement.places import wide
from reportedly.model import Count

from .evidence import Line, along, evidence
from .placing import hours_between, meet
from .telling import Telling, likeness, shared_phrases

LONG = 150  # words of an account told at length
_DAY = 24.0  # hours
_CASUALTIES = ("injured", "killed")


class Articles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What speaks for it; articles.toml explains the fields."""

    prior: float
    words: Line
    phrases: Line
    days: Line
    told: Line
    marks: dict[str, dict[str, float]]  # by what speaks, then by the mark


class Compared(NamedTuple):
    """Two accounts side by side, before any of it is weighed."""

    words: float  # cosine
    phrases: float  # rare phrases of two words that both have
    days: float | None  # between the two publications
    told: float | None  # hours between the told times
    marks: tuple[tuple[str, str], ...]  # (what speaks, mark)


@cache
def _table() -> Articles:
    return msgspec.toml.decode(
        (files(__package__) / "articles.toml").read_bytes(), type=Articles
    )


def apply(one: Telling, other: Telling) -> bool:
    """Tell whether two accounts are to be compared as articles are."""
    if one.document.id == other.document.id or one.document.lang != other.document.lang:
        return False
    if {one.type, other.type} & evidence().attacks:
        return False
    return one.main and other.main and max(one.size, other.size) >= LONG


def compared(one: Telling, other: Telling) -> Compared:
    """Return two accounts side by side."""
    days = told = None
    if one.published is not None and other.published is not None:
        days = abs(one.published - other.published) / _DAY
    if one.when is not None and other.when is not None:
        told = hours_between(one, other)
    marks = chain(
        [("place", mark) for mark in _place(one, other)],
        [("type", mark) for mark in _type(one, other)],
        [("counts", mark) for mark in _figures(one, other)],
    )
    words, phrases = likeness(one, other), shared_phrases(one, other)
    return Compared(words, phrases, days, told, tuple(marks))


def parts(found: Compared, crowd: float) -> Mapping[str, float]:
    """Return the bits by what speaks; `crowd` is the most that one day can speak for.

    Among years of articles one day means much, in a case of one day it means nothing.
    """
    table = _table()
    bits = dict.fromkeys(("time", *table.marks), 0.0)
    bits["prior"] = table.prior
    bits["words"] = along(table.words, found.words) + along(table.phrases, found.phrases)
    if found.days is not None:
        bits["time"] += min(crowd, along(table.days, found.days))
    if found.told is not None:
        bits["time"] += along(table.told, found.told)
    for speaks, mark in found.marks:
        bits[speaks] += table.marks[speaks][mark]
    return bits


def _place(one: Telling, other: Telling) -> Iterator[str]:
    here, there = one.place, other.place
    if here is None or there is None:
        return
    found = nearness(here, there)
    if found is Nearness.APART:
        named = any(
            meet(mine, yours) and not (wide(mine) or wide(yours))
            for mine in one.places
            for yours in other.places
        )
        yield "named" if named else "apart"
    elif wide(here) or wide(there):
        yield "wide"
    else:
        yield "same" if found is Nearness.SAME else "near"


def _type(one: Telling, other: Telling) -> Iterator[str]:
    if one.account is None or other.account is None:
        yield "none"
    elif one.type == other.type:
        yield "same"
    elif not evidence().one(one.type, other.type):
        yield "clash"


def _figures(one: Telling, other: Telling) -> Iterator[str]:
    met = len(one.ages & other.ages)
    if met:
        yield "ages met" if met == 1 else "several ages met"
    elif one.ages and other.ages:
        yield "ages apart"
    for slot in _CASUALTIES:
        mine, yours = one.counts.get(slot, ()), other.counts.get(slot, ())
        if mine and yours:
            yield f"{slot} {'met' if _agree(slot, mine, yours) else 'apart'}"


def _agree(slot: str, mine: Sequence[Count], yours: Sequence[Count]) -> bool:
    return any(
        relate(slot, left, right).standing is not Standing.CONTRADICTS
        for left in mine
        for right in yours
    )
