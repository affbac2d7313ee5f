"""The list of commands: how it is opened and closed, what Enter does, what makes no sense now."""

import pytest
from textual.events import Paste

from digest_tui.model import Change, PaperState
from digest_tui.ui.keys.command import Pane, key_label
from digest_tui.ui.keys.command_search import keys_of as keys_of_command
from digest_tui.ui.keys.commands import COMMANDS
from digest_tui.ui.screens.help import HelpScreen
from digest_tui.ui.terminal.narrow import is_ambiguous, narrowed
from support.desk import Blog, Desk, open_reader
from support.promises import promises

DAY = "2025-03-11"
OPENING = ["?", "f1", ":", "ctrl+p"]
HEADINGS = {"In the papers", *(command.group for command in COMMANDS)}
SIZES = [(140, 45), (80, 24), (60, 20), (40, 12), (30, 7)]


def titles(desk: Desk) -> list[str]:
    """The names of the rows, headings included."""
    return [row.title for row in help_screen(desk)._rows]


def help_screen(desk: Desk) -> HelpScreen:
    """The list of commands, which is open."""
    screen = desk.app.screen
    assert isinstance(screen, HelpScreen)
    return screen


def is_open(desk: Desk) -> bool:
    """Whether it is open."""
    return isinstance(desk.app.screen, HelpScreen)


def chosen(desk: Desk) -> str:
    """The name of the row that Enter would carry out; empty for none."""
    screen = help_screen(desk)
    return screen._rows[screen._row].title if screen._row is not None else ""


def heading(desk: Desk) -> str:
    """The words in the edge."""
    return desk.edge()


def keys_of(text: str) -> list[str]:
    """The keys that type a text."""
    return ["space" if letter == " " else letter for letter in text]


def drawn(desk: Desk) -> str:
    """The words of the screen on top."""
    return " ".join(" ".join(desk.lines()).split())


@pytest.fixture
def three(blog: Blog) -> Blog:
    """A day with three papers."""
    blog.post(DAY, "One", "Two", "Three")
    return blog


@pytest.mark.parametrize("opening", OPENING)
@promises("docs/keys.md", "`?` (or `F1`, `:`, `ctrl+p`) lists all commands.")
async def test_every_key_opens_the_same_list_again_and_again(three: Blog, opening: str) -> None:
    async with open_reader(three) as desk:
        for _ in range(3):
            for key in (opening, *OPENING):
                await desk.press(key)
                assert titles(desk)[0] == "In the papers"
                assert "Go to the next row" in drawn(desk)
                await desk.press("escape")
                assert not is_open(desk)


@pytest.mark.parametrize("closing", ["escape", "enter", *OPENING])
async def test_it_closes_without_doing_anything_while_nothing_was_typed(three: Blog, closing: str) -> None:
    async with open_reader(three) as desk:
        await desk.press("?")
        assert (chosen(desk), heading(desk)) == ("", "Commands type to search · Enter closes")
        await desk.press(closing)
        assert not is_open(desk)
        assert (desk.states("One", "Two", "Three"), desk.title) == (["unread"] * 3, "One")


@pytest.mark.parametrize("closing", ["escape", "f1", "ctrl+p"])
async def test_it_closes_whatever_was_typed(three: Blog, closing: str) -> None:
    async with open_reader(three) as desk:
        await desk.press(":", *"star", closing)
        assert not is_open(desk)
        assert desk.state("One") == "unread"


