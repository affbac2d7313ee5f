"""`export`: what is written, where to, and what is refused; the formats have tests of their own."""

from pathlib import Path

import pytest

from support.promises import promises

from .conftest import Run, Typed

KITES, WINDS, BREEZE = "2512.99001", "2512.99002", "2512.99003"


def ids(text: str) -> list[str]:
    """The arXiv ids of a BibTeX file, in order."""
    return [line.split("{")[1].split("}")[0] for line in text.splitlines() if line.strip().startswith("eprint")]


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    return tmp_path / "refs.bib"


@promises(
    "--help",
    "export write papers for other programs: references, notes, tables, a page",
    "bring PATH up to date, a file, or a folder for Obsidian: what is yours in it stays as it is; "
    "default: standard output",
)
def test_every_paper_goes_to_standard_output_once(run: Run, digests: Path) -> None:
    told = run("export", "--format", "bibtex", "--dir", str(digests))
    assert (told.code, told.err, ids(told.out)) == (0, "", [KITES, WINDS])


def test_only_the_papers_that_match(run: Run, digests: Path) -> None:
    told = run("export", "winds", "--format", "bibtex", "--dir", str(digests))
    assert (told.code, ids(told.out)) == (0, [WINDS])


def test_the_order_of_the_query(run: Run, digests: Path) -> None:
    (digests / "2025-12-08.md").write_text("# 1. [A Breeze](https://arxiv.org/abs/2512.99003)\n\nText.\n")
    told = run("export", "-o", "-", "--format", "bibtex", "--dir", str(digests))
    assert ids(told.out) == [KITES, WINDS, BREEZE]
    told = run("export", "sort:title", "--format", "bibtex", "--dir", str(digests))
    assert ids(told.out) == [BREEZE, KITES, WINDS]


@promises(
    "docs/command-line.md",
    "digest-tui export is:starred -o ~/refs.bib # what is starred, in a file that may hold entries of your own; also "
    ".ris .md .csv .html",
    "`export` brings a file up to date: its own entries are written anew where they stand, those of new "
    "papers come at the "
    "end, and every other byte of the file stays.",
)
@promises(
    "--help", "only the papers that match; - reads what `mark -` reads; write -- before a query that begins with -"
)
def test_ids_from_standard_input_in_their_order(run: Run, digests: Path, typed: Typed) -> None:
    typed(f"https://arxiv.org/abs/{WINDS}\n{KITES}\nnonsense\n".encode())
    told = run("export", "-", "--format", "bibtex", "--dir", str(digests))
    assert (told.code, ids(told.out)) == (1, [WINDS, KITES])
    assert "Line 3 of standard input names no paper: 'nonsense'" in told.err


def test_a_file_is_made_and_then_brought_up_to_date(run: Run, digests: Path, bib: Path) -> None:
    told = run("export", "winds", "-o", str(bib), "--dir", str(digests))
    assert (told.code, told.out, told.err) == (0, "", f"digest-tui: {bib}: 1 paper added\n")
    told = run("export", "-o", str(bib), "--dir", str(digests))
    assert told.err == f"digest-tui: {bib}: 1 paper added, 1 unchanged\n"
    assert ids(bib.read_text()) == [WINDS, KITES]
    before = bib.stat()
    told = run("export", "-o", str(bib), "--dir", str(digests))
    assert (told.err, bib.stat()) == (f"digest-tui: {bib}: 2 papers unchanged\n", before)


@promises(
    "docs/command-line.md",
    "digest-tui export is:starred -o ~/refs.bib --prune # without those that lost their star, but for "
    "those in which you "
    "wrote",
)
@promises("--help", "with -o: remove the papers that do not match any more, but none in which you wrote")
def test_what_left_the_query_goes_only_when_it_is_pruned(run: Run, digests: Path, bib: Path) -> None:
    run("export", "-o", str(bib), "--dir", str(digests))
    run("export", "winds", "-o", str(bib), "--dir", str(digests))
    assert ids(bib.read_text()) == [KITES, WINDS]
    told = run("export", "winds", "-o", str(bib), "--prune", "--dir", str(digests))
    assert (ids(bib.read_text()), told.err) == ([WINDS], f"digest-tui: {bib}: 1 paper unchanged, 1 removed\n")


@promises(
    "docs/command-line.md",
    "A file that cannot be parsed, or that another program writes meanwhile, stays as it is; digests are "
    "never written to.",
)
def test_nothing_found_leaves_the_file_alone_unless_it_is_pruned(run: Run, digests: Path, bib: Path) -> None:
    told = run("export", "nowhere", "-o", str(bib), "--dir", str(digests))
    assert (told.code, bib.exists()) == (1, False)
    assert told.err.startswith("digest-tui: Nothing matches")
    run("export", "-o", str(bib), "--dir", str(digests))
    told = run("export", "is:starred", "-o", str(bib), "--prune", "--dir", str(digests))
    assert (told.code, ids(bib.read_text())) == (1, [])


def test_a_file_that_cannot_be_parsed_is_refused_with_its_line_and_left_alone(
    run: Run, digests: Path, bib: Path
) -> None:
    bib.write_text("@misc{mine,\n  title = {Knots}\n}\n\n@misc{open,\n  title = {never closed\n")
    before = bib.read_bytes()
    told = run("export", "-o", str(bib), "--dir", str(digests))
    assert (told.code, told.out, bib.read_bytes()) == (2, "", before)
    assert told.err.startswith(f"digest-tui: {bib}, line 5: ")


