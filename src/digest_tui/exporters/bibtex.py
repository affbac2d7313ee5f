"""BibTeX entries for arXiv preprints and other papers.

Source: https://info.arxiv.org/help/hypertex/bibstyles/index.html (eprint, archivePrefix).
"""

import re
from collections.abc import Iterator, Sequence

from digest_tui.exporters.exported import Exported
from digest_tui.exporters.merging import Update
from digest_tui.model.cite_key import paper_year
from digest_tui.model.links import arxiv_url
from digest_tui.model.record import paper_url

_SPECIAL = str.maketrans({"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_"})


def update(text: str, papers: Sequence[Exported], *, prune: bool = False) -> Update:
    """Return a file of one `@misc` entry a paper, with an empty line between two."""
    return Update("\n".join("\n".join(_misc(paper)) + "\n" for paper in papers), added=len(papers))


def _misc(exported: Exported) -> Iterator[str]:
    entry, paper = exported.entry, exported.entry.paper
    fields = [("title", f"{{{_value(paper.title)}}}")]
    if paper.authors:
        fields.append(("author", _value(" and ".join(paper.authors))))
    if year := paper_year(entry):
        fields.append(("year", year))
    if paper.arxiv:
        fields += [
            ("eprint", paper.arxiv.id),
            ("archivePrefix", "arXiv"),
            ("doi", f"10.48550/arXiv.{paper.arxiv.id}"),
            ("url", arxiv_url(paper.arxiv)),
        ]
    else:
        if paper.doi:
            fields.append(("doi", paper.doi))
        if url := paper_url(paper):
            fields.append(("url", url.replace("{", "%7B").replace("}", "%7D")))
    *others, last = [f"  {name} = {{{' '.join(value.split())}}}" for name, value in fields]
    yield f"@misc{{{exported.cite_key},"
    yield from (f"{field}," for field in others)
    yield last
    yield "}"


def _value(text: str) -> str:
    """Return a value with balanced braces and escaped specials, TeX in dollars left alone."""
    if text.count("{") != text.count("}"):
        text = text.replace("{", "(").replace("}", ")")
    return "".join(
        part if part.startswith("$") else part.translate(_SPECIAL) for part in re.split(r"(\$[^$]+\$)", text)
    )
