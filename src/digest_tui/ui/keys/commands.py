"""The one table of commands: keys, palette, footer, help and README come from it.

CONTRIBUTING.md says how one is added.
"""

from collections.abc import Iterable
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
    ANNOTATING = "digest_tui.ui.actions.annotating:Annotating"
    VIEWING = "digest_tui.ui.actions.viewing:Viewing"
    LOOKING = "digest_tui.ui.actions.looking:Looking"
    PROGRAM = "digest_tui.ui.actions.program:Program"


class Command(NamedTuple):
    """Something a person can do with a key."""

    id: str
    """Its name for the keymap, and in the actions of its kind."""
    keys: tuple[str, ...]
    """Characters or Textual key names; a sequence is written with a space (`y a`)."""
    title: str
    help: str
    """A sentence for help and palette, with the words a person would look for."""
    group: str
    kind: str
    """The class that carries it out, as `module:name`; loaded at its first key."""
    hint: str = ""
    """Its word in the footer; empty where the footer does not show it."""
    hint_keys: str = ""
    """The keys the footer names, where they are not just the first one."""
    panes: frozenset[Pane] = frozenset()
    """The panes whose footer shows it."""
    needs_paper: bool = False
    """True when it makes sense only while a paper is shown."""


_ALL = frozenset(Pane)
_LISTS = frozenset({Pane.DATES, Pane.PAPERS})
_DATES = frozenset({Pane.DATES})
_PAPERS = frozenset({Pane.PAPERS})
_PAPER = frozenset({Pane.PAPERS, Pane.READER})
_READER = frozenset({Pane.READER})

MOVE, VIEW, READ, DECIDE = "Moving", "Views", "Reading", "Deciding"
LINKS, COPY, LOOK, PROGRAM = "Links", "Copying", "Looks", "Program"

