"""What holds for any case."""

import csv as plain
import io
import json as standard
from datetime import datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.export import EXPORTERS, json
from reportedly.model import (
    Basis,
    Case,
    Claim,
    Count,
    Document,
    Incident,
    Independence,
    Label,
    Origin,
    Place,
    Refusal,
    Span,
    Value,
    When,
)

ZONES = st.integers(-12 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=ZONES)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
NAMES = st.text("abc=@<&\u2028й", min_size=1, max_size=6)

PLACES = st.builds(
    Place,
    name=TEXTS,
    kind=st.sampled_from(["settlement", "region", "country", "facility", "area"]),
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    radius_km=st.floats(0, 20_000),
    country=st.just("UA"),
)
WHENS = st.builds(
    lambda one, two: When(earliest=min(one, two), latest=max(one, two)), TIMES, TIMES
)
COUNTS = st.builds(
    lambda low, more, open_: Count(low=low, best=low, high=None if open_ else low + more),
    st.integers(0, 10**9),
    st.integers(0, 99),
    st.booleans(),
)
VALUES: st.SearchStrategy[Value] = st.one_of(
    PLACES, WHENS, COUNTS, st.builds(Label, value=TEXTS)
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    documents = tuple(
        Document(
            id=f"d{n}",
            key=draw(NAMES),
            source=draw(NAMES),
            lang="uk",
            text=draw(TEXTS),
            published=draw(st.none() | TIMES),
            original="00" * 32,
            place="item 1",
            read_by="test 1",
        )
        for n in range(draw(st.integers(1, 3)))
    )
    claims = tuple(
        Claim(
            id=f"c{n}",
            doc=doc.id,
            slot="type",
            value=draw(VALUES),
            spans=(Span(doc.id, 0, draw(st.integers(1, len(doc.text)))),),
        )
        for n, doc in enumerate(documents)
    )
    incident = Incident(
        id="i1",
        type="fire",
        place=draw(st.none() | PLACES),
        when=draw(st.none() | WHENS),
        accounts=(),
        reports=tuple(doc.id for doc in documents),
        origins=(
            Origin(
                id="o1",
                first="d0",
                voice=draw(st.none() | NAMES),
                basis=Basis.UNSTATED,
                reports=("d0",),
                independence=draw(st.sampled_from(Independence)),
                because="why",
            ),
        ),
        questions=(),
        because="why",
    )
    refusals = (Refusal(file=draw(NAMES), place="", why=draw(TEXTS)),)
    return Case(documents=documents, claims=claims, incidents=(incident,), refusals=refusals)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_export_import_export_is_a_fixed_point(case: Case) -> None:
    written = json.write(case)
    again = json.read(written)
    assert again == case
    assert json.write(again) == written


@settings(max_examples=40, deadline=None)
@given(cases())
def test_every_exporter_gives_the_same_well_formed_bytes_twice(case: Case) -> None:
    for exporter in EXPORTERS.values():
        assert exporter.write(case) == exporter.write(case)
    table = EXPORTERS["csv"].write(case).decode()
    rows = list(plain.reader(io.StringIO(table, newline="")))
    assert len(rows) == 1 + len(case.claims)
    assert len({len(row) for row in rows}) == 1
    (feature,) = standard.loads(EXPORTERS["geojson"].write(case))["features"]
    place = case.incidents[0].place
    pointed = place is not None and place.kind in {"settlement", "facility"}
    assert (feature["geometry"] is not None) == pointed
