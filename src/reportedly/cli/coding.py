"""Incidents in the terminal as a published rule set codes them."""

from rich.text import Text

from ..export import words
from ..model import Case
from ..weigh import Coding, policies
from .terminal import Terminal


def coded(case: Case, codings: tuple[Coding, ...], *, reasons: bool) -> None:
    """Print coded incidents; with `reasons` each column says by which rule it is coded."""
    console = Terminal()
    if case.notice:
        console.print(Text(case.notice, style="bold reverse"))
    by_id = {incident.id: incident for incident in case.incidents}
    for coding in codings:
        title = f"{coding.incident[:8]} {words.incident_words(by_id[coding.incident])}"
        console.print(Text(title, style="bold"))
        for field in coding.fields:
            line = Text(f"  {field.name}: ")
            line.append(_told(field.value), style="bold")
            if reasons:
                line.append(f"\n    {field.because}\n    {field.cite}", style="dim")
            console.print(line)
    if codings:
        console.print(Text(policies()[codings[0].policy].cite, style="dim"))


def _told(value: object) -> str:
    if value is None or value == ():
        return "-"
    return ", ".join(value) if isinstance(value, tuple) else str(value)
