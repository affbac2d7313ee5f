"""A file that is known to be about one paper as a whole, because the entry of a digest says so."""

from digest_tui.formats.shapes.pages import SHAPE, title_of
from digest_tui.formats.shapes.paper import paper_of
from digest_tui.formats.shapes.unit import Unit
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.outline import outline_of
from digest_tui.model import Digest, Paper


def read_page(digest: Digest) -> Paper:
    """The paper that a whole file is about; `digest` is what it is by itself, with at most one paper in it.

    Its lines are those below the header; the one paper that was found in it says which one it is.
    """
    document = Document("\n".join(digest.lines), digest.path, digest.source)
    outline = outline_of(document)
    known = digest.papers[0] if digest.papers else None
    start = document.front_matter.lines.last
    title, named = title_of(document, outline)
    if known is not None:
        title, named = known.title, known.line - 1
    sections = tuple(section for head in outline.heads if head.line != named and (section := head.as_heading))
    unit = Unit(start, len(document.lines), title or digest.title, SHAPE, sections=sections, named=named)
    paper = paper_of(document, Evidence(document), unit, 1)
    if known is None:
        return paper
    kept = known._replace(first=paper.first, last=paper.last, position=1, named=named, excerpt=None)
    links = tuple(dict.fromkeys((*known.links, *paper.links)))
    return kept._replace(
        sections=paper.sections,
        leads=paper.leads,
        images=paper.images,
        videos=paper.videos,
        links=tuple(url for url in links if url not in (known.link, known.alphaxiv_url)),
        authors=known.authors or paper.authors,
        meta=known.meta,
    )
