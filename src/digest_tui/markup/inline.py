"""Inline tokens of markdown-it to typed inline content."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from digest_tui.markup.blocks import Content, FormulaKind, Image, Inline, LineBreak, Span, text_of
from digest_tui.markup.html import attributes, is_line_break, media_only
from digest_tui.markup.text_tags import TextTag, needs_brackets, shifted, text_tags, words_between
from digest_tui.notation.cjk import chinese_japanese
from digest_tui.notation.urls import split_urls
from digest_tui.text import sanitize


def inline_content(tokens: Sequence[Token]) -> Content:
    """Return the content of a paragraph, heading or cell; neighbouring spans of one kind become one span."""
    # Most lines have no tags: they are not looked through for them.
    tags = text_tags(tokens) if any(token.type == "html_inline" for token in tokens) else {}
    builder = _Builder(tags)
    for index, token in enumerate(tokens):
        builder.add(token, tokens, index)
    return builder.finish()


@dataclass(slots=True)
class _Builder:
    tags: dict[int, TextTag]
    content: list[Inline] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    bold: int = 0
    italic: int = 0
    strike: int = 0
    underline: int = 0
    code: int = 0
    hrefs: list[str | None] = field(default_factory=list)
    brackets: list[bool] = field(default_factory=list)
    """For each text that is raised or lowered, whether it stands in brackets."""
    done: int = 0
    """Index of the first token that was not added together with one before it."""

    def add(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        if index < self.done:
            return
        match token.type:
            case "text" | "text_special":
                self._text(token.content)
            case "softbreak":
                self._text("" if _between_characters(tokens, index) else " ")
            case "hardbreak":
                self._put(LineBreak())
            case "code_inline":
                self._flush()
                self.content.append(self._span(_clean(token.content), code=True))
            case "math_inline":
                self._flush()
                kind: FormulaKind = "unicode" if token.info == "unicode" else "tex"
                self.content.append(self._span(_clean(token.content))._replace(formula=kind))
            case "html_inline" if tag := self.tags.get(index):
                self._tag(tag, tokens, index)
            case "html_inline":
                self._html(token.content)
            case "image":
                alt = text_of(inline_content(token.children or ()))
                self._put(Image(alt, sanitize(str(token.attrs.get("src", ""))), self._href))
            case _:
                self._flush()
                self._toggle(token)

    def finish(self) -> Content:
        self._flush()
        return tuple(self.content)

    @property
    def _href(self) -> str | None:
        return self.hrefs[-1] if self.hrefs else None

    def _toggle(self, token: Token) -> None:
        match token.tag:
            case "strong":
                self.bold += token.nesting
            case "em":
                self.italic += token.nesting
            case "s":
                self.strike += token.nesting
            case "a" if token.nesting > 0:
                self.hrefs.append(sanitize(str(token.attrs.get("href", ""))))
            case "a":
                self.hrefs.pop()

    def _tag(self, tag: TextTag, tokens: Sequence[Token], index: int) -> None:
        if tag.look in {"sub", "sup"}:
            self._shift(tag, tokens, index)
            return
        self._flush()
        by = 1 if tag.opens else -1
        match tag.look:
            case "bold":
                self.bold += by
            case "italic":
                self.italic += by
            case "strike":
                self.strike += by
            case "underline":
                self.underline += by
            case "code":
                self.code += by
            case "link" if tag.opens:
                href = attributes(tokens[index].content).get("href")
                self.hrefs.append(sanitize(href) if href else self._href)
            case "link":
                self.hrefs.pop()

    def _shift(self, tag: TextTag, tokens: Sequence[Token], index: int) -> None:
        """Add a text that is raised or lowered; in brackets where it would look like a part of the word before it."""
        start, end = (index, tag.partner) if tag.opens else (tag.partner, index)
        words = words_between(tokens, start + 1, end)
        if tag.opens and words is not None and (signs := shifted(words, tag.look)) is not None:
            self._text(signs)
            self.done = tag.partner + 1
        elif tag.opens:
            self.brackets.append(needs_brackets(self._last, tokens[start + 1].content))
            self._text("(" if self.brackets[-1] else "")
        elif self.brackets.pop():
            self._text(")")

    @property
    def _last(self) -> str:
        """The character that was added last."""
        if self.pending:
            return self.pending[-1][-1]
        last = self.content[-1] if self.content else None
        return last.text[-1:] if isinstance(last, Span) else ""

    def _text(self, text: str) -> None:
        if text:
            self.pending.append(text)

    def _html(self, html: str) -> None:
        if is_line_break(html):
            self._put(LineBreak())
        elif (media := media_only(html)) and len(media) == 1:
            self._put(Image(media[0].alt, media[0].src, self._href))
        else:
            self._text(html)

    def _put(self, inline: Inline) -> None:
        self._flush()
        self.content.append(inline)

    def _flush(self) -> None:
        if not self.pending:
            return
        text = _clean("".join(self.pending))
        self.pending.clear()
        if self._href or self.code or "://" not in text:
            self.content.append(self._span(text))
            return
        for piece, is_url in split_urls(text):
            span = self._span(piece)
            self.content.append(span._replace(href=piece) if is_url else span)

    def _span(self, text: str, *, code: bool = False) -> Span:
        code = code or self.code > 0
        return Span(text, self.bold > 0, self.italic > 0, code, self.strike > 0, self.underline > 0, self._href)


def _clean(text: str) -> str:
    """Return one line of safe text: entities can write what the border has taken out of the source."""
    return sanitize(text).replace("\n", " ").replace("\t", " ")


def _between_characters(tokens: Sequence[Token], index: int) -> bool:
    """Return True when a line ends between two characters of a script without spaces."""
    # By index: a paragraph may have tens of thousands of lines.
    around = (range(index - 1, -1, -1), range(index + 1, len(tokens)))
    before, after = (next((text for at in places if (text := tokens[at].content)), " ") for places in around)
    return bool(chinese_japanese().match(before[-1]) and chinese_japanese().match(after[0]))
