"""The commands in the documentation are run, in order, as a reader would run them."""

import doctest
import re
import shlex
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from reportedly.cli.app import app

DOCS = Path(__file__).parent.parent / "docs"
COMMAND = re.compile(r"^\$ reportedly (.+)$", re.MULTILINE)


def run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reportedly", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    with resources.as_file(resources.files("reportedly.sample")) as sample:
        shutil.copytree(sample, tmp_path / "sample", ignore=shutil.ignore_patterns("__*"))
    return tmp_path


def test_every_command_of_the_reference_works(desk: Path) -> None:
    commands = COMMAND.findall((DOCS / "cli.md").read_text("utf-8"))
    assert len(commands) > 10
    for command in commands:
        done = run(shlex.split(command), desk)
        assert done.returncode == 0, (command, done.stderr)
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("page", sorted((DOCS / "guide").glob("*.md")), ids=lambda p: p.stem)
def test_every_command_of_a_guide_works_by_itself(page: Path, desk: Path) -> None:
    for command in COMMAND.findall(page.read_text("utf-8")):
        done = run(shlex.split(command), desk)
        assert done.returncode == 0, (command, done.stderr)


def test_the_python_examples_print_what_the_page_says(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)  # an example keeps its case in the folder it is run in
    failed, tried = doctest.testfile(
        str(DOCS / "python.md"),
        module_relative=False,
        globs={"sample": desk / "sample"},
        optionflags=doctest.NORMALIZE_WHITESPACE,
    )
    assert tried > 5
    assert not failed


def test_every_verb_is_in_the_reference_and_has_an_example() -> None:
    reference = (DOCS / "cli.md").read_text("utf-8")
    for command in app.registered_commands:
        assert command.callback is not None
        assert f"reportedly {command.callback.__name__}" in reference
        assert "reportedly " in (command.epilog or "")


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*DOCS.rglob("*.md"), *DOCS.parent.glob("*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), (page.name, target)
