"""The orders of a list."""

import pytest

from digest_tui.model import Paper, PaperState, Status
from digest_tui.triage.order import Order, ordered

ROWS = [
    ("b 나", 3, Status.READ),
    ("A 가", None, Status.UNREAD),
    ("c 다", 12, Status.SKIPPED),
    ("d 라", 3, Status.UNREAD),
]


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        (Order.DIGEST, ["b 나", "A 가", "c 다", "d 라"]),
        (Order.VOTES, ["c 다", "b 나", "d 라", "A 가"]),
        (Order.TITLE, ["A 가", "b 나", "c 다", "d 라"]),
        (Order.NEW, ["A 가", "d 라", "b 나", "c 다"]),
    ],
)
def test_rows_are_sorted_and_equal_ones_stay_in_digest_order(order: Order, titles: list[str]) -> None:
    found = ordered(
        ROWS,
        order,
        paper=lambda row: Paper(row[0], 0, 1, 1, votes=row[1]),
        state=lambda row: PaperState(row[2]),
    )
    assert [row[0] for row in found] == titles


def test_the_sort_key_goes_through_all_orders_and_back() -> None:
    seen = [Order.DIGEST]
    while (following := seen[-1].following) is not Order.DIGEST:
        seen.append(following)
    assert seen == list(Order)


def test_what_the_status_line_calls_them() -> None:
    assert [order.value for order in Order] == ["digest order", "most votes first", "by title", "new first"]
