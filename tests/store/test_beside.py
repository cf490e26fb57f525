"""Photos and videos that lie beside an export."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image, ImageDraw

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


def test_a_photo_made_smaller_on_the_way_is_recognised_by_its_looks(tmp_path: Path) -> None:
    picture = Image.new("RGB", (640, 480), "navy")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((60, 200, 300, 470), fill="orange")
    pen.ellipse((380, 40, 560, 220), fill="white")
    export(tmp_path / "one", "Вестник", 7, "Трамвай сошёл с рельсов у депо", 0, "a.png")
    export(tmp_path / "two", "Колокол", 9, "Вот что осталось от вагона", 9, "b.jpg")
    picture.save(tmp_path / "one" / "a.png")
    picture.resize((320, 240)).save(tmp_path / "two" / "b.jpg", quality=50)
    files = [f for f in gather([tmp_path / "one", tmp_path / "two"]) if not f.furniture]
    with CaseFolder.create_or_open(tmp_path / "case") as folder:
        list(spine.build(folder, files, datetime(2031, 5, 3, tzinfo=UTC)))
        case = folder.load()
    (step,) = case.derivations
    assert step.how.value == "same-media"
    assert step.because.startswith("carries by its looks the photo that Вестник has")


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
        assert file.picture(name) is None
