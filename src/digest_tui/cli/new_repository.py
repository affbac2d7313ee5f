"""A repository that is added: fetched first, then written into the configuration."""

from __future__ import annotations

import os

from digest_tui.cli.arguments import Arguments
from digest_tui.cli.places import configured_origins, settings_file
from digest_tui.config import ConfiguredSource, Settings


class NewRepository:
    """A place that is fetched and not configured yet; another thread may stop the fetch."""

    def __init__(self, arguments: Arguments, settings: Settings, url: str, name: str | None = None) -> None:
        """Name a repository; raises UsageError where its name is that of another one."""
        self._file = settings_file(arguments)
        self._added = ConfiguredSource(url, name)
        *_, self.origin = configured_origins(arguments, settings._replace(source=(*settings.source, self._added)))
        self._fetch = self.origin.fetch(os.environ)

    @property
    def shown(self) -> str:
        """Its address, fit to be shown."""
        return self.origin.shown

    def fetch(self) -> None:
        """Fetch it, and leave nothing of it on failure; raises DigestTuiError, and CancelledError after `stop`."""
        try:
            if self._fetch is not None:
                self._fetch.run()
        except BaseException:
            self.origin.remove()
            raise

    def stop(self) -> None:
        """End the fetch at once."""
        if self._fetch is not None:
            self._fetch.stop()

    def keep(self) -> None:
        """Write it into the configuration; raises DigestTuiError."""
        from digest_tui.config_writer import write_source

        write_source(self._file, *self._added)
