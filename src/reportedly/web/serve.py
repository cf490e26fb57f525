"""Serve the page on this machine, and to others only with a token."""

import ipaddress
import secrets
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from reportedly.errors import BadSetting
from reportedly.model import Case
from reportedly.store import CaseFolder

from .app import Loader, create


def loopback(host: str) -> bool:
    """Tell whether only this machine can reach `host`.

    >>> loopback("127.0.0.1"), loopback("0.0.0.0"), loopback("office-pc")
    (True, False, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def address(host: str, port: int, token: str | None) -> str:
    """Return the address to open, token included.

    >>> address("::1", 8000, None)
    'http://[::1]:8000/'
    """
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/" + (f"?token={token}" if token else "")


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise BadSetting(
            f"cannot listen there ({error})",
            where=f"{host}:{port}",
            way_out="choose another --port, 0 for any free one",
        ) from error


def loader(folder: CaseFolder) -> Loader:
    """Return what loads a case, anew only when it was built anew."""
    held: tuple[str | None, Case] | None = None

    def load() -> Case:
        nonlocal held
        state = folder.state()
        if held is None or (state is not None and state != held[0]):
            held = state, folder.load()
        return held[1]

    return load


def _say(where: str) -> None:
    sys.stderr.write(f"The page is at {where} (Ctrl+C ends)\n")


def serve(
    case: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    token: str | None = None,
    notice: str | None = None,
    started: Callable[[str], None] = _say,
) -> None:
    """Serve a case folder until interrupted; `started` is told the address to open.

    Port 0 takes a free one. Bound to anything but a loopback address a token is demanded, and
    made where none is given. Raises UnusableCase, and BadSetting where it cannot listen.
    """
    folder = CaseFolder.open(case)
    load = loader(folder)
    load()
    if token is None and not loopback(host):
        token = secrets.token_urlsafe(24)
    app = create(load, original=folder.original, notice=notice, token=token, hosts=(host,))
    with _listening(host, port) as listener:
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            ws="none",
            server_header=False,
            limit_concurrency=64,
            timeout_keep_alive=5,
        )
        started(address(host, listener.getsockname()[1], token))
        with suppress(KeyboardInterrupt):  # how a person ends it, as told
            uvicorn.Server(config).run(sockets=[listener])
