"""Pictures that mean harm are shown or refused; the next one is shown all the same."""

import random
import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image

from factcheck.actions.pictures import picture_of
from factcheck.actions.worker import run
from factcheck.errors import FactcheckError
from factcheck.importers.pictures import LONGEST_SIDE, read_picture
from tests.hostile.test_fuzz import COUNT, SEED, damaged

REFUSED, EITHER = "refused", "shown or refused"
GOOD = Image.radial_gradient("L").convert("RGB").resize((40, 30))


def encoded(kind: str, **how: object) -> bytes:
    kept = BytesIO()
    GOOD.save(kept, kind, **how)
    return kept.getvalue()


def chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))


def png(width: int, height: int, data: bytes, *more: bytes, depth: int = 8, kind: int = 0) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(data))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + pixels + chunk(b"IEND", b"")


def bomb(megabytes: int) -> bytes:
    return zlib.compress(bytes(megabytes << 20), 9)


def bmp(width: int, height: int, bits: int = 24, size: int = 40) -> bytes:
    head = struct.pack("<IiiHHIIiiII", size, width, height, 1, bits, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + head


def gif(width: int, height: int, frame: tuple[int, int]) -> bytes:
    screen = struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6)
    return b"GIF89a" + screen + b"," + struct.pack("<HHHHB", 0, 0, *frame, 0) + b"\2\2L\1\0;"


def tiff(width: int, height: int, following: int, **tags: int) -> bytes:
    known = {256: width, 257: height, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: height, 279: 4}
    known |= {int(name[1:]): value for name, value in tags.items()}
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in known.items())
    return b"II*\0" + struct.pack("<IH", 8, len(known)) + entries + struct.pack("<I", following)


ROW = b"\0" + bytes(10)
CASES = {
    "PNG of 3.6 milliard pixels": (png(60_000, 60_000, b""), REFUSED),
    "PNG one pixel high, very wide": (png(2**31 - 1, 1, b""), REFUSED),
    "PNG without height": (png(10, 0, b""), REFUSED),
    "PNG that promises more than it has": (png(9_999, 9_999, ROW), REFUSED),
    "PNG that has more than it promises": (png(10, 1, ROW * 10_000), EITHER),
    "PNG whose pixels are a bomb": (png(10, 10, bytes(200 << 20)), EITHER),
    "PNG with a bomb of words": (
        png(10, 1, ROW, *[chunk(b"zTXt", b"a\0\0" + bomb(100))] * 10),
        EITHER,
    ),
    "PNG with a bomb of a profile": (
        png(10, 1, ROW, chunk(b"iCCP", b"a\0\0" + bomb(500))),
        EITHER,
    ),
    "PNG with many pieces": (png(10, 1, ROW, *[chunk(b"tEXt", b"a\0b")] * 100_000), EITHER),
    "PNG of an unknown kind": (png(10, 1, ROW, depth=3, kind=7), REFUSED),
    "PNG with a wrong checksum": (png(10, 1, ROW)[:-20] + bytes(20), EITHER),
    "BMP of a huge promise": (bmp(2**31 - 1, 2**31 - 1), REFUSED),
    "BMP of less than nothing": (bmp(-10, -10), EITHER),
    "BMP upside down without end": (bmp(10, -(2**31)), REFUSED),
    "BMP with an unknown head": (bmp(10, 10, size=2**31), REFUSED),
    "GIF of a huge promise": (gif(65_535, 65_535, (1, 1)), REFUSED),
    "GIF whose picture is larger than it": (gif(10, 10, (65_535, 65_535)), EITHER),
    "GIF without pictures": (b"GIF89a" + bytes(7) + b";", REFUSED),
    "TIFF that follows itself": (tiff(2, 2, following=8), EITHER),
    "TIFF of a huge promise": (tiff(2**32 - 1, 2**32 - 1, 0), REFUSED),
    "TIFF that points behind its end": (tiff(10, 10, 0, t273=2**31), REFUSED),
    "TIFF with bits for a year": (tiff(10, 10, 0, t258=2**31), REFUSED),
    "WebP cut off": (encoded("WEBP")[:40], REFUSED),
    "JPEG of a huge promise": (
        encoded("JPEG").replace(struct.pack(">HH", 30, 40), b"\xff\xff\xff\xff", 1),
        REFUSED,
    ),
    "JPEG cut off": (encoded("JPEG")[:-100], REFUSED),
    "a drawing that calls out": (
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='http://127.0.0.1:1/'/></svg>",
        REFUSED,
    ),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run", REFUSED),
}


def refusal_of(content: bytes) -> str:
    """Return why a picture is not shown, "" if it is and its pixels are as many as it says."""
    try:
        found = picture_of(content)
    except FactcheckError as error:
        return error.message
    assert max(found.width, found.height) <= LONGEST_SIDE
    assert len(found.pixels) == 4 * found.width * found.height
    return ""


@pytest.mark.parametrize("name", CASES)
def test_it_is_shown_or_refused_in_plain_words(name: str) -> None:
    content, outcome = CASES[name]
    told = refusal_of(content)
    assert outcome == EITHER or told
    assert not told or "picture" in told or "memory" in told
    assert refusal_of(encoded("PNG")) == ""


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_a_changed_picture_is_shown_or_refused(kind: str) -> None:
    chance, good = random.Random(f"{SEED} {kind}"), encoded(kind)
    for _ in range(COUNT):
        with suppress(FactcheckError):
            found = run(read_picture, damaged(chance, good))
            assert len(found.pixels) == 4 * found.width * found.height
