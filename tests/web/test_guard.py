"""Only those who may see the page, and browsers that may do little with it."""

import pytest

from reportedly.web import create

from .conftest import Ask, asking
from .constructed import CASE, INCIDENT, original


@pytest.mark.parametrize(
    "path", ["/", f"/incidents/{INCIDENT.id}", "/nothing", "/static/base.css"]
)
def test_every_answer_carries_the_strict_headers(ask: Ask, path: str) -> None:
    headers = ask(path).headers
    policy = headers["content-security-policy"]
    for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:9000", 200),
        ("localhost", 200),
        ("[::1]:80", 200),
        ("192.0.2.7", 200),
        ("desk.example", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
        ("localhost.evil.example:80", 421),
        ("[::1", 200),
    ],
)
def test_strangers_names_for_this_machine_are_refused(host: str, status: int) -> None:
    asked = asking(create(CASE, hosts=("Desk.example",)))
    assert asked("/", headers={"host": host}).status_code == status


@pytest.fixture(scope="module")
def guarded() -> Ask:
    return asking(create(CASE, original=original, token="open sesame"))


def test_without_token_nothing_is_shown(guarded: Ask) -> None:
    for path in ("/", f"/incidents/{INCIDENT.id}", "/static/base.css", "/nothing"):
        answer = guarded(path)
        assert answer.status_code == 401
        assert "Izobilny" not in answer.text


@pytest.mark.parametrize(
    "bearer", ["open sesame!", "", "öpen sesame".encode().decode("latin-1")]
)
def test_wrong_tokens_are_refused(guarded: Ask, bearer: str) -> None:
    given = {"authorization": f"Bearer {bearer}".encode("latin-1")}
    assert guarded("/", headers=given).status_code == 401
    assert guarded("/", params={"token": bearer}).status_code == 401
    assert (
        guarded("/", headers={"cookie": f"reportedly={bearer}".encode("latin-1")}).status_code
        == 401
    )


def test_bearer_token_opens(guarded: Ask) -> None:
    given = {"authorization": "Bearer open sesame"}
    assert guarded("/", headers=given).status_code == 200


def test_token_in_the_address_becomes_a_cookie_and_leaves_the_address(guarded: Ask) -> None:
    answer = guarded("/?q=a%26b&token=open+sesame")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/?q=a%26b"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert "sesame" not in cookie
    held = {"cookie": cookie.partition(";")[0]}
    assert guarded("/", headers=held).status_code == 200


def test_token_never_leads_to_another_host(guarded: Ask) -> None:
    answer = guarded("http://127.0.0.1//evil.example/?token=open+sesame")
    assert answer.headers["location"] == "/evil.example/"
