"""The person's own editor, at a line of a file."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from digest_tui.errors import DigestTuiError
from digest_tui.guest import has_terminal, keys_for_guest
from digest_tui.text import one_line

_VARIABLES = ("VISUAL", "EDITOR")
_DEFAULTS = ("vi", "nano")
_LINE = "+{line}"
_PLACE = "{file}:{line}"


class _Form(NamedTuple):
    """How an editor is told the line, and how it is told to stay until the file is closed."""

    words: tuple[str, ...]
    """The arguments after the person's own."""
    wait: tuple[str, ...] = ()
    """Spellings of the option to wait; the first is added where the person's own arguments have none."""


_FILE = _Form(("{file}",))
_WITH_LINE = _Form((_LINE, "{file}"))
_CODE = _Form(("--goto", _PLACE), ("--wait", "-w"))
_FORMS: dict[str, _Form] = {
    **dict.fromkeys(
        (
            *("vi", "vim", "nvim", "ex", "view", "vimx", "elvis", "nvi", "vis", "nano", "rnano", "pico", "emacs"),
            *("emacsclient", "zile", "mg", "jmacs", "micro", "kak", "joe", "jstar", "jpico", "jove", "ne", "mcedit"),
        ),
        _WITH_LINE,
    ),
    **dict.fromkeys(("gvim", "mvim"), _Form((_LINE, "{file}"), ("--nofork", "-f"))),
    "gedit": _Form((_LINE, "{file}"), ("--wait", "-w", "-s", "--standalone")),
    **dict.fromkeys(("hx", "helix"), _Form((_PLACE,))),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor"), _Form((_PLACE,), ("--wait", "-w"))),
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"), _CODE),
    "mate": _Form(("--line", "{line}", "{file}"), ("--wait", "-w")),
    "kate": _Form(("--line", "{line}", "{file}"), ("--block", "-b")),
}
"""Editors by the name of their program.

Any other gets the file alone: one that does not know `+12` would open, and perhaps make, a file of that name.
"""
_MANY_TOOLS = frozenset({"busybox", "toybox"})
"""Their `vi` does not know lines in every version."""


def editor(environ: Mapping[str, str]) -> list[str]:
    """Return the editor's command with its arguments; raises DigestTuiError where there is none.

    As for git, `VISUAL` comes before `EDITOR`, and `vi` is tried where neither is set.
    """
    for variable in _VARIABLES:
        try:
            words = shlex.split(environ.get(variable, ""))
        except ValueError as error:
            reason = f"{variable} is not a valid command ({error})"
            raise DigestTuiError(f"{reason}: set it to one such as nano.") from error
        if words:
            return words
    found = [name for name in _DEFAULTS if shutil.which(name)][:1]
    if not found:
        raise DigestTuiError("There is no editor: install one, or set EDITOR.")
    return found


def command_for(words: list[str], file: Path, line: int | None) -> list[str]:
    """Return the command that opens an absolute path, at a line where the editor is known to take one."""
    form = _form(words[0])
    wait = [] if not form.wait or any(word in words for word in form.wait) else [form.wait[0]]
    is_line_clear = line is not None and (_PLACE not in form.words or ":" not in str(file))
    told = form.words if is_line_clear else _FILE.words
    # The path last: it may hold braces.
    return [*words, *wait, *(word.replace("{line}", str(line)).replace("{file}", str(file)) for word in told)]


def edit(command: list[str], environ: Mapping[str, str]) -> str:
    """Run an editor and return when it was left: one sentence about what went wrong, or nothing to say.

    The terminal must be free.
    """
    name = os.path.basename(command[0])
    with keys_for_guest():
        try:
            process = subprocess.Popen(command, env=dict(environ))
        except (OSError, ValueError) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
            return one_line(f"The editor {command[0]} cannot be started: {reason}.")
        with has_terminal(process):
            code = process.wait()
    if code < 0:
        return one_line(f"The editor {name} was ended by signal {-code}.")
    return one_line(f"The editor {name} ended with code {code}.") if code else ""


def _form(program: str) -> _Form:
    found = shutil.which(program)
    real = os.path.basename(os.path.realpath(found)) if found else ""
    if real in _MANY_TOOLS:
        return _FILE
    # `editor` may be a link to `vim.basic`, and on Windows `code` is `code.cmd`.
    names = (os.path.basename(program), real)
    known = (_FORMS.get(name.partition(".")[0].casefold()) for name in names)
    return next((form for form in known if form is not None), _FILE)
