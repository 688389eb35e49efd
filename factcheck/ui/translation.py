"""The window's words in the language of the system, where somebody translated them.

``packaging/translations.py`` makes the files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QTranslator

from factcheck.resources import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

TRANSLATIONS = FOLDER / "translations"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for translation; lupdate looks for this name. Qt's own is typed as object."""
    return text


def install(app: QApplication, locale: QLocale, folder: Path = TRANSLATIONS) -> bool:
    """Translate the window and Qt's own buttons, mirrored if need be; False if none is there."""
    ours = QTranslator(app)
    if not ours.load(locale, "factcheck", "_", str(folder)):
        return False
    of_qt = QTranslator(app)
    if of_qt.load(locale, "qtbase", "_", QLibraryInfo.path(_PLACE)):
        app.installTranslator(of_qt)
    app.installTranslator(ours)
    app.setLayoutDirection(locale.textDirection())
    return True


_PLACE = QLibraryInfo.LibraryPath.TranslationsPath
