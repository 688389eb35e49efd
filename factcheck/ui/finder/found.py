"""What was found on the desk, as lines of the palette, and where each of them leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from factcheck.domain.queues import Order, View
from factcheck.domain.search_hits import Hit, HitKind, Lit, Place
from factcheck.ui.finder import matching
from factcheck.ui.finder.entries import Entry, Group

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.store.search import Section
    from factcheck.ui.workplace import Workplace

    Found = dict[HitKind, Section]

FEW = 6
MANY = 100
translate = QCoreApplication.translate


class Lines:
    """Makes groups of what was found; ``more`` is called where somebody wants more of it."""

    def __init__(self, work: Workplace, typed: str, more: Callable[[], object]) -> None:
        self._work = work
        self._typed = typed
        self._more = more

    def groups(self, found: Found) -> list[Group]:
        """Return a group for each kind of which something was found."""
        return [self._group(kind, section) for kind, section in found.items() if section.hits]

    def _group(self, kind: HitKind, section: Section) -> Group:
        headings = {
            HitKind.STATEMENT: translate("Finder", "Statements"),
            HitKind.ARTICLE: translate("Finder", "Articles"),
            HitKind.EVIDENCE: translate("Finder", "Evidence"),
        }
        entries = [self._entry(hit) for hit in section.hits]
        points = max((self._points(entry) for entry in entries), default=0)
        if section.count > len(entries) and (kind is HitKind.STATEMENT or len(entries) < MANY):
            entries.append(self._rest(kind, section))
        return Group(headings[kind], points, tuple(entries))

    def _points(self, entry: Entry) -> int:
        texts = (entry.text, entry.below.text if entry.below else "")
        return max(matching.score(self._typed, text) or 0 for text in texts)

    def _entry(self, hit: Hit) -> Entry:
        makers = {
            HitKind.STATEMENT: self._statement,
            HitKind.ARTICLE: self._article,
            HitKind.EVIDENCE: self._evidence,
        }
        return makers[hit.kind](hit)

    def _statement(self, hit: Hit) -> Entry:
        shown = _behind(f"{hit.number}  ", hit.shown)
        return Entry(
            shown,
            hit.article_title,
            lambda: open_hit(self._work, hit),
            quoted=True,
            below=_said(hit),
        )

    def _article(self, hit: Hit) -> Entry:
        return Entry(hit.shown, "", lambda: self._open_article(hit), below=_said(hit))

    def _evidence(self, hit: Hit) -> Entry:
        cited = "" if hit.citation else translate("Finder", "cited nowhere")
        return Entry(
            hit.shown,
            hit.article_title or cited,
            lambda: open_evidence(self._work, hit),
            below=_said(hit),
        )

    def _open_article(self, hit: Hit) -> None:
        open_hit(self._work, hit)
        if hit.place is Place.TEXT and hit.said is not None:
            start, end = hit.said.places[0]
            self._work.page.finding.look_for(hit.said.text[start:end])

    def _rest(self, kind: HitKind, section: Section) -> Entry:
        from factcheck.store.search import MOST_COUNTED

        if section.count > MOST_COUNTED:
            words = translate("Finder", "More than {0} in all…").format(f"{MOST_COUNTED:,}")
        else:
            words = translate("Finder", "All {0}…").format(f"{section.count:,}")
        if kind is HitKind.STATEMENT:
            return Entry(Lit(words), "", self._open_queue)
        return Entry(Lit(words), "", self._more, stays=True)

    def _open_queue(self) -> None:
        """Show all statements that were found, the newest first."""
        view = View(text=self._typed.strip(), order=Order.AGE, descending=True)
        self._work.queue.show_view(view)
        self._work.show_queue()


def open_hit(work: Workplace, hit: Hit) -> None:
    """Show an article, at the statement that was found if it is one."""
    work.choice.show_article(hit.article)
    work.show_article()
    if hit.statement is not None:
        work.choice.show_statement(hit.statement)


def open_evidence(work: Workplace, hit: Hit) -> None:
    """Show the newest statement that cites a source, with its card focused.

    What was found in a copy is shown in it.
    """
    if hit.citation is None:
        work.window.message.show_message(
            translate("Finder", "No statement cites “{0}” any more.").format(hit.shown.text)
        )
        return
    open_hit(work, hit)
    work.panel.show_evidence(hit.citation)
    if hit.place is Place.CAPTURED and hit.said is not None:
        start, end = hit.said.places[0]
        work.viewing.show(hit.citation, hit.said.text[start:end])


def _said(hit: Hit) -> Lit | None:
    if hit.said is None or hit.place is None:
        return None
    return _behind(f"{_place_word(hit.place)}: ", hit.said)


def _behind(words: str, lit: Lit) -> Lit:
    by = len(words)
    return Lit(words + lit.text, tuple((start + by, end + by) for start, end in lit.places))


def _place_word(place: Place) -> str:
    words = {
        Place.CORRECTION: translate("Finder", "Correction"),
        Place.REASONING: translate("Finder", "Reasoning"),
        Place.EXCERPT: translate("Finder", "Excerpt"),
        Place.REMARK: translate("Finder", "Remark on the evidence"),
        Place.NOTE: translate("Finder", "Note"),
        Place.CLAIMANT: translate("Finder", "Who said it"),
        Place.TEXT: translate("Finder", "Text"),
        Place.DETAILS: translate("Finder", "Details"),
        Place.CAPTURED: translate("Finder", "Kept copy"),
    }
    return words[place]
