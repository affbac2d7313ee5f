"""Which paper is meant by an id, a key or an address that somebody pasted."""

from digest_tui.model.keys import url_key
from digest_tui.patterns import pattern

_ID = r"(?P<id>[0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[a-z-]{2,9})?/[0-9]{7})(?:v[0-9]+)?"
_BEFORE = (
    r"arxiv:\s*",
    # arXiv, its mirrors, Alphaxiv and Hugging Face: what stands before the id is the kind of page.
    r"(?:https?://)?[^\s/]+\.[^\s/]+/(?:[a-z]{2}/)?(?:abs|pdf|html|format|papers|overview)/",
    # https://info.arxiv.org/help/doi.html
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.48550/arxiv\.",
)
_ARXIV = pattern(rf"(?i)(?:{'|'.join(_BEFORE)})?{_ID}(?:\.pdf)?/?(?:[?#]\S*)?(?:\s*\[[a-z.-]+\])?")
_SUBJECT = pattern(r"(?<=\.)[a-z]{2}(?=/)")
_DOI = pattern(r"(?i)(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(?P<doi>10\.[0-9]{4,9}/\S+)")


def arxiv_in(text: str) -> str | None:
    """Return the arXiv id, without version and spelled `math.GT/0309136`, that a text is or is an address of."""
    found = _ARXIV.fullmatch(text.strip())
    return _SUBJECT.sub(lambda subject: subject[0].upper(), found["id"].lower()) if found else None


def is_identifier(text: str) -> bool:
    """Return True when a text is an arXiv id or a DOI, or an address of one."""
    return arxiv_in(text) is not None or _DOI.fullmatch(text.strip()) is not None


def keys_meant(text: str) -> tuple[str, ...]:
    """Return the keys that a pasted text may mean, the likeliest first."""
    wanted = text.strip()
    keys = [wanted]
    if arxiv := arxiv_in(wanted):
        keys.append(f"arxiv:{arxiv}")
    elif doi := _DOI.fullmatch(wanted):
        keys.append(f"doi:{doi['doi'].casefold()}")
    if address := url_key(wanted):
        keys.append(address)
    return tuple(keys)
