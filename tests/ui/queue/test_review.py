import pytest
from PySide6.QtCore import QRect, Qt

from factcheck.domain.queues import Order
from factcheck.ui.palette import LIGHT
from factcheck.ui.queue.model import CHECKER, DUE, EVIDENCE, STATEMENT, VERDICT
from factcheck.ui.queue.reading import PAGE
from factcheck.ui.queue.review import ReviewList

KEY = Qt.Key


@pytest.fixture
def review(qtbot, rows):
    made = ReviewList()
    made.resize(1000, 600)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.show_rows(3, rows.queues(1, 2, 3))
    return made


@pytest.fixture
def long(review, rows):
    """A million statements, of which the first and the last pages are known."""
    numbers = [*range(PAGE), *range(1_000_000 - PAGE, 1_000_000)]
    review.show_rows(1_000_000, {at: rows.queue(at) for at in numbers})
    return review


def heard(signal):
    said = []
    signal.connect(lambda *values: said.append(values[0] if len(values) == 1 else values))
    return said


def current(review):
    row = review.current()
    return row.statement_id if row else None


def cell(review, row, column, role=Qt.ItemDataRole.DisplayRole):
    return review.model.index(row, column).data(role)


def test_a_row_shows_its_words_verdict_and_due(review):
    assert cell(review, 1, STATEMENT) == "statement 2 of the water report"
    assert [cell(review, 1, column) for column in range(VERDICT, DUE + 1)] == [
        "✎ Fix",
        "AR",
        "2",
        "today",
    ]


def test_a_screen_reader_hears_where_a_statement_is_and_its_state(review):
    said = cell(review, 0, STATEMENT, Qt.ItemDataRole.AccessibleTextRole)
    assert "statement 1 of What is in the water" in said
    assert "Awaiting review" in said


def test_words_from_outside_are_no_markup_in_the_tooltip(review, rows):
    review.show_rows(1, {0: rows.queue(quote="<img src='file:///x'>")})
    assert "<img" not in cell(review, 0, STATEMENT, Qt.ItemDataRole.ToolTipRole)


def test_the_arrows_move(review, qtbot):
    assert current(review) == "statement-1"
    told = heard(review.current_changed)
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Up):
        qtbot.keyClick(review.table, key)
    assert [row.statement_id for row in told] == [f"statement-{number}" for number in (2, 3, 2, 1)]


def test_return_and_a_double_click_open_the_statement(review, qtbot):
    opened = []
    review.opened.connect(lambda: opened.append(current(review)))
    qtbot.keyClick(review.table, KEY.Key_Down)
    qtbot.keyClick(review.table, KEY.Key_Return)
    middle = review.table.visualRect(review.model.index(2, STATEMENT)).center()
    viewport = review.table.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=middle)
    assert opened == ["statement-2", "statement-3"]


def test_a_letter_without_a_command_goes_nowhere(review, rows, qtbot):
    review.show_rows(2, {0: rows.queue(1), 1: rows.queue(2, quote="zebra crossings")})
    qtbot.keyClicks(review.table, "z")
    assert current(review) == "statement-1"


def test_an_empty_queue_says_so(review):
    told = heard(review.current_changed)
    review.show_rows(0, {})
    assert review.nothing.isVisible()
    assert told == [None]


def test_of_a_million_rows_either_end_is_one_key_away(long, qtbot):
    qtbot.keyClick(long.table, KEY.Key_End)
    assert current(long) == "statement-999999"
    qtbot.keyClick(long.table, KEY.Key_Up)
    assert current(long) == "statement-999998"
    qtbot.keyClick(long.table, KEY.Key_PageUp)
    assert 999_980 < long.place() < 999_998
    qtbot.keyClick(long.table, KEY.Key_Home)
    assert current(long) == "statement-0"


