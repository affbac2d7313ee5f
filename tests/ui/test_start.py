"""What a start loads up to the first frame: each module costs its share of a budget of 60 ms."""

import os
import subprocess
import sys

import pytest

START = """
import sys
from pathlib import Path
import digest_tui.__main__, digest_tui.cli.main, digest_tui.cli.reader
from digest_tui.library import Library
from digest_tui.store import memory_store
from digest_tui.ui.app import DigestTui, Setup
from digest_tui.session.opening import ReaderOptions

class Watched(Library):
    loaded = ()
    def scan(self):
        # The screen is mounted and styled; what comes from here on is not waited for.
        Watched.loaded = self.loaded or tuple(sys.modules)
        yield from super().scan()

async def run():
    library = Watched([], memory_store())
    setup = Setup(ReaderOptions(), None, library, print, print, Path("nowhere"))
    async with DigestTui(setup).run_test(size=(120, 40)) as pilot:
        await pilot.pause()

import asyncio
asyncio.run(run())
print(*Watched.loaded)
"""

PACKAGES = {
    *("digest_tui", "rich", "textual", "typing_extensions"),
    "platformdirs",  # where state and settings are
}
"""What other people's packages a start may load."""
WHOLE = ("index", "library", "model", "sources", "store", "triage")
"""Packages of ours of which everything may be loaded: they hold what the first screen shows."""
MODULES = set(
    """
    __main__ config config_reader counts errors checked_marshal first_frame full_terminal gone guest loading paths
    patterns reading report text
    cli cli.applying cli.arguments cli.command_line cli.main cli.output cli.queries cli.places cli.reader cli.setup
    cli.subcommands
    markup markup.tex markup.tex_symbols notation notation.cjk notation.tex_accents notation.two_set
    session session.cursor_rows session.date_cursor session.date_rows session.dates session.facts
    session.list_cursor session.listing session.lists
    session.opening session.page session.pending session.rows session.saved_place session.selection
    session.session session.progress session.source_news
    session.views session.wording
    render render.cells render.finds render.lines render.palette render.wrap
    ui ui.actions ui.app ui.contrast ui.depth ui.marks ui.modes ui.presses ui.theme
    ui.internals ui.internals.app ui.internals.drawing ui.internals.screen ui.internals.terminal
    ui.jobs ui.jobs.daemon_thread ui.jobs.first_offer ui.jobs.place_keeper ui.jobs.prefetcher ui.jobs.scan_controller
    ui.jobs.scanner
    ui.keys ui.keys.command ui.keys.commands ui.keys.hangul ui.keys.hints ui.keys.keyboard ui.keys.keymap
    ui.reader ui.reader.anchored_view ui.reader.byline ui.reader.carded_view ui.reader.line_builder
    ui.reader.marked_view ui.reader.mouse_page ui.reader.page_cache ui.reader.page_frame ui.reader.page_text
    ui.reader.pane ui.reader.pictured_view ui.reader.rendered_page
    ui.screens ui.screens.inbox ui.screens.keyed ui.screens.lists ui.screens.main ui.screens.mouse
    ui.screens.panes ui.screens.services ui.screens.showing
    ui.terminal ui.terminal.asking ui.terminal.driver ui.terminal.leaving ui.terminal.output
    ui.terminal.parser ui.terminal.saved_screen ui.terminal.signals ui.terminal.watching
    ui.widgets ui.widgets.bars ui.widgets.dates ui.widgets.drawn_rows ui.widgets.fitted_list ui.widgets.footer
    ui.widgets.line_styles
    ui.widgets.line_view ui.widgets.mouse_rows ui.widgets.pane_heading ui.widgets.papers ui.widgets.row_list
    ui.widgets.row_window ui.widgets.strips
    """.split()  # noqa: SIM905 - a paragraph is easier to read than a list of strings
)
"""Our modules that the first frame needs."""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The modules of a start, in a process of its own."""
    # Where there are fewer colours one more module is loaded, with the themes for them.
    environ = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm-256color"}
    environ["COLORTERM"] = "truecolor"
    done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True, env=environ)
    return set(done.stdout.split())


def test_the_first_frame_loads_nothing_that_it_does_not_need(loaded: set[str]) -> None:
    ours = {name.removeprefix("digest_tui.") for name in loaded if name.startswith("digest_tui.")}
    more = {name for name in ours - MODULES if name.partition(".")[0] not in WHOLE}
    assert not more, f"A start loads {sorted(more)}: load it at its first use (screens/services.py), or list it here."


def test_the_first_frame_loads_few_packages(loaded: set[str]) -> None:
    packages = {name.partition(".")[0] for name in loaded if not name.startswith(("_", "cython"))}
    more = packages - PACKAGES - sys.stdlib_module_names
    assert not more, f"A start loads {sorted(more)}: import it in the function that needs it, or list it here with why."


def test_settings_are_parsed_only_where_there_is_a_file(loaded: set[str]) -> None:
    assert "tomllib" not in loaded


def test_what_is_listed_is_loaded(loaded: set[str]) -> None:
    gone = {f"digest_tui.{name}" for name in MODULES} - loaded
    assert not gone, f"A start does not load {sorted(gone)} any more: take it off the list, so that it stays so."
