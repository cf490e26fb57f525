import pytest

from reportedly.lang.register import register
from reportedly.link import Directory, sources
from reportedly.model import SourceKind

from .posts import FIRST, post


def test_all_spellings_of_a_voice_are_one():
    directory = Directory(register())
    found = {
        directory.key(name) for name in ("SHOT", "канал «SHOT»", "Telegram-канал SHOT", "ШОТ")
    }
    assert len(found) == 1
    assert directory.find("никому не известный канал") is None


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("в МЧС", "МЧС РФ"),
        ("Минобороной России", "Минобороны РФ"),
        ("пресс-служба Минобороны Украины", "Минобороны Украины"),
        ("немецкая газета Welt", "Die Welt"),
        ("губернатор", None),
        ("@ Минобороной России", "Минобороны РФ"),
        ("МВД Грузии", None),
        ("представитель МИД Польши", None),
        ("МЗС Польщі", None),
        ("Georgia's Interior Ministry", None),
        ("представитель МВД РФ Волк", "МВД РФ"),
        ("источник в ведомстве", None),
    ],
)
def test_case_endings_and_titles_do_not_hide_a_voice(name, within):
    found = Directory(register()).within(name)
    assert (found and found.names[0]) == within


def test_publishers_join_the_register_once():
    docs = [
        post("Ночной колокол", FIRST, handle="@night_bell"),
        post("ночной  КОЛОКОЛ", FIRST, 1),
        post("Mash", FIRST, 2, handle="channel1117628569"),
        post("Вестник гавани", FIRST, 3, handle="harbour.example"),
    ]
    made = sources(docs)
    assert [one.id for one in made] == sorted(one.id for one in made)
    assert len({one.id for one in made}) == len(made) == len(register()) + 2
    directory = Directory(made)
    bell = directory.find("Ночной колокол")
    assert bell is not None
    assert (bell.kind, bell.handles) == (SourceKind.CHANNEL, ("@night_bell",))
    mash = directory.find("кто-то", "channel1117628569")
    assert mash is not None
    assert mash.names[0] == "Mash"
    harbour = directory.find("https", "https://www.harbour.example/news/1")
    assert harbour is not None
    assert harbour.kind is SourceKind.OUTLET


def test_the_order_of_documents_changes_nothing():
    docs = [post(f"Канал {n}", FIRST, n, handle=f"@c{n % 2}") for n in range(4)]
    assert sources(docs) == sources(docs[::-1])


@pytest.mark.parametrize("name", ["ведомство", "Ведомство", "в ведомстве", "Insiders"])
def test_a_common_word_is_no_medium(name: str) -> None:
    assert Directory(sources(())).find(name) is None


@pytest.mark.parametrize(
    ("name", "medium"), [("в «Ведомостях»", "Ведомости"), ("The Insider", "The Insider")]
)
def test_a_medium_is_found_in_its_case_endings(name: str, medium: str) -> None:
    found = Directory(sources(())).find(name)
    assert found is not None
    assert found.names[0] == medium


@pytest.mark.parametrize("voice", ["МВД Тулы", "Тула", "прокуратура Тулы"])
def test_a_channel_called_by_its_town_is_no_body_of_it(voice: str) -> None:
    made = sources([post("Новости Тулы", "Дождь"), post("Туляк • Новости Тулы", "Снег")])
    known = Directory(made)
    found = known.within(voice)
    assert found is None or "Новости" not in found.names[0]
    assert known.find("Новости Тулы") is not None


def test_a_country_has_several_names() -> None:
    known = Directory(())
    one, other = "министр обороны ФРГ", "Министр обороны Германии"
    assert known.key(one) == known.key(other) != known.key("министр обороны Франции")
