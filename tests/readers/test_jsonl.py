import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import UnreadableInput
from reportedly.model import Forward
from reportedly.readers import from_line

from .reading import read


def lines(*records: Any) -> str:
    return "\n".join(
        record if isinstance(record, str) else json.dumps(record, ensure_ascii=False)
        for record in records
    )


def test_every_field_is_kept() -> None:
    record = {
        "id": "a/1",
        "text": "  Гул над портом\n",
        "source": "Причал",
        "published": "2025-02-03T10:00:00+03:00",
        "lang": "uk-UA",
        "url": "https://t.me/prichal/1",
        "forwarded_from": {
            "source": "Маяк",
            "key": "Маяк/2",
            "published": "2025-02-03T06:00:00Z",
        },
        "reply_to": "a/0",
        "views": 5,
    }
    [report], _ = read(lines(record), "posts.jsonl")
    assert report.key == "a/1"
    assert report.text == "  Гул над портом\n"
    assert (report.source, report.lang, report.handle) == ("Причал", "uk", "@prichal")
    assert report.published == datetime(2025, 2, 3, 7, tzinfo=UTC)
    assert report.forwarded_from == Forward(
        source="Маяк", key="Маяк/2", published=datetime(2025, 2, 3, 6, tzinfo=UTC)
    )
    assert (report.reply_to, report.place, report.read_by) == ("a/0", "line 1", "jsonl 1")


@pytest.mark.parametrize(
    ("record", "key"),
    [
        ({"id": 7, "text": "Гул"}, "7"),
        ({"text": "Гул"}, "posts.jsonl#1"),
        ({"id": "", "text": "Гул"}, "posts.jsonl#1"),
        ({"id": [1], "text": "Гул"}, "posts.jsonl#1"),
    ],
)
def test_a_report_without_usable_id_goes_by_its_line(record: Any, key: str) -> None:
    [report], _ = read(lines(record), "posts.jsonl")
    assert report.key == key


@pytest.mark.parametrize(
    "bad",
    ["{", "[1]", '{"id": 1}', '{"text": 5}', "null", '{"text": "a"} x', "{" + "[" * 90_000],
)
def test_a_bad_line_is_refused_by_number_and_the_rest_kept(bad: str) -> None:
    raw = lines({"text": "раз"}, "", bad, {"text": "два"})
    reports, [refusal] = read(raw, "posts.jsonl")
    assert [report.text for report in reports] == ["раз", "два"]
    assert refusal.place == "line 3"


def test_a_first_line_that_is_bad_does_not_hide_the_kind_of_file() -> None:
    reports, [refusal] = read(lines("{oops", {"text": "два"}), "posts.ndjson")
    assert len(reports) == 1
    assert refusal.place == "line 1"


def test_lines_are_known_without_their_name_however_long_the_first() -> None:
    reports, _ = read(lines({"id": "1", "text": "гул " * 40_000}, {"text": "два"}), "input")
    assert len(reports) == 2


def test_the_same_line_twice_stays_two() -> None:
    reports, _ = read(lines({"id": "1", "text": "раз"}, {"id": "1", "text": "раз"}), "p.jsonl")
    assert len(reports) == 2


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (b'\xef\xbb\xbf{"text": "a"}\r\n', "a"),
        ('{"text": "Гул над портом"}'.encode("windows-1251"), "Гул над портом"),
        (b'{"text": "\\ud83d\\x01"}', "\ufffd\x01"),
        (b'{"text": 1}', None),
        (b"\xff\xfe\x00", None),
    ],
)
def test_one_line_of_a_stream_is_a_report_or_a_refusal(line: bytes, text: str | None) -> None:
    found = from_line(line, "stdin", 4)
    assert found.place == "line 4"
    assert getattr(found, "text", None) == text


def test_a_text_beyond_measure_is_refused_not_kept() -> None:
    reports, [refusal] = read(lines({"text": "а" * 2_000_001}, {"text": "б"}), "p.jsonl")
    assert [report.text for report in reports] == ["б"]
    assert "2,000,001" in refusal.why


def test_a_file_without_a_report_is_unreadable() -> None:
    with pytest.raises(UnreadableInput, match="no line is a report"):
        read('{"a": 1}\n{"b": 2}\n', "p.jsonl")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=6), st.booleans())
def test_texts_stay_as_they_are(texts: list[str], ascii_only: bool) -> None:
    raw = "\n".join(json.dumps({"text": t}, ensure_ascii=ascii_only) for t in texts)
    reports, refusals = read(raw.encode("utf-8"), "p.jsonl")
    assert not refusals
    assert [report.text for report in reports] == [t.replace("\0", "\ufffd") for t in texts]
