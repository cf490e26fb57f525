from reportedly import link

from .posts import FIRST, OTHER, post


def pairs(docs):
    keys = {doc.id: doc.key for doc in docs}
    return {(keys[one.doc], keys[one.parent]): one.part for one in link.near(docs)}


def test_near_copies_lead_to_the_earlier_text_whatever_the_order():
    docs = [
        post("Ночной колокол", FIRST),
        post("Южный берег", "Срочно! " + FIRST, 7),
        post("Степь сегодня", FIRST[: len(FIRST) * 2 // 3], 9),
        post("Вести гавани", OTHER, 11),
    ]
    found = pairs(docs)
    assert found == pairs(docs[::-1])
    assert {child for child, _ in found} == {"Южный берег/7", "Степь сегодня/9"}
    assert found["Южный берег/7", "Ночной колокол/0"] > 0.8


def test_the_same_short_text_is_a_copy_of_itself():
    docs = [post("Ночной колокол", "Отбой"), post("Южный берег", "Отбой", 1)]
    assert pairs(docs) == {("Южный берег/1", "Ночной колокол/0"): 1.0}
    assert pairs([post("Ночной колокол", ""), post("Южный берег", "", 1)]) == {}
    assert link.near([]) == ()
