"""What `reportedly origins` prints."""

from datetime import UTC, datetime, timedelta
from io import StringIO

from rich.console import Console

from reportedly import case as spine
from reportedly.cli import provenance
from reportedly.extract import extract
from reportedly.model import Document, document_id

START = datetime(2031, 5, 2, 1, 0, tzinfo=UTC)


def post(source: str, text: str, minutes: int) -> Document:
    published, key = START + timedelta(minutes=minutes), f"{source}/{minutes}"
    return Document(
        id=document_id(key, source, text, published, None),
        key=key,
        source=source,
        lang="ru",
        text=text,
        published=published,
        original="0" * 64,
        place="",
        read_by="test",
    )


def test_origins_steps_circles_and_dropped_hedges_are_named():
    docs = [
        post("Рупор", "В Климовске горит склад красок, предположительно двое погибших.", 0),
        post("Провод", "В Климовске горит склад красок, двое погибших.", 20),
        post("Маяк", "В Климовске горит склад красок, погибли двое, пишет Ромашка.", 40),
        post("Ромашка", "В Климовске горит склад красок, погибли двое, пишет Маяк.", 60),
    ]
    case = spine.link(docs, {doc.id: extract(doc) for doc in docs})
    out = StringIO()
    provenance.show(Console(file=out, soft_wrap=True), case)
    said = out.getvalue()
    assert "these " in said
    assert "are one origin, first told by Рупор" in said
    assert "[Рупор/0]" in said
    assert "Маяк itself" in said or "Ромашка itself" in said
    assert "Провод tells as certain what Рупор hedges: killed" in said
