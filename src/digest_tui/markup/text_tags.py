"""HTML tags that say how words look, among the tokens of a line: only those that open and close something."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.token import Token

from digest_tui.markup.tex_symbols import SUBSCRIPTS, SUPERSCRIPTS
from digest_tui.patterns import pattern

# fmt: off
LOOKS = {
    "b": "bold", "strong": "bold", "mark": "bold",
    "i": "italic", "em": "italic", "cite": "italic", "var": "italic",
    "u": "underline", "ins": "underline",
    "s": "strike", "strike": "strike", "del": "strike",
    "code": "code", "kbd": "code", "tt": "code", "samp": "code",
    "a": "link", "sub": "sub", "sup": "sup",
    "span": "", "font": "", "small": "", "big": "",
}
# fmt: on
"""What a tag does to the words in it, nothing where their colour or size is all that it says."""

_TAG = pattern(r"<(/?)([A-Za-z]+)\b[^<>]*(?<!/)>")
_NAME = pattern(r"<[/?]?([A-Za-z][\w-]*)")
_TEMPLATE = pattern(r"\s|\[")
"""How the text of a prompt goes on after `<s>`, which is no tag there."""
_LOWERED = SUBSCRIPTS | {"−": "₋"}
_RAISED = SUPERSCRIPTS | {"−": "⁻"}
_FEW = 9
_OPEN_BRACKETS = ("(", "[", "{")


class TextTag(NamedTuple):
    """A tag that opens or closes something."""

    look: str
    """A value of `LOOKS`."""
    opens: bool
    partner: int
    """Index of the tag that it closes, or that closes it."""


def is_text(html: str) -> bool:
    """Return True for HTML whose tags say how its words look and where its lines end, nothing else."""
    return "<!" not in html and all(name.casefold() in LOOKS or name.casefold() == "br" for name in _NAME.findall(html))


def text_tags(tokens: Sequence[Token]) -> dict[int, TextTag]:
    """Return the tags by the index of their token; one without a partner is text, as `<EOS>` and `<think>` are."""
    found: dict[int, TextTag] = {}
    opened: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    for index, token in enumerate(tokens):
        tag = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        name = tag[2].casefold() if tag else ""
        if tag is None or name not in LOOKS:
            continue
        if not tag[1]:
            opened.append((name, index))
            waiting[name] += 1
            continue
        if not waiting[name]:
            continue
        while (last := opened.pop())[0] != name:
            waiting[last[0]] -= 1
        waiting[name] -= 1
        start = last[1]
        if _holds_words(tokens, start + 1, index, name):
            found[start] = TextTag(LOOKS[name], True, index)
            found[index] = TextTag(LOOKS[name], False, start)
    return found


def _holds_words(tokens: Sequence[Token], start: int, end: int, name: str) -> bool:
    if not any(tokens[index].content.strip() for index in range(start, end)):
        return False
    return name != "s" or _TEMPLATE.match(tokens[start].content) is None


def words_between(tokens: Sequence[Token], start: int, end: int) -> str | None:
    """Return the words of a few tokens `[start, end)` that are nothing else."""
    few = tokens[start:end] if end - start <= _FEW else ()
    if few and all(token.type in {"text", "text_special"} for token in few):
        return "".join(token.content for token in few)
    return None


def shifted(text: str, look: str) -> str | None:
    """Return a text that is raised or lowered, where all of its characters exist like that."""
    forms = _RAISED if look == "sup" else _LOWERED
    return "".join(forms[character] for character in text) if all(c in forms for c in text) else None


def needs_brackets(before: str, text: str) -> bool:
    """Say whether a text that cannot be raised or lowered would become one word with what stands before it."""
    return bool(before) and not before.isspace() and not text.startswith(_OPEN_BRACKETS)
