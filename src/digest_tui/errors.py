"""The exceptions a person may see: each carries one sentence that says what, why and what next."""

NO_FOLDER = "The current folder no longer exists: change to another one first."


class DigestTuiError(Exception):
    """Base of all errors that end in a sentence for the person.

    The exit code is the one `digest-tui` ends with when nothing catches the error.
    """

    exit_code = 1


class UsageError(DigestTuiError):
    """An error of the command line, the configuration or the terminal."""

    exit_code = 2


class SourceError(DigestTuiError):
    """Digests that cannot be read."""

    exit_code = 3


class StateError(DigestTuiError):
    """A state file that cannot be used."""

    exit_code = 4


class DamagedStateError(StateError):
    """A state file that no longer holds what SQLite wrote."""


class UnwritableStateError(StateError):
    """The state file is ours and sound for all that is known, but this user may not write it."""


class LinkError(DigestTuiError):
    """A link that is missing, or breaks the rule for links (see `model.links`)."""


class PagerError(DigestTuiError):
    """A pager that cannot be started."""


class PictureError(DigestTuiError):
    """A picture that is not fetched, or is none that can be drawn."""


class ExportError(DigestTuiError):
    """A file that cannot be brought up to date, and is left as it is."""

    exit_code = 2

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line
        """The line of the file that is the reason, counted from 1; 0 where it is none."""


class CancelledError(Exception):
    """The end of an answer that nobody waits for; no person sees it."""


class QueryError(DigestTuiError):
    """A query that cannot be understood; the message says what is wrong, where, and what is allowed there."""

    exit_code = 2

    def __init__(self, what: str, start: int, end: int, allowed: str = "") -> None:
        where = f"At {start + 1}: " if start < end else "At the end: "
        super().__init__(f"{where}{what}" + (f"; {allowed}" if allowed else "") + ".")
        self.what = what
        self.start = start
        """Index of the first wrong character of the query, counted from 0."""
        self.end = end
        """Index after the last one; equal to `start` where something is missing."""
        self.allowed = allowed
        """The things that could stand there instead, as the rest of the sentence."""
