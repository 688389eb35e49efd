from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from factcheck.actions.evidence import Source, attach
from factcheck.domain.imported import CapturedText
from factcheck.store import reports
from factcheck.ui.viewer.window import ViewerWindow
from factcheck.ui.window import Window
from tests.ui.driving import dialog, press

# Milliseconds after which a page that takes too much was given up.
GIVING_UP = 30_000


@pytest.fixture
def look(qtbot: QtBot, sample: Window) -> Callable[..., ViewerWindow]:
    """Attach a file to the chosen statement and open its card; wait until it is on show."""

    def look(
        content: bytes,
        name: str = "report.pdf",
        text: CapturedText | None = None,
        **said: str,
    ) -> ViewerWindow:
        sample.work.go_to_open()
        source = Source(file_name=name, content=content, text=text)
        sample.session.do(attach, statement=sample.work.choice.statement, source=source, **said)
        card = sample.work.panel.evidence.cards[-1]
        card.setFocus()
        press(qtbot, "Return", card)
        viewer = dialog(qtbot, sample, ViewerWindow)
        qtbot.waitUntil(lambda: "being read" not in viewer.remark.text())
        if viewer.pdf is not None:
            pdf = viewer.pdf
            drawn = lambda: pdf.canvas.words is not None or pdf.remark.isVisible()  # noqa: E731
            qtbot.waitUntil(drawn, timeout=GIVING_UP)
        return viewer

    return look


@pytest.fixture
def citation(sample: Window):
    """Return the citation made last, as it stands."""

    def citation():
        detail = reports.detail(sample.session.open_desk(), sample.work.choice.statement)
        return detail.citations[-1].citation

    return citation
