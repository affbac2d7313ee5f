"""What a command is, and the pane, the kind and the keys that it names."""

from enum import StrEnum
from typing import NamedTuple


class Pane(StrEnum):
    """The panes that can have the focus; also the ids of their widgets."""

    DATES = "dates"
    PAPERS = "papers"
    READER = "reader"


class Kind(StrEnum):
    """The classes that carry out commands, the likeliest to be needed first: so they are loaded while nobody types."""

    MOVING = "digest_tui.ui.actions.moving:Moving"
    READING = "digest_tui.ui.actions.reading:Reading"
    DECIDING = "digest_tui.ui.actions.deciding:Deciding"
    LINKING = "digest_tui.ui.actions.linking:Linking"
    CHOOSING = "digest_tui.ui.actions.choosing:Choosing"
    SEARCHING = "digest_tui.ui.actions.searching:Searching"
    FINDING = "digest_tui.ui.actions.finding:Finding"
    SHEET = "digest_tui.ui.actions.sheet:DaySheet"
    ANNOTATING = "digest_tui.ui.actions.annotating:Annotating"
    VIEWING = "digest_tui.ui.actions.viewing:Viewing"
    CARDS = "digest_tui.ui.actions.cards:Cards"
    LOOKING = "digest_tui.ui.actions.looking:Looking"
    FACETS = "digest_tui.ui.actions.facets:Facets"
    EXPORTING = "digest_tui.ui.actions.exporting:Exporting"
    EDITING = "digest_tui.ui.actions.editing:Editing"
    PICTURING = "digest_tui.ui.actions.picturing:Picturing"
    PROGRAM = "digest_tui.ui.actions.program:Program"


class Command(NamedTuple):
    """Something a person can do with a key."""

    id: str
    """Its name for the keymap, and in the actions of its kind."""
    keys: tuple[str, ...]
    """Characters or Textual key names; a sequence is written with a space (`y a`)."""
    title: str
    help: str
    """A sentence for the list of commands, with the words a person would look for."""
    group: str
    kind: str
    """The class that carries it out, as `module:name`; loaded at its first key."""
    hint: str = ""
    """Its word in the footer, which shows the commands of a pane, and those that can follow a key."""
    hint_keys: tuple[str, ...] = ()
    """The keys the footer names, where they are not just the first one."""
    panes: frozenset[Pane] = frozenset()
    """The panes whose footer shows it."""
    needs_paper: bool = False
    """True when it makes sense only while a paper is shown."""
    takes_selection: bool = False
    """True when it acts on the selected papers while there are any."""
    of: tuple[str, ...] = ()
    """The commands of which it is one direction: their keys do this or its opposite, it is listed in their place."""


KEY_LABELS = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "tab": "Tab", "shift+tab": "Shift+Tab", "enter": "Enter",
    "escape": "Esc", "space": "Space", "home": "Home", "end": "End", "pagedown": "PgDn", "pageup": "PgUp", "f1": "F1",
}  # fmt: skip
"""Names of keys as people know them, where Textual has others."""


def key_label(key: str) -> str:
    """A key or sequence as help, footer and README write it."""
    return " ".join(KEY_LABELS.get(part, part) for part in key.split(" "))
