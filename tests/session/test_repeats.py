"""A key that is held or pressed once too often takes nothing back, and `n` goes where the status line said."""

import pytest

from support.blog import Blog
from support.headless import Headless
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"
VERBS = [("read", "read"), ("later", "later"), ("skip", "skipped")]
ALREADY = {"read": "read already", "later": "put off already", "skip": "skipped already"}


def log(blog: Blog) -> list[tuple[str, str, str]]:
    return [(event.key[-1], event.field, event.new) for event in blog.store.events()]


@pytest.mark.parametrize(("verb", "status"), VERBS)
@promises(
    "docs/keys.md",
    "A key that is held or pressed once too often takes nothing back: at the end of a list the same verb again "
    "changes nothing until you press another key.",
)
def test_a_verb_that_could_not_go_on_takes_nothing_back_when_it_is_repeated(blog: Blog, verb: str, status: str) -> None:
    blog.post(DAY, "One", "둘")
    with Headless(blog) as desk:
        desk.do(*[verb] * 7)
        assert log(blog) == [("1", "status", status), ("2", "status", status)]
        assert desk.message.startswith(f"{ALREADY[verb]} · u undoes")


@pytest.mark.parametrize(("verb", "status"), VERBS)
@pytest.mark.parametrize("between", ["down", "up", "first", "star", "next", "older", "select"])
def test_after_any_other_key_it_takes_back_again(blog: Blog, verb: str, status: str, between: str) -> None:
    blog.post(DAY, "The only paper")
    with Headless(blog) as desk:
        desk.do(verb, verb, between)
        desk.session.selection.clear()
        desk.do(verb)
        assert [new for _, field, new in log(blog) if field == "status"] == [status, "unread"]


@pytest.mark.parametrize(("verb", "status"), VERBS)
def test_who_comes_back_to_a_paper_can_take_its_status_back_at_once(blog: Blog, verb: str, status: str) -> None:
    blog.post(DAY, "One", "둘")
    with Headless(blog) as desk:
        desk.do(verb, verb, "up", verb)
        assert log(blog)[-1] == ("1", "status", "unread")


def test_another_verb_acts(blog: Blog) -> None:
    blog.post(DAY, "One")
    with Headless(blog) as desk:
        desk.do("skip", "later", "later", "skip", "read", "skip")
        assert [new for *_, new in log(blog)] == ["skipped", "later", "skipped", "unread", "skipped"]


def test_a_star_stays_by_nature_and_goes_on_toggling(blog: Blog) -> None:
    blog.post(DAY, "One")
    with Headless(blog) as desk:
        desk.do("star", "star", "star")
        assert [new for *_, new in log(blog)] == ["1", "0", "1"]


@pytest.mark.parametrize("verb", ["finish", "open-and-read"])
def test_reading_on_at_the_end_of_a_list_changes_nothing_more(blog: Blog, verb: str) -> None:
    blog.post(DAY, "One", "둘")
    with Headless(blog) as desk:
        desk.do(verb, verb, verb, verb)
        assert log(blog) == [("1", "status", "read"), ("2", "status", "read")]


def test_what_was_undone_elsewhere_meanwhile_can_be_set_again(blog: Blog) -> None:
    blog.post(DAY, "One")
    with Headless(blog) as desk:
        desk.do("skip")
        blog.store.undo(any_session=True)
        desk.library.decisions.replace(blog.store.states())
        desk.do("skip")
        assert desk.state("One") == "skipped"


def test_at_the_bottom_the_new_papers_above_come_first(blog: Blog) -> None:
    blog.post(DAY, "One", "둘", "Three", "넷")
    blog.post(OLDER, "Older one")
    with Headless(blog) as desk:
        desk.do("skip", "last", "skip")
        assert (desk.title, desk.message) == ("넷", "skipped · u undoes · 2 new above · n goes there")
        desk.do("next")
        assert (desk.title, desk.message) == ("둘", "")


def test_an_announced_day_stays_agreed_when_nearer_papers_arrive(blog: Blog) -> None:
    blog.post(DAY, "One")
    blog.post(OLDER, "Older one", "Older two")
    blog.post("2025-03-08", "Oldest")
    with Headless(blog) as desk:
        desk.do("skip")
        assert desk.message.endswith("03-10 Mon, 2 new · n goes there")
        blog.post("2025-03-12", "Newer")
        blog.post(DAY, "One", "Arrived")
        blog.post("2025-03-09", "Between")
        desk.scan()
        desk.do("next")
        assert desk.title == "Older one"


