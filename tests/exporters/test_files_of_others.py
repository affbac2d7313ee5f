"""Files of a person's own into which papers are written: RIS, CSL-JSON and CSV keep all that is not ours."""

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest_tui.errors import ExportError
from digest_tui.exporters import EXPORTERS, Exported, Exporter, Update, exporter
from digest_tui.library.exporting import write_to
from digest_tui.model import Paper
from support.promises import promises
from support.references import KNOTS, PAGE, PAPERS, ROPES, TITLE, papers


class Desk(NamedTuple):
    """A format, with files of a person's own in it."""

    name: str
    own: Callable[[str, str, str], str]
    """An entry of the person's own with a key, a title, and what it is about."""
    whole: Callable[[Sequence[str]], str]
    """A file of entries, laid out as nobody else would."""

    def update(self, text: str, chosen: Sequence[Exported], *, prune: bool = False) -> Update:
        return exporter(self.name).update(text, chosen, prune=prune)

    def three(self) -> list[str]:
        return [
            self.own("knots1999", "A Knot, of One's Own", "10.5555/one"),
            self.own("Kim2025Quiet", "Nur ein Knoten; und 매듭", "https://two.example.org/b"),
            self.own("", "No Key", ""),
        ]


def _ris(key: str, title: str, about: str) -> str:
    tag = "UR" if "://" in about else "DO"
    return (
        f"TY  - JOUR\nAU  - Someone,  Else \nT1  - {title}\n  goes on\n"
        + (f"ID  - {key}\n" if key else "")
        + (f"{tag}  - {about}\n" if about else "")
        + "N1  - 9\\%  \nER  -\n"
    )


def _csl(key: str, title: str, about: str) -> str:
    tag = "URL" if "://" in about else "DOI"
    return (
        f'{{"type" :"book", "id": {json.dumps(key or 17)},\n\t"title":{json.dumps(title)}, "volume": 1.50,'
        f' "{tag}":{json.dumps(about)}  , "x": "\\u00e9\\/"}}'
    )


def _csv(key: str, title: str, about: str) -> str:
    name, url = ("", about) if "://" in about else (about, "")
    return f'"","{title}",  {key},"{url}","{name}",=1+1\n'


def _whole_ris(entries: Sequence[str]) -> str:
    return "Provider: mine\n\n" + "\n\n".join(entries) + "\n \n"


def _whole_csl(entries: Sequence[str]) -> str:
    return "\n [" + " ,\n\n".join(entries) + " ]\n\n"


def _whole_csv(entries: Sequence[str]) -> str:
    return "key,title,cite_key,url,doi,rating,checksum\n" + "\n".join(entries) + "\n"


DESKS = (Desk("ris", _ris, _whole_ris), Desk("csl-json", _csl, _whole_csl), Desk("csv", _csv, _whole_csv))
EACH = pytest.mark.parametrize("desk", DESKS, ids=[desk.name for desk in DESKS])


def without_ours(desk: Desk, text: str) -> str:
    """A file after all that is ours was removed from it."""
    return desk.update(text, [], prune=True).text


@EACH
@promises("docs/formats.md", "All other entries, and all that is between them, stay byte for byte.")
def test_three_exports_leave_what_is_the_persons_byte_for_byte(desk: Desk) -> None:
    entries = desk.three()
    mine = desk.whole(entries)
    text = mine
    for chosen in ((KNOTS,), PAPERS, (KNOTS._replace(title="Loud Knots"), PAGE)):
        text = desk.update(text, papers(*chosen)).text
        assert [text.count(entry) for entry in entries] == [1, 1, 1]
        assert text.index(entries[0]) < text.index(entries[1]) < text.index(entries[2])
    assert text.startswith(mine.rstrip(" ]\n"))
    assert without_ours(desk, text) == mine


@EACH
def test_a_second_export_changes_no_byte(desk: Desk) -> None:
    for before in ("", desk.whole(desk.three())):
        text = desk.update(before, papers()).text
        update = desk.update(text, papers())
        assert (update.text, update.unchanged, update.changed, update.added) == (text, 4, 0, 0)


@EACH
@promises("docs/formats.md", "In a file that exists, entries with the mark are written anew where they are;")
def test_ours_are_written_anew_where_they_are(desk: Desk) -> None:
    first = desk.update("", papers()).text.replace("\r\n", "\n")
    renamed = papers(KNOTS, ROPES._replace(title="Other Ropes and Ends"))
    update = desk.update(first, list(reversed(renamed)))
    assert (update.added, update.changed, update.unchanged, update.removed) == (0, 1, 1, 0)
    assert update.text.index("2512.07951") < update.text.index("Other Ropes") < update.text.index("A Page about")
    assert "Their Ends" not in update.text