def test_a_digest_is_never_written_to(run: Run, digests: Path) -> None:
    file = digests / "paper_logs/2025/12/09.md"
    before = file.read_bytes()
    for name in (file, digests / "_posts" / ".." / "paper_logs/2025/12/09.md"):
        told = run("export", "--format", "bibtex", "-o", str(name), "--dir", str(digests))
        assert (told.code, file.read_bytes()) == (2, before)
        assert told.err == f"digest-tui: {name} is a digest, and those are never written to: name another file.\n"
    told = run("export", "--format", "bibtex", "-o", str(file), "--dir", str(file))
    assert (told.code, file.read_bytes()) == (2, before)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ([], "`export` needs --format, which is one of bibtex"),
        (["-o", "refs"], "The name 'refs' does not tell the format: add --format, which is one of bibtex"),
        (["--format", "bibtex", "--prune"], "--prune removes papers from a file: name it with -o"),
        (["--format", "bibtex", "--weekly"], "--weekly makes notes in a folder: add --format obsidian and -o"),
        (["--format", "bibtex", "--weekly", "-o", "a"], "--weekly makes notes in a folder"),
        (["--format", "word"], "--format takes bibtex"),
    ],
)
def test_what_says_nothing_is_refused(run: Run, digests: Path, options: list[str], sentence: str) -> None:
    told = run("export", *options, "--dir", str(digests))
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"digest-tui: {sentence}")


def test_lines_end_on_standard_output_as_the_format_has_them(run: Run, digests: Path, tmp_path: Path) -> None:
    file = tmp_path / "papers.csv"
    run("export", "-o", str(file), "--dir", str(digests))
    told = run("export", "--format", "csv", "--dir", str(digests))
    assert told.out.encode() == file.read_bytes()
    assert file.read_bytes().count(b"\r\n") == 3


@promises(
    "README.md",
    "BibTeX, RIS, CSL-JSON, Markdown, notes for Obsidian, CSV, JSON, a page of HTML; `digest-tui export is:starred -o "
    "~/refs.bib` from a script.",
)
@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.bib", "@misc{"),
        ("a.ris", "TY  - "),
        ("a.MD", "<!-- digest-tui "),
        ("a.csv", "key,"),
        ("a.html", "<!doctype"),
    ],
)
@promises(
    "--help",
    "bibtex, ris, csl-json, markdown, obsidian, csv, json, html; default: what the name after -o ends with",
)
def test_the_name_of_a_file_tells_the_format(run: Run, digests: Path, tmp_path: Path, name: str, begins: str) -> None:
    assert run("export", "-o", str(tmp_path / name), "--dir", str(digests)).code == 0
    assert (tmp_path / name).read_text().lower().startswith(begins.lower())


@pytest.mark.parametrize("name", ["a.json", "a"])
def test_a_name_that_two_formats_have_or_none_tells_nothing(run: Run, digests: Path, tmp_path: Path, name: str) -> None:
    told = run("export", "-o", str(tmp_path / name), "--dir", str(digests))
    assert (told.code, (tmp_path / name).exists()) == (2, False)
    assert f"The name '{name}' does not tell the format" in told.err


@promises(
    "docs/command-line.md",
    "digest-tui export --format obsidian -o ~/vault/Papers # a note a paper; also csl-json, json; "
    "without -o to standard "
    "output",
)
@promises("--help", "for Obsidian: also a note for each week, with links to its papers")
def test_notes_are_made_in_a_folder(run: Run, digests: Path, tmp_path: Path) -> None:
    vault = tmp_path / "vault" / "Papers"
    (tmp_path / "vault" / ".obsidian").mkdir(parents=True)
    told = run("export", "--format", "obsidian", "-o", str(vault), "--weekly", "--dir", str(digests))
    assert (told.code, told.err) == (0, f"digest-tui: {vault}: 2 papers added\n")
    assert sorted(path.name for path in vault.iterdir()) == ["2025-W50.md", "Kites over MASK.md", "Two Winds.md"]


@pytest.mark.parametrize("name", ["json", "html"])
def test_a_file_that_is_replaced_whole_is_not_pruned(run: Run, digests: Path, tmp_path: Path, name: str) -> None:
    told = run("export", "--format", name, "-o", str(tmp_path / "a"), "--prune", "--dir", str(digests))
    assert told.code == 2
    assert "is replaced whole, without what does not match: leave --prune out" in told.err


def test_what_is_written_among_digests_is_said_to_be_read_as_one(run: Run, digests: Path) -> None:
    told = run("export", "-o", str(digests / "a.md"), "--dir", str(digests))
    assert f"{digests / 'a.md'} is among the digests of digests and will be read as one" in told.err
    told = run("export", "-o", str(digests / "a.bib"), "--dir", str(digests))
    assert "among the digests" not in told.err


@promises("docs/command-line.md", "A paper for which you have an entry of your own is left out, which is said.")
def test_a_paper_of_an_own_entry_is_left_out_and_every_byte_of_it_stays(run: Run, digests: Path, bib: Path) -> None:
    own = f'%  mine\n@STRING( a = {{x}} )\n@Article{{my:key ,title="{{W}}inds" # a,eprint={{{WINDS}v3}} }}  trailing\n'
    bib.write_text(own)
    for _ in range(3):
        told = run("export", "-o", str(bib), "--dir", str(digests))
        assert f"{WINDS} is left out: your own entry on line 3 is about it." in told.err
    assert bib.read_text().startswith(own)
    assert ids(bib.read_text()[len(own) :]) == [KITES]
