"""The Markdown we read: CommonMark with tables and strikethrough, and the amendments Korean digests need."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference as reference_rule
from markdown_it.rules_block.table import table as table_rule
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import emphasis as emphasis_rule
from markdown_it.rules_inline import strikethrough as strikethrough_rule

from digest_tui.markup.equations import equation
from digest_tui.markup.tex import formula_at
from digest_tui.notation.cjk import cjk
from digest_tui.notation.tex_accents import letter_at

MAX_NESTING = 20
"""Levels of nesting; markdown-it drops what lies deeper, so the caller must look for tokens that reach this."""
MAX_CELLS = 20_000
"""Cells of all tables of one text; a line of pipes can ask for a thousand times its own size."""


@cache
def dialect() -> MarkdownIt:
    """Return the one parser, made on first use.

    Its `env` comes back with `references` and, where a table was too large and became code, `tables_left`. Where it
    goes in with a true `tex`, formulas stay TeX though Unicode could say the same.
    """
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    # A rule drawn right below a line of text is a rule in every digest seen; no author meant a heading.
    parser.disable("lheading")
    parser.block.ruler.at("reference", _reference)
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.at("strikethrough", _strikethrough)
    parser.inline.ruler.before("escape", "formula", _formula)
    parser.inline.ruler.before("escape", "accent", _accent)
    parser.block.ruler.before("fence", "equation", equation, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    # Targets stay as written: whoever opens one applies the rule for links to it then.
    parser.normalizeLink = _as_written  # type: ignore[method-assign]
    parser.normalizeLinkText = _as_written  # type: ignore[method-assign, assignment]
    parser.validateLink = _any_link  # type: ignore[method-assign]
    return parser


def _as_written(url: str) -> str:
    return url


def _any_link(url: str) -> bool:
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    start, known = state.pos, len(state.delimiters)
    if not emphasis_rule.tokenize(state, silent):
        return False
    if state.src[start] == "*":
        _allow_cjk(state, start, known)
    return True


def _strikethrough(state: StateInline, silent: bool) -> bool:
    start, known = state.pos, len(state.delimiters)
    if not strikethrough_rule.tokenize(state, silent):
        return False
    _allow_cjk(state, start, known)
    return True


def _allow_cjk(state: StateInline, start: int, known: int) -> None:
    """Let the new delimiters open or close where CommonMark wants a space that CJK text does not have.

    A delimiter between punctuation and a letter may only face the letter's way (`**word(x)**는` cannot close). Where
    one of the two is CJK, that says nothing: not followed by a space it may open, not preceded by one it may close.
    """
    before = state.src[start - 1] if start else " "
    after = state.src[state.pos] if state.pos < state.posMax else " "
    if not (cjk().match(before) or cjk().match(after)):
        return
    for delimiter in state.delimiters[known:]:
        delimiter.open = not after.isspace()
        delimiter.close = not before.isspace()


def _formula(state: StateInline, silent: bool) -> bool:
    """Keep TeX away from the rules for emphasis and escapes; as Unicode where that is sure, else as written."""
    if (formula := formula_at(state.src, state.pos)) is None:
        return False
    if not silent:
        token = state.push("math_inline", "math", 0)
        in_unicode = None if state.env.get("tex") else formula.unicode
        token.content, token.info = (formula.body, "tex") if in_unicode is None else (in_unicode, "unicode")
    state.pos = formula.end
    return True


def _accent(state: StateInline, silent: bool) -> bool:
    """Read TeX's accents where that is sure; else a backslash is an escape."""
    if state.src[state.pos] not in "\\{" or (letter := letter_at(state.src, state.pos)) is None:
        return False
    if not silent:
        state.pending += letter.letter
    state.pos = letter.end
    return True


def _reference(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Leave a footnote to be read: of one word, CommonMark takes it for the target of a link and shows it nowhere."""
    start = state.bMarks[first] + state.tShift[first]
    return not state.src.startswith("[^", start) and reference_rule(state, first, end, silent)


def _table(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Apply the table rule within a budget of cells; keep a table beyond it as code."""
    if not table_rule(state, first, end, True):
        return False
    if silent:
        return True
    last = first
    while last < end and not state.isEmpty(last):
        last += 1
    columns = state.src.count("|", state.bMarks[first], state.eMarks[first]) + 1
    cells = state.env.get("cells", 0) + columns * (last - first)
    if cells <= MAX_CELLS:
        state.env["cells"] = cells
        return table_rule(state, first, end, False)
    state.env["tables_left"] = True
    token = state.push("code_block", "code", 0)
    token.content = state.getLines(first, last, state.blkIndent, False)
    token.map = [first, last]
    state.line = last
    return True
