"""Turning pictures on and off, a host at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.pictures.allowed import host_of
from digest_tui.ui.actions import Actions
from digest_tui.ui.screens.picture_question import HostRow, PictureQuestion

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window


class Picturing:
    """Nothing is fetched from a host before the person said yes to it."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"pictures": self._toggle}

    def _toggle(self) -> None:
        window, pictures = self._window, self._window.services.pictures
        on_page = pictures.on_page()
        hosts = list(dict.fromkeys(filter(None, map(host_of, on_page))))
        if not on_page:
            window.say("No pictures are on this page")
        elif not hosts:
            window.say("The pictures on this page are on no host of the internet")
        elif reason := pictures.why_none():
            window.say(reason)
        elif asked := [host for host in hosts if host not in pictures.hosts]:
            window.app.push_screen(PictureQuestion(asked[0]), self._answered)
        elif agreed := [host for host in hosts if host in pictures.remembered]:
            for host in agreed:
                pictures.forget(host)
            window.say(f"pictures from {', '.join(agreed)} are not shown any more")
        else:
            window.say(f"{hosts[0]} is in the setting `pictures`: remove it there to hide them")

    def _answered(self, row: HostRow | None) -> None:
        if row is not None:
            self._window.services.pictures.allow(row.host)
            self._window.say(f"pictures from {row.host} are shown · Show pictures hides them")
