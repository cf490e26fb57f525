"""The bundled gazetteer: sorted lines, searched in place, parsed one entry at a time."""

from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from .keys import key

KINDS = {
    "c": "country",
    "r": "region",
    "f": "facility",
    "s": "settlement",
    "d": "district",
    "a": "area",
}


class Entry(NamedTuple):
    """One place: `name` is what its own country calls it, in Russian or Ukrainian if it can."""

    id: str
    # As in Place.kind; "area": a village known only by its community, "district": a county.
    kind: str
    country: str
    region: str | None  # "RU.38"
    lat: float
    lon: float
    radius_km: float
    population: int
    en: str
    ru: str
    uk: str

    @property
    def name(self) -> str:
        """Return the nominative in the language of the country."""
        if self.country in _NATIVE:
            return self.uk if _NATIVE[self.country] == "uk" else self.ru
        return self.en


_NATIVE = {"UA": "uk", "RU": "ru", "BY": "ru"}


class _Lines:
    """Lines of a file held as bytes, found by number."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        ends = np.flatnonzero(np.frombuffer(raw, dtype=np.uint8) == ord("\n"))
        # As a memoryview, which gives plain numbers: quicker than those of an array.
        self.starts = np.concatenate(([0], ends + 1)).astype(np.int32).data

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> bytes:
        return self.raw[self.starts[number] : self.starts[number + 1] - 1]


@cache
def _places() -> _Lines:
    return _Lines(files(__package__).joinpath("data/places.tsv").read_bytes())


@cache
def _names() -> _Lines:
    return _Lines(files(__package__).joinpath("data/names.tsv").read_bytes())


def _at(wanted: bytes) -> int:
    """Return the number of the first line that is not below `wanted`."""
    return bisect_left(_names(), wanted)


@lru_cache(maxsize=65536)
def entry(number: int) -> Entry:
    """Return the entry on line `number` of the list of places."""
    (id_, kind, country, region, lat, lon, radius, population, en, ru, uk) = (
        _places()[number].decode().split("\t")
    )
    return Entry(
        id_,
        KINDS[kind],
        country,
        f"{country}.{region}" if region else None,
        float(lat),
        float(lon),
        float(radius),
        int(population),
        en,
        ru or en,
        ru or en if uk == "=" else uk or en,
    )


@lru_cache(maxsize=65536)
def numbers(name: str) -> tuple[int, ...]:
    """Return the line numbers of the places filed under `name`, already folded by `key`."""
    wanted = name.encode() + b"\t"
    at = _at(wanted)
    if at < len(_names()) and _names()[at].startswith(wanted):
        return tuple(int(n) for n in _names()[at][len(wanted) :].split())
    return ()


@lru_cache(maxsize=65536)
def begins(prefix: str) -> bool:
    """Tell whether any folded name begins with `prefix`."""
    wanted = prefix.encode()
    at = _at(wanted)
    return at < len(_names()) and _names()[at].startswith(wanted)


@cache
def _wide() -> dict[str, Entry]:
    """Return the countries and regions, which come first, by id."""
    found: dict[str, Entry] = {}
    for number in range(len(_places())):
        one = entry(number)
        if one.kind not in ("country", "region"):
            break
        found[one.id] = one
    return found


def country(code: str) -> Entry | None:
    """Return the entry of a country by its ISO 3166-1 code."""
    found = _wide().get(code)
    return found if found is not None and found.kind == "country" else None


def region(id_: str) -> Entry | None:
    """Return the entry of a first-level division by its id."""
    found = _wide().get(id_)
    return found if found is not None and found.kind == "region" else None


def look_up(name: str) -> tuple[Entry, ...]:
    """Return the places called exactly `name` (nominative, any spelling), largest first.

    >>> [place.id for place in look_up("Краснодар")]
    ['542420']
    """
    return tuple(entry(number) for number in numbers(key(name)))
