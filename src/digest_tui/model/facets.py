"""The names of sections and leads that are about a facet, in four languages as data."""

import re
import unicodedata
from functools import lru_cache

from digest_tui.model.facet import Facet
from digest_tui.patterns import pattern

MAX_TITLE = 200
"""The largest number of characters of a title that are considered."""
MAX_NAME, MAX_WORDS = 40, 6
"""Characters and words of a name up to its colon: anything longer is a sentence in which such words occur."""


# A name that is missing is added to its line below; case, spaces, hyphens, numbers and emoji do not matter, an English
# plural in -s, `HEADS` before it and `TAILS` behind it need no entry. What a name is about was decided once:
# - what is new (contribution, novelty, innovation) is introduction, as `What's New` is: it says why there is a paper;
# - a key idea is method: summaries tell under it how the thing works; a key insight can be a finding as well: none;
# - experiment and evaluation are results, and so is 평가 or 評価; 评价 is the opinion of the digest's writer: none;
# - the set-up of an experiment and an analysis of nothing named are neither method nor results: none;
# - limits of *earlier* work are introduction: they are why there is a paper;
# - significance, implications, discussion and future work are conclusion: what the results mean, and what comes next;
# - a challenge, 課題 or 문제점 may be what was solved or what remains: none; its neighbour in a compound decides;
# - abstract, summary, overview, TL;DR, 요약, 概要, 简介, まとめ, highlights are about the whole paper: none;
# - related work, strengths, applications and why a paper was chosen are none of the five.
NAMES = {
    Facet.INTRODUCTION: {
        "en": "introduction|intro|background|background knowledge|context|motivation|goal|aim|objective|purpose"
        "|rationale|problem|problem statement|problem definition|problem formulation|problem setting|hypothesis"
        "|hypotheses|contribution|novelty|innovation|what's new|what is new|what is it|research gap|why it is needed"
        "|limitations of existing methods|limitations of existing approaches|limitations of prior work"
        "|research question",
        "ko": "서론|소개|도입|들어가며|배경|배경지식|동기|목적|목표|문제|문제 정의|문제 제기|문제 설정|문제 상황"
        "|문제 의식|해결하려는 문제|풀고자 하는 문제|가설|필요성|기여|기여점|기여도|공헌|새로운 점|무엇이 새로운가"
        "|무엇이 새로운가요|혁신|혁신점|참신성|독창성|차별점|차별성|기존 방법의 한계|기존 연구의 한계|기존 한계"
        "|기존 방법의 문제점|기존 연구의 문제점|기존 문제점|연구 질문",
        "zh": "引言|绪论|緒論|导言|前言|介绍|介紹|背景|背景知识|动机|動機|目的|目标|目標|问题|問題|问题背景|问题定义"
        "|解决的问题|要解决的问题|痛点|痛點|贡献|貢獻|贡献点|创新|創新|创新点|創新點|创新之处|新颖性|新穎性"
        "|现有方法的局限|现有方法的不足|现有方法的局限性|研究假设",
        "ja": "序論|はじめに|導入|緒言|イントロダクション|背景|動機|モチベーション|目的|目標|問題|問題設定|問題提起"
        "|問題意識|課題設定|研究課題|仮説|貢献|新規性|革新性|独自性|何が新しいか|何が新しいのか|どんなもの|位置づけ"
        "|従来の課題|従来手法の課題|既存手法の課題|既存手法の限界|先行研究の課題|先行研究の限界"
        "|先行研究と比べてどこがすごい|先行研究との比較|先行研究との差分",
    },
    Facet.METHOD: {
        "en": "method|methodology|methodologies|approach|approaches|solution|idea|algorithm|architecture"
        "|model architecture|system architecture|framework|pipeline|technique|technical detail|technical depth"
        "|implementation|implementational details|how it works|how does it work|training method|training details"
        "|training procedure|training strategy|system design|model design|method design",
        "ko": "방법|방법론|방식|기법|접근|접근법|접근 방법|접근 방식|해결책|해결 방안|해결 방법|해법|아이디어"
        "|알고리즘|아키텍처|모델 구조|모델 아키텍처|시스템 구조|프레임워크|파이프라인|구현|구현 세부 사항"
        "|기술적 세부 사항|기술 세부 사항|기술적 상세|기술 상세|작동 원리|동작 원리|작동 방식|동작 방식"
        "|어떻게 작동하는가|어떻게 작동하나|학습 방법|훈련 방법|학습 방식|메서드",
        "zh": "方法|方法论|方法論|方法设计|方法结构|方法框架|思路|思想|解决方案|解決方案|方案|算法|演算法|架构|架構"
        "|框架|模型架构|模型结构|系统架构|实现|實現|实现细节|技术路线|技术细节|技術細節|关键技术|技术原理|工作原理"
        "|训练方法|训练策略|核心技术",
        "ja": "手法|方法|提案法|提案方式|方法論|アプローチ|メソッド|解決策|解決方法|アイデア|アイディア|キーアイデア"
        "|アルゴリズム|アーキテクチャ|モデル構造|フレームワーク|実装|技術詳細|技術的詳細|技術的な詳細|技術的特徴"
        "|仕組み|学習方法|技術や手法のキモ|技術や手法のキモはどこ|技術や手法の肝|技術や手法の肝はどこ",
    },
    Facet.RESULTS: {
        "en": "result|experiment|experimental result|experimental evaluation|experimental finding|empirical result"
        "|empirical evaluation|empirical finding|empirical impact|evaluation|finding|performance|performance result"
        "|performance evaluation|benchmark result|evaluation result|quantitative result|qualitative result"
        "|human evaluation|ablation|ablation study|ablation studies|validation|evidence|what they found",
        "ko": "결과|실험|실험 결과|실험적 결과|실험 평가|평가|평가 결과|성능|성능 평가|성능 결과|벤치마크 결과"
        "|정량적 결과|정성적 결과|정량 평가|정성 평가|발견|발견점|발견 사항|성과|검증|검증 결과|절제 연구|어블레이션"
        "|효과",
        "zh": "结果|結果|实验|實驗|实验结果|實驗結果|实验效果|实验发现|实验评估|实验验证|评估|評估|评估结果|评测"
        "|评测结果|发现|發現|性能|性能表现|性能评估|效果|验证|驗證|消融实验|消融研究",
        "ja": "結果|実験|実験結果|主結果|実験評価|評価|評価結果|評価実験|性能|性能評価|検証|検証結果|有効性"
        "|有効性の検証|有効性の評価|成果|発見|知見|アブレーション|どうやって有効だと検証した"
        "|どうやって有効だと検証したか|どうやって有効性を検証した|効果",
    },
    Facet.LIMITATIONS: {
        "en": "limitation|limit|weakness|weaknesses|shortcoming|drawback|caveat|threats to validity|failure case",
        "ko": "한계|한계점|제한|제한점|제한 사항|제약|제약 사항|단점|약점|방법의 한계|실패 사례",
        "zh": "局限|局限性|侷限|侷限性|限制|不足|不足之处|缺点|缺點|缺陷|弱点|弱點|失败案例",
        "ja": "限界|限界点|制限|制限事項|制約|欠点|弱点|短所|残された課題|残る課題|リミテーション|議論はある"
        "|議論はあるか",
    },
    Facet.CONCLUSION: {
        "en": "conclusion|concluding remarks|closing remarks|discussion|significance|implication|impact"
        "|broader impact|societal impact|takeaway|why it matters|why this matters|future work|future direction"
        "|future research|future research directions|directions for future work|outlook|open problem|open question"
        "|open research question",
        "ko": "결론|맺음말|마치며|나가며|논의|토의|고찰|의의|연구의 의미|시사점|함의|영향|파급 효과|왜 중요한가"
        "|왜 중요한가요|중요성|향후 과제|향후 연구|향후 연구 방향|향후 방향|향후 전망|향후 계획|후속 연구|미래 연구"
        "|전망|남은 과제",
        "zh": "结论|結論|结语|結語|讨论|討論|意义|意義|启示|啟示|影响|影響|潜在影响力|潜在影响|未来工作|未來工作"
        "|未来方向|未来研究|未来研究方向|后续工作|后续研究|展望|未来展望|开放问题",
        "ja": "結論|結言|おわりに|終わりに|むすび|結び|考察|議論|ディスカッション|意義|示唆|含意|影響|今後の課題"
        "|今後の展望|今後の研究|今後の方向性|将来の課題|将来展望|将来の展望|展望|なぜ重要か|なぜ重要なのか",
    },
}
"""The names of each facet by language."""

