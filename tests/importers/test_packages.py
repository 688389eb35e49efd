import struct
import zipfile
from io import BytesIO

import pytest

from factcheck.errors import FactcheckError
from factcheck.importers import packages
from factcheck.importers.packages import Package, parse_xml


def packed(*members: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", packing) as made:
        for name, content in members:
            made.writestr(name, content)
    return kept.getvalue()


def patched(content: bytes, signature: bytes, at: int, new: bytes) -> bytes:
    """Change some bytes of the first entry of a kind."""
    start = content.index(signature) + at
    return content[:start] + new + content[start + len(new) :]


GOOD = packed(("word/document.xml", b"<a>words</a>"), ("word/", b""), ("mimetype", b"zip"))


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_parts_are_read(packing):
    package = Package(packed(("a.xml", b"one " * 99), ("b", b""), packing=packing), "x.docx")
    assert package.names == ("a.xml", "b")
    assert package.read("a.xml") == b"one " * 99
    assert package.read("b") == b""
    assert "a.xml" in package
    assert "c" not in package


def test_folders_are_no_parts():
    assert Package(GOOD, "x.docx").names == ("word/document.xml", "mimetype")


def test_a_missing_part_is_told():
    with pytest.raises(FactcheckError, match="lacks a part that it needs: “a”"):
        Package(GOOD, "x.docx").read("a")


def test_every_cut_is_refused():
    for size in range(len(GOOD)):
        with pytest.raises(FactcheckError, match="damaged"):
            Package(GOOD[:size], "x.docx")


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "C:/a", "..\\a", "\\\\host\\a"])
def test_names_that_point_outside_are_refused(name):
    with pytest.raises(FactcheckError, match="points outside"):
        Package(packed((name, b"")), "x.docx")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    with pytest.raises(FactcheckError, match="same name"):
        Package(packed(("a", b"1"), ("a", b"2")), "x.docx")


def test_overlapping_parts_are_refused():
    content = packed(("a", b"1" * 50), ("b", b"2" * 50), packing=zipfile.ZIP_STORED)
    second = content.index(b"PK\1\2", content.index(b"PK\1\2") + 1)
    with pytest.raises(FactcheckError, match="overlap"):
        Package(content[: second + 42] + bytes(4) + content[second + 46 :], "x.docx")


def test_an_encrypted_part_is_told_as_such():
    with pytest.raises(FactcheckError, match="password"):
        Package(patched(GOOD, b"PK\1\2", 8, b"\1"), "x.docx")


def test_other_packings_are_refused():
    with pytest.raises(FactcheckError, match="packed in a way"):
        Package(packed(("a", b"1" * 99), packing=zipfile.ZIP_BZIP2), "x.docx")


@pytest.mark.parametrize("size", [1, 98, 100, 1 << 20])
def test_a_lie_about_the_size_is_found(size):
    lying = patched(packed(("a", b"1" * 99)), b"PK\1\2", 24, struct.pack("<I", size))
    with pytest.raises(FactcheckError, match="damaged part: “a”"):
        Package(lying, "x.docx").read("a")


def test_changed_bytes_are_found():
    changed = packed(("a", b"1" * 99), packing=zipfile.ZIP_STORED).replace(b"111", b"112", 1)
    with pytest.raises(FactcheckError, match="damaged part"):
        Package(changed, "x.docx").read("a")


def test_a_bomb_is_refused_unread():
    bomb = packed(("a", bytes(30 << 20)))
    with pytest.raises(FactcheckError, match="grow too large"):
        Package(bomb, "x.docx")


@pytest.mark.parametrize("limit", ["LARGEST_PART", "LARGEST_WHOLE"])
def test_large_parts_and_wholes_are_refused(monkeypatch, limit):
    monkeypatch.setattr(packages, limit, 9)
    with pytest.raises(FactcheckError, match="grow too large"):
        Package(packed(("a", b"1" * 10)), "x.docx")


def test_too_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr(packages, "MOST_PARTS", 3)
    content = packed(*((str(at), b"") for at in range(4)))
    with pytest.raises(FactcheckError, match="more than 3 parts"):
        Package(content, "x.docx")


def test_xml_is_parsed():
    assert parse_xml(b"<?xml version='1.0' encoding='UTF-8'?><a>\xc3\xa9</a>", "A part").text == "é"


DOCTYPES = {
    "plain": "<!DOCTYPE a><a/>",
    "entity": '<!DOCTYPE a [<!ENTITY e "words">]><a>&e;</a>',
    "outside": '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
    "parameter": '<!DOCTYPE a [<!ENTITY % e SYSTEM "file:///etc/passwd"> %e;]><a/>',
    "loaded": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("text", DOCTYPES.values(), ids=DOCTYPES)
def test_a_document_type_is_refused(text, encoding):
    with pytest.raises(FactcheckError, match="A part declares a document type"):
        parse_xml(text.encode(encoding), "A part")


def test_laughs_do_not_grow():
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(20))
    text = f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a b="&l20;">&l20;</a>'
    with pytest.raises(FactcheckError, match="A part"):
        parse_xml(text.encode(), "A part")


@pytest.mark.parametrize("text", ["", "words", "<a>", "<a/><b/>", "<a>" * 999 + "</a>" * 999])
def test_what_is_no_xml_is_refused(text):
    with pytest.raises(FactcheckError, match="damaged or nested too deeply"):
        parse_xml(text.encode(), "A part")
