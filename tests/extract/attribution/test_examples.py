"""Every example sentence of the cue files is read as it is marked.

[source], <cue> and {content}; a sentence under `skip` must give nothing by its own entry.
"""

import re
from collections.abc import Callable

import pytest

from reportedly.extract.attribution import attributions
from reportedly.extract.attribution.sentence import read
from reportedly.lang.saying import LANGUAGES, saying
from reportedly.model import Document

_MARK = re.compile(r"[\[\]<>{}]")


def parts(example: str, pattern: str) -> list[str]:
    return [_MARK.sub("", match) for match in re.findall(pattern, example)]


def cases(kind: str) -> list[tuple[str, str, str]]:
    return [
        (lang, entry.name, example)
        for lang in LANGUAGES
        for entry in (*saying(lang).verb, *saying(lang).frame, *saying(lang).noun)
        for example in getattr(entry, kind)
    ]


@pytest.mark.parametrize(("lang", "name", "example"), cases("find"))
def test_example_is_found_as_marked(
    lang: str, name: str, example: str, document: Callable[..., Document]
) -> None:
    text = _MARK.sub("", example)
    source, content = parts(example, r"\[(.+?)\]"), parts(example, r"\{(.+?)\}")
    cue = parts(example, r"<(.+?)>")[0].split()
    assert (source, cue, content) in [
        (
            [span.of(text) for span in found.source],
            " ".join(span.of(text) for span in found.cue).split(),
            [span.of(text) for span in found.content],
        )
        for found in attributions(document(text, lang))
    ]
    assert name in {said.by for said in read(lang, text)}


@pytest.mark.parametrize(("lang", "name", "example"), cases("skip"))
def test_counter_example_is_not(lang: str, name: str, example: str) -> None:
    assert [said for said in read(lang, example) if said.by == name] == []
