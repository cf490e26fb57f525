"""From an English source's words to the name a chain shows."""

import re

_ENGLISH_LEAD = re.compile(
    r"^(?:the|a|an|some|several|many|other|another|both|one such|one|two|three)\s+",
    re.IGNORECASE,
)
_ENGLISH_OFFICE = re.compile(
    r"(?:channel|outlet|newspaper|agency|website|magazine|broadcaster|wire|daily|publication|site|station|portal)\s+"
    r"((?:[A-Z][\w.&'’-]*)(?: [A-Z][\w.&'’-]*)*)$"
)


def english_name(raw: str) -> str:
    """Return the person, or the outlet behind its kind, without articles and descriptions."""
    plain = " ".join(raw.split()).strip(" ,.;:—-\"'“”‘’")
    parts = [part.strip() for part in plain.split(",") if part.strip()]
    for part in parts[1:]:
        words = part.split()
        if 2 <= len(words) <= 3 and all(word[0].isupper() for word in words):
            return part
    name = parts[0] if parts else plain
    office = _ENGLISH_OFFICE.search(name)
    if office:
        return office.group(1)
    known = name if " familiar with " in name else name.partition(" with ")[0]
    return _ENGLISH_LEAD.sub("", known) or name
