"""The table of settings."""

import pytest

from digest_tui.config import SETTINGS, Setting, Settings

each_row = pytest.mark.parametrize(("name", "setting"), SETTINGS.items(), ids=SETTINGS)


@each_row
def test_every_setting_has_a_default(name: str, setting: Setting) -> None:
    assert name in Settings._field_defaults


@each_row
def test_every_setting_is_described_in_a_sentence(name: str, setting: Setting) -> None:
    assert setting.sentence.endswith(".")
    assert not setting.wanted.endswith(".")


@each_row
@pytest.mark.parametrize("value", [True, 3.5, {}, [3], "\n"])
def test_no_setting_takes_anything(name: str, setting: Setting, value: object) -> None:
    assert not setting.fits(value) or (value is True and setting.wanted == "true or false")
