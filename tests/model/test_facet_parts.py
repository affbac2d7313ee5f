"""The author's text of each facet, in digests of many shapes."""

import pytest

from digest_tui import formats
from digest_tui.model import Entry, entries_of
from digest_tui.model.facet import Facet
from digest_tui.model.facet_parts import facet_parts, facet_texts, first_sentence
from support.promises import promises

WHY, HOW, GAIN, LIMIT, END = TEXTS = (
    "연을 높이 날리는 문제를 푼다.",
    "실을 두 겹으로 꼰다: we twist, e.g. twice.",
    "바람 3.5 m/s에서 결과: 92%를 얻었다.",
    "비가 오면 쓸 수 없다.",
    "연은 더 높이 난다.",
)
KOREAN = ("문제", "방법", "결과", "한계", "결론")
ENGLISH = ("Problem", "Proposed method", "Key results", "Limitations", "Takeaways")
CHINESE = ("核心创新", "方法", "实验结果", "局限性", "结论")
JAPANESE = ("背景", "提案手法", "結果", "限界", "結論")


def each(names: tuple[str, ...], line: str, between: str = "\n\n") -> str:
    """All five parts in one shape."""
    pairs = enumerate(zip(names, TEXTS, strict=True), 1)
    return between.join(line.format(name=name, text=text, number=number) for number, (name, text) in pairs)


SHAPES = {
    "English labels in bold": each(ENGLISH, "**{name}:** {text}") + "\n\n**Links:** [PDF](https://x.example.org/a.pdf)",
    "bold labels line by line": each(ENGLISH, "**{name}**: {text}", "\n"),
    "Chinese labels in bold": "**作者**: 김연, 이실\n\n" + each(CHINESE, "**{name}**：{text}"),
    "Japanese labels without bold": each(JAPANESE, "{name}：{text}"),
    "heavy brackets": each(CHINESE, "【{name}】{text}", "\n"),
    "heavy brackets alone": each(KOREAN, "【{name}】\n\n{text}"),
    "HTML paragraphs": each(ENGLISH, "<p><b>{name}:</b> {text}</p>", "\n"),
    "HTML with line breaks": each(KOREAN, "<strong>{name}</strong>: {text}<br>", "\n"),
    "an HTML list": f"<ul>\n{each(KOREAN, '<li><b>{name}:</b> {text}</li>', chr(10))}\n</ul>",
    "a numbered list": each(KOREAN, "{number}. **{name}**: {text}", "\n"),
    "plain labels of a bullet": each(ENGLISH[:1] + KOREAN[1:], "* {name}: {text}", "\n"),
    "plain labels": each(KOREAN, "{name}: {text}"),
    "plain labels with hard breaks": each(KOREAN, "{name}: {text}  ", "\n").rstrip(),
    "plain labels alone": each(KOREAN, "{name}:\n{text}"),
    "labels behind emoji": each(KOREAN, "📊 **{name}:** {text}"),
    "bullets behind emoji": each(KOREAN, "- 🎯 **{name}**: {text}", "\n"),
    "labels in two languages": each(KOREAN, "**{name} (Name)**: {text}"),
    "bold names alone": each(ENGLISH, "**{name}**\n{text}"),
    "bold names and dashes": each(ENGLISH, "**{name}** — {text}"),
    "slanted labels": each(ENGLISH, "*{name}:* {text}"),
    "quoted labels": each(KOREAN, "> **{name}:** {text}", "\n>\n"),
    "folds": each(KOREAN, "<details>\n<summary>{name}</summary>\n\n{text}\n\n</details>", "\n"),
    "headings": each(KOREAN, "#### {number}. {name}\n{text}"),
    "HTML headings": each(ENGLISH, "<h3>{name}</h3>\n\n{text}"),
    "underlined headings": each(ENGLISH, "{name}\n---\n\n{text}"),
    "headings in list items": each(ENGLISH, "- ### {name}\n  {text}", "\n"),
    "headings in numbered items": each(KOREAN, "{number}. #### {name}\n\n   {text}"),
    "headings in one quote": each(KOREAN, "> #### {name}\n> {text}", "\n>\n"),
    "headings in quotes": each(KOREAN, "> #### {name}\n>\n> {text}"),
    "HTML headings in their elements": each(ENGLISH, "<div>\n<h4>{name}</h4>\n{text}\n</div>", "\n"),
    "labels in their elements": each(ENGLISH, '<div class="part">\n\n**{name}:** {text}\n\n</div>'),
    "a definition list": each(ENGLISH, "{name}\n: {text}"),
    "a tight definition list": each(KOREAN, "{name}\n:   {text}", "\n"),
    "an HTML definition list": f"<dl>\n{each(KOREAN, '<dt>{name}</dt>' + chr(10) + '<dd>{text}</dd>', chr(10))}\n</dl>",
    "HTML definitions on a line": f"<dl>\n{each(ENGLISH, '<dt><b>{name}:</b></dt><dd>{text}</dd>', chr(10))}\n</dl>",
    "a table of two columns": "| Item | Content |\n|---|---|\n" + each(CHINESE, "| **{name}** | {text} |", "\n"),
    "an HTML table": f"<table>\n{each(KOREAN, '<tr><th>{name}</th><td>{text}</td></tr>', chr(10))}\n</table>",
    "an HTML table line by line": "<table>\n"
    + each(ENGLISH, "<tr>\n<td><b>{name}</b></td>\n<td>{text}</td>\n</tr>", "\n")
    + "\n</table>",
    "labels on one line": each(ENGLISH, "**{name}:** {text}", " "),
    "brackets on one line": each(CHINESE, "【{name}】{text}", ""),
    "labels between bars": each(KOREAN, "**{name}**: {text}", " | "),
    "HTML labels between line breaks": each(KOREAN, "<b>{name}:</b> {text}", "<br>"),
    "labels in one list item": "- " + each(KOREAN, "**{name}:** {text}", " "),
    "names with a full stop": each(ENGLISH, "**{name}.** {text}"),
    "names in square brackets": each(KOREAN, "[{name}] {text}"),
    "names in bold square brackets": each(KOREAN, "**[{name}]** {text}"),
    "names behind a sign": each(KOREAN, "■ {name}\n{text}"),
    "names as code": each(ENGLISH, "- `{name}`: {text}", "\n"),
    "names before a line break": each(ENGLISH, "<p><strong>{name}</strong><br>{text}</p>", "\n"),
    "callouts": each(ENGLISH, "> [!NOTE] {name}\n> {text}") + "\n\n> [!TIP] Anything\n> 딴것",
    "headings in a fold": "<details>\n<summary>더 보기</summary>\n\n"
    + each(KOREAN, "#### {name}\n\n{text}")
    + "\n\n</details>",
}
HEADS = {
    "a log": "### [Kites {n}: Strings and Winds](https://arxiv.org/abs/2512.0000{n})\n\nVote: {n}\n\n{body}\n",
    "headings": "## {n}. [Kites {n}: Strings and Winds](https://arxiv.org/abs/2512.0000{n})\n\n{body}\n",
    "items": "- **[Kites {n}: Strings and Winds](https://arxiv.org/abs/2512.0000{n})**\n\n{body}\n",
}


