"""How a language says who says so: cues, kinds of source, pronouns, loaded from its TOML."""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

LANGUAGES = ("en", "ru", "uk")

Join = Literal[
    "that", "about", "object", "quote", "after", "bare", "wide", "as", "tally", "topic"
]
Where = Literal["cue source content", "source cue content", "cue content"]


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that tell what somebody says, and what may stand between verb and content.

    `forms` are words, or stems with a paradigm: "сообщи/л". `joins` name what licenses the
    verb: "topic" what was told, before it, "that" a conjunction, "about" a preposition,
    "object" anything right behind it,
    "quote" quoted words, "after" content that came before it, "bare" content with neither
    mark nor conjunction (English), "wide" all of them behind a person who is told, "as"
    somebody quoted "as saying", "tally" a number or a cause.
    Example sentences mark [source], <cue> and {content}.
    """

    name: str
    forms: tuple[str, ...]
    joins: tuple[Join, ...]
    stance: str = "asserts"
    denied: str = "denies"  # the stance where the verb is negated
    positive: bool = True  # False: the content is held not to be so
    certainty: str = "certain"
    papers: bool = False  # an object only behind a source that is a paper or a survey
    find: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Set phrases that stand before the source ("according to") or without one."""

    name: str
    phrases: tuple[str, ...]
    source: bool = True  # False: nobody is named ("it is reported")
    clause: bool = False  # a clause that only a conjunction or comma may follow: "it is known"
    maybe: bool = False  # a source is named only where the next words are a known kind of it
    relay: bool = False  # it passes on what another voice in the sentence says ("citing")
    spoken: bool = False  # only what is known to speak is a source: no winds are cited
    earlier: bool = False  # what it passes on stands in the sentence before: "it credited X"
    possessive: bool = False  # the source stands inside the phrase: "по его словам"
    passive: bool = False  # the content is the subject before it: "first reported by"
    case: str = "gent"  # of the source
    stance: str = "asserts"
    basis: str = ""  # where the phrase itself tells it
    certainty: str = "certain"
    find: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


class Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that open a reported content: "speculation that", "заявление о том, что"."""

    name: str
    forms: tuple[str, ...]
    joins: tuple[Join, ...] = ("that",)
    stance: str = "asserts"
    certainty: str = "certain"
    find: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Beginnings of words ("минобор") or whole words ("мид.") that tell a kind of source."""

    basis: str
    stems: tuple[str, ...]
    unless_named: bool = (
        False  # a person's name behind such a word makes the source a named one
    )


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Small words by the job they do; each a list of lower-case words or phrases."""

    that: tuple[str, ...]  # conjunctions that open a content
    about: tuple[str, ...]  # prepositions that open a content
    negation: tuple[str, ...]
    auxiliary: tuple[str, ...]  # verbs and adverbs that belong to the cue
    lead: tuple[str, ...]  # words in front of a source that are no part of it
    prepositions: tuple[str, ...]  # that may stand before a body that speaks ("в МВД")
    tail: tuple[str, ...]  # words behind a source that end it
    conjunctions: tuple[str, ...]  # that begin another clause
    relative: tuple[str, ...]  # pronouns that point at the noun before them
    pronouns: tuple[str, ...]  # sources that stand for an earlier one
    plural: tuple[str, ...]  # those of them that stand for many
    feminine: tuple[str, ...]  # those of them that stand for a woman
    readers: tuple[str, ...]  # people told who are no voice ("reporters")
    own: tuple[str, ...]  # the publisher speaking of itself
    format: tuple[str, ...]  # tags like "video" that are no source
    states: tuple[str, ...]  # countries and capitals that stand for their governments
    platforms: tuple[str, ...]  # where people post themselves: nobody was told
    moments: tuple[str, ...]  # days and the like, which are nobody who speaks
    previous: tuple[str, ...]  # "about this": the content is the sentence before
    hedges: tuple[str, ...]  # words in a content that make its voice hedge
    declines: tuple[str, ...]  # words in a content by which its voice says nothing
    doubts: tuple[str, ...]  # words that lower certainty without that
    caveats: tuple[str, ...]
    generic: tuple[str, ...]  # sources that stand for the last of their kind: "the channel"
    told: tuple[str, ...] = ()  # words between a source and its verb that are no part of it
    likely: tuple[str, ...] = ()  # hedges of a voice that holds the content for likely
    bodies: tuple[str, ...] = ()  # those of them that stand for a body: "the ministry"
    idle: tuple[str, ...] = ()  # phrases that hold a verb of saying and tell nothing
    venues: tuple[str, ...] = ()  # beginnings of words for where something is said
    settings: tuple[str, ...] = ()  # nouns behind a preposition: "in the course"
    countries: tuple[str, ...] = ()  # beginnings of names of states: "in Austria they say"
    adverbial: tuple[str, ...] = ()  # prepositions that never stand before a speaker
    news: tuple[str, ...] = ()  # objects that open a sentence: "the reports of X, Y denied"
    details: tuple[str, ...] = ()  # objects that only point at what a headline has said
    papers: tuple[str, ...] = ()  # sources that are written or filmed: "poll", "video"
    posts: tuple[str, ...] = ()  # beginnings of nouns for a text whose author speaks in it
    places: tuple[str, ...] = ()  # names before a colon that are no source
    determiners: tuple[str, ...] = ()
    finite: tuple[str, ...] = ()  # words that show a clause has its verb (English)
    plain: tuple[str, ...] = ()  # verbs that any clause may follow (English)
    nounlike: tuple[str, ...] = ()  # verb forms that are as often nouns (English)
    subjects: tuple[str, ...] = ()  # words that open a clause as its subject (English)


class Saying(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All a language knows about attribution."""

    paradigms: dict[str, str]
    words: Words
    verb: tuple[Verb, ...]
    frame: tuple[Frame, ...]
    noun: tuple[Noun, ...]
    kind: tuple[Kind, ...]


def expanded(forms: tuple[str, ...], paradigms: dict[str, str]) -> tuple[str, ...]:
    """Return the words that `forms` stand for, in order; the ending "-" is the bare stem.

    >>> expanded(("сказа/л", "дал/а слово"), {"л": "л ла ли", "а": "а и"})
    ('сказал', 'сказала', 'сказали', 'дала слово', 'дали слово')
    """
    words: list[str] = []
    for form in forms:
        stem, slash, paradigm = form.partition("/")
        if not slash:
            words.append(stem)
            continue
        name, _, rest = paradigm.partition(" ")
        endings = [ending.strip("-") for ending in paradigms[name].split()]
        words += [f"{stem}{ending} {rest}".strip() for ending in endings]
    return tuple(dict.fromkeys(words))


@cache
def saying(lang: str) -> Saying:
    """Return what language `lang` ("en", "ru" or "uk") knows; KeyError for any other."""
    if lang not in LANGUAGES:
        raise KeyError(lang)
    raw = files("reportedly.lang").joinpath(lang, "saying.toml").read_bytes()
    return msgspec.toml.decode(raw, type=Saying)
