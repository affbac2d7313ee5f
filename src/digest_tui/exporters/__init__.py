"""Papers in the formats of other programs: one module per format, one table."""

from digest_tui.exporters.exported import Exported
from digest_tui.exporters.merging import Update
from digest_tui.exporters.registry import EXPORTERS, Exporter, exporter

__all__ = ["EXPORTERS", "Exported", "Exporter", "Update", "exporter"]
