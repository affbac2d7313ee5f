"""The sources of digests: one module per kind of place."""

from digest_tui.sources.base import FileRef, RawText, Source
from digest_tui.sources.discover import holds_digests, source_for
from digest_tui.sources.file import FileSource
from digest_tui.sources.folder import FolderSource

__all__ = ["FileRef", "FileSource", "FolderSource", "RawText", "Source", "holds_digests", "source_for"]
