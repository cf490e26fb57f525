"""Who confirms or denies the sentence before: "мэр это опроверг"."""

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
