import pytest

from reportedly.extract.reader import Found, Parts, joined
from reportedly.model import Basis, Stance

RULE = Parts(source=((0, 4),), cue=((5, 9),), content=((10, 30),))


def found(cue: int, score: float, source: int = 100, content: int = 200) -> Found:
    return Found(
        source=((source, source + 2),),
        cue=((cue, cue + 4),),
        content=((content, content + 20),),
        stance=Stance.ASSERTS,
        basis=Basis.NAMED,
        score=score,
    )


@pytest.mark.parametrize(
    ("lang", "one", "stay", "added"),
    [
        ("ru", found(40, 0.95), [0], 1),  # another cue, surely
        ("ru", found(40, 0.7), [0], 0),  # not sure enough
        ("ru", found(6, 0.99), [0], 0),  # the same cue
        (
            "uk",
            found(40, 0.99, source=1, content=12),
            [0],
            0,
        ),  # the same words of the same voice
        ("uk", found(40, 0.99, source=1), [0], 1),  # other words of that voice
        ("en", found(6, 0.7), [], 1),  # the reader leads
        ("en", found(6, 0.2), [], 0),
    ],
)
def test_each_language_believes_who_measures_best(
    lang: str, one: Found, stay: list[int], added: int
) -> None:
    kept, new = joined(lang, [RULE], [one])
    assert kept == stay
    assert len(new) == added
