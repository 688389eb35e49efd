"""A saved web page made ready for the extraction of its article.

trafilatura drops figures with their captions and every ``<time>`` in a sentence, and folds
no-break spaces; here the tree is changed so that those words survive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.domain.canonical import canonical
from factcheck.domain.imported import Encoding
from factcheck.importers.decode import Decoded, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I
)
_DECLARED_WITHIN = 4096
# By these a page hides words from the eye, in a style without spaces.
_UNSEEN = re.compile(
    r"display:none|visibility:hidden|font-size:(?:0(?![.\d]*[1-9])|1(?:\.\d+)?p[xt])|opacity:0(?![.\d]*[1-9])"
    r"|(?:text-indent|left|top):-\d{3}"
)
# Rules of a style sheet of the page's own, after those for a medium (print, small screens) are cut.
_MEDIA = re.compile(r"@[^{};]*+\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}")
_RULE = re.compile(r"([^{}]++)\{([^{}]*+)\}")
_MARKED = re.compile(r"[\w-]*([.#][\w-]+)")
_MOST_STYLE = 1_000_000  # code points
_PICTURED = {"article", "main", "figure"}
UNREAD = {"script", "style", "noscript", "template", "head"}
# Spaces that str.split() would fold, each with a noncharacter to stand in for it: a canonical
# text has none of those, so the way back is certain.
_SPACES = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_STAND_INS = "".join(map(chr, range(0xFDD0, 0xFDD0 + len(_SPACES))))
_PROTECT = str.maketrans(_SPACES, _STAND_INS)
_RESTORE = str.maketrans(_STAND_INS, _SPACES)


@dataclass(slots=True)
class Page:
    """A parsed page. ``words`` counts all of it, menus too; ``captions`` have folded spaces."""

    root: Any  # HtmlElement: lxml is imported where it is used
    words: int
    cut: bool
    replaced: int = 0
    captions: set[str] = field(default_factory=set)
    unseen: list[str] = field(default_factory=list)  # hidden words, stretch by stretch
    pictures: int = 0
    remarks: tuple[str, ...] = ()
    encoding: Encoding | None = None


def parse(source: bytes) -> Page | None:
    """Parse and prepare a page; None if it has no element. Raises FactcheckError if not text."""
    from lxml import etree, html

    decoded = decoded_page(source)
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(decoded.text.encode(), parser=parser)
    except etree.ParserError:
        return None
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    page = Page(root, _count_words(root), cut, remarks=decoded.remarks, encoding=decoded.encoding)
    _protect(page)
    page.unseen = list(_unseen(root))
    page.pictures = sum(_is_pictured(picture) for picture in root.iter("img"))
    _keep_captions(page)
    _keep_inline(root)
    return page


def decoded_page(source: bytes) -> Decoded:
    """Return the text of a page with its marks. Raises FactcheckError if it is none."""
    return decode(source, _declared(source))


def restore(text: str | None) -> str:
    """Put back the spaces that were protected."""
    return (text or "").translate(_RESTORE)


def _declared(source: bytes) -> str:
    found = _DECLARED.search(source[:_DECLARED_WITHIN])
    return found[1].decode("ascii") if found else ""


def _count_words(root: HtmlElement) -> int:
    body = root.find("body")
    if body is None:
        return 0
    inside = (e.text for e in body.iter("*") if e.tag not in UNREAD)
    behind = (e.tail for e in body.iterdescendants("*"))
    return sum(len((text or "").split()) for text in (*inside, *behind))


def _unseen(root: HtmlElement) -> Iterator[str]:
    from lxml import etree

    hiding = _hiding(root)
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        names = {f".{name}" for name in element.get("class", "").split()}
        marked = not hiding.isdisjoint({*names, f"#{element.get('id', '')}"})
        if marked or element.get("hidden") is not None or _hides(element.get("style", "")):
            yield from (" ".join(restore(text).split()) for text in element.itertext())
            walk.skip_subtree()


def _hides(declarations: str) -> bool:
    return bool(_UNSEEN.search("".join(declarations.lower().split())))


def _hiding(root: HtmlElement) -> set[str]:
    """Return the classes (".gone") and ids ("#gone") that the page's own style sheets hide."""
    sheets = "".join(restore(style.text) for style in root.iter("style"))[:_MOST_STYLE]
    found: set[str] = set()
    for selectors, declarations in _RULE.findall(_MEDIA.sub("", sheets)):
        if _hides(declarations):
            chosen = (_MARKED.fullmatch(each.strip()) for each in selectors.split(","))
            found.update(each[1] for each in chosen if each)
    return found


def _is_pictured(picture: HtmlElement) -> bool:
    """Say whether a picture belongs to an article, and is no sign of the page around it."""
    return any(outer.tag in _PICTURED for outer in picture.iterancestors())


def _protect(page: Page) -> None:
    """Clean what character references brought in, and hide special spaces in stand-ins."""
    for element in page.root.iter("*"):
        element.text = _fit(page, element.text)
        element.tail = _fit(page, element.tail)
        for name, value in element.items():
            fit = canonical(value).text
            if fit != value:
                _replace(element, name, fit)


def _replace(element: HtmlElement, name: str, value: str) -> None:
    """Set an attribute; where its name can be read but not written, drop the element's all."""
    try:
        element.set(name, value)
    except ValueError:
        element.attrib.clear()


def _fit(page: Page, text: str | None) -> str | None:
    if text is None:
        return None
    result = canonical(text)
    page.replaced += result.replaced
    return result.text.translate(_PROTECT)


def _keep_captions(page: Page) -> None:
    for figure in page.root.iter("figure"):
        figure.tag = "div"
    for caption in page.root.iter("figcaption"):
        words = " ".join(caption.text_content().split())
        page.captions.add(words)
        caption.clear(keep_tail=True)
        caption.tag = "p"
        caption.text = words


def _keep_inline(root: HtmlElement) -> None:
    for element in root.iter("time", "data", "q"):
        if element.tag == "q":
            _write_quotation_marks(element)
        element.tag = "span"


def _write_quotation_marks(element: HtmlElement) -> None:
    """Browsers draw these around ``<q>``; the text needs them."""
    element.text = "“" + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + "”"
    else:
        element.text += "”"
