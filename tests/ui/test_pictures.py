"""The README shows what the program draws."""

import pytest

from support.documents import ROOT
from support.pictures import SCENES, THEMES, Scene, draw, picture_of


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_picture_is_what_the_program_draws(scene: Scene, theme: str) -> None:
    picture = picture_of(scene, theme)
    assert str(picture.relative_to(ROOT)) in (ROOT / "README.md").read_text(encoding="utf-8")
    assert picture.read_text(encoding="utf-8") == await draw(scene, theme)
