"""Scopes of the bulk menu: what each is about, from where the person stands."""

from datetime import date

import pytest

from digest_tui.session import bulk
from digest_tui.session.bulk import Place, Scope
from digest_tui.session.bulk_menu import BulkMenu
from digest_tui.session.bulk_votes import NewPapers
from support.blog import Blog
from support.headless import Headless
from support.promises import promises


def scopes(desk: Headless, number: int | None = None) -> list[Scope]:
    """What is offered now."""
    new = NewPapers(desk.session)
    while new.read_on():
        pass
    return bulk.scopes(desk.session, Place.of(desk.session), new, number=number)


def counts(desk: Headless) -> dict[str, int]:
    """The number of papers of each scope, by its key."""
    return {scope.key: scope.count for scope in scopes(desk)}


def words(desk: Headless) -> list[str]:
    """What the scopes are called."""
    return [scope.words for scope in scopes(desk)]


def log(blog: Blog, day: str, **votes: int | None) -> None:
    """Write a paper log in which each paper has votes, or none."""
    numbered = enumerate(votes.items(), int(day[-2:]) * 100)
    blog.log(day, *((f"2503.{number:05}", f"Paper {title}", count) for number, (title, count) in numbered))


@pytest.fixture
def full_blog(blog: Blog) -> Blog:
    """Three days with six papers."""
    blog.post("2025-03-11", "New one", "New two", "New three")
    blog.post("2025-03-10", "Older one", "Older two")
    blog.post("2025-02-01", "Oldest one")
    return blog


