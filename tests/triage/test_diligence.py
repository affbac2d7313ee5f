"""Minutes and streaks, from plain numbers."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from digest_tui.triage.diligence import local_date, minutes_spent, streak
from support.promises import promises

NIGHT = datetime(2025, 3, 12, tzinfo=UTC)


def at(*clock: str, day: datetime = NIGHT) -> list[int]:
    """Times of a day in ms, given as `hours:minutes:seconds`."""
    parts = (map(int, each.split(":")) for each in clock)
    return [int((day + timedelta(hours=h, minutes=m, seconds=s)).timestamp() * 1000) for h, m, s in parts]


def in_utc(stamp: int) -> date:
    """The date of a time in Greenwich."""
    return datetime.fromtimestamp(stamp / 1000, UTC).date()


@pytest.mark.parametrize(
    ("clock", "minutes"),
    [
        ((), 0),
        (("07:00:00",), 0),
        (("07:00:00", "07:00:59"), 0),
        (("07:00:00", "07:01:00"), 1),
        (("07:00:00", "07:00:40", "07:01:20", "07:02:00"), 2),
        # A pause begins with five minutes.
        (("07:00:00", "07:04:59"), 4),
        (("07:00:00", "07:05:00"), 0),
        (("07:00:00", "07:04:00", "09:00:00", "09:03:00"), 7),
        # In any order, and several at once.
        (("07:03:00", "07:00:00", "07:00:00", "07:03:00"), 3),
    ],
)
@promises("docs/keys.md", "(gaps under five minutes between decisions)")
def test_gaps_under_five_minutes_are_added_up(clock: tuple[str, ...], minutes: int) -> None:
    assert minutes_spent(at(*clock), in_utc) == minutes


def test_only_the_date_of_the_newest_event_counts_and_no_gap_over_midnight() -> None:
    evening = at("23:50:00", "23:53:00", "23:58:00", day=NIGHT - timedelta(days=1))
    assert minutes_spent(evening, in_utc) == 3
    assert minutes_spent(evening + at("00:01:00"), in_utc) == 0
    assert minutes_spent(evening + at("00:01:00", "00:03:00"), in_utc) == 2


def test_midnight_is_that_of_the_clocks_on_the_wall() -> None:
    seoul = timezone(timedelta(hours=9))
    # 15:00 UTC is midnight there.
    stamps = at("14:57:00", "14:59:00", "15:02:00", "15:04:00")
    assert minutes_spent(stamps, in_utc) == 7
    assert minutes_spent(stamps, lambda stamp: datetime.fromtimestamp(stamp / 1000, seoul).date()) == 2


def test_a_local_date_is_that_of_this_place() -> None:
    noon = datetime(2025, 3, 12, 12)
    assert local_date(int(noon.timestamp() * 1000)) == date(2025, 3, 12)
    assert local_date(int(datetime(2025, 3, 12, 23, 59, 59, 999_000).timestamp() * 1000)) == date(2025, 3, 12)
    assert local_date(int(datetime(2025, 3, 13).timestamp() * 1000)) == date(2025, 3, 13)


@pytest.mark.parametrize(
    ("counts", "days"), [([], 0), ([0], 1), ([3], 0), ([0, 0, 2, 0], 2), ([1, 0, 0], 0), ([0, 0, 0], 3)]
)
def test_a_streak_ends_at_the_first_date_with_a_new_paper(counts: list[int], days: int) -> None:
    assert streak(counts) == days


def test_no_date_is_counted_behind_the_end_of_a_streak() -> None:
    asked: list[int] = []

    def counts() -> Iterator[int]:
        for count in (0, 1, 0, 0):
            asked.append(count)
            yield count

    assert (streak(counts()), asked) == (1, [0, 1])
