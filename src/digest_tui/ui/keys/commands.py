"""The one table of commands: keys, palette, footer, help and README come from it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Pane(StrEnum):
    """Where the focus may be; also the ids of the widgets."""

    DATES = "dates"
    PAPERS = "papers"
    READER = "reader"


class Command(NamedTuple):
    """Something a person can do with a key."""

    id: str
    """Its name for the keymap; the screen runs `do_` + the id with underscores."""
    keys: tuple[str, ...]
    """Characters or Textual key names; a sequence is written with a space (`y a`)."""
    title: str
    help: str
    """A sentence for help and palette, with the words a person would look for."""
    group: str
    hint: str = ""
    """What the footer says, if the footer shows it."""
    hint_keys: str = ""
    """The keys the footer names, where they are not just the first one."""
    panes: frozenset[Pane] = frozenset()
    """The panes whose footer shows it."""
    needs_paper: bool = False
    """Whether it makes sense only while a paper is shown."""


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
    Command("down", ("j", "down"), "Down", "Go to the next row; in the reader, one line down.", MOVE, hint="move",
            panes=_LISTS,
            hint_keys="j k"),
    Command("up", ("k", "up"), "Up", "Go to the previous row; in the reader, one line up.", MOVE),
    Command("pane-left", ("h", "left"), "Pane left", "Focus the pane to the left.", MOVE),
    Command("pane-right", ("l", "right"), "Pane right", "Focus the pane to the right.", MOVE),
    Command("next-pane", ("tab",), "Next pane", "Focus the next pane; after the last, the first.", MOVE),
    Command("previous-pane", ("shift+tab",), "Previous pane", "Focus the previous pane; before the first, the last.",
            MOVE),
    Command("enter", ("enter",), "Go in", "Go from a date to its papers, from a paper to the reader.", MOVE,
            hint="read", panes=_LISTS),
    Command("back", ("escape",), "Back",
            "Go back one step: from a prompt, a pending key, marks, a search, the preface, zoom, then a pane.",
            MOVE),
    Command("next", ("n",), "Next undecided",
            "Go to the next undecided paper, then to older days; while matches are marked, to the next match.", MOVE,
            hint="next", panes=_DATES | _READER),
    Command("previous", ("N", "p"), "Previous undecided", "Go to the previous undecided paper.", MOVE),
    Command("older", ("[",), "Older day", "Go one day back in time.", MOVE),
    Command("newer", ("]",), "Newer day", "Go one day forward in time.", MOVE),
    Command("older-undecided", ("{",), "Older undecided day", "Go back to a day that has undecided papers.",
            MOVE),
    Command("newer-undecided", ("}",), "Newer undecided day", "Go forward to a day that has undecided papers.",
            MOVE),
    Command("view-unread", ("g u",), "Unread", "List the undecided papers, day by day (the view you start with).",
            VIEW),
    Command("view-all", ("g a",), "All papers", "List all papers, day by day, including decided ones.", VIEW),
    Command("view-starred", ("g s",), "Starred", "List the starred papers of all dates.", VIEW),
    Command("view-later", ("g l",), "Later", "List the papers of all dates that you put off for later.", VIEW),
    Command("view-today", ("g t",), "Today",
            "List all papers of today's digest; if there is none yet, of the newest.", VIEW),
    Command("view-date", ("g d",), "Date of this paper",
            "List the day of this paper; again: the other days it is on.", VIEW, needs_paper=True),
    Command("search", ("/",), "Search", "Search all papers as you type: words, fields, dates (find, filter).", VIEW,
            hint="search", panes=_DATES),
    Command("aliases", ("ctrl+t",), "Other names in a search",
            "Find other names from your digests too (RL, 강화 학습), or only what you typed.", VIEW),
    Command("sort", ("S",), "Sort", "Change the order: digest order, votes, title, unread first.", VIEW),
    Command("first", ("g g", "home"), "First", "Go to the first row; in the reader, to the top.", MOVE),
    Command("last", ("G", "end"), "Last", "Go to the last row; in the reader, to the end.", MOVE),
    Command("page-on", ("space",), "Page down, read on",
            "Page down in the reader; at the end, mark the paper read and go to the next undecided one.", READ,
            hint="page", panes=_READER),
    Command("page-back", ("b",), "Page up", "Page up in the reader, from any pane.", READ),
    Command("reader-down", ("J", "pagedown", "ctrl+d"), "Scroll down", "Scroll the reader down, from any pane.",
            READ),
    Command("reader-up", ("K", "pageup", "ctrl+u"), "Scroll up", "Scroll the reader up, from any pane.", READ),
    Command("find", ("ctrl+f",), "Find in this paper", "Find words in this paper; n and N go from match to match.",
            READ),
    Command("preface", ("i",), "Preface and afterword", "Show the text before and after the papers of this digest.",
            READ,
            hint="preface", panes=_DATES),
    Command("pager", ("|",), "Whole file in the pager",
            "Show the whole file of the digest in $PAGER, even what is too long for the reader (less, pipe).", READ),
    Command("read", ("r", "m"), "Read / mark unread", "Mark the paper read and go on; again: unread.", DECIDE,
            hint="read", panes=_READER, needs_paper=True),
    Command("star", ("s",), "Star", "Star the paper (bookmark, favourite), or remove the star.", DECIDE,
            hint="star", panes=_PAPER, needs_paper=True),
    Command("skip", ("x",), "Skip", "Skip the paper (ignore, delete) and go on; again: unread.", DECIDE,
            hint="skip", panes=_PAPERS, needs_paper=True),
    Command("later", ("d",), "Later", "Put the paper off for later (defer) and go on; again: unread.", DECIDE,
            hint="later", panes=_PAPERS, needs_paper=True),
    Command("arxiv", ("o",), "Open on arXiv",
            "Open the paper on arXiv; without an arXiv id, the link of its heading.", LINKS,
            hint="arXiv", panes=_PAPER, needs_paper=True),
    Command("arxiv-read", ("O",), "Open on arXiv and mark read", "Open the paper on arXiv, mark it read and go on.",
            LINKS, needs_paper=True),
    Command("alphaxiv", ("a",), "Open on Alphaxiv", "Open the paper's overview on Alphaxiv.", LINKS,
            hint="Alphaxiv", panes=_PAPER, needs_paper=True),
    Command("pdf", ("P",), "Open the PDF", "Open the PDF on arXiv.", LINKS, needs_paper=True),
    Command("links", ("w",), "Other links", "Open another link, picture or video of the paper by its letter.", LINKS,
            hint="links", panes=_READER, needs_paper=True),
    Command("select", ("v",), "Select", "Select or unselect this paper; r s d x then act on the selection.", DECIDE,
            needs_paper=True),
    Command("select-range", ("V",), "Select a range",
            "Select from here to where the cursor goes; again: keep the selection.",
            DECIDE, needs_paper=True),
    Command("bulk", ("A",), "Mark many read",
            "Mark many papers read at once (catch up, archive): this day, below, above, listed, older than some weeks.",
            DECIDE),
    Command("tag", ("t",), "Tag", "Tag the paper (label), or remove a tag.", DECIDE, needs_paper=True),
    Command("note", ("e",), "Note", "Write a line about the paper (comment, edit).", DECIDE, needs_paper=True),
    Command("undo", ("u",), "Undo", "Undo the last decision, even one from an earlier session.", DECIDE,
            hint="undo", panes=_PAPER),
    Command("redo", ("ctrl+r",), "Redo", "Redo what was undone.", DECIDE),
    Command("copy-arxiv", ("y a",), "Copy arXiv URL", "Copy the URL of the paper on arXiv.", COPY,
            needs_paper=True),
    Command("copy-bibtex", ("y b",), "Copy BibTeX", "Copy a BibTeX entry (citation) for the paper.", COPY,
            needs_paper=True),
    Command("copy-markdown", ("y m",), "Copy Markdown", "Copy a Markdown link: title and URL.", COPY,
            needs_paper=True),
    Command("copy-title", ("y t",), "Copy title", "Copy the title as written.", COPY, needs_paper=True),
    Command("copy-id", ("y i",), "Copy id", "Copy the arXiv id.", COPY, needs_paper=True),
    Command("zoom", ("z",), "Only the reader", "Show only the reader, or all panes again.", LOOK),
    Command("narrower", ("<",), "Narrower text", "Make the reader's text narrower.", LOOK),
    Command("wider", (">",), "Wider text", "Make the reader's text wider.", LOOK),
    Command("theme", (), "Change theme", "Choose the colours: light, dark or any theme of Textual.", LOOK),
    Command("rescan", ("R",), "Rescan", "Fetch repositories, and read new and changed digests (sync, refresh).",
            PROGRAM,
            hint="rescan", panes=_DATES),
    Command("palette", ("ctrl+p", ":"), "Command palette", "Find a command by name and run it.", PROGRAM),
    Command("suspend", ("ctrl+z",), "Suspend", "Put the reader in the background; fg in the shell brings it back.",
            PROGRAM),
    Command("quit", ("q", "ctrl+q"), "Quit", "Quit; the reader remembers where you were.", PROGRAM, hint="quit",
            panes=_DATES),
    Command("help", ("?", "f1"), "Help", "Show all keys; type to search, Enter runs.", PROGRAM, hint="help",
            panes=_ALL),
)
# fmt: on

KEY_LABELS = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "tab": "Tab", "shift+tab": "Shift+Tab", "enter": "Enter",
    "escape": "Esc", "space": "Space", "home": "Home", "end": "End", "pagedown": "PgDn", "pageup": "PgUp", "f1": "F1",
}  # fmt: skip
"""How a key is written for people, where its name is not how they know it."""


def key_label(key: str) -> str:
    """A key or sequence as help, footer and README write it."""
    return " ".join(KEY_LABELS.get(part, part) for part in key.split(" "))


def hints(pane: Pane) -> list[Command]:
    """What the footer shows for a pane, in order; `help` is always among them, last."""
    return [command for command in COMMANDS if pane in command.panes]


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
