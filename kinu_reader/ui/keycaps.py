"""Keys as one sees them on a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kinu_reader.ui.theme import font, scaled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPaintEvent

    from kinu_reader.ui.theme import Theme, Tokens

HEIGHT, GAP, WORD_GAP = 20, 4, 6  # px


def key_names(keys: str) -> list[str]:
    """Return the keys of a sequence as this system calls them: "Ctrl+Shift+C" is three keys."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    names = shown.removesuffix("++").split("+") if shown else []
    return [name for name in names if name] + (["+"] if shown.endswith("+") else [])


def keys_width(keys: str) -> int:
    """Return how much room keys take."""
    metrics = QFontMetricsF(font(11))
    return round(sum(metrics.horizontalAdvance(name) + 10 + GAP for name in key_names(keys)))


def paint_keys(painter: QPainter, room: QRectF, keys: str, tokens: Tokens) -> float:
    """Paint keys at the right edge of a room; return where they begin."""
    metrics = QFontMetricsF(font(11))
    right = room.right()
    for name in reversed(key_names(keys)):
        width = metrics.horizontalAdvance(name) + 10
        top = room.center().y() - scaled(HEIGHT) / 2
        _paint_cap(painter, QRectF(right - width, top, width, scaled(HEIGHT)), name, tokens)
        right -= width + GAP
    return right


def _paint_cap(painter: QPainter, cap: QRectF, name: str, tokens: Tokens) -> None:
    painter.setFont(font(11))
    painter.setPen(QPen(QColor(tokens.button_border), 1))
    painter.setBrush(QColor(tokens.panel))
    painter.drawRoundedRect(cap, 4, 4)
    painter.setPen(QColor(tokens.secondary))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, name)


class KeyHints(QWidget):
    """A line of keys, each with what it does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lead = ""
        self._hints: Sequence[tuple[str, str]] = ()

    def say(self, hints: Sequence[tuple[str, str]], lead: str = "") -> None:
        """Show keys and the words after each, behind a word that leads."""
        self._hints, self._lead = hints, lead
        self.setAccessibleName(" ".join(filter(None, (lead, *(f"{key} {words}" for key, words in hints)))))
        self.updateGeometry()
        self.update()

    def _places(self) -> Iterator[tuple[str, float, float, bool]]:
        """Yield what is shown: a text, where it begins, how wide it is, and whether it is a key."""
        keys, words = QFontMetricsF(font(11)), QFontMetricsF(font(12))
        x = 0.0
        if self._lead:
            width = words.horizontalAdvance(self._lead)
            yield self._lead, x, width, False
            x += width + WORD_GAP
        for key, said in self._hints:
            width = keys.horizontalAdvance(key) + 10
            yield key, x, width, True
            x += width + (WORD_GAP if said else GAP)
            if said:
                width = words.horizontalAdvance(said)
                yield said, x, width, False
                x += width + 2 * WORD_GAP

    # -- Qt

    def sizeHint(self) -> QSize:
        width = max((x + wide for _, x, wide, _ in self._places()), default=0)
        return QSize(round(width) + 2, scaled(HEIGHT) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, middle, height = self._theme.tokens, self.height() / 2, scaled(HEIGHT)
        for text, x, width, is_key in self._places():
            room = QRectF(x + 1, middle - height / 2, width, height)
            if is_key:
                _paint_cap(painter, room, text, tokens)
            else:
                painter.setFont(font(12))
                painter.setPen(QColor(tokens.secondary))
                painter.drawText(room.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, text)
