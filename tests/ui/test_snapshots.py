"""Pictures of states worth keeping; read the difference before you accept it (`--snapshot-update`)."""

from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from digest_tui.library import Library
from digest_tui.model.facet import Facet
from digest_tui.paths import samples_dir
from digest_tui.session.opening import ReaderOptions
from digest_tui.sources import source_for
from digest_tui.store import memory_store
from digest_tui.ui.app import DigestTui, Setup
from support.desk import Desk, RecordingOpener, make_app
from support.patience import until
from support.promises import promises
from support.scenes import cards, every_markup, long_titles, skimmed, two_years

Compare = Callable[..., bool]

WIDE, MEDIUM, PLAIN, NARROW = (140, 45), (100, 30), (80, 24), (60, 20)
DECIDED = ("j", "s", "j", "x", "d", "g", "g")
"""A star, a skipped paper and one for later; the cursor is on the first again."""
CLOSED = ("s", "r", "x", "s", "d", "r", "x")
"""All five papers of the day are decided, two of them starred."""
NOON, BETWEEN = 1_762_603_200_000, 50_000
"""The time of the first decision, and what lies between two, in ms: the closing card counts minutes."""


@pytest.fixture
def picture(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> Compare:
    """Open the samples or a folder, press keys, and compare the screen with the picture that is kept."""

    def compare(
        *keys: str,
        size: tuple[int, int],
        folder: Path | None = None,
        colors: str = "truecolor",
        today: date = date(2025, 11, 8),
        lens: Facet | None = None,
        **options: Any,
    ) -> bool:
        if colors == "none":
            monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "standard" if colors == "none" else colors)
        folders = [folder] if folder else sorted(samples_dir().iterdir())
        store = memory_store(clock=count(NOON, BETWEEN).__next__)
        library = Library([source_for(f) for f in folders], store, today=lambda: today)
        app = make_app(library, **options)

        async def press(pilot: Pilot[None]) -> None:
            desk = Desk(app, pilot)
            await desk.settle()
            await desk.press(*keys)
            if lens is not None:
                desk.session.lens = lens
                desk.screen.show_all()

        return snap_compare(app, terminal_size=size, run_before=press)

    return compare


# The day, at each size and depth


@promises(
    "README.md",
    "A terminal reader for the daily paper digests that a script writes into your blog or your log: the dates, "
    "the day's papers and the text side by side, triage by keyboard, Korean first.",
)
def test_a_wide_day(picture: Compare) -> None:
    """Three columns: a star, a skip and a later by shape and shade; the heading says how much of the day is done."""
    assert picture(*DECIDED, size=WIDE)


def test_a_wide_day_in_light(picture: Compare) -> None:
    """The same in light: dim words are legible, the cursor is seen at once."""
    assert picture(*DECIDED, size=WIDE, theme="digest-light")


def test_a_wide_day_of_256_colours(picture: Compare) -> None:
    """No navy and no black slab: panes, heading and cursor have greys and a blue of the palette."""
    assert picture(*DECIDED, size=WIDE, colors="256")


def test_a_wide_light_day_of_256_colours(picture: Compare) -> None:
    """Light greys of the palette, a light blue cursor with dark words."""
    assert picture(*DECIDED, size=WIDE, colors="256", theme="digest-light")


def test_a_wide_day_of_16_colours(picture: Compare) -> None:
    """The cursor is reversed, headings are bold, decided rows differ by mark and not by grey."""
    assert picture(*DECIDED, size=WIDE, colors="standard")


def test_a_wide_day_without_colour(picture: Compare) -> None:
    """Text and ground alone: every state of a row can still be told."""
    assert picture(*DECIDED, size=WIDE, colors="none")


def test_a_medium_day(picture: Compare) -> None:
    """Lists stacked at the left; a log with votes, authors and a picture among the facts."""
    assert picture("[", "[", "[", "[", size=MEDIUM)


def test_a_medium_day_in_light(picture: Compare) -> None:
    """The same in light, the second paper starred."""
    assert picture("[", "[", "[", "[", "j", "s", size=MEDIUM, theme="digest-light")


