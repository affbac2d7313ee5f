"""Entries and the files that their titles lead to, from files on a disk to what is listed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from digest_tui import formats
from digest_tui.index import open_index
from digest_tui.library import Library
from digest_tui.model import Change, Digest, Entry, Paper, Status
from digest_tui.sources import FileSource, FolderSource, Source
from digest_tui.store import memory_store

TODAY = date(2026, 2, 20)
PAGE = "# A Page About Tides\n\n[PDF](https://arxiv.org/pdf/2602.00001)\n\n## Results\n\n조수를 잘 맞힌다.\n"


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def opened(*sources: Source) -> Library:
    library = Library(sources, memory_store(), today=lambda: TODAY)
    library.load()
    return library


def read(root: Path, files: dict[str, str]) -> Library:
    write(root, files)
    return opened(FolderSource(root, "notes"))


def scan(library: Library) -> Library:
    for part in library.scan():
        library.apply(part)
    return library


def listed(library: Library) -> list[tuple[str | None, str, str]]:
    """Day, first key and path of each paper."""
    entries = library.entries()
    return [(str(entry.date) if entry.date else None, entry.key, entry.digest.path) for entry in entries]


def one(library: Library) -> Entry:
    (entry,) = library.entries()
    return entry


# What is an entry, and what is its page


@pytest.mark.parametrize(
    ("link", "path"),
    [
        ("[Tides](tides.md)", "tides.md"),
        ("[Tides](./tides)", "tides.md"),
        ("[Tides](papers/tides.html)", "papers/tides.md"),
        ("[Tides](papers/tides)", "papers/tides.markdown"),
        ("[Tides](papers/tides/)", "papers/tides/index.md"),
        ("[Tides](papers/tides/)", "papers/tides/README.md"),
        ("[Tides](/papers/tides/)", "_papers/tides.md"),
        ("[Tides](/papers/tides/)", "content/papers/tides.md"),
        ("[Tides](/blog/papers/tides/)", "papers/tides.md"),
        ("[Tides](papers/%EC%A1%B0%EC%88%98%20tides.md)", "papers/조수 tides.md"),
        ("[Tides](<papers/조수 tides.md>)", "papers/조수 tides.md"),
        ("[Tides](papers/조수.md)", "papers/조수.md"),
        ("[Tides](papers/TIDES.md)", "papers/tides.md"),
        ("[Tides](papers/tides.md#results)", "papers/tides.md"),
        ("[Tides](papers/tides.md?raw=1)", "papers/tides.md"),
        ('[Tides](papers/tides.md "the page")', "papers/tides.md"),
        ("[Tides]({{ site.baseurl }}/papers/tides.html)", "papers/tides.md"),
        ("[Tides]({{site.baseurl}}{% link papers/tides.md %})", "papers/tides.md"),
        ("[Tides]({% link papers/tides.md %})", "papers/tides.md"),
        ("[Tides]({{ '/papers/tides' | relative_url }})", "papers/tides.md"),
        ("[Tides]({% post_url 2026-02-17-tides %})", "_posts/2026-02-17-tides.md"),
        ("[Tides](/2026/02/17/tides.html)", "_posts/2026-02-17-tides.md"),
        ("[Tides](/papers/2026/02/17/tides/)", "_posts/2026-02-17-tides.md"),
        ('[Tides]({{< ref "papers/tides.md" >}})', "content/papers/tides.md"),
        ("[[tides]]", "papers/deep/tides.md"),
        ("[[tides|Tides]]", "papers/tides.md"),
        ("[[papers/tides|Tides]]", "papers/tides.md"),
        ("[[tides#Results|Tides]]", "papers/tides.md"),
        ('<a href="papers/tides.md">Tides</a>', "papers/tides.md"),
        ("[Tides][t]", "papers/tides.md"),
    ],
)
def test_a_title_leads_to_its_page_however_the_link_is_written(tmp_path: Path, link: str, path: str) -> None:
    digest = f"# 1. {link}\n\n## Introduction\n\n서론이다.\n\n## Method\n\n방법이다.\n\n[t]: papers/tides.md\n"
    entry = one(read(tmp_path, {"2026-02-18.md": digest, path: PAGE}))
    assert entry.digest.path == "2026-02-18.md"
    assert entry.date == date(2026, 2, 18)
    assert entry.key == "arxiv:2602.00001"
    assert entry.paper.title in ("Tides", "tides")
    assert "조수를 잘 맞힌다." in entry.body
    assert "서론이다." in entry.body


@pytest.mark.parametrize("title", ["연", "바람", "R1", "o3", "4D", "**연**", "`o3`"])
@pytest.mark.parametrize("page", [PAGE, "# 조수\n\n조수를 잘 맞힌다.\n"])
def test_a_title_of_a_table_of_papers_leads_to_its_page_however_short(tmp_path: Path, title: str, page: str) -> None:
    rows = f"| 논문 | 한 줄 |\n|---|---|\n| [{title}](papers/a) | 하나 |\n| [Two Winds](papers/b) | 둘 |\n"
    entries = read(tmp_path, {"2026-02-18.md": rows, "papers/a.md": page}).entries()
    assert [entry.digest.path for entry in entries] == ["2026-02-18.md"] * 2
    assert "조수를 잘 맞힌다." in entries[0].body


def test_a_permalink_of_the_header_leads_to_its_page(tmp_path: Path) -> None:
    page = f"---\ntitle: Tides\npermalink: /notes/about-tides/\n---\n{PAGE}"
    digest = "# 1. [Tides](/notes/about-tides/)\n\n## Method\n\n방법.\n"
    assert one(read(tmp_path, {"2026-02-18.md": digest, "x/42.md": page})).key == "arxiv:2602.00001"


ROWS = """# 論文

