"""The one table of commands: keys, footer, the list of commands and README come from it.

CONTRIBUTING.md says how one is added.
"""

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


class Hint(NamedTuple):
    """Keys in the footer, and the word for what they do."""

    keys: tuple[str, ...]
    """As the table has them: several keys of which each does its part, or one that may be a sequence."""
    word: str

    @property
    def label(self) -> str:
        """The keys as they are drawn."""
        return " ".join(map(key_label, self.keys))


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
    Command("down", ("j", "down"), "Down", "Go to the next row, or one line down.",
            MOVE, Kind.MOVING, hint="move", panes=_LISTS, hint_keys=("j", "k")),
    Command("up", ("k", "up"), "Up", "Go to the previous row, or one line up.", MOVE, Kind.MOVING),
    Command("pane-left", ("h", "left"), "Pane left", "Focus the pane to the left.", MOVE, Kind.MOVING),
    Command("pane-right", ("l", "right"), "Pane right", "Focus the pane to the right.", MOVE, Kind.MOVING),
    Command("next-pane", ("tab",), "Next pane", "Focus the next pane, or the first again.", MOVE, Kind.MOVING),
    Command("previous-pane", ("shift+tab",), "Previous pane", "Focus the previous pane, or the last.",
            MOVE, Kind.MOVING),
    Command("enter", ("enter",), "Go in", "Go from dates to papers to the reader.",
            MOVE, Kind.MOVING,
            hint="read", panes=_LISTS),
    Command("back", ("escape",), "Back",
            "Go back one step (close, cancel, clear).",
            MOVE, Kind.MOVING),
    Command("next", ("n",), "Next new paper",
            "Go to the next new paper, or next match.",
            MOVE, Kind.MOVING, hint="next", panes=_DATES | _READER),
    Command("previous", ("N", "p"), "Previous new paper", "Go to the previous new paper, or match.",
            MOVE, Kind.MOVING),
    Command("older", ("[",), "Older day", "Go one day back in time.", MOVE, Kind.MOVING),
    Command("newer", ("]",), "Newer day", "Go one day forward in time.", MOVE, Kind.MOVING),
    Command("older-new", ("{",), "Older day with new", "Go back to a day that has new papers.",
            MOVE, Kind.MOVING),
    Command("newer-new", ("}",), "Newer day with new", "Go forward to a day that has new papers.",
            MOVE, Kind.MOVING),
    Command("view-new", ("g u",), "New papers",
            "List the new papers, day by day (unread).",
            VIEW, Kind.VIEWING, hint="new"),
    Command("view-all", ("g a",), "All papers", "List all papers, also the decided ones.",
            VIEW, Kind.VIEWING, hint="all"),
    Command("view-starred", ("g s",), "Starred papers", "List the starred papers of all dates.",
            VIEW, Kind.VIEWING, hint="starred"),
    Command("view-later", ("g l",), "Papers for later", "List all papers put off for later.",
            VIEW, Kind.VIEWING, hint="later"),
    Command("view-today", ("g t",), "Today", "List the papers of today, or the newest.",
            VIEW, Kind.VIEWING, hint="today"),
    Command("view-date", ("g d",), "Date of this paper",
            "List this paper's day; again: the next.",
            VIEW, Kind.VIEWING, hint="date", needs_paper=True),
    Command("search", ("/",), "Search", "Search all papers as you type (filter).",
            VIEW, Kind.SEARCHING, hint="search", panes=_DATES),
    Command("aliases", ("ctrl+t",), "Other names",
            "Find by other names too (RL, 강화 학습).", VIEW, Kind.SEARCHING),
    Command("calendar", ("c",), "Calendar", "Pick a date from months (go to a day).",
            VIEW, Kind.VIEWING, hint="calendar", panes=_DATES),
    Command("sort", ("S",), "Sort", "Change order: digest, votes, title, new.", VIEW, Kind.VIEWING),
    Command("sheet", ("F",), "Day sheet",
            "Skim one facet of all papers (overview).",
            VIEW, Kind.SHEET, hint="sheet"),
    Command("first", ("g g", "home"), "First", "Go to the first row, or to the top.",
            MOVE, Kind.MOVING, hint="first"),
    Command("last", ("G", "end"), "Last", "Go to the last row, or to the end.", MOVE, Kind.MOVING),
    Command("page-on", ("space",), "Page on",
            "Page down; at the end, mark read, go on.",
            READ, Kind.READING, hint="page", panes=_READER),
    Command("page-back", ("b",), "Page back", "Page up in the reader, from any pane.", READ, Kind.READING),
    Command("reader-down", ("J", "pagedown", "ctrl+d"), "Scroll down", "Scroll the reader down, from any pane.",
            READ, Kind.READING),
    Command("reader-up", ("K", "pageup", "ctrl+u"), "Scroll up", "Scroll the reader up, from any pane.",
            READ, Kind.READING),
    Command("go-introduction", ("1",), "Introduction", "Go to the introduction (section).",
            READ, Kind.FACETS, needs_paper=True),
    Command("go-method", ("2",), "Method", "Go to the method (section).",
            READ, Kind.FACETS, needs_paper=True),
    Command("go-results", ("3",), "Results", "Go to the results (section).",
            READ, Kind.FACETS, needs_paper=True),
    Command("go-limitations", ("4",), "Limitations", "Go to the limitations (section).",
            READ, Kind.FACETS, needs_paper=True),
    Command("go-conclusion", ("5",), "Conclusion", "Go to the conclusion (section).",
            READ, Kind.FACETS, needs_paper=True),
    Command("go-top", ("0",), "Top", "Go to the top, or end the lens.", READ, Kind.FACETS, needs_paper=True),
    Command("only-introduction", ("f 1",), "Only introduction", "Show only introductions of all papers.",
            READ, Kind.FACETS, hint="introduction"),
    Command("only-method", ("f 2",), "Only method", "Show only the method of all papers.",
            READ, Kind.FACETS, hint="method"),
    Command("only-results", ("f 3",), "Only results", "Show only the results of all papers.",
            READ, Kind.FACETS, hint="results"),
    Command("only-limitations", ("f 4",), "Only limitations", "Show only limitations of all papers.",
            READ, Kind.FACETS, hint="limitations"),
    Command("only-conclusion", ("f 5",), "Only conclusion", "Show only the conclusion of all papers.",
            READ, Kind.FACETS, hint="conclusion"),
    Command("whole", ("f f",), "Whole papers", "Show whole papers again; end the lens.",
            READ, Kind.FACETS, hint="whole papers"),
    Command("find", ("ctrl+f",), "Find in this paper", "Find words in this paper; n goes on.",
            READ, Kind.FINDING),
    Command("preface", ("i",), "Preface, afterword", "Show text before and after the papers.",
            READ, Kind.READING, hint="preface", panes=_DATES),
    Command("pager", ("|",), "File in the pager",
            "Show the whole file in $PAGER (pipe).",
            READ, Kind.READING),
    Command("read", ("r", "m"), "Read / mark unread", "Mark the paper read and go on; again: unread.",
            DECIDE, Kind.DECIDING, hint="read", panes=_READER, needs_paper=True, takes_selection=True),
    Command("mark-read", (), "Mark read", "Mark the paper read and go on.",
            DECIDE, Kind.DECIDING, needs_paper=True, takes_selection=True, of=("read",)),
    Command("star", ("s",), "Star / remove the star", "Star the paper (bookmark, favourite), or remove the star.",
            DECIDE, Kind.DECIDING, hint="star", panes=_PAPER, needs_paper=True, takes_selection=True),
    Command("mark-starred", (), "Star", "Star the paper (bookmark, favourite).",
            DECIDE, Kind.DECIDING, needs_paper=True, takes_selection=True, of=("star",)),
    Command("remove-star", (), "Remove the star", "Remove the star of the paper (unstar).",
            DECIDE, Kind.DECIDING, needs_paper=True, takes_selection=True, of=("star",)),
    Command("skip", ("x",), "Skip / mark unread", "Skip the paper (ignore, delete) and go on; again: unread.",
            DECIDE, Kind.DECIDING, hint="skip", panes=_PAPERS, needs_paper=True, takes_selection=True),
    Command("mark-skipped", (), "Skip", "Skip it (ignore, delete) and go on.",
            DECIDE, Kind.DECIDING, needs_paper=True, takes_selection=True, of=("skip",)),
    Command("later", ("d",), "Later / mark unread", "Put the paper off for later (defer) and go on; again: unread.",
            DECIDE, Kind.DECIDING, hint="later", panes=_PAPERS, needs_paper=True, takes_selection=True),
    Command("mark-later", (), "Later", "Put it off for later (defer) and go on.",
            DECIDE, Kind.DECIDING, needs_paper=True, takes_selection=True, of=("later",)),
    Command("mark-unread", (), "Mark unread", "Mark the paper unread again (unskip).",
            DECIDE, Kind.DECIDING, needs_paper=True, takes_selection=True, of=("read", "skip", "later")),
    Command("arxiv", ("o",), "Open on arXiv", "Open the paper on arXiv, or its link.",
            LINKS, Kind.LINKING, hint="arXiv", panes=_PAPER, needs_paper=True),
    Command("arxiv-read", ("O",), "Open and mark read", "Open on arXiv, mark it read and go on.",
            LINKS, Kind.LINKING, needs_paper=True),
    Command("alphaxiv", ("a",), "Open on Alphaxiv", "Open the paper's overview on Alphaxiv.", LINKS, Kind.LINKING,
            hint="Alphaxiv", panes=_PAPER, needs_paper=True),
    Command("pdf", ("P",), "Open the PDF", "Open the PDF on arXiv.", LINKS, Kind.LINKING, needs_paper=True),
    Command("links", ("w",), "Other links", "Open another link, picture or video.",
            LINKS, Kind.LINKING, hint="links", panes=_READER, needs_paper=True),
    Command("select", ("v",), "Select", "Select this paper for r s x d t y.",
            DECIDE, Kind.CHOOSING, needs_paper=True),
    Command("select-range", ("V",), "Select a range",
            "Select from here to the cursor.",
            DECIDE, Kind.CHOOSING, needs_paper=True),
    Command("bulk", ("A",), "Mark many read",
            "Mark many read at once (catch up, archive), "
            "or keep the most voted and skip the rest.",
            DECIDE, Kind.CHOOSING),
    Command("tag", ("t",), "Tag", "Tag the paper (label), or remove a tag.",
            DECIDE, Kind.ANNOTATING, needs_paper=True, takes_selection=True),
    Command("note", ("e",), "Note", "Write a line about the paper (comment).",
            DECIDE, Kind.ANNOTATING, needs_paper=True),
    Command("cards", ("T",), "Cards",
            "Decide new papers one at a time (triage).",
            DECIDE, Kind.CARDS, hint="cards"),
    Command("undo", ("u",), "Undo", "Undo the last decision, of any session.",
            DECIDE, Kind.DECIDING, hint="undo", panes=_PAPER),
    Command("redo", ("ctrl+r",), "Redo", "Redo what was undone.", DECIDE, Kind.DECIDING),
    Command("copy-arxiv", ("y a",), "Copy arXiv URL", "Copy the URL of the paper on arXiv.",
            COPY, Kind.LINKING, hint="arXiv URL", needs_paper=True, takes_selection=True),
    Command("copy-bibtex", ("y b",), "Copy BibTeX", "Copy a BibTeX entry (citation).",
            COPY, Kind.LINKING, hint="BibTeX", needs_paper=True, takes_selection=True),
    Command("copy-markdown", ("y m",), "Copy Markdown", "Copy a Markdown link: title and URL.",
            COPY, Kind.LINKING, hint="Markdown", needs_paper=True, takes_selection=True),
    Command("copy-title", ("y t",), "Copy title", "Copy the title as written.",
            COPY, Kind.LINKING, hint="title", needs_paper=True, takes_selection=True),
    Command("copy-id", ("y i",), "Copy id", "Copy the arXiv id.",
            COPY, Kind.LINKING, hint="id", needs_paper=True, takes_selection=True),
    Command("zoom", ("z",), "Only the reader", "Show only the reader, or all panes again.", LOOK, Kind.LOOKING),
    Command("narrower", ("<",), "Narrower text", "Make the reader's text narrower.", LOOK, Kind.LOOKING),
    Command("wider", (">",), "Wider text", "Make the reader's text wider.", LOOK, Kind.LOOKING),
    Command("theme", (), "Change theme", "Choose the colours: light, dark, others.",
            LOOK, Kind.LOOKING),
    Command("pictures", (), "Show pictures", "Show pictures of a host (images); again: hide.",
            LOOK, Kind.PICTURING),
    Command("rescan", ("R",), "Rescan", "Fetch, and read changes (sync, refresh).",
            PROGRAM, Kind.PROGRAM,
            hint="rescan", panes=_DATES),
    Command("suspend", ("ctrl+z",), "Suspend", "Suspend to the shell; fg brings it back.",
            PROGRAM, Kind.PROGRAM),
    Command("quit", ("q", "ctrl+q"), "Quit", "Quit; the reader remembers your place.",
            PROGRAM, Kind.PROGRAM, hint="quit", panes=_DATES),
    Command("help", ("?", "f1", ":", "ctrl+p"), "Help",
            "List all commands (palette); Enter runs.",
            PROGRAM, Kind.PROGRAM, hint="help", panes=_ALL),
)
# fmt: on

