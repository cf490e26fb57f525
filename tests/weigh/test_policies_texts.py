"""Rule by rule again, from the words of reports to what a published rule set codes."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from reportedly import case as spine
from reportedly.extract import extract
from reportedly.readers import from_text
from reportedly.weigh import Coding, code, policies

MORNING = datetime(2024, 5, 15, 6, 0, tzinfo=UTC)
ACLED = "ACLED Codebook 2023, “Fatalities”; FAQs: ACLED Fatality Methodology"
LOW, BEST, HIGH = (
    f"UCDP definitions, “UCDP {name} estimate”" for name in ("low", "best", "high")
)
GED = "UCDP GED Codebook 23.1, "
IBC = "IBC Methods, 2.2 minimum and maximum"
AIRWARS = "Airwars Methodology, "

# rule set, column, reports, what is coded, where the rule stands, the rule in a few words
CASES = [
    ("acled", "fatalities", ["Dozens of people were killed in the strike on Kharkiv."],
     12, ACLED, "dozens are 12"),
    ("acled", "fatalities", ["В результате удара по Харькову погибли десятки людей."],
     10, ACLED, "tens are 10"),
    ("acled", "fatalities", ["Унаслідок удару по Харкову загинули сотні людей."],
     100, ACLED, "hundreds are 100"),
    ("acled", "fatalities", ["Hundreds of people were killed in the strike on Kharkiv."],
     100, ACLED, "hundreds are 100"),
    ("acled", "fatalities", ["There is no information on casualties of the strike on Odesa."],
     0, ACLED, "none reported is 0"),
    ("acled", "fatalities", ["Four people were injured in the strike on Kharkiv."],
     0, ACLED, "injuries are not coded"),
    ("acled", "fatalities",
     ["The strike on Kharkiv killed three people, the mayor said.",
      "The strike on Kharkiv killed seven people, a doctor said."],
     3, ACLED, "the most conservative of several figures"),
    ("acled", "dispute",
     ["The strike on Kharkiv killed three people, the mayor said.",
      "The strike on Kharkiv killed seven people, a doctor said."],
     "reports differ: 3, 7", "FAQs: ACLED Fatality Methodology, conflicting reports",
     "the dispute is noted"),
    ("acled", "fatalities",
     ["При ударе по Харькову погибли двое, сообщил мэр.",
      "Мэр сообщил, что при ударе по Харькову погибли пятеро."],
     5, ACLED, "corrected upward when better information comes"),
    ("acled", "sub_event_type", ["Russian forces shelled a village near Kharkiv."],
     "Shelling/artillery/missile attack",
     "ACLED Codebook 2023, table of event and sub-event types", "artillery"),
    ("acled", "sub_event_type", ["Силы ПВО сбили дрон над Тулой, пострадавших нет."],
     "Disrupted weapons use", "ACLED Codebook 2023, table of event and sub-event types",
     "an interception without harm"),
    ("acled", "geo_precision", ["A drone hit a depot in Tula, two people were killed."],
     1, "ACLED Codebook 2023, “Geo-precision”", "a town"),
    ("acled", "geo_precision", ["Над Тульской областью сбиты пять дронов."],
     3, "ACLED Codebook 2023, “Geo-precision”", "a region"),
    ("acled", "time_precision", ["A drone hit a depot in Tula overnight."],
     1, "ACLED Codebook 2023, “Time precision”", "the day"),
    ("ucdp", "low", ["Two to five people were killed in the strike on Kharkiv."],
     2, LOW, "the lower end of a range"),
    ("ucdp", "high", ["Two to five people were killed in the strike on Kharkiv."],
     5, HIGH, "the upper end of a range"),
    ("ucdp", "best", ["При ударе по Харькову погибли не менее трёх человек."],
     3, BEST, "a floor stands for itself"),
    ("ucdp", "included", ["Унаслідок ракетного удару по Харкову загинула жінка."],
     "yes", GED + "definition of an event", "one death by armed force"),
    ("ucdp", "included", ["Two people were killed in a crash of two cars in Tula."],
     "no", GED + "definition of an event", "no armed force"),
    ("ucdp", "event_clarity",
     ["За неделю при обстрелах Белгорода погибли 12 человек."],
     2, GED + "event_clarity", "figures summed up over a longer time"),
    ("ucdp", "source_original", ["The strike on Kharkiv killed three people, the mayor said."],
     ("mayor",), GED + "source_original", "who knew first"),
    ("ibc", "min", ["There were no casualties in the drone attack on Tula."],
     0, IBC, "who says there were none"),
    ("ibc", "min", ["Информации о погибших при ударе по Харькову нет."],
     None, IBC, "no word on the dead is no figure"),
    ("ibc", "max", ["Внаслідок удару по Харкову загинули від двох до п'яти людей."],
     5, IBC, "the maximum"),
    ("ibc", "injured_max", ["About 20 people were hurt in the strike on Kharkiv."],
     22, "IBC Methods, injuries", "an estimate at its upper end"),
    ("ibc", "status", ["The strike on Kharkiv killed three people, the mayor said."],
     "provisional", "IBC Methods 2003, two independent agencies", "one outlet"),
    ("airwars", "killed_min", ["At least three people were killed in the strike on Kharkiv."],
     3, AIRWARS + "minimum and maximum estimates", "the minimum"),
    ("airwars", "grade", ["The strike on Kharkiv killed three people, the mayor said."],
     "weak", AIRWARS + "“Our grading system”", "a single source"),
    ("airwars", "grade", ["В Туле прогремел взрыв, никто не пострадал."],
     None, AIRWARS + "“Our grading system”", "nobody alleges harm"),
]  # fmt: skip


def coded(policy: str, texts: list[str]) -> Coding:
    docs = [
        from_text(
            text,
            key=f"r{n}",
            source=f"outlet {n}",
            published=MORNING + timedelta(minutes=30 * n),
        )
        for n, text in enumerate(texts)
    ]
    made = spine.link(docs, {doc.id: extract(doc, deep=False) for doc in docs})
    (found,) = code(made, policy)
    return found


@pytest.mark.parametrize(("policy", "name", "texts", "value", "cite", "rule"), CASES)
def test_the_words_of_reports_are_coded_by_the_rule_cited(
    policy: str, name: str, texts: list[str], value: object, cite: str, rule: str
) -> None:
    found = coded(policy, texts)
    assert found.value(name) == value, rule
    assert next(each.cite for each in found.fields if each.name == name) == cite


def test_each_rule_set_and_language_has_its_cases() -> None:
    assert set(Counter(case[0] for case in CASES)) == set(policies())
    assert {from_text(text).lang for case in CASES for text in case[2]} == {"en", "ru", "uk"}


def test_every_citation_names_a_document_and_a_rule() -> None:
    for rules in policies().values():
        for field in rules.field:
            document, _, rule = field.cite.partition(", ")
            assert any(name in document for name in ("ACLED", "UCDP", "IBC", "Airwars")), (
                field.cite
            )
            assert rule, field.cite
