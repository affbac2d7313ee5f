"""The commands, one module per kind; each gives a table from command id to method."""

from collections.abc import Callable

Action = Callable[[], object]
Actions = dict[str, Action]

KINDS = {
    "moving": "down up first last pane-left pane-right next-pane previous-pane enter back next previous older newer "
    "older-undecided newer-undecided",
    "reading": "page-on page-back reader-down reader-up preface pager",
    "deciding": "read star skip later undo redo",
    "linking": "arxiv arxiv-read alphaxiv pdf links copy-arxiv copy-bibtex copy-markdown copy-title copy-id",
    "choosing": "select select-range bulk",
    "searching": "search aliases",
    "finding": "find",
    "annotating": "tag note",
    "viewing": "view-unread view-all view-starred view-later view-today view-date sort",
    "looking": "zoom narrower wider theme",
    "program": "rescan palette help suspend quit",
}
"""Which kind carries out which commands: what is asked before the kind is loaded."""
KIND_OF = {command: kind for kind, commands in KINDS.items() for command in commands.split()}
