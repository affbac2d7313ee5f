"""The links of one line, each with what its text says: a title, or only where it leads."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from digest_tui.formats.words.identifiers import (
    BARE_ID,
    arxiv_from_relative,
    arxiv_from_url,
    doi_from_url,
    is_paper_url,
)
from digest_tui.formats.words.introductions import is_introduction
from digest_tui.formats.words.labels import LINKS, is_field, normal
from digest_tui.formats.words.own_pages import PAGE
from digest_tui.notation.urls import DESTINATION, bare_url_at, destination, is_web_url

_EVENT = re.compile(r"(?P<image>!\[)|(?P<open>\[)|(?P<close>\])|(?P<url>https?://)|(?P<code>`+)", re.IGNORECASE)
_MAX_EVENTS = 512
"""Largest number of brackets and URLs of a line that are read."""
_IMAGE = re.compile(rf"!\[[^\[\]]*\]{DESTINATION.pattern}", re.VERBOSE)
_BRACKET = re.compile(r"[\[\]]")
_MAX_LABEL = 1024
"""Characters of the words of a link in which brackets are looked for."""
_UNFINISHED = re.compile(r"\((?P<url>https?://[^\s()]+)\s*$", re.IGNORECASE)
"""The rest of a link, behind its `]`, that is cut off at the end of its line."""
_PAGE = re.compile(r"https?://(?!(?:[\w.-]+\.)?arxiv\.org/|huggingface\.co/papers(?:/|$))[^/\s]+/[^/\s]", re.IGNORECASE)
_ID_LIKE = re.compile(
    rf"(?:arxiv[:\s]*)?{BARE_ID}(?:v[0-9]+)?|(?:[\w-]+/)?[0-9]{{7}}|10\.[0-9]{{4,}}/\S+", re.IGNORECASE
)
_NUMBER = re.compile(r"[0-9]{4}")
_ID = re.compile(rf"\b{BARE_ID}")
_UNKNOWN_ID = re.compile(r"https?://arxiv\.org/(?:abs|pdf)/\S", re.IGNORECASE)
_PAPER_FILE = re.compile(r"(?:^|/)papers?/[^/]+\.(?:md|html?|pdf|txt)(?:#.*)?$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")

_GENERIC = re.compile(
    r"\b(?:arxiv|pdf|html|abs|abstract|papers?|links?|url|here|read|more|view|full|text|original|source|page|open|doi|hugging"
    r"|face|huggingface|hf|alphaxiv|openreview|on|the|in|to|of|at|v[0-9]+|preprint|project|website|cool|kimi|ar5iv|details?|resources?)\b"
    r"|논문|링크|원문|보기|읽기|바로가기|출처|페이지|자세히|에서|으로|더|허깅페이스|아카이브|상세"
    r"|论文|链接|原文|查看|阅读|地址|全文|详情|点击|下载|主页|页面|到|的|在|上|論文|リンク|を読む|ページ|へ"
)
_PAPER_WORDS = re.compile(r"\b(?:papers?|pdf|abstract|arxiv|preprint|doi|full ?text)\b|논문|원문|论文|原文|論文")
_NO_PAPER_WORDS = re.compile(
    r"\b(?:list|code|github|repo|project|more|all|with)\b|목록|더|코드|列表|代码|更多|一覧|コード"
)
"""Words in the name of a link that leads to a paper, wherever that is, and words that rule it out."""
_MAX_BESIDE = 3
"""Largest number of letters of a label beside such words that make no title of it."""


class Says(Enum):
    """The kind of text that a link has."""

    TITLE = "title"
    PLACE = "place"
    """A text that only says where it leads: `arXiv`, `[PDF]`, an id, a badge."""
    NOTHING = "nothing"
    """A bare URL."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link in a line."""

    start: int
    end: int
    label: str
    url: str
    says: Says
    paper: str | None
    """The identifier of the paper it leads to; None for a link that leads to no paper."""

    @property
    def is_web(self) -> bool:
        """True when it leads to the web rather than beside the digest."""
        return is_web_url(self.url)

    @property
    def is_name(self) -> bool:
        """True when its text is too short for a title, yet is no word that only says where it leads: `R1`, `큐웬`."""
        name = normal(_IMAGE.sub("", self.label))
        said = name in LINKS or is_field(self.label) or _ID_LIKE.fullmatch(name)
        return self.says is Says.PLACE and not said and _LETTER.search(_GENERIC.sub(" ", name)) is not None


