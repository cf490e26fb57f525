from pathlib import Path

from reportedly.store import CaseFolder, verify


def test_a_label_is_kept_sealed_and_written_once(tmp_path: Path) -> None:
    case = tmp_path / "case"
    for _ in range(2):
        with CaseFolder.create_or_open(case) as folder:
            folder.label("Nothing here happened.")
    log = (case / "custody.jsonl").read_bytes()
    assert log.count(b"labelled") == 1
    with CaseFolder.open(case) as folder:
        assert folder.load().notice == "Nothing here happened."
    assert not list(verify(case))
