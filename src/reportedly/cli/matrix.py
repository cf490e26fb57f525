"""The matrix of competing causes in the terminal."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..export import words
from ..model import Case, Incident, Label
from ..weigh import Fit, Item, ach

_SIGNS = {Fit.CONSISTENT: "+", Fit.INCONSISTENT: "-", Fit.NEUTRAL: "."}
_ROWS = 12  # the most diagnostic items; the others tell the causes apart the least


def matrix(console: Console, case: Case, shown: Incident) -> None:
    """Print competing causes, the least contradicted first; nothing where none compete."""
    found = ach(case, shown)
    if found is None:
        return
    console.print(Text("\nCompeting causes, the least contradicted first", style="bold"))
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("  what tells them apart", overflow="fold", max_width=60)
    for hypothesis in found.hypotheses:
        table.add_column(words.value_words(Label(value=hypothesis.cause)), justify="center")
    table.add_column("diagnosticity", justify="right")
    for item in found.items[:_ROWS]:
        table.add_row(*_row(item))
    sums = [f"-{hypothesis.inconsistency:.2f}" for hypothesis in found.hypotheses]
    table.add_row(Text("  inconsistent, in bits", style="bold"), *sums, "")
    console.print(table)
    left = len(found.items) - _ROWS
    if left > 0:
        console.print(Text(f"  and {left} items that tell less", style="dim"))
    for item in found.items:
        if item.critical:
            line = f"  Without this another cause would lead: {item.because}"
            console.print(Text(line, style="dim"))


def _row(item: Item) -> tuple[Text | str, ...]:
    signs = (_SIGNS[fit] for fit in item.fits)
    return Text(f"  {item.because}"), *signs, f"{item.diagnosticity:.2f}"
