"""What `verify` finds."""

import msgspec


class Fault(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing amiss in a case folder: which item, what is wrong, what can be done."""

    item: str  # path inside the case folder, with the line, row or record where it has one
    what: str
    way_out: str
    note: bool = False  # True: nothing is damaged, a build was stopped before its end
