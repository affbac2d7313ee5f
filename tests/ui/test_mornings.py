"""Whole mornings by cards and by sheet: the log is what was pressed, however typed, and undo restores each step."""

from collections.abc import Sequence
from contextlib import closing as closing_of
from datetime import date

import pytest

from digest_tui.model import Change
from digest_tui.session.views import View
from digest_tui.store import open_store
from digest_tui.ui.keys.hangul import latin_keys
from support.desk import Blog, Desk, open_reader
from support.patience import until
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"
WIDE, PLAIN, NARROW = (140, 45), (80, 24), (60, 20)
FACETS = "## Introduction\n\n서론이다.\n\n## Results\n\n결과이다.\n"
_JAMO = {latin[0]: jamo for jamo in "ㄱㄴㅌㅇㅕㅓㅏㅜㅆㅍ" if (latin := latin_keys(jamo))}
UNDO, REDO = ("", "live", "0"), ("", "live", "1")
STATUS = {"x": "skipped", "d": "later", "r": "read"}

Logged = tuple[str, str, str]


def did(verb: str, paper: int, *, back: bool = False) -> Logged:
    """What a verb writes about a paper."""
    if verb == "s":
        return str(paper), "star", "0" if back else "1"
    return str(paper), "status", "unread" if back else STATUS[verb]


def log(desk: Desk) -> list[Logged]:
    """What was decided, oldest first: the number of the paper, field and value."""
    return [(event.key[-5:].lstrip("0"), event.field, event.new) for event in desk.library.store.events()]


def states(desk: Desk) -> dict[str, tuple[str, bool]]:
    """What is decided about each paper."""
    found = (entry for day in desk.library.days() for entry in day.entries)
    return {
        entry.paper.title: (str(desk.session.state(entry).status), desk.session.state(entry).starred) for entry in found
    }


def is_card(desk: Desk) -> bool:
    """Whether a card is on screen."""
    return desk.screen.has_class("-cards")


async def type_keys(desk: Desk, keys: Sequence[str], how: str) -> None:
    """Type keys one by one, with the Hangul input method on, or all at once."""
    if how == "burst":
        await desk.burst(*keys)
    else:
        await desk.press(*(_JAMO.get(key, key) if how == "jamo" else key for key in keys))


MORNING: list[tuple[str, list[Logged], int]] = [
    ("T", [], 1),
    ("x s d r", [did("x", 1), did("s", 2), did("d", 3), did("r", 4)], 5),
    # Back to what was put off: not that, skip it.
    ("k k d", [did("d", 3, back=True)], 3),
    ("x", [did("x", 3)], 5),
    # A paper that is read is starred besides, and what is starred besides put off.
    ("k s", [did("s", 4)], 5),
    ("k k k d", [did("d", 2)], 5),
    ("k d", [did("d", 4)], 5),
    # Some are left for later.
    ("j j x", [did("x", 7)], 8),
    ("u", [UNDO], 7),
    ("u u", [UNDO, UNDO], 2),
    ("ctrl+r", [REDO], 2),
    ("n n", [], 6),
    ("enter x", [did("x", 6)], 7),
    ("enter escape r", [did("r", 7)], 8),
    ("escape", [], 8),
    ("T s s s", [did("s", 8), did("s", 9), did("s", 10)], 11),
    ("k s", [did("s", 10, back=True)], 10),
    ("O", [did("r", 10)], 11),
    ("G x", [did("x", 20)], 20),
    ("u", [UNDO], 20),
    ("escape", [], 20),
]
"""Keys, what they write, and the paper that is shown then."""


@pytest.mark.parametrize(("how", "size"), [("keys", WIDE), ("jamo", PLAIN), ("burst", NARROW)], ids=str)
async def test_a_morning_by_cards(blog: Blog, how: str, size: tuple[int, int]) -> None:
    blog.post(DAY, *(f"Paper {n}" for n in range(1, 21)), body=FACETS)
    async with open_reader(blog, size=size) as desk:
        for keys, written, paper in MORNING:
            known = len(log(desk))
            await type_keys(desk, keys.split(" "), how)
            assert (keys, log(desk)[known:], desk.title) == (keys, written, f"Paper {paper}")
        decided = states(desk)
    async with open_reader(blog, size=size) as desk:
        # The cards go on where they were: one of twenty is new above the eleventh, and the rest below it.
        await type_keys(desk, ["T"], how)
        assert (is_card(desk), desk.title, states(desk)) == (True, "Paper 20", decided)
        await type_keys(desk, ["g", "g", "n"], how)
        assert desk.title == "Paper 5"
        while any(state == ("unread", False) for state in states(desk).values()):
            await type_keys(desk, ["n", "x"] if is_card(desk) else ["T", "n"], how)
        assert not is_card(desk)
        idle = 0
        while idle < 2:
            known = len(log(desk))
            await desk.press("u")
            idle = 0 if len(log(desk)) > known else idle + 1
        assert set(states(desk).values()) == {("unread", False)}


