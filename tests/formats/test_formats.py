"""What is a paper, where it begins and ends, and what the digest around it says."""

from datetime import date

import pytest

from digest_tui import formats
from digest_tui.model import Digest, Lines
from support.promises import promises

POST = "_posts/2025-12-10-papers.md"
LOG = "paper_logs/2025/12/10.md"
URL = "https://arxiv.org/abs/2512.00101"
OTHER = "https://arxiv.org/abs/2512.00102"


def read_post(text: str, path: str = POST) -> Digest:
    return formats.read(text, path, "blog")


def read_log(body: str, heading: str = "## Daily Papers (2025-12-10)", path: str = LOG) -> Digest:
    return formats.read(f"{heading}\n\n{body}", path, "log")


def titles(digest: Digest) -> list[str]:
    return [paper.title for paper in digest.papers]


def codes(digest: Digest) -> list[str]:
    return [problem.code for problem in digest.problems]


def test_a_post_needs_no_header() -> None:
    digest = read_post(f"# 1. [A]({URL})\n\n## Method\n\n# 2. [B]({OTHER})")
    assert (digest.format, titles(digest), digest.date) == ("jekyll-post", ["A", "B"], date(2025, 12, 10))
    assert digest.title == "2025-12-10-papers.md"


def test_a_log_may_have_a_header() -> None:
    digest = formats.read(f'---\ntitle: "Log"\n---\n## Daily Papers\n### [A]({URL})\n', LOG, "log")
    assert (digest.format, digest.title, titles(digest)) == ("paper-log", "Log", ["A"])
    assert digest.header == Lines(0, 3)


@pytest.mark.parametrize(
    ("heading", "is_paper"),
    [
        (f"# [A]({URL})", True),
        ("# 1. [A](https://blog.example.org/a)", True),
        ("# [A](https://blog.example.org/a)", False),
        ("# 마무리", False),
        ("# [A](https://openreview.net/forum?id=a)", True),
    ],
)
@promises(
    "docs/digests.md",
    "Jekyll post, `_posts/2025-12-10-daily-papers.md` | `# 1. Title`, an Alphaxiv quote, sections from `##` on",
)
def test_a_first_level_heading_is_a_paper_by_number_or_paper_link(heading: str, is_paper: bool) -> None:
    digest = read_post(f"{heading}\n\ntext\n\n# 9. [Last]({OTHER})\n")
    assert len(digest.papers) == 1 + is_paper


def test_an_alphaxiv_quote_makes_a_heading_a_paper() -> None:
    digest = read_post("# A plain title\n\n> [Alphaxiv](https://www.alphaxiv.org/ko/overview/2512.00101v2)\n")
    paper = digest.papers[0]
    assert paper.arxiv is not None
    assert (paper.title, paper.arxiv.id, paper.arxiv.version) == ("A plain title", "2512.00101", 2)
    assert paper.meta == (0, 2)


def test_numbered_chapters_without_links_are_a_text() -> None:
    digest = read_post("# 1. Install\n\ntext\n\n# 2. Use\n")
    assert (digest.format, codes(digest)) == ("text", [])


def test_a_heading_that_is_no_paper_ends_the_paper_before_it() -> None:
    digest = read_post(f"# 1. [A]({URL})\ntext\n# References\n- [x](https://x.example.org)\n# 2. [B]({OTHER})\n")
    assert [(paper.first, paper.last) for paper in digest.papers] == [(0, 2), (4, 5)]
    assert digest.outside == (Lines(2, 4),)
    assert digest.papers[0].links == ()


def test_a_second_batch_goes_on_counting_and_its_heading_is_outside() -> None:
    digest = read_log(f"### [A]({URL})\n\n## Daily Papers (2025-12-10)\n\n### [B]({OTHER})\n")
    assert [(paper.title, paper.position, paper.line) for paper in digest.papers] == [("A", 1, 3), ("B", 2, 7)]
    assert digest.outside == (Lines(0, 2), Lines(4, 6))
    assert digest.problems == ()