HEADS = (
    "our|the|this|key|main|core|central|primary|major|proposed|novel|new|overall|research|study|paper|technical|known"
    "|potential|practical|detailed|summary of|overview of"
    "|본|이|우리의|주요|주된|핵심|핵심적인|제안|제안된|제안하는|연구|연구의|논문|논문의|전체|새로운|기술적|구체적인|상세"
    "|主要|主要的|核心|关键|關鍵|本|本文|本文的|论文|论文的|論文|研究|研究的|我们的|所提|提出的|整体|总体|具体|技术|新"
    "|主な|主要な|本研究の|本論文の|本手法の|今回の|提案|研究の|論文の|具体的な|技術的|中心的な|核となる|新しい"
)
"""Words that may precede a name without changing its subject."""
TAILS = (
    "s|overview|summary|section|part|details|analysis|highlights|description|recap"
    "|은|는|이|가|을|를|의|들|개요|요약|설명|소개|분석|정리|상세|부분|섹션|하이라이트"
    "|概述|概要|总结|總結|介绍|介紹|分析|要点|要點|部分|简述|说明|描述|详解|亮点"
    "|は|の|とは|について|説明|まとめ|詳細|解説|ポイント"
)
"""Words that may follow a name without changing its subject: particles, and words for a kind of text."""

