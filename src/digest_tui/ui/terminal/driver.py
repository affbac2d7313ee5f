"""The terminal: as Textual drives it, but left at once, silent while nothing happens, and given up when it is gone."""

from __future__ import annotations

import errno
import os
import selectors
import signal
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.events import Paste
from textual.message import Message

from digest_tui import first_frame
from digest_tui.text import sanitize
from digest_tui.ui.internals.terminal import InternalsDriver
from digest_tui.ui.terminal.output import END_OF_FRAMES, ENTER, Output
from digest_tui.ui.terminal.parser import ReaderParser

if TYPE_CHECKING:
    from digest_tui.ui.terminal.hearing import Parses

_HEARING_SECONDS = 0.05


class ReaderDriver(InternalsDriver):
    """Waits for the terminal and for being stopped at the same time.

    Textual 8.2.8 asks ten times a second whether it is to stop, joins that thread twice at exit, and reads on without a
    pause when its terminal has gone.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.wrap_output(lambda file: Output(file, lambda: self.is_ending))
        self._shown = first_frame.take_over()
        self._is_continuing = False
        self._hears: Callable[[Parses], Parses] | None = None
        self._farewell: Callable[[], str] = str
        self._stopped, self._stop = os.pipe()
        os.set_blocking(self._stopped, False)

    def start_application_mode(self) -> None:
        """Take the terminal, or take it over from the screen of the last time."""
        # Textual gives up where it was stopped because it is in the background.
        while not self.has_terminal:
            if not self._wait_for_foreground():
                _hang_up()
                return
            super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._shown is not None:
            self.attrs_before = self._shown.attributes
            self._shown = None

    def _wait_for_foreground(self) -> bool:
        """Be stopped as long as another program has the terminal; False where there is none, or it never comes back."""
        while True:
            try:
                termios.tcsetattr(self.fileno, termios.TCSANOW, termios.tcgetattr(self.fileno))
                return True
            except termios.error as error:
                if error.args[0] != errno.EINTR:
                    return False
                # What continued it may have come to end it: another thread hears that.
                time.sleep(_HEARING_SECONDS)
                if self.is_ending:
                    return False

    def write(self, data: str) -> None:
        """Write to the terminal, while the reader has it."""
        # To enter the alternate screen again would clear what is shown there.
        if self.has_terminal and (self._shown is None or data != ENTER):
            super().write(data)

    def ask(self, question: str, hears: Callable[[Parses], Parses], farewell: Callable[[], str]) -> None:
        """Ask the terminal something; what the parser is made into takes the answer, now and after every stop.

        `farewell` returns what is to be written whenever the terminal is left: a frame might be dropped then.
        """
        self._hears, self._farewell = hears, farewell
        self.write(question)

    def disable_input(self) -> None:
        """Stop reading now."""
        # To do anything with a terminal that another program has would only stop the reader.
        if self.has_terminal:
            os.write(self._stop, b"\0")
            super().disable_input()

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was."""
        if self.has_terminal:
            self.write(END_OF_FRAMES)
            if farewell := self._farewell():
                self.write(farewell)
            super().stop_application_mode()

    def resume_application_mode(self) -> None:
        """Take the terminal again."""
        attributes = None if self._is_continuing else self.attrs_before
        if attributes is not None:
            # A pager that was killed left the modes as it wanted them.
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)
        super().resume_application_mode()

    def stopped(self) -> None:
        """Give the terminal up, stop, and take it back, between two events of the loop."""
        if self.restarts:
            self._between_events(self._stop_and_go_on)
        else:
            # A pager has the terminal, and the loop waits for it.
            super().stopped()

    def continued(self) -> None:
        """Take the terminal back, between two events of the loop, unless that is being done."""
        if not self._is_continuing:
            self._is_continuing = True
            self._between_events(self._go_on)

    def _between_events(self, call: Callable[[], object]) -> None:
        # Not in the handler: it may have interrupted a write, for whose lock it would wait for ever.
        with suppress(RuntimeError):  # a loop that is closed: the reader is about to end
            self.call_soon(call)

    def _stop_and_go_on(self) -> None:
        self._is_continuing = True
        super().stopped()
        # Behind the end, if that was asked for meanwhile: a shell that ends continues what it stopped, to end it.
        self._between_events(self._go_on)

    def _go_on(self) -> None:
        # SIGSTOP cannot be caught: whoever stopped the reader so left the terminal to a shell that set its own modes.
        # And where nothing was stopped Textual would begin to read the terminal twice.
        # The kernel sends it to a session that ends, after SIGHUP; and more of them come in the middle of the first.
        try:
            if self.is_ending:
                return
            if self.restarts and self.has_terminal:
                self.suspend_application_mode()
            super().continued()
        finally:
            self._is_continuing = False

    def process_message(self, message: Message) -> None:
        """Pass on what was typed; pasted text is not the reader's own and passes the border."""
        super().process_message(Paste(sanitize(message.text)) if isinstance(message, Paste) else message)

    def run_input_thread(self) -> None:
        """Read keys until `disable_input`, or until there is no terminal any more."""
        with suppress(BlockingIOError):
            os.read(self._stopped, 1024)
        parser: Parses = ReaderParser()
        hears = None
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self._stopped, selectors.EVENT_READ)
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                # Only a lone Esc, which may be the beginning of a key, is waited for.
                ready = selector.select(parser.seconds_left)
                if any(key.fd == self.fileno for key, _ in ready):
                    data = self._read()
                    if not data:
                        _hang_up()
                        return
                    if hears is not self._hears and self._hears is not None:
                        hears = self._hears
                        parser = hears(parser)
                    for message in parser.feed(decode(data)):
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        """Return the typed bytes; none when the terminal is gone."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""


def _hang_up() -> None:
    """End the reader as its terminal would have done if it could: one that is not the controlling one sends nothing."""
    os.kill(os.getpid(), signal.SIGHUP)
