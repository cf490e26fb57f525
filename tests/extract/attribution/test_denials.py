"""Who answers reports that stand before the verb: nobody that the reports are about."""

import pytest

from reportedly.extract.attribution import attributions
from reportedly.model import Stance
from reportedly.readers import from_text


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize(
    ("lang", "text", "voice", "stance"),
    [
        ("ru", "Информацию об обысках в Минобороны опроверг Песков.", "Песков", "denies"),
        (
            "ru",
            "Слухи об обысках в мэрии опроверг губернатор Иван Сомов.",
            "Иван Сомов",
            "denies",
        ),
        (
            "ru",
            "Сообщения о взрывах в Киеве опровергли местные власти.",
            "местные власти",
            "denies",
        ),
        ("ru", "Данные о взрыве у посольства подтвердила полиция.", "полиция", "asserts"),
        ("ru", "Информацию о взрыве на складе в мэрии опровергли.", "мэрия", "denies"),
        ("ru", "Сообщения о пострадавших в МЧС не подтвердили.", "МЧС", "declines"),
        ("uk", "Чутки про вибух на складі в ОВА спростували.", "ОВА", "denies"),
    ],
)
def test_who_answers_what_was_told(
    lang: str, text: str, voice: str, stance: str, deep: bool
) -> None:
    (said,) = attributions(from_text(text, key="k", source="Степь", lang=lang), deep=deep)
    assert (said.chain[-1].name, said.stance) == (voice, Stance(stance))
    assert [span.of(text).split()[1] for span in said.content] == [text.split()[1]]


@pytest.mark.parametrize("house", ["пресслужбі", "прес-службі"])
def test_the_press_office_speaks_and_not_its_works(house: str) -> None:
    text = f"У {house} заводу спростували вибух у Сумах."
    (said,) = attributions(from_text(text, key="k", source="Степ", lang="uk"))
    assert [span.of(text) for span in said.source] == [f"{house} заводу"]
