"""Notes of a vault: what is ours is brought up to date wherever it is, what is a person's stays."""

import os
import re
from pathlib import Path

import pytest
import yaml

from digest_tui.errors import ExportError
from digest_tui.exporters import exporter
from digest_tui.model import PaperState
from digest_tui.model.state import Status
from support.promises import promises
from support.vaults import files, paper, update

STATE = PaperState(Status.LATER, True, 1, (), "with Bo")


def head(note: str) -> dict[str, object]:
    """The properties of a note as YAML has them."""
    found = yaml.safe_load(note.split("---\n")[1])
    assert isinstance(found, dict)
    return found


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    (tmp_path / "vault" / ".obsidian").mkdir(parents=True)
    return tmp_path / "vault"


@promises(
    "docs/formats.md",
    "`export --format obsidian -o FOLDER` writes a note for each paper: properties, and below them the block that "
    "Markdown has.",
    "`arxiv_id` | text | the id without its version",
    "`doi` | text | the DOI; on arXiv every paper has one",
    "`alphaxiv` | text | the page on Alphaxiv",
    "`digest_date` | date | the day under which it is listed",
    "`votes` | number | the votes that the digest says",
    "`tags` | list | your tags",
    "`starred_at` | date and time | when you starred it, in UTC",
    "`status` | text | `unread`, `read`, `later` or `skipped`",
    "`aliases` | list | the title",
)
def test_a_note(vault: Path) -> None:
    done = update(vault, paper(1, "# In\nThey fly.", tags=["gpt-4.5", "2025"], votes=25, state=STATE))
    assert (done.added, done.changed, done.unchanged, done.left, done.text) == (1, 0, 0, (), "")
    (text,) = files(vault).values()
    assert re.sub("[0-9a-f]{8}", "CHECKSUM", text).split("\n") == [
        "---",
        'arxiv_id: "2512.00001"',
        'doi: "10.48550/arXiv.2512.00001"',
        'alphaxiv: "https://www.alphaxiv.org/ko/overview/2512.00001"',
        "digest_date: 2031-02-06",
        "votes: 25",
        "tags:",
        "  - gpt-4-5",
        '  - "_2025"',
        "starred_at: 2031-02-07T09:30:00",
        "status: later",
        "aliases:",
        '  - "Paper 1"',
        "---",
        "",
        "<!-- digest-tui arxiv:2512.00001 CHECKSUM -->",
        "",
        "# [Paper 1](https://arxiv.org/abs/2512.00001)",
        "",
        "2031-02-06 · [arXiv](https://arxiv.org/abs/2512.00001) · [PDF](https://arxiv.org/pdf/2512.00001) · "
        "[Alphaxiv](https://www.alphaxiv.org/ko/overview/2512.00001) · 25 votes · later · starred · "
        "tags: gpt-4.5, 2025",
        "",
        "> **Note**\\",
        "> with Bo",
        "",
        "## In",
        "",
        "They fly.",
        "",
        "<!-- /digest-tui aliases=CHECKSUM,alphaxiv=CHECKSUM,arxiv_id=CHECKSUM,digest_date=CHECKSUM,doi=CHECKSUM,"
        "note=CHECKSUM,starred_at=CHECKSUM,status=CHECKSUM,tags=CHECKSUM+CHECKSUM,votes=CHECKSUM CHECKSUM -->",
        "",
    ]


def test_the_properties_are_of_their_types(vault: Path) -> None:
    update(vault, paper(1, tags=["a"], votes=3, state=STATE))
    found = head((vault / "Paper 1.md").read_text())
    assert {name: type(value).__name__ for name, value in found.items()} == {
        "arxiv_id": "str", "doi": "str", "alphaxiv": "str", "digest_date": "date", "votes": "int", "tags": "list",
        "starred_at": "datetime", "status": "str", "aliases": "list",
    }  # fmt: skip


@promises("docs/formats.md", "What a paper does not have is no property.")
def test_what_a_paper_does_not_have_is_no_property(vault: Path) -> None:
    update(vault, paper(1))
    assert list(head((vault / "Paper 1.md").read_text())) == [
        "arxiv_id", "doi", "alphaxiv", "digest_date", "status", "aliases",
    ]  # fmt: skip


