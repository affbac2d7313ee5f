"""Which names stand in a bracket and before one, up to where each limit lies."""

import pytest

from digest_tui.search.alias_mining import mine
from digest_tui.search.alias_names import has_syllable, holds, name_key, size_of, spells, syllables_in, words_in


def pairs(text: str) -> set[tuple[str, str]]:
    return {(pair.one, pair.other) for pair in mine(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # An abbreviation needs one and a half syllables for each letter, and three at least.
        ("강화 학습(RL)", {("강화 학습", "RL")}),
        ("학습(RL)", set()),
        ("대규모 강화 학습(RL)", {("강화 학습", "RL"), ("대규모 강화 학습", "RL")}),
        ("강화 학습(RLHF)", set()),
        ("인간 피드백 강화 학습(RLHF)", {("피드백 강화 학습", "RLHF"), ("인간 피드백 강화 학습", "RLHF")}),
        # An English name one and a half for each word, and two at least.
        ("정렬(alignment)", {("정렬", "alignment")}),
        ("열(heat)", set()),
        ("미세 조정(fine tuning)", {("미세 조정", "fine tuning")}),
        ("조정(fine tuning)", set()),
        ("미세 조정(supervised fine tuning)", set()),
        ("지도 미세 조정(supervised fine tuning)", {("지도 미세 조정", "supervised fine tuning")}),
        # Little words need none, a hyphen joins three quarters of a word, a big word counts its letters.
        ("엔드 투 엔드(end to end)", {("투 엔드", "end to end"), ("엔드 투 엔드", "end to end")}),
        ("제로샷(zero-shot)", {("제로샷", "zero-shot")}),
        ("제로(zero-shot)", set()),
        ("에이전트(LLM agent)", set()),
        ("언어 모델 에이전트(LLM agent)", {("모델 에이전트", "LLM agent"), ("언어 모델 에이전트", "LLM agent")}),
        # At most five words of English, five of Korean.
        ("가나 다라 마바(one two three four)", {("가나 다라 마바", "one two three four")}),
        ("가나 다라 마바 사아(one two three four five)", {("가나 다라 마바 사아", "one two three four five")}),
        ("가나 다라 마바 사아 자차(one two three four five six)", set()),
        ("처음 가나 다라 마바 사아 자차(LLM)", {
            ("마바 사아 자차", "LLM"), ("다라 마바 사아 자차", "LLM"), ("가나 다라 마바 사아 자차", "LLM"),
        }),
        # What says nothing by itself.
        ("모델(model)", {("모델", "model")}),
        ("모델(Model)", {("모델", "Model")}),
        ("모델(MODEL)", set()),
        ("모델(mo del)", set()),
        ("벤치(benchmark)", {("벤치", "benchmark")}),
        ("큰 벤치(benchmark)", {("벤치", "benchmark")}),
        # A number is no measure of a name.
        ("지피티(GPT-4)", set()),
        # Words that cannot open a name, and words of one syllable within one.
        ("새로운 강화 학습(RL)", {("강화 학습", "RL")}),
        ("강화 및 학습 정책(RL)", {("학습 정책", "RL")}),
        ("강화 그 학습 정책(RL)", {("학습 정책", "RL")}),
        ("플러그 앤 플레이(plug and play)", {
            ("플레이", "plug and play"), ("앤 플레이", "plug and play"), ("플러그 앤 플레이", "plug and play"),
        }),
        ("가나 더 플레이(plug and play)", {("플레이", "plug and play")}),
        ("가나 댄 플레이(plug and play)", {("플레이", "plug and play")}),
        # Marks between a name and its bracket.
        ("**강화 학습** (RL)", {("강화 학습", "RL")}),
        ("`강화 학습`(RL)", set()),
        ("「강화 학습(RL)", {("강화 학습", "RL")}),
    ],
)  # fmt: skip
def test_korean_before_a_bracket(text: str, found: set[tuple[str, str]]) -> None:
    assert pairs(text) == found


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("Reinforcement Learning; RL", {("Reinforcement Learning", "RL")}),
        ("Reinforcement Learning, 이하 RL", {("Reinforcement Learning", "RL")}),
        ("Reinforcement Learning, a.k.a. RL", {("Reinforcement Learning", "RL")}),
        ("RL; 약칭 강화 학습", {("RL", "강화 학습")}),
        ("Kites, Boats", set()),
        ("Kites, 연", set()),
        ("Kites, 연줄", {("Kites", "연줄")}),
        ("RL, 강화 학습, Reinforcement Learning", {
            ("RL", "강화 학습"), ("RL", "Reinforcement Learning"), ("강화 학습", "Reinforcement Learning"),
        }),
        ("A, B, C, D", set()),
        ("e.g. RL, 강화 학습", set()),
        ("예: RL; 강화 학습", set()),
        ("see RL; 강화 학습", set()),
        ("up; 위로", set()),
        ("RL; 강화 학습!", set()),
        ("“RL”; '강화 학습'", {("RL", "강화 학습")}),
        ("R; 강화", set()),
    ],
)  # fmt: skip
def test_names_within_a_bracket(inside: str, found: set[tuple[str, str]]) -> None:
    assert pairs(f"({inside})") == pairs(f"（{inside}）") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reinforcement Learning (RL)", {("Reinforcement Learning", "RL")}),
        ("We use Reinforcement Learning (RL)", {("Reinforcement Learning", "RL")}),
        ("RL (Reinforcement Learning)", {("RL", "Reinforcement Learning")}),
        ("Learning (RL)", set()),
        ("kites (boats)", set()),
        ("as is (IS)", set()),
        ("LLM(대형 언어 모델)", {("LLM", "대형 언어 모델")}),
        ("our LLM(대형 언어 모델)", {("LLM", "대형 언어 모델")}),
        ("big LLM(언어 모델)", {("LLM", "언어 모델")}),
        ("diffusion(확산)", {("diffusion", "확산")}),
        ("latent diffusion(잠재 확산)", {("latent diffusion", "잠재 확산")}),
        ("so latent diffusion(잠재 확산)", {("latent diffusion", "잠재 확산"), ("so latent diffusion", "잠재 확산")}),
        ("the diffusion(확산)", {("diffusion", "확산")}),
        ("one two three four five six seven(가나)", {("seven", "가나"), ("six seven", "가나")}),
        ("supervised tuning(조정)", {("tuning", "조정"), ("supervised tuning", "조정")}),
        ("model(모델)", {("model", "모델")}),
        ("Transformer(모델)", {("Transformer", "모델")}),
        ("in (안)", set()),
    ],
)  # fmt: skip
def test_latin_before_a_bracket(text: str, found: set[tuple[str, str]]) -> None:
    assert pairs(text) == found


