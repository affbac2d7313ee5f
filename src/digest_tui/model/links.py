"""Links: those built from an identifier, and the rule that any other link must pass before it may be opened."""

import re
import unicodedata
from posixpath import dirname, join, normpath
from urllib.parse import quote, urlsplit

from digest_tui.errors import LinkError
from digest_tui.model.paper import ArxivId
from digest_tui.patterns import pattern

MAX_LINK = 2048
"""Characters of a link after percent-encoding."""
MAX_HOST = 253
"""Characters of a host name; source: RFC 1035, section 2.3.4."""

_PORTS = (None, 80, 443)
_LABEL = pattern(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
# A name whose last label is a number is an IPv4 address; source: https://url.spec.whatwg.org/#ends-in-a-number-checker
_NUMBER = pattern(r"[0-9]+|0x[0-9a-f]*")
_LOOPBACK = ("localhost", "localdomain")
# Python's codec follows IDNA 2003, browsers IDNA 2008: these letters lead to two different hosts.
_READ_IN_TWO_WAYS = frozenset("ßẞς")
_URL_CHARACTERS = "%!$&'()*+,;=:@/?[]~"
_SCHEME = pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")
_STRAY_PERCENT = pattern(r"%(?![0-9A-Fa-f]{2})")


def arxiv_url(arxiv: ArxivId) -> str:
    """Return the URL of the abstract page of a paper's newest version."""
    return f"https://arxiv.org/abs/{_quoted(arxiv.id)}"


def pdf_url(arxiv: ArxivId) -> str:
    """Return the URL of the PDF of a paper's newest version."""
    return f"https://arxiv.org/pdf/{_quoted(arxiv.id)}"


def arxiv_doi(arxiv: ArxivId) -> str:
    """Return the DOI of a paper on arXiv, in which an id of the old style has no subject: `math/0309136`."""
    archive, slash, number = arxiv.id.rpartition("/")
    return f"10.48550/arXiv.{archive.partition('.')[0]}{slash}{number}"


def alphaxiv_url(arxiv: ArxivId, language: str = "ko") -> str:
    """Return the URL of the Alphaxiv overview of a paper in a language, such as `ko` or `en`."""
    return f"https://www.alphaxiv.org/{quote(language, safe='')}/overview/{_quoted(arxiv.id)}"


def _quoted(id: str) -> str:
    # Nearly every id is such.
    return id if id.replace(".", "").isdecimal() and id.isascii() else quote(id)


def safe_link(url: str) -> str:
    """Return a link in the form in which a browser may get it: percent-encoded, printable ASCII, host as IDNA.

    Raises LinkError with one sentence naming the rule that the link breaks.
    """
    scheme, host, rest = _checked_parts(url)
    link = f"{scheme}://{host}{rest}"
    if len(link) > MAX_LINK:
        raise _refused(f"it is longer than {MAX_LINK} characters")
    return link


def link_host(url: str) -> str:
    """Return the host that a link really leads to, in punycode if not ASCII; raises LinkError like `safe_link`."""
    return urlsplit(safe_link(url)).hostname or ""


def neighbour(url: str, path: str) -> str | None:
    """Return the file that a relative link in the digest at `path` leads to, for display only; None for any other link.

    Both are relative to the root of the source; what leads above it begins with `../`.
    """
    target = re.split(r"[?#]", url, maxsplit=1)[0]
    if not target or _SCHEME.match(url) or url.startswith("//") or len(url) > MAX_LINK:
        return None
    if target.startswith("/"):
        return normpath(target).lstrip("/") or None
    return normpath(join(dirname(path), target))


def _checked_parts(url: str) -> tuple[str, str, str]:
    """Return the scheme, the host with its port, and the encoded rest."""
    # Percent-encoding never shortens a link, and an IDNA host is at most `MAX_HOST` shorter than it was written.
    if len(url) > MAX_LINK + MAX_HOST:
        raise _refused(f"it is longer than {MAX_LINK} characters")
    # First of all, because `urlsplit` quietly drops some of them and browsers read `\` as `/`.
    if any(unicodedata.category(character)[0] in "CZ" for character in url):
        raise _refused("it has spaces or invisible characters")
    if "\\" in url:
        raise _refused("it has a backslash")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise _refused("it cannot be read as a URL") from error
    if parts.scheme not in ("http", "https"):
        raise _refused("it is not http or https")
    if "@" in parts.netloc:
        raise _refused("it has a user name in front of the host")
    if port not in _PORTS:
        raise _refused("its port is neither 80 nor 443")
    host = _ascii_host(parts.hostname or "")
    rest = _encoded(parts.path)
    if parts.query:
        rest += f"?{_encoded(parts.query)}"
    if parts.fragment:
        rest += f"#{_encoded(parts.fragment)}"
    return parts.scheme, host if port is None else f"{host}:{port}", rest


def _ascii_host(host: str) -> str:
    if not host:
        raise _refused("it names no host")
    if ":" in host:
        raise _refused("its host is an IP address")
    if len(host) > MAX_HOST or not _READ_IN_TWO_WAYS.isdisjoint(host):
        raise _refused("its host is not a valid name")
    try:
        name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError as error:
        raise _refused("its host is not a valid name") from error
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        raise _refused("its host is an IP address")
    if labels[-1] in _LOOPBACK:
        raise _refused("its host is this machine")
    if len(labels) == 1:
        raise _refused("its host is a name without a dot")
    if len(name) > MAX_HOST or not all(_LABEL.fullmatch(label) for label in labels):
        raise _refused("its host is not a valid name")
    return name


def _encoded(part: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", part), safe=_URL_CHARACTERS)


def _refused(rule: str) -> LinkError:
    return LinkError(f"This link is not opened: {rule}.")
