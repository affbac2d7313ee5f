"""What acts on a selection, what leaves it alone, and what becomes of it when its list is another one."""

import pytest

from digest_tui.triage import verbs
from support.blog import Blog
from support.headless import Headless
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"
TITLES = ("하나", "Two", "셋", "Four")


@pytest.fixture
def week(blog: Blog) -> Blog:
    blog.post(DAY, *TITLES)
    blog.post(OLDER, "Older one", "Older two")
    return blog


def log(blog: Blog) -> list[tuple[str, str]]:
    return [(event.field, event.new) for event in blog.store.events()]


@pytest.mark.parametrize(
    ("verb", "state"), [("read", "read"), ("later", "later"), ("skip", "skipped"), ("star", "unread starred")]
)
def test_a_verb_acts_on_all_selected_papers_stays_and_drops_them(week: Blog, verb: str, state: str) -> None:
    with Headless(week) as desk:
        desk.do("select", "down", "select")
        assert desk.selection_words == "2 selected: r s x d t y E act on them · Esc drops them"
        assert desk.title == "Four"
        desk.do(verb)
        assert [desk.state(title) for title in TITLES] == [state, "unread", state, "unread"]
        assert (desk.title, desk.selection_words) == ("Four", "")
        assert len({event.batch for event in week.store.events()}) == 1


@pytest.mark.parametrize("verb", ["open-and-read", "finish"])
@promises("docs/keys.md", "everything else, reading too, is about the paper shown.")
def test_reading_acts_on_the_paper_shown_and_leaves_the_selection_and_its_papers_alone(week: Blog, verb: str) -> None:
    with Headless(week) as desk:
        desk.do("select", "select", verb)
        assert [desk.state(title) for title in TITLES] == ["unread", "unread", "read", "unread"]
        # With a selection nothing goes on, so that a range does not grow.
        assert (desk.title, desk.selection_words[:10]) == ("셋", "2 selected")


def test_a_note_belongs_to_one_paper(week: Blog) -> None:
    with Headless(week) as desk:
        desk.do("select", "select")
        desk.annotate(lambda key, state: verbs.note(key, state, "한 줄"))
        assert log(week) == [("note", "한 줄")]
        assert desk.selection_words[:10] == "2 selected"


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("older", "another day"),
        ("date-down", "another day"),
        ("view-all", "another list"),
        ("view-starred", "another list"),
        ("view-date", "another list"),
        ("sort", "another order"),
    ],
)
@promises("docs/keys.md", "A selection belongs to its list: another day, view, query or order drops it.")
def test_another_list_drops_the_selection_and_says_so_until_the_next_key(week: Blog, command: str, reason: str) -> None:
    with Headless(week) as desk:
        desk.do("select", "select", command)
        assert desk.selection_words == f"2 selected dropped: {reason}"
        assert not desk.session.selection
        desk.do("down")
        assert desk.selection_words == ""


def test_another_query_drops_the_selection_and_the_same_asked_again_does_not(week: Blog) -> None:
    with Headless(week) as desk:
        desk.search("older")
        desk.do("select")
        week.post("2025-03-09", "An older third")
        desk.do("rescan")
        assert desk.rows()[-1] == "An older third"
        assert desk.selection_words[:10] == "1 selected"
        desk.search("two")
        assert desk.selection_words == "1 selected dropped: another list"


def test_a_list_of_all_dates_keeps_its_selection_while_the_dates_are_walked(week: Blog) -> None:
    with Headless(week) as desk:
        desk.do("star", "down", "star", "older", "star", "view-starred", "select", "last-date", "date-up")
        assert desk.selection_words[:10] == "1 selected"


def test_rows_that_go_away_leave_the_selection(week: Blog) -> None:
    with Headless(week) as desk:
        desk.do("select", "select", "select")
        week.count = 0
        week.post(DAY, "하나")
        desk.do("rescan")
        assert desk.selection_words == "1 selected · 2 selected papers no longer listed, 1 left"
        desk.do("skip")
        assert [desk.state("하나"), desk.state("Older one")] == ["skipped", "unread"]


