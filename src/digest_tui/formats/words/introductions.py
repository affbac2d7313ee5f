"""Words that only introduce a link, in four languages: `read more on`, `자세히 보기`, `详情见`, `続きを読む`."""

import re
from collections.abc import Iterable

from digest_tui.patterns import pattern

_SURE = (
    "read more|read the paper|read the full paper|read the full text|read full text|read full paper|read the article"
    "|read the full article|read the original|read the original paper|read paper|read article|see the paper"
    "|view the paper|view on|check it out|check out the paper|get the paper|continue reading|keep reading|click here"
    "|click to read|click to read more|go to paper|link to paper|link to the paper|paper available|paper link"
    "|paper url|more at|more on|자세히 보기|자세히 알아보기|자세히 읽기|자세한 내용|자세한 내용은|자세한 내용을"
    "|상세 보기|상세 내용|상세 내용은|더 보기|더 읽기|더 알아보기|더 자세히|더 자세히 보기|더 자세한 내용은|계속 읽기"
    "|이어서 읽기|이어 읽기|전문 보기|원문 보기|원문 링크|원문은|논문 보기|논문 링크|논문 바로가기|바로 가기"
    "|여기서 보기|여기서 확인|보러 가기|읽으러 가기|전문은|논문은|详情见|详情请见|详情参见|详情请看|详情查看|详情点击"
    "|详见|请见|参见|请参见|请参阅|查看详情|查看原文|查看论文|查看更多|查看全文|点击查看|点击阅读|点击这里|点击此处"
    "|点此查看|点此阅读|阅读更多|阅读原文|阅读全文|阅读论文|了解更多|了解详情|更多详情|更多内容|更多内容见|更多详情见"
    "|更多信息|更多信息见|继续阅读|展开阅读|原文见|原文链接|论文见|论文链接|全文见|全文链接|詳情見|詳情請見|詳見|請見"
    "|參見|查看詳情|點擊查看|點擊閱讀|閱讀更多|閱讀原文|閱讀全文|了解更多|更多內容|更多詳情|繼續閱讀|論文連結"
    "|原文連結|続きを読む|続きはこちら|続きは|詳しくは|詳しくはこちら|詳しく見る|詳細は|詳細はこちら|詳細を見る"
    "|詳細を読む|もっと見る|もっと読む|もっと詳しく|全文を読む|全文はこちら|論文を読む|論文はこちら|論文リンク"
    "|論文へのリンク|原文を読む|原文はこちら|原文リンク|本文はこちら|元論文|リンクはこちら|こちらから|こちら"
    "|記事を読む"
)
"""Words that introduce a link wherever they stand."""
_BEHIND_BLANK = "paper|link|pdf|arxiv|url|논문|링크|论文|链接|論文|連結|鏈接"
"""Words that introduce a link behind a blank or a mark."""
_BEHIND_MARK = (
    "see|read|view|more|details|info|via|source|here|code|abstract|links|original|continue|learn|check|visit|at|on"
    "|참고|참조|출처|원문|전문|보기|읽기|클릭|여기|더|주소|见|看|查看|阅读|点击|原文|全文|地址|来源|出处|更多|详情"
    "|參考|参考|见原文|参照|出典|リンク|詳細|続き|全文|出所|see more|view more|learn more|find out more|get more"
    "|know more|discover more|show more|more info|more information|more details|further details|for more|for details"
    "|for more details|for more information|read it|see details|view details|view pdf|view abstract|view it"
    "|view paper|see paper|get pdf|download|download pdf|full text|full paper|full article|available|also available"
    "|original paper|논문 읽기|원문 읽기|상세|자세히|논문 원문|전체 보기|传送门|论文原文|原文地址|论文地址"
)
"""Words that introduce a link only behind a mark, such as a dash or a bracket: they end titles too."""
_WHERE = r"(?:\s+(?:on|at|in|from|via|here|by|below)){1,2}"
_LATIN = pattern(r"[a-z]")


def _one_of(words: str) -> str:
    """Return an expression for the words: Korean may leave out blanks; an English word begins within no other."""
    parts = sorted(words.split("|"), key=len, reverse=True)
    latin = [part.replace(" ", r"\s+") for part in parts if _LATIN.search(part)]
    others = [part.replace(" ", r"\s?") for part in parts if not _LATIN.search(part)]
    return rf"(?:(?<![^\W_])(?:{'|'.join(latin)})|{'|'.join(others)})"


