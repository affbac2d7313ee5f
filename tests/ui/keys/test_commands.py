"""The one table, and what is made from it."""

from collections import Counter

import pytest

from digest_tui.ui.keys.command import Pane
from digest_tui.ui.keys.commands import COMMANDS, kinds
from digest_tui.ui.keys.hints import commands_of
from digest_tui.ui.keys.keymap import Keymap, Pending, Unknown
from support.desk import Blog, open_reader
from support.promises import promises

ISSUE_KEYS = (
    "j k h l down up left right tab enter space b J K pagedown pageup ctrl+d ctrl+u n N p [ ] { } g|g G home end r m s "
    "d x i u ctrl+r o O a P w y|a y|b y|m y|t y|i R ? f1 ctrl+p : z < > q escape"
)


def test_every_key_of_the_design_has_a_command() -> None:
    bound = {key for command in COMMANDS for key in command.keys}
    assert {key.replace("|", " ") for key in ISSUE_KEYS.split()} <= bound


def test_no_key_has_two_meanings() -> None:
    counts = Counter(key for command in COMMANDS for key in command.keys)
    prefixes = {key.partition(" ")[0] for key in counts if " " in key}
    assert [key for key, count in counts.items() if count > 1] == []
    assert prefixes.isdisjoint(counts)


async def test_every_command_can_be_carried_out(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        for command in COMMANDS:
            assert callable(desk.screen.services.actions[command.id])
        assert set(desk.screen.services.actions) == {command.id for command in COMMANDS}


async def test_every_kind_carries_out_the_commands_of_its_rows(blog: Blog) -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    async with open_reader(blog) as desk:
        for kind in kinds():
            named = {command.id for command in COMMANDS if command.kind == kind}
            assert desk.screen.services.kind(kind).actions().keys() == named, kind


@pytest.mark.parametrize("pane", list(Pane))
def test_the_footer_shows_at_most_nine_hints_and_help_last(pane: Pane) -> None:
    shown = commands_of(pane)
    assert len(shown) <= 9
    assert shown[-1].id == "help"


def test_the_footer_of_the_papers_is_that_of_the_design() -> None:
    words = [command.hint for command in commands_of(Pane.PAPERS)]
    assert words == ["move", "read", "star", "skip", "later", "arXiv", "Alphaxiv", "undo", "help"]


def test_a_sequence_waits_for_its_second_key() -> None:
    keymap = Keymap(COMMANDS)
    pending = keymap.press("y")
    assert isinstance(pending, Pending)
    assert {key for key, _ in pending.follow} == set("abmti")
    command = keymap.press("t")
    assert getattr(command, "id", None) == "copy-title"


def test_a_key_that_cannot_follow_ends_the_sequence_and_does_nothing_else() -> None:
    keymap = Keymap(COMMANDS)
    keymap.press("g")
    assert keymap.press("x") == Unknown("g x")
    assert getattr(keymap.press("x"), "id", None) == "skip"


@pytest.mark.parametrize(("prefix", "width"), [("g", 80), ("y", 60)])
def test_what_can_follow_fits_on_a_narrow_screen(prefix: str, width: int) -> None:
    pending = Keymap(COMMANDS).press(prefix)
    assert isinstance(pending, Pending)
    assert sum(len(f" {prefix} {key} {command.hint} ") for key, command in pending.follow) <= width


@promises("docs/keys.md", "Verbs act on the paper that is shown, whichever pane has the focus.")
async def test_keys_take_one_way_whatever_has_the_focus(blog: Blog) -> None:
    # Each widget has a queue of its own: through that of another pane a key could come out of its turn.
    blog.post("2025-03-11", "A paper")
    async with open_reader(blog) as desk:
        for key in ("h", "l", "l", "?", "escape"):
            await desk.press(key)
            assert desk.app.focused is None
            assert desk.app.screen.key_queue is desk.screen  # type: ignore[attr-defined]
        assert desk.screen.focused is desk.screen.reader


async def test_escape_takes_back_a_pending_key_first(blog: Blog) -> None:
    blog.post("2025-03-11", "A paper", "Another")
    async with open_reader(blog) as desk:
        panes = []
        for keys in (("enter",), ("y", "escape"), ("escape",)):
            await desk.press(*keys)
            panes.append(desk.screen.pane)
        assert panes == [Pane.READER, Pane.READER, Pane.PAPERS]


async def test_what_can_follow_is_shown_when_the_second_key_does_not_come(blog: Blog) -> None:
    blog.post("2025-03-11", "A paper")
    async with open_reader(blog) as desk:
        await desk.pilot.press("y")
        follow = desk.screen.keyboard._follow
        assert follow is not None
        await follow._task if follow._task else None
        await desk.pilot.pause()
        assert "y b" in desk.drawn("footer")
        await desk.press("escape")
        assert "y b" not in desk.drawn("footer")
