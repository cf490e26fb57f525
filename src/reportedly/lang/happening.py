"""How a language says what happened, where, when and to how many, loaded from its TOML."""

import re
from functools import cache
from importlib.resources import files

import msgspec

LANGUAGES = ("en", "ru", "uk")
_PAST = re.compile(r"(\w{2,}[аеиоуыэюя])л\*")  # of Russian verbs: "угнал*", "сбил*"


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that answer `slot` with `value`.

    A phrase is words apart by blanks; `word*` is any word that begins so, `..` stands for up
    to four words between, `a|b` is either of two. `words` tell of a happening by themselves,
    `hints` only beside another sign; neither does where it overlaps one of `never`: "no
    evacuation", "opened fire".
    `find` and `skip` are sentences that must and must not be taken so.
    """

    slot: str
    value: str
    words: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    find: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


class Fate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell what became of the people or things that a number counts.

    `one` are verbs in the singular that need no number: somebody was hurt. `units` are kinds
    of unit the slot can count. `none` are set phrases for nobody at all, `spared` for
    nobody of some: "the driver was not hurt". `among` are those of `words` that tell of a part
    only: of the hurt, some are in hospital. Behind one of `doers` stands who did it, not
    counted: "destroyed by a drone". What `yields` is told only where nothing else
    counts the dead or the hurt. The slot "-" is of what else is done with people: "evacuated",
    "at work there"; these are not counted.
    """

    slot: str
    words: tuple[str, ...]
    one: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    yields: bool = False
    units: tuple[str, ...] = ()
    find: dict[str, str] = {}  # sentence -> "low best high", "-" where open
    skip: tuple[str, ...] = ()


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for days and hours; hours are local, `24` is the midnight that ends the day."""

    months: tuple[tuple[str, ...], ...]  # twelve, beginnings of words
    weekdays: tuple[tuple[str, ...], ...]  # Monday first, beginnings, or "whole words."
    parts: dict[str, tuple[int, int]]  # phrase -> from hour to hour of the day itself
    days: dict[str, int]  # phrase -> days from the day of publication
    spans: dict[str, tuple[int, int, int]]  # phrase -> days from publication, hours from, to
    night_to: tuple[str, ...]  # "в ночь на": the night that ends on the day that follows
    zones: dict[str, str]  # phrase -> "Moscow", "Kyiv", "UTC"
    zone: str  # where the text names none
    about: tuple[str, ...]  # "около" before a clock time
    morning: tuple[str, ...]  # "утра": the hour before it is before noon
    evening: tuple[str, ...]
    stamps: tuple[str, ...]  # "published": the date behind it is that of the text
    ago: dict[str, int]  # phrase after a number -> minutes
    year: tuple[str, ...]  # word after or before the number of a year
    earlier: tuple[str, ...]  # "ранее": what follows is background
    feasts: dict[str, tuple[int, int]] = {}  # phrase -> month, day
    lengths: bool = False  # "1:27" that opens a sentence is how long a recording runs
    find: dict[str, str] = {}  # sentence -> "earliest latest", published 2024-05-15T12:00Z


class Whereabouts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around names of places."""

    at: tuple[str, ...]  # prepositions of place
    passed: tuple[str, ...]  # words between a preposition and its place: "the"
    near: tuple[str, ...]  # phrases that widen the place
    belongs: tuple[str, ...]  # words right after a place that tie it: "Toledo police"
    kinds: dict[str, str]  # "город" -> settlement, "область" -> region: stands before or after
    streets: dict[str, tuple[str, str]]  # beginning -> nominative, gender: a part of a town;
    # "same" for the gender of nouns whose name stands in their own case: "реке Уфе"
    landmarks: dict[str, tuple[str, str]]  # the same, named by an adjective before only
    fronts: dict[str, str]  # landmark that stands for a region -> noun of the region
    venues: dict[str, str]  # beginning -> nominative: before a quoted name
    demonyms: dict[str, str]  # beginning of an adjective -> country: "по украинской ..."
    regional: dict[str, str]  # beginning of an adjective -> region: "in a Crimean village"
    districts: dict[str, str]  # form -> nominative: a named part of a region
    several_districts: dict[str, str]  # plural form -> nominative: behind a list of them
    heading: tuple[str, ...]  # beginnings of words before "at": where it flew, maybe no scene
    leaving: tuple[str, ...]  # words before "from", beginnings but in English: no scene
    out_of: tuple[str, ...]  # "from"
    off: tuple[str, ...]  # the same before one of `lands` or `sides` only
    launching: tuple[str, ...]  # beginnings of verbs and nouns before "from": no scene
    striking: tuple[str, ...]  # the same, only with one of `lands` in between
    lands: tuple[str, ...]  # beginnings of words between "from" and a place: "territory of"
    sides: tuple[str, ...]  # the same, whatever the verb: "from the side of"
    aside: tuple[str, ...]  # beginnings of nouns a place describes that are not at the scene
    offices: tuple[str, ...]  # beginnings of nouns whose seat is not the scene
    wards: tuple[str, ...]  # the same, where nothing struck them: a hospital, a jail
    treated: tuple[str, ...]  # beginnings of words for those who are in wards
    brought: tuple[str, ...]  # verbs before "to": where the hurt are brought is not the scene
    governing: tuple[str, ...]  # beginnings of words before a place that is not the scene
    acting: tuple[str, ...]  # beginnings of nouns whose country acts or speaks: an army
    capitals: tuple[str, ...]  # beginnings of words before a country and its capital
    promoting: tuple[str, ...]  # phrases that open a line which tells nothing: "subscribe"
    whole: tuple[str, ...]  # beginnings of words between a district's name and its noun
    houses: tuple[str, ...]  # beginnings of nouns that a town's adjective puts in that town
    sites: tuple[str, ...]  # beginnings of nouns that an adjective of a town describes
    not_of_town: tuple[
        str, ...
    ]  # beginnings of adjectives and sites not called after their town
    residents: tuple[str, ...]  # beginnings of nouns of those who live where it happened
    struck: tuple[str, ...]  # beginnings of verbs whose object is where it happened
    not_places: tuple[str, ...]  # capitalised words that are no place
    persons: tuple[str, ...]  # beginnings of words before a person's name
    short: tuple[str, ...]  # names of states cut short, with a dot
    blocks: tuple[str, ...]  # before a street that goes without its noun: "block of"
    heads: tuple[str, ...]  # right behind a town's name they make it another one: "Island"
    befell: tuple[str, ...] = ()  # beginnings of words before "at": what befell a house
    beside: tuple[str, ...] = ()  # words between which and a house stands no speaker: "outside"
    hurt: tuple[str, ...] = ()  # beginnings of words for whom hospitals take in
    living: tuple[str, ...] = ()  # verbs before "in": where somebody lives is no scene
    given: tuple[str, ...] = ()  # beginnings of given names that no dictionary has
    quarters: tuple[str, ...] = ()  # right behind a name: it is part of a town
    nicknames: dict[str, str] = {}  # "philly" -> the great town that is called so
    citizens: dict[str, str] = {}  # beginning of a noun -> town: "Londoner"
    railways: tuple[str, ...] = ()  # beginnings of words beside which no front is meant
    people: tuple[str, ...] = ()  # beginnings of nouns whose adjective is their town's
    endings: dict[str, tuple[str, ...]] = {}  # of a case -> of the nominative; "" a bare stem
    find: dict[str, str] = {}  # sentence -> name of its place
    skip: tuple[str, ...] = ()


