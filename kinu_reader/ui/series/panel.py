"""The series view with its head: which series, how much of it is there, what the cells mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.tasks.series import SlotState
from kinu_reader.ui.arranging import name_choice
from kinu_reader.ui.icons import size_beside_words, worded_icon
from kinu_reader.ui.notice import Notice
from kinu_reader.ui.series.delegate import Look, paint_cell
from kinu_reader.ui.series.layout import CELL_HEIGHT, CELL_WIDTH
from kinu_reader.ui.series.view import SeriesView
from kinu_reader.ui.shown_keys import no_keys
from kinu_reader.ui.theme import font, scaled
from kinu_reader.ui.wording import grouped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from kinu_reader.tasks.series import SeriesRun
    from kinu_reader.ui.theme import Theme

HEAD, LEGEND = 48, 40  # px
LOOKS = (
    Look(),
    Look(both=True),
    Look(SlotState.MISSING),
    Look(SlotState.ABSENT),
    Look(duplicate=True),
    Look(out_of_order=True),
)


class SeriesPanel(QFrame):
    """All series of an archive, or one of them."""

    opened = Signal(int)  # a brief
    absent_marked = Signal(str, str, str, bool)  # institute, series, code; whether it was never published
    duplicates_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runs: tuple[SeriesRun, ...] = ()
        self._key: Callable[[str], str] = no_keys
        self.setProperty("ground", "panel")
        self._head = QFrame(self)
        self.chosen, self._letters, self.counts = QComboBox(self), QLabel(self), QLabel(self)
        self.copy, self.compare = QPushButton(self), QPushButton(self)
        self.view, self.notice = SeriesView(theme, self), Notice(theme, self)
        self._legend = _Legend(theme, self)
        self._foot, self._twice = QFrame(self), QLabel(self)
        self._stack = QStackedWidget(self)
        self.setFocusProxy(self.view)
        self._arrange()
        self.chosen.activated.connect(self._turn)
        self.copy.clicked.connect(self.copy_missing)
        self.compare.clicked.connect(self.duplicates_asked)
        self.view.opened.connect(self.opened)
        self.view.absent_marked.connect(self.absent_marked)
        theme.changed.connect(self._write)
        self._translate()

    def show_series(self, runs: Sequence[SeriesRun]) -> None:
        """Show these series; the one chosen, the current number and what is in sight stay, if they are still there."""
        chosen, current, offset = self.chosen.currentData(), self.view.current(), self.view.verticalOffset()
        self._runs = tuple(runs)
        self._list()
        self._select(chosen)
        self._show()
        self.view.verticalScrollBar().setValue(offset)
        if current:
            found = self.view.rows.find(current[0], current[1].code)
            if found.isValid():
                self.view.choose(found)

    def show_keys(self, key: Callable[[str], str]) -> None:
        """Show the keys that do something here."""
        self._key = key
        self._translate()

    def choose_series(self, institute: str, name: str) -> None:
        """Show one series, by any of its names; all if there is none of it."""
        self._select((institute, name))
        self._turn()

    def _select(self, name: tuple[str, str] | None) -> None:
        at = next((n for n, run in enumerate(self._runs) if name in run.names), None)
        self.chosen.setCurrentIndex(0 if at is None else at + (len(self._runs) > 1))  # all series come first

    def _turn(self) -> None:
        self._show()
        self.view.scrollToTop()

    def copy_missing(self) -> None:
        """Put the codes of the missing numbers on the clipboard, one a line."""
        QApplication.clipboard().setText("\n".join(self._missing()))

    def _shown(self) -> list[SeriesRun]:
        chosen = self.chosen.currentData()
        return [run for run in self._runs if not chosen or (run.institute, run.name) == chosen]

    def _missing(self) -> list[str]:
        """Return the codes of the missing numbers; with the series' name before them if there are several series."""
        runs = self._shown()
        return [
            slot.code if len(runs) == 1 else f"{run.name}\t{slot.code}"
            for run in runs
            for slot in run.slots
            if slot.state is SlotState.MISSING
        ]

    def _show(self) -> None:
        self.view.rows.show(self._shown())
        self._write()

    # -- making

    def _arrange(self) -> None:
        self._head.setFixedHeight(scaled(HEAD))
        self._head.setProperty("edge", "bottom")
        row = QHBoxLayout(self._head)
        row.setContentsMargins(8, 0, 16, 0)
        row.setSpacing(8)
        self.chosen.setProperty("flat", True)
        self.chosen.setProperty("title", True)
        self.chosen.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chosen.setMaximumWidth(360)
        self._letters.setProperty("chip", True)
        self.counts.setProperty("role", "secondary")
        self.counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.copy.setIconSize(size_beside_words(16))
        row.addWidget(self.chosen)
        row.addWidget(self._letters, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.counts, 1)
        row.addWidget(self.copy)
        self._foot.setProperty("edge", "top")
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 6, 16, 6)
        self._twice.setProperty("role", "secondary")
        self.compare.setProperty("link", True)
        foot.addWidget(self._twice)
        foot.addWidget(self.compare)
        foot.addStretch(1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.notice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self._head, self._legend, self._stack, self._foot):
            whole.addWidget(part, 1 if part is self._stack else 0)
        self.setFocusProxy(self.view)

    # -- wording

    def _list(self) -> None:
        """Offer the series, and all of them if there are several."""
        self.chosen.clear()
        if len(self._runs) > 1:
            self.chosen.addItem(self.tr("All series"))
        names = [run.name for run in self._runs]
        for run in self._runs:
            twice = names.count(run.name) > 1 and run.institute
            self.chosen.addItem(f"{run.name} ({run.institute})" if twice else run.name, (run.institute, run.name))

    def _translate(self) -> None:
        name_choice(self.chosen, self.tr("Series"))
        self.view.setAccessibleName(self.tr("Numbers of the series"))
        self.compare.setText(self.tr("Compare duplicates"))
        self.copy.setToolTip(self.tr("Copies the codes that this archive does not have, one a line"))
        self._legend.name(
            (
                self.tr("present"),
                self.tr("Korean and English"),
                self.tr("missing"),
                self.tr("does not exist"),
                self.tr("duplicate"),
                self.tr("out of order"),
            ),
            self.tr("Arrow keys move · {read} opens · {absent}: does not exist").format(
                read=self._key("read") or "–", absent=self._key("absent") or "–"
            ),
        )
        title = self.tr("No series here")
        self.notice.say("grid", title, self.tr("Briefs whose record names a series are shown here by their numbers."))
        if len(self._runs) > 1:
            self.chosen.setItemText(0, self.tr("All series"))
        self._write()

    def _write(self) -> None:
        runs, number = self._shown(), QLocale().toString
        there, missing = (sum(run.count(state) for run in runs) for state in (SlotState.PRESENT, SlotState.MISSING))
        briefs = sum(run.briefs for run in runs)
        said = [
            self.tr("{} of {} numbers").format(number(there), number(there + missing)),
            self.tr("%n brief(s)", "", briefs).replace(str(briefs), number(briefs)),
        ]
        years = sorted(year.year for run in runs for year in run.years if year.year)
        if years:
            said.append(str(years[0]) if years[0] == years[-1] else f"{years[0]} – {years[-1]}")
        self.counts.setText(" · ".join(said))
        self.copy.setText(grouped(self.tr("Copy list of missing (%n)", "", missing), missing))
        self.copy.setIcon(worded_icon("copy", self._theme.tokens, 16))
        self.copy.setEnabled(missing > 0)
        twice = sum(slot.duplicate for run in runs for slot in run.slots)
        self._twice.setText(self.tr("%n number(s) held more than once", "", twice))
        self._foot.setVisible(twice > 0)
        letters = _letters(runs[0]) if len(runs) == 1 else ""
        self._letters.setText(letters)
        self._letters.setVisible(bool(letters))
        for part in (self._head, self._legend):
            part.setVisible(bool(self._runs))
        self._stack.setCurrentWidget(self.view if self._runs else self.notice)

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


