"""What holds for all tests."""

from hypothesis import settings

# The first example of a test may load a model or compile a loop: no example is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
