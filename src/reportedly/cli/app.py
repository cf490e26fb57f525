"""The verbs. Each imports what it needs when it runs, so that `--help` is quick."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from .. import __version__
from . import shared

app = typer.Typer(
    help="Who says so, through whom, from how many origins - and what is confirmed.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

CasePath = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON lines for machines.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="TIME", help="As known then: 2024-05-15T04:30+03:00."),
]
Policy = Annotated[
    str | None,
    typer.Option(help="Code it as a rule set does: acled, ucdp, ibc or airwars."),
]
Port = Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.")]


def _version(asked: bool) -> None:
    if asked:
        print(f"reportedly {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    pass


@app.command(epilog="Example: [bold]reportedly read article.html[/bold]")
def read(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A file, or - for stdin.")],
    json_lines: Json = False,
    form: Annotated[
        Literal["auto", "text", "jsonl"],
        typer.Option("--from", help="What the input is; auto looks at its bytes."),
    ] = "auto",
    fast: Annotated[
        bool,
        typer.Option("--fast", help="Read by the rules alone: quicker, and finds less."),
    ] = False,
) -> None:
    """Show who stands behind each sentence of a text: the chain, how sure, the exact words."""
    from . import xray

    xray.run(file, form=form, json_lines=json_lines, deep=not fast)


@app.command(epilog="Example: [bold]reportedly build my-case exports/ articles/[/bold]")
def build(
    case: CasePath,
    paths: Annotated[  # one that cannot be read is refused by name, and costs no other
        list[Path],
        typer.Argument(metavar="PATH...", help="Files or folders.", readable=False),
    ],
    json_lines: Json = False,
) -> None:
    """Create or extend a case from files and folders; their types are detected."""
    from . import building

    building.run(case, paths, json_lines=json_lines)


@app.command(epilog="Example: [bold]reportedly incidents my-case[/bold]")
def incidents(
    case: CasePath, json_lines: Json = False, as_of: AsOf = None, policy: Policy = None
) -> None:
    """List the incidents of a case, the most reported first."""
    from ..export import lines
    from . import report

    loaded = shared.load(case, as_of)
    if policy is not None:
        shared.code(loaded, policy, json_lines=json_lines)
    elif json_lines:
        shared.print_lines(lines.incident_rows(loaded))
    else:
        report.overview(loaded)


@app.command(epilog="Example: [bold]reportedly show my-case 3f2a[/bold]")
def show(
    case: CasePath,
    incident: Annotated[str, typer.Argument(help="Its id, or the first characters of it.")],
    json_lines: Json = False,
    as_of: AsOf = None,
    policy: Policy = None,
) -> None:
    """Show one incident: origins, answers side by side, conflicts, grades with reasons."""
    from .. import judging
    from ..export import lines
    from . import report

    loaded = shared.load(case, as_of)
    found = judging.find_incident(loaded, incident)
    if policy is not None:
        shared.code(loaded, policy, json_lines=json_lines, only=found.id)
    elif json_lines:
        shared.print_lines([lines.incident_row(loaded, found)])
    else:
        report.incident(loaded, found)


@app.command(epilog="Example: [bold]reportedly origins my-case --json[/bold]")
def origins(case: CasePath, json_lines: Json = False, as_of: AsOf = None) -> None:
    """Say of every report where it comes from."""
    from ..export import lines
    from . import report

    loaded = shared.load(case, as_of)
    if json_lines:
        shared.print_lines(lines.origin_rows(loaded))
    else:
        report.whence(loaded)


@app.command(epilog="Example: [bold]reportedly export my-case --to csv -o claims.csv[/bold]")
def export(
    case: CasePath,
    to: Annotated[str, typer.Option("--to", help="json, csv, geojson, prov, gexf or graphml.")],
    output: Annotated[
        str, typer.Option("-o", "--output", help="File to write, or - for stdout.")
    ] = "-",
    as_of: AsOf = None,
) -> None:
    """Write the case in a standard format."""
    from ..errors import BadSetting
    from ..export import EXPORTERS
    from ..store import write_file

    if to not in EXPORTERS:
        known = ", ".join(sorted(EXPORTERS))
        raise BadSetting(
            f"there is no exporter {to!r}", where="--to", way_out=f"take one of: {known}"
        )
    content = EXPORTERS[to].write(shared.load(case, as_of))
    if output == "-":
        sys.stdout.buffer.write(content)
    else:
        write_file(Path(output), content)
        print(f"{output}: {len(content)} bytes", file=sys.stderr)


@app.command(
    epilog='Example: [bold]reportedly judge my-case merge 3f2a 91c0 --because "One fire"[/bold]'
)
def judge(
    case: CasePath,
    verdict: Annotated[
        Literal["merge", "split", "undo", "list"], typer.Argument(help="What is decided.")
    ],
    things: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]...",
            help="merge: two incidents; split: an incident, then reports; undo: a judgement.",
        ),
    ] = None,
    because: Annotated[str, typer.Option(help="Why, in a sentence.")] = "",
    by: Annotated[str, typer.Option(help="Who decides, if it is to be kept.")] = "",
    json_lines: Json = False,
) -> None:
    """Record that two incidents are one, or that one is two; all of it can be undone."""
    from . import judging

    if verdict != "list":
        judging.run(case, verdict, things or [], (because, by))
    judging.listing(shared.load(case, None), json_lines=json_lines)


@app.command(epilog="Example: [bold]reportedly verify my-case[/bold]")
def verify(case: CasePath, json_lines: Json = False) -> None:
    """Check every seal; exit code 1 where a byte of the case has changed."""
    from . import verifying

    verifying.run(case, json_lines=json_lines)


@app.command(epilog="Example: [bold]reportedly serve my-case --port 8000[/bold]")
def serve(
    context: typer.Context,
    case: CasePath,
    port: Port = 8765,
    host: Annotated[
        str, typer.Option(help="Address; any but loopback demands a token.")
    ] = "127.0.0.1",
) -> None:
    """Serve the case as a web page on this machine."""
    context.obj(case, host, port)


@app.command(epilog="Example: [bold]reportedly demo --once[/bold]")
def demo(
    context: typer.Context,
    case: Annotated[Path, typer.Option(help="Where to build the sample case.")] = Path(
        "demo-case"
    ),
    once: Annotated[bool, typer.Option("--once", help="Print the report and end.")] = False,
    port: Port = 8765,
) -> None:
    """Build the constructed sample case and serve its page."""
    from . import building, report

    building.sample(case)
    if once:
        report.whole(case)
    else:
        context.obj(case, "127.0.0.1", port)
