"""From a link to the file that it leads to."""

from collections.abc import Sequence

import pytest

from digest_tui.joining.files import ENDINGS, Files
from digest_tui.model import DigestSummary

HERE = "log/2026/day.md"


def summary(path: str, source: str = "blog", permalink: str = "") -> DigestSummary:
    return DigestSummary(1, source, path, path, is_text=False, has_problems=False, days=(), permalink=permalink)


def leads(url: str, *paths: str | DigestSummary, start: str = HERE) -> str | None:
    """The path of the file that a link in a file leads to."""
    summaries = [summary(start), *(path if isinstance(path, DigestSummary) else summary(path) for path in paths)]
    found = Files(summaries, {"blog": "/home/blog", "notes": "/home/notes"}).linked(summaries[0], url)
    return None if found is None else found.path


@pytest.mark.parametrize(
    ("url", "path"),
    [
        *((f"a{ending}", f"log/2026/a{ending}") for ending in ENDINGS),
        *(("a", f"log/2026/a{ending}") for ending in ENDINGS),
        *(("a.html", f"log/2026/a{ending}") for ending in ENDINGS),
        ("a.htm", "log/2026/a.md"),
        ("A.MD", "log/2026/a.md"),
        ("./a.md", "log/2026/a.md"),
        ("../a.md", "log/a.md"),
        ("../../papers/a.md", "papers/a.md"),
        ("/papers/a.md", "papers/a.md"),
        ("a.md#part", "log/2026/a.md"),
        ("a.md?x=1", "log/2026/a.md"),
        ("a?x#y", "log/2026/a.md"),
        ("a%20b.md", "log/2026/a b.md"),
        ("%ED%95%9C.md", "log/2026/한.md"),
        ("\u1112\u1161\u11ab.md", "log/2026/한.md"),
        ("한.md", "log/2026/\u1112\u1161\u11ab.md"),
        ("a/", "log/2026/a/index.md"),
        ("a", "log/2026/a/README.md"),
        ("a", "log/2026/a/_index.md"),
        ("a/", "log/2026/a.md"),
        ("docs", "x/docs.md"),
        ("index", "index.md"),
        # By the end of its path alone, wherever it is.
        ("tides", "deep/papers/tides.md"),
        ("Papers/Tides.html", "deep/papers/tides.md"),
        ("/site/papers/tides/", "papers/tides.md"),
        ("tides", "content/tides/index.md"),
        ("tides", "deep/tides/README.md"),
        ("tides", "deep/tides/_index.md"),
        ("papers/tides", "content/papers/_tides.md"),
        ("/docs/tides", "tides.md"),
        ("/content/docs/tides", "src/pages/tides.md"),
        *((f"/{root}/tides", "tides.md") for root in ("content", "docs", "src", "pages")),
        *(("/tides", f"{root}/tides.md") for root in ("content", "docs", "src", "pages")),
        # A post by its day and name.
        ("/2026/02/03/tides.html", "_posts/2026-02-03-tides.md"),
        ("/blog/2026/2/3/Tides/", "_posts/2026-02-03-tides.md"),
        ("2026-2-3-tides", "_posts/2026-02-03-tides.md"),
        # A file may lead to one of its own folder, not to itself.
        ("index", "log/2026/index.md"),
    ],
)
def test_a_link_leads_to_a_file_however_it_is_written(url: str, path: str) -> None:
    assert leads(url, path, "other/b.md") == path


@pytest.mark.parametrize(
    ("url", "paths"),
    [
        ("", ["a.md"]),
        ("#a", ["a.md"]),
        ("?a", ["a.md"]),
        (" ", ["a.md"]),
        ("a\0", ["log/2026/a.md"]),
        ("a%00", ["log/2026/a.md"]),
        ("day.md", []),
        ("day", []),
        ("b.md", ["a.md"]),
        ("../a.md", ["a.md"]),
        ("x/../../tides.md", ["deep/tides.md"]),
        ("../../../etc/a", ["a.md"]),
        ("tides", ["one/tides.md", "two/tides.md"]),
        ("papers/tides", ["tides.md"]),
        ("papers/tides", ["other/tides.md"]),
        ("/papers/tides", ["x/tides.md"]),
        ("/zoo/tides", ["x/tides.md"]),
        ("/../../deep/tides", ["deep/tides.md"]),
        ("/2026/02/03/tides", ["a/2026-02-03-tides.md", "b/2026-02-03-tides.md"]),
        ("/2026/02/04/tides", ["_posts/2026-02-03-tides.md"]),
        ("/", ["index.md", "a.md"][1:]),
        (".", ["a.md"]),
        ("tides.png", ["log/2026/tides.md"]),
    ],
)
def test_a_link_that_leads_nowhere_or_to_several(url: str, paths: Sequence[str]) -> None:
    assert leads(url, *paths) is None


@pytest.mark.parametrize("url", ["/papers/x/", "papers/X.html", "/papers/x/index.html", "/papers/x", "/papers/%78"])
def test_a_permalink_is_an_address_within_the_site(url: str) -> None:
    assert leads(url, summary("a/b.md", permalink="/Papers/x/")) == "a/b.md"
    assert leads(url, summary("a/b.md", permalink="/papers/y/")) is None


@pytest.mark.parametrize("name", ["index", "README", "_index"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_folder_is_the_file_that_stands_for_it(name: str, ending: str) -> None:
    # Without its place it might be either.
    assert leads("a/", f"log/2026/a/{name}{ending}", f"other/a/{name}{ending}") == f"log/2026/a/{name}{ending}"


def test_what_is_nearest_goes_first() -> None:
    assert leads("a", "log/2026/a.md", "log/2026/a.txt", "log/2026/a/index.md", "a.md") == "log/2026/a.md"
    assert leads("a.md", "log/2026/A.md", "log/2026/a.md") == "log/2026/a.md"
    assert leads("/papers/a.md", "papers/a.md", "x/papers/a.md") == "papers/a.md"
    assert leads("a", "log/2026/a", "log/2026/a.md") == "log/2026/a"
    assert leads("a/", "log/2026/a", "log/2026/a.md") == "log/2026/a.md"
    assert leads("a", summary("x.md", permalink="/a/"), "y/a.md") == "x.md"
    # Of two files with one permalink the first.
    assert leads("/a", summary("x.md", permalink="/a/"), summary("y.md", permalink="/a")) == "x.md"


def test_a_link_may_lead_to_another_source_by_its_place() -> None:
    assert leads("../notes/a.md", summary("a.md", "notes"), start="day.md") == "a.md"
    assert leads("../../notes/a.md", summary("a.md", "notes"), start="day.md") is None


def test_the_place_of_a_file() -> None:
    files = Files([], {"blog": "/home/blog"})
    assert files.path(summary("\u1112\u1161\u11ab/a.md")) == "/home/blog/한/a.md"
