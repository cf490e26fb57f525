"""Who may see the page, and what a browser may do with it."""

import hashlib
import hmac
import ipaddress
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "reportedly"
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


class SafeHeaders:
    """Put the strict headers on every answer that has not set its own stricter ones."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_safe)


def known_host(header: str, names: Iterable[str]) -> bool:
    """Tell whether a Host header names this machine by address or by an expected name.

    Pages of other sites can point a name of theirs here (DNS rebinding), never an address.

    >>> known_host("127.0.0.1:8000", ()), known_host("[::1]", ()), known_host("evil.test", ())
    (True, True, False)
    """
    host = header.strip().lower()
    host = host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]
    if host in {"localhost", *names}:
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class KnownHost:
    """Refuse requests that reach this server under a stranger's name."""

    def __init__(self, app: ASGIApp, names: tuple[str, ...] = ()) -> None:
        self.app, self.names = app, tuple(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        host = Headers(scope=scope).get("host", "") if scope["type"] == "http" else ""
        if scope["type"] == "http" and not known_host(host, self.names):
            refusal = PlainTextResponse("This address is not served here.\n", 421)
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)


class Token:
    """Ask for a token: as bearer, or once in the address and from then on as a cookie."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app, self.token = app, token
        self.pass_ = hashlib.sha256(f"reportedly cookie {token}".encode()).hexdigest()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        bearer = headers.get("authorization", "")
        if _same(bearer, f"Bearer {self.token}") or _same(self._cookie(headers), self.pass_):
            await self.app(scope, receive, send)
            return
        await self._answer(scope)(scope, receive, send)

    def _cookie(self, headers: Headers) -> str:
        try:
            held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return ""
        return held.value if held else ""

    def _answer(self, scope: Scope) -> Response:
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = next((value for name, value in query if name == "token"), "")
        if not given or not _same(given, self.token):
            return PlainTextResponse(
                "This case is protected: open the address with its token, as printed where "
                "the page was started.\n",
                401,
                {"www-authenticate": "Bearer"},
            )
        rest = urlencode([pair for pair in query if pair[0] != "token"])
        # Two slashes at the start would lead to another host.
        path = "/" + str(scope["path"]).lstrip("/\\")
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
        answer.set_cookie(COOKIE, self.pass_, httponly=True, samesite="strict", path="/")
        return answer


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(), expected.encode())
