"""What docs/pictures.md says about limits is so."""

from pathlib import Path

from digest_tui.pictures import cache, fetching, thumbnails
from digest_tui.ui.reader.pictures import MAX_PICTURES, MAX_ROWS
from support.promises import promises

PAGE = " ".join((Path(__file__).parents[2] / "docs" / "pictures.md").read_text(encoding="utf-8").split())
NUMBERS = {3: "three"}


@promises("SECURITY.md", "4 MB, 24 million pixels and 20 seconds are the limit")
@promises(
    "docs/pictures.md",
    "4 MB and 24 million pixels a picture, 20 seconds, three redirections; PNG, JPEG, WebP and GIF",
    "At most 12 rows and half of the reader.",
    "at most 64 MB",
)
def test_the_limits_are_those_of_the_program() -> None:
    megabytes, pixels = fetching.MAX_BYTES // 1024**2, thumbnails.MAX_PIXELS // 10**6
    assert f"{megabytes} MB and {pixels} million pixels a picture, {fetching.MAX_SECONDS:.0f} seconds" in PAGE
    assert f"{NUMBERS[fetching.MAX_MOVES]} redirections" in PAGE
    assert f"first {NUMBERS[MAX_PICTURES]} pictures" in PAGE
    assert f"At most {MAX_ROWS} rows" in PAGE
    assert f"at most {cache.MAX_BYTES // 1024**2} MB" in PAGE
