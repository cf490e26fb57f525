"""The page as people use it: a real server on the loopback, a real browser."""

import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from reportedly.model import Claim
from reportedly.web import create

from .constructed import CASE, CLAIMS, CLIP, INCIDENT, OUTLET, RAW, WIRE, original

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
EVERY = (
    "/",
    f"/incidents/{INCIDENT.id}",
    f"/reports/{CLIP.id}",
    f"/reports/{WIRE.id}?claim={CLAIMS['wire injured'].id}",
    f"/compare?a={CLIP.id}&b={OUTLET.id}",
    "/reports/none",
)


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    """Serve the constructed case on a free loopback port."""
    app = create(CASE, original=original, notice="Invented for the tests.")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        running = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=FLAGS.split()
        )
        yield running
        running.close()


class Watched:
    """A tab, with all it complained of and all it asked other hosts for."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.faults: list[str] = []
        page.on("console", lambda m: self.faults.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", self._asked)

    def _asked(self, request: object) -> None:
        url = request.url  # type: ignore[attr-defined]
        if not url.startswith((self.home, "data:")):
            self.faults.append(f"asked for {url}")

    def open(self, path: str) -> Page:
        self.page.goto(self.home + path)
        return self.page


@pytest.fixture
def tab(browser: Browser, home: str) -> Iterator[Watched]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield Watched(page, home)
    page.close()


def exact(claim: Claim) -> str:
    document = next(d for d in CASE.documents if d.id == claim.doc)
    return claim.spans[0].of(document.text)


def marked(page: Page) -> str:
    return "".join(m.text_content() or "" for m in page.locator("mark.exact").all())


@pytest.mark.parametrize("name", ["clip injured", "governor injured", "wire injured"])
def test_a_click_leads_from_a_claim_to_its_exact_words(tab: Watched, name: str) -> None:
    claim = CLAIMS[name]
    page = tab.open(f"/incidents/{INCIDENT.id}")
    page.locator(f'table.claims a.claim[href*="claim={claim.id}"]').first.click()
    page.wait_for_url(f"**/reports/{claim.doc}?claim={claim.id}#claim")
    assert marked(page) == exact(claim)
    box = page.locator("#claim").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900  # in view without scrolling
    assert claim.doc in page.url
    assert tab.faults == []


def test_it_works_without_script(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    claim = CLAIMS["outlet injured"]
    page.goto(f"{home}/")
    page.get_by_role("link", name="Explosion").click()
    page.locator("table.claims details summary").nth(2).click()
    page.locator(f'a.claim[href*="claim={claim.id}"]').first.click()
    assert marked(page) == exact(claim)
    context.close()


def test_no_page_complains_or_asks_another_host(tab: Watched) -> None:
    for path in EVERY:
        tab.open(path)
    assert [f for f in tab.faults if "404" not in f] == []


def test_keyboard_alone_reaches_the_claims(tab: Watched) -> None:
    page = tab.open(f"/incidents/{INCIDENT.id}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('table.claims a.claim')"):
            break
    else:
        pytest.fail("no claim reached with the Tab key")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**#claim")
    assert marked(page)


def test_letters_walk_the_list_and_find_the_search(tab: Watched) -> None:
    page = tab.open("/")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent").startswith("Explosion")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("jk museum")
    assert page.input_value("#q") == "jk museum"  # letters typed are not commands


def test_a_phone_shows_every_page_without_sideways_scrolling(tab: Watched) -> None:
    for path in EVERY:
        page = tab.open(path)
        for width in (375, 768):
            page.set_viewport_size({"width": width, "height": 700})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, path


def _light(rgb: str) -> float:
    """Return relative luminance (WCAG 2.2) of "rgb(r, g, b)"."""
    parts = [int(p) / 255 for p in re.findall(r"\d+", rgb)[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


SELECTORS = {
    EVERY[1]: (
        "main h1",
        "main .muted",
        "main a",
        ".conflict",
        ".differs .claim",
        ".is-open",
        ".is-yes",
        ".badge.hue-1",
        ".badge.hue-2",
        ".notice",
    ),
    EVERY[3]: (".text", "mark.exact", ".ok", ".manner"),
}
COLOURS = """element => {
    let under = element;
    const clear = () => getComputedStyle(under).backgroundColor === "rgba(0, 0, 0, 0)";
    while (under.parentElement && clear()) under = under.parentElement;
    return [getComputedStyle(element).color, getComputedStyle(under).backgroundColor];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(tab: Watched, scheme: str) -> None:
    tab.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path, selectors in SELECTORS.items():
        page = tab.open(path)
        for selector in selectors:
            ink, ground = page.locator(selector).first.evaluate(COLOURS)
            bright, dim = sorted((_light(ink), _light(ground)), reverse=True)
            assert (bright + 0.05) / (dim + 0.05) >= 4.5, (selector, ink, ground)


def test_a_chosen_theme_stays(tab: Watched) -> None:
    page = tab.open("/")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert before != after
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after
    assert page.text_content("#theme") == "Theme: dark"


def test_the_original_is_downloaded_not_shown(tab: Watched) -> None:
    page = tab.open(f"/reports/{CLIP.id}")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Download the original bytes").click()
    assert coming.value.path().read_bytes() == RAW


def test_drawings_lead_to_reports(tab: Watched) -> None:
    page = tab.open(f"/incidents/{INCIDENT.id}")
    page.locator("svg.timeline a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/reports/{CLIP.id}")
    page.go_back()
    page.locator(f'svg.graph a[href="/reports/{OUTLET.id}"]').click()
    page.wait_for_url(f"**/reports/{OUTLET.id}")
    assert tab.faults == []


def test_a_note_and_its_words_light_up_together(tab: Watched) -> None:
    page = tab.open(f"/reports/{WIRE.id}")
    page.locator('[data-note="2"].x').first.hover()
    assert "lit" in (page.get_attribute("#note-2", "class") or "")
    assert "lit" not in (page.get_attribute("#note-1", "class") or "")


def test_the_form_of_moments_needs_no_script(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}/incidents/{INCIDENT.id}")
    page.select_option("#as-of", index=0)
    page.get_by_role("button", name="Show").click()
    assert "as_of=2024-05-15T00" in page.url
    assert page.locator(".then").inner_text().startswith("As known at 2024-05-15 00:")
    assert not page.locator("#theme").is_visible()  # what only a script can do is not offered
    context.close()


def test_the_slider_goes_back_in_time_by_keyboard(tab: Watched) -> None:
    page = tab.open(f"/incidents/{INCIDENT.id}")
    assert not page.get_by_role("button", name="Show").is_visible()
    page.locator("#as-of").focus()
    with page.expect_navigation():
        page.keyboard.press("Home")
    assert "As known at" in page.inner_text(".then")
    assert page.evaluate("document.activeElement.id") == "as-of"  # ready for the next step
    assert tab.faults == []


def test_a_word_shows_who_stands_behind_it_on_hovering_and_by_keyboard(tab: Watched) -> None:
    page = tab.open(f"/reports/{WIRE.id}")
    page.locator('[data-note="1"].x').first.hover()
    assert page.locator(".card").is_visible()
    assert page.inner_text("#note-1 .voice >> nth=0") in page.inner_text(".card")
    page.keyboard.press("Escape")
    assert not page.locator(".card").is_visible()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") == "ref-1"
    assert page.locator(".card").is_visible()
    assert tab.faults == []


def test_any_two_reports_of_an_incident_are_compared_from_a_report(tab: Watched) -> None:
    page = tab.open(f"/reports/{WIRE.id}")
    page.select_option("#other", CLIP.id)
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url(f"**/compare?b={WIRE.id}&a={CLIP.id}")
    assert tab.faults == []
