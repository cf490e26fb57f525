"""Records in English words: values, times, grades, ways of knowing."""

from datetime import datetime
from urllib.parse import urlsplit

from reportedly.export import words as plain
from reportedly.model import (
    Basis,
    Credibility,
    Document,
    How,
    Label,
    Place,
    Reliability,
    Stance,
    Value,
)

SLOTS = {
    "type": "What happened",
    "place": "Where",
    "time": "When",
    "cause": "Cause",
    "actor": "Done by",
    "weapon": "Weapon",
    "target": "What was hit",
    "killed": "Killed",
    "injured": "Injured",
    "missing": "Missing",
    "detained": "Detained",
    "launched": "Launched",
    "downed": "Shot down",
    "area": "Area affected",
    "damage": "Damage",
    "measure": "Measures taken",
    "position": "Official position",
}
RELIABILITY = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "reliability unknown",
}
CREDIBILITY = {
    Credibility.CONFIRMED: "confirmed by independent origins",
    Credibility.PROBABLE: "probably true, not confirmed",
    Credibility.POSSIBLE: "possibly true, not confirmed",
    Credibility.DOUBTFUL: "doubtful, not confirmed",
    Credibility.IMPROBABLE: "improbable, contradicted",
    Credibility.UNKNOWN: "truth cannot be judged",
}
BANDS = {  # ICD 203: each term stands for a range
    "almost no chance": "01–05 %",
    "very unlikely": "05–20 %",
    "unlikely": "20–45 %",
    "roughly even chance": "45–55 %",
    "likely": "55–80 %",
    "very likely": "80–95 %",
    "almost certain": "95–99 %",
}
BASIS = {
    Basis.OFFICIAL: "official",
    Basis.NAMED: "named source",
    Basis.ANONYMOUS: "anonymous source",
    Basis.EYEWITNESS: "eyewitness",
    Basis.FOOTAGE: "footage",
    Basis.MEDIA: "other media",
    Basis.UNSTATED: "basis not stated",
}
STANCE = {
    Stance.ASSERTS: "asserts",
    Stance.HEDGES: "hedges",
    Stance.ASKS: "asks",
    Stance.DENIES: "denies",
    Stance.DECLINES: "declines to say",
}
TOOK = {  # a report ... another
    How.FORWARD: "forwards",
    How.COPY: "copies",
    How.REWRITE: "rewrites",
    How.TRANSLATION: "translates",
    How.CITES: "cites",
    How.UPDATE: "updates",
    How.SAME_MEDIA: "carries the picture of",
    How.SAME_STATEMENT: "quotes the same statement as",
}
LANGUAGES = {"en": "English", "ru": "Russian", "uk": "Ukrainian", "und": "unknown language"}


counted = plain.counted


def moment(time: datetime | None) -> str:
    """Return a time to the minute, zone named."""
    return f"{time:%Y-%m-%d %H:%M} UTC" if time else "time not given"


def exactness(where: Place) -> str:
    """Return a place with how exactly it is known."""
    if where.kind in ("region", "country", "area"):
        return f"{where.name} ({where.kind}, no point given)"
    return f"{where.name}, within {where.radius_km:g} km"


def label(word: str) -> str:
    """Return a closed-list word for reading.

    >>> label("air_defence")
    'Air defence'
    """
    text = word.replace("_", " ")
    return text[:1].upper() + text[1:]


def value(what: Value) -> str:
    """Return any value in words."""
    return label(what.value) if isinstance(what, Label) else plain.value_words(what)


def slot(name: str) -> str:
    """Return the question a slot asks."""
    return SLOTS.get(name, label(name))


def sentence(text: str) -> str:
    """Return a reason as a sentence of its own.

    >>> sentence("these 3 are one origin")
    'These 3 are one origin.'
    """
    text = text.strip()
    stop = "" if text.endswith((".", "!", "?", "…", "”", "»")) or not text else "."
    return text[:1].upper() + text[1:] + stop


def signed(bits: float) -> str:
    """Return bits with their sign, a true minus, two decimals."""
    return f"{bits:+.2f}".replace("-", "−")


def headline(document: Document, width: int = 110) -> str:
    """Return the title of a report or its first line, cut at a word."""
    first = document.title or next((t for t in document.text.splitlines() if t.strip()), "")
    if not first:
        carried = ", ".join(media.kind for media in document.media)
        return f"(no words, only {carried})" if carried else "(no words)"
    return cut(" ".join(first.split()), width)


def cut(text: str, width: int) -> str:
    """Return at most `width` characters, cut at a word where one ends in the last third."""
    if len(text) <= width:
        return text
    head = text[: width - 1]
    space = head.rfind(" ", width * 2 // 3)
    return head[: space if space > 0 else None].rstrip() + "…"


def web_url(url: str | None) -> str | None:
    """Return `url` where it is plainly http or https, else None: nothing else is a link."""
    if not url or any(c.isspace() or not c.isprintable() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def lang_of(document: Document) -> str | None:
    """Return the language tag for HTML, None where it is not known."""
    return None if document.lang == "und" else document.lang
