"""The line of a paper that names its authors, however it is written: under a label, in italics, behind a symbol."""

import re

from digest_tui.formats.words.fields import author_names
from digest_tui.formats.words.inline_html import markdown_of
from digest_tui.formats.words.labels import AUTHORS, COLON, field_of
from digest_tui.formats.words.letters import letters, weight

_MAX_LINE = 20_000
"""Characters of a line in which names are looked for."""
_MARKS = re.compile(r"^[\s>]*(?:[-*+•]\s+)?")
_LABELLED = re.compile(
    r"(?:[^\w\s*_\[\]<>`|]{1,6}+\s?)?+(?P<mark>\*\*|__|\*|_)?[^\w\s*_]*\s*(?P<label>\w[^:：*|\n]{0,30}?)"
    rf"{COLON}(?P<rest>.*)"
)
_BOLD_LABEL = re.compile(r"\*\*(?P<label>[^*\n]{2,24})\*\*\s+(?P<rest>\S.*)")
_NEXT_FIELD = re.compile(r"\s*[|｜]\s*|\s·\s(?=\*\*|\[)|\s+(?=\*\*[^*]{2,24}[:：])|<br", re.IGNORECASE)
_ITALIC = re.compile(
    r"\s*(?:[-*+]\s+)?[^\w\s]*\s*(?P<mark>\*|_)(?![*_\s])(?P<names>[^*_\n]{3,2000})(?P=mark)\s*(?:[|·—].*)?"
)
_BEHIND_TITLE = re.compile(
    r"(?P<mark>\*{1,3}|_{1,3})[^*_]{6,400}(?P=mark)\s*\((?P<names>[^()]*(?:\([^()]*\)[^()]*)*)\)"
)
_NAME = re.compile(r"[^\W\d_][\w.'’\-]*\.?(?:\s+[^\W\d_][\w.'’\-]*\.?){1,4}")
_PEOPLE = re.compile(
    r"(?:^[\s>*-]*|[|·]\s*)(?:👤|👥|✍\ufe0f?|🧑\S{0,4}|👨\S{0,4}|👩\S{0,4})\s+(?P<names>[^:：|·]{2,2000})(?=$|[|·])"
)
_MAX_BEFORE = 120
"""Characters of a line in which its label is looked for."""
_LABEL_HINT = re.compile("|".join(sorted({re.escape(name.split()[0]) for name in AUTHORS})), re.IGNORECASE)
_PEOPLE_HINT = re.compile("[👤👥✍🧑👨👩]")
_EMPHASIS_HINT = re.compile(r"\W*[*_]")
_LETTER = re.compile(r"[^\W\d_]")
_MAX_LABEL = 14
"""Largest number of letters of a line of authors beside their names."""
_LONGEST_NAME = 8
"""Largest number of letters of Hangul, Kana or Han in a name."""
_NEAR = 4
"""Lines below a title in which unlabelled authors are looked for."""


def authors_in(line: str, distance: int) -> tuple[str, ...] | None:
    """Read the names in a line so many lines below a title; None for a line of anything else.

    A line that says `Authors: -` is one of authors, without names.
    """
    if not _may_name_authors(line, distance):
        return None
    line = line[:_MAX_LINE].rstrip("\\ ")
    text = " ".join(_MARKS.sub("", markdown_of(line) if "<" in line else line).split("\n")[0].split())
    match = _LABELLED.match(text)
    if match and field_of(match["label"]) in AUTHORS:
        return author_names(_NEXT_FIELD.split(match["rest"].lstrip(":： "))[0])
    if (bold := _BOLD_LABEL.match(text)) and field_of(bold["label"]) in AUTHORS:
        return author_names(_NEXT_FIELD.split(bold["rest"])[0])
    if people := _PEOPLE.search(text):
        return author_names(people["names"])
    if distance <= _NEAR and (behind := _BEHIND_TITLE.fullmatch(text)) and _are_names(behind["names"]):
        return author_names(behind["names"])
    if distance <= _NEAR and (italic := _ITALIC.fullmatch(text)) and _are_names(italic["names"]):
        return author_names(italic["names"])
    return None


def _may_name_authors(line: str, distance: int) -> bool:
    """Return True when a line holds what a line of authors does: a quick test that most lines fail."""
    if "<" in line or _PEOPLE_HINT.search(line, 0, _MAX_LINE):
        return True
    beginning = line[:_MAX_BEFORE]
    label, colon, _ = beginning.replace("：", ":").partition(":")
    if (colon or "**" in beginning) and _LABEL_HINT.search(label):
        return True
    return distance <= _NEAR and _EMPHASIS_HINT.match(line) is not None


def names_only(line: str, names: tuple[str, ...]) -> bool:
    """Return True when a line holds these names and hardly anything else, such as the label before them."""
    rest = line
    for name in names:
        rest = rest.replace(name, "", 1)
    return len(_LETTER.findall(rest)) <= _MAX_LABEL


def _are_names(text: str) -> bool:
    names = [name.strip() for name in author_names(text)]
    return (
        bool(names)
        and sum(bool(_NAME.fullmatch(name)) for name in names) * 3 >= len(names) * 2
        and not text.rstrip().endswith("。")
        and all(weight(name) - letters(name) <= _LONGEST_NAME for name in names)
    )
