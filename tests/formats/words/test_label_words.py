"""Words by which digests name their parts, some of each language."""

import pytest

from digest_tui.formats.words import labels
from digest_tui.formats.words.labels import field_of, is_part

# Of each table some; a word of several of them counts in each.
WORDS = {
    "TITLE": """
        title|original title|paper name|원제|논문제목|论文|論文|論文題目|paper titles|論文タイトル
    """,
    "AUTHORS": """
        author|first author|researchers|연구자|주저자|论文作者|執筆者
    """,
    "VOTES": """
        vote|like|huggingface upvotes|hugging face upvotes|투표수|업보트수|投票数|upvotes数|高評価|いいね数
    """,
    "LINKS": """
        link|arxiv link|paper link|doi|sources|hf paper|original|project page|view|homepage|arxiv pdf
        huggingface papers|papers cool|논문 보기|논문 주소|논문 읽기|논문 pdf|자세히 보기|pdf 보기|地址
        pdf链接|查看论文|pdf 链接|論文url|論文|論文へのリンク|論文ページ
    """,
    "ABSTRACTS": """
        abstract|overview|highlights|gist|내용|요지|一句话总结|一句话要点|要約|論文概要|一言でいうと
        アブストラクト
    """,
    "DATES": """
        date|publication date|submission date|added|date published|pub date|발표일|공개일|更新日期|日付
        発表日|掲載日
    """,
    "NOTES": """
        comment|코멘트|備考
    """,
    "OTHER_FIELDS": """
        category|subjects|github|institution|journal|field|note|reason|repository|title ko|title ja|점수
        선정 이유|한글 제목|발행처|单位|推荐指数|中文名|会議|評価|コード|和訳タイトル
    """,
    "PARTS": """
        analysis|applications|info|my notes|source info|bibliographic information|at a glance
        further reading|code and data|참고|응용|서지 정보|읽어야 하는 이유|문제점|핵심 포인트|优点|论文解读
        元数据|总体评价|課題|情報源|所感|重要度|コメント|次に読むべき論文は
    """,
    "EXPANDERS": """
        details|click to expand|more|contents|chinese|usage|full summary|abstract english|상세 보기|클릭
        초록 원문|한국어 요약|详情|查看摘要|原文摘要|目次|クリックして展開|英語アブストラクト
    """,
}


def words(table: str) -> list[str]:
    return [word.strip() for row in WORDS[table].splitlines() for word in row.split("|") if word.strip()]


@pytest.mark.parametrize(("table", "word"), [(table, word) for table in WORDS for word in words(table)])
def test_a_word_stands_in_its_table(table: str, word: str) -> None:
    assert labels.normal(f"**{word.upper()}**:") in getattr(labels, table)
    if table not in ("PARTS", "EXPANDERS"):
        assert field_of(word) == labels.normal(word)
    if table != "EXPANDERS":
        assert is_part(word)
