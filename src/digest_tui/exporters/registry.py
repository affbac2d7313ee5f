"""The formats in which papers are written for other programs; CONTRIBUTING.md says how one is added."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from digest_tui.exporters.exported import Exported
from digest_tui.exporters.merging import Update
from digest_tui.loading import loaded


class Exporter(NamedTuple):
    """A format of another program."""

    name: str
    """Its name in small letters, as a person would type it."""
    title: str
    """Its name as its makers write it."""
    suffix: str
    """What the names of its files end with."""
    media_type: str
    function: str
    """What brings a file up to date, as `module:name`; see `update`."""
    folder_function: str = ""
    """Where each paper has a file of its own: what brings a folder up to date, as `module:name`."""

    is_replaced_whole: bool = False
    """True where nothing in a file can be told apart: a file of ours is replaced whole, any other is refused."""
    copied_function: str = ""
    """Where what is copied is not what a new file has: what makes it, as `module:name`."""

    @property
    def is_folder(self) -> bool:
        """True where each paper has a file of its own in a folder; `update` then makes one text of them."""
        return bool(self.folder_function)

    def update(self, text: str, papers: Sequence[Exported], *, prune: bool = False) -> Update:
        """Bring the text of a file up to date; an empty one is filled.

        Raises ExportError where it cannot be read as this format, or is not ours and would be replaced whole.
        """
        update: Update = loaded(self.function)(text, papers, prune=prune)
        return update

    def copied(self, papers: Sequence[Exported]) -> str:
        """Return papers for a person to paste: by no mark does a later export take them for its own."""
        if not self.copied_function:
            return self.update("", papers).text
        text: str = loaded(self.copied_function)(papers)
        return text

    def update_folder(
        self, folder: Path, papers: Sequence[Exported], *, prune: bool = False, weekly: bool = False
    ) -> Update:
        """Bring the files of a folder up to date, which is made where there is none; raises ExportError.

        With `weekly` also a file for each week.
        """
        update: Update = loaded(self.folder_function)(folder, papers, prune=prune, weekly=weekly)
        return update


EXPORTERS: tuple[Exporter, ...] = (
    # This media type is not registered; desktops know it from freedesktop's shared-mime-info.
    Exporter(
        "bibtex",
        "BibTeX",
        ".bib",
        "text/x-bibtex",
        "digest_tui.exporters.bibtex:update",
        copied_function="digest_tui.exporters.bibtex:copied",
    ),
    Exporter(
        "ris",
        "RIS",
        ".ris",
        "application/x-research-info-systems",
        "digest_tui.exporters.ris:update",
        copied_function="digest_tui.exporters.ris:copied",
    ),
    Exporter(
        "csl-json",
        "CSL-JSON",
        ".json",
        "application/vnd.citationstyles.csl+json",
        "digest_tui.exporters.csl_json:update",
        copied_function="digest_tui.exporters.csl_json:copied",
    ),
    Exporter(
        "markdown",
        "Markdown",
        ".md",
        "text/markdown",
        "digest_tui.exporters.markdown:update",
        copied_function="digest_tui.exporters.markdown:copied",
    ),
    Exporter(
        "obsidian",
        "Obsidian",
        ".md",
        "text/markdown",
        "digest_tui.exporters.obsidian:update",
        folder_function="digest_tui.exporters.obsidian:update_folder",
        copied_function="digest_tui.exporters.obsidian:copied",
    ),
    Exporter("csv", "CSV", ".csv", "text/csv", "digest_tui.exporters.csv_table:update"),
    Exporter(
        "json", "JSON", ".json", "application/json", "digest_tui.exporters.json_array:update", is_replaced_whole=True
    ),
    Exporter("html", "HTML", ".html", "text/html", "digest_tui.exporters.html_page:update", is_replaced_whole=True),
)


def exporter(name: str) -> Exporter:
    """Return the exporter of a format; raises KeyError for an unknown one."""
    return {exporter.name: exporter for exporter in EXPORTERS}[name]
