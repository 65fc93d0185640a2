"""Keys as one sees them on a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPen

from kinu_reader.ui.theme import font, scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kinu_reader.ui.theme import Tokens

HEIGHT, GAP = 20, 4  # px


def key_names(keys: str) -> list[str]:
    """Return the keys of a sequence as this system calls them: "Ctrl+Shift+C" is three keys."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    names = shown.removesuffix("++").split("+") if shown else []
    return [name for name in names if name] + (["+"] if shown.endswith("+") else [])


def paint_keys(painter: QPainter, room: QRectF, keys: str, tokens: Tokens) -> float:
    """Paint keys at the right edge of a room; return where they begin."""
    small = font(11)
    metrics = QFontMetricsF(small)
    painter.setFont(small)
    right = room.right()
    for name in reversed(key_names(keys)):
        width = metrics.horizontalAdvance(name) + 10
        cap = QRectF(right - width, room.center().y() - scaled(HEIGHT) / 2, width, scaled(HEIGHT))
        painter.setPen(QPen(QColor(tokens.button_border), 1))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(tokens.secondary))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, name)
        right = cap.left() - GAP
    return right
