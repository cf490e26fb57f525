"""From what a person says about incidents to the judgement that is recorded."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar

import msgspec

from .errors import BadSetting, UnknownItem
from .link import undone
from .model import Case, Incident, Judgement, Side, Verdict, judgement

_LIST = "list them with: reportedly judge CASE list"


class Reason(NamedTuple):
    """Why, who and when."""

    because: str
    by: str
    at: datetime


_Record = TypeVar("_Record", Incident, Judgement)


def find(records: Sequence[_Record], start: str, what: str, way_out: str) -> _Record:
    """Return the one record whose id begins with `start`; raise UnknownItem otherwise."""
    found = [each for each in records if each.id.startswith(start)]
    if len(found) == 1:
        return found[0]
    told = f"several {what}s begin so" if found else f"there is no such {what}"
    raise UnknownItem(told, where=start, way_out=way_out)


def find_incident(case: Case, start: str) -> Incident:
    """Return the one incident whose id begins with `start`."""
    return find(case.incidents, start, "incident", "list them with: reportedly incidents CASE")


def judge(case: Case, verdict: str, things: Sequence[str], reason: Reason) -> Judgement:
    """Return the judgement that `verdict` makes of `things`.

    Merge takes two incidents, split an incident and the reports to take out of it, undo a
    judgement; all may be named by the beginning of their id. Raises BadSetting where that does
    not fit, UnknownItem where there is no such thing.
    """
    if not reason.because.strip():
        raise BadSetting(
            "a judgement needs a reason", where="--because", way_out="say why in a sentence"
        )
    known = {
        Verdict.MERGE.value: _merge,
        Verdict.SPLIT.value: _split,
        Verdict.UNDO.value: _undo,
    }
    if verdict not in known:
        raise BadSetting(
            f"there is no judgement {verdict!r}",
            where="judge",
            way_out=f"take one of: {', '.join(known)}",
        )
    return known[verdict](case, things, reason)


def _merge(case: Case, things: Sequence[str], reason: Reason) -> Judgement:
    if len(things) != 2:
        raise BadSetting("merge takes two incidents", where="merge", way_out="name both")
    one, other = (find_incident(case, each) for each in things)
    if one == other:
        raise BadSetting("this is one incident", where=things[1], way_out="name two")
    return _made(Verdict.MERGE, _side(one), _side(other), reason)


def _split(case: Case, things: Sequence[str], reason: Reason) -> Judgement:
    if len(things) < 2:
        raise BadSetting(
            "split takes an incident and reports to take out of it",
            where="split",
            way_out="name the incident, then one report or more",
        )
    whole = find_incident(case, things[0])
    out = {_report(case, whole, each) for each in things[1:]}
    told = {a.id for a in case.accounts if a.doc in out}
    one = Side(
        accounts=tuple(each for each in whole.accounts if each in told),
        reports=tuple(each for each in whole.reports if each in out),
    )
    other = Side(
        accounts=tuple(each for each in whole.accounts if each not in told),
        reports=tuple(each for each in whole.reports if each not in out),
    )
    if not one.accounts or not other.accounts:
        raise BadSetting(
            "each part of a split needs a report that tells what happened",
            where="split",
            way_out="take out other reports",
        )
    return _made(Verdict.SPLIT, one, other, reason)


def _undo(case: Case, things: Sequence[str], reason: Reason) -> Judgement:
    if len(things) != 1:
        raise BadSetting("undo takes one judgement", where="undo", way_out=_LIST)
    gone = find(case.judgements, things[0], "judgement", _LIST)
    return _made(Verdict.UNDO, Side(), Side(), reason, undoes=gone.id)


def _report(case: Case, whole: Incident, named: str) -> str:
    """Return the id of a report of the incident, named by its key or the start of its id."""
    mine = set(whole.reports)
    found = [
        each.id
        for each in case.documents
        if each.id in mine and (each.key == named or each.id.startswith(named))
    ]
    if len(found) == 1:
        return found[0]
    told = "several reports are called so" if found else "the incident has no such report"
    raise UnknownItem(
        told, where=named, way_out="see its reports: reportedly show CASE ID --json"
    )


def _side(incident: Incident) -> Side:
    return Side(accounts=incident.accounts, reports=incident.reports)


def _made(
    verdict: Verdict, one: Side, other: Side, reason: Reason, undoes: str | None = None
) -> Judgement:
    because, by, at = reason
    return judgement(verdict, (one, other), because.strip(), by=by, at=at, undoes=undoes)


def rows(case: Case) -> list[dict[str, object]]:
    """Return one JSON-ready dict a judgement, by time; `stands` tells whether it still does."""
    gone = undone(case.judgements)
    keys = {document.id: document.key for document in case.documents}
    return [
        {
            "judgement": each.id,
            "verdict": each.verdict.value,
            "one": [keys.get(report, report) for report in each.one.reports],
            "other": [keys.get(report, report) for report in each.other.reports],
            "undoes": each.undoes,
            "because": each.because,
            "by": each.by,
            "at": msgspec.to_builtins(each.at),
            "stands": each.id not in gone,
        }
        for each in case.judgements
    ]
