"""A blog of one's own: digests in a folder, written by the tests."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from digest_tui.store import memory_store
from digest_tui.store.base import Store

TODAY = date(2025, 3, 12)


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
