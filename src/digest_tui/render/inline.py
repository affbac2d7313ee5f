"""Inline content to styled runs."""

from rich.style import Style

from digest_tui.markup.blocks import Content, Image, LineBreak, MediaKind, Span
from digest_tui.markup.html import media_kind
from digest_tui.notation.cjk import cjk
from digest_tui.render.lines import Run
from digest_tui.render.palette import Palette

MEDIA_MARKS: dict[MediaKind, str] = {"picture": "▣", "video": "▶"}


_UNDERLINE = Style(underline=True)
"""Few terminals have slanted letters of Hangul, Chinese or Japanese: emphasis has to be seen there too."""


class InlinePainter:
    """Gives spans their styles and links their numbers."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._numbers: dict[str, int] = {}
        self._styles: dict[tuple[object, ...], Style] = {}
        # In its colour, without its ground: a letter on a ground of its own would look like a key.
        self.formula = Style(color=palette.code.color, bold=palette.code.bold)

    @property
    def links(self) -> tuple[str, ...]:
        """The targets seen so far; the index of each is its number."""
        return tuple(self._numbers)

    def number(self, target: str) -> int:
        """The number of a link target."""
        return self._numbers.setdefault(target, len(self._numbers))

    def runs(self, content: Content, base: Style) -> list[Run]:
        """The content over a base style; a line break is a run that holds a newline."""
        runs = []
        for inline in content:
            match inline:
                case Span(text=text, href=href):
                    link = None if href is None else self.number(href)
                    runs.append(Run(text, self._style(base, inline), link))
                case Image(alt, src, href):
                    kind = media_kind(src)
                    text = f"{MEDIA_MARKS[kind]} {alt or kind.capitalize()}"
                    runs.append(Run(text, base + self._palette.picture, self.number(href or src)))
                case LineBreak():
                    runs.append(Run("\n", base))
        return runs

    def _style(self, base: Style, span: Span) -> Style:
        text, *kinds, href, formula = span
        is_cjk = span.italic and cjk().search(text) is not None
        key = (base, *kinds, href is None, formula, is_cjk)
        if (style := self._styles.get(key)) is None:
            palette = self._palette
            roles = (
                (span.bold, palette.strong),
                (span.italic, palette.emphasis),
                (is_cjk or span.underline, _UNDERLINE),
                (span.code, palette.code),
                (formula is not None, self.formula),
                (span.strike, palette.strike),
                (href is not None, palette.link),
            )
            style = self._styles[key] = sum((role for holds, role in roles if holds), base)
        return style
