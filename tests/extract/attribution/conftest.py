from collections.abc import Callable

import pytest

from reportedly.model import Document


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """A document of a text in a language, published by a source."""

    def make(text: str, lang: str, source: str = "") -> Document:
        return Document(
            id="d",
            key="k",
            source=source,
            lang=lang,
            text=text,
            original="0" * 64,
            place="",
            read_by="test",
        )

    return make
