"""Templates, and the one way in which words of a report reach HTML."""

import re
import unicodedata
from functools import cache

import jinja2
import msgspec
from markupsafe import Markup, escape

# Characters that are not seen or that turn the text around them: controls, soft hyphen, zero
# width, direction marks, tags. A joiner inside an emoji is left alone.
_SIGN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e"
    "\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]|(?<![\u2190-\u3299\ufe0f\U0001f000-\U0001faff])\u200d"
)


def _code(match: re.Match[str]) -> str:
    return f"U+{ord(match.group()):04X}"


def _shown_sign(match: re.Match[str]) -> str:
    character = match.group()
    name = unicodedata.name(character, "control character").lower()
    kept = f"&#{ord(character)};" if _keeps(character) else ""
    return (
        f'<span class="sign" data-code="{_code(match)}" title="{name}">'
        f"<span hidden>{kept}</span></span>"
    )


def _keeps(character: str) -> bool:
    """Tell whether HTML can carry the character at all."""
    return character == "\r" or unicodedata.category(character) not in ("Cc", "Cs")


def words(text: str) -> Markup:
    """Escape words of a report; unseen and turning characters become visible and harmless.

    The character itself stays in the markup, hidden, so that the element's text is exact; what
    is not displayed takes no part in bidirectional ordering.
    """
    return Markup(_SIGN.sub(_shown_sign, str(escape(text))))  # escaped just here


def plain(text: str) -> str:
    """Return words of a report for attributes, titles and drawings: signs become their code."""
    return _SIGN.sub(lambda match: f"[{_code(match)}]", text)


@cache
def environment() -> jinja2.Environment:
    """Return the templates: escaping always on, unknown names an error."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("reportedly.web", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(words=words, plain=plain)
    return made


class Shell(msgspec.Struct, frozen=True, kw_only=True):
    """What surrounds every page."""

    notice: str | None
    version: str


def render(template: str, shell: Shell, page: msgspec.Struct) -> str:
    """Return the HTML of one page from its context record."""
    return environment().get_template(template).render(shell=shell, page=page)
