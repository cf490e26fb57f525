"""Documents to accounts and claims."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.attribution import attributions
from reportedly.extract.happening import tell
from reportedly.model import Account, Claim, Count, Document, Place, Stance, When
from reportedly.model.attribution import Attribution, Basis
from reportedly.model.span import Span

PUBLISHED = datetime(2024, 5, 15, 12, tzinfo=UTC)


def document(text: str, lang: str = "ru") -> Document:
    return Document(
        id="d",
        key="k",
        source="s",
        lang=lang,
        text=text,
        published=PUBLISHED,
        original="",
        place="",
        read_by="test",
    )


def told(text: str, lang: str = "ru") -> tuple[tuple[Account, ...], tuple[Claim, ...]]:
    return tell(document(text, lang), ())


@pytest.mark.parametrize(
    ("lang", "text", "kind", "place"),
    [
        ("ru", "Взрывы прогремели под Краснодаром", "explosion", "Краснодар"),
        ("ru", "Дроны атаковали Тулу, горит склад", "drone_attack", "Тула"),
        ("ru", "Ракетная опасность объявлена в Курской области", "alert", "Курская область"),
        ("uk", "У Харкові пролунали вибухи", "explosion", "Харків"),
        ("uk", "Росіяни обстріляли Нікополь з артилерії", "shelling", "Нікополь"),
        ("en", "A gunman opened fire in Springfield, Illinois", "shooting", "Springfield"),
        ("en", "A fire broke out at an oil depot in Toropets", "fire", "Торопец"),
    ],
)
def test_headline(lang: str, text: str, kind: str, place: str) -> None:
    (account,), _ = told(text, lang)
    assert account.headline
    assert account.type == kind
    assert account.place is not None
    assert account.place.name == place


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Госдума приняла закон о бюджете"),
        ("ru", "Министр пообещал, что заводы могут атаковать, если не усилить охрану"),
        ("ru", "Курс доллара вырос до ста рублей"),
        ("ru", "В Москве в выходные ожидается шторм, прогнозируется гололедица"),
        ("uk", "У Києві очікується шторм"),
        ("uk", "Верховна Рада ухвалила закон про бюджет"),
        ("en", "The senate passed a bill on trade"),
        ("de", "Explosion in Berlin"),
        ("en", ""),
    ],
)
def test_nothing_happened(lang: str, text: str) -> None:
    assert told(text, lang) == ((), ())


def test_digest_has_an_account_each_and_no_headline() -> None:
    accounts, _ = told(
        "Главное за день\n— Пожар в Туле\n— Взрыв газа в Казани\n— В Самаре ДТП\n"
    )
    assert [a.place.name for a in accounts if a.place] == ["Тула", "Казань", "Самара"]
    assert not any(account.headline for account in accounts)


def test_total_is_spread_over_regions() -> None:
    accounts, claims = told(
        "За ночь сбито 15 дронов: 9 – над Курской областью, 4 – над Тульской, 2 – над Брянской"
    )
    by_id = {claim.id: claim for claim in claims}
    found = {
        account.place.name: [
            (c.value.best, c.value.scope)
            for c in (by_id[i] for i in account.claims)
            if isinstance(c.value, Count)
        ]
        for account in accounts
        if account.place
    }
    assert found == {
        "Россия": [(15, "3 regions")],
        "Курская область": [(9, None)],
        "Тульская область": [(4, None)],
        "Брянская область": [(2, None)],
    }


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "ru",
            "За ночь сбито 15 дронов:\n— 9 над Курской областью;\n— 4 над Тульской областью;\n"
            "— 2 над Брянской областью.",
        ),
        (
            "en",
            "Overnight air defences shot down 15 drones:\n• 9 over Kursk Oblast\n"
            "• 4 over Tula Oblast\n• 2 over Bryansk Oblast",
        ),
        (
            "uk",
            "Уночі збито 15 дронів:\n- 9 над Київською областю\n- 4 над Сумською областю\n"
            "- 2 над Харківською областю",
        ),
    ],
)
def test_the_lines_of_a_list_are_parts_of_the_total_before_it(lang: str, text: str) -> None:
    accounts, claims = told(text, lang)
    by_id = {claim.id: claim.value for claim in claims}
    found = [
        (account.place and account.place.kind, count.best, count.scope)
        for account in accounts
        for count in (by_id[i] for i in account.claims)
        if isinstance(count, Count)
    ]
    assert found == [
        ("country", 15, "3 regions"),
        ("region", 9, None),
        ("region", 4, None),
        ("region", 2, None),
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Над территорией Курской области сбиты 9 дронов."),
        ("ru", "На территории Курской области в результате атаки погибли двое."),
        ("uk", "Над Курською областю збили 9 дронів."),
        ("en", "Nine drones were shot down over the Kursk region."),
    ],
)
def test_a_count_over_one_region_is_not_over_several(lang: str, text: str) -> None:
    _, claims = told(text, lang)
    assert {c.value.scope for c in claims if isinstance(c.value, Count)} == {None}


def test_a_list_that_adds_up_to_the_total_before_it_spreads_it() -> None:
    text = (
        "За ночь сбиты 15 дронов, сообщили в Минобороны РФ. По его данным, девять дронов - над "
        "Курской областью, четыре - над Орловской, два - над Брянской."
    )
    accounts, claims = told(text)
    counts = {(c.value.best, c.value.scope) for c in claims if isinstance(c.value, Count)}
    assert counts == {(15, "3 regions"), (9, None), (4, None), (2, None)}
    of = next(a for a in accounts if a.place and a.place.kind == "country")
    (country,) = [c for c in claims if c.id in of.claims and isinstance(c.value, Place)]
    shown = text[country.spans[0].start : country.spans[0].end]
    assert shown.startswith("Курской")  # the list, not the ministry's name
    assert shown.endswith("Брянской")


def test_of_them_goes_on_with_the_total_of_the_sentence_before() -> None:
    _, claims = told("За ночь сбиты 15 дронов. Девять из них — над Курской областью.")
    counts = {(c.value.best, c.value.scope) for c in claims if isinstance(c.value, Count)}
    assert counts == {(15, "in all"), (9, None)}


def test_the_regions_of_a_total_are_no_share_of_it() -> None:
    _, claims = told("Удалось сбить 76 дронов в 16 областях Украины, в том числе Киевской")
    assert 16 not in {c.value.best for c in claims if isinstance(c.value, Count)}


def test_a_list_of_other_news_is_not_joined_to_a_total() -> None:
    accounts, _ = told("Сбит дрон:\n— Пожар в Туле\n— Взрыв газа в Казани\n— В Самаре ДТП\n")
    assert [a.place.name for a in accounts if a.place] == ["Тула", "Казань", "Самара"]


def test_earlier_times_are_their_own_account() -> None:
    accounts, _ = told("Взрыв в Энгельсе. 14 мая 2023 года там сгорел склад, погибли трое")
    assert len(accounts) == 2
    assert accounts[1].when is not None
    assert accounts[1].when.latest < datetime(2023, 5, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "A boy was shot in Tulsa. The shooting happened on Saturday, May 4.", 4),
        ("en", "A man was shot in Tulsa.\n\nPolice said Monday that it happened May 4.", 4),
        ("ru", "В Туле ранен водитель. Инцидент произошёл 4 мая.", 4),
        ("uk", "У Полтаві поранено водія. Інцидент стався 4 травня.", 4),
    ],
)
def test_the_day_told_afterwards_is_that_of_the_news(lang: str, text: str, day: int) -> None:
    (account,), _ = told(text, lang)
    assert account.when is not None
    assert account.when.earliest.day == day - (lang != "en")  # midnight there, not in UTC


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "A man was shot.\n\nTULSA, Okla. -- Police have no suspect.", "Tulsa"),
        ("en", "TULSA, Okla. -- A man was shot in Broken Arrow.", "Broken Arrow"),
        (
            "en",
            "TULSA, Okla. -- Ann Auburn, 40, was shot. At Auburn's home none was hurt.",
            "Tulsa",
        ),
        ("en", "A man was shot on Denver Street in Tulsa.", "Tulsa"),
        ("en", "A man was shot in Tulsa. Tom Lee, 25, of Denver, is wanted.", "Tulsa"),
        ("ru", "МОСКВА, 15 мая — Взрыв прогремел в Брянске.", "Брянск"),
        ("uk", "КИЇВ, 15 травня — Вибух пролунав у Полтаві.", "Полтава"),
    ],
)
def test_a_dateline_is_the_scene_where_no_other_is_told(
    lang: str, text: str, place: str
) -> None:
    (account, *_), _ = told(text, lang)
    assert account.place is not None
    assert account.place.name == place


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Five people were shot in Tulsa on Monday, two fatally.", [3]),
        ("Five people were shot in Tulsa on Monday. Two were killed and three hurt.", [3]),
        ("Four people were shot in Tulsa on Monday.", [4]),
        # Who is singled out is one of them.
        ("Four people were shot in Tulsa on Monday. One woman was badly wounded.", [4]),
        ("A woman was wounded in Tulsa on Monday. Four people were shot last week.", [1]),
        # "Others" are beside whom the report has told of.
        ("A man died in Tulsa on Monday after he and two others were shot.", [2]),
        ("She and three others were shot in Tulsa on Monday.", [4]),
        # Those with wounds may be among the dead; who will live is none of them.
        ("All five were found dead in Tulsa on Monday. All five had gunshot wounds.", []),
        ("A man, 30, was killed in Tulsa. The clerk, 44, was grazed by a bullet.", [1]),
        # Who did it, or is looked for, is not hurt.
        ("A man was wounded in Tulsa by two gunmen. Police are seeking three suspects.", [1]),
        ("One person was wounded outside a 7-Eleven in Tulsa.", [1]),
        ("A boy was shot in Tulsa on Monday. He was taken to a hospital, where he died.", []),
    ],
)
def test_who_is_shot_is_hurt_or_dead(text: str, injured: list[int]) -> None:
    _, claims = told(text, "en")
    counted = [
        c.value.best for c in claims if c.slot == "injured" and isinstance(c.value, Count)
    ]
    assert counted == injured


def test_a_total_of_several_incidents_is_none_of_one_of_them() -> None:
    _, claims = told("Nine people were wounded in three shootings in Akron.", "en")
    (total,) = (c.value for c in claims if c.slot == "injured")
    assert isinstance(total, Count)
    assert (total.best, total.scope) == (9, "several incidents")


def test_claim_takes_the_stance_of_the_innermost_voice() -> None:
    text = "Мэр опроверг взрыв в Туле"
    inner = Span("d", text.index("взрыв"), len(text))
    voice = Attribution(
        id="a",
        doc="d",
        source=(Span("d", 0, 3),),
        cue=(Span("d", 4, 11),),
        content=(inner,),
        chain=(),
        stance=Stance.DENIES,
        basis=Basis.OFFICIAL,
    )
    _, claims = tell(document(text), (voice,))
    explosion = next(claim for claim in claims if claim.slot == "type")
    assert explosion.attribution == "a"
    assert explosion.stance is Stance.DENIES


def test_hedged_inside() -> None:
    _, claims = told("Предварительно, в Туле пострадали двое при взрыве")
    injured = next(claim for claim in claims if claim.slot == "injured")
    assert injured.stance is Stance.HEDGES
    assert injured.certainty == "probable"


SENTENCES = [
    "Взрывы в Краснодаре.",
    "Пострадали двое.",
    "Ранее там был пожар.",
    "В Сумах — тихо?",
    "Сбито 5 дронов над Курской и 3 над Тульской областями.",
    "Пожежа у Харкові о 03:10.",
    "A drone hit Odesa overnight.",
    "«Атлас» горит.",
    "14 мая 2023 года.",
]


@settings(max_examples=80, deadline=None)
@given(
    parts=st.lists(st.sampled_from(SENTENCES) | st.text(max_size=30), max_size=8),
    lang=st.sampled_from(["ru", "uk", "en"]),
    glue=st.sampled_from([" ", "\n", "\n— "]),
)
def test_invariants(parts: list[str], lang: str, glue: str) -> None:
    text = glue.join(parts)
    accounts, claims = told(text, lang)
    assert (accounts, claims) == told(text, lang)
    ids = {claim.id for claim in claims}
    assert len(ids) == len(claims)
    assert len({account.id for account in accounts}) == len(accounts)
    assert sum(account.headline for account in accounts) <= 1
    for account in accounts:
        assert set(account.claims) <= ids
        assert account.spans
    for claim in claims:
        assert all(span.of(text) and span.end <= len(text) for span in claim.spans)
        assert not isinstance(claim.value, Place) or claim.value.radius_km > 0


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "Blasts reported near Russia’s Stavropol, one injured", "Ставрополь"),
        ("en", "The Defence Ministry in Moscow said five drones were shot down", None),
        ("en", "A Moscow news site said a depot was on fire in Kurgan", "Курган"),
        ("en", "The sky over Kurgan flashed.\nThe governor said one man was killed", "Курган"),
        ("en", "A man was shot near Jefferson High School on Monday", None),
        ("ru", "В Кургане гремит. Жители насчитали три взрыва", "Курган"),
        ("ru", "На северо-западе Кургана выбиты окна в шести домах", "Курган"),
        ("ru", "Нефтебаза «Восток» под Курганом горит", "Курган"),
        ("ru", "Четыре раза бахнуло, дрожали стёкла", None),
    ],
)
def test_the_scene(lang: str, text: str, place: str | None) -> None:
    accounts, _ = told(text, lang)
    assert accounts
    assert (accounts[0].place.name if accounts[0].place else None) == place


def test_a_site_is_a_claim_of_place_beside_its_town() -> None:
    _, claims = told("Дрон упал на нефтебазу «Восток» в Кургане, начался пожар")
    places = {claim.value.name for claim in claims if isinstance(claim.value, Place)}
    assert places == {"Курган", "нефтебаза «Восток»"}


def test_a_report_of_two_regions_tells_two_happenings() -> None:
    accounts, _ = told(
        "Explosions were heard in Krasnodar, a city in southern Russia. Officials spoke of a "
        "rocket explosion in Orenburg Oblast, a region in Russia.",
        "en",
    )
    named = [account.place.name for account in accounts if account.place]
    assert named == ["Краснодар", "Оренбургская область"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Ракетами ударили по России. Удар был нанесён по складу в Брянской области.",
            "region",
        ),
        ("Массированный удар по Украине. Взрывы прогремели во Львове.", "country"),
        (
            "Ночью ракетами ударили по Украине. Взрывы прогремели во Львове и в Одессе.",
            "country",
        ),
    ],
)
def test_a_strike_on_a_country_is_where_the_report_says_in_the_end(
    text: str, place: str
) -> None:
    accounts, _ = told(text)
    assert accounts[0].place is not None
    assert accounts[0].place.kind == place


def test_who_speaks_did_nothing() -> None:
    _, claims = told(
        "Blasts were heard in Krasnodar. The channel has ties to the Russian military.", "en"
    )
    assert not [claim for claim in claims if claim.slot == "actor"]


def test_of_the_hurt_some_are_in_hospital() -> None:
    _, claims = told("В Кургане при взрыве пострадали три человека, двое госпитализированы")
    assert [claim.value.best for claim in claims if claim.slot == "injured"] == [3]  # type: ignore[union-attr]


def test_a_total_beside_one_regions_share_carries_its_scope() -> None:
    _, claims = told("За ночь сбиты 29 БПЛА, семь из них над Ставропольским краем")
    counts = [claim.value for claim in claims if isinstance(claim.value, Count)]
    assert {(count.best, count.scope) for count in counts} == {(7, None), (29, "in all")}


def test_a_siren_test_is_no_alert() -> None:
    assert told("Завтра в Кургане проверят сирены") == ((), ())


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [  # told on Wednesday the 15th
        ("en", "A man was shot in Toledo, Ohio, on Saturday. He was shot about 6 p.m.", 11),
        ("en", "A man was shot in Toledo, Ohio, on Saturday night. He was shot at 1 a.m.", 12),
        (
            "ru",
            "Взрыв в Краснодаре прогремел в понедельник вечером. Взрыв произошёл около 19:30.",
            13,
        ),
        ("uk", "Вибух у Харкові стався в понеділок увечері. Вибух стався близько 19:30.", 13),
    ],
)
def test_a_clock_time_is_of_the_day_told_before_it(lang: str, text: str, day: int) -> None:
    (account,), _ = told(text, lang)
    assert account.when is not None
    assert account.when.earliest.day == account.when.latest.day == day


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A man was arrested Monday in the fatal shooting of a clerk in Toledo, Ohio."),
        ("ru", "Суд в понедельник рассмотрел дело о взрыве в Краснодаре."),
        ("uk", "Суд у понеділок розглянув справу про вибух у Харкові."),
    ],
)
def test_the_day_of_an_arrest_or_a_trial_is_not_when_it_happened(lang: str, text: str) -> None:
    accounts, _ = told(text, lang)
    assert all(account.when is None for account in accounts)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "A depot is on fire in Tula. Meanwhile air defences downed drones over Bryansk.",
        ),
        ("ru", "В Туле горит нефтебаза. Тем временем над Орлом сбили шесть дронов."),
        (
            "ru",
            "В Туле горит нефтебаза. Тем временем над Тульской областью сбили шесть дронов.",
        ),
        ("uk", "У Полтаві горить склад. Тим часом над Полтавською областю збили шість дронів."),
    ],
)
def test_meanwhile_turns_to_another_happening(lang: str, text: str) -> None:
    accounts, _ = told(text, lang)
    assert [account.type for account in accounts] == ["fire", "air_defence"]
    assert [account.headline for account in accounts] == [True, False]


def test_a_name_nearby_is_no_far_namesake() -> None:
    (account,), _ = told("В Севастополе над морем в районе Орловки сбили два беспилотника.")
    assert account.place is not None
    assert account.place.name == "Севастополь"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "В сервисе «Облако» произошёл сбой, сайты банков стали недоступны"),
        ("uk", "У застосунку банку стався масштабний збій, стали недоступні перекази"),
        ("en", "A network outage hit the operator and its app went offline"),
    ],
)
def test_a_service_fails_wherever_it_is_used(lang: str, text: str) -> None:
    (account,), _ = told(text, lang)
    assert (account.type, account.place) == ("outage", None)


@pytest.mark.parametrize(
    ("lang", "text", "regions"),
    [
        (
            "ru",
            "ПВО сбила 14 дронов над Курской областью. Ещё шесть сбили над Брянской областью, "
            "три — над Крымом.",
            3,
        ),
        (
            "en",
            "Air defences shot down 14 drones over Kursk Oblast. Six more were downed over "
            "Bryansk Oblast and three over Rostov Oblast.",
            3,
        ),
    ],
)
def test_a_total_told_region_by_region_is_the_countrys(
    lang: str, text: str, regions: int
) -> None:
    (whole, *parts), _ = told(text, lang)
    assert whole.headline
    assert whole.place is not None
    assert whole.place.kind == "country"
    assert len(parts) == regions


def test_people_hurt_in_several_places_are_no_total_of_drones() -> None:
    accounts, _ = told(
        "ПВО сбила 14 дронов над Курской областью. Два человека пострадали в Брянской области, "
        "трое в Орловской."
    )
    assert accounts[0].place is not None
    assert accounts[0].place.name == "Курская область"


@pytest.mark.parametrize(
    ("lang", "text", "hours"),
    [
        ("ru", "В понедельник вечером в Туле начался пожар.", 46),
        ("uk", "У понеділок увечері в Харкові почалася пожежа.", 46),
        ("en", "On Monday evening a fire began in Toropets.", 43),
        ("ru", "В понедельник вечером в Туле был пожар.", 7),
    ],
)
def test_what_began_days_ago_and_is_news_has_lasted(lang: str, text: str, hours: int) -> None:
    (account, *_), _ = told(text, lang)
    assert account.when is not None
    assert round((account.when.latest - account.when.earliest).total_seconds() / 3600) == hours


@pytest.mark.parametrize(
    "text",
    [
        "Министр прилетел из Тулы в полдень.",
        "Стране нужны новые системы ПВО, сказал министр в Туле.",
        "Покупатели в Туле столкнулись с дефицитом яиц.",
    ],
)
def test_no_incident(text: str) -> None:
    assert told(text)[0] == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A depot burned in Toropets, emergency services said."),
        ("ru", "В Туле горит склад, сообщили экстренные службы."),
    ],
)
def test_services_that_speak_are_no_measure_taken(lang: str, text: str) -> None:
    report = document(text, lang)
    _, claims = tell(report, attributions(report))
    assert claims
    assert not any(claim.slot == "measure" for claim in claims)


def _best(claims: tuple[Claim, ...], slot: str) -> set[int]:
    return {c.value.best for c in claims if c.slot == slot and isinstance(c.value, Count)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # A sheriff speaks for the county; the town in it is where.
        (
            "A man was shot in Gratiot County. Alma police say the shooting happened Monday.",
            "Alma",
        ),
        ("A man was shot in Riley County. Manhattan police found him Monday.", "Manhattan"),
        # Where the hurt are brought is not the scene.
        (
            "A girl was shot in Peoria, Illinois. She was flown to a hospital in Chicago.",
            "Peoria",
        ),
        ("Two men were shot near Peoria, Illinois, and taken to Chicago.", "Peoria"),
        # Nor is the home of the outlet.
        ("One shot in Akron, Ohio - WXYZ News, Toledo", "Akron"),
        ("A man was shot at a bar in Jackson on Monday. He lived in Mississippi.", "Jackson"),
    ],
)
def test_a_town_is_told_before_its_county_and_the_hospital(text: str, place: str) -> None:
    account = told(text, "en")[0][0]
    assert account.place is not None
    assert account.place.name == place


def test_the_town_of_a_quarter_is_claimed_where_its_police_speak() -> None:
    text = "Two men were shot in the Gage Park neighborhood on Monday, Chicago police said."
    _, claims = told(text, "en")
    places = {claim.value.name for claim in claims if isinstance(claim.value, Place)}
    assert "Chicago" in places


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        # One who died is not one more who was hurt.
        (
            "A boy was found with a gunshot wound in Akron. The boy, 9, died at home.",
            {1},
            set(),
        ),
        ("A woman who was wounded in a shooting in Akron has died.", {1}, set()),
        ("A teen was shot by another teen in Akron and later died.", {1}, set()),
        ("A guard was fatally wounded in a shooting in Akron.", {1}, set()),
        # Somebody else is.
        ("A man was killed in a shooting in Akron and another was wounded.", {1}, {1}),
        ("A man, 40, was killed in Akron. A girl, 9, was wounded, too.", {1}, {1}),
        ("One dead, one injured in Akron shooting", {1}, {1}),
        # One of the five is no figure of its own.
        ("Five people were wounded in Akron. A woman was wounded in the leg.", set(), {5}),
        ("A man and his young daughter were killed in a shooting in Akron.", {2}, set()),
        ("A neighbor was hurt in a shooting in Akron and called 911.", set(), {1}),
        # Two of the six are no figure of their own.
        ("Six were killed in a shooting in Akron. He shot three, killing two.", {6}, set()),
    ],
)
def test_who_died_is_not_counted_among_the_hurt(
    text: str, killed: set[int], injured: set[int]
) -> None:
    _, claims = told(text, "en")
    assert (_best(claims, "killed"), _best(claims, "injured")) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # The day it was said stands beside the verb.
        ("A man was shot in Akron, police said Tuesday. It happened Monday night.", 13),
        ("Police say a man was shot at a bar in Akron on Sunday night.", 12),
        ("A man was charged with murder Tuesday in Akron in a shooting on Sunday.", 12),
        # An hour goes on with the day of the shooting, not with that of the arrest.
        (
            "A man was shot in Akron Sunday. A teen was arrested Tuesday. "
            "The shooting happened about 8:45 p.m.",
            12,
        ),
        ("1:27 A boy sings\nA man was shot in Akron on Monday.", 13),
    ],
)
def test_the_day_of_the_shooting_is_told_apart_from_later_ones(text: str, day: int) -> None:
    account = told(text, "en")[0][0]
    assert account.when is not None
    assert account.when.earliest.day == day


def test_a_day_told_beside_the_happening_is_claimed_and_dates_no_account() -> None:
    text = (
        "A teen died in an accidental shooting in Akron.\nHe was at home Sunday with a friend."
    )
    (account,), claims = told(text, "en")
    assert account.when is None
    assert [c.value.earliest.day for c in claims if isinstance(c.value, When)] == [12]


@pytest.mark.parametrize(
    ("lang", "text", "slot"),
    [
        ("en", "Reports of an evacuation in Toropets are false, the mayor said.", "type"),
        ("ru", "Информация о взрыве в Туле — фейк, заявили в мэрии.", "type"),
        (
            "ru",
            "Сообщения о троих погибших в Туле не соответствуют действительности.",
            "killed",
        ),
        ("uk", "Інформація про вибух у Харкові не відповідає дійсності.", "type"),
    ],
)
def test_what_is_called_false_is_denied(lang: str, text: str, slot: str) -> None:
    report = document(text, lang)
    _, claims = tell(report, attributions(report))
    stances = {claim.stance for claim in claims if claim.slot == slot}
    assert stances == {Stance.DENIES}


def test_a_fake_beside_a_blast_does_not_deny_the_blast() -> None:
    report = document("В Туле прогремел взрыв, сообщения о троих погибших — фейк.", "ru")
    _, claims = tell(report, attributions(report))
    said = {(claim.slot, claim.stance) for claim in claims}
    assert ("type", Stance.ASSERTS) in said
    assert ("killed", Stance.DENIES) in said


def test_who_tells_of_a_total_has_no_part_of_it() -> None:
    _, claims = told(
        "ПВО за ночь уничтожила 12 беспилотников: 9 - над Ростовской областью, 1 - над "
        "Белгородской и по 1 - над Курской и Брянской областями, сообщили в Минобороны РФ"
    )
    totals = {claim.value.scope for claim in claims if isinstance(claim.value, Count)}
    assert totals == {None, "4 regions"}


@pytest.mark.parametrize(
    ("lang", "text", "stance"),
    [
        ("ru", "Взрыва в Туле не было, сообщили в МЧС.", Stance.DENIES),
        ("ru", "Никакого пожара в Туле нет.", Stance.DENIES),
        ("ru", "После взрыва в Туле пострадавших не было.", Stance.ASSERTS),
        ("ru", "При пожаре в Туле разрушений не было.", Stance.ASSERTS),
        ("uk", "Вибуху в Полтаві не було.", Stance.DENIES),
        ("uk", "Жодного вибуху в Полтаві не зафіксовано.", Stance.DENIES),
        ("uk", "Після вибуху в Полтаві постраждалих немає.", Stance.ASSERTS),
        ("en", "There was no explosion in Leeds, police said.", Stance.DENIES),
        ("en", "No explosion occurred in Leeds.", Stance.DENIES),
        ("en", "After the explosion in Leeds nobody was hurt.", Stance.ASSERTS),
    ],
)
def test_there_was_none_is_a_denial(lang: str, text: str, stance: Stance) -> None:
    _, claims = told(text, lang)
    kinds = ("explosion", "fire")
    assert {
        claim.stance
        for claim in claims
        if claim.slot == "type" and getattr(claim.value, "value", "") in kinds
    } == {stance}


@pytest.mark.parametrize(
    ("lang", "text", "downed"),
    [
        ("ru", "Десять дронов не были сбиты над Киевом и попали в ТЭЦ.", set()),
        ("ru", "Над Киевом сбиты десять дронов.", {10}),
        ("uk", "ППО не змогла збити п'ять ракет над Сумами.", set()),
        ("en", "Air defence did not shoot down five missiles over Sumy.", set()),
    ],
)
def test_what_was_not_shot_down_is_not_counted(lang: str, text: str, downed: set[int]) -> None:
    _, claims = told(text, lang)
    assert {
        c.value.best for c in claims if isinstance(c.value, Count) and c.slot == "downed"
    } == (downed)
