"""All that was read out of one report."""

import msgspec

from .attribution import Attribution
from .claim import Account, Claim


class Reading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one document says, by whom: made without looking at any second document."""

    attributions: tuple[Attribution, ...] = ()
    accounts: tuple[Account, ...] = ()
    claims: tuple[Claim, ...] = ()