# A table is read by rows.
# fmt: off
COMMANDS: tuple[Command, ...] = (
    Command("down", ("j", "down"), "Down", "Next row; in the reader one line down.",
            MOVE, Kind.MOVING, hint="move", panes=_LISTS, hint_keys="j k"),
    Command("up", ("k", "up"), "Up", "Previous row; in the reader one line up.", MOVE, Kind.MOVING),
    Command("pane-left", ("h", "left"), "Pane left", "Focus the pane to the left.", MOVE, Kind.MOVING),
    Command("pane-right", ("l", "right"), "Pane right", "Focus the pane to the right.", MOVE, Kind.MOVING),
    Command("next-pane", ("tab",), "Next pane", "Focus the next pane, around to the first.", MOVE, Kind.MOVING),
    Command("previous-pane", ("shift+tab",), "Previous pane", "Focus the pane before, around to the last.",
            MOVE, Kind.MOVING),
    Command("enter", ("enter",), "Go in", "From a date to its papers, from a paper to the reader.", MOVE, Kind.MOVING,
            hint="read", panes=_LISTS),
    Command("back", ("escape",), "Back",
            "Take back one thing: a line, a pending key, marks, a search, preface, zoom, then the focus.",
            MOVE, Kind.MOVING),
    Command("next", ("n",), "Next undecided",
            "Go to the next undecided paper, then to older dates; to the next find while some are marked.",
            MOVE, Kind.MOVING, hint="next", panes=_DATES | _READER),
    Command("previous", ("N", "p"), "Previous undecided", "Go to the paper without a decision before this one.",
            MOVE, Kind.MOVING),
    Command("older", ("[",), "Older day", "One day back in time.", MOVE, Kind.MOVING),
    Command("newer", ("]",), "Newer day", "One day forward in time.", MOVE, Kind.MOVING),
    Command("older-undecided", ("{",), "Older day with papers left", "Back to a day that has undecided papers.",
            MOVE, Kind.MOVING),
    Command("newer-undecided", ("}",), "Newer day with papers left", "Forward to a day that has undecided papers.",
            MOVE, Kind.MOVING),
    Command("view-unread", ("g u",), "Unread", "List what is undecided, day by day (the view to start with).",
            VIEW, Kind.VIEWING),
    Command("view-all", ("g a",), "All papers", "List all papers, day by day, decided ones too.", VIEW, Kind.VIEWING),
    Command("view-starred", ("g s",), "Starred", "List the starred papers of all dates.", VIEW, Kind.VIEWING),
    Command("view-later", ("g l",), "Later", "List the papers of all dates that were put off for later.",
            VIEW, Kind.VIEWING),
    Command("view-today", ("g t",), "Today", "List all papers of today's digest; none yet: of the newest.",
            VIEW, Kind.VIEWING),
    Command("view-date", ("g d",), "Date of this paper",
            "List the day of the paper; again: the other days on which it stands.",
            VIEW, Kind.VIEWING, needs_paper=True),
    Command("search", ("/",), "Search", "Search all papers as you type: words, fields, dates (find, filter).",
            VIEW, Kind.SEARCHING, hint="search", panes=_DATES),
    Command("aliases", ("ctrl+t",), "Other names in a search",
            "Whether a search also finds what the digests call the same: RL, 강화 학습.", VIEW, Kind.SEARCHING),
    Command("sort", ("S",), "Sort", "Sort: digest order, votes, title, unread first.", VIEW, Kind.VIEWING),
    Command("first", ("g g", "home"), "First", "The first row; in the reader the top.", MOVE, Kind.MOVING),
    Command("last", ("G", "end"), "Last", "The last row; in the reader the end.", MOVE, Kind.MOVING),
    Command("page-on", ("space",), "Page down, read on",
            "Page down in the reader; at the end mark the paper read and go to the next undecided one.",
            READ, Kind.READING, hint="page", panes=_READER),
    Command("page-back", ("b",), "Page up", "Page up in the reader, from any pane.", READ, Kind.READING),
    Command("reader-down", ("J", "pagedown", "ctrl+d"), "Scroll down", "Scroll the reader down, from any pane.",
            READ, Kind.READING),
    Command("reader-up", ("K", "pageup", "ctrl+u"), "Scroll up", "Scroll the reader up, from any pane.",
            READ, Kind.READING),
    Command("find", ("ctrl+f",), "Find in this paper", "Mark words in this paper; n and N walk them.",
            READ, Kind.FINDING),
    Command("preface", ("i",), "Preface and afterword", "What the digest says before and after its papers.",
            READ, Kind.READING, hint="preface", panes=_DATES),
    Command("pager", ("|",), "Whole file in the pager",
            "Show the whole file of the digest in $PAGER, also what is too much for the reader (less, pipe).",
            READ, Kind.READING),
    Command("read", ("r", "m"), "Read / mark unread", "Mark the paper read and go on; mark it unread again.",
            DECIDE, Kind.DECIDING, hint="read", panes=_READER, needs_paper=True),
    Command("star", ("s",), "Star", "Star the paper (bookmark, favourite), or take the star away.",
            DECIDE, Kind.DECIDING, hint="star", panes=_PAPER, needs_paper=True),
    Command("skip", ("x",), "Skip", "Skip the paper (ignore, delete) and go on; again: unread.", DECIDE, Kind.DECIDING,
            hint="skip", panes=_PAPERS, needs_paper=True),
    Command("later", ("d",), "Later", "Defer the paper for later and go on; again: unread.", DECIDE, Kind.DECIDING,
            hint="later", panes=_PAPERS, needs_paper=True),
    Command("arxiv", ("o",), "Open on arXiv", "Open the paper on arXiv (without an id: the heading's link).",
            LINKS, Kind.LINKING, hint="arXiv", panes=_PAPER, needs_paper=True),
    Command("arxiv-read", ("O",), "Open on arXiv and mark read", "Open the paper on arXiv, mark it read and go on.",
            LINKS, Kind.LINKING, needs_paper=True),
    Command("alphaxiv", ("a",), "Open on Alphaxiv", "Open the paper's overview on Alphaxiv.", LINKS, Kind.LINKING,
            hint="Alphaxiv", panes=_PAPER, needs_paper=True),
    Command("pdf", ("P",), "Open the PDF", "Open the PDF on arXiv.", LINKS, Kind.LINKING, needs_paper=True),
    Command("links", ("w",), "Other links", "Pick any other link, picture or video of the paper by a letter.",
            LINKS, Kind.LINKING, hint="links", panes=_READER, needs_paper=True),
    Command("select", ("v",), "Select", "Select this paper, or leave it; r s d x then act on the selection.",
            DECIDE, Kind.CHOOSING, needs_paper=True),
    Command("select-range", ("V",), "Select a range", "Select from here to where the cursor goes; again: keep it.",
            DECIDE, Kind.CHOOSING, needs_paper=True),
    Command("bulk", ("A",), "Mark many read",
            "Mark papers read in bulk (catch up, archive): this day, below, above, listed, older than some weeks.",
            DECIDE, Kind.CHOOSING),
    Command("tag", ("t",), "Tag", "Tag the paper (label), or take a tag away.",
            DECIDE, Kind.ANNOTATING, needs_paper=True),
    Command("note", ("e",), "Note", "Write a line about the paper (comment, edit).",
            DECIDE, Kind.ANNOTATING, needs_paper=True),
    Command("undo", ("u",), "Undo", "Take the last decision back, also one made before the last start.",
            DECIDE, Kind.DECIDING, hint="undo", panes=_PAPER),
    Command("redo", ("ctrl+r",), "Redo", "Bring back what undo took.", DECIDE, Kind.DECIDING),
    Command("copy-arxiv", ("y a",), "Copy arXiv URL", "Copy the address of the paper on arXiv.", COPY, Kind.LINKING,
            needs_paper=True),
    Command("copy-bibtex", ("y b",), "Copy BibTeX", "Copy a BibTeX entry (citation) for the paper.", COPY, Kind.LINKING,
            needs_paper=True),
    Command("copy-markdown", ("y m",), "Copy Markdown", "Copy a Markdown link: title and address.", COPY, Kind.LINKING,
            needs_paper=True),
    Command("copy-title", ("y t",), "Copy title", "Copy the title as written.", COPY, Kind.LINKING, needs_paper=True),
    Command("copy-id", ("y i",), "Copy id", "Copy the arXiv id.", COPY, Kind.LINKING, needs_paper=True),
    Command("zoom", ("z",), "Only the reader", "Show the reader alone, or all panes again.", LOOK, Kind.LOOKING),
    Command("narrower", ("<",), "Narrower text", "Make the reader's text narrower.", LOOK, Kind.LOOKING),
    Command("wider", (">",), "Wider text", "Make the reader's text wider.", LOOK, Kind.LOOKING),
    Command("theme", (), "Change theme", "Choose the colours: light, dark or any of Textual's.", LOOK, Kind.LOOKING),
    Command("rescan", ("R",), "Rescan", "Fetch repositories, and look for new and changed digests (sync, refresh).",
            PROGRAM, Kind.PROGRAM,
            hint="rescan", panes=_DATES),
    Command("palette", ("ctrl+p", ":"), "Command palette", "Find a command by name and run it.", PROGRAM, Kind.PROGRAM),
    Command("suspend", ("ctrl+z",), "Suspend", "Put the reader into the background; fg in the shell brings it back.",
            PROGRAM, Kind.PROGRAM),
    Command("quit", ("q", "ctrl+q"), "Quit", "Leave; the place is kept.",
            PROGRAM, Kind.PROGRAM, hint="quit", panes=_DATES),
    Command("help", ("?", "f1"), "Help", "All keys; type to search, Enter runs.",
            PROGRAM, Kind.PROGRAM, hint="help", panes=_ALL),
)
# fmt: on

