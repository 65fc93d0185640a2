"""What the answers have in common, as chips that narrow the search: series, author, division, language … and years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QToolButton, QWidget

from kinu_reader.ui.icons import icon
from kinu_reader.ui.query_text import field_value, with_field, without_field
from kinu_reader.ui.theme import font, icon_size, scaled
from kinu_reader.ui.wording import language_name, quality_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

    from kinu_reader.tasks.searching import Facets
    from kinu_reader.ui.theme import Theme

HEIGHT = 40
FIELDS = ("series", "author", "division", "lang", "tag", "quality")
MOST = 30  # values in a menu: the commonest
BAR, GAP, TALL = 7, 1, 22  # px of a year


class FacetBar(QFrame):
    """Reads the search text, offers counts, and asks for another search text."""

    text_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._binned = False
        self._counts: dict[str, Mapping[str, int]] = {}
        self.setFixedHeight(scaled(HEIGHT))
        self.setProperty("bar", True)
        self._strip, self._row = SidewaysArea(self), QWidget()
        self.chips = {field: _Chip(self) for field in FIELDS}
        self.years = YearBars(theme, self)
        self.year_chip = _Chip(self)
        self.clear = QPushButton(self)
        self.clear.setProperty("link", True)
        self._rule = QFrame(self)
        self._first, self._last, self.bin = QLabel(self), QLabel(self), QLabel(self)
        self._arrange()
        for field, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, field=field: self._on_chip(field))
        self.year_chip.clicked.connect(lambda: self.text_asked.emit(without_field(self._text, "year")))
        self.years.chosen.connect(self._on_years)
        self.clear.clicked.connect(self._on_clear)
        theme.changed.connect(self._write)
        self._translate()

    def show_text(self, text: str) -> None:
        """Show which values the search text gives to the fields."""
        self._text = text
        self._write()

    def show_facets(self, facets: Facets) -> None:
        """Show how many of the answers have each value."""
        self._counts = {
            "series": facets.series,
            "author": facets.authors,
            "division": facets.divisions,
            "lang": facets.languages,
            "tag": facets.tags,
            "quality": facets.qualities,
        }
        self.years.show_counts({int(year): n for year, n in facets.years.items()})
        self._write()

    def show_place(self, *, binned: bool) -> None:
        """Say whether it is the bin that is shown, of which nothing is counted."""
        self._binned = binned
        self._write()

    # -- asking

    def _on_chip(self, field: str) -> None:
        if field_value(self._text, field) is not None:
            self.text_asked.emit(without_field(self._text, field))
            return
        menu = QMenu(self)
        for value, count in sorted(self._counts.get(field, {}).items(), key=lambda item: -item[1])[:MOST]:
            action = menu.addAction(f"{_value_name(field, value)}\t{count:,}")
            action.triggered.connect(lambda _=False, value=value: self._ask(field, value))
        chip = self.chips[field]
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _ask(self, field: str, value: str) -> None:
        self.text_asked.emit(with_field(self._text, field, value))

    def _on_years(self, first: int, last: int) -> None:
        self._ask("year", str(first) if first == last else f"{first}..{last}")

    def _on_clear(self) -> None:
        text = self._text
        for field in (*FIELDS, "year"):
            text = without_field(text, field)
        self.text_asked.emit(text)

    # -- making

    def _arrange(self) -> None:
        row = QHBoxLayout(self._row)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for chip in self.chips.values():
            row.addWidget(chip)
        self._rule.setProperty("rule", True)
        self._rule.setFixedSize(13, 20)
        row.addWidget(self._rule)
        for widget in (self._first, self.years, self._last, self.year_chip):
            row.addWidget(widget)
        row.addWidget(self.bin)
        row.addStretch(1)
        row.addWidget(self.clear)
        self._strip.setWidget(self._row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 1)
        whole.addWidget(self._strip)
        for label in (self._first, self._last, self.bin):
            label.setProperty("role", "secondary")
            label.setFont(font(12, tabular=True))

    # -- wording

    def _translate(self) -> None:
        self._names = {
            "series": self.tr("Series"),
            "author": self.tr("Author"),
            "division": self.tr("Division"),
            "lang": self.tr("Language"),
            "tag": self.tr("Tag"),
            "quality": self.tr("Text quality"),
        }
        self.clear.setText(self.tr("Clear filters"))
        self._strip.setAccessibleName(self.tr("Filters"))
        self.bin.setText(self.tr("What is in the bin is listed, not searched"))
        self.years.setAccessibleName(self.tr("Years"))
        self.years.setToolTip(self.tr("Drag over years to bound the search"))
        self._write()

    def _write(self) -> None:
        chosen = False
        for field, chip in self.chips.items():
            value = field_value(self._text, field)
            chosen = chosen or value is not None
            chip.write(self._names[field], value and _value_name(field, value), self._theme)
            chip.setVisible(value is not None or bool(self._counts.get(field)))
        years = field_value(self._text, "year")
        self.year_chip.write("", years.replace("..", " – ") if years else None, self._theme)
        self.year_chip.setVisible(years is not None)
        first, last = self.years.bounds
        for label, year in ((self._first, first), (self._last, last)):
            label.setText(str(year) if year else "")
        self.years.show_range(years)
        self.bin.setVisible(self._binned)
        self._rule.setVisible(not self._binned)
        self.clear.setVisible(chosen or years is not None)

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


class SidewaysArea(QScrollArea):
    """One row of controls that the wheel moves sideways where they do not fit, and the focus brings into view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- Qt

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()


