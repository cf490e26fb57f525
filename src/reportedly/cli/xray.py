"""`read`: the X-ray of a text - who stands behind each sentence."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from rich.console import Console
from rich.text import Text

from ..ahead import ahead
from ..errors import UnreadableInput
from ..export.texts import reading_row, value_row
from ..extract import extract
from ..model import Attribution, Basis, Document, Reading, Refusal, Stance
from ..readers import documents, from_line, from_text
from ..store import Intake
from .terminal import Terminal

_COLOURS = {
    Basis.OFFICIAL: "blue",
    Basis.NAMED: "cyan",
    Basis.ANONYMOUS: "magenta",
    Basis.EYEWITNESS: "green",
    Basis.FOOTAGE: "bright_green",
    Basis.MEDIA: "yellow",
    Basis.UNSTATED: "bright_black",
}


def run(file: str, *, form: str, json_lines: bool, deep: bool) -> None:
    """Read `file` and print one X-ray, or one JSON line, a document."""
    console = Terminal()
    refused = 0
    some = False

    def read(item: Document | Refusal) -> tuple[Document, Reading] | Refusal:
        return item if isinstance(item, Refusal) else (item, extract(item, deep=deep))

    for found in ahead(read, _items(file, form)):
        if isinstance(found, Refusal):
            refused += 1
            if json_lines:  # one line a line, in order: what failed says so
                row = {"id": None, "place": found.place, "error": found.why}
                print(json.dumps(row), flush=True)
            print(f"reportedly: {found.file} {found.place}: {found.why}", file=sys.stderr)
            continue
        some = True
        if json_lines:
            print(json.dumps(reading_row(*found), ensure_ascii=False), flush=True)
        else:
            _show(console, *found)
    if refused and not some:
        raise UnreadableInput("nothing could be read", where=file, way_out="see above")


def _items(file: str, form: str) -> Iterator[Document | Refusal]:
    name = "stdin" if file == "-" else Path(file).name
    if form == "jsonl":
        with _opened(file) as stream:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield from_line(line, name, number)
        return
    raw = (
        sys.stdin.buffer.read() if file == "-" else Intake(path=Path(file), name=name).content()
    )
    if form == "text":
        try:
            yield from_text(raw.decode("utf-8-sig"), key=name)
        except UnicodeDecodeError as error:
            raise UnreadableInput(
                f"byte {error.start} is not UTF-8",
                where=name,
                way_out="save the text as UTF-8",
            ) from error
    else:
        yield from documents(raw, name, "")


def _opened(file: str) -> BinaryIO:
    if file == "-":
        return open(0, "rb", closefd=False)  # no lock of sys.stdin, which ending waits for
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise UnreadableInput(
            f"the file cannot be read ({error.strerror})",
            where=file,
            way_out="check that it is there and that you may read it",
        ) from error


def _show(console: Console, document: Document, reading: Reading) -> None:
    published = f", {document.published:%Y-%m-%d %H:%M} UTC" if document.published else ""
    console.print(Text(f"{document.key} [{document.lang}]{published}", style="bold underline"))
    console.print(painted(document, reading))
    console.print()
    for number, attribution in enumerate(reading.attributions, start=1):
        console.print(_relation(number, document, attribution))
    for claim in reading.claims:
        value = json.dumps(value_row(claim.value), ensure_ascii=False)
        where = ", ".join(f"{span.start}-{span.end}" for span in claim.spans)
        console.print(
            Text(f"  {claim.slot} = {value} [{claim.stance.value}] at {where}", style="dim")
        )
    console.print()


def painted(document: Document, reading: Reading) -> Text:
    """Return the text with content coloured by basis, sources bold and cues underlined."""
    text = Text(document.text)
    # Outer contents first, so that what stands inside another voice's words shows on top.
    by_length = sorted(
        reading.attributions, key=lambda each: -sum(s.end - s.start for s in each.content)
    )
    for each in by_length:
        for span in each.content:
            text.stylize(_COLOURS[each.basis], span.start, span.end)
        for span in each.source:
            text.stylize(f"bold {_COLOURS[each.basis]}", span.start, span.end)
        for span in each.cue:
            text.stylize("underline", span.start, span.end)
    return text


def _relation(number: int, document: Document, attribution: Attribution) -> Text:
    chain = " < ".join(["this report", *(voice.name for voice in attribution.chain)])
    if not attribution.chain:
        chain += " < nobody named"
    where = ", ".join(f"{span.start}-{span.end}" for span in attribution.content)
    quoted = " ... ".join(span.of(document.text) for span in attribution.content)
    line = Text(f"{number:3} ")
    line.append(chain, style=f"bold {_COLOURS[attribution.basis]}")
    sounded = attribution.stance.value
    if attribution.stance is Stance.ASSERTS:
        sounded = f"asserts as {attribution.certainty.value}"
    line.append(f" [{attribution.basis.value}; {sounded}; {where}]\n      ")
    line.append(quoted, style=_COLOURS[attribution.basis])
    return line
