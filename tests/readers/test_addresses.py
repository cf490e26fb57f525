import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.readers.addresses import address, handle, host


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://example.org/a", "https://example.org/a"),
        (" https://example.org/\na ", "https://example.org/a"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("tg://resolve?domain=beacon", "tg://resolve?domain=beacon"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("mailto:a@example.org", None),
        ("/relative", None),
        ("", None),
        (None, None),
        ("https://example.org/" + "a" * 5000, None),
    ],
)
def test_only_addresses_fit_to_show_are_kept(href: object, url: str | None) -> None:
    assert address(href) == url


@pytest.mark.parametrize(
    ("url", "whose"),
    [
        ("https://t.me/port_24/17", "@port_24"),
        ("https://t.me/s/port_24", "@port_24"),
        ("https://t.me/c/1001/5", "channel1001"),
        ("https://www.example.org/t.me/x", "example.org"),
        ("https://[broken", None),
        (None, None),
    ],
)
def test_a_publisher_is_a_channel_or_a_host(url: str | None, whose: str | None) -> None:
    assert handle(url) == whose


@given(st.text(max_size=60), st.one_of(st.none(), st.just("https://a.example/b")))
def test_no_address_is_dangerous_or_fatal(href: str, base: str | None) -> None:
    url = address(href, base=base)
    assert url is None or url.lower().startswith(("http://", "https://", "tg://"))
    host(url)
