"""One region's part of a nightly total: linked to it, not counted twice, no conflict."""

from datetime import UTC, datetime

import pytest

from reportedly import case as spine
from reportedly.export import lines
from reportedly.extract import extract
from reportedly.link import portions
from reportedly.model import Case
from reportedly.readers import from_text
from reportedly.weigh import code

MORNING = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
NIGHT = {
    "ru": (
        "Минувшей ночью силы ПВО сбили 15 дронов: 9 – над Курской областью, 4 – над Тульской "
        "областью, 2 – над Брянской областью, сообщило Минобороны.",
        "Над Тульской областью минувшей ночью сбиты 4 дрона, сообщил губернатор.",
    ),
    "uk": (
        "Минулої ночі сили ППО збили 15 дронів: 9 – над Київською областю, 4 – над Сумською "
        "областю, 2 – над Харківською областю, повідомили Повітряні сили.",
        "Над Сумською областю минулої ночі збито 4 дрони, повідомив голова ОВА.",
    ),
    "en": (
        "Air defences shot down 15 drones overnight: 9 over Kursk Oblast, 4 over Tula Oblast "
        "and 2 over Bryansk Oblast, the defence ministry said.",
        "Four drones were shot down over Tula Oblast overnight, the governor said.",
    ),
}


def linked(*texts: str, lang: str) -> Case:
    docs = [
        from_text(
            text, key=f"r{number}", source=f"outlet {number}", lang=lang, published=MORNING
        )
        for number, text in enumerate(texts)
    ]
    return spine.link(docs, {doc.id: extract(doc, deep=False) for doc in docs})


@pytest.mark.parametrize("lang", sorted(NIGHT))
def test_the_parts_of_a_night_are_tied_to_its_total(lang: str) -> None:
    case = linked(*NIGHT[lang], lang=lang)
    found = portions(case.incidents, case.accounts, case.claims)
    (whole,) = {each.whole for each in found}
    by_id = {each.id: each for each in case.incidents}
    assert by_id[whole].place is not None
    assert by_id[whole].place.kind == "country"
    assert sorted(each.share.best for each in found) == [2, 4, 9]
    assert {each.total.best for each in found} == {15}
    assert whole not in {each.part for each in found}


@pytest.mark.parametrize("lang", sorted(NIGHT))
def test_a_part_is_neither_a_conflict_nor_counted_twice(lang: str) -> None:
    case = linked(*NIGHT[lang], lang=lang)
    downed = [q for i in case.incidents for q in i.questions if q.slot == "downed"]
    assert not any(question.conflict for question in downed)
    alone = [
        answer.value.best  # type: ignore[union-attr]
        for question in downed
        for answer in question.answers
        if not answer.value.scope  # type: ignore[union-attr]
    ]
    assert sum(alone) == 15
    assert {coding.value("fatalities") for coding in code(case, "acled")} == {0}


def test_both_sides_say_so_in_their_rows() -> None:
    case = linked(*NIGHT["ru"], lang="ru")
    rows = {row["incident"]: row for row in lines.incident_rows(case)}
    (whole,) = (row for row in rows.values() if row["parts"])
    assert whole["part_of"] == []
    for each in whole["parts"]:  # type: ignore[attr-defined]
        (back,) = rows[each["incident"]]["part_of"]  # type: ignore[misc]
        assert back["incident"] == whole["incident"]
        assert (back["share"], back["total"]) == (each["share"], each["total"])


def test_reports_that_only_share_a_night_are_not_tied() -> None:
    case = linked(
        "Минувшей ночью над шестью регионами России сбиты 60 дронов, сообщило Минобороны.",
        NIGHT["ru"][1],
        lang="ru",
    )
    assert portions(case.incidents, case.accounts, case.claims) == ()
