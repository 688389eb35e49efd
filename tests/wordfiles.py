"""Word files built part by part from the standard (ECMA-376): a test says what is in one."""

import io
import zipfile

from factcheck.domain.imported import ImportedArticle
from factcheck.importers.docx import read_docx

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:w14="{_W14}" xmlns:w15="{_W15}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The bridge</dc:title>'
    "<dc:creator>Mara Quill</dc:creator><dc:language>en</dc:language>"
    '<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/">2024-10-30T09:00:00Z'
    "</dcterms:created></cp:coreProperties>"
)


def packed(parts: dict[str, str]) -> bytes:
    """Return a packed file with these parts."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return kept.getvalue()


def word_file(body: str, links: dict[str, str] | None = None, **parts: str) -> bytes:
    """Return a Word file with this body; ``parts`` are the insides of footnotes, styles, …"""
    relations = [("officeDocument", "word/document.xml"), ("core-properties", "core.xml")]
    own = [(name, f"{name}.xml") for name in parts]
    external = [
        f'<Relationship Id="{name}" Type="{_R}/hyperlink" Target="{url}" TargetMode="External"/>'
        for name, url in (links or {}).items()
    ]
    return packed(
        {
            "_rels/.rels": _relations(relations),
            "core.xml": _CORE,
            "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": _relations(own, *external),
            **{f"word/{name}.xml": _root(name, inside) for name, inside in parts.items()},
        }
    )


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def style(name: str, title: str, inside: str = "") -> str:
    return f'<w:style w:styleId="{name}"><w:name w:val="{title}"/>{inside}</w:style>'


def commented(number: int, inside: str) -> str:
    """Return words between the marks of a comment's range, and the mark of the comment itself."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{inside}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def comment(number: int, author: str, words: str, paragraph_id: str = "") -> str:
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:date="2024-11-0{number}T09:00:00Z">'
        f'<w:p w14:paraId="{paragraph_id}">{run(words)}</w:p></w:comment>'
    )


def note(kind: str, number: int, words: str) -> str:
    return f'<w:{kind} w:id="{number}">{paragraph(run(words))}</w:{kind}>'


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def linked(url: str, words: str) -> str:
    instruction = f'<w:r><w:instrText> HYPERLINK "{url}" </w:instrText></w:r>'
    return field("begin") + instruction + field("separate") + run(words) + field("end")


def tracked(kind: str, words: str) -> str:
    tag = "delText" if kind == "del" else "t"
    inside = f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'
    return f'<w:{kind} w:id="9" w:author="Ed Lane">{inside}</w:{kind}>'


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def read_word(body: str, *args: dict[str, str], **parts: str) -> ImportedArticle:
    """Read the Word file that ``word_file`` makes of this."""
    return read_docx(word_file(body, *args, **parts), "bridge.docx")


def _root(name: str, inside: str) -> str:
    if name == "commentsExtended":
        return f"<w15:commentsEx {_NAMES}>{inside}</w15:commentsEx>"
    return f"<w:{name} {_NAMES}>{inside}</w:{name}>"


def _relations(relations: list[tuple[str, str]], *more: str) -> str:
    rows = [
        f'<Relationship Id="own{number}" Type="{_R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations)
    ]
    return f'<Relationships xmlns="{_PACKAGE}">{"".join((*rows, *more))}</Relationships>'
