"""The rows of the paper list: one mark before the title, everything else after it."""

from rich.cells import cell_len
from textual.app import App, ComposeResult

from digest_tui.search.excerpts import Excerpt
from digest_tui.session.rows import PaperRow
from digest_tui.ui.theme import variable_defaults
from digest_tui.ui.widgets.papers import PaperList
from support.desk import Blog, open_reader

DAY = "2025-03-11"


class Demo(App[None]):
    """One list of papers."""

    CSS = "PaperList { width: 47; height: 30; }"

    def __init__(self, *rows: PaperRow, cursor: int | None = None) -> None:
        super().__init__()
        self.papers = PaperList(id="papers")
        self._rows, self._row = rows, cursor

    def compose(self) -> ComposeResult:
        yield self.papers

    def on_mount(self) -> None:
        self.papers.set_rows(self._rows, self._row)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)


async def drawn(*rows: PaperRow, size: tuple[int, int] = (80, 40), **options: object) -> list[str]:
    """The lines below the heading, without the air at the left."""
    app = Demo(*rows, **options)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        lines = [app.papers.render_line(y).text for y in range(1, app.papers.size.height)]
        assert all(cell_len(line) == app.papers.size.width for line in lines)
        return [line[1:].rstrip(" ▐") for line in lines if line.strip(" ▐")]


async def test_one_mark_says_what_was_decided(blog: Blog) -> None:
    blog.post(DAY, "New", "Starred", "Read", "Skipped", "Later", "Starred and put off")
    async with open_reader(blog, size=(140, 30)) as desk:
        await desk.press("j", "s", "j", "r", "x", "d", "s", "d", "g", "g")
        rows = [line.strip() for line in desk.drawn("papers").split("\n")[1:7]]
        assert rows == ["1 ● New", "2 ★ Starred", "3 ✓ Read", "4 × Skipped", "5 > Later", "6 ★ Starred and put off"]


async def test_tags_and_votes_follow_the_title() -> None:
    row = PaperRow("A short title", "1", "new", votes="54", note="#video also 12-17")
    assert await drawn(row) == [f" 1 ● A short title{' ' * 7}#video also 12-17 54"]
    assert await drawn(row._replace(title="A title that leaves no room")) == [
        " 1 ● A title that leaves no",
        f"     room{' ' * 16}#video also 12-17 54",
    ]
    # Forty cells: even the votes stand below.
    assert await drawn(row._replace(title="x" * 40, note="")) == [
        f" 1 ● {'x' * 40}",
        f"{' ' * 43}54",
    ]


async def test_tags_and_votes_do_not_stand_alone_below_a_title_that_has_words_to_go_with_them() -> None:
    row = PaperRow("Sparse attention learns what to look at", "1", "new", votes="54", title_marks=((0, 6), (35, 39)))
    assert await drawn(row) == [" 1 ● Sparse attention learns what to look", f"     at{' ' * 36}54"]
    # A title of more lines than it may have goes on in the line that was for tags alone.
    assert await drawn(row._replace(title=f"{KOREAN} 그리고 남은 숙제", note="#video")) == [
        " 1 ● 대규모 언어 모델의 추론 능력을 높이는",
        "     강화 학습(Reinforcement Learning)에 대한",
        "     체계적인 조사 그리고 남은 숙제 #video 54",
    ]
    more = f"{LONG} and Their Many Discontents, Explained"
    assert await drawn(row._replace(title=more, note="#video also 12-17")) == [
        " 1 ● Perception, Reason, Think, and Plan: A",
        "     Survey on Large Multimodal Reasoning",
        "     Models and Their Many Discontents,",
        "     Explained           #video also 12-17 54",
    ]
    # Tags that take the whole line still do.
    assert await drawn(row._replace(title=more, note=f"#{'x' * 60}")) == [
        " 1 ● Perception, Reason, Think, and Plan: A",
        "     Survey on Large Multimodal Reasoning",
        "     Models and Their Many Discontents, Expl…",
        f"     #{'x' * 35}… 54",
    ]


async def test_the_first_words_of_a_note_are_the_last_line() -> None:
    row = PaperRow("모델의 표", "1", "new", votes="3", own_note="비교할 것: 우리 방법과 " * 4)
    assert await drawn(row) == [
        " 1 ● 모델의 표                              3",
        "     “비교할 것: 우리 방법과 비교할 것: 우리…",
    ]


LONG = "Perception, Reason, Think, and Plan: A Survey on Large Multimodal Reasoning Models"
KOREAN = "대규모 언어 모델의 추론 능력을 높이는 강화 학습(Reinforcement Learning)에 대한 체계적인 조사"


async def test_titles_are_whole_where_the_day_fits() -> None:
    assert await drawn(PaperRow(LONG, "1", "new", votes="75"), PaperRow(KOREAN, "2", "new")) == [
        " 1 ● Perception, Reason, Think, and Plan: A",
        "     Survey on Large Multimodal Reasoning",
        f"     Models{' ' * 32}75",
        " 2 ● 대규모 언어 모델의 추론 능력을 높이는",
        "     강화 학습(Reinforcement Learning)에 대한",
        "     체계적인 조사",
    ]


async def test_where_the_day_does_not_fit_only_the_title_under_the_cursor_is_whole() -> None:
    rows = [PaperRow(LONG, str(number), "new", votes="75", own_note="읽을 것") for number in range(1, 21)]
    lines = await drawn(*rows, cursor=1)
    assert lines[:6] == [
        " 1 ● Perception, Reason, Think, and Plan: A",
        "     Survey on Large Multimodal Reasoning… 75",
        " 2 ● Perception, Reason, Think, and Plan: A",
        "     Survey on Large Multimodal Reasoning",
        f"     Models{' ' * 32}75",
        "     “읽을 것”",
    ]


