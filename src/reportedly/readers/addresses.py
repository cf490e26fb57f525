"""Web addresses out of files: only what is safe to show and to follow."""

import re
from urllib.parse import urljoin, urlsplit

from . import bounds

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_SHOWABLE = ("http://", "https://", "tg://")
_BARE = re.compile(r"[\w\-]+(?:\.[\w\-]+)+(?:[/:?#].*)?", re.DOTALL)
_TELEGRAM = re.compile(
    r"https?://(?:www\.)?t(?:elegram)?\.me/(?:c/(?P<number>[0-9]{1,19})|(?:s/)?(?P<name>\w{2,64}))(?:[/?#]|$)"
)
_UNFIT = re.compile(r"[\x00-\x20\x7f\ud800-\udfff]+")


def address(href: object, *, base: str | None = None) -> str | None:
    """Return `href` as an absolute http, https or tg address, or None where it is none.

    >>> address("t.me/a/1"), address("javascript:alert(1)"), address("/x", base="https://a.b/c")
    ('https://t.me/a/1', None, 'https://a.b/x')
    """
    if not isinstance(href, str) or len(href) > bounds.ADDRESS:
        return None
    href = _UNFIT.sub("", href)
    if href.lower().startswith(_SHOWABLE):
        return href
    if not href or (_SCHEME.match(href) and not _BARE.fullmatch(href)):
        return None
    if base:
        try:
            href = urljoin(base, href)
        except ValueError:
            return None
        return href if href.lower().startswith(_SHOWABLE) else None
    return "https://" + href if _BARE.fullmatch(href) else None


def handle(url: str | None) -> str | None:
    """Return who publishes at an address: a Telegram channel where it is one, else the host.

    >>> handle("https://t.me/s/port_24/17"), handle("https://t.me/c/1001/5")
    ('@port_24', 'channel1001')
    """
    name = host(url)
    if name in ("t.me", "telegram.me") and url and (post := _TELEGRAM.match(url)):
        return f"channel{post['number']}" if post["number"] else f"@{post['name']}"
    return name


def host(url: str | None) -> str | None:
    """Return the host name of an address in lower case, without "www." and port.

    >>> host("https://www.Example.org:8080/a")
    'example.org'
    """
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") or None if name else None
