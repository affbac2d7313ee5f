"""The words that HTML shows: without scripts, buttons and other controls, however badly it is written.

Regular expressions, because `html.parser` is quadratic: each is possessive, and what may stand far away is looked for
once.
"""

import re
from collections.abc import Iterator

from digest_tui.formats.words.anchors import paper_of
from digest_tui.notation.tags import FRAMES, RAW, SILENT, TABLES, attribute, one_of, opening
from digest_tui.patterns import pattern

_TAG = pattern(r"<!--|<(?P<slash>/?)(?P<name>[a-zA-Z][\w:-]*)")
# A quote counts only where a value may begin and end: one that is never closed would run on to the next.
_ATTRIBUTES = pattern(r"""(?:[^<>=]++|=\s*+(?:"[^"]*+"(?=[\s/>])|'[^']*+'(?=[\s/>]))|=)*+>""")
_CELL_BORDER = rf"</?{one_of(TABLES)}"
_ATTRIBUTE = pattern(attribute("src|alt|href"), re.IGNORECASE)
_ID = pattern(r"""(?<![\w-])(?:data-)?(?:arxiv|paper)[-_]?id\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)""", re.IGNORECASE)
_URL = pattern(r"https?://[^\s\"'<>()\\&;]{4,400}")
_EMPTY = pattern(
    r"<(?P<name>i|b|em|strong|span|u|small|a)\b(?![^<>]*(?:\bhref|id\s*=))[^<>]*>\s*</(?P=name)\s*>", re.IGNORECASE
)
_SILENT_TAG = pattern(
    rf"""<!--|{opening(SILENT | FRAMES | {"input", "label", "img"})}|=\s*(?:"[^"]*[<>]|'[^']*[<>])"""
    r"|<[a-z]{1,6}\b[^<>]*>\s*</[ibesua]",
    re.IGNORECASE,
)
"""The signs of something to leave out; a text without any stays as it is."""
_LETTER = pattern(r"[^\W\d_]")
_MAX_ELEMENT = 500
"""Largest number of characters of a label that is read."""
_MAX_LABEL = 20
"""Largest number of letters of a label that belongs to a checkbox rather than being a title with one."""


def words_of_html(text: str) -> str:
    """Return the text, of as many lines, without what shows no words; its attributes then hold no angle brackets.

    Of buttons stays what says which paper is meant: an id among their attributes, a link to it in them.
    """
    return _EMPTY.sub(_lines, "".join(_parts(text))) if _SILENT_TAG.search(text) else text


def _lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _parts(text: str) -> Iterator[str]:
    ends = _Ends(text)
    position = 0
    while tag := _TAG.search(text, position):
        yield text[position : tag.start()]
        position = tag.end()
        if tag["name"] is None:
            end = ends.next("-->", position)
            position = end[1] if end else position
            yield "\n" * text.count("\n", tag.start(), position)
            continue
        attributes = _ATTRIBUTES.match(text, position)
        if attributes is None:
            yield tag[0]
            continue
        position = attributes.end()
        name, inside = tag["name"].lower(), attributes[0][:-1]
        if tag["slash"]:
            yield "" if name in SILENT or name in FRAMES or name == "label" else f"</{name}>"
        elif name in SILENT or name == "label":
            last = position if inside.endswith("/") else ends.of_element(name, position)
            if name == "label" and (last > position + _MAX_ELEMENT or not _is_of_checkbox(text[position:last])):
                last = position
            if name not in RAW:
                yield _papers(f"{inside} {text[position:last]}")
            position = last
        else:
            yield _tag(name, inside)
        yield "\n" * text.count("\n", tag.end(), position)
    yield text[position:]


def _tag(name: str, inside: str) -> str:
    """Write an opening tag on one line: a picture as in Markdown, and of one that says nothing here only its id."""
    if name == "img":
        values = {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(inside)}
        alt = re.sub(r"[\[\]|\s]+", " ", values.get("alt", ""))
        return f"![{alt}]({src})" if (src := values.get("src", "").replace(" ", "%20")) and "(" not in src else ""
    if name == "input" or name in FRAMES:
        return _papers(inside)
    kept = " ".join(inside.split()).replace("<", "&lt;").replace(">", "&gt;")
    return f"<{name} {kept}>" if kept else f"<{name}>"


def _papers(control: str) -> str:
    """Return what a control says about which paper is meant, as HTML without words."""
    ids = (f"<span {found[0]}></span>" for found in _ID.finditer(control))
    urls = (url for url in dict.fromkeys(_URL.findall(control)) if paper_of(url))
    return "".join([*ids, *(f'<a href="{url}"></a>' for url in urls)])


def _is_of_checkbox(label: str) -> bool:
    return "<input" in label.lower() and "<a" not in label.lower() and len(_LETTER.findall(_plain(label))) <= _MAX_LABEL


def _plain(label: str) -> str:
    return re.sub(r"<[^<>]*+>", "", label)


class _Ends:
    """The ends of things that are looked for from left to right: the text is read once for each of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, tuple[int, int] | None] = {}

    def next(self, mark: str, position: int) -> tuple[int, int] | None:
        """Return where the next match of an expression begins and ends; None without one."""
        known = self._known.get(mark, (-1, -1))
        if known is not None and known[0] < position:
            found = pattern(mark, re.IGNORECASE).search(self._text, position)
            known = self._known[mark] = found.span() if found else None
        return known

    def of_element(self, name: str, position: int) -> int:
        """Return where an element ends that opened before: behind its closing tag, else at the end of its cell."""
        closing, border = self.next(rf"</{name}\b[^<>]*+>?", position), self.next(_CELL_BORDER, position)
        end_of_cell = border[0] if border else len(self._text)
        if closing is None:
            return end_of_cell
        opening = self.next(rf"<{name}\b", position)
        in_cell = closing[0] < end_of_cell
        return closing[1] if in_cell or (name in RAW and (not opening or opening > closing)) else end_of_cell
