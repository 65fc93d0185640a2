"""What is painted: pages, the marks over them, and the words where there is no page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFont, QImage

    from kinu_reader.ui.reader.layout import Rect
    from kinu_reader.ui.theme import Tokens

_OUTLINE = 2
_AIR = 1  # pixels that a mark reaches beyond the words
_WORDS_WIDTH = 360


def draw_page(painter: QPainter, rect: QRect, picture: QImage | None, ground: str, outline: str) -> None:
    """Draw a page with its outline; without a picture it is a blank sheet."""
    painter.fillRect(rect, QColor(ground))
    if picture is not None:
        ratio = painter.device().devicePixelRatioF()
        origin = painter.transform().map(QPointF(rect.topLeft()))
        # At a ratio of 1.5 a whole logical pixel may fall between two of the screen, which would blur the letters.
        corner = QPointF(round(origin.x() * ratio) / ratio, round(origin.y() * ratio) / ratio)
        size = QSizeF(rect.size())
        if abs(picture.width() - size.width() * ratio) < 1:
            size = QSizeF(picture.width() / ratio, picture.height() / ratio)
        target = QRectF(QPointF(rect.topLeft()) + corner - origin, size)
        painter.drawImage(target, picture, QRectF(picture.rect()))
    painter.setPen(QPen(QColor(outline), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(-1, -1, 0, 0))


def draw_hits(painter: QPainter, others: Iterable[Rect], current: Iterable[Rect], tokens: Tokens, night: bool) -> None:
    """Colour the ground of hits and leave their ink readable.

    A light page is darkened by multiplying. To a night page light is added, to its thin grey strokes as well, which
    keeps their distance from the ground; taking the lighter of the two, as one might, would drown them.
    """
    hit, current_hit, outline = (
        (tokens.night_hit, tokens.night_current_hit, tokens.night_current_outline)
        if night
        else (tokens.hit, tokens.current_hit, tokens.current_outline)
    )
    strong = [_marked(rect) for rect in current]
    strongest = _united(strong)
    add, multiply = QPainter.CompositionMode.CompositionMode_Plus, QPainter.CompositionMode.CompositionMode_Multiply
    painter.save()
    painter.setCompositionMode(add if night else multiply)
    # Clipped to a region, for where two hits overlap the colour must not be laid on twice.
    for region, colour in ((_united(map(_marked, others)).subtracted(strongest), hit), (strongest, current_hit)):
        painter.setClipRegion(region)
        light = _added(colour, tokens.night_page) if night else QColor(colour)
        painter.fillRect(region.boundingRect(), light)
    painter.restore()
    painter.setPen(QPen(QColor(outline), _OUTLINE, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in strong:
        painter.drawRect(rect)


def draw_words(painter: QPainter, rect: QRect, words: str, font: QFont, colour: str) -> None:
    """Write a sentence in the middle of a rectangle."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    narrow = QRect(0, 0, min(rect.width(), _WORDS_WIDTH), rect.height())
    narrow.moveCenter(rect.center())
    painter.drawText(narrow, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def draw_focus(painter: QPainter, rect: QRect, colour: str) -> None:
    """Draw the edge of a view that has the keyboard."""
    painter.setPen(QPen(QColor(colour), _OUTLINE, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))


def whole(rect: Rect) -> QRect:
    """Return the rectangle in whole pixels."""
    return QRectF(rect.x, rect.y, rect.width, rect.height).toAlignedRect()


def _added(colour: str, ground: str) -> QColor:
    """Return the light that makes a ground this colour, as far as it only gets lighter."""
    there, here = QColor(colour), QColor(ground)
    channels = ((there.red(), here.red()), (there.green(), here.green()), (there.blue(), here.blue()))
    return QColor(*(max(0, a - b) for a, b in channels))


def _marked(rect: Rect) -> QRect:
    return whole(rect).adjusted(-_AIR, 0, _AIR, 0)


def _united(rects: Iterable[QRect]) -> QRegion:
    region = QRegion()
    for rect in rects:
        region += rect
    return region
