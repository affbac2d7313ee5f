"""A title rules the parts below it, whatever they are called and wherever the link stands; a topic rules papers."""

import pytest

from support.small import headed, read, titles, url

TITLE, OTHER = "Sparse Routing for Long Videos: A Study", "조용한 정원의 매듭에 관한 어떤 긴 연구"
PARTS = {
    "English": ("1. What problem does it solve", "2. How does it work", "3. What did they find", "4. Scores"),
    "questions": ("What is this paper about?", "Why does it matter?", "How well does it do?"),
    "no names": ("1. A New Way to See", "2. Under the Hood", "3. In Figures", "4. So What"),
    "Korean": ("1. 풀려는 문제는 무엇인가", "2. 어떻게 풀었나", "3. 무엇을 알아냈나", "4. 점수표"),
    "Korean words": ("한눈에 보는 문제", "핵심 아이디어", "주요 발견", "평점"),
    "Chinese": ("1. 要解决什么问题", "2. 怎么做的", "3. 有什么发现", "4. 打分表"),
    "Chinese numbers": ("一、研究的问题", "二、思路与做法", "三、发现", "四、打分"),
    "Japanese": ("1. どんな問題か", "2. どう解くか", "3. 何がわかったか", "4. 点数表"),
    "dotted": ("1.1 Problem Being Solved", "1.2 Ideas Behind It", "1.3 The Findings", "1.4 Scores"),
    "chapters": ("Part 1: The Setting", "Part 2: The Machine", "Part 3: The Figures"),
    "links behind": ("1. 배경 이야기", "2. 방법 이야기", "Links and More"),
    "one": ("1. 문제의식", "2. Scores"),
}


def paper(title: str, parts: tuple[str, ...], number: int, *, level: int = 2, linked: int = -1) -> list[str]:
    """A paper whose link stands in one of its parts, the last one by default."""
    marks = "#" * level
    lines = [f"{marks} {title}", ""]
    for place, part in enumerate(parts):
        lines += [f"{marks}# {part}", "", "Text about it.", ""]
        if place == linked % len(parts):
            lines += ["More text, and then", "", f"[arXiv]({url(number)})", ""]
    return lines


@pytest.mark.parametrize("linked", [-1, 0, 1])
@pytest.mark.parametrize("level", [1, 2, 3, 5])
@pytest.mark.parametrize("kind", PARTS)
def test_the_title_is_the_heading_that_rules_them_all(kind: str, level: int, linked: int) -> None:
    lines = paper(TITLE, PARTS[kind], 1, level=level, linked=linked)
    [span] = headed(*lines)
    assert (span.title, span.paper, span.first, span.last) == (TITLE, "arxiv:2511.00001", 0, len(lines) - 1)
    assert [section.text for section in span.sections] == list(PARTS[kind])


@pytest.mark.parametrize("linked", [-1, 1])
@pytest.mark.parametrize("kind", PARTS)
def test_each_title_of_several_rules_its_own(kind: str, linked: int) -> None:
    first, second = paper(TITLE, PARTS[kind], 1, linked=linked), paper(OTHER, PARTS[kind], 2, linked=linked)
    found = headed("# 오늘의 논문 2025-11-07", "", *first, *second)
    assert [(span.title, span.paper) for span in found] == [(TITLE, "arxiv:2511.00001"), (OTHER, "arxiv:2511.00002")]
    assert [span.first for span in found] == [2, 2 + len(first)]


def test_papers_with_other_parts_each_stand_beside_one_another() -> None:
    lines = [*paper(TITLE, PARTS["English"], 1), *paper(OTHER, PARTS["Korean"], 2)]
    assert titles(headed(*lines)) == [TITLE, OTHER]


def test_numbered_titles_rule_numbered_parts() -> None:
    lines = [*paper(f"1. {TITLE}", PARTS["English"], 1), *paper(f"2. {OTHER}", PARTS["English"], 2)]
    assert titles(headed(*lines)) == [TITLE, OTHER]


def test_bold_lines_are_parts_too() -> None:
    parts = [line for part in PARTS["English"] for line in (f"**{part}**", "", "text", "")]
    assert titles(headed(f"## {TITLE}", "", *parts, f"[arXiv]({url(1)})")) == [TITLE]


