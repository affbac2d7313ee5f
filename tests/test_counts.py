"""Numbers before a noun."""

import pytest

from digest_tui.counts import counted


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 papers"), (1, "1 paper"), (2, "2 papers"), (1204, "1,204 papers")]
)
def test_a_noun_has_the_form_of_its_number(number: int, words: str) -> None:
    assert counted(number, "paper") == words


def test_a_form_of_its_own_is_taken_for_many() -> None:
    assert [counted(number, "query", "queries") for number in (1, 3)] == ["1 query", "3 queries"]
