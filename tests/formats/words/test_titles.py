"""The title of a heading, whatever a digest puts around it: ranks, tags, votes and links; pages and prose."""

import pytest

from digest_tui.formats.words.titles import is_sentence, read_headline

URL = "https://arxiv.org/abs/2511.04321"
PAPER = "arxiv:2511.04321"
CODE = "https://github.com/someone/router"
TITLE = "Sparse Routing for Long Videos"


@pytest.mark.parametrize(
    "text",
    [
        f"3. [{TITLE}]({URL})",
        f"3. {TITLE}",
        f"Paper 3: {TITLE}",
        f"🥇 {TITLE}",
        f"⭐⭐⭐ {TITLE}",
        f"1.2 {TITLE}",
        f"**{TITLE}**",
        f"1. **{TITLE}** ⬆️ 31",
        f"{TITLE} 👍 132",
        f"{TITLE} (12 upvotes)",
        f"{TITLE} [[PDF]({URL})]",
        f"{TITLE} ([arXiv]({URL}))",
        f"{TITLE} [📄]({URL})",
        f"{TITLE} (arXiv:2511.04321v2)",
        f"{TITLE} [2511.04321]",
        f"{TITLE} (cs.CV)",
        f"{TITLE} (math.OC)",
        f"{TITLE} (stat.ML)",
        f"{TITLE} (评分: 7.5/10)",
        f"{TITLE} [得分：8]",
        f"{TITLE} (rating: 4/5)",
        f"{TITLE} [점수: 9]",
        f"{TITLE} ⭐⭐⭐",
        f"{TITLE} ★★★☆",
        f"{TITLE} 🔗",
        f"{TITLE} `NEW` `cs.CV`",
        f"{TITLE} {{#sparse-routing}}",
        f"{TITLE} 📦코드",
        f"{TITLE} |",
        f"[{TITLE}]({URL}) | [code]({CODE})",
        f"[[{TITLE}]]({URL})",
        f"**[{TITLE}]** ({URL})",
        f"![new](https://img.example.org/n.svg) [{TITLE}]({URL})",
        f"![new](https://img.example.org/n.svg) **{TITLE}**",
        f"[{TITLE}]({URL}) ![](https://img.example.org/n.svg)",
        f"1. {TITLE} - arXiv:2511.04321",
        f"[{TITLE}] ({URL})",
        f"[{TITLE}]（{URL}）",
        f"[{TITLE}] <{URL}>",
        f'<a href="{URL}">{TITLE}</a>',
        f"<strong>{TITLE}</strong>",
    ],
)
def test_a_heading_is_read_without_what_decorates_its_title(text: str) -> None:
    assert read_headline(text).title == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "[2.5 Years of Routing Logs](%s)",
        "[4D Gaussians, 10x Faster](%s)",
        "[Learning to Rank [Extended Abstract] Again](%s)",
        "[Why $\\alpha | \\beta$ Routing Works](%s)",
        "[`torch.route`: A Library](%s)",
        "[라우팅이 전부다: 긴 영상 이해](%s)",
        "[<think> Less, Route More](%s)",
        "[C++ and F# Routers](%s)",
    ],
)
def test_a_linked_title_keeps_all_that_stands_in_its_link(title: str) -> None:
    assert read_headline(title % URL).title == title.removeprefix("[").removesuffix("](%s)")


def test_a_title_that_is_partly_bold_is_read_as_a_whole() -> None:
    assert read_headline("**Routing** is all a video needs").title == "**Routing** is all a video needs"


def test_a_second_number_belongs_to_the_title() -> None:
    assert read_headline(f"3. [10 - The Router]({URL})").title == "10 - The Router"


def test_entities_are_characters() -> None:
    assert read_headline("Q&amp;A with Routers &lt;fast&gt;").title == "Q&A with Routers <fast>"


@pytest.mark.parametrize("text", ["", "---", "⭐⭐⭐", "#", "📌", "![](https://img.example.org/n.svg)"])
def test_a_heading_of_signs_alone_has_no_title(text: str) -> None:
    assert read_headline(text).title == ""


@pytest.mark.parametrize(
    ("text", "link", "paper"),
    [
        (f"[{TITLE}]({URL})", URL, PAPER),
        (f"[{TITLE}]({CODE}) [arXiv]({URL})", CODE, PAPER),
        (f"{TITLE} ([PDF]({URL}), [code]({CODE}))", URL, PAPER),
        (f"{TITLE} [code]({CODE})", None, None),
        (TITLE, None, None),
    ],
)
def test_the_link_is_the_titles_own_else_the_first_to_a_paper(text: str, link: str | None, paper: str | None) -> None:
    headline = read_headline(text)
    assert (headline.link, headline.paper) == (link, paper)


@pytest.mark.parametrize(
    ("text", "numbered", "emphatic"),
    [
        (f"3. [{TITLE}]({URL})", True, True),
        (f"[3. {TITLE}]({URL})", True, True),
        (f"**3. {TITLE}**", True, True),
        (f"1.2 {TITLE}", True, False),
        (TITLE, False, False),
    ],
)
def test_a_headline_tells_a_number_and_an_emphasis(text: str, numbered: bool, emphatic: bool) -> None:
    headline = read_headline(text)
    assert (headline.numbered, headline.emphatic) == (numbered, emphatic)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("긴 영상을 전문가에게 나눠 보낸다.", True),
        ("코드를 공개합니다", True),
        ("길이 잘 보여요.", True),
        ("성능이 좋아졌음", True),
        ("전문가에게 나눠 보내기를 제안함", True),
        ("本文提出了一种稀疏路由方法。", True),
        ("a " * 151, True),
        ("긴 영상을 위한 희소 라우팅", False),
        ("稀疏路由：长视频理解", False),
        (f"{TITLE}!", False),
    ],
)
def test_prose_is_told_from_a_title_by_its_end_and_its_length(text: str, sentence: bool) -> None:
    assert is_sentence(text) is sentence
