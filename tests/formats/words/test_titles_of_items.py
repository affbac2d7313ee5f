"""The title of a list item, up to where authors, links and text begin, behind dates, venues and labels."""

import pytest

from digest_tui.formats.words.titles import Headline, read_item

URL = "https://arxiv.org/abs/2511.04321"
PAPER = "arxiv:2511.04321"
CODE = "https://github.com/someone/router"
TITLE = "Sparse Routing for Long Videos"


@pytest.mark.parametrize(
    "text",
    [
        f"- [{TITLE}]({URL}): text behind it.",
        f"1) **{TITLE}** - text behind it ([paper]({URL}))",
        f"- [ ] [{TITLE}]({URL})",
        f"- 2025-11-07 | [{TITLE}]({URL})",
        f"- 251107 {TITLE} [PDF]({URL})",
        f"- (2025/11/07) {TITLE} [PDF]({URL})",
        f"- `2025.11` {TITLE} [PDF]({URL})",
        f"- **2025-11-07** {TITLE} [PDF]({URL})",
        f"- NeurIPS 2025, {TITLE} [PDF]({URL})",
        f"- [CVPR] _{TITLE}_ [PDF]({URL})",
        f"- [NeurIPS 2025 Spotlight Paper] [{TITLE}]({URL})",
        f"- `computer-vision-and-graphics` [{TITLE}]({URL})",
        f"- CVPR, **{TITLE}** [PDF]({URL})",
        f"- (Oral) **{TITLE}** [PDF]({URL})",
        f"- **[CVPR'25]** {TITLE} [PDF]({URL})",
        f"- [2025.11] **{TITLE}**, [arXiv]({URL})",
        f"- NeurIPS 2025, [{TITLE}]({URL})",
        f"- `[CVPR]` **{TITLE}** [PDF]({URL})",
        f"- [PDF]({URL}) {TITLE}",
        f"- [[arXiv]({URL})] **{TITLE}**: text",
        f"- ![new](https://img.example.org/n.svg) [{TITLE}]({URL})",
        f"- 논문: [{TITLE}]({URL})",
        f"- 제목: {TITLE}",
        f"- Paper title: {TITLE} [PDF]({URL})",
        f"- **{TITLE}**: text behind it, [arXiv]({URL})",
        f"- **标题**：{TITLE}",
        f"- **Title:** {TITLE}",
        f"- *{TITLE}* A. One, B. Two. [arXiv]({URL})",
        f"- {TITLE} [arXiv]({URL})",
        f"- {TITLE}, [Paper]({URL}), [Code]({CODE})",
        f"- {TITLE}. *A. One, B. Two*. [arXiv]({URL})",
        f"- {TITLE}. _A. One, B. Two_. [arXiv]({URL})",
        f"- <br>{TITLE} [arXiv]({URL})",
        f"- {TITLE} (Paper: {URL})",
        f"- {TITLE} (논문: {URL})",
        f"- {TITLE} 링크: {URL}",
        f"- {TITLE}，链接：{URL}",
        f"- {TITLE} | arXiv {URL}",
        f"- {TITLE} - Read more: {URL}",
        f"- {TITLE}（[链接]({URL})）",
        f"- {TITLE}\nA. One, B. Two\n[arXiv]({URL})",
        f'- <a href="{URL}">{TITLE}</a><br>A. One',
    ],
)
def test_an_item_is_read_up_to_the_end_of_its_title(text: str) -> None:
    assert read_item(text).title == TITLE


@pytest.mark.parametrize("gap", ["  ", " ● ", " • "])
def test_in_a_long_line_a_wide_gap_ends_the_title(gap: str) -> None:
    text = f"1) {TITLE}{gap}Routes frames to experts {'at length ' * 12}[paper]({URL})"
    assert read_item(text).title == TITLE


def test_in_a_short_line_a_wide_gap_is_a_typing_slip() -> None:
    assert read_item(f"- Sparse Routing  for Long Videos [arXiv]({URL})").title == TITLE


def test_a_short_bold_name_before_a_colon_is_only_the_beginning_of_a_title() -> None:
    assert read_item(f"- **RouteNet**: {TITLE}, [arXiv]({URL})").title == f"RouteNet: {TITLE}"


@pytest.mark.parametrize("title", [f"{TITLE} (Oral)", "Dense or **sparse** Routing"])
def test_brackets_and_bold_words_inside_a_title_stay(title: str) -> None:
    assert read_item(f"- {title} [PDF]({URL})").title == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"- **{TITLE}** [PDF]({URL})", Headline(TITLE, URL, False, True, PAPER)),
        (f"- **{TITLE}** [code]({CODE})", Headline(TITLE, None, False, True, None)),
        (f"- **2. [{TITLE}]({URL})**", Headline(TITLE, URL, True, True, PAPER)),
        (f"- 2. [{TITLE}]({URL})", Headline(TITLE, URL, True, True, PAPER)),
        (f"- [2. {TITLE}]({URL})", Headline(TITLE, URL, True, True, PAPER)),
        (f"- [{TITLE}]({CODE}) [arXiv]({URL})", Headline(TITLE, CODE, False, True, PAPER)),
        (f"- {TITLE} [code]({CODE}) [PDF]({URL})", Headline(TITLE, URL, False, False, PAPER)),
    ],
)
def test_an_item_tells_its_link_its_number_its_emphasis_and_its_paper(text: str, expected: Headline) -> None:
    assert read_item(text) == expected


@pytest.mark.parametrize(
    "text", ["- **Authors**: A. One", "- **저자:** 김하나", "- **方法**：路由", "- **要約**: 経路"]
)
def test_a_bold_label_is_no_title(text: str) -> None:
    assert read_item(text).title == ""


def test_an_id_alone_is_no_title() -> None:
    assert read_item(f"- 2511.04321 [PDF]({URL})").title == ""


def test_a_bare_url_before_a_text_takes_it_for_no_title() -> None:
    assert read_item(f"- {URL} a note about it").title == ""


def test_a_link_in_running_text_is_no_title_of_its_item() -> None:
    text = f"- Routing is known to be hard for models. [{TITLE}]({URL}) shows it"
    assert read_item(text) == Headline("Routing is known to be hard for models.", URL, False, False, PAPER)


@pytest.mark.parametrize("title", [TITLE, "RouteNet"])
def test_a_note_behind_the_link_to_the_paper_is_not_its_title(title: str) -> None:
    text = f"- {title} / [PDF]({URL}) / [Reading note in Korean](notes/router.md)"
    assert read_item(text) == Headline(title, URL, False, False, PAPER)


def test_one_word_for_a_link_is_taken_from_the_end_of_a_title_and_no_second() -> None:
    assert read_item(f"- A Longer Title about Reading the Paper, Paper: [arXiv]({URL})").title == (
        "A Longer Title about Reading the Paper"
    )
