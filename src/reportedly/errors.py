"""What can go wrong, said so that the reader of the message knows where and what to do."""


class ReportedlyError(Exception):
    """Something the user can mend: one sentence naming the file, the place and the way out."""

    def __init__(self, what: str, *, where: str, way_out: str) -> None:
        """Compose the sentence; `where` names file and place, `way_out` says what to try."""
        super().__init__(f"{where}: {what}; {way_out}")
        self.what, self.where, self.way_out = what, where, way_out


class UnreadableInput(ReportedlyError):
    """A file or stream that no reader can turn into reports."""


class UnusableCase(ReportedlyError):
    """A case folder that is missing, foreign, locked or of another version."""


class UnknownItem(ReportedlyError):
    """An incident, report or claim that the case does not hold."""


class BadSetting(ReportedlyError):
    """A setting that is unknown or out of range."""
