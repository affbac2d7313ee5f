"""First sentences in four languages."""

import pytest

from digest_tui.notation.sentences import first_sentence_of, sentence_end


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("연을 높이 날린다. 그리고 쉰다.", "연을 높이 날린다."),
        ("성능이 3.5% 올랐다. 다음.", "성능이 3.5% 올랐다."),
        ("실을 꼬아요. 그리고 쉽니다.", "실을 꼬아요."),
        ("더 높이 낢음. 끝.", "더 높이 낢음."),
        ("연을 날렸다.그러나 졌다.", "연을 날렸다."),
        ("끝에 점이 없는 문장", "끝에 점이 없는 문장"),
        ("'연'은 무엇인가? 실이다.", "'연'은 무엇인가?"),
        ("GPT-4.5를 넘는다. 끝.", "GPT-4.5를 넘는다."),
        ("Kim et al. (2024)의 방법을 넓힌다. 끝.", "Kim et al. (2024)의 방법을 넓힌다."),
        ("我们提出了风筝。它飞得高。", "我们提出了风筝。"),
        ("「凧は高い。」そして糸。", "「凧は高い。」"),
        ("凧を揚げる！次の文。", "凧を揚げる！"),
        ("We follow Kim et al. The kite flies. It rests.", "We follow Kim et al. The kite flies."),
        ("It uses e.g. Kites and i.e. strings. Next.", "It uses e.g. Kites and i.e. strings."),
        ("See Fig. 2 and Sec. 3.5 for more. Next.", "See Fig. 2 and Sec. 3.5 for more."),
        ("A gain of 3.5 points vs. Baseline is shown. Next.", "A gain of 3.5 points vs. Baseline is shown."),
        ("Kites, strings, etc. We fly them. Next.", "Kites, strings, etc."),
        ("Kites, strings, etc. are flown. Next.", "Kites, strings, etc. are flown."),
        ("J. Smith and A. B. Lee fly. Next.", "J. Smith and A. B. Lee fly."),
        ("This is plan B. We fly. Next.", "This is plan B."),
        ("The U.S. Navy flies. Next.", "The U.S. Navy flies."),
        ("Why fly? Because. Next.", "Why fly?"),
        ("Fly high! It works.", "Fly high!"),
        ("They wait ... and fly. Next.", "They wait ... and fly."),
        ('He said "Fly." Then he left.', 'He said "Fly."'),
        ("They (ex. Kites) fly. Next.", "They (ex. Kites) fly."),
        ("They fly (see Fig. 2. It is old) and rest. Next.", "They fly (see Fig. 2. It is old) and rest."),
        ("They fly (it works.) Next.", "They fly (it works.)"),
        ("Two: 1) They fly. 2) They rest.", "Two: 1) They fly."),
        ("They fly (never closed. Next.", "They fly (never closed."),
        ("바람을 쓴다(그림 3 참조. 부록 A). 다음.", "바람을 쓴다(그림 3 참조. 부록 A)."),
        ("It flies [3]. Next.", "It flies [3]."),
        ("It flies.[3] Next.", "It flies.[3]"),
        ("Version 2.0 is out. Next.", "Version 2.0 is out."),
        ("1. Fly high. Next.", "1. Fly high."),
        ("See digest.md for more. Next.", "See digest.md for more."),
        ("", ""),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, sentence: str) -> None:
    assert sentence_end(text) == sentence


@pytest.mark.parametrize(
    ("markdown", "sentence"),
    [
        ("- Goal: 연을 **높이** 날린다. 둘째.\n- 다음", "연을 높이 날린다."),
        ("- 점 없이 끝나는 첫 항목\n- 둘째 항목", "점 없이 끝나는 첫 항목"),
        ("연을 [높이](https://x.example.org)\n날린다. 둘째.", "연을 높이 날린다."),
        ("我们提出了\n风筝的方法。它飞。", "我们提出了风筝的方法。"),
        (
            "## Method\n\n![그림](a.png)\n\n```\nx = 1.0. Y\n```\n\n$$\nx. Y\n$$\n\n그 뒤의 문장이다. 둘째.",
            "그 뒤의 문장이다.",
        ),
        ("[PDF](https://x.example.org)\n\n이것이 첫 문장이다. 둘째.", "이것이 첫 문장이다."),
        ("**Tags:** vision, robots, language models\n\n이것이 첫 문장이다.", "이것이 첫 문장이다."),
        ("**Summary:** a long beginning\nof a sentence. Next.", "a long beginning of a sentence."),
        ("짧다.", "짧다."),
        ("**Tags:** vision", "vision"),
        ("1. 첫 항목은 연이다.\n2. 둘째", "첫 항목은 연이다."),
        ("> [!NOTE]\n> 연을 높이 날린다. 둘째.", "연을 높이 날린다."),
        ("| 이름 | 점수 |\n|---|---|\n| 연 | 92 |\n\n표 뒤의 문장이다. 둘째.", "표 뒤의 문장이다."),
        ("배경\n: 연을 높이 날린다. 둘째.", "연을 높이 날린다."),
        ("【背景】연을 높이 날린다.【방법】꼰다.", "연을 높이 날린다."),
        ("", ""),
        ("![그림](a.png)", ""),
    ],
)
def test_the_first_sentence_of_markdown_is_plain_text_on_one_line(markdown: str, sentence: str) -> None:
    assert first_sentence_of(markdown.split("\n")) == sentence


@pytest.mark.parametrize(
    "piece", ["- ", " ", "> ", "a. ", "e.g. ", "|-", "1. ", "**a ", "![a](b ", "<!--", "【", "http://"]
)
def test_a_line_of_one_thing_repeated_comes_to_an_end(piece: str) -> None:
    # What is not linear would not be through with this in the time of the whole test run.
    assert "\n" not in first_sentence_of([piece * 100_000 + "x", "끝."])
