"""The fields of a paper in BibTeX.

Sources: https://info.arxiv.org/help/hypertex/bibstyles/index.html (eprint, archivePrefix, primaryClass),
https://info.arxiv.org/help/doi.html, and the manual of biblatex (doi and url are taken literally).
"""

from __future__ import annotations

from urllib.parse import quote

from digest_tui.exporters.bibtex_names import author_field
from digest_tui.exporters.exported import Exported
from digest_tui.exporters.reference import doi_of
from digest_tui.exporters.tex_text import tex_text
from digest_tui.model.cite_key import paper_year
from digest_tui.model.links import arxiv_url
from digest_tui.model.record import paper_url
from digest_tui.patterns import pattern

_SCHEME = pattern(r"(?i)(?:https?|ftp)://")
_LITERAL = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"<>\\^`{|}')
_IN_DOIS = '"<>^`|'
"""Further characters that stand in DOIs, which are no URLs: `10.1002/(SICI)1097<1661::AID-SIM968>3.0`."""
_CATEGORIES = frozenset({
    "astro-ph", "cond-mat", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph", "nucl-ex", "nucl-th",
    "quant-ph",
})  # fmt: skip
"""Archives that are categories themselves; of an id in another one the category is known only with its subject."""


def fields_of(paper: Exported) -> dict[str, str]:
    """Return what is said about a paper: the values of its fields, without the braces around each."""
    entry, said = paper.entry, paper.entry.paper
    fields = {"title": _title(said.title)}
    if authors := author_field(said.authors):
        fields["author"] = authors
    if year := paper_year(entry):
        fields["year"] = year
    if arxiv := said.arxiv:
        fields |= {"eprint": arxiv.id, "archivePrefix": "arXiv"}
        archive, _, _ = arxiv.id.rpartition("/")
        if "." in archive or archive in _CATEGORIES:
            fields["primaryClass"] = archive
        fields |= {"doi": doi_of(paper), "url": arxiv_url(arxiv)}
        return fields
    if doi := doi_of(paper):
        fields["doi"] = _literal(doi, _LITERAL + _IN_DOIS)
    if (url := paper_url(said)) and _SCHEME.match(url):
        fields["url"] = _literal(url)
    return fields


def _title(title: str) -> str:
    """Return a title in braces of its own, within which no style changes capitals."""
    tex = tex_text(" ".join(title.split()))
    # A command behind a brace of the outermost level is read as a letter with an accent, and the rest in small letters.
    return f"{{{{{tex}}}}}" if tex.startswith("\\") else f"{{{tex}}}"


def _literal(text: str, safe: str = _LITERAL) -> str:
    """Return what is read as no TeX, with all but the characters that may be there percent-encoded."""
    return quote(" ".join(text.split()), safe=safe)
