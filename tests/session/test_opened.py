"""A paper whose link is on its way to a browser becomes read when that took it, in the order of the keys."""

from typing import Any

import pytest

from digest_tui.model import Entry
from digest_tui.session.opened import OpenedPapers
from support.blog import Blog
from support.headless import Headless

DAY = "2025-03-11"


@pytest.fixture
def desk(blog: Blog) -> Headless:
    """A reader on three papers."""
    blog.post(DAY, "First", "Second", "Third")
    return Headless(blog)


@pytest.fixture
def papers(desk: Headless) -> OpenedPapers:
    return OpenedPapers(desk.session, desk._deciding)


def entry(desk: Headless) -> Entry:
    assert desk.session.entry is not None
    return desk.session.entry


def states(desk: Headless) -> list[str]:
    desk._finish_commits()
    return desk.states("First", "Second", "Third")


def test_it_is_read_when_a_browser_took_the_link_and_not_before(desk: Headless, papers: OpenedPapers) -> None:
    sent = papers.send(entry(desk))
    assert states(desk)[0] == "unread"
    assert papers.arrive(sent, by_browser=True)
    assert states(desk) == ["read", "unread", "unread"]


def test_where_none_took_it_nothing_changes(desk: Headless, papers: OpenedPapers) -> None:
    sent = papers.send(entry(desk))
    assert not papers.arrive(sent, by_browser=False)
    assert states(desk)[0] == "unread"
    assert papers.take_back() is None


def test_a_paper_that_is_read_already_stays_so(desk: Headless, papers: OpenedPapers) -> None:
    desk.do("read", "up")
    sent = papers.send(entry(desk))
    assert not papers.arrive(sent, by_browser=True)


def test_an_answer_counts_once(desk: Headless, papers: OpenedPapers) -> None:
    sent = papers.send(entry(desk))
    assert papers.arrive(sent, by_browser=True)
    desk._finish_commits()
    desk.do("undo")
    assert not papers.arrive(sent, by_browser=True)
    assert states(desk)[0] == "unread"


@pytest.mark.parametrize(("command", "state"), [("skip", "skipped"), ("later", "later")])
def test_a_status_that_was_given_since_stands(desk: Headless, papers: OpenedPapers, command: str, state: str) -> None:
    sent = papers.send(entry(desk))
    desk.do(command)
    assert not papers.arrive(sent, by_browser=True)
    assert states(desk)[0] == state


def test_a_star_that_was_given_since_is_no_status(desk: Headless, papers: OpenedPapers) -> None:
    sent = papers.send(entry(desk))
    desk.do("star")
    assert papers.arrive(sent, by_browser=True)
    assert states(desk)[0] == "read starred"


def test_the_last_that_was_sent_is_taken_back_first(desk: Headless, papers: OpenedPapers) -> None:
    first = papers.send(entry(desk))
    desk.do("down")
    second = papers.send(entry(desk))
    taken = papers.take_back()
    assert taken is not None
    assert taken.paper.title == "Second"
    assert not papers.arrive(second, by_browser=True)
    assert papers.arrive(first, by_browser=True)
    assert papers.take_back() is None


def test_nothing_is_taken_back_over_a_later_decision(desk: Headless, papers: OpenedPapers) -> None:
    sent = papers.send(entry(desk))
    papers.decided()
    assert papers.take_back() is None
    assert papers.arrive(sent, by_browser=True)


def test_an_answer_is_no_later_decision(desk: Headless, papers: OpenedPapers) -> None:
    first = papers.send(entry(desk))
    desk.do("down")
    papers.send(entry(desk))
    commit = desk._deciding._commit

    def committed(*call: Any) -> object:
        papers.decided()
        return commit(*call)

    desk._deciding._commit = committed
    papers.arrive(first, by_browser=True)
    taken = papers.take_back()
    assert taken is not None
    assert taken.paper.title == "Second"


def test_what_changes_nothing_is_nothing_to_take_back(desk: Headless, papers: OpenedPapers) -> None:
    desk.do("read", "up")
    papers.send(entry(desk))
    assert papers.take_back() is None


def test_a_paper_that_was_sent_twice_is_taken_back_once(desk: Headless, papers: OpenedPapers) -> None:
    first, second = papers.send(entry(desk)), papers.send(entry(desk))
    assert papers.take_back() == first.entry
    assert papers.take_back() is None
    assert not papers.arrive(first, by_browser=True)
    assert not papers.arrive(second, by_browser=True)
    assert states(desk)[0] == "unread"
