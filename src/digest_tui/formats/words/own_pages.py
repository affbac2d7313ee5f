"""Links to pages beside the digest, as Markdown, Obsidian, Jekyll and Hugo write them."""

import re

from digest_tui.formats.words.letters import letters
from digest_tui.formats.words.urls import is_web_or_relative, is_web_url

_WIKI_LINK = re.compile(
    r"`[^`\n]*`|\$[^$\n]*\$|(?<!!)\[\[(?P<page>[^\[\]|<>\n\\]+)(?:\\?\|(?P<words>[^\[\]\n]*))?\]\](?!\()"
)
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


def with_links(text: str) -> str:
    """A text whose `[[page|words]]` are links of Markdown; what stands in code and TeX stays, ids do too."""
    return _WIKI_LINK.sub(_as_link, text) if "[[" in text else text


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


def _as_link(link: re.Match[str]) -> str:
    page = (link["page"] or "").strip()
    words = (link["words"] or "").strip() or page.partition("#")[0].rpartition("/")[2]
    return f"[{words}](<{page}>)" if letters(words) else link[0]