@pytest.mark.parametrize(
    "field", ["Vote: 3", "Authors: A", "![](https://x.example.org/a.png)", "[Watch Video](https://x.example.org/a)"]
)
@promises(
    "docs/digests.md",
    "Paper log, `paper_logs/2025/12/10.md` | `## Daily Papers (2025-12-10)`, then `### Title`, votes, authors, bullets",
)
def test_in_a_log_a_heading_without_link_is_a_paper_by_its_fields(field: str) -> None:
    digest = read_log(f"### [A]({URL})\n\n### No link\n\n{field}\n\n### 후기\n\ntext\n")
    assert titles(digest) == ["A", "No link"]


def test_in_a_log_other_chapters_hold_only_what_leads_to_a_paper() -> None:
    digest = read_log(f"### [A]({URL})\n\n## 정리\n\n### [Blog](https://blog.example.org)\n\n### [B]({OTHER})\n")
    assert titles(digest) == ["A", "B"]


def test_a_log_heading_without_papers_is_a_text() -> None:
    assert read_log("nothing today").format == "text"


def test_html_without_a_blank_line_does_not_swallow_the_next_heading() -> None:
    digest = read_log(
        f"### [A]({URL})\n<div><video src='https://x.example.org/a.mp4'></video></div>\n### [B]({OTHER})\n"
    )
    assert titles(digest) == ["A", "B"]


def test_a_line_of_dashes_under_a_text_makes_no_heading() -> None:
    digest = read_post(f"# 1. [A]({URL})\ntext\n---\nmore\n===\n")
    assert digest.papers[0].sections == ()
    assert digest.papers[0].last == 5


@pytest.mark.parametrize(
    "wrapped", ["```\n{}\n```", "~~~md\n{}\n~~~", "<!--\n{}\n-->", "- item\n\n  ```\n  {}\n  ```", "> {}", "- {}"]
)
def test_headings_in_code_comments_quotes_and_items_are_no_papers(wrapped: str) -> None:
    digest = read_log(f"### [A]({URL})\n\n{wrapped.format(f'### [No]({OTHER})')}\n\n### [B]({OTHER})\n")
    assert titles(digest) == ["A", "B"]


@pytest.mark.parametrize(
    "opened",
    [
        "```",
        "```python\nx = 1",
        "~~~\ncode\n```",
        "<!-- a comment",
        "```\ncode\n\n### [B](u)\n\n```python\nx\n```",
        "- ```\n  code",
    ],
)
def test_what_is_opened_and_never_closed_swallows_no_paper(opened: str) -> None:
    digest = read_log(f"### [A]({URL})\n\n{opened}\n\n### [Last]({OTHER})\n")
    assert titles(digest)[-1] == "Last"
    assert len(digest.papers) == 2 + opened.count("###")


def test_leads_in_code_do_not_count() -> None:
    digest = read_log(f"### [A]({URL})\n\n```\n- **No**: x\nVote: 3\n```\n\n- **Yes**: x\n")
    assert [lead.title for lead in digest.papers[0].leads] == ["Yes"]
    assert digest.papers[0].votes is None


def test_repeated_leads_and_sections_are_kept_with_their_lines() -> None:
    paper = read_post(f"# 1. [A]({URL})\n## Method ##\n- Goal: x\n### Deep  \n- Goal: y\n## Method\n").papers[0]
    assert [(s.title, s.level, s.line) for s in paper.sections] == [("Method", 2, 2), ("Deep", 3, 4), ("Method", 2, 6)]
    assert [(lead.title, lead.line) for lead in paper.leads] == [("Goal", 3), ("Goal", 5)]


def test_a_wrong_alphaxiv_link_is_just_a_link() -> None:
    wrong = "https://www.alphaxiv.org/ko/overview/2512.99999"
    paper = read_post(f"# 1. [A]({URL})\n\n> [Alphaxiv]({wrong})\n").papers[0]
    assert (paper.alphaxiv_url, paper.links, paper.meta) == (None, (wrong,), (0,))


def test_the_id_of_a_paper_is_not_taken_from_papers_it_mentions() -> None:
    body = "# 1. [A](https://blog.example.org/a)\n\nbuilds on https://arxiv.org/abs/2401.00001\n"
    assert read_post(body).papers[0].arxiv is None


def test_two_hugging_face_papers_in_one_entry_identify_none() -> None:
    pages = "https://huggingface.co/papers/2401.00001 https://huggingface.co/papers/2401.00002"
    paper = read_post(f"# 1. [A](https://blog.example.org/a)\n\n{pages}\n").papers[0]
    assert (paper.arxiv, paper.huggingface_url) == (None, None)


