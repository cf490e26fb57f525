"""A question with every answer, and how they came about in time, as one JSON-ready dict."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from ..link.agreement import Ledger, Turn, course, relations
from ..model import Answer, Question
from .texts import Row, value_row


def _answer_row(answer: Answer, keys: Mapping[str, str], grade: str | None) -> Row:
    return {
        "value": value_row(answer.value),
        "denied": answer.denied,
        "origins": list(answer.origins),
        "reports": [keys[report] for report in answer.reports],
        "grade": grade,
    }


def question_row(
    question: Question,
    keys: Mapping[str, str],
    grades: Mapping[tuple[str, int], str],
    ledger: Ledger,
) -> Row:
    """Return a question with its answers, their grades and how they came about.

    `ledger` is seen from the incident; `keys` name reports by their id, `grades` are by slot
    and place of the answer.
    """
    answers = [
        _answer_row(answer, keys, grades.get((question.slot, number)))
        for number, answer in enumerate(question.answers)
    ]
    return {
        "slot": question.slot,
        "values": answers,
        "conflict": question.conflict,
        "because": question.because,
        "development": _development_row(question, ledger, keys) if len(answers) > 1 else None,
    }


def _development_row(question: Question, ledger: Ledger, keys: Mapping[str, str]) -> Row:
    """Return who told which answer when, who changed their word, and how the answers stand.

    `ledger` is seen from the incident; `keys` name reports by their id. Answers are told by
    their place in the question's `values`.
    """
    found = course(question, ledger)
    return {
        "because": found.because,
        "conflict_began": _at(found.began),
        "conflict_ended": _at(found.ended),
        "turns": [
            {
                "at": _moment(turn.at),
                "answer": turn.answer,
                "who": turn.who,
                "origin": turn.origin,
                "report": keys[turn.doc],
                "left": turn.left,
                "contested": turn.contested,
            }
            for turn in found.turns
        ],
        "unlisted": found.unlisted,
        "relations": [
            {
                "answers": [pair.one, pair.other],
                "standing": pair.standing.value,
                "because": pair.because,
            }
            for pair in relations(question, ledger)
        ],
    }


def _at(turn: Turn | None) -> object:
    return None if turn is None else _moment(turn.at)


def _moment(at: datetime | None) -> object:
    return None if at is None else msgspec.to_builtins(at)
