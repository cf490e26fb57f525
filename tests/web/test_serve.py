"""A case folder on disk becomes a page on this machine."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from reportedly.errors import BadSetting, UnusableCase
from reportedly.store import CaseFolder
from reportedly.web import serve
from reportedly.web.serve import loader, loopback

from .constructed import CASE, RAW, SEAL, START, STRAY

SERVE = """
import sys
from pathlib import Path
from reportedly.web import serve
serve(Path(sys.argv[1]), host=sys.argv[2], port=0)
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a case folder that holds the reports of the constructed case."""
    path = tmp_path / "case"
    with CaseFolder.create_or_open(path) as folder:
        sealed = folder.seal(
            RAW, name="posts.jsonl", media_type="application/x-ndjson", received=START
        )
        folder.add(sealed, [*CASE.documents, *CASE.refusals])
    return path


def running(case: Path, host: str) -> Iterator[str]:
    """Serve in a process of its own; yields the address it tells."""
    command = [sys.executable, "-c", SERVE, str(case), host]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        yield server.stderr.readline().split(" at ")[1].split()[0]
        server.terminate()


def test_a_case_folder_is_served_with_its_originals(case: Path) -> None:
    for home in running(case, "127.0.0.1"):
        assert home.startswith("http://127.0.0.1:")
        page = httpx.get(home)
        assert "12 reports" in page.text
        assert "server" not in page.headers
        assert httpx.get(f"{home}originals/{SEAL}").content == RAW
        assert "the bytes match" in httpx.get(f"{home}reports/{STRAY.id}").text


def test_bound_to_every_address_a_token_is_made_and_demanded(case: Path) -> None:
    for home in running(case, "0.0.0.0"):
        address, _, token = home.replace("0.0.0.0", "127.0.0.1").partition("?token=")
        assert len(token) >= 32
        assert httpx.get(address).status_code == 401
        bearer = {"authorization": f"Bearer {token}"}
        assert httpx.get(address, headers=bearer).status_code == 200
        with httpx.Client(follow_redirects=True) as browser:
            answer = browser.get(f"{address}?token={token}")
            assert answer.status_code == 200
            assert "token" not in str(answer.url)


def test_a_folder_that_is_no_case_is_refused_before_listening(tmp_path: Path) -> None:
    with pytest.raises(UnusableCase):
        serve(tmp_path / "none", port=0)


def test_an_address_of_another_machine_cannot_be_listened_on(case: Path) -> None:
    with pytest.raises(BadSetting, match="cannot listen"):
        serve(case, host="192.0.2.1", port=0)


def test_a_case_is_loaded_once_until_it_changes(case: Path) -> None:
    load = loader(CaseFolder.open(case))
    assert load() is load()


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.2", False),
        ("localhost.example", False),
    ],
)
def test_loopback(host: str, own: bool) -> None:
    assert loopback(host) is own
