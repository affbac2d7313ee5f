"""Which paper is meant by an id, a key or an address that somebody pasted."""

import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from digest_tui.model.keys import url_key
from digest_tui.patterns import pattern

MAX_PASTED = 2500
"""Characters of a pasted text: nothing longer is an address."""

_SITE = r"(?:(?:https?:)?//)?(?=[^\s/]*\.)[^\s/]+/+"
_ID = r"(?P<id>[0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[a-z-]{2,9})?/[0-9]{7})(?:v[0-9]+)?"
_DOI_BEFORE = r"(?:(?:https?:)?//)?(?:dx\.|www\.)?doi\.org/+|doi(?::\s*|\s+)"
_BEFORE = (
    r"arxiv(?:[:.]\s*|\s+)",
    # arXiv, its mirrors, Alphaxiv and Hugging Face: what stands before the id is the kind of page.
    rf"{_SITE}(?:[a-z]{{2}}(?:-[a-z]{{2,4}})?/)?"
    r"(?:abs|pdf|html|ps|src|e-print|format|arxiv|papers?|overview|resources|audio)/+",
    # https://info.arxiv.org/help/doi.html
    rf"(?:{_DOI_BEFORE})?10\.48550/arxiv\.",
)
# As on the margin of a PDF: `arXiv:2512.07951v1 [cs.CL] 9 Dec 2025`.
_BEHIND = r"(?:\s*\[[a-z.-]+\](?:\s+[0-9]{1,2}\s+[a-z]{3}\s+[0-9]{4})?)?"
_ARXIV = pattern(rf"(?i)(?:{'|'.join(_BEFORE)})?{_ID}(?:\.pdf)?/?(?:[?#]\S*)?{_BEHIND}")
_SUBJECT = pattern(r"(?<=\.)[a-z]{2}(?=/)")
_DOI = pattern(rf"(?i)(?:{_DOI_BEFORE}|{_SITE}doi/(?:[a-z]+/)?)?(?P<doi>10\.[0-9]{{4,9}}/\S+)")
_MARKDOWN_LINK = pattern(r"!?\[[^\]]*\]\((?P<url>\S+?)\)")
_OPENING, _CLOSING = "<([{\"'`“‘«「", ">)]}\"'`”’»」"
_AFTER = _CLOSING + ".,;:!?。，、；"
"""Characters that stand behind an address in running text."""


def arxiv_in(text: str) -> str | None:
    """Return the arXiv id, without version and spelled `math.GT/0309136`, that a text is or is an address of."""
    return next((id_ for spelling in _spellings(text) if (id_ := _arxiv(spelling))), None)


def is_identifier(text: str) -> bool:
    """Return True when a text is an arXiv id or a DOI, or an address of one."""
    return any(_arxiv(spelling) or _DOI.fullmatch(spelling) for spelling in _spellings(text))


def keys_meant(text: str) -> tuple[str, ...]:
    """Return the keys that a pasted text may mean, the likeliest first."""
    identifiers: list[str] = []
    addresses: list[str] = []
    for spelling in _spellings(text):
        if arxiv := _arxiv(spelling):
            identifiers.append(f"arxiv:{arxiv}")
        elif doi := _DOI.fullmatch(spelling):
            name = doi["doi"].casefold()
            identifiers += [f"doi:{name}", f"doi:{name.partition('?')[0].partition('#')[0]}"]
        if address := url_key(spelling):
            addresses.append(address)
    return tuple(dict.fromkeys([text.strip(), *identifiers, *addresses]))


def _arxiv(text: str) -> str | None:
    found = _ARXIV.fullmatch(text)
    return _SUBJECT.sub(lambda subject: subject[0].upper(), found["id"].lower()) if found else None


def _spellings(text: str) -> Iterator[str]:
    """Yield a text as it is, and without what came with it when it was copied: signs around it, invisible ones."""
    if len(text) > MAX_PASTED:
        return
    wanted = text.strip()
    yield wanted
    plain = wanted
    if not wanted.isascii():
        visible = "".join(letter for letter in wanted if unicodedata.category(letter) != "Cf")
        plain = unicodedata.normalize("NFKC", visible).strip()
    if "%" in plain:
        plain = unquote(plain).strip()
    if link := _MARKDOWN_LINK.fullmatch(plain):
        plain = link["url"]
    if (bare := _bare(plain)) != wanted:
        yield bare


def _bare(text: str) -> str:
    """Return a text without the quotes, the brackets and the end of the sentence around it."""
    text = text.lstrip(_OPENING)
    while text and text[-1] in _AFTER:
        place = _CLOSING.find(text[-1])
        # A closing bracket may belong to a DOI: then the one that opens it is there.
        if place >= 0 and _OPENING[place] != text[-1] and text.count(_OPENING[place]) >= text.count(text[-1]):
            break
        text = text[:-1].rstrip()
    return text
