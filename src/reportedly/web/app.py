"""The routes: addresses to context records to HTML."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from importlib.metadata import version
from typing import cast

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from reportedly.case import moment
from reportedly.errors import BadSetting, ReportedlyError
from reportedly.model import Case

from .guard import KnownHost, SafeHeaders, Token
from .lookup import Lookup
from .page import Shell, render
from .replay import Replays
from .views.asof import AsOf, counterpart, iso, moments
from .views.compare import compare_page
from .views.folding import asked_folding
from .views.front import front
from .views.incident import incident_page
from .views.report import asked_marks, report_page
from .views.shared import title

LONGEST_QUERY = 200
HASHED_ON_OPENING = 32 * 1024 * 1024  # bytes; larger originals are checked by `verify` only

Loader = Callable[[], Case]
Originals = Callable[[str], bytes]


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Context of a page that says what is not there and where to go."""

    title: str
    sentence: str


class NotYet(msgspec.Struct, frozen=True, kw_only=True):
    """Context of the page of an incident at a moment when nothing was known of it."""

    title: str
    as_of: AsOf | None


class Pages:
    """The pages of one case; the case may be loaded anew between two requests."""

    def __init__(self, load: Loader, original: Originals | None, notice: str | None) -> None:
        self._load, self._original = load, original
        self._notice, self._version = notice, version("reportedly")
        self._lookup: Lookup | None = None
        self._replays = Replays()

    def lookup(self) -> Lookup:
        """Return the ways through the case as it is now."""
        case = self._load()
        if self._lookup is None or self._lookup.case is not case:
            self._lookup = Lookup(case)
        return self._lookup

    def html(self, template: str, page: msgspec.Struct, status: int = 200) -> HTMLResponse:
        """Return one rendered page."""
        shown = self._notice or (self._lookup.case.notice if self._lookup else None)
        shell = Shell(notice=shown, version=self._version)
        return HTMLResponse(render(template, shell, page), status)

    def front(self, request: Request) -> Response:
        """List the incidents and the other reports."""
        asked, known = request.query_params, self.lookup()
        query = asked.get("q", "")[:LONGEST_QUERY]
        page, other = _number(asked.get("page")), _number(asked.get("others"))
        until = _moment(asked.get("as_of"))
        form = moments(known, known.documents, "/", until)
        shown = self._replays.at(known.case, until) if until else known
        return self.html("front.html", front(shown, query, page, other, form))

    def incident(self, request: Request) -> Response:
        """Show one incident."""
        lookup, asked = self.lookup(), request.query_params
        until, id_ = _moment(asked.get("as_of")), request.path_params["incident"]
        then = self._replays.at(lookup.case, until) if until else lookup
        found = lookup.incidents.get(id_) or then.incidents.get(id_)
        if found is None:
            raise HTTPException(404, "This case holds no such incident.")
        whole = counterpart(lookup, found.reports) or found
        form = moments(lookup, whole.reports, f"/incidents/{id_}", until)
        shown = then.incidents.get(id_) or counterpart(then, found.reports)
        if shown is None:
            return self.html("not_yet.html", NotYet(title=title(found), as_of=form))
        kept = f"as_of={iso(until)}&" if until else ""
        folding = asked_folding(asked.get("open", ""), len(shown.reports), kept)
        return self.html("incident.html", incident_page(then, shown, form, folding))

    def report(self, request: Request) -> Response:
        """Show one report, with a claim's or any asked characters highlighted."""
        lookup, asked = self.lookup(), request.query_params
        document = lookup.documents.get(request.path_params["report"])
        if document is None:
            raise HTTPException(404, "This case holds no such report.")
        claim = lookup.claims.get(asked.get("claim", ""))
        if "claim" in asked and (claim is None or claim.doc != document.id):
            raise HTTPException(404, "This report makes no such claim.")
        marks = claim.spans if claim else asked_marks(document, asked.get("mark", ""))
        checked = self._checked(lookup, document.original)
        return self.html("report.html", report_page(lookup, document, claim, marks, checked))

    def compare(self, request: Request) -> Response:
        """Show two reports side by side."""
        lookup = self.lookup()
        pair = [lookup.documents.get(request.query_params.get(name, "")) for name in "ab"]
        if pair[0] is None or pair[1] is None:
            raise HTTPException(404, "To compare, name two reports of this case.")
        return self.html("compare.html", compare_page(lookup, pair[0], pair[1]))

    def original(self, request: Request) -> Response:
        """Hand out the sealed bytes, never to be run or drawn by the browser."""
        sha256 = request.path_params["sha256"]
        if self._original is None or sha256 not in self.lookup().originals:
            raise HTTPException(404, "This case holds no such original.")
        return Response(
            self._original(sha256),
            media_type="application/octet-stream",
            headers={
                "content-disposition": f'attachment; filename="{sha256}.original"',
                "content-security-policy": "default-src 'none'; sandbox",
            },
        )

    def _checked(self, lookup: Lookup, sha256: str) -> bool | None:
        held = lookup.originals.get(sha256)
        if self._original is None or held is None or held.size > HASHED_ON_OPENING:
            return None
        try:
            return hashlib.sha256(self._original(sha256)).hexdigest() == sha256
        except ReportedlyError:
            return False

    def missing(self, _request: Request, error: Exception) -> Response:
        """Say kindly what is not there."""
        known = cast(HTTPException, error)
        sentence = known.detail if known.detail != "Not Found" else "There is no such page."
        title = "Not here" if known.status_code == 404 else "Not possible"
        return self.html(
            "problem.html", Problem(title=title, sentence=sentence), known.status_code
        )

    def broken(self, _request: Request, error: Exception) -> Response:
        """Say what the user can mend."""
        return self.html(
            "problem.html", Problem(title="Not readable", sentence=str(error)), 500
        )


def _moment(asked: str | None) -> datetime | None:
    """Return the moment an address asks for; None for everything that is known."""
    if not asked:
        return None
    try:
        return moment(asked)
    except BadSetting as error:
        raise HTTPException(400, str(error)) from error


def _number(asked: str | None) -> int:
    return int(asked) if asked and asked.isdecimal() and len(asked) < 7 else 1


def create(
    case: Case | Loader,
    *,
    original: Originals | None = None,
    notice: str | None = None,
    token: str | None = None,
    hosts: tuple[str, ...] = (),
) -> Starlette:
    """Return the page of a case as an ASGI application.

    `case` is the case or what loads it (called for each request: hand back the same object
    while nothing changed); `original` gives the sealed bytes for a SHA-256; `notice` is shown
    on every page; with a `token` every request must carry it; `hosts` are further names
    under which the page may be reached.
    """
    load: Loader = case if callable(case) else lambda: case
    pages = Pages(load, original, notice)
    guards = [Middleware(SafeHeaders), Middleware(KnownHost, names=hosts)]
    if token is not None:
        guards.append(Middleware(Token, token=token))
    return Starlette(
        routes=[
            Route("/", pages.front),
            Route("/incidents/{incident}", pages.incident),
            Route("/reports/{report}", pages.report),
            Route("/compare", pages.compare),
            Route("/originals/{sha256}", pages.original),
            Mount("/static", StaticFiles(packages=[("reportedly.web", "static")])),
        ],
        middleware=guards,
        exception_handlers={HTTPException: pages.missing, ReportedlyError: pages.broken},
    )
