"""The driver, and the parser of what a terminal sends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any, TextIO, cast

from textual import events
from textual._time import get_time
from textual._xterm_parser import XTermParser

from digest_tui.ui.internals.app import InternalsApp

if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    class InternalsDriver(LinuxDriver):
        """The driver with names for what it keeps to itself."""

        def wrap_output(self, wrap: Callable[[TextIO], object]) -> None:
            """Put something between the driver and the file it writes to; there is no parameter for it."""
            self._file = cast(Any, wrap(cast(TextIO, self._file)))

        @property
        def is_ending(self) -> bool:
            """True once the app was asked to end."""
            return cast(InternalsApp[Any], self._app).is_ending

        @property
        def has_terminal(self) -> bool:
            """True from taking the terminal until giving it up; before and after it nobody takes what is written."""
            return self._writer_thread is not None and self._writer_thread.is_alive()

        @property
        def restarts(self) -> bool:
            """True when the terminal is taken back after a stop."""
            return bool(self._auto_restart)

        def in_loop(self, call: Callable[..., object], *args: object) -> None:
            """Call in the loop of the app."""
            self._app.call_later(call, *args)

        def call_soon(self, call: Callable[[], object]) -> None:
            """Call in the loop of the app from a signal handler; raises RuntimeError where the loop is closed.

            `App.call_later` posts a message, which is not safe in a handler.
            """
            self._loop.call_soon_threadsafe(call)

        def stopped(self) -> None:
            """Give the terminal up, stop, and go on when the process is continued."""
            super()._sigtstp_application()

        def _sigtstp_application(self, *_: object) -> None:
            # The handler is installed by its private name.
            self.stopped()

        def continued(self) -> None:
            """Take the terminal back after a stop."""
            super()._sigcont_application()

        def _sigcont_application(self, *_: object) -> None:
            # The handler is installed by its private name.
            self.continued()

        def _run_input_thread(self) -> None:
            # Textual would print a traceback with what was typed.
            try:
                self.run_input_thread()
            except Exception as error:
                self.in_loop(self._app._handle_exception, error)


class InternalsParser(XTermParser):
    """The parser of what a terminal sends."""

    @property
    def seconds_left(self) -> float | None:
        """Seconds until a lone Esc counts as a key; None while none waits. `tick` has to be called at this time."""
        until = self._timeout_time
        return None if until is None else max(0.0, until - get_time())

    def keys_of(self, sequence: str) -> Iterable[events.Key]:
        """Return the keys that a sequence stands for; none where it may go on."""
        return super()._sequence_to_key_events(sequence)

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        # Without this Esc is lost, or `^`, where a key is typed within a tenth of a second behind it.
        return super()._sequence_to_key_events(sequence, alt) if alt else self.keys_of(sequence)
