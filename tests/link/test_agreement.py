"""Which answers can stand side by side, and which cannot."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link.agreement import Nearness, Standing, nearness, relate
from reportedly.model import Count, Label, Place, When

NIGHT = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)


def place(name, kind="settlement", at=(45.0, 39.0), radius=5.0, **more):
    country = more.pop("country", "RU")
    return Place(
        name=name, kind=kind, lat=at[0], lon=at[1], radius_km=radius, country=country, **more
    )


def exactly(number, scope=None):
    return Count(low=number, best=number, high=number, scope=scope)


def between(low, high):
    return Count(low=low, best=low, high=high)


def hours(start, end):
    return When(earliest=NIGHT + timedelta(hours=start), latest=NIGHT + timedelta(hours=end))


TOWN = place("Town", region="R1", gazetteer="1")
SUBURB = place("Suburb", at=(45.05, 39.05), radius=3.0, region="R1", gazetteer="2")
FAR_TOWN = place("Far", at=(47.2, 39.7), region="R2", gazetteer="3")
REGION = place("R1", kind="region", at=(45.3, 39.4), radius=200.0, region="R1", gazetteer="R1")
OTHER_REGION = place("R2", kind="region", at=(47.6, 40.7), radius=200.0, gazetteer="R2")
COUNTRY = place("Land", kind="country", at=(60.0, 90.0), radius=3000.0, gazetteer="RU")


@pytest.mark.parametrize(
    ("slot", "one", "other", "standing"),
    [
        ("injured", exactly(3), exactly(3), Standing.SAME),
        ("injured", exactly(0), exactly(3), Standing.CONTRADICTS),
        ("injured", exactly(3), Count(low=2, best=2, high=None), Standing.COMPATIBLE),
        ("injured", exactly(3), between(2, 5), Standing.COMPATIBLE),
        ("injured", between(2, 3), between(5, 6), Standing.CONTRADICTS),
        ("downed", exactly(4), exactly(47, scope="6 regions"), Standing.PART),
        ("downed", exactly(50), exactly(47, scope="6 regions"), Standing.SEPARATE),
        ("downed", exactly(4), exactly(47, scope="missiles"), Standing.SEPARATE),
        (
            "downed",
            exactly(4, scope="missiles"),
            exactly(9, scope="missiles, in all"),
            Standing.PART,
        ),
        ("cause", Label(value="sabotage"), Label(value="weather"), Standing.CONTRADICTS),
        ("cause", Label(value="air_defence"), Label(value="drone_debris"), Standing.SEPARATE),
        ("cause", Label(value="unknown"), Label(value="weather"), Standing.SEPARATE),
        ("type", Label(value="explosion"), Label(value="drone_attack"), Standing.SEPARATE),
        ("type", Label(value="accident"), Label(value="sabotage"), Standing.CONTRADICTS),
        ("position", Label(value="confirmed"), Label(value="denied"), Standing.CONTRADICTS),
        ("position", Label(value="silent"), Label(value="denied"), Standing.SEPARATE),
        ("measure", Label(value="cordon"), Label(value="curfew"), Standing.SEPARATE),
        ("place", TOWN, REGION, Standing.COMPATIBLE),
        ("place", TOWN, FAR_TOWN, Standing.CONTRADICTS),
        ("time", hours(0, 8), hours(3, 4), Standing.COMPATIBLE),
        ("time", hours(0, 1), hours(5, 6), Standing.CONTRADICTS),
        ("time", hours(0, 0), hours(0.3, 0.3), Standing.COMPATIBLE),
        ("killed", exactly(1), Label(value="one"), Standing.SEPARATE),
    ],
)
def test_values_agree_or_contradict_the_same_both_ways_round(slot, one, other, standing):
    assert relate(slot, one, other).standing is standing
    assert relate(slot, other, one) == relate(slot, one, other)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (TOWN, place("Town again", gazetteer="1"), Nearness.SAME),
        (TOWN, SUBURB, Nearness.NEAR),
        (TOWN, FAR_TOWN, Nearness.APART),
        (TOWN, REGION, Nearness.INSIDE),
        (FAR_TOWN, REGION, Nearness.APART),
        (REGION, OTHER_REGION, Nearness.APART),
        (REGION, COUNTRY, Nearness.INSIDE),
        (place("Abroad", country="UA"), COUNTRY, Nearness.APART),
        (place("Depot", "facility", radius=0.5), place("City", radius=15.0), Nearness.INSIDE),
        # a street that no gazetteer holds is itself by name, and somewhere in its country
        (
            place("High Street", "area", at=(55.0, 60.0), radius=2300.0),
            place("High Street", "area", radius=20.0, region="R1"),
            Nearness.SAME,
        ),
        (place("High Street", "area", at=(55.0, 60.0), radius=2300.0), TOWN, Nearness.INSIDE),
        (place("High Street", "area", radius=180.0, region="R1"), FAR_TOWN, Nearness.APART),
        # a capital that is no part of the region around it
        (
            place("Capital", at=(55.75, 37.62), region="M1"),
            place("Around", "region", at=(55.6, 37.5), radius=150.0, region="M2"),
            Nearness.NEAR,
        ),
    ],
)
def test_places_lie_in_each_other_or_apart(one, other, found):
    assert nearness(one, other) is found
    assert nearness(other, one) is found


counts = st.builds(
    lambda low, best, more: Count(
        low=low, best=low + best, high=None if more is None else low + best + more
    ),
    st.integers(0, 9),
    st.integers(0, 9),
    st.none() | st.integers(0, 9),
)
labels = st.sampled_from(["explosion", "fire", "drone_strike", "weather", "unknown", "denied"])
values = counts | st.builds(lambda value: Label(value=value), labels)


@settings(max_examples=200)
@given(st.sampled_from(["type", "cause", "killed", "measure", "position"]), values, values)
def test_conflict_is_symmetric(slot, one, other):
    assert relate(slot, one, other) == relate(slot, other, one)


@settings(max_examples=200)
@given(counts, counts)
def test_counts_contradict_only_where_no_number_fits_both(one, other):
    fits = any(
        c.low <= n
        and (c.high is None or n <= c.high)
        and d.low <= n
        and (d.high is None or n <= d.high)
        for c, d in [(one, other)]
        for n in range(60)
    )
    contradicts = relate("killed", one, other).standing is Standing.CONTRADICTS
    assert contradicts is not fits
