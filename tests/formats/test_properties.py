"""What holds for any text at all."""

import html
from collections import Counter
from importlib import import_module

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest_tui import formats
from digest_tui.model import Digest, Lines, Paper
from digest_tui.text import MAX_LINE, sanitize

TWO_FORMATS = [
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
HEADERS = [
    "---\ntitle: 'x: y'\ndate: 2025-01-02\ntags: [a, b]\n---\n",  # Jekyll, Hugo
    '---\ntitle: "2501.00001"\npubDatetime: 2025-01-02T00:00:00Z\nauthor: A\n---\n',  # Astro
    "---\ntitle: A study of digests\nformat:\n  html: default\narxiv_id: 2501.00001\n---\n",  # Quarto
    "+++\ntitle = 'x'\n+++\n",
    "---\na: &b *b\n---\n",
]
HEADINGS = [
    "# Daily digest 2025-01-02\n",
    "# 1. A study of daily digests\n",
    "## 2. [A study of lists](https://arxiv.org/abs/2501.00002)\n",
    "### 【3】A study of rows\n",
    "#### (4) **A study of cells**\n",
    "##### #5 [2501.00005] A study of marks 👍 12\n",
    "###### 6️⃣ A study of numbers `cs.CL`\n",
    "<h2 align='center'>7. <a href=\"https://arxiv.org/abs/2501.00007\">A study of tags</a></h2>\n",
    "A study of rules\n===\n",
    "A study of dashes\n---\n",
    "**8. A study of bold lines**\n",
    "**A study of long titles that run\nover their line** https://arxiv.org/abs/2501.00008\n",
    "**[A study of **more** marks](https://arxiv.org/abs/2501.00009)**\n",
    "__Method__\n",
    "【9】 A study of brackets\n",
    "🥇 A study of medals https://huggingface.co/papers/2501.00010\n",
    "## 摘要\n",
    "### Links\n",
    "## Related papers\n",
    "- # A study of items\n",
    "> ## A study of quotes\n",
]
DAYS = [
    "## 2025-01-03\n",
    "## January 2025\n",
    "### 1월 4일\n",
    "### 2025年1月5日\n",
    "## 01-06 (月)\n",
    "# 2025\n",
    "Last updated: 2025-01-07\n",
    "## Week of Jan 5, 2025 - Jan 12, 2025\n",
]
FIELDS = [
    "**Authors**: A. Example, Bo Sample et al.\n",
    "저자: 가, 나 (서울)\n",
    "- 作者：甲、乙 | 链接：[PDF](https://arxiv.org/pdf/2501.00011v2)\n",
    "*A. Example, Bo Sample*\n",
    "👤 A. Example, Bo Sample\n",
    "👍 1.2k | ⭐ 4 | [arXiv](https://arxiv.org/abs/2501.00012)\n",
    "(12 upvotes)\n",
    "[![badge](https://img.shields.io/a.svg)](https://arxiv.org/abs/2501.00013)\n",
    "arXiv:2501.00014\n",
    "https://doi.org/10.1000/X(1)\n",
    "[here](../papers/2501.00015v1-a.md) [there](#top) [mail](mailto:a@x.example.org)\n",
    '<a href="https://arxiv.org/abs/2501.00016?a=1&amp;b=2">Paper</a>\n',
    "<div data-arxiv-id='2501.00017'>\n",
    "<img src='a b.png'><img src=https://x.example.org/a&amp;b.png>\n",
    "<https://x.example.org/(a>\n",
    "> quote\n",
    ">> deep\n",
    "```bibtex\n@article{a}\n```\n",
    "![](a.png)\n",
]
ITEMS = [
    "- [A study of links](https://arxiv.org/abs/2501.00018)\n",
    "* **A study of stars** - A. Example. [[PDF]](https://arxiv.org/pdf/2501.00019) [code](https://github.com/a/b)\n",
    "1. A study of plain items https://arxiv.org/abs/2501.00020\n",
    "2) **A study of items\n   over two lines**\n",
    "  - **Abstract**: x\n",
    "    - deeper [PDF](https://arxiv.org/abs/2501.00021)\n",
    "  <details><summary>more</summary>\n  x\n  </details>\n",
    "- [ ] `2025-01-08` [A study of boxes](https://openreview.net/forum?id=a)\n",
    "- see [A study of links](https://arxiv.org/abs/2501.00018), [another study](https://arxiv.org/abs/2501.00022)\n",
    "<ul>\n",
    "<li><a href='https://arxiv.org/abs/2501.00023'>A study of HTML</a></li>\n",
    "• A study of bullets\n",
]
TABLES = [
    "\n| Date | Title | Authors | Link |\n|---|:-:|---|---|\n",
    "|2025-01-09|**A study of rows**|A. Example et.al.|[2501.00024](https://arxiv.org/abs/2501.00024)|\n",
    "| 〃 | [A study of $a|b$ and `c|d`](https://arxiv.org/abs/2501.00025) | A | 👍 3 | more |\n",
    "| A study of rows that\nare broken | https://arxiv.org/abs/2501.00026 |\n",
    "| [One](https://arxiv.org/abs/2501.00027)<br>[Two](https://arxiv.org/abs/2501.00028)"
    "<br>[Three studies](https://arxiv.org/abs/2501.00029) | x |\n",
    "标题 | 链接\n--- | ---\n",
    "一项研究的标题 | [链接](https://arxiv.org/abs/2501.00030)\n",
    "> | Title | PDF |\n> |---|---|\n> | A study of quotes | [PDF](https://arxiv.org/pdf/2501.00031) |\n",
    "| a \\| b ||| |\n",
    "|\n",
    "<table>\n",
    "<tr><th>Title<th>Authors</tr>\n",
    "<tr>\n<td><a href='https://arxiv.org/abs/2501.00032'>A study\nof cells</a></td>\n<td>A, B</td>\n</tr>\n",
    "<tr><td>A study of open cells<td>https://arxiv.org/abs/2501.00033\n",
    "</table>\n",
]
DETAILS = [
    "<details>\n",
    "<details open><summary><b>A study of folds</b> (12 votes)</summary>\n",
    "<details>\n<summary>\n<a href='https://arxiv.org/abs/2501.00034'>A study of summaries</a>\n</summary>\n",
    "<summary>Abstract</summary>\n",
    "<summary>10. A study of open summaries\n",
    "</details>\n",
    "</details></details>\n",
]
REFERENCES = [
    "## The &lt;b&gt; Tag &amp;amp; `&lt;` [A&#91;1&#93;](https://arxiv.org/abs/2501.00040?a=1&amp;b=2) &#27;[31m\n",
    "- [Q&amp;A &ast;&ast;x&ast;&ast;](https://arxiv.org/abs/quant-ph/0606220v2) read more on\n",
    '<tr><td>A &lt;td&gt; title<button onclick="a > b">copy</button></td><td><script>x<y</td></tr>\n',
    "### 4. Scores\n",
    "math.GT/0309136\n",
    *("<<<<<<< HEAD\n", "||||||| base\n", "=======\n", ">>>>>>> other\n"),
]
FRAGMENTS = [*TWO_FORMATS, *HEADERS, *HEADINGS, *DAYS, *FIELDS, *ITEMS, *TABLES, *DETAILS, *REFERENCES]
# What was once read as papers that share lines.
NESTED_LIST = ITEMS[0] + ITEMS[10] + ITEMS[4]
NESTED_DETAILS = FIELDS[2] + DETAILS[2] + FIELDS[5]
NESTED_HEADING = HEADINGS[2] + HEADINGS[16] + HEADINGS[3] + FIELDS[5] + DAYS[1] + FIELDS[5]
_DESCRIBED = "**Authors**: A. Example, Bo Sample et al.\n👍 1.2k | ⭐ 4 | [arXiv](https://arxiv.org/abs/2501.00012)\n"
NESTED_FAMILY = f"## January 2025\n### 【3】A study of rows\n{_DESCRIBED}## January 2025\n{_DESCRIBED}"
NESTED_TABLE = (
    "<table>\n<tr><td>A study of open cells<td>https://arxiv.org/abs/2501.00033\n"
    "|2025-01-09|**A study of rows**|A. Example et.al.|[2501.00024](https://arxiv.org/abs/2501.00024)|\n"
)
DIGEST_LIKE = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=40).map("".join).map(sanitize)
# Papers of one kind and little else, as digests are: without them most texts are too mixed to be one.
OF_ONE_SHAPE = st.one_of(
    *(
        st.lists(st.sampled_from([*shape, *FIELDS, "\n", "본문\n"]), max_size=25)
        for shape in (
            *(HEADINGS, ITEMS, TABLES, DETAILS, [*DAYS, *ITEMS], [*DAYS, *HEADINGS], [*TABLES, *DETAILS]),
            *([*HEADINGS, *REFERENCES], [*ITEMS, *REFERENCES], [*TABLES, *REFERENCES]),
        )
    )
).map("".join)
ANY_TEXT = st.text().map(sanitize)
PATHS = st.sampled_from(["2025-01-02-x.md", "2025/01/03.md", "README.md", "x.md", "a/b/.md", "2501.00001.md"])
NEUTRAL_PATHS = st.sampled_from(["2025-01-02-x.md", "2024/12/03.md", "x.md", "a/b/.md", "y", "210121 x.md"])
"""Those that say at most a date: a README is no digest, and an id in a name says which paper a page is about."""


