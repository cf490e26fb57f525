"""Which namesake lies among the other places of a report: near them, in their regions."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .distance import EARTH_KM
from .gazetteer import Entry, entry
from .mention import Mention

MOST_NAMES = 60  # names of a report that are weighed against each other
MOST_NAMESAKES = 40  # of one name, the foremost
ROUNDS = 3
TRUST = 1.6  # how much surer ten times the people make a namesake
NEAR_KM = 120.0  # how far company reaches: at this distance it counts for a third
SAME_REGION, SAME_COUNTRY = 0.35, 0.08  # of what company next door counts
HOLDS = 2.0  # a region named with a place in it tells more than a town next door
# Of all company, in tens of people: English news names more namesakes of great towns.
WEIGHT = {"en": 4.0, "ru": 1.5, "uk": 1.5}
HELD = 5.0  # "Paris, Texas"
SPREAD = 0.5  # company beyond so much adds little
WIDE = ("country", "region")
Name = tuple[tuple[int, ...], tuple[int, ...]]  # what it may be, what holds it
Floats = NDArray[np.float64]


def name_of(mention: Mention) -> Name:
    """Return what tells one name from another in a report."""
    return mention.numbers[:MOST_NAMESAKES], mention.within


@lru_cache(maxsize=8192)
def _point(number: int) -> tuple[float, float, float]:
    one = entry(number)
    lat, lon = np.radians(one.lat), np.radians(one.lon)
    return (
        float(np.cos(lat) * np.cos(lon)),
        float(np.cos(lat) * np.sin(lon)),
        float(np.sin(lat)),
    )


def held(one: Entry, within: Sequence[int]) -> bool:
    """Tell whether a place lies in one of the regions or countries `within`."""
    for holder in map(entry, within):
        if one.country == holder.country and (
            holder.kind == "country" or one.region == holder.region
        ):
            return True
    return False


def _kinship(every: Sequence[int]) -> Floats:
    """Return how much each candidate speaks for each other one."""
    points = np.array([_point(number) for number in every])
    away = EARTH_KM * np.arccos(np.clip(points @ points.T, -1.0, 1.0))
    told = [entry(number) for number in every]
    country, region, narrow = (
        np.array([one.country for one in told]),
        np.array([one.region or one.country + "?" for one in told]),
        np.array([one.kind not in WIDE for one in told]),
    )
    division = np.array([one.kind == "region" for one in told])
    land = np.array([one.kind == "country" for one in told])
    same_country = country[:, None] == country[None, :]
    same_region = region[:, None] == region[None, :]
    near = np.exp(-away / NEAR_KM) * (narrow[:, None] & narrow[None, :])
    near = np.maximum(near, SAME_REGION * same_region)
    holds = same_region & (division[:, None] ^ division[None, :])
    near = np.where(holds, HOLDS * SAME_REGION, near)
    lands = same_country & (land[:, None] | land[None, :])
    near = np.maximum(near, SAME_COUNTRY * same_country)
    return np.where(lands, 2 * HOLDS * SAME_COUNTRY, near)


def company(
    mentions: Iterable[Mention], prior: dict[int, float], language: str
) -> dict[Name, tuple[float, ...]]:
    """Return for each name how well each of its namesakes fits the other names.

    `prior` is the score of each number by itself. Names are weighed together: each speaks
    for the others by what it probably means itself.
    """
    names = list(dict.fromkeys(name_of(m) for m in mentions if m.numbers))[:MOST_NAMES]
    if not any(len(numbers) > 1 for numbers, _ in names):
        return {}
    every = [number for numbers, _ in names for number in numbers]
    owner = np.array([at for at, (numbers, _) in enumerate(names) for _ in numbers])
    first = np.array(
        [
            prior[number] + HELD * held(entry(number), within)
            for numbers, within in names
            for number in numbers
        ]
    )
    spoken = {numbers for numbers, _ in names}
    alike = owner[:, None] == owner[None, :]
    if len(spoken) < len(names):  # one name, with and without what holds it
        which = np.array([sorted(spoken).index(names[at][0]) for at in owner])
        alike = which[:, None] == which[None, :]
    kin = np.where(alike, 0.0, _kinship(every))
    gained = np.zeros(len(every))
    for _ in range(ROUNDS):
        gained = WEIGHT[language] * np.log1p(kin @ _shares(first + gained, owner) / SPREAD)
    total = gained + (first - np.array([prior[number] for number in every]))
    found: dict[Name, tuple[float, ...]] = {}
    for at, name in enumerate(names):
        found[name] = tuple(float(value) for value in total[owner == at])
    return _shared(found)


def _shares(score: Floats, owner: NDArray[np.int64]) -> Floats:
    """Return how likely each namesake is among those of its name."""
    raised = np.exp(TRUST * (score - np.maximum.reduceat(score, _starts(owner))[owner]))
    return np.asarray(raised / np.bincount(owner, raised)[owner], dtype=np.float64)


def _starts(owner: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.flatnonzero(np.concatenate(([True], owner[1:] != owner[:-1])))


def _shared(found: dict[Name, tuple[float, ...]]) -> dict[Name, tuple[float, ...]]:
    """Give a name said alone what it gains where the report says what holds it."""
    said: dict[tuple[int, ...], tuple[float, ...]] = {}
    for (numbers, within), gains in found.items():
        if within and numbers not in said:
            said[numbers] = gains
    return {
        name: gains if name[1] else said.get(name[0], gains) for name, gains in found.items()
    }
