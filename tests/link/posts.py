"""Posts of made-up channels, for the tests of linking."""

from datetime import UTC, datetime, timedelta
from typing import Any

from reportedly import link
from reportedly.model import (
    Attribution,
    Basis,
    Derivation,
    Document,
    Reading,
    Span,
    Stance,
    Voice,
    document_id,
)

START = datetime(2031, 5, 2, 1, 0, tzinfo=UTC)

FIRST = (
    "Два хлопка разбудили посёлок Кленовый возле нефтебазы «Причал». Жительница сняла зарево "
    "над резервуаром номер 7, внутри хранилось 1900 тонн мазута. Сторожа увезли с ожогами."
)
REWRITE = (
    "Зарево над резервуаром номер 7 сняла жительница Кленового: загорелась нефтебаза «Причал». "
    "Там хранилось 1900 тонн мазута, а сторожа увезли с ожогами. Говорят про два хлопка."
)
OTHER = (
    "Городской музей получил в дар коллекцию морских карт шестнадцатого века, которую собирал "
    "капитан дальнего плавания. Выставка откроется в субботу."
)
UKRAINIAN = (
    "Жителька селища Кленовий зняла заграву над резервуаром 7 нафтобази «Причал», усередині "
    "зберігали 1900 тонн мазуту. Вибух стався поблизу Мирногорська, пише канал «Нічний дзвін»."
)
ENGLISH = (
    "A resident of Klenovy filmed a glow above tank 7 of the Prichal depot near Myrnohorsk, "
    "where 1900 tonnes of fuel oil were stored, the channel Nichny Dzvin writes."
)


def post(source: str, text: str, minutes: float | None = 0, **more: Any) -> Document:
    published = None if minutes is None else START + timedelta(minutes=minutes)
    key = more.pop("key", f"{source}/{minutes}")
    given = {"lang": "ru", "original": "0" * 64, "place": "", "read_by": "test", **more}
    return Document(
        id=document_id(key, source, text, published, given.get("edited")),
        key=key,
        source=source,
        text=text,
        published=published,
        **given,
    )


def said(
    doc: Document, name: str, basis: Basis, where: str = "", stance: Stance = Stance.ASSERTS
) -> Reading:
    """Return a reading in which the whole of `doc` is said by `name`."""
    at = doc.text.index(where) if where else 0
    span = Span(doc.id, at, at + max(1, len(where)))
    voice = Voice(name=name, basis=basis, stance=stance, spans=(span,))
    whole = (Span(doc.id, 0, len(doc.text)),)
    return Reading(
        attributions=(
            Attribution(
                id="a" + doc.id,
                doc=doc.id,
                source=(span,),
                cue=(),
                content=whole,
                chain=(voice,),
                stance=stance,
                basis=basis,
            ),
        )
    )


def derived(
    docs: list[Document], readings: dict[str, Reading] | None = None
) -> tuple[Derivation, ...]:
    signatures = {doc.id: link.signature(doc) for doc in docs}
    return link.derivations(docs, signatures, readings or {})


def parents(docs: list[Document], readings: dict[str, Reading] | None = None) -> dict[str, str]:
    """Return the key of each report's best parent."""
    keys = {doc.id: doc.key for doc in docs}
    found: dict[str, str] = {}
    for one in derived(docs, readings):
        if one.parent:
            found.setdefault(keys[one.doc], keys[one.parent])
    return found
