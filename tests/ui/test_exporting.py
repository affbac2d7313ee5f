"""`E`: papers are written for other programs."""

from pathlib import Path

import pytest

from digest_tui.ui.screens.export import ExportScreen
from support.desk import Blog, Desk, open_reader

DAY, OLDER = "2025-03-11", "2025-03-10"
FIRST, SECOND, THIRD = "Quiet kites of the north", "Two winds over the bay", "Calm waters in the morning"


@pytest.fixture
def blog(blog: Blog) -> Blog:
    """Two days, the newer one of three papers."""
    blog.post(OLDER, "An older paper of the day before")
    blog.post(DAY, FIRST, SECOND, THIRD)
    return blog


@pytest.fixture
def home(own_home: Path) -> Path:
    """The person's home, where files go unless they are named."""
    return own_home


def dialog(desk: Desk) -> ExportScreen | None:
    return desk.app.screen if isinstance(desk.app.screen, ExportScreen) else None


def entries(file: Path) -> list[str]:
    """The titles in a bibliography, in order."""
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return [line.split("{")[-1].split("}")[0] for line in text.splitlines() if line.strip().startswith("title")]


def rows(desk: Desk) -> list[str]:
    return [
        line.strip() for line in desk.lines() if line.strip().startswith(("│ Papers", "│ Format", "│ To", "│ Enter"))
    ]


async def test_the_paper_shown_goes_into_the_file_and_enter_repeats_it_for_another(blog: Blog, home: Path) -> None:
    async with open_reader(blog) as desk:
        await desk.press("E")
        text = "\n".join(desk.lines())
        assert "~/papers.bib" in text
        assert "1 paper as BibTeX to a file" in text
        await desk.press("enter")
        assert dialog(desk) is None
        assert desk.message == "1 paper added · ~/papers.bib"
        assert entries(home / "papers.bib") == [FIRST]
        await desk.press("j", "E", "enter")
        assert entries(home / "papers.bib") == [FIRST, SECOND]
        await desk.press("E", "enter")
        assert desk.message == "1 paper unchanged · ~/papers.bib"
