"""What docs/pictures.md says about limits is so."""

from pathlib import Path

from digest_tui.pictures import cache, fetching, thumbnails
from digest_tui.ui.reader.pictures import MAX_PICTURES, MAX_ROWS

PAGE = " ".join((Path(__file__).parents[2] / "docs" / "pictures.md").read_text(encoding="utf-8").split())
NUMBERS = {3: "three"}


def test_the_limits_are_those_of_the_program() -> None:
    megabytes, pixels = fetching.MAX_BYTES // 1024**2, thumbnails.MAX_PIXELS // 10**6
    assert f"{megabytes} MB and {pixels} million pixels a picture, {fetching.MAX_SECONDS:.0f} seconds" in PAGE
    assert f"{NUMBERS[fetching.MAX_MOVES]} redirections" in PAGE
    assert f"first {NUMBERS[MAX_PICTURES]} pictures" in PAGE
    assert f"At most {MAX_ROWS} rows" in PAGE
    assert f"at most {cache.MAX_BYTES // 1024**2} MB" in PAGE
