"""The matrix of competing causes in the terminal."""

from rich.console import Console
from rich.text import Text

from ..export import words
from ..model import Case, Incident, Label
from ..weigh import Fit, ach

_SIGNS = {Fit.CONSISTENT: "+", Fit.INCONSISTENT: "-", Fit.NEUTRAL: "."}
_ROWS = 12  # the most diagnostic items; the others tell the causes apart the least
_NAMES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def matrix(console: Console, case: Case, shown: Incident) -> None:
    """Print competing causes, the least contradicted first; nothing where none compete."""
    found = ach(case, shown)
    if found is None:
        return
    console.print(Text("\nCompeting causes, the least contradicted first", style="bold"))
    for name, each in zip(_NAMES, found.hypotheses, strict=False):
        line = Text(f"  {name} ")
        line.append(words.value_words(Label(value=each.cause)), style="bold")
        line.append(f": {each.inconsistency:.2f} bits against it")
        if each.missing:
            line.append(f"; not reported: {', '.join(each.missing)}", style="dim")
        console.print(line)
    columns = " ".join(_NAMES[: len(found.hypotheses)])
    console.print(Text(f"\n  {columns}  tells apart", style="dim"))
    for item in found.items[:_ROWS]:
        signs = " ".join(_SIGNS[fit] for fit in item.fits)
        decides = " Without this voice another cause would lead." if item.critical else ""
        console.print(
            Text(f"  {signs}  {item.diagnosticity:.2f} bits  {item.because}{decides}")
        )
    left = len(found.items) - _ROWS
    if left > 0:
        console.print(Text(f"  and {left} that tell less", style="dim"))
    for sentence in found.wanted:
        console.print(Text(f"  {sentence}"))