@pytest.mark.parametrize(
    "title", ["[논문 리뷰] 희소 라우팅으로 긴 영상 이해하기", "논문 요약: 희소 라우팅", "Paper Review: Sparse Routing"]
)
def test_a_title_may_say_that_it_is_reviewed(title: str) -> None:
    [span] = headed(*paper(title, PARTS["Korean"], 1, level=1))
    assert (span.title.endswith(title[-8:]), span.paper) == (True, "arxiv:2511.00001")


def test_long_parts_are_parts_where_the_link_comes_last() -> None:
    parts = ("1. Frames go to many small experts", "2. Every expert sees few frames", "3. It is quick and good at once")
    assert titles(headed(*paper(TITLE, parts, 1))) == [TITLE]


def test_parts_of_parts_are_ruled_by_the_title() -> None:
    parts = ["### 요약", "", "본문", "", "### 상세 분석", "", *paper("x", PARTS["Korean"], 1, level=3)[2:]]
    found = headed("## 오늘의 논문", "", f"## {TITLE}", "", *parts)
    assert [(span.title, span.paper) for span in found] == [(TITLE, "arxiv:2511.00001")]


def test_a_paper_that_a_part_cites_is_not_the_one() -> None:
    prose = f"It improves on what an older work had shown at some length ([arXiv]({url(9)}))."
    lines = paper(TITLE, PARTS["English"], 1)
    assert [span.paper for span in headed(*lines[:4], prose, *lines[4:])] == ["arxiv:2511.00001"]


def test_the_header_may_hold_the_title_that_rules_them() -> None:
    parts = [line for part in PARTS["English"] for line in (f"### {part}", "", *["text"] * 9, "")]
    digest = read("---", f"title: {TITLE}", "---", "", *parts, f"[arXiv]({url(1)})")
    assert [(p.title, p.arxiv and p.arxiv.id, len(p.sections)) for p in digest.papers] == [(TITLE, "2511.00001", 4)]


ASKED = ("1. What Problem Does Attention Solve", "2. How Do Kettles Work", "3. Scores and Their Limits")


@pytest.mark.parametrize(
    "ruling", ["# Daily papers 2025-11-07", "## Language models", "## 오늘의 논문", "# 2025-11-07", f"# {TITLE}"]
)
@pytest.mark.parametrize("mark", ["##", "###"])
def test_numbered_headings_with_links_of_their_own_are_papers(ruling: str, mark: str) -> None:
    papers = [
        line
        for n, title in enumerate(ASKED, 1)
        for line in (f"{mark} {title}", "", "text", "", f"[arXiv]({url(n)})", "")
    ]
    assert titles(headed(ruling, "", *papers)) == [title[3:] for title in ASKED]


@pytest.mark.parametrize(
    "ruling",
    [
        "## Language models",
        "## 오늘의 추천 논문",
        "# Daily papers",
        "## 主题一：可控长视频",
        "# 논문 리뷰",
        "# AI 뉴스",
        "## 2025-11-07",
    ],
)
def test_below_a_topic_numbered_titles_are_papers_though_one_alone_is_linked(ruling: str) -> None:
    names = ("Quiet Knots in Crowded Gardens", "Kettles That Whistle at Night", "How Teapots Work")
    papers = [line for n, title in enumerate(names, 1) for line in (f"### {n}. {title}", "", "text", "")]
    assert titles(headed(ruling, "", *papers, f"[arXiv]({url(1)})")) == list(names)


def test_a_numbered_title_among_its_own_parts_is_no_part() -> None:
    lines = (
        "## 주제: 긴 영상",
        f"#### 1. {TITLE} (평점: 4)",
        "",
        "ID: 2511.00001",
        "#### 문제",
        "본문",
        "#### 결과",
        "본문",
    )
    assert titles(headed(*lines)) == [TITLE]


def test_a_text_with_numbered_headings_and_no_link_is_no_paper() -> None:
    lines = [line for line in paper(TITLE, PARTS["English"], 1) if "arxiv" not in line]
    assert headed(*lines) == []
