"""Scrolling the reader, and what scrolling means."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from digest_tui.errors import DigestTuiError
from digest_tui.model import Digest
from digest_tui.model.known import NO_LONGER
from digest_tui.session.page import preface_page
from digest_tui.text import one_line
from digest_tui.triage.reading import read_by_scrolling
from digest_tui.ui.actions import Actions
from digest_tui.ui.desktop.pager import pager, show
from digest_tui.ui.jobs.daemon_thread import in_daemon_thread
from digest_tui.ui.keys.command import Pane

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window


class Reading:
    """The reader's own commands; those that scroll work from any pane."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def actions(self) -> Actions:
        """The commands of this module."""
        return {
            "page-on": self._page_on,
            "page-back": lambda: self._page(-1),
            "reader-down": lambda: self._page(1),
            "reader-up": lambda: self._page(-1),
            "preface": self._preface,
            "pager": self._page_outside,
        }

    def scroll(self, by: int) -> None:
        """Scroll by lines; a scroll down at the end may mean that the paper is read."""
        reader = self._window.reader
        at_end = reader.at_end
        reader.scroll_to_line(reader.top + by)
        self._window.show_status()
        if by > 0:
            self._read_by_scrolling(at_end)

    def scroll_to_end(self, *, last: bool) -> None:
        """The top, or the end; who asks for the end that is on screen has read the paper."""
        reader = self._window.reader
        at_end = reader.at_end
        reader.scroll_to_line(reader.max_top if last else 0)
        self._window.show_status()
        if last:
            self._read_by_scrolling(at_end)

    def close_preface(self) -> bool:
        """Back to the paper, and whether there was anything to go back from."""
        if not self._window.preface_shown:
            return False
        self._window.preface_shown = False
        self._window.show_paper()
        return True

    def _page(self, by: int) -> None:
        if not self._window.mode.shows_page:
            self._window.services.sheet.page(by)
            return
        # Two lines of the last page stay in sight, as in a pager.
        self.scroll(by * max(1, self._window.reader.page - 2))

    def _page_on(self) -> None:
        if not self._window.mode.shows_page:
            self._window.services.sheet.page_on()
        elif not self._window.reader.at_end:
            self._page(1)
        elif self._window.session.entry is None or self._window.preface_shown:
            self._window.services.moving.go_to_new()
        elif self._window.session.lens is not None:
            self._go_to_next_paper()
        else:
            self._window.services.deciding.finish(go_on=True)

    def _go_to_next_paper(self) -> None:
        """Go to the next row: who sees a part of a paper has not read it."""
        if self._window.session.move(1):
            self._window.show_row()
        else:
            self._window.services.moving.go_to_new()

    def _read_by_scrolling(self, at_end: bool) -> None:
        entry = self._window.session.entry
        if entry is None or self._window.why_no_paper() or self._window.session.lens is not None:
            return
        if self._window.mode.is_by_facet:
            # Whatever had the focus before: a card is not the whole paper.
            return
        state, auto_read = self._window.session.state(entry), self._window.options.auto_read
        if self._window.pane is Pane.READER and read_by_scrolling(state, end_visible=at_end, auto_read=auto_read):
            self._window.services.deciding.finish(go_on=False)

    def _page_outside(self) -> None:
        digest = self._window.session.digest
        if digest is None:
            self._window.say("No digest is shown: there is no file to open.")
            return
        if digest.is_gone:
            self._window.say(f"This paper is {NO_LONGER}: there is no file to open.")
            return
        # What is typed behind it is not for the paper that is still shown.
        self._window.keyboard.hold()
        self._window.run_worker(self._show_outside(digest), exit_on_error=False)

    async def _show_outside(self, digest: Digest) -> None:
        def opened() -> tuple[Iterator[str], list[str]]:
            return self._window.library.whole_text(digest), pager(os.environ)

        try:
            text, command = await in_daemon_thread(opened)
            with self._window.app.suspend():
                trouble = show(text, command, os.environ)
            self._window.say(trouble)
        except DigestTuiError as error:
            self._window.say(one_line(str(error)))
        except SuspendNotSupported:
            self._window.say("The pager needs the terminal to itself, which is not possible here.")
        finally:
            self._window.keyboard.release()

    def _preface(self) -> None:
        if self.close_preface():
            return
        digest = self._window.session.digest
        if digest is None:
            self._window.say("No digest is shown: there is no preface to read.")
            return
        if digest.is_gone:
            self._window.say(f"This paper is {NO_LONGER}: there is no preface to read.")
            return
        self._window.preface_shown = True
        self._window.reader.show(preface_page(digest, self._window.library))
        self._window.say("before and after the papers · i or Esc goes back")
