"""Where the two faces meet: the command line is handed the page it can serve."""

import os
from pathlib import Path

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
