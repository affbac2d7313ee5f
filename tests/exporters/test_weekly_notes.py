"""A note for each week with links to the notes of its papers."""

import datetime
from pathlib import Path

from digest_tui.exporters import Exported
from support.promises import promises
from support.vaults import files, paper, update


def of(day: datetime.date, one: Exported) -> Exported:
    return one._replace(entry=one.entry._replace(digest=one.entry.digest._replace(date=day)))


def links(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("- ")]


@promises(
    "docs/formats.md",
    "`--weekly` also writes a note for each week, such as `2031-W06.md`, with links to the notes of its papers: your "
    "own words in it stay, and a note of that name which is all yours is left alone.",
)
def test_a_week_links_to_its_papers(tmp_path: Path) -> None:
    done = update(tmp_path, paper(1, title="Kites: [a] #tag"), of(datetime.date(2029, 12, 31), paper(2)), weekly=True)
    assert done.added == 2
    assert sorted(files(tmp_path)) == ["2030-W01.md", "2031-W06.md", "Kites - a tag.md", "Paper 2.md"]
    assert links(files(tmp_path)["2031-W06.md"]) == ["- [[Kites - a tag|Kites: a tag]]"]
    assert links(files(tmp_path)["2030-W01.md"]) == ["- [[Paper 2|Paper 2]]"]
    before = files(tmp_path)
    update(tmp_path, paper(1, title="Kites: [a] #tag"), of(datetime.date(2029, 12, 31), paper(2)), weekly=True)
    assert files(tmp_path) == before


def test_a_link_follows_a_note_that_was_renamed_or_moved(tmp_path: Path) -> None:
    (tmp_path / ".obsidian").mkdir()
    folder = tmp_path / "papers"
    update(folder, paper(1), paper(2), paper(3), weekly=True)
    (tmp_path / "read").mkdir()
    (folder / "Paper 1.md").rename(tmp_path / "read" / "Mine.md")
    (folder / "Paper 2.md").rename(tmp_path / "read" / "Paper 3.md")
    (folder / "2031-W06.md").rename(tmp_path / "read" / "This week.md")
    (tmp_path / "read" / "This week.md").write_text(f"mine\n{(tmp_path / 'read' / 'This week.md').read_text()}more\n")
    update(folder, paper(1), paper(2), paper(3), weekly=True)
    text = (tmp_path / "read" / "This week.md").read_text()
    assert links(text) == ["- [[Mine|Paper 1]]", "- [[read/Paper 3|Paper 2]]", "- [[papers/Paper 3|Paper 3]]"]
    assert text.startswith("mine\n<!-- digest-tui week:2031-W06 ")
    assert text.endswith("-->\nmore\n")
    assert not (folder / "2031-W06.md").exists()


def test_a_link_leads_to_a_persons_own_note_about_a_paper(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("---\narxiv_id: 2512.00001\n---\n")
    update(tmp_path, paper(1), weekly=True)
    assert links(files(tmp_path)["2031-W06.md"]) == ["- [[mine|Paper 1]]"]


def test_a_persons_own_note_of_that_name_stays(tmp_path: Path) -> None:
    (tmp_path / "2031-w06.md").write_text("mine")
    done = update(tmp_path, paper(1), weekly=True)
    assert done.left == ("2031-W06 is left out: 2031-W06.md is your own note.",)
    assert files(tmp_path)["2031-w06.md"] == "mine"


def test_links_among_which_a_person_wrote_stay(tmp_path: Path) -> None:
    update(tmp_path, paper(1), weekly=True)
    week = tmp_path / "2031-W06.md"
    week.write_text(week.read_text().replace("- [[Paper 1", "- read first: [[Paper 1"))
    before = week.read_text()
    done = update(tmp_path, paper(1), paper(2), weekly=True)
    assert week.read_text() == before
    assert done.left == ("The links of 2031-W06 stay as they are, since you wrote among them.",)


def test_prune_removes_no_week(tmp_path: Path) -> None:
    update(tmp_path, paper(1), weekly=True)
    done = update(tmp_path, paper(2), prune=True)
    assert done.removed == 1
    assert sorted(files(tmp_path)) == ["2031-W06.md", "Paper 2.md"]
    assert done.left == ()


def test_without_being_asked_for_there_is_none(tmp_path: Path) -> None:
    update(tmp_path, paper(1))
    assert list(files(tmp_path)) == ["Paper 1.md"]
