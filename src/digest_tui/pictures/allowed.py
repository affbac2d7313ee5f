"""Which pictures may be fetched: those of the hosts that the person named, by links that pass the rule for links."""

from collections.abc import Collection
from urllib.parse import urljoin, urlsplit

from digest_tui.errors import LinkError, PictureError
from digest_tui.model.links import link_host, safe_link


def host_of(url: str) -> str:
    """Return the host of a picture; empty where its link may not be followed at all, or leads to a neighbour."""
    try:
        return link_host(url)
    except LinkError:
        return ""


def fetchable(url: str, hosts: Collection[str]) -> str:
    """Return the URL as it is fetched; raises PictureError unless it leads to one of the hosts."""
    try:
        link = safe_link(url)
    except LinkError as error:
        raise PictureError(str(error)) from error
    if host_of(link) not in hosts:
        raise PictureError("The picture is on a host from which none are fetched.")
    return link.partition("#")[0]


def redirected(url: str, location: str, hosts: Collection[str]) -> str:
    """Return where a redirection leads; raises PictureError unless that may be fetched too."""
    target = fetchable(urljoin(url, location), hosts)
    if (urlsplit(url).scheme, urlsplit(target).scheme) == ("https", "http"):
        raise PictureError("The picture was moved to where it is not encrypted.")
    return target
