"""The timeline: reports by time published, drawn."""

import math
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec

from reportedly.model import Document, Incident

from ..lookup import Lookup
from . import words
from .shared import Mark, marks_of_reports, report_href

WIDTH, LEFT, RIGHT, TOP = 960, 20, 20, 14
EARLIER = 60  # left of the first report, for an event that began before it; not to scale
STEP = 17  # between dots stacked at one time, drawing units
TALLEST = 9  # dots stacked before they are drawn over each other
MOST = 300  # dots drawn; more reports are drawn as bars
BAR, BARS_TALL = 8, 90  # width of a bar with its gap, height of the tallest
LONG = timedelta(hours=8)  # beyond this the scale is logarithmic
_TICKS = (1, 5, 15, 60, 180, 720, 1440, 4320, 10080, 43200)  # minutes


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """One report."""

    x: float
    y: float
    hue: int
    number: int | None
    href: str
    label: str


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """Many reports published at about one time."""

    x: float
    y: float
    height: float
    label: str


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """One time on the axis."""

    x: float
    text: str
    anchor: str


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The whole drawing."""

    width: int
    height: float
    axis: float
    left: float
    right: float
    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]  # in place of dots where the reports are many
    bar_width: int
    ticks: tuple[Tick, ...]
    event: tuple[float, float] | None  # x and width of the time the event is said to fill
    logarithmic: bool
    undated: int


def _scale(
    first: datetime, last: datetime, left: float
) -> tuple[Callable[[datetime], float], bool]:
    width, span = WIDTH - left - RIGHT, (last - first).total_seconds() / 60
    long = last - first > LONG

    def x(time: datetime) -> float:
        minutes = min(max(0.0, (time - first).total_seconds() / 60), span)
        if not span:
            share = 0.5
        elif long:
            share = math.log1p(minutes / 5) / math.log1p(span / 5)
        else:
            share = minutes / span
        return round(left + share * width, 1)

    return x, long


def _elapsed(minutes: int) -> str:
    if minutes < 60:
        return f"+{minutes} min"
    return f"+{minutes // 60} h" if minutes < 1440 else f"+{minutes // 1440} d"


def _clock(time: datetime, day: bool) -> str:
    return f"{time.day} {time:%b %H:%M}" if day else f"{time:%H:%M}"


def _ticks(first: datetime, last: datetime, x: Callable[[datetime], float]) -> list[Tick]:
    span = (last - first).total_seconds() / 60
    ticks = [Tick(x=x(first), text=_clock(first, True), anchor="start")]
    if last - first > LONG:
        times = [(first + timedelta(minutes=m), _elapsed(m)) for m in _TICKS if m < span]
    else:
        every = next((m for m in (5, 10, 15, 30, 60, 120) if span / m <= 8), 120)
        start = first.replace(minute=0, second=0, microsecond=0)
        marks = (start + timedelta(minutes=every * n) for n in range(200))
        times = [(t, _clock(t, False)) for t in marks if first < t < last]
    end = Tick(x=x(last), text=_clock(last, first.date() != last.date()), anchor="end")
    for time, text in times:
        if x(time) - ticks[-1].x > (110 if len(ticks) == 1 else 64) and end.x - x(time) > 84:
            ticks.append(Tick(x=x(time), text=text, anchor="middle"))
    return [*ticks, end] if last > first else ticks


def _dots(
    documents: list[tuple[datetime, Document]],
    x: Callable[[datetime], float],
    marks: dict[str, tuple[Mark, ...]],
) -> list[Dot]:
    tops: list[tuple[float, int]] = []  # x and height of dots already there
    dots = []
    for time, document in documents:
        here = x(time)
        taken = {level for there, level in tops if abs(there - here) < STEP}
        level = next((n for n in range(TALLEST) if n not in taken), 0)
        tops = [*tops[-60:], (here, level)]
        mark = next(iter(marks.get(document.id, ())), None)
        dots.append(
            Dot(
                x=here,
                y=level * STEP,
                hue=mark.hue if mark else 0,
                number=mark.number if mark else None,
                href=report_href(document.id),
                label=f"{document.source}, {words.moment(document.published)}",
            )
        )
    return dots


def _bars(times: list[datetime], x: Callable[[datetime], float]) -> list[Bar]:
    """Return the reports counted in stretches of the axis, the fullest the tallest."""
    counts = Counter(int((x(time) - LEFT) // BAR) for time in times)
    most = max(counts.values())
    return [
        Bar(
            x=LEFT + place * BAR,
            y=round(-BARS_TALL * counts[place] / most, 1),
            height=round(BARS_TALL * counts[place] / most, 1),
            label=words.counted(counts[place], "report"),
        )
        for place in sorted(counts)
    ]


def timeline(lookup: Lookup, incident: Incident) -> Timeline | None:
    """Return the drawing; None where no report has a time."""
    known = [lookup.documents[r] for r in incident.reports if r in lookup.documents]
    dated = sorted(
        ((d.published, d) for d in known if d.published), key=lambda pair: (pair[0], pair[1].id)
    )
    if not dated:
        return None
    first, last = dated[0][0], dated[-1][0]
    when = incident.when
    before = EARLIER if when and when.earliest < first else 0
    x, long = _scale(first, last, LEFT + before)
    many = len(dated) > MOST
    dots = [] if many else _dots(dated, x, marks_of_reports(incident))
    bars = _bars([time for time, _ in dated], x) if many else []
    axis = TOP + (BARS_TALL if many else max(d.y for d in dots)) + STEP
    event = None
    if when and (before or when.latest >= first) and when.earliest <= last:
        start = LEFT if before else x(when.earliest)
        event = (start, max(2.0, round(x(when.latest) - start, 1)))
    return Timeline(
        width=WIDTH,
        height=axis + 24,
        axis=axis,
        left=LEFT,
        right=WIDTH - RIGHT,
        dots=tuple(msgspec.structs.replace(d, y=round(axis - 12 - d.y, 1)) for d in dots),
        bars=tuple(msgspec.structs.replace(b, y=round(axis + b.y, 1)) for b in bars),
        bar_width=BAR - 1,
        ticks=tuple(_ticks(first, last, x)),
        event=event,
        logarithmic=long,
        undated=len(known) - len(dated),
    )
