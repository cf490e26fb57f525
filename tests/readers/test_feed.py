from datetime import UTC, datetime

import pytest

from reportedly.errors import UnreadableInput

from .reading import read

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
 <channel>
  <title>Портовый листок</title><link>https://listok.example/</link><language>ru</language>
  {}
 </channel>
</rss>
"""
ITEM = """<item><guid isPermaLink="false">listok-1</guid>
   <title>Над портом слышали гул</title><link>https://www.listok.example/news/1</link>
   <pubDate>Mon, 03 Feb 2025 10:00:01 +0300</pubDate>
   <description>&lt;p&gt;Гул слышали &lt;a href="/a"&gt;трое&lt;/a&gt;.&lt;/p&gt;&lt;p&gt;Дыма
   нет&lt;/p&gt;</description></item>"""


def test_an_item_is_its_headline_and_its_text() -> None:
    [report], _ = read(RSS.format(ITEM), "feed.xml")
    assert report.text == "Над портом слышали гул\n\nГул слышали трое.\n\nДыма нет"
    assert report.title == "Над портом слышали гул"
    assert report.key == "listok-1"
    assert (report.source, report.handle) == ("Портовый листок", "listok.example")
    assert report.url == "https://www.listok.example/news/1"
    assert report.published == datetime(2025, 2, 3, 7, 0, 1, tzinfo=UTC)
    assert (report.lang, report.place, report.read_by) == ("ru", "item 1", "feed 1")
    [link] = report.links
    assert report.text[link.start : link.end] == "трое"
    assert link.url == "https://www.listok.example/a"


def test_a_headline_that_begins_the_text_is_not_said_twice() -> None:
    item = ITEM.replace("&lt;p&gt;Гул слышали", "&lt;p&gt;НАД ПОРТОМ СЛЫШАЛИ ГУЛ. Гул слышали")
    [report], _ = read(RSS.format(item), "feed.xml")
    assert report.text.startswith("НАД ПОРТОМ СЛЫШАЛИ ГУЛ. Гул слышали трое.")


def test_the_longest_text_of_an_item_is_taken() -> None:
    full = "<![CDATA[<p>Гул слышали трое жителей порта, дыма нет.</p>]]>"
    item = ITEM.replace("</item>", f"<content:encoded>{full}</content:encoded></item>")
    [report], _ = read(RSS.format(item), "feed.xml")
    assert report.text.endswith("\n\nГул слышали трое жителей порта, дыма нет.")


def test_atom_with_times_of_first_and_last_writing() -> None:
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
     <entry><id>tag:harbour,1</id><title>Hum over the port &amp;amp; the bay</title>
     <link href="https://harbour.example/1"/>
     <published>2025-02-03T10:00:00Z</published><updated>2025-02-03T11:00:00+00:00</updated>
     <summary>Residents heard a hum.</summary></entry></feed>"""
    [report], _ = read(atom, "feed.atom")
    assert report.title == "Hum over the port & the bay"
    assert report.edited == datetime(2025, 2, 3, 11, tzinfo=UTC)
    assert report.lang == "en"


@pytest.mark.parametrize(
    ("guid", "link", "key"),
    [
        ("<guid>g</guid>", "<link>https://a.example/1</link>", "g"),
        ("", "<link>https://a.example/1</link>", "https://a.example/1"),
        ("", "", "feed.xml#1"),
    ],
)
def test_the_key_is_the_guid_else_the_link_else_the_place(
    guid: str, link: str, key: str
) -> None:
    [report], _ = read(RSS.format(f"<item>{guid}{link}<title>Гул</title></item>"), "feed.xml")
    assert report.key == key


@pytest.mark.parametrize(
    ("date", "published", "assumed"),
    [
        ("Mon, 03 Feb 2025 10:00:00 MSK", datetime(2025, 2, 3, 7, tzinfo=UTC), False),
        ("Mon, 03 Feb 2025 10:00:00 GMT", datetime(2025, 2, 3, 10, tzinfo=UTC), False),
        ("2025-02-03T10:00:00+03:00", datetime(2025, 2, 3, 7, tzinfo=UTC), False),
        ("2025-02-03 10:00:00", datetime(2025, 2, 3, 10, tzinfo=UTC), True),
        ("Mon, 33 Feb 2025", None, False),
        ("0001-01-01T00:00:00+23:00", None, False),
    ],
)
def test_dates_keep_their_instant(date: str, published: datetime | None, assumed: bool) -> None:
    [report], _ = read(
        RSS.format(f"<item><title>Гул</title><pubDate>{date}</pubDate></item>"), "feed.xml"
    )
    assert (report.published, report.zone_assumed) == (published, assumed)


def test_an_aggregator_names_the_source_of_each_item() -> None:
    item = ITEM.replace("</item>", '<source url="https://mayak.example">Маяк</source></item>')
    [report], _ = read(RSS.format(item), "feed.xml")
    assert report.source == "Маяк"


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16"])
def test_a_feed_in_an_old_encoding_reads_the_same(encoding: str) -> None:
    text = RSS.replace("UTF-8", encoding).format(ITEM)
    [old], _ = read(text.encode(encoding), "feed.xml")
    [new], _ = read(RSS.format(ITEM), "feed.xml")
    assert old.id == new.id


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_entities_of_its_own_are_refused_in_every_encoding(doctype: str, encoding: str) -> None:
    raw = RSS.replace("<rss", doctype + "<rss", 1).format(ITEM).encode(encoding)
    with pytest.raises(UnreadableInput, match="entities"):
        read(raw, "feed.xml")


def test_a_cut_feed_keeps_its_items_and_says_so() -> None:
    text = RSS.format(ITEM + ITEM.replace("listok-1", "listok-2"))
    reports, refusals = read(text[: text.index("listok-2")], "feed.xml")
    assert reports[0].key == "listok-1"
    assert "ends before" in refusals[-1].why


def test_a_file_name_in_the_bytes_is_never_opened() -> None:
    with pytest.raises(UnreadableInput):
        read(b"/etc/passwd", "feed.xml")


def test_markup_in_a_title_is_text() -> None:
    item = "<item><title>&lt;img src=x onerror=alert(1)&gt;Гул &amp;lt;b&amp;gt;</title></item>"
    [report], _ = read(RSS.format(item), "feed.xml")
    assert report.text == "Гул <b>"
