"""The words by which digests name their fields, columns, links and sections: data, in four languages.

A word that is missing here is the first thing to add when a digest is misread. Words are compared as `normal` makes
them: case-folded, without the marks, numbers and emoji around them.
"""

import re
import unicodedata
from functools import lru_cache

from digest_tui.formats.words.letters import weight
from digest_tui.model.facets import facet_of

_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_NUMBERING = re.compile(
    r"^(?:[0-9]{1,2}|[ivx]{1,4}|[a-z])[.)、]\s*|^[①-⑳]\s*|^[一二三四五六七八九十]{1,3}[、.]\s*|^[0-9]{1,2}\s+(?=[^\W\d])"
)
_GLOSS = re.compile(r"([^()（）/]+)(?:[(（]([^()（）]+)[)）]|\s?/\s?([^()（）/]+))\W*$")
"""A label and the same in another language."""
_INNER = re.compile(r"[^\w+#]+")
COLON = r"(?:\s*+[:：]\s*+(?(mark)(?P=mark))|(?(mark)(?P=mark)\s*+[:：]|[:：]))"
"""The end of a label: a colon inside or outside of the emphasis which a group `mark` of the same expression opened."""


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """Return a label as the tables of this module hold it."""
    text = unicodedata.normalize("NFKC", text[:200]).casefold()
    text = _EDGES.sub("", text)
    text = _EDGES.sub("", _NUMBERING.sub("", text))
    return _INNER.sub(" ", text).strip()


def _words(text: str) -> frozenset[str]:
    return frozenset(normal(word) for word in text.split("|") if word.strip())


