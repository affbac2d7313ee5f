"""Papers that are gone are found by what was decided about them, and by nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model import ArxivId, PaperState, Status
from digest_tui.model.entries import Entries
from digest_tui.model.known import GoneDay, Known, entry_of
from digest_tui.model.summary import Keys
from digest_tui.search.admitting import admitted
from digest_tui.search.parser import parse
from digest_tui.search.query import AllOf, AnyOf, Is, Node, Not, State, Words
from support.blog import TODAY
from support.library import Sample, Shelf, entries_on

STATES = {
    "arxiv:2503.00001": PaperState(Status.READ, starred=True, tags=("todo",)),
    "arxiv:2503.00002": PaperState(Status.LATER),
    "arxiv:2503.00003": PaperState(note="언젠가"),
    "arxiv:2503.00004": PaperState(),
    "arxiv:2503.99001": PaperState(starred=True),
}


def known(number: int, title: str, day: str) -> Known:
    arxiv = f"2503.{number:05}"
    keys = (f"arxiv:{arxiv}", f"title:{number}")
    links = ("https://example.org/",)
    day_ = date.fromisoformat(day)
    return Known(keys[0], keys, title, None, ArxivId(arxiv), None, None, None, links, day_, "old", "/old", "a.md")


@pytest.fixture
def shelf() -> Shelf:
    """A living paper with a star and one without a decision, and four that are gone."""
    kite = Sample("Kites and diffusion", votes=5, id="2503.99001")
    made = Shelf(*entries_on("2025-03-10", kite, "Boats and diffusion"))
    made.states = dict(STATES)
    newer = GoneDay(date(2025, 3, 11), [entry_of(known(1, "확산 kite", "2025-03-11"), 1)])
    papers = (
        known(2, "Gone boats", "2025-03-10"),
        known(3, "Gone diffusion", "2025-03-10"),
        known(4, "New", "2025-03-10"),
    )
    older = GoneDay(date(2025, 3, 10), [entry_of(paper, number) for number, paper in enumerate(papers, 1)])
    [day] = made.catalog.entries(TODAY).days
    made.searcher.set_entries(Entries([newer, day, older]))
    made.searcher.prepare()
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("is:gone", ["확산 kite", "Gone boats", "Gone diffusion"]),
        ("is:starred", ["확산 kite", "Kites and diffusion"]),
        ("is:later", ["Gone boats"]),
        ("is:starred kite", ["확산 kite", "Kites and diffusion"]),
        ("is:starred 확산", ["확산 kite"]),
        ("is:starred title:kite", ["확산 kite", "Kites and diffusion"]),
        ("is:gone diffusion", ["Gone diffusion"]),
        ("is:gone -diffusion", ["확산 kite", "Gone boats"]),
        ("is:gone tag:todo", ["확산 kite"]),
        ("is:gone has:note", ["Gone diffusion"]),
        ("is:gone is:read", ["확산 kite"]),
        ("is:gone source:old", ["확산 kite", "Gone boats", "Gone diffusion"]),
        ("is:gone id:2503.00002", ["Gone boats"]),
        ("is:gone since:2025-03-11", ["확산 kite"]),
        ("is:gone votes>1", []),
        ("is:gone sort:oldest", ["Gone boats", "Gone diffusion", "확산 kite"]),
        ("is:gone sort:title", ["Gone boats", "Gone diffusion", "확산 kite"]),
        ("boats OR is:starred", ["Boats and diffusion", "확산 kite", "Kites and diffusion"]),
        ("(boats OR is:gone) diffusion", ["Boats and diffusion", "Gone diffusion"]),
        ("(boats OR is:starred) gone", []),
        ("(gone OR is:later) boats", ["Gone boats"]),
        ("-(-is:later)", ["Gone boats"]),
        ("-(-is:gone OR boats)", ["확산 kite", "Gone diffusion"]),
        # Everything else passes over them.
        ("diffusion", ["Kites and diffusion", "Boats and diffusion"]),
        ("확산", []),
        ("", ["Kites and diffusion", "Boats and diffusion"]),
        ("sort:votes", ["Kites and diffusion", "Boats and diffusion"]),
        ("-is:gone", ["Kites and diffusion", "Boats and diffusion"]),
        ("-is:starred", ["Boats and diffusion"]),
        ("-is:later", ["Kites and diffusion", "Boats and diffusion"]),
        ("is:read", []),
        ("is:new", ["Boats and diffusion"]),
        ("is:unread", ["Kites and diffusion", "Boats and diffusion"]),
        ("tag:todo", []),
        ("note:언젠가", []),
        ("has:note", []),
        ("id:2503.00001", []),
        ("2503.00001", []),
        ("source:old", []),
        ("/kite/", ["Kites and diffusion"]),
        ("date:2025-03-11", []),
    ],
)
def test_what_a_query_finds(query: str, found: list[str], shelf: Shelf) -> None:
    assert sorted(shelf.titles(query)) == sorted(found)
    if "sort" in query or query == "is:gone":
        assert shelf.titles(query) == found


def test_they_are_found_while_it_is_being_typed(shelf: Shelf) -> None:
    for query in ("dif", "diff", "diff is:gone", "diffu is:gone"):
        hits = shelf.hits(query)
    assert len(hits) == 1
    assert shelf.titles("diffu") == ["Kites and diffusion", "Boats and diffusion"]


def test_they_count_among_what_was_searched(shelf: Shelf) -> None:
    assert shelf.hits("kite").complete
    assert shelf.hits("is:gone").complete


def test_a_title_is_as_good_a_find_as_elsewhere(shelf: Shelf) -> None:
    hits = shelf.hits("is:starred kites")
    assert [hits.rank(index).name for index in range(len(hits))] == ["TITLE"]


def test_an_answer_before_all_texts_are_made_says_so(shelf: Shelf) -> None:
    shelf.searcher.set_entries(shelf.catalog.entries(TODAY))
    shelf.searcher.set_entries(Entries([GoneDay(date(2025, 3, 11), [entry_of(known(1, "Kite", "2025-03-11"), 1)])]))
    assert not shelf.hits("is:starred kite").complete
    shelf.searcher.prepare()
    assert shelf.hits("is:starred kite").complete


leaves = st.builds(Words, st.sampled_from(["kite", "diffusion", "boats"])) | st.builds(State, st.sampled_from(Is))
nodes: st.SearchStrategy[Node] = st.recursive(
    leaves,
    lambda inner: (
        st.builds(Not, inner)
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: AllOf(tuple(parts)))
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: AnyOf(tuple(parts)))
    ),
    max_leaves=6,
)
ADMITTING = (Is.GONE, Is.STARRED, Is.LATER)


def holds(node: Node, title: str, state: PaperState) -> bool:
    """Whether a condition holds of a paper that is gone, word for word."""
    match node:
        case Words(text):
            return text in title
        case State(Is.GONE):
            return state.is_marked
        case State(Is.STARRED):
            return state.starred
        case State(Is.NEW):
            return state.is_new
        case State(value):
            return state.status.value == value.value
        case Not(inner):
            return not holds(inner, title, state)
        case AllOf(parts):
            return all(holds(part, title, state) for part in parts)
        case AnyOf(parts):
            return any(holds(part, title, state) for part in parts)
        case _:
            raise AssertionError(node)


def reasons(node: Node, title: str, state: PaperState) -> bool:
    """Whether one of the three decisions is why a condition holds."""
    match node:
        case State(value):
            return value in ADMITTING and holds(node, title, state)
        case AllOf(parts):
            return holds(node, title, state) and any(reasons(part, title, state) for part in parts)
        case AnyOf(parts):
            return any(reasons(part, title, state) for part in parts)
        case Not(Not(inner)):
            return reasons(inner, title, state)
        case Not(AllOf(parts)):
            return reasons(AnyOf(tuple(map(Not, parts))), title, state)
        case Not(AnyOf(parts)):
            return reasons(AllOf(tuple(map(Not, parts))), title, state)
        case _:
            return False


papers = st.tuples(
    st.sampled_from(["kite", "kite diffusion", "boats", ""]),
    st.builds(PaperState, st.sampled_from(Status), st.booleans(), st.just(0), st.sampled_from([(), ("todo",)])),
)


@given(nodes, papers)
def test_the_query_that_is_asked_of_them_holds_where_a_decision_is_the_reason(
    node: Node, paper: tuple[str, PaperState]
) -> None:
    asked = admitted(node)
    assert (asked is not None and holds(asked, *paper)) == reasons(node, *paper)


def test_a_query_that_admits_none_is_not_asked(shelf: Shelf) -> None:
    asked: list[Keys] = []

    def state(keys: Keys) -> PaperState:
        asked.append(keys)
        return shelf.state(keys)

    shelf.searcher.search(parse("kite is:read", today=TODAY), state)
    assert asked
    assert not {keys[0] for keys in asked} & {f"arxiv:2503.{number:05}" for number in range(1, 5)}
