"""The README and the tables of the program say the same."""

import re
import tomllib
from pathlib import Path

from digest_tui.config_reader import load_settings
from support.readme import settings_table

README = Path(__file__).parents[1] / "README.md"


def test_the_settings_in_the_readme_are_those_of_the_program() -> None:
    assert settings_table() in README.read_text(encoding="utf-8")


def test_the_configuration_in_the_readme_can_be_used(tmp_path: Path) -> None:
    [example] = re.findall(r"(?s)```toml\n(.*?)```", README.read_text(encoding="utf-8"))
    file = tmp_path / "config.toml"
    file.write_text(example)
    loaded = load_settings(file)
    assert loaded.warnings == ()
    assert {name for name, value in loaded.settings._asdict().items() if value} >= set(tomllib.loads(example))
