"""Which language a text is in."""

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

_NOISE = re.compile(r"(?:https?://|t\.me/|www\.)\S+|[@#]\w+")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_LETTERS = b"abcdefghijklmnopqrstuvwxyz"
_FEWEST = 4  # letters: below, no language can be told
_TELLING = 3  # letters of its own, and none against it: the words need not be asked
_LONGEST = 20_000  # characters looked at


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A range of letters, and the language that alone uses it, if one does."""

    name: str
    first: str
    last: str
    language: str | None = None


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells one language of a script from its neighbours."""

    code: str  # ISO 639-1
    script: str
    words: str  # frequent words of its own, blank between
    letters: str = ""  # speak for it
    lacks: str = ""  # speak against it
    find: tuple[str, ...] = ()  # sentences in it
    skip: tuple[str, ...] = ()  # sentences not in it, however like


class Languages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table; of equal languages the one named first is taken."""

    scripts: tuple[Script, ...]
    languages: tuple[Language, ...]


@cache
def table() -> Languages:
    """Return the table of languages, from the package's own data."""
    data = files(__package__).joinpath("languages.toml").read_bytes()
    return msgspec.toml.decode(data, type=Languages)


class _Signs(NamedTuple):
    """What speaks for (1) and against (-1) the languages of one script, by code."""

    codes: tuple[str, ...]
    letters: dict[str, dict[str, int]]
    words: dict[str, dict[str, int]]


@cache
def _signs(script: str) -> _Signs:
    here = [one for one in table().languages if one.script == script]
    letters: dict[str, dict[str, int]] = {}
    words: dict[str, dict[str, int]] = {}
    for one in here:
        for letter in one.letters:
            letters.setdefault(letter, {})[one.code] = 1
        for letter in one.lacks:
            letters.setdefault(letter, {})[one.code] = -1
        for word in one.words.split():
            words.setdefault(word, {})[one.code] = 1
    return _Signs(tuple(one.code for one in here), letters, words)


def language(text: str) -> str:
    """Return the ISO 639-1 code of the language most of `text` is in, or "und".

    By script first, then by letters only some languages have and by frequent words. Links,
    mentions and tags do not count; fewer than four letters tell nothing. Latin names are
    common in Cyrillic text, not the other way round: Latin needs twice as many letters.

    >>> language("Над морем сбили беспилотники"), language("Уночі лунали вибухи")
    ('ru', 'uk')
    """
    text = text[:_LONGEST].lower()
    ascii_only = text.encode("ascii", "ignore")
    latin = len(ascii_only) - len(ascii_only.translate(None, _LETTERS))
    cyrillic = text.encode("utf-16-le", "replace")[1::2].count(4)  # the block U+0400..U+04FF
    others = len(text) - len(ascii_only) - cyrillic  # signs, too
    if cyrillic * 2 > latin and cyrillic > others and cyrillic >= _FEWEST:
        return _likeliest("cyrillic", text)  # the common case, whatever links it has
    return _by_words(_NOISE.sub(" ", text))


def _by_words(text: str) -> str:
    letters: Counter[Script | None] = Counter()
    for word in _WORD.findall(text):
        for letter in word:
            letters[_script(letter)] += 1
    if letters.total() < _FEWEST:
        return "und"
    for script in letters:
        if script is not None and script.name == "latin":
            letters[script] //= 2
    most = max(letters, key=letters.__getitem__)
    if most is None:
        return "und"
    return most.language or _likeliest(most.name, text)


@cache
def _script(letter: str) -> Script | None:
    return next((s for s in table().scripts if s.first <= letter <= s.last), None)


def _likeliest(script: str, text: str) -> str:
    signs = _signs(script)
    scores = dict.fromkeys(signs.codes, 0)
    against: set[str] = set()
    for letter, votes in signs.letters.items():
        if letter in text:  # four times as fast as counting, and false for most
            times = text.count(letter)
            for one, vote in votes.items():
                scores[one] += vote * times
                if vote < 0:
                    against.add(one)
    best = max(scores, key=scores.__getitem__, default="und")  # the first of equals
    if best in against or scores.get(best, 0) < _TELLING:
        words = signs.words
        for word in _WORD.findall(text):
            if word in words:
                for one, vote in words[word].items():
                    scores[one] += vote
        best = max(scores, key=scores.__getitem__, default="und")
    return best if scores.get(best, -1) >= 0 else "und"


def code(given: object) -> str | None:
    """Return the language a file states as a lower-case code, or None where it states none.

    >>> code("uk-UA"), code("Russian"), code(7)
    ('uk', None, None)
    """
    if not isinstance(given, str):
        return None
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_\-]{1,20})?", given.strip())
    return match.group(1).lower() if match and match.group(1).lower() != "und" else None
