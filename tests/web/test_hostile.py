"""Whatever a report holds, it comes out as words."""

import re
from html.parser import HTMLParser

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Case, Document, Link, Media, Refusal
from reportedly.web import create
from reportedly.web.page import plain, words
from reportedly.web.views.words import web_url

from .conftest import asking
from .constructed import CASE, CLAIMS, CLIP, INCIDENT, OUTLET, SEAL

PAYLOAD = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}${1}&lt;\u202eevil"
URL = "javascript:alert(1)//https://a.example"
IDS = re.compile(
    r"id|doc|original|parent|first|incident|attribution|claims|origins|reports|slot"
)


def poisoned(record: object, name: str = "") -> object:
    """Return a record whose every free text carries the payload; ids and spans stay."""
    if isinstance(record, msgspec.Struct):
        fields = {
            f: getattr(record, f)
            if (IDS.fullmatch(f) and not isinstance(getattr(record, f), tuple)) or f == "lang"
            else poisoned(getattr(record, f), f)
            for f in record.__struct_fields__
        }
        return type(record)(**fields)
    if isinstance(record, tuple):
        keep = IDS.fullmatch(name) and all(isinstance(x, str) for x in record)
        return record if keep else tuple(poisoned(x, name) for x in record)
    if name == "url":
        return URL
    return record + PAYLOAD if type(record) is str and name != "sha256" else record


@pytest.fixture(scope="module")
def bad() -> Case:
    armed = [
        msgspec.structs.replace(
            d,
            url=URL,
            title=d.text[:5],
            media=(Media(kind="photo", name="a"),),
            links=(Link(start=0, end=2, url=URL),),
            handle="@h",
        )
        for d in CASE.documents
    ]
    case = msgspec.structs.replace(CASE, documents=tuple(armed))
    return poisoned(case)  # type: ignore[return-value]


TAGS = """html head meta title link script body a div header svg path nav button main section
h1 h2 h3 h4 p form label input ol ul li dl dt dd span bdi b i em strong code q mark article
aside table thead tbody tfoot tr th td details summary blockquote footer kbd time figure
select option figcaption
rect circle line text g defs pattern marker"""


class Inert(HTMLParser):
    """Collect what could run or fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS.split():
            self.faults.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.faults.append(f"{tag} {name}")
            led = (value or "").strip()
            if name in ("href", "src", "action") and not re.match(r"[/#?]|https?://", led):
                self.faults.append(f"{tag} {name}={value}")
            if tag == "script" and name == "src" and not led.startswith("/static/"):
                self.faults.append(led)


def test_no_text_of_a_case_becomes_markup(bad: Case) -> None:
    asked = asking(create(bad, original=lambda _: b"", notice=PAYLOAD))
    for path in (
        "/",
        f"/?q={PAYLOAD}",
        f"/incidents/{INCIDENT.id}",
        f"/reports/{CLIP.id}",
        f"/reports/{OUTLET.id}?claim={CLAIMS['outlet injured'].id}",
        f"/compare?a={CLIP.id}&b={OUTLET.id}",
        "/reports/<script>alert(1)</script>",
    ):
        html = asked(path).text
        seen = Inert()
        seen.feed(html)
        assert not seen.faults, (path, seen.faults[:5])
        assert html.count("<script") == 2
        assert "<script>alert" not in html
        assert "{{7*7}}" in html or "/reports/<" in path
        assert "49" not in re.findall(r"\{\{7\*7\}\}|onerror=alert\(2\)&gt;49", html)


def test_turning_characters_are_shown_and_take_no_part_in_ordering(bad: Case) -> None:
    html = asking(create(bad))(f"/reports/{CLIP.id}").text
    shown = 'data-code="U+202E" title="right-to-left override"><span hidden>&#8238;</span>'
    assert shown in html
    assert "\u202e" not in html


@pytest.mark.parametrize(
    ("url", "led"),
    [
        ("https://a.example/b?c=1", True),
        ("http://a.example", True),
        ("HTTPS://A.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https:a", False),
        ("https://[bad", False),
        ("java\nscript:alert(1)", False),
        ("https://a.example/\u202egpj.exe", False),
        ("file:///etc/passwd", False),
        (None, False),
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None, led: bool) -> None:
    assert (web_url(url) is not None) is led


def test_addresses_of_reports_leave_without_a_referrer() -> None:
    html = asking(create(CASE))(f"/reports/{CASE.documents[1].id}").text
    link = next(x for x in re.findall("<a [^>]*>", html) if "t.example" in x)
    assert "noreferrer" in link
    assert "noopener" in link


@settings(max_examples=150)
@given(st.text(max_size=60))
def test_words_keep_the_text_and_hide_nothing(text: str) -> None:
    html = str(words(text))
    seen = re.sub(r"<[^>]*>", "", html)
    assert "<" not in seen
    for sign in "\u200b\u202e\u2066\ufeff\u00ad":
        assert sign not in html
    assert plain(text).count("U+202E") >= text.count("\u202e")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.out = ""

    def handle_data(self, data: str) -> None:
        self.out += data


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_the_text_of_the_markup_is_the_exact_text(text: str) -> None:
    seen = _Text()
    seen.feed(str(words(text)))
    seen.close()
    assert seen.out == text


def test_a_report_of_signs_alone_is_shown() -> None:
    odd = Document(
        id="odd",
        key="odd",
        source="\u200b",
        lang="und",
        text="\u202e\u2066\x00\r\n\ud83d",
        original=SEAL,
        place="",
        read_by="",
    )
    refused = Refusal(file="\u202efdp.exe", place="", why="why")
    html = asking(create(Case(documents=(odd,), refusals=(refused,))))
    assert "U+0000" in html("/reports/odd").text
    assert "U+202E" in html("/").text