def test_each_scope_has_the_count_of_its_new_papers_and_none_is_empty(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star")
        assert [(scope.key, scope.words, scope.count) for scope in scopes(desk)] == [
            ("d", "03-11 Tue", 2),
            ("j", "this paper and those below", 2),
            ("l", "all listed papers", 2),
            ("1", "older than a week", 1),
            ("2", "older than 2 weeks", 1),
            ("3", "older than a month", 1),
        ]
        desk.do("down")
        assert counts(desk) == {"d": 2, "j": 2, "k": 1, "l": 2, "1": 1, "2": 1, "3": 1}


@pytest.mark.parametrize(
    ("day", "today", "said"),
    [
        ("2025-03-11", date(2025, 3, 12), "03-11 Tue"),
        ("2024-12-31", date(2025, 3, 12), "2024-12-31 Tue"),
        ("2026-01-01", date(2025, 12, 31), "2026-01-01 Thu"),
    ],
)
def test_a_day_is_called_by_its_date(blog: Blog, day: str, today: date, said: str) -> None:
    blog.post(day, "One")
    with Headless(blog, day=today) as desk:
        assert words(desk)[0] == said


def test_a_day_that_has_no_date_is_called_so(blog: Blog) -> None:
    (blog.folder / "papers.md").write_text(
        "# Papers\n\n## [One](https://arxiv.org/abs/2503.00001)\n\nText.\n\n"
        "## [Two](https://arxiv.org/abs/2503.00002)\n\nText.\n",
        encoding="utf-8",
    )
    with Headless(blog) as desk:
        assert (scopes(desk)[0].words, scopes(desk)[0].count) == ("undated", 2)
        assert not set("1234") & set(counts(desk))


def test_a_week_is_as_old_as_its_last_day(blog: Blog) -> None:
    """The week of 3 March ends on the 9th: on the 16th that was a week ago, not longer."""
    path = blog.post("2025-03-03", "One")
    text = path.read_text("utf-8").replace("2025-03-03", "2025-W10").replace("date: 2025-W10 08:00:00\n", "")
    path.unlink()
    (blog.folder / "2025-W10.md").write_text(text, encoding="utf-8")
    with Headless(blog, day=date(2025, 3, 16)) as desk:
        assert desk.labels()[-1] == "W10"
        assert counts(desk) == {"d": 1, "j": 1, "k": 1, "l": 1}
        desk.turn(date(2025, 3, 17))
        assert counts(desk) == {"d": 1, "j": 1, "k": 1, "l": 1, "1": 1}


def test_the_scope_that_a_first_start_offers_is_one_of_the_menu(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        [offered] = [scope for scope in scopes(desk) if scope.key == bulk.OLD]
        assert (offered.words, offered.count) == ("older than 2 weeks", bulk.offered(desk.session))


def test_a_paper_that_a_younger_day_lists_too_is_not_old(full_blog: Blog) -> None:
    path = full_blog.folder / "2025-03-10-papers.md"
    oldest = (full_blog.folder / "2025-02-01-papers.md").read_text("utf-8").split("---\n\n")[1]
    path.write_text(path.read_text("utf-8") + oldest, encoding="utf-8")
    with Headless(full_blog) as desk:
        assert "1" not in counts(desk)


def test_marking_a_scope_is_one_step_and_leaves_what_is_decided(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star")
        desk.mark_many("d")
        assert desk.states("New one", "New two", "New three") == ["unread starred", "read", "read"]
        assert desk.message == "2 papers marked read · u undoes"
        desk.do("undo")
        assert desk.states("New one", "New two", "New three") == ["unread starred", "unread", "unread"]


@pytest.mark.parametrize(
    ("key", "read"), [("d", "123"), ("l", "123"), ("j", "23"), ("k", "12"), ("1", "6"), ("v", ""), ("x", ""), ("?", "")]
)
def test_each_scope_marks_its_papers_and_no_other(full_blog: Blog, key: str, read: str) -> None:
    with Headless(full_blog) as desk:
        desk.do("down")
        desk.mark_many(key)
        titles = ("New one", "New two", "New three", "Older one", "Older two", "Oldest one")
        assert "".join(str(n) for n, title in enumerate(titles, 1) if desk.state(title) == "read") == read


def test_where_all_is_decided_there_is_no_scope(blog: Blog) -> None:
    blog.post("2025-03-11", "One", "Two")
    with Headless(blog) as desk:
        desk.do("skip", "star")
        assert scopes(desk) == []
        assert bulk.why_none(desk.session) == "All decided: there is nothing to mark."


def test_that_all_is_decided_is_said_only_where_it_is_so(full_blog: Blog) -> None:
    full_blog.post("2025-03-09", "Some days old")
    (full_blog.folder / "2025-02-01-papers.md").unlink()
    with Headless(full_blog) as desk:
        desk.mark_many("d")
        assert scopes(desk) == []
        assert bulk.why_none(desk.session) == "No new papers here. n goes to the next one."


def test_new_papers_of_the_future_are_no_reason_to_go_on(blog: Blog) -> None:
    blog.post("2025-03-11", "One")
    blog.post("2031-01-01", "Far one")
    with Headless(blog) as desk:
        desk.do("skip")
        assert bulk.why_none(desk.session) == "All decided: there is nothing to mark."


def test_where_there_are_no_papers_that_is_said(blog: Blog) -> None:
    (blog.folder / "about.md").write_text("# About\n", encoding="utf-8")
    with Headless(blog) as desk:
        assert bulk.why_none(desk.session) == "There are no papers yet."


# What is on screen


def test_beside_the_days_only_scopes_by_age_are_left(full_blog: Blog) -> None:
    (full_blog.folder / "about.md").write_text("# About\n", encoding="utf-8")
    with Headless(full_blog) as desk:
        desk.do("last-date")
        assert desk.session.entry is None
        assert counts(desk) == {"1": 1, "2": 1, "3": 1}


def test_on_a_date_without_papers_no_day_is_offered(full_blog: Blog) -> None:
    with Headless(full_blog, date=date(2025, 3, 9)) as desk:
        assert counts(desk) == {"1": 1, "2": 1, "3": 1}


@pytest.mark.parametrize("view", ["view-starred", "view-later"])
def test_a_list_of_decided_papers_offers_nothing_of_other_days(full_blog: Blog, view: str) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "later", view)
        assert desk.rows()
        assert scopes(desk) == []
        assert bulk.why_none(desk.session) == "No new papers in this list. g u lists those of the day."


def test_a_paper_that_became_new_in_a_list_of_all_dates_can_be_marked_there(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "view-starred", "star")
        assert counts(desk) == {"j": 1, "k": 1, "l": 1}


def test_a_search_offers_what_it_lists_and_no_day(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.search("one")
        assert [title for title in desk.rows() if title.endswith("one")] == ["New one", "Older one", "Oldest one"]
        desk.do("down")
        assert counts(desk) == {"j": 2, "k": 2, "l": 3}
        desk.mark_many("k")
        assert desk.states("New one", "Older one", "Oldest one", "New two") == ["read", "read", "unread", "unread"]


def test_a_day_of_the_future_that_was_gone_to_is_offered_with_its_year(full_blog: Blog) -> None:
    full_blog.post("2031-01-01", "Far one")
    with Headless(full_blog) as desk:
        desk.do("last-date")
        assert (scopes(desk)[0].key, words(desk)[0]) == ("d", "2031-01-01 Wed")
        desk.mark_many("1")
        assert desk.states("Far one", "Oldest one") == ["unread", "read"]


def test_a_list_in_another_order_is_cut_where_its_cursor_stands(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("sort", "sort", "first")
        assert desk.rows() == ["New one", "New three", "New two"]
        desk.do("down")
        desk.mark_many("j")
        assert desk.states("New one", "New two", "New three") == ["unread", "read", "read"]


# The selection


def test_the_selected_come_first_with_the_new_ones_among_them(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "select", "select")
        first = scopes(desk)[0]
        assert (first.key, first.words, first.count) == ("v", "the 2 selected", 1)
        desk.mark_many("v")
        assert desk.states("New one", "New two", "New three") == ["unread starred", "read", "unread"]
        assert not desk.session.selection


def test_one_selected_paper_is_called_so(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("select")
        assert words(desk)[0] == "the selected paper"


def test_another_scope_leaves_the_selection_alone(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("select", "select")
        desk.mark_many("d")
        assert len(desk.session.selection.keys) == 2
        assert "v" not in counts(desk)


def test_a_selection_is_dropped_by_the_verb_that_acts_on_it(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("select", "select", "later")
        assert desk.states("New one", "New two", "New three") == ["later", "later", "unread"]
        assert (desk.message, desk.title) == ("2 papers put off for later · u undoes", "New three")
        assert not desk.session.selection


# The most voted


@promises(
    "docs/keys.md",
    "`A` marks many papers read, or keeps the most voted of the day or of all dates and skips the rest",
)
def test_the_most_voted_are_kept_and_the_rest_is_skipped(blog: Blog) -> None:
    log(blog, "2025-03-11", A=1, B=90, C=20, D=5, E=70, F=60, G=50, H=2)
    with Headless(blog) as desk:
        keep = scopes(desk)[-1]
        assert (keep.key, keep.words) == ("x", "keep the 5 most voted of 8, skip the rest")
        assert (keep.count, keep.notes) == (3, ())
        desk.mark_many("x")
        assert desk.states(*(f"Paper {name}" for name in "ABCDEFGH")) == [
            "skipped", "unread", "unread", "skipped", "unread", "unread", "unread", "skipped"
        ]  # fmt: skip
        assert desk.message == "3 papers skipped · u undoes"
        desk.do("undo")
        assert desk.counts() == ["8"]


def test_only_new_papers_are_counted_and_skipped(blog: Blog) -> None:
    log(blog, "2025-03-11", A=90, B=80, C=70, D=60, E=50, F=40, G=30, H=20)
    with Headless(blog) as desk:
        desk.do("star", "down", "read", "last", "later")
        assert scopes(desk, number=2)[-1].count == 3
        desk.mark_many("x")
        assert desk.states(*(f"Paper {name}" for name in "ABCDEFGH")) == [
            "unread starred", "read", "unread", "unread", "unread", "unread", "skipped", "later"
        ]  # fmt: skip
        log(blog, "2025-03-10", I=90, J=80, K=70, L=60, M=50, N=40, O=30)
        desk.scan()
        desk.do("older", "star")
        desk.mark_many("x")
        assert desk.states(*(f"Paper {name}" for name in "IJKLMNO")) == [
            "unread starred", "unread", "unread", "unread", "unread", "unread", "skipped"
        ]  # fmt: skip


def test_of_equal_votes_the_first_in_the_digest_are_kept_and_that_is_said(blog: Blog) -> None:
    log(blog, "2025-03-11", A=7, B=8, C=7, D=9, E=7, F=1)
    with Headless(blog) as desk:
        keep = scopes(desk, number=3)[-1]
        assert (keep.count, keep.notes) == (3, ("2 skipped papers of equal votes",))
        assert scopes(desk, number=1)[-1].words == "keep the most voted of 6, skip the rest"
        # Whatever the order of the list is.
        desk.do("sort", "sort", "sort", "last")
        assert scopes(desk, number=3)[-1].kept == keep.kept
        assert [keys[0][-2:] for keys, _ in keep.kept] == ["03", "01", "00"]


def test_papers_without_votes_are_skipped_only_where_that_is_said(blog: Blog) -> None:
    log(blog, "2025-03-11", A=9, B=None, C=7, D=None, E=1)
    with Headless(blog) as desk:
        usual = scopes(desk)[-1]
        # Five would be all.
        assert (usual.words, usual.count) == ("keep the 4 most voted of 5, skip the rest", 1)
        assert usual.notes == ("1 skipped paper without votes",)
        fewer = scopes(desk, number=2)[-1]
        assert (fewer.count, fewer.notes) == (3, ("2 skipped papers without votes",))
        assert scopes(desk, number=5)[-1].count == 0


@pytest.mark.parametrize("votes", [{"A": None, "B": None}, {"A": 3}])
def test_where_no_paper_has_votes_or_there_is_one_none_is_skipped(blog: Blog, votes: dict[str, int | None]) -> None:
    log(blog, "2025-03-11", **votes)
    with Headless(blog) as desk:
        assert "x" not in counts(desk)


def test_a_list_of_all_dates_is_not_cut_by_votes(blog: Blog) -> None:
    log(blog, "2025-03-11", A=9, B=8, C=7)
    with Headless(blog) as desk:
        assert "x" in counts(desk)
        desk.search("paper")
        assert "x" not in counts(desk)


# Over several dates


@pytest.fixture
def voted_dates(blog: Blog) -> Blog:
    """Three dates with twelve papers, the last of them long ago."""
    log(blog, "2025-03-11", A=9, B=30, C=None, D=12)
    log(blog, "2025-03-10", E=12, F=1, G=50, H=12)
    log(blog, "2025-02-01", I=40, J=12, K=None, L=2)
    return blog


def names(desk: Headless, scope: Scope) -> str:
    """The papers that a scope keeps, by the letters of their titles."""
    titles = {keys: entry.paper.title for day in desk.library.days() for entry in day.entries for keys in entry.keys}
    return "".join(titles[keys[0]][-1] for keys, _ in scope.kept)


def of(desk: Headless, key: str, number: int | None = None) -> Scope:
    """The scope with this key."""
    return next(scope for scope in scopes(desk, number) if scope.key == key)


@promises(
    "README.md",
    "After days away `A` keeps the most voted and skips the rest",
    "and `u` takes it back in one step.",
)
def test_over_all_dates_the_most_voted_are_kept_and_undone_in_one_step(voted_dates: Blog) -> None:
    with Headless(voted_dates) as desk:
        keep = of(desk, "a", 6)
        assert (keep.words, keep.count) == ("keep the 6 most voted of all 12, skip the rest", 6)
        # Of the four with 12 votes those of the newest dates come first.
        assert names(desk, keep) == "GIBDEH"
        assert keep.notes == ("1 skipped paper of equal votes", "2 skipped papers without votes")
        before = len(list(desk.library.store.events()))
        menu = BulkMenu(desk.session)
        while menu.read_votes():
            pass
        menu.look()
        menu.see(menu.plan)
        menu.choose("a")
        menu.type("6")
        desk.carry_out(menu.confirm())
        events = list(desk.library.store.events())[before:]
        assert [(event.field, event.new) for event in events] == [("status", "skipped")] * 6
        assert len({event.batch for event in events}) == 1
        assert "".join(name for name in "ABCDEFGHIJKL" if desk.state(f"Paper {name}") == "skipped") == "ACFJKL"
        desk.do("undo")
        assert "".join(name for name in "ABCDEFGHIJKL" if desk.state(f"Paper {name}") == "skipped") == ""


def test_only_the_new_ones_of_all_dates_are_looked_at(voted_dates: Blog) -> None:
    with Headless(voted_dates) as desk:
        desk.do("star", "down", "skip")
        desk.do("older", "later")
        keep = of(desk, "a", 3)
        assert (names(desk, keep), keep.count) == ("GID", 6)


def test_the_old_ones_are_those_that_the_scope_by_age_has(voted_dates: Blog) -> None:
    log(voted_dates, "2025-02-02", M=3, N=100)
    with Headless(voted_dates) as desk:
        keep = of(desk, "o", 2)
        assert keep.words == "keep the 2 most voted of 6 older than 2 weeks, skip the rest"
        assert (names(desk, keep), keep.count) == ("NI", 4)
        assert {*keep.papers, *(keys for keys, _ in keep.kept)} == set(of(desk, "2").papers)


def test_where_no_date_has_votes_none_are_kept(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        assert not {"x", "a", "o"} & set(counts(desk))


def test_votes_of_one_date_are_enough(full_blog: Blog) -> None:
    log(full_blog, "2025-02-03", A=3, B=None)
    with Headless(full_blog) as desk:
        assert "x" not in counts(desk)
        keep = of(desk, "a", 1)
        assert (names(desk, keep), keep.count, keep.notes) == ("A", 7, ("7 skipped papers without votes",))


@pytest.mark.parametrize("number", [0, 12, 13, 999])
def test_a_number_that_leaves_nothing_skips_nothing(voted_dates: Blog, number: int) -> None:
    with Headless(voted_dates) as desk:
        assert of(desk, "a", number).count == 0


def test_a_paper_of_two_dates_is_one_with_the_votes_of_the_newest_that_has_some(blog: Blog) -> None:
    one, two = "2503.00001", "2503.00002"
    blog.log("2025-03-11", (one, "A", None), (two, "B", 5))
    blog.log("2025-03-10", (one, "A", 7), (two, "B", 99), ("2503.00003", "C", 6))
    blog.log("2025-03-09", ("2503.00004", "D", 1))
    with Headless(blog) as desk:
        assert of(desk, "a", 2).kept == ((("arxiv:2503.00001",), 7), (("arxiv:2503.00003",), 6))
        assert of(desk, "a").words == "keep the 3 most voted of all 4, skip the rest"
        # Also from the older date, which is read first then.
        desk.do("older")
        assert of(desk, "a", 2).kept == ((("arxiv:2503.00001",), 7), (("arxiv:2503.00003",), 6))
        # Of that date alone it has the votes that the list shows there.
        assert of(desk, "x", 1).kept == ((("arxiv:2503.00002",), 99),)


def test_papers_of_the_future_are_left_alone(voted_dates: Blog) -> None:
    log(voted_dates, "2031-01-05", Z=500)
    with Headless(voted_dates) as desk:
        assert "Z" not in names(desk, of(desk, "a", 3))
        assert of(desk, "a").words == "keep the 10 most voted of all 12, skip the rest"
