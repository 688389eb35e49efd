"""Opens a question and does what its answer asks for; nothing that was typed is lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.ui.dialogs.frame import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.errors import FactcheckError
    from factcheck.ui.session import Session


def ask(
    session: Session,
    question: Question,
    deed: Callable[[], object],
    then: Callable[[], object] = lambda: None,
) -> Question:
    """Open a question; do ``deed`` once it is answered, and ``then`` in any case at the end.

    If the deed is refused, the question comes back as it was left and says why. A deed may return
    the question that follows from the answer: who leaves that one is back in this one.
    """

    def take() -> None:
        refusal, following = _tried(session, deed)
        if refusal is not None:
            question.open()
            question.say(str(refusal))
        elif isinstance(following, Question):
            following.rejected.connect(question.open)
            following.accepted.connect(end)
        else:
            end()

    def end() -> None:
        question.deleteLater()
        then()

    question.accepted.connect(take)
    question.rejected.connect(end)
    question.open()
    return question


def _tried(session: Session, deed: Callable[[], object]) -> tuple[FactcheckError | None, object]:
    """Do it; return why it was refused, if it was, and what it returned."""
    refusals: list[FactcheckError] = []

    def note(error: FactcheckError) -> None:
        refusals.append(error)

    session.refused.connect(note)
    try:
        done = deed()
    finally:
        session.refused.disconnect(note)
    return (refusals[-1] if refusals else None), done
