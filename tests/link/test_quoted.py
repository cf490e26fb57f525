"""A voice that is quoted in passing vouches for its own words, and for nothing else."""

from reportedly.export.standing import origin_counts
from reportedly.extract import extract
from reportedly.link import derivations, incidents, roots, signature, sources
from reportedly.model import Claim, Document, Incident, Independence, Origin, Reading

from .posts import post

FIRST = (
    "Взрыв в Армавире: горит склад на улице Заречной. Очевидцы рассказали каналу, что слышали "
    "два хлопка около трёх ночи."
)
ARTICLE = (
    "Взрыв в Армавире: горит склад на улице Заречной. Очевидцы рассказали каналу «Ночной юг», "
    "что слышали два хлопка около трёх ночи. Мэр Армавира Олег Пригожев сообщил, что при "
    "взрыве пострадали четыре человека."
)
POSTS = [post("Ночной юг", FIRST, 0), post("Кварта", ARTICLE, 40)]


def told(posts: list[Document]) -> tuple[tuple[Incident, ...], dict[str, Reading]]:
    readings = {doc.id: extract(doc) for doc in posts}
    signatures = {doc.id: signature(doc) for doc in posts}
    derived = derivations(posts, signatures, readings)
    return incidents(posts, readings, derived, sources(posts)), readings


def behind(incident: Incident, claim: Claim) -> list[Origin]:
    by_id = {origin.id: origin for origin in incident.origins}
    return [
        by_id[origin]
        for question in incident.questions
        for answer in question.answers
        if claim.id in answer.claims
        for origin in answer.origins
    ]


def test_what_the_mayor_says_is_not_put_to_the_channel_the_article_relays() -> None:
    (incident, *_), readings = told(POSTS)
    article = POSTS[1].id
    injured = [claim for claim in readings[article].claims if claim.slot == "injured"]
    voices = [origin.voice for claim in injured for origin in behind(incident, claim)]
    assert voices
    assert all("Пригожев" in (voice or "") for voice in voices)


def test_a_quoted_voice_is_no_further_origin_of_the_incident() -> None:
    (incident, *_), _ = told(POSTS)
    assert len(incident.reports) == 2
    assert [origin.quoted for origin in incident.origins].count(True) >= 1
    assert origin_counts(incident)["independent"] == 1


def test_the_order_of_arrival_changes_nothing() -> None:
    assert told(POSTS)[0] == told(POSTS[::-1])[0]


def test_who_first_reported_it_is_the_origin_and_the_outlet_a_relay() -> None:
    text = (
        "According to the outlet Kvarta, a warehouse in Armavir caught fire after a blast. "
        "This information was first reported by the Telegram channel Nochnoy Yug."
    )
    doc = post("Harbour Review", text, 60, lang="en")
    found = roots([doc], (), {doc.id: extract(doc)})[doc.id]
    assert found.voice is not None
    assert "Nochnoy Yug" in found.voice


def test_new_words_of_another_language_show_no_knowledge_of_ones_own() -> None:
    english = (
        "A warehouse in Zarechnaya Street in Armavir is on fire after an explosion. Two bangs "
        "woke the neighbourhood around three in the night, windows were broken in several "
        "houses and the smell of burning plastic hangs over the railway depot."
    )
    posts = [*POSTS, post("Harbour Ticker", english, 90, lang="en")]
    found, _ = told(posts)
    mine = [o for each in found for o in each.origins if posts[2].id in o.reports]
    assert all(o.independence is not Independence.INDEPENDENT for o in mine if len(found) == 1)


MINISTRY = (
    "За ночь сбиты 9 беспилотников: 4 над Курской областью, 3 над Брянской областью и 2 над "
    "Ростовской областью, сообщило Минобороны."
)
GOVERNOR = (
    "В Курске обломки дрона упали во двор дома, сообщил губернатор Пётр Ольхин. Пострадал один "
    "человек. UPD: 9 беспилотников сбиты за ночь над Курской, Брянской и Ростовской областями, "
    "сообщили в Минобороны."
)


def test_a_report_has_only_the_voice_it_names_on_an_incident() -> None:
    posts = [post("Кварта", GOVERNOR, 0), post("Вестник", MINISTRY, 60)]
    found, _ = told(posts)
    (bryansk,) = (each for each in found if each.place and each.place.name.startswith("Брянск"))
    assert len(bryansk.reports) == 2
    assert origin_counts(bryansk)["independent"] == 1
    assert not any("Ольхин" in (origin.voice or "") for origin in bryansk.origins)


def test_a_ministry_named_with_others_is_the_ministry() -> None:
    together = "Над Брянском сбиты 3 дрона, заявили российские военные и местные власти."
    alone = "Минобороны РФ: над Брянском ПВО сбила 3 беспилотника, обломки упали в поле."
    posts = [post("Кварта", together, 0), post("Вестник", alone, 50)]
    found, _ = told(posts)
    assert [origin_counts(each)["independent"] for each in found] == [1]


def test_an_office_is_one_voice_in_every_language() -> None:
    russian = (
        "Дрон упал на склад в Энгельсе, сообщил губернатор Роман Бусаргин. Пострадали двое."
    )
    english = "A drone fell on a depot in Engels, hurting two, the regional governor said."
    ukrainian = "У Енгельсі дрон упав на склад, двоє постраждали, повідомив губернатор."
    posts = [
        post("Кварта", russian, 0),
        post("Eastgate", english, 30, lang="en"),
        post("Сова", ukrainian, 50, lang="uk"),
    ]
    found, _ = told(posts)
    assert len(found[0].reports) == 3
    assert origin_counts(found[0])["independent"] == 1
