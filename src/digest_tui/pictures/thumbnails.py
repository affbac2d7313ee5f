"""From the bytes of a picture to a thumbnail, which is all that is kept: four formats, and of those the first frame."""

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from digest_tui.errors import PictureError

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MAX_PIXELS = 24_000_000
SIZE = 1280, 512
"""Pixels of a thumbnail, at most: a dozen rows of a sharp screen."""
_QUALITY = 88
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")

# They would go to the terminal.
warnings.filterwarnings("ignore", module="PIL")
# PIL warns of many, and refuses twice as many; here none are decoded.
Image.MAX_IMAGE_PIXELS = None


def thumbnail(data: bytes) -> bytes:
    """Return a thumbnail as JPEG, upright and on white; raises PictureError for what is no such picture."""
    if not (data.startswith(_BEGINNINGS) or (data[:4], data[8:12]) == (b"RIFF", b"WEBP")):
        raise PictureError("The picture is neither PNG, JPEG, WebP nor GIF.")
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise PictureError(f"The picture has more than {MAX_PIXELS // 10**6} million pixels.")
            return _jpeg(_reduced(image))
    except PictureError:
        raise
    except Exception as error:  # a decoder that was given anything at all
        raise PictureError("The picture cannot be read.") from error


def _reduced(image: Image.Image) -> Image.Image:
    # Of a JPEG only as much is decoded as is needed; upright it may be the other way round.
    image.draft("RGB", (max(SIZE), max(SIZE)))
    upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        seen = upright.convert("RGBA")
        seen.thumbnail(SIZE)
        # Most such pictures are black on nothing, made for white pages.
        reduced = Image.new("RGB", seen.size, "white")
        reduced.paste(seen, mask=seen.getchannel("A"))
        return reduced
    reduced = upright.convert("RGB")
    reduced.thumbnail(SIZE)
    return reduced


def _jpeg(image: Image.Image) -> bytes:
    stream = BytesIO()
    # What the original said about itself: places, names, colour profiles.
    image.info.clear()
    image.save(stream, "JPEG", quality=_QUALITY, subsampling=0)
    return stream.getvalue()
