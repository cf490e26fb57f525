"""Rule by rule: what published rule sets code of ledgers made for the rule."""

from datetime import timedelta

import msgspec
import pytest

from reportedly.model import (
    Basis,
    Case,
    Certainty,
    Count,
    Independence,
    Label,
    Place,
    Stance,
    When,
)
from reportedly.weigh import Coding, code, policies

from .ledgers import START, Word, count, document, reading, weighed

DOUBTED = Independence.NOT_ESTABLISHED
SAME = Independence.NOT_INDEPENDENT


def killed(number, origin, value, **more):
    given = {"slot": "killed", "minute": origin, "origin": origin, "source": f"outlet {origin}"}
    given["basis"] = Basis.EYEWITNESS  # an office that raises a toll would replace it
    return Word(name=f"d{number}", value=value, **{**given, **more})


def words(*told):
    """Number words: each is a value, or a value with more fields."""
    made = []
    for number, each in enumerate(told):
        value, more = each if isinstance(each, tuple) else (each, {})
        value = count(value) if isinstance(value, int) else value
        value = Label(value=value) if isinstance(value, str) else value
        made.append(killed(number, **{"origin": number, **more}, value=value))
    return made


def said(value, **more):
    return value, more


def tens(low):
    return Count(low=low, best=low, high=None)


def at(kind="settlement", radius=5.0):
    return Place(name="Town", kind=kind, lat=45.0, lon=39.0, radius_km=radius, country="RU")


def during(**length):
    return When(earliest=START, latest=START + timedelta(**length))


def coded(policy, told, **more) -> Coding:
    incident, assessments = weighed(told)
    incident = msgspec.structs.replace(incident, **{"type": "drone_attack", **more})
    case = Case(
        documents=tuple(document(word) for word in told),
        attributions=tuple(a for word in told for a in reading(word).attributions),
        claims=tuple(claim for word in told for claim in reading(word).claims),
        incidents=(incident,),
        assessments=assessments,
    )
    (found,) = code(case, policy)
    return found


