"""The bits behind grouping, as the package ships them."""

import itertools
from functools import cache
from importlib.resources import files

import msgspec

Line = tuple[tuple[float, float], ...]


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What speaks for two accounts being of one incident; evidence.toml explains the fields."""

    prior: float
    least: float
    most: float
    threshold: float
    aside: float
    follow: float
    follow_told: float
    follow_unplaced: float
    follow_denied: float
    text: Line
    published: Line
    apart_in_time: Line
    meet_in_time: float
    daily: frozenset[str]
    fresh: float
    place_most: float
    place_least: float
    place_size: float
    place_site: float
    region_share: float
    unplaced: float
    lent: float
    near: float
    other_site: float
    nation: Line
    nation_words: float
    salvo: Line
    salvos: frozenset[str]
    inside: float
    part: float
    scene: float
    named: float
    far: float
    wave: float
    same_type: float
    same_loose: float
    loose: frozenset[str]
    other_type: float
    clash_type: float
    beside: float
    loosely: frozenset[str]
    no_account: float
    talk: float
    same_count: float
    same_few: float
    clash_count: float
    clash_total: float
    other_scope: float
    totals: tuple[str, ...]
    attacks: frozenset[str]
    aloft: frozenset[str]
    aftermath: frozenset[str]
    single: frozenset[str]
    same_report: float
    same_report_here: float
    together: tuple[tuple[str, str], ...]
    derived: dict[str, float]

    def one(self, kind: str, other: str) -> bool:
        """Tell whether one happening can be told as both types."""
        vague = "other" in (kind, other)
        return vague or kind == other or tuple(sorted((kind, other))) in self.together


@cache
def evidence() -> Evidence:
    """Return the table."""
    return msgspec.toml.decode(
        (files(__package__) / "evidence.toml").read_bytes(), type=Evidence
    )


def along(line: Line, x: float) -> float:
    """Return the height of a broken line at `x`, level beyond its ends.

    >>> along(((0.0, 0.0), (2.0, 4.0)), 1.0), along(((0.0, 0.0), (2.0, 4.0)), 9.0)
    (2.0, 4.0)
    """
    if x <= line[0][0]:
        return line[0][1]
    for (left, low), (right, high) in itertools.pairwise(line):
        if x <= right:
            return low + (high - low) * (x - left) / (right - left)
    return line[-1][1]
