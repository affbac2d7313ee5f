"""The elements of HTML that digests use, by what they do to the words in them: one vocabulary for all who read tags.

Titles and cells turn them into Markdown, search leaves them out, the reader draws words as they say, pictures and line
breaks, and shows all others as they are written. What is named nowhere here (`<think>`, `<EOS>`) is no tag but text,
wherever it stands.

Tags are found by regular expressions: `html.parser` takes time quadratic in what is never closed.
"""

from collections.abc import Iterable


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


LINES = _names("br p div li tr ul ol dl dd dt")
"""Elements that begin and end lines of a text."""
TABLES = _names("table thead tbody tfoot tr th td")
_HEADINGS = _names("h1 h2 h3 h4 h5 h6")
_PARTS = _names("hr section article center details summary blockquote pre figure figcaption")
BLOCKS = LINES | TABLES | _HEADINGS | _PARTS
"""Elements that stand apart: no word reaches over their ends."""
EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
"""Elements for which Markdown has marks."""
_OTHERS = _names("a abbr big cite del font ins kbd mark nobr q s small span strike sub sup tt u var")
WORDS = _OTHERS | frozenset(EMPHASIS)
"""Elements within a line: words reach over their ends."""
CLIPS = frozenset({"video", "source"})
"""Elements whose `src` is a video."""
MEDIA = CLIPS | {"img", "picture", "iframe"}
"""Elements that show something other than words."""
RAW = frozenset({"script", "style", "template"})
"""Elements that may hold anything, tags of cells too."""
SILENT = RAW | _names("svg button select textarea datalist canvas object noscript dialog meter progress output")
"""Elements whose words are none of the text."""
FRAMES = _names("form fieldset legend picture colgroup col wbr path g use slot option")
"""Elements that say nothing about the words in them."""


def one_of(names: Iterable[str]) -> str:
    """Return an expression for the name of any of these elements, whole; for `re.IGNORECASE`."""
    return rf"(?:{'|'.join(sorted(names))})\b"


def opening(names: Iterable[str]) -> str:
    """Return an expression for the beginning of a tag that opens any of these elements."""
    return rf"<{one_of(names)}"


def tag_of(names: Iterable[str]) -> str:
    """Return an expression for an opening or closing tag of any of these elements, with its attributes."""
    return rf"</?{one_of(names)}[^<>]*>"


def attribute(names: str) -> str:
    """Return an expression for one of these attributes: its name is group 1, its value the other group that matched."""
    return rf"""(?<![\w-])({names})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))"""
