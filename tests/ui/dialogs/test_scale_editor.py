from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from factcheck.domain.model import Scale, ScaleStep
from factcheck.domain.scales import NEWSROOM, NEWSROOM_STEPS, TONES, TRUTH, TRUTH_STEPS
from factcheck.ui.dialogs.scale_editor import ScaleEditor
from factcheck.ui.statement.verdict_button import Lit

NOW = datetime(2026, 3, 2, tzinfo=UTC)
KNOWN = (
    Scale("scale-1", NEWSROOM, 1, NEWSROOM_STEPS, NOW),
    Scale("scale-2", TRUTH, 3, TRUTH_STEPS, NOW),
)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(qtbot):
    def editor(edited=None):
        made = ScaleEditor(KNOWN, edited)
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
        return made

    return editor


def type_row(qtbot, row, *texts):
    for field, text in zip(row.fields[1:], texts, strict=True):
        field.setFocus()
        qtbot.keyClicks(field, text)


def words(dialog):
    return [row.word.text() for row in dialog.rows if row.word.isVisible()]


def test_a_scale_is_defined_by_typing_alone(editor, qtbot):
    dialog = editor()
    assert dialog.name.hasFocus()
    qtbot.keyClicks(dialog.name, "  House   scale ")
    type_row(qtbot, dialog.rows[0], "+", "Holds up", "The sources bear it out.", "1")
    type_row(qtbot, dialog.rows[1], "-", "Falls", "The sources say otherwise.", "")
    dialog.rows[0].tone.setFocus()
    qtbot.keyClick(dialog.rows[0].tone, Qt.Key.Key_Home)
    qtbot.keyClick(dialog.rows[0].word, Qt.Key.Key_Return, CONTROL)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.definition() == (
        "House scale",
        (
            ScaleStep("holds-up", "Holds up", "The sources bear it out.", "green", "+", 1),
            ScaleStep("falls", "Falls", "The sources say otherwise.", "grey", "-", None),
        ),
    )


def test_what_is_wrong_is_said_at_once_and_with_its_step(editor, qtbot):
    dialog = editor(KNOWN[1])
    step = dialog.rows[2]
    said, marked = [], []
    for change in (
        lambda: step.word.setText(""),
        lambda: step.word.setText("MOSTLY TRUE"),
        lambda: (step.word.setText("So so"), step.symbol.setText("✗")),
        lambda: (step.symbol.setText("~"), step.value.setText("-")),
        lambda: step.value.setText("-3"),
    ):
        change()
        said.append((dialog.missing.text(), dialog.ok.isEnabled()))
        marked += [[n for n, row in enumerate(dialog.rows, 1) if row.word.accessibleDescription()]]
    assert [enabled for _, enabled in said] == [False] * 4 + [True]
    assert [told.partition(".")[0] for told, _ in said] == [
        "Step 3 has no word",
        "Steps 2 and 3 both go by “mostly-true”",
        "Steps 3 and 5 have the same symbol, “✗”",
        "The number of step 3 is none yet",
        "",
    ]
    assert marked == [[3], [3], [5], [3], []]


def test_a_new_scale_can_t_take_the_name_of_another(editor, qtbot):
    dialog = editor()
    qtbot.keyClicks(dialog.name, "truth  SCALE")
    assert dialog.missing.text() == "There is a scale “Truth scale” already. Edit that one."


def test_an_edited_scale_keeps_name_and_codes_and_says_what_becomes_of_verdicts(editor, qtbot):
    dialog = editor(KNOWN[1])
    assert not dialog.name.isEnabled()
    assert dialog.missing.text() == "Nothing is changed yet."
    assert dialog.ok.text() == "Save version 4"
    dialog.rows[1].word.setFocus()
    qtbot.keyClick(dialog.rows[1].word, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(dialog.rows[1].word, "Nearly true")
    name, steps = dialog.definition()
    assert (name, steps[1]) == (TRUTH, replace(TRUTH_STEPS[1], word="Nearly true"))
    assert steps[2:] == TRUTH_STEPS[2:]


def test_a_step_is_moved_by_keys_and_keeps_the_focus_and_its_code(editor, qtbot):
    dialog = editor(KNOWN[1])
    dialog.rows[0].meaning.setFocus()
    qtbot.keyClick(dialog.rows[0].meaning, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(dialog.rows[0].meaning, Qt.Key.Key_Down, ALT)
    assert words(dialog)[:3] == ["Mostly true", "True", "Half true"]
    assert dialog.rows[1].meaning.hasFocus()
    qtbot.keyClick(dialog.rows[1].meaning, Qt.Key.Key_Down, ALT)
    assert words(dialog)[:3] == ["Mostly true", "Half true", "True"]
    qtbot.keyClick(dialog.rows[2].meaning, Qt.Key.Key_Up, ALT)
    assert [step.code for step in dialog.definition()[1]][:3] == [
        "mostly-true",
        "true",
        "half-true",
    ]
    assert dialog.definition()[1][1] == TRUTH_STEPS[0]


def test_steps_are_added_up_to_the_last_key_and_removed_down_to_two(editor, qtbot):
    dialog = editor(KNOWN[1])
    for count in (7, 8, 9):
        qtbot.keyClick(dialog, Qt.Key.Key_A, ALT)
        qtbot.waitUntil(lambda count=count: len(words(dialog)) == count)
    assert dialog.rows[8].word.hasFocus()
    assert not dialog.add.isEnabled()
    dialog.rows[1].word.setFocus()
    assert dialog.remove.accessibleName() == "Remove step 2"
    for _ in range(7):
        qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert words(dialog) == ["True", ""]
    assert not dialog.remove.isEnabled()


def test_a_row_that_was_removed_leaves_nothing_behind(editor, qtbot):
    dialog = editor(KNOWN[1])
    dialog.rows[5].word.setFocus()
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert dialog.rows[5].step() == ScaleStep("", "", "", "grey", "", None)


def test_the_buttons_are_shown_as_they_will_look_the_one_at_work_in_its_colour(editor, qtbot):
    dialog = editor(KNOWN[1])
    dialog.rows[2].symbol.setFocus()
    qtbot.keyClick(dialog.rows[2].symbol, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(dialog.rows[2].symbol, "1/2")
    shown = dialog.preview.buttons
    assert [each.text() for each in shown][2] == "1/2 Half true"
    assert [each.step.word for each in shown if each.lit is Lit.GIVEN] == ["Half true"]
    assert dialog.meaning.text() == "Half true: Right and wrong in like measure."
    assert dialog.missing.text().startswith("Step 3 has too long a symbol")


def test_every_colour_has_its_name_and_its_picture(editor):
    tone = editor().rows[0].tone
    assert [tone.itemData(place) for place in range(tone.count())] == list(TONES)
    assert tone.itemText(1) == "Amber"
    assert not any(tone.itemIcon(place).isNull() for place in range(tone.count()))


def test_the_keyboard_goes_through_a_row_as_the_eye_does(editor, qtbot):
    dialog = editor(KNOWN[1])
    dialog.rows[0].tone.setFocus()
    seen = []
    for _ in range(6):
        seen.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [*dialog.rows[0].fields, dialog.rows[1].tone]


@pytest.mark.parametrize(
    ("scale", "said"), [(KNOWN[0], True), (KNOWN[1], False)], ids=["newsroom", "truth"]
)
def test_only_the_newsroom_outcomes_say_what_two_of_them_do_more(editor, scale, said):
    told = " ".join(each.text() for each in editor(scale).findChildren(QLabel))
    assert ("“Cut” ends the statement" in told) is said
