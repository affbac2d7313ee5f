"""Where a title without markup ends that may run over its line."""

import pytest

from digest_tui.formats.words.broken_titles import title_of_lines

FIRST = "Quiet Knots in Crowded Gardens"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Quiet Knots:", "Coarse to Fine"),
        ("Quiet Knots in Crowded", "and Their Echoes"),
        ("Quiet Knots of", "Crowded Gardens"),
        ("Quiet Knots -", "A Study"),
        ("조용한 매듭을 위한", "붐비는 정원"),
        ("조용한 매듭의", "정원: 한 연구"),
        ("安静的结与", "拥挤的花园"),
        ("静かな結び目の", "混んだ庭"),
    ],
)
@pytest.mark.parametrize("before_link", [True, False])
def test_a_title_goes_on_where_its_line_is_not_its_end(first: str, second: str, before_link: bool) -> None:
    assert title_of_lines(["", f"  {first}", f"  {second} "], before_link=before_link) == f"{first} {second}"


def test_in_front_of_a_link_words_written_as_in_a_title_belong_to_it() -> None:
    assert title_of_lines(["Quiet Knots Meet", "Gardens for Crowds - read more on "], before_link=True).startswith(
        "Quiet Knots Meet Gardens for Crowds"
    )
    assert title_of_lines(["Quiet Knots Meet", "Gardens for Crowds"], before_link=False) == "Quiet Knots Meet"


@pytest.mark.parametrize(
    "second",
    [
        "A. One, B. Two",
        "Ada Example, Bo Sample, Chi Muster",
        "by Ada Example and Bo Sample",
        "University of Example and Institute for Samples",
        "Accepted to the Conference on Examples",
        "We route frames to many small experts.",
        "we show at length that this is better.",
        "arXiv:",
        "repo:",
        "code",
        "read more on",
        "긴 영상을 전문가에게 나누어 보낸다.",
        "2025-01-08",
        "摘要：一种方法",
        "",
        "x" * 200,
    ],
)
def test_authors_places_labels_and_text_are_none_of_it(second: str) -> None:
    assert title_of_lines([FIRST, second], before_link=True) == FIRST


def test_without_lines_there_is_no_title() -> None:
    assert title_of_lines([], before_link=True) == ""
    assert title_of_lines(["", " "], before_link=True) == ""