def test_a_medium_day_of_16_colours(picture: Compare) -> None:
    """Links are underlined, the lead labels bold; a rule separates the lists."""
    assert picture("[", "[", "[", "[", "j", "s", size=MEDIUM, colors="standard")


def test_a_plain_terminal(picture: Compare) -> None:
    """80x24 with the papers focused: list above, reader below, no wide character cut, nearly all titles on a line."""
    assert picture(*DECIDED, "j", size=PLAIN)


def test_a_plain_terminal_of_256_colours(picture: Compare) -> None:
    """The same by index."""
    assert picture(*DECIDED, "j", size=PLAIN, colors="256")


def test_a_plain_terminal_without_colour(picture: Compare) -> None:
    """The same in text and ground alone."""
    assert picture(*DECIDED, "j", size=PLAIN, colors="none")


def test_a_plain_terminal_reading(picture: Compare) -> None:
    """80x24 with the reader focused and scrolled: it gets the room, its heading says how far it is."""
    assert picture("enter", "J", size=PLAIN, theme="digest-light")


def test_narrow_dates(picture: Compare) -> None:
    """60x20 with the dates focused: month, day, weekday and what is new of each."""
    assert picture("h", size=NARROW)


def test_narrow_papers(picture: Compare) -> None:
    """60x20 with the papers focused, in light."""
    assert picture(*DECIDED, "j", size=NARROW, theme="digest-light")


def test_narrow_reading_of_16_colours(picture: Compare) -> None:
    """60x20 with the reader focused, in the terminal's own colours."""
    assert picture("enter", "J", size=NARROW, colors="standard")


def test_a_tiny_terminal(picture: Compare) -> None:
    """40x12: the focused pane alone, and a footer that ends with help."""
    assert picture("j", size=(40, 12))


def test_the_reader_alone(picture: Compare) -> None:
    """Zoomed: code, quote and nested list of a paper, in the middle of the screen."""
    assert picture("n", "n", "n", "n", "n", "n", "z", size=(120, 40))


# What a row and a heading hold


def test_tags_and_a_note(picture: Compare) -> None:
    """Tags behind the title, the first words of the note below it; both whole among the facts of the paper."""
    assert picture("t", *"모델", "enter", "e", *"다음 주에 다시 읽기", "enter", size=WIDE)


def test_titles_of_three_lines(picture: Compare, tmp_path: Path) -> None:
    """A day that does not fit: three lines for the cursor's title, two for the others, votes at the right."""
    assert picture("j", "j", size=WIDE, folder=long_titles(tmp_path))


def test_titles_in_a_plain_terminal(picture: Compare, tmp_path: Path) -> None:
    """80x24: decided rows fold to one line, the others keep two."""
    assert picture("x", "s", "j", size=PLAIN, folder=long_titles(tmp_path), theme="digest-light")


def test_two_years_of_dates(picture: Compare, tmp_path: Path) -> None:
    """Months with their year, a day that is done, one begun, one with a problem, a gap of months, other files."""
    assert picture("x", "[", "x", "x", "h", size=WIDE, folder=two_years(tmp_path))


def test_two_years_of_dates_of_16_colours(picture: Compare, tmp_path: Path) -> None:
    """The same in the terminal's own colours."""
    assert picture("x", "[", "x", "x", "h", size=MEDIUM, folder=two_years(tmp_path), colors="standard")


def test_a_month_sticks_to_the_top(picture: Compare, tmp_path: Path) -> None:
    """The days scroll below their month; the cursor keeps its distance from the edge."""
    assert picture("h", "G", "k", "k", size=NARROW, folder=two_years(tmp_path), theme="digest-light")


def test_starred_papers_of_all_dates(picture: Compare) -> None:
    """Date rows between the hits, only their days in the date list, a selection at the left of two rows."""
    assert picture("s", "[", "s", "j", "s", "[", "s", "g", "s", "v", "v", size=WIDE)


# The page


def test_every_markup(picture: Compare, tmp_path: Path) -> None:
    """Headings, leads, long bullets with air, formulas without dollars, a table with one rule, HTML of text drawn."""
    assert picture("z", size=(100, 60), folder=every_markup(tmp_path))


