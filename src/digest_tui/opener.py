"""Opens links in the person's browser: never a shell, never a terminal browser, never a surprise."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from digest_tui.errors import LinkError
from digest_tui.text import one_line

_TERMINAL_BROWSERS = {"browsh", "carbonyl", "elinks", "links", "links2", "lynx", "w3m", "www-browser"}
_DESKTOP = ("xdg-open", "wslview", "x-www-browser", "firefox", "google-chrome", "chromium")
_PATIENCE = 5.0
"""Seconds to see whether a browser command fails."""
_NAME = 40
"""Characters of a command's name in a sentence."""


@dataclass
class Opener:
    """Knows which command shows a link here."""

    environ: Mapping[str, str]
    browser: str | None = None
    """The command of the configuration, as in `BROWSER`."""

    def open(self, url: str) -> None:
        """Show a link that passed `safe_link`; may block for some seconds.

        Raises LinkError where no browser took it, with the words that say which ones were tried.
        """
        failed: list[str] = []
        for_terminals: list[str] = []
        for name, command in self._commands():
            if name in _TERMINAL_BROWSERS:
                for_terminals.append(name)
            elif command and _run(command, url):
                return
            else:
                failed.append(one_line(name, _NAME))
        raise LinkError(_why_not(failed, for_terminals))

    def _commands(self) -> Iterator[tuple[str, list[str]]]:
        """The name and the words of each command to try; no words where they cannot be told apart."""
        configured = (self.browser or self.environ.get("BROWSER", "")).split(os.pathsep)
        # The person's own choice counts everywhere, also over SSH; its syntax is that of Python's `webbrowser`.
        if entries := [words for entry in configured if (words := entry.strip().removesuffix("&").rstrip())]:
            for entry in entries:
                command = _split(entry)
                yield PurePath((command or entry.split())[0]).name, command
            return
        if self._remote:
            return
        if sys.platform == "darwin":
            yield "open", ["open"]
        elif sys.platform == "win32":
            yield "rundll32", ["rundll32", "url.dll,FileProtocolHandler"]
        elif self.environ.get("DISPLAY") or self.environ.get("WAYLAND_DISPLAY") or self._found("wslview"):
            for name in _DESKTOP:
                if found := self._found(name):
                    yield name, [found]

    def _found(self, name: str) -> str | None:
        return shutil.which(name, path=self.environ.get("PATH", os.defpath))

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


def _why_not(failed: Sequence[str], for_terminals: Sequence[str]) -> str:
    """Return `no browser`, or the names of those that were there."""
    if not failed and not for_terminals:
        return "no browser"
    words = []
    if failed:
        words.append(f"{_listed(failed)} could not open it")
    if for_terminals:
        words.append(f"{_listed(for_terminals)} {'needs' if len(for_terminals) == 1 else 'need'} the terminal")
    return ", ".join(words)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