KEY_LABELS = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "tab": "Tab", "shift+tab": "Shift+Tab", "enter": "Enter",
    "escape": "Esc", "space": "Space", "home": "Home", "end": "End", "pagedown": "PgDn", "pageup": "PgUp", "f1": "F1",
}  # fmt: skip
"""Names of keys as people know them, where Textual has others."""


def key_label(key: str) -> str:
    """A key or sequence as help, footer and README write it."""
    return " ".join(KEY_LABELS.get(part, part) for part in key.split(" "))


def hints(pane: Pane) -> list[Command]:
    """Return the commands in the footer of a pane, in order; `help` is always among them, last."""
    return [command for command in COMMANDS if pane in command.panes]


def kinds() -> list[str]:
    """The classes that carry out the commands, the likeliest to be needed first."""
    return list(dict.fromkeys([*Kind, *(command.kind for command in COMMANDS)]))


def find(commands: Iterable[Command], text: str) -> list[Command]:
    """The commands whose key, title or sentence holds every word of the text."""
    words = text.casefold().split()
    found = []
    for command in commands:
        haystack = f"{command.title} {command.help} {command.group}".casefold()
        keys = [key_label(key) for key in command.keys]
        if all(word in haystack for word in words) or text.strip() in keys:
            found.append(command)
    return found
