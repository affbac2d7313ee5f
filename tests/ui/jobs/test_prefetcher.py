"""Pages that were painted before they are shown: ahead of a key, and at the last start."""

from pathlib import Path

import pytest

from digest_tui.render.palette import Palette
from digest_tui.ui.reader import page_renderer
from digest_tui.ui.reader.rendered_page import Lines, RenderedPage, pack, unpack
from support.desk import Blog, Desk, open_reader

DAY = "2025-03-11"
BODY = "## Introduction\n- **Goal**: 짧은 [요약](https://example.org)이다.\n\n| a | b |\n|---|---|\n| 가 | 2 |\n"


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    file = blog.post(DAY, "첫째", "둘째", "셋째", body=BODY)
    for title in ("첫째", "둘째", "셋째"):
        file.write_text(file.read_text("utf-8").replace("[요약]", f"[{title} 요약]", 1), encoding="utf-8")
    return blog


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles in the texts that were painted."""
    titles: list[str] = []
    paint = page_renderer.paint_text

    def noted(markdown: str, width: int, palette: Palette) -> Lines:
        titles.append(markdown.partition("[")[2].partition(" ")[0])
        return paint(markdown, width, palette)

    monkeypatch.setattr(page_renderer, "paint_text", noted)
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


async def test_the_next_card_is_painted_before_its_key(blog: Blog, painted: list[str]) -> None:
    async with open_reader(blog) as desk:
        await desk.press("T")
        desk.screen.prefetcher.plan()
        desk.screen.prefetcher._do_one()
        before = list(painted)
        await desk.press("j")
        assert (desk.title, painted.count("둘째")) == ("둘째", before.count("둘째"))
        assert "둘째 요약" in desk.drawn("card")


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
        rendered = shown_page(desk).text
        kept = unpack(pack(rendered))
        assert kept is not None
        assert (kept.plain, kept.links) == (rendered.plain, rendered.links)
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
