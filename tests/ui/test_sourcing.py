"""What has no source: found from the article, and asked of the writer, by keys."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from factcheck.domain.queues import Backing
from factcheck.importers.registry import read
from factcheck.ui.window import Window
from tests.ui.driving import press
from tests.ui.hands import Keyboard

UNSOURCED = {11, 14}  # of the sample


def test_a_key_shows_the_statements_without_a_source(qtbot: QtBot, sample: Window) -> None:
    queue = sample.work.queue
    press(qtbot, "Ctrl+U", sample)
    qtbot.waitUntil(lambda: not queue.reader.is_busy())
    assert queue.view.backing is Backing.NONE
    rows = [queue.list.model.row(place) for place in range(queue.list.model.total)]
    assert {row.number for row in rows} >= UNSOURCED
    assert {row.evidence_count for row in rows} == {0}
    assert sample.pages.currentWidget() is queue.list


def test_the_writer_gets_the_draft_with_questions(
    qtbot: QtBot, sample: Window, tmp_path: Path
) -> None:
    path = tmp_path / "wanted.docx"
    hands = Keyboard(qtbot, sample)
    press(qtbot, "Ctrl+Shift+U", sample)
    hands.name_file(path)
    hands.written(path)
    assert "asks for the sources of 2 statements" in sample.message.text()
    back = read(path.read_bytes(), path.name)
    assert [note.author for note in back.annotations] == ["Ada Reed"] * 2
