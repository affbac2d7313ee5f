"""The three panes and the lines around them: which mode has the screen, and which pane the focus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size

from digest_tui.library import Library
from digest_tui.session.session import Session
from digest_tui.ui.keys.command import Kind, Pane
from digest_tui.ui.modes import Mode
from digest_tui.ui.reader.page_cache import KeptPages
from digest_tui.ui.reader.pane import Reader
from digest_tui.ui.screens.mouse import MouseScreen
from digest_tui.ui.widgets.bars import Notice, StatusLine
from digest_tui.ui.widgets.dates import DateList
from digest_tui.ui.widgets.footer import Footer
from digest_tui.ui.widgets.papers import PaperList

if TYPE_CHECKING:
    from digest_tui.ui.screens.services import Services


class PanesScreen(MouseScreen):
    """Holds what shows a session: the list of its dates, that of its papers, and the reader."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-alone"), (56, "-narrow"), (100, "-medium"), (140, "-wide"), (158, "-broad")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]

    services: Services

    def __init__(self, library: Library, size: Size) -> None:
        # With what it will have: a class that comes later means that everything is styled once more.
        classes = (
            _breakpoint(self.HORIZONTAL_BREAKPOINTS, size.width),
            _breakpoint(self.VERTICAL_BREAKPOINTS, size.height),
        )
        super().__init__(classes=f"{' '.join(classes)} -at-{Pane.PAPERS}")
        self.library = library
        self.session = Session(library)
        self.papers = PaperList(id=Pane.PAPERS)
        self.dates = DateList(id=Pane.DATES, below=self.papers)
        self.reader = Reader(id=Pane.READER, kept_pages=KeptPages(partial(library.index.made, "page"), self._keep_page))
        self.notice = Notice(id="notice")
        self.status = StatusLine(id="status")
        self.footer = Footer(id="footer")
        self.panes = Mode(self.session, self.reader, self.papers)
        """The mode in which all of them are shown."""
        self.mode = self.panes
        """The mode that has the screen."""
        self._shown = ""
        """The id of the page that the reader shows: its scroll position stays while it stays."""

    def compose(self) -> ComposeResult:
        """Three panes and two lines."""
        yield self.notice
        with Container(id="panes"):
            with Container(id="lists"):
                yield self.dates
                yield self.papers
            yield self.reader
        yield self.status
        yield self.footer

    # Modes

    def set_mode(self, mode: Mode) -> None:
        """Show the session in another mode, which `show_all` then draws."""
        last, self.mode = self.mode, mode
        self.remove_class(*last.css_class.split())
        self.add_class(*mode.css_class.split())
        for pane in (mode.paper_list, mode.reader):
            if not pane.is_attached:
                self.mount(pane, after="#panes")
        if not (mode.has_lists and last.has_lists):
            # Each card, and each paper that is opened from one, is shown from its top.
            self.reader, self._shown = mode.reader, ""
            if self.services.has_used("pictures"):
                self.services.pictures.show_again()
        self._show_hints()

    @property
    def is_sheet(self) -> bool:
        """True while the day sheet has the screen: no pane with a page is seen."""
        return not self.mode.shows_page

    def _show_hints(self) -> None:
        self.footer.set_mode(self.mode.hints(has_paper=self.session.entry is not None))

    # Panes

    @property
    def pane(self) -> Pane:
        """The pane with the focus."""
        focused = self.focused
        return Pane(focused.id) if focused is not None and focused.id in set(Pane) else Pane.PAPERS

    def focus_pane(self, pane: Pane) -> None:
        """Move the focus."""
        if self.services.has_used(Kind.SHEET):
            self.services.sheet.turn_to(pane)
        # First the class: in a narrow terminal a pane may be hidden until it is the focused one.
        self._mark_pane(pane)
        # At once: the next key is meant for this pane.
        self.set_focus(self.mode.paper_list if pane is Pane.PAPERS else self.query_one(f"#{pane}"))

    def on_descendant_focus(self) -> None:
        """The footer shows what helps in the focused pane."""
        if self.focused is self.papers and self.services.has_used(Kind.SHEET):
            # By the mouse, beside a paper that was opened there.
            self.services.sheet.leave()
        self._mark_pane(self.pane)
        self._show_hints()
        self.footer.set_pane(self.pane)

    def _keep_page(self, name: str, packed: bytes) -> None:
        self.services.store.carry_out(partial(self.library.index.keep_made, "page", name, packed))

    def _mark_pane(self, pane: Pane) -> None:
        for other in Pane:
            self.set_class(other is pane, f"-at-{other}")


def _breakpoint(breakpoints: list[tuple[int, str]], cells: int) -> str:
    return max((limit, name) for limit, name in breakpoints if cells >= limit)[1]
