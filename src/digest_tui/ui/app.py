"""The Textual app: themes, the first screen, and every way out."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.css.query import QueryError
from textual.driver import Driver
from textual.screen import Screen
from textual.timer import Timer

from digest_tui.library import Library
from digest_tui.loading import loaded
from digest_tui.paths import styles_dir
from digest_tui.report import report, report_threads
from digest_tui.session.opening import ReaderOptions
from digest_tui.text import one_line
from digest_tui.ui.depth import Depth, depth_of
from digest_tui.ui.screens.main import MainScreen
from digest_tui.ui.terminal.leaving import LeavingApp
from digest_tui.ui.terminal.saved_screen import SavedFrame, saved_frame
from digest_tui.ui.terminal.signals import Signals
from digest_tui.ui.theme import DARK, THEMES, themes_at, variable_defaults

if TYPE_CHECKING:
    from digest_tui.opener import Opener
    from digest_tui.sources.origin import Fetching
    from digest_tui.ui.screens.first_run import FirstRepository
    from digest_tui.ui.terminal.hearing import GraphicsAnswer

if sys.platform != "win32":
    from digest_tui.ui.terminal.driver import ReaderDriver

_SHEETS = ("app", "responsive", "cards")
"""The sheets of the first frame; dialogs bring their own."""
PATIENCE_SECONDS = 0.25
"""Then the screen is drawn with whatever there is."""
_SETTLING_SECONDS = 0.03
_COMMIT_SECONDS = 6.0  # longer than a commit waits for another program's
SWITCH_SECONDS = 0.0005
GC_OBJECTS = 20_000


class Setup(NamedTuple):
    """Everything that the command line hands to the reader."""

    options: ReaderOptions
    opener: Opener
    library: Library | None
    """None: nothing is configured yet, the first-run screen asks."""
    check_folder: Callable[[Path], None]
    """Puts a folder into the configuration; raises a `DigestTuiError` when it cannot be read as digests."""
    open_folder: Callable[[Path | None], Library]
    """The library of a folder that is now configured, or of the samples."""
    look_at: Callable[[Path], None] = lambda folder: None
    """Raises a `DigestTuiError` like `check_folder`, and leaves no trace; may take long."""
    glance: Callable[[str], Iterable[str]] = lambda text: ()
    """Yields what is at a place that is being typed, as far as it was found."""
    repository: Callable[[str], FirstRepository | None] = lambda text: None
    """The repository that a text names, which is fetched first; None for a place of this machine."""
    options_now: Callable[[], ReaderOptions] | None = None
    """The options again when the first folder is open, which may have turned out to be without a state."""
    fetches: Callable[[], Sequence[Fetching]] = tuple
    """Returns the repositories shown, each of which can be fetched once."""
    keep_frame: Callable[[SavedFrame], None] = lambda frame: None
    """Keeps the screen that the next start would show."""


class DigestTui(LeavingApp[None]):
    """The reader."""

    TITLE = "digest-tui"
    # The list of commands is ours (screens/help.py).
    ENABLE_COMMAND_PALETTE = False
    # Relative paths would be looked up beside the file of a subclass.
    CSS_PATH: ClassVar = [styles_dir() / f"{name}.tcss" for name in _SHEETS]
    BINDINGS: ClassVar[list[BindingType]] = [
        # ctrl+c copies a selection (Textual's own binding); it must not explain how to quit over the text.
        Binding("ctrl+q", "leave", "Quit", show=False, priority=True, id="quit"),
    ]

    depth = Depth.TRUE
    """The colours that the terminal has; Textual asks for variables before it knows."""

    def __init__(self, setup: Setup, signals: Signals | None = None) -> None:
        super().__init__()
        self._setup = setup
        self._signals = signals
        self.saved: SavedFrame | None = None
        """The screen that the next start would show."""
        self._is_held = True
        """True until something may be drawn: an empty screen would only flicker."""
        self._settled: Timer | None = None
        self._main: MainScreen | None = None
        self.begin_with(setup.library, is_forced=setup.options.ascii)
        self.depth = depth_of(self.console, no_color=self.no_color)
        for theme in themes_at(self.depth, [*self.available_themes.values(), *THEMES]):
            self.register_theme(theme)
        if self.no_color:
            self.draw_without_colors()
        remembered = setup.library.recall("theme") if setup.library else None
        wanted = setup.options.theme or remembered or ""
        self.theme = wanted if wanted in self.available_themes else DARK.name

    def get_driver_class(self) -> type[Driver]:
        """Ours, where there is one for the system."""
        return ReaderDriver if sys.platform != "win32" else super().get_driver_class()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, mixed from the current theme."""
        return variable_defaults(self.current_theme, self.depth)

    def on_mount(self) -> None:
        """Open the reader, or ask where the digests are."""
        self.set_timer(PATIENCE_SECONDS, self.draw)
        if self._signals is not None:
            self._signals.listen(asyncio.get_running_loop(), self.end_behind_keys, self._close_state)
        if self._setup.library is None:
            # Loaded where nothing is configured yet.
            first_run_screen = loaded("digest_tui.ui.screens.first_run:FirstRunScreen")
            self.push_screen(first_run_screen(self._setup), self._first_run_done)

    def on_resize(self) -> None:
        """Draw all again when the size has settled.

        Textual draws what changed, and nothing for a size that it knows. But a terminal that was narrow for a moment
        has lost what was there, and one that comes back after a stop (it tells its size too) never had it.
        """
        if self.is_sized:
            if self._settled is not None:
                self._settled.stop()
            self._settled = self.set_timer(_SETTLING_SECONDS, self.repaint)

    def get_default_screen(self) -> Screen[Any]:
        """The reader itself where digests are known: a screen below it would be laid out and styled for nothing."""
        if self._setup.library is None:
            return super().get_default_screen()
        return self._main_screen(self._setup.library, self._setup.options)

    def _first_run_done(self, library: Library | None) -> None:
        if library is not None:
            options = self._setup.options_now
            self.push_screen(self._main_screen(library, options() if options else self._setup.options))

    def _main_screen(self, library: Library, options: ReaderOptions) -> MainScreen:
        self._main = MainScreen(library, options, self._setup.opener, self._setup.fetches, self.size)
        return self._main

    def refresh_css(self, animate: bool = True) -> None:
        """Apply the sheets anew; before there is a screen the colours of the theme are enough."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            # Textual would parse every sheet here, and once more when the first widget is styled.
            self.stylesheet.set_variables(self.get_css_variables())

    def draw(self) -> None:
        """From now on draw, beginning with all there is."""
        if self._is_held:
            self._is_held = False
            self.repaint()

    @property
    def is_ending(self) -> bool:
        """True once the end was asked for, also by a signal."""
        return self.is_leaving or bool(self._signals and self._signals.is_ending)

    def _close_state(self) -> None:
        """Commit what was asked for and close the state; for another thread, when the loop does not come to it."""
        if self._main is None:
            return  # no state was needed yet
        services, committed = self._main.services, Event()
        if services.has_used("syncing"):
            services.syncing.stop()
        with suppress(RuntimeError):  # whoever closed the thread has waited for it
            services.store.carry_out(committed.set)
            if not committed.wait(_COMMIT_SECONDS):
                return
        self._main.library.store.close()

    def may_display(self, screen: Screen[Any]) -> bool:
        """Draw from `draw` on, or as soon as the reader is open."""
        if self._is_held and isinstance(screen, MainScreen) and screen.scan_controller.is_open:
            self._is_held = False
        return not self._is_held and not self.is_ending

    def keep_answer(self, name: str, answer: str) -> None:
        """Remember what the terminal answered, once there is a state."""
        if self._main is not None:
            self._main.services.store.remember(name, answer)
            if self._main.services.has_used("pictures"):
                self._main.services.pictures.look()

    def on_graphics_answer(self, event: GraphicsAnswer) -> None:
        """Hand on what the terminal said about pictures, whatever dialog is open."""
        if self._main is not None and self._main.services.has_used("pictures"):
            self._main.services.pictures.answered(event)

    def exit(self, *args: Any, **options: Any) -> None:
        """Leave, once; the screen that the next start would show is kept."""
        if self.is_leaving:
            return
        if isinstance(self.screen, MainScreen) and self.saved is None:
            with suppress(Exception):  # it is worth nothing that could keep somebody from leaving
                self.saved = saved_frame(self.screen, self.screen)
                self.screen.reader.keep_page()
                self.screen.services.store.carry_out(self.screen.library.index.commit)
        super().exit(*args, **options)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what is selected, as the reader copies everything; before there is one, by the terminal."""
        reader = next((screen for screen in self.screen_stack if isinstance(screen, MainScreen)), None)
        if reader is not None:
            reader.services.linking.copy_selected(text)
        else:
            super().copy_to_clipboard(text)

    def failed(self, error: Exception) -> None:
        """Leave with one sentence; the details go to a file, for a traceback with locals shows titles and paths."""
        # Who leaves while a screen is being made takes its widgets away: Textual mounts none, and goes on.
        if self.is_leaving and isinstance(error, QueryError):
            return
        sentence = report(error, "digest-tui stopped")
        if not self.is_leaving:
            self.fail_with(error, one_line(sentence))


def run_reader(setup: Setup) -> int:
    """Run the reader until it is left and return the exit code."""
    # Threads read digests and make texts to search; a key must not wait 5 ms for its turn among them.
    sys.setswitchinterval(SWITCH_SECONDS)
    # A frame makes some ten thousand short-lived objects: looking for cycles among them at each 700th costs a tenth.
    gc.set_threshold(GC_OBJECTS, 20, 50)
    report_threads()
    signals = Signals()
    signals.install()
    app = DigestTui(setup, signals)
    app.run()
    signals.left()
    if app.saved is not None:
        setup.keep_frame(app.saved)
    return app.return_code or 0
