"""Papers as one page of HTML that needs nothing else, and prints well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from digest_tui.counts import counted
from digest_tui.errors import ExportError
from digest_tui.exporters.exported import Exported
from digest_tui.exporters.html_blocks import html_blocks, html_inline, html_link
from digest_tui.exporters.html_style import STYLE
from digest_tui.exporters.merging import Update
from digest_tui.exporters.paper_parts import note_blocks, paper_parts, title_content
from digest_tui.patterns import pattern

_OURS = '<meta name="generator" content="digest-tui">'
_ARTICLE = pattern(r'(?s)<article id="([^"]*)".*?</article>')
_HANGUL = pattern("[가-힣]")
_LEVEL = 2


def update(text: str, papers: Sequence[Exported], *, prune: bool = False) -> Update:
    """Write the whole page anew; raises ExportError where it is not ours."""
    if text.strip() and _OURS not in text.partition("</head>")[0]:
        raise ExportError("it is not a page that `digest-tui export` wrote, so it is left as it is.")
    before = {found[1]: found[0] for found in _ARTICLE.finditer(text)}
    articles = {_anchor(paper): _article(paper) for paper in papers}
    there = [anchor for anchor in articles if anchor in before]
    changed = sum(articles[anchor] != before[anchor] for anchor in there)
    return Update(
        "".join(_page(papers, list(articles.values()))),
        len(articles) - len(there),
        changed,
        len(there) - changed,
        len(before) - len(there),
    )


def _page(papers: Sequence[Exported], articles: Sequence[str]) -> Iterator[str]:
    language = _language("".join(articles[:20]))
    count = counted(len(articles), "paper")
    yield f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
{_OURS}
<title>{count}</title>
<style>
{STYLE}</style>
</head>
<body>
<header>
<h1>{count}</h1>
<nav aria-label="Contents">
<ol>
"""
    for paper in papers:
        title = html_inline(title_content(paper.entry.paper.title))
        day = f" <time>{paper.entry.date.isoformat()}</time>" if paper.entry.date else ""
        yield f'<li><a href="#{_anchor(paper)}">{title}</a>{day}</li>\n'
    yield "</ol>\n</nav>\n</header>\n<main>\n"
    for article in articles:
        yield f"{article}\n"
    yield "</main>\n</body>\n</html>\n"


def _anchor(paper: Exported) -> str:
    """Return the name of a paper within the page."""
    return quote(paper.key, safe=":/.").replace("_", "%5F").replace("%", "_")


def _article(paper: Exported) -> str:
    parts = paper_parts(paper, _LEVEL)
    title = html_inline(parts.title) or "-"
    facts = f'<p class="facts">{html_inline(parts.facts)}</p>'
    note = html_blocks(note_blocks(parts))
    body = html_blocks(parts.summary)
    heading = f"<h2>{html_link(title, parts.url) if parts.url else title}</h2>"
    inner = "\n".join(part for part in (heading, facts, note, body) if part)
    return f'<article id="{_anchor(paper)}" lang="{_language(body)}">\n{inner}\n</article>'


def _language(text: str) -> str:
    return "ko" if _HANGUL.search(text) else "en"