@EACH
def test_what_left_the_query_stays_unless_it_is_pruned(desk: Desk) -> None:
    text = desk.update(desk.whole(desk.three()), papers()).text
    assert desk.update(text, papers(KNOTS)).text == text
    update = desk.update(text, papers(KNOTS), prune=True)
    assert (update.removed, update.unchanged, update.left) == (3, 1, ())
    assert update.text == desk.update(desk.whole(desk.three()), papers(KNOTS)).text


@EACH
@promises("docs/formats.md", "`--prune` leaves an entry in which you changed or added anything.")
def test_prune_leaves_an_entry_in_which_the_person_wrote(desk: Desk) -> None:
    text = desk.update("", papers()).text.replace("\r\n", "\n")
    edited = text.replace("Ropes and", "My Ropes and")
    update = desk.update(edited, papers(KNOTS), prune=True)
    assert (update.removed, len(update.left)) == (2, 1)
    assert "My Ropes and" in update.text
    line = int(update.left[0].split("on line ")[1].split()[0])
    assert "My Ropes and" in "\n".join(edited.splitlines()[line - 1 :][:5])


@pytest.mark.parametrize("desk", DESKS[:2], ids=[desk.name for desk in DESKS[:2]])
def test_the_key_that_a_person_gave_stays_and_so_does_its_entry(desk: Desk) -> None:
    text = desk.update("", papers(ROPES)).text.replace("oh2031ropes", "mykey")
    kept = desk.update(text, papers(ROPES))
    assert (kept.text, kept.unchanged) == (text, 1)
    renamed = desk.update(text, papers(ROPES._replace(title="Other Ropes and Ends")))
    assert renamed.changed == 1
    assert "mykey" in renamed.text
    assert "oh2031" not in renamed.text
    assert desk.update(renamed.text, papers(ROPES._replace(title="Other Ropes and Ends"))).text == renamed.text
    pruned = desk.update(renamed.text, [], prune=True)
    assert (pruned.text, pruned.removed, len(pruned.left)) == (renamed.text, 0, 1)


@EACH
@promises(
    "docs/formats.md",
    "Where one of these has the same key, ours gets the next free one: `long2025kites`, then `long2025kitesa`.",
)
def test_a_key_of_the_persons_is_not_taken(desk: Desk) -> None:
    mine = desk.whole([desk.own("Kim2025Quiet", "Mine", ""), desk.own("oh2031ropes", "Mine", "")])
    text = desk.update(mine, papers(KNOTS, ROPES)).text
    assert "kim2025quieta" in text
    assert "oh2031ropesa" in text
    assert desk.update(text, papers(KNOTS, ROPES)).text == text


SPELLINGS = (
    "10.48550/arXiv.2512.07951",
    "10.48550/ARXIV.2512.07951",
    "https://doi.org/10.48550/arxiv.2512.07951v2",
    "http://arxiv.org/abs/2512.07951v3",
    "https://arxiv.org/pdf/2512.07951.pdf",
    "https://huggingface.co/papers/2512.07951",
    "arXiv:2512.07951",
    "arXiv:2512.07951 [cs.CL]",
    "2512.07951v1",
)


@EACH
@pytest.mark.parametrize("about", SPELLINGS)
@promises(
    "docs/formats.md",
    "Where one is about the same paper, by its DOI, its URL or its arXiv id in any spelling, ours is left out, and a "
    "sentence says on which line yours begins.",
)
def test_a_paper_of_which_the_person_has_an_entry_is_left_out(desk: Desk, about: str) -> None:
    mine = desk.whole([*desk.three(), desk.own("mine", "Mine", about)])
    update = desk.update(mine, papers(KNOTS, TITLE))
    assert update.added == 1
    line = mine.splitlines().index(next(line for line in mine.splitlines() if "Mine" in line)) + 1
    [sentence] = update.left
    assert sentence.startswith("2512.07951 is left out: your own entry on line ")
    assert line - int(sentence.split("line ")[1].split()[0]) in (0, 1, 2)


@EACH
@pytest.mark.parametrize(
    "about", ["10.1000/ropes.7;X", "https://dx.doi.org/10.1000/Ropes.7;x", "doi:10.1000/ROPES.7;x"]
)
def test_a_doi_in_any_spelling(desk: Desk, about: str) -> None:
    update = desk.update(desk.whole([desk.own("mine", "Mine", about)]), papers(ROPES))
    assert (update.added, len(update.left)) == (0, 1)


@EACH
def test_a_url_in_any_spelling(desk: Desk) -> None:
    mine = desk.whole([desk.own("mine", "Mine", "http://www.winds.example.org/a;b?c=1,2")])
    update = desk.update(mine, papers(PAGE))
    assert (update.added, len(update.left)) == (0, 1)


