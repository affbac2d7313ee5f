"""Sections of the paper that is shown, and the lens, which shows one of them of every paper."""

import pytest

from support.desk import Blog, Desk, open_reader
from support.promises import promises

DAY = "2025-03-11"
LINES = "\n".join(f"- 문장 {number}: 바람이 분다." for number in range(30))
SECTIONS = f"""\
## Introduction

- **Goal**: 연을 띄운다.
{LINES}

## Method

실을 {"길게 " * 40}잇는다.

- **Results**: 방법의 글이다.

## Results

높이 *올랐다*.

{LINES}

## 실험 결과

둘째 결과다.
"""
LEADS = f"""\
- **What's New**: 새 연이다.
{LINES}
- **Technical Details**: 대나무와 종이로 만든다.
  - 안쪽 항목
- **Performance Highlights**: 열 길을 올랐다.
{LINES}
{LINES}
"""
LABELS = f"""\
**핵심 혁신**: 새 연이다.

{LINES}

결과：
높이 올랐다.

{LINES}
"""
NOTHING = "연에 대한 짧은 글이다. 둘째 문장은 다르다.\n"


@pytest.fixture
def shelf(blog: Blog) -> Blog:
    """A day with a paper of each kind."""
    blog.post(DAY, "Sections", body=SECTIONS)
    text = (blog.folder / f"{DAY}-papers.md").read_text("utf-8")
    for title, body in (("Leads", LEADS), ("Labels", LABELS), ("Nothing", NOTHING)):
        blog.count += 1
        text += f"\n# {blog.count}. [{title}](https://arxiv.org/abs/2503.{blog.count:05})\n\n{body}"
    (blog.folder / f"{DAY}-papers.md").write_text(text, "utf-8")
    return blog


def marked(desk: Desk) -> str:
    """The line of the reader that is marked, if there is one."""
    return next(
        (line.strip(" ▌▐") for line in desk.drawn("reader").splitlines()[1:] if line.strip().startswith("▌")), ""
    )


def at_top(desk: Desk) -> str:
    """The first line of text in the reader."""
    return next(line.strip(" ▌▐") for line in desk.drawn("reader").splitlines()[1:] if line.strip(" ▌▐"))


def text(desk: Desk) -> list[str]:
    """The lines of the paper in the reader, below what is said about it."""
    lines = desk.drawn("reader").splitlines()
    rule = next(number for number, line in enumerate(lines) if "────" in line)
    return [line.strip(" ▐") for line in lines[rule + 1 :] if line.strip(" ▐")]


@pytest.mark.parametrize("pane", ["", "h", "l"])
@promises(
    "README.md",
    "`1` to `5` go to introduction, method, results, limitations and conclusion of the paper, whatever your "
    "script calls them.",
)
async def test_a_digit_goes_to_the_section_from_any_pane_and_marks_it_until_the_next_key(
    shelf: Blog, pane: str
) -> None:
    async with open_reader(shelf) as desk:
        await desk.press(*pane, "3")
        assert (marked(desk), at_top(desk)) == ("Results", "Results")
        await desk.press("J")
        assert marked(desk) == ""
        await desk.press("2")
        assert (marked(desk), at_top(desk)) == ("Method", "Method")
        await desk.press("1", "0")
        assert (marked(desk), at_top(desk)) == ("", "Sections")


