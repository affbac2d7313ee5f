"""The program itself: its help, its palette, and the ways out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.ui.actions import Actions
from digest_tui.ui.screens.help import HelpScreen

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window


class Program:
    """Carries out the commands that are not about papers."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def actions(self) -> Actions:
        """The commands of this module."""
        app = self._window.app
        return {
            "rescan": self._rescan,
            "palette": app.action_command_palette,
            "help": lambda: app.push_screen(HelpScreen(), self._helped),
            "suspend": app.action_suspend_process,
            "quit": app.exit,
        }

    def _rescan(self) -> None:
        if not self._window.services.syncing.toggle():
            self._window.scanner.scan(asked=True)

    def _helped(self, command_id: str | None) -> None:
        if command_id is not None:
            self._window.run_command(command_id)
