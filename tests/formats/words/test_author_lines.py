"""The line that names the authors of a paper, and lines that do not."""

import pytest

from digest_tui.formats.words.author_lines import authors_in, names_only

NAMES = ("Ada Lee", "Bo Kim")


@pytest.mark.parametrize(
    "line",
    [
        "Authors: Ada Lee, Bo Kim",
        "- **저자**: Ada Lee, Bo Kim",
        "> *作者*：Ada Lee、Bo Kim",
        "**Authors** Ada Lee, Bo Kim",
        "👥 Ada Lee, Bo Kim",
        "2025-12-10 | 👤 Ada Lee, Bo Kim | 12 pages",
        '<span style="color: red">Authors</span>: Ada Lee, Bo Kim<br>',
        f"<p class='{'x' * 200}'><b>Authors:</b> Ada Lee, Bo Kim</p>",
        "**Author(s)**: Ada Lee, Bo Kim · [PDF](https://arxiv.org/pdf/2512.00101)",
    ],
)
def test_the_names_are_read_however_they_are_labelled(line: str) -> None:
    assert authors_in(line, 9) == NAMES


@pytest.mark.parametrize(
    "line", ["*Ada Lee, Bo Kim*", "> _Ada Lee, Bo Kim_", "**A Title of Some Length** (Ada Lee, Bo Kim)"]
)
def test_names_without_a_label_are_looked_for_right_below_the_title(line: str) -> None:
    assert authors_in(line, 1) == NAMES
    assert authors_in(line, 9) is None


def test_a_line_of_authors_without_names_is_one() -> None:
    assert authors_in("Authors: -", 1) == ()


@pytest.mark.parametrize(
    "line", ["The authors propose it.", "Title: Ada Lee", "*What the authors: did.*", "Ada Lee, Bo Kim", ""]
)
def test_other_lines_name_none(line: str) -> None:
    assert authors_in(line, 1) is None


@pytest.mark.parametrize(
    ("line", "only"),
    [("**Authors**: Ada Lee, Bo Kim", True), ("Authors: Ada Lee, Bo Kim, who wrote it all by hand", False)],
)
def test_a_line_may_say_more_than_names(line: str, only: bool) -> None:
    assert names_only(line, NAMES) is only
