"""The only room that touches the disk: sealed originals, custody log and case file."""

from .fault import Fault
from .folder import CaseFolder
from .intake import Intake, gather
from .verify import verify
from .writing import write_file

__all__ = ["CaseFolder", "Fault", "Intake", "gather", "verify", "write_file"]