def test_a_second_export_writes_nothing(vault: Path) -> None:
    papers = [paper(1, tags=["a"]), paper(2, state=STATE)]
    update(vault, *papers)
    before = {path.name: path.stat().st_mtime_ns for path in vault.glob("*.md")}
    again = update(vault, *papers)
    assert (again.added, again.changed, again.unchanged, again.removed, again.left) == (0, 0, 2, 0, ())
    assert {path.name: path.stat().st_mtime_ns for path in vault.glob("*.md")} == before


@promises(
    "docs/formats.md",
    "A note is found wherever it is in the vault, whatever its name: the vault is the folder with `.obsidian` above "
    "it, else the folder that you name.",
)
def test_a_note_is_found_by_its_block(vault: Path) -> None:
    update(vault / "papers", paper(1), paper(2))
    (vault / "read" / "deep").mkdir(parents=True)
    (vault / "papers" / "Paper 1.md").rename(vault / "read" / "deep" / "나의 메모.md")
    done = update(vault / "papers", paper(1, "Anew."), paper(2))
    assert (done.added, done.changed, done.unchanged) == (0, 1, 1)
    assert sorted(files(vault)) == ["papers/Paper 2.md", "read/deep/나의 메모.md"]
    assert "Anew." in files(vault)["read/deep/나의 메모.md"]


def test_what_obsidian_does_not_show_is_no_note(vault: Path) -> None:
    for folder in (".trash", ".git", ".obsidian"):
        update(vault / "papers", paper(1))
        (vault / folder).mkdir(exist_ok=True)
        (vault / "papers" / "Paper 1.md").rename(vault / folder / "Paper 1.md")
    assert update(vault / "papers", paper(1)).added == 1


def test_links_are_not_followed(vault: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    update(outside, paper(1))
    (vault / "linked").symlink_to(outside, target_is_directory=True)
    (vault / "Paper 1.md").symlink_to(outside / "Paper 1.md")
    before = files(outside)
    done = update(vault, paper(1, "Anew."))
    assert (done.added, done.left) == (1, ())
    assert files(outside) == before
    assert (vault / "Paper 1 (2512.00001).md").is_file()


@promises("docs/formats.md", "All that you write around the block stays, byte for byte.")
def test_a_persons_words_stay(vault: Path) -> None:
    update(vault, paper(1))
    path = vault / "Paper 1.md"
    text = path.read_text()
    start = text.index("<!-- digest")
    mine = text[:start] + "Before  \r\n\n#mine [[Link]]\n\n" + text[start:] + "\nAfter\n```\nunclosed"
    path.write_bytes(mine.encode())
    done = update(vault, paper(1, "Anew."))
    assert done.changed == 1
    now = path.read_bytes().decode()
    assert now.startswith(mine[: mine.index("<!-- digest")])
    assert now.endswith("\nAfter\n```\nunclosed")
    assert "Anew." in now


@pytest.mark.parametrize(("bom", "end"), [("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")])
def test_ends_of_lines_and_a_mark_at_the_beginning_stay(vault: Path, bom: str, end: str) -> None:
    update(vault, paper(1))
    path = vault / "Paper 1.md"
    path.write_bytes((bom + path.read_text().replace("\n", end)).encode())
    before = path.read_bytes()
    assert update(vault, paper(1)).unchanged == 1
    assert path.read_bytes() == before
    assert update(vault, paper(1, "Anew.", votes=3)).changed == 1
    update(vault, paper(1))
    # The property that came and went stood at the end.
    assert path.read_bytes() == before


def test_a_block_in_which_a_person_wrote_stays_and_its_properties_do_not(vault: Path) -> None:
    update(vault, paper(1))
    path = vault / "Paper 1.md"
    path.write_text(path.read_text().replace("They fly.", "They fly. Really?"))
    done = update(vault, paper(1, "Anew.", votes=3))
    assert done.left == ("The text of Paper 1.md stays as it is, since you wrote in it.",)
    assert (done.changed, done.unchanged) == (1, 0)
    assert "They fly. Really?" in path.read_text()
    assert head(path.read_text())["votes"] == 3
    again = update(vault, paper(1, "Anew.", votes=3))
    assert (again.left, again.changed, again.unchanged) == (done.left, 0, 0)


@promises(
    "docs/formats.md",
    "A note of your own that has the `arxiv_id` or the `doi` of a paper is never touched: the paper is left out, which "
    "is said.",
)
@pytest.mark.parametrize(
    "property",
    ["arxiv_id: 2512.00001", 'arxiv_id: "2512.00001v2" # mine', "arxiv_id: https://arxiv.org/abs/2512.00001",
     "x: 1\ndoi: 10.48550/arXiv.2512.00001"],
)  # fmt: skip
def test_a_persons_own_note_about_a_paper_stays(vault: Path, property: str) -> None:
    (vault / "mine.md").write_text(f"---\n{property}\n---\nwords\n")
    before = files(vault)
    done = update(vault, paper(1), prune=True)
    assert files(vault) == before
    assert done.left == ("2512.00001 is left out: your own note mine.md is about it.",)


def test_a_note_whose_block_was_deleted_is_the_persons(vault: Path) -> None:
    update(vault, paper(1))
    path = vault / "Paper 1.md"
    path.write_text(path.read_text().partition("<!--")[0] + "all mine\n")
    before = files(vault)
    assert update(vault, paper(1, "Anew.")).left == ("2512.00001 is left out: your own note Paper 1.md is about it.",)
    assert files(vault) == before


@promises("docs/formats.md", "A note whose properties cannot be read is left alone, and named with the line.")
@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("status: unread", "status: 'unread", 9, "its properties cannot be read"),
        ("status: unread", "status: unread\nstatus: read", 7, "it has the property status twice"),
        ("---\n\n<!--", "\n<!--", 1, "its properties do not end with a line ---"),
        ("status: unread", "- status", 6, "its properties cannot be read"),
        ("status: unread", "\tstatus: x", 6, "its properties cannot be read"),
    ],
)
def test_properties_that_cannot_be_read(vault: Path, old: str, new: str, line: int, reason: str) -> None:
    update(vault, paper(1), paper(2))
    path = vault / "Paper 1.md"
    path.write_text(path.read_text().replace(old, new))
    before = path.read_bytes()
    done = update(vault, paper(1, "Anew."), paper(2, "Anew."))
    assert path.read_bytes() == before
    assert (done.changed, done.added, done.unchanged) == (1, 0, 0)
    (sentence,) = done.left
    assert sentence.startswith(f"Paper 1.md is left as it is on line {line}: ")
    assert reason in sentence


