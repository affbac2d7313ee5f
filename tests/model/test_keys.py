"""What makes two papers the same."""

from typing import Any

import pytest

from digest_tui.model import ArxivId, Paper
from digest_tui.model.keys import MIN_TITLE_LETTERS, paper_keys

LONG = "A Long and Quiet Title"


def keys(path: str = "a.md", **fields: Any) -> tuple[str, ...]:
    return paper_keys(Paper("Short", 0, 1, 1)._replace(**fields), path)


def kinds(path: str = "a.md", **fields: Any) -> list[str]:
    return [key.partition(":")[0] for key in keys(path, **fields)]


ARXIV = ArxivId("2512.07951", 2)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"arxiv": ARXIV, "doi": "10.1/X", "link": "https://x.org/a"}, ("arxiv:2512.07951", "doi:10.1/x")),
        ({"doi": "10.1/X", "link": "https://x.org/a"}, ("doi:10.1/x",)),
        ({"link": "https://www.X.org/A/"}, ("url:x.org/A",)),
        ({"link": "http://x.org/a?b=C"}, ("url:x.org/a?b=C",)),
        ({"link": "https://x.org"}, ("url:x.org",)),
    ],
)
def test_identifiers_come_first(fields: dict[str, Any], found: tuple[str, ...]) -> None:
    assert keys(**fields) == found


@pytest.mark.parametrize("link", [None, "", "a.md", "/a/b", "http://[x", "#a"])
def test_a_short_title_alone_is_only_the_same_in_the_same_place(link: str | None) -> None:
    assert kinds(link=link) == ["place"]
    assert keys("a.md", link=link) == keys("a.md", title="SHORT!")
    assert keys("a.md") != keys("b.md")
    assert keys("a.md") != keys("a.md", title="Other")


def test_a_long_title_is_the_same_anywhere() -> None:
    assert kinds(title=LONG) == ["title"]
    assert kinds(title=LONG, arxiv=ARXIV) == ["arxiv", "title"]
    assert keys("a.md", title=LONG) == keys("b.md", title="a LONG -- and quiet ｔｉｔｌｅ")
    assert keys(title=LONG, authors=("A. Kim", "B")) == keys(title=LONG, authors=("a kim",))
    assert keys(title=LONG, authors=("A. Kim",)) != keys(title=LONG, authors=("B. Oh",))
    assert keys(title=LONG) != keys(title=LONG, authors=("B. Oh",))


def test_how_long_a_title_has_to_be() -> None:
    assert MIN_TITLE_LETTERS == 12
    assert kinds(title="abcdef ghijkl") == ["title"]
    assert kinds(title="abcdef, ghijk") == ["place"]


def test_keys_that_it_had_before_stand_among_its_own_by_their_kind() -> None:
    further = ("title:x", "doi:10.1/x", "odd", "url:x.org", "place:y", "arxiv:2512.07951")
    assert keys(arxiv=ARXIV, further_keys=further) == (
        "arxiv:2512.07951",
        "doi:10.1/x",
        "url:x.org",
        "title:x",
        "place:y",
        "odd",
    )


def test_keys_stay_what_they_were() -> None:
    """State hangs on them, in files that an older version wrote."""
    assert keys(title=LONG, authors=("A. Kim",)) == ("title:9e7fd91dd29b9c52",)
    assert keys("a.md") == ("place:983163f6d0bb6418",)
    assert keys("\udcff.md", title="\udcff")[0].startswith("place:")
