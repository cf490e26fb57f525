"""The terminal that people read."""

import os
import sys

from rich.console import Console


class Terminal(Console):
    """A console that ends in peace when its reader goes away: `reportedly ... | head`."""

    def __init__(self) -> None:
        super().__init__(highlight=False, soft_wrap=True)

    def on_broken_pipe(self) -> None:
        """End the program as one that has said enough, not as one that found a fault."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0)
