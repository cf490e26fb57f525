import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .reading import chat, export, message, read, written

WHOLE = export(message(1, "QQ"), message(2, "Второй пост"))
SMALL = json.dumps(chat(message(1, "QQ"), message(2, "Второй пост")), ensure_ascii=False)

ROWS = SMALL.replace('{"id"', '\n{"id"')


@pytest.mark.parametrize(
    ("fault", "first"),
    [
        (r"a\x0Cb", "a\x0cb"),
        (r"a\x00b", "a\ufffdb"),
        (r"C:\dir", r"C:\dir"),
        ("a\x0bb", "a\x0bb"),
        (r"\ud83d!", "\ufffd!"),
        (r"\ud83d\ude2e", "😮"),
        (r"\\x41", r"\x41"),
    ],
)
@pytest.mark.parametrize(
    "whole", [WHOLE, SMALL, ROWS], ids=["lines", "one line", "a message a line"]
)
def test_faulty_escapes_are_read_for_what_they_meant(
    whole: str, fault: str, first: str
) -> None:
    posts, refusals = read(whole.replace("QQ", fault), "r.json")
    assert [post.text for post in posts] == [first, "Второй пост"]
    assert not refusals


@pytest.mark.parametrize(
    "text",
    ['Он сказал "да" и ушёл', '"', 'конец "строки"', 'a "b", "c": "d"', 'нечётная " кавычка'],
)
def test_bare_quotes_in_a_line_of_its_own_stay_in_the_text(text: str) -> None:
    posts, refusals = read(WHOLE.replace("QQ", text), "r.json")
    assert [post.text for post in posts] == [text, "Второй пост"]
    assert not refusals


def test_a_path_without_quotes_does_not_cost_the_message() -> None:
    faulty = WHOLE.replace(
        '"QQ"',
        '[{"type": "custom_emoji", "text": "😮", "document_id": video_files/sticker (2).webm},'
        ' " и ещё"]',
    )
    posts, _ = read(faulty, "r.json")
    assert [post.text for post in posts] == ["😮 и ещё", "Второй пост"]


@pytest.mark.parametrize(
    "whole", [WHOLE, SMALL, ROWS], ids=["lines", "one line", "a message a line"]
)
def test_a_cut_export_keeps_its_whole_messages_and_says_where_it_ends(whole: str) -> None:
    posts, [refusal] = read(whole[: whole.index("Второй") + 2], "r.json")
    assert [post.text for post in posts] == ["QQ"]
    assert refusal.place == "messages[1]"
    assert "ends within" in refusal.why


def test_a_cut_between_messages_is_told_too() -> None:
    posts, [refusal] = read(WHOLE[: WHOLE.index(',\n  {\n   "id": 2')], "r.json")
    assert [post.text for post in posts] == ["QQ"]
    assert refusal.place == "after messages[0]"


def test_a_broken_message_in_the_middle_costs_only_itself() -> None:
    whole = export(message(1, "раз"), message(2, "два"), message(3, "три"))
    posts, [refusal] = read(whole.replace('"два"', "[[["), "r.json")
    assert [post.text for post in posts] == ["раз", "три"]
    assert refusal.place == "messages[1]"


def test_a_broken_account_keeps_posts_with_their_own_chats() -> None:
    account = written(
        {
            "about": "…",
            "chats": {
                "list": [
                    chat(message(1, "раз"), name="А"),
                    chat(message(1, "два"), message(2, "три"), name="Б \\ В", id=7),
                ]
            },
        }
    )
    posts, [refusal] = read(account[: account.index("три")], "result.json")
    assert [(post.key, post.handle) for post in posts] == [
        ("А/1", "channel1001"),
        ("Б_\\_В/1", "channel7"),
    ]
    assert refusal.place == "chats[1].messages[1]"


def test_what_reads_like_a_message_inside_a_text_is_none() -> None:
    bait = '{"id": 9, "type": "message", "text": "подмена"}'
    whole = export(message(1, bait), message(2, "Второй пост"))
    posts, _ = read(whole[:-3], "r.json")
    assert [post.text for post in posts] == [bait, "Второй пост"]


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_cut_anywhere_never_changes_what_is_read_before_it(data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.text(max_size=20), min_size=1, max_size=4))
    whole = export(*(message(n, f"№{n} {text}") for n, text in enumerate(texts)))
    reports, _ = read(whole, "r.json")
    cut = data.draw(st.integers(whole.index("messages") + 30, len(whole) - 1))
    kept = whole[:cut]
    if '"type": "message"' not in kept:
        return
    found, refusals = read(kept, "r.json")
    assert [post.id for post in found] == [post.id for post in reports[: len(found)]]
    assert len(found) == len(reports) or refusals
