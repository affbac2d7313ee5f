"""Digests in a folder, and `digest-tui` as it is called."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from digest_tui.cli.main import main
from support.repositories import git, repository
from support.two_formats import DIARY, FORMATS

POST = """\
---
title: "Daily Papers — 2025-12-10"
date: 2025-12-10 08:15:00
---

Good morning.

# 1. [Kites over `[MASK]`](https://arxiv.org/abs/2512.99001v2)

> [Alphaxiv](https://www.alphaxiv.org/ko/overview/2512.99001)

## Introduction
- Goal: **높이** 나는 연.

# 2. [Two Winds](https://arxiv.org/abs/2512.99002)

## Introduction
Prose.
"""
LOG = """\
## Daily Papers (2025-12-09)

### [Two Winds](https://arxiv.org/abs/2512.99002)

Vote: 25

Authors: Ada Long, Bo Short

- ***What's New***: A breeze.
"""


@dataclass(frozen=True)
class Outcome:
    """What one call left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON value."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """Standard output, line by line."""
        return self.out.splitlines()


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Call `digest-tui` within this process."""

    def call(*argv: str) -> Outcome:
        capsys.readouterr()
        code = main(argv)
        return Outcome(code, *capsys.readouterr())

    return call


Typed = Callable[[bytes], None]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Give standard input these bytes."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))


@pytest.fixture
def digests(tmp_path: Path) -> Path:
    """A folder with a post of two papers and, a day older, a log with one of them."""
    root = tmp_path / "digests"
    for path, text in (("_posts/2025-12-10-daily-papers.md", POST), ("paper_logs/2025/12/09.md", LOG)):
        file = root / path
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def two_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only formats of the tests, so that what they say is known."""
    monkeypatch.setattr("digest_tui.formats.registry.FORMATS", FORMATS)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A file of many days."""
    file = tmp_path / "diary.md"
    file.write_text(DIARY, encoding="utf-8")
    return file


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A bare repository of one post, as a server has it, with what pushes to it beside it."""
    repository(tmp_path / "work", {"_posts/2025-12-10-daily-papers.md": POST})
    git(tmp_path, "clone", "--quiet", "--bare", "work", "log.git")
    return tmp_path / "log.git"
