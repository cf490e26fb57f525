"""Text of unknown people in other people's programs."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.hostile import cell, inline


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+7 900",
        "-5",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "\u200b=1",
        "\ufeff=1",
        "＝1",
        "\r\n=1",
    ],
)
def test_a_formula_is_made_text(text: str) -> None:
    assert cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "3 убитых", "— Сообщают", "«=1»", "a=b", "  "])
def test_other_text_is_left_alone(text: str) -> None:
    assert cell(text) == text


@given(st.text())
def test_no_text_begins_a_formula(text: str) -> None:
    assert cell(text).lstrip()[:1] not in set("=+-@")


@given(st.recursive(st.text(), st.lists, max_leaves=5))
def test_inline_json_means_the_same(value: object) -> None:
    raw = inline(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    assert json.loads(raw.decode("utf-8", "surrogatepass")) == value
    assert b"<" not in raw