SHEET = ("s", "j", "x", "d", "k", "k", "r", "v", "j", "v", "x", "V", "j", "j", "d", "s", "s", "v", "s", "3", "1", "0")


@pytest.mark.parametrize("how", ["keys", "jamo"])
@pytest.mark.parametrize(
    "way",
    [("F",), ("/", *"Paper", "enter", "F"), ("g", "s", "F"), ("g", "u", "F"), ("g", "a", "F", "3")],
    ids=["day", "search", "starred", "new", "all"],
)
async def test_a_day_by_sheet(blog: Blog, way: tuple[str, ...], how: str) -> None:
    blog.post(OLDER, *(f"Paper {n}" for n in range(1, 5)), body=FACETS)
    blog.post(DAY, *(f"Paper {n}" for n in range(5, 13)), body=FACETS)
    async with open_reader(blog, size=PLAIN) as desk:
        for number in range(1, 13, 2):
            decide(blog, number, "star", "1")
        desk.screen.services.store.poll()
        await desk.press(*way)
        listed = desk.rows()
        before = [states(desk)]
        for key in SHEET:
            shown, selected, known = desk.session.entry, desk.session.selected(), len(log(desk))
            await type_keys(desk, [key], how)
            written = log(desk)[known:]
            meant = {keys[0][-5:].lstrip("0") for keys in selected} or {shown.key[-5:].lstrip("0") if shown else ""}
            if key in (*STATUS, "s"):
                assert {paper for paper, _, _ in written} <= meant
                assert len({field for _, field, _ in written}) == 1
            else:
                assert written == []
            if written:
                before.append(states(desk))
            assert desk.screen.is_sheet
        while len(before) > 1:
            assert states(desk) == before.pop()
            await desk.press("u")
        assert states(desk) == before[0]
        await desk.press("escape")
        assert (desk.screen.is_sheet, desk.rows()) == (False, listed)


def decide(blog: Blog, number: int, field: str, new: str) -> None:
    """Decide about a paper in another window."""
    with closing_of(open_store(blog.folder.parent / "data" / "state.db")) as store:
        store.apply([Change(f"arxiv:2503.{number:05}", field, new)])


# What comes in between


@pytest.fixture
def four(blog: Blog) -> Blog:
    """A day of four papers, and an older one."""
    blog.post(DAY, "One", "Two", "Three", "Four", body=FACETS)
    blog.post(OLDER, "Older")
    return blog


@pytest.mark.parametrize("verb", ["x", "d", "r"])
async def test_a_verb_about_a_card_that_another_window_decided(four: Blog, verb: str) -> None:
    async with open_reader(four) as desk:
        await desk.press("T")
        decide(four, 1, "status", STATUS[verb])
        # It is not seen here yet: what is pressed is what is meant.
        await desk.press(verb)
        assert (desk.state("One"), desk.title) == (STATUS[verb], "Two")
        decide(four, 2, "status", STATUS[verb])
        desk.screen.services.store.poll()
        await desk.settle()
        await desk.press(verb)
        assert (desk.state("Two"), desk.title, is_card(desk)) == ("unread", "Two", True)
        await desk.press("u", "u")
        assert desk.states("One", "Two") == [STATUS[verb]] * 2


async def test_cards_are_decided_while_the_window_changes_its_size(four: Blog) -> None:
    async with open_reader(four, size=WIDE) as desk:
        await desk.press("T", "x")
        for size, verb in zip((NARROW, (40, 12), PLAIN), "sdr", strict=True):
            await desk.pilot.resize_terminal(*size)
            await desk.settle()
            await desk.press(verb)
        assert log(desk) == [did(verb, n) for n, verb in enumerate("xsdr", 1)]
        assert not is_card(desk)


@pytest.mark.parametrize(("key", "is_sheet"), [("T", False), ("F", True)])
async def test_the_bulk_menu_is_about_the_list_behind(four: Blog, key: str, is_sheet: bool) -> None:
    async with open_reader(four) as desk:
        await desk.press(key, "x", "A", "d")
        assert (desk.states("One", "Two", "Four"), desk.screen.is_sheet) == (["skipped", "read", "read"], is_sheet)
        assert desk.state("Older") == "unread"
        await desk.press("u")
        assert desk.states("One", "Two", "Three", "Four") == ["skipped", "unread", "unread", "unread"]
        await desk.press("T")
        assert (is_card(desk), desk.title) == (True, "Two")


