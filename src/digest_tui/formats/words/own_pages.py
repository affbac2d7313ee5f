"""Pages beside the digests: the targets of links to them, and those that are about no paper whatever they name."""

import re
from collections.abc import Iterable

from digest_tui.notation.urls import is_web_or_relative, is_web_url
from digest_tui.patterns import pattern

PAGE = "page:"
"""Prefix of a link to a file that is about one paper, while the formats read: no digest writes it."""
_PAGE_ENDINGS = ("md", "mdx", "qmd", "rmd", "markdown", "html", "htm", "pdf", "txt", "org", "rst")
_ENDING = pattern(r"\.([A-Za-z][A-Za-z0-9]{0,7})$")
_ELSEWHERE = pattern(
    r"(?:^|/)(?:topics?|tags?|categor\w*|archives?|authors?|venues?|templates?|scripts?|assets?)/"
    r"|(?:^|/)(?:readme|index|license|contributing|changelog)(?:\.\w+)?$"
    r"|^[./]*(?:todo|install\w*|about|home|faq|usage|setup|guide|dashboard|stats|statistics|sitemap|search|feed)(?:\.\w+)?$",
    re.IGNORECASE,
)
"""Pages that are about no paper: lists of others, and what every repository has."""
_OF_NO_PAPER = pattern(r"(?:404|about(?:[-_ ]?me)?|contributing|code[-_]of[-_]conduct)(?:[-_]\w\w)?", re.IGNORECASE)
_CV = pattern(r"(?:cv|r[eé]sum[eé]|vita)(?:[-_]\w\w)?", re.IGNORECASE)
_OF_A_CV = pattern(
    r"(?:curriculum vitae|r[eé]sum[eé]|education|(?:\w+ )?experience|employment|학력|경력|教育(?:背景|经历)?|学歴)",
    re.IGNORECASE,
)
"""Headings that tell the life of an author from a list of papers on computer vision."""
_GUIDES = pattern(r"(?:^|/)(?:docs?|guides?|src|wiki)/", re.IGNORECASE)


def leads_to_page(url: str) -> bool:
    """Return True when a link leads to a page beside the digest that may be about one thing."""
    page = url.partition("#")[0].partition("?")[0].rstrip("/")
    if not page or is_web_url(url) or not is_web_or_relative(page) or _ELSEWHERE.search(page):
        return False
    ending = _ENDING.search(page)
    return ending is None or ending[1].lower() in _PAGE_ENDINGS


def leads_to_guide(url: str) -> bool:
    """Return True when a link leads to where a repository keeps its documentation."""
    return _GUIDES.search(url) is not None


def is_of_the_author(name: str, headings: Iterable[str]) -> bool:
    """Return True when a page of this name, without its ending, is about its author: what it names is an example."""
    if _CV.fullmatch(name):
        return any(_OF_A_CV.fullmatch(heading.strip()) for heading in headings)
    return _OF_NO_PAPER.fullmatch(name) is not None