def test_every_markup_in_light(picture: Compare, tmp_path: Path) -> None:
    """The same beside the lists, in light."""
    assert picture("enter", "J", size=WIDE, folder=every_markup(tmp_path), theme="digest-light")


def test_every_markup_of_16_colours(picture: Compare, tmp_path: Path) -> None:
    """Leads bold, code in a colour of the terminal, Hangul that is stressed underlined."""
    assert picture("enter", size=PLAIN, folder=every_markup(tmp_path), colors="standard")


def test_every_markup_in_a_narrow_terminal(picture: Compare, tmp_path: Path) -> None:
    """60x20: the cells of the table wrap, and get rules between them."""
    assert picture("enter", "J", "J", size=NARROW, folder=every_markup(tmp_path))


# Searching


def test_a_search(picture: Compare) -> None:
    """Hits in groups, each with its day and one line with the match, which is marked there and in the reader."""
    assert picture("s", "/", *"모델", "enter", "j", size=WIDE)


def test_a_search_in_a_plain_light_terminal(picture: Compare) -> None:
    """80x24, light: the marked words are the loudest on the screen, and legible."""
    assert picture("/", *"모델", "enter", "j", size=PLAIN, theme="digest-light")


def test_a_search_of_16_colours(picture: Compare) -> None:
    """60x20: matches are seen below the cursor and beside it."""
    assert picture("/", *"모델", "enter", size=NARROW, colors="standard")


def test_a_query_while_it_is_typed(picture: Compare) -> None:
    """The line has the cursor, the list follows it."""
    assert picture("/", *"title:mod", size=MEDIUM, colors="256")


def test_a_query_that_is_wrong(picture: Compare) -> None:
    """What is wrong is underlined, and the status line says what would mend it."""
    assert picture("/", *"모델 votes>x", size=PLAIN)


def test_a_search_without_a_match(picture: Compare) -> None:
    """One sentence in the middle, and the keys that lead on."""
    assert picture("/", *"zeppelin", "enter", size=MEDIUM)


# Dialogs


# The day sheet


def test_a_sheet(picture: Compare, tmp_path: Path) -> None:
    """The first sentences of two facets of each paper beside its title; their names in their colours, air between."""
    assert picture("j", "s", "j", "x", "g", "g", "F", "j", size=WIDE, folder=skimmed(tmp_path))


def test_a_sheet_with_a_lens_that_papers_lack(picture: Compare, tmp_path: Path) -> None:
    """The results, bullets in a row: in the heading theirs is set off, what nobody has is faint; stand-ins are dim."""
    assert picture("F", "j", size=WIDE, folder=skimmed(tmp_path), lens=Facet.RESULTS)


def test_a_sheet_in_light(picture: Compare, tmp_path: Path) -> None:
    """At 100 columns in light: titles wrap in a third of the width, the rule is faint, names are legible."""
    assert picture("F", "j", "s", size=MEDIUM, folder=skimmed(tmp_path), theme="digest-light")


def test_a_sheet_in_a_plain_terminal(picture: Compare, tmp_path: Path) -> None:
    """One line of title, two of text below it; the heading has all names."""
    assert picture("x", "F", size=PLAIN, folder=skimmed(tmp_path), lens=Facet.INTRODUCTION)


def test_a_sheet_of_16_colours(picture: Compare, tmp_path: Path) -> None:
    """The facet in force is underlined, digits of those that are there are bold, the cursor is reverse."""
    assert picture("F", "j", size=PLAIN, folder=skimmed(tmp_path), lens=Facet.METHOD, colors="standard")


def test_a_sheet_without_colour(picture: Compare, tmp_path: Path) -> None:
    """Names of facets are bold, and so is what the author made bold."""
    assert picture("F", size=MEDIUM, folder=skimmed(tmp_path), colors="none")


def test_a_narrow_sheet_in_light(picture: Compare, tmp_path: Path) -> None:
    """At 60 columns: the names are short, the day has lost its year."""
    assert picture("F", "j", size=NARROW, folder=skimmed(tmp_path), theme="digest-light")


def test_a_sheet_of_a_search(picture: Compare, tmp_path: Path) -> None:
    """The query in the heading; finds are marked in titles and texts, headings of groups stand above their hits."""
    assert picture("/", *"계절", "enter", "F", size=WIDE, folder=skimmed(tmp_path))


