"""Opens links in the person's browser: never a shell, never a terminal browser, never a surprise."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

_TERMINAL_BROWSERS = {"browsh", "carbonyl", "elinks", "links", "links2", "lynx", "w3m", "www-browser"}
_DESKTOP = ("xdg-open", "wslview", "x-www-browser", "firefox", "google-chrome", "chromium")
_PATIENCE = 5.0
"""Seconds to see whether a browser command fails."""


@dataclass
class Opener:
    """Knows which command shows a link here."""

    environ: Mapping[str, str]
    browser: str | None = None
    """The command of the configuration, as in `BROWSER`."""

    def open(self, url: str) -> bool:
        """Show a link that passed `safe_link` and say whether a browser took it; may block for some seconds."""
        return any(_run(command, url) for command in self._commands())

    def _commands(self) -> Iterator[list[str]]:
        if configured := self.browser or self.environ.get("BROWSER"):
            # The person's own choice counts everywhere, also over SSH; its syntax is that of Python's `webbrowser`.
            for entry in configured.split(os.pathsep):
                command = _split(entry.strip().removesuffix("&"))
                if command and PurePath(command[0]).name not in _TERMINAL_BROWSERS:
                    yield command
            return
        if self._remote:
            return
        if sys.platform == "darwin":
            yield ["open"]
        elif sys.platform == "win32":
            yield ["rundll32", "url.dll,FileProtocolHandler"]
        elif self.environ.get("DISPLAY") or self.environ.get("WAYLAND_DISPLAY") or shutil.which("wslview"):
            for name in _DESKTOP:
                if found := shutil.which(name):
                    yield [found]

    @property
    def _remote(self) -> bool:
        """Return True in a session from another machine that has no screen of its own."""
        return "SSH_CONNECTION" in self.environ and not (
            self.environ.get("DISPLAY") or self.environ.get("WAYLAND_DISPLAY")
        )


def _split(entry: str) -> list[str]:
    try:
        return shlex.split(entry)
    except ValueError:
        return []


def _run(command: list[str], url: str) -> bool:
    if any("%s" in part for part in command[1:]):
        arguments = [command[0], *(part.replace("%s", url) for part in command[1:])]
    else:
        arguments = [*command, url]
    try:
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError):
        return False
    try:
        return process.wait(_PATIENCE) == 0
    except subprocess.TimeoutExpired:
        return True