def line_owners(digest: Digest) -> Counter[int]:
    """How often each line is in the header, outside all papers or in some of them."""
    in_papers = {number for paper in digest.papers for number in range(paper.first, paper.last)}
    runs: list[Lines] = [digest.header, *digest.outside]
    return Counter([*in_papers, *(number for run in runs for number in range(run.first, run.last))])


def assert_nothing_is_lost(digest: Digest, text: str) -> None:
    assert "\n".join(digest.lines) == text.removesuffix("\n")
    assert line_owners(digest) == Counter(range(len(digest.lines)))
    runs: list[Lines | Paper] = [*digest.outside, *digest.papers]
    assert all(run.first < run.last for run in runs)
    assert digest.outside == tuple(sorted(digest.outside, key=lambda run: run.first))


def shared_lines(digest: Digest) -> list[tuple[Paper, Paper]]:
    """The papers that share lines with the one before them, other than all of them: papers of one row."""
    pairs = zip(digest.papers, digest.papers[1:], strict=False)
    return [(a, b) for a, b in pairs if b.first < a.last and (a.first, a.last) != (b.first, b.last)]


@given(DIGEST_LIKE | OF_ONE_SHAPE | ANY_TEXT, PATHS)
@example("---\na: *b\n---\n", "x.md")
@example("https://[", "x.md")
@example(NESTED_LIST, "x.md")
@example(NESTED_DETAILS, "x.md")
@example(NESTED_HEADING, "x.md")
@example(NESTED_FAMILY, "2025-01-02-x.md")
@example(NESTED_TABLE, "2025-01-02-x.md")
def test_every_line_is_in_exactly_one_place_and_reading_never_raises(text: str, path: str) -> None:
    digest = formats.read(text, path, "s")
    assert_nothing_is_lost(digest, text)
    assert shared_lines(digest) == []


