"""Where the two faces meet: the command line is handed the page it can serve."""

from pathlib import Path

from . import cli


def _serve(case: Path, host: str, port: int) -> None:
    from .web import serve

    serve(case, host=host, port=port)


def main() -> None:
    """Run the command line."""
    cli.main(_serve)
