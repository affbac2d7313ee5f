"""Names that stand in one bracket are names of one thing, once two papers say so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.search.alias_mining import MAX_NAME, Pair, mine, name_key
from digest_tui.search.aliases import Aliases


def book(*papers: str) -> Aliases:
    """What these papers teach."""
    aliases = Aliases()
    for paper in papers:
        aliases.add(mine(paper))
    return aliases


def both(sentence: str) -> Aliases:
    """What a sentence teaches that two papers hold."""
    return book(sentence, sentence)


@pytest.mark.parametrize(
    ("sentence", "term", "names"),
    [
        ("연을 위한 강화 학습(Reinforcement Learning; RL)이다.", "RL", {"강화 학습", "Reinforcement Learning"}),
        ("연을 위한 강화 학습(Reinforcement Learning; RL)이다.", "강화학습", {"RL", "Reinforcement Learning"}),
        ("연을 위한 강화 학습(Reinforcement Learning; RL)이다.", "reinforcement learning", {"RL", "강화 학습"}),
        ("바람은 확산 모델(diffusion models)로", "diffusion model", {"확산 모델"}),
        ("바람은 확산 모델(diffusion models)로", "확산모델", {"diffusion models"}),
        ("정렬(alignment)을", "정렬", {"alignment"}),
        ("대형 언어 모델（Large Language Models, LLMs）", "LLM", {"Large Language Models"}),
        ("비전-언어 모델(Vision-Language Model, 이하 VLM)", "VLM", {"Vision-Language Model", "비전-언어 모델"}),
        ("Kite Reinforcement Learning(RL)", "RL", {"Reinforcement Learning"}),
        ("GRPO(Group Relative Policy Optimization)", "GRPO", {"Group Relative Policy Optimization"}),
        ("LoRA(Low-Rank Adaptation)", "LoRA", {"Low-Rank Adaptation"}),
        ("RLHF(Reinforcement Learning from Human Feedback)", "RLHF", {"Reinforcement Learning from Human Feedback"}),
        ("LLM(대형 언어 모델)을", "LLM", {"대형 언어 모델"}),
        ("연을 날리는 데 제로샷(zero-shot) 성능", "zero-shot", {"제로샷"}),
    ],
)
def test_each_name_finds_the_others(sentence: str, term: str, names: set[str]) -> None:
    assert names <= set(both(sentence).expand(term))


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("새 모델(GPT-4)은", "모델"),
        ("벤치마크(MMLU)에서", "벤치마크"),
        ("연구(2023)에서", "연구"),
        ("그림(Fig. 2)처럼", "그림"),
        ("도구(예: 연, 배)", "도구"),
        ("결과(e.g. kites)", "결과"),
        ("정확도(95%)가", "정확도"),
        ("코드(https://example.org)를", "코드"),
        ("재료(wood, paper, glue)로", "재료"),
        ("변수(x)는", "변수"),
        ("연(kite: a toy)은", "연"),
        ("강화 학습(RLHF)은", "강화 학습"),
        ("추론(math reasoning)은", "추론"),
    ],
)
def test_what_is_no_name_is_none(sentence: str, term: str) -> None:
    assert both(sentence).expand(term) == ()


def test_one_paper_is_not_enough_however_often_it_says_so() -> None:
    sentence = "강화 학습(Reinforcement Learning)과 강화 학습(Reinforcement Learning)"
    assert book(sentence).expand("강화 학습") == ()
    assert book(sentence, sentence).expand("강화 학습") == ("Reinforcement Learning",)


def test_where_a_name_begins_is_found_out_from_many_papers() -> None:
    aliases = book(
        "오늘은 대형 언어 모델(LLM)이",
        "그런 대형 언어 모델(LLM)을",
        "여러 대형 언어 모델(LLM)의",
        "큰 바람과 대형 언어 모델(LLM)",
    )
    assert aliases.expand("LLM") == ("대형 언어 모델",)
    assert aliases.expand("모델") == ()


def test_names_are_not_chained_over_brackets() -> None:
    aliases = book(*["전문 용어(jargon)"] * 2, *["jargon 은어(slang)"] * 2)
    assert aliases.expand("전문 용어") == ("jargon",)
    assert "slang" not in aliases.expand("전문 용어")


def test_a_rare_counterpart_of_a_common_name_is_left_out() -> None:
    aliases = book(*["강화 학습(RL)"] * 20, *["강화 학습(Kite Tuning)"] * 2, *["연줄 조정(Kite Tuning)"] * 20)
    assert aliases.expand("강화 학습") == ("RL",)


def test_names_around_the_term_are_left_out_for_it_finds_them_itself() -> None:
    assert both("확산(diffusion)과 확산 모델(diffusion model)").expand("diffusion") == ("확산",)


def test_what_is_taken_away_is_forgotten() -> None:
    sentence = "강화 학습(Reinforcement Learning)"
    aliases = book(sentence, sentence)
    aliases.remove(mine(sentence))
    assert aliases.expand("강화 학습") == ()
    aliases.add(mine(sentence))
    assert aliases.expand("강화 학습") == ("Reinforcement Learning",)


@pytest.mark.parametrize(
    ("one", "other"),
    [("LLMs", "llm"), ("Vision-Language Models", "vision language model"), ("강화 학습", "강화학습"), ("ＲＬ", "RL")],
)
def test_names_are_compared_without_case_width_spaces_hyphens_and_plural(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("loss", "los"), ("basis", "basi"), ("corpus", "corpu")])
def test_not_every_s_is_a_plural(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


TEXT = st.text(alphabet="가나 강화학습RLabc()（）;,.-*\n", max_size=80)


@given(TEXT)
def test_any_text_gives_clean_names(text: str) -> None:
    for pair in mine(text):
        for name in (pair.one, pair.other):
            assert name.strip() == name
            assert 0 < len(name) <= 2 * MAX_NAME
            assert not set(name) & set("()（）\n;,")


@given(st.lists(TEXT, max_size=4), TEXT, st.sampled_from(["강화학습", "RL", "ab", "가나"]))
def test_adding_and_taking_away_leaves_no_trace(texts: list[str], other: str, term: str) -> None:
    aliases = book(*texts)
    before = aliases.expand(term)
    aliases.add(mine(other))
    aliases.remove(mine(other))
    assert aliases.expand(term) == before


@pytest.mark.parametrize("piece", ["(", "가나(가나", "((RL)", "가 ", "A (B", "가나다(RL;"])
def test_hostile_repeats_come_to_an_end(piece: str) -> None:
    # What is not linear would not be through with this in the time of the whole test run.
    assert all(isinstance(pair, Pair) for pair in mine(piece * 30_000))
