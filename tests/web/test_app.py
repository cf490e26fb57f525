"""Every page answers, leads on, and says kindly what is not there."""

import re
from html import unescape

import msgspec
import pytest

from reportedly.errors import UnusableCase
from reportedly.model import Case
from reportedly.web import create

from .conftest import Ask, asking
from .constructed import (
    CASE,
    CLAIMS,
    CLIP,
    GOVERNOR,
    INCIDENT,
    OUTLET,
    RAW,
    SEAL,
    STRAY,
    WIRE,
    original,
)


def text_of(html: str) -> str:
    """Return what a reader sees, white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


PAGES = (
    "/",
    "/?q=взрывы",
    f"/incidents/{INCIDENT.id}",
    f"/reports/{CLIP.id}",
    f"/reports/{WIRE.id}?claim={CLAIMS['wire injured'].id}",
    f"/compare?a={CLIP.id}&b={OUTLET.id}",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status_code == 200
    assert "Invented for the tests." in answer.text
    links = {link.replace("&amp;", "&") for link in re.findall(r'href="(/[^"#]*)', answer.text)}
    for link in sorted(links):
        assert ask(link).status_code == 200, link


def test_first_page_counts_reports_and_origins(ask: Ask) -> None:
    page = text_of(ask("/").text)
    assert "Explosion Izobilny" in page
    assert "independent origins 2" in page
    assert "accounts differ on injured" in page
    assert "A museum of bread reopens on Friday." in page
    assert "broken.json at messages[3] : It has no date." in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("взрывы", True),
        ("ВЗРЫВЫ", True),
        ("izobilny", True),
        ("музей", False),
        ("museum", False),
    ],
)
def test_searching_narrows_the_incidents(ask: Ask, query: str, found: bool) -> None:
    page = ask("/", params={"q": query}).text
    assert (f"/incidents/{INCIDENT.id}" in page) is found
    assert ("No incident holds these words." in page) is not found


def test_searching_narrows_the_other_reports(ask: Ask) -> None:
    assert STRAY.id in ask("/?q=museum").text
    assert STRAY.id not in ask("/?q=взрывы").text


def test_incident_says_how_many_origins_and_why(ask: Ask) -> None:
    page = text_of(ask(f"/incidents/{INCIDENT.id}").text)
    assert (
        "11 reports , 2 independent origins (and 1 whose independence is not established)"
        in (page)
    )
    for origin in INCIDENT.origins:
        assert origin.because in page
    assert "One origin says so." in page
    assert "A satellite pass in the window." in page


def test_likelihood_and_confidence_stand_apart_and_unknown_has_no_likelihood(ask: Ask) -> None:
    page = text_of(ask(f"/incidents/{INCIDENT.id}").text)
    assert "Likelihood very likely 80–95 %" in page
    assert "Analytic confidence low" in page
    assert "Likelihood no basis for one" in page


def test_conflicting_answers_stand_side_by_side(ask: Ask) -> None:
    html = ask(f"/incidents/{INCIDENT.id}").text
    row = html[html.index('<tr class="differs">') :]
    row = row[: row.index("</tr>")]
    cells = [text_of(cell) for cell in row.split("<td>")[1:]]
    assert [cell.split()[0] for cell in cells] == ["2", "0", "3"]
    assert "conflict" in text_of(row)  # said in a word, not by colour alone


def test_drift_names_the_report_that_dropped_a_hedge(ask: Ask) -> None:
    page = text_of(ask(f"/incidents/{INCIDENT.id}").text)
    assert "Injured: 2" in page
    assert "surer than the report it cites" in page


@pytest.mark.parametrize("name", sorted(CLAIMS))
def test_a_claim_highlights_its_exact_characters(ask: Ask, name: str) -> None:
    claim = CLAIMS[name]
    html = ask(f"/reports/{claim.doc}?claim={claim.id}").text
    marked = "".join(re.findall(r'<mark class="exact"[^>]*>(.*?)</mark>', html, re.DOTALL))
    document = next(d for d in CASE.documents if d.id == claim.doc)
    assert re.sub(r"<[^>]+>", "", marked) == claim.spans[0].of(document.text)
    assert html.count('id="claim"') == 1


def test_report_shows_the_chain_and_the_caveat(ask: Ask) -> None:
    page = text_of(ask(f"/reports/{CLIP.id}").text)
    assert "Сова над полем other media; asserts, certain ← подписчики eyewitness" in page
    assert "Caveat: Проверить пока не удалось" in page


def test_a_claim_leads_back_to_the_question_it_answers(ask: Ask) -> None:
    claim = CLAIMS["wire injured"]
    html = ask(f"/reports/{WIRE.id}?claim={claim.id}").text
    assert f'href="/incidents/{INCIDENT.id}#question-injured"' in html
    assert 'id="question-injured"' in ask(f"/incidents/{INCIDENT.id}").text


def test_who_says_so_is_told_on_hovering_and_to_screen_readers(ask: Ask) -> None:
    html = ask(f"/reports/{CLIP.id}").text
    chain = "Сова над полем (asserts, certain) ← подписчики (hedges, possible)"
    assert f'title="{chain}"' in html
    assert f'aria-label="1, who says this: {chain}"' in html


def test_report_checks_the_seal(ask: Ask) -> None:
    html = ask(f"/reports/{CLIP.id}").text
    assert SEAL in html
    assert "the bytes match" in html
    broken = asking(create(CASE, original=lambda _: b"changed"))
    assert "the bytes do not match" in broken(f"/reports/{CLIP.id}").text
    assert "the bytes" not in asking(create(CASE))(f"/reports/{CLIP.id}").text


def test_original_is_handed_out_byte_for_byte_and_never_drawn(ask: Ask) -> None:
    answer = ask(f"/originals/{SEAL}")
    assert answer.content == RAW
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/incidents/none", "no such incident"),
        ("/reports/none", "no such report"),
        (f"/reports/{CLIP.id}?claim=none", "no such claim"),
        (f"/reports/{CLIP.id}?claim={CLAIMS['wire cause'].id}", "no such claim"),
        (f"/originals/{'0' * 64}", "no such original"),
        ("/compare?a=1", "name two reports"),
        ("/nowhere", "no such page"),
        ("/static/../app.py", "no such page"),
        ("/static/nothing.css", "no such page"),
    ],
)
def test_what_is_not_there_is_said_kindly(ask: Ask, path: str, kind: str) -> None:
    answer = ask(path)
    assert answer.status_code == 404
    assert kind in answer.text
    assert 'href="/"' in answer.text


def test_pages_are_only_read(ask: Ask) -> None:
    assert ask("/", method="POST").status_code == 405
    assert ask("/", method="HEAD").status_code == 200


def test_empty_case_is_said_to_be_empty() -> None:
    page = asking(create(type(CASE)()))("/").text
    assert "No incident was found" in page


def test_a_case_built_anew_is_shown_anew() -> None:
    held = [type(CASE)()]
    asked = asking(create(lambda: held[0]))
    assert "0 incidents" in asked("/").text
    held[0] = CASE
    assert "1 incident" in asked("/").text


def test_a_case_says_what_it_is_on_every_page() -> None:
    labelled = msgspec.structs.replace(CASE, notice="Constructed: nothing of this happened.")
    asked = asking(create(labelled))
    for path in PAGES:
        assert "Constructed: nothing of this happened." in asked(path).text


def test_a_case_that_cannot_be_loaded_is_said_to_be_unreadable() -> None:
    def load() -> Case:
        raise UnusableCase("the case is locked", where="desk", way_out="wait and try again")

    answer = asking(create(load))("/")
    assert answer.status_code == 500
    assert "desk: the case is locked; wait and try again" in answer.text


def test_same_case_gives_the_same_bytes(ask: Ask) -> None:
    anew = msgspec.json.decode(msgspec.json.encode(CASE), type=type(CASE))
    other = asking(create(anew, original=original, notice="Invented for the tests."))
    for path in PAGES:
        assert other(path).content == ask(path).content


def test_comparison_numbers_the_aligned_words(ask: Ask) -> None:
    html = ask(f"/compare?a={CLIP.id}&b={OUTLET.id}").text
    pairs = re.findall(r'data-pair="1">([^<]*)<', html)
    assert pairs == ["двое", "двое"]
    assert "Лента Степи cites Сова над полем" in text_of(html)
    none = text_of(ask(f"/compare?a={CLIP.id}&b={GOVERNOR.id}").text)
    assert "Neither report is shown to come from the other." in none
