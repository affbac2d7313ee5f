"""The visible text of Markdown, found by patterns since parsing every paper properly would take seconds."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from digest_tui.notation.cjk import chinese_japanese
from digest_tui.notation.code_spans import STAND_INS, inside_code, without_stand_ins
from digest_tui.notation.tags import BLOCKS, MEDIA, WORDS, attribute, tag_of
from digest_tui.notation.tex_accents import with_letters
from digest_tui.notation.urls import DESTINATION, is_video_file
from digest_tui.patterns import pattern
from digest_tui.text import unescaped

BREAK = "\n"
"""The separator of blocks: no words match across it."""

_MARKS = pattern(r"[\[<*`_~|\\&]")
_OPENERS = frozenset("#>-*+|`~=:0123456789 \t[<_")
"""First characters of lines that may hold more than words."""
_FENCE = pattern(r"\s*(`{3,}|~{3,})[^`]*$")
_RULE = pattern(r"[ \t>]*+(?:[-*_=][ \t]*+){3,}+$|(?=[ \t:|]*+-[ \t:-]*+\|)[ \t:|-]*+$")
_BLOCK = pattern(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\#{1,6}(?=[ \t])|\[[ xX]\](?=[ \t])))+")
_NUMBERED = pattern(r"[ \t]*[0-9]{1,3}[.)][ \t]")
_HEADING = pattern(r"[ \t>]*\#{1,6}[ \t]")
_PLAIN = r"[^\[\]\\]++|\\."
_LINK = pattern(
    # Brackets within the words of a link are paired.
    rf"!?\[(?P<label>(?:{_PLAIN}|\[(?:{_PLAIN})*+\])*+)\](?:{DESTINATION.pattern}|\[[^\[\]]*\](?!\())",
    re.VERBOSE,
)
_DEFINITION = pattern(r"[ \t]{0,3}\[(?!\^)[^\[\]]+\]:[ \t]*\S+")
_AUTOLINK = pattern(r"<((?:https?|mailto):[^<>\s]*)>")
_BLOCK_TAG = pattern(tag_of(BLOCKS | MEDIA), re.IGNORECASE)
_WORD_TAG = pattern(tag_of(WORDS), re.IGNORECASE)
_COMMENT = pattern(r"<!--.*?-->")
_ESCAPED = pattern(r"(\\[!-/:-@\[-`{-~])")
_EMPHASIS = pattern(r"[*`]+|~~|(?<!\w)_++|_++(?!\w)")
_ALT = pattern(attribute("alt"), re.IGNORECASE)


class VisibleLine(NamedTuple):
    """One line of Markdown as it is seen."""

    text: str
    """The text without marks and surrounding white space; `BREAK` between the cells of a row; may be empty."""
    opens: bool
    """True when no words continue into it from the line above."""


def visible_lines(lines: Iterable[str]) -> Iterator[VisibleLine]:
    """Yield the words of each line of Markdown, without marks and link targets; never raises, takes linear time."""
    fence = ""
    opens = True
    quoted = 0
    for line in lines:
        if not fence and (not line or line[0] not in _OPENERS):
            yield VisibleLine(_words(line), opens)
            opens = not line
            # A line of a quote may come without its mark.
            quoted = quoted if line else 0
            continue
        # A fence ends with as many marks of its kind, and nothing behind them.
        mark = _FENCE.match(line)
        if mark and (not fence or (mark[1].startswith(fence) and line.strip() == mark[1])):
            fence = "" if fence else mark[1]
            yield VisibleLine("", True)
            opens = True
        elif fence:
            yield VisibleLine(" ".join(line.split()), True)
        elif line.isspace() or _RULE.match(line):
            yield VisibleLine("", True)
            opens = True
        else:
            block = _BLOCK.match(line)
            marks = "".join(block[0].split()) if block else ""
            # A paragraph within a quote goes on where the next line has no more marks, or fewer.
            goes_on = marks != "" and marks.strip(">") == "" and len(marks) <= quoted
            opens = opens or (block is not None and not goes_on) or line[0] == "|" or _NUMBERED.match(line) is not None
            words = _words(line[block.end() :] if block else line)
            yield VisibleLine(words, opens)
            quoted = len(marks) - len(marks.lstrip(">"))
            opens = line[0] == "|" or _HEADING.match(line) is not None or (quoted > 0 and not words)
            continue
        quoted = 0


def join_lines(lines: Iterable[VisibleLine]) -> str:
    """Return lines as one text, `BREAK` between blocks."""
    return BREAK.join(joined_blocks(lines))


def joined_blocks(lines: Iterable[VisibleLine]) -> Iterator[str]:
    """Yield each block of lines as one: a line end within it becomes a space, between Chinese characters nothing."""
    parts: list[str] = []
    before = ""
    opens = False
    for line in lines:
        opens = opens or line.opens
        if line.text:
            if parts and opens:
                yield "".join(parts)
                parts = []
            elif parts:
                parts.append(_joint(before, line.text))
            parts.append(line.text)
            before, opens = line.text, False
    if parts:
        yield "".join(parts)


def visible_text(markdown: str) -> str:
    """Return the words of Markdown as one text, `BREAK` between blocks; never raises, takes linear time."""
    return join_lines(visible_lines(markdown.split("\n")))


def _joint(before: str, after: str) -> str:
    return "" if chinese_japanese().match(before[-1]) and chinese_japanese().match(after[0]) else " "


def _words(line: str) -> str:
    if _MARKS.search(line):
        line = _without_marks(line)
    return " ".join(line.split()) if BREAK not in line else _cells(line)


def _cells(line: str) -> str:
    return BREAK.join(filter(None, (" ".join(cell.split()) for cell in line.split(BREAK))))


def _without_marks(text: str) -> str:
    # Neither are marks in code any, nor escaped ones.
    text = inside_code(text, _code) if "`" in text else text
    if "[" in text:
        text = "" if _DEFINITION.match(text) else _LINK.sub(_label, text)
        if "[" in text and "](" in text:
            # A picture was the text of this link.
            text = _LINK.sub(_label, text)
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", text)
        text = _WORD_TAG.sub("", _BLOCK_TAG.sub(_shown, _without_comments(text)))
    text = with_letters(text)
    parts = _ESCAPED.split(text) if "\\" in text else [text]
    for index, part in enumerate(parts):
        parts[index] = part[1] if index % 2 else without_emphasis(part.replace("|", BREAK))
    return without_stand_ins(unescaped("".join(parts)))


def without_emphasis(text: str) -> str:
    """Return a text without the marks of emphasis and code."""
    if "_" in text:
        return _EMPHASIS.sub("", text)
    # An expression takes ten times as long, and every paper has such lines.
    return text.replace("~~", "").replace("*", "").replace("`", "")


def _without_comments(text: str) -> str:
    # Behind the last end there is none: looking for it from each beginning would take quadratic time.
    last = text.rfind("-->") + len("-->") if "<!--" in text else 0
    return _COMMENT.sub("", text[:last]) + text[last:]


def _code(span: str) -> str:
    return span.strip("`").translate(STAND_INS)


def _shown(tag: re.Match[str]) -> str:
    """Return the replacement for a block tag: a break, and for a picture its description."""
    words = _ALT.search(tag[0])
    return f"{BREAK}{words[2] or words[3] or words[4]}{BREAK}" if words else BREAK


def _label(link: re.Match[str]) -> str:
    # The label of a clip is the digest's furniture: who leaves out `video` does not mean papers that come with one.
    target = link["angle"] or link["plain"] or ""
    return "" if is_video_file(target) else link["label"]
