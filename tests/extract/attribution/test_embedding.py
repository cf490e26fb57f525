"""What an English verb makes of the clause it embeds."""

import re

import pytest

from reportedly.extract.attribution.embedding import embedded
from reportedly.lang.veridical import veridical

_MARK = re.compile(r"[{}]")


@pytest.mark.parametrize(
    ("sentence", "verb", "wanted"),
    [
        ("The lab confirmed that the water was clean.", "confirmed", "+"),
        ("The lab did not confirm that the water was clean.", "confirm", "u"),
        ("The clerk did not realize that the gate was open.", "realize", "+"),
        ("The boy pretended that the dog was his.", "pretended", "-"),
        ("The seller claimed that the car was new.", "claimed", "u"),
        ("The driver failed to stop the bus.", "failed", "-"),
        ("The driver didn't manage to stop the bus.", "manage", "-"),
        ("The guests were invited to stay.", "invited", "u"),
        ("The storm forced the crew to turn back.", "forced", "+"),
        ("The family was not shocked that the house was gone.", "shocked", "+"),
    ],
)
def test_verb_tells_whether_its_clause_is_so(sentence: str, verb: str, wanted: str) -> None:
    found = embedded(sentence, sentence.index(verb))
    assert found is not None
    assert found.outcome == wanted


def test_no_clause_no_answer() -> None:
    assert embedded("The lab confirmed it.", 8) is None


@pytest.mark.parametrize("known", veridical().classes, ids=lambda one: one.name)
def test_every_class_reads_its_own_example(known) -> None:
    text = _MARK.sub("", known.find[0])
    found = [embedded(text, m.start()) for m in re.finditer(r"\w+", text)]
    assert any(one and one.verb in known.verbs for one in found)
