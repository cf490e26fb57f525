import numpy as np
import pytest

from reportedly.extract.reader.decode import (
    alike,
    best_path,
    by_word,
    closed,
    cue_runs,
    runs,
    trimmed,
    words,
)
from reportedly.extract.reader.windows import Window


def test_pieces_of_one_word_stay_together() -> None:
    text = "взрывы, сказал"
    window = Window((1, 2, 3, 4, 5), ((0, 5), (5, 6), (6, 7), (8, 11), (11, 14)))
    assert words(text, window) == [(0, 2), (2, 3), (3, 5)]


def test_a_single_doubtful_word_does_not_break_a_run() -> None:
    scores = np.log(np.array([[0.1, 0.9], [0.6, 0.4], [0.1, 0.9]], np.float32))
    assert best_path(scores, 0.0) == [1, 0, 1]
    assert best_path(scores, 1.0) == [1, 1, 1]


def test_a_source_of_one_word_costs_nothing() -> None:
    shares = [[0.8, 0.1, 0.1], [0.3, 0.6, 0.1], [0.8, 0.1, 0.1]]
    assert best_path(np.log(np.array(shares, np.float32)), 5.0) == [0, 1, 0]


@pytest.mark.parametrize(
    ("some", "others", "expected"),
    [
        ([(0, 10)], [(0, 8)], True),
        ([(0, 10)], [(8, 20)], False),
        ([(0, 4), (6, 10)], [(0, 10)], True),
        ([], [], True),
        ([(0, 1)], [], False),
    ],
)
def test_ranges_are_alike_where_most_characters_are(
    some: list[tuple[int, int]], others: list[tuple[int, int]], expected: bool
) -> None:
    assert alike(some, others) == expected


def test_runs_leave_out_what_has_no_role() -> None:
    assert runs([0, 1, 1, 2, 0, 2]) == [(1, 1, 3), (2, 3, 4), (2, 5, 6)]
    assert runs([]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Взрыв был», —", "Взрыв был"),
        ("“It is over,” ", "It is over"),
        ("— мэрия.", "мэрия."),
        ("—", ""),
        ("", ""),
    ],
)
def test_marks_at_the_edges_are_no_part_of_what_is_said(text: str, expected: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == expected


def test_words_are_scored_by_the_mean_of_their_pieces() -> None:
    scores = np.array([[1.0], [3.0], [5.0]], np.float32)
    assert by_word([(0, 2), (2, 3)], scores).tolist() == [[2.0], [5.0]]


def test_a_new_cue_starts_where_a_word_says_so() -> None:
    units = [(k, k + 1) for k in range(4)]
    scores = np.array([[0, 5, 0], [0, 0, 5], [0, 5, 0], [5, 0, 0]], np.float32)
    assert cue_runs(units, scores, 0.0) == [(0, 2), (2, 3)]
    assert cue_runs(units, scores, 9.0) == []


@pytest.mark.parametrize(
    ("inside", "whole"),
    [
        ("канал «Маяк", "канал «Маяк»"),
        ("Маяк» молчит", "«Маяк» молчит"),
        ("Маяк", "Маяк"),
        ("канал «Маяк»", "канал «Маяк»"),
    ],
)
def test_a_quotation_mark_takes_its_twin_along(inside: str, whole: str) -> None:
    text = "Вот канал «Маяк» молчит."
    start = text.index(inside)
    start, end = closed(text, start, start + len(inside))
    assert text[start:end] == whole