_MARKUP = pattern(r"\{[^{}]*\}|<[^<>]*>|(?<=\])\([^()]*\)|^\W*:[a-z0-9_+-]+:")
_ROUND = pattern(r"\([^()]*\)")
_BRACKETED = pattern(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_EDGE = pattern(r"^[\W_]+")
_NUMBER = pattern(
    r"""
    (?: [제第]\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[장절章节節部]
      | (?:(?:section|part|chapter|step)\s?)?[0-9][0-9.]*[장절]?
      | [ivx]{1,4}(?=[\W_])
      | [a-z가나다라마바사아](?=[.)\]])
      | [一二三四五六七八九十]{1,3}(?=[、.)\]])
    )[\W_]*
    """,
    re.VERBOSE,
)
_SUBTITLE = pattern(r":|\s[-–]+\s|[—―]")
_AND = pattern(
    # U+119E is what NFKC makes of the Korean middle dot U+318D.
    r"[&/,、;+|·・\u119e]|\band\b|및|以及|[和与與及]|および|ならびに"
    r"|(?:와|(?<![결효성])과)(?=\s)"  # 결과, 효과 and 성과 end in the same syllable
    r"|(?<![ぁ-ん])と(?![ぁ-ん])"  # not the one in まとめ
)


def facet_of(title: str) -> Facet | None:
    """Return the facet of a section with this heading, or of the text behind this lead, else None; never raises.

    Case, width, emphasis, brackets, emoji, numbers and what follows a colon or a dash do not matter. A compound such as
    `Results & Discussion` or `연구 배경 및 동기` is about the first facet it names.
    """
    return _facet_of(title[:MAX_TITLE])


@lru_cache(maxsize=4096)
def _facet_of(title: str) -> Facet | None:
    name = _name(title)
    if len(name) > MAX_NAME or len(name.split()) > MAX_WORDS:
        return None
    return next(filter(None, map(_look_up, (name, *_AND.split(name)))), None)


def _name(title: str) -> str:
    """Return the name in a title, without its decoration and its subtitle."""
    text = unicodedata.normalize("NFKC", title).casefold()
    text = _MARKUP.sub("", text)
    plain = _BRACKETED.sub(" ", text)
    # All of it in brackets: `【方法】`, `[Method](#method)`.
    # All of it in brackets: `【方法】`, `[Method (방법)](#method)`.
    outer = next((words for words in (plain, _ROUND.sub(" ", text)) if any(map(str.isalpha, words))), text)
    text = _EDGE.sub("", outer)
    if number := _NUMBER.match(text):
        text = text[number.end() :]
    return _SUBTITLE.split(text, maxsplit=1)[0].strip()


def _look_up(name: str) -> Facet | None:
    return _without_heads(_letters(name))


def _letters(name: str) -> str:
    """Return a name as it is compared: without marks, numbers and spaces, which are optional in Korean."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKC", name).casefold()))


def _without_heads(word: str) -> Facet | None:
    if (facet := _without_tails(word)) or not word.startswith(_HEADS):
        return facet
    # Every head is tried: 연구의의 is 연구 의의, not 연구의 의.
    rests = (word[len(head) :] for head in _HEADS if word.startswith(head))
    return next(filter(None, map(_without_heads, rests)), None)


def _without_tails(word: str) -> Facet | None:
    if (facet := _FACETS.get(word)) or not word.endswith(_TAILS):
        return facet
    rests = (word[: -len(tail)] for tail in _TAILS if word.endswith(tail))
    return next(filter(None, map(_without_tails, rests)), None)


_HEADS = tuple(map(_letters, HEADS.split("|")))
_TAILS = tuple(map(_letters, TAILS.split("|")))
_FACETS = {
    _letters(name): facet
    for facet, languages in NAMES.items()
    for names in languages.values()
    for name in names.split("|")
}
