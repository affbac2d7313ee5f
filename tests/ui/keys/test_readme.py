"""The README shows what the program draws."""

from support.picture import PICTURE, draw
from support.readme import README


async def test_the_picture_in_the_readme_is_what_the_program_draws() -> None:
    shown = README.read_text(encoding="utf-8").partition("](")[2].partition(")")[0]
    assert README.parent / shown == PICTURE
    assert PICTURE.read_text(encoding="utf-8") == await draw()
