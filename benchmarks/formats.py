"""One article in each format that is read, and the bare parser of each: the floor of an import."""

from __future__ import annotations

import email
import io
import zipfile
from functools import partial
from typing import TYPE_CHECKING

import texts

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def made(words: int) -> dict[str, bytes]:
    """Return an article of so many words in each format, by the suffix of its file."""
    paragraphs = texts.article(words).text.split("\n\n")
    plain = "\n\n".join(paragraphs)
    page = _page("".join(f"<p>{each}</p>" for each in paragraphs))
    head = "From: a@b.example\nSubject: A bridge\nMIME-Version: 1.0\n"
    related = f'{head}Content-Type: multipart/related; boundary="x"\n\n--x\n'
    return {
        ".txt": plain.encode(),
        ".md": f"# A bridge\n\n{plain}".encode(),
        ".html": page.encode(),
        ".mhtml": f"{related}Content-Type: text/html\n\n{page}\n--x--\n".encode(),
        ".eml": f"{head}\n{plain}".encode(),
        ".rtf": ("{\\rtf1\\ansi " + "\\par ".join(paragraphs) + "}").encode(),
        ".docx": _docx(paragraphs),
        ".odt": _odt(paragraphs),
        ".epub": _epub(page),
        ".pdf": _pdf(plain),
        ".srt": "\n".join(map(_cue, range(len(paragraphs)), paragraphs)).encode(),
    }


def bare(suffix: str) -> Callable[[bytes], object]:
    """Return what reads no more than the words of a format, with the library that knows it."""
    return _BARE[suffix]


def _page(body: str) -> str:
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A bridge</title></head>'
        f"<body><article><h1>A bridge</h1>{body}</article></body></html>"
    )


def _packed(**parts: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return kept.getvalue()


def _docx(paragraphs: list[str]) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    relation = f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">{relation}</Relationships>'
    kinds = "application/vnd.openxmlformats-package.relationships+xml"
    default = f'<Default Extension="rels" ContentType="{kinds}"/>'
    override = f'<Override PartName="/word/document.xml" ContentType="{_DOCUMENT}"/>'
    types = f'<Types xmlns="{_PACKAGE}/content-types">{default}{override}</Types>'
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return _packed(
        **{
            "[Content_Types].xml": types,
            "_rels/.rels": relations,
            "word/document.xml": document,
        }
    )


def _odt(paragraphs: list[str]) -> bytes:
    body = "".join(f"<t:p>{each}</t:p>" for each in paragraphs)
    root = f'<o:document-content xmlns:o="{_OASIS}:office:1.0" xmlns:t="{_OASIS}:text:1.0">'
    inside = f"<o:body><o:text>{body}</o:text></o:body></o:document-content>"
    kind = "application/vnd.oasis.opendocument.text"
    return _packed(**{"mimetype": kind, "content.xml": root + inside})


def _epub(page: str) -> bytes:
    container = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
    items = '<manifest><item id="c" href="c.xhtml"/></manifest><spine><itemref idref="c"/></spine>'
    return _packed(
        **{
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "b.opf": f"<package><metadata/>{items}</package>",
            "c.xhtml": page,
        }
    )


def _pdf(plain: str) -> bytes:
    import typst

    return bytes(typst.compile(f'#set page(numbering: "1")\n{plain}'.encode()))


def _cue(number: int, words: str) -> str:
    minutes, seconds = divmod(10 * number, 60)
    begun = f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02},000"
    return f"{number + 1}\n{begun} --> {begun.removesuffix('000')}900\n{words}\n"


def _decoded(content: bytes) -> str:
    return content.decode()


def _markdown(content: bytes) -> object:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").parse(content.decode())


def _extracted(content: bytes) -> object:
    from trafilatura import bare_extraction

    return bare_extraction(content, with_metadata=True)


def _mail(content: bytes) -> object:
    return email.message_from_bytes(content).get_payload(decode=True)


def _saved_page(content: bytes) -> object:
    (page,) = email.message_from_bytes(content).get_payload()
    return _extracted(page.get_payload(decode=True))


def _word(content: bytes) -> list[str]:
    import docx

    return [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs]


def _part(name: str, content: bytes) -> str:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "".join(etree.fromstring(package.read(name)).itertext())


def _pages(content: bytes) -> list[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_range() for page in document]


_BARE: dict[str, Callable[[bytes], object]] = {
    ".txt": _decoded,
    ".md": _markdown,
    ".html": _extracted,
    ".mhtml": _saved_page,
    ".eml": _mail,
    ".rtf": _decoded,  # no library is used for it, nor for subtitles
    ".docx": _word,
    ".odt": partial(_part, "content.xml"),
    ".epub": partial(_part, "c.xhtml"),
    ".pdf": _pages,
    ".srt": _decoded,
}
