"""Where the two faces meet: the command line is handed the page it can serve."""

import os
import signal
from pathlib import Path

# Ctrl+C ends us without a word while the rest is being loaded; the command line takes it back.
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

# Our matrices are small: a second thread of the linear algebra library only gets in the way.
# It reads this when it is first loaded, hence before anything else is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from . import cli


def _serve(case: Path, host: str, port: int) -> None:
    from .web import serve

    serve(case, host=host, port=port)


def main() -> None:
    """Run the command line."""
    cli.main(_serve)
