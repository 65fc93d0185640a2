"""The icons: one set of SVG drawings on a 20-px grid, coloured when they are loaded."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kinu_reader.paths import resource

if TYPE_CHECKING:
    from kinu_reader.ui.theme import BookmarkColours, Tokens

APP = "app"
_SCALES = (1.0, 1.25, 1.5, 2.0, 3.0)
_DISABLED_OPACITY = 0.45


def names() -> tuple[str, ...]:
    """Return the names of all icons that take a colour."""
    return tuple(sorted(file.stem for file in resource("icons").glob("*.svg") if file.stem != APP))


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """Return an icon in one colour (#RRGGBB), sharp at every common device pixel ratio.

    Raises:
        FileNotFoundError: if there is no such icon.
    """
    return _icon(name, colour, colour, size)


def button_icon(name: str, tokens: Tokens, size: int = 20) -> QIcon:
    """Return an icon for a button of the theme: in the secondary colour, and in the accent while it is on.

    Raises:
        FileNotFoundError: if there is no such icon.
    """
    return _icon(name, tokens.secondary, tokens.accent, size)


def swatch(colours: BookmarkColours, size: int) -> QIcon:
    """Return a block in the colours of a bookmark, as an icon of `size` logical pixels."""
    picture = QPixmap(round(size * _SCALES[-1]), round(size * _SCALES[-1]))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALES[-1], _SCALES[-1])
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.setBrush(QColor(colours.fill))
    painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), 4, 4)
    painter.end()
    return QIcon(picture)


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
    return _painted(_renderer(name, colour), size, scale)


@lru_cache(maxsize=256)
def _icon(name: str, off: str, on: str, size: int) -> QIcon:
    made = QIcon()
    states = {QIcon.State.Off: off, QIcon.State.On: on}
    if on == off:
        del states[QIcon.State.On]  # what is lacking Qt takes from the other state
    for state, colour in states.items():
        renderer = _renderer(name, colour)
        for scale in _SCALES:
            picture = _painted(renderer, size, scale)
            made.addPixmap(picture, QIcon.Mode.Normal, state)
            made.addPixmap(_pale(picture), QIcon.Mode.Disabled, state)
    return made


def _painted(renderer: QSvgRenderer, size: int, scale: float) -> QPixmap:
    made = QPixmap(round(size * scale), round(size * scale))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(scale)
    return made


def _pale(picture: QPixmap) -> QPixmap:
    made = QPixmap(picture.size())
    made.setDevicePixelRatio(picture.devicePixelRatio())
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(_DISABLED_OPACITY)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return made


def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return resource("icons").joinpath(f"{name}.svg").read_text(encoding="utf-8")
