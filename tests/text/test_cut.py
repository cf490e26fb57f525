import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.text.compiled import Loop
from reportedly.text.cut import chunks, cut
from reportedly.text.shingles import WORD, plain

LETTERS = "аЯїz5٣²'’ʼ`.,:_ \n\t–😀𝐀é"
MARKS = st.sampled_from(
    [*LETTERS, "www.", "Www.", "wWw.", "HTTP://", "https://а.example/b ", "//"]
)


@given(st.lists(st.lists(MARKS, max_size=30).map("".join), max_size=5))
@example(["а5а5а5а5а5"])  # words with nothing between them: as many as letters
def test_texts_are_cut_into_the_words_that_a_search_finds(texts):
    found = cut(texts)
    for nth, text in enumerate(texts):
        words = slice(found.edge[nth], found.edge[nth + 1])
        places = (
            np.stack([found.words.starts[words], found.words.ends[words]], 1)
            - found.begins[nth]
        )
        assert places.tolist() == [list(word.span()) for word in WORD.finditer(plain(text))]


@given(st.lists(st.one_of(MARKS, st.characters()), max_size=40).map("".join))
@example("\ud800а5\udfffhttp")
def test_machine_code_cuts_as_the_interpreter_which_checks_bounds(text):
    made = []
    for over in (lambda one, _: one.interpreted, lambda one, _: one.machine()):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Loop, "over", over)
            made.append([column.tolist() for column in cut([text, text]).words])
    assert made[0] == made[1]


def test_a_word_has_one_hash_wherever_it_stands():
    found = cut(["дрон упал, дрон", "", "над морем дрон"])
    hashes = dict(zip(map(found.word, range(6)), found.words.hashes.tolist(), strict=True))
    assert [hashes[found.word(nth)] for nth in range(6)] == found.words.hashes.tolist()
    assert len(set(hashes.values())) == len(hashes) == 4
    assert found.owners().tolist() == [0, 0, 0, 2, 2, 2]


def test_chunks_hold_every_text_once():
    texts = ["а" * 50_000, "б" * 70_000, "", "в"]
    assert [text for some in chunks(texts) for text in texts[some]] == texts
    assert list(chunks([])) == []
