"""Formulas on lines of their own: a rule for blocks of Markdown."""

from markdown_it.rules_block import StateBlock

from digest_tui.markup.tex import is_equation, unicode_equation

MAX_LINES = 60
"""Largest number of lines that are read for the end of a formula."""
_CODE_INDENT = 4
_CLOSINGS = {"$$": "$$", "\\[": "\\]"}


def equation(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Take the lines between `$$` and `$$`, or the same in TeX's brackets, that hold a formula and nothing else."""
    if state.sCount[first] - state.blkIndent >= _CODE_INDENT:
        return False
    opening = state.src[state.bMarks[first] + state.tShift[first] :][:2]
    closing = _CLOSINGS.get(opening)
    if closing is None or (found := _body(state, first, end, closing)) is None:
        return False
    body, last = found
    if not is_equation(body, in_dollars=opening == "$$"):
        return False
    if not silent:
        in_unicode = None if state.env.get("tex") else unicode_equation(body)
        token = state.push("math_block", "math", 0)
        token.content, token.info = (body, "tex") if in_unicode is None else (in_unicode, "unicode")
        token.map = [first, last]
        state.line = last
    return True


def _body(state: StateBlock, first: int, end: int, closing: str) -> tuple[str, int] | None:
    """What stands between the marks, and the line after it; None where an empty line or other words come first."""
    lines: list[str] = []
    for line in range(first, min(end, first + MAX_LINES)):
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
        if line == first:
            text = text[2:]
        elif not text or state.sCount[line] < state.blkIndent:
            return None
        before, mark, after = text.partition(closing)
        if after:
            return None
        lines.append(before.rstrip())
        if mark:
            return "\n".join(lines).strip("\n "), line + 1
    return None