SHEET_SHOWN = "-sheet"
"""The class of a screen that shows the day sheet."""
CARD_SHOWN = "-cards"
"""The class of a screen that shows a card."""
OF_READER = frozenset({"find", "preface", "zoom"})
"""Commands about the page of a paper: for them the sheet makes room for the reader."""

_BEGINNINGS = {"views": Hint(("g",), "views"), "lens": Hint(("f",), "one section")}
"""Keys that ask for a second one."""
_MORE = ("next", "links", "search", "views", "sheet", "cards", "lens", "quit")
"""What a wide footer shows besides, after `help`."""

_FACETS = ("go-introduction", "go-method", "go-results", "go-limitations", "go-conclusion")
_SHEET_VERBS = ("star", "skip", "later", "read")

KEY_LABELS = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "tab": "Tab", "shift+tab": "Shift+Tab", "enter": "Enter",
    "escape": "Esc", "space": "Space", "home": "Home", "end": "End", "pagedown": "PgDn", "pageup": "PgUp", "f1": "F1",
}  # fmt: skip
"""Names of keys as people know them, where Textual has others."""


def key_label(key: str) -> str:
    """A key or sequence as help, footer and README write it."""
    return " ".join(KEY_LABELS.get(part, part) for part in key.split(" "))


def commands_of(pane: Pane) -> list[Command]:
    """Return the commands in the footer of a pane, in order; `help` is always among them, last."""
    return [command for command in COMMANDS if pane in command.panes]


