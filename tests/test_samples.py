"""The samples are the first thing a person sees."""

import json
from datetime import date
from typing import Any

import pytest

from digest_tui.cli.main import main
from digest_tui.paths import samples_dir


@pytest.fixture
def papers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert main(["list", "--demo", "--places", "--format", "json"]) == 0
    listed: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return listed


def test_the_samples_have_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--demo", "--format", "json"]) == 0
    formats = [digest["format"] for digest in json.loads(capsys.readouterr().out)]
    assert sorted(formats) == ["jekyll-post"] * 3 + ["paper-log"] * 2


def test_every_day_has_four_to_six_papers(papers: list[dict[str, Any]]) -> None:
    days = [paper["date"] for paper in papers]
    assert len(set(days)) == 5
    assert all(4 <= days.count(day) <= 6 for day in days)
    assert all(date.fromisoformat(day) < date.today() for day in days)


def test_one_paper_stands_on_two_days_and_no_other_does(papers: list[dict[str, Any]]) -> None:
    repeated = {paper["arxiv_id"] for paper in papers if paper["also_on"]}
    assert len(repeated) == 1


def test_the_identifiers_are_none_that_arxiv_could_have_given(papers: list[dict[str, Any]]) -> None:
    # Five digits count the papers of a month: arXiv is far from 99,000.
    assert all(int(paper["arxiv_id"].partition(".")[2]) > 99_000 for paper in papers)


@pytest.mark.parametrize(
    "feature",
    [
        "\n|:--",
        "```python",
        "\n> ",
        "\n    - ",
        "<think>",
        "$O(n \\log n)$",
        "[[MASK]",
        "<video",
        "![](",
        "Vote: -",
        "+,",
    ],
)
def test_the_samples_show_what_the_reader_can_draw(feature: str) -> None:
    assert feature in "\n".join(file.read_text(encoding="utf-8") for file in samples_dir().rglob("*.md"))
