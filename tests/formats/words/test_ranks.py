"""Numbers in front of a title, in the spellings of four languages, and numbers that belong to it."""

import pytest

from digest_tui.formats.words.ranks import DECIMAL, without_rank


@pytest.mark.parametrize(
    "rank",
    [
        "1. ",
        "12) ",
        "(3) ",
        "（3）",
        "３．",
        "Rank 3: ",
        "No. 3｜",
        "3、",
        "1\\. ",
        "[2] ",
        "【2】",
        "[#4] ",
        "[new 001] ",
        "[논문 7] ",
        "#3 ",
        "#3: ",
        "Paper 3: ",
        "논문 3: ",
        "论文 3：",
        "第3篇 ",
        "第 2 位：",
        "No.5 | ",
        "Top 1. ",
        "4위 ",
        "4위. ",
        "3本目: ",
        "A1. ",
        "3 - ",
        "3: ",
        "🥇 ",
        "1️⃣ ",
        "🔟 ",
        "② ",
        "🥇 1. ",
        "🔥 1. ",
        "📄 [2] ",
        "⭐⭐⭐ 2. ",
    ],
)
def test_a_number_in_front_of_a_title_is_taken_off(rank: str) -> None:
    rest, numbered = without_rank(f"{rank}Sparse Routing")
    assert (rest.removeprefix("🔥 ").removeprefix("📄 "), numbered) == ("Sparse Routing", True)


def test_the_symbol_before_a_number_stays() -> None:
    assert without_rank("🔥 1. Sparse Routing") == ("🔥 Sparse Routing", True)


def test_stars_are_a_rating_and_no_number() -> None:
    assert without_rank("⭐⭐⭐ Sparse Routing") == ("Sparse Routing", False)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("**1. Sparse Routing**", "**Sparse Routing**"),
        ("__2) Sparse Routing__", "__Sparse Routing__"),
        ("**1.** Sparse Routing", "Sparse Routing"),
    ],
)
def test_a_bold_number_leaves_the_emphasis_of_the_title_whole(text: str, rest: str) -> None:
    assert without_rank(text) == (rest, True)


@pytest.mark.parametrize(
    "title",
    [
        "2.5D Maps",
        "4-bit Training",
        "3D-aware Routing",
        "360 Degrees of Video",
        "2025 in Review",
        "1000 Layers Are Enough",
        "100K Tokens: A Study",
        "[RL] Sparse Routing",
        "[2](https://arxiv.org/abs/2511.04321) Sparse Routing",
        "1.58-bit Models",
        "$O(1)$ Routing",
        "“1984” Revisited",
        "Sparse Routing 2.",
        "**Bold 1. Title**",
    ],
)
def test_a_number_that_belongs_to_the_title_stays(title: str) -> None:
    assert without_rank(title) == (title, False)


@pytest.mark.parametrize(
    ("text", "opens"), [("1.2 Title", True), ("1.2.3. 제목", True), ("1.2", False), ("1.2x", False)]
)
def test_a_decimal_number_opens_a_heading_only_before_a_text(text: str, opens: bool) -> None:
    assert (DECIMAL.match(text) is not None) is opens


@pytest.mark.parametrize(
    "text",
    [
        "3위 · 제목",
        "#3 — 제목",
        "01 · 제목",
        "[9/10] 제목",
        "[NLP-3] 제목",
        "논문 1 — 제목",
        "（1）제목",
        "１．제목",
        "⭐🥇 제목",
    ],
)
def test_a_number_goes_with_what_divides_it_from_the_title(text: str) -> None:
    assert without_rank(text) == ("제목", True)