@EACH
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@promises(
    "docs/formats.md",
    "one that exists keeps its mark, which Excel needs to read Hangul when the file is opened by a double click.",
)
def test_a_file_keeps_its_line_ends_and_its_byte_order_mark(desk: Desk, end: str, bom: str, tmp_path: Path) -> None:
    path = tmp_path / "mine"
    mine = (bom + desk.whole(desk.three()).replace("\n", end)).encode()
    path.write_bytes(mine)
    row = exporter(desk.name)
    write_to(path, row, papers())
    after = path.read_bytes()
    assert after.startswith(mine.rstrip(b" ]\r\n"))
    assert after.count(b"\n") == after.count(end.encode())
    assert after.count(b"\r") == after.count(b"\r\n")
    before = path.stat()
    assert write_to(path, row, papers()).unchanged == 4
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    write_to(path, row, [], prune=True)
    assert path.read_bytes() == mine


@EACH
@pytest.mark.parametrize("content", [b"", b"\n", b"\r\n", "\ufeff".encode()])
def test_an_empty_file_is_filled(desk: Desk, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "mine"
    path.write_bytes(content)
    row = exporter(desk.name)
    assert write_to(path, row, papers()).added == 4
    data = path.read_bytes()
    assert b"\r\r" not in data
    assert write_to(path, row, papers()).unchanged == 4
    assert path.read_bytes() == data


@EACH
@settings(max_examples=40)
@given(st.data())
def test_any_exports_into_any_file_keep_what_is_the_persons(desk: Desk, data: st.DataObject) -> None:
    words = st.text(st.sampled_from("a 가é\\{}[]%$-"), max_size=8)
    entries = [desk.own(data.draw(words).strip(), f"{n} {data.draw(words)}", f"10.5555/{n}") for n in range(3)]
    mine = desk.whole(entries)
    text = mine
    for _ in range(data.draw(st.integers(1, 4))):
        chosen = data.draw(st.permutations(PAPERS))[: data.draw(st.integers(0, 4))]
        changed = [paper._replace(votes=data.draw(st.integers(1, 3)), authors=(data.draw(words),)) for paper in chosen]
        prune = data.draw(st.booleans())
        exported = papers(*changed) if changed else []
        update = desk.update(text, exported, prune=prune)
        text = update.text
        assert update.added + update.changed + update.unchanged == len(exported)
        assert desk.update(text, exported, prune=prune).text == text
        assert all(text.count(entry) == 1 for entry in entries)
    assert without_ours(desk, text) == mine


@EACH
@given(st.text(st.sampled_from('TYER  -\n"[]{},:idkey;1\t') | st.characters(), max_size=60))
def test_any_text_is_refused_or_kept(desk: Desk, text: str) -> None:
    try:
        update = desk.update(text, papers())
    except ExportError:
        return
    again = desk.update(update.text, papers())
    assert again.text == update.text
    assert desk.update(text, []).text.startswith(text.rstrip())


@EACH
def test_a_file_of_many_entries_is_brought_up_to_date(desk: Desk) -> None:
    order = list(range(1000))
    random.Random(1).shuffle(order)
    mine = desk.whole([desk.own(f"k{number}", f"Title {number}", f"10.5555/{number}") for number in order])
    many = papers(*(Paper(f"Knot number {number} of many", 0, 1, 1, doi=f"10.7777/{number}") for number in range(1000)))
    text = desk.update(mine, many).text
    assert desk.update(text, many).unchanged == 1000
    assert without_ours(desk, text) == mine


@pytest.mark.parametrize("row", [row for row in EXPORTERS if row.name in {"ris", "csl-json", "csv", "json"}], ids=str)
def test_one_line_of_millions_of_characters_is_read(row: Exporter) -> None:
    long = "a " * 1_000_000
    text = {
        "ris": f"TY  - JOUR\nAB  - {long}\n{long}\nER  - \n",
        "csl-json": json.dumps([{"id": "a", "abstract": long}]),
        "csv": f'key,title\n,"{long}""{long}"\n,{long}\n',
        "json": "[]" + " " * 1_000_000,
    }[row.name]
    assert row.update(text, papers()).added == 4


def test_thousands_of_papers_that_would_be_cited_alike_have_keys_of_their_own() -> None:
    alike = papers(*(Paper(f"Knot {n} of many", 0, 1, 1, doi=f"10.7777/{n}", authors=("Bo Oh",)) for n in range(2000)))
    text = exporter("ris").update("", alike).text
    assert len({line for line in text.splitlines() if line.startswith("ID  - oh2031knot")}) == 2000
