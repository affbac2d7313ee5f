"""The first start: no digests are known yet."""

from collections.abc import Callable
from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from digest_tui.errors import DigestTuiError
from digest_tui.paths import styles_dir
from digest_tui.text import one_line


class FolderSuggester(Suggester):
    """Completes the folder that is being typed."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first folder that begins with what was typed."""
        head, _, tail = value.rpartition("/")
        if not tail and not head:
            return None
        parent = Path(f"{head}/").expanduser()
        try:
            names = sorted(entry.name for entry in parent.iterdir() if entry.is_dir())
        except (OSError, RuntimeError):
            return None
        for name in names:
            if name.startswith(tail) and name.isprintable() and (tail.startswith(".") or not name.startswith(".")):
                return f"{head}/{name}" if "/" in value else name
        return None


class FirstRunScreen(Screen[Path | None]):
    """Closes with the folder to open, or with None for the samples."""

    CSS_PATH = styles_dir() / "dialogs.tcss"

    def __init__(self, check: Callable[[Path], None]) -> None:
        """`check` raises a `DigestTuiError` with the reason when a path cannot be used."""
        super().__init__()
        self._check = check

    def compose(self) -> ComposeResult:
        """One question."""
        with Vertical(id="first-run"):
            yield Static("Where are your paper digests?", id="first-run-title", markup=False)
            yield Static(
                "A folder with Markdown digests, such as the clone of a blog with _posts or of a log with paper_logs.",
                id="first-run-why",
                markup=False,
            )
            yield Input(placeholder="~/blog", id="first-run-path", suggester=FolderSuggester())
            yield Static("", id="first-run-problem", markup=False)
            yield Static(
                "→ completes · Enter opens it, also next time · Enter on an empty line: the samples · ctrl+q quits",
                id="first-run-hint",
                markup=False,
            )

    def on_mount(self) -> None:
        """The problem line takes no room until there is a problem."""
        self.query_one("#first-run-problem").display = False
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _open(self, event: Input.Submitted) -> None:
        event.stop()
        text = event.value.strip()
        if not text:
            self._close(None)
            return
        try:
            path = Path(text).expanduser().absolute()
            self._check(path)
        except (DigestTuiError, RuntimeError, ValueError, OSError) as error:
            problem = self.query_one("#first-run-problem", Static)
            problem.update(one_line(str(error)))
            problem.display = True
        else:
            self._close(path)

    def _close(self, path: Path | None) -> None:
        # Enter may have been typed twice.
        if self.is_current:
            self.dismiss(path)

    def on_key(self, event: events.Key) -> None:
        """Esc clears the line: it never quits."""
        if event.key == "escape":
            event.stop()
            self.query_one(Input).value = ""
