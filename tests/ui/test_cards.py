"""Cards: one paper at a time, each decided with a key that goes on to the next."""

import re
from collections.abc import Sequence
from threading import Event

import pytest

from digest_tui.model.facet import Facet
from digest_tui.session.views import View
from support.desk import Blog, Desk, open_reader
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"
FOUR = ("One of four", "Two of four", "Three of four", "Four of four")
WIDE, MEDIUM, PLAIN, NARROW, TINY = (140, 45), (100, 30), (80, 24), (60, 20), (40, 12)
LONG = "\n\n".join(f"문단 {n} 입니다." for n in range(60))


def is_card(desk: Desk) -> bool:
    """Whether a card is on the screen, and nothing of the panes."""
    is_shown = desk.screen.has_class("-cards")
    assert desk.screen.query_one("#panes").display is not is_shown
    return is_shown


def head(desk: Desk) -> str:
    """Where the cards stand: the end of the line above the card."""
    return next(line for line in desk.lines() if line.strip()).split("  ")[-1].strip("━─ ")


def events(desk: Desk) -> list[tuple[str, str, str]]:
    """The log: paper, field and value of each event, oldest first."""
    return [(event.key, event.field, event.new) for event in desk.library.store.events()]


async def look(desk: Desk) -> None:
    """Notice what another window did."""
    desk.screen.services.store.poll()
    await desk.settle()


# A morning

VERBS = {"x": ("status", "skipped"), "s": ("star", "1"), "d": ("status", "later"), "r": ("status", "read")}
MORNING = "xxdsrxxdsxrxsdxxrxds"


@pytest.fixture
def morning(blog: Blog) -> Sequence[str]:
    """A day of twenty papers; their keys."""
    blog.post(DAY, *(f"Paper number {n}" for n in range(1, 21)))
    return [f"arxiv:2503.{n:05}" for n in range(1, 21)]


def closing(desk: Desk) -> list[str]:
    """The lines of the closing card; none while the reader shows anything else."""
    lines = [" ".join(line.strip(" ▐").split()) for line in desk.drawn("reader").splitlines()[1:]]
    return [line for line in lines if line] if desk.screen.shows_card else []


async def test_a_morning_by_cards_is_logged_as_it_was_pressed(blog: Blog, morning: Sequence[str]) -> None:
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.press("T", *MORNING)
        assert events(desk) == [(key, *VERBS[verb]) for key, verb in zip(morning, MORNING, strict=True)]
        assert not is_card(desk)
        assert closing(desk)[:2] == ["20 cards", "4 starred · 3 read · 4 later · 9 skipped"]


async def test_undo_takes_a_morning_back_card_by_card(blog: Blog, morning: Sequence[str]) -> None:
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.press("T", *MORNING)
        for left, key in enumerate(reversed(morning), 1):
            await desk.press("u")
            assert desk.session.entry is not None
            assert (desk.session.entry.key, is_card(desk)) == (key, True)
            assert head(desk) == f"{21 - left}/20 · {left} new"
        assert all(desk.state(f"Paper number {n}") == "unread" for n in range(1, 21))
        await desk.press(*["ctrl+r"] * 20)
        assert desk.state("Paper number 20") == "unread starred"
        assert desk.states("Paper number 1", "Paper number 3") == ["skipped", "later"]


async def test_a_morning_typed_in_one_go_is_the_same(blog: Blog, morning: Sequence[str]) -> None:
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.burst("T", *MORNING)
        assert events(desk) == [(key, *VERBS[verb]) for key, verb in zip(morning, MORNING, strict=True)]


@pytest.mark.parametrize(("key", "state"), [("x", "skipped"), ("s", "unread starred")])
async def test_the_key_of_the_last_card_typed_twice_takes_nothing_back(blog: Blog, key: str, state: str) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        await desk.press("T", key, key, key)
        assert desk.states("One of two", "Two of two") == [state, state]
        assert desk.message == "Nothing is shown: j k or Enter goes back to a paper"


# Decisions


async def test_a_star_is_a_decision_and_goes_on(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "s")
        assert (desk.title, desk.state(FOUR[0])) == (FOUR[1], "unread starred")