@lru_cache(maxsize=512)
def anchors(line: str) -> tuple[Anchor, ...]:
    """Return the links of a line, in order; images that are no links are passed over."""
    if "](" not in line and "://" not in line:
        return ()
    if (whole := _whole_link(line)) is not None:
        return (whole,)
    found: list[Anchor] = []
    opened: list[tuple[int, bool]] = []
    position = 0
    for _ in range(_MAX_EVENTS):
        event = _EVENT.search(line, position)
        if event is None:
            break
        position = event.end()
        if event["code"]:
            closing = line.find(event["code"], position)
            position = closing + len(event["code"]) if closing >= 0 else position
        elif event["image"] or event["open"]:
            opened.append((event.start(), bool(event["image"])))
        elif event["url"]:
            if bare := _bare_link(line, event.start()):
                found.append(bare)
                position = bare.end
        elif (match := DESTINATION.match(line, event.end())) or (match := _UNFINISHED.match(line, event.end())):
            position = match.end()
            start, is_image = opened.pop() if opened else (event.start(), False)
            if is_image:
                continue
            inner = line[start + 1 : event.start()]
            # A URL that is the text of a link is not a second link.
            found = [anchor for anchor in found if anchor.start < start]
            url = match["url"] if "url" in match.re.groupindex else destination(match)
            if url and (not url.startswith("#") or url.startswith("#/")):
                found.append(_anchor(start, match.end(), inner, url))
        elif opened:
            opened.pop()
    return tuple(found)


def _bare_link(line: str, start: int) -> Anchor | None:
    url = bare_url_at(line, start)
    if url is None:
        return None
    end = start + len(url)
    if line[start - 1 : start] == "<" and line[end : end + 1] == ">":
        start, end = start - 1, end + 1
    return Anchor(start, end, url, url, Says.NOTHING, paper_of(url))


def _whole_link(line: str) -> Anchor | None:
    """Return the link that a line is, where brackets in it are no pairs: `[f[i] and ](t) brackets](https://…)`."""
    closing = line.rfind("](")
    if not line.startswith("[") or not line.endswith(")") or line.find("[", 1, closing) < 0 or closing > _MAX_LABEL:
        return None
    match = DESTINATION.match(line, closing + 1)
    if match is None or match.end() < len(line) or not is_web_url(url := destination(match)):
        return None
    label = line[1:closing]
    if "](http" in label or "![" in label or opening_bracket(line, closing) != 0:
        return None
    return _anchor(0, len(line), label, url)


def opening_bracket(text: str, closing: int) -> int | None:
    """Return the index of the bracket that opens a label; titles hold brackets of their own, not always in pairs."""
    unclosed: list[int] = []
    for match in _BRACKET.finditer(text, 0, closing):
        if match[0] == "[":
            unclosed.append(match.start())
        elif unclosed:
            unclosed.pop()
    if not unclosed:
        first = text.find("[", 0, closing)
        return first if first >= 0 else None
    begins_with_label = not text[: unclosed[0]].strip()
    return unclosed[0] if begins_with_label else unclosed[-1]


def _anchor(start: int, end: int, label: str, url: str) -> Anchor:
    return Anchor(start, end, label, url, says(label), paper_of(url) or _named_paper(label, url))


def preferred(papers: Iterable[str | None]) -> str | None:
    """Choose among links beside one another: arXiv before a publisher's page of the same paper, else the first."""
    known = [paper for paper in papers if paper]
    return next((paper for paper in known if paper.startswith("arxiv:")), next(iter(known), None))


def paper_of(url: str) -> str | None:
    """Return the identifier of the paper a link leads to, the same for each of a paper's pages."""
    if not is_web_url(url):
        arxiv = arxiv_from_relative(url)
        is_page = url.startswith(PAGE) or _PAPER_FILE.search(url)
        return f"arxiv:{arxiv.id}" if arxiv else f"file:{url}" if is_page else None
    if arxiv := arxiv_from_url(url):
        return f"arxiv:{arxiv.id}"
    if doi := doi_from_url(url):
        return f"doi:{doi.casefold()}"
    return f"url:{url.rstrip('/')}" if is_paper_url(url) or _UNKNOWN_ID.match(url) else None


def _named_paper(label: str, url: str) -> str | None:
    """Return the identifier of a paper whose link says that it is one, wherever it leads."""
    page = _PAGE.match(url)
    name = normal(label)
    is_paper = _PAPER_WORDS.search(name) and not _NO_PAPER_WORDS.search(name) and says(label) is Says.PLACE
    return f"url:{url.rstrip('/')}" if page and is_paper else None


def says(label: str) -> Says:
    """Return the kind of text that a link has."""
    text = _IMAGE.sub("", label).strip()
    if not text:
        return Says.PLACE
    if is_web_url(text):
        return Says.NOTHING
    name = normal(_ID.sub(" ", text) if _NUMBER.search(text) else text)
    if name in LINKS or is_field(text) or is_introduction(text):
        return Says.PLACE
    if _ID_LIKE.fullmatch(text.strip("[]()*` ")):
        return Says.PLACE
    return Says.PLACE if len(_LETTER.findall(_GENERIC.sub(" ", name))) <= _MAX_BESIDE else Says.TITLE