@pytest.mark.parametrize(
    ("name", "size", "words", "syllables"),
    [
        ("RL", 2, ["RL"], 0),
        ("LoRA", 3, ["LoRA"], 0),
        ("zero-shot", 2, ["zero", "shot"], 0),
        ("a/b c", 3, ["a", "b", "c"], 0),
        ("강화 학습", 2, ["강화", "학습"], 4),
        ("GPT 모델", 2, ["GPT", "모델"], 2),
        ("", 0, [], 0),
    ],
)
def test_the_size_of_a_name(name: str, size: int, words: list[str], syllables: int) -> None:
    assert (size_of(name), words_in(name), syllables_in(name)) == (size, words, syllables)
    assert has_syllable(name) is (syllables > 0)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("LLMs", "llm"),
        ("Policies", "policy"),
        ("ties", "tie"),
        ("Models", "model"),
        ("KITES", "kite"),
        ("bus", "bus"),
        ("this", "this"),
        ("class", "class"),
        ("Fine-Tuning", "finetuning"),
        ("ＲＬ", "rl"),
        ("As", "as"),
        ("GANs are", "ganare"),
        ("STRASSE ß", "strassess"),
    ],
)
def test_the_key_of_a_name(name: str, key: str) -> None:
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("name", "part", "is_held"),
    [
        ("강화 학습", "화학", True),
        ("deep reinforcement learning", "Reinforcement-Learning", True),
        ("deep learning", "earn", False),
        ("deep learning", "deep", True),
        ("models", "model", True),
        ("deep", "deep learning", False),
    ],
)
def test_what_holds_what(name: str, part: str, is_held: bool) -> None:
    assert holds(name, part) is is_held


GENERIC = """
모델 방법 연구 데이터 성능 작업 태스크 과제 문제 기술 시스템 프레임워크 알고리즘 접근법 접근 환경 결과 논문 도구 언어
이미지 정보 기법 방식 전략 구조 기능 단계 과정 특성 요소 유형 지표 평가 벤치마크 메커니즘 모듈 네트워크
"""


@pytest.mark.parametrize("word", GENERIC.split())
def test_what_stands_beside_a_word_that_says_little_is_an_example(word: str) -> None:
    assert pairs(f"{word}(iPhone)") == set()
    assert pairs(f"{word}가(iPhone)") == {(f"{word}가", "iPhone")}
    assert pairs(f"iPhone({word})") == set()


LITTLE = "a an and as by for from in of on the to via with"


@pytest.mark.parametrize("word", LITTLE.split())
def test_an_abbreviation_may_leave_out_little_words(word: str) -> None:
    assert spells("KB", f"Kites {word} Boats")
    assert not spells("KB", f"Kites {word}x Boats")
    assert pairs(f"{word} Kites (연줄)") == {("Kites", "연줄")}
