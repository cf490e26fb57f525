"""An order for reports whose time nobody knows: likely originals before likely copies."""

from collections.abc import Mapping, Sequence

import numpy as np

from ...model import Document
from .candidates import alike
from .overlap import shared_bits, vocabulary
from .shelf import Shelf, shelve
from .signature import Signature


def arranged(documents: Sequence[Document], signatures: Mapping[str, Signature]) -> Shelf:
    """Put texts side by side; undated ones by what some other text has of each, less the rest.

    What is cut or edited has less in common with any one text than the original has with its
    fullest copy; what quotes it, or is put together from several, has more of its own.
    """
    shelf = shelve(documents, signatures)
    undated = np.flatnonzero(shelf.hours == np.inf)
    if len(undated) < 2:
        return shelf
    known, found = vocabulary(shelf), alike(shelf)
    shared = shared_bits(known, found.children, found.parents)
    most = np.zeros(len(shelf.documents))
    np.maximum.at(most, found.children, shared)
    np.maximum.at(most, found.parents, shared)
    score = np.round(2 * most - known.total, 2)[undated]
    ranks = np.unique(-score, return_inverse=True)[1].tolist()
    rank = {
        shelf.documents[at].id: one for at, one in zip(undated.tolist(), ranks, strict=True)
    }
    return shelve(documents, signatures, rank)
