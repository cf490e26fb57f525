import msgspec
import pytest

from reportedly.extract.reader import Found, Parts, Rule, added, asks, seconded
from reportedly.model import Basis, Stance

TEXT = 240 * "x"
RULE = Parts(source=((0, 4),), cue=((5, 9),), content=((10, 30),))


def found(cue: int, score: float, source: int = 100, content: int = 200) -> Found:
    return Found(
        source=((source, source + 2),),
        cue=((cue, cue + 4),),
        content=((content, content + 20),),
        stance=Stance.ASSERTS,
        basis=Basis.NAMED,
        score=score,
    )


@pytest.mark.parametrize(
    ("lang", "one", "stays"),
    [
        ("ru", found(40, 1.0), True),  # another cue, surely
        ("ru", found(40, 0.7), False),  # not sure enough
        ("en", found(40, 0.7), True),  # in English it is, by measurement
        ("ru", found(6, 1.0), False),  # the same cue
        ("uk", found(40, 1.0, source=1, content=12), False),  # the same voice and words
        ("uk", found(40, 1.0, source=1), True),  # the same voice, other words
    ],
)
def test_a_sure_relation_that_the_rules_lack_is_added(
    lang: str, one: Found, stays: bool
) -> None:
    assert added(lang, [RULE], [one]) == ([one] if stays else [])


def rule(**marks: bool) -> Rule:
    known = dict.fromkeys(("relays", "told", "settled", "mark", "attitude", "unseen"), False)
    return Rule(RULE, **known | marks)


def opinion(score: float, content: tuple[tuple[int, int], ...] = ((10, 24),)) -> Found:
    return Found(
        source=((0, 4),),
        cue=RULE.cue,
        content=content,
        stance=Stance.ASSERTS,
        basis=Basis.NAMED,
        score=score,
    )


WITHIN = found(40, 0.9, content=0)  # the rule's cue stands in what this one says


@pytest.mark.parametrize("lang", ["en", "ru", "uk"])
def test_who_was_told_is_left_to_the_rules_outside_english(lang: str) -> None:
    kept = seconded(lang, TEXT, rule(told=True), opinion(0.1), [])
    assert kept == (None if lang == "en" else RULE)


def test_in_english_no_voice_is_taken_from_within_anothers_words() -> None:
    assert seconded("en", TEXT, rule(), opinion(0.9), [WITHIN]) is None
    assert seconded("en", TEXT, rule(), opinion(0.9), []) is not None
    assert seconded("ru", TEXT, rule(), opinion(0.9), [WITHIN]) is not None


def test_an_unnamed_voice_within_anothers_words_stays() -> None:
    assert seconded("en", TEXT, rule(unseen=True), opinion(0.9), [WITHIN]) is not None


def test_what_the_reader_cannot_see_stays_only_where_the_rules_lead() -> None:
    assert seconded("en", TEXT, rule(), None, []) is None
    assert seconded("uk", TEXT, rule(), None, []) == RULE


@pytest.mark.parametrize(("score", "stays"), [(0.1, False), (0.3, True)])
def test_a_bare_colon_needs_the_reader(score: float, stays: bool) -> None:
    assert (seconded("uk", TEXT, rule(mark=True), opinion(score), []) is not None) == stays
    assert seconded("uk", TEXT, rule(), opinion(score), []) == RULE


@pytest.mark.parametrize(
    "seen",
    [
        ((14, 24),),  # shorter
        ((10, 36),),  # longer
        ((50, 60),),  # elsewhere
        ((0, 3), (10, 30)),  # a quote before the voice as well
        ((10, 12), (40, 50)),  # a hole that the rules do not see filled
    ],
)
def test_in_ukrainian_the_reader_says_what_was_said(seen: tuple[tuple[int, int], ...]) -> None:
    assert seconded("uk", TEXT, rule(), opinion(0.9, seen), []) == RULE._replace(content=seen)


@pytest.mark.parametrize("end", [24, 36])
def test_in_russian_the_reader_ends_what_the_rules_began(end: int) -> None:
    kept = seconded("ru", TEXT, rule(), opinion(0.9, ((14, end),)), [])
    assert kept == RULE._replace(content=((10, end),))
    elsewhere = opinion(0.9, ((50, 60),))
    assert seconded("ru", TEXT, rule(), elsewhere, []) == RULE


def test_a_hole_in_a_content_is_filled_unless_the_voice_speaks_there() -> None:
    holed = opinion(0.9, ((10, 14), (20, 30)))
    kept = seconded("uk", TEXT, rule(), holed, [])
    assert kept is not None
    assert kept.content == ((10, 30),)
    interrupted = Parts(source=((17, 19),), cue=((15, 17),), content=((10, 30),))
    kept = seconded("uk", TEXT, rule()._replace(parts=interrupted), holed, [])
    assert kept is not None
    assert kept.content == holed.content


@pytest.mark.parametrize(
    ("text", "rules", "seen", "source"),
    [
        ("в среду мэр сказал", "в среду мэр", "мэр", "мэр"),  # no day speaks
        ("сказал мэр села Дно", "мэр", "мэр села Дно", "мэр села Дно"),
        ("Ольга, мать троих, сказала", "Ольга, мать троих", "Ольга", "Ольга, мать троих"),
        ("канал «Маяк» сказал", "канал «Маяк»", "Маяк", "канал «Маяк»"),
        ("«Маяк» сказал", "Маяк", "«Маяк»", "Маяк"),
        ("мэр сказал Ольге", "мэр", "Ольге", "мэр"),  # somebody else
        ("агентство Маяк (АМ)", "агентство Маяк", "агентство Маяк (АМ)", "агентство Маяк"),
    ],
)
def test_a_source_is_mended_and_not_changed_for_another(
    text: str, rules: str, seen: str, source: str
) -> None:
    def span(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    one = rule()._replace(parts=Parts(span(rules), ((200, 204),), ((210, 230),)))
    said = msgspec.structs.replace(opinion(0.9), source=span(seen))
    kept = seconded("uk", text, one, said, [])
    assert kept is not None
    assert kept.source == span(source)


def test_a_set_phrase_keeps_its_source_where_the_reader_sees_an_apposition() -> None:
    later = found(6, 0.9, source=15)
    assert seconded("en", TEXT, rule(settled=True), None, [later]) == RULE
    assert seconded("en", TEXT, rule(), None, [later]) == Parts(
        later.source, later.cue, later.content
    )
    assert seconded("ru", TEXT, rule(settled=True), opinion(0.9), [later]) == RULE


def test_an_attitude_needs_the_reader_where_it_leads() -> None:
    assert seconded("en", TEXT, rule(attitude=True), opinion(0.9), []) is None
    assert seconded("ru", TEXT, rule(attitude=True), opinion(0.9), []) is not None


def test_who_is_cited_stays_as_the_rules_have_it() -> None:
    assert seconded("en", TEXT, rule(relays=True), None, [found(6, 0.9)]) == RULE
    assert seconded("uk", TEXT, rule(relays=True), None, []) == RULE


def test_the_reader_is_asked_only_what_it_can_change() -> None:
    assert not asks("en", rule(relays=True))
    assert not asks("ru", rule(settled=True))
    assert [asks(lang, rule(told=True)) for lang in ("en", "ru", "uk")] == [True, False, False]
    assert asks("uk", rule())
