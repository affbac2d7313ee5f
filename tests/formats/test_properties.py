"""What holds for any text at all."""

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from digest_tui import formats
from digest_tui.model import Digest, Lines, Paper
from digest_tui.text import MAX_LINE, sanitize

FRAGMENTS = [
    "---\n",
    "title: x 2025-01-02\n",
    "# 1. [제목](https://arxiv.org/abs/2501.00001)\n",
    "# References\n",
    "## Daily Papers (2025-01-02)\n",
    "## Daily Papers\n",
    "## Method  \n",
    "### [Title [x](https://arxiv.org/abs/2501.00002v1)\n",
    "### [a](b](https://x.example.org/(c)\n",
    "### 후기\n",
    "> [Alphaxiv](https://www.alphaxiv.org/ko/overview/2501.00001)\n",
    "Vote: 1,2\n",
    "Authors: ['A', \"B, C\"\n",
    "Authors: A, +, B\n",
    "- ***What's New**: x https://x.example.org/a)에서\n",
    "- Goal: x\n",
    "1. **T**:\n",
    "  - ```\n",
    "```\n",
    "~~~~py\n",
    "<!--\n",
    "-->\n",
    "<div><video src='https://x.example.org/v.mp4'></div>\n",
    "[Watch Video]https://x.example.org/v.mp4\n",
    "![](",
    "](",
    "[",
    "**",
    "\n",
    "\t",
    "   ",
    "본문",
]
DIGEST_LIKE = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=40).map("".join).map(sanitize)
ANY_TEXT = st.text().map(sanitize)
PATHS = st.sampled_from(["2025-01-02-x.md", "2025/01/03.md", "README.md", "x.md", "a/b/.md"])


def line_owners(digest: Digest) -> Counter[int]:
    runs: list[Lines | Paper] = [digest.header, *digest.outside, *digest.papers]
    return Counter(number for run in runs for number in range(run.first, run.last))


@given(DIGEST_LIKE | ANY_TEXT, PATHS)
@example("---\na: *b\n---\n", "x.md")
@example("https://[", "x.md")
def test_every_line_is_in_exactly_one_place_and_reading_never_raises(text: str, path: str) -> None:
    digest = formats.read(text, path, "s")
    assert "\n".join(digest.lines) == text.removesuffix("\n")
    assert line_owners(digest) == Counter(range(len(digest.lines)))


@given(DIGEST_LIKE, PATHS)
def test_reading_twice_gives_the_same_digest(text: str, path: str) -> None:
    assert formats.read(text, path, "s") == formats.read(text, path, "s")


@given(DIGEST_LIKE)
def test_papers_stand_in_order_and_hold_what_they_name(text: str) -> None:
    digest = formats.read(text, "2025-01-02.md", "s")
    assert [paper.position for paper in digest.papers] == list(range(1, len(digest.papers) + 1))
    assert [paper.first for paper in digest.papers] == sorted(paper.first for paper in digest.papers)
    for paper in digest.papers:
        assert paper.title
        assert len(paper.title) <= MAX_LINE
        inside = [*paper.meta, *(s.line - 1 for s in paper.sections), *(lead.line - 1 for lead in paper.leads)]
        assert all(paper.first <= line < paper.last for line in inside)
        for url in (*paper.links, *paper.images, *paper.videos):
            assert url in digest.markdown(paper)


@given(st.text(alphabet="[]()<>!*_`#:/.h tps한\n-"))
def test_any_heap_of_markdown_marks_below_a_log_heading_loses_no_line(marks: str) -> None:
    digest = formats.read(f"## Daily Papers\n### [T](https://arxiv.org/abs/2501.00001)\n{marks}", "x.md", "s")
    assert digest.format == "paper-log"
    assert line_owners(digest) == Counter(range(len(digest.lines)))
