"""The bar above the pages: hits, page, zoom, night, panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from kinu_reader.ui.arranging import follow
from kinu_reader.ui.icons import button_icon
from kinu_reader.ui.shown_keys import no_keys, with_key
from kinu_reader.ui.theme import font, icon_size, scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from kinu_reader.model import Page
    from kinu_reader.ui.theme import Theme

HEIGHT = 40
_BUTTON = 28
_SPACING = 2
_CLOSE = 440  # px; below, the button that fits the width is left out too (Ctrl+0 does)
_CLOSEST = 376  # px; below, the button of pages and outline (F4 does), a rule and the word for page as well
_WORDY = 460  # px, from which the place among the hits is said in words
_ROOMY = 580  # px; below, the zoom buttons are left out (keys and wheel zoom too)
_ROOMIEST = 680  # px; below, the buttons back and forward are left out as well


class Bar(QFrame):
    """The controls of the reader. It shows what it is told and says what is asked for."""

    previous_hit = Signal()
    next_hit = Signal()
    page_asked = Signal(int)  # number
    zoom_stepped = Signal(int)  # 1 or -1
    fit_asked = Signal()
    night_asked = Signal(bool)
    sidebar_asked = Signal(bool)
    details_asked = Signal(bool)
    find_asked = Signal(bool)
    outline_asked = Signal(bool)
    trail_stepped = Signal(int)  # back (-1) or forward (1)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: Sequence[Page] = ()
        self._page = 0
        self._hit = (0, 0)
        self._trail = False
        self._key: Callable[[str], str] = no_keys
        self._icons: dict[QToolButton, str] = {}
        self.sidebar = self._button("sidebar", checkable=True)
        self.outline = self._button("outline", checkable=True)
        self.back = self._button("arrow-left")
        self.forward = self._button("arrow-right")
        self.previous = self._button("chevron-left")
        self.next = self._button("chevron-right")
        self.zoom_out = self._button("zoom-out")
        self.zoom_in = self._button("zoom-in")
        self.fit = self._button("fit-width", checkable=True)
        self.night = self._button("moon", checkable=True)
        self.finder = self._button("search", checkable=True)
        self.details = self._button("panel-right", checkable=True)
        self.hit_words, self.page_prefix, self.page_suffix, self.percent = (QLabel(self) for _ in range(4))
        self.page_field = QLineEdit(self)
        self._hit_rule, self._night_rule = _rule(self), _rule(self)
        self._optional: dict[QWidget, int] = {  # what is left out of a bar narrower than so many pixels
            **dict.fromkeys((self.zoom_out, self.percent, self.zoom_in), _ROOMY),
            **dict.fromkeys((self.back, self.forward), _ROOMIEST),
            **dict.fromkeys((self.fit, self._night_rule), _CLOSE),
            **dict.fromkeys((self.outline, self._hit_rule, self.page_prefix), _CLOSEST),
        }
        self.setFixedHeight(scaled(HEIGHT))
        self.setProperty("bar", True)
        self._arrange()
        self._connect()
        self._dress()
        self._translate()
        self.show_hit(-1, 0)
        self.show_pages(())

    # ---- what is shown

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show that these pages are open."""
        self._pages = pages
        for widget in (self.page_field, self.page_suffix, self.night, self.finder):
            widget.setVisible(bool(pages))
        self._make_room()
        self._write_pages()

    def show_page(self, number: int) -> None:
        """Show which page is being read."""
        self._page = number
        if not self.page_field.hasFocus() or not self.page_field.isModified():
            self._write_page()

    def show_hit(self, index: int, count: int) -> None:
        """Show which hit is current; without hits the controls for them are hidden."""
        self._hit = (index, count)
        for widget in (self.previous, self.hit_words, self.next):
            widget.setVisible(count > 0)
        self._make_room()
        self._write_hit()

    def show_zoom(self, zoom: float, fits: bool) -> None:
        """Show the zoom and whether it follows the width."""
        self.percent.setText(f"{zoom:.0%}")
        self.fit.setChecked(fits)

    def show_night(self, night: bool) -> None:
        """Show whether pages are dark."""
        self.night.setChecked(night)

    def show_find(self, open: bool) -> None:
        """Show whether one is finding words in the brief."""
        self.finder.setChecked(open)

    def show_trail(self, back: bool, forward: bool) -> None:
        """Show whether there are places to go back and forward to."""
        self._trail = back or forward
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)
        self._make_room()

    # ---- making

    def _button(self, icon: str, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(checkable)
        button.setFixedSize(scaled(_BUTTON), scaled(_BUTTON))
        button.setIconSize(icon_size(20))
        self._icons[button] = icon
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 1)
        row.setSpacing(_SPACING)
        self.page_field.setFixedWidth(scaled(40))
        self.page_field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.percent.setFixedWidth(scaled(40))
        for label in (self.page_prefix, self.page_suffix, self.percent):
            label.setProperty("role", "secondary")
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self.sidebar, self.outline, self.back, self.forward),
            (self._hit_rule, self.previous, self.hit_words, self.next),
            (self.page_prefix, self.page_field, self.page_suffix),
            (self.zoom_out, self.percent, self.zoom_in, self.fit),
            (self._night_rule, self.night, self.finder, self.details),
        )
        for group in groups:
            if row.count() and group[0] not in (self._hit_rule, self._night_rule):
                row.addStretch(1)
            for widget in group:
                row.addWidget(widget)
        row.insertSpacing(row.indexOf(self.page_field), 4)
        row.insertSpacing(row.indexOf(self.page_suffix), 4)
        self.stops = [widget for group in groups for widget in group if isinstance(widget, QToolButton | QLineEdit)]
        follow(self.stops)

    def _connect(self) -> None:
        self.previous.clicked.connect(self.previous_hit)
        self.next.clicked.connect(self.next_hit)
        self.zoom_in.clicked.connect(lambda: self.zoom_stepped.emit(1))
        self.zoom_out.clicked.connect(lambda: self.zoom_stepped.emit(-1))
        self.fit.clicked.connect(self._ask_fit)
        self.night.clicked.connect(self.night_asked)
        self.sidebar.clicked.connect(self.sidebar_asked)
        self.details.clicked.connect(self.details_asked)
        self.finder.clicked.connect(self.find_asked)
        self.outline.clicked.connect(self.outline_asked)
        self.back.clicked.connect(lambda: self.trail_stepped.emit(-1))
        self.forward.clicked.connect(lambda: self.trail_stepped.emit(1))
        self.page_field.returnPressed.connect(self._ask_page)
        self.page_field.editingFinished.connect(self._write_page)
        self._theme.changed.connect(self._dress)

    def _ask_fit(self) -> None:
        self.fit.setChecked(True)  # a second click does not leave the width
        self.fit_asked.emit()

    def show_keys(self, key: Callable[[str], str]) -> None:
        """Show the keys of the actions beside the names of the buttons."""
        self._key = key
        self._translate()

    def _ask_page(self) -> None:
        if number := page_named(self.page_field.text(), self._pages):
            self.page_asked.emit(number)
        self._write_page()
        self.page_field.selectAll()

    # ---- wording

    def _dress(self) -> None:
        for button, name in self._icons.items():
            button.setIcon(button_icon(name, self._theme.tokens))
        for label in (self.page_prefix, self.page_suffix, self.percent, self.page_field, self.hit_words):
            label.setFont(font(13, tabular=True))

    def _translate(self) -> None:
        wording = {
            self.sidebar: (self.tr("Sidebar"), "sidebar"),
            self.previous: (self.tr("Previous hit"), "previous-hit"),
            self.next: (self.tr("Next hit"), "next-hit"),
            self.zoom_out: (self.tr("Zoom out"), "zoom-out"),
            self.zoom_in: (self.tr("Zoom in"), "zoom-in"),
            self.fit: (self.tr("Fit width"), "fit-width"),
            self.night: (self.tr("Night pages"), ""),
            self.outline: (self.tr("Pages and outline"), "pages"),
            self.finder: (self.tr("Find in brief"), "find"),
            self.back: (self.tr("Back"), "back"),
            self.forward: (self.tr("Forward"), "forward"),
            self.details: (self.tr("Details"), "details"),
        }
        for button, (name, action) in wording.items():
            button.setAccessibleName(name)
            button.setToolTip(with_key(name, self._key(action) if action else ""))
        self.page_field.setAccessibleName(self.tr("Page"))
        self.percent.setAccessibleName(self.tr("Zoom"))
        self._write_pages()
        self._write_hit()

    def _write_pages(self) -> None:
        before, _, after = self.tr("p. {page} / {pages}").partition("{page}")
        self.page_prefix.setText(before.strip())
        self.page_suffix.setText(after.format(pages=len(self._pages)).strip())
        self.page_field.setToolTip(self.tr("Type a page number or label and press Enter"))
        self._write_page()

    def _write_page(self) -> None:
        page = self._pages[self._page - 1] if 0 < self._page <= len(self._pages) else None
        self.page_field.setText((page.label or str(page.number)) if page else "")

    def _write_hit(self) -> None:
        index, count = self._hit
        number = str(index + 1) if index >= 0 else "–"
        words = (
            self.tr("hit <b>{number}</b> of {count}") if self.width() >= scaled(_WORDY) else "<b>{number}</b> / {count}"
        )
        self.hit_words.setText(words.format(number=number, count=count))

    def _make_room(self) -> None:
        for widget, needs in self._optional.items():
            wanted = {self.back: self._trail, self.forward: self._trail, self._hit_rule: self._hit[1] > 0}
            widget.setVisible(wanted.get(widget, bool(self._pages)) and self.width() >= scaled(needs))

    # ---- Qt

    def minimumSizeHint(self) -> QSize:
        left_out = sum(
            min(widget.maximumWidth(), widget.sizeHint().width()) + _SPACING
            for widget in self._optional
            if not widget.isHidden()
        )
        return super().minimumSizeHint() - QSize(left_out, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        self._write_hit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


def page_named(typed: str, pages: Sequence[Page]) -> int:
    """Return the number of the page with this printed label, else this number; 0 if there is none.

    A label comes first: who types "3" has the page in mind on which a 3 is printed.
    """
    wanted = typed.strip().casefold()
    labelled = next((page.number for page in pages if page.label.casefold() == wanted), 0)
    if labelled or not wanted.isdecimal():
        return labelled if wanted else 0
    return int(wanted) if 1 <= int(wanted) <= len(pages) else 0


def _rule(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("rule", True)
    line.setFixedSize(13, 20)
    return line
