"""A file of Markdown in which papers have blocks among a person's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.exporters import Exported, exporter
from digest_tui.exporters.marked_blocks import blocks_in
from digest_tui.model import ArxivId, Paper, PaperState
from digest_tui.model.state import Status
from support.exporting import exported
from support.promises import promises
from support.rendered import READER, markers

LINES = (
    "### 1. [Quiet Kites](https://arxiv.org/abs/2512.00001)",
    "# Introduction",
    "They fly.",
    "## Detail",
    "- [ ] $x_1$",
)
KITES = Paper(
    "Quiet Kites", 0, 5, 1, "https://arxiv.org/abs/2512.00001", ArxivId("2512.00001"), votes=25,
    authors=("Mina Kim", "A. Oh"), meta=(0,),
)  # fmt: skip
STATE = PaperState(Status.READ, True, 1, ("kites", "wind"), "with Bo\n# not a heading")


def paper(
    number: int = 1, lines: tuple[str, ...] = ("title", "They fly."), state: PaperState = STATE, title: str = ""
) -> Exported:
    """A paper of a digest of these lines."""
    made = Paper(title or f"Paper {number}", 0, len(lines), 1, arxiv=ArxivId(f"2512.{number:05}"), meta=(0,))
    (one,) = exported(made, lines=lines, state=state)
    return one


def update(text: str, *papers: Exported, prune: bool = False) -> str:
    return exporter("markdown").update(text, papers, prune=prune).text


@promises(
    "docs/formats.md",
    "In the file that `export --format markdown` writes, a paper is a block between two comments that no reader shows; "
    "the first has its key and a checksum of what is between them.",
    "The block has the title with its link as a heading, a line of facts, your note, and what the digest says, its "
    "headings below that of the title.",
)
def test_a_paper() -> None:
    (kites,) = exported(KITES, lines=LINES, state=STATE)
    assert update("", kites).split("\n") == [
        "<!-- digest-tui arxiv:2512.00001 838745de -->",
        "",
        "## [Quiet Kites](https://arxiv.org/abs/2512.00001)",
        "",
        "Mina Kim, A. Oh · 2031-02-06 · [arXiv](https://arxiv.org/abs/2512.00001) · "
        "[PDF](https://arxiv.org/pdf/2512.00001) · [Alphaxiv](https://www.alphaxiv.org/ko/overview/2512.00001) · "
        "25 votes · read · starred · tags: kites, wind",
        "",
        "> **Note**\\",
        "> with Bo\\",
        "> \\# not a heading",
        "",
        "### Introduction",
        "",
        "They fly.",
        "",
        "#### Detail",
        "",
        "- [ ] $x_1$",
        "",
        "<!-- /digest-tui -->",
        "",
    ]
    assert not [token for token in READER.parse(update("", kites)) if "digest-tui" in token.content and not token.hidden
                and token.type != "html_block"]  # fmt: skip


@promises("docs/formats.md", "What is copied has no comments.")
@pytest.mark.parametrize("name", ["markdown", "obsidian"])
def test_what_is_copied_has_no_marks(name: str) -> None:
    papers = [paper(1), paper(2)]
    text = exporter(name).copied(papers)
    assert not list(markers(text))
    assert text.endswith("They fly.\n")
    assert text.count("They fly.") == 2
    assert update(text, paper(1)).startswith(text)


def test_a_second_export_changes_nothing() -> None:
    papers = [paper(1), paper(2)]
    once = update("", *papers)
    again = exporter("markdown").update(once, papers)
    assert (again.text, again.added, again.changed, again.unchanged) == (once, 0, 0, 2)


@promises("docs/formats.md", "All that you write outside of the blocks stays, also when you move them about.")
def test_a_persons_words_stay() -> None:
    one, two = (update("", paper(number)) for number in (1, 2))
    text = f"# Mine\r\n\n{two}between  \n\n{one}```\nunclosed"
    changed = exporter("markdown").update(text, [paper(1, ("t", "Anew.")), paper(2), paper(3)])
    assert changed.text == (
        f"# Mine\r\n\n{two}between  \n\n{update('', paper(1, ('t', 'Anew.')))}```\nunclosed\n\n{update('', paper(3))}"
    )
    assert (changed.added, changed.changed, changed.unchanged) == (1, 1, 1)


@pytest.mark.parametrize("before", ["", "words", "words\n", "words\n\n"])
def test_an_empty_line_stands_before_what_is_added(before: str) -> None:
    assert update(before, paper()) == f"{'words' * bool(before)}{chr(10) * 2 * bool(before)}{update('', paper())}"


@promises(
    "docs/formats.md",
    "A block in which you wrote stays as it is, which is said: delete it, and the next export writes it anew at the "
    "end.",
)
def test_a_block_in_which_a_person_wrote_stays() -> None:
    mine = update("", paper(1)).replace("They fly.", "They fly. Do they?")
    changed = exporter("markdown").update(mine, [paper(1, ("t", "Anew."))])
    assert (changed.text, changed.changed, changed.unchanged) == (mine, 0, 0)
    assert changed.left == ("2512.00001 stays as it is on line 1, since you wrote in it.",)
    assert update("words\n", paper(1, ("t", "Anew."))) == f"words\n\n{update('', paper(1, ('t', 'Anew.')))}"


def test_an_edit_by_which_it_becomes_what_we_write_is_none() -> None:
    old, new = paper(1), paper(1, ("t", "Anew."))
    mine = update("", old).replace("They fly.", "Anew.")
    again = exporter("markdown").update(mine, [new])
    assert (again.text, again.unchanged, again.left) == (mine, 1, ())


@promises("docs/formats.md", "A block is yours for good when you take the checksum out of its first line.")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CHECKSUM", ""),
        ("<!-- /digest-tui -->\n", ""),
        ("<!-- /digest-tui -->\n", "<!-- /digest-tui --> and mine\n"),
        (" -->\n\n##", " --> mine\n\n##"),
    ],
)
def test_a_block_without_its_marks_is_the_persons(old: str, new: str) -> None:
    text = update("", paper(1))
    (block,) = blocks_in(text)
    mine = text.replace(old.replace("CHECKSUM", f" {block.mark.checksum}"), new)
    assert mine != text
    changed = exporter("markdown").update(mine, [paper(1, ("t", "Anew."))], prune=True)
    assert changed.text == mine
    assert changed.left == ("2512.00001 is left out: your own entry on line 1 is about it.",)


def test_what_left_the_query_is_removed_where_nobody_wrote() -> None:
    text = update("mine\n", paper(1), paper(2), paper(3)).replace("Paper 2", "Paper two")
    kept = exporter("markdown").update(text, [paper(1)])
    assert (kept.text, kept.removed) == (text, 0)
    pruned = exporter("markdown").update(text, [paper(1)], prune=True)
    assert [block.mark.key for block in blocks_in(pruned.text)] == ["arxiv:2512.00001", "arxiv:2512.00002"]
    assert pruned.text.startswith("mine\n\n<!--")
    assert pruned.removed == 1
    assert len(pruned.left) == 1


def test_every_copy_of_a_block_is_brought_up_to_date() -> None:
    text = update("", paper(1)) + update("", paper(1))
    new = paper(1, ("t", "Anew."))
    assert update(text, new) == update("", new) * 2


@pytest.mark.parametrize("key", ["url:a.org/x-->y", "url:a.org/a b", "url:a.org/한글--", "doi:10.1/<a>%20"])
def test_any_key_stands_in_a_comment(key: str) -> None:
    one = paper(1)
    entry = one.entry._replace(keys=(key,))
    other = one._replace(entry=entry, keys=(key,))
    text = update("", other)
    (line, _) = markers(text)
    assert line.count("--") == 2
    assert line.isascii()
    assert [block.mark.key for block in blocks_in(text)] == [key]
    assert update(text, other) == text


def test_a_paper_that_no_digest_has_any_more_has_no_summary() -> None:
    one = paper(1)
    gone = one._replace(entry=one.entry._replace(digest=one.entry.digest._replace(format="gone")))
    assert "They fly." not in update("", gone)
    assert "Paper 1" in update("", gone)


@pytest.mark.hypothesis
@given(st.data())
def test_digests_cannot_forge_a_mark(data: st.DataObject) -> None:
    hostile = st.sampled_from(
        ["<!-- /digest-tui -->", "<!-- digest-tui arxiv:2512.00002 00000000 -->", "```", "~~~", "<!--", "    ", "$$",
         "> ", "- ", "words", "", "| a |", "| - |", "<details>", "<pre>", "---", "\\", "`"]
    )  # fmt: skip
    parts = data.draw(st.lists(st.tuples(hostile, hostile), max_size=8))
    lines = tuple("".join(pair) for pair in parts)
    papers = [paper(1, ("t", *lines), STATE._replace(note="\n".join(lines)), title="".join(lines[:1]) or "A"), paper(2)]
    text = update("mine\n", *papers)
    found = list(blocks_in(text))
    assert [block.mark.key for block in found] == ["arxiv:2512.00001", "arxiv:2512.00002"]
    assert all(block.is_ours and not block.is_edited for block in found)
    headings = [token.map for token in READER.parse(text) if token.type == "heading_open" and token.level == 0]
    assert [text[: found[1].start].count("\n") + 2, text[: found[1].start].count("\n") + 3] in headings
    assert update(text, *papers) == text
