"""Origins folded into one box each, so that the drawing of a large incident stays readable."""

from collections.abc import Iterable, Sequence

import msgspec

from .spread import VOICE, Item

ORIGIN = "origin "  # before the number, the key of a folded one
FEW = 12  # reports of an incident up to which everything is drawn


class Folding(msgspec.Struct, frozen=True, kw_only=True):
    """Which origins are drawn report by report, and the ways to open and fold others."""

    every: bool = False  # all of them
    opened: frozenset[int] = frozenset()
    kept: str = ""  # what else the address says: "as_of=...&"

    def folds(self, lane: int) -> bool:
        """Tell whether an origin is drawn as one box."""
        return lane > 0 and not self.every and lane not in self.opened

    def href(self, lanes: Iterable[int] | None) -> str:
        """Return the address with `lanes` opened, all of them for None."""
        shown = "all" if lanes is None else ",".join(map(str, sorted(lanes))) or "none"
        return f"?{self.kept}open={shown}#provenance"

    def opening(self, lane: int) -> str:
        """Return the address with one more origin opened."""
        return self.href(self.opened | {lane})

    def closing(self, lane: int) -> str:
        """Return the address with one origin folded again."""
        return self.href(self.opened - {lane})


def asked_folding(asked: str, reports: int, kept: str = "") -> Folding:
    """Return what "1,5", "all" or "none" asks for; by default few reports are all drawn."""
    if asked == "all" or (not asked and reports <= FEW):
        return Folding(every=True, kept=kept)
    lanes = {int(n) for n in asked[:500].split(",") if n.isascii() and n.isdigit()}
    return Folding(opened=frozenset(lanes), kept=kept)


def folded(items: Sequence[Item], folding: Folding) -> list[Item]:
    """Return `items` with each folded origin of several reports as one item.

    Voices of which only folded reports tell go with them.
    """
    lanes: dict[int, list[Item]] = {}
    for item in items:
        if item.voice is None and folding.folds(item.lane):
            lanes.setdefault(item.lane, []).append(item)
    whole = {lane for lane, held in lanes.items() if sum(len(i.documents) for i in held) > 1}
    now = {item.key: f"{ORIGIN}{item.lane}" for item in items if item.lane in whole}
    out: list[Item] = []
    for item in items:
        if item.lane not in whole:
            out.append(_moved(item, now))
        elif item is lanes[item.lane][0]:
            out.append(_joined(lanes[item.lane], now))
    return out


def _moved(item: Item, now: dict[str, str]) -> Item:
    ways: dict[str, str] = {}
    for key, how in item.parents:
        ways.setdefault(now.get(key, key), how)
    return msgspec.structs.replace(item, parents=tuple(ways.items()))


def _joined(held: Sequence[Item], now: dict[str, str]) -> Item:
    """Return one item for the reports of an origin; news flows into it from reports alone."""
    key = now[held[0].key]
    flows = {
        now.get(parent, parent): how
        for item in held
        for parent, how in item.parents
        if now.get(parent, parent) != key and (parent in now or not parent.startswith(VOICE))
    }
    return msgspec.structs.replace(
        held[0],
        key=key,
        documents=tuple(d for item in held for d in item.documents),
        parents=tuple(flows.items()),
    )
