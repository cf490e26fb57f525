import pytest

from reportedly.extract.reader import Found, Parts, added
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
    ("lang", "one", "stays"),
    [
        ("ru", found(40, 0.95), True),  # another cue, surely
        ("ru", found(40, 0.7), False),  # not sure enough
        ("en", found(40, 0.7), True),  # in English it is, by measurement
        ("ru", found(6, 0.99), False),  # the same cue
        ("uk", found(40, 0.99, source=1, content=12), False),  # the same voice and words
        ("uk", found(40, 0.99, source=1), True),  # the same voice, other words
    ],
)
def test_a_sure_relation_that_the_rules_lack_is_added(
    lang: str, one: Found, stays: bool
) -> None:
    assert added(lang, [RULE], [one]) == ([one] if stays else [])
