"""The spine: the one place that knows every room, in order."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice

import msgspec

from .ahead import ahead
from .errors import BadSetting, UnreadableInput
from .export.lines import readings_of
from .extract import EXTRACTOR, extract
from .link import LINKER, Signature, derivations, happened, signatures, sources
from .model import Case, Document, Judgement, Media, Reading, Refusal, identify
from .readers import documents
from .readers.picture import looks
from .store import CaseFolder, Intake
from .weigh import assess

_BATCH = 200  # readings a transaction: 3,700 rows a second at 100 and more


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a build, after it is safely on disk."""

    stage: str  # "file", "read", "link"
    done: int
    of: int
    file: str | None = None  # its name, where the stage is "file"
    sha256: str | None = None  # None where the file could not be taken in at all
    held: bool = False  # the case held the file already, read by this version
    reports: int = 0  # read in the file
    new: int = 0  # of them, those the case did not hold yet
    refused: tuple[Refusal, ...] = ()


def build(folder: CaseFolder, files: Sequence[Intake], received: datetime) -> Iterator[Step]:
    """Bring `files` into the case, read what is new and link it; yield each step when done.

    Safe to stop at any moment: what was yielded is on disk, and the next build goes on from
    there. The same files again change nothing.
    """
    for number, file in enumerate(files, start=1):
        taken = _take_in(folder, file, received)
        yield msgspec.structs.replace(taken, done=number, of=len(files))
    yield from _read_new(folder)
    yield from _link(folder)


def _take_in(folder: CaseFolder, file: Intake, received: datetime) -> Step:
    step = Step(stage="file", done=0, of=0, file=file.name)
    items: list[Document | Refusal] = []
    try:
        raw = file.content()
    except UnreadableInput as error:
        refusal = Refusal(file=file.name, place="", why=_why(error))
        return msgspec.structs.replace(step, refused=(refusal,))
    original = folder.seal(raw, name=file.name, media_type=file.media_type, received=received)
    if folder.finished(original.sha256):
        return msgspec.structs.replace(step, sha256=original.sha256, held=True)
    try:
        read = documents(raw, original.name, original.sha256)
        items.extend(_with_media(item, file) for item in read)
    except UnreadableInput as error:
        items.append(Refusal(file=original.name, place="", why=_why(error)))
    new = folder.add(original, items)
    return msgspec.structs.replace(
        step,
        sha256=original.sha256,
        reports=sum(isinstance(item, Document) for item in items),
        new=new,
        refused=tuple(item for item in items if isinstance(item, Refusal)),
    )


def _why(error: UnreadableInput) -> str:
    """Return what is wrong and the way out; the refusal itself names the file."""
    return f"{error.what}; {error.way_out}"


def _with_media(item: Document | Refusal, file: Intake) -> Document | Refusal:
    """Return a report with the hashes of the photos and videos that lie beside its export."""
    if isinstance(item, Refusal) or not any(each.name or each.preview for each in item.media):
        return item
    media = tuple(
        msgspec.structs.replace(
            medium,
            sha256=file.beside(medium.name) if medium.name else None,
            looks=_looks(medium, file),
        )
        for medium in item.media
    )
    return msgspec.structs.replace(item, media=media)


def _looks(medium: Media, file: Intake) -> str | None:
    """Return how a photo, or the thumbnail of a video, looks if it lies beside the export."""
    names = (medium.name if medium.kind == "photo" else None, medium.preview)
    for name in names:
        raw = file.picture(name) if name else None
        if raw is not None and (found := looks(raw)) is not None:
            return found
    return None


def _read_new(folder: CaseFolder) -> Iterator[Step]:
    """Read every document that this extractor has not read yet."""
    unread = tuple(folder.unread(EXTRACTOR))
    reading = ahead(_read, unread)
    for start in range(0, len(unread), _BATCH):
        batch = unread[start : start + _BATCH]
        read = list(islice(reading, len(batch)))
        folder.put_readings(
            EXTRACTOR,
            {document.id: reading for document, (reading, _) in zip(batch, read, strict=True)},
            {doc: msgspec.msgpack.encode(one) for doc, one in signatures(batch).items()},
        )
        refused = tuple(refusal for _, refusal in read if refusal is not None)
        yield Step(stage="read", done=start + len(batch), of=len(unread), refused=refused)


