"""What holds for any files in any order."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model import Case, Document, Original, Refusal
from reportedly.store import CaseFolder, verify

from .conftest import NIGHT, contents, document

MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None

# a post of an export: its number, which place it stands at, whether this export has a title
POSTS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3), st.booleans()), max_size=6)
EXPORTS = st.lists(POSTS, min_size=1, max_size=4)

Export = Sequence[tuple[int, int, bool]]


def items(original: Original, posts: Export) -> list[Document | Refusal]:
    found: list[Document | Refusal] = [
        document(original.sha256, n, place=f"no. {place}", title="Порт" if titled else None)
        for n, place, titled in posts
    ]
    return [*found, Refusal(file=original.name, place="messages[99]", why="it is empty")]


def built(path: Path, exports: Sequence[tuple[int, Export]]) -> Case:
    with CaseFolder.create_or_open(path) as folder:
        for number, posts in exports:
            name = f"{number}.json"
            raw = name.encode()
            original = folder.seal(raw, name=name, media_type="x/y", received=NIGHT)
            folder.add(original, items(original, posts))
        return folder.load()


@settings(max_examples=25, deadline=None)
@given(EXPORTS, st.randoms(use_true_random=False))
def test_order_of_arrival_does_not_matter(exports: list[Export], chance: object) -> None:
    numbered = list(enumerate(exports))
    shuffled = list(numbered)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    again = shuffled + shuffled[:2]
    with (
        tempfile.TemporaryDirectory(dir=MEMORY) as one,
        tempfile.TemporaryDirectory(dir=MEMORY) as two,
    ):
        case = built(Path(one), numbered)
        assert built(Path(two), again) == case
        assert list(verify(Path(two))) == []


@settings(max_examples=15, deadline=None)
@given(EXPORTS)
def test_the_same_again_changes_no_byte(exports: list[Export]) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        case = built(Path(folder), list(enumerate(exports)))
        before = contents(Path(folder))
        assert built(Path(folder), list(enumerate(exports))) == case
        assert contents(Path(folder)) == before


@settings(max_examples=25, deadline=None)
@given(EXPORTS)
def test_the_smallest_sighting_gives_the_record(exports: list[Export]) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        case = built(Path(folder), list(enumerate(exports)))
    originals = {original.name: original for original in case.originals}
    sightings: dict[str, list[Document]] = {}
    for number, posts in enumerate(exports):
        for item in items(originals[f"{number}.json"], posts):
            if isinstance(item, Document):
                sightings.setdefault(item.id, []).append(item)
    assert {doc.id for doc in case.documents} == sightings.keys()
    for doc in case.documents:
        assert doc == min(
            sightings[doc.id],
            key=lambda one: (one.original, one.place, msgspec.json.encode(one)),
        )


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=30), max_size=5, unique=True))
def test_any_text_comes_back_as_it_was(texts: list[str]) -> None:
    with (
        tempfile.TemporaryDirectory(dir=MEMORY) as name,
        CaseFolder.create_or_open(Path(name)) as folder,
    ):
        original = folder.seal(b"x", name="x", media_type="x/y", received=NIGHT)
        given_ = [document(original.sha256, n, text=text) for n, text in enumerate(texts)]
        folder.add(original, given_)
        assert folder.documents() == tuple(given_)
