import re
from importlib.resources import files

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPalette, QRawFont
from PySide6.QtWidgets import QPushButton

from factcheck.domain.scales import NEWSROOM_STEPS, TRUTH_STEPS
from factcheck.ui import fonts, theme
from factcheck.ui.palette import DARK, LIGHT
from factcheck.ui.widgets import current_palette, label

RESOURCES = files("factcheck.resources")
SIGNS = "¶☰❐⇄▤⚙≠−▾↵←→↑↓●○◐↩✕✂≈…" + "".join(s.symbol for s in NEWSROOM_STEPS + TRUTH_STEPS)
NAMED = ["Über Łódź", "Việt Nam", "Ελλάδα", "Київ", "x² H₂O", "€ £ ₴", "½ ≤ ±"]


@pytest.fixture(autouse=True)
def dressed(qapp):
    fonts.load_for_shell()
    fonts.load_for_reading()
    theme.apply(qapp, LIGHT)
    yield
    theme.apply(qapp, LIGHT)


def raw(family: str) -> QRawFont:
    font = QFont(family)
    font.setPixelSize(16)
    return QRawFont.fromFont(font)


@pytest.mark.parametrize("families", [fonts.SANS, fonts.SERIF, fonts.READING], ids="-".join)
def test_every_sign_and_script_is_in_the_fonts_that_come_along(families):
    bundled = [raw(family) for family in families]
    assert tuple(font.familyName() for font in bundled) == families
    for character in set(SIGNS + "".join(NAMED)) - {" "}:
        assert any(font.supportsCharacter(ord(character)) for font in bundled), character


@pytest.mark.parametrize(
    ("weight", "style"),
    [
        (QFont.Weight.Normal, "Regular"),
        (QFont.Weight.Medium, "Medium"),
        (QFont.Weight.DemiBold, "SemiBold"),
        (QFont.Weight.Bold, "Bold"),
    ],
)
def test_each_weight_has_its_own_letters(weight, style):
    info = QFontInfo(fonts.sans(16, weight))
    assert (info.family(), info.styleName()) == ("Factcheck Sans", style)


def test_the_reading_face_has_taller_lines_than_the_serif():
    assert QFontMetricsF(fonts.serif(100)).height() < 140
    assert 158 < QFontMetricsF(fonts.reading(100)).height() < 163


def test_a_sign_does_not_move_the_line_it_is_in():
    assert raw("Factcheck Symbols").ascent() <= raw("Factcheck Sans").ascent()
    assert raw("Factcheck Symbols").descent() <= raw("Factcheck Sans").descent()


def test_the_fonts_stay_small_and_bring_their_licence():
    found = list(RESOURCES.joinpath("fonts").iterdir())
    assert sum(len(one.read_bytes()) for one in found if one.name.endswith("tf")) < 2_100_000
    for licence in ("OFL-Inter.txt", "OFL-Noto.txt"):
        assert "SIL OPEN FONT LICENSE" in RESOURCES.joinpath("fonts", licence).read_text()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_whole_and_names_no_colour_of_its_own(qapp, palette):
    sheet = theme.style_sheet(palette)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    source = RESOURCES.joinpath("theme.qss").read_text()
    assert re.findall(r"#[0-9a-fA-F]{3,}|rgb|\b(?:white|black|gray|red)\b", source) == []


def test_every_role_of_the_style_sheet_is_explained():
    source = RESOURCES.joinpath("theme.qss").read_text()
    for role in re.findall(r'role="([\w-]+)"', source):
        assert f"``{role}``" in (theme.__doc__ or ""), role


def test_the_application_wears_the_palette_and_changes_it(qapp):
    assert current_palette() is LIGHT
    theme.apply(qapp, DARK)
    assert current_palette() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == DARK.paper


def test_roles_change_how_things_look(qtbot):
    muted, plain = label("words", "muted"), label("words")
    primary, ordinary = QPushButton("Do it"), QPushButton("Do it")
    primary.setProperty("primary", "true")
    for widget in (muted, plain, primary, ordinary):
        qtbot.addWidget(widget)
        widget.resize(QSize(80, 30))
        widget.ensurePolished()
    assert muted.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.muted
    assert plain.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.ink
    centre = [w.grab().toImage().pixelColor(8, 15).name() for w in (primary, ordinary)]
    assert centre == [LIGHT.accent, LIGHT.paper]


@pytest.mark.parametrize(
    ("appearance", "scheme", "dark"),
    [
        ("light", Qt.ColorScheme.Dark, False),
        ("dark", Qt.ColorScheme.Light, True),
        ("system", Qt.ColorScheme.Dark, True),
        ("system", Qt.ColorScheme.Light, False),
        ("system", Qt.ColorScheme.Unknown, False),
    ],
)
def test_the_appearance_is_the_systems_or_the_persons(appearance, scheme, dark):
    class Hints:
        def colorScheme(self):
            return scheme

    class App:
        def styleHints(self):
            return Hints()

    assert theme.palette_for(appearance, App()).dark is dark