def _read(document: Document) -> tuple[Reading, Refusal | None]:
    """Read one document; one that the reader fails on is kept unread, and costs no other."""
    try:
        return extract(document), None
    except Exception as fault:  # whatever it is, it is our fault and not the user's
        why = f"reading failed ({type(fault).__name__}: {fault}); it is kept unread, tell us"
        return Reading(), Refusal(file=document.key, place="text", why=why)


def _link(folder: CaseFolder) -> Iterator[Step]:
    """Link and weigh, unless the case was linked by these versions over these documents."""
    known = folder.documents()
    judged = folder.judgements()
    follows = ([document.id for document in known], [each.id for each in judged])
    state = identify("linked", EXTRACTOR, LINKER, *follows)
    if folder.state() == state:
        return
    readings = folder.readings(EXTRACTOR)
    signed = {
        doc: msgspec.msgpack.decode(blob, type=Signature)
        for doc, blob in folder.signatures(EXTRACTOR).items()
    }
    folder.replace_links(state, _linked(known, readings, signed, judged))
    yield Step(stage="link", done=len(known), of=len(known))


def _linked(
    known: tuple[Document, ...],
    readings: Mapping[str, Reading],
    signed: Mapping[str, Signature],
    judged: Sequence[Judgement],
) -> Case:
    """Return the case as far as it follows from reports and what people judged of them."""
    voices = sources(known, readings)
    steps = derivations(known, signed, readings)
    told = happened(known, readings, steps, voices, judged)
    return Case(
        sources=voices,
        derivations=told.derivations,
        incidents=told.incidents,
        assessments=assess(told.incidents, readings, known, told.derivations, voices),
    )


def _by_time(document: Document) -> tuple[str, str]:
    """Order documents as the store does: undated ones first, then by time and id."""
    published = document.published
    return (published.astimezone(UTC).isoformat() if published else "", document.id)


def link(
    known: Sequence[Document],
    readings: Mapping[str, Reading],
    judged: Sequence[Judgement] = (),
) -> Case:
    """Link and weigh documents in memory: what `build` does, without a folder.

    The documents may come in any order; the result is the same.
    """
    ordered = tuple(
        sorted({document.id: document for document in known}.values(), key=_by_time)
    )
    linked = _linked(ordered, readings, signatures(ordered), judged)
    each = [readings[document.id] for document in ordered]
    return msgspec.structs.replace(
        linked,
        documents=ordered,
        judgements=tuple(judged),
        attributions=tuple(said for reading in each for said in reading.attributions),
        accounts=tuple(told for reading in each for told in reading.accounts),
        claims=tuple(claimed for reading in each for claimed in reading.claims),
    )


def moment(text: str) -> datetime:
    """Return the moment an ISO 8601 time with a zone names; raise BadSetting for another text.

    >>> moment("2024-05-15T04:30+03:00").astimezone(UTC).isoformat()
    '2024-05-15T01:30:00+00:00'
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise BadSetting(
            "this is no ISO time with a zone",
            where=f"--as-of {text[:40]!r}",
            way_out="write it as 2024-05-15T04:30+03:00 or 2024-05-15T01:30Z",
        )
    return found


def as_of(case: Case, until: datetime) -> Case:
    """Return the case as it was known at `until`: the same run over what was out by then.

    A report is out from when it was published, an edited one from its edit on, an undated one
    from when its bytes were received. Raises BadSetting where `until` has no zone.
    """
    moment(until.isoformat())  # one without a zone is refused
    received = {original.sha256: original.received for original in case.originals}
    known = [
        each
        for each in case.documents
        if (since := known_since(each, received)) is not None and since <= until
    ]
    told = readings_of(case)
    judged = [each for each in case.judgements if each.at <= until]
    linked = link(known, {document.id: told[document.id] for document in known}, judged)
    kept = {document.original for document in known}
    return msgspec.structs.replace(
        linked,
        notice=case.notice,
        originals=tuple(each for each in case.originals if each.sha256 in kept),
        refusals=case.refusals,
    )


def known_since(document: Document, received: Mapping[str, datetime]) -> datetime | None:
    """Return when a report was out; `received` tells of originals by SHA-256."""
    return document.edited or document.published or received.get(document.original)