def test_the_link_of_the_heading_is_not_repeated_among_the_links() -> None:
    assert read_post(f"# 1. [A]({URL})\n\nagain {URL}.\n").papers[0].links == ()


def test_the_first_line_of_votes_and_authors_counts() -> None:
    paper = read_log(f"### [A]({URL})\nVote: 3\nAuthors: A\nVote: 9\nAuthors: B\n").papers[0]
    assert (paper.votes, paper.authors, paper.meta) == (3, ("A",), (2, 3, 4))


def test_a_title_or_name_that_was_cut_is_still_shown_with_the_text() -> None:
    paper = read_log(f"### [{'A' * 900}]({URL})\nAuthors: {'B' * 900}\n").papers[0]
    assert (len(paper.title), len(paper.authors[0]), paper.meta) == (500, 500, ())


@pytest.mark.parametrize(
    ("text", "path", "day"),
    [
        ('---\ntitle: "Papers 2025-12-08"\ndate: 2025-12-08\n---\nx', "2025-12-08.md", date(2025, 12, 8)),
        ("# Papers of Dec 8, 2025\nx", "papers.md", date(2025, 12, 8)),
        ("x", "a/2025-12-08-b.md", date(2025, 12, 8)),
        ("---\ndate: 2025-12-08 23:30:00 +0900\n---\nx", "b.md", date(2025, 12, 8)),
        ("x", "2025/12/08.md", date(2025, 12, 8)),
    ],
)
def test_the_date_is_found_in_each_place(text: str, path: str, day: date | None) -> None:
    digest = formats.read(text, path, "s")
    assert (digest.date, codes(digest)) == (day, [])


@pytest.mark.parametrize(
    ("text", "path", "taken"),
    [
        ('---\ntitle: "2025-12-08"\n---\n# 2025-12-07\n', "2025-12-06.md", date(2025, 12, 8)),
        ("# 2025-12-07\n", "2025-12-06.md", date(2025, 12, 7)),
        ("---\ndate: 2025-12-05\n---\nx", "2025-12-06.md", date(2025, 12, 6)),
        ("---\ndate: 2025-12-05\n---\nx", "2025/12/04.md", date(2025, 12, 5)),
        ("x", "2025/12/04/2025-12-06.md", date(2025, 12, 6)),
    ],
)
def test_dates_that_disagree_are_a_problem_and_the_first_place_wins(text: str, path: str, taken: date) -> None:
    digest = formats.read(text, path, "s")
    assert digest.date == taken
    assert "date" in codes(digest)


def test_batches_of_two_dates_are_listed_under_their_own() -> None:
    digest = read_log(f"### [A]({URL})\n## Daily Papers (2025-12-11)\n### [B]({OTHER})\n")
    assert [digest.day_of(paper) for paper in digest.papers] == [date(2025, 12, 10), date(2025, 12, 11)]
    assert codes(digest) == []


def test_a_date_in_the_title_of_a_paper_is_not_the_date_of_the_digest() -> None:
    assert read_post(f"# 1. [The Storm of 2019-01-02]({URL})\n").date == date(2025, 12, 10)


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_an_empty_file_is_an_empty_text(text: str) -> None:
    digest = formats.read(text, "2025-12-10.md", "s")
    assert (digest.format, codes(digest), digest.papers) == ("text", [], ())


def test_a_post_of_nothing_but_a_header_is_a_text() -> None:
    digest = read_post('---\ntitle: "Daily Papers — 2025-12-10"\n---\n')
    assert (digest.format, codes(digest), digest.outside) == ("text", [], ())


@pytest.mark.parametrize(
    "text", [f"# 1. [A]({URL})", f"# 1. [A]({URL})\n", f"#\t1. [A]({URL})\t\n\n", f"  # 1. [A]({URL})  "]
)
def test_white_space_around_a_heading_and_at_the_end_does_not_matter(text: str) -> None:
    assert titles(read_post(text)) == ["A"]


def test_two_papers_with_one_key_are_both_kept() -> None:
    assert titles(read_log(f"### [A]({URL})\n### [A]({URL})\n")) == ["A", "A"]
