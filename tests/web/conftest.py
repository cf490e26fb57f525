"""A browser without a network: requests go straight into the application."""

import asyncio
from collections.abc import Callable

import httpx
import pytest
from starlette.applications import Starlette

from reportedly.web import create

from .constructed import CASE, original

Ask = Callable[..., httpx.Response]


def asking(app: Starlette, base: str = "http://127.0.0.1:8000") -> Ask:
    """Return a function that sends one request to `app` and gives the answer."""

    def ask(path: str, method: str = "GET", **more: object) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url=base) as client:
                return await client.request(method, path, **more)  # type: ignore[arg-type]

        return asyncio.run(send())

    return ask


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Ask the page of the constructed case."""
    return asking(create(CASE, original=original, notice="Invented for the tests."))
