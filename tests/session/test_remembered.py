"""What was remembered is the reader's own file, which something else may have written to."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.session.query_history import History
from digest_tui.session.saved_place import SavedPlace

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["view", "day", "keys", "scroll"]), inner)
    ),
)
ODD = ["[" * 100_000, '{"view": 1}', '{"view": "all", "day": "", "keys": [], "scroll": 1e999}', "NaN", '"', "null"]


@pytest.mark.parametrize("text", ODD)
def test_a_spot_that_is_none_is_not_gone_to(text: str) -> None:
    assert SavedPlace.loads(text) is None
    assert History(text).dumps() == "[]"


@given(JSON)
def test_whatever_is_remembered_a_start_goes_on(value: object) -> None:
    text = json.dumps(value)
    saved_place = SavedPlace.loads(text)
    assert saved_place is None or SavedPlace.loads(saved_place.dumps()) == saved_place
    history = History(text).dumps()
    assert History(history).dumps() == history
