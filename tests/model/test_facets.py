"""Names of sections and leads: the five facets in four languages, and what only looks like one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest_tui.model.facet import Facet
from digest_tui.model.facets import HEADS, MAX_NAME, MAX_TITLE, NAMES, TAILS, facet_of
from support.promises import promises

ENTRIES = [
    (facet, name) for facet, languages in NAMES.items() for names in languages.values() for name in names.split("|")
]


@pytest.mark.parametrize(
    ("facet", "titles"),
    [
        (
            Facet.INTRODUCTION,
            "Hypothesis|Introduction|What's New|What’s New|Goal|Motivation|Contribution|Contributions|Key Innovation"
            "|Research Question|서론|연구 배경|핵심 기여|해결하려는 문제|무엇이 새로운가?|引言|研究目的|核心创新"
            "|解决的问题|动机|背景|新規性|主要な貢献|どんなもの？|先行研究と比べてどこがすごい？|Purpose"
            "|Why it is needed|Limitations of prior work|문제 상황|기존 한계|问题定义|新穎性|序論|問題提起|位置づけ"
            "|先行研究の限界",
        ),
        (
            Facet.METHOD,
            "Method|Methods|Methodology|Technical Details|Proposed Approach|Key Idea|How it works|방법|방법 개요"
            "|핵심 아이디어|제안하는 방법|접근 방법|어떻게 작동하는가?|方法|核心方法|技术方案|方法要点|手法|提案手法"
            "|技術的特徴|技術や手法のキモはどこ？|Architecture|Technical Depth|Training Details"
            "|구현 세부 사항|동작 방식|架構|工作原理|キーアイデア|Method Overview|Overview of Methods|상세 방법"
            "|Method Recap|방법 하이라이트|方法亮点",
        ),
        (
            Facet.RESULTS,
            "Results|Result|Performance Highlights|Experiments|Key Findings|Evaluation|Empirical Impact|결과|실험 결과"
            "|실험결과|평가|주요 결과|성능|结果|实验效果|主要发现|评估|結果|主結果|評価|どうやって有効だと検証した？"
            "|Empirical Results|Performance Results|Qualitative Results|벤치마크 결과|어블레이션|评测|有効性",
        ),
        (
            Facet.LIMITATIONS,
            "Limitations|Weaknesses|Study Limitations|Caveats|한계|한계점|본 연구의 한계|제안 방법의 한계|단점|局限"
            "|主要局限|不足之处|限界|残された課題|議論はある？|Known Limitations|局限性|制約",
        ),
        (
            Facet.CONCLUSION,
            "Conclusion|Conclusions|Discussion|Why it matters|Future Work|Takeaways|결론|의의|연구 의의|시사점"
            "|향후 과제|结论|意义|启示|未来工作|結論|おわりに|考察|今後の課題|Impact|Future Directions|Open Questions"
            "|왜 중요한가|미래 연구|未來工作|なぜ重要なのか",
        ),
    ],
)
@promises(
    "docs/digests.md",
    "Parts of a paper are known by name as introduction, method, results, limitations or conclusion",
)
def test_names_that_digests_use(facet: Facet, titles: str) -> None:
    assert {title: facet_of(title) for title in titles.split("|")} == dict.fromkeys(titles.split("|"), facet)


@pytest.mark.parametrize(
    "title",
    [
        "METHOD",
        "Ｍｅｔｈｏｄ：",
        "Method  ",
        "## Method ##",
        "**Method:**",
        "***Method**",
        "_Method_",
        "`Method`",
        "[Method]",
        "【Method】",
        "[Method](#method)",
        "<b>Method</b>",
        "Method {#sec-method .unnumbered}",
        "Method (Section 3)",
        "🔬 Method",
        "1️⃣ Method",
        "1️⃣Method",
        "3. Method",
        "2) Method",
        "3.2 Method",
        "Section 3.2: Method",
        "① Method",
        "(3) Method",
        "III. Method",
        "Ⅲ Method",
        "A. Method",
        "一、Method",
        "二) Method",
        "3장 Method",
        "3장: Method",
        "🔬 3: Method",
        "①Method",
        "Method 2",
        "【新】Method",
        "가. Method",
        "제3장 Method",
        "第三章 Method",
        "Section 3: Method",
        "3: Method",
        "Method: two stages, one model",
        "Method — in two stages",
        "방법은",
        "방법 (Method)",
        "\u1107\u1161\u11bc\u1107\u1165\u11b8",
        "手法について",
        "方法（Method）",
    ],
)
def test_decoration_does_not_matter(title: str) -> None:
    assert facet_of(title) is Facet.METHOD


@pytest.mark.parametrize(
    ("title", "facet"),
    [
        ("연구 배경 및 동기", Facet.INTRODUCTION),
        ("Results & Discussion", Facet.RESULTS),
        ("Results and Discussion", Facet.RESULTS),
        ("Conclusion and Future Work", Facet.CONCLUSION),
        ("Problem & Contribution", Facet.INTRODUCTION),
        ("方法与实验", Facet.METHOD),
        ("方法结构/流程", Facet.METHOD),
        ("核心痛点与创新点", Facet.INTRODUCTION),
        ("背景と目的", Facet.INTRODUCTION),
        ("今回の方法・新規性", Facet.METHOD),
        ("방법과 결과", Facet.METHOD),
        ("방법ㆍ결과", Facet.METHOD),
        ("결과와 논의", Facet.RESULTS),
        ("결과 및 논의", Facet.RESULTS),
        ("方法以及结果", Facet.METHOD),
        ("手法および結果", Facet.METHOD),
        ("背景ならびに目的", Facet.INTRODUCTION),
        ("한계와 향후 과제", Facet.LIMITATIONS),
        ("What's New - Related Work", Facet.INTRODUCTION),
        # Only the second is one of the five.
        ("Strengths and Weaknesses", Facet.LIMITATIONS),
        ("장점과 한계", Facet.LIMITATIONS),
        ("Summary and Conclusion", Facet.CONCLUSION),
        ("Challenges & Limitations", Facet.LIMITATIONS),
    ],
)
def test_compounds_are_about_the_first_facet_they_name(title: str, facet: Facet) -> None:
    assert facet_of(title) is facet


@pytest.mark.parametrize(
    "title", ["기존 방법의 한계", "Limitations of existing methods", "従来の課題", "现有方法的不足"]
)
def test_limits_of_earlier_work_are_the_motivation(title: str) -> None:
    assert facet_of(title) is Facet.INTRODUCTION


@pytest.mark.parametrize(
    "titles",
    [
        "|   |🔬|3.|**|:|[]()",
        # about the whole paper
        "TL;DR|Abstract|Summary|Overview|Highlights|요약|핵심 요약|한줄 요약|초록",
        "概要|摘要|简介|总结|まとめ|ひとことまとめ",
        # about something else
        "Related Work|관련 연구|相关工作|関連研究|Strengths|강점|Applications|Analysis|분석|Dataset|Code|References",
        "Experimental Setup|实验设计|Key Insight|인사이트|评价|총평|なぜ気になるか|선정 이유",
        "Challenges|课题|課題|문제점",
        # words that contain a name, or names with something before or behind them that matters
        "결|결실|성과급|실험실|문제집|Resultant|Methodist Hymns|Newsletters|Theory|对比方法/Baselines",
        "의미 분석|모델의 한계는 없다|3장점|평가 방법|Evaluation Metrics|3D Method|Table 2: Results|News|Details",
        # sentences
        "Results show that attention is all you need|결과적으로 성능이 좋아졌다",
        "Limitations of LLM Judges in Code Review",
        "Methods, results and every one of the conclusions we drew|A method for reading digests, and results",
    ],
)
def test_near_misses(titles: str) -> None:
    assert {title: facet for title in titles.split("|") if (facet := facet_of(title))} == {}


def test_a_title_is_looked_at_up_to_its_end() -> None:
    assert facet_of("Method".rjust(MAX_TITLE)) is Facet.METHOD
    assert facet_of("Method".rjust(MAX_TITLE + 1)) is None
    assert MAX_TITLE == 200


def test_a_name_ends_somewhere() -> None:
    assert facet_of("Method, " + "x" * (MAX_NAME - 8)) is Facet.METHOD
    assert facet_of("Method, " + "x" * (MAX_NAME - 7)) is None
    assert facet_of("Method, a b c d e") is Facet.METHOD
    assert facet_of("Method, a b c d e f") is None
    assert facet_of(f"({'x' * MAX_TITLE}) Method") is None
    assert facet_of("Method: " + "x" * 10_000) is Facet.METHOD


def test_the_order_is_that_of_the_section_keys() -> None:
    assert list(Facet) == ["introduction", "method", "results", "limitations", "conclusion"]
    assert list(NAMES) == list(Facet)
    assert {tuple(languages) for languages in NAMES.values()} == {("en", "ko", "zh", "ja")}


def test_every_entry_of_the_table_is_found_under_its_own_facet() -> None:
    """Fails for a name that stands under two facets, that is too long, or whose part is taken for another."""
    assert [(name, facet, facet_of(name)) for facet, name in ENTRIES if facet_of(name) is not facet] == []


def test_a_name_stands_once_in_its_line() -> None:
    for languages in NAMES.values():
        for names in languages.values():
            squeezed = [name.replace(" ", "") for name in names.split("|")]
            assert len(squeezed) == len(set(squeezed))


@pytest.mark.parametrize("affix", [*HEADS.split("|"), *TAILS.split("|")])
def test_heads_and_tails_name_nothing_by_themselves(affix: str) -> None:
    """The exceptions do both: 소개 behind a name is a kind of text, alone it is the introduction."""
    assert affix
    assert (facet_of(affix) is not None) == (affix in {"소개", "介绍", "介紹", "本手法の"})


@given(st.text(st.characters() | st.sampled_from("([{<*_:& -|1①.제3장和과 와と\ud800\u20e3"), max_size=60))
@example("의" * 200)
@example("the" * 80)
@example("({[<" * 60)
def test_any_text_has_an_answer(title: str) -> None:
    assert facet_of(title) in {None, *Facet}


@given(
    st.sampled_from(ENTRIES), st.sampled_from(["{}:", "**{}**", "2. {}", "【{}】", "💡 {}", "{} (2)", " {}  ", "Ⅳ. {}"])
)
def test_any_name_is_found_in_any_dress(entry: tuple[Facet, str], dress: str) -> None:
    facet, name = entry
    assert facet_of(dress.format(name.upper())) is facet
