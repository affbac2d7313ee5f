"""Gives text to the programs that put it into a clipboard here: tmux, and the tools of the desktop."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_PATIENCE = 2.0
"""Seconds that a program has to take the text."""
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
"""Variables one of which is set where there is a desktop."""
_KNOWN_ANEW = ("DISPLAY", "XAUTHORITY", "SSH_CONNECTION")
"""Variables that tmux takes over from each terminal that attaches to it; a program that runs keeps the old ones."""


class Taken(NamedTuple):
    """The programs that took a text, and those that were asked and did not."""

    by_tmux: bool = False
    """True when it is in a buffer of tmux."""
    by_terminal_of_tmux: bool = False
    """True when tmux also gave it to its terminal, which may have refused it."""
    by_desktop: bool = False
    """True when it is in the clipboard of the desktop."""
    refused: tuple[str, ...] = ()


class _Tool(NamedTuple):
    """A program that takes text on its standard input."""

    command: Sequence[str]
    encoding: str = "utf-8"


@dataclass
class Clipboard:
    """Knows which programs can copy here."""

    environ: Mapping[str, str]

    @property
    def has_programs(self) -> bool:
        """True where there is a program to ask; elsewhere only the terminal can copy."""
        return sys.platform in ("darwin", "win32") or any(map(self.environ.get, ("TMUX", *_SCREENS)))

    def copy(self, text: str) -> Taken:
        """Give a text to all that can copy it here; may block for some seconds, never raises."""
        if not self.environ.get("TMUX"):
            by_desktop, refused = _copy_to_desktop(text, self.environ)
            return Taken(by_desktop=by_desktop, refused=refused)
        code = _give(_Tool(("tmux", "load-buffer", "-w", "-")), text, self.environ)
        # Before tmux 3.2 there was no `-w`.
        by_tmux = code == 0 or (code is not None and not _give(_Tool(("tmux", "load-buffer", "-")), text, self.environ))
        by_desktop, refused = _copy_to_desktop(text, _environ_now(self.environ) if by_tmux else self.environ)
        return Taken(by_tmux, code == 0, by_desktop, refused if by_tmux else ("tmux", *refused))


def _copy_to_desktop(text: str, environ: Mapping[str, str]) -> tuple[bool, tuple[str, ...]]:
    """Say whether the clipboard of the desktop took a text, and which programs did not."""
    refused: list[str] = []
    if sys.platform == "win32":
        return _copy_on_windows(text), ()
    for tool in _tools(environ):
        if shutil.which(tool.command[0], path=environ.get("PATH", os.defpath)) is not None:
            if _give(tool, text, environ) == 0:
                return True, ()
            refused.append(tool.command[0])
    return False, tuple(refused)


def _tools(environ: Mapping[str, str]) -> Iterator[_Tool]:
    """The programs for the screen that the person looks at, which over SSH is not that of this machine."""
    display = environ.get("DISPLAY", "")
    is_remote = "SSH_CONNECTION" in environ
    if not is_remote:
        if sys.platform == "darwin":
            yield _Tool(("pbcopy",))
        if environ.get("WSL_DISTRO_NAME"):
            yield _Tool(("clip.exe",), "utf-16-le")
        if environ.get("WAYLAND_DISPLAY"):
            # Told the type it need not start a program that guesses it.
            yield _Tool(("wl-copy", "--type", "text/plain"))
    # `:0` is a screen of this machine, `localhost:10.0` leads back to the person's.
    if display and not (is_remote and display.startswith(":")):
        yield _Tool(("xclip", "-selection", "clipboard"))
        yield _Tool(("xsel", "--clipboard", "--input"))


def _give(tool: _Tool, text: str, environ: Mapping[str, str]) -> int | None:
    """The exit code of a program that was given a text; None where it could not be started or did not end."""
    try:
        done = subprocess.run(
            tool.command,
            input=text.encode(tool.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # It may have to stay until something else is copied, longer than the reader and its terminal.
            start_new_session=True,
            env=dict(environ),
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return done.returncode


def _environ_now(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables as they are for the terminal that is attached to tmux now."""
    now = dict(environ)
    try:
        shown = subprocess.run(
            ("tmux", "show-environment"),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=now,
            timeout=_PATIENCE,
            check=True,
        ).stdout.decode("utf-8", "replace")
    except (OSError, ValueError, subprocess.SubprocessError):
        return now
    for line in shown.splitlines():
        name, is_set, value = line.partition("=")
        if is_set and name in _KNOWN_ANEW:
            now[name] = value
        elif line.removeprefix("-") in _KNOWN_ANEW:
            now.pop(line.removeprefix("-"), None)
    return now


def _copy_on_windows(text: str) -> bool:
    import pyperclip  # noqa: PLC0415 - only there is no program that takes any text as it is

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
