"""BibTeX entries for arXiv preprints and other papers.

Source: https://info.arxiv.org/help/hypertex/bibstyles/index.html (eprint, archivePrefix).
"""

import re
from collections.abc import Iterable, Iterator

from digest_tui.exporters.registry import Exported
from digest_tui.model.entry import Entry
from digest_tui.model.links import arxiv_url
from digest_tui.model.record import paper_url

_SPECIAL = str.maketrans({"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_"})


def write(papers: Iterable[Exported]) -> Iterator[str]:
    """Yield the lines of one `@misc` entry a paper, with an empty line between two."""
    for number, paper in enumerate(papers):
        if number:
            yield ""
        yield from _misc(paper.entry)


def _misc(entry: Entry) -> Iterator[str]:
    paper = entry.paper
    fields = [("title", f"{{{_value(paper.title)}}}")]
    if paper.authors:
        fields.append(("author", _value(" and ".join(paper.authors))))
    if year := _year(entry):
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
    yield f"@misc{{{_cite_key(entry)},"
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


def _year(entry: Entry) -> str:
    """Return the year of the arXiv id (`2512.07951` is of 2025, `hep-th/9901001` of 1999), else of the digest."""
    arxiv = entry.paper.arxiv
    if arxiv and (match := re.search(r"(\A|/)([0-9]{2})[0-9]{2}", arxiv.id)):
        return f"{'19' if match[1] and match[2] >= '91' else '20'}{match[2]}"
    return str(entry.date.year) if entry.date else ""


def _cite_key(entry: Entry) -> str:
    """Return a key like `kim2512.07951`: stable, and told apart by the id."""
    paper = entry.paper
    family = paper.authors[0].split()[-1] if paper.authors and paper.authors[0].split() else "paper"
    letters = "".join(c for c in family.casefold() if c.isascii() and c.isalnum()) or "paper"
    rest = paper.arxiv.id if paper.arxiv else entry.key.rpartition(":")[2]
    return letters + re.sub(r"[^0-9A-Za-z.]", "", rest)[:24]
