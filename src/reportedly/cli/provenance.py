"""Where each report comes from, in the terminal: origins, steps, circles, hedges dropped."""

from collections import defaultdict

from rich.console import Console
from rich.text import Text

from .. import link
from ..export import lines, words
from ..model import Case, Derivation, Document


def show(console: Console, case: Case) -> None:
    """Print the origins of every incident, the steps behind every report, and what to mind."""
    _incidents(console, case)
    keys = {document.id: document.key for document in case.documents}
    steps: dict[str, list[Derivation]] = defaultdict(list)
    for step in case.derivations:
        steps[step.doc].append(step)
    readings = lines.readings_of(case)
    roots = link.roots(case.documents, case.derivations, readings)
    _heading(console, "Reports, and what each comes from")
    for document in case.documents:
        _report(console, document, steps[document.id], roots[document.id], keys)
    circles = link.circles(case.documents, case.derivations, case.sources)
    if circles:
        _heading(console, "Sources that quote each other")
        for circle in circles:
            _line(console, keys[circle.doc], circle.because)
    hops = link.drift(case.documents, case.derivations, readings)
    dropped = [hop for hop in hops if hop.dropped]
    if dropped:
        _heading(console, "Reports that dropped a hedge")
        for hop in dropped:
            _line(console, keys[hop.doc], f"{hop.because} ({keys[hop.parent]})")


def _incidents(console: Console, case: Case) -> None:
    sources = {document.id: document.source for document in case.documents}
    told = [incident for incident in case.incidents if len(incident.reports) > 1]
    if told:
        _heading(console, "Incidents, and what their reports go back to")
    for incident in told:
        console.print(
            Text(f"{words.incident_words(incident)}: {words.origins_words(incident)}")
        )
        for origin in incident.origins:
            who = origin.voice or sources[origin.first]
            _line(console, who, f"{words.independence_words(origin)}; {origin.because}")


def _heading(console: Console, words_: str) -> None:
    console.print(Text(f"\n{words_}", style="bold underline"))


def _line(console: Console, head: str, rest: str) -> None:
    line = Text("  ")
    line.append(head, style="bold")
    line.append(f": {rest}")
    console.print(line)


def _report(
    console: Console,
    document: Document,
    steps: list[Derivation],
    root: link.Root,
    keys: dict[str, str],
) -> None:
    console.print(Text(document.key, style="bold"))
    for step in steps:
        parent = f" [{keys[step.parent]}]" if step.parent else ""
        console.print(Text(f"  {step.how.value}: {step.because}{parent}"))
    if not steps:
        console.print(Text("  first report, as far as seen"))
    behind = keys[root.report] if root.report else "a report not in the case"
    voice = f", told by {root.voice} ({root.basis.value})" if root.voice else ""
    console.print(Text(f"  goes back to {behind}{voice}", style="dim"))