def test_an_empty_sheet(picture: Compare, tmp_path: Path) -> None:
    """One sentence that says what fills the list, in the middle; no name of a facet is faint."""
    assert picture("F", "g", "s", size=MEDIUM, folder=skimmed(tmp_path))


def test_help(picture: Compare) -> None:
    """Commands with their keys, found by a word; an edge around them, the page behind dimmed."""
    assert picture("?", *"arxiv", size=MEDIUM)


def test_help_in_a_plain_terminal(picture: Compare) -> None:
    """80x24, light: the sentences have the room."""
    assert picture("?", size=PLAIN, theme="digest-light")


def test_help_in_a_narrow_terminal(picture: Compare) -> None:
    """60x20 without colour: nothing touches the edge."""
    assert picture("?", size=NARROW, colors="none")


def test_help_of_16_colours(picture: Compare) -> None:
    """The edge is seen without any ground of its own."""
    assert picture("?", "down", size=WIDE, colors="standard")


def test_the_bulk_menu(picture: Compare) -> None:
    """Every scope with its count, before anything is marked; none twice."""
    assert picture("A", size=MEDIUM, theme="digest-light")


def test_the_bulk_menu_of_16_colours(picture: Compare) -> None:
    """60x20: counts stay at the right, words are whole."""
    assert picture("A", size=NARROW, colors="standard")


def test_the_most_voted_are_kept(picture: Compare, tmp_path: Path) -> None:
    """80x24: their votes and titles, cut where they are too long, before Enter skips the rest."""
    assert picture("A", "x", "8", size=PLAIN, folder=long_titles(tmp_path))


def test_the_most_voted_are_kept_in_a_narrow_terminal(picture: Compare, tmp_path: Path) -> None:
    """60x20, light: more of them than fit, with a scroll bar; the keys in the edge are whole."""
    assert picture("A", "x", "2", "0", size=NARROW, folder=long_titles(tmp_path), theme="digest-light")


def test_links(picture: Compare) -> None:
    """The link picker over a paper with a video and a picture."""
    assert picture("[", "[", "[", "w", size=MEDIUM)


def test_the_export_dialog(picture: Compare) -> None:
    """What is exported, how and where to; the row of Enter says all of it."""
    assert picture("E", "up", "right", size=MEDIUM, theme="digest-light")


def test_the_export_dialog_in_a_small_terminal(picture: Compare) -> None:
    """60x20: what was wrong stands below."""
    assert picture("v", "v", "E", "ctrl+u", "enter", size=NARROW)


@promises("README.md", "`c` shows the months: `✓` done, `◐` begun, `●` untouched.")
def test_the_calendar(picture: Compare, tmp_path: Path) -> None:
    """A month with days done, begun, untouched and without a digest, by shape."""
    assert picture("x", "[", "x", "x", "c", size=WIDE, folder=two_years(tmp_path))


def test_the_calendar_of_256_colours(picture: Compare, tmp_path: Path) -> None:
    """60x20, light, by index."""
    assert picture("x", "[", "x", "x", "c", size=NARROW, folder=two_years(tmp_path), colors="256", theme="digest-light")


def test_a_note_while_it_is_typed(picture: Compare) -> None:
    """The line names the paper, wide characters are whole."""
    assert picture("e", *"나중에 우리 것과 비교", size=PLAIN)


def test_a_key_that_waits_for_another(picture: Compare) -> None:
    """The list of commands, looking for a sequence."""
    assert picture("?", *"g s", size=PLAIN, colors="256")


# Empty, done, first


def test_a_day_that_is_done(picture: Compare) -> None:
    """Dimmed rows with their marks, the line that ends the day, and where n leads."""
    assert picture("x", "d", "s", "j", "x", "x", "enter", size=WIDE)


def test_a_done_day_in_a_plain_terminal(picture: Compare) -> None:
    """80x24, light: the line that ends the day is whole."""
    assert picture("x", "d", "s", "j", "x", "x", "enter", size=PLAIN, theme="digest-light")


