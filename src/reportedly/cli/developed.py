"""How the answers to a question came about, in the terminal."""

from collections.abc import Mapping
from datetime import UTC

from rich.console import Console
from rich.text import Text

from ..export import words
from ..link.agreement import Ledger, Turn, course
from ..model import Question


def developed(
    console: Console, question: Question, ledger: Ledger, names: Mapping[str, str]
) -> None:
    """Print who told which answer when; `names` are the signs of origins by their id."""
    found = course(question, ledger)
    console.print(Text(f"  In time: {found.because}", style="dim"))
    if found.began is None and all(turn.left is None for turn in found.turns):
        return  # nobody ever disagreed: the answers above say who gives them
    for turn in found.turns:
        console.print(Text(f"     {_turn(question, turn, names)}", style="dim"))
    if found.unlisted:
        console.print(Text(f"     and {found.unlisted} more", style="dim"))


def _turn(question: Question, turn: Turn, names: Mapping[str, str]) -> str:
    at = f"{turn.at.astimezone(UTC):%m-%d %H:%M}" if turn.at else "no time given"
    told = f"{at} {turn.who}"
    if turn.origin is not None and turn.origin in names:
        told += f" ({names[turn.origin]})"
    told += f": {_value(question, turn.answer)}"
    if turn.left is not None:
        told += f", before that {_value(question, turn.left)}"
    return told + (" - contested" if turn.contested else "")


def _value(question: Question, number: int) -> str:
    answer = question.answers[number]
    return ("not " if answer.denied else "") + words.value_words(answer.value)