def test_a_note_that_is_no_text_is_left_alone(vault: Path) -> None:
    update(vault, paper(1), paper(2))
    path = vault / "Paper 1.md"
    path.write_bytes(path.read_bytes() + b"\xff\n")
    before = path.read_bytes()
    done = update(vault, paper(1, "Anew."), paper(2, "Anew."))
    assert path.read_bytes() == before
    assert (done.changed, done.added) == (1, 0)
    assert "is not UTF-8 on line" in done.left[0]


@promises("docs/formats.md", "Of several copies of a note each is brought up to date.")
def test_copies_are_brought_up_to_date(vault: Path) -> None:
    update(vault, paper(1))
    (vault / "Paper 1 (conflict).md").write_text(f"{(vault / 'Paper 1.md').read_text()}mine\n")
    done = update(vault, paper(1, "Anew."))
    assert (done.changed, done.unchanged) == (1, 0)
    assert all("Anew." in text for text in files(vault).values())
    assert files(vault)["Paper 1 (conflict).md"].endswith("\nmine\n")


def test_blocks_that_were_moved_into_one_note(vault: Path) -> None:
    update(vault, paper(1, tags=["a"]), paper(2))
    one, two = vault / "Paper 1.md", vault / "Paper 2.md"
    block = two.read_text().partition("---\n\n")[2]
    two.unlink()
    one.write_text(f"{one.read_text()}\nand\n\n{block}")
    before = one.read_text()
    assert update(vault, paper(1, tags=["a"]), paper(2)).unchanged == 2
    assert one.read_text() == before
    assert update(vault, paper(1, "Anew."), paper(2, "Anew.")).changed == 2
    assert one.read_text().count("Anew.") == 2
    assert list(files(vault)) == ["Paper 1.md"]


def test_of_two_papers_in_one_note_none_has_its_properties(vault: Path) -> None:
    update(vault, paper(1, votes=3), paper(2, votes=3))
    one, two = vault / "Paper 1.md", vault / "Paper 2.md"
    one.write_text(one.read_text() + two.read_text().partition("---\n\n")[2])
    two.unlink()
    update(vault, paper(1, votes=3), paper(2, votes=9))
    assert head(one.read_text())["votes"] == 3
    assert "9 votes" in one.read_text()


