"""Papers in the formats of other programs: one module per format, one table."""

from digest_tui.exporters.registry import EXPORTERS, Exported, Exporter, exporter

__all__ = ["EXPORTERS", "Exported", "Exporter", "exporter"]
