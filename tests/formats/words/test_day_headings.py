"""The days that headings say, wholly or in part, alone or before other words; and numbers that only look like days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.formats.words.day_headings import date_of_heading, is_date_alone, may_be_title
from digest_tui.formats.words.days import PartialDate


@pytest.mark.parametrize(
    "text",
    [
        "2025-11-07",
        "📅 2025.11.07 (금)",
        "2025년 11월 7일 금요일",
        "2025年11月7日 星期五",
        "2025年11月7日（金曜日）",
        "November 7, 2025",
        "Friday, 7 November 2025",
        "7-Nov-2025",
        "20251107_Fri",
        "Papers for 2025-11-07",
        "2025-11-07 논문 12편",
        "2025-11-07（93篇论文）",
        "Fri, 7 Nov 25",
        "New submissions for Fri,  7 Nov 25",
        "25.11.07",
        "2025–11–07",
        "２０２５年１１月７日",
        "251107",
        "November 7th, 2025",
    ],
)
def test_a_heading_may_say_a_whole_day(text: str) -> None:
    assert date_of_heading(text) == PartialDate(2025, 11, 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", PartialDate(2025)),
        ("2025년", PartialDate(2025)),
        ("1999년", PartialDate(1999)),
        ("2025-11", PartialDate(2025, 11)),
        ("2025-03", PartialDate(2025, 3)),
        ("03-07", PartialDate(None, 3, 7)),
        ("2025年11月", PartialDate(2025, 11)),
        ("November 2025", PartialDate(2025, 11)),
        ("11월", PartialDate(None, 11)),
        ("11월 7일", PartialDate(None, 11, 7)),
        ("11月7日", PartialDate(None, 11, 7)),
        ("11-07", PartialDate(None, 11, 7)),
        ("11/7 (금)", PartialDate(None, 11, 7)),
        ("Nov 7th", PartialDate(None, 11, 7)),
        ("7 November", PartialDate(None, 11, 7)),
        ("7일", PartialDate(None, None, 7)),
        ("07", PartialDate(None, None, 7)),
        ("Top AI Papers of the Week (Nov 3 - Nov 9)", PartialDate(None, 11, 3)),
        ("Top Papers of the Week (November 3 - November 9)", PartialDate(None, 11, 3)),
        ("1월 5일 논문 모음", PartialDate(None, 1, 5)),
    ],
)
def test_a_heading_may_say_a_part_of_a_day(text: str, expected: PartialDate) -> None:
    assert date_of_heading(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "11-07 금요일",
        "11-07 (금)",
        "Friday, Nov 7",
        "Sat Nov 7th",
        "11月7日 星期五",
        "11/7 礼拜五",
        "11/7 周五 论文",
        "11月7日（金曜日）の論文",
        "Daily Papers 11-07",
        "Today's latest arXiv papers (Nov 7)",
        "오늘의 논문 목록 11월 7일",
        "11월 7일 논문 요약 (12편)",
        "11月7日 论文日报（93篇）",
        "11月7日更新汇总",
        "11月7日分の論文まとめ",
    ],
)
def test_weekdays_and_words_of_digests_may_stand_beside_a_part_of_a_day(text: str) -> None:
    assert date_of_heading(text) == PartialDate(None, 11, 7)


@pytest.mark.parametrize(("text", "day"), [("Nov 1st", 1), ("2nd November", 2), ("Nov 3rd", 3), ("30th Nov", 30)])
def test_days_may_be_ordinals(text: str, day: int) -> None:
    assert date_of_heading(text) == PartialDate(None, 11, day)


@pytest.mark.parametrize(
    "text",
    [
        "Sparse Routing for Long Videos",
        "Qwen 3.5",
        "v1.2",
        "01-08 Router",
        "NeurIPS 2025",
        "CVPR 2025 Workshop Papers",
        "Last updated: 2025-11-07",
        "최종 수정: 2025-11-07",
        "更新时间：2025-11-07",
        "1. 2025",
        "3. Results of 2025-11-07",
        "May the Source Be With You",
        "arXiv 2511.04321",
        "3D",
        "#10",
        "[3]",
        "【3】",
        f"Notes of 2025-11-07 {'a' * 46}",
        f"Notes of 2025-11-07 {'- ' * 60}",
    ],
)
def test_a_heading_about_something_else_says_no_day(text: str) -> None:
    assert date_of_heading(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2025-11-07 오늘의 논문 12편",
        "2025-11-07 注目論文：11/5新着なしのため11/4公開分から選定した検索・推薦・対話・音声・画像・動画の論文のまとめ",
        "Nov 7, 2025: agents, RAG",
        f"Nov 7, 2025 | {'agents that plan and act, ' * 10}",
        "2025.11.07 (금) — 추천",
        "📅 **2025-11-07** agents that plan, retrieve and act over long horizons with memory and many tools",
        "[2025-11-07] 에이전트, 검색, 추천, 로봇, 음성, 영상, 그리고 평가에 대한 오늘의 논문 열두 편과 그 감상",
        "Friday, November 7, 2025 — a day of agents that plan, retrieve and act over long horizons",
        "Daily Papers — 2025-11-07: agents that plan, retrieve and act over long horizons with memory",
        "2025年11月7日（金）検索・推薦・対話・音声・画像・動画・ロボット・評価・データ・整列・強化学習・拡散・多言語",
    ],
)
def test_what_follows_a_day_at_the_beginning_of_a_heading_is_no_matter(text: str) -> None:
    assert date_of_heading(text) == PartialDate(2025, 11, 7)


@pytest.mark.parametrize(
    "text",
    [
        "11月7日 今日重点论文精选与点评",
        "11월 7일 — 에이전트 특집과 짧은 감상",
        "Nov 7: agents and all the rest of them",
        "Fri, Nov 7 — what NeurIPS 2024 left us",
        "7 Nov | agents and all the rest of them",
        "11-07 (금) 에이전트 특집과 짧은 감상",
        "11/7 金曜日 検索と推薦の論文",
    ],
)
def test_so_it_is_with_a_day_that_leaves_its_year_open(text: str) -> None:
    assert date_of_heading(text) == PartialDate(None, 11, 7)


@pytest.mark.parametrize(
    "text",
    [
        "3일 만에 배우는 강화학습의 모든 것",
        "7/24 hours of video understanding",
        "11-07 Router for long videos",
        "May 3D Gaussians be with you",
        "What the storm of 2025-11-07 did to the routing of very long videos in the cloud",
    ],
)
def test_a_title_that_begins_like_a_day_says_none(text: str) -> None:
    assert date_of_heading(text) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Sparse Routing for Long Videos (2025-11-07)", True),
        ("2025-11-07 Sparse Routing for Long Videos", True),
        ("긴 영상을 위한 희소 라우팅 (2025년 11월 7일)", True),
        ("2025-11-07", False),
        ("Friday, 7 November 2025", False),
        ("2025-11-07 오늘의 논문 12편", False),
        ("Daily Papers 2025-11-07", False),
    ],
)
def test_a_heading_with_a_day_may_be_a_title(text: str, title: bool) -> None:
    assert may_be_title(text) is title


@pytest.mark.parametrize("text", ["2025-11-07", "Daily Papers 2025-11-07", "11월 7일 (금)", "12편", "12 papers", "W17"])
def test_a_date_alone_is_no_title(text: str) -> None:
    assert is_date_alone(text)


@pytest.mark.parametrize("text", ["Qwen2", "큐웬", "R1", "2025-11-07 Qwen2"])
def test_a_name_is_no_date(text: str) -> None:
    assert not is_date_alone(text)


@given(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.sampled_from(
        ["{:%Y-%m-%d}", "{:%Y.%m.%d}", "{:%Y年%m月%d日}", "{:%Y년 %m월 %d일}", "{:%Y/%m/%d}", "{:%B %d, %Y}"]
    ),
    st.sampled_from([" ", ": ", " — ", "（수） ", " | ", " (수) — "]),
    st.text(alphabet="abc 논문検索论,.:-|()[]*&~", max_size=200),
)
def test_whatever_follows_a_day_at_the_beginning_is_no_matter(day: date, form: str, gap: str, words: str) -> None:
    assert date_of_heading(form.format(day) + gap + words) == PartialDate(day.year, day.month, day.day)
