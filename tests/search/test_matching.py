"""Words are found as people type Korean and English."""

import pytest

from digest_tui.search.folded import folded
from digest_tui.search.matching import IN_TEXT, ON_LINES, Matcher, Spelling, matcher, whole_word


def is_in(text: str, one: Matcher) -> bool:
    return any(letters.find(folded(text)) >= 0 for letters in one.everywhere)


def finds(typed: str, text: str, spelling: Spelling = IN_TEXT) -> bool:
    return is_in(text, matcher(typed, spelling))


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
    assert any(letters.find(folded("확산 모델")) >= 0 for letters in one.in_names)
    assert matcher("ㅎ").in_names == ()
    assert matcher("ㅎㅏ").in_names == ()


@pytest.mark.parametrize("text", ["rl 기반", "(rl)", "강화rl은", "rls", "a rl."])
def test_an_alias_is_a_whole_word(text: str) -> None:
    assert is_in(text, whole_word("RL"))


@pytest.mark.parametrize("text", ["world", "rlhf", "drl", "rlsx"])
def test_an_alias_is_not_found_within_words(text: str) -> None:
    assert not is_in(text, whole_word("RL"))


def test_a_korean_alias_ignores_spaces_too() -> None:
    assert is_in("강화학습을", whole_word("강화 학습"))


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
    begins = matcher("rl", inside=True).begins
    assert begins is not None
    assert begins.find(folded("an rlhf")) >= 0
    assert begins.find(folded("world")) < 0
    assert matcher("diffusion", inside=True).begins is None
    assert matcher("모델", inside=True).begins is None
    assert matcher("rl").begins is None


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
    assert is_in(page, whole_word(name, ON_LINES)) is is_found


@pytest.mark.parametrize(("name", "text"), [("R", "in r"), ("R", "rs"), ("déjà vu", "déjà vus"), ("LLM", "llms")])
def test_an_alias_may_be_short_or_have_accents(name: str, text: str) -> None:
    assert is_in(text, whole_word(name))


@pytest.mark.parametrize(("name", "text"), [("GPT-4", "gpt-45"), ("C++", "c++s"), ("", "")])
def test_an_alias_has_a_plural_only_behind_a_letter(name: str, text: str) -> None:
    assert not is_in(text, whole_word(name))
