"""Who confirms or denies the sentence before, and whom a headline cites."""

import pytest

from reportedly.extract import extract
from reportedly.model import Stance
from reportedly.readers import from_text


@pytest.mark.parametrize(
    ("text", "who", "stance"),
    [
        ("В Пензе слышали взрыв. Мэр это опроверг.", "мэр", Stance.DENIES),
        ("В Пензе слышали взрыв. Мэр Пензы это подтвердил.", "мэр Пензы", Stance.ASSERTS),
        ("В Пензе слышали взрыв. В мэрии это опровергли.", "мэрия", Stance.DENIES),
        ("У Полтаві пролунав вибух. У мерії це підтвердили.", "мерія", Stance.ASSERTS),
        ("В Пензе слышали взрыв. Никто это не подтвердил.", "", Stance.DECLINES),
        ("В Пензе слышали взрыв. Нам это подтвердили.", "", Stance.ASSERTS),
    ],
)
def test_who_stands_before_this_answers(text: str, who: str, stance: Stance) -> None:
    (said,) = extract(from_text(text, key="r", source="desk")).attributions
    assert ("".join(voice.name or "" for voice in said.chain), said.stance) == (who, stance)


def test_the_whole_name_of_who_is_cited_stands_before_a_colon() -> None:
    text = "Хвиля з посиланням на Повітряні сили: ракета на Чернігів."
    said = extract(from_text(text, key="r", source="desk")).attributions
    assert [voice.name for one in said for voice in one.chain][-1] == "Повітряні сили"
    assert [text[s.start : s.end] for one in said for s in one.content] == [
        "ракета на Чернігів"
    ]
