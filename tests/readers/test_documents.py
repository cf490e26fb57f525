import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import UnreadableInput
from reportedly.model import Document
from reportedly.readers import READERS, documents, from_text

from .reading import export, message, read

SEEDS = [
    export(message(1, "Гул"), message(2, ["Дым ", {"type": "bold", "text": "там"}])).encode(),
    b'<!DOCTYPE html><html><body><div class="page_wrap"><div class="page_header"></div>'
    b'<div class="message default" id="message1"><div class="body"><div class="text">x</div>'
    b"</div></div></div></body></html>",
    b"<rss><channel><title>t</title><item><title>Hum at a port</title></item></channel></rss>",
    b"<html><body><p>Hum over the port was heard.</p></body></html>",
    json.dumps({"id": 1, "text": "Гул"}).encode(),
    "Гул над портом".encode("windows-1251"),
]
NAMES = ["result.json", "messages.html", "feed.xml", "a.html", "posts.jsonl", "note.txt", "x"]


@pytest.mark.parametrize(
    ("raw", "name", "reader"),
    [
        (SEEDS[0], "noname", "telegram-json"),
        (SEEDS[0], "posts.json", "telegram-json"),
        (SEEDS[1], "noname.txt", "telegram-html"),
        (SEEDS[2], "noname", "feed"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- c -->' + SEEDS[2], "news.html", "feed"),
        (SEEDS[3], "noname", "article"),
        (SEEDS[4], "noname.json", "jsonl"),
        (SEEDS[5], "note.txt", "plain"),
        (SEEDS[5], "-", "plain"),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_content(raw: bytes, name: str, reader: str) -> None:
    [first, *_], _ = read(raw, name)
    assert first.read_by == f"{reader} 1"
    assert first.original == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize(
    ("raw", "name", "why"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\n", "a.txt", "empty"),
        (b"PK\x03\x04abc", "a.txt", "ZIP"),
        (b"\x1f\x8b\x08", "a.json", "gzip"),
        (b"%PDF-1.7", "a.pdf", "PDF"),
        (bytes(range(256)) * 8, "a", "binary"),
        (b"body { color: red }", "style.css", "no reader"),
        (b"var x = 1;", "script.js", "no reader"),
        (b'{"a": 1}', "a.json", "no reader"),
        (b"<x/>", "a.xml", "no reader"),
    ],
)
def test_what_no_reader_knows_is_named_with_the_way_out(
    raw: bytes, name: str, why: str
) -> None:
    with pytest.raises(UnreadableInput, match=why) as error:
        read(raw, name)
    assert str(error.value).startswith(f"{name}: ")
    assert error.value.way_out


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_bytes_raise_anything_but_unreadable_input(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.one_of(st.binary(max_size=300), st.sampled_from(SEEDS))))
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(raw)))
        end = data.draw(st.integers(at, min(len(raw), at + 20)))
        raw[at:end] = data.draw(
            st.one_of(
                st.binary(max_size=4),
                st.sampled_from([b'"', b"\\", b"<", b"]", b"{", b"&#0;", b"&#xD800;", b"\x00"]),
            )
        )
    try:
        for one in documents(bytes(raw), data.draw(st.sampled_from(NAMES)), "0" * 64):
            if isinstance(one, Document):
                assert all(0 <= link.start < link.end <= len(one.text) for link in one.links)
    except UnreadableInput:
        pass


@pytest.mark.parametrize("raw", SEEDS[:5])
def test_reading_twice_gives_the_same(raw: bytes) -> None:
    name = "posts.json"
    assert list(documents(raw, name, "0" * 64)) == list(documents(raw, name, "0" * 64))


@given(st.text(alphabet=st.characters(), max_size=100))
def test_a_text_given_as_such_keeps_every_offset(text: str) -> None:
    made = from_text(text)
    assert len(made.text) == len(text)
    if text.isprintable():
        assert made.text == text


def test_a_text_given_as_such_keeps_what_is_said_about_it() -> None:
    made = from_text("Гул", key="k", source="Причал", lang="uk")
    assert (made.key, made.source, made.lang) == ("k", "Причал", "uk")
    with pytest.raises(UnreadableInput, match="characters"):
        from_text("а" * 2_000_001)


def test_readers_are_told_apart_by_name() -> None:
    assert len({reader.name for reader in READERS}) == len(READERS)
