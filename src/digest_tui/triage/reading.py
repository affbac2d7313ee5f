"""The rule by which scrolling marks a paper as read."""

from digest_tui.config import AutoRead
from digest_tui.model import PaperState, Status


def read_by_scrolling(state: PaperState, *, end_visible: bool, auto_read: AutoRead) -> bool:
    """Return True when a scrolling key that is pressed with the reader focused marks the paper as read.

    `end_visible` as it was before the key. A paper that was put off or skipped stays so.
    """
    return auto_read == "end" and end_visible and state.status is Status.UNREAD
