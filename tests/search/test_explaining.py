"""A query is told in words as it was understood."""

import pytest

from digest_tui.search.explaining import explained
from digest_tui.search.parser import parse
from digest_tui.search.plan import Expansion
from digest_tui.search.searcher import Hits
from support.blog import TODAY

EVERYWHERE = "title, authors, text, tags and note"


def told(query: str, hits: Hits | None = None) -> list[str]:
    return list(explained(parse(query, today=TODAY), hits or Hits()))


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("", "all papers"),
        ("Kites", f'"kites" in {EVERYWHERE}'),
        ("title:Kites", '"kites" in title'),
        ('"Kites"', f'"kites" as a whole word in {EVERYWHERE}'),
        ('"Kites fly"', f'"kites fly" in {EVERYWHERE}'),
        ("tag:*ites*", '"ites" inside words too in tag'),
        ('"벤치마크"', f'"벤치마크" in {EVERYWHERE}'),
        ("id:*2512*", '"2512" in id'),
        ("results:벤치마크", '"벤치마크" in results'),
        ("ㅂㅊㅁ", f'"ㅂㅊㅁ", or words with these initial consonants, in {EVERYWHERE}'),
        ("ㅂㅊㅁㅋ", f'"ㅂㅊㅁㅋ", or words with these initial consonants, in {EVERYWHERE}'),
        ('"ㅂ ㅊ ㅁ"', f'"ㅂ ㅊ ㅁ", or words with these initial consonants, in {EVERYWHERE}'),
        ("ㅂㅊ", f'"ㅂㅊ", or words with these initial consonants in titles, tags and authors, in {EVERYWHERE}'),
        ("ㅂ", f'"ㅂ" in {EVERYWHERE}'),
        ("/a+/", f"/a+/ in {EVERYWHERE}"),
        ("author:/a+/", "/a+/ in author"),
        ("votes>20", "votes > 20"),
        ("votes:3", "votes = 3"),
        ("date:2025-03", "dated from 2025-03-01 to 2025-03-31"),
        ("since:2025-03-05", "dated from 2025-03-05"),
        ("until:2025-03-05", "dated to 2025-03-05"),
        ("is:starred", "is starred"),
        ("has:note", "has note"),
    ],
)
def test_a_condition(query: str, line: str) -> None:
    assert told(query) == [line, "0 papers"]


def test_conditions_are_indented_as_they_belong_together() -> None:
    assert told("is:read -(is:starred OR -has:tag)")[:-1] == [
        "all of:",
        "  is read",
        "  without:",
        "    one of:",
        "      is starred",
        "      without:",
        "        has tag",
    ]


def test_other_names_order_and_count_follow() -> None:
    names = (Expansion("R\nL", ("강화 학습", "Reinforcement Learning")),)
    assert told("is:read sort:votes", Hits(numbers=(0, 1), expansions=names)) == [
        "is read",
        "R L also matches: 강화 학습, Reinforcement Learning",
        "sorted by votes",
        "2 papers",
    ]


def test_one_paper_is_one() -> None:
    assert told("is:read", Hits(numbers=(7,)))[-1] == "1 paper"


def test_control_characters_of_a_query_are_not_printed() -> None:
    [word, _] = told('"a\x1bb"')
    [expression, _] = told("/a\x1bb/")
    assert "\x1b" not in word + expression
