"""Pages that were painted before they are shown: ahead of a key, and at the last start."""

from pathlib import Path

import pytest

from digest_tui.session.page import Page
from digest_tui.ui.reader import page_renderer as sheet_painter
from digest_tui.ui.reader.rendered_page import RenderedPage, pack, unpack
from support.desk import Blog, Desk, open_reader

DAY = "2025-03-11"
BODY = "## Introduction\n- **Goal**: 짧은 [요약](https://example.org)이다.\n\n| a | b |\n|---|---|\n| 가 | 2 |\n"


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    blog.post(DAY, "첫째", "둘째", "셋째", body=BODY)
    return blog


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the pages that were painted."""
    titles: list[str] = []
    paint = sheet_painter.paint_page

    def noted(page: Page, *rest: object) -> RenderedPage:
        titles.append(page.title)
        return paint(page, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(sheet_painter, "paint_page", noted)
    return titles


def shown_page(desk: Desk) -> RenderedPage:
    rendered = desk.screen.reader.rendered
    assert rendered is not None
    return rendered


async def test_the_next_paper_is_painted_before_its_key(blog: Blog, painted: list[str]) -> None:
    async with open_reader(blog) as desk:
        desk.screen.prefetcher._do_one()
        assert "둘째" in painted
        await desk.press("j")
        assert desk.title == "둘째"
        assert painted.count("둘째") == 1


async def test_where_no_row_is_nothing_is_tried_for_ever(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("g", "s")
        prefetcher = desk.screen.prefetcher
        assert desk.screen.session.row is None
        prefetcher.stop()
        prefetcher.plan()
        prefetcher._do_one()
        assert prefetcher._timer is None


async def test_a_page_comes_back_from_bytes_as_it_was(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        rendered = shown_page(desk)
        kept = unpack(pack(rendered))
        assert kept is not None
        assert (kept.plain, kept.links, kept.body, kept.end) == (
            rendered.plain,
            rendered.links,
            rendered.body,
            rendered.end,
        )
        for strip, other in zip(kept.strips, rendered.strips, strict=True):
            runs, others = ([(text, style) for text, style, _ in each] for each in (strip, other))
            assert [text for text, _ in runs] == [text for text, _ in others]
            for (_, style), (_, wanted) in zip(runs, others, strict=True):
                assert (str(style or ""), (style.meta if style else {})) == (
                    str(wanted or ""),
                    (wanted.meta if wanted else {}),
                )
    assert unpack(b"no page") is None


async def test_the_page_of_the_last_time_is_not_painted_again(blog: Blog, painted: list[str]) -> None:
    kept: dict[str, bytes] = {}
    async with open_reader(blog) as desk:
        reader = desk.screen.reader
        reader._pages.kept = reader._pages.kept._replace(keep=kept.__setitem__)
        reader.keep_page()
        assert len(kept) == 1
        painted.clear()
        reader._pages.clear()
        reader._pages.kept = reader._pages.kept._replace(recall=kept.get)
        assert shown_page(desk).plain[0].startswith("첫째")
        assert painted == []
