from datetime import UTC, datetime
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Forward, Media

from .reading import export, message, read

PAGE = """<!DOCTYPE html>
<html>
 <head><meta charset="utf-8"/><title>Exported Data</title></head>
 <body onload="CheckLocation();">
  <div class="page_wrap">
   <div class="page_header"><div class="content"><div class="text bold">
Причал  24
     </div></div></div>
   <div class="page_body chat_page"><div class="history">
{}
   </div></div>
  </div>
 </body>
</html>
"""


def post(
    number: int,
    text: str | None = "Гул над портом",
    *,
    before: str = "",
    joined: bool = False,
    date: str = "03.02.2025 10:00:00 UTC+03:00",
) -> str:
    name = "" if joined else '<div class="from_name">\nПричал 24 \n       </div>'
    shown = "" if text is None else f'<div class="text">\n{text}\n       </div>'
    return f"""
     <div class="message default clearfix{" joined" * joined}" id="message{number}">
      <div class="body">
       <div class="pull_right date details" title="{date}">
10:00
       </div>
       {name}
       {before}
       {shown}
      </div>
     </div>"""


def forwarded(name: str, date: str, text: str) -> str:
    return f"""<div class="forwarded body"><div class="from_name">
{name} <span class="date details" title="{date}"> 03.02.2025 09:41:00</span>
       </div><div class="text">
{text}
       </div></div>"""


def test_a_post_is_the_same_report_as_in_the_json_export() -> None:
    text = "Гул  над портом 😮\n\nПодробности «позже»"
    [from_html], _ = read(PAGE.format(post(7, text.replace("\n", "<br>"))), "messages.html")
    [from_json], _ = read(export(message(7, text, date_unixtime="1738566000")), "r.json")
    assert from_html.id == from_json.id
    assert from_html.place == "#message7"
    assert from_html.read_by == "telegram-html 1"


def test_the_original_time_of_a_forward_is_kept_with_its_zone() -> None:
    page = PAGE.format(
        post(1, None, before=forwarded("Маяк", "03.02.2025 09:41:00 UTC+03:00", "Дым"))
    )
    [report], _ = read(page, "messages.html")
    assert report.text == "Дым"
    assert report.forwarded_from == Forward(
        source="Маяк", published=datetime(2025, 2, 3, 6, 41, tzinfo=UTC)
    )


def test_a_joined_forward_goes_on_with_the_name_before_it() -> None:
    first = post(1, None, before=forwarded("Маяк", "03.02.2025 09:41:00 UTC+03:00", "Дым"))
    second = post(
        2,
        None,
        joined=True,
        before='<div class="forwarded body"><div class="text">И гул</div></div>',
    )
    third = post(3, "Своё", joined=True)
    reports, _ = read(PAGE.format(first + second + third), "messages.html")
    assert [r.forwarded_from and r.forwarded_from.source for r in reports] == [
        "Маяк",
        "Маяк",
        None,
    ]


def test_entities_links_and_hidden_words_become_plain_text() -> None:
    text = (
        '<strong>Взрыв</strong> &amp; <span class="spoiler hidden"><span>дым</span></span><br>'
        '<a href="https://t.me/beacon">@beacon</a> <a href="" onclick="x()">#порт</a> '
        '<a href="t.me/beacon/5">t.me/beacon/5</a><a href="javascript:alert(1)">!</a>'
    )
    [report], _ = read(PAGE.format(post(1, text)), "messages.html")
    assert report.text == "Взрыв & дым\n@beacon #порт t.me/beacon/5!"
    assert [(report.text[link.start : link.end], link.url) for link in report.links] == [
        ("@beacon", "https://t.me/beacon"),
        ("t.me/beacon/5", "https://t.me/beacon/5"),
    ]


@pytest.mark.parametrize(
    ("date", "published", "assumed"),
    [
        ("03.02.2025 10:00:00 UTC+03:00", datetime(2025, 2, 3, 7, tzinfo=UTC), False),
        ("03.02.2025 10:00:00 UTC-04:30", datetime(2025, 2, 3, 14, 30, tzinfo=UTC), False),
        ("03.02.2025 10:00:00 UTC", datetime(2025, 2, 3, 10, tzinfo=UTC), False),
        ("03.02.2025 10:00:00", datetime(2025, 2, 3, 10, tzinfo=UTC), True),
        ("31.02.2025 10:00:00", None, False),
        ("03.02.2025 10:00:00 UTC+99:99", None, False),
        ("soon", None, False),
    ],
)
def test_times_keep_their_instant(date: str, published: datetime | None, assumed: bool) -> None:
    [report], _ = read(PAGE.format(post(1, date=date)), "messages.html")
    assert (report.published, report.zone_assumed) == (published, assumed)


def test_replies_and_media_are_kept() -> None:
    before = (
        '<div class="reply_to details">In reply to '
        '<a href="messages2.html#go_to_message5">this message</a></div>'
        '<div class="media_wrap clearfix">'
        '<a class="photo_wrap clearfix pull_left" href="photos/photo_1.jpg">'
        '<img class="photo" src="photos/photo_1_thumb.jpg"></a></div>'
        '<div class="media_wrap clearfix"><div class="media clearfix pull_left media_video">'
        '<div class="body"><div class="title bold">Video file</div>'
        '<div class="description">Not included, change data exporting settings.</div>'
        "</div></div></div>"
    )
    [report], _ = read(PAGE.format(post(9, before=before)), "messages.html")
    assert report.reply_to == "Причал_24/5"
    photo, thumb = "photos/photo_1.jpg", "photos/photo_1_thumb.jpg"
    assert report.media == (
        Media(kind="photo", name=photo, preview=thumb),
        Media(kind="video"),
    )


def test_dates_between_posts_are_no_reports() -> None:
    service = (
        '<div class="message service" id="message-1"><div class="body">3 February</div></div>'
    )
    reports, refusals = read(PAGE.format(service + post(2)), "messages.html")
    assert [report.key for report in reports] == ["Причал_24/2"]
    assert not refusals


@pytest.mark.parametrize(
    ("cut", "kept", "place"),
    [
        ("UTC+03:00", 0, "#message1"),
        ("портом", 1, "after #message1"),
        ("</body>", 1, "after #message1"),
    ],
)
def test_a_cut_page_keeps_what_is_whole_and_says_so(cut: str, kept: int, place: str) -> None:
    page = PAGE.format(post(1))
    reports, refusals = read(page[: page.index(cut)], "messages.html")
    assert len(reports) == kept
    assert [refusal.place for refusal in refusals] == [place]


def test_hostile_names_are_text() -> None:
    page = PAGE.format(post(1).replace("Причал 24", "<img src=x onerror=alert(1)>"))
    [report], _ = read(page, "messages.html")
    assert report.source == "Причал 24"


@settings(max_examples=50, deadline=None)
@given(
    st.text(
        alphabet=st.characters(exclude_categories=["C", "Z"], include_characters=" \n"),
        min_size=1,
    )
)
def test_texts_go_through_a_page_unchanged(text: str) -> None:
    page = PAGE.format("{}").replace(
        "{}", post(1, "«" + escape(text).replace("\n", "<br>") + "»")
    )
    [report], _ = read(page, "messages.html")
    assert report.text == f"«{text}»"
