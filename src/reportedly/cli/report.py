"""A case and its incidents in the terminal."""

from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..export import lines, standing, words
from ..link import portions
from ..link.agreement import Ledger
from ..model import Answer, Assessment, Case, Document, Incident, Question
from ..store import CaseFolder
from ..weigh import likelihood
from . import provenance
from .developed import developed
from .matrix import matrix
from .terminal import Terminal

_QUOTE = 110  # characters of a quote that fit a line


def _console() -> Console:
    return Terminal()


def overview(case: Case) -> None:
    """List the incidents, and how many reports tell of none."""
    console = _console()
    _notice(console, case)
    if not case.documents:
        console.print("no report was out by then")
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("incident", "what and where", "when", "reports and origins", "grade"):
        table.add_column(heading, overflow="fold")
    assessed = lines.by_incident(case.assessments)
    for incident in case.incidents:
        table.add_row(
            incident.id[:8],
            Text(words.incident_words(incident)),
            words.when_words(incident.when),
            words.origins_words(incident),
            lines.headline_grade(assessed.get(incident.id, ())) or "-",
        )
    console.print(table)
    told = {report for incident in case.incidents for report in incident.reports}
    console.print(f"{len(case.documents) - len(told)} reports tell of no incident")


def whole(path: Path) -> None:
    """Print the overview, and in full every incident that more than one report tells of."""
    with CaseFolder.open(path) as folder:
        case = folder.load()
    overview(case)
    for each in case.incidents:
        if len(each.reports) > 1:
            _console().rule()
            incident(case, each)


def _notice(console: Console, case: Case) -> None:
    if case.notice:
        console.print(Text(case.notice, style="bold reverse"))


def incident(case: Case, shown: Incident) -> None:
    """Print one incident: origins, answers side by side, grades with their reasons."""
    console = _console()
    by_id = {document.id: document for document in case.documents}
    console.print(Text(words.incident_words(shown), style="bold"))
    console.print(Text(f"{words.when_words(shown.when)} - {words.origins_words(shown)}"))
    console.print(Text(f"One incident because {_lowered(shown.because)}", style="dim"))
    for each in case.judgements:
        if each.id in shown.judgements:
            console.print(Text(words.judgement_words(each), style="bold"))
    _portions(console, case, shown)
    _origins(console, shown, by_id)
    names = {origin.id: _letter(number) for number, origin in enumerate(shown.origins)}
    graded = {
        (each.slot, each.answer): each for each in case.assessments if each.incident == shown.id
    }
    ledger = Ledger.of_case(case).within(shown.origins)
    for question in shown.questions:
        _question(console, question, names, graded)
        if len(question.answers) > 1:
            developed(console, question, ledger, names)
    matrix(console, case, shown)
    _quotes(console, case, shown, by_id)


def _portions(console: Console, case: Case, shown: Incident) -> None:
    """Say of which total the incident is a part, and which incidents are parts of its own."""
    by_id = {each.id: each for each in case.incidents}
    for each in portions(case.incidents, case.accounts, case.claims):
        if shown.id in (each.part, each.whole):
            says, other = (
                ("Part of", each.whole) if each.part == shown.id else ("Part", each.part)
            )
            named = words.incident_words(by_id[other])
            console.print(Text(f"{says}: {other[:8]} {named}: {words.portion_words(each)}"))


def _letter(number: int) -> str:
    return f"O{number + 1}"


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _origins(console: Console, shown: Incident, by_id: Mapping[str, Document]) -> None:
    console.print(Text("\nOrigins", style="bold"))
    for number, origin in enumerate(shown.origins):
        first = by_id[origin.first]
        who = origin.voice or first.source
        line = Text(f"  {_letter(number)} ")
        line.append(who, style="bold")
        line.append(
            f" ({origin.basis.value}), first in {first.key}; {words.independence_words(origin)}"
        )
        line.append(f"\n     {origin.because}", style="dim")
        console.print(line)


def _question(
    console: Console,
    question: Question,
    names: Mapping[str, str],
    graded: Mapping[tuple[str, int], Assessment],
) -> None:
    head = Text(f"\n{question.slot}", style="bold")
    if question.conflict:
        head.append(" CONFLICT", style="bold red")
        head.append(f" - {question.because}", style="red")
    console.print(head)
    for number, answer in enumerate(question.answers):
        _answer(console, answer, names, graded.get((question.slot, number)))


def _answer(
    console: Console, answer: Answer, names: Mapping[str, str], grade: Assessment | None
) -> None:
    line = Text("  ")
    line.append("not " if answer.denied else "")
    line.append(words.value_words(answer.value), style="bold")
    behind = ", ".join(names[origin] for origin in answer.origins) or "no origin"
    line.append(f" - {behind}; {words.counted(len(answer.reports), 'report')}")
    console.print(line)
    if grade is None:
        return
    likely = likelihood(grade) or "truth cannot be judged"
    console.print(Text(f"     {standing.grade(grade)}  {likely}", style="bold"))
    console.print(Text(f"     confidence {grade.confidence.value}"))
    prior = f"{grade.prior_bits:+.2f} before any report"
    for because in (prior, *(f"{each.bits:+.2f} {each.because}" for each in grade.reasons)):
        console.print(Text(f"       {because}", style="dim"))


def _quotes(
    console: Console, case: Case, shown: Incident, by_id: Mapping[str, Document]
) -> None:
    """Print the exact words, each with its place in the sealed original."""
    console.print(Text("\nThe words", style="bold"))
    wanted = {
        claim for question in shown.questions for a in question.answers for claim in a.claims
    }
    for claim in case.claims:
        if claim.id in wanted:
            document = by_id[claim.doc]
            span = claim.spans[0]
            quote = span.of(document.text).replace("\n", " ")[:_QUOTE]
            line = Text(f"  {claim.slot}: “{quote}”")
            where = f" {document.key} {span.start}-{span.end} sha256 {document.original[:12]}"
            line.append(where, style="dim")
            console.print(line)


def whence(case: Case) -> None:
    """Print of every incident its origins, and of every report the steps that lead there."""
    console = _console()
    _notice(console, case)
    provenance.show(console, case)
