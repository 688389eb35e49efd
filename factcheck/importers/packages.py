"""The parts of a packed file (Word, OpenDocument, EPUB), looked through before one is unpacked.

Zip: PKWARE's APPNOTE 6.3.10, of which office and EPUB files may use storing and deflating only.
Names of parts are labels to ask for, never paths. Nothing is written, nothing is fetched.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

MOST_PARTS = 10_000
# Bytes, unpacked.
LARGEST_PART = 100 << 20
LARGEST_WHOLE = 200 << 20
# An honest file of words packs to a tenth; drawings of one colour pack far better, but are small.
MOST_RATIO = 200
_FREE_OF_RATIO = 10 << 20
_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCAL_ENTRY = b"PK\x03\x04"
_LOCAL_SIZE = 30
_LENGTHS_AT = 26
# Bits of a member's flags: encrypted, strongly encrypted, directory encrypted.
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_PACKINGS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class Package:
    """The parts of a packed file. Raises FactcheckError for what no honest program writes."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self._content = content
        self._members = {info.filename: info for info in self._looked_through()}

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names, in the order of the file's directory."""
        return tuple(self._members)

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def read(self, member: str) -> bytes:
        """Unpack one part. Raises FactcheckError where it is missing or not as declared."""
        info = self._members.get(member)
        if info is None:
            raise self._unfit(f"lacks a part that it needs: “{member}”")
        packed = self._packed(info)
        stored = info.compress_type == zipfile.ZIP_STORED
        unpacked = packed if stored else self._inflated(packed, info)
        if len(unpacked) != info.file_size or zlib.crc32(unpacked) != info.CRC:
            raise self._unfit(f"holds a damaged part: “{member}”")
        return unpacked

    def _looked_through(self) -> list[zipfile.ZipInfo]:
        # Before the directory is read: entry by entry it would take a hundred times its size.
        if self._content.count(_DIRECTORY_ENTRY) > MOST_PARTS:
            raise self._unfit(f"has more than {MOST_PARTS} parts")
        try:
            with zipfile.ZipFile(io.BytesIO(self._content)) as packed:
                members = packed.infolist()
        # What zipfile raises for damaged directories: its own, and those of what it calls.
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OSError):
            raise self._unfit("is cut off or damaged") from None
        self._prove_sizes(members)
        self._prove_places(members)
        for info in members:
            self._prove_member(info)
        return [info for info in members if not info.is_dir()]

    def _prove_sizes(self, members: Sequence[zipfile.ZipInfo]) -> None:
        whole = sum(info.file_size for info in members)
        largest = max((info.file_size for info in members), default=0)
        bomb = whole > max(_FREE_OF_RATIO, MOST_RATIO * len(self._content))
        if bomb or whole > LARGEST_WHOLE or largest > LARGEST_PART:
            raise self._unfit("would grow too large when it is unpacked")

    def _prove_places(self, members: Sequence[zipfile.ZipInfo]) -> None:
        if len({_label(info) for info in members}) < len(members):
            raise self._unfit("holds two parts of the same name")
        spans = sorted((info.header_offset, _end(info)) for info in members)
        if any(end > start for (_, end), (start, _) in pairwise(spans)):
            raise self._unfit("holds parts that overlap")

    def _prove_member(self, info: zipfile.ZipInfo) -> None:
        if info.flag_bits & _ENCRYPTED:
            raise FactcheckError(
                f"“{self.name}” is protected by a password.",
                "Save it without one in the program that wrote it.",
            )
        if info.compress_type not in _PACKINGS:
            raise self._unfit("is packed in a way that such files never are")
        if _points_outside(_label(info)):
            raise self._unfit("holds a part whose name points outside of the file")

    def _packed(self, info: zipfile.ZipInfo) -> bytes:
        start = info.header_offset
        head = self._content[start : start + _LOCAL_SIZE]
        if len(head) < _LOCAL_SIZE or not head.startswith(_LOCAL_ENTRY):
            raise self._unfit("is cut off or damaged")
        start += _LOCAL_SIZE + sum(struct.unpack_from("<HH", head, _LENGTHS_AT))
        return self._content[start : start + info.compress_size]

    def _inflated(self, packed: bytes, info: zipfile.ZipInfo) -> bytes:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        # One byte more than declared is asked for: it tells a lie, and never more is unpacked.
        try:
            return inflate.decompress(packed, info.file_size + 1)
        except zlib.error:
            raise self._unfit(f"holds a damaged part: “{info.filename}”") from None

    def _unfit(self, fault: str) -> FactcheckError:
        return FactcheckError(
            f"“{self.name}” {fault}.", "Open it in the program that wrote it and save it anew."
        )


def parse_xml(content: bytes, what: str) -> _Element:
    """Return the root of a part; ``what`` names it for the person.

    No entity is put in, no DTD or address is loaded; libxml2 allows 256 levels and 10 MB a text.
    Raises FactcheckError for a document type, and for what is no well-formed XML.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    hint = "Open the file in the program that wrote it and save it anew."
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise FactcheckError(f"{what} is damaged or nested too deeply.", hint) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise FactcheckError(f"{what} declares a document type, which it may not.", hint)
    return root


def _points_outside(label: str) -> bool:
    path = PurePosixPath(label)
    return path.is_absolute() or ".." in path.parts or ":" in label[:2] or "\0" in label


def _label(info: zipfile.ZipInfo) -> str:
    return info.orig_filename.replace("\\", "/")


def _end(info: zipfile.ZipInfo) -> int:
    """Where a member ends at the earliest: its local entry's extra field may be longer."""
    return info.header_offset + _LOCAL_SIZE + len(info.orig_filename) + info.compress_size
