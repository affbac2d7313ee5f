"""The colours that a terminal has decide in which ones everything is drawn."""

import re
from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from textual.color import Color

from digest_tui.ui.depth import Depth, as_shown, by_index
from digest_tui.ui.textual_internals import frame_of
from digest_tui.ui.theme import THEMES, themes_at
from support.desk import Blog, Desk, open_reader

TERMS = {
    "xterm-256color": Depth.INDEXED,
    "tmux-256color": Depth.INDEXED,
    "xterm-kitty": Depth.INDEXED,
    "xterm-16color": Depth.NAMED,
    "xterm": Depth.NAMED,
    "linux": Depth.NAMED,
    "screen": Depth.NAMED,
    "vt100": Depth.NAMED,
    "unknown": Depth.NAMED,
    "": Depth.NAMED,
    None: Depth.NAMED,
}
COLORTERMS = {"truecolor": Depth.TRUE, "24bit": Depth.TRUE, " TrueColor ": Depth.TRUE, "yes": None, "": None, None: None}
NO_COLORS = (None, "", "1")
TABLE = [
    (
        {"COLORTERM": colorterm, "TERM": term, "NO_COLOR": no_color},
        # No terminal that says nothing of itself is believed to have more than its own colours.
        Depth.NAMED if no_color is not None or term == "unknown" else COLORTERMS[colorterm] or TERMS[term],
    )
    for colorterm, term, no_color in product(COLORTERMS, TERMS, NO_COLORS)
]
BODY = "## Introduction\n- **Goal:** `code`, [a link](https://example.org)\n\n```python\nx = 1  # one\n```\n"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    return monkeypatch


def be(monkeypatch: pytest.MonkeyPatch, environ: Mapping[str, str | None]) -> None:
    """Be on a terminal that says this of itself."""
    for name, value in environ.items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