def _value_name(field: str, value: str) -> str:
    """Return what a value of a field is called."""
    names = {"lang": language_name, "quality": quality_name}
    return (names[field](value) if field in names else "") or value


class _Chip(QToolButton):
    """A field: its name with a chevron, or the value chosen with a cross that takes it back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the words
        self.setIconSize(icon_size(12))

    def write(self, name: str, value: str | None, theme: Theme) -> None:
        """Show a field or its value."""
        tokens = theme.tokens
        self.setText(self.fontMetrics().elidedText(value or name, Qt.TextElideMode.ElideRight, 160))
        self.setChecked(value is not None)
        self.setIcon(icon("close" if value else "chevron-down", tokens.accent if value else tokens.secondary, 12))
        self.setAccessibleName(f"{name}: {value}" if value else name)


class YearBars(QWidget):
    """A bar for each year; dragging over some chooses them."""

    chosen = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: dict[int, int] = {}
        self._range: tuple[int, int] | None = None
        self._from: int | None = None
        self.setFixedHeight(TALL)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard, years are typed: year:2019..2024

    @property
    def bounds(self) -> tuple[int, int]:
        """The first and the last year; zeros without any."""
        return (min(self._counts), max(self._counts)) if self._counts else (0, 0)

    def show_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many answers each year has."""
        self._counts = dict(counts)
        first, last = self.bounds
        self.setFixedWidth((last - first + 1) * (BAR + GAP) if counts else 0)
        self.update()

    def show_range(self, years: str | None) -> None:
        """Mark the years chosen: `2019`, `2019..2024`, `2019..` or `..2024`."""
        first, last = self.bounds
        self._range = None
        if years:
            start, dots, end = years.partition("..")
            digits = start.isdecimal(), (end if dots else start).isdecimal()
            self._range = int(start) if digits[0] else first, int(end if dots else start) if digits[1] else last
        self.update()

    def _year_at(self, x: float) -> int:
        first, last = self.bounds
        return max(first, min(last, first + int(x) // (BAR + GAP)))

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        most = max(self._counts.values(), default=1)
        first, _ = self.bounds
        for year, count in self._counts.items():
            height = max(2, round(count / most * TALL))
            inside = self._range is None or self._range[0] <= year <= self._range[1]
            rect = QRect((year - first) * (BAR + GAP), TALL - height, BAR, height)
            painter.fillRect(rect, QColor(tokens.accent if inside else tokens.button_border))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = self._year_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            to = self._year_at(event.position().x())
            self._range = min(self._from, to), max(self._from, to)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            to = self._year_at(event.position().x())
            first, last = min(self._from, to), max(self._from, to)
            self._from = None
            self.chosen.emit(first, last)
