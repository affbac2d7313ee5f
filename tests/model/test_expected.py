"""In which files without papers some were to be expected, whatever order they are read in."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model import Digest, DigestSummary, Lines, Paper
from digest_tui.model.expected import Expected
from digest_tui.model.periods import path_date
from digest_tui.model.signs import folded, shape_of
from digest_tui.model.summary import summary_of
from support.promises import promises

POST = ("layout: post", "categories: [daily-papers]", "tags: [papers, ai]")
TRIP = ("layout: post", "categories: [life]")
TEXT = "바다를 보았다. We walked along the coast."


def file(
    path: str,
    *,
    papers: int = 0,
    header: Iterable[str] = (),
    text: str = TEXT,
    day: date | None = None,
    title: str = "",
) -> DigestSummary:
    """A file of a blog."""
    fence = ["---", *header, "---"] if header else []
    found = tuple(Paper(f"Paper {n}", n, n + 1, n + 1) for n in range(papers))
    lines = (*fence, text) if text else tuple(fence)
    called = title or path.rpartition("/")[2]
    return summary_of(
        Digest(path, "blog", lines, "", called, day or path_date(path), found, header=Lines(0, len(fence)))
    )


def posts(*days: int, name: str = "daily-papers", header: Iterable[str] = POST) -> list[DigestSummary]:
    """Digests of December."""
    return [file(f"_posts/2025-12-{day:02}-{name}.md", papers=3, header=header) for day in days]


def judged(*summaries: DigestSummary) -> dict[str, bool]:
    """The files without papers, and whether some were to be expected in them."""
    expected = Expected()
    for summary in summaries:
        expected.add(summary)
    return {path: verdict for (_, path), verdict in expected.judge().items()}


def is_expected(summary: DigestSummary, *others: DigestSummary) -> bool:
    return judged(*others, summary)[summary.path]


@pytest.mark.parametrize(
    "path",
    [
        "about.md",
        "404.md",
        "index.md",
        "CONTRIBUTING.md",
        "cv.md",
        "_pages/archive.md",
        "docs/2023/setup.md",
        "소개.md",
    ],
)
def test_a_blogs_own_pages_are_not_digests_that_went_wrong(path: str) -> None:
    assert not is_expected(file(path, header=["layout: page", "title: x"]), *posts(1, 2, 3))
    assert not is_expected(file(path, text=""), *posts(1, 2, 3))


@pytest.mark.parametrize(
    ("held", "failed"),
    [
        ("paper_logs/2025/12/09.md", "paper_logs/2025/12/10.md"),
        ("paper_logs/2025/12/31.md", "paper_logs/2026/01/01.md"),
        ("content/posts/2025-12-09/index.md", "content/posts/2025-12-10/index.md"),
        ("content/posts/2025-12-09-papers/index.md", "content/posts/2025-12-10-papers/index.md"),
        ("digests/31-Oct-2025.md", "digests/3-Nov-2025.md"),
        ("일일-논문-2025년12월09일.md", "일일-논문-2025년12월10일.md"),
        ("issues/issue-12.md", "issues/issue-13.md"),
        ("_posts/2025-12-09-Daily-Papers.md", "old/2024/2024-12-10-daily-papers.md"),
    ],
)
@promises("docs/digests.md", "papers missing where others like it hold some.")
def test_papers_are_expected_in_a_file_that_is_called_as_those_that_hold_some(held: str, failed: str) -> None:
    assert is_expected(file(failed, text=""), file(held, papers=3))
    assert is_expected(file(failed), file(held, papers=3))


def test_a_decomposed_name_is_the_same_name() -> None:
    assert folded("논문 2025") == folded("논문 2025")
    assert shape_of("a/논문-1.md") == shape_of("a/논문-2.md")


def test_a_diary_with_one_paper_in_it_is_a_diary() -> None:
    diary = [file(f"2025-12-{day:02}.md") for day in range(2, 20)]
    assert not any(judged(*diary, file("2025-12-01.md", papers=1)).values())


def test_under_any_name_papers_are_expected_where_most_dated_files_hold_some() -> None:
    named = [file(f"_posts/2025-12-{n:02}-{word}.md", papers=2) for n, word in enumerate(("sparse", "gan", "rl"), 1)]
    assert is_expected(file("_posts/2025-12-10-attention.md"), *named)
    assert not is_expected(file("_drafts/2025-12-10-attention.md"), *named)
    others = [file(f"_posts/2025-11-{n:02}-{word}.md") for n, word in enumerate(("sea", "hill", "fog", "rain"), 1)]
    assert not is_expected(file("_posts/2025-12-10-attention.md"), *named, *others)


@pytest.mark.parametrize(("others", "expected"), [(2, True), (3, False)])
def test_one_in_four_of_a_name_is_enough(others: int, expected: bool) -> None:
    names = [file(f"log-{n}.md", papers=int(n == 0)) for n in range(others + 1)]
    assert is_expected(file("log-99.md"), *names) is expected


@pytest.mark.parametrize(("others", "expected"), [(2, True), (3, False)])
def test_as_many_dated_files_of_a_folder_hold_papers_as_not(others: int, expected: bool) -> None:
    named = [file(f"_posts/2025-12-{n:02}-{word}.md", papers=2) for n, word in enumerate(("sparse", "gan", "rl"), 1)]
    without = [file(f"_posts/2025-11-{n:02}-{word}.md") for n, word in enumerate(("sea", "hill", "fog")[:others], 1)]
    assert is_expected(file("_posts/2025-12-10-attention.md"), *named, *without) is expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("gan", True),
        ("gan gan", True),
        ("gan gan gan", False),
        ("gan gan rl rl", False),
        ("gan gan rl moe", True),
        ("a1 b2 c3", True),
    ],
)
def test_under_any_name_where_most_names_differ_or_there_are_few(names: str, expected: bool) -> None:
    named = [file(f"_posts/2025-12-{n:02}-{word}.md", papers=2) for n, word in enumerate(names.split(), 1)]
    assert is_expected(file("_posts/2025-12-10-attention.md"), *named) is expected


@pytest.mark.parametrize(("sorted_ones", "expected"), [(1, False), (2, True)])
def test_a_header_says_something_where_most_digests_have_none(sorted_ones: int, expected: bool) -> None:
    named = [
        file(f"_posts/2025-12-{n:02}-{word}.md", papers=2, header=POST if n <= sorted_ones else ())
        for n, word in enumerate(("sparse", "gan", "rl", "moe"), 1)
    ]
    assert is_expected(file("_posts/2025-09-14-jeju.md", header=TRIP), *named) is expected


@pytest.mark.parametrize(("others", "expected"), [(0, False), (1, True)])
def test_a_header_tells_digests_where_half_of_the_rest_lacks_it(others: int, expected: bool) -> None:
    rest = [file(f"page{n}.md") for n in range(others)]
    kept = file("elsewhere/kept.md", header=POST, day=date(2025, 12, 20))
    assert is_expected(kept, *posts(1, 2, 3), *rest) is expected


@pytest.mark.parametrize(
    ("with_words", "of", "expected"), [(1, 4, False), (2, 4, False), (3, 4, True), (1, 2, False), (2, 2, True)]
)
def test_words_are_common_that_most_digests_carry(with_words: int, of: int, expected: bool) -> None:
    named = [file(f"a{n}/2025-12-0{n}.md", papers=2, header=POST if n <= with_words else ()) for n in range(1, of + 1)]
    kept = file("elsewhere/kept.md", header=POST, day=date(2025, 12, 20))
    assert is_expected(kept, *named, file("page.md")) is expected


def test_a_post_about_a_trip_among_digests_of_one_name_is_a_page_of_its_own() -> None:
    assert not is_expected(file("_posts/2025-09-14-a-trip-to-jeju.md"), *posts(1, 2, 3))


def test_an_overview_beside_pages_of_papers_is_none_of_them() -> None:
    pages = [file(f"arxiv/2025-12-01/2512.{n:05}{version}.md", papers=1) for n in range(9) for version in ("", "v1")]
    others = [file("arxiv/2025-12-01/overview.md"), file("arxiv/2025-12-01/top-5.md"), file("reviews/2025-12-02/ok.md")]
    assert not any(judged(*pages, *others).values())
    assert is_expected(file("arxiv/2025-12-02/2512.00009v2.md"), *pages)


def test_a_header_that_sorts_a_post_elsewhere_is_believed() -> None:
    named = [
        file(f"_posts/2025-12-{n:02}-{word}.md", papers=2, header=POST)
        for n, word in enumerate(("sparse", "gan", "rl"), 1)
    ]
    assert not is_expected(file("_posts/2025-09-14-jeju.md", header=TRIP), *named)
    assert is_expected(file("_posts/2025-09-14-kv-cache.md", header=POST), *named)
    plain = [file(f"_posts/2025-12-{n:02}-{word}.md", papers=2) for n, word in enumerate(("sparse", "gan"), 1)]
    assert not is_expected(file("_posts/2025-09-14-jeju.md", header=TRIP), *plain)


@pytest.mark.parametrize(
    "header",
    [
        POST,
        ("categories: daily-papers", 'tags: ["papers", "ai"]', "layout: post"),
        ("layout: post", "categories:", "  - daily-papers", "tags:", "- papers", "- ai"),
        ("layout: post", "tags: [ai, Papers, extra]", "category: daily-papers"),
    ],
)
def test_papers_are_expected_under_the_header_of_digests(header: tuple[str, ...]) -> None:
    pages = [file(f"page{n}.md", header=["layout: page"]) for n in range(3)]
    day = date(2025, 12, 20)
    assert is_expected(file("elsewhere/kept.md", header=header, day=day), *posts(1, 2, 3), *pages)
    assert not is_expected(file("elsewhere/kept.md", header=header), *posts(1, 2, 3), *pages)
    assert not is_expected(file("elsewhere/kept.md", header=TRIP, day=day), *posts(1, 2, 3), *pages)


def test_a_header_that_other_posts_have_too_says_nothing() -> None:
    blog = ("layout: post", "categories: [blog]")
    others = [file(f"notes/2025-11-{n:02}-{n}x.md", header=blog) for n in range(1, 9)]
    assert not any(judged(*posts(1, 2, 3, header=blog), *others).values())


def test_the_name_of_a_file_is_no_title() -> None:
    assert not is_expected(file("b/2025-12-10.md"), *(file(f"a/2025-12-0{n}.md", papers=2) for n in range(1, 4)))


def test_papers_are_expected_under_the_title_of_digests() -> None:
    titled = [file(f"a{n}.md", papers=2, title=f"Daily Papers — 2025-12-0{n}") for n in (1, 2)]
    assert is_expected(file("x.md", title="Daily Papers — 2025-12-10"), *titled)
    assert not is_expected(file("y.md", title="Weekly notes — 2025-12-10"), *titled)


def test_without_any_paper_dated_files_are_what_was_looked_for() -> None:
    assert judged(file("2025-12-10-memo.md"), file("about.md")) == {"2025-12-10-memo.md": True, "about.md": False}


def test_nothing_but_a_date_in_a_name_is_a_digest_that_was_not_written() -> None:
    assert is_expected(file("2025-12-10.md", text=""), file("papers.md", papers=3))
    assert not is_expected(file("index.md", text=""), file("papers.md", papers=3))


_NAMES = st.sampled_from(("daily-papers", "trip", "x1", "논문"))
_FILES = st.builds(
    file,
    st.builds(
        "{}{}-{:02}-{}.md".format,
        st.sampled_from(("_posts/", "", "b/")),
        st.just("2025-12"),
        st.integers(1, 28),
        _NAMES,
    )
    | st.sampled_from(("about.md", "paper_logs/2025/12/01.md", "paper_logs/2025/12/02.md")),
    papers=st.integers(0, 1),
    header=st.sampled_from((POST, TRIP, ("layout: post",), ())),
    text=st.sampled_from((TEXT, "")),
    title=st.sampled_from(("", "Daily 2025-12-01", "Daily 2025-12-02")),
)


@given(st.lists(st.tuples(_FILES, st.booleans()), max_size=14))
def test_it_does_not_matter_in_what_order_files_came_and_went(steps: list[tuple[DigestSummary, bool]]) -> None:
    expected = Expected()
    there: dict[str, DigestSummary] = {}
    verdicts: dict[str, bool] = {}
    for summary, stays in steps:
        if (old := there.pop(summary.path, None)) is not None:
            expected.drop(old)
            verdicts.pop(summary.path, None)
        if stays:
            there[summary.path] = summary
            expected.add(summary)
        verdicts.update({path: verdict for (_, path), verdict in expected.judge().items()})
    assert verdicts == judged(*there.values())