def papers(body: str, *, shape: str = "headings") -> list[Entry]:
    """Three papers with this body."""
    if shape == "items":
        body = "\n".join(f"  {line}" if line else "" for line in body.split("\n"))
    text = "# 오늘의 논문 2025-12-10\n\n" + "\n".join(HEADS[shape].format(n=n, body=body) for n in (1, 2, 3))
    entries = entries_of(formats.read(text, "2025-12-10.md", "blog"))
    assert len(entries) == 3
    return list(entries)


def one(body: str) -> dict[str, str]:
    """The facets of a paper with this body, by name."""
    return {str(facet): text for facet, text in facet_texts(papers(body)[1]).items()}


@pytest.mark.parametrize("shape", ["headings", "a log"])
@pytest.mark.parametrize("name", SHAPES)
@promises(
    "docs/digests.md",
    "headings (`## Results`, `실험 결과`), bullets that open with a lead (`- **What's New**:`, `- Goal:`), labels "
    "that open a line (`**核心创新**:`, `**Key results:**`, `結果：`, `【결과】`, `<b>Results:</b>`), bold names or "
    "`<summary>` alone on a line",
    "A lead ends at the next bullet of its level or heading, a label at the next label or heading.",
    "A sentence with a colon in it is no label.",
)
def test_each_facet_is_the_authors_text_of_it_and_nothing_else(name: str, shape: str) -> None:
    for entry in papers(SHAPES[name], shape=shape):
        assert facet_texts(entry) == dict(zip(Facet, TEXTS, strict=True))
        assert first_sentence(entry) == WHY
        assert [first_sentence(entry, facet) for facet in Facet] == list(TEXTS)


@pytest.mark.parametrize("name", SHAPES)
def test_papers_in_list_items_have_the_same_facets(name: str) -> None:
    for entry in papers(SHAPES[name], shape="items"):
        assert facet_texts(entry) == dict(zip(Facet, TEXTS, strict=True))


