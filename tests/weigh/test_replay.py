"""The case as it was known then: a run on the reports that were out."""

from datetime import UTC, datetime, timedelta, timezone
from importlib import resources
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reportedly
from reportedly.case import as_of, link, moment
from reportedly.errors import BadSetting
from reportedly.export.lines import readings_of
from reportedly.extract import extract
from reportedly.model import Case, Document, document_id

LAST = datetime(2090, 1, 1, tzinfo=UTC)
START = datetime(2031, 5, 2, 1, 0, tzinfo=UTC)
TEXTS = [
    "Два хлопка разбудили Армавир: на нефтебазе «Причал» горит резервуар номер 7.",
    "Загорелся резервуар номер 7 на нефтебазе «Причал» в Армавире, слышали два хлопка.",
    "У Армавірі горить нафтобаза «Причал», пише канал «Канал 0».",
    "A fuel tank is on fire in Armavir, residents said. The governor denied an attack.",
    "Губернатор сообщил, что на нефтебазе «Причал» пострадали три человека.",
    "Губернатор уточнил: пострадали пять человек, погибших нет.",
]


@pytest.fixture(scope="module")
def whole() -> Case:
    with resources.as_file(resources.files("reportedly.sample")) as sample:
        return reportedly.build([sample])


def post(source: str, text: str, minute: int, later: int) -> Document:
    published = START + timedelta(minutes=minute)
    edited = published + timedelta(minutes=later) if later > 0 else None
    return Document(
        id=document_id(source, source, text, published, edited),
        key=source,
        source=source,
        lang="en" if text.isascii() else "uk" if "і" in text else "ru",
        text=text,
        published=published,
        edited=edited,
        original="0" * 64,
        place="",
        read_by="test 1",
    )


def known(case: Case, until: datetime) -> list[Document]:
    return [
        document
        for document in case.documents
        if (since := document.edited or document.published) is not None and since <= until
    ]


def test_at_the_end_of_time_it_is_the_case_itself(whole: Case) -> None:
    assert as_of(whole, LAST) == whole


def test_before_the_first_report_there_is_nothing(whole: Case) -> None:
    before = as_of(whole, datetime(2024, 1, 1, tzinfo=UTC))
    assert (before.documents, before.incidents, before.assessments) == ((), (), ())


def test_in_between_it_is_a_run_on_the_reports_out_by_then(whole: Case) -> None:
    until = datetime(2024, 5, 15, 3, 0, tzinfo=UTC)
    then = as_of(whole, until)
    mine = known(whole, until)
    assert 5 < len(mine) < len(whole.documents)
    alone = link(mine, readings_of(whole))
    assert msgspec.structs.replace(then, notice=None, originals=(), refusals=()) == alone


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(TEXTS), st.integers(0, 300), st.integers(-50, 300)),
        min_size=1,
        max_size=6,
        unique=True,
    ),
    st.integers(-10, 320),
    st.sampled_from([UTC, timezone(timedelta(hours=3))]),
)
def test_replay_equals_a_run_on_the_reports_known_then(told, minute, zone) -> None:
    posts = [post(f"Канал {number}", *each) for number, each in enumerate(told)]
    readings = {doc.id: extract(doc) for doc in posts}
    case = link(posts, readings)
    until = (START + timedelta(minutes=minute)).astimezone(zone)
    mine = known(case, until)
    assert as_of(case, until) == link(mine, {doc.id: extract(doc) for doc in mine})


def test_an_undated_report_is_known_from_when_it_was_received(tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("Explosion in Stavropol, two people were injured, the mayor said.", "utf-8")
    case = reportedly.build([text])
    assert not as_of(case, case.originals[0].received - timedelta(seconds=1)).documents
    assert len(as_of(case, case.originals[0].received).documents) == 1


@pytest.mark.parametrize("text", ["yesterday", "2024-05-15T04:30", "2024-05-15", "", "9" * 999])
def test_a_time_without_a_zone_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(BadSetting) as caught:
        moment(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250


def test_moments_compare_through_any_zone(whole: Case) -> None:
    assert as_of(whole, moment("2024-05-15T06:00+03:00")) == as_of(
        whole, moment("2024-05-15T03:00Z")
    )