TITLE = _words(
    "title|paper title|paper|papers|name|original title|english title|title en|article|paper name"
    "|제목|논문 제목|논문명|논문|원제|원제목|영문 제목|논문제목"
    "|标题|題目|题目|论文标题|论文题目|论文名称|论文名|论文|原文标题|英文标题|原标题|文章标题|文章|論文"
    "|論文名|題名|原題|標題|論文標題|論文題目|文獻|文献|문헌|titles|paper titles"
    "|タイトル|論文タイトル"
)
AUTHORS = _words(
    "author|authors|author s|by|first author|authors list|author list|written by|researchers"
    "|저자|저자들|저자 목록|제1저자|연구자|작성자|공동저자|주저자"
    "|著者|著者名|作者|作者列表|作者信息|论文作者|第一作者|作者们|研究者|執筆者"
)
VOTES = _words(
    "vote|votes|upvote|upvotes|up votes|like|likes|hf upvotes|hf votes|huggingface upvotes"
    "|hugging face upvotes"
    "|추천|추천수|추천 수|좋아요|투표|투표수|업보트|업보트 수|득표|득표수|업보트수"
    "|点赞|点赞数|点赞量|赞|赞数|赞同|票数|投票|投票数|得票|得票数|hf点赞|点赞数量|支持数|upvote数|upvotes数"
    "|高評価"
    "|いいね|いいね数"
)
LINKS = _words(
    "link|links|url|urls|arxiv|arxiv id|arxiv link|arxiv url|arxiv page|pdf|pdf link|pdf url|paper link"
    "|paper links|paper url|paper page|id|paper id|doi|abs|abstract page|abstract url|source|sources"
    "|hugging face|huggingface|hf|hf link|hf page|hf paper|read|read more|full text|full paper|original"
    "|original paper|alphaxiv|openreview|arxiv abs|project|project page|html|resources|paper|view"
    "|view on arxiv|read paper|read the paper|abstract|homepage|paper arxiv|arxiv paper|arxiv pdf"
    "|huggingface paper|hugging face paper|huggingface papers|hf papers|papers cool"
    "|링크|논문 링크|논문 url|원문|원문 링크|원문 보기|논문 보기|논문 원문|출처|주소|바로가기|논문 주소"
    "|아카이브|pdf 링크|arxiv 링크|허깅페이스|논문|논문 읽기|논문 바로가기|논문 페이지|hf 페이지|논문 pdf"
    "|원문보기|자세히 보기|pdf 보기"
    "|链接|論文鏈接|论文链接|论文地址|原文链接|原文|地址|来源|下载|论文原文|原文地址|文章链接|pdf链接"
    "|arxiv链接|论文 id|链接地址|详情链接|论文|阅读原文|查看论文|论文页面|论文pdf|pdf下载|arxiv 链接|pdf 链接"
    "|阅读论文|查看原文|原论文|論文url|出典|論文"
    "|リンク|論文リンク|原文リンク|論文へのリンク|ソース|論文を読む|論文ページ"
)
"""Names of links to a paper, as a label before them or as their text."""
ABSTRACTS = _words(
    "abstract|summary|tl dr|tldr|ai summary|overview|description|one line summary|key points|highlights"
    "|in short|gist"
    "|초록|요약|한줄 요약|한 줄 요약|핵심 요약|개요|내용|설명|핵심|핵심 내용|논문 요약|요지"
    "|摘要|中文摘要|英文摘要|总结|概述|简介|一句话总结|内容|核心内容|ai总结|核心贡献|核心思想|一句话要点"
    "|论文摘要|要旨|概要|要約|論文要約|論文概要"
    "|まとめ|ひとことまとめ|一言でいうと|一言まとめ|アブストラクト"
)
DATES = _words(
    "date|publish date|published|published date|publication date|submitted|submit date|submission date"
    "|updated|day|update date|release date|posted|added|announced|submitted date|published on|date published"
    "|pub date"
    "|발행일|날짜|게시일|등록일|제출일|발표일|출판일|일자|작성일|공개일"
    "|日期|发布日期|发布时间|发表日期|发表时间|提交日期|更新日期|时间|更新时间|发布|提交时间|公開日|日付"
    "|投稿日|発表日|掲載日"
)
NOTES = _words("comment|comments|journal ref|note|notes|코멘트|비고|备注|評論|コメント|備考")
"""Fields whose links lead to other papers, such as the one that this one supersedes."""
OTHER_FIELDS = _words(
    "category|categories|primary category|main category|subject|subjects|tags|keywords|keyword|code|github"
    "|comment|comments|affiliation|affiliations|institution|institutions|organization|venue|journal"
    "|conference|score|relevance|rating|topic|topics|field|research areas|task|datasets|dataset|demo|note"
    "|notes|model|models|video|relevance score|reason|citations|citation count|journal ref|repo|repository"
    "|why recommended|title zh|title ko|title ja"
    "|카테고리|분류|분야|키워드|태그|코드|소속|기관|점수|학회|관련도|중요도|난이도|깃허브|추천 이유|선정 이유"
    "|주제|출판|번역 제목|한글 제목|한국어 제목|국문 제목|발행처"
    "|分类|类别|领域|关键词|标签|代码|代码链接|机构|单位|评分|得分|相关性|会议|期刊|备注|推荐理由|推荐指数"
    "|推荐等级|主题|中文标题|中文翻译|译名|中文题目|标题翻译|中文名|引用数|研究机构|基本信息|分野|所属|会議"
    "|評価"
    "|カテゴリ|キーワード|タグ|コード|スコア|日本語タイトル|和訳タイトル"
)
PARTS = _words(
    "analysis|details|strengths|key insights|insights|applications|related work|references|metadata|info"
    "|information|figures|figure|images|citation|bibtex|my notes|review|critique|verdict|meta|source info"
    "|paper info|basic info|basic information|bibliographic information|comment|quick facts|at a glance"
    "|next steps|related papers|further reading|code and data"
    "|주요 내용|분석|상세|상세 내용|상세 요약|장점|강점|참고|참고 문헌|참고문헌|관련 연구|관련 논문|활용|응용"
    "|원본|코멘트|논문 정보|기본 정보|메타 정보|서지 정보|출처 정보|한줄평|총평|느낀 점|읽어야 하는 이유"
    "|핵심 키워드|인사이트|문제점|핵심 포인트"
    "|亮点|核心亮点|价值|应用|分析|详情|详细内容|优点|参考文献|相关工作|相关论文|核心观点|点评|锐评|论文解读"
    "|代表工作|主要工作|核心关键词|评价|论文信息|元信息|元数据|速览|一句话|研究内容|实验设计|总体评价"
    "|详细总结|应用价值|主要内容|详细摘要|论文详细总结|核心要点|課題|応用|詳細|先行研究|関連研究|情報源"
    "|書誌情報|基本情報|論文情報|所感|感想|要点|重要度"
    "|読む理由|原論文との対応|コメント|ポイント|次に読むべき論文は"
)
"""Names of the parts of a paper's text beside those that `model.facets` knows."""
EXPANDERS = _words(
    "details|detail|show|show more|show details|click to expand|click to view|click here|expand|more"
    "|read more|view|view more|toc|table of contents|contents|summary in english|english|korean|chinese"
    "|japanese|full abstract|show abstract|code|bibtex|usage|expand to see|see more|open|full summary"
    "|english abstract|abstract english"
    "|펼치기|접기|더 보기|더보기|자세히|자세히 보기|상세 보기|상세보기|요약 보기|초록 보기|목차|클릭"
    "|영문 초록|원문 초록|내용 보기|초록 원문|abstract 보기|한국어 요약"
    "|展开|点击展开|查看|查看详情|查看更多|点击查看|详情|目录|订阅|英文摘要|展开全文|点击查看摘要|查看摘要"
    "|详细信息|英文原文摘要|展开摘要|原文摘要|点击展开摘要|詳細|目次"
    "|詳しく|開く|もっと見る|クリックして展開|続きを読む|詳細を見る|英語アブストラクト"
)
"""Texts of a `<summary>` that are no title."""