async def test_the_same_digit_goes_on_to_the_next_part_of_that_name(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        seen = []
        for _ in range(3):
            await desk.press("3")
            seen.append((marked(desk), desk.message.partition(" · ")[0]))
        assert seen == [
            ("Results", "results 1 of 2"),
            ("실험 결과", "results 2 of 2"),
            ("Results", "results 1 of 2"),
        ]
        # Another key between them: it is asked for anew.
        await desk.press("J", "3")
        assert marked(desk) == "Results"


async def test_a_facet_that_a_paper_lacks_names_those_that_it_has(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("3", "4")
        assert desk.message == "no limitations in this paper · 1 introduction · 2 method · 3 results"
        assert at_top(desk) == "Results"
        await desk.press("G", "j", "j", "j", "3")
        assert desk.title == "Nothing"
        assert "names no sections" in desk.message


@pytest.mark.parametrize(
    ("below", "digit", "line"),
    [
        (1, "1", "• What's New: 새 연이다."),
        (1, "2", "• Technical Details: 대나무와 종이로 만든다."),
        (1, "3", "• Performance Highlights: 열 길을 올랐다."),
        (2, "1", "핵심 혁신: 새 연이다."),
        (2, "3", "결과： 높이 올랐다."),
    ],
)
async def test_where_there_are_no_headings_a_lead_is_the_section(
    shelf: Blog, below: int, digit: str, line: str
) -> None:
    async with open_reader(shelf) as desk:
        await desk.press(*["j"] * below, digit)
        assert (marked(desk), at_top(desk)) == (line, line)


async def test_where_one_pane_has_the_screen_the_reader_comes(shelf: Blog) -> None:
    async with open_reader(shelf, size=(40, 12)) as desk:
        await desk.press("3")
        assert at_top(desk) == "Results"


@promises("README.md", "`f 3` shows the results alone, of this paper and the next.")
async def test_a_lens_shows_one_facet_of_every_paper(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("f", "3")
        assert text(desk)[:2] == ["높이 올랐다.", "• 문장 0: 바람이 분다."]
        assert desk.drawn("reader").splitlines()[0].split(" · ")[0].strip() == "only results"
        await desk.press("j")
        assert text(desk)[0] == "열 길을 올랐다."
        await desk.press("2")
        assert text(desk) == ["대나무와 종이로 만든다.", "• 안쪽 항목"]
        await desk.press("j", "j", "5")
        assert text(desk) == ["no conclusion given", "연에 대한 짧은 글이다."]
        await desk.press("f", "f")
        assert text(desk)[0] == "연에 대한 짧은 글이다. 둘째 문장은 다르다."
        assert "only" not in desk.drawn("reader").splitlines()[0]


@pytest.mark.parametrize("end", [["0"], ["f", "f"], ["escape"], ["ㄹ", "ㄹ"]])
async def test_a_lens_ends_and_the_digits_are_places_again(shelf: Blog, end: list[str]) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("ㄹ", "2")
        assert desk.session.lens == "method"
        await desk.press(*end)
        assert desk.session.lens is None
        await desk.press("3")
        assert marked(desk) == "Results"


async def test_escape_takes_back_finds_then_the_lens_then_the_search(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("/", *"leads", "enter", "f", "3", "ctrl+f", *"길", "enter")
        assert desk.session.lens == "results"
        seen = []
        for _ in range(4):
            await desk.press("escape")
            seen.append((str(desk.session.lens), str(desk.session.view)))
        # The words of the search are marked too.
        assert seen == [("results", "search"), ("results", "search"), ("None", "search"), ("None", "new")]


async def test_who_sees_a_part_has_not_read_the_paper(shelf: Blog) -> None:
    titles = ("Sections", "Leads", "Labels", "Nothing")
    async with open_reader(shelf) as desk:
        await desk.press("f", "2", "l", "j", "G", "end", "pagedown", "h")
        assert desk.states(*titles) == ["unread"] * 4
        await desk.press("space")
        assert desk.title == "Leads"
        await desk.press("r")
        assert desk.states(*titles) == ["unread", "read", "unread", "unread"]
        assert desk.title == "Labels"
        await desk.press("f", "f", "l", "G", "G")
        assert desk.state("Labels") == "read"


async def test_space_says_at_the_last_paper_where_new_ones_are(shelf: Blog) -> None:
    shelf.post("2025-03-10", "Older")
    async with open_reader(shelf) as desk:
        await desk.press("f", "4", *["space"] * 3)
        assert desk.title == "Nothing"
        await desk.press("space")
        assert desk.message == "03-10 Mon, 1 new · n goes there"
        await desk.press("n")
        assert desk.title == "Older"
        assert desk.states("Sections", "Leads", "Labels", "Nothing") == ["unread"] * 4


async def test_a_lens_is_there_again_at_the_next_start(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("j", "f", "3")
    async with open_reader(shelf) as desk:
        assert (desk.title, desk.session.lens) == ("Leads", "results")
        assert text(desk)[0] == "열 길을 올랐다."
    async with open_reader(shelf, fresh=True) as desk:
        assert desk.session.lens is None


async def test_the_list_of_commands_says_what_a_paper_lacks(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("?", *"limitations")
        assert "This paper has no limitations." in "\n".join(desk.lines())
        assert "Only limitations" in "\n".join(desk.lines())
