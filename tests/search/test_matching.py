"""Words are found as people type Korean and English."""

import pytest

from digest_tui.search.folding import fold
from digest_tui.search.matching import IN_TEXT, ON_LINES, Spelling, matcher, whole_word


def finds(typed: str, text: str, spelling: Spelling = IN_TEXT) -> bool:
    return any(pattern.search(fold(text)) for pattern in matcher(typed, spelling).everywhere)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("언어모델", "대형 언어 모델은"),
        ("언어 모델", "언어모델"),
        ("언 어모 델", "언어 모델"),
        ("모델", "모델"),
        ("정렬", "재정렬한다"),
        ("GPT모델", "gpt 모델"),
        ("RL 학습", "RL학습"),
        ("3단계", "3 단계"),
        ("diffusion", "Latent DIFFUSION"),
        ("rl", "ＲＬ 기반"),
        ("world model", "World Models"),
        ("什么", "这是什么"),
        ("モデル", "言語モデル"),
        ("what's", "What’s New"),
        ("**강화** 학습", "강화 학습"),
        ("C++", "in c++ code"),
        ("f(x)", "F(X)"),
    ],
)
def test_found(typed: str, text: str) -> None:
    assert finds(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("언어모델", "언어의 모델"),
        ("언어모델", "언어\n모델"),
        ("world model", "worldmodel"),
        ("worldmodel", "world model"),
        ("world model", "world\nmodel"),
        ("rl", "or large"),
        ("c++", "ccc"),
    ],
)
def test_not_found(typed: str, text: str) -> None:
    assert not finds(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("ㅂㅊㅁㅋ", "새 벤치마크를"),
        ("ㅇㅇㅁㄷ", "대형 언어 모델"),
        ("ㄱㅎ ㅎㅅ", "강화학습"),
        ("ㄱㅎㅎㅅ", "RL강화 학습"),
        ("ㄳㄹ", "가속률"),
        ("ㅄㅇ", "분석은"),
        ("ㅂㅊㅁㅋ", "ㅂㅊㅁㅋ"),
    ],
)
def test_initial_consonants_are_found_at_word_starts(typed: str, text: str) -> None:
    assert finds(typed, text)


@pytest.mark.parametrize(("typed", "text"), [("ㅊㅁㅋ", "벤치마크"), ("ㅂㅊ", "벤치"), ("ㅂㅊㅁㅋ", "벤치마스")])
def test_initial_consonants_are_not_found_within_words_nor_when_there_are_two(typed: str, text: str) -> None:
    assert not finds(typed, text)


def test_two_initial_consonants_are_for_names() -> None:
    one = matcher("ㅎㅅ")
    assert any(pattern.search("확산 모델") for pattern in one.in_names)
    assert matcher("ㅎ").in_names == ()
    assert matcher("ㅎㅏ").in_names == ()


@pytest.mark.parametrize("text", ["rl 기반", "(rl)", "강화rl은", "rls", "a rl."])
def test_an_alias_is_a_whole_word(text: str) -> None:
    assert whole_word("RL").everywhere[0].search(text)


@pytest.mark.parametrize("text", ["world", "rlhf", "drl", "rl2"])
def test_an_alias_is_not_found_within_words(text: str) -> None:
    assert not whole_word("RL").everywhere[0].search(text)


def test_a_korean_alias_ignores_spaces_too() -> None:
    assert whole_word("강화 학습").everywhere[0].search("강화학습을")


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("언어모델", "대형 언어\n  모델은"),
        ("world model", "a world\nmodel"),
        ("扩散模型", "扩散\n模型"),
        ("모델", "모\n델"),
    ],
)
def test_on_a_drawn_page_words_go_on_over_lines(typed: str, page: str) -> None:
    assert finds(typed, page, ON_LINES)


def test_on_a_drawn_page_words_do_not_go_on_over_an_empty_line() -> None:
    assert not finds("언어모델", "언어\n\n모델", ON_LINES)


def test_a_short_latin_word_knows_where_words_begin() -> None:
    begins = matcher("rl").begins
    assert begins is not None
    assert begins.search("an rlhf")
    assert not begins.search("world")
    assert matcher("diffusion").begins is None
    assert matcher("모델").begins is None


@pytest.mark.parametrize(
    ("name", "page", "is_found"),
    [
        ("reinforcement learning", "a reinforcement\n   learnings b", True),
        ("reinforcement learning", "a reinforcement learning", True),
        ("reinforcement learning", "unreinforcement\n learning", False),
        ("reinforcement learning", "reinforcement\n\nlearning", False),
        ("C++", "in c++", True),
        ("C++", "abc++", False),
        ("학습", "강화\n학습", True),
    ],
)
def test_an_alias_goes_on_over_lines_of_a_page(name: str, page: str, is_found: bool) -> None:
    [pattern] = whole_word(name, ON_LINES).everywhere
    assert (pattern.search(page) is not None) is is_found


@pytest.mark.parametrize(("name", "text"), [("R", "in r"), ("R", "rs"), ("déjà vu", "déjà vus"), ("LLM", "llms")])
def test_an_alias_may_be_short_or_have_accents(name: str, text: str) -> None:
    [pattern] = whole_word(name).everywhere
    assert pattern.search(text)


@pytest.mark.parametrize(("name", "text"), [("GPT-4", "gpt-4s"), ("C++", "c++s"), ("", "")])
def test_an_alias_has_a_plural_only_behind_a_letter(name: str, text: str) -> None:
    [pattern] = whole_word(name).everywhere
    assert (pattern.search(text) is not None) is (not name)
