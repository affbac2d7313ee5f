"""What may be fetched."""

import pytest

from digest_tui.errors import PictureError
from digest_tui.pictures.allowed import fetchable, host_of, redirected
from support.promises import promises

HOSTS = frozenset({"pictures.example.org", "xn--vl2b17fu4a.kr"})


@pytest.mark.parametrize(
    ("url", "fetched"),
    [
        ("https://pictures.example.org/a.png", "https://pictures.example.org/a.png"),
        ("http://PICTURES.example.ORG:80/a b.png".replace(" ", "%20"), "http://pictures.example.org:80/a%20b.png"),
        ("https://pictures.example.org/한글.png#top", "https://pictures.example.org/%ED%95%9C%EA%B8%80.png"),
        ("https://pictures.example.org/a.png?w=3&h=4", "https://pictures.example.org/a.png?w=3&h=4"),
    ],
)
def test_a_picture_of_a_host_that_was_named_may(url: str, fetched: str) -> None:
    assert fetchable(url, HOSTS) == fetched


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a.png",
        "https://evil.pictures.example.org/a.png",
        "https://pictures.example.org.evil.com/a.png",
        "https://pictures.example.org@evil.com/a.png",
        "https://me@pictures.example.org/a.png",
        "https://pictures.example.org:8080/a.png",
        "ftp://pictures.example.org/a.png",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "//pictures.example.org/a.png",
        "a.png",
        "",
        "http://127.0.0.1/a.png",
        "http://localhost/a.png",
        "https://pictures.example.org/a\nb.png",
        f"https://pictures.example.org/{'a' * 2100}",
    ],
)
@promises(
    "docs/pictures.md",
    "Only from the hosts that you named, by http or https on ports 80 and 443; never from an IP address, from "
    "this machine or its network.",
)
def test_any_other_may_not(url: str) -> None:
    with pytest.raises(PictureError):
        fetchable(url, HOSTS)


@pytest.mark.parametrize("url", ["http://127.0.0.1/a.png", "http://localhost/a.png", "http://2130706433/a.png"])
def test_no_list_of_hosts_opens_this_machine(url: str) -> None:
    with pytest.raises(PictureError):
        fetchable(url, {"127.0.0.1", "localhost", "2130706433"})


def test_without_hosts_nothing_may() -> None:
    with pytest.raises(PictureError):
        fetchable("https://pictures.example.org/a.png", frozenset())


@promises("docs/pictures.md", "Each redirection is checked in the same way.")
def test_where_a_picture_was_moved_to_is_looked_at_like_the_first() -> None:
    url = "https://pictures.example.org/a/b.png"
    assert redirected(url, "../c.png", HOSTS) == "https://pictures.example.org/c.png"
    for location in ("", "https://example.org/c.png", "http://127.0.0.1/", "http://pictures.example.org/c.png"):
        if location:
            with pytest.raises(PictureError):
                redirected(url, location, HOSTS)


def test_the_host_is_named_as_it_is() -> None:
    assert host_of("https://Pictures.Example.org/a") == "pictures.example.org"
    assert [host_of(url) for url in ("a.png", "http://10.0.0.1/a", "data:image/png;base64,A", "http://[")] == [""] * 4
