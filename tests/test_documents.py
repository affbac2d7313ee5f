"""The documents and the program say the same, and lead to what is there."""

import re
import tomllib
from pathlib import Path

import pytest

from digest_tui.config_reader import load_settings
from support.documents import ROOT, TABLES, Table
from support.promises import promises

DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
_TARGETS = re.compile(r"""\]\(([^)\s]+)\)|\b(?:src|srcset|href)="([^"]+)\"""")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_tables_in_the_documents_are_those_of_the_program(table: Table) -> None:
    text = table.document.read_text(encoding="utf-8")
    assert table.put_into(text) == text, "`PYTHONPATH=tests python -m support.documents` writes them anew."


def test_a_document_without_the_comments_around_a_table_is_named() -> None:
    with pytest.raises(ValueError, match=r"keys\.md has no table of keys"):
        TABLES[0].put_into("# Keys\n")


@promises(
    "docs/configuration.md",
    'dirs = ["~/blog", "~/logs"]',
    "[[source]]",
    'url = "git@example.org:me/log.git"',
    'name = "log"',
)
def test_the_configuration_in_the_documents_can_be_used(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    [example] = re.findall(r"(?s)```toml\n(.*?)```", text)
    file = tmp_path / "config.toml"
    file.write_text(example)
    loaded = load_settings(file)
    assert loaded.warnings == ()
    assert {name for name, value in loaded.settings._asdict().items() if value} >= set(tomllib.loads(example))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_leads_to_is_there(document: Path) -> None:
    text = re.sub(r"(?s)```.*?```|`[^`\n]*`", "", document.read_text(encoding="utf-8"))
    targets = [first or second for first, second in _TARGETS.findall(text)]
    own = [target.partition("#")[0] for target in targets if "://" not in target and not target.startswith("#")]
    assert [target for target in own if not (document.parent / target).exists()] == []


def test_every_page_of_the_documents_is_reached_from_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8") + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [page.name for page in (ROOT / "docs").glob("*.md") if f"(docs/{page.name})" not in text] == []