def test_rows_that_are_on_show_but_not_known_are_asked_for(long, rows, qtbot):
    wanted = heard(long.table.wanted)
    told = heard(long.current_changed)
    long.table.go_to(500_000)
    assert current(long) is None
    assert told == [None]
    qtbot.waitUntil(lambda: bool(wanted))
    first, last = wanted[-1]
    assert first <= 500_000 <= last
    page = 500_000 // PAGE
    assert page in long.model.missing(first, last)
    long.put_rows({at: rows.queue(at) for at in range(page * PAGE, page * PAGE + PAGE)})
    assert [row and row.statement_id for row in told] == [None, "statement-500000"]
    assert page not in long.model.missing(first, last)


def test_what_is_far_away_is_forgotten(long, rows):
    for page in range(100, 150):
        long.put_rows({at: rows.queue(at) for at in range(page * PAGE, (page + 1) * PAGE)})
    assert sum(long.model.row(at) is not None for at in range(1_000_000)) <= 40 * PAGE
    assert long.model.row(149 * PAGE) is not None


def test_new_rows_keep_the_current_statement(review, rows):
    told = heard(review.current_changed)
    review.renew_rows(4, rows.queues(5, 1, 2, 3), 2)
    assert current(review) == "statement-2"
    assert review.table.currentIndex().row() == 2
    assert [row.statement_id for row in told] == ["statement-2"]


def test_of_what_is_read_anew_only_that_is_painted_which_is_new(review, rows):
    told = heard(review.model.dataChanged)
    review.renew_rows(3, rows.queues(1, 2, 3), 1)
    assert told == []
    review.renew_rows(3, rows.queues(1, 5, 6), 1)
    [(first, last, _)] = told
    assert (first.row(), last.row()) == (1, 2)


def test_the_same_order_is_told_once_for_all_is_painted_then(review):
    told = heard(review.model.headerDataChanged)
    for _ in range(2):
        review.model.set_sorted(Order.WORDS, descending=True)
    assert len(told) == 1


