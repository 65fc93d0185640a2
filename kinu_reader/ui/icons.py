"""The icons: one set of SVG drawings on a 20-px grid, coloured when they are loaded."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kinu_reader.paths import resource
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from kinu_reader.ui.theme import BookmarkColours, Tokens

APP = "app"
CLEAR = QColor(0, 0, 0, 0)
GAP = 4  # px that a button's words keep from its icon, beside the four that Qt gives
_FINEST = 3.0  # device pixel ratio
_DISABLED_OPACITY = 0.45


class _Engine(QIconEngine):
    """Draws an icon once it is seen, as large and as fine as it is seen."""

    def __init__(self, name: str, off: str, on: str, size: int) -> None:
        super().__init__()
        self._drawn = name, off, on, size

    # -- Qt

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        name, off, on, most = self._drawn
        side = min(size.width(), size.height(), scaled(most))
        draw = _pale if mode is QIcon.Mode.Disabled else pixmap
        picture = draw(name, on if state is QIcon.State.On else off, side, scale)
        return apart(picture, size.width() - side) if size.width() > size.height() else picture

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        # The device itself is slow to ask for: Qt's classes of all that can be painted on would be loaded.
        side = min(rect.width(), rect.height())
        picture = self.scaledPixmap(QSize(side, side), mode, state, max(1.0, painter.deviceTransform().m11()))
        room = QRectF(rect)
        place = QRectF(0, 0, picture.deviceIndependentSize().width(), picture.deviceIndependentSize().height())
        place.moveCenter(room.center())
        painter.drawPixmap(place.topLeft(), picture)

    def availableSizes(self, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> list[QSize]:
        return [QSize(self._drawn[3], self._drawn[3])]

    def clone(self) -> QIconEngine:
        return _Engine(*self._drawn)


def names() -> tuple[str, ...]:
    """Return the names of all icons that take a colour."""
    return tuple(sorted(file.stem for file in resource("icons").glob("*.svg") if file.stem != APP))


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """Return an icon in one colour (#RRGGBB), sharp at every common device pixel ratio.

    Raises:
        FileNotFoundError: if there is no such icon.
    """
    return _icon(name, colour, colour, size)


def worded_icon(name: str, tokens: Tokens, size: int = 20) -> QIcon:
    """Return an icon for a button with words: in the colour of these, and in the accent while it is on.

    Raises:
        FileNotFoundError: if there is no such icon.
    """
    return _icon(name, tokens.text, tokens.accent, size)


def button_icon(name: str, tokens: Tokens, size: int = 20) -> QIcon:
    """Return an icon for a button of the theme: in the secondary colour, and in the accent while it is on.

    Raises:
        FileNotFoundError: if there is no such icon.
    """
    return _icon(name, tokens.secondary, tokens.accent, size)


def swatch(colours: BookmarkColours, size: int, gap: int = 0) -> QIcon:
    """Return a block in the colours of a bookmark, as an icon of `size` logical pixels and `gap` more at its right."""
    picture = QPixmap(round(size * _FINEST), round(size * _FINEST))
    picture.fill(CLEAR)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_FINEST, _FINEST)
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.setBrush(QColor(colours.fill))
    painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), 4, 4)
    painter.end()
    return QIcon(apart(picture, round(gap * _FINEST)))


def size_beside_words(px: int) -> QSize:
    """Return the size of the icon of a button that has words: as wide as the icon and what keeps the words from it."""
    return QSize(scaled(px) + GAP, scaled(px))


def apart(picture: QPixmap, room: int) -> QPixmap:
    """Return a picture with so many logical pixels of nothing at its right."""
    scale = picture.devicePixelRatio()
    made = QPixmap(picture.width() + round(room * scale), picture.height())
    made.setDevicePixelRatio(scale)
    made.fill(CLEAR)
    painter = QPainter(made)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return made


def app_icon() -> QIcon:
    """Return the icon of the program, in the sizes that window systems ask for."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap(APP, "", size))
    return made


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int = 20, scale: float = 1.0) -> QPixmap:
    """Return an icon of `size` logical pixels for a screen of this device pixel ratio.

    Raises:
        FileNotFoundError: if there is no such icon.
    """
    made = QPixmap(round(size * scale), round(size * scale))
    made.fill(CLEAR)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode())).render(
        painter, QRectF(made.rect())
    )
    painter.end()
    made.setDevicePixelRatio(scale)
    return made


@lru_cache(maxsize=256)
def _icon(name: str, off: str, on: str, size: int) -> QIcon:
    _drawing(name)  # raises if there is none
    return QIcon(_Engine(name, off, on, size))


@lru_cache(maxsize=256)
def _pale(name: str, colour: str, size: int, scale: float) -> QPixmap:
    """Return an icon as it looks where it cannot be used."""
    picture = pixmap(name, colour, size, scale)
    made = QPixmap(picture.size())
    made.setDevicePixelRatio(scale)
    made.fill(CLEAR)
    painter = QPainter(made)
    painter.setOpacity(_DISABLED_OPACITY)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return made


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return resource("icons").joinpath(f"{name}.svg").read_text(encoding="utf-8")
