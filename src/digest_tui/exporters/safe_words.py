"""The words of a digest, or of a person, as Markdown in which every character of them is text.

What CommonMark, Pandoc, Obsidian or one of its plug-ins takes for a sign is escaped where it stands:
https://spec.commonmark.org/0.31.2/#backslash-escapes, https://pandoc.org/MANUAL.html#pandocs-markdown,
https://help.obsidian.md/syntax.
"""

from __future__ import annotations

import re
import unicodedata

from digest_tui.markup.blocks import Span
from digest_tui.patterns import pattern

APART = "\u200b"
"""Stands where two signs would be read as one: it has no width, and is neither white space nor punctuation."""
_SIGNS = pattern(
    r"""[\\`*\[\]|~^{$]
    | (?<!\w)_ | _(?!\w)
    | <(?=[A-Za-z/!?%])
    | \#(?=\S|$)
    | &(?=\#?\w+;)
    | (?<!\w)@(?=\w)
    | (?<=:): | (?<==)= | (?<=%)% | (?<=<)[%!]""",
    re.VERBOSE,
)
"""What is a sign anywhere in a line; of `::`, `==`, `%%`, `<%` and `<!` the second character too."""
_FIRST = pattern(r"[-+](?=[\s-]|$)|>|#|:(?=[\s:])|=+$|%(?=\s)|[0-9]{1,9}(?=[.)](?:\s|$))")
"""What is a sign at the beginning of a line."""
_QUERY = pattern(r"\s*(?:[^\w\s]?=|[A-Z]+\[)")
"""How code begins that plug-ins run where it stands: `= this.file`, `$= dv`, `VIEW[...]`."""
_TEMPLATE = pattern(r"<(?=%)")
_OF_OURS = pattern(r"<!--(?=\s*/?digest-tui)")
_RUNS = pattern(r"`+")
_IN_TEX = pattern(r"(?<=<)(?=[A-Za-z!/?%])|(?<=\[)(?=\[)|(?<=!)(?=\[)|(?<=\])(?=[(:\[])|(?<=([%=:]))(?=\1)")
"""Where a space, which says nothing in TeX, parts what is a sign for a program that knows no formulas."""

_HEADING = pattern(r"(?m)^(?=#|[-=]+$)")
"""Where such a program would begin or end a heading: an empty group says nothing in TeX."""


def escaped(text: str) -> str:
    """Escape what is a sign anywhere in a line."""
    return _SIGNS.sub(lambda sign: "&amp;" if sign[0] == "&" else f"\\{sign[0]}", text)


def first_escaped(line: str) -> str:
    """Escape what would make a line a heading, an item, a quotation or a definition."""
    if not (found := _FIRST.match(line)):
        return line
    end = found.end()
    return f"{line[:end]}\\{line[end:]}" if line[0].isdigit() else f"\\{line}"


def code(text: str, *, in_table: bool = False) -> str:
    """Write code within a line."""
    text = without_commands(text)
    fence = "`" * (1 + longest_run(text) if "`" in text else 1)
    pad = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{fence}{pad}{text.replace('|', chr(92) + '|') if in_table else text}{pad}{fence}"


def longest_run(text: str) -> int:
    """Return the length of the longest run of back-ticks."""
    return max((len(run) for run in _RUNS.findall(text)), default=0)


def without_commands(text: str) -> str:
    """Part what templates and our own marks begin with: in code nothing can be escaped."""
    return _OF_OURS.sub("<! --", _TEMPLATE.sub("< ", text))


def tex(text: str) -> str | None:
    """Return a formula as it may stand between dollars; None where it could end there, or begin code."""
    text = "\n".join(line.strip() for line in text.split("\n") if line.strip())
    backslashes = len(text) - len(text.rstrip("\\"))
    if not text or "$" in text or "`" in text or "~~~" in text or backslashes % 2:
        return None
    return _HEADING.sub("{}", _IN_TEX.sub(" ", text))


def words(span: Span, before: str, after: str, *, in_table: bool = False) -> str:
    """Write a run of text of one kind, between the characters that stand before and after it."""
    if span.formula == "tex":
        formula = tex(span.text)
        if formula is None:
            return code(span.text, in_table=in_table)
        return f"${formula.replace('|', chr(92) + 'vert ') if in_table else formula}$"
    inner = span.text.strip()
    if not inner:
        return span.text
    start = span.text.index(inner)
    lead, tail = span.text[:start], span.text[start + len(inner) :]
    is_code = span.code and not _QUERY.match(inner)
    written = code(inner, in_table=in_table) if is_code else escaped(inner)
    for mark in ("~~" * span.strike, "*" * (span.italic + 2 * span.bold)):
        if mark:
            written = _marked(written, mark, lead[-1:] or before, tail[:1] or after)
    return f"{lead}{written}{tail}"


def followed(before: str, after: str) -> str:
    """Put two pieces of a line one after the other so that they stay two."""
    is_one = (before[-1:], after[:1]) in (("!", "["), ("[", "["), ("`", "`"), ("$", "$"))
    apart = APART if is_one else ""
    return f"{before}{apart}{after}"


def _marked(text: str, mark: str, before: str, after: str) -> str:
    """Put marks of emphasis around a text so that they open and close there.

    A mark between punctuation and a letter faces the letter's way only, as Korean text has it: `**word(x)**는`.
    """
    lead = APART if before in ("*", "~") else ""
    first = APART if _is_sign(text[0]) and (lead or _is_letter(before)) else ""
    last = APART if _is_sign(text[-1]) and _is_letter(after) else ""
    return f"{lead}{mark}{first}{text}{last}{mark}"


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_letter(character: str) -> bool:
    return bool(character) and not character.isspace() and not _is_sign(character)
