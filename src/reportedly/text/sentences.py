"""Sentences, as character ranges."""

import re
from collections.abc import Iterator
from functools import lru_cache

from razdel import sentenize

from .quotes import quotes

_LINE = re.compile(r"\|*(?:[^\n|]|\|(?!\|))+")  # two bars divide reports joined in one field
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Hon|St|ST|Ste|Mt|MT|Ft|FT|Spc|Cpl|Det|Jr|Sr|Prof|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|No|vs|Inc|Corp|Co|Ltd|Mass|Calif|Conn|Fla|Wis|"
    r"Ariz|Pa|Va|Ky|Tenn|Minn|Ill|Ind|Mich|Ore|Wash|кв|тыс|млн|млрд|им|ул|вул|обл|г|гг|р|н|пос|смт|див)"
    r"|(?<!\d )(?<!\d)\bм"  # "м. Суми" is a town, "5 м." a length
    r"|\b[A-Z](?:\.[A-Z])*)\.$"
)
_CLOCK = re.compile(r"\b[ap]\.m\.$")
_GOES_ON = re.compile(  # "around 2 a.m. Friday"
    r"\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[ECMP][SD]T\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b)"
)
_KEPT = 16  # texts remembered: one is asked for several times while it is read
_JOINED = 3000  # characters; quoted speech keeps a sentence together up to here


def _abbreviated(line: str, start: int, end: int) -> bool:
    """Tell whether the dot that ends `start..end` of a line is not that of a sentence."""
    if _CLOCK.search(line, max(start, end - 8), end):
        return _GOES_ON.match(line, end) is not None
    return _ABBREVIATION.search(line, max(start, end - 8), end) is not None


@lru_cache(maxsize=_KEPT)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return `(start, end)` of each sentence; a line end always ends one, blanks are trimmed.

    A quotation is not broken, nor is a sentence behind an abbreviation.

    >>> text = "Взрывы под Армавиром. Работает ПВО\\n\\n«Да. Мы тут», — сказал он"
    >>> [text[a:b] for a, b in sentences(text)]
    ['Взрывы под Армавиром.', 'Работает ПВО', '«Да. Мы тут», — сказал он']
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        held: tuple[int, int] | None = None
        quoted = [(q.inner_start, q.inner_end) for q in quotes(line.group())]
        for piece in sentenize(line.group()):
            if not piece.text.strip():
                continue
            begin, end = piece.start, piece.start + len(piece.text)
            if (
                held
                and (
                    any(a <= held[1] < b for a, b in quoted)
                    or _abbreviated(line.group(), *held)
                )
                and end - held[0] <= _JOINED
            ):
                held = held[0], end
                continue
            if held:
                yield line.start() + held[0], line.start() + held[1]
            held = begin, end
        if held:
            yield line.start() + held[0], line.start() + held[1]
