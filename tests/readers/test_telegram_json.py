import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import UnreadableInput
from reportedly.model import Forward, Media

from .reading import chat, export, message, read, written


def test_a_post_keeps_its_key_channel_time_and_place() -> None:
    [post], _ = read(
        export(message(17, "Гул над портом", edited_unixtime="1738569600")), "r.json"
    )
    assert post.key == "Причал_24/17"
    assert (post.source, post.handle) == ("Причал 24", "channel1001")
    assert post.published == datetime(2025, 2, 3, 7, 0, 17, tzinfo=UTC)
    assert post.edited == datetime(2025, 2, 3, 8, 0, tzinfo=UTC)
    assert not post.zone_assumed
    assert (post.place, post.read_by, post.lang) == ("messages[0]", "telegram-json 1", "ru")


@pytest.mark.parametrize(
    ("piece", "shown", "url"),
    [
        ("просто слова", None, None),
        ({"type": "bold", "text": "жирно"}, None, None),
        ({"type": "custom_emoji", "text": "🔥", "document_id": "a.webp"}, None, None),
        ({"type": "spoiler", "text": "скрыто"}, None, None),
        (
            {"type": "text_link", "text": "Маяк", "href": "https://t.me/beacon/1"},
            "Маяк",
            "https://t.me/beacon/1",
        ),
        ({"type": "link", "text": "t.me/beacon/2"}, "t.me/beacon/2", "https://t.me/beacon/2"),
        ({"type": "mention", "text": "@beacon"}, "@beacon", "https://t.me/beacon"),
        ({"type": "text_link", "text": "сюда", "href": "javascript:alert(1)"}, None, None),
        ({"type": "email", "text": "a@example.org"}, None, None),
    ],
)
def test_pieces_become_plain_text_and_only_real_links_stay(
    piece: Any, shown: str | None, url: str | None
) -> None:
    [post], _ = read(export(message(1, ["Взрыв 😮 ", piece, " у моря"])), "r.json")
    words = piece if isinstance(piece, str) else piece["text"]
    assert post.text == f"Взрыв 😮 {words} у моря"
    assert [(post.text[at.start : at.end], at.url) for at in post.links] == (
        [(shown, url)] if shown else []
    )


@pytest.mark.parametrize(
    ("fields", "forward"),
    [
        ({"forwarded_from": "Маяк"}, Forward(source="Маяк")),
        (
            {"forwarded_from": "Маяк", "forwarded_from_id": "channel77"},
            Forward(source="Маяк", handle="channel77"),
        ),
        ({"forwarded_from": "Анна", "forwarded_from_id": "user5"}, Forward(source="Анна")),
        ({"forwarded_from": None}, Forward(source="Deleted Account")),
        ({"saved_from": "Маяк"}, Forward(source="Маяк")),
        ({}, None),
    ],
)
def test_a_forward_names_where_it_came_from(
    fields: dict[str, Any], forward: Forward | None
) -> None:
    [post], _ = read(export(message(1, **fields)), "r.json")
    assert post.forwarded_from == forward


def test_a_reply_names_the_report_it_answers_unless_in_another_chat() -> None:
    posts, _ = read(
        export(
            message(2, reply_to_message_id=1),
            message(3, reply_to_message_id=1, reply_to_peer_id="channel5"),
        ),
        "r.json",
    )
    assert [post.reply_to for post in posts] == ["Причал_24/1", None]


@pytest.mark.parametrize(
    ("fields", "media"),
    [
        ({"photo": "photos/photo_1.jpg"}, Media(kind="photo", name="photos/photo_1.jpg")),
        (
            {"photo": "(File not included. Change data exporting settings.)"},
            Media(kind="photo"),
        ),
        (
            {
                "file": "(File exceeds maximum size. Change data exporting settings.)",
                "file_name": "IMG_1.MP4",
                "media_type": "video_file",
            },
            Media(kind="video", name="IMG_1.MP4"),
        ),
        ({"file": "/etc/shadow"}, Media(kind="file", name="shadow")),
        ({"file": "..\\..\\win.ini"}, Media(kind="file", name="win.ini")),
        (
            {"file": "files/a.ogg", "media_type": "voice_message"},
            Media(kind="voice", name="files/a.ogg"),
        ),
        (
            {"file": "files/a.webm", "mime_type": "video/webm"},
            Media(kind="video", name="files/a.webm"),
        ),
        ({"file": 7, "media_type": []}, Media(kind="file")),
        ({"location_information": {"latitude": 1, "longitude": 2}}, Media(kind="location")),
    ],
)
def test_media_are_named_inside_the_export_or_not_at_all(
    fields: dict[str, Any], media: Media
) -> None:
    [post], _ = read(export(message(1, "", **fields)), "r.json")
    assert post.media == (media,)


def test_an_album_is_one_report_under_the_key_that_has_the_text() -> None:
    same = {"date_unixtime": "1738566000"}
    posts, _ = read(
        export(
            message(1, "", photo="a.jpg", **same),
            message(2, "Дым над портом", photo="b.jpg", **same),
            message(3, "", photo="c.jpg", **same),
            message(4, "Другой пост", photo="d.jpg", **same),
            message(5, "", photo="e.jpg"),
        ),
        "r.json",
    )
    assert [(post.key[-1], [m.name for m in post.media]) for post in posts] == [
        ("2", ["a.jpg", "b.jpg", "c.jpg"]),
        ("4", ["d.jpg"]),
        ("5", ["e.jpg"]),
    ]


def test_what_is_no_report_is_passed_over() -> None:
    posts, refusals = read(
        export(
            message(1, type="service", action="pin_message"),
            {"id": 2, "type": "unsupported"},
            message(3, ""),
            message(4, "Слышны хлопки"),
        ),
        "r.json",
    )
    assert [post.text for post in posts] == ["Слышны хлопки"]
    assert not refusals


