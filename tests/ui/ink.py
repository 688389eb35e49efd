"""How strongly words of the article are written on their paper."""

from PySide6.QtGui import QColor

from factcheck.ui.article.painter import box
from factcheck.ui.article.view import ArticleView
from factcheck.ui.widgets import current_palette


def ink(view: ArticleView, start: int, end: int) -> int:
    """The largest difference in lightness, of 255, between the paper and what is on the words."""
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    paper = QColor(current_palette().paper).lightness()
    found = [
        abs(image.pixelColor(x, y).lightness() - paper)
        for part in view.shown().parts(start, end)
        for x in range(round(part.left * ratio) + 2, round(part.right * ratio) - 2)
        for y in range(round(box(part).top() * ratio), round(part.baseline * ratio))
    ]
    assert found, "the words can’t be seen"
    return max(found)