def hints(pane: Pane, *, has_paper: bool) -> list[Hint]:
    """Return what the footer of a pane shows; without a paper no key that is for one."""
    return [
        Hint(command.hint_keys or command.keys[:1], command.hint)
        for command in commands_of(pane)
        if has_paper or not command.needs_paper
    ]


def more_hints(pane: Pane, *, has_paper: bool) -> list[Hint]:
    """Return what a wide footer shows behind `help`, in order."""
    others = set(_MORE) - {command.id for command in commands_of(pane)}
    named = {command.id: command for command in COMMANDS if has_paper or not command.needs_paper}
    return [
        _BEGINNINGS.get(id_) or Hint(named[id_].keys[:1], named[id_].hint)
        for id_ in _MORE
        if id_ in others and (id_ in named or id_ in _BEGINNINGS)
    ]


def sheet_hints(*, has_paper: bool) -> list[Hint]:
    """Return what the footer shows below the day sheet, in order; the last is never dropped."""
    named = {command.id: command for command in COMMANDS if has_paper or not command.needs_paper}
    verbs = [Hint(named[id_].keys[:1], named[id_].hint) for id_ in _SHEET_VERBS if id_ in named]
    ways = [hint_of("move", "down", "up"), hint_of("whole", "enter"), hint_of("close", "back")]
    return [*ways, hint_of("facet", *_FACETS), *verbs, hint_of("help", "help")]


def hint_of(word: str, *command_ids: str) -> Hint:
    """Return a hint with the first key of each of these commands."""
    keys = {command.id: command.keys[0] for command in COMMANDS if command.id in command_ids}
    return Hint(tuple(keys[id_] for id_ in command_ids), word)


def kinds() -> list[str]:
    """The classes that carry out the commands, the likeliest to be needed first."""
    return list(dict.fromkeys([*Kind, *(command.kind for command in COMMANDS)]))
