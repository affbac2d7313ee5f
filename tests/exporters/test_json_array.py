"""JSON: the papers as `list` prints them, in a file that is replaced only where it is ours."""

import json

import pytest

from digest_tui.errors import ExportError
from digest_tui.exporters import exporter
from digest_tui.model.record import RECORD_KEYS
from support.promises import promises
from support.references import KNOTS, ROPES, papers


@promises("docs/formats.md", "`export --format json` writes the array that `list --format json` prints.")
def test_the_records_of_the_papers() -> None:
    chosen = papers()
    assert json.loads(exporter("json").update("", chosen).text) == [paper.record for paper in chosen]


@pytest.mark.parametrize("text", ["", "\n", "[]", " [ ]\n"])
def test_an_empty_file_is_ours(text: str) -> None:
    update = exporter("json").update(text, papers())
    assert (update.added, update.changed, update.unchanged, update.removed) == (4, 0, 0, 0)


@promises(
    "docs/formats.md",
    "A file is replaced whole, and only where each object in it has exactly the keys of a paper.",
)
def test_a_file_of_ours_is_replaced_whole() -> None:
    text = exporter("json").update("", papers()).text
    [knots] = papers(KNOTS)
    voted = knots._replace(record=knots.record | {"votes": 26})
    update = exporter("json").update(text, [voted, *papers(ROPES._replace(title="Other Ropes and Ends"))])
    assert [paper["votes"] for paper in json.loads(update.text)] == [26, None]
    assert (update.added, update.changed, update.unchanged, update.removed) == (0, 2, 0, 2)
    again = exporter("json").update(text, papers())
    assert (again.text, again.unchanged) == (text, 4)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{}", 1),
        ('[\n{"key": "arxiv:2512.07951"}]', 2),
        ("[1]", 1),
        ("words", 1),
        ("[" * 100_000, 1),
        ('[\n\n{"id": "a", "type": "book"}]', 3),
    ],
)
def test_any_other_file_is_refused(text: str, line: int) -> None:
    with pytest.raises(ExportError) as refused:
        exporter("json").update(text, papers())
    assert refused.value.line == line


def test_one_key_more_is_no_file_of_ours() -> None:
    [record] = json.loads(exporter("json").update("", papers(KNOTS)).text)
    with pytest.raises(ExportError, match="no object as `list --format json` prints it"):
        exporter("json").update(json.dumps([record | {"mine": 1}]), papers(KNOTS))
    with pytest.raises(ExportError):
        exporter("json").update(json.dumps([record | {"key": record["key"]}])[:-1], papers(KNOTS))


def test_the_keys_are_those_of_a_record() -> None:
    assert papers(KNOTS)[0].record.keys() == RECORD_KEYS
