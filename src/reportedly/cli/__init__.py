"""The command line: parse, call, print."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..errors import ReportedlyError

Serve = Callable[[Path, str, int], None]  # case, host, port

_STOPPED = 130  # what a shell shows of a program that Ctrl+C ended


def main(serve: Serve) -> None:
    """Run the command line; a user's mistake ends with one sentence and exit code 2."""
    import typer

    from .app import app

    # Typer shows the parser's own errors under one public name only, that of a descendant.
    wrong: Any = next(k for k in typer.BadParameter.__mro__ if k.__name__ == "ClickException")
    code = 0
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        code = app(obj=serve, standalone_mode=False) or 0
    except wrong as error:
        code = _misused(error)
    except ReportedlyError as error:
        print(f"reportedly: {error}", file=sys.stderr)
        code = 2
    except BrokenPipeError:  # the reader of our output went away: `reportedly ... | head`
        sys.stderr.close()
    except KeyboardInterrupt:
        code = _STOPPED
    if code == _STOPPED:
        print("reportedly: stopped; what was acknowledged is kept", file=sys.stderr)
    sys.exit(code)


def _misused(error: Any) -> int:
    """Say what was wrong with the words of the command; without words the help is shown."""
    context = getattr(error, "ctx", None)
    said = error.format_message().strip()
    if said:
        verb = f" {context.info_name}" if context is not None and context.parent else ""
        print(f"reportedly: {said.rstrip('.')}; see reportedly{verb} --help", file=sys.stderr)
    return int(error.exit_code)
