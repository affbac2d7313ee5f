"""Which rows a day lists."""

from digest_tui.triage.views import DayRow, listed, rows_of_day

A, B, C = ("arxiv:1", "title:a"), ("arxiv:2", "title:b"), ("place:c",)


def test_each_paper_has_a_row_in_the_order_of_the_digests() -> None:
    assert rows_of_day([B, A, C]) == (DayRow(B, (0,)), DayRow(A, (1,)), DayRow(C, (2,)))


def test_a_paper_that_stands_twice_has_one_row_that_knows_its_places() -> None:
    assert rows_of_day([A, B, A, A]) == (DayRow(A, (0, 2, 3)), DayRow(B, (1,)))


def test_a_paper_without_its_identifier_is_the_one_with_the_same_title_whichever_comes_first() -> None:
    bare = ("title:a",)
    assert rows_of_day([A, bare]) == (DayRow(A, (0, 1)),)
    assert rows_of_day([bare, A]) == (DayRow(("title:a", "arxiv:1"), (0, 1)),)


def test_two_papers_with_one_title_and_different_identifiers_are_both_listed() -> None:
    first, second = ("arxiv:1", "title:same"), ("arxiv:2", "title:same")
    assert [row.keys for row in rows_of_day([first, second])] == [first, second]


def test_unread_lists_what_waits_and_what_was_decided_since_in_place() -> None:
    rows = rows_of_day([A, B, C])
    waiting = {C}
    assert listed("new", rows, lambda row: row.keys in waiting) == (rows[2],)
    assert listed("new", rows, lambda row: row.keys in waiting, {"title:a"}) == (rows[0], rows[2])


def test_all_lists_every_paper() -> None:
    rows = rows_of_day([A, B, C])
    assert listed("all", rows, lambda _row: False) == rows


def test_a_day_without_papers_has_no_rows() -> None:
    assert rows_of_day([]) == ()
