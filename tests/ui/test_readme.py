"""The README says what the program does."""

from pathlib import Path

from support.picture import PICTURE, draw
from support.readme import keys_table

README = Path(__file__).parents[2] / "README.md"


def test_the_keys_in_the_readme_are_those_of_the_program() -> None:
    assert keys_table() in README.read_text(encoding="utf-8")


async def test_the_picture_in_the_readme_is_what_the_program_draws() -> None:
    shown = README.read_text(encoding="utf-8").partition("](")[2].partition(")")[0]
    assert README.parent / shown == PICTURE
    assert PICTURE.read_text(encoding="utf-8") == await draw()
