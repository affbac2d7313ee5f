"""A blog of one's own: digests in a folder, written by the tests."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from digest_tui.store import memory_store
from digest_tui.store.base import Store

TODAY = date(2025, 3, 12)
_OWN_PAGES = {
    "404.md": "---\nlayout: page\ntitle: 404\n---\n\nThis page does not exist.\n",
    "CONTRIBUTING.md": "# Contributing\n\nBe kind.\n",
    "README.md": "# A blog\n\nNotes.\n",
    "about.md": "---\nlayout: page\ntitle: About\n---\n\n안녕하세요. 매일 논문을 읽습니다.\n",
    "links/index.md": "# 목록\n\n- [One](https://one.example.org)\n- [Two](https://two.example.org)\n",
    "2025-03-09-제주-여행.md": "---\nlayout: post\ncategories: [life]\n---\n\n바다를 보았다.\n",
}
"""Files that a blog has besides its digests."""


@dataclass
class Blog:
    """Digests in a folder."""

    folder: Path
    count: int = 0
    """Papers written so far."""

    @cached_property
    def store(self) -> Store:
        """State that is kept from one reader without a screen to the next, and no longer than the test."""
        return memory_store()

    def post(self, day: str, *titles: str, body: str = "## Introduction\n- Goal: 짧은 요약이다.\n") -> Path:
        """Write the post of a day; the ids of its papers count up over the whole blog."""
        lines = ["---", f'title: "Daily Papers — {day}"', f"date: {day} 08:00:00", "---", ""]
        for number, title in enumerate(titles, 1):
            self.count += 1
            arxiv = f"2503.{self.count:05}"
            lines += [f"# {number}. [{title}](https://arxiv.org/abs/{arxiv})", ""]
            lines += [f"> [Alphaxiv](https://www.alphaxiv.org/ko/overview/{arxiv})", "", body]
        path = self.folder / f"{day}-papers.md"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    def log(self, day: str, *papers: tuple[str, str, int | None]) -> Path:
        """Write the paper log of a day: of each paper the arXiv id, the title, and the votes where it has any."""
        texts = (
            f"### [{title}](https://arxiv.org/abs/{arxiv})\n\n{'' if votes is None else f'Vote: {votes}'}\n\n- Text.\n"
            for arxiv, title, votes in papers
        )
        path = self.folder / "paper_logs" / f"{day.replace('-', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([f"## Daily Papers ({day})\n", *texts]), encoding="utf-8")
        return path

    def add_own_pages(self) -> None:
        """Write pages in which no paper is expected."""
        for name, text in _OWN_PAGES.items():
            (self.folder / name).parent.mkdir(exist_ok=True)
            (self.folder / name).write_text(text, encoding="utf-8")
