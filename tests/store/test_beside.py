"""Photos and videos that lie beside an export."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

from reportedly import case as spine
from reportedly.store import CaseFolder, gather


def export(folder: Path, name: str, post: int, text: str, minute: int, photo: str) -> None:
    folder.mkdir()
    message = {
        "id": post,
        "type": "message",
        "date": f"2031-05-02T01:{minute:02}:00",
        "date_unixtime": str(int(datetime(2031, 5, 2, 1, minute, tzinfo=UTC).timestamp())),
        "from": name,
        "photo": photo,
        "text": text,
    }
    whole = {"name": name, "type": "public_channel", "id": post, "messages": [message]}
    (folder / "result.json").write_text(json.dumps(whole), encoding="utf-8")


def test_one_picture_in_two_exports_is_recognised_by_its_bytes(tmp_path: Path) -> None:
    export(tmp_path / "one", "Вестник", 7, "Трамвай сошёл с рельсов у депо", 0, "photos/a.jpg")
    export(tmp_path / "two", "Колокол", 9, "Вот что осталось от вагона", 9, "photos/b.jpg")
    for place, photo in (("one", "a.jpg"), ("two", "b.jpg")):
        (tmp_path / place / "photos").mkdir()
        (tmp_path / place / "photos" / photo).write_bytes(b"the very same picture")
    files = [f for f in gather([tmp_path / "one", tmp_path / "two"]) if not f.furniture]
    with CaseFolder.create_or_open(tmp_path / "case") as folder:
        list(spine.build(folder, files, datetime(2031, 5, 3, tzinfo=UTC)))
        case = folder.load()
    hashes = {medium.sha256 for document in case.documents for medium in document.media}
    assert hashes == {hashlib.sha256(b"the very same picture").hexdigest()}
    assert [step.how.value for step in case.derivations] == ["same-media"]


def test_nothing_outside_the_folder_of_the_export_is_opened(tmp_path: Path) -> None:
    inside = tmp_path / "export"
    inside.mkdir()
    (inside / "result.json").write_text("{}", encoding="utf-8")
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (inside / "way_out.jpg").symlink_to(tmp_path / "secret.jpg")
    (file,) = (f for f in gather([inside]) if f.name == "result.json")
    for name in (
        "../secret.jpg",
        "way_out.jpg",
        str(tmp_path / "secret.jpg"),
        "",
        "a\0b",
        "x" * 5000,
    ):
        assert file.beside(name) is None
