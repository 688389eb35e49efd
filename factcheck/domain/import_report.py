"""What is told of an import: what came in and how, then what was left out or looked odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.encodings import encoding_name

if TYPE_CHECKING:
    from factcheck.domain.imported import ImportedArticle


def import_report(imported: ImportedArticle) -> tuple[str, ...]:
    """Return the sentences of the report, the one about the whole file first."""
    return (f"{_came_in(imported)} {_text_of(imported.text)}", *imported.remarks)


def _came_in(imported: ImportedArticle) -> str:
    encoding = imported.encoding
    if encoding is None:
        return f"“{imported.source_name}” has {_counted(len(imported.source), 'byte')}."
    read_as = f"read as {encoding_name(encoding.name)}, {encoding.known}"
    return f"“{imported.source_name}” has {_counted(encoding.characters, 'character')}, {read_as}."


def _text_of(text: str) -> str:
    return (
        f"Its text has {_counted(len(text), 'character')}, {_counted(len(text.split()), 'word')}."
    )


def _counted(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count:,} {what}s"
