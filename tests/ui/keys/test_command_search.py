"""What typed text finds among the commands, and in which order everything is listed."""

import pytest

from digest_tui.notation.two_set import latin_text
from digest_tui.ui.keys.command import Command, Pane, key_label
from digest_tui.ui.keys.command_search import find, keys_of, listed, sections
from digest_tui.ui.keys.commands import COMMANDS

ALL_KEYS = {key for command in COMMANDS for key in command.keys}
DIRECTIONS = {
    "mark-read": ("r", "m"),
    "mark-unread": ("r", "m", "x", "d"),
    "mark-starred": ("s",),
    "remove-star": ("s",),
    "mark-skipped": ("x",),
    "mark-later": ("d",),
}


def found(text: str, pane: Pane = Pane.PAPERS, *, without: str = "") -> list[str]:
    """The ids of what a text finds, the best first, while one command makes no sense."""
    return [command.id for command in find(text, pane, lambda command: command.id != without)]


@pytest.mark.parametrize(
    ("text", "command_id"),
    [
        *(
            ("star", "mark-starred"),
            ("Star", "mark-starred"),
            ("mark unread", "mark-unread"),
            ("unread", "mark-unread"),
        ),
        *(("read", "mark-read"), ("skip", "mark-skipped"), ("later", "mark-later"), ("remove", "remove-star")),
        *(("unstar", "remove-star"), ("unskip", "mark-unread"), ("bookmark", "mark-starred"), ("UNDO", "undo")),
        *(("pdf", "pdf"), ("arxiv", "arxiv"), ("alphaxiv", "alphaxiv"), ("links", "links"), ("bibtex", "copy-bibtex")),
        *(("new", "view-new"), ("starred", "view-starred"), ("today", "view-today"), ("all", "view-all")),
        *(("note", "note"), ("tag", "tag"), ("quit", "quit"), ("theme", "theme"), ("sort", "sort"), ("bulk", "bulk")),
        *(("search", "search"), ("find", "find"), ("help", "help"), ("palette", "help"), ("red", "redo")),
        *(
            ("open pdf", "pdf"),
            ("copy title", "copy-title"),
            ("wider", "wider"),
            ("pager", "pager"),
            ("mark", "mark-read"),
        ),
    ],
)
def test_a_name_goes_before_words_of_other_sentences(text: str, command_id: str) -> None:
    assert found(text)[0] == command_id
    assert found(f"  {text.upper()} ")[0] == command_id


@pytest.mark.parametrize(
    ("text", "command_id"),
    [
        *(
            ("s", "mark-starred"),
            ("S", "sort"),
            ("x", "mark-skipped"),
            ("d", "mark-later"),
            ("G", "last"),
            ("N", "previous"),
        ),
        *(
            ("u", "undo"),
            ("n", "next"),
            ("/", "search"),
            ("[", "older"),
            ("{", "older-new"),
            ("|", "pager"),
            ("<", "narrower"),
        ),
        *(("space", "page-on"), ("Space", "page-on"), ("spacebar", "page-on"), ("esc", "back"), ("escape", "back")),
        *(
            ("enter", "enter"),
            ("Return", "enter"),
            ("tab", "next-pane"),
            ("shift+tab", "previous-pane"),
            ("F1", "help"),
        ),
        *(("ctrl+f", "find"), ("Ctrl-F", "find"), ("^f", "find"), ("^F", "find"), ("C-f", "find"), ("ctrl f", "find")),
        *(("gu", "view-new"), ("g u", "view-new"), ("g  u", "view-new"), ("ya", "copy-arxiv"), ("gg", "first")),
        *(
            ("pgdn", "reader-down"),
            ("PageDown", "reader-down"),
            ("page up", "reader-up"),
            ("Home", "first"),
            ("up", "up"),
        ),
        *(("↓", "down"), ("left", "pane-left"), ("end", "last"), ("ctrl+p", "help"), ("?", "help")),
    ],
)
def test_a_key_is_found_by_whatever_people_call_it(text: str, command_id: str) -> None:
    assert found(text)[0] == command_id


def test_every_key_finds_its_command_first_or_one_direction_of_it() -> None:
    for command in listed():
        for key in keys_of(command):
            together = key.replace(" ", "")
            # `f 1` is not F1.
            for name in (key, key_label(key), *([together] if together not in ALL_KEYS else [])):
                best, *_ = find(name, Pane.PAPERS, lambda _: True)
                assert key in keys_of(best), name


def test_the_first_key_of_sequences_finds_them_all() -> None:
    begun = [command.id for command in COMMANDS if any(key.startswith("g ") for key in command.keys)]
    assert found("g")[: len(begun)] == begun


@pytest.mark.parametrize("text", ["r", "m", "ㄱ", "ㅡ"])
def test_of_a_key_with_two_directions_the_one_that_applies_goes_first(text: str) -> None:
    assert found(text)[:2] == ["mark-read", "mark-unread"]
    assert found(text, without="mark-read")[:2] == ["mark-unread", "mark-read"]
    assert found("mark", without="mark-read")[:2] == ["mark-read", "mark-unread"]


@pytest.mark.parametrize(
    "word", ["star", "undo", "unread", "quit", "sort", "theme", "copy arxiv", "mark read", "gu", "next"]
)
def test_the_other_layout_finds_the_same(word: str) -> None:
    keys = "ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ"
    jamos = word.translate({ord("a") + index: jamo for index, jamo in enumerate(keys)})
    assert found(jamos) == found(word)


@pytest.mark.parametrize(
    ("typed", "meant"), [("ㄴㅅㅁㄱ", "star"), ("ㄴ새", "sto"), ("ㅕㅜ애", "undo"), ("ㄳ", "rt"), ("qㅕㅑㅅ", "quit")]
)
def test_syllables_and_compounds_are_the_keys_that_made_them(typed: str, meant: str) -> None:
    assert latin_text(typed) == meant
    assert found(typed) == found(meant)


@pytest.mark.parametrize("typed", ["강화", "rkdghk", "강ㅎ", "학습"])
def test_korean_words_of_a_sentence_are_found_on_either_layout(typed: str) -> None:
    assert found(typed) == ["aliases"]


def test_among_equals_those_of_the_pane_in_focus_go_first() -> None:
    assert found("open", Pane.PAPERS)[:2] == ["arxiv", "alphaxiv"]
    assert found("p", Pane.READER) != found("p", Pane.DATES)


def test_what_nobody_means_finds_nothing() -> None:
    assert found("zzz") == found("mark zzz") == found("🦀") == []


@pytest.mark.parametrize("pane", list(Pane))
def test_everything_is_listed_once_beginning_with_the_pane_in_focus(pane: Pane) -> None:
    (title, first), *others = sections(pane)
    assert title == f"In the {pane}" if pane is not Pane.READER else "In the reader"
    everything = [command for _, commands in sections(pane) for command in commands]
    assert sorted(command.id for command in everything) == sorted(command.id for command in listed())
    assert len({heading for heading, _ in others}) == len(others)
    hinted = {command.id for command in COMMANDS if pane in command.panes} & {command.id for command in everything}
    assert hinted <= {command.id for command in first}


def test_commands_that_toggle_are_listed_by_their_directions() -> None:
    ids = [command.id for command in listed()]
    assert not {"read", "star", "skip", "later"} & set(ids)
    for command_id, keys in DIRECTIONS.items():
        command = next(command for command in listed() if command.id == command_id)
        assert keys_of(command) == keys
        assert isinstance(command, Command)
        assert command.takes_selection
