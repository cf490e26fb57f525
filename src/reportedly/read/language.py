"""Which language a text is in."""

import re
from collections import Counter
from functools import cache
from importlib.resources import files

import msgspec

_NOISE = re.compile(r"https?://\S+|\bt\.me/\S+|\bwww\.\S+|[@#]\w+|\S+@\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_FEWEST = 4  # letters: below, no language can be told
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
def languages() -> Languages:
    """Return the table of languages, from the package's own data."""
    data = files(__package__).joinpath("languages.toml").read_bytes()
    return msgspec.toml.decode(data, type=Languages)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in languages().languages:
        for word in one.words.split():
            found[word] = (*found.get(word, ()), one.code)
    return found


@cache
def _script(letter: str) -> Script | None:
    return next((s for s in languages().scripts if s.first <= letter <= s.last), None)


@cache
def _of_script(name: str) -> tuple[Language, ...]:
    return tuple(one for one in languages().languages if one.script == name)


def language(text: str) -> str:
    """Return the ISO 639-1 code of the language most of `text` is in, or "und".

    By script first, then by letters only one language has and by its frequent words. Links,
    mentions and tags do not count; fewer than four letters tell nothing.

    >>> language("Над морем сбили беспилотники"), language("Уночі лунали вибухи")
    ('ru', 'uk')
    """
    text = _NOISE.sub(" ", text[:_LONGEST]).lower()
    words = _WORD.findall(text)
    letters: Counter[Script | None] = Counter()
    for word in words:
        letters[_script(word[0])] += len(word)
    if not letters or letters.total() < _FEWEST:
        return "und"
    script = max(letters, key=letters.__getitem__)
    if script is None:
        return "und"
    return script.language or _likeliest(script.name, text, words)


def _likeliest(script: str, text: str, words: list[str]) -> str:
    index = _words()
    said = Counter(code for word in words if word in index for code in index[word])
    best, most = "und", -1
    for one in _of_script(script):
        score = said[one.code] + sum(map(text.count, one.letters))
        score -= sum(map(text.count, one.lacks))
        if score > most:
            best, most = one.code, score
    return best


def code(given: object) -> str | None:
    """Return the language a file states as a lower-case code, or None where it states none.

    >>> code("uk-UA"), code("Russian"), code(7)
    ('uk', None, None)
    """
    if not isinstance(given, str):
        return None
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_\-]{1,20})?", given.strip())
    return match.group(1).lower() if match and match.group(1).lower() != "und" else None
