"""What `reportedly show` says of how an answer came about."""

from datetime import UTC, datetime, timedelta
from io import StringIO

from rich.console import Console

from reportedly import case as spine
from reportedly.cli import developed
from reportedly.export import lines
from reportedly.extract import extract
from reportedly.link.agreement import Ledger
from reportedly.model import Case
from reportedly.readers import from_text

START = datetime(2031, 5, 2, 1, 0, tzinfo=UTC)
TOLD = (
    ("Рупор", 0, "В Туле прогремел взрыв. Пострадавших нет, сообщил губернатор."),
    ("Провод", 30, "В Туле прогремел взрыв. Пострадали трое, сообщил источник в больнице."),
    ("Маяк", 90, "В Туле прогремел взрыв. Пострадали трое, сообщил губернатор."),
)


def case() -> Case:
    docs = [
        from_text(text, key=name, source=name, published=START + timedelta(minutes=minutes))
        for name, minutes, text in TOLD
    ]
    return spine.link(docs, {doc.id: extract(doc, deep=False) for doc in docs})


def test_who_moved_and_when_the_conflict_ended_is_printed() -> None:
    made = case()
    incident = made.incidents[0]
    question = next(each for each in incident.questions if each.slot == "injured")
    names = {origin.id: f"O{number}" for number, origin in enumerate(incident.origins, 1)}
    out = StringIO()
    ledger = Ledger.of_case(made).within(incident.origins)
    developed.developed(Console(file=out, soft_wrap=True), question, ledger, names)
    said = out.getvalue()
    assert "accounts contradict each other; from “губернатор” on, 2031-05-02 02:30" in said
    assert "05-02 01:30 источник в больнице (O2): 3 - contested" in said
    assert "губернатор (O1): 3, before that 0" in said


def test_the_rows_tell_the_same() -> None:
    (row,) = (each for each in lines.incident_rows(case()) if each["type"] == "explosion")
    questions: list[dict[str, object]] = row["claims"]  # type: ignore[assignment]
    injured = next(each for each in questions if each["slot"] == "injured")
    told: dict[str, object] = injured["development"]  # type: ignore[assignment]
    assert told["conflict_began"] == "2031-05-02T01:30:00Z"
    assert told["conflict_ended"] == "2031-05-02T02:30:00Z"
    turns: list[dict[str, object]] = told["turns"]  # type: ignore[assignment]
    assert [(turn["report"], turn["contested"]) for turn in turns] == [
        ("Рупор", False),
        ("Провод", True),
        ("Маяк", False),
    ]
    assert turns[2]["left"] == turns[0]["answer"]
    alone = next(each for each in questions if each["slot"] == "type")
    assert alone["development"] is None
