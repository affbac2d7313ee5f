"""Texts for days, counts and empty panes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from digest_tui.counts import counted
from digest_tui.model import Day, DigestSummary
from digest_tui.model.periods import Period, worded, worded_or_undated
from digest_tui.model.same_papers import paper_count
from digest_tui.session.date_cursor import EmptyDateRow, FileRow, OtherFilesRow, OtherRow
from digest_tui.text import one_line

if TYPE_CHECKING:
    from digest_tui.search.plan import Expansion

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_AROUND_DATES = " -–—·|:,()[]"
"""What parts a date from the rest of a title."""
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day_in_month(day: date, period: Period = "day") -> str:
    """Return `10 Wed`, `W17`, `Apr`: a day for the heading of its month."""
    return f"{day:%d} {_WEEKDAYS[day.weekday()]}" if period == "day" else worded(day, period).split(" ")[0]


def day_label(day: Day) -> str:
    """Return `12-10 Wed`, `W17 2026`, `Apr 2026`: short enough for the date list."""
    if day.date is None or day.period != "day":
        return worded_or_undated(day.date, day.period)
    return f"{day.date:%m-%d} {_WEEKDAYS[day.date.weekday()]}"


def day_label_in(day: Day, today: date) -> str:
    """Return `12-10 Wed`, with its year where that is not this one."""
    is_this_year = day.date is None or day.date.year == today.year
    return day_label(day) if is_this_year else day_title(day)


def day_beside(day: Day, shown: Day | None) -> str:
    """Return `12-10`, with its year beside a day of another one; `W17 2026`, `Apr 2026`."""
    if day.date is None or day.period != "day":
        return worded_or_undated(day.date, day.period)
    is_same_year = shown is not None and shown.date is not None and shown.date.year == day.date.year
    return f"{day.date:%m-%d}" if is_same_year else day.date.isoformat()


def day_title(day: Day) -> str:
    """Return `2025-12-10 Wed`, `W17 2026`, `Apr 2026`: for a heading."""
    shown = worded_or_undated(day.date, day.period)
    return f"{shown} {_WEEKDAYS[day.date.weekday()]}" if day.date and day.period == "day" else shown


def day_heading(day: Day) -> str:
    """Return `Fri 19 Dec 2025`, `W17 2026`, `Apr 2026`: above the papers of a day."""
    return date_heading(day.date) if day.date and day.period == "day" else worded_or_undated(day.date, day.period)


def date_heading(day: date) -> str:
    """Return `Fri 19 Dec 2025`."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def day_of_hit(day: date | None, period: Period, today: date) -> str:
    """Return `19 Dec`, with the year where that is not this one; `W17 2026`, `Apr 2026`, `undated`."""
    if day is None or period != "day":
        return worded_or_undated(day, period)
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def without_date(title: str, day: date | None) -> str:
    """Return the title of a digest without its own date at an end, which is said beside it; it may be all there is."""
    if f"{day}" not in title:
        return title
    before, _, after = (part.strip(_AROUND_DATES) for part in title.partition(f"{day}"))
    return title if before and after else before or after or title


def dated_title(day: date | None, period: Period, title: str, today: date) -> str:
    """Return `12-10 Title`, with the year where that is not this one: for a paper that is not shown."""
    is_this_year = day is not None and period == "day" and day.year == today.year
    return f"{f'{day:%m-%d}' if is_this_year else worded_or_undated(day, period)} {one_line(title)}"


def other_row_title(cursor_row: OtherRow) -> str:
    """Return the heading for a row of the date list that is no day."""
    match cursor_row:
        case OtherFilesRow(summaries):
            return f"other files · {len(summaries)}"
        case FileRow(summary):
            return summary.path.rpartition("/")[2]
        case EmptyDateRow(day):
            return date_heading(day)


def no_papers(cursor_row: OtherRow) -> str:
    """Return the text of an empty list for a row that is no day."""
    match cursor_row:
        case OtherFilesRow():
            return "No papers found in these files. Enter lists them."
        case FileRow():
            return "No papers found in this file; the reader shows all of it."
        case EmptyDateRow():
            return "No digest has this date."


def nearest(day: date, days: Sequence[Day]) -> str:
    """Return `Nearest papers before: 2025-12-09 Tue, 4 papers; after: none.` around a date without any."""
    dated: dict[date | None, Day] = {other.date: other for other in days if other.date is not None}
    before = dated.get(max((one for one in dated if one and one < day), default=None))
    after = dated.get(min((one for one in dated if one and one > day), default=None))
    if not dated:
        return "No day has papers."
    return f"Nearest papers before: {_with_papers(before)}; after: {_with_papers(after)}."


def _with_papers(day: Day | None) -> str:
    return "none" if day is None else f"{day_title(day)}, {counted(day.paper_count(), 'paper')}"


def arrived(summaries: Sequence[DigestSummary], days: Sequence[Day]) -> str:
    """Return `Arrived: Daily Papers 2025-12-10, 14 papers`, or `Arrived: 2025-12-10 Wed, 14 papers` in a grown file."""
    if len(summaries) + len(days) > 1:
        return f"{counted(len(summaries) + len(days), 'digest')} arrived"
    if days:
        return f"Arrived: {day_title(days[0])}, {counted(days[0].paper_count(), 'paper')}"
    title, papers = one_line(summaries[0].title, 60), paper_count(summaries[:1])
    return f"Arrived: {title}, {counted(papers, 'paper') if papers else 'no papers'}"


def many_old(count: int, *, has_votes: bool = False) -> tuple[str, str]:
    """Return the offer of a first start, and the same whole at 60 columns."""
    short = f"{count:,} older than 2 weeks · A choose · Esc keep"
    long = f"{count:,} older than 2 weeks · A mark read, or keep the 10 most voted · Esc keep"
    return long if has_votes else short, short


def many_new(count: int, *, has_votes: bool) -> tuple[str, str]:
    """Return the offer after days away, and the same whole at 60 columns."""
    papers = counted(count, "new paper")
    short = f"{papers} · A {'keep the 10 most voted' if has_votes else 'choose'} · Esc keep all"
    long = f"{papers} · A keep the 10 most voted, skip the rest · Esc keep all"
    return long if has_votes else short, short


def problems(messages: Sequence[str]) -> str:
    """Return the first problem, and the number of the others."""
    more = f" And {len(messages) - 1} more: digest-tui check lists them." if len(messages) > 1 else ""
    return f"{one_line(messages[0])}{more}"


def done_count(done: int, total: int) -> str:
    """Return `4 of 13 done`: for a heading."""
    return f"{done:,} of {total:,} done"


UNSAVED = "nothing is saved"


def expansions(found: Sequence[Expansion]) -> str:
    """Return `RL = 강화 학습, reinforcement learning · ctrl+t only what you typed`; empty where nothing was added."""
    names = "; ".join(f"{one.typed} = {', '.join(one.names)}" for one in found)
    return one_line(f"{names} · ctrl+t only what you typed", 200) if names else ""
