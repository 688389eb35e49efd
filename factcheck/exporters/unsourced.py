"""What a writer is asked for: the statements without a source, in the draft itself or as a list.

The Word file holds the words of the article and nothing else; each question is a comment on the
very words, so that the answers come back as replies to it (ECMA-376 part 1, 17.13.4).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from factcheck.domain.model import BlockKind, StatementKind
from factcheck.domain.workflow import State
from factcheck.exporters.article import Mark, cut
from factcheck.exporters.wording import clean, language_code, quoted

if TYPE_CHECKING:
    from datetime import datetime

    from docx.document import Document
    from docx.text.run import Run

    from factcheck.domain.report_data import ReportData, ReportStatement
    from factcheck.exporters.blocks import ArticleBlock

_ENDED = {State.DISMISSED, State.CUT}
_STYLES = {
    BlockKind.LIST_ITEM: "List Bullet",
    BlockKind.QUOTE: "Quote",
    BlockKind.CAPTION: "Caption",
}
_DEEPEST = 9


def unsourced(data: ReportData) -> tuple[ReportStatement, ...]:
    """Return the statements that nothing is cited for; those that are at an end are not asked."""
    return tuple(
        each
        for each in data.statements
        if not each.citations and each.spans and each.statement.state not in _ENDED
    )


def write_list(data: ReportData) -> bytes:
    """Return the questions as UTF-8 text, each with a line for the answer."""
    asked = unsourced(data)
    head = (
        f"{clean(data.article.title)}\n"
        f"Sources wanted: {len(asked)} of {len(data.statements)} statements\n"
    )
    return (head + "".join(f"\n{_listed(each)}" for each in asked)).encode()


def write_draft(data: ReportData, author: str, at: datetime) -> bytes:
    """Return the article as a Word file (DOCX), with a comment by ``author`` on each statement."""
    import docx

    document = docx.Document()
    _describe(document, data, author, at)
    asked = unsourced(data)
    marks = [Mark(each.number, each.spans[0].start, each.spans[0].end) for each in asked]
    runs: dict[int, list[Run]] = {}
    for block in cut(data.text, data.revision.blocks, marks):
        _add_block(document, block, runs)
    for each in asked:
        comment = document.add_comment(
            runs[each.number], _question(each), author, _initials(author)
        )
        comment._comment_elm.date = at  # else that of the clock
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _listed(asked: ReportStatement) -> str:
    words = " … ".join(" ".join(span.quote.split()) for span in asked.spans)
    return f"{asked.number}. {quoted(words)}{_kind(asked, ' ({})')}\n   Source: \n"


def _question(asked: ReportStatement) -> str:
    return (
        f"Source? Please reply with a link, a document or whom you asked. "
        f"(Statement {asked.number}{_kind(asked, ', {}')})"
    )


def _kind(asked: ReportStatement, shape: str) -> str:
    kind = asked.statement.kind
    return "" if kind is StatementKind.OTHER else shape.format(kind)


def _describe(document: Document, data: ReportData, author: str, at: datetime) -> None:
    told = document.core_properties
    told.title = clean(data.article.title)[:255]
    told.author = clean(data.article.byline)[:255]
    told.last_modified_by = clean(author)[:255]
    told.created = told.modified = at
    told.language = language_code(data.article.language)
    told.comments = ""


def _add_block(document: Document, block: ArticleBlock, runs: dict[int, list[Run]]) -> None:
    """Add a block as a paragraph; ``runs`` gathers the words of each statement."""
    if block.kind is BlockKind.HEADING:
        paragraph = document.add_heading(level=min(max(1, block.level), _DEEPEST))
    else:
        paragraph = document.add_paragraph(style=_STYLES.get(block.kind))
    for piece in block.pieces:
        run = paragraph.add_run(piece.text)
        for number in piece.inside:
            runs.setdefault(number, []).append(run)


def _initials(name: str) -> str:
    return "".join(part[0] for part in clean(name).split())[:3].upper()