@pytest.mark.parametrize("verb", ["read", "later", "skip", "star"])
def test_a_verb_does_not_fall_back_from_papers_that_went_away_to_the_one_shown(week: Blog, verb: str) -> None:
    with Headless(week) as desk:
        desk.do("select", "select")
        week.count = 2
        week.post(DAY, "셋", "Four")
        # It comes by itself: no key was pressed.
        desk.scan()
        assert desk.selection_words == "2 selected papers no longer listed"
        desk.do(verb)
        assert (log(week), desk.message) == ([], "Nothing changed: the selected papers are no longer listed")
        desk.do(verb)
        assert len(log(week)) == 1


def test_after_another_key_papers_that_went_away_are_forgotten(week: Blog) -> None:
    with Headless(week) as desk:
        desk.do("select", "select")
        week.count = 2
        week.post(DAY, "셋", "Four")
        desk.scan()
        desk.do("down", "skip")
        assert desk.state("Four") == "skipped"


def test_a_tag_goes_to_the_papers_that_were_selected_when_it_was_asked_for(week: Blog) -> None:
    with Headless(week) as desk:
        desk.do("select", "select")
        papers = desk.session.selected()
        week.count = 1
        week.post(DAY, "Two", "셋")
        desk.scan()
        desk.tag(papers, "읽기")
        assert log(week) == [("tag:읽기", "1")]
        assert desk.library.state(next(e for e in desk.library.entries() if e.paper.title == "Two")).tags == ("읽기",)
        desk.tag(papers, "읽기")
        assert desk.message == "Nothing changed: the selected papers are no longer listed"
        assert len(log(week)) == 1


@pytest.mark.parametrize("verb", ["read", "later", "skip"])
def test_the_same_verb_again_takes_nothing_back_from_the_paper_shown(week: Blog, verb: str) -> None:
    with Headless(week) as desk:
        desk.do("select-range", "down", verb, verb, verb)
        assert [field for field, _ in log(week)] == ["status", "status"]
        assert desk.message.startswith("2 papers ")
        assert " already · u undoes" in desk.message
        desk.do("up", "down", verb)
        assert len(log(week)) == 3


def test_a_range_ends_where_a_single_paper_is_selected(week: Blog) -> None:
    with Headless(week) as desk:
        desk.do("select-range", "down", "select", "down")
        assert desk.selection_words[:10] == "1 selected"
        desk.do("skip")
        assert [desk.state(title) for title in TITLES] == ["skipped", "unread", "unread", "unread"]


def test_a_paper_that_gets_an_identifier_stays_selected(blog: Blog) -> None:
    path = blog.folder / f"{DAY}-papers.md"
    text = (
        "# Daily Papers\n\n## 1. Kites over Water and Wind\n\n### Method\n\n바람.\n\n"
        "## 2. Other Boats on the Sea\n\n### Method\n\n배. https://arxiv.org/abs/2503.09998\n"
    )
    path.write_text(text, encoding="utf-8")
    with Headless(blog) as desk:
        desk.do("select")
        path.write_text(text.replace("바람.", "바람. https://arxiv.org/abs/2503.09999"), encoding="utf-8")
        desk.scan()
        assert desk.selection_words[:10] == "1 selected"
        desk.do("skip")
        assert desk.state("Kites over Water and Wind") == "skipped"


def test_what_is_decided_elsewhere_is_counted_where_a_verb_sets_only_the_rest(week: Blog) -> None:
    with Headless(week) as desk:
        desk.do("select", "select", "select")
        elsewhere = Headless(week)
        elsewhere.do("skip")
        desk.library.decisions.replace(week.store.states())
        desk.do("skip")
        assert desk.message == "2 papers skipped · u undoes"
        assert [change for change in log(week) if change != ("status", "skipped")] == []
        assert len(log(week)) == 3


def test_taking_a_status_back_says_that_the_star_is_still_there(week: Blog) -> None:
    with Headless(week) as desk:
        desk.do("star", "read")
        desk.do("up", "read")
        assert desk.message == "unread, still starred · u undoes"
        desk.do("select-range", "last", "read", "up", "select-range", "first", "read")
        assert desk.message == "3 papers marked unread, 1 still starred · u undoes"