async def test_the_same_verb_again_takes_a_decision_back_and_stays(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T")
        for key in "xsdr":
            await desk.press(key, "k")
            assert desk.title == FOUR[0]
            assert desk.state(FOUR[0]) != "unread"
            await desk.press(key)
            assert (desk.title, desk.state(FOUR[0])) == (FOUR[0], "unread")


async def test_another_verb_replaces_a_decision_and_goes_on_to_what_waits(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "x", "d", "k", "k", "d")
        assert (desk.states(*FOUR[:2]), desk.title) == (["later", "later"], FOUR[2])


async def test_a_decided_card_shows_its_mark(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.press("T")
        assert "● new" not in desk.drawn("card")
        for key, mark in {"x": "× skipped", "s": "★ starred", "d": "> later", "r": "✓ read"}.items():
            await desk.press(key, "k")
            assert mark in desk.drawn("card")
            await desk.press(key)
            assert mark not in desk.drawn("card")


async def test_other_keys_act_on_the_card_and_stay(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "j", "o", "a", "P", "t", *"todo", "enter", "e", *"hm", "enter")
        assert desk.opened == [
            "https://arxiv.org/abs/2503.00002",
            "https://www.alphaxiv.org/ko/overview/2503.00002",
            "https://arxiv.org/pdf/2503.00002",
        ]
        assert (desk.title, head(desk), is_card(desk)) == (FOUR[1], "2/4 · 4 new", True)
        assert "#todo" in desk.drawn("card")
        assert "“hm”" in desk.drawn("card")


async def test_capital_o_opens_marks_read_and_goes_on(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        await desk.press("T", "O")
        assert (desk.title, desk.state("One of two"), is_card(desk)) == ("Two of two", "read", True)
        await desk.press("O")
        assert (desk.state("Two of two"), is_card(desk)) == ("read", False)
        assert closing(desk)[:2] == ["2 cards", "2 read"]


async def test_the_list_of_commands_decides_cards_too(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "?", *"mark read", "enter")
        assert (desk.title, desk.state(FOUR[0]), is_card(desk)) == (FOUR[1], "read", True)


async def test_hangul_keys_decide_cards(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("ㅆ")
        assert is_card(desk)
        await desk.press("ㅌ", "ㄴ", "ㅇ", "ㅏ")
        assert desk.states(*FOUR[:3]) == ["skipped", "unread starred", "later"]
        assert desk.title == FOUR[2]


# Moving


async def test_moving_among_cards_decides_nothing(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T")
        for key, title in {"j": 1, "right": 2, "down": 3, "up": 2, "left": 1, "k": 0, "G": 3, "home": 0}.items():
            await desk.press(key)
            assert desk.title == FOUR[title], key
        await desk.press("k")
        assert desk.message == "This is the first card"
        await desk.press("G", "l")
        assert desk.message.startswith("This is the last card")
        await desk.press("g", "g")
        assert (desk.title, events(desk)) == (FOUR[0], [])


async def test_n_goes_to_new_cards_only_and_around(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "j", "x", "k", "k", "n")
        assert desk.title == FOUR[2]
        await desk.press("n", "n")
        assert desk.title == FOUR[0]
        await desk.press("N")
        assert desk.title == FOUR[3]
        await desk.press("p")
        assert desk.title == FOUR[2]


async def test_space_pages_a_long_card_and_marks_nothing(blog: Blog) -> None:
    blog.post(DAY, "A long paper", "A short paper", body=f"## Introduction\n\n{LONG}\n")
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.press("T", "space")
        assert (desk.title, desk.screen.reader.top > 0) == ("A long paper", True)
        await desk.press("b")
        assert desk.screen.reader.top == 0
        while not desk.screen.reader.at_end:
            await desk.press("space")
        assert desk.title == "A long paper"
        await desk.press("space")
        assert (desk.title, desk.screen.reader.top, events(desk)) == ("A short paper", 0, [])
        await desk.press("J", "pagedown", "ctrl+d", "ctrl+d", *["space"] * 20)
        assert (desk.title, events(desk), is_card(desk)) == ("A short paper", [], True)


async def test_the_wheel_scrolls_a_card(blog: Blog) -> None:
    blog.post(DAY, "A long paper", "A short paper", body=f"## Introduction\n\n{LONG}\n")
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.press("T")
        await desk.turn_wheel("문단 2")
        assert (desk.title, desk.screen.reader.top) == ("A long paper", 3)


async def test_hints_are_clicked_as_keys(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.press("T")
        await desk.click("x skip")
        assert (desk.title, desk.state(FOUR[0])) == (FOUR[1], "skipped")


async def test_a_card_is_paged_also_before_it_was_drawn(blog: Blog) -> None:
    blog.post(DAY, "A long paper", "A short paper", body=f"## Introduction\n\n{LONG}\n")
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.burst("T", "space")
        assert (desk.title, desk.screen.reader.top > 0) == ("A long paper", True)


async def test_scrolling_a_card_marks_nothing_whatever_had_the_focus(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    for before, pane in {("enter",): "reader", ("h",): "dates", ("enter", "F"): "reader"}.items():
        async with open_reader(blog, fresh=True) as desk:
            await desk.press(*before, "T", "J", "J", "ctrl+d", "pagedown", "b", "escape")
            assert events(desk) == []
            assert desk.screen.pane == pane


async def test_the_preface_is_left_for_the_whole_paper(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "i", "x")
        assert (desk.title, events(desk)) == (FOUR[0], [])
        await desk.press("enter")
        assert FOUR[0] in desk.drawn("reader")
        await desk.press("i", "escape", "escape")
        assert (is_card(desk), FOUR[0] in desk.drawn("card")) == (True, True)
        await desk.press("i", "j")
        assert FOUR[1] in desk.drawn("card")


async def test_finds_on_a_card_are_gone_through_and_cleared_first(blog: Blog) -> None:
    blog.post(DAY, *FOUR, body="## Introduction\n\n연을 날린다. 연이 난다.\n")
    async with open_reader(blog) as desk:
        await desk.press("T", "ctrl+f", *"연", "enter", "n")
        assert (desk.title, desk.message.startswith("match 2 of 2")) == (FOUR[0], True)
        await desk.press("escape")
        assert is_card(desk)
        await desk.press("n")
        assert desk.title == FOUR[1]


# The whole paper


async def test_enter_shows_the_whole_paper_and_escape_its_card_again(blog: Blog) -> None:
    blog.post(DAY, *FOUR, body="## Introduction\n\n서론.\n\n## Results\n\n결과.\n")
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.press("T", "j")
        assert "결과" not in "\n".join(desk.lines())
        await desk.press("enter")
        assert not is_card(desk)
        assert "결과" in desk.drawn("reader")
        assert FOUR[0] not in "\n".join(desk.lines())
        await desk.press("escape")
        assert (is_card(desk), desk.title) == (True, FOUR[1])


async def test_decisions_about_a_whole_paper_go_on_to_the_next_card(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "enter", "s")
        assert (is_card(desk), desk.title, desk.state(FOUR[0])) == (True, FOUR[1], "unread starred")
        await desk.press("enter", "space")
        assert (is_card(desk), desk.title, desk.state(FOUR[1])) == (True, FOUR[2], "read")
        await desk.press("enter", "u")
        assert (is_card(desk), desk.title, desk.state(FOUR[1])) == (True, FOUR[1], "unread")


async def test_the_last_paper_read_whole_ends_the_cards(blog: Blog) -> None:
    blog.post(DAY, "The only one")
    async with open_reader(blog) as desk:
        await desk.press("T", "enter", "space")
        assert (is_card(desk), desk.state("The only one")) == (False, "read")
        assert closing(desk)[:2] == ["1 card", "1 read"]
        await desk.press("u")
        assert (is_card(desk), desk.state("The only one")) == (True, "unread")


async def test_a_whole_paper_is_whole_whatever_facet_the_cards_show(blog: Blog) -> None:
    blog.post(DAY, *FOUR, body="## Introduction\n\n서론.\n\n## Results\n\n결과.\n")
    async with open_reader(blog) as desk:
        await desk.press("T")
        desk.session.lens = Facet.RESULTS
        desk.screen.show_all()
        await desk.settle()
        assert "결과" in desk.drawn("card")
        assert "서론" not in desk.drawn("card")
        await desk.press("enter")
        assert "서론" in desk.drawn("reader")
        await desk.press("escape")
        assert (desk.session.lens, "결과" in desk.drawn("card")) == (Facet.RESULTS, True)


async def test_a_facet_that_is_lacking_is_named(blog: Blog) -> None:
    blog.post(DAY, "With facets", body="## Introduction\n\n첫 문장. 둘째 문장.\n")
    blog.post(OLDER, "Without facets", body="그저 글이다. 그뿐이다.\n")
    async with open_reader(blog) as desk:
        await desk.press("/", *"facets", "enter")
        desk.session.lens = Facet.RESULTS
        await desk.press("T")
        assert "no results given" in desk.drawn("card")
        assert "첫 문장." in desk.drawn("card")
        # Only what the paper has can be asked for by its key.
        assert "1 Introduction   Method   3 Results   Limitations   Conclusion" in desk.drawn("card")
        await desk.press("j")
        assert "그저 글이다. 그뿐이다." in desk.drawn("card")


# Leaving and coming back


async def test_escape_goes_back_to_the_list_and_says_what_was_done(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("j", "T", "escape")
        assert (is_card(desk), desk.title, desk.rows(), closing(desk)) == (False, FOUR[1], list(FOUR), [])
        await desk.press("T", "x", "s", "escape")
        assert (desk.session.view, desk.title, desk.rows()) == (View.NEW, FOUR[2], list(FOUR))
        assert closing(desk) == [
            "4 cards",
            "1 starred · 1 skipped",
            f"★ {FOUR[1]} 2503.00002",
            "under a minute today",
            "2 still new · T goes there",
        ]
        await desk.press("u")
        assert (desk.title, desk.state(FOUR[1]), is_card(desk)) == (FOUR[1], "unread", False)


async def test_cards_resume_in_the_same_list(blog: Blog) -> None:
    blog.post(OLDER, "An older paper")
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "x", "escape", "G", "T")
        assert (head(desk), desk.title) == ("2/4 · 3 new", FOUR[1])
        await desk.press("escape", "[", "T")
        assert (head(desk), desk.title) == ("1/1 · 1 new", "An older paper")


async def test_cards_resume_after_a_restart(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "x", "s", "j")
        assert head(desk) == "4/4 · 2 new"
    async with open_reader(blog) as desk:
        assert (is_card(desk), head(desk), desk.title) == (True, "4/4 · 2 new", FOUR[3])
        await desk.press("k", "k")
        assert (desk.title, "★ starred" in desk.drawn("card")) == (FOUR[1], True)
        await desk.press("escape")
        assert (is_card(desk), desk.rows()) == (False, list(FOUR))
    async with open_reader(blog) as desk:
        assert not is_card(desk)
        await desk.press("T")
        assert (is_card(desk), head(desk)) == (True, "3/4 · 2 new")


async def test_papers_that_vanish_fall_out_and_new_ones_do_not_jump_in(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "x")
        blog.count = 0
        blog.post(DAY, *FOUR[:3])
        blog.count = 4
        blog.post(OLDER, "One of another day")
        await desk.press("R")
        assert (head(desk), desk.title) == ("2/3 · 2 new", FOUR[1])
        await desk.press("x", "x")
        assert not is_card(desk)
        blog.count = 0
        blog.post(DAY, *FOUR)
        await desk.press("R", "T")
        assert (head(desk), desk.title) == ("1/1 · 1 new", FOUR[3])


async def test_papers_that_arrive_wait_for_the_next_cards(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "x")
        blog.count = 0
        blog.post(DAY, *FOUR, "One that arrived")
        await desk.press("R")
        assert (head(desk), desk.title) == ("2/4 · 3 new", FOUR[1])
        await desk.press("x", "x", "x", "T")
        assert (head(desk), desk.title) == ("1/1 · 1 new", "One that arrived")


async def test_undo_after_a_restart_goes_back_to_the_card(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "x", "s")
    async with open_reader(blog) as desk:
        await desk.press("u")
        assert (is_card(desk), desk.title, desk.state(FOUR[1]), head(desk)) == (True, FOUR[1], "unread", "2/4 · 3 new")


async def test_cards_whose_papers_all_vanish_are_closed(blog: Blog) -> None:
    blog.post(OLDER, "An older paper")
    file = blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T")
        file.unlink()
        await desk.press("R")
        assert (is_card(desk), desk.title) == (False, "An older paper")


async def test_what_another_window_decides_is_shown_on_the_card(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk, open_reader(blog, fresh=True) as other:
        await desk.press("T")
        await other.press("x")
        desk.screen.services.store.poll()
        await desk.settle()
        assert (head(desk), desk.title, "× skipped" in desk.drawn("card")) == ("1/4 · 3 new", FOUR[0], True)


async def test_without_new_papers_nothing_is_opened(blog: Blog) -> None:
    blog.post(DAY, "The only one")
    async with open_reader(blog) as desk:
        await desk.press("x", "T")
        assert (is_card(desk), desk.session.view) == (False, View.NEW)
        assert desk.message.startswith("No new papers in this list")


async def test_cards_of_a_search_go_over_several_days(blog: Blog) -> None:
    blog.post(OLDER, "연 older", "Nothing")
    blog.post(DAY, "연 newer", "연 newest")
    async with open_reader(blog) as desk:
        await desk.press("/", *"연", "enter", "T")
        titles = [desk.title]
        assert "/연" in desk.drawn("card")
        for _ in range(2):
            await desk.press("x")
            titles.append(desk.title)
        assert sorted(titles) == ["연 newer", "연 newest", "연 older"]
        await desk.press("t", *"todo", "enter", "escape")
        assert (desk.session.view, is_card(desk), desk.title) == (View.SEARCH, False, titles[-1])
        await desk.press("escape", "escape", "escape")
        assert desk.session.view is View.NEW


async def test_cards_of_a_search_close_to_it_also_after_a_restart(blog: Blog) -> None:
    blog.post(OLDER, "연 older", "Nothing")
    blog.post(DAY, "연 newer", "Something", "연 newest")
    async with open_reader(blog) as desk:
        await desk.press("j", "/", *"연", "enter", "T", "x", "j")
        title = desk.title
    async with open_reader(blog, typed_early="k") as desk:
        assert (is_card(desk), "/연" in desk.drawn("card"), head(desk)) == (True, True, "2/3 · 2 new")
        await desk.press("j", "escape")
        assert (desk.session.view, is_card(desk), desk.title) == (View.SEARCH, False, title)
        assert closing(desk)[-1] == "2 still new · T goes there"
        # The closing card, the finds, the search.
        await desk.press("escape", "escape", "escape")
        assert (desk.session.view, desk.title) == (View.NEW, "Something")


@pytest.mark.parametrize(
    ("keys", "view"),
    [("gs", View.STARRED), ("ga", View.ALL), ("gu", View.NEW), ("gl", View.LATER), ("gd", View.DATE), ("[", View.NEW)],
)
async def test_keys_of_lists_leave_the_cards(blog: Blog, keys: str, view: View) -> None:
    blog.post(OLDER, "An older paper")
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "s", "j", *keys)
        assert (is_card(desk), desk.session.view) == (False, view)
        if keys in ("ga", "gu", "gd"):
            assert desk.day == DAY
        if keys == "gd":
            assert desk.title == FOUR[2]
        if keys == "[":
            assert desk.title == "An older paper"
        await desk.press("j", "k", "escape", "q")


async def test_a_search_begun_on_a_card_comes_back_to_the_list(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", "x", "/", *"four", "enter")
        assert (is_card(desk), desk.session.view) == (False, View.SEARCH)
        await desk.press("escape", "escape")
        assert (desk.session.view, desk.rows()) == (View.NEW, list(FOUR[1:]))


@pytest.mark.parametrize("key", ["v", "V", "S", "z", "<", ">", "tab", "shift+tab", "T"])
async def test_what_means_nothing_on_a_card_says_what_does(blog: Blog, key: str) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("T", key)
        assert (is_card(desk), desk.title, len(desk.session.selection.keys)) == (True, FOUR[0], 0)
        assert "ard" in desk.message
        await desk.press("enter", key, "x")
        assert (desk.state(FOUR[0]), is_card(desk)) == ("skipped", True)


async def test_the_closing_card_follows_what_another_window_decides(blog: Blog) -> None:
    blog.post(OLDER, "An older paper")
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk, open_reader(blog, fresh=True) as other:
        await desk.press("T", "x", "x", "escape")
        assert closing(desk)[-1] == "2 still new · T goes there"
        await other.press("j", "j", "d")
        await look(desk)
        assert closing(desk)[-1] == "1 still new · T goes there"
        await other.press("d")
        await look(desk)
        assert closing(desk)[-1] == "03-10, 1 new · n goes there"


async def test_n_goes_on_to_new_cards_of_a_search_whatever_was_looked_for(blog: Blog) -> None:
    blog.post(DAY, *FOUR, body="## Introduction\n\nof 연 of\n")
    async with open_reader(blog) as desk:
        await desk.press("/", *"of", "enter", "T")
        for title in (*FOUR[1:], FOUR[0]):
            await desk.press("n")
            assert desk.title == title


async def test_a_facet_that_is_chosen_in_a_whole_paper_stays(blog: Blog) -> None:
    blog.post(DAY, *FOUR, body="## Introduction\n\n서론.\n\n## Results\n\n결과.\n")
    async with open_reader(blog) as desk:
        await desk.press("T", "1", "enter", "f", "3", "escape")
        assert (is_card(desk), desk.session.lens) == (True, Facet.RESULTS)


@pytest.mark.parametrize("keys", [("T",), ("F",)])
async def test_the_lens_is_there_again_also_where_a_whole_paper_was_shown_last(blog: Blog, keys: tuple[str]) -> None:
    blog.post(DAY, *FOUR, body="## Introduction\n\n서론.\n\n## Results\n\n결과.\n")
    async with open_reader(blog) as desk:
        await desk.press(*keys, "3", "enter")
        assert desk.session.lens is None
    async with open_reader(blog) as desk:
        assert desk.session.lens is Facet.RESULTS


# From the command line


@promises(
    "README.md",
    "`T`, or `digest-tui --triage`, deals the new papers as cards, one at a time; each decision brings the next.",
)
@promises("--help", "decide the new papers one at a time, as cards")
async def test_the_reader_opens_with_cards(blog: Blog) -> None:
    blog.post(OLDER, "An older paper")
    blog.post(DAY, *FOUR)
    async with open_reader(blog, triage=True, today=True) as desk:
        assert (is_card(desk), head(desk)) == (True, "1/4 · 4 new")
        assert desk.message == "no digest of 03-12 yet: this is 03-11"
        await desk.press("x")
    async with open_reader(blog, triage=True) as desk:
        assert (is_card(desk), head(desk), desk.title) == (True, "2/4 · 3 new", FOUR[1])
    async with open_reader(blog, triage=True, query="older") as desk:
        assert (is_card(desk), head(desk), desk.title) == (True, "1/1 · 1 new", "An older paper")
        await desk.press("x")
    async with open_reader(blog, triage=True, query="older") as desk:
        assert (is_card(desk), desk.message) == (False, "No new papers in this list: there are no cards to decide")


async def test_cards_that_were_asked_for_do_not_go_to_the_remembered_paper(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog) as desk:
        await desk.press("j", "j")
    async with open_reader(blog, triage=True) as desk:
        assert (head(desk), desk.title) == ("1/4 · 4 new", FOUR[0])


async def test_keys_typed_before_the_first_file_is_read_decide_cards(blog: Blog) -> None:
    blog.post(DAY, *FOUR)
    async with open_reader(blog, triage=True, typed_early="xs") as desk:
        assert (desk.states(*FOUR[:2]), is_card(desk), desk.title) == (["skipped", "unread starred"], True, FOUR[2])


@pytest.mark.parametrize("triage", [False, True])
async def test_keys_typed_before_a_search_is_answered_are_meant_for_what_it_finds(blog: Blog, triage: bool) -> None:
    blog.post(OLDER, "연 one", "연 two", "연 three")
    blog.post(DAY, "Another", "One more")
    async with open_reader(blog, triage=triage, query="연", typed_early="xs") as desk:
        assert desk.states("Another", "One more", "연 one", "연 two") == [
            "unread",
            "unread",
            "skipped",
            "unread starred",
        ]
        assert (desk.session.view is View.CARDS, is_card(desk)) == (triage, triage)


async def test_cards_wait_for_the_last_file(blog: Blog) -> None:
    for day in range(1, 6):
        blog.post(f"2025-03-0{day}", f"Of day {day}")
    may_go_on = Event()
    async with open_reader(blog, triage=True, query="day", may_go_on=may_go_on) as desk:
        may_go_on.set()
        await desk.settle()
        assert (is_card(desk), head(desk)) == (True, "1/5 · 5 new")


# Looks


@pytest.mark.parametrize("size", [WIDE, MEDIUM, PLAIN, NARROW, TINY], ids=str)
@pytest.mark.parametrize(
    "body",
    ["## Introduction\n\n짧다.\n", f"## Introduction\n\n{LONG}\n", "글.\n", ""],
    ids=["short", "long", "no facets", "empty"],
)
async def test_a_card_stands_alone_at_every_size(blog: Blog, size: tuple[int, int], body: str) -> None:
    title = "긴 겨울을 나는 언어 모델: 계절이 바뀌어도 잊지 않는 기억 구조와 그 한계에 관한 실험적 고찰 및 그 밖의 것들"
    blog.post(DAY, title, "Another paper", body=body)
    async with open_reader(blog, size=size) as desk:
        await desk.press("T")
        lines = desk.lines()
        assert re.sub("[ ▐]", "", "".join(lines)).count("그밖의것들") == 1
        assert lines[-1].strip() == "next: Another paper"
        assert "x skip" in lines[-2]
        assert "? help" in lines[-2]
        assert "1/2 · 2 new" in lines[0]
        assert all(len(line) <= size[0] for line in lines)
        await desk.press("x", "s")
        assert desk.states(title, "Another paper") == ["skipped", "unread starred"]