async def test_a_title_that_is_cut_leaves_a_third_to_what_follows_it() -> None:
    rows = [PaperRow(KOREAN, str(number), "new", votes="75", note="#diffusion #video") for number in range(1, 31)]
    assert (await drawn(*rows, cursor=1))[:2] == [
        " 1 ● 대규모 언어 모델의 추론 능력을 높이는",
        "     강화 학습(Reinforcement Le… #diffusi… 75",
    ]


async def test_votes_stand_on_the_lowest_line_that_has_room_for_them() -> None:
    row = PaperRow(f"A title {'x' * 40}", "1", "new", votes="75")
    assert await drawn(row) == [f" 1 ● A title{' ' * 31}75", f"     {'x' * 40}"]
    assert (await drawn(*[row] * 30))[:2] == [f" 1 ● A title{' ' * 31}75", f"     {'x' * 40}"]


async def test_every_size_has_room_for_a_title(blog: Blog) -> None:
    """Nothing is wider than its pane, and at 140 cells a title has forty."""
    blog.post(DAY, LONG, KOREAN, "語彙の曖昧性、「言語」モデルにおける（長い）題名の折り返し。" * 2)
    for width, title in ((140, 40), (158, 40), (180, 62), (120, 31), (80, 73), (40, 33)):
        async with open_reader(blog, size=(width, 30)) as desk:
            papers, reader = desk.screen.papers, desk.screen.reader
            assert papers.line_width - 5 == title
            assert all(cell_len(papers.render_line(y).text) == papers.size.width for y in range(papers.size.height))
            assert reader.column <= reader.text_width
            if width >= 158:
                assert reader.column == 88


async def test_a_wider_text_takes_its_cells_from_the_papers(blog: Blog) -> None:
    blog.post(DAY, "One")
    async with open_reader(blog, size=(190, 30)) as desk:
        assert desk.screen.reader.column == 88
        await desk.press(*">>>>>>")
        assert desk.screen.reader.column == desk.screen.reader.text_width > 88
        assert desk.screen.reader.region.right == 190


SENTENCE = "잠재 공간에서 텍스트를 영상으로 바꾸는 확산 모델을 다룬다."
FOUND = (SENTENCE.index("확산"), SENTENCE.index("확산") + 2)
HIT = PaperRow("A short title", "1", "new", votes="54", when="16 Dec", excerpt=Excerpt(SENTENCE, (FOUND,)))


async def test_a_hit_has_one_line_for_its_day_and_the_sentence_around_the_match() -> None:
    assert await drawn(HIT, HIT._replace(when=""), HIT._replace(excerpt=None)) == [
        f" 1 ● A short title{' ' * 25}54",
        "     16 Dec · …바꾸는 확산 모델을 다룬다.",
        f" 1 ● A short title{' ' * 25}54",
        "     …영상으로 바꾸는 확산 모델을 다룬다.",
        f" 1 ● A short title{' ' * 25}54",
        "     16 Dec",
    ]


async def test_tags_and_votes_of_a_hit_end_its_line_where_the_title_has_no_room() -> None:
    hit = HIT._replace(title="x" * 40)
    assert (await drawn(hit))[1:] == ["     16 Dec · …바꾸는 확산 모델을 다룬다.  54"]
    assert (await drawn(hit._replace(note="#diffusion")))[1:] == ["     16 Dec · …확산 모델을 다…  #diffusion 54"]
    # However much else there is to know, the match is seen.
    many = hit._replace(note="#diffusion #video #generation", when="16 Dec 2025")
    assert (await drawn(many))[1:] == ["     16 Dec 2025 · …확산 모델…  #diffusio… 54"]
    long = Excerpt("A latent diffusion transformer", ((2, 30),))
    assert (await drawn(many._replace(excerpt=long)))[1:] == ["     16 Dec 2025 · …latent diffusion transfo…"]
    assert (await drawn(*[hit] * 30))[:2] == [f" 1 ● {'x' * 40}", "     16 Dec · …바꾸는 확산 모델을 다룬다.  54"]


async def test_a_heading_has_a_rule_and_stays_above_what_is_under_it() -> None:
    rows = [PaperRow("in titles · 30", passed_over=True), *[PaperRow("A title", "1", "new", head=0)] * 60]
    heading = f"in titles · 30 {'─' * 30}"
    assert (await drawn(*rows, cursor=1))[:2] == [heading, " 1 ● A title"]
    lines = await drawn(*rows, cursor=60)
    assert lines[0] == heading
    assert len(lines) == 29


async def test_the_row_under_the_cursor_is_whole_under_a_heading_that_stays() -> None:
    rows = [PaperRow("in titles · 60", passed_over=True), *[HIT._replace(head=0)] * 60]
    app = Demo(*rows, cursor=60)
    async with app.run_test(size=(80, 40)) as pilot:
        papers = app.papers
        for row in range(59, 0, -1):
            papers.set_cursor(row)
            await pilot.pause()
            assert row in papers.whole_rows
            assert papers.rows_on_lines()[0] == 0


async def test_a_heading_gives_way_to_a_row_that_fills_the_window() -> None:
    rows = [PaperRow("in titles · 9", passed_over=True), *[PaperRow(LONG, "1", "new", head=0)] * 9]
    app = Demo(*rows, cursor=9)
    async with app.run_test(size=(80, 40)) as pilot:
        app.papers.styles.height = 4
        await pilot.pause()
        for row in (9, 5, 1):
            app.papers.set_cursor(row)
            await pilot.pause()
            assert app.papers.rows_on_lines() == [row] * 3
