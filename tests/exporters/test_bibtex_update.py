"""A file of a person's own that is brought up to date: all but our entries stays byte for byte."""

import datetime

import pytest

from digest_tui.errors import ExportError
from digest_tui.exporters import Exported, Update
from digest_tui.exporters.bibtex import update
from digest_tui.model import ArxivId, Paper
from support.exporting import exported
from support.promises import promises

OWN = """% Encoding: UTF-8
My own words, kim@example.org, 100 % of them.
@STRING( jml = "Journal of Knots" )
@Preamble{ "\\newcommand{\\knot}{x}" # jml }
@comment{jabref-meta: databaseType:bibtex; @x{y}}

   @Article (own:1+2 ,
  title="A {"}Quiet{"} Knot", journal=jml # { and  more},   year  =  1999 ,)
@misc{empty}@book{,title={x}}
% @misc{off, eprint = {2512.00001},
%   title = {it
@misc
{
\tkim2031quiet,
\tTITLE = {A {Nested {One}}},\tnote = "say {""} it",,
} trailing   words
"""


def papers(*numbers: int, title: str = "Quiet Knots", authors: tuple[str, ...] = ("Mina Kim",)) -> list[Exported]:
    found = [Paper(title, 0, 1, 1, arxiv=ArxivId(f"3102.{number:05}"), authors=authors) for number in numbers]
    return exported(*found, day=datetime.date(2031, 2, 6))


def mark(text: str) -> str:
    return text.partition("digest-tui = {")[2].partition("}")[0]


def counts(done: Update) -> tuple[int, int, int, int]:
    return done.added, done.changed, done.unchanged, done.removed


def test_ours_are_added_at_the_end() -> None:
    done = update(OWN, papers(1))
    assert done.text.startswith(OWN + "\n@misc{kim2031quieta,\n")
    assert done.text.endswith("}\n")
    assert counts(done) == (1, 0, 0, 0)


@pytest.mark.parametrize("own", ["x", "@a{b}", "@a{b}\n", "@a{b}\n\n", "\n", " \t\n"])
def test_an_entry_begins_on_a_line_of_its_own(own: str) -> None:
    text = update(own, papers(1)).text
    assert text.startswith(own)
    assert "\n@misc{kim2031quiet," in f"\n{text}"


def test_a_second_export_changes_nothing() -> None:
    once = update(OWN, papers(1, 2)).text
    done = update(once, papers(1, 2))
    assert done.text == once
    assert counts(done) == (0, 0, 2, 0)


def test_ours_are_replaced_where_they_stand() -> None:
    text = update("", papers(1)).text + OWN
    done = update(text, papers(1, title="Loud Knots"))
    assert done.text == text.replace("{{Quiet Knots}}", "{{Loud Knots}}", 1).replace(mark(text), mark(done.text))
    assert counts(done) == (0, 1, 0, 0)


def test_what_a_person_ordered_anew_says_the_same() -> None:
    text = """@Misc{kim2031quiet, digest-tui={MARK}, url = "https://arxiv.org/abs/3102.00001",
    AUTHOR = {Mina   Kim}, Title = {{Quiet
      Knots}}, year = 2031, eprint={3102.00001}, archiveprefix={arXiv}, doi={10.48550/arXiv.3102.00001} }"""
    text = text.replace("MARK", mark(update("", papers(1)).text))
    done = update(text, papers(1))
    assert done.text == text
    assert counts(update(text, [], prune=True)) == (0, 0, 0, 1)


def test_the_cite_key_that_is_there_wins() -> None:
    text = update("", papers(1)).text.replace("kim2031quiet", "knots")
    assert "@misc{knots,\n  title = {{Loud" in update(text, papers(1, title="Loud Knots")).text


@promises(
    "docs/formats.md",
    "In a file that exists, entries with the mark are written anew where they are, under the key and the type "
    "that they have there; fields that you added to them stay, behind ours.",
)
def test_fields_that_a_person_added_stay_when_ours_are_written_anew() -> None:
    added = '  note = "mine # {,}" # jml,\n  keywords={a, b\n     c}'
    text = update("", papers(1)).text.replace("  digest-tui", f"{added},\n  digest-tui").replace("@misc", "@Article")
    done = update(text, papers(1, title="Loud Knots"))
    assert "@Article{kim2031quiet,\n  title = {{Loud Knots}}" in done.text
    assert added in done.text
    assert counts(done) == (0, 1, 0, 0)
    # What is written anew after that is still the person's.
    again = update(done.text, papers(1, title="Soft Knots"))
    assert added in again.text
    assert update(again.text, [], prune=True).text == again.text


