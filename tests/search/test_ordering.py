"""Orders other than best first; who lacks what is sorted by comes last."""

from datetime import date

import pytest

from digest_tui.model import PaperState, Status
from digest_tui.search.corpus import Corpus
from digest_tui.search.ordering import in_order
from digest_tui.search.query import Sort
from digest_tui.search.texts import PaperText

TITLES = ("kites", "boats", "aprons", "boats")
VOTES = (0, None, 5, 5)
DAYS = (date(2025, 3, 2), date(2025, 3, 1), None, date(2025, 3, 1))
STATES = (Status.READ, Status.UNREAD, Status.LATER, Status.UNREAD)


def corpus() -> Corpus:
    # Behind the title stands what would sort the other way.
    texts = [
        PaperText(f"{title}\x1f\x1f{9 - number}", len(title), len(title) + 2, (), votes)
        for number, (title, votes) in enumerate(zip(TITLES, VOTES, strict=True))
    ]
    states = {str(number): PaperState(status) for number, status in enumerate(STATES)}
    return Corpus(
        keys=[(key,) for key in states],
        days=DAYS,
        texts=texts,
        entry=lambda number: pytest.fail("no digest is read for this"),
        state=lambda keys: states[keys[0]],
    )


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.VOTES, [2, 3, 0, 1]),
        (Sort.TITLE, [2, 1, 3, 0]),
        (Sort.NEW, [1, 3, 0, 2]),
        (Sort.OLDEST, [1, 3, 0, 2]),
        (Sort.NEWEST, [0, 1, 2, 3]),
    ],
)
def test_orders(sort: Sort, order: list[int]) -> None:
    assert in_order(range(4), sort, corpus()) == order
