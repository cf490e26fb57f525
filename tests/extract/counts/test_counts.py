"""How many, of whom: bounds, noughts, nothing, and lists of regions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.counts import counts, shares
from reportedly.extract.places.mentions import mentions
from reportedly.text.words import words

Bounds = tuple[int, int, int | None]


def told(text: str, language: str) -> dict[str, Bounds]:
    return {c.slot: (c.low, c.best, c.high) for c in counts(words(text), language)}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ru", "Погибли двое, ещё трое ранены", {"killed": (2, 2, 2), "injured": (3, 3, 3)}),
        ("ru", "Погибли 3 и ранены 17", {"killed": (3, 3, 3), "injured": (17, 17, 17)}),
        ("ru", "Три дрона, летевших на Тулу, сбиты", {"downed": (3, 3, 3)}),
        ("ru", "Двое рабочих, которые находились в цеху, погибли", {"killed": (2, 2, 2)}),
        ("ru", "Двое рабочих, которые ранили троих, погибли", {"injured": (3, 3, 3)}),
        ("ru", "Погибли мать и двое детей, отец в больнице", {"killed": (3, 3, 3)}),
        (
            "ru",
            "Погибла дама, мать и двое детей в больнице",
            {"killed": (1, 1, 1), "injured": (3, 3, 3)},
        ),
        ("uk", "Три дрони, які прямували на Суми, збито", {"downed": (3, 3, 3)}),
        ("uk", "Збито дрони над областю", {}),
        ("en", "Two workers, which the mine employed, were killed", {"killed": (2, 2, 2)}),
        ("en", "The number of injured rose from 12 to 17", {"injured": (17, 17, 17)}),
        ("en", "The quake killed 999 people", {"killed": (999, 999, 999)}),
        ("en", "He called 911, two people were killed", {"killed": (2, 2, 2)}),
        ("en", "The fire killed no one", {"killed": (0, 0, 0)}),
        ("ru", "Число погибших выросло с двух до пяти", {"killed": (5, 5, 5)}),
        ("uk", "Кількість поранених зросла з 12 до 17", {"injured": (17, 17, 17)}),
        ("uk", "Одинадцятеро постраждали", {"injured": (11, 11, 11)}),
        ("uk", "Загинули шахтар і двоє охоронців", {"killed": (3, 3, 3)}),
        ("en", "A welder was killed", {"killed": (1, 1, 1)}),
        ("ru", "Погибших и пострадавших нет", {"killed": (0, 0, 0), "injured": (0, 0, 0)}),
        ("ru", "Сообщений о пострадавших нет", {}),
        ("ru", "Пострадал фасад здания", {}),
        ("ru", "Постройки не пострадали", {}),
        ("ru", "Погибла 46-летняя хозяйка дома", {"killed": (1, 1, 1)}),
        ("ru", "Семь собак погибли", {}),
        ("ru", "Четверо, в том числе двое детей, погибли", {"killed": (4, 4, 4)}),
        ("ru", "Число раненых в ДТП, где был пожар, выросло до 26", {"injured": (26, 26, 26)}),
        ("ru", "Сбит беспилотник", {"downed": (1, 1, 1)}),
        ("ru", "Сбито от двух до пяти дронов", {"downed": (2, 2, 5)}),
        ("ru", "Нанесено два удара", {}),
        ("uk", "Поранено щонайменше п'ятеро людей", {"injured": (5, 5, None)}),
        ("uk", "Збито 41 із 52 дронів", {"downed": (41, 41, 41)}),
        ("ru", "Пострадавших нет, эвакуированы 14 сотрудников", {"injured": (0, 0, 0)}),
        ("ru", "Водителя увезли в больницу", {"injured": (1, 1, 1)}),
        ("ru", "Число сбитых за ночь выросло до семи", {"downed": (7, 7, 7)}),
        ("ru", "Из 100 дронов сбито 90", {"downed": (90, 90, 90)}),
        ("uk", "Зі 100 дронів збито 90", {"downed": (90, 90, 90)}),
        ("en", "Of 100 drones, 90 were shot down", {"downed": (90, 90, 90)}),
        ("en", "Air defence shot down 90 of 100 drones", {"downed": (90, 90, 90)}),
        ("ru", "До двух выросло число пострадавших при обстреле", {"injured": (2, 2, 2)}),
        ("ru", "До 26 человек увеличилось число раненых", {"injured": (26, 26, 26)}),
        ("ru", "До 26 человек могли получить ранения", {"injured": (0, 26, 26)}),
        ("uk", "До двох зросла кількість поранених", {"injured": (2, 2, 2)}),
        ("en", "Officials put the number shot down at seven", {"downed": (7, 7, 7)}),
        ("en", "Four teens shot after a party", {"injured": (4, 4, 4)}),
        ("en", "Two men were shot dead", {"killed": (2, 2, 2)}),
        ("en", "Two American soldiers were injured", {"injured": (2, 2, 2)}),
        ("en", "The governor insisted that nobody had died", {"killed": (0, 0, 0)}),
        ("en", "Two killed, at least 5 hurt", {"killed": (2, 2, 2), "injured": (5, 5, None)}),
        ("en", "Dozens of people were hurt", {"injured": (12, 12, None)}),
        ("en", "The toll of people injured rose to 1,480", {"injured": (1480, 1480, 1480)}),
        ("en", "A 16-year-old boy was injured", {"injured": (1, 1, 1)}),
        ("en", "Two guards shot and killed a robber", {"killed": (1, 1, 1)}),
        ("en", "A man shot his two sons", {"injured": (2, 2, 2)}),
        ("en", "A man, a woman and a child were killed", {"killed": (3, 3, 3)}),
        ("en", "Six people, four men and two women, were killed", {"killed": (6, 6, 6)}),
        ("en", "He died at 2323 Elm", {"killed": (1, 1, 1)}),
        ("en", "A 31 year-old man was killed", {"killed": (1, 1, 1)}),
        ("en", "The man killed near 37th Avenue was a hunter", {"killed": (1, 1, 1)}),
        ("en", "Call the homicide unit at 555-010-1234", {}),
        ("en", "Two killed and another injured", {"killed": (2, 2, 2), "injured": (1, 1, 1)}),
        ("en", "Two men face charges of attempted murder", {}),
        ("ru", "Погибли двое взрослых и двое детей", {"killed": (4, 4, 4)}),
        ("uk", "Загинули двоє чоловіків та троє жінок", {"killed": (5, 5, 5)}),
        ("ru", "Задержан владелец фирмы, обманувшей более 40 человек", {"detained": (1, 1, 1)}),
        ("ru", "Погиб 21 человек", {"killed": (21, 21, 21)}),
        ("ru", "Погибла семья из четырёх человек", {"killed": (4, 4, 4)}),
        ("ru", "Город атакован 40 дронами", {"launched": (40, 40, 40)}),
        ("ru", "Погибла женщина и двое детей", {"killed": (3, 3, 3)}),
        ("ru", "Двое мужчин и женщина погибли", {"killed": (3, 3, 3)}),
        (
            "ru", "Погиб мужчина и двое ранены", {"killed": (1, 1, 1), "injured": (2, 2, 2)},
        ),
        (
            "uk", "Загинув водій і двоє дітей поранені",
            {"killed": (1, 1, 1), "injured": (2, 2, 2)},
        ),
        ("ru", "Задержаны рабочие колонии №2", {}),
        ("en", "Man kills wife, then himself", {"killed": (2, 2, 2)}),
        ("en", "Dad kills infant, self in Elmton", {"killed": (2, 2, 2)}),
        ("en", "He killed two guards before turning the gun on himself", {"killed": (3, 3, 3)}),
        ("en", "The gunman killed himself", {"killed": (1, 1, 1)}),
        ("en", "He killed his wife and two sons", {"killed": (3, 3, 3)}),
        ("en", "Deaths of the family were a murder-suicide", {"killed": (2, 2, 2)}),
        ("en", "Police investigate a fatal shooting in Elmton", {"killed": (1, 1, 1)}),
        ("en", "Three-year-old fatally shot in Elmton", {"killed": (1, 1, 1)}),
        ("en", "One of them died at a hospital", {"killed": (1, 1, 1)}),
        ("en", "One of them later died", {"killed": (1, 1, 1)}),
        ("ru", "Над областью сбит вражеский беспилотник", {"downed": (1, 1, 1)}),
        ("ru", "Дрон уничтожил склад", {}),
        ("ru", "Ракетным ударом уничтожен пункт управления", {}),
        ("ru", "Уничтожен оператор БПЛА", {}),
        ("uk", "Збито ворожу ракету", {"downed": (1, 1, 1)}),
        ("uk", "Знищено пункт базування БпЛА", {}),
        ("uk", "Ракетний удар по нафтобазі: запаси палива знищено", {}),
        ("en", "Ten people died, three of them children", {"killed": (10, 10, 10)}),
        ("en", "2 Girls, 2 Men Shot At Elmton Party", {"injured": (4, 4, 4)}),
        ("en", "A teen accused of shooting five people", {"injured": (5, 5, 5)}),
        (
            "ru", "Пострадали пятеро, двое из них скончались",
            {"injured": (5, 5, 5), "killed": (2, 2, 2)},
        ),
        (
            "uk", "Постраждали п'ятеро, двоє з них загинули",
            {"injured": (5, 5, 5), "killed": (2, 2, 2)},
        ),
        ("en", "A mid-thousand crowd cheered", {}),  # half a number is none
        ("ru", "Полу-тысяча жителей вышла на улицу", {}),
        ("uk", "Пів-тисяча мешканців вийшла на вулицю", {}),
    ],
)  # fmt: skip
def test_told(language: str, text: str, wanted: dict[str, Bounds]) -> None:
    assert told(text, language) == wanted


def test_shares_of_a_list() -> None:
    text = "Сбито 15 дронов: 9 – над Курской областью, по 3 – над Тульской и Брянской"
    said = words(text)
    named = mentions(said, "ru")
    found = shares(said, counts(said, "ru"), [(m.first, m.last) for m in named], "ru")
    assert [(text[said[named[s.place].first].start :][:5], s.counted.best) for s in found] == [
        ("Курск", 9),
        ("Тульс", 3),
        ("Брянс", 3),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("За ночь сбиты 29 БПЛА, семь — над Ставропольем", [7]),
        ("Сбито 29 дронов, семь из них были над Ставропольским краем", [7]),
        ("Сбиты 29 дронов, семь домов повреждены в Ставропольском крае", []),
        ("Над Ставропольским краем сбиты семь дронов", []),
    ],
)
def test_share_of_one_region(text: str, wanted: list[int]) -> None:
    said = words(text)
    named = [(m.first, m.last) for m in mentions(said, "ru")]
    found = shares(said, counts(said, "ru"), named, "ru")
    assert [share.counted.best for share in found] == wanted


@settings(max_examples=60, deadline=None)
@given(number=st.integers(0, 99_999), language=st.sampled_from(["ru", "uk", "en"]))
def test_a_plain_number_is_exact(number: int, language: str) -> None:
    text = {
        "ru": "Погибли {} человек",
        "uk": "Загинули {} людей",
        "en": "{} people were killed",
    }
    assert told(text[language].format(number), language)["killed"] == (number,) * 3


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=200), language=st.sampled_from(["ru", "uk", "en"]))
def test_bounds_hold_for_any_text(text: str, language: str) -> None:
    for one in counts(words(text), language):
        assert 0 <= one.low <= one.best
        assert one.high is None or one.best <= one.high