@pytest.mark.parametrize(
    ("body", "facets"),
    [
        (
            "### Introduction\n- Goal: 목표.\n- **Results**: 서론 속.\n#### Method\n서론 속 방법.\n### Results\n결과.",
            {"introduction": "- Goal: 목표.\n- **Results**: 서론 속.\n#### Method\n서론 속 방법.", "results": "결과."},
        ),
        ("### 요약\n- **방법**: 꼰다.\n#### 결과\n좋다.\n### 기타\n딴것", {"method": "꼰다.", "results": "좋다."}),
        ("### Results\n결과.\n### Code\n딴것\n### Results\n또 결과.", {"results": "결과.\n\n또 결과."}),
        ("### Method\n\n\n### Results\n결과.", {"results": "결과."}),
        (
            "### Results\n```\n# Method\n- Limitations: x\n```\n끝.",
            {"results": "```\n# Method\n- Limitations: x\n```\n끝."},
        ),
        ("```\n**Results:** 코드\n```\n\n글.", {}),
        (
            "**Results:**\n\n```\n**Method:** 코드\n# Results:\n```\n\n끝.\n\n**Method:** 꼰다.",
            {"results": "```\n**Method:** 코드\n# Results:\n```\n\n끝.", "method": "꼰다."},
        ),
        (
            "- **Results**: 좋다.\n  - **Method**: 안쪽\n  - 둘째\n\n  들인 문단\n- 다음",
            {"results": "좋다.\n- **Method**: 안쪽\n- 둘째\n\n들인 문단"},
        ),
        ("- **Summary**: 요약\n  - **Method**: 안쪽\n  - 둘째\n", {"method": "안쪽"}),
        (
            "- **Results**: 좋다.\n\n  ```py\n  def f():\n      return 1\n  ```\n\n"
            "  | a | b |\n  |---|---|\n  | 1 | 2 |\n- 딴것",
            {"results": "좋다.\n\n```py\ndef f():\n    return 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |"},
        ),
        ("- **Results**:\n- 첫\n- 둘째\n- **Method**: 꼰다.", {"results": "- 첫\n- 둘째", "method": "꼰다."}),
        ("1. **Results**:\n   - 첫\n   - 둘째\n2. 다음", {"results": "- 첫\n- 둘째"}),
        (
            "- **Method**: 다음과 같다:\n1. **Tokens**: 하나\n2. 둘\n- 다음",
            {"method": "다음과 같다:\n1. **Tokens**: 하나\n2. 둘"},
        ),
        (
            "**Results:**\n- **Speed**: 빠르다\n- **Size**: 작다\n\n**Code:** 딴것",
            {"results": "- **Speed**: 빠르다\n- **Size**: 작다"},
        ),
        ("**Problem:** 어렵다.\n- **Method**: 꼰다.", {"introduction": "어렵다.", "method": "꼰다."}),
        ("**Results:** 좋다.\n\nCode: https://x.example.org\n", {"results": "좋다."}),
        ("**Results:** 좋다.\n\n---\n", {"results": "좋다."}),
        (
            "**Results:** 좋다.\n\n```\nCode: https://x.example.org\n```\n\n끝.",
            {"results": "좋다.\n\n```\nCode: https://x.example.org\n```\n\n끝."},
        ),
        (
            "**Results:** 좋다.\n\n둘째 문단: 더 좋다.\n\n**Links:** [PDF](https://x.example.org)",
            {"results": "좋다.\n\n둘째 문단: 더 좋다."},
        ),
        ("> **Results:** 좋다.\n> - 첫\n> - 둘째", {"results": "좋다.\n- 첫\n- 둘째"}),
        ("방법을 나중에 말한다. 결과는 이렇다: 좋다.\n그 결과: 이어진 줄의 글", {}),
        ("We show our results: they are good.", {}),
        ("Results\n-------\n\n좋다.\n\nMethod\n------\n\n꼰다.", {"results": "좋다.", "method": "꼰다."}),
        (
            "### Results\n\n좋다.\n\n<details>\n<summary>표</summary>\n\n속\n\n</details>\n",
            {"results": "좋다.\n\n<details>\n<summary>표</summary>\n\n속\n\n</details>"},
        ),
        (
            "**Problem:** 어렵다.\n\n<details>\n<summary>더</summary>\n\n**Method:** 꼰다.\n\n</details>\n\n밖의 글.",
            {"introduction": "어렵다.", "method": "꼰다."},
        ),
        ("**Results:** 좋다.\n\n<details>\n<summary>표</summary>\n닫히지 않는다.", None),
        ("- ### Results\n  좋다.\n\n  둘째.\n- 다음\n\n밖의 글.", {"results": "좋다.\n\n둘째."}),
        ("- ### Results\n\n밖의 글.\n\n- ### Method\n\n꼰다.", {"results": "밖의 글.", "method": "꼰다."}),
        ("> ### Results\n> 좋다.\n이어진 줄.\n\n밖의 글.", {"results": "좋다.\n이어진 줄."}),
        ("**Results**\n\n좋다.\n\n**Whatever it is**\n\n딴것", {"results": "좋다."}),
        ("**Results:**\n\n| Method | Score |\n|---|---|\n| Ours | 92 |\n| Limitations | 3 |", None),
        ("| Method | Score |\n|---|---|\n| Ours | 92 |\n\n글.", {}),
        ("**Method:** 꼰다.\n글 **Results:** 가운데", {"method": "꼰다.\n글 **Results:** 가운데"}),
        ("**Results:** We use **LoRA:** small. **Code:** [x](https://x.example.org)", None),
        ("**TL;DR:** 짧다. **Results:** 좋다. **Code:** x", {"results": "좋다."}),
        ("Results\n: 좋다.\n  이어진 줄.\n\nCost\n: 싸다.\n\n끝.", {"results": "좋다.\n이어진 줄."}),
        ("Results\n: 좋다.\n\n끝.", {"results": "좋다."}),
        ("**Results:** 글 <td>셀</td> 끝.", {"results": "글 <td>셀</td> 끝."}),
        ("좋다.\n\n결과\n글이 이어진다.\n\n----\n\n끝.", {}),
    ],
)
@promises(
    "docs/digests.md",
    "The outermost name wins: what stands below a heading with such a name is all its text, lower headings and "
    "leads included.",
)
def test_the_outermost_name_wins(body: str, facets: dict[str, str] | None) -> None:
    # Without facets given it is all one text.
    assert one(body) == ({"results": body.removeprefix("**Results:**").strip()} if facets is None else facets)


