"""How a text is cut to fit: snippets around their marks, and Korean words that stay whole at a line end."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextOption

from kinu_reader.tasks.searching import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFont, QPainter, QTextLine

    from kinu_reader.model import Range

JOINER = "\u2060"  # WORD JOINER: no line break here, no width
BEFORE, LENGTH = 40, 260  # characters of a snippet before its leading mark, and in all
_BEFORE_CJK = "\u2e7f"
_WIDE, _NARROW = 0.65, 0.3  # ems that a letter of either kind takes at least, on the average of some dozens
SYLLABLES = re.compile(r"(?<=[가-힣])(?=[가-힣])")


def snippet(text: str, marks: Sequence[Range], lead: int = 0) -> tuple[str, list[Range]]:
    """Return the words around the leading mark, with the marks moved along."""
    start = _snippet_start(text, marks[lead][0] if marks else 0)
    end = min(len(text), start + LENGTH)
    cut = "…" if start else ""
    shown = [(a - start + len(cut), min(b, end) - start + len(cut)) for a, b in marks if start <= a < end]
    return cut + text[start:end].replace("\n", " ") + ("…" if end < len(text) else ""), shown


def _snippet_start(text: str, first: int) -> int:
    if first <= BEFORE:
        return 0
    blank = text.find(" ", first - BEFORE, first)
    return blank + 1 if blank >= 0 else first - BEFORE // 2


def keep_words(text: str, marks: Sequence[Range] = ()) -> tuple[str, list[Range]]:
    """Join the syllables of each Korean word, so that Qt does not break lines inside it; marks are moved along."""
    gaps = [gap.start() for gap in SYLLABLES.finditer(text)]
    if not gaps:
        return text, list(marks)
    moved = [(a + bisect_right(gaps, a), b + bisect_right(gaps, b - 1)) for a, b in marks]
    return SYLLABLES.sub(JOINER, text), moved


class Lines:
    """A text laid out in at most so many lines of one height, its marks painted as soft blocks behind the words.

    The faces for Latin and for Hangul have different heights, so lines are set on baselines at equal distances.
    """

    def __init__(self, text: str, marks: Sequence[Range], font: QFont, width: float, most: int, leading: float) -> None:
        self._leading, self._size = leading, font.pixelSize()
        enough = _enough(text, most * width / self._size)
        whole, marks = keep_words(text, joined(marks, text))
        text = keep_words(text[:enough])[0]  # shaping what is not shown takes its time
        self._layout = _layout(text, font, width, most)
        if len(text) < len(whole) and _shown(self._layout) == _units(text):
            text, self._layout = whole, _layout(whole, font, width, most)  # letters narrower than any that are known
        while (shown := _shown(self._layout)) < _units(text):
            text = _first_units(text, shown - 1).rstrip(" …" + JOINER) + "…"
            self._layout = _layout(text, font, width, most)
        kept = [(a, min(b, len(text))) for a, b in marks if a < len(text)]
        self._marks = [(_units(text[:a]), _units(text[:b])) for a, b in kept]  # Qt counts in UTF-16
        for n in range(self._layout.lineCount()):
            line = self._layout.lineAt(n)
            line.setPosition(QPointF(0, n * leading + self._baseline() - line.ascent()))

    @property
    def height(self) -> float:
        """The height in pixels."""
        return self._layout.lineCount() * self._leading

    def paint(self, painter: QPainter, x: float, y: float, ink: str, mark_ground: str, mark_ink: str) -> None:
        """Paint the lines with their top left corner at a point."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mark_ground))
        for box in self._boxes():
            painter.drawRoundedRect(box.translated(x, y), 2, 2)
        coloured = QTextCharFormat()
        coloured.setForeground(QColor(mark_ink))
        pieces = []
        for a, b in self._marks:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = a, b - a, coloured
            pieces.append(piece)
        painter.setPen(QColor(ink))
        self._layout.draw(painter, QPointF(x, y), pieces)

    def _baseline(self) -> float:
        return (self._leading + self._size * 0.72) / 2  # capitals are about 0.72 of the size: centres them

    def _boxes(self) -> Iterator[QRectF]:
        height = self._size + 5.0
        for n in range(self._layout.lineCount()):
            line = self._layout.lineAt(n)
            first, last = line.textStart(), line.textStart() + line.textLength()
            for a, b in self._marks:
                if a < last and first < b:
                    left, right = _x(line, max(a, first)), _x(line, min(b, last))
                    yield QRectF(left - 1, n * self._leading + (self._leading - height) / 2, right - left + 2, height)


def _x(line: QTextLine, at: int) -> float:
    where: Any = line.cursorToX(at)  # PySide also gives the position back, which its own stubs do not say
    return float(where[0] if isinstance(where, tuple) else where)


def _layout(text: str, font: QFont, width: float, most: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _enough(text: str, ems: float) -> int:
    """Return how many characters of a text fill so many ems, as a rule with some to spare."""
    return bisect_right(list(accumulate(_WIDE if c > _BEFORE_CJK else _NARROW for c in text)), ems)


def _units(text: str) -> int:
    """Return the length of a text in UTF-16, in which Qt counts."""
    return len(text) + sum(c > "\uffff" for c in text)


def _first_units(text: str, units: int) -> str:
    """Return the beginning of a text of so many units of UTF-16; half a character is none."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")


def _shown(layout: QTextLayout) -> int:
    """Return how many units of UTF-16 stand in the lines of a layout."""
    if not layout.lineCount():
        return 0
    last = layout.lineAt(layout.lineCount() - 1)
    return last.textStart() + last.textLength()
