"""Blocks of code: a tinted rectangle, coloured where the language is known."""

from collections.abc import Iterator
from typing import cast

from rich.style import Style

from digest_tui.markup.blocks import Code
from digest_tui.render.lines import Run, width_of
from digest_tui.render.palette import Palette
from digest_tui.render.wrap import MIN_WIDTH, chop

MAX_COLOURED = 16_000
"""Characters of code that are worth the time of a lexer."""

LANGUAGES = frozenset({
    "bash", "bibtex", "c", "cpp", "css", "diff", "go", "html", "ini", "java", "javascript", "js", "json", "jsonc",
    "julia", "kotlin", "latex", "lua", "make", "markdown", "python", "py", "r", "ruby", "rust", "scala", "sh",
    "shell", "sql", "swift", "tex", "toml", "ts", "tsx", "typescript", "xml", "yaml", "yml", "zsh",
})  # fmt: skip
"""Languages whose lexers may see a stranger's text: an obscure lexer can take for ever over it."""

_CONTINUED = "↳"
_ROLES = {
    "Token.Comment": "code_comment",
    "Token.Keyword.Constant": "code_number",
    "Token.Keyword": "code_keyword",
    "Token.Operator.Word": "code_keyword",
    "Token.Name.Tag": "code_keyword",
    "Token.Name.Builtin": "code_keyword",
    "Token.Name.Decorator": "code_comment",
    "Token.Literal.String": "code_string",
    "Token.Literal.Number": "code_number",
    "Token.Generic.Inserted": "code_string",
    "Token.Generic.Deleted": "code_number",
    "Token.Generic.Heading": "code_keyword",
    "Token.Generic.Subheading": "code_keyword",
}
"""The roles of kinds of tokens, the narrower kind first."""


def code_lines(code: Code, width: int, palette: Palette) -> Iterator[tuple[tuple[Run, ...], str | None]]:
    """Lines of exactly `width` cells (`MIN_WIDTH` if that is more) with their joints; a long line goes on at a mark."""
    style = palette.text + palette.code_block
    padding = 1 if width >= MIN_WIDTH + 2 else 0
    inner = max(width - 2 * padding, MIN_WIDTH)
    for line in _coloured(code, style, palette):
        for index, runs in enumerate(chop(line, inner)):
            margin = Run((_CONTINUED if index else " ") * padding, style + palette.dim, is_margin=True)
            fill = Run(" " * (inner - width_of(runs) + padding), style, is_margin=True)
            yield (margin, *runs, fill), "" if index else None


def _coloured(code: Code, style: Style, palette: Palette) -> Iterator[list[Run]]:
    """The lines of the code before they are fitted to the width."""
    if code.language not in LANGUAGES or len(code.text) > MAX_COLOURED:
        yield from ([Run(line, style)] for line in code.text.split("\n"))
        return
    # Pygments costs more than the rest of the reader together: only code that says what it is pays for it.
    from rich.syntax import Syntax  # noqa: PLC0415

    if (lexer := Syntax(code.text, code.language).lexer) is None:
        yield [Run(code.text, style)]
        return
    line: list[Run] = []
    for token, text in lexer.get_tokens(code.text):
        token_style = style + _style_of(str(token), palette)
        first, *others = text.split("\n")
        line.append(Run(first, token_style))
        for other in others:
            yield line
            line = [Run(other, token_style)]
    if width_of(line):
        yield line


def _style_of(token: str, palette: Palette) -> Style:
    """The style of a token by the name that Pygments has for its kind: `Token.Literal.Number.Float`."""
    for kind, role in _ROLES.items():
        if token.startswith(kind):
            return cast(Style, getattr(palette, role))
    return Style.null()