OWN = {"voice": "mayor"}
FIGURES = [
    # ACLED Codebook 2023, "Fatalities"; FAQs: ACLED Fatality Methodology
    ("acled", "fatalities", [3, 5], 3, "the most conservative of several figures"),
    ("acled", "fatalities", [5, 3, 9], 3, "the most conservative of several figures"),
    ("acled", "fatalities", [5], 5, "a single figure"),
    ("acled", "fatalities", [said(4, slot="injured")], 0, "none reported is 0"),
    ("acled", "fatalities", [tens(10)], 10, "tens are 10"),
    ("acled", "fatalities", [tens(12)], 12, "dozens are 12"),
    ("acled", "fatalities", [tens(100)], 100, "hundreds are 100"),
    ("acled", "fatalities", [0, 4], 0, "a report of none is the most conservative"),
    ("acled", "fatalities", [count(3, 6)], 3, "a range at its lower end"),
    ("acled", "fatalities", [said(2, **OWN), said(5, minute=60, **OWN)], 5, "updated"),
    ("acled", "fatalities", [said(5, **OWN), said(3, minute=60, **OWN)], 3, "corrected"),
    ("acled", "fatalities", [4, said(9, origin=0, source="relay", minute=9)], 4, "a relay"),
    ("acled", "dispute", [3, 5], "reports differ: 3, 5", "the dispute is noted"),
    ("acled", "dispute", [3, 3], None, "nothing to note where all agree"),
    ("acled", "dispute", [said(2, **OWN), said(5, minute=60, **OWN)], None, "no dispute"),
    # UCDP definitions: low, best, high estimate
    ("ucdp", "low", [3, 5], 3, "low"),
    ("ucdp", "high", [3, 5], 5, "high"),
    ("ucdp", "best", [3, 5], 3, "equally reliable: the lower one"),
    ("ucdp", "best", [7, said(7), 3], 7, "the better backed one"),
    ("ucdp", "best", [said(2, basis=Basis.MEDIA), 6, 6], 6, "the better backed one"),
    ("ucdp", "best", [4], 4, "a single figure"),
    ("ucdp", "low", [4], 4, "a single figure"),
    ("ucdp", "high", [4], 4, "a single figure"),
    ("ucdp", "best", [said(2, **OWN), said(5, minute=60, **OWN)], 5, "revised by its source"),
    ("ucdp", "low", [said(2, **OWN), said(5, minute=60, **OWN)], 5, "revised by its source"),
    ("ucdp", "high", [said(9, **OWN), said(5, minute=60, **OWN)], 5, "revised by its source"),
    ("ucdp", "low", [count(3, 6)], 3, "a range"),
    ("ucdp", "high", [count(3, 6)], 6, "a range"),
    ("ucdp", "high", [tens(12)], 12, "an open figure allows its own"),
    ("ucdp", "best", [said(4, slot="injured")], None, "deaths only"),
    ("ucdp", "included", [1], "yes", "one death"),
    ("ucdp", "included", [0], "no", "no death"),
    ("ucdp", "included", [0, 1], "yes", "a death by the high estimate"),
    ("ucdp", "included", [said(4, slot="injured")], "no", "injured are no deaths"),
    ("ucdp", "event_clarity", [3], 1, "figures of this event"),
    ("ucdp", "event_clarity", [Count(low=9, best=9, high=9, scope="six regions")], 2, "summed"),
    ("ucdp", "best", [Count(low=9, best=9, high=9, scope="six regions")], None, "summed up"),
    ("ucdp", "number_of_sources", [3, 3, 5], 3, "reports used"),
    ("ucdp", "source_original", [said(3, voice="the mayor")], ("the mayor",), "who knew first"),
    ("ucdp", "source_original", [said(3, basis=Basis.MEDIA)], (), "a medium is no original"),
    # Iraq Body Count: minimum and maximum; outlets and primary witnesses; two agencies
    ("ibc", "min", [3, 5], 3, "minimum"),
    ("ibc", "max", [3, 5], 5, "maximum"),
    ("ibc", "min", [0, 5], 0, "who says there were none"),
    ("ibc", "max", [tens(10)], 10, "at least ten"),
    ("ibc", "min", [said(4, slot="injured")], None, "no report of deaths"),
    ("ibc", "injured_min", [said(4, slot="injured"), said(6, slot="injured")], 4, "injured"),
    ("ibc", "injured_max", [said(4, slot="injured"), said(6, slot="injured")], 6, "injured"),
    ("ibc", "outlets", [3, 3], ("outlet 0", "outlet 1"), "outlets"),
    ("ibc", "outlets", [3, said(3, origin=0, source="relay", minute=5)],
     ("outlet 0", "relay"), "a relay is an outlet too"),
    ("ibc", "witnesses", [said(3, voice="the morgue"), said(3, basis=Basis.MEDIA)],
     ("the morgue",), "witnesses apart from outlets"),
    ("ibc", "witnesses", [said(3, voice="a neighbour", basis=Basis.EYEWITNESS)],
     ("a neighbour",), "those who were there"),
    ("ibc", "status", [3, 3], "published", "two independent outlets"),
    ("ibc", "status", [3], "provisional", "one outlet"),
    ("ibc", "status", [3, said(3, origin=0, source="relay", minute=5)], "provisional", "relay"),
    ("ibc", "status", [3, said(3, independence=DOUBTED)], "provisional", "perhaps a repeat"),
    ("ibc", "status", [said(4, slot="injured")], None, "no deaths, nothing to publish"),
    # Airwars: grading; all accounts kept; minimum and maximum
    ("airwars", "grade", [2, 2], "fair", "two credible sources and a strike"),
    ("airwars", "grade", [2], "weak", "a single source"),
    ("airwars", "grade", [2, said(2, independence=DOUBTED)], "weak", "perhaps one source"),
    ("airwars", "grade", [2, said(2, origin=0, minute=5)], "weak", "a repeat"),
    ("airwars", "grade", [2, said(2, independence=SAME)], "weak", "a sister outlet"),
    ("airwars", "grade", [2, said("confirmed", slot="position", basis=Basis.OFFICIAL)],
     "confirmed", "accepted"),
    ("airwars", "grade", [2, said("confirmed", slot="position")], "weak", "a witness is none"),
    ("airwars", "grade", [2, said("denied", slot="position")], "weak", "a denial is none"),
    ("airwars", "grade", [2, said("confirmed", slot="position", basis=Basis.OFFICIAL,
                             certainty=Certainty.POSSIBLE)],
     "weak", "perhaps accepted"),
    ("airwars", "grade", [2, 2, said("russia", slot="actor"), said("ukraine", slot="actor")],
     "contested", "competing claims of responsibility"),
    ("airwars", "grade", [said(2, basis=Basis.MEDIA), 0, 0], "discounted", "refuted"),
    ("airwars", "grade", [0], None, "nobody alleges harm"),
    ("airwars", "grade", [said(3, slot="injured"), said(3, slot="injured")], "fair", "injured"),
    ("airwars", "killed_min", [2, 7], 2, "minimum"),
    ("airwars", "killed_max", [2, 7], 7, "maximum"),
    ("airwars", "injured_min", [said(4, slot="injured"), said(6, slot="injured")], 4, "lower"),
    ("airwars", "injured_max", [said(4, slot="injured"), said(6, slot="injured")], 6, "upper"),
    ("airwars", "accounts", [2, said(2, origin=0, minute=5), 7], 3, "every account is kept"),
]  # fmt: skip

