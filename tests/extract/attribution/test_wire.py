"""English as news agencies write it: words within words, citing, posting, not claiming."""

from collections.abc import Callable

import pytest

from reportedly.extract.attribution import attributions
from reportedly.model import Basis, Document, Stance

Make = Callable[..., Document]


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The ministry said two docks burned, RIA reported.", ["RIA", "ministry"]),
        ("RIA reported that the ministry said two docks burned.", ["RIA", "ministry"]),
        (
            "The Harbour Times, citing people familiar with the matter, said the ship sank.",
            ["Harbour Times", "people familiar with the matter"],
        ),
        ("The governor wrote on Telegram that a dock burned.", ["governor"]),
        ("The governor said on X that a dock burned.", ["governor"]),
        ("The governor told Reuters that a dock burned.", ["Reuters", "governor"]),
    ],
)
def test_who_passes_on_whose_words(
    document: Make, text: str, chain: list[str], deep: bool
) -> None:
    found = attributions(document(text, "en"), deep=deep)
    assert chain in [[voice.name for voice in one.chain] for one in found]
    assert not any("Telegram" in voice.name for one in found for voice in one.chain)


def test_who_does_not_claim_a_blast_does_not_deny_it(document: Make) -> None:
    text = "Ukraine has not claimed responsibility for the blast."
    (only,) = attributions(document(text, "en"))
    assert only.chain[-1].stance is Stance.DECLINES
    assert only.chain[-1].basis is Basis.OFFICIAL
