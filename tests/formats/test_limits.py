"""Digests of more papers than are listed."""

import pytest

from digest_tui import formats
from digest_tui.formats import assembly


@pytest.mark.parametrize(
    "one",
    [
        "# {n}. [연의 높이에 관한 연구 {n}](https://arxiv.org/abs/2503.{n:05})\n\n글.\n\n",
        "- [연의 높이에 관한 연구 {n}](https://arxiv.org/abs/2503.{n:05}): 글.\n",
        "### [연의 높이에 관한 연구 {n}](https://arxiv.org/abs/2503.{n:05})\n\nVote: 3\n\n",
    ],
)
def test_papers_beyond_the_limit_are_shown_as_text_and_it_is_said(one: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assembly, "MAX_PAPERS", 3)
    text = "## Daily Papers (2025-03-11)\n\n" + "".join(one.format(n=n) for n in range(1, 6))
    digest = formats.read(text, "2025-03-11-a.md", "blog")
    assert [paper.title for paper in digest.papers] == [
        "연의 높이에 관한 연구 1",
        "연의 높이에 관한 연구 2",
        "연의 높이에 관한 연구 3",
    ]
    [problem] = [problem for problem in digest.problems if problem.code == "size"]
    assert problem.message == "There are 5 entries in this file; those after the first 3 are shown as text."
    assert "연의 높이에 관한 연구 4" in digest.afterword()
    assert "연의 높이에 관한 연구 5" in digest.afterword()