def test_where_rows_were_there_is_paper(review, rows):
    def ground(place):
        image = review.table.viewport().grab().toImage()
        height = review.table.rowHeight(0)
        middle = round((place + 0.5) * height * image.devicePixelRatio())
        return image.pixelColor(image.width() // 2, middle).name()

    assert [ground(place) for place in (0, 2, 3)] == [LIGHT.accent_soft, LIGHT.paper, LIGHT.paper]
    review.take_away({"statement-2", "statement-3"})
    assert [ground(place) for place in (0, 1, 2)] == [LIGHT.accent_soft, LIGHT.paper, LIGHT.paper]
    review.show_rows(1_000, {at: rows.queue(at) for at in range(256)})
    review.table.go_to(100)
    assert ground(0) == LIGHT.paper


def test_what_is_on_show_and_was_not_read_anew_is_asked_for(long, rows):
    wanted = heard(long.table.wanted)
    long.renew_rows(1_000_000, {at: rows.queue(at) for at in range(PAGE)}, 0)
    assert wanted == []
    long.renew_rows(1_000_000, {at: rows.queue(at) for at in range(PAGE, 2 * PAGE)}, PAGE)
    assert wanted


def test_when_the_current_statement_is_done_the_next_takes_its_place(review, qtbot):
    qtbot.keyClick(review.table, KEY.Key_Down)
    review.take_away({"statement-2"})
    assert current(review) == "statement-3"
    assert review.model.rowCount() == 2
    review.take_away({"statement-3"})
    assert current(review) == "statement-1"
    review.take_away({"statement-1"})
    assert review.nothing.isVisible()


def test_taking_one_away_far_below_leaves_the_place_on_the_screen(long, qtbot):
    qtbot.keyClick(long.table, KEY.Key_End)
    for _ in range(3):
        qtbot.keyClick(long.table, KEY.Key_Up)
    before = long.table.rowViewportPosition(long.place())
    long.take_away({"statement-999996"})
    assert current(long) == "statement-999997"
    assert abs(long.table.rowViewportPosition(long.place()) - before) <= long.table.rowHeight(0)


def test_a_heading_makes_room_and_moves_on_with_its_group(review, rows):
    group = {"group": "a", "checker": "Ada"}
    review.show_rows(
        3, {0: rows.queue(1, heading="Ada", **group), 1: rows.queue(2, **group), 2: rows.queue(3)}
    )
    tall, low = review.table.rowHeight(0), review.table.rowHeight(1)
    assert tall > low == review.table.rowHeight(2)
    said = cell(review, 0, STATEMENT, Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Ada, ")
    review.take_away({"statement-1"})
    assert review.model.row(0).heading == "Ada"
    assert review.table.rowHeight(0) == tall
    review.take_away({"statement-2"})
    assert review.table.rowHeight(0) == low
    review.show_rows(1, {0: rows.queue(1, heading="Ada", **group)})
    review.show_rows(1, rows.queues(1))
    assert review.table.rowHeight(0) == low


def test_headings_that_come_above_leave_what_is_on_show_where_it_is(long, rows):
    long.table.go_to(500_100)
    long.table.scrollTo(long.model.index(500_100, 0), long.table.ScrollHint.PositionAtCenter)
    top = long.table.rowAt(0)
    before = long.table.rowViewportPosition(top)
    above = range(top - 100, top - 10)
    long.put_rows({at: rows.queue(at, heading="New", group=str(at)) for at in above})
    assert long.table.rowAt(0) == top
    assert long.table.rowViewportPosition(top) == before


def test_a_heading_of_the_table_says_how_it_is_sorted(review, qtbot):
    review.model.set_sorted(Order.DUE, descending=True)
    across = Qt.Orientation.Horizontal
    assert review.model.headerData(DUE, across) == "Due ▼"
    assert review.model.headerData(VERDICT, across) == "Verdict"
    said = review.model.headerData(DUE, across, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Due, sorted down"
    wanted = heard(review.table.sort_wanted)
    header = review.table.horizontalHeader()
    place = header.sectionViewportPosition(VERDICT) + 10
    qtbot.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QRect(place, 10, 1, 1).topLeft()
    )
    assert wanted == [Order.OUTCOME]


def test_in_a_narrow_window_the_words_keep_their_room(review, qtbot):
    def shown():
        return [at for at in range(DUE + 1) if not review.table.isColumnHidden(at)]

    assert shown() == [STATEMENT, VERDICT, CHECKER, EVIDENCE, DUE]
    review.resize(720, 600)
    qtbot.waitUntil(lambda: shown() == [STATEMENT, VERDICT, DUE])
    assert review.table.columnWidth(STATEMENT) >= 200
    review.resize(1000, 600)
    qtbot.waitUntil(lambda: len(shown()) == DUE + 1)


def test_a_late_day_and_a_verdict_are_drawn_in_their_tones(review, rows):
    review.show_rows(2, {0: rows.queue(), 1: rows.queue(2, late=False, verdict="", due="26 Nov")})
    assert LIGHT.tone("red").ink in colours(review, 0, DUE)
    assert LIGHT.tone("red").ink not in colours(review, 1, DUE)
    assert LIGHT.tone("amber").tint in colours(review, 0, VERDICT)
    assert LIGHT.tone("amber").tint not in colours(review, 1, VERDICT)


def test_what_was_not_read_yet_is_drawn_as_a_quiet_bar(long):
    assert LIGHT.groove in colours(long, 500_000, STATEMENT)
    assert LIGHT.groove not in colours(long, 0, STATEMENT)


def colours(review, row, column):
    review.table.go_to(row)
    place = review.table.visualRect(review.model.index(row, column))
    image = review.table.viewport().grab(place).toImage()
    width = min(130, image.width())
    return {image.pixelColor(x, y).name() for x in range(width) for y in range(image.height())}
