"""Who may touch a case folder, without a byte written: `flock` on its directories.

Two locks. The folder itself is locked by whoever builds (alone) or verifies (shared).
`originals` stands for the pages of the case file: readers share it while they read, a
build takes it only for the moment in which it moves committed pages into place.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import UnusableCase

_PATIENCE = 30.0  # seconds to wait for readers, each of which holds its lock for one call
_PAUSE = 0.02


def take(directory: Path, *, alone: bool) -> int | None:
    """Return a descriptor that holds the lock until `os.close`, or None if it is taken."""
    held = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(held, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        return None
    except BaseException:
        os.close(held)
        raise
    return held


@contextmanager
def holding(directory: Path, *, alone: bool, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the lock inside the block; raises UnusableCase when others keep it too long."""
    until = time.monotonic() + patience
    while (held := take(directory, alone=alone)) is None:
        if time.monotonic() >= until:
            raise UnusableCase(
                "another program keeps it in use",
                where=str(directory),
                way_out="let it finish or stop it, then try again",
            )
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        os.close(held)