def test_what_we_wrote_formerly_goes() -> None:
    text = update("", papers(1)).text
    done = update(text, papers(1, authors=()))
    assert "author" not in done.text
    assert "@misc{kim2031quiet," in done.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{{Quiet Knots}}", "{{Quiet knots}}"),
        ("  year = {2031},\n", ""),
        ("  year", "  note = {x},\n  year"),
        ("@misc{kim2031quiet", "@misc{knots"),
        ("@misc", "@article"),
        (mark(update("", papers(1)).text), "arxiv:3102.00001"),
    ],
)
def test_what_left_the_query_stays_where_a_person_wrote_in_it(old: str, new: str) -> None:
    text = update("", papers(1)).text
    assert old in text
    text = OWN + text.replace(old, new)
    done = update(text, [], prune=True)
    assert done.text == text
    assert len(done.left) == 1
    # Also after it was written anew.
    anew = update(text, papers(1, title="Soft Knots")).text
    assert update(anew, [], prune=True).text == anew


def test_what_left_the_query_stays_unless_it_is_pruned() -> None:
    text = update(OWN, papers(1, 2)).text
    assert update(text, []).text == text
    assert update(text, papers(3)).text.startswith(text)
    done = update(text, papers(2), prune=True)
    assert "3102.00001" not in done.text
    assert "3102.00002" in done.text
    assert counts(done) == (0, 0, 1, 1)


@pytest.mark.parametrize("own", [OWN, "", "@a{b}\n", "@a{b}\n\n\n", "words\n"])
def test_what_was_added_and_pruned_leaves_the_file_as_it_was(own: str) -> None:
    text = update(own, papers(1, 2, 3)).text
    assert update(text, [], prune=True).text == own
    between = text.replace("\n@misc{kim2031quietb", "\n\nmore words @a{c}\n\n@misc{kim2031quietb")
    assert update(between, [], prune=True).text.replace("more words @a{c}", "").strip() == own.strip()


def test_an_entry_without_its_mark_is_the_persons_own() -> None:
    text = update("", papers(1)).text
    text = text.replace(f",\n  digest-tui = {{{mark(text)}}}", "")
    done = update(text, papers(1, title="Loud Knots"))
    assert done.text == text
    assert done.left == ("3102.00001 is left out: your own entry on line 1 is about it.",)


@pytest.mark.parametrize(
    "field",
    [
        "eprint = {3102.00001}",
        "eprint = {arXiv:3102.00001v2}, archivePrefix = {arXiv}",
        'eprinttype = "arxiv", eprint = "3102.00001"',
        "doi = {10.48550/ARXIV.3102.00001}",
        "doi = {https://doi.org/10.48550/arXiv.3102.00001}",
        "url = {http://arxiv.org/pdf/3102.00001v3.pdf}",
        "howpublished = {\\url{https://arxiv.org/abs/3102.00001}}",
        "note = {arXiv:3102.00001 [cs.CL]}",
        "note = {arXiv preprint arXiv:3102.00001 (2031).}",
        "journal = {arXiv preprint arXiv:3102.00001}",
        "journal = {CoRR}, volume = {abs/3102.00001}",
        "number = {arXiv:3102.00001}",
        "arxivId = {3102.00001}",
    ],
)
def test_a_persons_own_entry_about_a_paper_is_enough(field: str) -> None:
    own = f"\n\n@article{{mine, {field}}}\n"
    done = update(own, papers(1, 2))
    assert done.text.startswith(own)
    assert "3102.00002" in done.text
    assert done.left == ("3102.00001 is left out: your own entry on line 3 is about it.",)


@pytest.mark.parametrize(
    "field",
    [
        "eprint = {3102.00001}, eprinttype = {jstor}",
        "note = {A comment on arXiv:3102.00001}",
        "abstract = {As in arXiv:3102.00001}",
        "eprint = {3102.000011}",
        "pages = {3102.00001}",
    ],
)
def test_an_entry_that_only_speaks_of_a_paper_is_not_about_it(field: str) -> None:
    assert update(f"@article{{mine, {field}}}\n", papers(1)).added == 1


