"""How pictures look: drawn here, saved anew as people on the way do."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from reportedly.readers.picture import looks


def house(roof: int = 150) -> Image.Image:
    picture = Image.new("RGB", (800, 600), "skyblue")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((100, 300, 400, 590), fill="brown")
    pen.polygon([(90, 300), (250, roof), (410, 300)], fill="red")
    pen.ellipse((500, 50, 650, 200), fill="yellow")
    return picture


def street() -> Image.Image:
    picture = Image.new("RGB", (800, 600), "darkgreen")
    pen = ImageDraw.Draw(picture)
    for left in range(0, 800, 130):
        pen.rectangle((left, 100 + left // 4, left + 70, 560), fill="white")
    return picture


def saved(picture: Image.Image, kind: str = "PNG", **how: int) -> bytes:
    held = BytesIO()
    picture.save(held, kind, **how)
    return held.getvalue()


def apart(one: bytes, other: bytes) -> int:
    mine, theirs = looks(one), looks(other)
    assert mine
    assert theirs
    assert len(mine) == 32
    return (int(mine, 16) ^ int(theirs, 16)).bit_count()


@pytest.mark.parametrize(
    "again",
    [
        saved(house().resize((320, 240)), "JPEG", quality=40),
        saved(house().resize((1600, 1200)), "WEBP", quality=60),
        saved(house().convert("P"), "GIF"),
        saved(house().convert("RGBA")),
    ],
)
def test_another_size_or_format_looks_the_same(again):
    assert apart(saved(house()), again) <= 7


def test_another_picture_does_not():
    assert apart(saved(house()), saved(street())) > 30


@pytest.mark.parametrize(
    "raw",
    [b"", b"no picture", saved(house())[:200], saved(Image.new("L", (60, 60), 130))],
    ids=["empty", "text", "broken", "flat"],
)
def test_what_has_no_looks(raw):
    assert looks(raw) is None


def test_a_picture_that_would_fill_the_memory_is_not_decoded():
    assert looks(saved(Image.new("1", (20_000, 10_000)))) is None


@given(st.binary(max_size=300), st.integers(0, 3000))
@settings(deadline=None)
def test_any_bytes_are_looked_at_without_failing(noise, cut):
    drawn = saved(house().resize((80, 60)), "JPEG", quality=50)
    looks(noise)
    looks(drawn[:cut] + noise + drawn[cut:])
