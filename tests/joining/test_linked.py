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
    return sorted((place.digest.path, place.paper.title) for place in library.catalog.places())


def test_two_items_with_a_page_each_are_a_list_of_papers(tmp_path: Path) -> None:
    assert titles(tmp_path, LIST, "tides", "winds") == [("2026-02-18.md", "Tides"), ("2026-02-18.md", "Winds")]


def test_one_item_with_a_page_is_a_mention(tmp_path: Path) -> None:
    assert titles(tmp_path, LIST, "tides") == [("tides.md", "A Page About Tides")]


def test_two_items_that_lead_to_one_page_are_a_mention(tmp_path: Path) -> None:
    assert titles(tmp_path, LIST.replace("winds.md", "tides.md#part"), "tides") == [("tides.md", "A Page About Tides")]