## 2026-02-18 words after the date

### topic

| 論文 | 一言 |
|---|---|
| [Short (Lab)](papers/short) | one line |
"""
ITEMS = "# Log\n\n## 2026-02-18\n\n- [Short (Lab)](papers/short.md): one line\n- [Other Thing](papers/other.md): x\n"
HEADINGS = "## Daily Papers (2026-02-18)\n\n### [Short (Lab)](papers/short.md)\n\nVote: 7\n\n- one line\n"
OTHER = "# Other Thing\n\n[arXiv](https://arxiv.org/abs/2602.00009)\n"


@pytest.mark.parametrize("digest", [ROWS, ITEMS, HEADINGS], ids=["row", "item", "heading"])
def test_rows_items_and_headings_are_entries(tmp_path: Path, digest: str) -> None:
    library = read(tmp_path, {"README.md": digest, "papers/short.md": PAGE, "papers/other.md": OTHER})
    entry = library.resolve("2602.00001")[0]
    assert (entry.paper.title, str(entry.date), entry.digest.path) == ("Short (Lab)", "2026-02-18", "README.md")
    assert "one line" in entry.body
    assert "조수를 잘 맞힌다." in entry.body
    assert entry.paper.sections[-1].title == "Results"
    assert "papers/short.md" not in {path for _, _, path in listed(library)}


def test_the_entry_says_where_and_when_and_both_say_what(tmp_path: Path) -> None:
    page = """---
title: Tides of the Sea
date: 2026-02-11
---
Authors: Kim Ha, Lee Bo

