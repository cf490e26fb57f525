import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

LINES = [
    {"id": "a", "text": "Губернатор сообщил, что пострадал один человек.", "lang": "ru"},
    {"id": "b", "text": ""},
    {"id": "c", "text": "Two people were injured, the mayor said.", "source": "Harbour Wire"},
    {"id": "d", "text": "Der Hafen ist geschlossen, sagte der Bürgermeister."},
]


def run(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reportedly", *words]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)


def test_a_stream_gives_one_line_a_line_in_order() -> None:
    stdin = "\n".join(json.dumps(line, ensure_ascii=False) for line in LINES)
    done = run("read", "--json", "--from", "jsonl", "-", stdin=stdin)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a", "b", "c", "d"]
    said = rows[0]["attributions"][0]
    text = LINES[0]["text"]
    assert [text[a:b] for a, b in said["source"]] == ["Губернатор"]
    assert [text[a:b] for a, b in said["cue"]] == ["сообщил"]
    assert [text[a:b] for a, b in said["content"]] == ["пострадал один человек"]
    assert (said["stance"], said["basis"]) == ("asserts", "official")
    injured = [claim for claim in rows[0]["claims"] if claim["slot"] == "injured"]
    assert [claim["value"]["best"] for claim in injured] == [1]
    assert rows[3]["attributions"] == []  # kept, not guessed


def test_a_line_is_answered_before_the_next_one_comes() -> None:
    command = [sys.executable, "-m", "reportedly", "read", "--json", "--from", "jsonl", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for line in LINES:
            running.stdin.write(json.dumps(line).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == line["id"]
        running.stdin.close()
        assert running.stdout.read() == b""


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_a_stream_that_waits_for_more() -> None:
    command = [sys.executable, "-m", "reportedly", "read", "--json", "--from", "jsonl", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(json.dumps(LINES[0]).encode() + b"\n")
        running.stdin.flush()
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(60) != 0
        assert running.stderr is not None
        assert b"Fatal" not in running.stderr.read()


def test_a_bad_line_keeps_its_place_and_the_rest() -> None:
    done = run(
        "read", "--json", "--from", "jsonl", "-", stdin='{"id": "a", "text": "x"}\n{oops\n'
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a", None]
    assert "line 2" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["read", "no-such-file.txt"], "no-such-file.txt"),
        (["build", "case", "no-such-folder"], "no-such-folder"),
        (["incidents", "no-such-case"], "no-such-case"),
        (["verify", "no-such-case"], "no-such-case"),
        (["export", "no-such-case", "--to", "docx"], "docx"),
        (["serve", "no-such-case"], "no-such-case"),
        (["read", "."], "reportedly build CASE FOLDER"),
        (["read", "/dev/zero"], "a pipe or a device"),
        (["build"], "Missing argument 'CASE'; see reportedly build --help"),
        (["export", "case"], "--to"),
        (["nosuch"], "nosuch"),
        (["read", "--from", "pdf", "x"], "pdf"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(words: list[str], said: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_x_ray_of_a_text_names_voice_and_offsets() -> None:
    done = run("read", "--from", "text", "-", stdin="The harbour is closed, the mayor said.")
    assert done.returncode == 0
    assert "this report < mayor" in done.stdout
    assert "0-21" in done.stdout
    assert "\x1b[" not in done.stdout  # no colour in a pipe


def test_a_reader_that_goes_away_ends_it_in_peace(tmp_path: Path) -> None:
    text = tmp_path / "long.txt"
    text.write_text("The harbour is closed, the mayor said.\n" * 5000)
    command = [sys.executable, "-m", "reportedly", "read", str(text)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0
