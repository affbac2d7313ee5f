"""Items that only their pages make entries: a list of links to files about one paper each."""

from pathlib import Path

from digest_tui.library import Library
from digest_tui.sources import FolderSource
from digest_tui.store import memory_store

LIST = "# Reading\n\nWhat I read this week.\n\n- [Tides](tides.md)\n- [Winds](winds.md)\n"
PAGES = {
    f"{name}.md": f"# A Page About {name.title()}\n\n[PDF](https://arxiv.org/pdf/2602.0000{number})\n\nx\n"
    for number, name in enumerate(("tides", "winds", "boats"), 1)
}


def titles(root: Path, digest: str, *names: str, path: str = "2026-02-18.md") -> list[tuple[str, str]]:
    """The file and the title of each paper."""
    for name, text in {path: digest, **{f"{name}.md": PAGES[f"{name}.md"] for name in names}}.items():
        (root / name).write_text(text, encoding="utf-8")
    library = Library([FolderSource(root, "notes")], memory_store())
    library.load()
    return sorted((entry.digest.path, entry.paper.title) for entry in library.entries())


def test_two_items_with_a_page_each_are_a_list_of_papers(tmp_path: Path) -> None:
    assert titles(tmp_path, LIST, "tides", "winds") == [("2026-02-18.md", "Tides"), ("2026-02-18.md", "Winds")]


def test_one_item_with_a_page_is_a_mention(tmp_path: Path) -> None:
    assert titles(tmp_path, LIST, "tides") == [("tides.md", "A Page About Tides")]


def test_two_items_that_lead_to_one_page_are_a_mention(tmp_path: Path) -> None:
    assert titles(tmp_path, LIST.replace("winds.md", "tides.md#part"), "tides") == [("tides.md", "A Page About Tides")]


def test_items_that_are_called_as_their_pages_are_papers_too(tmp_path: Path) -> None:
    named = LIST.replace("[Tides]", "[A Page About Tides]").replace("[Winds]", "[A Page About Winds]")
    assert titles(tmp_path, named, "tides", "winds") == [
        ("2026-02-18.md", "A Page About Tides"),
        ("2026-02-18.md", "A Page About Winds"),
    ]


def test_items_that_are_called_as_digests_of_one_paper_are_none(tmp_path: Path) -> None:
    day = "---\ntitle: {0} of the Week\n---\n\n# 1. [{1}](https://arxiv.org/abs/2602.0000{2})\n\n## Results\n\nx\n"
    for name, paper, number in (("tides", "Seas", 1), ("winds", "Airs", 2)):
        (tmp_path / f"{name}.md").write_text(day.format(name.title(), paper, number), encoding="utf-8")
    named = LIST.replace("[Tides]", "[Tides of the Week]").replace("[Winds]", "[Winds of the Week]")
    assert titles(tmp_path, named) == [("tides.md", "Seas"), ("winds.md", "Airs")]


def test_a_paper_that_was_found_before_stays(tmp_path: Path) -> None:
    known = f"{LIST}\n- [Boats](https://arxiv.org/abs/2602.00003)\n- [Ships](https://arxiv.org/abs/2602.00004)\n"
    found = titles(tmp_path, known, "tides")
    assert {title for path, title in found if path == "2026-02-18.md"} >= {"Boats", "Ships"}
