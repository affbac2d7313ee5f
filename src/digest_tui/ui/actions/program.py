"""The program itself: the list of commands, and the ways out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.ui.actions import Actions
from digest_tui.ui.actions.availability import Availability
from digest_tui.ui.screens.help import HelpScreen

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window


class Program:
    """Carries out the commands that are not about papers."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._availability = Availability(window)

    def actions(self) -> Actions:
        """The commands of this module."""
        app = self._window.app
        return {
            "rescan": self._rescan,
            "help": self._list_commands,
            "suspend": app.action_suspend_process,
            "quit": app.exit,
        }

    def _rescan(self) -> None:
        if not self._window.services.syncing.toggle():
            self._window.scanner.scan(asked=True)

    def _list_commands(self) -> None:
        screen = HelpScreen(self._window.pane, self._availability.why_not, self._window.say)
        self._window.app.push_screen(screen, self._chosen)

    def _chosen(self, command_id: str | None) -> None:
        if command_id is not None:
            # It is a key behind the one that opened the list: what was selected then may be gone.
            self._window.session.selection.key_pressed()
            self._window.run_command(command_id)
