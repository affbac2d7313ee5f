"""What links to pages beside the digest lead to."""

import re

from digest_tui.formats.words.urls import is_web_or_relative, is_web_url

_PAGE_ENDINGS = ("md", "mdx", "qmd", "rmd", "markdown", "html", "htm", "pdf", "txt", "org", "rst")
_ENDING = re.compile(r"\.([A-Za-z][A-Za-z0-9]{0,7})$")
_ELSEWHERE = re.compile(
    r"(?:^|/)(?:topics?|tags?|categor\w*|archives?|authors?|venues?|templates?|scripts?|assets?)/"
    r"|(?:^|/)(?:readme|index|license|contributing|changelog)(?:\.\w+)?$"
    r"|^[./]*(?:todo|install\w*|about|home|faq|usage|setup|guide|dashboard|stats|statistics|sitemap|search|feed)(?:\.\w+)?$",
    re.IGNORECASE,
)
"""Pages that are about no paper: lists of others, and what every repository has."""
_GUIDES = re.compile(r"(?:^|/)(?:docs?|guides?|src|wiki)/", re.IGNORECASE)


def leads_to_page(url: str) -> bool:
    """Whether a link leads to a page beside the digest that may be about one thing."""
    page = url.partition("#")[0].partition("?")[0].rstrip("/")
    if not page or is_web_url(url) or not is_web_or_relative(page) or _ELSEWHERE.search(page):
        return False
    ending = _ENDING.search(page)
    return ending is None or ending[1].lower() in _PAGE_ENDINGS


def leads_to_guide(url: str) -> bool:
    """Whether a link leads to where a repository keeps its documentation."""
    return _GUIDES.search(url) is not None
