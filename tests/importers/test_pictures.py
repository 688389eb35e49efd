"""Pictures come as plain pixels: the first one of a file, upright, no larger than a screen."""

from io import BytesIO

import pytest
from PIL import Image

from factcheck.errors import FactcheckError
from factcheck.importers.pictures import FORMATS, LONGEST_SIDE, MOST_PIXELS, Picture, read_picture

RED, TEAL, CLEAR = (255, 0, 0, 255), (0, 128, 128, 255), (0, 0, 0, 0)


def encoded(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    kept = BytesIO()
    image.save(kept, kind, **how)
    return kept.getvalue()


def pixel(picture: Picture, x: int, y: int) -> tuple[int, ...]:
    start = 4 * (y * picture.width + x)
    return tuple(picture.pixels[start : start + 4])


def near(found: tuple[int, ...], wanted: tuple[int, ...], by: int = 8) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("kind", FORMATS)
def test_each_kind_is_read(kind):
    found = read_picture(encoded(Image.new("RGB", (40, 30), "teal"), kind))
    assert (found.width, found.height, len(found.pixels)) == (40, 30, 40 * 30 * 4)
    assert near(pixel(found, 20, 15), TEAL)
    assert not found.of_many


@pytest.mark.parametrize(
    ("mode", "colour", "wanted"),
    [
        ("1", 1, (255, 255, 255, 255)),
        ("L", 128, (128, 128, 128, 255)),
        ("LA", (128, 0), (128, 128, 128, 0)),
        ("P", 0, (0, 0, 0, 255)),
        ("RGBA", CLEAR, CLEAR),
        ("CMYK", (0, 255, 255, 0), RED),
        ("I;16", 0x8000, (128, 128, 128, 255)),
        ("F", 128.0, (128, 128, 128, 255)),
    ],
)
def test_each_way_of_keeping_colours_is_read(mode, colour, wanted):
    found = read_picture(encoded(Image.new(mode, (4, 4), colour), "TIFF"))
    assert near(pixel(found, 1, 1), wanted, by=1)


@pytest.mark.parametrize("mode", ["RGB", "P", "1", "I;16"])
def test_a_large_one_is_scaled_down(mode):
    found = read_picture(encoded(Image.new(mode, (3 * LONGEST_SIDE, 600)), "TIFF"))
    assert (found.width, found.height) == (LONGEST_SIDE, 200)


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [
        *((1, (0, 0)), (2, (-1, 0)), (3, (-1, -1)), (4, (0, -1))),
        *((5, (0, 0)), (6, (-1, 0)), (7, (-1, -1)), (8, (0, -1))),
    ],
)
def test_it_stands_as_the_camera_was_held(orientation, corner):
    taken = Image.new("RGB", (64, 32), "teal")
    taken.paste("red", (0, 0, 16, 16))
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = read_picture(encoded(taken, "JPEG", exif=exif, quality=95))
    assert (found.width, found.height) == ((64, 32) if orientation < 5 else (32, 64))
    x = 5 if corner[0] == 0 else found.width - 6
    y = 5 if corner[1] == 0 else found.height - 6
    assert near(pixel(found, x, y), RED, by=20)


@pytest.mark.parametrize("exif", [b"Exif\0\0garbage", b"Exif\0\0II*\0\xff\xff\xff\xff"])
def test_damaged_details_spoil_no_picture(exif):
    found = read_picture(encoded(Image.new("RGB", (40, 30), "teal"), "JPEG", exif=exif))
    assert (found.width, found.height) == (40, 30)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "TIFF", "PNG"])
def test_of_many_the_first_is_read(kind):
    first, second = (Image.new("RGB", (40, 30), colour) for colour in ("teal", "red"))
    found = read_picture(encoded(first, kind, save_all=True, append_images=[second]))
    assert near(pixel(found, 20, 15), TEAL)
    assert found.of_many


def test_what_it_promises_is_looked_at_first():
    side = int(MOST_PIXELS**0.5) + 1
    promising = encoded(Image.new("1", (side, side)))
    with pytest.raises(FactcheckError, match="10,001 × 10,001 pixels, too many"):
        read_picture(promising)


@pytest.mark.parametrize(
    "content",
    [b"", b"words", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%!PS-Adobe-3.0 EPSF-3.0\n"],
)
def test_other_kinds_are_refused(content):
    with pytest.raises(FactcheckError, match="none of PNG"):
        read_picture(content)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP", "TIFF"])
def test_a_cut_one_is_refused(kind):
    whole = encoded(Image.radial_gradient("L").convert("RGB"), kind)
    with pytest.raises(FactcheckError, match="damaged"):
        read_picture(whole[: len(whole) // 2])
