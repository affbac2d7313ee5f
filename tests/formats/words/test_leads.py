"""Labels outside of lists: which lines open with one, and which sentences only hold a colon."""

import pytest

from digest_tui.formats.words.leads import read_lead
from digest_tui.notation.lead_marks import lead_mark


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("**核心创新**: 文", "核心创新"),
        ("**Key results:** text", "Key results"),
        ("**결과**", "결과"),
        ("__Results__: text", "Results"),
        ("***Unbalanced**: text", "Unbalanced"),
        ("結果：文", "結果"),
        ("結果：", "結果"),
        ("Results: text", "Results"),
        ("Limitations of prior work: text", "Limitations of prior work"),
        ("결과(Results): 글", "결과(Results)"),
        ("【결과】", "결과"),
        ("【结果】文", "结果"),
        ("**【结果】** 文", "结果"),
        ("**【结果】**：文", "结果"),
        ("📊 **Results**: text", "Results"),
        ("1️⃣ **Problem**: text", "Problem"),
        ("(1) 결과: 글", "결과"),
        ("■ 결과: 글", "결과"),
        ("<b>Results:</b> text", "Results"),
        ("<p><strong>Results</strong>: text</p>", "Results"),
        ("<summary><b>Results</b></summary>", "Results"),
        ("<details><summary>🔬 Results</summary>", "🔬 Results"),
        ("*Results:* text", "Results"),
        ("_결과_: 글", "결과"),
        ("**Results** — text", "Results"),
        ("**Results** (Table 2): text", "Results"),
        ("> **Results:** text", "Results"),
        ("  **Results:** text", "Results"),
        ("- 📊 **Results**: text", "Results"),
        ("- [x] **Results**: text", "Results"),
        ("**Any short words**: text", "Any short words"),
        ("TL;DR: text", "TL;DR"),
        ("요약: 글", "요약"),
    ],
)
def test_a_label_that_opens_a_paragraph_is_a_lead(line: str, lead: str) -> None:
    assert read_lead(line) == lead


@pytest.mark.parametrize(
    "line",
    [
        "We compare three methods: a, b and c.",
        "The results of our experiments show one thing clearly: kites fly.",
        "이 논문은 두 가지를 제안한다: 연과 실.",
        "그 이유는 다음과 같다:",
        "Note that **Results**: matter",
        "Anything: text",
        "Vote: 25",
        "Authors: Ada Long, Bo Short",
        "**Authors:** Ada Long",
        "**Votes**: 25",
        "**Title:** Kites",
        "Code: https://x.example.org",
        "PDF: [here](https://x.example.org)",
        "**A bold sentence of many words that says something and then goes on**: text",
        "**Anything** alone",
        "**Anything**",
        "**Anything** — text",
        "*Anything:* text",
        "<summary>더 보기</summary>",
        "https://x.example.org: text",
        "12:30 is late",
        "| Results | 92 |",
        "![Results: a](b.png)",
        "[Results: a](https://x.example.org)",
        "`Results: a`",
    ],
)
def test_a_sentence_with_a_colon_is_none(line: str) -> None:
    assert read_lead(line) is None


@pytest.mark.parametrize("above", ["", "글이다.", "a line  ", "a line\\", "a line<br>", "## Heading", "---", "<div>"])
def test_a_label_opens_a_line_behind_what_ends_one(above: str) -> None:
    assert read_lead("Results: text", above) == "Results"


def test_a_line_of_a_sentence_that_goes_on_has_no_lead() -> None:
    assert read_lead("results: text", "the words of the line above lead to") is None
    assert read_lead("**Any words**: text", "the words of the line above lead to") is None
    assert read_lead("**Results**: text", "the words of the line above lead to") == "Results"
    assert read_lead("Results: text", "Method: text", is_below_lead=True) == "Results"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- ***What's New***: 글", "글"),
        ("- **Results:**글", "글"),
        ("結果：글", "글"),
        ("【결과】 글: 둘", "글: 둘"),
        ("<b>Results</b>:<br>글", "글"),
        ("**Results** — 글", "글"),
        ("- **A: B**: 글", "글"),
        ("**Results:**", ""),
    ],
)
def test_the_text_of_a_lead_begins_behind_its_marks(line: str, text: str) -> None:
    mark = lead_mark(line)
    assert mark is not None
    assert line[mark.end :].lstrip() == text
    assert mark.is_alone == (not text)
