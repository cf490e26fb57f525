import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.readers.characters import clean, decoded, utf8

RUSSIAN = "Над портом слышали гул, сообщила мэрия. Пострадавших нет."


@pytest.mark.parametrize(
    "encoding",
    [
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"),
        *("windows-1251", "koi8-r", "cp866"),
    ],
)
def test_russian_is_read_whatever_editor_saved_it(encoding: str) -> None:
    assert decoded(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Гул".encode()[:-1], "Гу"),
        ("Над портом гул ".encode() * 9 + b"\xff!", "Над портом гул " * 9 + "\ufffd!"),
        ("Le café fermé près du port".encode("windows-1252"), "Le café fermé près du port"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?>\xb3\xf3d\xbc', None),
        (b"", ""),
    ],
)
def test_damaged_and_western_bytes_lose_as_little_as_can_be(
    raw: bytes, text: str | None
) -> None:
    assert decoded(raw) == (raw.decode("iso-8859-2") if text is None else text)


@given(st.binary(max_size=200))
def test_any_bytes_become_characters(raw: bytes) -> None:
    assert utf8(raw).decode("utf-8") is not None


@given(st.text(alphabet=st.characters(), max_size=50))
def test_cleaning_keeps_every_offset(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert cleaned.encode("utf-8").count(0) == 0
    assert all(b in (a, "\ufffd") for a, b in zip(text, cleaned, strict=True))
