"""Names that stand in one bracket are names of one thing, once two papers say so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.search.alias_mining import MAX_NAME, Pair, mine
from digest_tui.search.alias_names import holds, is_abbreviation, name_key, spells
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
        ("diffusion models(확산 모델)", "확산모델", {"diffusion models"}),
        ("Kite Flying(연 날리기)", "연 날리기", {"Kite Flying"}),
        ("**주의 기제**(attention mechanism)", "attention mechanism", {"주의 기제"}),
        ("연은 '제로샷'(zero-shot)으로", "제로샷", {"zero-shot"}),
        ("SOTA(최첨단)", "SOTA", {"최첨단"}),
        ("모델(model)", "모델", {"model"}),
        ("Best-of-N(BoN)", "BoN", {"Best-of-N"}),
        ("플러그 앤 플레이(plug-and-play)", "plug-and-play", {"플러그 앤 플레이"}),
        ("관계 추출(Relation Extraction; RE)", "관계 추출", {"Relation Extraction", "RE"}),
        ("텍스트의 의미 분할(semantic segmentation)", "의미 분할", {"semantic segmentation"}),
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
        ("추론(math reasoning)은", "math reasoning"),
        ("성능(State-of-the-Art)", "성능"),
        ("질문 응답(task)", "질문 응답"),
        ("종이 날리기(IS)", "IS"),
        ("도르래 도구(see kites)", "도르래 도구"),
        ("큰 도구(예시 연줄)", "도구"),
        ("도르래 도구(cf kites)", "kites"),
        ("알고리즘(Kite Flyer)", "알고리즘"),
        ("Learning(종이 날리기)", "learning"),
        ("`연줄`(kite line)", "연줄"),
        ("종이 연을 만드는 미세 조정(Supervised Fine-Tuning)", "미세 조정"),
        ("언어 모델(LLM-as-a-Judge)", "언어 모델"),
        ("연(kite)", "연"),
        ("연줄 길이 조절(tuning)", "연줄 길이 조절"),
        ("빨강, 파랑(빨간색, 파란색)", "빨강"),
        ("Policy Optimization(PPO)", "PPO"),
    ],
)
def test_what_is_no_name_is_none(sentence: str, term: str) -> None:
    assert both(sentence).expand(term) == ()


def test_one_paper_is_not_enough_however_often_it_says_so() -> None:
    sentence = "강화 학습(Reinforcement Learning)과 강화 학습(Reinforcement Learning)"
    assert book(sentence).expand("강화 학습") == ()
    assert book(sentence, sentence).expand("강화 학습") == ("Reinforcement Learning",)


def test_both_orders_in_one_paper_are_one_sighting() -> None:
    assert book("강화 학습(RL)과 RL(강화 학습)").expand("RL") == ()


def test_where_a_name_begins_is_found_out_from_many_papers() -> None:
    aliases = book(
        "오늘은 대형 언어 모델(LLM)이",
        "그런 대형 언어 모델(LLM)을",
        "여러 대형 언어 모델(LLM)의",
        "큰 바람과 대형 언어 모델(LLM)",
        "바람 대형 언어 모델(LLM)",
        "바람 대형 언어 모델(LLM)",
    )
    assert aliases.expand("LLM") == ("대형 언어 모델",)
    assert aliases.expand("모델") == ()
    assert aliases.expand("언어 모델") == ()
    assert aliases.expand("바람 대형 언어 모델") == ()


def test_the_end_of_a_name_is_none_also_where_the_word_before_is_written_differently() -> None:
    aliases = book(
        *["높은 멀티모달 대형 언어 모델(MLLM)"] * 2,
        *["높은 다중모달 대형 언어 모델(MLLM)"] * 2,
        "높은 다중 모달 대형 언어 모델(MLLM)",
    )
    assert set(aliases.expand("MLLM")) == {"멀티모달 대형 언어 모델", "다중모달 대형 언어 모델"}
    assert aliases.expand("대형 언어 모델") == ()


def test_the_end_of_a_name_is_none_where_it_always_has_a_word_before_it() -> None:
    aliases = both("환각 현상(hallucination)")
    assert aliases.expand("hallucination") == ("환각 현상",)
    assert aliases.expand("현상") == ()


def test_the_end_of_a_name_is_none_where_every_paper_begins_it_differently() -> None:
    aliases = book(
        "포스트 트레이닝 양자화(Post-Training Quantization)", "사후 트레이닝 양자화(Post-Training Quantization)"
    )
    assert aliases.expand("Post-Training Quantization") == ()
    assert aliases.expand("트레이닝 양자화") == ()


def test_the_end_of_an_english_name_is_none_either() -> None:
    aliases = both("Reinforcement Learning(강화 학습)")
    assert aliases.expand("강화 학습") == ("Reinforcement Learning",)
    assert aliases.expand("learning") == ()


@pytest.mark.parametrize(
    "before", ["연을 위한", "바람 기반의", "이러한", "연줄 및", "종이와", "종이과", "하늘에서", "연을 하는", "학습된"]
)
def test_a_name_does_not_begin_before_a_particle_or_a_verb(before: str) -> None:
    candidates = {pair.one for pair in mine(f"{before} 강화 학습(reinforcement learning)")}
    assert candidates == {"강화 학습"}


def test_a_name_is_shown_as_it_is_written_most_often() -> None:
    aliases = book("언어모델(LM)", "언어 모델(LM)", "언어 모델(LMs)", "언어 모델(LM)")
    assert aliases.expand("LMs") == ("언어 모델",)
    assert aliases.expand("언어모델") == ("LM",)


def test_more_names_than_fit_are_the_ones_seen_most() -> None:
    names = ["pruning", "trimming", "cutting", "snipping", "clipping"]
    aliases = book(*(f"가지치기({name})" for count, name in enumerate(names, 2) for _ in range(count)))
    assert aliases.expand("가지치기") == ("clipping", "snipping", "cutting", "trimming")


def test_a_name_around_another_name_is_left_out() -> None:
    aliases = book(*["가지치기(pruning)"] * 3, *["가지치기(tree pruning)"] * 2)
    assert aliases.expand("가지치기") == ("pruning",)


def test_names_are_not_chained_over_brackets() -> None:
    aliases = book(*["전문 용어(jargon)"] * 2, *["jargon 은어(slang)"] * 2)
    assert aliases.expand("전문 용어") == ("jargon",)
    assert "slang" not in aliases.expand("전문 용어")


def test_a_rare_counterpart_of_a_common_name_is_left_out() -> None:
    aliases = book(*["강화 학습(RL)"] * 20, *["강화 학습(Kite Tuning)"] * 2, *["연줄 조정(Kite Tuning)"] * 20)
    assert aliases.expand("강화 학습") == ("RL",)


def test_names_around_the_term_are_left_out_for_it_finds_them_itself() -> None:
    assert both("확산(diffusion)과 확산 모델(diffusion model)").expand("diffusion") == ("확산",)


def test_counts_are_the_same_after_they_were_kept() -> None:
    sentence = "강화 학습(Reinforcement Learning; RL)과 심층 강화 학습(Deep RL)"
    aliases = book(sentence, sentence)
    kept = Aliases.unpack(aliases.pack())
    assert kept is not None
    assert kept.expand("강화 학습") == aliases.expand("강화 학습") != ()
    assert Aliases.unpack(b"no counts") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LLMs", "llm"),
        ("LMs", "LM"),
        ("policies", "policy"),
        ("Vision-Language Models", "vision language model"),
        ("강화 학습", "강화학습"),
        ("ＲＬ", "RL"),
    ],
)
def test_names_are_compared_without_case_width_spaces_hyphens_and_plural(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("loss", "los"), ("basis", "basi"), ("corpus", "corpu")])
def test_not_every_s_is_a_plural(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("RL", "Reinforcement Learning"),
        ("LLMs", "large language models"),
        ("LoRA", "Low-Rank Adaptation"),
        ("NeRF", "Neural Radiance Fields"),
        ("MoE", "Mixture of Experts"),
        ("RLHF", "Reinforcement Learning from Human Feedback"),
        ("VQ-VAE", "Vector-Quantized Variational Autoencoder"),
        ("SDXL", "Stable Diffusion XL"),
    ],
)
def test_an_abbreviation_is_spelled_by_the_words_of_its_name(short: str, name: str) -> None:
    assert spells(short, name)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("RL", "Imitation Learning"),
        ("RL", "Reinforcement Learning Agents"),
        ("RLHF", "Reinforcement Learning"),
        ("PPO", "Policy Optimization"),
        ("RL", "rainfall"),
        ("kite", "kind of terse example"),
    ],
)
def test_no_abbreviation_is_spelled_by_part_of_a_name_or_too_much(short: str, name: str) -> None:
    assert not spells(short, name)


@pytest.mark.parametrize(("name", "is_one"), [("RL", True), ("CoT", True), ("Kite", False), ("Key-Value", False)])
def test_an_abbreviation_has_capitals_and_no_long_word(name: str, is_one: bool) -> None:
    assert is_abbreviation(name) is is_one


def test_latin_letters_hold_one_another_only_as_whole_words() -> None:
    assert holds("diffusion models", "Diffusion Model")
    assert holds("대형 언어 모델", "언어모델")
    assert not holds("Relation Extraction", "RE")


PIECES = [
    "강화 학습",
    "대형 언어 모델",
    "(RL)",
    "（RL; rain line)",
    "(",
    ")",
    "RL",
    "**",
    " ",
    "\n",
    "를 위한 ",
    "LLMs",
    ";",
]
TEXT = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="가나 강화학습RLabc()（）;,.-*\n", max_size=80),
    st.lists(st.sampled_from([*PIECES, "(reinforcement learning; RL)", "(LLM)", "x" * 70]), max_size=12).map("".join),
)


@given(TEXT)
def test_any_text_gives_clean_names(text: str) -> None:
    for pair in mine(text):
        for name in (pair.one, pair.other):
            assert name.strip() == name
            assert 1 < len(name) <= MAX_NAME
            assert name in text
            assert not set(name) & set("()（）\n;,")


@given(st.lists(TEXT, max_size=4), st.sampled_from(["강화학습", "RL", "가나", "LLM", "reinforcement learning"]))
def test_whatever_was_counted_is_the_same_after_it_was_kept(texts: list[str], term: str) -> None:
    aliases = book(*texts, *texts)
    before = aliases.expand(term)
    aliases.settle()
    assert aliases.expand(term) == before
    kept = Aliases.unpack(aliases.pack())
    assert kept is not None
    assert kept.expand(term) == before


@pytest.mark.parametrize("before", [f"{'가' * 40} {'나' * 20}**  ", f"{'가' * 40} {'나' * 22}"])
def test_a_name_that_would_be_too_long_or_cut_is_none(before: str) -> None:
    assert {pair.one for pair in mine(f"{before}(kite)")} == {before.split()[1].strip("*")}


@pytest.mark.parametrize("piece", ["(", "가나(가나", "((RL)", "가 ", "A (B", "가나다(RL;", "A(B)", "A-", "(A-B C"])
def test_hostile_repeats_come_to_an_end(piece: str) -> None:
    # What is not linear would not be through with this in the time of the whole test run.
    assert all(isinstance(pair, Pair) for pair in mine(piece * 30_000))
