"""`O` opens a paper and goes on at once; the paper is marked when a browser took its link."""

from contextlib import AbstractAsyncContextManager

import pytest

from support.desk import Blog, Desk, RecordingOpener, open_reader
from support.patience import until
from support.promises import promises

DAY = "2025-03-11"
NO_BROWSER = "firefox could not open it"


def reader(
    blog: Blog, *titles: str, trouble: str = "", waits: bool = False
) -> tuple[RecordingOpener, AbstractAsyncContextManager[Desk]]:
    """A reader on papers, and its browser, which may answer later or fail."""
    blog.post(DAY, *(titles or ("First", "Second", "Third")))
    opener = RecordingOpener(trouble=trouble)
    if waits:
        opener.may_answer.clear()
    return opener, open_reader(blog, opener=opener)


async def answered(desk: Desk, opener: RecordingOpener) -> None:
    """Let the browser answer."""
    opener.may_answer.set()
    await desk.settle()


def shown(desk: Desk) -> str:
    """The paper under the cursor."""
    assert desk.session.entry is not None
    return desk.session.entry.paper.title


def states(desk: Desk, *titles: str) -> list[str]:
    return [desk.state(title) for title in titles or ("First", "Second", "Third")]


async def test_a_paper_that_was_opened_is_read_and_the_next_one_is_shown(blog: Blog) -> None:
    _, opening = reader(blog)
    async with opening as desk:
        await desk.press("O")
        assert (states(desk), shown(desk)) == (["read", "unread", "unread"], "Second")
        assert desk.message == "marked read · u undoes"
        assert len(desk.opened) == 1


@pytest.mark.parametrize("status", ["d", "x"])
async def test_a_paper_that_was_put_off_or_skipped_becomes_read_too(blog: Blog, status: str) -> None:
    _, opening = reader(blog)
    async with opening as desk:
        await desk.press(status, "k", "O")
        assert states(desk)[0] == "read"


async def test_nothing_is_marked_before_the_browser_took_it(blog: Blog) -> None:
    opener, opening = reader(blog, waits=True)
    async with opening as desk:
        await desk.pilot.press("O")
        assert (states(desk), shown(desk)) == (["unread", "unread", "unread"], "Second")
        await answered(desk, opener)
        assert states(desk) == ["read", "unread", "unread"]


@promises("docs/keys.md", "Where there is none, or it fails, the link is copied and shown, and `O` marks nothing.")
async def test_when_it_fails_nothing_is_marked_and_the_paper_is_shown_again(blog: Blog) -> None:
    _, opening = reader(blog, trouble=NO_BROWSER)
    async with opening as desk:
        await desk.press("O")
        assert (states(desk), shown(desk)) == (["unread", "unread", "unread"], "First")
        assert desk.message.startswith(
            f"{NO_BROWSER} · not marked · copied by the terminal, if it allows that · https://"
        )
        await desk.press("u")
        assert desk.message == "Nothing to undo"


async def test_when_it_fails_behind_other_keys_the_cursor_stays_where_they_brought_it(blog: Blog) -> None:
    opener, opening = reader(blog, trouble=NO_BROWSER, waits=True)
    async with opening as desk:
        await desk.pilot.press("O", "s")
        await answered(desk, opener)
        assert (states(desk), shown(desk)) == (["unread", "unread starred", "unread"], "Second")


async def test_keys_meanwhile_act_on_what_is_shown_then(blog: Blog) -> None:
    opener, opening = reader(blog, waits=True)
    async with opening as desk:
        await desk.pilot.press("O", "x", "j")
        await answered(desk, opener)
        assert (states(desk), shown(desk)) == (["read", "skipped", "unread"], "Third")
        # Whoever is elsewhere by then is told which paper it was.
        assert desk.message == "marked read · u undoes · opened First"


async def test_each_of_several_is_read_by_its_own_answer(blog: Blog) -> None:
    opener, opening = reader(blog, waits=True)
    async with opening as desk:
        await desk.pilot.press("O", "O", "O")
        await until(desk.pilot, lambda: len(opener.opened) == 3)
        assert shown(desk) == "Third"
        await answered(desk, opener)
        assert states(desk) == ["read", "read", "read"]


