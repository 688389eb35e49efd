"""Light or dark: as the system says, or as the person has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.ui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from factcheck.ui.settings import Settings

_NEXT = {"light": "dark", "dark": "light"}


class Appearance(QObject):
    """Dresses the application, again whenever the system or the person changes the mind."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        app.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        """Dress the application as it is set."""
        theme.apply(self._app, theme.palette_for(self._settings.appearance, self._app))

    def switch(self) -> None:
        """Go from light to dark or back, and stay there."""
        now = "dark" if theme.palette_for(self._settings.appearance, self._app).dark else "light"
        self._settings.appearance = _NEXT[now]
        self.apply()

    def follow(self) -> None:
        """Be as the system is, now and when it changes."""
        self._settings.appearance = "system"
        self.apply()
