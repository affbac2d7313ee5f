"""The exceptions a person may see: each carries one sentence that says what, why and what next."""


class DigestTuiError(Exception):
    """Base of all errors that end in a sentence for the person.

    The exit code is the one `digest-tui` ends with when nothing catches the error.
    """

    exit_code = 1


class UsageError(DigestTuiError):
    """The command line, the configuration or the terminal does not fit."""

    exit_code = 2


class SourceError(DigestTuiError):
    """Digests cannot be read."""

    exit_code = 3


class StateError(DigestTuiError):
    """The state file cannot be used."""

    exit_code = 4


class LinkError(DigestTuiError):
    """A link is missing, or breaks the rule for links (see `model.links`)."""
