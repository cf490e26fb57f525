"""Who says so: attributions by cue lexicon and patterns, in English, Russian and Ukrainian."""

from reportedly.lang.saying import LANGUAGES
from reportedly.model import Attribution, Document

from .building import built
from .misread import unmistaken
from .placing import read
from .spread import completed
from .voices import resolved

__all__ = ["attributions"]


def attributions(doc: Document, *, deep: bool = False) -> tuple[Attribution, ...]:
    """Return who is said to have said what in `doc`, in the order of the cues.

    Source, cue and content are spans of the document's text; the chain runs from the nearest
    voice to the origin. A text in another language gives none. Time grows linearly with the
    text. `deep` joins the rules with the learned reader, several times slower.
    Terms: Pareti (2012), "A Database of Attribution Relations".
    """
    if doc.lang not in LANGUAGES:
        return ()
    found = read(doc.lang, doc.text)
    items = completed(found)
    if deep:
        from .deep import deepened  # noqa: PLC0415  # weights that a run by rules never loads

        items = deepened(found, items, doc.lang)
    return built(doc.id, found, resolved(found, unmistaken(found, items), doc.source))
