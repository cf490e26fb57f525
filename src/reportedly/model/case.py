"""Everything known."""

import msgspec

from .assessment import Assessment
from .attribution import Attribution
from .claim import Account, Claim
from .document import Document, Refusal
from .incident import Incident
from .judgement import Judgement
from .link import Derivation
from .original import Original
from .source import Source


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What pages show and exporters write. Every tuple is in a fixed order."""

    notice: str | None = (
        None  # shown above everything: "constructed sample, nothing here happened"
    )
    originals: tuple[Original, ...] = ()  # by sha256
    sources: tuple[Source, ...] = ()  # by id
    documents: tuple[Document, ...] = ()  # by published, id
    attributions: tuple[Attribution, ...] = ()  # by document order, first content span
    accounts: tuple[Account, ...] = ()
    claims: tuple[Claim, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    judgements: tuple[Judgement, ...] = ()  # by time, undone ones too
    incidents: tuple[Incident, ...] = ()  # most reports first, then id
    assessments: tuple[Assessment, ...] = ()
    refusals: tuple[Refusal, ...] = ()
