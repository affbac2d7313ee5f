"""What becomes of the bytes of a picture."""

import struct
import zlib

import pytest
from PIL import Image

from digest_tui.errors import PictureError
from digest_tui.pictures.thumbnails import MAX_PIXELS, SIZE, thumbnail
from support.picture_server import BLUE, RED, encoded, noise, picture, seen
from support.promises import promises


def near(color: object, wanted: tuple[int, int, int]) -> bool:
    """Whether a colour is another one, but for what a JPEG makes of it."""
    assert isinstance(color, tuple)
    return all(abs(one - other) < 12 for one, other in zip(color, wanted, strict=True))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_four_formats_are_drawn(form: str) -> None:
    made = seen(thumbnail(picture((300, 200), form)))
    assert (made.format, made.mode, made.size) == ("JPEG", "RGB", (300, 200))
    assert near(made.getpixel((150, 100)), RED)


@pytest.mark.parametrize("form", ["BMP", "TIFF", "PPM", "ICO", "PDF", "EPS"])
@promises("SECURITY.md", "and only PNG, JPEG, WebP and GIF are decoded (docs/pictures.md).")
def test_others_are_not(form: str) -> None:
    with pytest.raises(PictureError, match="neither PNG"):
        thumbnail(picture((32, 32), form))


@pytest.mark.parametrize("size", [(4000, 3000), (5000, 100), (100, 5000), (1, 1), (20000, 1), (1, 20000)], ids=str)
def test_it_is_small_and_as_wide_as_high(size: tuple[int, int]) -> None:
    made = seen(thumbnail(picture(size)))
    assert made.width <= SIZE[0]
    assert made.height <= SIZE[1]
    if min(size) >= 100:
        assert abs(made.width / made.height - size[0] / size[1]) < 0.1 * size[0] / size[1]


def test_what_can_be_seen_through_is_white() -> None:
    made = seen(thumbnail(picture((30, 30), mode="RGBA", color=(0, 0, 0, 0))))
    assert near(made.getpixel((15, 15)), (255, 255, 255))


def test_a_photograph_is_upright() -> None:
    image = Image.new("RGB", (60, 20), RED)
    image.paste(BLUE, (0, 0, 30, 20))
    exif = Image.Exif()
    exif[0x0112] = 6
    made = seen(thumbnail(encoded(image, "JPEG", exif=exif.tobytes())))
    assert made.size == (20, 60)
    assert near(made.getpixel((10, 5)), BLUE)
    assert near(made.getpixel((10, 55)), RED)


def test_nothing_of_where_it_was_taken_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010E] = "at home"
    made = thumbnail(picture(form="JPEG", exif=exif.tobytes(), icc_profile=b"profile" * 99, comment=b"at home"))
    assert b"home" not in made
    assert b"profile" not in made


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
@promises("docs/pictures.md", "of which the first frame is drawn.")
def test_of_moving_pictures_the_first_is_taken(form: str) -> None:
    frames = [Image.new("RGB", (40, 20), color) for color in (BLUE, RED, RED)]
    moving = encoded(frames[0], form, save_all=True, append_images=frames[1:], duration=50)
    assert near(seen(thumbnail(moving)).getpixel((20, 10)), BLUE)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_pixel(mode: str) -> None:
    assert seen(thumbnail(encoded(Image.new(mode, (9, 9)), "PNG"))).size == (9, 9)


def test_inks_of_a_printer() -> None:
    assert seen(thumbnail(encoded(Image.new("CMYK", (9, 9)), "JPEG"))).mode == "RGB"


def png_of(width: int, height: int) -> bytes:
    """A few bytes that promise a large picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(MAX_PIXELS + 1, 1), (5000, 5000), (20000, 20000), (2**31 - 1, 2**31 - 1)], ids=str)
def test_a_bomb_is_not_opened(size: tuple[int, int], recwarn: pytest.WarningsRecorder) -> None:
    with pytest.raises(PictureError, match="more than 24 million pixels"):
        thumbnail(png_of(*size))
    assert not recwarn.list


def test_a_large_picture_that_is_none_too_large_is_read() -> None:
    assert seen(thumbnail(picture((6000, 4000), mode="L", color=9))).size == (768, 512)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
@pytest.mark.parametrize("share", [0.05, 0.3, 0.9])
def test_half_a_picture_is_none(form: str, share: float) -> None:
    whole = noise((80, 60), form)
    with pytest.raises(PictureError):
        thumbnail(whole[: int(len(whole) * share)])


@pytest.mark.parametrize(
    "data",
    [b"", b"<html></html>", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff", b"RIFF0000WEBP", b"%PDF-1.4", b"<svg/>"],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        thumbnail(data)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_bytes_that_were_changed_make_a_picture_or_a_sentence(form: str) -> None:
    whole = noise((30, 20), form)
    for at in range(0, len(whole), max(1, len(whole) // 120)):
        broken = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        try:
            assert seen(thumbnail(broken)).format == "JPEG"
        except PictureError:
            continue
