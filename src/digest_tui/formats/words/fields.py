"""The lines of a paper that hold one field each: votes, authors, the Alphaxiv quote."""

import re

from digest_tui.formats.words.labels import COLON
from digest_tui.notation.urls import DESTINATION, destination
from digest_tui.text import MAX_LINE, one_line, unescaped

_VOTES = re.compile(rf"\s*+(?P<mark>\*\*|__)?Votes?{COLON}\s*+(?:(?P<number>[0-9][0-9,]{{0,14}})|[-–—])?\s*+", re.I)
_AUTHORS = re.compile(rf"\s*+(?P<mark>\*\*|__)?Authors?{COLON}\s*+(?P<names>.*)", re.I)
_STRING = r"'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\""
_PYTHON_LIST = re.compile(rf"\[\s*+(?:(?:{_STRING})\s*+(?:,\s*+(?:{_STRING})\s*+)*+,?\s*+)?\]\s*+")
_ITEM = re.compile(_STRING)
_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))", re.IGNORECASE)
_MAX_NAMES = 20_000
"""Largest number of characters of a list of authors that are read."""
_SEPARATOR = re.compile(r"[,，、;；·]|\s&\s|(?<=\w)\sand\s(?=\w)")
_AFFILIATION = re.compile(r"\s*[(（][^()（）]*(?:\([^()]*\)[^()（）]*)*[)）]")
_OTHERS = re.compile(
    r"(?:^|\s*)(?:et\.?\s?al\.?|等(?:\s*[0-9]*\s*[人位名](?:作者)?)?|외(?:\s*[0-9]+\s*[명인])?|他(?:\s*[0-9]*\s*名)?|ほか|\s등(?:\s*[0-9]+\s*[명인])?"
    r"|and others|(?:and\s)?\+?\s?(?<![0-9])[0-9]{1,4}+ (?:more|others|authors?))\s*$|^(?:and|&)\s+",
    re.IGNORECASE,
)
_OTHERS_END = ".人位名者等외명인他か등"
_OTHERS_ENDS = ("al", "more", "others", "author", "authors")
_NO_NAMES = ("", "+", "-", "–", "—", "...", "…", "N/A", "n/a", "null", "None", "Unknown", "미상", "不明", "未知")
_NO_LETTERS = " *†‡§¶∗"
"""Marks of footnotes around a name."""
_BY = re.compile(r"\Aby\s+(?=[^\W\d_])", re.IGNORECASE)
_LINKED_NAME = re.compile(r"\[([^\[\]]{1,200}+)\]\([^()\s]*+\)")
_ALPHAXIV = re.compile(r"\s*+(?:>\s*+)?\[\s*+alphaxiv\s*+\](?=\()", re.IGNORECASE)


def read_votes(line: str) -> tuple[bool, int | None]:
    """Tell whether this is the line of the votes, and return their number: None for `Vote: -`."""
    match = _VOTES.fullmatch(line)
    if not match:
        return False, None
    return True, int(match["number"].replace(",", "")) if match["number"] else None


def read_authors(line: str) -> tuple[str, ...] | None:
    """Read the names in an `Authors:` line in order, without a lone `+` for those left out; None for any other line.

    Both spellings are read: `A, B, +, C` and a Python list, also a broken one.
    """
    match = _AUTHORS.match(line)
    if not match:
        return None
    return author_names(match["names"])


def author_names(written: str) -> tuple[str, ...]:
    """Read the names in a list of authors: separated by commas, semicolons, ideographic commas or middle dots.

    What stands for those left out (`+`, `et al.`, `等`, `외 3명`) is no name, nor are affiliations in brackets.
    """
    written = " ".join(unescaped(written[:_MAX_NAMES]).split())
    if _PYTHON_LIST.fullmatch(written):
        names = [_ESCAPE.sub(_unescaped, item[1:-1]) for item in _ITEM.findall(written)]
    elif written.startswith("[") and "](" not in written:
        names = [name.strip().strip("'\"") for name in written.strip("[]").split(",")]
    else:
        text = _AFFILIATION.sub("", _BY.sub("", _LINKED_NAME.sub(r"\1", written).strip("*_ ")))
        names = [_without_others(name.strip()).strip(_NO_LETTERS) for name in _SEPARATOR.split(text)]
    return tuple(name for name in map(_folded, names) if name not in _NO_NAMES)


def _without_others(name: str) -> str:
    """Return a name without what stands behind it for those left out; most names do not end like that."""
    lower = name.lower()
    if name[-1:] in _OTHERS_END or lower.endswith(_OTHERS_ENDS) or lower.startswith(("and ", "& ")):
        return _OTHERS.sub("", name)
    return name


def _folded(name: str) -> str:
    return " ".join(name.split()) if len(name) < MAX_LINE and name.isascii() and name.isprintable() else one_line(name)


def holds_all_of(names: tuple[str, ...]) -> bool:
    """Return True when no name was cut."""
    return all(len(name) < MAX_LINE for name in names)


def read_alphaxiv_line(line: str) -> str | None:
    """Return the link of a line that is nothing but `[Alphaxiv](url)`, as a rule in a quote."""
    label = _ALPHAXIV.match(line)
    match = DESTINATION.match(line, label.end()) if label else None
    return destination(match) if match and not line[match.end() :].strip() else None


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else match[3]
