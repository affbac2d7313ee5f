"""Words that only introduce a link: which they are in four languages, and which words of a title they are not."""

import pytest

from digest_tui.formats.words.introductions import is_introduction, without_introduction, without_links

INTRODUCTIONS = [
    " - read more on ",
    " read more: ",
    " Read More » ",
    " — Read the full paper on ",
    " - See ",
    " - see more at ",
    ", available at ",
    " | Paper: ",
    " (arXiv: ",
    " View on ",
    " on ",
    " via ",
    " → ",
    " 👉 ",
    "，详情请见：",
    " 详情见 ",
    " 详见",
    " 点击查看 ",
    " 阅读更多：",
    " - 更多: ",
    " 論文連結：",
    " 자세히 보기: ",
    " 더보기 ",
    " 더 보기 ",
    " (자세한 내용은 ",
    " 논문 보기 → ",
    " - 참고: ",
    " 원문 링크: ",
    " 続きを読む ",
    "（詳しくは",
    " もっと見る: ",
    " 論文はこちら: ",
    " 论文链接：点击查看",
]


@pytest.mark.parametrize("title", ["Quiet Knots", "조용한 매듭", "安静的结", "静かな結び目"])
@pytest.mark.parametrize("words", INTRODUCTIONS)
def test_what_introduces_a_link_is_no_part_of_what_stands_before(title: str, words: str) -> None:
    assert without_introduction(f"{title}{words}").rstrip(" -–—(（|,，:：") == title


@pytest.mark.parametrize(
    "title",
    [
        "Less Is More ",
        "What They See ",
        "Bring It On ",
        "Learning Where to Look at ",
        "Error in Code: Details and More Details ",
        "Machines That Learn More ",
        "함께 논문 읽기 ",
        "Learning to View ",
        "Language Models That Read ",
        "A Word on Sources",
        "세상 읽기 ",
        "그림 보기",
        "一种看",
        "",
        " ",
    ],
)
def test_a_title_may_end_with_such_a_word(title: str) -> None:
    assert without_introduction(title) == title


@pytest.mark.parametrize(
    "label",
    [
        "Read more",
        "more",
        "[more]",
        "Learn more",
        "Continue reading",
        "click here",
        "더 알아보기",
        "자세히 보기",
        "더보기",
        "了解更多",
        "查看详情 →",
        "点击阅读",
        "閱讀更多",
        "もっと見る",
        "詳しくはこちら",
        "続きを読む…",
    ],
)
def test_a_label_that_introduces_says_nothing_else(label: str) -> None:
    assert is_introduction(label)


@pytest.mark.parametrize(
    "label", ["Less Is More", "Learning to Read More", "A View", "자세히 보기의 기술", "更多的眼睛", "Paper Planes"]
)
def test_a_title_is_no_introduction(label: str) -> None:
    assert not is_introduction(label)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Title (Read more on LINK or LINK)", "Title ()"),
        ("Title - read more on LINK", "Title -"),
        ("Title (자세한 내용은 LINK에서 확인)", "Title ()"),
        ("Title 詳しくはLINKへ", "Title"),
        ("Title | LINK | LINK / LINK", "Title |"),
        ("LINK Title", " Title"),
        ("Title LINK and the Rest", "Title  and the Rest"),
        ("Title", "Title"),
    ],
)
def test_links_are_taken_out_with_what_introduces_and_joins_them(text: str, rest: str) -> None:
    places = [(start, start + 4) for start in range(len(text)) if text.startswith("LINK", start)]
    assert without_links(text, places).rstrip() == rest.rstrip()


@pytest.mark.parametrize("part", ["read more on ", "见", "→ ", "more: ", "- ", "(", "자세히 ", " "])
def test_no_text_of_such_words_is_too_long(part: str) -> None:
    """What is not linear would not be through with this in the time of the whole test run."""
    assert len(without_introduction(part * 200_000)) > 100_000
