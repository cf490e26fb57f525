"""The sample case and its gold fit together: every quoted word stands in its report."""

import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SAMPLE = TESTS.parent / "src" / "reportedly" / "sample"
CASE = TESTS / "cases" / "stavropol"
GOLD = [json.loads(line) for line in (CASE / "gold.jsonl").read_text("utf-8").splitlines()]
INCIDENTS = json.loads((CASE / "incidents.json").read_text("utf-8"))
HOW = {"forward", "copy", "rewrite", "translation", "cites", "update"}
BASIS = {"official", "named", "anonymous", "eyewitness", "footage", "media", "unstated"}
STANCE = {"asserts", "hedges", "denies", "declines", "asks"}
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


class Paragraphs(HTMLParser):
    """The text of each <p>, and the canonical address of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.canonical, self.lines, self.inside = "", [], False

    def handle_starttag(self, tag, attrs):
        if tag == "link" and dict(attrs).get("rel") == "canonical":
            self.canonical = dict(attrs)["href"]
        if tag == "p":
            self.inside = True
            self.lines.append("")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "p"

    def handle_data(self, data):
        if self.inside:
            self.lines[-1] += data


class Messages(HTMLParser):
    """The text of each message of a Telegram HTML export, by message id."""

    def __init__(self) -> None:
        super().__init__()
        self.texts, self.id, self.channel, self.depth, self.header = {}, "", "", 0, False

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "br" and self.depth:
            self.texts[self.id] += "\n"
        if tag != "div":
            return
        self.depth += self.depth > 0
        if given.get("id", "").startswith("message"):
            self.id = given["id"].removeprefix("message")
        self.header = given.get("class") == "text bold"
        if given.get("class") == "text":
            self.depth, self.texts[self.id] = 1, ""

    def handle_endtag(self, tag):
        if tag == "div":
            self.depth -= self.depth > 0
            self.header = False

    def handle_data(self, data):
        if self.depth:
            self.texts[self.id] += data.strip("\n")
        elif self.header:
            self.channel += data.strip()


def report(channel: str, number: object) -> str:
    return "_".join(channel.split()) + f"/{number}"


def from_json(path: Path) -> dict[str, str]:
    chat, texts = json.loads(path.read_text("utf-8")), {}
    for message in chat["messages"]:
        parts = message["text"] if isinstance(message["text"], list) else [message["text"]]
        text = "".join(part if isinstance(part, str) else part["text"] for part in parts)
        if text:
            texts[report(chat["name"], message["id"])] = text
    return texts


def from_html(path: Path) -> dict[str, str]:
    page = Messages()
    page.feed(path.read_text("utf-8"))
    return {report(page.channel, number): text for number, text in page.texts.items()}


def from_feed(path: Path) -> dict[str, str]:
    texts = {}
    for item in ET.parse(path).getroot().iter("item"):
        page = Paragraphs()
        page.feed(item.findtext(CONTENT) or "")
        texts[item.findtext("guid") or ""] = "\n".join(page.lines)
    return texts


def from_article(path: Path) -> dict[str, str]:
    page = Paragraphs()
    page.feed(path.read_text("utf-8"))
    return {page.canonical: "\n".join(page.lines)}


def from_lines(path: Path) -> dict[str, str]:
    return {
        post["id"]: post["text"]
        for post in map(json.loads, path.read_text("utf-8").splitlines())
    }


FORMATS = {
    "telegram/*/result.json": (3, from_json),
    "telegram/*/messages.html": (2, from_html),
    "feeds/*.xml": (1, from_feed),
    "articles/*.html": (4, from_article),
    "posts.jsonl": (1, from_lines),
}


def everything() -> list[tuple[str, str]]:
    return [
        pair
        for glob, (_, read) in FORMATS.items()
        for path in sorted(SAMPLE.glob(glob))
        for pair in read(path).items()
    ]


TEXTS = dict(everything())


@pytest.mark.parametrize("glob", FORMATS)
def test_every_format_is_there(glob):
    assert len(list(SAMPLE.glob(glob))) == FORMATS[glob][0]


def test_ids_are_unique_and_gold_covers_every_report():
    ids = [i for i, _ in everything()]
    assert len(ids) == len(set(ids))
    assert sorted(ids) == sorted(g["id"] for g in GOLD)


@pytest.mark.parametrize("gold", GOLD, ids=lambda g: g["id"].split("//")[-1])
def test_quotes_stand_in_the_report(gold):
    text = TEXTS[gold["id"]]
    for relation in gold["attributions"]:
        nth = relation.get("nth", {})
        for part in ("source", "cue"):
            assert text.count(relation[part]) >= nth.get(part, 1), relation
        assert relation["cue"]
        assert relation["content"]
        assert all(piece and piece in text for piece in relation["content"]), relation
        assert relation["basis"] in BASIS
        assert relation["stance"] in STANCE


def test_links_point_at_reports():
    for gold in GOLD:
        assert gold["incident"] is None or gold["incident"] in INCIDENTS
        assert all(
            d["from"] in TEXTS and d["from"] != gold["id"] and d["how"] in HOW
            for d in gold["derived"]
        )
        assert gold["origin"]["report"] is None or gold["origin"]["report"] in TEXTS


def test_incidents_count_their_reports():
    for slug, incident in INCIDENTS.items():
        assert incident["reports"] == sum(g["incident"] == slug for g in GOLD)
        low, high = incident["independent_origins"]
        assert low <= len(incident["origins"]) <= high
        assert all(o in TEXTS for o in incident["origins"])


def test_three_languages_and_enough_annotation():
    assert sum(bool(g["attributions"]) for g in GOLD) >= 25
    assert {"ru", "uk", "en"} <= {
        json.loads(line)["lang"]
        for line in (SAMPLE / "posts.jsonl").read_text("utf-8").splitlines()
    }