@given(DIGEST_LIKE | OF_ONE_SHAPE, PATHS)
def test_reading_twice_gives_the_same_digest_and_explain_tells_how(text: str, path: str) -> None:
    digest = formats.read(text, path, "s")
    explanation = formats.explain(text, path, "s")
    assert explanation.digest == digest
    *others, last = explanation.attempts
    assert last.accepted
    assert all(attempt.reason and "\n" not in attempt.reason for attempt in explanation.attempts)
    for attempt in explanation.attempts:
        assert attempt.format == import_module(attempt.module).NAME
    assert digest.is_text == (last.format == "text")
    if last.format != "structured":
        # What the shapes found was no digest; what the formats said before the last was no.
        assert digest.format == last.format
    else:
        assert any(attempt.accepted for attempt in others)


@given(DIGEST_LIKE | OF_ONE_SHAPE, PATHS)
def test_papers_stand_in_order_and_hold_what_they_name(text: str, path: str) -> None:
    digest = formats.read(text, path, "s")
    unescaped = html.unescape(text)
    assert [paper.position for paper in digest.papers] == list(range(1, len(digest.papers) + 1))
    assert [paper.first for paper in digest.papers] == sorted(paper.first for paper in digest.papers)
    assert_fits_a_line(digest.title)
    # What stands in for a character while a title is read is seen nowhere.
    assert "\\ufdd" not in repr(digest._replace(lines=())) or "\\ufdd" in ascii(text)
    for paper in digest.papers:
        assert_fits_a_line(paper.title)
        for shown in (*paper.authors, *(s.title for s in paper.sections), *(lead.title for lead in paper.leads)):
            assert "\n" not in shown
            assert len(shown) <= MAX_LINE
        inside = [*paper.meta, *(s.line - 1 for s in paper.sections), *(lead.line - 1 for lead in paper.leads)]
        assert all(paper.first <= line < paper.last for line in inside)
        assert list(paper.meta) == sorted(set(paper.meta))
        assert 0 < paper.line <= len(digest.lines)
        assert paper.votes is None or paper.votes >= 0
        for url in (*paper.images, *paper.videos, *paper.links):
            assert url in digest.markdown(paper)
        for own in (paper.link, paper.huggingface_url, paper.alphaxiv_url):
            assert own is None or own.replace("%20", " ") in unescaped or own in unescaped
        assert paper.arxiv is None or paper.arxiv.id in f"{path} {text}" or paper.arxiv.id.replace(".", "") in text


def assert_fits_a_line(title: str) -> None:
    assert title.strip()
    assert len(title) <= MAX_LINE
    assert "\n" not in title
    assert sanitize(title) == title


@given(st.text(alphabet="[]()<>!*_`#:/.h tps한\n-"))
def test_any_heap_of_markdown_marks_below_a_log_heading_loses_no_line(marks: str) -> None:
    digest = formats.read(f"## Daily Papers\n### [T](https://arxiv.org/abs/2501.00001)\n{marks}", "x.md", "s")
    assert digest.format == "paper-log"
    assert line_owners(digest) == Counter(range(len(digest.lines)))


