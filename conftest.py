"""What holds for all tests; a second conftest without a package would hide this one."""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

# The first example of a test may load a model or compile a loop: no example is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let children be interrupted even where the tests run in a shell's background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
