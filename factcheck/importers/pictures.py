"""A picture as plain pixels, by Pillow, scaled down to what a screen shows.

A file of a few bytes can promise a picture of gigabytes: what it promises is looked at before
anything is unpacked, and this runs in the worker process only.
"""

from __future__ import annotations

import struct
import warnings
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from PIL.Image import Image

# Pixels that a picture may promise, and pixels of its longer side once it is scaled down.
MOST_PIXELS = 100_000_000
LONGEST_SIDE = 2_000
# What cameras, scanners and the web make. Pillow knows more, one by starting another program.
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
_ORIENTATION = 0x0112  # Exif 2.32, 4.6.4: how the camera was held, 1 to 8
_SIXTEEN_BITS = ("I;16", "I;16B", "I;16L")
DAMAGED = "The picture is damaged and can’t be shown here."


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of pixels, each red, green, blue and opacity, a byte each.

    ``of_many`` says that the file holds more than this one, its first.
    """

    width: int
    height: int
    pixels: bytes
    of_many: bool = False


def read_picture(content: bytes) -> Picture:
    """Return the first picture of a file, upright, no larger than a screen.

    Raises FactcheckError where it is of another kind, too large or damaged.
    """
    from PIL import Image, UnidentifiedImageError

    # We look ourselves: Pillow only warns of what is a little too large.
    Image.MAX_IMAGE_PIXELS = None
    try:
        # Pillow warns of odd details, at which nobody looks.
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(content), formats=FORMATS) as image,
        ):
            _require_fit(*image.size)
            of_many = getattr(image, "is_animated", False)
            return _as_pixels(_upright(image), of_many=of_many)
    except UnidentifiedImageError as error:
        raise FactcheckError(
            "The picture can’t be shown here: it is none of "
            f"{', '.join(FORMATS[:-1])} and {FORMATS[-1]}, or it is damaged."
        ) from error
    except (OSError, ValueError, SyntaxError, EOFError, struct.error) as error:
        raise FactcheckError(DAMAGED) from error


def _require_fit(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise FactcheckError(
            f"The picture has {width:,} × {height:,} pixels, too many to be shown here."
        )


def _upright(image: Image) -> Image:
    """Scale a picture down and turn it as it was taken."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    turn = turns.get(_orientation(image))
    small = _scaled(image)
    return small if turn is None else small.transpose(turn)


def _orientation(image: Image) -> int:
    """Return what the camera said; 0 where that is damaged: the picture may be sound."""
    with suppress(OSError, ValueError, SyntaxError, struct.error, KeyError, TypeError):
        return int(image.getexif().get(_ORIENTATION, 0))
    return 0


def _scaled(image: Image) -> Image:
    if image.mode in _SIXTEEN_BITS:
        image = image.point(lambda value: value / 256).convert("L")
    elif image.mode in {"1", "P", "PA"}:
        # Of these pixels no mean can be taken.
        image = image.convert("RGBA")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=2.0)
    return image


def _as_pixels(image: Image, *, of_many: bool) -> Picture:
    coloured = image.convert("RGBA")
    return Picture(coloured.width, coloured.height, coloured.tobytes(), of_many)
