"""The nouns: frozen records that every room passes on. Records point down only."""

from .assessment import Assessment, Confidence, Credibility, Reason, Reliability, Without
from .attribution import Attribution, Basis, Certainty, Stance, Voice
from .case import Case
from .claim import Account, Claim
from .document import Document, Forward, Link, Media, Refusal, document_id
from .ids import identify
from .incident import Answer, Incident, Question
from .judgement import Judgement, Side, Verdict, judgement
from .link import Derivation, How, Independence, Origin
from .original import Original
from .reading import Reading
from .source import Source, SourceKind, Track
from .span import Span
from .value import Count, Label, Place, Value, When

__all__ = [
    "Account",
    "Answer",
    "Assessment",
    "Attribution",
    "Basis",
    "Case",
    "Certainty",
    "Claim",
    "Confidence",
    "Count",
    "Credibility",
    "Derivation",
    "Document",
    "Forward",
    "How",
    "Incident",
    "Independence",
    "Judgement",
    "Label",
    "Link",
    "Media",
    "Origin",
    "Original",
    "Place",
    "Question",
    "Reading",
    "Reason",
    "Refusal",
    "Reliability",
    "Side",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Track",
    "Value",
    "Verdict",
    "Voice",
    "When",
    "Without",
    "document_id",
    "identify",
    "judgement",
]
