"""When scrolling marks a paper as read."""

import pytest

from digest_tui.config import AutoRead
from digest_tui.model import PaperState, Status
from digest_tui.triage.reading import read_by_scrolling


@pytest.mark.parametrize(
    ("status", "end_visible", "auto_read", "reads"),
    [
        (Status.UNREAD, True, "end", True),
        (Status.UNREAD, False, "end", False),
        (Status.UNREAD, True, "never", False),
        (Status.READ, True, "end", False),
        (Status.LATER, True, "end", False),
        (Status.SKIPPED, True, "end", False),
    ],
)
@pytest.mark.parametrize("starred", [False, True])
def test_only_an_unread_paper_whose_end_was_on_screen_becomes_read(
    status: Status, end_visible: bool, auto_read: AutoRead, reads: bool, starred: bool
) -> None:
    state = PaperState(status, starred)
    assert read_by_scrolling(state, end_visible=end_visible, auto_read=auto_read) is reads