UPDATED = re.compile(
    r"\W*+(?:(?:last[ -]+)?(?:updated?|generated|modified|created)\b|(?:最近|最后|最終)?(?:更新|生成)"
    r"|갱신|최종 수정|마지막 업데이트|업데이트|생성)",
    re.IGNORECASE,
)
"""The beginning of a line that says when the file was written, not which day it is about."""
_ASIDE = re.compile(
    r"\b(?:references?|bibliography|related (?:work|papers?|reading)|further reading|see also|citations?|trends?"
    r"|table of contents|contents|toc|archives?|statistics|stats|usage|installation|license|contributing"
    r"|acknowledg\w*|changelog|star history|sponsors?|recommended reading|prior work|previous|editor'?s? note)\b"
    r"|참고|관련 논문|관련 연구|트렌드|동향|통계|목차|아카이브|사용법|설치|라이선스|광고|더 읽|이전 논문"
    r"|감사의|감사 인사|편집 ?후기"
    r"|参考|相关论文|相关工作|趋势|统计|目录|归档|往期|历史|使用|安装|许可|致谢|订阅|排行榜|扩展阅读|延伸阅读|拓展阅读"
    r"|関連論文|関連研究|傾向|トレンド|目次|アーカイブ|使い方|ライセンス|編集後記|謝辞",
    re.IGNORECASE,
)
_MAX_BESIDE_ASIDE = 24
"""Largest weight of a heading beside such words: with more it is a title, `Checking Citations with Dice`."""

_FIELDS = TITLE | AUTHORS | VOTES | LINKS | ABSTRACTS | DATES | NOTES | OTHER_FIELDS
_PARTS = _FIELDS | PARTS


def is_aside(heading: str) -> bool:
    """Return True when a heading announces lists and tables that speak about papers and list none."""
    found = _ASIDE.search(heading)
    if found is None:
        return False
    rest = heading[found.end() :].strip()
    return weight(heading[: found.start()] + rest) <= _MAX_BESIDE_ASIDE or rest.startswith((":", "："))


def field_of(label: str) -> str:
    """Return the field that a label (`**Authors**`, `저자 (Authors)`) names, as these tables hold it; else empty."""
    name = normal(label)
    if name in _FIELDS:
        return name
    gloss = _GLOSS.match(label[:60])
    if gloss is None:
        return ""
    # `Title (57 upvotes)` names no field.
    parts = (part for part in gloss.groups() if part and not part[0].isdigit())
    return next((name for part in parts if (name := normal(part)) in _FIELDS), "")


def is_field(label: str) -> bool:
    """Return True when a label names a field of a paper."""
    return field_of(label) != ""


def is_part(label: str) -> bool:
    """Return True when a label or a heading names a field of a paper or a part of its text."""
    return normal(label) in _PARTS or facet_of(label) is not None
