"""How the window looks: Fusion, one palette, one style sheet. Widgets say what they are.

A widget gets its look through a property set before it is first shown
(``label.setProperty("role", "muted")``), never through colours of its own.

QLabel
    ``muted``       quieter ink            ``small``      the same at 11 px
    ``event``       ink at 12 px, of the history
    ``strong``      semi-bold              ``bar-title``  semi-bold, the name of what is on show
    ``title``       serif 22 px            ``section``    11 px, semi-bold, muted; caps by QFont
    ``quote``       serif 16 px            ``excerpt``    serif 13 px behind a bar
    ``key``         a key of the keyboard  ``message``    the words of a message bar
    ``chip``        a word on grey         ``chip-kind``  a word on blue
    A ``key`` with ``fault`` = true belongs to a row in which something is wrong.
QPushButton
    ``primary`` = "true": the main deed of a page. Role ``link``: words in the accent's colour;
    ``quiet``: muted words that can be pressed;
    ``offers``: small and quiet, with a menu, beside a field.
QToolButton
    Role ``rail``: a page's button in the rail, lit while checked.
Frames and plain widgets
    ``card``, ``message``, ``panel`` (line at the left), ``rule`` (a hairline), ``title-bar``,
    ``coverage-bar`` (line below), ``status-bar`` (line above), ``rail``, ``queues`` (line at the
    right), ``paper``, ``palette`` (the list under the search field), ``find-bar``, ``filter-bar``,
    ``bulk-bar`` (what is done with selected statements), ``sent-back`` (why). A subclass of
    QWidget draws these only with WA_StyledBackground. ``pages``: the area on which paper lies.
Text fields
    ``article``: the reading view; ``diff``: old and new words in the serif;
    ``note``: in a card.
Lists
    ``plain``: on the panel, without a frame.

The window's colour is the panel's; what is written or read stands on paper.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from factcheck.resources import FOLDER
from factcheck.ui import fonts
from factcheck.ui.palette import DARK, LIGHT, Palette

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

_Role = QPalette.ColorRole
# The application is made with these: to ask it for its style, or to give it one, would make a
# class with hundreds of names first, for which the first paint would wait.
IN_FUSION = ("-style", "fusion")


def system_is_dark(app: QGuiApplication) -> bool:
    """Say whether the system asks for dark windows; one that does not tell is light."""
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def palette_for(appearance: str, app: QGuiApplication) -> Palette:
    """Return the colours for "light", "dark" or "system"."""
    dark = appearance == "dark" or (appearance != "light" and system_is_dark(app))
    return DARK if dark else LIGHT


def apply(app: QApplication, palette: Palette) -> None:
    """Dress the whole application, made ``IN_FUSION``; again with the other palette."""
    app.setFont(fonts.sans())
    app.setPalette(_qt_palette(palette))
    app.setStyleSheet(style_sheet(palette))


def style_sheet(palette: Palette) -> str:
    """Return the style sheet in these colours."""
    template = Template((FOLDER / "theme.qss").read_text("utf-8"))
    return template.substitute(
        {name: getattr(palette, name) for name in Palette._fields if name != "tones"},
        sans=_families(fonts.SANS),
        serif=_families(fonts.SERIF),
        chevron=_icon("chevron", palette),
        check=_icon("check", palette),
        kind_ink=palette.tone("blue").ink,
        kind_tint=palette.tone("blue").tint,
    )


def _icon(name: str, palette: Palette) -> str:
    path = FOLDER / "icons" / f"{name}-{'dark' if palette.dark else 'light'}.svg"
    return str(path).replace("\\", "/")


def _families(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _qt_palette(colours: Palette) -> QPalette:
    made = QPalette(QColor(colours.panel))
    for role, colour in _roles(colours).items():
        made.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


def _roles(colours: Palette) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: colours.panel,
        _Role.WindowText: colours.ink,
        _Role.Base: colours.paper,
        _Role.AlternateBase: colours.panel,
        _Role.Text: colours.ink,
        _Role.PlaceholderText: colours.muted,
        _Role.Button: colours.paper,
        _Role.ButtonText: colours.ink,
        _Role.ToolTipBase: colours.panel,
        _Role.ToolTipText: colours.ink,
        _Role.Highlight: colours.selection,
        _Role.HighlightedText: colours.ink,
        _Role.Accent: colours.accent,
        _Role.Link: colours.accent,
        _Role.LinkVisited: colours.accent,
        _Role.Mid: colours.line,
    }
