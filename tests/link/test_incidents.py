"""Which reports are of one incident: constructed accounts in three languages."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link import homes, incidents
from reportedly.link.incidents.compose import agreed_place, agreed_when
from reportedly.link.incidents.passing import passing
from reportedly.link.incidents.telling import tellings
from reportedly.model import (
    Account,
    Claim,
    Count,
    Derivation,
    Document,
    How,
    Independence,
    Label,
    Place,
    Reading,
    Span,
    When,
)

NIGHT = datetime(2026, 3, 1, 0, 0, tzinfo=UTC)


def town(name, lat, lon, region, entry):
    return Place(
        name=name,
        kind="settlement",
        lat=lat,
        lon=lon,
        radius_km=6.0,
        country="RU",
        region=region,
        gazetteer=entry,
    )


EAST = town("Востокоград", 45.0, 39.0, "R1", "1")
WEST = town("Западнинск", 47.3, 40.1, "R2", "2")
R1 = Place(
    name="Край",
    kind="region",
    lat=45.2,
    lon=39.3,
    radius_km=180.0,
    country="RU",
    region="R1",
    gazetteer="R1",
)


class Told:
    """Documents and readings in the making."""

    def __init__(self):
        self.documents, self.readings, self.steps = [], {}, []

    def report(self, key, text, *accounts, minute=0, source=None, lang="ru"):
        """Add a report; each account: (type, place, [claims], [when])."""
        document = Document(
            id=key,
            key=key,
            source=source or f"channel {key}",
            lang=lang,
            text=text,
            published=NIGHT + timedelta(minutes=minute),
            original="0" * 64,
            place="",
            read_by="test 1",
        )
        told, claimed = [], []
        piece = max(1, len(text) // max(1, len(accounts)))
        for number, (kind, place, *rest) in enumerate(accounts):
            span = Span(doc=key, start=number * piece, end=number * piece + piece)
            values = {"type": Label(value=kind), **(rest[0] if rest else {})}
            claims = [
                Claim(
                    id=f"{key} {number} {slot}", doc=key, slot=slot, value=value, spans=(span,)
                )
                for slot, value in values.items()
            ]
            claimed += claims
            told.append(
                Account(
                    id=f"{key} {number}",
                    doc=key,
                    type=kind,
                    place=place,
                    when=rest[1] if len(rest) > 1 else None,
                    spans=(span,),
                    claims=tuple(claim.id for claim in claims),
                    headline=number == 0,
                )
            )
        self.documents.append(document)
        self.readings[key] = Reading(accounts=tuple(told), claims=tuple(claimed))
        return self

    def taken(self, doc, parent, how):
        self.steps.append(
            Derivation(
                id=f"{doc} {parent}",
                doc=doc,
                parent=parent,
                voice=None,
                how=how,
                bits=20.0,
                because="made for the test",
            )
        )
        return self

    def groups(self, documents=None):
        found = incidents(documents or self.documents, self.readings, self.steps, ())
        return {frozenset(each.reports) for each in found}


def exactly(number, scope=None):
    return Count(low=number, best=number, high=number, scope=scope)


def hours(start, end):
    return When(earliest=NIGHT + timedelta(hours=start), latest=NIGHT + timedelta(hours=end))


def fire(key, minute, place=EAST, text="Горит склад шин на улице Портовой в Востокограде"):
    return {"key": key, "text": text, "minute": minute, "place": place}


def test_reports_of_one_fire_are_one_incident_and_another_town_is_not():
    told = Told()
    told.report("a", "В Востокограде горит склад шин на Портовой улице", ("fire", EAST))
    told.report("b", "Пожар на складе шин, Портовая перекрыта", ("fire", EAST), minute=25)
    told.report("c", "В Западнинске горит склад шин у вокзала", ("fire", WEST), minute=30)
    assert told.groups() == {frozenset("ab"), frozenset("c")}


def test_alike_words_do_not_join_the_same_kind_of_night_elsewhere():
    told = Told()
    for number, place in enumerate([EAST, WEST] * 4):
        text = f"Взрывы прогремели ночью, {place.name}, жители сообщают о работе ПВО"
        told.report(f"{number}", text, ("explosion", place), minute=number * 3)
    assert told.groups() == {frozenset("0246"), frozenset("1357")}


def test_a_chain_of_vague_reports_does_not_join_two_towns():
    told = Told()
    for number in range(4):
        told.report(f"e{number}", "Склад горит, Востокоград", ("fire", EAST), minute=number)
        told.report(f"w{number}", "Склад горит, Западнинск", ("fire", WEST), minute=number)
    told.report("v", "Горит склад", ("fire", None), minute=5)
    found = [group for group in told.groups() if len(group) > 1]
    assert all(len({name[0] for name in group} - {"v"}) == 1 for group in found)


def test_two_nights_with_one_formula_are_two_incidents():
    told = Told()
    text = "За ночь дежурные средства уничтожили беспилотники над Краем"
    nights = [("a", 8, 25), ("b", 9, 25), ("c", 32, 47), ("d", 33, 47)]
    for key, hour, number in nights:
        when = hours(hour - 10, hour)
        told.report(
            key, text, ("air_defence", R1, {"downed": exactly(number)}, when), minute=hour * 60
        )
    assert told.groups() == {frozenset("ab"), frozenset("cd")}


def test_a_regions_part_of_a_nightly_total_stays_its_own():
    told = Told()
    total = {"downed": exactly(47, scope="six regions")}
    told.report(
        "m", "За ночь сбито 47 дронов над шестью регионами", ("air_defence", None, total)
    )
    told.report(
        "g",
        "Над нашим краем сбиты 8 дронов, губернатор",
        ("air_defence", R1, {"downed": exactly(8)}),
        minute=40,
    )
    assert told.groups() == {frozenset("m"), frozenset("g")}


def blasts_and_a_part(*elsewhere):
    told = Told()
    for number, text in enumerate(("Взрывы над Востокоградом", "Востокоград: гремят взрывы")):
        told.report(f"e{number}", text, ("explosion", EAST), minute=number * 9)
    for key, place in elsewhere:
        told.report(key, f"Взрывы, {place.name}, работает ПВО", ("explosion", place), minute=20)
    part = {"downed": exactly(7)}
    told.report("m", "Сбиты 7 дронов над Краем, военные", ("air_defence", R1, part), minute=200)
    return told.groups()


def test_a_regions_part_is_of_the_one_town_told_of_that_night():
    assert blasts_and_a_part() == {frozenset({"e0", "e1", "m"})}
    second = town("Дальнегорск", 46.4, 39.9, "R1", "3")
    assert frozenset("m") in blasts_and_a_part(("n", second))


def test_a_total_and_its_parts_are_told_apart_in_one_report():
    country = Place(
        name="Страна", kind="country", lat=60.0, lon=90.0, radius_km=2300.0, country="RU"
    )
    told = Told()
    told.report(
        "m",
        "Сбиты 20 дронов: 7 над Краем, 13 над другим",
        ("air_defence", country, {"downed": exactly(20, "2 regions")}),
        ("air_defence", R1, {"downed": exactly(7)}),
    )
    assert len(incidents(told.documents, told.readings, (), ())) == 2


LAND = Place(
    name="Держава",
    kind="country",
    lat=50.0,
    lon=35.0,
    radius_km=900.0,
    country="RU",
    region=None,
    gazetteer="L",
)


def nationwide(gap, words="По энергетике страны нанесён массированный удар"):
    told = Told()
    struck = {"launched": exactly(90)}
    told.report("a", "Военные насчитали 90 ракет за ночь", ("missile_strike", LAND, struck))
    told.report("b", words, ("missile_strike", LAND, {}, hours(0, gap + 1)), minute=60 * gap)
    return told.groups()


@pytest.mark.parametrize(("gap", "one"), [(2, True), (10, True), (60, False)])
def test_a_night_has_one_attack_on_the_whole_country_however_it_is_worded(gap, one):
    assert (frozenset("ab") in nationwide(gap)) is one


def test_talk_of_strikes_on_a_country_is_not_of_its_night():
    told = Told()
    struck = {"launched": exactly(90)}
    told.report("a", "Военные насчитали 90 ракет за ночь", ("missile_strike", LAND, struck))
    told.report("b", "Посол рассуждает об ударах по стране", ("missile_strike", LAND), minute=9)
    assert told.groups() == {frozenset("a"), frozenset("b")}


def test_a_town_of_a_nationwide_attack_stays_its_own():
    told = Told()
    struck = {"launched": exactly(90)}
    text = "Массированный удар: 90 ракет, взрывы в Востокограде"
    told.report("a", text, ("missile_strike", LAND, struck), ("explosion", EAST))
    told.report("b", "Взрывы в Востокограде, местные жители", ("explosion", EAST), minute=5)
    told.report("c", "Страна под ударом 90 ракет", ("missile_strike", LAND, struck), minute=7)
    assert told.groups() == {frozenset("ab"), frozenset("ac")}


def test_a_post_without_a_place_is_where_its_channel_is():
    told = Told()
    told.report("a", "Взрывы в Востокограде", ("explosion", EAST))
    told.report("b", "Востокоград, взрывы над промзоной", ("explosion", EAST), minute=3)
    told.report("c", "Соседи, взрывы слышали?", ("explosion", None), minute=5, source="двор")
    told.report("d", "Востокоград, аэропорт цел", ("explosion", EAST), minute=90, source="двор")
    told.report("x", "Народ, громыхнуло", ("explosion", None), minute=6, source="другой двор")
    joined = next(group for group in told.groups() if "a" in group)
    assert "c" in joined
    assert "x" not in joined


def test_a_total_nobody_else_tells_is_at_home_where_its_part_is():
    told = Told()
    told.report("a", "Взрывы в Востокограде", ("explosion", EAST))
    told.report(
        "s",
        "Налёт на страну, сбито двадцать. Взрывы в Востокограде",
        ("air_defence", None, {"downed": exactly(20, "2 regions")}),
        ("explosion", EAST),
        minute=9,
    )
    found = incidents(told.documents, told.readings, (), ())
    accounts = [each for reading in told.readings.values() for each in reading.accounts]
    at = homes(found, accounts)
    assert at["a"] == at["s"]


def test_a_digest_touches_several_incidents_and_is_about_none():
    told = Told()
    told.report("a", "В Востокограде горит склад шин на Портовой", ("fire", EAST))
    told.report("b", "В Западнинске автобус съехал с путепровода", ("crash", WEST), minute=9)
    told.report(
        "s",
        "Востокоград: горит склад шин, Портовая. Западнинск: автобус съехал с путепровода",
        ("fire", EAST),
        ("crash", WEST),
        minute=50,
    )
    assert told.groups() == {frozenset("as"), frozenset("bs")}


def test_a_list_of_news_is_compared_by_what_it_says_of_the_incident():
    told = Told()
    talk = "Президент назвал поставки ракет ошибкой запада и пообещал ответить союзникам"
    told.report("l", f"Ракетный удар по Востокограду ночью. {talk}", ("missile_strike", EAST))
    for key, minute in (("x", 5), ("y", 9)):
        told.report(key, talk, minute=minute)
        told.taken(key, "l", How.REWRITE)
    account = msgspec.structs.replace(told.readings["l"].accounts[0], headline=False)
    span = msgspec.structs.replace(account.spans[0], start=0, end=35)
    account = msgspec.structs.replace(account, spans=(span,))
    told.readings["l"] = msgspec.structs.replace(told.readings["l"], accounts=(account,))
    assert told.groups() == {frozenset("l")}


def test_who_only_mentions_an_incident_is_no_further_origin_of_it():
    told = Told()
    told.report("a", "В Востокограде горит склад шин на Портовой", ("fire", EAST))
    told.report(
        "w",
        "Западнинск: автобус съехал с путепровода. Востокоград: горит склад шин, Портовая",
        ("crash", WEST),
        ("fire", EAST),
        minute=50,
    )
    found = incidents(told.documents, told.readings, told.steps, ())
    (burning,) = (each for each in found if each.type == "fire")
    assert set(burning.reports) == {"a", "w"}
    answers = {origin.first: origin.independence for origin in burning.origins}
    assert answers == {"a": Independence.INDEPENDENT, "w": Independence.NOT_ESTABLISHED}


def test_a_translation_joins_by_derivation_and_a_report_in_three_languages_is_one_incident():
    told = Told()
    told.report("ru", "В Востокограде прогремели взрывы", ("explosion", EAST))
    told.report("en", "Blasts heard overnight", ("explosion", None), minute=9, lang="en")
    told.report("uk", "У Востокограді лунали вибухи", ("explosion", EAST), minute=20, lang="uk")
    told.taken("en", "ru", How.TRANSLATION)
    assert told.groups() == {frozenset({"ru", "en", "uk"})}


def test_a_follow_up_without_an_account_joins_the_story_it_goes_on_with():
    told = Told()
    story = "Рухнул балкон ресторана «Причал» на Портовой улице Востокограда"
    told.report("a", story, ("accident", EAST))
    told.report("b", story + ", есть пострадавшие", ("accident", EAST), minute=12)
    told.report("c", "Директор ресторана «Причал» на Портовой улице задержан", minute=70)
    told.report("d", "Курс валют и погода на завтра", minute=75)
    assert told.groups() == {frozenset("abc")}


def test_one_report_is_an_incident_with_its_facts():
    told = Told()
    when = hours(-1, 2)
    told.report("a", "Взрыв в Востокограде", ("explosion", EAST, {"injured": exactly(2)}, when))
    (only,) = incidents(told.documents, told.readings, (), ())
    assert (only.type, only.place, only.reports) == ("explosion", EAST, ("a",))
    assert only.when.latest == NIGHT  # nobody reports what is still to come
    assert only.because == "One report tells of it."
    assert {question.slot for question in only.questions} == {"type", "injured"}
    assert homes((only,), told.readings["a"].accounts) == {"a": only.id}


def test_the_most_exact_place_that_the_reports_agree_on_is_shown():
    told = Told()
    text = "Взрыв на складе шин на Портовой"
    told.report("a", text, ("explosion", R1))
    told.report("b", text, ("explosion", EAST), minute=4)
    told.report("c", text, ("explosion", EAST), minute=8)
    (only,) = incidents(told.documents, told.readings, (), ())
    assert only.place == EAST
    assert "3 reports" in only.because


def test_a_suburb_that_one_report_names_is_no_more_exact_than_the_town_of_the_others():
    suburb = msgspec.structs.replace(EAST, name="Предместье", lat=45.1, radius_km=2.0)
    suburb = msgspec.structs.replace(suburb, gazetteer="3")
    told = Told()
    told.report("a", "Взрыв на складе шин", ("explosion", suburb))
    told.report("b", "Взрыв на складе шин", ("explosion", EAST), minute=4)
    told.report("c", "Хлопок на Портовой, горит склад", ("explosion", EAST), minute=8)
    leading = [text[0] for text in tellings(told.documents, told.readings)]
    assert agreed_place(leading) == EAST


def test_a_depot_that_one_report_names_barely_is_the_one_another_report_places():
    depot = {"kind": "area", "country": "RU", "name": "нефтебаза «Южная»"}
    barely = Place(lat=55.0, lon=60.0, radius_km=2300.0, **depot)
    placed = Place(lat=45.02, lon=39.03, radius_km=8.0, region="R1", **depot)
    told = Told()
    told.report("a", "Горит нефтебаза «Южная» у Востокограда", ("fire", placed))
    told.report(
        "b", "Нефтебаза «Южная» не задета, опровергли власти", ("fire", barely), minute=90
    )
    told.report("c", "Нефтебаза «Полевая» пылает с ночи", ("fire", WEST), minute=30)
    assert told.groups() == {frozenset("ab"), frozenset("c")}


def test_nothing_comes_of_nothing():
    assert incidents((), {}, (), ()) == ()


def sample():
    told = Told()
    for number in range(12):
        place = (EAST, WEST, R1, None)[number % 4]
        text = f"Сообщение {number}: взрыв и пожар, район порта {number % 3}"
        kind = ("explosion", "fire", "outage")[number % 3]
        told.report(f"{number:02}", text, (kind, place), minute=(number * 37) % 200)
    return told.taken("05", "01", How.COPY)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(12)))
def test_the_order_reports_come_in_does_not_matter(order):
    told = sample()
    shuffled = [told.documents[number] for number in order]
    assert incidents(shuffled, told.readings, told.steps, ()) == incidents(
        told.documents, told.readings, told.steps, ()
    )


@pytest.mark.parametrize("size", [1, 40])
def test_a_copy_is_of_its_originals_incident_and_leaves_the_rest_alone(size):
    told = sample()
    before = told.groups()
    for number in range(size):
        told.report(f"copy {number}", told.documents[0].text, ("explosion", EAST), minute=1)
        told.taken(f"copy {number}", "00", How.COPY)
    home = next(group for group in told.groups() if "00" in group)
    assert {f"copy {number}" for number in range(size)} <= home
    assert {group for group in before if "00" not in group} <= told.groups()


ELMTON = Place(
    name="Elmton",
    kind="settlement",
    lat=41.0,
    lon=-80.0,
    radius_km=8.0,
    country="US",
    region="US.OH",
    gazetteer="9",
)


def own_words(key):
    """Return words that only the text `key` has."""
    return [
        f"{key}{chr(97 + number // 26)}{chr(97 + number % 26)}tting" for number in range(220)
    ]


def article(told, key, lead, day, *more):
    """Tell at length of one person shot in Elmton, in words of its own beside the lead."""
    text = ". ".join([lead] * 3) + " " + " ".join(own_words(key)[:130])
    accounts = [("shooting", ELMTON), *more]
    return told.report(key, text, *accounts, minute=day * 1440, lang="en")


NAMED = "Joan Quillfeather of Larkspur Terrace, owner of the Wicket Bakery, was shot in her car"


def test_a_trial_months_later_is_of_the_shooting_whose_names_it_has():
    told = Told()
    article(told, "a", NAMED, 0)
    article(told, "b", "Trial opens: " + NAMED, 90)
    article(told, "c", "A 40-year-old was robbed and shot at a filling station", 1)
    assert frozenset("ab") in told.groups()


def test_people_of_other_ages_were_not_shot_in_one_shooting():
    told = Told()
    article(told, "a", "A 17-year-old was shot on Birch Street in the evening", 0)
    article(told, "b", "A 52-year-old was shot on Birch Street in the evening", 1)
    assert not any(len(group) > 1 for group in told.groups())


def test_a_line_that_a_site_puts_on_every_page_joins_nothing():
    told = Told()
    notice = "Your account has been verified; adjust cookie preferences in Blumenthal Viewer\n"
    for number, key in enumerate("abcd"):
        place = msgspec.structs.replace(
            ELMTON, name=f"Elmton {key}", gazetteer=key, lat=30.0 + 3 * number
        )
        text = f"{key}{key}{key} happened\n" + notice * 9 + " ".join(own_words(key))
        told.report(key, text, ("shooting", place), minute=number * 20_000, lang="en")
    assert all(len(group) == 1 for group in told.groups())


def test_what_an_article_tells_besides_does_not_part_its_main_account_from_its_incident():
    told = Told()
    earlier = (
        "shooting",
        msgspec.structs.replace(ELMTON, name="Farby", gazetteer="8", lat=35.0),
    )
    article(told, "a", NAMED, 0, earlier)
    article(told, "b", "Again: " + NAMED, 1, earlier)
    found = incidents(told.documents, told.readings, (), ())
    home = homes(found, [a for reading in told.readings.values() for a in reading.accounts])
    assert home["a"] == home["b"]


def test_in_a_case_of_one_day_the_day_speaks_for_nothing():
    told = Told()
    for number, key in enumerate("abcd"):
        told.report(key, " ".join(own_words(key)), ("other", None), minute=number * 30)
    assert all(len(group) == 1 for group in told.groups())


def test_somebody_told_of_it_first_even_if_all_did_in_passing():
    told = Told()
    voice = {"type": Label(value="explosion")}
    told.report("a", "Список: хлопки в городе", ("fire", WEST), ("explosion", EAST, voice))
    told.report("b", "Хлопки в городе, пишут люди в городе", ("explosion", EAST), minute=9)
    found = incidents(told.documents, told.readings, (), ())
    (blast,) = (each for each in found if each.type == "explosion")
    assert {"a", "b"} == set(blast.reports)
    independent = [o for o in blast.origins if o.independence is Independence.INDEPENDENT]
    assert [origin.first for origin in independent] == ["b"]


def test_reports_that_only_quote_each_other_are_made_no_origin():
    told = Told()
    told.report("a", "Хлопки в городе, пишет Б", ("explosion", EAST))
    told.report("b", "Хлопки в городе, пишет А", ("explosion", EAST), minute=9)
    (blast,) = incidents(told.documents, told.readings, (), ())
    circle = msgspec.structs.replace(
        blast.origins[0], independence=Independence.NOT_ESTABLISHED, because="they quote"
    )
    group = [text[0] for text in tellings(told.documents, told.readings)]
    assert passing((circle,), group) == (circle,)


def test_of_days_told_by_as_many_the_news_goes_before_the_background():
    claims = [
        Claim(id=str(day), doc="a", slot="time", value=hours(24 * day, 24 * day + 24), spans=())
        for day in (-20, -3, -1)
    ]
    assert agreed_when((), claims) == claims[1].value
    assert agreed_when((), claims[:1]) == claims[0].value
