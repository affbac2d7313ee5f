"""Lines of a digest and of the pages behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.model.page_lines import KEPT_PAGES, LinesWithPages, PageRun, moved_links, moved_url

PAGES = {7: ["head", "a", "b"], 8: ["c"], 9: ["d", "e"]}


def lines(*runs: PageRun, path: str = "log/day.md") -> LinesWithPages:
    return LinesWithPages(("one", "two"), runs, path, PAGES.get)


RUNS = (PageRun(7, "log/p.md", 1, 2), PageRun(8, "log/q.md", 0, 1), PageRun(9, "log/r.md", 0, 2))


def test_pages_follow_the_lines_of_the_file() -> None:
    found = lines(*RUNS)
    assert list(found) == ["one", "two", "a", "b", "c", "d", "e"]
    assert (len(found), found[-1], found.start(1)) == (7, "e", 4)
    assert (found[-7], found[-6]) == ("one", "two")
    for index in (7, -8, -9):
        with pytest.raises(IndexError):
            found[index]


def test_a_line_is_of_a_page_or_of_the_file() -> None:
    paths = [None, None, "log/p.md", "log/p.md", "log/q.md", "log/r.md", "log/r.md"]
    assert [lines(*RUNS).path_at(index) for index in range(7)] == paths


@given(st.slices(7))
def test_a_part_is_what_it_is_of_a_list(part: slice) -> None:
    assert list(lines(*RUNS)[part]) == list(lines(*RUNS))[part]


def test_a_page_is_read_when_it_is_looked_at_and_few_are_kept() -> None:
    read: list[int] = []

    def load(summary: int) -> list[str]:
        read.append(summary)
        return [f"{summary}"]

    runs = [PageRun(summary, "p.md", 0, 1) for summary in range(KEPT_PAGES + 1)]
    found = LinesWithPages((), runs, "day.md", load)
    assert read == []
    assert [found[0], found[0], found[1]] == ["0", "0", "1"]
    assert read == [0, 1]
    assert [found[number] for number in range(KEPT_PAGES + 1)][-1] == str(KEPT_PAGES)
    assert found[0] == "0"
    assert read.count(0) == 2


@pytest.mark.parametrize("page", [None, ["head"], ["head", "a"]])
def test_a_page_that_was_changed_meanwhile_has_empty_lines(page: list[str] | None) -> None:
    found = LinesWithPages(("one",), [PageRun(7, "p.md", 1, 2)], "day.md", lambda summary: page)
    assert [*found] == ["one", *["a"] * (page == ["head", "a"]), *[""] * (1 if page == ["head", "a"] else 2)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("![그림](img/a.png) and [b](../b.md)", "![그림](../papers/img/a.png) and [b](../papers/../b.md)"),
        ('<img src="a.png"> <a href=\'b.md\'>', '<img src="../papers/a.png"> <a href=\'../papers/b.md\'>'),
        ("[angle](<a b.md>)", "[angle](<../papers/a b.md>)"),
        ("[web](https://example.org/a) [top](#top) [root](/a) [mail](mailto:a@b.c) []()", None),
        ("[data](data:x) [tag]({% link a.md %}) [//](//host/a)", None),
        ("no link, src = 5, data-src=\"a\"", None),
    ],
)  # fmt: skip
def test_relative_links_lead_on_from_where_they_are_shown(line: str, expected: str | None) -> None:
    assert list(moved_links([line], "papers", "log")) == [line if expected is None else expected]
    assert list(moved_links([line], "log", "log")) == [line]


def test_code_stays_as_it_is() -> None:
    code = ["```md", "[a](b.md)", "~~~", "[a](b.md)", "```", "[a](b.md)"]
    assert list(moved_links(code, "papers", "")) == [*code[:5], "[a](papers/b.md)"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("img/a.png", "../papers/img/a.png"),
        ("../a.png", "../a.png"),
        ("./a.png?raw=1", "../papers/a.png?raw=1"),
        ("https://example.org/a.png", "https://example.org/a.png"),
        ("/a.png", "/a.png"),
        ("#a", "#a"),
    ],
)
def test_a_picture_is_named_from_where_it_is_shown(url: str, expected: str) -> None:
    assert moved_url(url, "papers", "log") == expected


@pytest.mark.parametrize(
    ("url", "folder", "to_folder", "expected"),
    [
        ("a.png", "", "log", "../a.png"),
        ("a.png", "papers", "", "papers/a.png"),
        ("../Xa.png", "X", "", "Xa.png"),
        ("../../a.png", "papers", "log", "../../a.png"),
        ("a.png?b?c", "papers", "", "papers/a.png?b?c"),
    ],
)
def test_a_picture_is_named_over_any_folders(url: str, folder: str, to_folder: str, expected: str) -> None:
    assert moved_url(url, folder, to_folder) == expected
