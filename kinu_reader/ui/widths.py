"""What the window does where it is narrow: the sidebar becomes a column of icons, the details a drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QWidget

from kinu_reader.ui.sidebar import FOLDED
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from kinu_reader.ui.window import Window

NARROW, DRAWER, SIDEBAR = 1100, 300, 192  # px of 100 % text


class Widths(QObject):
    """Follows the width of a window. The drawer lies over the reader, and is closed until it is asked for."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._side = window, window.panes.side
        self._stead = QWidget()  # stands in the panes for the drawer
        self._wanted = True  # whether there are details beside the reader in a wide window
        self._text = scaled(SIDEBAR)  # by which is seen whether text has grown
        self.narrow = False
        for watched in (window, window.panes, self._side):
            watched.installEventFilter(self)
        window.destroyed.connect(self._stead.deleteLater)

    @property
    def wants_details(self) -> bool:
        """Whether details are to be there in a wide window."""
        return self._wanted if self.narrow else not self._side.isHidden()

    def want_details(self, wanted: bool) -> None:
        """Show details beside the reader, or do so as soon as the window is wide enough."""
        self._wanted = wanted
        self._window.show_details(wanted and not self.narrow)

    def fit(self) -> None:
        """Arrange the window for the width and the text that it has now."""
        narrow = self._window.width() < scaled(NARROW)
        if narrow != self.narrow:
            (self._make_narrow if narrow else self._make_wide)()
            self._window.panes.forget_sizes()
        if self._text != scaled(SIDEBAR):
            self._text = scaled(SIDEBAR)
            self._window.share_panes()
        self._place()

    def _make_narrow(self) -> None:
        self._wanted, self.narrow = not self._side.isHidden(), True
        self._window.sidebar.fold(True)
        self.share_room()
        panes = self._window.panes
        panes.replaceWidget(panes.indexOf(self._side), self._stead)
        self._stead.hide()
        self._side.setParent(panes.parentWidget())
        self._dress_side(drawer=True)
        self._window.show_details(False)

    def _make_wide(self) -> None:
        self.narrow = False
        window, panes = self._window, self._window.panes
        window.sidebar.fold(False)
        self.share_room()
        panes.replaceWidget(panes.indexOf(self._stead), self._side)
        self._stead.setParent(None)
        self._dress_side(drawer=False)
        window.show_details(self._wanted)
        window.share_panes()

    def share_room(self) -> None:
        """Give the sidebar its usual width."""
        sidebar = FOLDED if self.narrow else scaled(SIDEBAR)
        self._window.halves.setSizes([sidebar, self._window.width() - sidebar])

    def _dress_side(self, *, drawer: bool) -> None:
        self._side.setProperty("drawer", drawer)
        self._side.style().unpolish(self._side)
        self._side.style().polish(self._side)

    def _place(self) -> None:
        """Lay the drawer over the right end of the panes."""
        if self.narrow:
            room = self._window.panes.geometry()
            width = min(scaled(DRAWER), room.width())
            self._side.setGeometry(QRect(room.right() + 1 - width, room.top(), width, room.height()))
            self._side.raise_()

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window and kind in (QEvent.Type.Resize, QEvent.Type.ApplicationFontChange):
            self.fit()
        elif watched is self._side and kind is QEvent.Type.KeyPress:
            return self._on_key(cast("QKeyEvent", event))
        elif kind in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Close the drawer on Esc, if nothing in it had a use for that."""
        closing = self.narrow and event.key() == Qt.Key.Key_Escape
        if closing:
            self._window.show_details(False)
            self._window.reader.setFocus(Qt.FocusReason.OtherFocusReason)
        return closing
