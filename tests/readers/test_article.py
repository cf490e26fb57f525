from datetime import UTC, datetime

import pytest

from reportedly.errors import UnreadableInput

from .reading import read

BODY = """<p>Гул над портом слышали ночью жители трёх улиц, сообщила <a href="/mayor">мэрия</a>.
Пострадавших нет, уточнили в ведомстве, а причину пока устанавливают специалисты.</p>
<p>«Мы услышали звук ночью и вышли во двор», — рассказал Иван, живущий у самой гавани.</p>
<blockquote>
<p>По его словам, дыма над причалами не было, а свет в домах не пропадал ни разу.</p>
</blockquote>
<p>Порт работает в обычном режиме, суда заходят, добавили в его пресс-службе.</p>"""
HEAD = """<title>Над портом слышали гул | Портовый листок</title>
<meta property="og:title" content="Над портом слышали гул">
<meta property="og:site_name" content="Портовый листок">
<link rel="canonical" href="https://www.listok.example/news/1">
<meta property="article:published_time" content="2025-02-03T10:00:00+03:00">
<meta property="article:modified_time" content="2025-02-03T12:00:00+03:00">"""
PAGE = """<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8">{head}</head><body>
<nav><ul><li><a href="/">Главная</a></li><li><a href="/sport">Спорт</a></li></ul></nav>
<article><h1>Над портом слышали гул</h1>{body}</article>
<aside><h3>Читайте также</h3>
<ul><li><a href="/2">Цены на рыбу не изменились</a></li></ul></aside>
<footer>Подписывайтесь на рассылку. Все права защищены.</footer>
<script>var x = "не текст";</script></body></html>"""


def page(head: str = HEAD, body: str = BODY) -> str:
    return PAGE.format(head=head, body=body)


def test_an_article_is_its_headline_and_paragraphs_without_the_page_around() -> None:
    [report], _ = read(page(), "saved.html")
    first, second, third, fourth, fifth = report.text.split("\n\n")
    assert first == report.title == "Над портом слышали гул"
    assert second.startswith("Гул над портом слышали ночью")
    assert second.endswith("устанавливают специалисты.")
    assert third.startswith("«Мы услышали")
    assert fourth.startswith("По его словам")
    assert fifth.endswith("пресс-службе.")


def test_an_article_keeps_what_the_page_says_about_itself() -> None:
    [report], _ = read(page(), "saved.html")
    assert report.key == report.url == "https://www.listok.example/news/1"
    assert (report.source, report.handle) == ("Портовый листок", "listok.example")
    assert report.published == datetime(2025, 2, 3, 7, tzinfo=UTC)
    assert report.edited == datetime(2025, 2, 3, 9, tzinfo=UTC)
    assert (report.lang, report.read_by) == ("ru", "article 1")


def test_links_in_an_article_slice_their_anchors() -> None:
    [report], _ = read(page(), "saved.html")
    assert [(report.text[link.start : link.end], link.url) for link in report.links] == [
        ("мэрия", "https://www.listok.example/mayor")
    ]


@pytest.mark.parametrize(
    ("head", "published", "assumed"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": '
            '["NewsArticle"], "datePublished": "2025-02-03T10:00:00Z"}]}</script>',
            datetime(2025, 2, 3, 10, tzinfo=UTC),
            False,
        ),
        ('<script type="application/ld+json">{"broken</script>', None, False),
        (
            '<meta itemprop="datePublished" content="2025-02-03">',
            datetime(2025, 2, 3, tzinfo=UTC),
            True,
        ),
        ('<meta name="date" content="yesterday">', None, False),
        ("", None, False),
    ],
)
def test_the_time_is_taken_from_wherever_the_page_states_it(
    head: str, published: datetime | None, assumed: bool
) -> None:
    [report], _ = read(page(head), "saved.html")
    assert (report.published, report.zone_assumed) == (published, assumed)


def test_without_an_address_the_file_name_is_the_key() -> None:
    [report], _ = read(page(""), "saved.html")
    assert report.key == "saved.html"
    assert report.url is None


def test_a_page_of_one_short_paragraph_is_read_too() -> None:
    [report], _ = read("<html><body><h1>Гул</h1><p>Слышали гул.</p></body></html>", "a.html")
    assert report.text == "Гул\n\nСлышали гул."


def test_reading_a_page_again_and_again_gives_the_same() -> None:
    assert len({read(page(), "saved.html")[0][0].text for _ in range(6)}) == 1


def test_a_short_page_keeps_its_paragraphs_and_leaves_its_footer() -> None:
    raw = (
        "<html><body><nav><p>Главная</p></nav><div>"
        "<p>Раз, <b>гул</b>.</p><p>Два, дым.</p></div>"
        "<footer><p>Все права защищены</p></footer></body></html>"
    )
    [report], _ = read(raw, "a.html")
    assert report.text == "Раз, гул.\n\nДва, дым."


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("<html><body></body></html>", "no article text"),
        ("<html><body>" + "<div>" * 5000 + "<p>x</p>", "nested"),
    ],
)
def test_a_page_without_a_readable_article_is_named(raw: str, why: str) -> None:
    with pytest.raises(UnreadableInput, match=why):
        read(raw, "a.html")


def test_the_declared_code_page_is_believed_where_it_is_no_utf8() -> None:
    text = page().replace('charset="utf-8"', 'charset="koi8-r"')
    [report], _ = read(text.replace("ё", "е").encode("koi8-r", "ignore"), "saved.html")
    assert report.title == "Над портом слышали гул"