@given(OF_ONE_SHAPE, st.text(alphabet="[]()<>!*_`#:/.|&$ x1한\n-", max_size=60), st.integers(0, 1000))
def test_marks_in_the_middle_of_a_digest_lose_no_line(text: str, marks: str, place: int) -> None:
    place %= len(text) + 1
    broken = text[:place] + marks + text[place:]
    assert_nothing_is_lost(formats.read(broken, "x.md", "s"), broken)


@given(OF_ONE_SHAPE | DIGEST_LIKE)
def test_a_text_cut_anywhere_loses_no_line(text: str) -> None:
    for place in range(0, len(text), max(1, len(text) // 3)):
        assert_nothing_is_lost(formats.read(text[:place], "x.md", "s"), text[:place])


@given(DIGEST_LIKE | OF_ONE_SHAPE, NEUTRAL_PATHS, NEUTRAL_PATHS)
def test_the_name_of_a_file_says_its_date_and_title_and_nothing_else(text: str, path: str, other: str) -> None:
    def apart_from_the_name(path: str) -> Digest:
        digest = formats.read(text, path, "s")
        papers = tuple(paper._replace(date=None, period="day") for paper in digest.papers)
        links = tuple(link._replace(day=None, period="day") for link in digest.neighbours)
        nameless = digest._replace(path="", title="", date=None, period="day", papers=papers)
        return nameless._replace(problems=(), neighbours=links)

    assert apart_from_the_name(path) == apart_from_the_name(other)


@given(DIGEST_LIKE | OF_ONE_SHAPE)
def test_a_final_line_end_says_nothing(text: str) -> None:
    text = text.rstrip("\n")
    digest = formats.read(f"{text}\n", "x.md", "s")
    assert formats.read(text, "x.md", "s") == digest or not text


@given(DIGEST_LIKE | OF_ONE_SHAPE)
def test_blank_lines_at_the_end_make_no_other_paper(text: str) -> None:
    digest = formats.read(f"{text}\n", "x.md", "s")
    longer = formats.read(f"{text}\n\n\n", "x.md", "s")
    assert [paper.title for paper in longer.papers] == [paper.title for paper in digest.papers]
    assert [paper.first for paper in longer.papers] == [paper.first for paper in digest.papers]
    assert (longer.title, longer.date, longer.format) == (digest.title, digest.date, digest.format)


@given(DIGEST_LIKE | OF_ONE_SHAPE)
def test_line_ends_of_windows_say_nothing(text: str) -> None:
    # A carriage return of another kind is a space, which this is not about.
    windows = sanitize(text.replace("\n", "\r\n"))
    assert formats.read(windows, "x.md", "s") == formats.read(text, "x.md", "s")


@given(DIGEST_LIKE | OF_ONE_SHAPE)
def test_a_fold_around_a_digest_hides_no_line(text: str) -> None:
    folded = f"<details>\n<summary>All papers</summary>\n\n{text}\n\n</details>\n"
    digest = formats.read(folded, "x.md", "s")
    assert_nothing_is_lost(digest, folded)


@pytest.mark.parametrize(
    "behind", ["⭐" * 60, "`a`" * 40, "!" * 60, "👍1" * 30, "()" * 60, "|" * 100, "_" * 4000, "**a" * 1300]
)
@pytest.mark.parametrize(
    "before", ["## A title of a paper ", "- A title of a paper ", "**A title of a paper**", "| A title of a paper | "]
)
def test_no_text_behind_a_title_takes_for_ever(before: str, behind: str) -> None:
    """Some of these were read in exponential time: the test would then never end."""
    text = f"{before}{behind}x\n[PDF](https://arxiv.org/abs/2501.00001)\n"
    assert_nothing_is_lost(formats.read(text, "x.md", "s"), text)


@pytest.mark.parametrize("rank", ["1️⃣", "⭐🥇", "1. 2511.00001 ", "2511.00001 ", "第1位", "[2/3] ", "(1) ", "🔗1. "])
@pytest.mark.parametrize("marker", ["## ", "- ", "**1. ", ""])
def test_no_run_of_numbers_in_front_of_a_title_is_too_long(marker: str, rank: str) -> None:
    """Each keycap was once a level of recursion."""
    text = f"{marker}{rank * 3000}A title\n[PDF](https://arxiv.org/abs/2501.00001)\n"
    assert_nothing_is_lost(formats.read(text, "x.md", "s"), text)


def test_cells_that_reach_down_for_ever_make_no_endless_rows() -> None:
    """Each row was once wider than the one before."""
    row = f"<tr>{'<td rowspan=999>a</td>' * 20}</tr>"
    text = f"<table>{row * 2000}</table>\n"
    assert_nothing_is_lost(formats.read(text, "x.md", "s"), text)