def _letters(run: SeriesRun) -> str:
    """Return the letters that the codes of a series begin with, if all have the same: CO."""
    found = {match[0] for slot in run.slots if (match := re.match(r"[A-Z]{1,4}(?= ?\d)", slot.code))}
    return found.pop() if len(found) == 1 else ""


class _Legend(QFrame):
    """What the cells mean, and the keys."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(scaled(LEGEND))
        self.setProperty("ground", "window")
        self.setProperty("edge", "bottom")
        self._labels, self._keys = [QLabel(self) for _ in LOOKS], QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # a narrow view cuts it off
        for look, label in zip(LOOKS, self._labels, strict=True):
            row.addWidget(_Sample(theme, look, self))
            row.addWidget(label)
            row.addSpacing(6)
        row.addStretch(1)
        row.addWidget(self._keys)
        for label in (*self._labels, self._keys):
            label.setFont(font(12))
            label.setProperty("role", "secondary")

    def name(self, names: Sequence[str], keys: str) -> None:
        """Give the samples their names."""
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        self._keys.setText(keys)
        self._fit()

    def _fit(self) -> None:
        """Show the keys only where there is room for them."""
        used = sum(label.sizeHint().width() + scaled(CELL_WIDTH) + 28 for label in self._labels) + 32
        self._keys.setVisible(used + self._keys.sizeHint().width() < self.width())

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class _Sample(QWidget):
    """One cell of the legend."""

    def __init__(self, theme: Theme, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, look
        self.setFixedSize(scaled(CELL_WIDTH), scaled(CELL_HEIGHT))
        theme.changed.connect(self.update)

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_cell(painter, QRectF(self.rect()), "7", self._look, self._theme.tokens)
