"""What narrows the list of bookmarks: words, colours, tag, series, time, and those to be checked."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout

from kinu_reader.model import Colour, Placing
from kinu_reader.ui.arranging import name_choice
from kinu_reader.ui.bookmarks.model import Order
from kinu_reader.ui.bookmarks.wording import colour_name
from kinu_reader.ui.icons import swatch
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.bookmarks.model import Kept
    from kinu_reader.ui.theme import Theme

SWATCH, GAP, FIELD = 14, 3, 420  # px: of a colour; before its count; of the field at most
BETWEEN = -1  # two days that a person names
DAYS = (0, 1, 7, 30, 365, BETWEEN)  # back from now; 0 is any time
ENDLESS = "~"  # behind every moment


class FilterBar(QFrame):
    """Two lines: what is looked for and the order, then what bounds it."""

    changed = Signal()
    order_chosen = Signal(Order)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept: Sequence[Kept] = ()
        self._by_colour, self._astray = Counter[Colour](), 0
        self.setProperty("edge", "bottom")
        self.setProperty("ground", "window")
        self.field, self.order = QLineEdit(self), QComboBox(self)
        self.colours = {colour: QToolButton(self) for colour in Colour}
        self.tag, self.series, self.period, self.astray = (
            *(QComboBox(self), QComboBox(self), QComboBox(self)),
            QToolButton(self),
        )
        self._between, self._from, self._to = QFrame(self), QLabel(self), QLabel(self)
        self.first, self.last = QDateEdit(self), QDateEdit(self)
        self._arrange()
        self._arrange_days()
        self.field.textChanged.connect(self.changed)
        for button in (*self.colours.values(), self.astray):
            button.toggled.connect(self.changed)
        for box in (self.tag, self.series):
            box.activated.connect(self.changed)
        self.period.activated.connect(self._choose_period)
        for day in (self.first, self.last):
            day.dateChanged.connect(self.changed)
        self.order.activated.connect(lambda at: self.order_chosen.emit(self.order.itemData(at)))
        theme.changed.connect(self._count)
        self._translate()

    def offer(self, kept: Sequence[Kept]) -> None:
        """Offer what there is among these to choose by."""
        self._kept = kept
        tags, series = set[str](), set[str]()
        self._by_colour, self._astray = Counter(one.bookmark.colour for one in kept), 0
        for one in kept:
            tags.update(one.bookmark.tags)
            series.add(one.brief.record.series or "")
            self._astray += one.bookmark.state is not Placing.PLACED
        _refill(self.tag, self.tr("All tags"), [(f"#{tag}", tag) for tag in sorted(tags)])
        _refill(self.series, self.tr("All series"), [(name, name) for name in sorted(series - {""})])
        self.astray.setVisible(self._astray > 0)
        self._count()

    def within(self, kept: Iterable[Kept]) -> list[Kept]:
        """Return those within all bounds as they are now; each bound goes once over what the others left."""
        left = list(kept)
        if colours := {colour for colour, button in self.colours.items() if button.isChecked()}:
            left = [one for one in left if one.bookmark.colour in colours]
        if tag := self.tag.currentData():
            left = [one for one in left if tag in one.bookmark.tags]
        if series := self.series.currentData():
            left = [one for one in left if one.brief.record.series == series]
        since, until = self._bounds()
        if since or until:
            left = [one for one in left if since <= one.bookmark.created < (until or ENDLESS)]
        if self.astray.isChecked():
            left = [one for one in left if one.bookmark.state is not Placing.PLACED]
        for word in self.field.text().casefold().split():
            left = [one for one in left if word in one.said]
        return left

    def _bounds(self) -> tuple[str, str]:
        """Return the moments between which a bookmark was made, as bookmarks have them; "" for none."""
        days = self.period.currentData()
        if days == BETWEEN:
            return _moment(self.first.date()), _moment(self.last.date().addDays(1))
        return (datetime.now(UTC) - timedelta(days=days)).isoformat() if days else "", ""

    def _choose_period(self) -> None:
        self._between.setVisible(self.period.currentData() == BETWEEN)
        self.changed.emit()

    # -- making

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 4)
        column.setSpacing(2)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(4)
            column.addLayout(row)
        self.field.setMaximumWidth(scaled(FIELD))
        first.addWidget(self.field, 1)
        first.addSpacing(8)
        for button in self.colours.values():
            first.addWidget(button)
        first.addStretch(0)
        first.addWidget(self.order)
        for button in (*self.colours.values(), self.astray):
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(scaled(SWATCH) + GAP, scaled(SWATCH)))
        for widget in (self.tag, self.series, self.period, self.astray):
            second.addWidget(widget)
        second.addStretch(1)
        for box in (self.tag, self.series, self.period, self.order):
            box.setProperty("flat", True)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for order in Order:
            self.order.addItem("", order)
        for days in DAYS:
            self.period.addItem("", days)

    def _arrange_days(self) -> None:
        row = QHBoxLayout(self._between)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        today = QDate.currentDate()
        for label, day, date in ((self._from, self.first, today.addMonths(-1)), (self._to, self.last, today)):
            label.setProperty("role", "secondary")
            label.setBuddy(day)
            day.setCalendarPopup(True)
            day.setDisplayFormat("yyyy-MM-dd")
            day.setDate(date)
            row.addWidget(label)
            row.addWidget(day)
        row.addStretch(1)
        self._between.hide()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._between)

    def _translate(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in quotes and notes"))
        self.field.setAccessibleName(self.tr("Find in quotes and notes"))
        orders = {
            Order.NEWEST: self.tr("Newest"),
            Order.BRIEF: self.tr("By brief"),
            Order.TAG: self.tr("By tag"),
            Order.COLOUR: self.tr("By colour"),
        }
        for at, order in enumerate(Order):
            self.order.setItemText(at, orders[order])
        periods = (
            *(self.tr("Any time"), self.tr("Last day"), self.tr("Last 7 days")),
            *(self.tr("Last 30 days"), self.tr("Last year"), self.tr("From … to …")),
        )
        for at, name in enumerate(periods):
            self.period.setItemText(at, name)
        name_choice(self.order, self.tr("Order of bookmarks"))
        name_choice(self.tag, self.tr("Tag"))
        name_choice(self.series, self.tr("Series"))
        name_choice(self.period, self.tr("When it was made"))
        self._from.setText(self.tr("From"))
        self._to.setText(self.tr("to"))
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        for colour, button in self.colours.items():
            button.setAccessibleName(colour_name(colour))
            button.setToolTip(colour_name(colour))
        self.offer(self._kept)

    def _count(self) -> None:
        for colour, button in self.colours.items():
            button.setIcon(swatch(self._theme.tokens.bookmark(colour), SWATCH, GAP))
            button.setText(str(self._by_colour[colour]))
        self.astray.setText(self.tr("%n to be checked", "", self._astray))

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


def _refill(box: QComboBox, everything: str, values: Sequence[tuple[str, str]]) -> None:
    """Offer values in a box, with one for all; what was chosen stays so if it is still there."""
    chosen = box.currentData()
    box.clear()
    for name, value in ((everything, ""), *values):
        box.addItem(name, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setVisible(bool(values))


def _moment(day: QDate) -> str:
    """Return the moment a day begins here, as bookmarks have theirs."""
    return datetime.fromtimestamp(day.startOfDay().toSecsSinceEpoch(), UTC).isoformat()
