"""The README says what the program does."""

from pathlib import Path

from support.readme import keys_table

README = Path(__file__).parents[2] / "README.md"


def test_the_keys_in_the_readme_are_those_of_the_program() -> None:
    assert keys_table() in README.read_text(encoding="utf-8")


def test_the_picture_in_the_readme_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    picture = text.partition("](")[2].partition(")")[0]
    assert (README.parent / picture).is_file()
