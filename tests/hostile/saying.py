"""The part of the corpus for what a file says of itself, and for what an office file hides."""

import json
from collections.abc import Iterator

from tests.hostile.case import WARN, WORDS, Case
from tests.wordfiles import paragraph, run, style, word_file


def facts() -> Iterator[Case]:
    """Pages that say too much of their article, or lie in it."""

    def said(name: str, head: str, *expected: str, **words: str) -> Case:
        page = f"<html><head>{head}</head><body><article><p>{WORDS * 3}</p></article></body></html>"
        return Case(f"facts: {name}", "a.html", page.encode(), *expected, **words)

    def linked(content: str) -> str:
        return f'<script type="application/ld+json">{content}</script>'

    article = {"@type": "NewsArticle", "headline": "Bridge"}
    yield said("JSON without end", linked("[" * 200_000))
    yield said("JSON of a million numbers", linked(f"[{'1,' * 1_000_000}1]"))
    yield said("a title of a megabyte", linked(json.dumps(article | {"headline": "x" * 1_000_000})))
    signs = linked(json.dumps(article | {"headline": "\u202eegdirB\x00\n"}))
    yield said("a title of signs", signs, WARN, "proposed title holds 1 direction control")
    yield said("ten thousand authors", linked(json.dumps(article | {"author": ["a"] * 10_000})))
    yield said("no text at all", linked(json.dumps({key: [[[None]]] for key in article})))
    yield said("ten thousand tags", '<meta property="og:title" content="x">' * 10_000)
    yield said("a script as address", '<meta property="og:url" content="javascript:alert(1)">')
    yield said("a day that is none", '<meta name="date" content="99999999999999999999">')
    yield said("a day of a megabyte", f'<meta name="date" content="{"1" * 1_000_000}">')
    yield said("style of open brackets", f"<style>{'@media{' * 100_000}</style>")
    yield said("style of a million rules", f"<style>{'.a{display:none}' * 60_000}</style>")
    yield said("style of one selector", f"<style>{'.a,' * 300_000}.b{{display:none}}</style>")


def drafts() -> Iterator[Case]:
    """Word files that hide words, or ask for more than a reader has."""

    def draft(name: str, body: str, *expected: str, **words: str) -> Case:
        hiding = style("Gone", "Gone", "<w:rPr><w:vanish/></w:rPr>")
        circle = style("A", "A", '<w:basedOn w:val="B"/>') + style(
            "B", "B", '<w:basedOn w:val="A"/>'
        )
        content = word_file(paragraph(run(WORDS)) + body, styles=hiding + circle)
        return Case(f"draft: {name}", "a.docx", content, *expected, **words)

    hidden = paragraph(run("Secret words"), '<w:pStyle w:val="Gone"/>')
    yield draft("hidden by a style", hidden, WARN, "hidden text", lost="Secret")
    yield draft(
        "styles in a circle", paragraph(run("Round"), '<w:pStyle w:val="A"/>'), kept="Round"
    )
    deep = "<m:sSup><m:e>" * 60 + "<m:r><m:t>x</m:t></m:r>" + "</m:e></m:sSup>" * 60
    yield draft(
        "a deep formula", paragraph(f"<m:oMath>{deep}</m:oMath>"), WARN, "formula", kept="x"
    )
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    yield draft(
        "fields without end", paragraph(begun * 2_000) + paragraph(run("Kept")), kept="Kept"
    )
    asking = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    yield draft("only asking", asking.format(paragraph(run("Click here"))), WARN, "form field")
    yield draft("another file inside", '<w:altChunk r:id="x"/>' * 1_000, WARN, "1000 parts")
