"""Every word of a text is on its page, in its order, whatever marks stand around it."""

import re
import unicodedata
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest_tui.markup.parser import parse
from digest_tui.render.painter import paint
from digest_tui.render.palette import Palette

WORD = st.sampled_from(["하나", "둘은", "셋(a)", "nine", "漢字", "x1", "A/B", "[MASK]", "50%", "i"])
# fmt: off
INLINE = [
    "{}", "**{}**", "*{}*", "`{}`", "~~{}~~", "[{}](https://x.kr)", "![{}](a.png)", "$\\text{{{}}}$", "${}_1$",
    "<b>{}</b>", "<i>{}</i>", "<u>{}</u>", "<s>{}</s>", "<code>{}</code>", "a<sub>{}</sub>", "a<sup>{}</sup>",
    "<a href='/x'>{}</a>", "<span style='color:red'>{}</span>", "<EOS>{}", "<think>{}</think>", "<b>{}", "{}</i>",
    "<s>[INST]{}</s>", "{}<br>{}", "$${}^2$$", "\\({}\\)",
]
BLOCKS = [
    "{}", "## {}", "- {}\n- {}", "1. {}\n2. {}\n   - {}", "> {}\n> {}", "**{}:** {}", "- ***{}***: {}",
    "|{}|{}|\n|-|-|\n|{}|{}|", "```\n{}\n{}\n```", "$$\n\\alpha {}\n{}\n$$", "\\[ {} \\]", "<b>\n{}\n</b>", "<br>\n{}",
    "<details>\n<summary>{}</summary>", "{}  \n{}", "- [ ] {}\n\n  {}", "$$\n{}\n\n{}\n$$",
]
# fmt: on


def filled(templates: list[str], inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Templates with something in each of their places."""

    def fill(template: str) -> st.SearchStrategy[str]:
        places = template.replace("{{", "").count("{}") or template.count("{{{}}}")
        return st.tuples(*[inner] * places).map(lambda words: template.format(*words))

    return st.sampled_from(templates).flatmap(fill)


LINE = st.lists(filled(INLINE, filled(INLINE, WORD)), min_size=1, max_size=4).map(" ".join)
# Struck twice is a fence with the words as its language, which no page shows.
FENCE = re.compile(r"^\W*~{3}", re.MULTILINE)
TEXT = st.lists(filled(BLOCKS, LINE), max_size=5).map("\n\n".join).filter(lambda text: not FENCE.search(text))
WORDS = re.compile("하나|둘은|셋|nine|漢字|MASK|EOS|think|INST")


def letters(text: str) -> str:
    """The letters of a text alone; raised and lowered ones as they are otherwise."""
    return re.sub(r"[^\w]|_", "", unicodedata.normalize("NFKC", text))


@settings(derandomize=True, deadline=None)
@given(TEXT, st.integers(70, 120))
@example("- a<sub>하나</sub> $\\text{nine}_1$\n- <s>[MASK] 둘은</s>", 70)
def test_every_word_is_drawn(palette: Palette, source: str, width: int) -> None:
    drawn = "".join(line.text[slice(*line.span)] for line in paint(parse(source), width, palette).lines)
    # Cells of a table stand side by side: only what belongs to one word has its order.
    wanted, found = (Counter(WORDS.findall(letters(text))) for text in (source, drawn))
    assert wanted - found == Counter()
