"""Two more orders of lines: by age, and by article with the due date within."""

from __future__ import annotations

STATEMENTS = (
    "CREATE INDEX line_article_due ON line (article, due, pk, cell)",
    # Narrower than the table: many are passed in less time.
    "CREATE INDEX line_age ON line (pk, cell)",
)