[PDF](https://arxiv.org/pdf/2602.00001v2) · [code](https://example.org/code)

![curve](img/curve.png)

## Method

- Goal: 목표를 적는다.
"""
    library = read(tmp_path, {"log/2026-02-18.md": HEADINGS.replace("papers/", "../papers/"), "papers/short.md": page})
    entry = one(library)
    record = library.record(entry)
    assert record | {
        "title": "Short (Lab)", "date": "2026-02-18", "path": "log/2026-02-18.md", "line": 3, "position": 1, "votes": 7,
        "url": "../papers/short.md", "arxiv_id": "2602.00001", "arxiv_version": 2, "authors": ["Kim Ha", "Lee Bo"],
        "sections": ["Method"], "leads": ["Goal"], "images": ["../papers/img/curve.png"],
    } == record  # fmt: skip
    assert "https://example.org/code" in entry.paper.links
    assert "![curve](../papers/img/curve.png)" in entry.markdown
    assert "\n".join(entry.digest.own_lines) + "\n" == HEADINGS.replace("papers/", "../papers/")


def test_only_the_link_of_the_title_counts(tmp_path: Path) -> None:
    digest = "# 1. [A Study of Waves](https://arxiv.org/abs/2602.00007)\n\n[summary](tides.md)\n"
    library = read(tmp_path, {"2026-02-18.md": digest, "tides.md": PAGE})
    assert {key for _, key, _ in listed(library)} == {"arxiv:2602.00007", "arxiv:2602.00001"}


def test_an_entry_with_the_id_of_another_paper_has_no_page(tmp_path: Path) -> None:
    digest = "# 1. [Tides](tides.md)\n\n[arXiv](https://arxiv.org/abs/2602.00007)\n\n## Method\n\n방법.\n"
    library = read(tmp_path, {"2026-02-18.md": digest, "tides.md": PAGE})
    assert {path for _, _, path in listed(library)} == {"2026-02-18.md", "tides.md"}


def test_a_page_without_an_id_is_one_where_a_title_leads_to_it(tmp_path: Path) -> None:
    page = "# 조수에 대하여\n\n아이디가 없는 글이다.\n\n## 결과\n\n- 성능: 좋다.\n"
    entry = one(read(tmp_path, {"README.md": ROWS, "papers/short.md": page}))
    assert [section.title for section in entry.paper.sections] == ["결과"]
    assert "아이디가 없는 글이다." in entry.body
    assert "# 조수에 대하여" in entry.body, "its own title is another one"
    assert entry.page_path == "papers/short.md"


def test_a_text_to_whose_parts_several_titles_lead_is_no_page(tmp_path: Path) -> None:
    rows = ROWS.rstrip("\n") + "\n| [Second (Lab)](papers/short#second) | two |\n"
    library = read(tmp_path, {"README.md": rows, "papers/short.md": "# Notes\n\n## first\n\n## second\n"})
    assert [entry.paper.page for entry in library.entries()] == [None, None]


def test_an_index_of_days_with_one_paper_each_is_no_list_of_papers(tmp_path: Path) -> None:
    day = "# Daily Papers {0}\n\n## 1. [Paper Number {1} of the Year](https://arxiv.org/abs/2602.0000{1})\n\ntext\n"
    days = {f"log/2026-02-1{n}.md": day.format(f"2026-02-1{n}", n) for n in (1, 2, 3)}
    index = "# Archive\n\n" + "".join(f"- [2026-02-1{n}](log/2026-02-1{n}.md)\n" for n in (1, 2, 3))
    named = "# Archive\n\n" + "".join(f"- [Daily Papers 2026-02-1{n}](log/2026-02-1{n}.md)\n" for n in (1, 2, 3))
    library = read(tmp_path, {**days, "index.md": index, "archive.md": named})
    assert [path for _, _, path in listed(library)] == ["log/2026-02-13.md", "log/2026-02-12.md", "log/2026-02-11.md"]


def test_pages_that_lead_on_to_one_another_stay(tmp_path: Path) -> None:
    pages = {
        f"notes/{n}.md": f"# [Paper Number {n} of the Year]({n % 3 + 1}.md)\n\n[PDF](https://arxiv.org/pdf/2602.0000{n})\n"
        for n in (1, 2, 3)
    }
    library = read(tmp_path, pages)
    found = {key for _, key, _ in listed(library)}
    assert found == {"arxiv:2602.00001", "arxiv:2602.00002", "arxiv:2602.00003"}


def test_what_a_page_mentions_is_no_entry_of_it(tmp_path: Path) -> None:
    page = PAGE + "\n## Related\n\n- [Another Study of the Sea](other.md)\n- [A Third Study of the Sea](third.md)\n"
    files = {"tides.md": page, "other.md": OTHER, "third.md": OTHER.replace("9", "8")}
    assert {path for _, _, path in listed(read(tmp_path, files))} == set(files)


# Dates


def test_an_entry_without_a_date_takes_over_no_page_that_has_one(tmp_path: Path) -> None:
    index = "# Papers\n\n| Paper | Note |\n|---|---|\n| [Short (Lab)](papers/2026-02-17-short.md) | x |\n"
    library = read(tmp_path, {"index.md": index, "papers/2026-02-17-short.md": PAGE})
    assert listed(library) == [("2026-02-17", "arxiv:2602.00001", "papers/2026-02-17-short.md")]
    assert [summary.path for summary in library.catalog.others().rest] == ["index.md"]


def test_entries_without_a_page_that_has_a_date_stay(tmp_path: Path) -> None:
    index = (
        "# Papers\n\n| Paper | Link |\n|---|---|\n| [Short (Lab)](papers/2026-02-17-short.md) | x |\n"
        "| [A Study of Waves](https://arxiv.org/abs/2602.00007) | y |\n"
    )
    library = read(tmp_path, {"index.md": index, "papers/2026-02-17-short.md": PAGE})
    assert listed(library) == [
        ("2026-02-17", "arxiv:2602.00001", "papers/2026-02-17-short.md"),
        (None, "arxiv:2602.00007", "index.md"),
    ]
    waves = library.resolve("2602.00007")[0]
    assert waves.paper.position == 1
    assert "papers/2026-02-17-short.md" in waves.digest.preface()


def test_a_file_without_a_date_stands_on_the_day_of_the_one_that_lists_it_first(tmp_path: Path) -> None:
    digest = "# 1. [A Study of Waves](https://arxiv.org/abs/2602.0000{0})\n\n[summary](../tides.md)\n"
    files = {"d/2026-02-18.md": digest.format(7), "d/2026-02-16.md": digest.format(8), "tides.md": PAGE}
    assert ("2026-02-16", "arxiv:2602.00001", "tides.md") in listed(read(tmp_path, files))


def test_a_file_that_nothing_lists_stays_undated(tmp_path: Path) -> None:
    assert listed(read(tmp_path, {"tides.md": PAGE})) == [(None, "arxiv:2602.00001", "tides.md")]


# Several entries, several sources


def test_a_page_that_several_entries_name_is_one_paper_with_occurrences(tmp_path: Path) -> None:
    files = {f"2026-02-1{n}.md": HEADINGS.replace("18", f"1{n}") for n in (7, 8)}
    library = read(tmp_path, {**files, "papers/short.md": PAGE})
    assert listed(library) == [(f"2026-02-1{n}", "arxiv:2602.00001", f"2026-02-1{n}.md") for n in (8, 7)]
    entries = library.resolve("2602.00001")
    assert library.catalog.also_on(entries[0]) == [date(2026, 2, 17)]
    assert all("조수를 잘 맞힌다." in entry.body for entry in entries)


def test_a_page_may_be_a_file_of_another_source(tmp_path: Path) -> None:
    write(tmp_path, {"log/2026-02-18.md": HEADINGS.replace("papers/", "../wiki/"), "wiki/short.md": PAGE})
    entry = one(opened(FolderSource(tmp_path / "log"), FolderSource(tmp_path / "wiki")))
    assert (entry.digest.source, entry.key) == ("log", "arxiv:2602.00001")
    assert "조수를 잘 맞힌다." in entry.body


def test_a_single_file_knows_no_pages(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": ROWS, "papers/short.md": PAGE})
    assert one(opened(FileSource(tmp_path / "README.md"))).paper.page is None


def test_no_link_leads_out_of_the_library(tmp_path: Path) -> None:
    write(tmp_path, {"log/2026-02-18.md": HEADINGS.replace("papers/", "../secret/"), "secret/short.md": PAGE})
    assert one(opened(FolderSource(tmp_path / "log"))).paper.page is None


# What was decided


@pytest.mark.parametrize("old", ["entry", "page"])
def test_what_was_decided_under_the_key_of_either_holds(tmp_path: Path, old: str) -> None:
    digest = "# 1. [A Study of Waves and Tides](tides.md)\n\n## Introduction\n\n서론.\n\n## Method\n\n방법.\n"
    page = PAGE.replace("[PDF](https://arxiv.org/pdf/2602.00001)", "[PDF](https://openreview.net/pdf?id=abc)")
    write(tmp_path, {"2026-02-18.md": digest} if old == "entry" else {"tides.md": page})
    library = opened(FolderSource(tmp_path))
    library.decisions.write([Change(one(library).key, "status", "later")])
    write(tmp_path, {"2026-02-18.md": digest, "tides.md": page})
    library.decisions.replace(library.store.states())
    entry = one(scan(library))
    assert entry.paper.page is not None
    assert library.state(entry).status is Status.LATER


# Files that change


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    paths: list[str] = []
    known: Callable[..., object] = FolderSource.read

    def counted(self: FolderSource, ref: object) -> object:
        paths.append(getattr(ref, "path", ""))
        return known(self, ref)

    monkeypatch.setattr(FolderSource, "read", counted)
    return paths


def test_a_changed_page_is_read_again_with_its_entries_and_nothing_else(
    tmp_path: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    others = {f"2026-02-0{n}.md": HEADINGS.replace("18", f"0{n}").replace("short", f"s{n}") for n in (1, 2)}
    pages = {f"papers/s{n}.md": PAGE.replace("00001", f"0000{n}") for n in (1, 2)}
    library = read(tmp_path, {"2026-02-18.md": HEADINGS, "papers/short.md": PAGE, **others, **pages})
    reads.clear()
    made: list[str] = []
    read_page = formats.read_page

    def counted(digest: Digest) -> Paper:
        made.append(digest.path)
        return read_page(digest)

    monkeypatch.setattr(formats, "read_page", counted)
    write(tmp_path, {"papers/short.md": PAGE.replace("잘 맞힌다", "아주 잘 맞힌다")})
    days = {summary.path for part in library.scan() for summary in part.added if library.apply(part)}
    assert days == {"2026-02-18.md"}
    assert reads == ["papers/short.md"]
    assert made == ["papers/short.md"]
    assert [entry.body for entry in library.entries() if "아주 잘 맞힌다" in entry.body]


def test_nothing_is_read_or_joined_again_where_nothing_changed(tmp_path: Path, reads: list[str]) -> None:
    library = read(tmp_path, {"README.md": ROWS, "papers/short.md": PAGE})
    reads.clear()
    assert [(part.added, part.removed) for part in library.scan()] == [((), ())]
    assert reads == []


def test_a_page_that_comes_later_is_joined_and_one_that_goes_leaves_its_entry(tmp_path: Path) -> None:
    library = read(tmp_path, {"README.md": ROWS})
    assert one(library).paper.page is None
    write(tmp_path, {"papers/short.md": PAGE})
    assert one(scan(library)).key == "arxiv:2602.00001"
    (tmp_path / "papers/short.md").unlink()
    assert one(scan(library)).paper.page is None


def test_a_page_is_a_digest_again_when_its_entry_goes(tmp_path: Path) -> None:
    library = read(tmp_path, {"2026-02-18.md": HEADINGS, "papers/short.md": PAGE})
    (tmp_path / "2026-02-18.md").unlink()
    assert listed(scan(library)) == [(None, "arxiv:2602.00001", "papers/short.md")]


def test_a_page_that_becomes_a_list_of_papers_is_one(tmp_path: Path) -> None:
    library = read(tmp_path, {"2026-02-18.md": HEADINGS, "papers/short.md": PAGE})
    two = "# [Waves of the Sea](https://arxiv.org/abs/2602.00003)\n\n# [Tides of the Sea](https://arxiv.org/abs/2602.00004)\n"
    write(tmp_path, {"papers/short.md": two})
    assert {path for _, _, path in listed(scan(library))} == {"2026-02-18.md", "papers/short.md"}


def test_the_index_gives_the_joined_papers_without_reading(tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path / "notes", {"README.md": ROWS, "papers/short.md": PAGE})
    index = tmp_path / "cache" / "index.db"

    def library() -> Library:
        return Library([FolderSource(tmp_path / "notes")], memory_store(), index=open_index(index), today=lambda: TODAY)

    library().load()
    reads.clear()
    again = library()
    assert again.open()
    assert one(again).key == "arxiv:2602.00001"
    assert "조수를 잘 맞힌다." in one(again).body
    assert [(part.added, part.removed) for part in again.scan()] == [((), ())]
    assert reads == []


def test_a_search_finds_what_the_page_says(tmp_path: Path) -> None:
    library = read(tmp_path, {"README.md": ROWS, "papers/short.md": PAGE})
    assert len(library.searching.search(library.searching.query("조수를"))) == 1
    assert len(library.searching.search(library.searching.query("results:맞힌다"))) == 1
    assert len(library.searching.search(library.searching.query("method:맞힌다"))) == 0
    assert len(library.searching.search(library.searching.query('"one line"'))) == 1
