"""The X-ray of a text: every stretch by who stands behind it."""

import msgspec

from reportedly.model import Attribution, Document, Span

from . import words
from .cut import cut
from .drift import manner


class VoiceLine(msgspec.Struct, frozen=True, kw_only=True):
    """One hop of a chain."""

    name: str
    basis: str
    basis_class: str
    manner: str


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution, numbered as it is met in the text."""

    number: int
    chain: tuple[VoiceLine, ...]
    summary: str  # the chain in one line, for hovering and for screen readers
    cue: str
    stance: str | None  # where it says more than the chain does
    basis: str
    basis_class: str
    positive: bool
    caveats: tuple[str, ...]


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Characters that are treated alike."""

    text: str
    marked: bool
    first_mark: bool  # the anchor goes here
    role: str  # "said", "voice", "cue" or "": the writer's own words
    basis: str  # of the innermost attribution, "" for the writer
    note: int | None  # number of the innermost attribution
    depth: int
    opens: tuple[int, ...]  # notes whose content begins here


def _stance(attribution: Attribution) -> str | None:
    stance = manner(attribution.stance, attribution.certainty)
    told = {manner(voice.stance, voice.certainty) for voice in attribution.chain}
    return None if stance in told else stance


def _summary(attribution: Attribution) -> str:
    said = [f"{v.name} ({manner(v.stance, v.certainty)})" for v in attribution.chain]
    return (
        " ← ".join(said) or f"nobody named, {manner(attribution.stance, attribution.certainty)}"
    )


def notes(document: Document, attributions: list[Attribution]) -> tuple[Note, ...]:
    """Return the attributions of one report as numbered notes."""
    return tuple(
        Note(
            number=number,
            chain=tuple(
                VoiceLine(
                    name=voice.name,
                    basis=words.BASIS[voice.basis],
                    basis_class=voice.basis.value,
                    manner=manner(voice.stance, voice.certainty),
                )
                for voice in attribution.chain
            ),
            summary=_summary(attribution),
            cue=" … ".join(span.of(document.text) for span in attribution.cue),
            stance=_stance(attribution),
            basis=words.BASIS[attribution.basis],
            basis_class=attribution.basis.value,
            positive=attribution.positive,
            caveats=tuple(span.of(document.text) for span in attribution.caveats),
        )
        for number, attribution in enumerate(attributions, 1)
    )


_Tag = tuple[str, int]  # role, attribution number (0: none)


def pieces(
    document: Document, attributions: list[Attribution], marks: tuple[Span, ...]
) -> tuple[Piece, ...]:
    """Return the whole text in pieces; `marks` are the characters to highlight."""
    stretches: list[tuple[int, int, _Tag]] = [(m.start, m.end, ("mark", 0)) for m in marks]
    lengths: dict[int, int] = {}
    opening: dict[int, list[int]] = {}
    for number, attribution in enumerate(attributions, 1):
        roles = (
            ("said", attribution.content),
            ("voice", attribution.source),
            ("cue", attribution.cue),
        )
        for role, spans in roles:
            stretches += [(s.start, s.end, (role, number)) for s in spans]
        lengths[number] = sum(s.end - s.start for s in attribution.content)
        if attribution.content:
            opening.setdefault(attribution.content[0].start, []).append(number)
    out: list[Piece] = []
    marked_before = False
    for start, end, tags in cut(len(document.text), stretches):
        marked = ("mark", 0) in tags
        said = [n for role, n in tags if role == "said"]
        inner = min(said, key=lambda n: (lengths[n], n), default=None)
        named = next((role for role, _ in tags if role in ("voice", "cue")), None)
        out.append(
            Piece(
                text=document.text[start:end],
                marked=marked,
                first_mark=marked and not marked_before,
                role=named or ("said" if inner else ""),
                basis=attributions[inner - 1].basis.value if inner else "",
                note=inner,
                depth=len(said),
                opens=tuple(opening.get(start, ())),
            )
        )
        marked_before = marked_before or marked
    return tuple(out)
