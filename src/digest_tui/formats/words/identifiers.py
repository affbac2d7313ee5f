"""Identifiers of papers: arXiv ids and DOIs, and the sites whose links lead to papers."""

import re
from itertools import pairwise
from urllib.parse import urlsplit

from digest_tui.model import ArxivId
from digest_tui.patterns import pattern

# Source of both shapes: https://info.arxiv.org/help/arxiv_identifier.html, of the archives: https://arxiv.org/archive
_NEW_STYLE = r"[0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5}"
_SUBJECT = r"(?:\.(?:[A-Z]{2}|[a-z]{3,6}(?:-[a-z]{2,5})?))?"
_OLD_STYLE = rf"[a-z]+(?:-[a-z]+)?{_SUBJECT}/[0-9]{{2}}(?:0[1-9]|1[0-2])[0-9]{{3}}"
_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga"
    "|econ|eess|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics"
    "|plasm-ph|q-alg|q-bio|q-fin|quant-ph|solv-int|stat|supr-con"
)
# Bare, a folder and a number look the same: the archive must be one, and the month one from 1991 to 2007.
_OLD_STYLE_BARE = rf"(?:{_ARCHIVES}){_SUBJECT}/(?:9[1-9]|0[0-7])(?:0[1-9]|1[0-2])[0-9]{{3}}"
_VERSION = r"(?:[vV](?P<version>[1-9][0-9]{0,2}))?(?![0-9A-Za-z])"
_VERSION_BEHIND = re.compile(r"[vV]([1-9][0-9]{0,2})(?![0-9A-Za-z])")
_VERSION_ALONE = re.compile(r"(?:v[0-9]{1,3})?")
_ID = rf"(?P<id>{_NEW_STYLE}|{_OLD_STYLE}){_VERSION}"
_ID_BARE = rf"(?P<id>{_NEW_STYLE}|{_OLD_STYLE_BARE}){_VERSION}"
BARE_ID = rf"(?:[0-9]{{4}}\.[0-9]{{4,5}}|(?-i:{_OLD_STYLE_BARE}))"
"""An id without version that is no link, for expressions that look for what stands around one."""
_SITES = (
    r"(?:(?:www|export|browse)\.)?arxiv\.org/+(?:abs|pdf|html|format|ps|src|e-print)/+(?:arxiv:)?",
    r"ar5iv(?:\.labs\.arxiv)?\.org/+(?:abs|html)/+",
    r"(?:www\.)?(?:huggingface\.co|hf\.co)/+papers/+",
    r"(?:www\.)?alphaxiv\.org/+(?:[a-z-]+/+){0,3}",
    r"(?:(?:dx|www)\.)?doi\.org/+10\.48550/arxiv\.",
)
_ARXIV_URL = re.compile(rf"https?://(?i:{'|'.join(_SITES)}){_ID}")
_FOLDER = r"(?![a-zA-Z.-]{2,20}/[0-9]{7}(?:v[0-9]+)?/)"
_ARXIV_TEXT = pattern(rf"(?<![0-9A-Za-z./-])(?:(?i:arxiv)[:：]\s?)?{_FOLDER}{_ID_BARE}")
_BESIDE_TITLE = pattern(
    rf"arxiv\s*[:：]\s*{BARE_ID}(?:v[0-9]+)?\W{{0,4}}$|[(（\[【]{BARE_ID}(?:v[0-9]+)?[)）\]】]", re.IGNORECASE
)
_RELATIVE = pattern(
    rf"(?:^|[/_.-])(?:{_ID_BARE}(?=[^0-9A-Za-z]|$)|(?P<dotless>[0-9]{{2}}(?:0[1-9]|1[0-2])[-_]?[0-9]{{5}})(?:v[0-9]{{1,2}}[-_.]|(?<=[-_][0-9]{{5}})(?=[/.]|$)))"
)
_HUGGINGFACE_URL = re.compile(
    r"(?i)https?://(?:www\.)?(?:huggingface\.co|hf\.co)/+papers/+(?!(?:date|week|month|trending|index)\b)[^/]"
)
_DOI_URL = re.compile(r"(?i)https?://(?:(?:dx|www)\.)?doi\.org/+(10\.[0-9]{4,9}/[^\s?#]+)")
_ALPHAXIV_HOSTS = ("alphaxiv.org", "www.alphaxiv.org")
_ARXIV_HOSTS = ("alphaxiv.org", "ar5iv.labs.arxiv.org", "ar5iv.org", "arxiv.org", "export.arxiv.org")
"""Hosts whose pages of papers have an arXiv id in their URL."""
_PAPER_HOSTS = (
    "aclanthology.org",
    "alphaxiv.org",
    "ar5iv.labs.arxiv.org",
    "ar5iv.org",
    "arxiv.org",
    "biorxiv.org",
    "dl.acm.org",
    "doi.org",
    "dx.doi.org",
    "ecva.net",
    "export.arxiv.org",
    "ieeexplore.ieee.org",
    "isca-archive.org",
    "jmlr.org",
    "link.springer.com",
    "medrxiv.org",
    "nature.com",
    "openaccess.thecvf.com",
    "openreview.net",
    "papers.cool",
    "papers.nips.cc",
    "papers.ssrn.com",
    "proceedings.mlr.press",
    "proceedings.neurips.cc",
    "pubmed.ncbi.nlm.nih.gov",
    "science.org",
    "sciencedirect.com",
    "semanticscholar.org",
)


