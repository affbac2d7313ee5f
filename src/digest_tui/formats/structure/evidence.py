"""The paper that a run of lines is about, as far as its links and ids say; what it merely cites does not count."""

import re
from dataclasses import dataclass

from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.anchors import Anchor, Says, anchors, paper_of
from digest_tui.formats.words.identifiers import BARE_ID, arxiv_from_text
from digest_tui.formats.words.inline_html import markdown_of
from digest_tui.formats.words.labels import (
    ABSTRACTS,
    AUTHORS,
    COLON,
    LINKS,
    NOTES,
    TITLE,
    field_of,
    is_aside,
    is_field,
    normal,
)

_MARKS = re.compile(r"^[\s>]*(?:(?:[-*+•]|[0-9]{1,3}[.)])\s+)*")
_LABEL = re.compile(
    r"(?:[^\w\s*_\[\]<>`|]{1,6}+\s?)?+(?P<mark>\*\*|__|\*|_)?[^\w\s*_\[\]]*\s*(?P<label>[\w][^:：*|\n\[\]]{0,30}?)"
    rf"{COLON}"
)
_DATED = re.compile(r"[^\w\s]*\s*\|?\s*[^\w\s]*\s*(?P<label>\w[^|:：]{0,20}?)\s*\|")
"""The first cell of a row that holds a name and a value."""
_ATTRIBUTE = re.compile(rf"""(?:arxiv|paper)[-_]?id\s*=\s*["']?(?P<id>{BARE_ID})""", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters that say as much as two of the Latin alphabet."""
_FIELDS = re.compile(r"\s+[|｜·•]\s+|\s+(?=\*\*[^*\n]{2,24}[:：])")
"""The mark between the fields of one line."""
_MAX_FIELDS = 600
"""Largest number of characters of a line of several fields."""
_DOI_TEXT = re.compile(r"\bdoi\s*[:：]\s*(?P<doi>10\.[0-9]{4,9}/[^\s<>\"]+)", re.IGNORECASE)
_OPENING_ID = re.compile(rf"\W*arxiv\s*(?:id)?\s*[:：]?\s*(?P<id>{BARE_ID})(?![0-9])", re.IGNORECASE)
_LEAD = re.compile(r"[\s>*+-]*[^\w\s*]*\s*(?P<mark>\*\*|__)(?P<lead>[^*_\n]{1,30}?)[:：]?(?P=mark)")
_REFERENCE = re.compile(r"[\s>]*(?:[-*+•]|[0-9]{1,3}[.)]|\[\^?[0-9]{1,3}\])\s")
_NOTE = re.compile(r"\s{0,3}\[\^[^\[\]]{1,40}\]:")
_CODE = re.compile(r"`[^`\n]*`")
_NUMBER = re.compile(r"[0-9]{4}")
_ID = re.compile(rf"(?:arxiv\s*[:：]?\s*)?(?<![\w./-]){BARE_ID}(?:v[0-9]+)?", re.IGNORECASE)
_MAX_RESIDUE = 18
"""Largest number of letters beside the links of a line that is there for its links."""
_MAX_BESIDE_ID = 10
"""Largest number of letters beside an id that is no link."""
_HINT = re.compile(r"://|\]\(|rxiv|href|doi|[-_ \W]id|[0-9]{4}\.[0-9]{4}|/[0-9]{7}", re.IGNORECASE)
"""The signs without which a line cannot lead to a paper."""


@dataclass(frozen=True, slots=True)
class LineEvidence:
    """The evidence of one line for which paper is meant."""

    papers: tuple[str, ...] = ()
    """Papers that the links of a line that is there for its links lead to."""
    mentions: tuple[str, ...] = ()
    """Papers that links such as `[PDF]` lead to in a line that says more."""
    cites: tuple[str, ...] = ()
    """Papers that links lead to whose text is a title."""
    label: str = ""
    """The field that opens the line, as `labels.normal` writes it."""


_NOTHING = LineEvidence()


class Evidence:
    """The evidence of a document's lines, worked out line by line when first asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[int, LineEvidence] = {}

    def line(self, number: int) -> LineEvidence:
        """Return what a line says; lines of code and footnotes say nothing."""
        known = self._known.get(number)
        if known is None:
            text = self.text(number)
            silent = number in self._document.blocks.verbatim or _NOTE.match(text)
            known = self._known[number] = _NOTHING if silent else line_evidence(text)
        return known

    def text(self, number: int) -> str:
        """Return a line with its reference links resolved."""
        return self._document.resolved(self._document.lines[number])

    def lead(self, number: int) -> str:
        """Return the bold words or the name of a field that open a line; empty for none."""
        match = _LEAD.match(self._document.lines[number])
        return normal(match["lead"]) if match else self.line(number).label

    def is_reference(self, number: int) -> bool:
        """Return True when a line is one of a list of references: an item, or numbered in brackets."""
        return _REFERENCE.match(self._document.lines[number]) is not None

    def kind(self, number: int) -> str:
        """Return the kind of field that opens a line: `title`, `authors`, `link`, `abstract`, `other`, or empty."""
        return _kind(self.line(number).label)


def line_evidence(line: str) -> LineEvidence:
    """Read what a line says about which paper is meant; a line of several fields says what any of them says."""
    label = _label(line)
    if not _HINT.search(line):
        return LineEvidence(label=label) if label else _NOTHING
    fields = _FIELDS.split(line) if label and len(line) <= _MAX_FIELDS else []
    if len(fields) < 2:
        return _field_evidence(line, label)
    said = [_field_evidence(field, _label(field)) for field in fields]
    return LineEvidence(
        papers := tuple(paper for one in said for paper in one.papers),
        () if papers else tuple(paper for one in said for paper in one.mentions),
        tuple(paper for one in said for paper in one.cites),
        label,
    )


def _field_evidence(line: str, label: str) -> LineEvidence:
    if label in NOTES or (label and is_aside(label)):
        return LineEvidence(label=label)
    attribute = _ATTRIBUTE.search(line)
    text = markdown_of(line)
    found = anchors(text)
    named = (label in LINKS and label not in ABSTRACTS) or label in TITLE
    places = [
        anchor
        for anchor in found
        if anchor.paper and (named or (anchor.says is not Says.TITLE and not _is_name_in_sentence(text, anchor)))
    ]
    cites = tuple(anchor.paper for anchor in found if anchor.paper and anchor.says is Says.TITLE and not named)
    if not places and (opening := _OPENING_ID.match(text)):
        return LineEvidence((f"arxiv:{opening['id']}",), (), cites, label)
    if not places and (doi := _DOI_TEXT.search(text)):
        paper = paper_of(f"https://doi.org/{doi['doi'].rstrip('.,;')}")
        return LineEvidence((paper,) if paper else (), (), cites, label)
    residue = _residue(text, found)
    if (residue <= _MAX_RESIDUE and (label not in ABSTRACTS or residue <= _MAX_BESIDE_ID)) or named:
        papers = [anchor.paper for anchor in places if anchor.paper]
        if not papers and not cites and (named or residue <= _MAX_BESIDE_ID):
            arxiv = arxiv_from_text(_CODE.sub(lambda code: code[0].strip("`"), text))
            papers = [f"arxiv:{arxiv.id}"] if arxiv else []
        if not papers and attribute:
            papers = [f"arxiv:{attribute['id']}"]
        return LineEvidence(tuple(papers), (), cites, label)
    if label in ABSTRACTS:
        return LineEvidence((), (), cites, label)
    if places and places[0].paper and _opens_fields(text, places[0]):
        return LineEvidence((places[0].paper,), (), cites, label)
    mentions = [anchor.paper for anchor in places if anchor.paper and anchor.says is Says.PLACE]
    if not mentions and attribute:
        mentions = [f"arxiv:{attribute['id']}"]
    return LineEvidence((), tuple(mentions), cites, label)


def _is_name_in_sentence(text: str, anchor: Anchor) -> bool:
    """Return True when a particle follows a link that is a name: `[DPO](…)を拡張`."""
    return text[anchor.end : anchor.end + 1].isalpha() and normal(anchor.label) not in LINKS


def _opens_fields(text: str, place: Anchor) -> bool:
    """Return True when a line says where the paper is and then who wrote it: `[PDF](…) | names`."""
    marks = _MARKS.match(text)
    return place.start <= (marks.end() if marks else 0) and text[place.end :].lstrip(" *)]").startswith(
        ("|", "｜", "·")
    )


def _label(line: str) -> str:
    marks = _MARKS.match(line)
    start = marks.end() if marks else 0
    text = line[start : start + 120]
    if "<" in text:
        text = markdown_of(text)
    match = _LABEL.match(text) or _DATED.match(text)
    if match and (name := field_of(match["label"])):
        return name
    if match and is_aside(match["label"]):
        return normal(match["label"])
    bare = text.strip(" *_#")
    return field_of(bare) if 0 < len(bare) <= 24 and text.lstrip().startswith(("*", "_")) else ""


def _kind(label: str) -> str:
    if not label:
        return ""
    for kind, words in (("authors", AUTHORS), ("link", LINKS), ("abstract", ABSTRACTS), ("title", TITLE)):
        if label in words:
            return kind
    return "other"


def _residue(text: str, found: tuple[Anchor, ...]) -> int:
    """Count the letters of a line beside its links, the ids and the names of fields."""
    parts = []
    position = 0
    for anchor in found:
        parts.append(text[position : anchor.start])
        position = anchor.end
    parts.append(text[position:])
    rest = _CODE.sub(" ", " ".join(parts))
    rest = _ID.sub(" ", rest) if _NUMBER.search(rest) else rest
    words = [word for word in re.split(r"[|｜·•,，/:：\s()（）\[\]*_]+", rest) if word and not is_field(word)]
    return sum(len(_LETTER.findall(word)) + len(_WIDE.findall(word)) for word in words)
