"""What holds for every text, and chains over sentences."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.extract.attribution import attributions
from reportedly.model import Attribution, Document

Make = Callable[..., Document]

_WORDS = (
    'МВД сообщило , что мост закрыт . — « » по словам очевидцев он не подтвердил " : ( ) ОВА '
    "заявив со ссылкой на источник рассказали SHOT Об этом said that he told Life according to "
    "“ ” ' The officer who denied , \n || 🔴 \u200b \u202e за даними Генштабу повідомив про це"
)
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(_WORDS.split(" ")), max_size=60).map(" ".join),
)


@given(texts, st.sampled_from(["en", "ru", "uk"]))
@example("сООБЩИЛ СООБЩИЛ“0 0 0 0“", "ru")
@settings(max_examples=300, deadline=None)
def test_spans_stand_in_the_text_and_apart(text: str, lang: str) -> None:
    document = Document(
        id="d", key="k", source="", lang=lang, text=text, original="0", place="", read_by="t"
    )
    found = attributions(document)
    assert attributions(document) == found
    assert len({one.id for one in found}) == len(found)
    for one in found:
        spans = sorted([*one.source, *one.cue, *one.content])
        assert one.cue
        assert one.content
        assert all(span.end <= len(text) and span.of(text).strip() for span in spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_a_language_not_read_gives_nothing(document: Make) -> None:
    assert attributions(document("Die Polizei sagte, dass alles gut sei.", "de")) == ()


def test_a_very_long_text_is_read_in_linear_time(document: Make) -> None:
    text = "мэр сказал, что " * 3_000
    assert len(attributions(document(text, "ru"))) <= 3_000


def names(one: Attribution) -> list[str]:
    return [voice.name for voice in one.chain]


@pytest.mark.parametrize(
    ("lang", "text", "chains"),
    [
        (
            "ru",
            "Рейс отменили, пишет Reuters со ссылкой на источник в порту.",
            [["Reuters", "источник в порту"], ["Reuters", "источник в порту"]],
        ),
        (
            "ru",
            "Мэр Пётр Лапин заявил, что дамба цела. По его словам, паники нет.",
            [["Пётр Лапин"], ["Пётр Лапин"]],
        ),
        (
            "en",
            "Ana Ruiz told Reuters that the dam held. “It is over,” she said.",
            [["Reuters", "Ana Ruiz"], ["Reuters", "Ana Ruiz"]],
        ),
        (
            "en",
            "According to Dawn News, it fell. This was first reported by the channel Ember.",
            [["Dawn News"], ["Dawn News", "Ember"]],
        ),
        (
            "ru",
            "Газета «Маяк» со ссылкой на источник в порту пишет о пожаре на складе.",
            [["Маяк", "источник в порту"], ["Маяк", "источник в порту"]],
        ),
        (
            "ru",
            "Порт закрыт, сообщил «Сигналу Юг» источник в порту. По его словам, все целы.",
            [["Сигнал Юг", "источник в порту"], ["Сигнал Юг", "источник в порту"]],
        ),
        (
            "uk",
            "Міст зруйновано, пише «Маяк» з посиланням на джерело в порту.",
            [["Маяк", "джерело в порту"], ["Маяк", "джерело в порту"]],
        ),
        (
            "ru",
            "Склад сгорел. Об этом сообщил губернатор Пётр Лапин.",
            [["Пётр Лапин"]],
        ),
        (
            "uk",
            "Міст закрито. Про це повідомляється у звіті Руслана Лапіна.",
            [["звіт Руслана Лапіна"]],
        ),
        ("uk", "Найстаріший міст цієї області: Лапін про закриття переправи", [["Лапін"]]),
        ("uk", "Суд визнав недійсним договір про оренду мосту.", []),
        (
            "ru",
            "Порт цел, сообщили в Минтрансе. В ведомстве уточнили, что краны стоят.",
            [["Минтранс"], ["Минтранс"]],
        ),
        (
            "ru",
            "Порт закрыт, сообщил «Сигналу Юг» источник в порту. «Жарко», — сказал собеседник "
            "издания.",
            [["Сигнал Юг", "источник в порту"], ["Сигнал Юг", "источник в порту"]],
        ),
        (
            "uk",
            "Міст цілий, — джерело «Маяк» у порту.",
            [["Маяк", "джерело у порту"]],
        ),
        (
            "ru",
            "Мэр Пётр Лапин сказал в интервью Reuters, что дамба цела.",
            [["Reuters", "Пётр Лапин"]],
        ),
        (
            "uk",
            "Мер Петро Лапін сказав у ефірі телеканалу «Маяк», що дамба ціла.",
            [["Маяк", "Мер Петро Лапін"]],
        ),
        (
            "ru",
            "Порт цел, сообщило Министерство путей. По его данным, краны стоят.",
            [["Министерство путей"], ["Министерство путей"]],
        ),
        ("ru", "В 2020 году назвал дамбу опасной.", []),
        ("ru", "Чем вызван пожар, в мэрии не уточнили.", [["мэрия"]]),
        ("ru", "В качестве причины соседи называли проводку.", [["соседи"]]),
        ("ru", "В качестве причины СМИ называли проводку.", [["СМИ"]]),
        (
            "ru",
            "Порт закрыт, об этом сообщила со ссылкой на свои источники газета «Маяк».",
            [["Маяк", "свои источники"], ["Маяк", "свои источники"]],
        ),
        ("ru", "Дамба цела, рассказал посол в Осло Николай Луговой.", [["Николай Луговой"]]),
        (
            "ru",
            "Генштаб соседей сообщил об ударе. Как уточнил генштаб, порт цел.",
            [["Генштаб соседей"], ["Генштаб соседей"]],
        ),
        ("ru", "Сам Лапин назвал дамбу целой.", [["Лапин"]]),
        (
            "ru",
            "Порт закрыт, пишет газета «Маяк». Источники издания отметили, что краны стоят.",
            [["Маяк"], ["Маяк", "источники"]],
        ),
        ("ru", "Премьер соседей Обран заявил, что мост цел.", [["Обран"]]),
        ("ru", "Власти Салавата заявили, что мост цел.", [["Власти Салавата"]]),
        ("ru", "Мужчина принёс письмо. В нём он заявил, что мост цел.", [["мужчина"]]),
        ("ru", "Водитель автобуса вышел. Он сказал, что мост цел.", [["водитель автобуса"]]),
        ("ru", "Речные рыбаки спали. По их словам, мост цел.", [["речные рыбаки"]]),
        (
            "ru",
            "Дамба рухнет, заявил мэр Пётр Лапин в интервью Reuters.",
            [["Reuters", "Пётр Лапин"]],
        ),
        (
            "ru",
            "Дамба рухнет, заявил мэр Пётр Лапин в эфире «Маяка».",
            [["Маяк", "Пётр Лапин"]],
        ),
        ("ru", "Мэр Пётр Лапин сказал в эфире телеканала, что дамба цела.", [["Пётр Лапин"]]),
        (
            "ru",
            "Склад сгорел, заявила полиция. Как пишет «Маяк», кран цел. "
            "Это не поджог, говорится в сообщении.",
            [["полиция"], ["Маяк"], ["полиция"]],
        ),
        ("uk", "Про це пишуть канали і публікують відео.", []),
        ("ru", "Ночью в порту был пожар, — «Код Лапина».", [["Код Лапина"]]),
        ("ru", "В соцсетях и местных СМИ заявили о пожаре.", [["соцсети и местные СМИ"]]),
        ("ru", "По словам российских радио-пилотов, порт цел.", [["российские радио-пилоты"]]),
        ("ru", "Свою версию сторож описал: «Замок сломали».", [["сторож"]]),
        ("uk", "Порт закрито, — супутникові фото.", [["супутникові фото"]]),
        ("uk", "У британській розвідці розповіли про пожежу.", [["британська розвідка"]]),
        ("uk", "За даними місцевих жителів, порт цілий.", [["місцеві жителі"]]),
        ("uk", "У Повітряних силах підтвердили пожежу.", [["Повітряні сили"]]),
        ("ru", "Он заявил, что мост цел.", [["unnamed"]]),
        ("en", "They said the bridge held.", [["unnamed"]]),
        ("ru", "В Армавире сообщили о взрыве.", [[]]),
        ("ru", "В Австрии заявили о готовности к переговорам.", [["Австрия"]]),
        ("ru", "Губернатор Пётр Лапин накануне заявил, что дамба цела.", [["Пётр Лапин"]]),
        ("en", "Blasts reported near the port, the mayor says.", [["mayor"]]),
        (
            "en",
            "The dam held, according to the channel Ember, which cited an unnamed clerk.",
            [["Ember", "unnamed clerk"], ["Ember", "unnamed clerk"]],
        ),
        (
            "en",
            "Dawn News quoted a source in the port as saying that the dam held.",
            [["Dawn News", "source in the port"], ["Dawn News", "source in the port"]],
        ),
        (
            "en",
            "The channel Ember said the dam held. The outlet credited the channel Wick.",
            [["Ember"], ["Ember", "Wick"]],
        ),
        (
            "en",
            "Ana Ruiz, who asked not to be named, told Reuters that the dam held.",
            [["Reuters", "Ana Ruiz"]],
        ),
        (
            "en",
            "That has not kept some dockers from suggesting that the crane had failed.",
            [["dockers"]],
        ),
    ],
)
def test_chains_run_from_the_nearest_voice_to_the_origin(
    lang: str, text: str, chains: list[list[str]], document: Make
) -> None:
    assert [names(one) for one in attributions(document(text, lang))] == chains


@pytest.mark.parametrize(
    ("lang", "text", "stance", "positive"),
    [
        ("ru", "Мэрия не подтвердила взрыв на складе.", "declines", True),
        ("ru", "Мэрия опровергла взрыв на складе.", "denies", False),
        ("uk", "Мерія спростувала вибух на складі.", "denies", False),
        ("en", "The mayor denied that the depot burned.", "denies", False),
        ("en", "Police did not rule out arson.", "hedges", True),
        ("en", "The bank declined to comment on the arrests.", "declines", True),
        ("ru", "Мэрия отказалась комментировать взрыв на складе.", "declines", True),
        ("ru", "Мэр сказал: «Делать выводы преждевременно».", "declines", True),
        ("uk", "Штаб оборони цю інформацію не коментує.", "declines", True),
        ("en", "It is too early to draw conclusions, said the mayor.", "declines", True),
        ("en", "The ministry rejected that report.", "denies", False),
    ],
)
def test_denials_and_refusals_are_never_lost(
    lang: str, text: str, stance: str, positive: bool, document: Make
) -> None:
    (one,) = attributions(document(text, lang))
    assert (one.stance, one.positive) == (stance, positive)


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("ru", "Власти опровергли взрыв, а очевидцы утверждают, что горел цех.", "взрыв"),
        ("en", "Police denied the blast, but residents said a mill burned.", "the blast"),
    ],
)
def test_a_second_voice_ends_what_the_first_says(
    lang: str, text: str, first: str, document: Make
) -> None:
    found = attributions(document(text, lang))
    assert [span.of(text) for span in found[0].content] == [first]
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "stance", "certainty"),
    [
        ("Мэр заявил, что дамба может рухнуть.", "hedges", "possible"),
        ("Мэр заявил, что дамба рухнула.", "asserts", "certain"),
        ("По предварительным данным, дамба цела.", "hedges", "probable"),
        ("Мэр заявил, что дамба, вероятно, рухнула.", "hedges", "probable"),
        ("Мэр заявил, что дамба, возможно, рухнула.", "hedges", "possible"),
        ("Мэр считает, что дамба рухнула.", "asserts", "probable"),
        ("Мэр полагает, что дамба рухнула.", "asserts", "probable"),
        ("По мнению сторожа, дамба рухнула.", "asserts", "probable"),
        ("Мер вважає, що дамба впала.", "asserts", "probable"),
        ("Мер каже, що дамба, ймовірно, впала.", "hedges", "probable"),
        ("Мер прокоментував вибух у порту.", "asserts", "unknown"),
        ("Мер прокоментував: «Дамба ціла».", "asserts", "certain"),
        ("The mayor addressed reports of a blast.", "asserts", "unknown"),
    ],
)
def test_hedges_inside_the_content_show(
    text: str, stance: str, certainty: str, document: Make
) -> None:
    lang = "en" if text.isascii() else "uk" if text.startswith("Мер ") else "ru"
    (one,) = attributions(document(text, lang))
    assert (one.stance, one.certainty) == (stance, certainty)


def test_a_caveat_in_the_next_sentence_is_kept(document: Make) -> None:
    text = "A guard told Reuters that the dam held. The remarks are unverified."
    (one,) = attributions(document(text, "en"))
    assert [span.of(text) for span in one.caveats] == ["unverified"]


def test_a_channel_that_credits_itself_gives_no_relation(document: Make) -> None:
    text = "По данным Северного маяка, склад сгорел."
    assert attributions(document(text, "ru", "Северный маяк")) == ()
    assert len(attributions(document(text, "ru", "Южный маяк"))) == 1


@pytest.mark.parametrize(("publisher", "name"), [("Life", "lifeguard"), ("g", "lifeguard")])
def test_letters_inside_a_word_do_not_name_the_publisher(
    publisher: str, name: str, document: Make
) -> None:
    (one,) = attributions(document("The lifeguard said it was calm.", "en", publisher))
    assert names(one) == [name]


def test_a_heading_holds_the_quoted_paragraphs_below_it(document: Make) -> None:
    text = "Губернатор края:\n\n«Дамба цела.\n\nПаники нет».\n\n@канал"
    (one,) = attributions(document(text, "ru"))
    assert [span.of(text) for span in one.content] == ["Дамба цела", "Паники нет"]
    assert names(one) == ["губернатор края"]


@pytest.mark.parametrize(
    ("lang", "heading", "source"),
    [
        ("ru", "Губернатор края:", "Губернатор края"),
        ("ru", "О чём ещё говорил мэр Пётр Лапин:", "мэр Пётр Лапин"),
        ("uk", "Мер Данченко:", "Мер Данченко"),
    ],
)
@pytest.mark.parametrize("mark", ["—", "•", "▪️"])
def test_a_heading_holds_the_list_below_it(
    lang: str, heading: str, source: str, mark: str, document: Make
) -> None:
    said = (
        ["Дамба стояла", "Мосты рухнули"] if lang == "ru" else ["Вежа впала", "Сили відійшли"]
    )
    text = f"{heading}\n\n{mark} {said[0]};\n\n{mark} {said[1]}.\n\nПодписаться"
    (one,) = attributions(document(text, lang))
    assert [span.of(text) for span in one.source] == [source]
    assert [span.of(text) for span in one.content] == said


def test_a_list_of_things_is_said_by_nobody(document: Make) -> None:
    text = "Губернатор края:\n\n— мост;\n— дамба."
    assert attributions(document(text, "ru")) == ()


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Склад сгорел, сообщил источник в экстренных службах.", "anonymous"),
        ("Ночью на складе был пожар, — «Маяк».", "media"),
        ("Склад сгорел, рассказали организаторы выставки.", "named"),
        ("Приехал мэр Пётр Белов. Белов заявил, что склад сгорел.", "official"),
    ],
)
def test_the_basis_follows_what_the_text_calls_a_voice(
    text: str, basis: str, document: Make
) -> None:
    (one,) = attributions(document(text, "ru"))
    assert one.basis == basis


def test_reports_joined_in_one_field_are_apart(document: Make) -> None:
    text = "Удар по порту || Місто лишається без світла. Горить склад біля мосту — голова ОВА"
    (one,) = attributions(document(text, "uk"))
    assert [span.of(text) for span in one.content] == [
        "Місто лишається без світла",
        "Горить склад біля мосту",
    ]


@pytest.mark.parametrize(
    ("lang", "text", "content"),
    [
        ("uk", "Вибухи у порту. Кран упав біля мосту — голова ОВА", ["Кран упав біля мосту"]),
        (
            "uk",
            "Порт лишається закритим. Кран упав біля мосту — голова ОВА",
            ["Порт лишається закритим", "Кран упав біля мосту"],
        ),
        (
            "uk",
            "«Це була ракета». Мер прокоментував вибухи у порту",
            ["Це була ракета", "вибухи у порту"],
        ),
        ("ru", "Мэр назвал дамбу целой, но кран упал в реку.", ["дамбу целой"]),
        ("uk", "Мер назвав дамбу цілою, але вежа впала у річку.", ["дамбу цілою"]),
        (
            "ru",
            "Отвечая на вопрос, мэр Лапин подчеркнул, дамба цела и суха.",
            ["дамба цела и суха"],
        ),
    ],
)
def test_headings_and_asides_are_parted_from_what_is_said(
    lang: str, text: str, content: list[str], document: Make
) -> None:
    (one,) = attributions(document(text, lang))
    assert [span.of(text) for span in one.content] == content


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("ru", "СМИ сообщили о взрыве в порту, власти опровергли.", "взрыве в порту"),
        ("uk", "ЗМІ повідомили про вибух у порту, влада спростувала.", "вибух у порту"),
    ],
)
def test_who_denies_a_report_denies_what_it_says(
    lang: str, text: str, said: str, document: Make
) -> None:
    found = attributions(document(text, lang))
    assert [[span.of(text) for span in one.content] for one in found] == [[said], [said]]
    assert [len(one.chain) for one in found] == [1, 1]


@pytest.mark.parametrize(
    ("lang", "text", "basis"),
    [
        ("ru", "Жители Салавата сообщают о пожаре.", "eyewitness"),
        ("ru", "Сегодня будет сильный ветер, — городские службы.", "official"),
        ("uk", "Порт закрито на тиждень, — британський журналіст.", "media"),
    ],
)
def test_the_basis_follows_the_noun(lang: str, text: str, basis: str, document: Make) -> None:
    (one,) = attributions(document(text, lang))
    assert one.basis == basis