def arxiv_from_url(url: str) -> ArxivId | None:
    """Return the arXiv id in a link to arXiv, ar5iv, Hugging Face papers, Alphaxiv or an arXiv DOI."""
    match = _ARXIV_URL.match(url)
    return _arxiv_id(match) if match else None


def arxiv_from_text(text: str) -> ArxivId | None:
    """Return the one arXiv id in a text, as in `arXiv:2512.07951` or `[2512.07951]`; None when there are two."""
    found = {_arxiv_id(match) for match in _ARXIV_TEXT.finditer(text)}
    return found.pop() if len(found) == 1 else None


def arxiv_beside_title(text: str) -> ArxivId | None:
    """Return the one arXiv id in a text that ends with `arXiv:2512.07951` or holds it in brackets."""
    return arxiv_from_text(text) if _BESIDE_TITLE.search(text) else None


def version_in(text: str, arxiv_id: str) -> int | None:
    """Return the version that stands behind an id in a text, in a link or bare."""
    parts = text.split(arxiv_id)
    versions = (_VERSION_BEHIND.match(behind) for before, behind in pairwise(parts) if not before[-1:].isalnum())
    return next((int(match[1]) for match in versions if match), None)


def doi_from_url(url: str) -> str | None:
    """Return the DOI in a link to doi.org; None for the DOI of an arXiv paper, whose arXiv id says the same."""
    match = _DOI_URL.match(url)
    return match[1] if match and not arxiv_from_url(url) else None


def is_huggingface_paper(url: str) -> bool:
    """Return True when a link leads to a paper's page on Hugging Face."""
    return _HUGGINGFACE_URL.match(url) is not None


def is_alphaxiv(url: str) -> bool:
    """Return True when a link leads to alphaxiv.org over http or https, by no detour such as a user name or a port."""
    if "alphaxiv" not in url.lower():
        return False
    scheme, host, _ = _parts(url)
    return scheme in ("http", "https") and host in _ALPHAXIV_HOSTS


def is_alphaxiv_of(url: str, arxiv: ArxivId) -> bool:
    """Return True when a link leads to Alphaxiv's page of this very paper, in any version."""
    if arxiv.id not in url or not is_alphaxiv(url):
        return False
    _, of_paper, version = _parts(url)[2].rstrip("/").rpartition(f"/{arxiv.id}")
    return of_paper != "" and _VERSION_ALONE.fullmatch(version) is not None


def arxiv_from_relative(url: str) -> ArxivId | None:
    """Return the arXiv id in the name of a neighbour of the digest, such as `../papers/2501.00001v2-a-title.md`."""
    match = _RELATIVE.search(url)
    if match and (dotless := match["dotless"]):
        return ArxivId(f"{dotless[:4]}.{dotless[-5:]}")
    return _arxiv_id(match) if match else None


def is_paper_url(url: str) -> bool:
    """Return True when a link leads to a paper: to its page, not to the front page or a listing of a site."""
    if arxiv_from_url(url) or is_huggingface_paper(url):
        return True
    _, host, path = _parts(url)
    host = host.removeprefix("www.")
    if host == "openreview.net":
        return path.startswith(("/forum", "/pdf", "/attachment"))
    return host in _PAPER_HOSTS and host not in _ARXIV_HOSTS and path.strip("/") != ""


def _arxiv_id(match: re.Match[str]) -> ArxivId:
    return ArxivId(match["id"], int(match["version"]) if match["version"] else None)


def _parts(url: str) -> tuple[str, str, str]:
    """Split a URL into scheme, network location in lower case and path; three empty strings for what is no URL."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", "", ""
    return parts.scheme.lower(), parts.netloc.lower(), parts.path
