"""Headings that divide the text of one paper, which the heading above them names."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.outline import Head, Outline
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.identifiers import arxiv_from_text
from digest_tui.formats.words.labels import is_aside, is_part
from digest_tui.formats.words.letters import weight
from digest_tui.formats.words.part_names import may_name_part
from digest_tui.formats.words.titles import read_headline
from digest_tui.model.dates import date_in
from digest_tui.patterns import pattern

_COLLECTION = pattern(
    r"\b(?:papers|daily|weekly|monthly|digest|newsletter|news|briefing|today'?s?|picks?|reading list|round-?up|arxiv"
    r"|hugging ?face|top [0-9]+|trending|new submissions|topics?|categor(?:y|ies)|themes?)\b"
    r"|논문들|논문 ?(?:모음|목록)|오늘|일일|주간|데일리|모음|추천|스터디|주제|분야|뉴스|브리핑"
    r"|今日|每日|日报|周报|月报|精选|速递|汇总|论文(?:推荐|列表|合集)|主题|专题|新闻"
    r"|本日|論文(?:一覧|まとめ)|おすすめ|テーマ|カテゴリ|ニュース",
    re.IGNORECASE,
)
"""Words of a heading that rules several papers."""
_WEAKLY = pattern(
    r"\b(?:(?:paper )?reviews?|notes|posts|summar(?:y|ies))\b|논문 ?(?:리뷰|소개|정리|요약)|论文(?:解读|笔记)"
    r"|論文(?:紹介|メモ)|まとめ",
    re.IGNORECASE,
)
"""Words that say so only where a heading says hardly anything else: `[논문 리뷰] …` opens a title."""
_MAX_BESIDE, _MAX_BESIDE_WEAK = 30, 6
"""Largest weight beside such words: with more it is a title, `Daily Rhythms of Kettles in Crowded Gardens`."""
_NUMBERED = pattern(
    r"\W*(?:(?:part|section|chapter|step)\s?[0-9ivx]{1,3}\b|[ivx]{1,4}[.)]\s|[제第]\s?[0-9一二三四五六七八九十]{1,3}\s?[장절章节節])",
    re.IGNORECASE,
)
_SEVERAL = 3
"""Fewest headings in a row that say by their number and their length alone that they are parts."""
_MAX_PART = 24
"""Largest average weight of such headings; the title above them says more."""
_MIN_TITLE, _LONG_TITLE, _MAX_TITLE = 16, 24, 500


def with_ruled_parts(document: Document, outline: Outline, evidence: Evidence) -> Outline:
    """Return the outline in which headings that divide the text of one paper are parts, whatever they are called.

    They stand side by side below the title of a paper, no two of them lead to papers of their own, and they read like
    parts: by their words, or numbered and short below a longer title.
    """
    families: dict[tuple[int | None, int], list[int]] = {}
    for number, head in enumerate(outline.heads):
        families.setdefault((outline.parents[number], head.level), []).append(number)
    parts = {
        number
        for (parent, _), members in families.items()
        if len(members) > 1 and _are_parts(document, outline, evidence, parent, members)
        for number in members
    }
    if not parts:
        return outline
    return Outline(
        tuple(replace(h, is_part=True, ruled=True) if n in parts else h for n, h in enumerate(outline.heads))
    )


def _are_parts(
    document: Document, outline: Outline, evidence: Evidence, parent: int | None, members: Sequence[int]
) -> bool:
    heads = [outline.heads[number] for number in members]
    title = _ruling_title(document, outline, parent)
    if not title or not _lead_to_one(evidence, heads) or any(map(_is_title, heads)):
        return False
    read = [(head, read_headline(head.text)) for head in heads]
    by_words = [head.is_part or may_name_part(headline.title) for head, headline in read]
    numbers = [headline.numbered or _NUMBERED.match(head.text) is not None for head, headline in read]
    numbered = any(numbers)
    if numbered and not _is_one_run(numbers, by_words):
        return False
    said = [weight(headline.title) for _, headline in read]
    short = sum(said) <= _MAX_PART * len(said) and weight(title) >= max(_MIN_TITLE, sum(said) * 3 / (2 * len(said)))
    many = sum(by_words) * 2 >= len(heads)
    below = weight(title) >= max(_LONG_TITLE, sum(said) / len(said)) and _is_linked_at_its_end(evidence, heads[-1])
    return all(by_words) or (numbered and (many or (len(heads) >= _SEVERAL and (short or below))))


def _is_linked_at_its_end(evidence: Evidence, head: Head) -> bool:
    """Return True when the last words below a heading are the link: it stands behind the parts, not below a title."""
    lines = (number for number in range(head.last - 1, head.line, -1) if evidence.text(number).strip(" \t-*_"))
    last = list(islice(lines, 2))
    return len(last) > 1 and bool(evidence.line(last[0]).papers)


def _is_one_run(numbers: Sequence[bool], by_words: Sequence[bool]) -> bool:
    """Return True when numbered headings follow one another, with none beside them but such as `Links`."""
    first, last = numbers.index(True), len(numbers) - numbers[::-1].index(True)
    beside = (*by_words[:first], *by_words[last:])
    return all(numbers[first:last]) and all(beside) and (not beside or last - first > 1)


def _ruling_title(document: Document, outline: Outline, parent: int | None) -> str:
    """Return the title of the one paper that the headings below may divide; empty for what rules several, or a day."""
    while parent is not None and outline.heads[parent].is_part:
        parent = outline.parents[parent]
    if parent is None:
        title = document.front_matter.fields.get("title", "")
    else:
        head = outline.heads[parent]
        title = "" if head.day or is_aside(head.text) else read_headline(head.text).title
    return "" if is_part(title) or _is_collection(title) or date_in(title[:_MAX_TITLE]) else title


def _is_collection(title: str) -> bool:
    for words, most in ((_COLLECTION, _MAX_BESIDE), (_WEAKLY, _MAX_BESIDE_WEAK)):
        found = words.search(title)
        if found and weight(title[: found.start()] + title[found.end() :]) <= most:
            return True
    return False


def _is_title(head: Head) -> bool:
    """Return True when a heading leads to a paper itself, or says a day."""
    linked = any(anchor.paper or anchor.says is Says.TITLE for anchor in anchors(head.text))
    return linked or head.day is not None or arxiv_from_text(head.text) is not None


def _lead_to_one(evidence: Evidence, heads: Sequence[Head]) -> bool:
    """Return True when the lines of links below these headings, or else the only mention, lead to one paper."""
    below = [[evidence.line(number) for number in range(head.line + 1, head.last)] for head in heads]
    papers = [{paper for line in lines for paper in line.papers} for lines in below]
    if any(papers):
        return len(set().union(*papers)) == 1 or sum(map(bool, papers)) == 1
    return len({paper for lines in below for line in lines for paper in line.mentions}) == 1
