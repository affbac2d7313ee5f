"""CSL-JSON: what an item says, that it is what the schema allows, and that citeproc-py prints it."""

import json
import warnings
from typing import Any

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from digest_tui.errors import ExportError
from digest_tui.exporters import Exported, exporter
from digest_tui.model import Paper
from support.exporting import exported
from support.promises import promises
from support.references import KNOTS, PAGE, ROPES, TITLE, named, papers

_ALLOWED = set("id type title author issued genre publisher number DOI URL keyword note custom".split())  # noqa: SIM905
"""Properties of the JSON schema of CSL 1.0.2, which allows no others."""


def text_of(*chosen: Exported) -> str:
    return exporter("csl-json").update("", chosen).text


def items(*chosen: Exported) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(text_of(*chosen))
    return read


def item(paper: Paper) -> dict[str, Any]:
    [found] = items(*papers(paper))
    return found


def printed(*chosen: Exported) -> list[str]:
    """What citeproc-py prints of papers; it knows all that we write but `custom`, which is for other programs."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", "The following arguments for Reference are unsupported: custom$")
        source = CiteProcJSON(items(*chosen))
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for paper in chosen:
            bibliography.register(Citation([CitationItem(paper.cite_key)]))
        return [str(line) for line in bibliography.bibliography()]


def test_a_paper_on_arxiv() -> None:
    assert item(KNOTS) == {
        "id": "kim2025quiet",
        "type": "article",
        "title": "Quiet Knots in x₁ & <think>",
        "author": [
            {"family": "Kim", "given": "Mina"},
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            {"literal": "김민아"},
            {"literal": "Rope Team"},
            {"literal": "OpenKnot"},
            {"family": "Oh", "given": "Bo", "suffix": "Jr."},
        ],
        "issued": {"date-parts": [[2025]]},
        "genre": "preprint",
        "publisher": "arXiv",
        "number": "arXiv:2512.07951",
        "DOI": "10.48550/arXiv.2512.07951",
        "URL": "https://arxiv.org/abs/2512.07951",
        "keyword": "todo, 매듭",
        "note": 'with Bo:\nTY  - JOUR\nER  - \n"quoted"; =1+1',
        "custom": {"digest-tui": "arxiv:2512.07951 de505089"},
    }


@promises(
    "docs/formats.md",
    "`TY` | `type` | `MANSCPT` and `article` of a paper on arXiv; `ELEC` and `webpage` where nothing but a URL is "
    "known; else `GEN` and `document`",
    "`ID` | `id` | the key by which it is cited; one that the file has already stays",
    "`TI` | `title` | the title on one line, with TeX as Unicode where that says exactly the same, else as written",
    "`PB`, `DB` | `publisher` | `arXiv` of a paper on arXiv",
    "`M3` | `genre` | `Preprint` and `preprint` of a paper on arXiv",
    "`DO` | `DOI` | the DOI; on arXiv every paper has one, `10.48550/arXiv.2512.99001`",
    "`KW` | `keyword` | your tags: one each in RIS, joined by a comma and a blank in CSL-JSON",
    "`N1` | `note` | your note, in RIS on one line",
    "`C8` | `custom` | `digest-tui`, the key of the paper and a checksum: the mark by which an entry of ours is known",
)
def test_both_formats_say_the_same_of_a_paper() -> None:
    chosen = papers()
    entries = exporter("ris").update("", chosen).text.split("ER  - \r\n")[:-1]
    for said, entry in zip(items(*chosen), entries, strict=True):
        tags: dict[str, list[str]] = {}
        for line in entry.splitlines():
            tags.setdefault(line[:2], []).append(line[6:])
        assert [said["id"]] == tags["ID"]
        assert [said["title"]] == tags["TI"]
        assert [str(said["issued"]["date-parts"][0][0])] == tags["PY"]
        assert said["keyword"].split(", ") == tags["KW"]
        assert [" ".join(said["note"].split())] == tags["N1"]
        assert said["custom"]["digest-tui"].split()[0] == tags["C8"][0].split()[1]
        for name, tag in (("publisher", "PB"), ("publisher", "DB"), ("number", "AN"), ("DOI", "DO")):
            assert said.get(name) == tags.get(tag, [None])[0]
        assert said.get("genre") == tags.get("M3", [""])[0].lower() or "genre" not in said
        assert said.get("URL") == (tags["UR"][0].replace("%3B", ";") if "UR" in tags else None)
        types = {"article": "MANSCPT", "webpage": "ELEC", "document": "GEN"}
        assert [types[said["type"]]] == tags["TY"]
    assert [said["type"] for said in items(*chosen)] == ["article", "document", "webpage", "document"]


@promises("docs/formats.md", "What `E` copies has no marks: it is yours when you paste it into a file.")
def test_what_is_copied_has_no_mark() -> None:
    chosen = papers()
    marked = [{name: value for name, value in said.items() if name != "custom"} for said in items(*chosen)]
    assert json.loads(exporter("csl-json").copied(chosen)) == marked


def test_only_what_the_schema_allows_and_nothing_empty() -> None:
    for said in items(*papers(), *exported(TITLE._replace(title="Another Title of Its Own"), day=None)):
        assert said.keys() <= _ALLOWED
        assert all(said.values())
        assert isinstance(said["id"], str)


@pytest.mark.parametrize(
    ("title", "written"),
    [
        (r"A $\beta$-Knot", "A β-Knot"),
        (r"A $\frac{a}{b}$ Knot", r"A $\frac{a}{b}$ Knot"),
        ("Earn $1 Million", "Earn $1 Million"),
        (r"Schr\"odinger", "Schrödinger"),
        ("The `[MASK]` *Knot* & <think> {GPU}", "The `[MASK]` *Knot* & <think> {GPU}"),
        ("One\n Title", "One Title"),
        ("조용한 매듭", "조용한 매듭"),
    ],
)
def test_the_title_is_as_written_but_for_formulas_that_unicode_has(title: str, written: str) -> None:
    [said] = items(named(title=title))
    assert said["title"] == written


@pytest.mark.parametrize(
    ("author", "parts"),
    [
        ("Jan van der Berg", {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}),
        ("Kim, Minsu", {"family": "Kim", "given": "Minsu"}),
        ("Bo Oh III", {"family": "Oh", "given": "Bo", "suffix": "III"}),
        ("김 민아", {"literal": "김 민아"}),
        ("Rope Team", {"literal": "Rope Team"}),
        ("OpenKnot", {"literal": "OpenKnot"}),
    ],
)
@promises(
    "docs/formats.md",
    "Names are taken apart: `Jan van der Berg` is `van der Berg, Jan` in RIS, and has a `non-dropping-particle` in "
    "CSL-JSON.",
    "The name of a group, a single word, and a name in Korean, Chinese or Japanese stay whole: `literal` in CSL-JSON, "
    "and",
)
def test_names_of_authors(author: str, parts: dict[str, str]) -> None:
    assert items(named(author))[0]["author"] == [parts]


def test_citeproc_prints_each_kind() -> None:
    assert printed(named("Jan van der Berg", "김민아", "Bo Oh Jr."), *papers(ROPES, PAGE, TITLE)) == [
        "van der Berg, J., 김민아 and Oh, B., Jr. (2025) “Quiet Knots”. arXiv. Available at: "
        "https://doi.org/10.48550/arXiv.2512.07951.",
        "Oh, B. (2031) “Ropes and Their Ends”. Available at: https://doi.org/10.1000/Ropes.7;x.",
        "A Page about Winds and Kites (2031) A Page about Winds and Kites. Available at: "
        "https://winds.example.org/a;b?c=1,2.",
        "“Nothing but a Title of Its Own” (2031) “Nothing but a Title of Its Own”.",
    ]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('{"items": []}', 1, "it is not an array"),
        ('[\n  {"id": "a", "type": "book"}\n', 3, "`,` or `]` was expected"),
        ('[\n  {"id": "a"},\n  {"id": "b",}\n]\n', 3, "expecting property name"),
        ('[{"id": "a"}]\n[]\n', 2, "something follows the array"),
        ('[\n{"id": "a"},\n"b"\n]', 3, "has an `id`"),
        ('[\n\n{"title": "a"}]', 3, "has an `id`"),
        ("@misc{a,}", 1, "it is not an array"),
        ("[,]", 1, "expecting value"),
        ('[{"id": "a"} {"id": "b"}]', 1, "`,` or `]` was expected"),
    ],
)
@promises("docs/formats.md", "so is one that is not an array of objects with an `id`.")
def test_what_cannot_be_read_is_refused_with_the_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(ExportError, match=reason) as refused:
        exporter("csl-json").update(text, papers())
    assert refused.value.line == line


def test_what_is_nested_without_end_is_refused() -> None:
    with pytest.raises(ExportError, match="nested too deeply"):
        exporter("csl-json").update('[{"id": "a", "x": ' + "[" * 200_000, papers())


def test_a_number_of_a_million_digits_stays_as_it_is() -> None:
    foreign = '[{"id": 7, "volume": ' + "9" * 1_000_000 + ', "x": 1.50, "y": 1e400, "z": NaN}\n]'
    text = exporter("csl-json").update(foreign, papers(KNOTS)).text
    assert text.startswith(foreign[:-2])


def test_members_that_are_added_stay_as_they_were_typed() -> None:
    [paper] = papers(KNOTS)
    ours = exporter("csl-json").update("", [paper]).text
    added = ',\n    "volume"  :  1.50, "x-own": {"b": [1,\n2], "a": 2}\n'
    edited = ours.replace("\n  }\n]", f"{added}  }}\n]").replace(
        '"digest-tui":', '"short_id": 12345678901234567890, "digest-tui":'
    )
    assert exporter("csl-json").update(edited, [paper]).text == edited
    renamed = paper._replace(entry=paper.entry._replace(paper=KNOTS._replace(title="Loud Knots")))
    update = exporter("csl-json").update(edited, [renamed])
    assert (update.changed, update.left) == (1, ())
    assert '"volume"  :  1.50' in update.text
    assert '"x-own": {"b": [1,\n2], "a": 2}' in update.text
    [said] = json.loads(update.text)
    assert said["title"] == "Loud Knots"
    assert said["custom"]["short_id"] == 12345678901234567890
    assert exporter("csl-json").update(update.text, [renamed]).text == update.text


def test_what_another_program_laid_out_anew_is_unchanged() -> None:
    chosen = papers()
    text = json.dumps(json.loads(text_of(*chosen)), ensure_ascii=True, sort_keys=True)
    update = exporter("csl-json").update(text, chosen)
    assert (update.text, update.unchanged, update.changed) == (text, 4, 0)
    assert exporter("csl-json").update(text, chosen[:3], prune=True).removed == 1


@pytest.mark.parametrize(
    "member",
    [
        {"note": "Publisher: Mine\nDOI: 10.48550/arXiv.2512.07951"},
        {"note": "arXiv:2512.07951 [cs.CL]"},
        {"container-title": "arXiv preprint arXiv:2512.07951"},
        {"number": "arXiv:2512.07951"},
        {"archive_location": "2512.07951"},
        {"URL": "https://arxiv.org/pdf/2512.07951v2"},
    ],
)
def test_where_programs_write_what_an_item_is_about(member: dict[str, str]) -> None:
    foreign = json.dumps([{"id": "mine", "type": "book", **member}])
    update = exporter("csl-json").update(foreign, papers(KNOTS))
    assert (update.text, len(update.left)) == (foreign, 1)


def test_a_paper_that_is_only_mentioned_in_a_note_is_not_what_an_item_is_about() -> None:
    foreign = json.dumps([{"id": "mine", "type": "book", "note": "see also:\nhttps://arxiv.org/abs/2512.07951"}])
    assert exporter("csl-json").update(foreign, papers(KNOTS)).added == 1


def test_prune_leaves_an_item_to_which_only_something_of_another_program_was_added() -> None:
    text = text_of(*papers(KNOTS)).replace('"digest-tui":', '"short_id": 7, "digest-tui":')
    update = exporter("csl-json").update(text, [], prune=True)
    assert (update.text, update.removed, len(update.left)) == (text, 0, 1)


@pytest.mark.parametrize("empty", ["", "\n", "[]", "[ ]\n", "\n[\n]\n"])
def test_an_empty_array_is_filled(empty: str) -> None:
    text = exporter("csl-json").update(empty, papers(KNOTS)).text
    assert [said["id"] for said in json.loads(text)] == ["kim2025quiet"]
    assert exporter("csl-json").update(text, papers(KNOTS)).text == text


def test_all_that_is_removed_leaves_an_array() -> None:
    text = exporter("csl-json").update(text_of(*papers()), [], prune=True).text
    assert json.loads(text) == []


def test_an_item_of_a_page_has_no_doi() -> None:
    assert "DOI" not in item(PAGE)
    assert item(ROPES)["DOI"] == "10.1000/Ropes.7;x"