def test_whole_accounts_are_read_chat_by_chat() -> None:
    account = {
        "about": "…",
        "contacts": {"list": [{"phone_number": "1"}]},
        "chats": {
            "list": [chat(message(1, "раз"), name="А"), 5, chat(message(1, "два"), name="Б")]
        },
        "left_chats": {"list": [chat(message(9, "три"), name="В")]},
    }
    posts, refusals = read(written(account), "result.json")
    assert [(post.key, post.place) for post in posts] == [
        ("А/1", "chats[0].messages[0]"),
        ("Б/1", "chats[2].messages[0]"),
        ("В/9", "left_chats[0].messages[0]"),
    ]
    assert [refusal.place for refusal in refusals] == ["chats[1]"]


def test_an_old_export_has_local_times_of_no_stated_zone() -> None:
    old = message(1, from_id=1234567890)
    del old["date_unixtime"]
    [post], _ = read(export(old), "r.json")
    assert post.published == datetime(2025, 2, 3, 10, tzinfo=UTC)
    assert post.zone_assumed


@pytest.mark.parametrize(
    "fields",
    [
        {"date_unixtime": "99999999999999"},
        {"date_unixtime": "-1"},
        {"date_unixtime": "abc"},
        {"date_unixtime": [1]},
        {"date_unixtime": None, "date": "0000-00-00T00:00:00"},
        {"date_unixtime": None, "date": 10**400},
    ],
)
def test_an_absurd_time_is_unknown(fields: dict[str, Any]) -> None:
    [post], _ = read(export(message(1, **fields)), "r.json")
    assert post.published is None


def test_a_post_met_twice_is_one_and_changed_words_are_another() -> None:
    posts, _ = read(export(message(1, "а"), message(1, "а"), message(1, "б")), "r.json")
    assert [post.text for post in posts] == ["а", "б"]
    assert len({post.id for post in posts}) == 2


@pytest.mark.parametrize(
    "number", [None, "x", 1.5, True, 10**400, {"a": 1}, [], -(10**30)], ids=repr
)
def test_a_message_without_usable_id_is_kept_under_its_place(number: Any) -> None:
    [post], refusals = read(export(message(number, "Гул")), "r.json")
    assert post.key == "Причал_24#messages[0]"
    assert not refusals


@pytest.mark.parametrize(
    "text", [None, 5, True, {}, [None, 3, [], {"type": "bold"}, {"text": 5}]], ids=repr
)
def test_a_text_of_another_type_is_empty_not_fatal(text: Any) -> None:
    posts, refusals = read(export(message(1, text, photo="a.jpg"), message(2, "Гул")), "r.json")
    assert [post.text for post in posts] == ["", "Гул"]
    assert not refusals


def test_a_message_that_is_none_is_refused_by_place_and_the_rest_kept() -> None:
    posts, [refusal] = read(export(message(1), "nonsense", message(3)), "r.json")
    assert [post.key for post in posts] == ["Причал_24/1", "Причал_24/3"]
    assert (refusal.file, refusal.place) == ("r.json", "messages[1]")


@pytest.mark.parametrize(
    ("fields", "source", "key"),
    [
        ({"name": None}, "channel1001", "channel1001/1"),
        ({"name": None, "type": "saved_messages"}, "Saved Messages", "Saved_Messages/1"),
        ({"name": None, "type": "personal_chat"}, "r.json", "r.json/1"),
        ({"name": " Два\n слова ", "id": 10**400}, "Два слова", "Два_слова/1"),
    ],
)
def test_a_chat_without_name_goes_by_its_number_or_file(
    fields: dict[str, Any], source: str, key: str
) -> None:
    [post], _ = read(export(message(1), **fields), "r.json")
    assert (post.source, post.key) == (source, key)


@pytest.mark.parametrize(
    "raw",
    [
        '{"messages": "hello"}',
        '{"ok": true, "messages": [{"type": "message", "text": "hi"}]}',
        '{"name":"x","type":"public_channel","id":1,"messages":' + "[" * 100_000,
        '{"chats": {"list": []}}',
        '{"chats": 5}',
    ],
)
def test_what_is_no_export_is_named_unreadable(raw: str) -> None:
    with pytest.raises(UnreadableInput, match=r"r\.json: .*;"):
        read(raw, "r.json")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=40), st.integers(1_400_000_000, 4_000_000_000)),
        min_size=1,
        max_size=6,
    ),
    st.booleans(),
)
def test_texts_and_instants_go_through_an_export_unchanged(
    posts: list[tuple[str, int]], pretty: bool
) -> None:
    messages = [
        message(number, text, date_unixtime=str(moment))
        for number, (text, moment) in enumerate(posts)
    ]
    raw = json.dumps(chat(*messages), ensure_ascii=False, indent=1 if pretty else None)
    found, refusals = read(raw.encode("utf-8"), "r.json")
    assert not refusals
    assert [(post.text, post.published) for post in found] == [
        (text.replace("\0", "\ufffd"), datetime.fromtimestamp(moment, UTC))
        for text, moment in posts
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=10), st.booleans()), max_size=8))
def test_links_slice_their_anchors(pieces: list[tuple[str, bool]]) -> None:
    text = [
        {"type": "text_link", "text": words, "href": "https://example.org/"}
        if linked
        else words
        for words, linked in pieces
    ]
    posts, _ = read(export(message(1, text, photo="a.jpg")), "r.json")
    assert posts[0].text == "".join(words for words, _ in pieces).replace("\0", "\ufffd")
    assert [posts[0].text[link.start : link.end] for link in posts[0].links] == [
        words.replace("\0", "\ufffd") for words, linked in pieces if linked and words
    ]
