"""Blocks of code: a tinted rectangle, coloured where the language is known."""

from collections.abc import Iterator

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


def code_lines(code: Code, width: int, palette: Palette) -> Iterator[tuple[tuple[Run, ...], str | None]]:
    """Lines of exactly `width` cells (`MIN_WIDTH` if that is more) with their joints; a long line goes on at a mark."""
    style = palette.text + palette.code_block
    padding = 1 if width >= MIN_WIDTH + 2 else 0
    inner = max(width - 2 * padding, MIN_WIDTH)
    for line in _coloured(code, style, palette.code_theme):
        for index, runs in enumerate(chop(line, inner)):
            margin = Run((_CONTINUED if index else " ") * padding, style + palette.dim, is_margin=True)
            fill = Run(" " * (inner - width_of(runs) + padding), style, is_margin=True)
            yield (margin, *runs, fill), "" if index else None


def _coloured(code: Code, style: Style, theme_name: str) -> Iterator[list[Run]]:
    """The lines of the code before they are fitted to the width."""
    if code.language not in LANGUAGES or len(code.text) > MAX_COLOURED:
        yield from ([Run(line, style)] for line in code.text.split("\n"))
        return
    # Pygments costs more than the rest of the reader together: only code that says what it is pays for it.
    from rich.syntax import Syntax  # noqa: PLC0415

    syntax = Syntax(code.text, code.language, theme=theme_name)
    if (lexer := syntax.lexer) is None:
        yield [Run(code.text, style)]
        return
    theme = Syntax.get_theme(theme_name)
    line: list[Run] = []
    for token, text in lexer.get_tokens(code.text):
        colour = theme.get_style_for_token(token)
        token_style = style + Style(color=colour.color, bold=colour.bold, italic=colour.italic)
        first, *others = text.split("\n")
        line.append(Run(first, token_style))
        for other in others:
            yield line
            line = [Run(other, token_style)]
    if width_of(line):
        yield line
