"""A digest in the person's own editor, and the paper that is shown when they are back."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.app import SuspendNotSupported

from digest_tui.counts import counted
from digest_tui.errors import DigestTuiError
from digest_tui.library.files import file_to_edit, why_fixed
from digest_tui.model import Digest, Entry
from digest_tui.model.known import NO_LONGER
from digest_tui.session.edited import follow
from digest_tui.text import one_line
from digest_tui.ui.actions import Actions
from digest_tui.ui.desktop.editor import command_for, edit, editor
from digest_tui.ui.jobs.daemon_thread import in_daemon_thread

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window

PATIENCE_SECONDS = 2.0
"""Keys that were typed behind the end of the editor wait at most so long for what it changed."""


class _File(NamedTuple):
    """A file before it is edited."""

    path: Path
    command: list[str]
    mark: bytes


class Editing:
    """The person edits; no digest is ever written by the reader."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"edit": self._edit}

    def _edit(self) -> None:
        window, digest = self._window, self._window.session.digest
        if digest is None:
            window.say("No digest is shown: there is no file to edit.")
        elif digest.is_gone:
            window.say(f"This paper is {NO_LONGER}: there is no file to edit.")
        elif reason := why_fixed(window.library.sources, digest):
            window.say(reason)
        else:
            # What is typed behind it is for the digest as it is then.
            window.keyboard.hold()
            window.run_worker(self._edit_outside(digest, window.session.entry), exit_on_error=False)

    async def _edit_outside(self, digest: Digest, entry: Entry | None) -> None:
        try:
            file = await in_daemon_thread(partial(self._opened, digest, self._line(digest, entry)))
            with self._window.app.suspend():
                trouble = edit(file.command, os.environ)
            mark = await in_daemon_thread(lambda: _mark(file.path))
            if mark != file.mark:
                await self._read(digest, entry)
            else:
                self._window.scanner.scan()
            self._window.say(trouble or self._outcome(digest, is_there=bool(mark), is_changed=mark != file.mark))
        except DigestTuiError as error:
            self._window.say(one_line(str(error)))
        except SuspendNotSupported:
            self._window.say("The editor needs the terminal to itself, which is not possible here.")
        finally:
            self._window.keyboard.release()

    def _line(self, digest: Digest, entry: Entry | None) -> int | None:
        """Return the line to begin at, counted from 1: of the paper, or of the text before the papers."""
        if entry is not None and not self._window.preface_shown:
            return entry.paper.first + 1
        return digest.outside[0].first + 1 if digest.outside and not digest.is_text else None

    def _opened(self, digest: Digest, line: int | None) -> _File:
        path = file_to_edit(self._window.library.sources, digest)
        return _File(path, command_for(editor(os.environ), path, line), _mark(path))

    async def _read(self, digest: Digest, entry: Entry | None) -> None:
        """Read what was changed, with the cursor on the same paper."""
        window = self._window
        window.library.read_again(digest)
        scan = asyncio.ensure_future(window.scanner.scan_from_now())
        done, _ = await asyncio.wait({scan}, timeout=PATIENCE_SECONDS)
        if not done:
            # Another source may be on a disk that does not answer: the change is shown when it does.
            return
        # What the scan found is still to be taken in.
        taken_in = asyncio.Event()
        if window.call_after_refresh(taken_in.set):
            await taken_in.wait()
        if entry is not None and follow(entry, window.session):
            window.show_all()

    def _outcome(self, digest: Digest, *, is_there: bool, is_changed: bool) -> str:
        name = one_line(digest.path.rpartition("/")[2])
        if not is_there:
            return f"{name} is missing now"
        if not is_changed:
            return f"{name} was not changed"
        entries = self._window.library.catalog.entries_in((digest.source, digest.path))
        return f"edited {name} · {counted(len(entries), 'paper') if entries else 'no papers'}"


def _mark(path: Path) -> bytes:
    """Return what differs when the text of a file does; empty for one that is gone."""
    try:
        return sha256(path.read_bytes()).digest()
    except OSError:
        return b""
