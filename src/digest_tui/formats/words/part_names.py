"""Headings that read like the name of a part of one paper's text, though `labels` and `facets` do not know them.

They say so only beside others of their kind: a title may hold any of these words, see `shapes.ruled_parts`.
"""

import re

from digest_tui.formats.words.labels import is_part
from digest_tui.formats.words.letters import weight
from digest_tui.patterns import pattern

_WORDS = pattern(
    r"\b(?:problems?|motivations?|background|goals?|ideas?|approach(?:es)?|methods?|methodology|techniques?|architecture"
    r"|experiments?|evaluations?|results?|findings?|numbers|contributions?|novelty|limitations?|limits?|weakness(?:es)?"
    r"|strengths?|conclusions?|takeaways?|discussion|implications?|impact|future|scores?|scoring|ratings?|verdict"
    r"|summary|overview|tl;?dr|details|analysis|ablations?|significance|critique|opinion|thoughts|questions?|links?"
    r"|resources|references?|metadata|abstract|introduction|setup|datasets?|pros|cons|good|bad|work(?:s|ed)?|matters?"
    r"|next|found|new|solved?)\b"
    r"|문제|배경|동기|목적|목표|아이디어|방법|접근|기법|구조|실험|평가|결과|발견|성과|기여|의의|의미|한계|결론|요약|정리|시사점"
    r"|향후|과제|점수|평점|채점|총평|장점|단점|링크|분석|데이터|구현|활용|핵심|질문|무엇|어떻게|왜|소개|느낀|생각"
    r"|问题|問題|背景|动机|動機|目的|目标|思路|想法|方法|技术|架构|结构|实验|評価|评估|结果|結果|发现|発見|贡献|貢献|创新|意义|局限"
    r"|不足|结论|結論|总结|启示|展望|未来|评分|打分|得分|点评|优点|缺点|链接|分析|数据|实现|应用|核心|亮点|是什么|为什么|怎么"
    r"|如何|研究内容|細節|细节"
    r"|課題|アイデア|手法|仕組み|構造|実験|新規性|意義|限界|まとめ|考察|今後|スコア|点数|採点|長所|短所|リンク|実装|応用|どんな"
    r"|どこ|どう|なぜ|何",
    re.IGNORECASE,
)
_QUESTION = pattern(
    r"\W*(?:[0-9]{1,2}\W+)?(?:what|why|how|who|where|when|is|does|do|can)\b[^?]{0,80}\?\s*\Z", re.IGNORECASE
)
_ASKED = pattern(
    r"\W*(?:[0-9]{1,2}\W+)?(?:what|why|how|where)\b.{0,60}\b(?:it|they|this|the\s+(?:paper|authors?|method|model)|we)\b",
    re.IGNORECASE,
)
_MAX_WEIGHT = 36
"""Largest weight of the name of a part."""


def may_name_part(heading: str) -> bool:
    """Return True when a heading may name a part: a known one, a question, or a few words with one of those above."""
    if is_part(heading):
        return True
    if _QUESTION.match(heading) or _ASKED.match(heading):
        return weight(heading) <= 2 * _MAX_WEIGHT
    return weight(heading) <= _MAX_WEIGHT and _WORDS.search(heading) is not None
