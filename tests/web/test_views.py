"""Views: records in, drawings and words out."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import (
    Answer,
    Case,
    Certainty,
    Count,
    Derivation,
    Document,
    How,
    Incident,
    Label,
    Media,
    Place,
    Question,
    Span,
    Stance,
    When,
)
from reportedly.web.lookup import Lookup
from reportedly.web.views import words
from reportedly.web.views.chart import HEIGHT, WIDTH, chart
from reportedly.web.views.cut import cut, merged
from reportedly.web.views.drift import drifts, sureness
from reportedly.web.views.front import front
from reportedly.web.views.graph import Graph, graph
from reportedly.web.views.incident import incident_page
from reportedly.web.views.outlines import outlines
from reportedly.web.views.projection import KM, Window, clipped
from reportedly.web.views.report import asked_marks
from reportedly.web.views.shared import quote
from reportedly.web.views.table import table
from reportedly.web.views.timeline import timeline

from .constructed import (
    CASE,
    CLIP,
    GOVERNOR,
    INCIDENT,
    OUTLET,
    START,
    WIRE,
    derived,
    document,
)

LOOKUP = Lookup(CASE)


def spread(reports: list[Document], derivations: list[Derivation]) -> Graph:
    """Return the drawing of an incident made of these reports alone."""
    incident = msgspec.structs.replace(
        INCIDENT, reports=tuple(d.id for d in reports), origins=(), questions=()
    )
    case = Case(documents=tuple(reports), derivations=tuple(derivations), incidents=(incident,))
    drawn = graph(Lookup(case), incident)
    assert drawn is not None
    return drawn


def test_graph_shows_every_report_once_and_every_unseen_voice() -> None:
    drawn = graph(LOOKUP, INCIDENT)
    assert drawn is not None
    kinds = [node.kind for node in drawn.nodes]
    assert kinds.count("several") == 1  # the six forwards
    assert next(n.name for n in drawn.nodes if n.kind == "several") == "6 reports"
    assert kinds.count("report") == len(INCIDENT.reports) - 6
    assert {n.name for n in drawn.nodes if n.kind == "voice"} == {"Губернатор", "a resident"}
    assert {label.text for label in drawn.labels} >= {
        "forward",
        "cites",
        "translation",
        "tells",
    }


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.integers(0, 30), st.sampled_from(list(How))),
        min_size=1,
        max_size=25,
    )
)
def test_graph_runs_with_time_and_nothing_overlaps(rows: list[tuple[int, int, How]]) -> None:
    reports = sorted(
        {document(f"Канал {n}", minute, "Слово.") for n, (minute, _, _) in enumerate(rows)},
        key=lambda d: (str(d.published), d.id),
    )
    steps = []
    for n, (_, parent, how) in enumerate(rows):
        child = reports[n % len(reports)]
        other = reports[parent % len(reports)]
        if str(other.published) < str(child.published):
            steps.append(derived(child, how, other))
        else:
            steps.append(derived(child, how, voice=f"голос {parent % 3}"))
    drawn = spread(reports, steps)
    places = {(node.x, node.y) for node in drawn.nodes}
    assert len(places) == len(drawn.nodes)
    when = {f"/reports/{d.id}": str(d.published) for d in reports}
    alone = [(n.x, when[n.href]) for n in drawn.nodes if n.kind == "report" and n.href]
    for x, time in alone:
        assert all(other_x <= x for other_x, other in alone if other < time)
    assert all(n.x + 174 <= drawn.width and n.y + 42 <= drawn.height for n in drawn.nodes)


def test_graph_of_a_crowd_stays_small() -> None:
    reports = [CLIP, *(document(f"Канал {n}", n + 1, CLIP.text) for n in range(500))]
    drawn = spread(reports, [derived(d, How.COPY, CLIP) for d in reports[1:]])
    assert len(drawn.nodes) == 2
    assert drawn.left_out == 0


def test_reports_that_quote_each_other_are_drawn() -> None:
    """A circle of reports is a finding, not a fault."""
    a, b = document("Юг", 1, "Слово."), document("Север", 2, "Слово.")
    drawn = spread([a, b], [derived(b, How.CITES, a), derived(a, How.CITES, b)])
    assert len(drawn.nodes) == 2
    assert len(drawn.edges) == 2


def told(count: int, step: timedelta) -> Incident:
    return msgspec.structs.replace(
        INCIDENT, reports=tuple(d.id for d in posts(count, step)), origins=()
    )


def posts(count: int, step: timedelta) -> list[Document]:
    made = [document("Канал", n, "Слово.") for n in range(count)]
    return [msgspec.structs.replace(d, published=START + n * step) for n, d in enumerate(made)]


@pytest.mark.parametrize(
    ("count", "step", "logarithmic"),
    [
        (1, timedelta(0), False),
        (30, timedelta(0), False),
        (12, timedelta(minutes=11), False),
        (40, timedelta(hours=3), True),
        (700, timedelta(minutes=3), True),
    ],
)
def test_timeline_keeps_order_and_stays_within_its_frame(
    count: int, step: timedelta, logarithmic: bool
) -> None:
    case = Case(documents=tuple(posts(count, step)))
    drawn = timeline(Lookup(case), told(count, step))
    assert drawn is not None
    assert drawn.logarithmic is logarithmic
    xs = [dot.x for dot in drawn.dots] or [bar.x for bar in drawn.bars]
    assert xs == sorted(xs)
    assert all(0 <= x <= drawn.width for x in xs)
    ticks = [tick.x for tick in drawn.ticks]
    assert ticks == sorted(ticks)
    assert sum(int(bar.label.split()[0]) for bar in drawn.bars) + len(drawn.dots) == count


def test_reports_without_a_time_are_counted_not_placed() -> None:
    undated = msgspec.structs.replace(CLIP, published=None)
    case = Case(documents=(undated, WIRE))
    incident = msgspec.structs.replace(INCIDENT, reports=(undated.id, WIRE.id))
    drawn = timeline(Lookup(case), incident)
    assert drawn is not None
    assert (len(drawn.dots), drawn.undated) == (1, 1)
    alone = msgspec.structs.replace(incident, reports=(undated.id,))
    assert timeline(Lookup(case), alone) is None


def place(kind: str, name: str, lat: float, lon: float, radius: float, **more: str) -> Place:
    fields = {"country": "RU", **more}
    return Place(name=name, kind=kind, lat=lat, lon=lon, radius_km=radius, **fields)


def at(where: Place | None, *others: Place) -> Incident:
    answers = tuple(
        Answer(value=o, denied=False, claims=(), origins=(), reports=()) for o in others
    )
    asked = Question(slot="place", answers=answers, conflict=False, because="")
    return msgspec.structs.replace(INCIDENT, place=where, questions=(asked,))


def test_a_settlement_is_a_circle_of_its_true_size() -> None:
    drawn = chart(at(place("settlement", "Izobilny", 45.37, 41.71, 8)))
    assert drawn is not None
    (spot,) = drawn.spots
    assert not spot.wide
    assert (spot.x, spot.y) == (WIDTH / 2, HEIGHT / 2)
    km = float(drawn.scale_text.removesuffix(" km"))
    assert spot.radius == pytest.approx(8 * drawn.scale_width / km, rel=0.01)


@pytest.mark.parametrize(
    "where",
    [
        place("region", "Ставропольский край", 44.95, 43.35, 191, region="RU.70"),
        place("region", "Stavropol Krai", 44.95, 43.35, 191),
        place("country", "Ukraine", 49, 32, 500, country="UA"),
    ],
)
def test_a_region_is_its_outline_and_never_a_point(where: Place) -> None:
    drawn = chart(at(where))
    assert drawn is not None
    (spot,) = drawn.spots
    assert spot.wide
    assert spot.area


def test_an_unknown_area_is_a_wide_circle() -> None:
    drawn = chart(at(place("area", "north of the steppe", 46, 42, 120)))
    assert drawn is not None
    (spot,) = drawn.spots
    assert spot.wide
    assert spot.area is None
    assert spot.radius > 20


def test_no_place_no_map() -> None:
    assert chart(at(None)) is None


def test_another_place_given_is_drawn_too_unless_far() -> None:
    here = place("settlement", "Izobilny", 45.37, 41.71, 8)
    near = place("settlement", "Stavropol", 45.04, 41.97, 10)
    far = place("settlement", "Kurgan", 55.44, 65.34, 10)
    drawn = chart(at(here, here, near, far))
    assert drawn is not None
    assert [spot.name for spot in drawn.spots] == ["Izobilny", "Stavropol"]


@pytest.mark.parametrize(("lat", "lon"), [(66.0, -179.9), (66.0, 179.9), (-77.0, 0.0), (0, 0)])
def test_maps_at_the_edges_of_the_world_are_drawn(lat: float, lon: float) -> None:
    drawn = chart(at(place("settlement", "Somewhere", lat, lon, 5)))
    assert drawn is not None
    assert drawn.spots[0].x == WIDTH / 2


def inside(lat: float, lon: float) -> set[str]:
    """Return the countries whose rings hold a point (even-odd)."""
    found = set()
    for shape in outlines().countries:
        hits = 0
        for ring in shape.rings:
            for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
                if (y0 > lat) != (y1 > lat) and lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0:
                    hits += 1
        if hits % 2:
            found.add(shape.names[0])
    return found


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [
        (45.0, 34.3, "Ukraine"),  # Crimea
        (44.6, 33.6, "Ukraine"),  # Sevastopol
        (48.3, 38.0, "Ukraine"),
        (45.04, 39.0, "Russia"),
        (54.7, 20.6, "Russia"),
        (53.9, 27.6, "Belarus"),
        (-29.6, 28.2, "Lesotho"),  # a hole in its neighbour
    ],
)
def test_outlines_hold_the_places_they_should(lat: float, lon: float, country: str) -> None:
    assert inside(lat, lon) == {country}


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(1, 200))
def test_projection_is_true_to_scale_in_the_middle(lat: float, lon: float, km: float) -> None:
    window = Window(lat, lon, 600, 720, 440)
    x, y = window.xy((lon, lat + km / KM))
    assert x == pytest.approx(360)
    assert 220 - y == pytest.approx(km * window.unit, rel=1e-6)


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=3, max_size=12))
def test_clipping_stays_within_the_box(ring: list[tuple[float, float]]) -> None:
    for x, y in clipped(ring, (-10, -5, 10, 5)):
        assert -10.001 <= x <= 10.001
        assert -5.001 <= y <= 5.001


@given(
    st.integers(0, 40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(1, 20), st.integers(0, 9)), max_size=8),
)
def test_cutting_covers_the_text_once_with_the_right_tags(
    length: int, rows: list[tuple[int, int, int]]
) -> None:
    stretches = [(start, start + size, tag) for start, size, tag in rows]
    parts = list(cut(length, stretches))
    assert [i for start, end, _ in parts for i in range(start, end)] == list(range(length))
    for start, end, tags in parts:
        for i in range(start, end):
            assert list(tags) == [tag for a, b, tag in stretches if a <= i < b]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("0-3", [(0, 3)]),
        ("0-3,5-9", [(0, 3), (5, 9)]),
        ("5-999999", [(5, len(CLIP.text))]),
        ("9-5", []),
        ("99999-100000", []),
        ("-1-4", [(1, 4)]),
        ("a-b", []),
        ("", []),
        ("1-99999999999999999999", [(1, len(CLIP.text))]),
    ],
)
def test_asked_characters_are_kept_within_the_text(
    asked: str, found: list[tuple[int, int]]
) -> None:
    assert [(s.start, s.end) for s in asked_marks(CLIP, asked)] == found


def test_overlapping_marks_are_one() -> None:
    spans = tuple(
        Span("d", a, b) for a, b in ((49, 71), (49, 62), (55, 71), (80, 90), (90, 95))
    )
    assert merged(spans) == (Span("d", 49, 71), Span("d", 80, 95))


def test_every_claim_of_an_incident_is_in_the_table() -> None:
    shown = {
        href
        for row in table(LOOKUP, INCIDENT).rows
        for cell in row.cells
        for chip in cell
        for href in (chip.href, *(other for other, _ in chip.others))
    }
    given_ = {c for q in INCIDENT.questions for a in q.answers for c in a.claims}
    assert {href.partition("claim=")[2].partition("#")[0] for href in shown} == given_


def test_questions_stand_in_a_readers_order() -> None:
    titles = [row.title for row in table(LOOKUP, INCIDENT).rows]
    assert titles == ["What happened", "Cause", "Injured"]


def test_contradicting_figures_are_all_in_the_headline() -> None:
    facts = {fact.slot: fact for fact in incident_page(LOOKUP, INCIDENT).facts}
    assert [value for value, _, _ in facts["Injured"].answers] == ["2", "0", "3"]
    assert facts["Injured"].conflict
    assert [value for value, _, _ in facts["Cause"].answers] == ["Air defence"]


@pytest.mark.parametrize(
    ("text", "spans", "pieces"),
    [
        ("аб вг де", [(3, 5)], [("аб ", False), ("вг", True), (" де", False)]),
        ("аб вг де", [(0, 2), (6, 8)], [("аб", True), (" вг ", False), ("де", True)]),
        ("верх\nаб вг\nниз", [(5, 7)], [("аб", True), (" вг", False)]),
        (
            "x" * 200 + "да" + "y" * 200,
            [(200, 202)],
            [("…", False), ("x" * 90, False), ("да", True), ("y" * 90, False), ("…", False)],
        ),
        (
            "да" + "y" * 900 + "нет",
            [(0, 2), (902, 905)],
            [("да", True), ("y" * 90, False), ("…", False)],
        ),
    ],
)
def test_a_quote_marks_just_the_words_of_the_claim(
    text: str, spans: list[tuple[int, int]], pieces: list[tuple[str, bool]]
) -> None:
    told = msgspec.structs.replace(CLIP, text=text)
    claimed = msgspec.structs.replace(
        CASE.claims[0], spans=tuple(Span(CLIP.id, a, b) for a, b in spans)
    )
    assert list(quote(told, claimed).pieces) == pieces


def test_copies_of_one_text_are_quoted_once() -> None:
    page = incident_page(LOOKUP, INCIDENT)
    answer = page.questions[0].answers[0]
    assert [q.alike for q in answer.quotes] == [6, 0]


@pytest.mark.parametrize(
    ("stance", "certainty", "rank"),
    [
        (Stance.ASSERTS, Certainty.CERTAIN, 3),
        (Stance.ASSERTS, Certainty.POSSIBLE, 1),
        (Stance.HEDGES, Certainty.PROBABLE, 1),
        (Stance.DECLINES, Certainty.CERTAIN, 1),
        (Stance.ASKS, Certainty.UNKNOWN, 0),
    ],
)
def test_sureness(stance: Stance, certainty: Certainty, rank: int) -> None:
    assert sureness(stance, certainty) == rank


def test_drift_is_found_between_reports_within_one_and_for_caveats() -> None:
    found = drifts(LOOKUP, INCIDENT)
    assert [card.lost for card in found] == [
        "a hedge is lost within Сова над полем",
        "surer than the report it cites",
        "the caveat is gone",
    ]
    assert found[0].names == ("подписчики", "Сова над полем")
    assert [drift.about for drift in found[1].drifts] == ["Injured: 2"]


def test_no_drift_where_nothing_was_lost() -> None:
    case = msgspec.structs.replace(CASE, attributions=(), claims=())
    assert drifts(Lookup(case), INCIDENT) == ()


@pytest.mark.parametrize(
    ("what", "text"),
    [
        (Label(value="air_defence"), "Air defence"),
        (Count(low=0, best=0, high=0), "0"),
        (Count(low=2, best=3, high=5), "2 to 5"),
        (
            When(earliest=START, latest=START + timedelta(hours=1)),
            "2024-05-15 00:12 to 01:12 UTC",
        ),
    ],
)
def test_values_in_words(what: Label | Count | When, text: str) -> None:
    assert words.value(what) == text


def test_a_report_without_words_still_has_a_name() -> None:
    bare = msgspec.structs.replace(GOVERNOR, text="", media=(Media(kind="photo"),))
    assert words.headline(bare) == "(no words, only photo)"
    assert words.headline(msgspec.structs.replace(bare, media=())) == "(no words)"


@pytest.mark.parametrize("page", [-1, 0, 1, 2, 99])
def test_pages_beyond_the_end_are_the_last(page: int) -> None:
    case = Case(documents=tuple(document("Канал", n, "Слово.") for n in range(120)))
    shown = front(Lookup(case), other_page=page)
    assert len(shown.others) == (20 if page > 2 else 50)
    assert shown.other_pages.last == 3


def test_an_incident_is_listed_with_the_words_of_who_told_it_first() -> None:
    (line, *_) = front(LOOKUP).incidents
    incident = CASE.incidents[0]
    opening = LOOKUP.documents[incident.origins[0].first]
    assert line.first is not None
    assert (line.first.source, line.first.headline) == (
        opening.source,
        words.headline(opening),
    )


def test_reports_and_takers_are_named_both_ways() -> None:
    assert [d.doc for d in LOOKUP.taken_by(GOVERNOR.id)] == [WIRE.id, CASE.documents[-2].id]
    assert [d.parent for d in LOOKUP.taken_from(OUTLET.id)] == [CLIP.id]
