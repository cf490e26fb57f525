"""The command line: parse, call, print."""

import sys
from collections.abc import Callable
from pathlib import Path

from ..errors import ReportedlyError

Serve = Callable[[Path, str, int], None]  # case, host, port


def main(serve: Serve) -> None:
    """Run the command line; a user's mistake ends with one sentence and exit code 2."""
    from .app import app

    try:
        app(obj=serve)
    except ReportedlyError as error:
        print(f"reportedly: {error}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:  # the reader of our output went away: `reportedly ... | head`
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        print("reportedly: stopped; what was acknowledged is kept", file=sys.stderr)
        sys.exit(130)