@pytest.mark.parametrize("field", ["doi = {10.1000/Knots\\_7}", "url = {https://doi.org/10.1000/knots_7}"])
def test_a_doi_is_found_as_it_is_escaped(field: str) -> None:
    paper = exported(Paper("Quiet Knots", 0, 1, 1, doi="10.1000/knots_7"))
    assert len(update(f"@article{{mine, {field}}}\n", paper).left) == 1


@pytest.mark.parametrize(
    "field",
    ["eprint = {hep-th/9711200v3}", "note = {arXiv:hep-th/9711200}", "journal = {arXiv e-print hep-th/9711200}"],
)
def test_an_id_of_the_old_style_is_found(field: str) -> None:
    paper = exported(Paper("Quiet Knots", 0, 1, 1, arxiv=ArxivId("hep-th/9711200")))
    assert len(update(f"@article{{mine, {field}}}\n", paper).left) == 1


@pytest.mark.parametrize(
    "link", ["https://example.org/a{b}%20c#d", "https://example.org/매듭 x", 'https://example.org/"\\']
)
def test_a_mark_holds_any_key(link: str) -> None:
    paper = exported(Paper("Knots", 0, 1, 1, link))
    once = update(OWN, paper)
    assert once.added == 1
    assert counts(update(once.text, paper)) == (0, 0, 1, 0)


@promises(
    "docs/formats.md",
    "A file is refused with the line where an entry has no end.",
)
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n\n@a{b, c = {d}\n", 3),
        ("@a{b}\n@c{d, e = {f}}}\n@a(b, c = d\n", 3),
        ("@comment{x\n", 1),
        ('@a(b, c = "d)"\n', 1),
        ("@string{a = {b}\n@misc{c}\n", 1),
    ],
)
def test_a_file_with_an_entry_that_has_no_end_is_refused(text: str, line: int) -> None:
    with pytest.raises(ExportError) as error:
        update(text, papers(1))
    assert error.value.line == line


def test_an_entry_of_ours_that_cannot_be_read_is_refused() -> None:
    text = "words\n" + update("", papers(1)).text.replace("year = {2031},", "year = ,")
    with pytest.raises(ExportError) as error:
        update(text, papers(1))
    assert error.value.line == 2


def test_a_persons_own_entry_that_cannot_be_read_stays() -> None:
    own = "@a{b, c d = {e} f, = {g}}\n@h{i j, k = l m}\n"
    assert update(own, papers(1)).text.startswith(own)


def test_a_word_of_a_mail_address_is_no_entry() -> None:
    own = "kim@example.org {not closed\nkim@example (nor this) @\n"
    assert update(own, papers(1)).text.startswith(own)


def test_a_paper_that_another_digest_knows_by_another_key_is_the_same() -> None:
    known_by_url = exported(Paper("Quiet Knots", 0, 1, 1, "https://example.org/knots"))
    text = update("", known_by_url).text
    [paper] = papers(1)
    done = update(text, [paper._replace(keys=(*paper.keys, *known_by_url[0].keys))])
    assert counts(done) == (0, 1, 0, 0)
    assert done.text.count("@misc") == 1
    assert "digest-tui = {arxiv:3102.00001 " in done.text


def test_a_mark_is_renewed_with_the_key_of_the_paper() -> None:
    [paper] = papers(1)
    text = update("", [paper._replace(keys=("title:00ff00ff00ff00ff",))]).text
    done = update(text, [paper._replace(keys=(*paper.keys, "title:00ff00ff00ff00ff"))])
    assert mark(done.text).split()[0] == "arxiv:3102.00001"
    assert counts(done) == (0, 1, 0, 0)


def test_letters_behind_a_key_are_not_those_of_another_paper() -> None:
    first, second = papers(1, 2)
    done = update("@a{kim2031quiet}\n", [first, second._replace(cite_key="kim2031quieta")])
    assert "@misc{kim2031quietb,\n" in done.text
    assert "@misc{kim2031quieta,\n" in done.text
    assert done.text.index("quietb") < done.text.index("quieta")
