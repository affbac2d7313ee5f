"""A file that is known to be about one paper as a whole, because the entry of a digest says so."""

from digest_tui.formats.shapes.pages import SHAPE, paper_named, title_of
from digest_tui.formats.shapes.paper import paper_of
from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.outline import outline_of
from digest_tui.formats.words.titles import read_headline
from digest_tui.model import Digest, Paper


def read_page(digest: Digest) -> Paper:
    """Return the paper that a whole file is about; `digest` is the file by itself, with at most one paper in it.

    Its lines are those below the header; the one paper that was found in it says which one it is.
    """
    document = Document.of_lines(digest.lines, digest.path, digest.source)
    outline, evidence = outline_of(document), Evidence(document)
    known = digest.papers[0] if digest.papers else None
    start = document.front_matter.lines.last
    title, named = (known.title, known.line - 1) if known is not None else title_of(document, outline)
    if not title and outline.heads and outline.heads[0].level == 1:
        # However short it is: the file is known to be about one paper.
        title, named = read_headline(outline.heads[0].text).title, outline.heads[0].line
    paper_id, version = paper_named(document, outline, evidence)
    span = PaperSpan(
        # The end of the header stands for the line of the title: what follows it speaks of the paper.
        max(0, start - 1),
        len(document.lines),
        title or digest.title,
        SHAPE,
        paper=paper_id,
        version=version,
        sections=tuple(section for head in outline.heads if head.line != named and (section := head.as_heading)),
        title_is_whole=False,
        named=named,
    )
    paper = paper_of(document, span, 1)
    paper = paper._replace(first=start, meta=tuple(line for line in paper.meta if line >= start))
    if known is None:
        return paper
    links = dict.fromkeys((*known.links, *paper.links))
    return known._replace(
        first=start,
        last=paper.last,
        position=1,
        named=named,
        authors=known.authors or paper.authors,
        sections=paper.sections,
        leads=paper.leads,
        images=paper.images,
        videos=paper.videos,
        links=tuple(url for url in links if url not in (known.link, known.alphaxiv_url)),
        meta=tuple(sorted({*known.meta, *paper.meta})),
        excerpt=None,
    )