def test_an_announced_day_without_new_papers_any_more_is_not_gone_to(blog: Blog) -> None:
    blog.post(DAY, "One")
    blog.post(OLDER, "Older one")
    blog.post("2025-03-08", "Oldest")
    with Headless(blog) as desk:
        desk.do("skip")
        (blog.folder / f"{OLDER}-papers.md").unlink()
        desk.scan()
        desk.do("next")
        assert (desk.title, desk.message) == ("One", "03-08 Sat, 1 new · n goes there")
        desk.do("next")
        assert desk.title == "Oldest"


def test_instead_of_an_announced_day_without_new_papers_no_nearer_paper_is_gone_to_unsaid(blog: Blog) -> None:
    blog.post(DAY, "One")
    blog.post(OLDER, "Older one")
    with Headless(blog) as desk:
        desk.do("skip")
        (blog.folder / f"{OLDER}-papers.md").unlink()
        blog.post(DAY, "One", "Arrived")
        desk.scan()
        desk.do("next")
        assert (desk.title, desk.message) == ("One", "1 new below · n goes there")
        desk.do("next")
        assert desk.title == "Arrived"


@promises("docs/keys.md", "Where the status line says where `n` goes, the next `n` goes there.")
def test_an_announced_day_is_agreed_and_the_next_key_goes_there(blog: Blog) -> None:
    blog.post(DAY, "One")
    blog.post(OLDER, "Older one", "Older two")
    with Headless(blog) as desk:
        desk.do("skip")
        assert desk.message == "skipped · u undoes · 03-10 Mon, 2 new · n goes there"
        desk.do("next")
        assert desk.title == "Older one"


def test_a_repeated_verb_announces_again(blog: Blog) -> None:
    blog.post(DAY, "One")
    blog.post(OLDER, "Older one")
    with Headless(blog) as desk:
        desk.do("skip", "skip")
        assert desk.message == "skipped already · u undoes · 03-10 Mon, 1 new · n goes there"
        desk.do("next")
        assert desk.title == "Older one"


@pytest.mark.parametrize("between", ["down", "star", "undo"])
def test_another_key_takes_the_announcement_back(blog: Blog, between: str) -> None:
    blog.post(DAY, "One", "둘")
    blog.post(OLDER, "Older one")
    with Headless(blog) as desk:
        desk.do("skip", "skip", between, "next")
        assert desk.day == DAY


def test_the_other_direction_is_not_what_was_announced(blog: Blog) -> None:
    blog.post(DAY, "One")
    blog.post(OLDER, "Older one")
    with Headless(blog) as desk:
        desk.do("skip", "previous")
        assert (desk.day, desk.message) == (DAY, "03-10 Mon, 1 new · N goes there")
        desk.do("next")
        assert desk.day == DAY
        desk.do("next")
        assert desk.day == OLDER


def test_new_papers_that_were_decided_elsewhere_are_not_gone_to(blog: Blog) -> None:
    blog.post(DAY, "One", "둘")
    blog.post(OLDER, "Older one")
    with Headless(blog) as desk:
        desk.do("down", "skip")
        assert "1 new above" in desk.message
        elsewhere = Headless(blog)
        elsewhere.do("first", "skip")
        desk.library.decisions.replace(blog.store.states())
        desk.do("next")
        assert (desk.day, desk.message) == (DAY, "03-10 Mon, 1 new · n goes there")
        desk.do("next")
        assert desk.title == "Older one"


def test_nothing_new_anywhere_is_said(blog: Blog) -> None:
    blog.post(DAY, "One")
    with Headless(blog) as desk:
        desk.do("skip")
        assert desk.message == "skipped · u undoes · All decided. g a all papers, [ an older day"


def test_a_list_of_all_dates_says_what_is_above(blog: Blog) -> None:
    blog.post(DAY, "One kite", "둘 kite")
    blog.post(OLDER, "Older kite")
    with Headless(blog) as desk:
        desk.search("kite")
        desk.do("last", "skip")
        assert desk.message == "skipped · u undoes · 2 new above · n goes there"
        desk.do("next")
        assert desk.title == "One kite"


def test_without_any_digest_a_list_of_all_dates_leads_to_its_new_papers_too(blog: Blog) -> None:
    blog.post(DAY, "One", "Two", "Three")
    with Headless(blog) as desk:
        desk.do("later", "later", "later", "view-later")
        (blog.folder / f"{DAY}-papers.md").unlink()
        desk.scan()
        desk.do("first", "later", "next")
        assert (desk.title, desk.message) == ("One", "This is the last new paper in this list")
        desk.do("down", "later", "first", "next")
        assert desk.title == "Two"
