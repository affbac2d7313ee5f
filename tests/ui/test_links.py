"""Links open after the rule, and are copied where there is no browser."""

from digest_tui.ui.keys.commands import COMMANDS
from digest_tui.ui.screens.links import LinksScreen
from support.desk import Blog, RecordingOpener, open_reader
from support.promises import promises

DAY = "2025-03-11"


def post(blog: Blog, heading: str, body: str = "") -> None:
    """A digest of one paper with a heading of one's own."""
    text = f"---\ntitle: Daily Papers {DAY}\n---\n\n# 1. {heading}\n\n## Method\n내용. {body}\n"
    (blog.folder / f"{DAY}-papers.md").write_text(text, encoding="utf-8")


@promises("README.md", "`o` | To arXiv (`a` to Alphaxiv).")
async def test_arxiv_alphaxiv_and_pdf_are_built_from_the_id(blog: Blog) -> None:
    post(blog, "[A paper](http://arxiv.org/abs/2503.01234v2)")
    async with open_reader(blog) as desk:
        await desk.press("o", "a", "P")
        assert sorted(desk.opened) == [
            "https://arxiv.org/abs/2503.01234",
            "https://arxiv.org/pdf/2503.01234",
            "https://www.alphaxiv.org/ko/overview/2503.01234",
        ]


async def test_without_an_id_the_link_of_the_heading_opens(blog: Blog) -> None:
    post(blog, "[A paper elsewhere](https://openreview.net/forum?id=abc)")
    async with open_reader(blog) as desk:
        await desk.press("o")
        assert desk.opened == ["https://openreview.net/forum?id=abc"]
        await desk.press("a")
        assert desk.message.startswith("This paper has no arXiv id")


async def test_a_link_that_is_refused_is_not_opened_and_it_is_said_why(blog: Blog) -> None:
    post(blog, "[A paper elsewhere](https://user@example.org/)")
    async with open_reader(blog) as desk:
        await desk.press("o")
        assert desk.opened == []
        assert desk.message.startswith("This link is not opened: ")
        await desk.press("O")
        assert (desk.opened, desk.state("A paper elsewhere")) == ([], "unread")


async def test_another_link_is_picked_by_its_letter(blog: Blog) -> None:
    post(
        blog,
        "[A paper](https://arxiv.org/abs/2503.01234)",
        "코드는 https://github.com/someone/code에서, [글](https://example.org/b)",
    )
    async with open_reader(blog) as desk:
        await desk.press("w")
        assert isinstance(desk.app.screen, LinksScreen)
        await desk.press("b")
        assert desk.opened == ["https://example.org/b"]
        await desk.press("w", "enter")
        assert desk.opened[1:] == ["https://github.com/someone/code"]


async def test_a_paper_without_other_links_says_so(blog: Blog) -> None:
    post(blog, "[A paper](https://arxiv.org/abs/2503.01234)")
    async with open_reader(blog) as desk:
        await desk.press("w")
        assert desk.message == "This paper has no other links."


async def test_a_clicked_link_opens_its_real_target(blog: Blog) -> None:
    post(blog, "[A paper](https://arxiv.org/abs/2503.01234)", "[arxiv.org](https://example.org/other)")
    async with open_reader(blog) as desk:
        lines = desk.drawn("reader").splitlines()
        y = next(i for i, line in enumerate(lines) if "내용." in line)
        # Each Hangul syllable before the link takes two cells.
        x = lines[y].index("arxiv.org") + 2
        await desk.pilot.click("#reader", offset=(x + 2, y))
        await desk.settle()
        assert desk.opened == ["https://example.org/other"]


async def test_without_a_browser_the_link_is_copied_and_it_is_said_how(blog: Blog) -> None:
    post(blog, "[A paper](https://arxiv.org/abs/2503.01234)")
    async with open_reader(blog, opener=RecordingOpener(trouble="firefox could not open it")) as desk:
        await desk.press("o")
        assert desk.message == (
            "firefox could not open it · copied by the terminal, if it allows that · https://arxiv.org/abs/2503.01234"
        )
        assert desk.app.clipboard == "https://arxiv.org/abs/2503.01234"


async def test_the_facts_of_a_paper_name_the_keys_of_the_table_and_can_be_clicked(blog: Blog) -> None:
    post(blog, "[A paper](https://arxiv.org/abs/2503.01234)")
    keys = {command.id: command.keys[0] for command in COMMANDS if command.keys}
    async with open_reader(blog) as desk:
        facts = " · ".join(f"{keys[c]} {w}" for c, w in (("arxiv", "arXiv 2503.01234"), ("alphaxiv", "Alphaxiv")))
        assert f"{facts} · {keys['pdf']} PDF" in desk.drawn("reader")
        await desk.click("a Alphaxiv")
        await desk.click("PDF")
        assert desk.opened == ["https://www.alphaxiv.org/ko/overview/2503.01234", "https://arxiv.org/pdf/2503.01234"]
