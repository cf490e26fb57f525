import msgspec
import numpy as np
import pytest

from reportedly import link
from reportedly.link.reuse import aligned, alike, measure, shelve
from reportedly.link.reuse.boilerplate import POSTS

from .posts import ENGLISH, FIRST, OTHER, REWRITE, UKRAINIAN, derived, parents, post

FOOTER = (
    "\n\nВступайте в клуб филателистов «Зубцовка»: альбомы с марками Занзибара ждут в переулке "
    "Кожемяк, будни с полудня, пароль «гербовый кляссер»"
)


def test_a_signature_survives_storage():
    one = link.signature(post("Ночной колокол", FIRST))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(one), type=link.Signature) == one


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (FIRST, "copy"),
        (FIRST.upper(), "copy"),
        ("❗️" + FIRST.replace("ё", "е"), "copy"),
        (FIRST.split(". ", 1)[1], "copy"),  # trimmed
        (REWRITE, "rewrite"),
        (OTHER + "\n\n" + FIRST + "\n\n" + OTHER[::-1], "copy"),  # an excerpt in a digest
    ],
)
def test_reused_words_lead_to_the_earlier_report(text, how):
    docs = [post("Ночной колокол", FIRST), post("Южный берег", text, 7)]
    (found,) = derived(docs)
    assert (found.doc, found.parent, found.how) == (docs[1].id, docs[0].id, how)
    assert found.bits > 0


def test_unlike_reports_are_not_linked():
    assert derived([post("Ночной колокол", FIRST), post("Южный берег", OTHER, 7)]) == ()


def test_shown_spans_hold_the_same_words():
    one, other = post("Южный берег", REWRITE, 7), post("Ночной колокол", FIRST)
    shelf = shelve([one, other], {doc.id: link.signature(doc) for doc in (one, other)})
    (shown,) = aligned(shelf, np.array([1]), np.array([0]))
    assert shown
    for here, there in shown:
        mine, theirs = here.of(one.text).lower().split(), there.of(other.text).lower().split()
        assert mine[0][:4] == theirs[0][:4]
        assert mine[-1][:4] == theirs[-1][:4]


@pytest.mark.parametrize(("unlike", "linked"), [(POSTS - 1, True), (POSTS, False)])
def test_a_line_that_a_source_repeats_under_unlike_posts_is_no_evidence(unlike, linked):
    bodies = [OTHER, FIRST, "Трамваи пойдут в объезд.", "В порту открыли новый причал."]
    docs = [post("Южный берег", body + FOOTER, at) for at, body in enumerate(bodies[:unlike])]
    docs.append(post("Степь сегодня", "Урожай вишни собрали досрочно." + FOOTER, 60))
    assert ("Степь сегодня/60" in parents(docs)) is linked


def test_a_text_posted_again_and_again_is_not_taken_for_a_footer():
    docs = [post("Южный берег", FIRST + FOOTER, at) for at in range(5)]
    docs.append(post("Степь сегодня", FIRST, 60))
    assert parents(docs)["Степь сегодня/60"] == "Южный берег/0"


def test_a_digest_names_each_report_it_was_made_from():
    docs = [
        post("Ночной колокол", FIRST),
        post("Вести гавани", OTHER, 3),
        post("Южный берег", "Главное за ночь\n\n" + FIRST + "\n\n" + OTHER, 90),
    ]
    assert {one.parent for one in derived(docs)} == {docs[0].id, docs[1].id}


def test_words_added_later_are_not_credited_to_the_first_time():
    update = "Директор нефтебазы Остап Вишневой подал в отставку, сменщик приступит в четверг."
    first = post("Ночной колокол", FIRST + "\n\nUPD: " + update)
    later = post("Южный берег", update, 200)
    assert parents([first, later]) == {}


def test_a_viral_text_stays_cheap_and_leads_to_its_first_report():
    docs = [post(f"Канал {at}", FIRST, at) for at in range(60)]
    shelf = shelve(docs, {doc.id: link.signature(doc) for doc in docs})
    assert len(alike(shelf).children) <= 6 * len(docs)
    assert set(parents(docs).values()) == {"Канал 0/0"}


def test_nothing_to_compare():
    empty = [post("Канал", "…", 0), post("Канал", "!", 1)]
    assert derived(empty) == ()
    assert derived([]) == ()
    shelf = shelve(empty, {doc.id: link.signature(doc) for doc in empty})
    assert measure(shelf, alike(shelf)).bits.size == 0


@pytest.mark.parametrize(("lang", "text"), [("uk", UKRAINIAN), ("en", ENGLISH)])
def test_a_translation_is_found_by_names_and_numbers(lang, text):
    first = post("Нічний дзвін", UKRAINIAN, 0, lang="uk")
    russian = (
        "Канал «Ничный дзвин»: взрыв у Мирногорска. В Кленовом сняли зарево над резервуаром 7 "
        "базы «Причал» с 1900 тоннами мазута."
    )
    docs = [
        first,
        post("Степь сегодня", russian, 30),
        post("Coast Wire", ENGLISH, 40, lang="en"),
    ]
    assert {one.how for one in derived(docs)} == {"translation"}
    unrelated = post("Harbour Post", "Myrnohorsk opened a museum of sea charts.", 50, lang="en")
    assert parents([post("Канал", text, 0, lang=lang), unrelated]) == {}


def test_of_undated_texts_the_fullest_is_the_original():
    texts = [
        REWRITE + " Подробностей пока нет, ждём сводку дежурного по гарнизону пожарных.",
        FIRST,
        FIRST.split(". ", 1)[1],
        FIRST + "\n\n" + OTHER,
    ]
    docs = [post(f"Канал {at}", text, None) for at, text in enumerate(texts)]
    docs.append(post("Эхо", FIRST + " ❗️", None))
    originals = {docs[1].id, docs[4].id}
    assert {one.parent for one in derived(docs)} <= originals
    assert derived(docs) == derived(docs[::-1])


@pytest.mark.parametrize(("unlike", "linked"), [(POSTS - 1, True), (POSTS, False)])
def test_words_a_source_ends_unlike_posts_with_are_no_evidence(unlike, linked):
    footer = " " + FOOTER.strip()
    bodies = [OTHER, FIRST, "Трамваи завтра пойдут в объезд площади.", "В порту новый причал."]
    docs = [post("Южный берег", body + footer, at) for at, body in enumerate(bodies[:unlike])]
    docs.append(post("Степь сегодня", "Урожай вишни собрали досрочно в саду." + footer, 60))
    assert ("Степь сегодня/60" in parents(docs)) is linked


def test_one_web_address_does_not_make_a_copy():
    link_ = " https://vesti.example/kozhemyak/zubcovka-klyasser/vernisazh-filatelistov-2031"
    docs = [post("Южный берег", FIRST + link_), post("Степь сегодня", OTHER + link_, 9)]
    assert parents(docs) == {}


def test_a_digest_of_viral_posts_names_the_first_of_each():
    docs = [post(f"Канал {at}", FIRST, at) for at in range(12)]
    docs += [post(f"Газета {at}", OTHER, at) for at in range(12)]
    docs.append(post("Обзор", FIRST + "\n\n" + OTHER, 90))
    texts = {doc.id: doc.text for doc in docs}
    digest = [one for one in derived(docs) if one.doc == docs[-1].id]
    assert {texts[one.parent or ""] for one in digest} == {FIRST, OTHER}
