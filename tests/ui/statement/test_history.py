"""The section that tells the last few events."""

import pytest

from factcheck.ui.statement.history import MOST, HistorySection
from factcheck.ui.statement.telling import ShownEntry


@pytest.fixture
def section(qtbot):
    made = HistorySection()
    made.resize(380, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def entry(*short):
    return ShownEntry("Ada Reed", "today, 10:00", "Tue 17 Dec 2024, 10:00", "action", short, short)


def told(section):
    return [line.what.text() for line in section.lines if line.isVisible()]


def test_each_event_says_who_when_and_what(section):
    section.show_entries((entry("due: none → Tue 17 Dec 2024, 17:00"),))
    [line] = [each for each in section.lines if each.isVisible()]
    assert line.who.whole() == "Ada Reed action"
    assert line.when.text() == "today, 10:00"
    assert "Ada Reed action · Tue 17 Dec 2024, 10:00" in line.toolTip()
    assert line.what.text() == "due: none → Tue 17 Dec 2024, 17:00"


def test_more_changes_than_there_is_room_for_are_counted(section):
    section.show_entries((entry(*"abc"), entry(*"abcde")))
    assert told(section) == ["a\nb\nc", "a\nb\nand 3 more"]


def test_fewer_events_leave_no_line_of_the_others(section):
    section.show_entries(tuple(entry(str(n)) for n in range(MOST)))
    section.show_entries((entry("only"),))
    assert told(section) == ["only"]
    section.forget()
    assert told(section) == []
