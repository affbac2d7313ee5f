"""Digests that change while they are read: files are added and removed, papers come, go, move and get other titles."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

TITLES = (
    "확산 모델의 정렬", "Sparse attention at scale", "언어 모델과 도구", "World models from video", "강화 학습의 보상",
    "A benchmark of agents", "한국어 말뭉치", "Flow matching for speech", "검색 증강 생성", "Robots that fold laundry",
    "작은 모델의 추론", "Graph transformers revisited",
)  # fmt: skip
"""Titles of papers by their number."""
_SHORT = "## Introduction\n- Goal: 짧은 요약이다.\n"
_LONG = "## Introduction\n- Goal: 긴 요약이다.\n\n## Method\n" + "\n\n".join(
    f"문단 {n}: 여기에 글이 더 있다." for n in range(24)
)


def key_of(number: int) -> str:
    """The key of a paper."""
    return f"arxiv:2503.{number:05}"


@dataclass
class Shelf:
    """Digests in a folder: for each file its date and the numbers of its papers."""

    folder: Path
    first_day: date
    files: dict[str, tuple[date, list[int]]] = field(default_factory=dict)
    retitled: set[int] = field(default_factory=set)
    """Papers that have another title than at first."""

    def put(self, back: int, part: int, papers: list[int]) -> None:
        """Write the digest of a day so many days back; a day may have several, in the order of their parts."""
        day = self.first_day - timedelta(days=back)
        self.files[f"{day}-papers-{part}.md"] = day, list(papers)
        self._write(f"{day}-papers-{part}.md")

    def remove(self, at: int) -> None:
        """Remove a digest."""
        name = self._name(at)
        del self.files[name]
        (self.folder / name).unlink()

    def take(self, at: int, paper: int) -> int:
        """Take a paper out of a digest, which may be left without any, and return its number."""
        name = self._name(at)
        papers = self.files[name][1]
        taken = papers.pop(paper % len(papers)) if papers else 0
        self._write(name)
        return taken

    def add(self, at: int, paper: int) -> None:
        """Add a paper at the end of a digest."""
        name = self._name(at)
        self.files[name][1].append(paper)
        self._write(name)

    def retitle(self, at: int, paper: int) -> None:
        """Give a paper of a digest another title, wherever it stands."""
        papers = self.files[self._name(at)][1]
        if papers:
            self.retitled ^= {papers[paper % len(papers)]}
            for name in self.files:
                self._write(name)

    def change(self, what: str, at: int, paper: int) -> None:
        """Change something: `arrive`, `remove`, `add`, `take`, `move` or `retitle`."""
        if what == "arrive":
            self.put(at, 1 + paper % 2, [paper, paper + 1])
        elif not self.files:
            return
        elif what == "remove":
            self.remove(at)
        elif what == "add":
            self.add(at, paper)
        elif what == "take":
            self.take(at, paper)
        elif what == "retitle":
            self.retitle(at, paper)
        elif taken := self.take(at, paper):
            self.add(at + 1, taken)

    def days(self) -> dict[str, tuple[str, ...]]:
        """The papers of each date, newest first; one that stands there twice counts once."""
        found: dict[str, tuple[str, ...]] = {}
        for day, papers in (self.files[name] for name in sorted(self.files, key=self._place)):
            if papers:
                found[str(day)] = tuple(dict.fromkeys((*found.get(str(day), ()), *map(key_of, papers))))
        return found

    def title(self, paper: int) -> str:
        """The title of a paper."""
        return f"{TITLES[paper % len(TITLES)]} {paper}{', revised' if paper in self.retitled else ''}"

    def _place(self, name: str) -> tuple[int, str]:
        return -self.files[name][0].toordinal(), name

    def _name(self, at: int) -> str:
        return sorted(self.files)[at % len(self.files)]

    def _write(self, name: str) -> None:
        day, papers = self.files[name]
        lines = ["---", f'title: "Daily Papers — {day}"', f"date: {day} 08:00:00", "---", ""]
        for number, paper in enumerate(papers, 1):
            arxiv = key_of(paper).removeprefix("arxiv:")
            lines += [f"# {number}. [{self.title(paper)}](https://arxiv.org/abs/{arxiv})", ""]
            lines += [f"> [Alphaxiv](https://www.alphaxiv.org/ko/overview/{arxiv})", ""]
            lines += [_LONG if paper % 3 == 0 else _SHORT]
        # A length of its own: a file that changed within the same tick of the clock is read again all the same.
        lines += [f"<!-- {'.' * len(self.retitled)} -->"] if not papers else []
        (self.folder / name).write_text("\n".join(lines), encoding="utf-8")
