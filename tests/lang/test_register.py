import pytest

from reportedly.lang.register import examples, name_key, register, vague
from reportedly.model import SourceKind


@pytest.mark.parametrize(("name", "source"), examples())
def test_the_register_answers_its_own_examples(name, source):
    found = {one.names[0] for one in register() if name_key(name) in map(name_key, one.names)}
    assert found == ({source} if source else set())


def test_no_name_belongs_to_two_voices():
    owners: dict[str, str] = {}
    for source in register():
        for key in {name_key(name) for name in source.names}:
            assert owners.setdefault(key, source.id) == source.id, source.names


def test_ids_are_distinct_and_every_kind_is_there():
    ids = [source.id for source in register()]
    assert len(set(ids)) == len(ids)
    kinds = {source.kind for source in register()}
    assert {
        SourceKind.AGENCY,
        SourceKind.OUTLET,
        SourceKind.CHANNEL,
        SourceKind.OFFICIAL,
    } <= kinds


def test_vague_voices_are_not_in_the_register():
    assert not vague() & {name_key(name) for one in register() for name in one.names}
