"""The README and the tables of the program say the same."""

import re
import tomllib
from pathlib import Path

from digest_tui.config_reader import load_settings
from support.readme import README, with_tables


def test_the_tables_in_the_readme_are_those_of_the_program() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_tables(text) == text, "`PYTHONPATH=tests python -m support.readme` writes them anew."


def test_the_configuration_in_the_readme_can_be_used(tmp_path: Path) -> None:
    [example] = re.findall(r"(?s)```toml\n(.*?)```", README.read_text(encoding="utf-8"))
    file = tmp_path / "config.toml"
    file.write_text(example)
    loaded = load_settings(file)
    assert loaded.warnings == ()
    assert {name for name, value in loaded.settings._asdict().items() if value} >= set(tomllib.loads(example))
