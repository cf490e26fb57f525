"""The outlet that was told, and the publisher who tells of itself."""

import re
from functools import cache

from reportedly.lang.register import generic

from . import nominal, persons
from .lexicon import lexicon
from .placing import Placed, Read
from .view import View

_US = frozenset({("нам",), ("us",)})
_OWN = ("свое", "свої")  # "in his channel": nobody was told
_ON = re.compile(r"^(?:on|in|в|у)\s+", re.I)
_VENUE = re.compile(
    r"^(?:в|у|во)\s+(?:прямом |прямому )?(?:эфире|ефірі|интервью|інтерв'ю)\s+", re.I
)


def told_outlet(read: Read, item: Placed, publisher: str) -> str:
    """Return the outlet that was told, in the nominative; "" where it is no outlet."""
    if item.told is None:
        return ""
    raw, venues = _VENUE.subn("", read.text[item.told[0] : item.told[1]])
    raw = _ON.sub("", raw)
    view, lex = View(raw), lexicon(item.lang)
    words = view.words
    if lex.phrase("platforms", view, 0, len(words)) == len(words) or any(
        word.startswith(_OWN) for word in words
    ):
        return ""
    if publisher and (_naming(publisher).search(raw) or words in _US):
        return publisher
    quoted = (raw if venues else read.text[item.told[0] - 1 :])[:1] in {"«", '"', "“"}
    if len(words) > 6 or not (quoted or nominal.kind(item.lang, words) == "media"):
        return ""
    if lex.phrase("readers", view, 0, len(words)) == len(words):
        return ""
    name = persons.shown(
        raw.strip('«»"“”'), item.lang, "gent" if venues else "datv", False, True
    )
    return "" if generic(name) else name


def without(raw: str, publisher: str) -> tuple[str, str]:
    """Part the publisher's name from a source: its "source of SHOT" told SHOT."""
    found = _naming(publisher).search(raw) if publisher else None
    if found is None:
        return raw, ""
    rest = (raw[: found.start()] + raw[found.end() :]).strip(" «»\"'@—-")
    return (rest, publisher) if found.start() > 0 or not rest else (raw, "")


@cache
def _naming(publisher: str) -> re.Pattern[str]:
    """Return what finds a publisher's name as a word of its own, in any of its cases."""
    ending = r"\w{0,2}" if len(publisher) > 2 else ""
    return re.compile(rf"(?<!\w){re.escape(publisher)}{ending}(?!\w)", re.IGNORECASE)
