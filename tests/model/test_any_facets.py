"""What holds for the facets of any text."""

from hypothesis import given
from hypothesis import strategies as st

from digest_tui import formats
from digest_tui.model import Entry, entries_of
from digest_tui.model.facet import Facet
from digest_tui.model.facet_parts import facet_parts, facet_texts, first_sentence
from digest_tui.text import sanitize

PIECES = [
    "## 1. [Quiet Kites](https://arxiv.org/abs/2501.00001)\n\n",
    "## 2. [Two Winds](https://arxiv.org/abs/2501.00002)\n",
    "### [A Log of Kites](https://arxiv.org/abs/2501.00003)\n\nVote: 3\n\n",
    "- **[A List of Winds](https://arxiv.org/abs/2501.00004)**\n",
    "| [A Row of Kites](https://arxiv.org/abs/2501.00005) | Results: 좋다<br>**Method:** 꼰다 |\n|---|---|\n",
    "### Results\n",
    "#### Method\n\n",
    "Limitations\n---\n",
    "- ### Results\n  ",
    "> #### 결론\n> ",
    "<h4>Method</h4>\n",
    "**Results:** 좋다. ",
    "**Method:**\n\n",
    "**Code:** x ",
    "【结果】",
    "【方法】꼰다。",
    "- **Results**: ",
    "  - **Goal**: ",
    "1. **Method**: ",
    "| Method | 꼰다 |\n| Results | 좋다 |\n",
    "Results\n: 좋다.\n",
    "<dt>Method</dt><dd>꼰다.</dd>\n",
    "<tr><td>Results</td>\n<td>좋다.</td></tr>\n",
    "<details>\n<summary>결과</summary>\n\n",
    "</details>\n",
    "<div>",
    "</div>\n",
    "```\n",
    "> ",
    "  ",
    "글이다. ",
    "둘째: 글\n",
    "\n",
    "\n\n",
    "---\n",
    "![a](b.png)",
    "$$\nx: y\n$$\n",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join)


def entries(text: str) -> tuple[Entry, ...]:
    return entries_of(formats.read(sanitize(text), "2025-01-02.md", "s"))


@given(TEXTS)
def test_no_text_belongs_to_two_facets(text: str) -> None:
    for entry in entries(text):
        at = (0, 0)
        for part in facet_parts(entry):
            assert (part.first, part.start) >= at
            at = (part.last - 1, part.stop) if part.stop is not None else (part.last, 0)
            assert part.first <= part.last
            assert (part.last, 0) >= (part.first, part.start)


@given(TEXTS)
def test_a_facet_holds_nothing_but_lines_of_the_author(text: str) -> None:
    for entry in entries(text):
        lines = [" ".join(line.split()) for line in entry.markdown.split("\n")]
        for facet, words in facet_texts(entry).items():
            assert words.strip()
            assert all(any(" ".join(line.split()) in own for own in lines) for line in words.split("\n"))
            assert "\n" not in first_sentence(entry, facet)


@given(TEXTS)
def test_the_kind_of_line_end_does_not_matter(text: str) -> None:
    def of(text: str) -> list[dict[Facet, str]]:
        return [facet_texts(entry) for entry in entries(text)]

    assert of(text.replace("\n", "\r\n")) == of(text)
