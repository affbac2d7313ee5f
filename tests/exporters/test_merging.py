"""What becomes of the pieces of a file that is brought up to date."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.exporters import Exported
from digest_tui.exporters.merging import Mark, Piece, checksum, left_out, mark_of, planned
from digest_tui.model import ArxivId, Paper
from support.exporting import exported

ONE, TWO, THREE = "2512.99001", "2512.99002", "2512.99003"


def papers(*ids: str, author: str = "Mina Kim") -> list[Exported]:
    """Papers with these ids, all of them cited by one key unless something tells them apart."""
    return exported(*(Paper("Quiet Knots", 0, 1, 1, arxiv=ArxivId(id_), authors=(author,)) for id_ in ids))


def ours(id_: str, name: str = "", *, is_edited: bool = False) -> Piece:
    return Piece("x", 1, is_entry=True, mark=Mark(f"arxiv:{id_}", "00000000"), is_edited=is_edited, name=name)


def theirs(*ids: str, name: str = "", line: int = 7) -> Piece:
    return Piece("x", line, is_entry=True, name=name, ids=frozenset(f"arxiv:{id_}" for id_ in ids))


def test_an_empty_file_gets_every_paper_in_order() -> None:
    plan = planned((), papers(TWO, ONE))
    assert [paper.key for paper in plan.added] == [f"arxiv:{TWO}", f"arxiv:{ONE}"]
    assert (plan.replaced, plan.removed, plan.refused) == ({}, frozenset(), ())


def test_papers_that_would_be_cited_by_one_key_are_told_apart() -> None:
    assert [paper.cite_key for paper in planned((), papers(ONE, TWO, THREE)).added] == [
        "kim2025quiet",
        "kim2025quieta",
        "kim2025quietb",
    ]


def test_what_is_ours_is_replaced_where_it_stands_and_cited_as_it_is_there() -> None:
    plan = planned([theirs(), ours(ONE, "my-name")], papers(TWO, ONE))
    assert {index: (paper.key, paper.cite_key) for index, paper in plan.replaced.items()} == {
        1: (f"arxiv:{ONE}", "my-name")
    }
    assert [paper.key for paper in plan.added] == [f"arxiv:{TWO}"]


def test_a_key_that_a_persons_own_entry_has_is_not_given_again_in_any_case() -> None:
    [paper] = planned([theirs(name="Kim2025Quiet"), theirs(name="kim2025quieta")], papers(ONE)).added
    assert paper.cite_key == "kim2025quietb"


def test_a_paper_about_which_there_is_a_persons_own_entry_is_left_out_with_its_line() -> None:
    pieces = [theirs(TWO, ONE)]
    plan = planned(pieces, papers(ONE, THREE))
    assert [paper.key for paper in plan.added] == [f"arxiv:{THREE}"]
    assert left_out(plan, pieces) == (f"{ONE} is left out: your own entry on line 7 is about it.",)


def test_what_stands_between_entries_is_about_no_paper() -> None:
    between = theirs(ONE)._replace(is_entry=False)
    assert planned([between], papers(ONE)).refused == ()


def test_what_left_the_query_stays_unless_it_is_pruned() -> None:
    pieces = [ours(ONE), theirs(), ours(TWO)]
    assert planned(pieces, papers(TWO)).removed == frozenset()
    assert planned(pieces, papers(TWO), prune=True).removed == {0}


def test_nothing_is_pruned_in_which_a_person_wrote() -> None:
    pieces = [ours(ONE, is_edited=True)]
    plan = planned(pieces, (), prune=True)
    assert (plan.removed, plan.edited) == (frozenset(), (0,))
    assert left_out(plan, pieces) == ("The entry on line 1 stays, since you wrote in it: remove it by hand.",)


def test_the_key_of_what_is_pruned_is_free_again() -> None:
    [paper] = planned([ours(ONE, "kim2025quiet")], papers(TWO), prune=True).added
    assert paper.cite_key == "kim2025quiet"


def test_the_key_of_what_left_the_query_is_not() -> None:
    [paper] = planned([ours(ONE, "kim2025quiet")], papers(TWO)).added
    assert paper.cite_key == "kim2025quieta"


def test_a_paper_is_found_by_any_key_that_it_is_known_by() -> None:
    paper = papers(ONE)[0]._replace(keys=(f"arxiv:{ONE}", "url:example.org/knots"))
    piece = Piece("x", 1, is_entry=True, mark=Mark("url:example.org/knots", ""), name="knots")
    assert planned([piece], [paper]).replaced[0].cite_key == "knots"


def test_a_key_that_two_papers_share_is_of_the_one_that_it_names_first() -> None:
    first, second = papers(ONE, TWO)
    sharing = first._replace(keys=(f"arxiv:{ONE}", f"arxiv:{TWO}"))
    assert planned([ours(TWO)], [sharing, second]).replaced[0] is not None
    assert planned([ours(TWO)], [sharing, second]).replaced[0].key == f"arxiv:{TWO}"


def test_a_copy_of_an_entry_of_ours_is_written_anew_too() -> None:
    plan = planned([ours(ONE, "a"), ours(ONE, "b")], papers(ONE))
    assert [paper.cite_key for paper in plan.replaced.values()] == ["a", "b"]
    assert plan.added == ()


@pytest.mark.parametrize("key", ["arxiv:2512.99001", "url:example.org/a b", "title:00ff00ff00ff00ff"])
def test_a_mark_is_read_as_it_was_written(key: str) -> None:
    assert mark_of(str(Mark(key, checksum("text")))) == Mark(key, checksum("text"))
    assert mark_of(key) == Mark(key, "")


def test_a_checksum_does_not_see_white_space() -> None:
    assert checksum("a  b\r\nc") == checksum(" a b c\n")
    assert checksum("a b c") != checksum("a b d")


@dataclass(frozen=True)
class Case:
    """A file, and the papers that are written into it."""

    pieces: list[Piece]
    papers: list[Exported]
    prune: bool


IDS = st.sampled_from([f"2512.9900{number}" for number in range(1, 7)])
NAMES = st.sampled_from(["", "kim2025quiet", "KIM2025quieta", "other"])
PIECES = st.one_of(
    st.builds(ours, IDS, NAMES, is_edited=st.booleans()),
    st.builds(lambda ids, name: theirs(*ids, name=name), st.lists(IDS, max_size=2), NAMES),
)
CASES = st.builds(
    Case,
    st.lists(PIECES, max_size=8),
    st.lists(IDS, max_size=6, unique=True).map(lambda ids: papers(*ids)),
    st.booleans(),
)


@given(CASES)
def test_every_paper_is_there_once_or_left_out_and_no_key_is_given_twice(case: Case) -> None:
    plan = planned(case.pieces, case.papers, prune=case.prune)
    there = {paper.key for paper in plan.replaced.values()}
    added = [paper.key for paper in plan.added]
    refused = [paper.key for paper, _ in plan.refused]
    assert sorted([*there, *added, *refused]) == sorted(paper.key for paper in case.papers)
    stays = [piece.name.casefold() for index, piece in enumerate(case.pieces) if index not in plan.removed]
    assert not {paper.cite_key.casefold() for paper in plan.added} & set(stays)
    assert len({paper.cite_key.casefold() for paper in plan.added}) == len(plan.added)
    for index, piece in enumerate(case.pieces):
        if piece.mark is None or piece.is_edited or not case.prune:
            assert index not in plan.removed
        if index in plan.replaced:
            assert piece.mark