async def test_the_keys_that_open_it_are_text_behind_text(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press(":", "x", "?", ":")
        assert is_open(desk)
        assert "x?:" in drawn(desk)


@promises("docs/keys.md", "`Enter` runs the row that is chosen.")
async def test_a_letter_chooses_the_best_and_enter_runs_it(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press("?", *"star")
        assert (chosen(desk), heading(desk)) == ("Star", "Commands Enter runs Star · Esc closes")
        await desk.press("enter")
        assert desk.states("One", "Two", "Three") == ["unread starred", "unread", "unread"]
        assert desk.message == "starred · u undoes"


async def test_without_text_again_nothing_is_chosen(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press("?", "s", "backspace")
        assert (chosen(desk), titles(desk)[0]) == ("", "In the papers")
        await desk.press("s", "space", "backspace", "backspace", "space", "enter")
        assert not is_open(desk)
        assert desk.state("One") == "unread"


async def test_arrows_choose(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press("?", "down")
        assert chosen(desk) == "Down"
        await desk.press("down", "down", "up")
        assert chosen(desk) == "Up"
        await desk.press("end")
        assert chosen(desk) == "Quit"
        await desk.press("home")
        assert chosen(desk) == "Down"
        await desk.press("escape", "?", "up")
        assert chosen(desk) == "Quit"
        await desk.press("pageup", "pagedown", "pagedown")
        assert chosen(desk) == "Quit"
        await desk.press("escape", "?", "pagedown", "enter")
        assert not is_open(desk)


async def test_what_is_typed_is_edited_like_any_line(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press("?", *"stra", "left", "backspace", "right", "r", "ctrl+a", "ctrl+e")
        assert chosen(desk) == "Star"
        await desk.press("ctrl+u", *"unread")
        assert chosen(desk) == "Mark unread"
        desk.app.post_message(Paste("\n star\n"))
        await desk.settle()
        assert "unread star" in drawn(desk)


@pytest.mark.parametrize(
    ("pane", "keys", "first"), [("dates", "h", "Down"), ("papers", "", "Down"), ("reader", "l", "Next new paper")]
)
@promises("docs/keys.md", "`?` shows them in the program, those of the pane you are in first; type there to search.")
async def test_the_commands_of_the_pane_in_focus_come_first(three: Blog, pane: str, keys: str, first: str) -> None:
    async with open_reader(three) as desk:
        await desk.press(*keys, "?")
        assert titles(desk)[:2] == [f"In the {pane}", first]
        await desk.press("escape")
        assert desk.screen.pane is Pane(pane)


async def test_nothing_found_says_so_and_runs_nothing(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press("?", *"zzz", "down", "pageup")
        assert (titles(desk), chosen(desk)) == ([], "")
        assert "No command matches. Esc closes the list." in drawn(desk)
        await desk.press("enter")
        assert is_open(desk)
        assert desk.message == "No command matches 'zzz'"
        await desk.press("backspace", "backspace", "backspace", *"skip", "enter")
        assert desk.state("One") == "skipped"


# What is typed before it is drawn


@pytest.mark.parametrize("opening", OPENING)
async def test_all_that_is_typed_arrives_in_its_order(three: Blog, opening: str) -> None:
    async with open_reader(three) as desk:
        await desk.burst(opening, *"star", "enter", "j", opening, *"mark", "space", *"read", "enter", "x")
        assert desk.states("One", "Two", "Three") == ["unread starred", "read", "skipped"]
        await desk.burst(opening, *"zz", "escape", "k", opening, "escape", "k", "s", opening, "enter", "j", "s")
        assert not is_open(desk)
        assert desk.states("One", "Two", "Three") == ["unread", "read starred", "skipped"]


async def test_what_is_typed_ahead_of_the_first_paper_is_for_it(three: Blog) -> None:
    async with open_reader(three, typed_early=":star") as desk:
        assert (is_open(desk), chosen(desk)) == (True, "Star")
        await desk.press("enter")
        assert desk.state("One") == "unread starred"


async def test_what_an_answer_opens_gets_what_was_typed_behind_it(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.burst("?", *"search", "enter", *"two", "enter", "s")
        await desk.press("escape", "escape")
        assert desk.states("One", "Two", "Three") == ["unread", "unread starred", "unread"]
        await desk.burst("?", *"tag", "enter", *"새", "enter", ":", *"bulk", "enter", "d", "k")
        assert desk.states("One", "Two", "Three") == ["read", "unread starred", "read"]


async def test_keys_of_the_other_layout_are_text_there_and_commands_elsewhere(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.burst("?", *"ㄴㅅㅁㄱ", "enter", "ㅓ", ":", *"ㅕㅜㄱㄷ", "backspace", "ㄷ", *"ㅁㅇ", "escape", "너")
        assert desk.states("One", "Two", "Three") == ["unread starred", "unread starred", "unread"]
        assert desk.title == "Three"


# Both directions


async def test_a_direction_sets_and_never_takes_back(three: Blog) -> None:
    async with open_reader(three) as desk:
        for name, state in (
            *(("mark read", "read"), ("mark unread", "unread"), ("skip", "skipped"), ("later", "later")),
            *(("mark read", "read"), ("skip", "skipped"), ("mark unread", "unread"), ("remove the star", "unread")),
            *(
                ("star", "unread starred"),
                ("later", "later starred"),
                ("remove the star", "later"),
                ("star", "later starred"),
            ),
            ("mark unread", "unread starred"),
        ):
            for _ in range(2):
                # A second time it is so already.
                await desk.burst("g", "a", "home", ":", *keys_of(name), "enter")
                if is_open(desk):
                    await desk.press("escape")
                assert desk.state("One") == state, name
        assert desk.states("Two", "Three") == ["unread", "unread"]


@pytest.mark.parametrize(
    ("keys", "name", "reason"),
    [
        ("", "mark unread", "It is unread already"),
        ("s", "mark unread", "It is unread already"),
        ("s", "star", "It is starred already"),
        ("", "remove the star", "It has no star"),
        ("rk", "mark read", "It is read already"),
        ("xk", "skip", "It is skipped already"),
        ("dk", "later", "It is put off for later already"),
    ],
)
async def test_the_direction_that_does_not_apply_is_dimmed_with_its_reason(
    three: Blog, keys: str, name: str, reason: str
) -> None:
    async with open_reader(three) as desk:
        await desk.press(*keys)
        before = desk.state("One")
        await desk.press("?", *keys_of(name))
        assert (chosen(desk).lower(), heading(desk)) == (name, f"Commands {reason} · Enter does nothing")
        assert f"{chosen(desk)} {reason}." in drawn(desk)
        await desk.press("enter")
        assert desk.message == f"{chosen(desk)}: {reason}."
        assert (is_open(desk), desk.state("One")) == (True, before)


async def test_with_a_selection_they_act_on_it_like_their_keys(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press("x", "home", "v", "v", ":", *"skip", "enter")
        assert desk.states("One", "Two", "Three") == ["skipped", "skipped", "unread"]
        assert not desk.session.selection
        await desk.press("home", "v", "v", ":", *"skip")
        assert heading(desk).startswith("Commands All of them are skipped already")
        await desk.press("enter")
        assert desk.states("One", "Two", "Three") == ["skipped", "skipped", "unread"]
        await desk.press("ctrl+u", *"unread", "enter")
        assert desk.states("One", "Two", "Three") == ["unread", "unread", "unread"]


async def test_a_selection_that_is_lost_while_the_list_is_open_leaves_no_other_paper_to_act_on(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press("v", "v", ":", *"skip")
        three.count = 2
        three.post(DAY, "Three")
        desk.screen.scanner.scan(asked=True)
        await desk.settle()
        assert (desk.rows(), bool(desk.session.selection), is_open(desk)) == (["Three"], False, True)
        await desk.press("enter")
        assert desk.state("Three") == "unread"
        assert desk.message == "Nothing changed: the selected papers are no longer listed"


async def test_what_another_window_decided_meanwhile_counts(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press(":", *"skip")
        assert heading(desk) == "Commands Enter runs Skip · Esc closes"
        entry = desk.session.entry
        assert entry is not None
        desk.session.pending.add((Change(entry.key, "status", "skipped"),), lambda key: PaperState())
        await desk.press("enter")
        assert is_open(desk)
        assert heading(desk) == "Commands It is skipped already · Enter does nothing"


# What makes no sense now


@promises("docs/keys.md", "What does not apply right now is dimmed and says why.")
async def test_what_makes_no_sense_now_says_why(blog: Blog) -> None:
    paper = "Vote: 25\nAuthors: A, B\n\n- **What's New**: 내용.\n"
    (blog.folder / f"{DAY}.md").write_text(
        f"## Daily Papers ({DAY})\n\n### No links at all\n{paper}\n### None either\n{paper}", encoding="utf-8"
    )
    async with open_reader(blog) as desk:
        await desk.press("?")
        reasons = {row.title: row.reason for row in help_screen(desk)._rows if row.reason}
        assert reasons == {
            "Help": "This list is open.",
            "Mark unread": "It is unread already.",
            "Remove the star": "It has no star.",
            "Open on arXiv": "This paper has neither an arXiv id nor a link in its heading.",
            "Open and mark read": "This paper has neither an arXiv id nor a link in its heading.",
            "Open on Alphaxiv": "This paper has no arXiv id, so there is no Alphaxiv page for it.",
            "Open the PDF": "This paper has no arXiv id, so there is no PDF to open.",
            "Other links": "This paper has no other links.",
            "Copy arXiv URL": "This paper has no URL to copy.",
            "Copy id": "This paper has no arXiv id to copy.",
            "Other names": "No search is listed.",
            **{
                name: f"This paper has no {name.lower()}."
                for name in ("Method", "Results", "Limitations", "Conclusion")
            },
            "Whole papers": "Whole papers are shown.",
        }


async def test_what_leads_nowhere_says_why(three: Blog) -> None:
    async with open_reader(three, size=(100, 30)) as desk:
        for keys, name, reason in (
            ("", "preface", "This digest has no text before or after its papers"),
            ("h", "pane left", "The dates are the first pane"),
            ("ll", "go in", "The reader is the last pane"),
            (">" * 9, "wider", "The text is as wide as it can be"),
            ("<" * 20, "narrower", "The text is as narrow as it can be"),
        ):
            await desk.press(*keys, ":", *keys_of(name))
            assert heading(desk) == f"Commands {reason} · Enter does nothing"
            await desk.press("escape")
        await desk.press("/", *"One", "enter", ":", *"sort")
        assert heading(desk) == "Commands A search is sorted by its query · Enter does nothing"


async def test_without_a_paper_nothing_can_be_done_to_one(blog: Blog) -> None:
    blog.post(DAY, "One")
    async with open_reader(blog) as desk:
        await desk.press("i", "?")
        reasons = {row.command.id: row.reason for row in help_screen(desk)._rows if row.command}
        needing = {command.id for command in COMMANDS if command.needs_paper} & set(reasons)
        assert {reasons[each] for each in needing} == {"The preface is shown, not a paper: i goes back to it."}
        await desk.press("escape", "i", "x")
    async with open_reader(blog, fresh=True) as desk:
        await desk.press("?")
        reasons = {row.command.id: row.reason for row in help_screen(desk)._rows if row.command}
        assert {reasons[each] for each in needing} == {"No paper is shown: n goes to the next one."}
        await desk.press(*"tag", "enter")
        assert desk.message == "Tag: No paper is shown: n goes to the next one."


async def test_a_dimmed_row_does_nothing_when_its_key_is_typed_into_the_list(three: Blog) -> None:
    async with open_reader(three, size=(60, 20)) as desk:
        await desk.press("r", "k", ":", *"remove", "enter", "escape")
        assert desk.state("One") == "read"


# It is on screen


@pytest.mark.parametrize("size", SIZES)
async def test_the_row_that_enter_runs_is_on_screen(three: Blog, size: tuple[int, int]) -> None:
    async with open_reader(three, size=size) as desk:
        await desk.press("?")
        for key in ("down", "end", "up", "pageup", "home", "pagedown", "pagedown", "pagedown", *"mark", "end"):
            await desk.press(key)
            assert help_screen(desk)._row in help_screen(desk)._list.whole_rows, key
            assert chosen(desk).split()[0] in drawn(desk), key
        for other in SIZES:
            await desk.pilot.resize_terminal(*other)
            await desk.settle()
            assert help_screen(desk)._row in help_screen(desk)._list.whole_rows, other


async def test_the_wheel_takes_the_chosen_row_along(three: Blog) -> None:
    async with open_reader(three, size=(80, 24)) as desk:
        await desk.press("?")
        await desk.turn_wheel("Down", times=5)
        assert chosen(desk) == ""
        assert "Go to the next row" not in drawn(desk)
        await desk.press("home")
        await desk.turn_wheel("Down", times=5)
        screen = help_screen(desk)
        assert screen._row in screen._list.whole_rows
        assert heading(desk) == f"Commands Enter runs {chosen(desk)} · Esc closes"
        await desk.turn_wheel(chosen(desk), down=False, times=9)
        assert screen._row in screen._list.whole_rows


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_is_wider_than_its_list(three: Blog, size: tuple[int, int]) -> None:
    async with open_reader(three, size=size) as desk:
        await desk.press("?")
        rows = help_screen(desk)._list
        for row in help_screen(desk)._rows:
            assert max(strip.cell_length for strip in rows.draw_row(row, rows.line_width)) <= rows.line_width


# How it looks


def lines_of(desk: Desk) -> dict[str, int]:
    """The number of lines of each row as it is on screen, by its name."""
    rows = help_screen(desk)._list
    return {row.title: len(rows.draw_row(row, rows.line_width)) for row in help_screen(desk)._rows}


@pytest.mark.parametrize(("width", "lines"), [(140, 1), (100, 1), (80, 1), (60, 2)])
async def test_nearly_every_sentence_is_on_one_line(three: Blog, width: int, lines: int) -> None:
    async with open_reader(three, size=(width, 24)) as desk:
        await desk.press("?")
        heights = [lines_of(desk)[row.title] for row in help_screen(desk)._rows if row.command and not row.reason]
        # More keys than have room on a line, and the bulk menu, which is two sentences in one.
        assert sum(height > lines for height in heights) <= 4
        assert max(heights) <= 4


@promises(
    "README.md",
    "`?` lists everything else; all keys are on a page of their own.",
    "Every command has a key or a name in one list (`?`)",
)
async def test_no_key_is_left_out_and_no_name_is_cut(three: Blog) -> None:
    async with open_reader(three, size=(80, 24)) as desk:
        await desk.press("?")
        rows = help_screen(desk)._list
        for row in help_screen(desk)._rows:
            text = "\n".join(strip.text for strip in rows.draw_row(row, rows.line_width))
            assert row.title in text
            assert "…" not in text
            for key in keys_of_command(row.command) if row.command else ():
                assert key_label(key) in text.split("\n")[0] + text[-20:], row.title


async def test_groups_have_air_between_them(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press("?")
        first, *others = (lines for title, lines in lines_of(desk).items() if title in HEADINGS)
        assert (first, set(others)) == (1, {2})


@pytest.mark.parametrize("size", [(140, 45), (80, 24), (60, 20), (40, 12)])
async def test_it_is_as_high_as_what_is_found_and_its_top_stays(three: Blog, size: tuple[int, int]) -> None:
    async with open_reader(three, size=size) as desk:
        await desk.press("?")
        whole = help_screen(desk).box.region
        await desk.press(*"star")
        few = help_screen(desk).box.region
        rows = help_screen(desk)._list
        assert (few.x, few.y, few.width) == (whole.x, whole.y, whole.width)
        assert rows.size.height == sum(lines_of(desk).values())
        assert few.height < whole.height
        await desk.pilot.resize_terminal(100, 30)
        await desk.settle()
        assert rows.size.height == sum(lines_of(desk).values())
        await desk.press("ctrl+u", *"zzz")
        assert "No command matches. Esc closes the list." in drawn(desk)
        await desk.pilot.resize_terminal(*size)
        await desk.press("ctrl+u")
        assert help_screen(desk).box.region == whole


@pytest.mark.parametrize("size", [(100, 30), (60, 20)])
async def test_a_terminal_with_wide_marks_gets_an_edge_of_narrow_ones(three: Blog, size: tuple[int, int]) -> None:
    async with open_reader(three, size=size) as desk:
        await desk.press("?")
        edge = "".join(desk.lines())
        assert not any(is_ambiguous(letter) for letter in narrowed(edge))
        assert "+- Commands -" in narrowed(edge)
