"""What is searched of a paper, and which part of it is about what."""

import pytest

from digest_tui import formats
from digest_tui.model import Entry, entries_of
from digest_tui.model.facet import Facet
from digest_tui.search.folded import accented
from digest_tui.search.texts import PaperText, body_text, paper_text
from support.library import Sample, entries_on

POST = """\
---
title: "Daily Papers — 2025-12-10"
date: 2025-12-10 08:15:00
---

# 1. [Kites and $\\alpha$-Winds](https://arxiv.org/abs/2512.99001)

> [Alphaxiv](https://www.alphaxiv.org/ko/overview/2512.99001)

## Introduction
- Goal: 연을 높이
  날린다.
- Limitations: 서론 속의 한계.

## Method
방법의 문장.
### Details
세부 사항.

## Results
결과의 문장.

## 기타
무관한 문장.
"""


def post() -> Entry:
    """A paper with headings."""
    return entries_of(formats.read(POST, "_posts/2025-12-10-papers.md", "blog"))[0]


def about(facet: Facet, paper: PaperText) -> str:
    """All that is about a facet."""
    return "|".join(paper.text[first:last].strip() for said, first, last in paper.spans if said == facet)


def test_title_authors_and_body_are_parts_of_one_text() -> None:
    [entry] = entries_on("2025-01-03", Sample("A Title", "본문 **문장**.", authors="Kim, Lee"))
    paper = paper_text(entry)
    assert paper.text[: paper.title_end] == "a title"
    assert "kim" in paper.text[paper.title_end : paper.body_start]
    assert paper.text[paper.body_start :] == "본문 문장."


def test_a_formula_in_a_title_is_found_as_written_and_as_shown() -> None:
    title = paper_text(post()).text[: paper_text(post()).title_end]
    assert "alpha" in title
    assert "α-winds" in title


def test_lines_that_hold_fields_are_no_body() -> None:
    assert "alphaxiv" not in paper_text(post()).text
    [entry] = entries_on("2025-01-03", Sample("A Title", "Body.", votes=25, authors="Kim"))
    assert body_text(entry) == "Body."


@pytest.mark.parametrize(
    ("facet", "text"),
    [
        (Facet.METHOD, "방법의 문장.\ndetails\n세부 사항."),
        (Facet.RESULTS, "결과의 문장."),
        (Facet.LIMITATIONS, ""),
        (Facet.CONCLUSION, ""),
    ],
)
def test_a_section_reaches_to_the_next_heading_of_its_level(facet: Facet, text: str) -> None:
    assert about(facet, paper_text(post())) == text


def test_the_leads_of_a_section_are_its_text() -> None:
    assert about(Facet.INTRODUCTION, paper_text(post())) == "goal: 연을 높이 날린다.\nlimitations: 서론 속의 한계."


@pytest.mark.parametrize(
    ("body", "results"),
    [
        ("- **Results**: 첫 줄\n  이어진다.\n- 다음 항목.", "첫 줄 이어진다."),
        ("- **Results**: 첫 줄\n\n  들여 쓴 문단.\n\n밖의 문단.", "첫 줄\n들여 쓴 문단."),
        ("- **Results**:\n- 첫 항목\n- 둘째 항목\n- **Method**: 방법", "첫 항목\n둘째 항목"),
        ("- **Results**:\n  - 안쪽 항목\n- **Method**: 방법", "안쪽 항목"),
        ("- ***성능 결과***： 결과: 좋다", "결과: 좋다"),
        ("- **Method**: 방법", ""),
        ("**Results:** 첫 문단\n\n둘째 문단\n\n**Limits**: 밖", "첫 문단\n둘째 문단"),
        ("【结果】 很好。\n【方法】 别的。", "很好。"),
        ("📊 **결과 (Results):** 좋다", "좋다"),
        ("**Results** (Table 2): 좋다", "좋다"),
        ("**Results**\n\n좋다", "좋다"),
        ("<p><b>Results</b>: 좋다</p>", "좋다"),
        ("**Method:** 꼰다. **Results:** 좋다. **Limitations:** 비.", "좋다."),
        ("【方法】꼰다.【结果】좋다.\n\n둘째.", "좋다.\n둘째."),
        ("| Method | 꼰다 |\n|---|---|\n| Results | 좋다 |", "좋다"),
        ("Results\n: 좋다.\n\nMethod\n: 꼰다.", "좋다."),
    ],
)
def test_a_lead_names_the_rest_of_its_item(body: str, results: str) -> None:
    [entry] = entries_on("2025-01-03", Sample("A Title", body))
    assert about(Facet.RESULTS, paper_text(entry)) == results


def test_spans_point_into_the_text_also_where_folding_changes_lengths() -> None:
    [entry] = entries_on("2025-01-03", Sample("Straße ﬁne", "- **Method**: ﬁne Straße\n- **Results**: ﬂow ẞ"))
    assert about(Facet.RESULTS, paper_text(entry)) == "flow ss"


def test_the_columns_of_a_table_are_facets_of_its_rows() -> None:
    table = (
        "# 2025-01-03\n\n| Title | Summary | 결과 | Method |\n|---|---|---|---|\n"
        "| [Kites](https://arxiv.org/abs/2501.00001) | 높이 난다 | 92점<br>둘째 줄 | 실을 꼰다 |\n"
    )
    [entry] = entries_of(formats.read(table, "2025-01-03.md", "log"))
    assert about(Facet.RESULTS, paper_text(entry)) == "92점 둘째 줄"
    assert about(Facet.METHOD, paper_text(entry)) == "실을 꼰다"


def test_the_row_of_a_table_is_searched_as_it_is_shown() -> None:
    table = (
        "# 2025-01-03\n\n| Title | Summary |\n|---|---|\n| [Kites](https://arxiv.org/abs/2501.00001) | 높이 난다 |\n"
        "| [Winds](https://arxiv.org/abs/2501.00002) | 세게 분다 |\n"
    )
    first, second = entries_of(formats.read(table, "2025-01-03.md", "log"))
    assert "높이 난다" in paper_text(first).text
    assert "높이 난다" not in paper_text(second).text


def test_tex_accents_are_the_letters_that_they_stand_for() -> None:
    sample = Sample(r"L\'evy Flights", r"- **Method**: Erd{\H o}s and don\'t `L\'x`.", authors=r"\"Ozg\"ur Ak")
    [entry] = entries_on("2025-03-11", sample)
    words = paper_text(entry)
    assert "levy flights" in words.text
    assert "erdos and don't" in words.text
    assert "ozgur ak" in words.text
    assert "lévy flights" in accented(words)