_MARK = r"(?:\A|[-–—:：|｜,，、;；·•(\[（【「→»])\s*"
_SIGNS = r"[\s:：→➡⇒➜▶►»›>👉🔗📄📎📖📑🌐\ufe0f]*"
_INTRODUCTION = pattern(
    rf"(?:{_one_of(_SURE)}(?:{_WHERE})?|(?:\A|(?P<blank>\s)|[,，:：|(\[-]\s*){_one_of(_BEHIND_BLANK)}(?:{_WHERE})?"
    rf"|(?P<mark>{_MARK}){_one_of(_BEHIND_MARK)}(?:{_WHERE})?|(?<=\s){_one_of(_BEHIND_MARK)}(?:{_WHERE}|\s*[:：])"
    rf"|\s(?-i:on|via)|[→➡⇒➜▶►»›👉]){_SIGNS}\Z",
    re.IGNORECASE,
)
_PHRASES = "|".join([_SURE, *(words for words in _BEHIND_MARK.split("|") if " " in words)])
_PHRASE_ALONE = pattern(rf"{_one_of(_PHRASES)}(?:{_WHERE})?{_SIGNS}", re.IGNORECASE)
_LAST_WORD = pattern(r"[A-Za-z]+\Z")
_ENDS = frozenset(
    phrase.rpartition(" ")[2] if _LATIN.search(phrase) else phrase.replace(" ", "")[-2:]
    for phrase in f"{_SURE}|{_BEHIND_BLANK}|{_BEHIND_MARK}|on|at|in|from|via|here|by|below".split("|")
) | frozenset("→➡⇒➜▶►»›>👉🔗📄📎📖📑🌐\ufe0f")
"""The ends of introductions: a word of an alphabet, two letters of another script, a sign."""
_ALONE = frozenset(
    ["more", "read", "continue", "details", "learn", "查看", "更多", "详情", "더", "상세", "続き", "詳細"]
)
_AROUND = " ()[]（）【】.。…!！"
_CONCLUSION = pattern(
    r"\s*(?:에서\s?(?:확인|보기|읽기)?|(?:을|를)?\s?(?:참고|참조|확인|보기|읽기)(?:하기|하세요|해 주세요)?"
    r"|(?:を|で)?(?:参照|見る|読む|ご覧ください)|から|へ|にて|查看|阅读|for\s(?:more|details|more\s(?:details|information)))"
    r"[.。]?\s*(?=[)\]）】」]|\Z)",
    re.IGNORECASE,
)
_BETWEEN = pattern(
    r"[\s|｜/,，、·•&+–—-]*(?:(?:or|and|및|또는|과|와|或|或者|和|与|と|または)[\s|/,，、·•&+-]*)?", re.IGNORECASE
)
_MAX_BEFORE = 80
"""Characters in front of a link in which its introduction is looked for."""
_MAX_WORDS = 4
"""Largest number of introductions that follow one another: `论文链接：点击查看`."""


def without_introduction(text: str) -> str:
    """Return what stands in front of a link, without the words at its end that only introduce the link."""
    written = text
    for _ in range(_MAX_WORDS):
        if not _ends_like_one(text):
            break
        found = _INTRODUCTION.search(text, max(0, len(text) - _MAX_BEFORE))
        if found is None or (found["blank"] and text != written):
            break
        # A bracket stays until it is known where it is closed.
        text = text[: found.start()] + (found["mark"] or "").strip()
    return text


def _ends_like_one(text: str) -> bool:
    """Return True when the last word of a text may end an introduction: a quick test that most titles fail."""
    end = text[-_MAX_BEFORE:].rstrip(" \t\n:：")
    word = _LAST_WORD.search(end)
    return (word[0].casefold() if word else end[-2:]) in _ENDS or end[-1:] in _ENDS


def is_introduction(label: str) -> bool:
    """Return True when the text of a link says no more than that it is one."""
    return len(label) <= _MAX_BEFORE and not without_introduction(label.strip(_AROUND)).strip(" :：-–—")


def asks_to_read_on(label: str) -> bool:
    """Return True when the text of a link asks to read on, in words that mean nothing else."""
    words = label.strip(_AROUND)
    return words.casefold() in _ALONE or _PHRASE_ALONE.fullmatch(words) is not None


def is_filler(text: str) -> bool:
    """Return True when what stands between links, or behind the last one, only joins or ends them."""
    return _BETWEEN.fullmatch(_without_conclusion(text).strip(_AROUND)) is not None


def without_links(text: str, links: Iterable[tuple[int, int]]) -> str:
    """Return a text without the links at these indices, and without what introduces and joins them."""
    parts: list[str] = []
    position = 0
    for start, end in links:
        between = text[position:start]
        if not (parts and _BETWEEN.fullmatch(between)):
            parts.append(without_introduction(between))
        position = end
    behind = text[position:]
    return "".join([*parts, _without_conclusion(behind) if parts else behind])


def _without_conclusion(behind: str) -> str:
    conclusion = _CONCLUSION.match(behind)
    return behind[conclusion.end() :] if conclusion else behind
