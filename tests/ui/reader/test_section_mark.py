"""The heading or lead that is marked on a painted page: its words, wherever the page has them."""

import pytest
from rich.style import Style

from digest_tui import formats
from digest_tui.model import entries_of
from digest_tui.render.ansi import PALETTE
from digest_tui.session.facet_page import places
from digest_tui.session.page import Page
from digest_tui.ui.reader.page_cache import PageCache
from digest_tui.ui.reader.page_frame import Frame
from digest_tui.ui.reader.rendered_page import HeaderStyles
from digest_tui.ui.reader.section_mark import section_mark

STYLES = PALETTE, HeaderStyles(*[Style()] * 7)


def marked(body: str, width: int = 40) -> list[tuple[str, str]]:
    """For each part of a paper with this body the words that are marked, and what follows them on their line."""
    text = f"# 2025-01-03\n\n## [Quiet Kites](https://arxiv.org/abs/2501.00001)\n\n{body}\n"
    [entry] = entries_of(formats.read(text, "2025-01-03.md", "log"))
    page = PageCache().get(Page("제목", entry.body), Frame(width), lambda: STYLES)
    found = []
    for place in places(entry):
        mark = section_mark(page, place)
        assert mark is not None
        lines = [page.plain[mark.line + index] for index in range(len(mark.spans))]
        words = "".join(line[start:stop] for line, (start, stop) in zip(lines, mark.spans, strict=True))
        found.append((words, lines[-1][mark.spans[-1][1] :].strip(" │")))
    return found


@pytest.mark.parametrize(
    ("body", "marks"),
    [
        ("### Method\n\n꼰다.\n\n### Results\n\n좋다.", [("Method", ""), ("Results", "")]),
        ("### [Results](#r)\n\n좋다.", [("Results", "")]),
        ("【方法】꼰다.\n【结果】좋다.", [("【方法】", "꼰다. 【结果】좋다."), ("【结果】", "좋다.")]),
        ("**방법:** 결과를 꼰다. **결과:** 좋다.", [("방법:", "결과를 꼰다. 결과: 좋다."), ("결과:", "좋다.")]),
        ("<b>방법:</b> 꼰다.<br>\n<b>결과:</b> 좋다.", [("방법:", "꼰다."), ("결과:", "좋다.")]),
        ("<div>\n<h4>Method</h4>\n꼰다.\n<h4>Results</h4>\n좋다.\n</div>", [("Method", "</h4>"), ("Results", "</h4>")]),
        ("| Method | our Results |\n|---|---|\n| Results | 좋다 |", [("Method", "our Results"), ("Results", "좋다")]),
        ("Method\n: 꼰다.\n\nResults\n: 좋다.", [("Method :", "꼰다."), ("Results :", "좋다.")]),
        ("- **Method**: 꼰다.\n- Results: 좋다.", [("Method:", "꼰다."), ("Results:", "좋다.")]),
    ],
)
def test_the_words_of_the_heading_or_lead_are_marked(body: str, marks: list[tuple[str, str]]) -> None:
    assert marked(body) == marks


def test_a_heading_and_a_lead_are_marked_on_every_line_over_which_they_are_broken() -> None:
    heading = "### Results: what the many experiments with kites have shown\n\n좋다."
    assert marked(heading, 24) == [("Results: what the manyexperiments with kiteshave shown", "")]
    assert marked("【方法】我们提出了风筝的方法它飞得【主要实验结果】좋다.", 40)[1][0] == "【主要实验结果】"
