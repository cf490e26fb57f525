"""Forwards and replies: the plainest signs of where a report comes from."""

from collections import defaultdict

from ...model import Forward, How
from .ground import Ground
from .ties import Tie, Unseen

FORWARDED, SAME_TEXT, UNSEEN, REPLIED = 20.0, 12.0, 10.0, 8.0  # bits


def number(key: str | None) -> str:
    """Return the number of a post from its key: "Channel/17" is post 17."""
    return (key or "").rsplit("/", 1)[-1]


def _seconds(forward: Forward) -> int | None:
    return int(forward.published.timestamp()) if forward.published else None


def _posts(ground: Ground) -> dict[tuple[str, object], list[int]]:
    """Index posts by source and each of: number, second of publishing, text."""
    index: dict[tuple[str, object], list[int]] = defaultdict(list)
    for place, doc in enumerate(ground.documents):
        who = ground.own[place]
        index[who, "#" + number(doc.key)].append(place)
        index[who, "=" + doc.text.strip()].append(place)
        if doc.published:
            index[who, int(doc.published.timestamp())].append(place)
    return index


def forwards(ground: Ground) -> tuple[list[Tie], list[Unseen]]:
    """Return for each forward the post it forwards, or the unseen channel it came from."""
    ties: list[Tie] = []
    unseen: list[Unseen] = []
    forwarding = [at for at, doc in enumerate(ground.documents) if doc.forwarded_from]
    index = _posts(ground) if forwarding else {}
    for child in forwarding:
        doc = ground.documents[child]
        forward = doc.forwarded_from
        if forward is None:
            continue
        who = ground.directory.key(forward.source, forward.handle)
        exact = index.get((who, "#" + number(forward.key)), []) if forward.key else []
        exact = exact or index.get((who, _seconds(forward)), [])
        parents = [place for place in exact if place < child]
        bits = FORWARDED
        if not parents:
            same = index.get((who, "=" + doc.text.strip()), [])
            parents, bits = [place for place in same if place < child], SAME_TEXT
        if parents:
            ties.append(Tie(child, parents[0], How.FORWARD, bits, 1.0, forward.source))
        else:
            because = f"forwarded from {forward.source}; the post itself is not in the case"
            unseen.append(Unseen(child, forward.source, How.FORWARD, UNSEEN, (), because))
    return ties, unseen


def replies(ground: Ground) -> list[Tie]:
    """Return a tie for each report in which a source goes on from a post of its own."""
    replying = [(child, doc) for child, doc in enumerate(ground.documents) if doc.reply_to]
    numbers: dict[tuple[str, str], int] = {}
    for place, doc in enumerate(ground.documents if replying else ()):
        numbers.setdefault((ground.own[place], number(doc.key)), place)
    asked = (
        (child, numbers.get((ground.own[child], number(doc.reply_to))))
        for child, doc in replying
    )
    return [
        Tie(child, parent, How.UPDATE, REPLIED, 1.0)
        for child, parent in asked
        if parent is not None and parent < child
    ]
