"""All styles as a list: searched by words, those liked best first, each with a star to click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kinu_reader.ui.icons import pixmap
from kinu_reader.ui.theme import font, scaled

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from kinu_reader.cite import StyleInfo
    from kinu_reader.ui.theme import Theme

STYLE, LIKED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ROW, STAR, MARGIN = 32, 16, 12  # px


class StylesModel(QAbstractListModel):
    """A row for each style that holds the words looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[tuple[StyleInfo, str]] = []  # and what is searched of it
        self._liked: Collection[str] = ()
        self._words: list[str] = []
        self._rows: list[StyleInfo] = []

    def show(self, styles: Sequence[StyleInfo], liked: Collection[str]) -> None:
        """Show these."""
        self._all = [(style, f"{style.title} {style.id}".casefold()) for style in styles]
        self._liked = liked
        self._fill()

    def narrow(self, text: str) -> None:
        """Show those that hold all these words."""
        self._words = text.casefold().split()
        self._fill()

    def row_of(self, style: str) -> int:
        """Return the row of a style, -1 if it is not shown."""
        return next((row for row, shown in enumerate(self._rows) if shown.id == style), -1)

    def _fill(self) -> None:
        self.beginResetModel()
        self._rows = [style for style, said in self._all if all(word in said for word in self._words)]
        self.endResetModel()

    # -- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        style = self._rows[index.row()]
        values = {
            Qt.ItemDataRole.DisplayRole: style.title,
            Qt.ItemDataRole.ToolTipRole: f"{style.title}\n{style.id}",
            STYLE: style.id,
            LIKED: style.id in self._liked,
        }
        return values.get(role)


class StyleList(QListView):
    """The list; a click on its star likes a style, Space does so for the current one."""

    liked = Signal(str, bool)  # a style, and whether it is liked from now on

    def __init__(self, model: StylesModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._delegate = _StyleDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def chosen(self) -> str:
        """Return the id of the current style, "" without one."""
        return self.currentIndex().data(STYLE) or ""

    def switch(self, index: QModelIndex) -> None:
        """Like a style, or no longer."""
        if index.isValid():
            self.liked.emit(index.data(STYLE), not index.data(LIKED))

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.switch(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _StyleDelegate(QStyledItemDelegate):
    """Paints a title and its star; a long title ends in dots, the whole of it is in its tooltip."""

    def __init__(self, theme: Theme, view: StyleList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, scaled(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = self._theme.tokens
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(rect, QColor(tokens.accent_soft if selected else tokens.hover))
        if index.data(LIKED) or selected or hovered:
            star = _star(rect)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(
                star.topLeft(),
                pixmap("star", tokens.accent if index.data(LIKED) else tokens.field_border, star.width(), ratio),
            )
        painter.setFont(font(13, semibold=bool(index.data(LIKED))))
        painter.setPen(QColor(tokens.text))
        room = rect.adjusted(MARGIN, 0, -scaled(STAR) - 2 * MARGIN, 0)
        shown = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        released = isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease
        if released and _star(option.rect).adjusted(-8, -8, 8, 8).contains(event.position().toPoint()):  # type: ignore[attr-defined]
            self._view.switch(model.index(index.row(), 0))
            return True
        return super().editorEvent(event, model, option, index)


def _star(rect: QRect) -> QRect:
    """Return where the star of a row is."""
    size = scaled(STAR)
    return QRect(rect.right() - MARGIN - size, rect.top() + (rect.height() - size) // 2, size, size)