def test_a_closing_card(picture: Compare) -> None:
    """In the reader's place: counts, starred titles with their ids in a column, minutes, streak, where n goes."""
    assert picture(*CLOSED, size=WIDE)


def test_a_closing_card_in_a_plain_terminal(picture: Compare) -> None:
    """80x24: the list says no more than that the day is done, the card is whole."""
    assert picture(*CLOSED, size=PLAIN)


def test_a_closing_card_in_a_narrow_light_terminal(picture: Compare) -> None:
    """60x20, light: without blank lines where there is no room for them, ids at the right."""
    assert picture(*CLOSED, size=NARROW, theme="digest-light")


def test_a_closing_card_of_16_colours(picture: Compare) -> None:
    """The title and the key are bold, the rest is in the text colour."""
    assert picture(*CLOSED, size=MEDIUM, colors="standard")


def test_nothing_starred(picture: Compare) -> None:
    """One sentence in the middle that says how a star is given."""
    assert picture("g", "s", size=MEDIUM)


@pytest.mark.parametrize(("size", "theme"), [(MEDIUM, "digest-dark"), (NARROW, "digest-light")])
def test_the_first_start(snap_compare: Compare, size: tuple[int, int], theme: str) -> None:
    """The name, what to type, a box with the cursor in it, and what was found in the folder that was typed."""
    found = "3 digests, 2025-11-05 to 2025-11-07, 12 papers"
    app = DigestTui(
        Setup(
            options=ReaderOptions(theme=theme),
            opener=RecordingOpener(),
            library=None,
            check_folder=lambda folder: None,
            open_folder=lambda folder: Library([], memory_store()),
            glance=lambda text: iter([found]),
        )
    )

    async def press(pilot: Pilot[None]) -> None:
        await pilot.press(*"~/블로그")
        said = app.screen.query_one("#first-run-found", Static)
        await until(pilot, lambda: found in str(said.content))

    assert snap_compare(app, terminal_size=size, run_before=press)


def test_no_digest_yet(picture: Compare, own_home: Path) -> None:
    """An empty folder says where it is, and what to do next."""
    empty = own_home / "비어 있는 블로그"
    empty.mkdir()
    assert picture(size=MEDIUM, folder=empty)


def test_a_text_and_a_broken_header(picture: Compare, tmp_path: Path) -> None:
    """A file without papers is shown whole; the problem of its header is named above it."""
    (tmp_path / "2025-11-01-memo.md").write_text(
        '---\ntitle: "메모 "하나"\n---\n\n오늘은 논문이 없다.\n', encoding="utf-8"
    )
    assert picture(size=MEDIUM, folder=tmp_path)


# Cards


def test_a_wide_card(picture: Compare, tmp_path: Path) -> None:
    """The card alone, 88 cells in the middle; its facets with their keys, the missing ones faint; the next title."""
    assert picture("T", size=WIDE, folder=cards(tmp_path))


def test_a_card_at_80_columns(picture: Compare, tmp_path: Path) -> None:
    """The whole title, authors in short, votes, where it stood before; hints below, the next title at the foot."""
    assert picture("T", size=PLAIN, folder=cards(tmp_path))


def test_a_card_of_a_paper_without_facets(picture: Compare, tmp_path: Path) -> None:
    """Its text from the top, and no names of facets."""
    assert picture("T", "j", size=PLAIN, folder=cards(tmp_path))


def test_a_decided_card(picture: Compare, tmp_path: Path) -> None:
    """Its mark, tag and note; the heading counts it as done, the status line says what was done."""
    keys = ("T", "t", *"todo", "enter", "e", *"compare", "enter", "s", "k")
    assert picture(*keys, size=PLAIN, folder=cards(tmp_path))


def test_a_decided_card_of_16_colours(picture: Compare, tmp_path: Path) -> None:
    """The facet that is shown is underlined: no shade is needed to see it."""
    assert picture("T", "x", "k", size=PLAIN, folder=cards(tmp_path), colors="standard")


def test_a_narrow_light_card(picture: Compare, tmp_path: Path) -> None:
    """One facet has a name, where not all have room; the most needed hints are there, `?` among them."""
    assert picture("T", size=NARROW, folder=cards(tmp_path), theme="digest-light")
