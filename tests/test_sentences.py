"""What a person reads: one list, one word for one thing, and what else a machine can say about style."""

import re
from collections import Counter
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest

from digest_tui.counts import counted
from support.sentence_doors import DOORS, LABELLED_BY_KEYS, LABELS, NAMES, NOT_FOR_PEOPLE
from support.sentences import LIST, PACKAGE, RENEW, Sentence, collected, listed, sentences_of

WORDS = Path(__file__).parents[1] / "docs" / "words.md"
NOUNS = (
    r"(?:bytes|cells|characters|columns|conflicts|dates|days|decisions|digests|entries|events|files|folders|keys|levels"
    r"|lines|links|matches|months|notes|papers|problems|rows|seconds|sources|tags|texts|times|votes|weeks|words)\b"
)
QUERY_EXAMPLES = {'add a closing "', 'title:"world model"', "sort:votes"}
"""Pieces of a query, which quote by their own rules."""


@cache
def sentences() -> list[Sentence]:
    """Every sentence of the program; not at import, for each worker imports every module of tests."""
    return collected()


def texts() -> list[str]:
    """What they say, each once."""
    return sorted({sentence.text for sentence in sentences()})


def not_allowed() -> list[str]:
    """The phrases of the last column of the table of words."""
    rows = [line.split("|")[1:-1] for line in WORDS.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [phrase.strip() for row in rows[1:] for phrase in row[2].split(",") if phrase.strip()]


def found(pattern: str, *, without: str = "") -> list[str]:
    """The sentences in which something is found that should not be there."""
    return [text for text in texts() if re.search(pattern, text) and not (without and re.search(without, text))]


def said(text: str) -> str:
    """A sentence without what fills its holes."""
    return re.sub(r"\{[^{}|]*\}", "", text)


def test_the_list_has_every_sentence_and_no_other() -> None:
    known, now = LIST.read_text("utf-8"), listed(sentences())
    changed = "\n".join(unified_diff(known.splitlines(), now.splitlines(), "listed", "in the program", "", "", n=1))
    assert not changed, f"Read what is new as an editor would, then run {RENEW}\n{changed}"


def test_no_exception_outlives_what_it_was_made_for() -> None:
    code = {file.relative_to(PACKAGE).as_posix(): file.read_text("utf-8") for file in PACKAGE.rglob("*.py")}
    whole = "\n".join(code.values())
    for table in (LABELS, LABELLED_BY_KEYS, NAMES):
        for module, names in table.items():
            for name in names:
                assert re.search(rf"(?:def|class) {name}\b|^{name}\b.*=|^.*, {name}\b.* = ", code[module], re.M), name
    for door in DOORS:
        assert re.search(rf"\b{re.escape(door)}\(", whole), door
    for text in NOT_FOR_PEOPLE:
        piece = re.split(r"\{[^{}]*\}|\\n|\n|\"", text)
        assert max(piece, key=len) in whole, text


@pytest.mark.parametrize("phrase", not_allowed())
def test_one_thing_has_one_name(phrase: str) -> None:
    assert not [text for text in texts() if re.search(rf"(?i)\b{re.escape(phrase)}\b", said(text))]


def test_every_number_goes_with_the_right_form_of_its_noun() -> None:
    # A constant is never one; what is in braces was a value of the program.
    assert not found(rf"\{{(?![A-Z_]+\}})[^{{}}|]*\}} (?:[a-z]+ )?{NOUNS}", without="also matches")
    assert not found(rf"(?<![\d.-])1 {NOUNS}", without=r"\{1 ")


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 papers"), (1, "1 paper"), (2, "2 papers"), (1204, "1,204 papers")]
)
def test_a_number_is_written_with_its_noun(number: int, words: str) -> None:
    assert counted(number, "paper") == words


def test_a_noun_may_have_a_form_of_its_own() -> None:
    assert [counted(number, "match", "matches") for number in (0, 1, 2)] == ["0 matches", "1 match", "2 matches"]


def test_blanks_are_single_and_inside() -> None:
    assert not found(r"\S  +\S", without=r"Tab completes")
    assert not [
        text
        for text in texts()
        if text.rstrip(" ") != text and not text.endswith(": ") and text.strip(" ") not in JOINTS
    ]


JOINTS = {"and", "or"}
"""Words between two things."""


def test_quotes_dashes_and_ellipses_have_one_form() -> None:
    assert not found("[“”‘’«»]")
    assert not found(r"\.\.\.")
    assert not found(r"\s…")
    assert not found(r"[–—]|[^\W_] - [^\W_]|\w -- \w", without=r"write -- before")
    assert not [text for text in texts() if text.count("`") % 2]
    assert not [text for text in texts() if text.count('"') % 2 and text not in QUERY_EXAMPLES]


def test_brackets_are_closed() -> None:
    for text in texts():
        without_queries = re.sub(r"add a \)|:\( \)|\( \) group", "", text)
        assert Counter(without_queries)["("] == Counter(without_queries)[")"], text


def test_what_has_two_sentences_ends_with_a_full_stop() -> None:
    unfinished = [text for text in texts() if re.search(r"[a-z]\. \w", text) and not re.search(r"[.}*]$", text)]
    # The design has it so.
    assert unfinished == ["All decided. g a all papers, [ an older day"]


MODULE = '''
"""A module of words."""
from x import say

TABLE = {"key of no one": "value for people"}
SELECT = "SELECT name FROM papers"
LISTED = "some words in a list".split()

def done(count, name):
    """Docstrings are no sentences."""
    assert count, "never to be seen"
    say("Single")
    re.search("some (?:old )?words", name)
    print("quiet")
    raise UsageError(f"{name!r} is wrong: {counted(count, 'paper')} and {'a few' if count else 'no'} more")
'''


def test_the_rules_find_what_a_person_reads_and_nothing_else() -> None:
    texts = [text for _, text, _ in sentences_of("some.py", MODULE)]
    assert texts == [
        "value for people",
        "Single",
        "{name} is wrong: {1 paper|2 papers} and {a few|no} more",
    ]


def test_the_list_is_by_module_and_has_each_sentence_once() -> None:
    twice = [Sentence("a.py", "One\nline", 1), Sentence("b.py", "Other", 1), Sentence("a.py", "One\nline", 9)]
    assert listed(twice).partition("\n\n")[2] == "[a.py]\nOne\\nline\n\n[b.py]\nOther\n"
