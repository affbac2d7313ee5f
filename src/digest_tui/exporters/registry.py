"""The formats in which papers are written for other programs; CONTRIBUTING.md says how one is added."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from digest_tui.loading import loaded
from digest_tui.model import Entry, PaperState


class Exported(NamedTuple):
    """A paper to be written, with what was decided about it."""

    entry: Entry
    state: PaperState


class Exporter(NamedTuple):
    """A format of another program."""

    name: str
    """Its name in small letters, as a person would type it."""
    media_type: str
    writer: str
    """The function that writes it, as `module:name`."""

    def write(self, papers: Iterable[Exported]) -> Iterator[str]:
        """Yield the lines of a file that holds these papers."""
        lines: Iterator[str] = loaded(self.writer)(papers)
        return lines


EXPORTERS: tuple[Exporter, ...] = (
    # This media type is not registered; desktops know it from freedesktop's shared-mime-info.
    Exporter("bibtex", "text/x-bibtex", "digest_tui.exporters.bibtex:write"),
)


def exporter(name: str) -> Exporter:
    """Return the exporter of a format; raises KeyError for an unknown one."""
    return {exporter.name: exporter for exporter in EXPORTERS}[name]
