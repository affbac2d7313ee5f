"""Links open after the rule, and are copied where there is no browser."""

from pathlib import Path

import pytest

from digest_tui.ui.desktop.opener import Opener
from digest_tui.ui.screens.links import LinksScreen
from support.desk import Blog, open_reader

DAY = "2025-03-11"


def post(blog: Blog, heading: str, body: str = "") -> None:
    """A digest of one paper with a heading of one's own."""
    text = f"---\ntitle: Daily Papers {DAY}\n---\n\n# 1. {heading}\n\n## Method\n내용. {body}\n"
    (blog.folder / f"{DAY}-papers.md").write_text(text, encoding="utf-8")


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


async def test_copying(blog: Blog) -> None:
    post(blog, "[A [MASK] paper](https://arxiv.org/abs/2503.01234)")
    async with open_reader(blog) as desk:
        for key, copied in (
            ("a", "https://arxiv.org/abs/2503.01234"),
            ("i", "2503.01234"),
            ("t", "A [MASK] paper"),
            ("m", r"[A \[MASK\] paper](https://arxiv.org/abs/2503.01234)"),
        ):
            await desk.press("y", key)
            assert desk.app.clipboard == copied
            assert desk.message == f"copied · {copied}"
        await desk.press("y", "b")
        assert desk.app.clipboard.startswith("@misc{")
        assert desk.message == f"copied · {desk.app.clipboard}"


async def test_without_a_browser_the_link_is_copied_and_shown(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    post(blog, "[A paper](https://arxiv.org/abs/2503.01234)")
    async with open_reader(blog) as desk:
        monkeypatch.setattr(desk.screen.services.desktop._opener, "open", lambda url: False)
        await desk.press("o")
        assert desk.message == "no browser here: copied · https://arxiv.org/abs/2503.01234"
        assert desk.app.clipboard == "https://arxiv.org/abs/2503.01234"


def recorder(folder: Path, name: str, exit_code: int = 0) -> Path:
    """A browser that writes down its arguments."""
    script = folder / name
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{folder}/{name}.out"\nexit {exit_code}\n', encoding="utf-8")
    script.chmod(0o755)
    return script


def test_the_browser_of_the_person_is_used_also_over_ssh(tmp_path: Path) -> None:
    script = recorder(tmp_path, "mine")
    opener = Opener({"BROWSER": f"{script} --new %s", "SSH_CONNECTION": "1 2 3 4"})
    assert opener.open("https://example.org/$(id);x")
    assert (tmp_path / "mine.out").read_text(encoding="utf-8") == "--new\nhttps://example.org/$(id);x\n"


def test_the_next_browser_of_the_list_is_tried_when_one_fails(tmp_path: Path) -> None:
    bad, good = recorder(tmp_path, "bad", exit_code=3), recorder(tmp_path, "good")
    assert Opener({"BROWSER": f"/nowhere/at/all:{bad}:{good}"}).open("https://example.org/")
    assert (tmp_path / "good.out").exists()


def test_a_terminal_browser_is_not_started(tmp_path: Path) -> None:
    script = recorder(tmp_path, "w3m")
    assert not Opener({"BROWSER": str(script)}).open("https://example.org/")
    assert not (tmp_path / "w3m.out").exists()


def test_a_remote_session_without_a_browser_opens_nothing() -> None:
    assert not Opener({"SSH_CONNECTION": "1 2 3 4", "PATH": "/usr/bin"}).open("https://example.org/")