def test_the_parts_are_lines_of_the_digest() -> None:
    [entry, *_] = papers("### Method\n꼰다.\n\n**Results:** 안쪽\n\n### 기타\n\n**Results:** 좋다.\n끝.")
    lines = entry.digest.lines
    assert [(part.facet, list(lines[part.first : part.last]), part.name) for part in facet_parts(entry)] == [
        (Facet.METHOD, ["꼰다.", "", "**Results:** 안쪽", ""], ""),
        (Facet.RESULTS, ["**Results:** 좋다.", "끝.", ""], "Results"),
    ]


@promises("docs/digests.md", "and columns of a table.")
def test_the_columns_of_a_table_are_the_facets_of_its_rows() -> None:
    table = (
        "# 2025-01-03\n\n| 논문 | 배경 | Method | 결과 |\n|---|---|---|---|\n"
        "| [Kites and Winds](https://arxiv.org/abs/2501.00001) | 높이 난다. | 꼰다.<br>두 겹. | **92** |\n"
        "| [Winds and Kites](https://arxiv.org/abs/2501.00002) | 세게 분다. | 딴것 | |\n"
    )
    first, second = entries_of(formats.read(table, "2025-01-03.md", "log"))
    assert facet_texts(first) == {
        Facet.INTRODUCTION: "높이 난다.",
        Facet.METHOD: "꼰다.  \n두 겹.",
        Facet.RESULTS: "**92**",
    }
    assert list(facet_texts(second)) == [Facet.INTRODUCTION, Facet.METHOD]
    assert facet_parts(first) == []
    assert first_sentence(first) == "높이 난다."


def test_a_paper_without_a_facet_says_its_first_sentence() -> None:
    [entry, *_] = papers("[PDF](https://x.example.org)\n\n연은 높이 난다. 그리고 쉰다.\n")
    assert facet_texts(entry) == {}
    assert first_sentence(entry, Facet.RESULTS) == "연은 높이 난다."


@pytest.mark.parametrize(
    "piece", ["**Results:** a. **Method:** b. ", "【结果】x", "<div>\n**Results:** x\n", "**Results**\n\nx\n\n"]
)
def test_thousands_of_labels_come_to_an_end(piece: str) -> None:
    # What is not linear would not be through with this in the time of the whole test run.
    [entry, *_] = papers(piece * 3_000)
    assert Facet.RESULTS in facet_texts(entry)