@pytest.mark.parametrize("key", ["T", "F"])
async def test_a_search_that_is_given_up_leads_back_to_the_list(four: Blog, key: str) -> None:
    async with open_reader(four) as desk:
        await desk.press("j", key, "j", "/", *"Old", "escape")
        assert (desk.session.view, desk.day) == (View.NEW, DAY)
        assert (is_card(desk), desk.screen.is_sheet) == (False, key == "F")
        assert log(desk) == []


@pytest.mark.parametrize(
    "keys", [("T", "x", "j", "ctrl+q"), ("T", "x", "enter", "ctrl+q"), ("F", "x", "ctrl+q")], ids=str
)
async def test_what_was_decided_before_the_end_is_kept(four: Blog, keys: tuple[str, ...]) -> None:
    async with open_reader(four) as desk:
        for key in keys:
            await desk.pilot.press(key)
        await until(desk.pilot, lambda: not desk.app.is_running)
    async with open_reader(four) as desk:
        assert (desk.state("One"), is_card(desk)) == ("skipped", "T" in keys)
        await desk.press("u")
        assert (desk.state("One"), desk.title, is_card(desk)) == ("unread", "One", "T" in keys)


@pytest.mark.parametrize(
    ("options", "title"), [({"today": True}, "One"), ({"day_asked": OLDER}, "Older"), ({"view": "new"}, "One")], ids=str
)
@promises(
    "docs/command-line.md",
    "digest-tui --dir ~/blog --today --triage # its new papers one at a time, as cards; also with --date, --new, "
    "--query",
)
async def test_cards_of_what_is_asked_for_at_the_start(four: Blog, options: dict[str, str], title: str) -> None:
    asked = {"date": date.fromisoformat(options["day_asked"])} if "day_asked" in options else options
    async with open_reader(four, triage=True, **asked) as desk:
        assert (is_card(desk), desk.title) == (True, title)
        await desk.press("x")
        assert log(desk)[-1][1:] == ("status", "skipped")


@pytest.mark.parametrize(
    "keys", [("T",), ("F", "T"), ("T", "F", "escape"), ("F", "enter", "j", "x", "s", "escape")], ids=str
)
async def test_without_any_paper_keys_say_so_and_decide_nothing(blog: Blog, keys: tuple[str, ...]) -> None:
    async with open_reader(blog, triage=True) as desk:
        await desk.press(*keys)
        assert (is_card(desk), log(desk), desk.app.is_running) == (False, [], True)


@pytest.mark.parametrize("size", [WIDE, PLAIN, NARROW], ids=str)
async def test_one_paper_without_any_facet(blog: Blog, size: tuple[int, int]) -> None:
    blog.post(DAY, "The only one", body="그저 글이다.\n")
    async with open_reader(blog, size=size) as desk:
        await desk.press("F", "3", "space", "space", "escape", "T", "3", "space", "j", "k")
        assert (is_card(desk), desk.title, log(desk)) == (True, "The only one", [])
        assert "그저 글이다." in desk.drawn("card")
        await desk.press("s")
        assert (is_card(desk), log(desk)) == (False, [did("s", 1)])
        await desk.press("u")
        assert (is_card(desk), desk.state("The only one")) == (True, "unread")


async def test_three_hundred_papers(blog: Blog) -> None:
    blog.post(DAY, *(f"Paper {n}" for n in range(1, 301)))
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.burst("T", *("x" if n % 3 else "s" for n in range(1, 300)))
        assert (is_card(desk), desk.title) == (True, "Paper 300")
        assert log(desk) == [did("x" if n % 3 else "s", n) for n in range(1, 300)]
        await desk.burst(*["u"] * 100)
        assert (desk.title, states(desk)["Paper 200"]) == ("Paper 200", ("unread", False))
        await desk.press("escape", "F", "G", "x")
        assert log(desk)[-1] == did("x", 300)


@pytest.mark.parametrize("how", ["keys", "burst"])
async def test_keys_around_the_closing_card_mean_the_same_in_one_go(four: Blog, how: str) -> None:
    async with open_reader(four) as desk:
        await desk.press("x", "x", "x", "x")
        # Behind the sheet the card is there again, and nothing acts on it.
        await desk.press("F")
        await type_keys(desk, ["escape", "x"], how)
        assert (desk.state("Four"), desk.screen.shows_card) == ("skipped", True)
        # On the sheet there is none that says where `n` goes.
        await type_keys(desk, ["F", "n"], how)
        assert (desk.day, desk.message) == (DAY, "03-10 Mon, 1 new · n goes there")


@pytest.mark.parametrize("size", [(50, 24), (80, 14)], ids=str)
async def test_where_one_pane_has_the_screen_the_end_of_cards_is_said(four: Blog, size: tuple[int, int]) -> None:
    async with open_reader(four, size=size) as desk:
        await desk.press("T", "x", "x", "escape")
        assert not desk.screen.shows_card
        assert desk.message == "4 cards: 2 skipped, 2 new · T resumes"
