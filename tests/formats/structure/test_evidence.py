"""Which paper a line is about: what stands there for its links, what is mentioned, what is only cited."""

import pytest

from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence, LineEvidence, line_evidence

URL = "https://arxiv.org/abs/2511.04321"
PAPER = "arxiv:2511.04321"
OTHER = "https://arxiv.org/abs/2511.09876"


@pytest.mark.parametrize(
    "line",
    [
        f"[arXiv]({URL})",
        f"- [PDF]({URL}) | [Code](https://github.com/someone/router)",
        URL,
        f"🔗 논문 링크: {URL}",
        f"**Link**: [Sparse Routing for Long Videos]({URL})",
        f"🔗 **논문**: [Sparse Routing for Long Videos]({URL})",
        f"**제목**: [Sparse Routing for Long Videos]({URL})",
        f"Title, Authors, Abstract, Categories, Published: [arXiv]({URL})",
        f"- **链接**：[arXiv]({URL})",
        f"論文リンク: [2511.04321]({URL})",
        f'<a href="{URL}">arXiv</a> · <a href="https://x.example.org">Project</a>',
        "arXiv: 2511.04321",
        "**arXiv ID**: `2511.04321`",
        "`arXiv:2511.04321` | cs.CV",
        "- ID: 2511.04321v2",
        "📄 arXiv:2511.04321 — submitted last Friday by a group of seven authors",
        '<div class="card" data-arxiv-id="2511.04321">',
        "[[pdf](../papers/2511.04321v1.pdf)]",
    ],
)
def test_a_line_of_links_says_which_paper_is_meant(line: str) -> None:
    said = line_evidence(line)
    assert (set(said.papers), said.mentions, said.cites) == ({PAPER}, (), ())


@pytest.mark.parametrize(
    "line",
    [
        f"The routing of this work follows an older idea ([arXiv]({URL})) and improves on it.",
        f"이 연구는 예전의 생각을 따르면서 더 나은 결과를 보였다 ([논문]({URL})).",
        f"本文沿用了此前工作的思路，并在长视频上取得了更好的结果（[链接]({URL})）。",
    ],
)
def test_a_link_in_prose_is_mentioned(line: str) -> None:
    said = line_evidence(line)
    assert (said.papers, said.mentions, said.cites) == ((), (PAPER,), ())


@pytest.mark.parametrize(
    "line", [f"[Sparse Routing for Long Videos]({URL})", f"- [A Router]({URL}) 2511.09876", f"- [희소 라우팅]({URL})"]
)
def test_a_linked_title_is_cited(line: str) -> None:
    said = line_evidence(line)
    assert (said.papers, said.mentions, said.cites) == ((), (), (PAPER,))


@pytest.mark.parametrize(
    "line",
    [
        "Earlier work (arXiv:2511.04321) is improved by a margin that surprised its authors.",
        "Version 2511.043 of the library",
        "released 2511.04321 today",
        f"The code of this earlier work stands at {URL} and was improved by its authors.",
        "[Code](https://github.com/someone/router)",
        "[List](https://arxiv.org/list/cs.CL/recent)",
        "긴 영상을 전문가에게 나누어 보낸다.",
        "",
    ],
)
def test_other_lines_say_nothing_about_papers(line: str) -> None:
    said = line_evidence(line)
    assert (said.papers, said.mentions, said.cites) == ((), (), ())


def test_an_attribute_may_hold_an_old_id() -> None:
    assert line_evidence('<article data-arxiv-id="hep-th/9901001">').papers == ("arxiv:hep-th/9901001",)


def test_a_line_of_links_keeps_their_order() -> None:
    assert line_evidence(f"[arXiv]({OTHER}) | [PDF]({URL})") == LineEvidence(papers=("arxiv:2511.09876", PAPER))


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Authors: A. One", "authors"),
        ("**Authors**: A. One", "authors"),
        ("**저자:** 김하나", "저자"),
        ("- **👤 作者**：王一", "作者"),
        ("> *論文リンク*: x", "論文リンク"),
        ("1. Published: 2025-11-07", "published"),
        ("<b>초록</b>: 본문", "초록"),
        ("| 📅 发布日期 | 2025-11-07 |", "发布日期"),
        ("**Abstract**", "abstract"),
        ("- 👤 **作者**：王一", "作者"),
        ("**저자(Authors)**: 김하나", "저자"),
        ("*Abstract*", "abstract"),
        ("Abstract", ""),
        ("**Router**", ""),
        ("Note that: this", ""),
        ("text about Authors: A. One", ""),
        ("", ""),
    ],
)
def test_a_line_is_labelled_by_the_field_that_opens_it(line: str, label: str) -> None:
    assert line_evidence(line).label == label


def evidence(*lines: str) -> Evidence:
    return Evidence(Document("\n".join(lines), "daily/2025-11-07.md", "digests"))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("**Authors**: A. One", "authors"),
        ("저자: 김하나", "authors"),
        ("链接：x", "link"),
        ("**TL;DR**: x", "abstract"),
        ("要約：x", "abstract"),
        ("제목: x", "title"),
        ("카테고리: cs.CV", "other"),
        ("Remember: x", ""),
    ],
)
def test_labels_of_one_kind_count_as_one_field(line: str, kind: str) -> None:
    assert evidence(line).kind(0) == kind


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("**What's New**: text", "what s new"),
        ("- **핵심:** 본문", "핵심"),
        ("> 💡 __要点__ 文", "要点"),
        ("text **Bold**", ""),
        ("*Slanted*: text", ""),
    ],
)
def test_a_line_may_open_with_bold_words(line: str, lead: str) -> None:
    assert evidence(line).lead(0) == lead


def test_lines_of_code_say_nothing() -> None:
    assert evidence("```", f"[arXiv]({URL})", "```").line(1) == LineEvidence()


def test_reference_links_are_evidence_too() -> None:
    assert evidence("[arXiv][1]", "", f"[1]: {URL}").line(0).papers == (PAPER,)


@pytest.mark.parametrize(
    "line",
    [
        "Comments: supersedes https://arxiv.org/abs/2511.00001",
        "备注：见 https://arxiv.org/abs/2511.00001",
        "Abstract: We extend [S](https://arxiv.org/abs/2511.00001) by a long way and then further.",
    ],
)
def test_what_a_comment_or_an_abstract_links_to_is_another_paper(line: str) -> None:
    said = line_evidence(line)
    assert (said.papers, said.mentions) == ((), ())


def test_a_link_in_front_of_names_says_which_paper_it_is() -> None:
    line = "[논문 링크](https://arxiv.org/abs/2511.00001) | Jiho Lee, Xi Wang, Liu Bo, Ana Cruz, Otto Muster"
    assert line_evidence(line).papers == ("arxiv:2511.00001",)


@pytest.mark.parametrize(("beside", "is_meant"), [("abcdefghij", True), ("abcdefghijk", False)])
def test_few_letters_stand_beside_an_id_that_is_no_link(beside: str, is_meant: bool) -> None:
    # The id itself does not count among them.
    said = line_evidence(f"{beside} (2511.04321)")
    assert (said.papers == (PAPER,)) is is_meant
