"""What narrows the list of bookmarks: words, colours, tag, series, time, and those to be checked."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout

from kinu_reader.model import Colour, Placing
from kinu_reader.ui.bookmarks.model import Order
from kinu_reader.ui.bookmarks.wording import colour_name
from kinu_reader.ui.icons import swatch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.bookmarks.model import Kept
    from kinu_reader.ui.theme import Theme

SWATCH = 14  # px
DAYS = (0, 1, 7, 30, 365)  # back from now; 0 is any time


class FilterBar(QFrame):
    """Two lines: what is looked for and the order, then what bounds it."""

    changed = Signal()
    order_chosen = Signal(Order)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept: Sequence[Kept] = ()
        self.setProperty("edge", "bottom")
        self.setProperty("ground", "window")
        self.field, self.order = QLineEdit(self), QComboBox(self)
        self.colours = {colour: QToolButton(self) for colour in Colour}
        self.tag, self.series, self.period, self.astray = (
            *(QComboBox(self), QComboBox(self), QComboBox(self)),
            QToolButton(self),
        )
        self._arrange()
        self.field.textChanged.connect(self.changed)
        for button in (*self.colours.values(), self.astray):
            button.toggled.connect(self.changed)
        for box in (self.tag, self.series, self.period):
            box.activated.connect(self.changed)
        self.order.activated.connect(lambda at: self.order_chosen.emit(self.order.itemData(at)))
        theme.changed.connect(self._count)
        self._translate()

    def offer(self, kept: Sequence[Kept]) -> None:
        """Offer what there is among these to choose by."""
        self._kept = kept
        tags = sorted({tag for one in kept for tag in one.bookmark.tags})
        series = sorted({one.brief.record.series for one in kept if one.brief.record.series})
        _refill(self.tag, self.tr("All tags"), [(f"#{tag}", tag) for tag in tags])
        _refill(self.series, self.tr("All series"), [(name, name) for name in series])
        self.astray.setVisible(any(one.bookmark.state is not Placing.PLACED for one in kept))
        self._count()

    def test(self) -> Callable[[Kept], bool]:
        """Return what tells whether a bookmark is within all bounds as they are now."""
        words, tag, series = self.field.text().casefold().split(), self.tag.currentData(), self.series.currentData()
        colours = {colour for colour, button in self.colours.items() if button.isChecked()}
        astray, since = self.astray.isChecked(), _since(self.period.currentData())

        def fits(kept: Kept) -> bool:
            bookmark = kept.bookmark
            return (
                (not colours or bookmark.colour in colours)
                and (not tag or tag in bookmark.tags)
                and (not series or kept.brief.record.series == series)
                and bookmark.created >= since
                and (not astray or bookmark.state is not Placing.PLACED)
                and all(word in kept.said for word in words)
            )

        return fits

    # -- making

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 4)
        column.setSpacing(2)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(4)
            column.addLayout(row)
        first.addWidget(self.field, 1)
        first.addWidget(self.order)
        for button in (*self.colours.values(), self.astray):
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(SWATCH, SWATCH))
        for widget in (*self.colours.values(), self.tag, self.series, self.period, self.astray):
            second.addWidget(widget)
        second.addStretch(1)
        for box in (self.tag, self.series, self.period, self.order):
            box.setProperty("flat", True)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for order in Order:
            self.order.addItem("", order)
        for days in DAYS:
            self.period.addItem("", days)

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
            *(self.tr("Last 30 days"), self.tr("Last year")),
        )
        for at, name in enumerate(periods):
            self.period.setItemText(at, name)
        self.order.setAccessibleName(self.tr("Order of bookmarks"))
        self.tag.setAccessibleName(self.tr("Tag"))
        self.series.setAccessibleName(self.tr("Series"))
        self.period.setAccessibleName(self.tr("When it was made"))
        for colour, button in self.colours.items():
            button.setAccessibleName(colour_name(colour))
            button.setToolTip(colour_name(colour))
        self.offer(self._kept)

    def _count(self) -> None:
        by_colour = Counter(one.bookmark.colour for one in self._kept)
        for colour, button in self.colours.items():
            button.setIcon(swatch(self._theme.tokens.bookmark(colour), SWATCH))
            button.setText(str(by_colour[colour]))
        astray = sum(one.bookmark.state is not Placing.PLACED for one in self._kept)
        self.astray.setText(self.tr("%n to be checked", "", astray))

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


def _since(days: int) -> str:
    """Return the moment so many days ago as bookmarks have it; "" for any."""
    return (datetime.now(UTC) - timedelta(days=days)).isoformat() if days else ""
