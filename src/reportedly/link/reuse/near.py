"""Near copies alone: which texts have most of their words in a row from an earlier one."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ...model import Document
from ...text.compiled import loop
from ...text.cut import Index, chunks, cut
from ...text.shingles import PairKeys, mixed
from .candidates import STEP, weighed
from .postings import posted
from .shelf import ordered

LEAST = 0.3  # part of a text's runs of words that a near copy has from one earlier text
WINDOW = 6  # of so many runs one after another, one is looked at
_NONE, _HALF = np.uint64(0), np.uint64(32)


class Near(NamedTuple):
    """`doc` has `part` of its runs of three words from `parent`, an earlier report."""

    doc: str
    parent: str
    part: float


def near(documents: Sequence[Document], least: float = LEAST) -> tuple[Near, ...]:
    """Return for each report the earlier ones it is a near copy of, best first.

    As deduplication does it, by runs of three words as they are written, of which winnowing
    (Schleimer et al. 2003) takes a part: no boilerplate is learnt, no passage aligned, no
    evidence weighed. See `derivations` for all that.
    """
    reports = ordered(documents)
    texts = [doc.text for doc in reports]
    keys, sizes = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    for some in chunks(texts):
        found = cut(texts[some])
        size = len(found.words.hashes)
        sample, counts = np.empty(size, np.uint64), np.zeros(len(found.begins), np.int64)
        runs = np.empty(size, np.uint64)
        work = _sample.over(WINDOW * size)
        count = work(found.words.hashes, found.edge, runs, sample, counts)
        keys.append(sample[:count].copy())
        sizes.append(counts)
    return _pairs(reports, np.concatenate(keys), np.concatenate(sizes), least)


def _pairs(
    reports: Sequence[Document], keys: PairKeys, sizes: Index, least: float
) -> tuple[Near, ...]:
    docs = np.repeat(np.arange(len(reports), dtype=np.int32), sizes)
    one = np.full(len(keys), STEP, np.uint8)
    found, shared = weighed(posted(keys, docs, one, np.ones(len(keys), bool)), 1.0)
    part = shared / STEP / np.maximum(sizes[found.children], 1)
    kept = part >= least
    ids = [doc.id for doc in reports]
    rows = zip(
        found.children[kept].tolist(),
        found.parents[kept].tolist(),
        np.round(part[kept], 2).tolist(),
        strict=True,
    )
    return tuple([Near(ids[child], ids[parent], share) for child, parent, share in rows])


@loop
def _sample(
    hashes: PairKeys, edge: Index, runs: PairKeys, sample: PairKeys, counts: Index
) -> int:
    """Write the runs of each text that are looked at, and how many; return how many of all.

    Of each window it is the run with the least key: texts that share a window share it.
    """
    count = 0
    for text in range(len(edge) - 1):
        begin, end = edge[text], edge[text + 1]
        for at in range(begin, end):
            one = hashes[at - 1] if at > begin else _NONE
            two = hashes[at - 2] if at > begin + 1 else _NONE
            runs[at] = mixed(mixed(one ^ (two >> _HALF)) ^ hashes[at])
        first, last = min(begin + 2, end - 1), begin - 1
        counts[text] = -count
        for start in range(first, max(first + 1, end - WINDOW + 1) if end > begin else first):
            least = start
            for at in range(start + 1, min(start + WINDOW, end)):
                if runs[at] < runs[least]:
                    least = at
            if least != last:
                sample[count] = runs[least]
                count += 1
                last = least
        counts[text] += count
    return count
