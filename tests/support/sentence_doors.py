"""What of the program's words a person reads, for `support.sentences`: the doors, the labels, the exceptions."""

from __future__ import annotations

DOORS: dict[str, tuple[int | str, ...]] = {
    # The command line
    "add_argument": ("help", "metavar", "version"),
    "add_argument_group": (0,),
    "add_parser": ("help",),
    "add_subparsers": ("title", "metavar"),
    "Parser": ("description", "epilog"),
    "ArgumentTypeError": (0,),
    "print_lines": (0,),
    "say": (0,),
    # Errors, beside those whose name says so
    "report": (1,),
    "OSError": (1,),
    "Problem": (1,),
    "Answer": (1,),
    "Attempt": (3,),
    "Declined": (0,),
    # The screen
    "Command": (2, 3, 4, "hint"),
    "DateRow": (0, "short"),
    "PathInput": ("placeholder",),
    "Page": ("title", "markdown", "also"),
    "PaperRow": ("note", "below"),
    "Static": (0,),
    "SyncFailed": (0,),
    "SyncStep": (0,),
    "facts.append": (0,),
    "notify": (0,),
    "prompt.open": (1, 3),
    "parts.append": (0,),
    "set_edge": (0, 1),
    "set_empty": (0,),
    "set_heading": (0, 1),
    "set_offer": (0,),
    "show_status": (0,),
    "words.append": (0,),
    "_head": (1,),
    # A query as it is typed
    "FieldRow": (2, "sought"),
    "UnfinishedError": (0,),
}
"""Calls whose arguments, by place or by name, a person reads."""

LABELS: dict[str, tuple[str, ...]] = {
    "cli/check_explain.py": ("_verdict",),
    "cli/marking.py": ("_WOULD", "_ALREADY"),
    "cli/show.py": ("_plain",),
    "model/periods.py": ("_SHORT", "worded_or_undated"),
    "model/state.py": ("Status",),
    "search/explaining.py": ("_node", "_condition"),
    "search/ranking.py": ("_GROUPS",),
    "session/date_rows.py": ("_day_row",),
    "session/facts.py": ("_also",),
    "session/rows.py": ("_note",),
    "session/views.py": ("View",),
    "session/wording.py": ("MONTHS", "_WEEKDAYS", "nearest"),
    "triage/order.py": ("Order",),
    "triage/wording.py": ("_ONE", "_FLAGS", "_one"),
    "ui/actions/linking.py": ("_pick",),
    "ui/keys/command.py": ("KEY_LABELS",),
    "ui/keys/commands.py": ("MOVE", "LINKS"),
    "ui/reader/pane.py": ("share_read",),
    "ui/screens/showing.py": ("show_status",),
}
"""Tables, classes and functions all of whose words a person reads, also single ones."""

LABELLED_BY_KEYS: dict[str, tuple[str, ...]] = {"render/inline.py": ("MEDIA_MARKS",)}
"""Tables whose keys a person reads."""

NAMES: dict[str, tuple[str, ...]] = {
    "exporters/html_style.py": ("STYLE",),
    "exporters/html_page.py": ("_OURS", "_page"),
    "formats/registry.py": ("FORMATS",),
    "notation/tags.py": ("LINES", "TABLES", "_HEADINGS", "_PARTS", "_OTHERS", "SILENT", "FRAMES"),
    "triage/navigation.py": ("Stay",),
}
"""Tables and classes whose literals are names or reasons that no person meets in the program."""

NOT_FOR_PEOPLE: dict[str, str] = {
    "other files": "the id of a row",
    "single page": "the shape of a digest, to compare with",
    "these bytes were changed": "an error that is caught: the index is made again",
    "another version's": "an error that is caught: the index is made again",
    "an index must be readable while it is written": "an error that is caught: there is no index then",
    "{file} is not a regular file of this user's": "an error that is caught: there is no index then",
    "it has no name of its own": "an error that is caught: the state file is damaged",
    "{file} cannot be copied": "an error that is caught: the state file is damaged",
    "in memory": "the name of a database",
    "\nwith pages": "the end of a key in the index",
    "ID: {cell}": "a line as if an author had written it",
    "<span {found}></span>": "HTML",
    '<a href="{url}"></a>': "HTML",
    "{cells}<span {row_id}></span>": "HTML",
    '<a href="{url}" rel="noreferrer">{words}</a>': "HTML",
    '<pre class="formula">{words}</pre>': "HTML",
    '<div class="wide">{table}</div>': "HTML",
    '<p class="facts">{facts}</p>': "HTML",
    '<article id="{paper}" lang="{body}">\n{inner}\n</article>': "HTML",
    "<!-- digest-tui {quoted} {checksum} -->\n{inner}<!-- /digest-tui{end} -->": "a comment that no reader shows",
    "* -filter -ident -text -eol -working-tree-encoding\n": "a file of git",
    "{…} -oBatchMode=yes": "a command",
    "Could not read from remote": "what git says",
    "{classes} -at-{PAPERS}": "classes of a style sheet",
}
"""Literals that look like words and that nobody reads, each with what it is instead."""
