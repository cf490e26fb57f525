"""What must hold of every ledger, tried on some; `python -m tests.weigh` tries 100,000."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .ledgers import ledgers
from .properties import PROPERTIES

EXAMPLES = settings(max_examples=150, deadline=None)


@pytest.mark.parametrize("holds", PROPERTIES, ids=lambda holds: holds.__name__)
@EXAMPLES
@given(words=ledgers(), chance=st.randoms(use_true_random=False))
def test_it_holds_of_every_ledger(holds, words, chance):
    holds(words, chance)
