"""One row of the date list."""

from dataclasses import dataclass
from datetime import date

from digest_tui.model.digest import Digest
from digest_tui.model.place import Place


@dataclass(frozen=True, slots=True)
class Day:
    """A date, or everything that has none."""

    date: date | None
    digests: tuple[Digest, ...]
    """Those that stand here with a paper, and texts; in path order."""
    places: tuple[Place, ...]
    """Every paper that is listed under this day, in digest order."""
    has_problems: bool = False
    """Whether `check` has something to say about one of its digests; one of many days says so on its newest."""
    future: bool = False
    """Whether the date is later than tomorrow: listed at the foot, never opened by itself."""

    @property
    def id(self) -> str:
        """A name that survives a rescan: the ISO date or `undated`."""
        return day_id(self.date)


def day_id(day: date | None) -> str:
    """The id of the day with this date."""
    return day.isoformat() if day else "undated"
