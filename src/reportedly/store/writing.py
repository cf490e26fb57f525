"""Files outside a case: what a user asked to have written."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from .trouble import mended
from .vault import sync_directory


def write_file(path: Path, content: bytes) -> None:
    """Write `content` to `path` whole or not at all; raises UnusableCase where it cannot."""
    with mended(path):
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a pipe or a device has no name to be put under
            return
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as new:
            made = Path(new.name)
            try:
                new.write(content)
                new.flush()
                os.fchmod(new.fileno(), 0o666 & ~_umask())
                os.fsync(new.fileno())
                made.replace(path)
            except BaseException:
                made.unlink(missing_ok=True)
                raise
        sync_directory(path.parent)


def _umask() -> int:
    umask = os.umask(0o022)
    os.umask(umask)
    return umask
