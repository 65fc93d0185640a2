"""What is painted: pages, the marks over them, and the words where there is no page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRegion

from kinu_reader.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QFont, QImage

    from kinu_reader.ui.reader.layout import Rect
    from kinu_reader.ui.theme import Tokens

_OUTLINE = 2
_UNDERLINE = 3  # of a bookmark, with a thin line under it
_AIR = 1  # pixels that a mark reaches beyond the words
_STRONG_LINES = 2  # a longer passage in the colour of the current hit would be hard to read
_WORDS_WIDTH = 360


@dataclass(frozen=True)
class PageMarks:
    """Where on a page what is marked, in pixels of the painter: a rectangle for each line."""

    hits: Sequence[Rect] = ()
    current_hit: Sequence[Rect] = ()
    found: Sequence[Rect] = ()
    current_found: Sequence[Rect] = ()
    selected: Sequence[Rect] = ()
    bookmarks: Sequence[tuple[Rect, str]] = ()  # each with the name of its colour
    turn: int = 0  # quarters of a turn of the page, which the foot of a line turns with


def draw_page(painter: QPainter, rect: QRect, picture: QImage | None, ground: str, outline: str, turn: int = 0) -> None:
    """Draw a page with its outline, after quarters of a turn; without a picture it is a blank sheet."""
    painter.fillRect(rect, QColor(ground))
    if picture is not None:
        draw_picture(painter, rect, picture, turn)
    painter.setPen(QPen(QColor(outline), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(-1, -1, 0, 0))


def draw_picture(painter: QPainter, rect: QRect, picture: QImage, turn: int = 0) -> None:
    """Draw the picture of a page, after quarters of a turn, pixel on pixel if it is as large as its place."""
    ratio = painter.device().devicePixelRatioF()
    origin = painter.transform().map(QPointF(rect.topLeft()))
    # At a ratio of 1.5 a whole logical pixel may fall between two of the screen, which would blur the letters.
    corner = QPointF(round(origin.x() * ratio) / ratio, round(origin.y() * ratio) / ratio)
    size = QSizeF(rect.size() if turn % 2 == 0 else rect.size().transposed())
    if abs(picture.width() - size.width() * ratio) < 1:
        size = QSizeF(picture.width() / ratio, picture.height() / ratio)
    painter.save()
    painter.translate(QPointF(rect.topLeft()) + corner - origin)
    painter.translate(rect.width() if turn in (1, 2) else 0, rect.height() if turn in (2, 3) else 0)
    painter.rotate(90 * turn)
    painter.drawImage(QRectF(QPointF(), size), picture, QRectF(picture.rect()))
    painter.restore()


def draw_marks(painter: QPainter, marks: PageMarks, night: bool) -> None:
    """Colour the ground of what is marked and leave its ink readable.

    A light page is darkened by multiplying. To a night page light is added, to its thin grey strokes as well, which
    keeps their distance from the ground; taking the lighter of the two, as one might, would drown them.
    """
    look = DARK if night else LIGHT  # a page is not of the colour of the theme
    add, multiply = QPainter.CompositionMode.CompositionMode_Plus, QPainter.CompositionMode.CompositionMode_Multiply
    current_hit = [_marked(rect) for rect in marks.current_hit]
    hit, current = (look.night_hit, look.night_current_hit) if night else (look.hit, look.current_hit)
    layers = (
        (_united(map(whole, marks.selected)), look.selection),
        (_united(current_hit), hit if len(current_hit) > _STRONG_LINES else current),
        (_united(map(_marked, marks.hits)), hit),
        (_united(map(_marked, [*marks.found, *marks.current_found])), look.found),
    )
    painter.save()
    painter.setCompositionMode(add if night else multiply)
    covered = QRegion()
    # Clipped to a region, for where two marks overlap their colours must not be laid on each other.
    for region, colour in layers:
        painter.setClipRegion(region.subtracted(covered))
        painter.fillRect(region.boundingRect(), _added(colour, look.night_page) if night else QColor(colour))
        covered += region
    painter.restore()
    _draw_underlines(painter, marks.bookmarks, marks.turn, look)
    for found in marks.found:
        _draw_outline(painter, [_marked(found)], look.accent, 1)
    _draw_outline(painter, [_marked(rect) for rect in marks.current_found], look.accent, _OUTLINE)
    _draw_outline(painter, current_hit, look.night_current_outline if night else look.current_outline, _OUTLINE)


def draw_caret(painter: QPainter, rect: Rect, night: bool) -> None:
    """Draw the place in the text that the keyboard moves."""
    painter.fillRect(
        QRectF(round(rect.x) - 1, rect.y, _OUTLINE, rect.height), QColor((DARK if night else LIGHT).accent)
    )


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


def _draw_underlines(painter: QPainter, bookmarks: Sequence[tuple[Rect, str]], turn: int, look: Tokens) -> None:
    darken, lighten = (
        QPainter.CompositionMode.CompositionMode_Multiply,
        QPainter.CompositionMode.CompositionMode_Lighten,
    )
    painter.save()
    painter.setCompositionMode(lighten if look.dark else darken)  # over letters that reach below the line
    for rect, name in bookmarks:
        line, colours = whole(rect), look.bookmark(name)
        painter.fillRect(_foot(line, turn, 0, _UNDERLINE), QColor(colours.fill))
        painter.fillRect(_foot(line, turn, _UNDERLINE, 1), QColor(colours.line))
    painter.restore()


def _foot(line: QRect, turn: int, below: int, height: int) -> QRect:
    """Return a stroke under a line of text, from the last row of the line on."""
    return [
        QRect(line.left(), line.bottom() + below, line.width(), height),
        QRect(line.left() - below - height + 1, line.top(), height, line.height()),
        QRect(line.left(), line.top() - below - height + 1, line.width(), height),
        QRect(line.right() + below, line.top(), height, line.height()),
    ][turn]


def _draw_outline(painter: QPainter, lines: Sequence[QRect], colour: str, width: int) -> None:
    """Draw one outline around lines of text: around all that lie so close that theirs would run into each other."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for above, line in zip((None, *lines), lines, strict=False):
        path.addRect(QRectF(line))
        left, right = max(line.left(), above.left() if above else 0), min(line.right(), above.right() if above else 0)
        if above and 0 <= line.top() - above.bottom() <= line.height() / 2 and left < right:
            path.addRect(QRectF(left, above.bottom(), right - left + 1, line.top() - above.bottom()))
    painter.setPen(QPen(QColor(colour), width, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path.simplified())


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
