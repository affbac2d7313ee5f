from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model.typed_dates import parse_date
from support.promises import promises

WEDNESDAY = date(2025, 12, 10)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2025-12-09", date(2025, 12, 9)),
        (" 2024-02-29 ", date(2024, 2, 29)),
        ("today", WEDNESDAY),
        ("Today", WEDNESDAY),
        ("yesterday", date(2025, 12, 9)),
        ("-0", WEDNESDAY),
        ("-1", date(2025, 12, 9)),
        ("-10", date(2025, 11, 30)),
        ("wed", WEDNESDAY),
        ("tue", date(2025, 12, 9)),
        ("MON", date(2025, 12, 8)),
        ("thu", date(2025, 12, 4)),
        ("sun", date(2025, 12, 7)),
    ],
)
@promises("--help", "open a day: 2025-12-10, today, yesterday, -1 or mon")
def test_a_date_is_meant_as_people_type_it(text: str, meant: date) -> None:
    assert parse_date(text, WEDNESDAY) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "1", "+1", "--1", "-1.5", "-١", "-99999999999"),
        *("2025-13-01", "2025-02-30", "0000-01-01", "20251210", "2025-W50-3", "2025-12", "２０２５-12-10"),
        *("tomorrow", "monday", "2511.99001", "hep-th/9901001"),
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    assert parse_date(text, WEDNESDAY) is None


def test_before_the_first_year_there_is_no_date() -> None:
    assert parse_date("-99999", date(100, 1, 1)) is None


@given(st.dates())
def test_every_iso_date_is_itself(day: date) -> None:
    assert parse_date(day.isoformat(), WEDNESDAY) == day


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert isinstance(parse_date(text, WEDNESDAY), date | None)
