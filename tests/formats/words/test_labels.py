"""The words by which digests name their parts."""

import pytest

from digest_tui.formats.words.labels import field_of, is_aside, is_part
from digest_tui.model.facets import NAMES


def test_every_name_of_a_facet_is_the_name_of_a_part() -> None:
    """Else a section that the section keys jump to may be taken for the title of a paper."""
    missing = {
        (facet.value, language): unknown
        for facet, languages in NAMES.items()
        for language, names in languages.items()
        if (unknown := [name for name in names.split("|") if not is_part(name)])
    }
    assert missing == {}


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("**Authors**", "authors"),
        ("저자 (Authors)", "저자"),
        ("Paper（论文）", "paper"),
        ("(Links)", "links"),
        ("어떤 말 (Title)", "title"),
        ("A Title of a Paper (Short)", ""),
        ("문장", ""),
    ],
)
def test_a_label_names_a_field_also_with_a_gloss(label: str, field: str) -> None:
    assert field_of(label) == field


@pytest.mark.parametrize(
    ("heading", "aside"),
    [
        ("References", True),
        ("오늘의 트렌드 분석", True),
        ("趋势", True),
        ("Trends: what the papers of this week have in common with those of the last", True),
        ("Checking Citations with Dice: Two Good to Be True", False),
        ("장기 동향을 예측하는 언어 모델의 평가와 그 한계에 대하여", False),
        ("Papers", False),
    ],
)
def test_a_heading_is_an_aside_where_it_says_little_else(heading: str, aside: bool) -> None:
    assert is_aside(heading) == aside