NIGHT = during(hours=9)
WHERE_AND_WHEN = [
    # ACLED Codebook 2023: geo-precision, time precision
    ("acled", "geo_precision", {"place": at()}, 1, "a town"),
    ("acled", "geo_precision", {"place": at("facility", 1.0)}, 1, "a known spot"),
    ("acled", "geo_precision", {"place": at("area", 40.0)}, 2, "a part of a region"),
    ("acled", "geo_precision", {"place": at("region", 200.0)}, 3, "a region"),
    ("acled", "geo_precision", {"place": at("country", 3000.0)}, None, "no country alone"),
    ("acled", "geo_precision", {}, None, "no place"),
    ("acled", "time_precision", {"when": NIGHT}, 1, "the day"),
    ("acled", "time_precision", {"when": during(days=5)}, 2, "the week"),
    ("acled", "time_precision", {"when": during(days=25)}, 3, "the month"),
    ("acled", "time_precision", {}, None, "no time"),
    # UCDP GED Codebook 23.1: where_prec, date_prec
    ("ucdp", "where_prec", {"place": at()}, 1, "exact"),
    ("ucdp", "where_prec", {"place": at("area", 20.0)}, 2, "within 25 km"),
    ("ucdp", "where_prec", {"place": at("area", 60.0)}, 3, "a district"),
    ("ucdp", "where_prec", {"place": at("region", 200.0)}, 4, "a province"),
    ("ucdp", "where_prec", {"place": at("area", 400.0)}, 5, "a larger stretch"),
    ("ucdp", "where_prec", {"place": at("country", 3000.0)}, 6, "a country"),
    ("ucdp", "date_prec", {"when": NIGHT}, 1, "the day"),
    ("ucdp", "date_prec", {"when": during(days=4)}, 2, "two to six days"),
    ("ucdp", "date_prec", {"when": during(days=7)}, 3, "a week"),
    ("ucdp", "date_prec", {"when": during(days=30)}, 4, "a month"),
    ("ucdp", "date_prec", {"when": during(days=200)}, 5, "a year"),
]

AIR, SHELLS = "Air/drone strike", "Shelling/artillery/missile attack"
EVENTS = [
    # ACLED Codebook 2023: event and sub-event types; UCDP: armed force; Airwars: a strike
    ("acled", "sub_event_type", "drone_attack", [2], AIR, "a drone strike"),
    ("acled", "sub_event_type", "missile_strike", [2], SHELLS, "a missile"),
    ("acled", "sub_event_type", "shelling", [2], SHELLS, "shelling"),
    ("acled", "event_type", "shelling", [2], "Explosions/Remote violence", "shelling"),
    ("acled", "sub_event_type", "air_defence", [0], "Disrupted weapons use", "interception"),
    ("acled", "event_type", "air_defence", [0], "Strategic developments", "interception"),
    ("acled", "sub_event_type", "air_defence", [2], AIR, "an interception that killed"),
    ("acled", "sub_event_type", "fire", [said("arson", slot="cause")],
     "Looting/property destruction", "arson"),
    ("acled", "event_type", "accident", [2], None, "no accident"),
    ("acled", "event_type", "explosion", [2], None, "nothing says that it was violence"),
    ("acled", "event_type", "explosion", [said("gas_explosion", slot="cause")], None, "gas"),
    ("ucdp", "included", "accident", [2], "no", "no armed force"),
    ("ucdp", "included", "shelling", [2], "yes", "armed force"),
    ("airwars", "grade", "fire", [2, 2], "weak", "no strike is reported"),
]  # fmt: skip


def test_there_are_cases_for_every_rule_of_every_set():
    cases = [*FIGURES, *WHERE_AND_WHEN, *EVENTS]
    assert len(cases) >= 60
    wanted = {(name, field.name) for name, rules in policies().items() for field in rules.field}
    assert wanted - {(case[0], case[1]) for case in cases} == {("acled", "sources")}


@pytest.mark.parametrize(("policy", "name", "told", "value", "rule"), FIGURES)
def test_figures_sources_and_grades(policy, name, told, value, rule):
    assert coded(policy, words(*told)).value(name) == value, rule


@pytest.mark.parametrize(("policy", "name", "known", "value", "rule"), WHERE_AND_WHEN)
def test_precision_of_place_and_time(policy, name, known, value, rule):
    assert coded(policy, words(3), **known).value(name) == value, rule


@pytest.mark.parametrize(("policy", "name", "kind", "told", "value", "rule"), EVENTS)
def test_kinds_of_event(policy, name, kind, told, value, rule):
    assert coded(policy, words(*told), type=kind).value(name) == value, rule


def test_a_figure_that_reports_have_only_from_each_other_is_not_coded():
    circle = {"basis": Basis.MEDIA, "origin": 0, "independence": DOUBTED}
    told = words(
        said(1, source="Rupor", voice="Provod", **circle),
        said(1, source="Provod", voice="Rupor", minute=9, **circle),
    )
    assert coded("ucdp", told).value("best") is None
    assert coded("ibc", told).value("status") is None
    assert coded("airwars", told).value("accounts") == 2


def test_a_denial_is_no_figure():
    told = words(3, said(3, stance=Stance.DENIES))
    assert coded("ibc", told).value("min") == 3


def test_acled_lists_every_source_by_time():
    assert coded("acled", words(3, 5)).value("sources") == ("outlet 0", "outlet 1")


def test_every_field_is_cited_and_says_why():
    for rules in policies().values():
        assert rules.cite
        for field in rules.field:
            assert field.cite
            assert field.because
    for field in coded("ucdp", words(3, 5)).fields:
        assert field.cite
    (best,) = (f for f in coded("ucdp", words(3, 5)).fields if f.name == "best")
    assert "given: 3, 5" in best.because
