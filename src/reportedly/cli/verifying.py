"""`verify`: every seal checked, every fault named."""

import json
import sys
from pathlib import Path

from ..export.words import counted
from ..store import verify


def run(case: Path, *, json_lines: bool) -> None:
    """Print each fault; end the program with exit code 1 where there is one."""
    faults = 0
    for fault in verify(case):
        faults += not fault.note
        if json_lines:
            print(
                json.dumps(
                    {"item": fault.item, "what": fault.what, "note": fault.note},
                    ensure_ascii=False,
                )
            )
        else:
            print(f"{fault.item}: {fault.what}; {fault.way_out}")
    if faults:
        print(f"{case}: {counted(faults, 'fault')} found", file=sys.stderr)
        sys.exit(1)
    print(f"{case}: every seal holds", file=sys.stderr)
