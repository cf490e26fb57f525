"""Incidents on a map."""

import json

from reportedly.export import geojson
from reportedly.model import Case


def features(case: Case) -> dict[str, dict[str, object]]:
    collection = json.loads(geojson.write(case))
    assert collection["type"] == "FeatureCollection"
    return {feature["id"]: feature for feature in collection["features"]}


def test_a_known_place_is_a_point_longitude_first(case: Case) -> None:
    feature = features(case)["i1"]
    assert feature["type"] == "Feature"
    assert feature["geometry"] == {"type": "Point", "coordinates": [30.5, 46.123457]}
    properties = feature["properties"]
    assert isinstance(properties, dict)
    assert properties["radius_km"] == 1.5
    assert properties["precision"] == "point"
    assert properties["reports"] == ["port/1"]
    assert properties["origins"] == {
        "independent": 0,
        "not_independent": 0,
        "not_established": 1,
    }
    assert properties["grades"] == [
        {
            "slot": "injured",
            "value": {"type": "count", "low": 3, "best": 3, "high": None, "scope": None},
            "denied": False,
            "grade": "B3",
            "conflict": False,
        }
    ]


def test_a_region_is_never_a_point(case: Case) -> None:
    feature = features(case)["i2"]
    assert feature["geometry"] is None
    properties = feature["properties"]
    assert isinstance(properties, dict)
    assert (properties["precision"], properties["centre"]) == ("region", [39.0, 45.0])


def test_an_unknown_place_is_said_to_be_unknown(case: Case) -> None:
    feature = features(case)["i3"]
    assert feature["geometry"] is None
    assert feature["properties"]["precision"] == "unknown"  # type: ignore[index]


def test_nothing_in_it_ends_a_script(case: Case) -> None:
    assert b"<" not in geojson.write(case)
