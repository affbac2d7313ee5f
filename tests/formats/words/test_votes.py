"""Votes: by a label, by a symbol, by the word behind the number; what only looks like votes."""

import pytest

from digest_tui.formats.words.votes import votes_in, without_votes


@pytest.mark.parametrize(
    ("line", "votes"),
    [
        ("Upvotes: 44", 44),
        ("- **Upvotes**: 44", 44),
        ("- **Upvotes:** 44", 44),
        ("- Upvotes: **44**", 44),
        ("추천 수: 17", 17),
        ("**点赞数**：1,045", 1045),
        ("いいね数: 8", 8),
        ("Authors: A. One | Likes: 12", 12),
        ("Likes: 0", 0),
        ("__Upvotes__: 44", 44),
        ("__Upvotes:__ 44", 44),
    ],
)
def test_a_label_names_votes_in_four_languages(line: str, votes: int) -> None:
    assert votes_in(line) == votes


@pytest.mark.parametrize(
    ("line", "votes"),
    [
        ("👍 132", 132),
        ("⬆️ 31", 31),
        ("▲ 88", 88),
        ("❤️ **7**", 7),
        ("🔥: 5", 5),
        ("⭐ 1.2k", 1200),
        ("👍 3K", 3000),
        ("**Sparse Routing** 🔼 9 · 김하나", 9),
        ("⭐ 2k", 2000),
    ],
)
def test_a_symbol_names_votes(line: str, votes: int) -> None:
    assert votes_in(line) == votes


@pytest.mark.parametrize(
    ("line", "votes"),
    [
        ("(12 upvotes)", 12),
        ("1,045 votes", 1045),
        ("25 추천", 25),
        ("7 업보트", 7),
        ("9 좋아요", 9),
        ("7 likes", 7),
        ("6 赞", 6),
        ("5 票", 5),
        ("31 点赞", 31),
        ("8 いいね", 8),
    ],
)
def test_the_word_may_stand_behind_the_number(line: str, votes: int) -> None:
    assert votes_in(line) == votes


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Sparse Routing 132",
        "Score: 8.5",
        "⭐ 8.5/10",
        "⭐ 9 / 10",
        "🔥 95%",
        "▲ 3.5% on the benchmark",
        "🔥 2025",
        "Citations: 12",
        "추천 이유: 3가지",
        "评分：9",
        "Upvotes: -",
        "Upvotes: 8/10",
        "Upvotes: 80%",
        "Votes: 12.5",
        "🔥 3.5x faster",
        "▲ 2.3 points on a benchmark",
        "⭐ 8.5",
        "Majority over 16 votes improves accuracy.",
        "3 추천 논문",
    ],
)
def test_scores_shares_years_and_other_fields_are_no_votes(line: str) -> None:
    assert votes_in(line) is None


def test_a_label_is_believed_before_a_symbol() -> None:
    assert votes_in("⭐ 5 | Upvotes: 44") == 44


@pytest.mark.parametrize(
    "decorated",
    [
        "Sparse Routing 👍 132",
        "Sparse Routing (12 upvotes)",
        "Sparse Routing - ⬆️ 31",
        "Sparse Routing [▲ 88]",
        "Sparse Routing（👍 1.2k）",
        "Sparse Routing | Votes: 25",
        "Sparse Routing · 7 likes",
        "Sparse Routing, 3 votes",
        "Sparse Routing 👍 12 💬 3",
        "Sparse Routing ⬆️12 💬3",
        "Sparse Routing (Upvotes: 31)",
        "Sparse Routing | Likes 7",
    ],
)
def test_votes_behind_a_title_are_taken_off(decorated: str) -> None:
    assert without_votes(decorated) == "Sparse Routing"


@pytest.mark.parametrize(
    "title", ["Sparse Routing 132", "GPT-4", "12 Votes That Shook Routing", "Routing by 7 Experts"]
)
def test_a_number_at_the_end_of_a_title_stays(title: str) -> None:
    assert without_votes(title) == title