async def test_at_the_end_of_a_list_the_repeated_key_opens_nothing_again(blog: Blog) -> None:
    opener, opening = reader(blog, "Only")
    async with opening as desk:
        await desk.press("O", "O", "O")
        assert (len(opener.opened), desk.state("Only")) == (1, "read")
        await desk.press("k", "O", "O", "O")
        assert (len(opener.opened), desk.message) == (2, "opened already")


async def test_at_the_end_of_a_list_what_failed_is_tried_again(blog: Blog) -> None:
    opener, opening = reader(blog, "Only", trouble=NO_BROWSER)
    async with opening as desk:
        await desk.press("O")
        await desk.press("O")
        assert len(opener.opened) == 2


async def test_at_the_end_of_a_list_it_is_said_where_n_goes(blog: Blog) -> None:
    _, opening = reader(blog, "Only")
    async with opening as desk:
        await desk.press("O")
        assert desk.message == "marked read · u undoes"
        assert "no new papers on other days" in desk.drawn("reader")
        await desk.press("enter")
        assert "day done · 1 read no new papers on other days" in " ".join(desk.drawn("papers").split())


async def test_what_was_decided_about_the_paper_meanwhile_stands(blog: Blog) -> None:
    opener, opening = reader(blog, waits=True)
    async with opening as desk:
        await desk.pilot.press("O", "k", "x")
        await answered(desk, opener)
        assert states(desk)[0] == "skipped"


async def test_an_undo_begins_with_what_was_opened_last(blog: Blog) -> None:
    opener, opening = reader(blog, waits=True)
    async with opening as desk:
        await desk.pilot.press("s", "O", "O", "u")
        await desk.pilot.pause()
        assert (desk.message, shown(desk)) == ("undone: Second stays as it was", "Second")
        await answered(desk, opener)
        # Neither the star nor the first of them, which were asked for before.
        assert states(desk) == ["read starred", "unread", "unread"]


async def test_an_undo_takes_what_was_decided_after_it_first(blog: Blog) -> None:
    opener, opening = reader(blog, waits=True)
    async with opening as desk:
        await desk.pilot.press("O", "s", "u")
        await answered(desk, opener)
        assert states(desk) == ["read", "unread", "unread"]


async def test_an_answer_does_not_hide_from_an_undo_what_was_opened_after_it(blog: Blog) -> None:
    _, opening = reader(blog, waits=True)
    async with opening as desk:
        await desk.pilot.press("O", "O")
        first, second = desk.screen.services.linking._sending
        first.trouble = ""
        desk.screen.services.linking.opened(first)
        await desk.pilot.press("u")
        second.trouble = ""
        desk.screen.services.linking.opened(second)
        desk.screen.opener.may_answer.set()  # type: ignore[attr-defined]
        await desk.settle()
        assert states(desk) == ["read", "unread", "unread"]


async def test_what_opened_late_does_not_hide_what_was_said_about_another_key(blog: Blog) -> None:
    opener, opening = reader(blog, waits=True)
    async with opening as desk:
        await desk.pilot.press("o")
        assert desk.message.startswith("opening https://")
        await desk.pilot.press("y", "t")
        await answered(desk, opener)
        assert desk.message.endswith(" · First")
        await desk.press("o")
        assert desk.message.startswith("opened https://")


@pytest.mark.parametrize(("trouble", "status"), [("", "read"), (NO_BROWSER, "unread")])
async def test_who_leaves_at_once_loses_nothing_and_gets_nothing_marked_that_failed(
    blog: Blog, trouble: str, status: str
) -> None:
    _, opening = reader(blog, trouble=trouble)
    async with opening as desk:
        await desk.pilot.press("O", "q")
    async with open_reader(blog) as desk:
        assert desk.state("First") == status


async def test_who_leaves_while_a_browser_still_runs_has_opened_the_paper(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digest_tui.ui.desktop.desktop.LEAVING_SECONDS", 0.0)
    opener, opening = reader(blog, waits=True)
    async with opening as desk:
        await desk.pilot.press("O", "q")
    opener.may_answer.set()
    async with open_reader(blog) as desk:
        assert desk.state("First") == "read"
