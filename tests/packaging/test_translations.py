"""From the source to a window in another language."""

import runpy
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from factcheck.ui import translation

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "packaging" / "translations.py"


@pytest.fixture
def plain_app(qapp: QApplication):
    """The application, rid of translations again."""
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_translation_reaches_the_window(
    plain_app: QApplication, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    tools = runpy.run_path(str(SCRIPT))
    assert tools["update"]("ar", tmp_path) == 0
    printed = capfd.readouterr()
    assert "warning" not in (printed.out + printed.err).lower()
    kept = tmp_path / "factcheck_ar.ts"
    untranslated = '<source>Mark selection</source>\n        <translation type="unfinished"></'
    text = kept.read_text("utf-8")
    assert untranslated in text
    done = untranslated.replace(' type="unfinished">', ">علّم التحديد")
    kept.write_text(text.replace(untranslated, done), "utf-8")
    assert tools["update"]("ar", tmp_path) == 0
    assert "علّم التحديد" in kept.read_text("utf-8")
    assert tools["release"](tmp_path) == 0
    assert translation.install(plain_app, QLocale("ar_EG"), tmp_path)
    assert QCoreApplication.translate("CoverageBar", "Mark selection") == "علّم التحديد"
    assert plain_app.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_without_a_translation_all_stays_as_it_is(plain_app: QApplication, tmp_path: Path) -> None:
    assert not translation.install(plain_app, QLocale("ar_EG"), tmp_path)
    assert plain_app.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_no_text_is_hidden_from_the_translators() -> None:
    # lupdate can't read them.
    for path in (ROOT / "factcheck" / "ui").rglob("*.py"):
        text = path.read_text("utf-8")
        assert 'tr(f"' not in text, path
        assert "translate(f" not in text, path