@pytest.mark.parametrize("at", ["<!-- /digest-tui ", "aliases=", "alphaxiv="])
def test_who_writes_into_a_mark_has_made_the_block_their_own(vault: Path, at: str) -> None:
    update(vault, paper(1))
    path = vault / "Paper 1.md"
    path.write_text(path.read_text().replace(at, f"{at}ab,"))
    before = files(vault)
    done = update(vault, paper(1, "Anew."), prune=True)
    assert files(vault) == before
    assert done.left == ("2512.00001 is left out: your own note Paper 1.md is about it.",)


@promises(
    "docs/formats.md",
    "`--prune` removes a note of the folder only while it is what we wrote, its name included; one in which you wrote "
    "stays and is named.",
)
def test_what_left_the_query_is_removed_where_nobody_wrote(vault: Path) -> None:
    folder = vault / "papers"
    update(folder, *(paper(number, tags=["a"]) for number in (1, 2, 3, 4, 5, 6, 7, 9, 10)))
    (folder / "Paper 2.md").rename(folder / "Mine.md")
    for number, old, new in (
        (3, "They fly.", "They fly!"),
        (4, "status: unread", "status: done"),
        (5, "  - a\n", "  - a\n  - mine\n"),
        (6, "status: unread", "status: unread # mine"),
        (9, "status: unread\n", ""),
        (10, "  - a\n", ""),
    ):
        path = folder / f"Paper {number}.md"
        path.write_text(path.read_text().replace(old, new))
    (folder / "Paper 7.md").rename(vault / "Paper 7.md")
    kept = update(folder, paper(8))
    assert kept.removed == 0
    done = update(folder, paper(8), prune=True)
    assert done.removed == 1
    assert sorted(files(vault)) == [
        "Paper 7.md", "papers/Mine.md", *(f"papers/Paper {number}.md" for number in (10, 3, 4, 5, 6, 8, 9))
    ]  # fmt: skip
    assert len(done.left) == 7
    assert "papers/Mine.md stays, since you wrote in it or named it: remove it by hand." in done.left


def test_a_note_that_was_updated_is_still_what_we_wrote(vault: Path) -> None:
    update(vault, paper(1, tags=["a"]))
    update(vault, paper(1, "Anew.", tags=["b"], votes=2, state=STATE))
    assert update(vault, paper(2), prune=True).removed == 1


def test_a_name_that_is_taken(vault: Path) -> None:
    (vault / "PAPER 1.MD").write_text("mine")
    done = update(vault, paper(1), paper(2, title="paper 1"))
    assert done.added == 2
    assert sorted(files(vault)) == ["PAPER 1.MD", "Paper 1 (2512.00001).md", "paper 1 (2512.00002).md"]
    assert files(vault)["PAPER 1.MD"] == "mine"


def test_one_note_that_cannot_be_written_keeps_no_other(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    update(vault, paper(1), paper(2))
    real = os.replace

    def fails(source: str, target: str) -> None:
        if str(target).endswith("Paper 1.md"):
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "replace", fails)
    before = files(vault)["Paper 1.md"]
    done = update(vault, paper(1, "Anew."), paper(2, "Anew."))
    assert (done.changed, done.unchanged) == (1, 0)
    assert files(vault)["Paper 1.md"] == before
    assert "No space left on device" in done.left[0]
    assert len(list(vault.iterdir())) == 3


def test_a_folder_is_made_where_its_own_is(tmp_path: Path) -> None:
    assert update(tmp_path / "new", paper(1)).added == 1
    with pytest.raises(ExportError, match="there is no folder"):
        update(tmp_path / "none" / "new", paper(1))
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="is a file"):
        update(tmp_path / "file", paper(1))


def test_to_standard_output_notes_follow_one_another() -> None:
    text = exporter("obsidian").update("", [paper(1), paper(2)]).text
    assert text.count("\n---\n\n<!-- digest-tui ") == 2
    assert text.startswith("---\narxiv_id:")


@promises("docs/formats.md", "A task of a digest is a box that is text, since it is none of yours.")
def test_what_a_digest_writes_does_not_act_in_a_vault(vault: Path) -> None:
    text = "- [ ] task\n- #tag [[link]] ![[embed]] ![p](https://a.org/p.png)\n\n```dataviewjs\nx\n```\n\n`= 1`\n\n%%a%%"
    update(vault, paper(1, text))
    body = files(vault)["Paper 1.md"].partition("They fly")[0].rpartition("· unread")[2]
    for sign in ("[ ]", " #tag", "[[", "![", "dataviewjs", "`=", "%%"):
        assert sign not in body