class Area(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for the extent of a fire or of damage."""

    units: dict[str, float]  # phrase after a number -> square metres
    short: tuple[str, ...]  # words written with a stop: "кв."
    halves: dict[str, float]  # words that are no whole number: "полтора"
    reached: tuple[str, ...]  # before "to" or "до": what follows is no upper bound
    find: dict[str, str] = {}  # sentence -> "low best high" in square metres, "-" where open
    skip: tuple[str, ...] = ()


class Happening(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that one language knows about happenings."""

    kinds: tuple[Kind, ...]
    fates: tuple[Fate, ...]
    times: Times
    places: Whereabouts
    area: Area
    numbers: dict[str, int]  # every form of every number word
    stops: tuple[str, ...]  # words that never stand between a number and what it counts
    doing: tuple[str, ...]  # fates that their doer may stand before: "a man shot ..."
    objects: tuple[str, ...]  # words that begin whom it was done to: "... his wife"
    selves: tuple[str, ...]  # "himself": the doer has the fate, too
    arrived: tuple[str, ...]  # beginnings of verbs of what got through: "one hit a school"
    deaths: dict[str, int]  # phrases that tell by themselves how many died: "murder-suicide"
    pronouns: tuple[str, ...]  # for one person: "he died"
    definite: tuple[str, ...]  # before a number: some that were told of before
    collective: tuple[str, ...]  # beginnings of numbers that count people only: "трое"
    refers: tuple[str, ...]  # "the shooting happened": of the happening told of before
    continuing: tuple[str, ...]  # what goes on about something seen: "more footage", "is out"
    resuming: tuple[str, ...]  # ... and tells that it is nothing new: "footage of", "put out"
    updating: tuple[str, ...]  # what opens a report that brings an earlier one up to date
    sweeping: tuple[str, ...]  # words of an attack on many places of a country at once
    again: tuple[str, ...]  # words of another happening than the one told of before
    remote: tuple[str, ...]  # "years ago": what it opens is no news, whatever the day
    marked: tuple[str, ...]  # "anniversary of": what is marked is no news
    relative: tuple[str, ...]  # what opens a clause put into another: ", which flew to A,"
    groups: dict[str, int]  # "десятки": a number that stands for at least so many
    units: dict[str, tuple[str, ...]]  # "persons", "drones": beginnings, or "whole words."
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    more_than: tuple[str, ...]
    between: tuple[str, ...]  # "от" of "от двух до пяти"
    grew: tuple[str, ...]  # beginnings of verbs: in "выросло до 14" the 14 is no upper bound
    not_counted: tuple[
        str, ...
    ]  # beginnings of units that are never people or arms: "лет", or "whole words."
    totals: tuple[str, ...]  # "число": the number after a verb of growing is its value
    altogether: tuple[str, ...]  # "in all": the number in its clause is no single place's
    unsaid: tuple[str, ...]  # "информаци*": before "пострадавших нет" it says nothing of them
    part: tuple[str, ...]  # "в том числе": the number counts a part of what came before
    staying: tuple[str, ...]  # "remain in hospital": those who do are not all the hurt
    asked: tuple[str, ...]  # "сколько": what follows is asked, not told
    more: tuple[str, ...]  # words before a number that adds to another: "ещё двое"
    calls: tuple[str, ...]  # numbers people call for help: they count nobody
    agents: tuple[str, ...]  # before who did it: "by"
    several: tuple[str, ...]  # nouns that stand for more than one without an ending for it
    wide: dict[str, str]  # phrases that make a count one over more than the place -> its scope
    period: dict[str, str]  # phrases that make a count one over a longer time -> its scope
    owning: tuple[str, ...]  # "claimed responsibility": who says this says who did it
    unreal: tuple[str, ...]  # plans, threats, conditions: nothing happened
    drills: tuple[str, ...]  # tests of sirens and the like: no alert either
    after_all: tuple[str, ...]  # words before a happening that make it one: "after the strike"
    aftermath: tuple[str, ...]  # what follows weeks later: its day is not the happening's
    saying: tuple[str, ...]  # verbs whose day, told beside them, is that of the word
    hedges: dict[str, str]  # phrase -> certainty
    false: tuple[str, ...]  # "reports of a blast are false": what their clause tells is denied
    began: tuple[str, ...]  # "the storm began on Monday": what is told of lasts since then
    turns: tuple[str, ...]  # words that begin a sentence about another happening: "meanwhile"
    absent: tuple[str, ...]  # behind a happening they say there was none: "не было"
    none: tuple[str, ...]  # ... right before it: "no explosion"
    background: tuple[str, ...]  # words of politics and economy
    money: tuple[str, ...]  # words of sums: economy, too, where nothing is stolen
    ordinals: dict[str, int] = {}  # "third": who dies third makes three dead
    dying: tuple[str, ...] = ()  # verbs before which an ordinal says so: "a third man died"


@cache
def happening(language: str) -> Happening:
    """Return what `language` ("en", "ru" or "uk") knows; KeyError for another one."""
    if language not in LANGUAGES:
        raise KeyError(language)
    raw = files(__package__).joinpath(language, "happening.toml").read_bytes()
    known = msgspec.toml.decode(raw, type=Happening)
    if language != "ru":
        return known
    return msgspec.structs.replace(known, kinds=tuple(map(_with_participles, known.kinds)))


def _with_participles(kind: Kind) -> Kind:
    """Return a kind whose verbs are told by their participle, too: "угнал*", "угнавший"."""

    def forms(phrases: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_PAST.sub(r"\1л*|\1вш*", phrase) for phrase in phrases)

    return msgspec.structs.replace(kind, words=forms(kind.words), never=forms(kind.never))
