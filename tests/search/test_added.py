"""Conditions are put before a query that a person typed, whatever it is."""

import pytest

from digest_tui.search.added import with_conditions


@pytest.mark.parametrize(
    ("typed", "conditions", "query"),
    [
        ("", [], ""),
        ("", ["is:new"], "is:new"),
        (" kite ", ["is:unread", "date:today"], "is:unread date:today kite"),
        ('"kite', ["is:unread"], 'is:unread "kite'),
        ("a OR b", ["is:unread"], "is:unread (a OR b)"),
        (" a OR b ", ["is:unread"], "is:unread (a OR b)"),
        ("(a OR b) c", ["is:unread"], "is:unread ((a OR b) c)"),
        ("a OR b sort:votes", ["is:unread"], "is:unread (a OR b) sort:votes"),
        ("sort:votes a OR b", ["is:unread"], "is:unread (a OR b) sort:votes"),
        ("a OR title:b", ["is:unread"], "is:unread (a OR title:b)"),
        ("a sort:votes", ["is:unread"], "is:unread a sort:votes"),
        ('a "OR" b', ["is:unread"], 'is:unread a "OR" b'),
    ],
)
def test_alternatives_get_brackets_and_an_order_none(typed: str, conditions: list[str], query: str) -> None:
    assert with_conditions(typed, *conditions) == query
