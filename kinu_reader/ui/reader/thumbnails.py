"""Small pictures of all pages, to see the whole and to go to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kinu_reader.ui.reader import drawing
from kinu_reader.ui.reader.pictures import Pictures, Request
from kinu_reader.ui.theme import font, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QShowEvent

    from kinu_reader.model import Page
    from kinu_reader.ui.reader.document import Night, OpenDocument, Paint
    from kinu_reader.ui.theme import Theme

LIMIT = 12 << 20  # bytes of pictures kept
_WIDTH, _HEIGHT = 104, 148  # pixels that a picture fills at most
_AROUND, _LABEL = 12, 20

Index = QModelIndex | QPersistentModelIndex


class PagesModel(QAbstractListModel):
    """The pages of the open document, each under its label."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: Sequence[Page] = ()

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Hold other pages."""
        self.beginResetModel()
        self._pages = pages
        self.endResetModel()

    def page(self, row: int) -> Page:
        """Return the page of a row."""
        return self._pages[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        page = self._pages[index.row()]
        label = page.label or str(page.number)
        if role == Qt.ItemDataRole.DisplayRole:
            return label
        return self.tr("Page {page}").format(page=label) if role == Qt.ItemDataRole.AccessibleTextRole else None


class Thumbnails(QListView):
    """A column of pages. Owns a thread that draws them, until `stop`."""

    chosen = Signal(int)  # number of a page

    def __init__(self, paint: Paint, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document: OpenDocument | None = None
        self._night = False
        self.pictures = Pictures(paint, LIMIT, self)
        self.pages = PagesModel(self)
        self.setModel(self.pages)
        self.setItemDelegate(_PageDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.pictures.arrived.connect(lambda _: self.viewport().update())
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self.viewport().update)

    def show_document(self, document: OpenDocument | None) -> None:
        """Show the pages of a document."""
        self._document = document
        self.pages.show_pages(document.pages if document else ())

    def show_page(self, number: int) -> None:
        """Mark the page that is being read."""
        if number - 1 != self.currentIndex().row():
            blocked = self.selectionModel().blockSignals(True)  # nobody has chosen it
            self.setCurrentIndex(self.pages.index(number - 1))
            self.selectionModel().blockSignals(blocked)
            self.scrollTo(self.currentIndex())
            self.viewport().update()

    def set_night(self, night: bool) -> None:
        """Show dark pages, or pages as printed."""
        self._night = night
        self.viewport().update()

    def draw_item(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        """Draw one page: its picture, or a blank sheet, over its label."""
        tokens, page = self._theme.tokens, self.pages.page(row)
        scale = min(_WIDTH / page.width, _HEIGHT / page.height)
        sheet = QRect(0, 0, round(page.width * scale), round(page.height * scale))
        frame = option.rect.adjusted(0, _AROUND, 0, -scaled(_LABEL))
        sheet.moveCenter(frame.center())
        current = row == self.currentIndex().row()
        painter.fillRect(sheet, QColor(tokens.night_page if self._night else tokens.page))
        request = self._request(row, round(sheet.width() * self.devicePixelRatioF()))
        picture = self.pictures.get(request) or self.pictures.stand_in(request)
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            drawing.draw_picture(painter, sheet, picture)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        outline = tokens.accent if current else tokens.field_border if hovered else tokens.page_outline
        painter.setPen(QPen(QColor(outline), 2 if current else 1, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        painter.setFont(font(11, semibold=current, tabular=True))
        painter.setPen(QColor(tokens.text if current else tokens.secondary))
        label = QRect(option.rect.left(), frame.bottom() + 1, option.rect.width(), scaled(_LABEL))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self.pages.data(self.pages.index(row)) or "")

    def _request(self, row: int, width: int) -> Request:
        assert self._document is not None
        tokens = self._theme.tokens
        night: Night | None = (tokens.night_ink, tokens.night_page) if self._night else None
        return Request(self._document.path, row + 1, width, night, self._document)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row() + 1)

    def _ask(self) -> None:
        """Have the pages drawn that are seen."""
        if self._document is None:
            self.pictures.want(())
            return
        height = _HEIGHT + _AROUND + scaled(_LABEL)
        first = self.verticalScrollBar().value() // height
        rows = range(first, min(first + self.viewport().height() // height + 2, self.pages.rowCount()))
        widths = [min(_WIDTH, round(_HEIGHT * page.width / page.height)) for page in map(self.pages.page, rows)]
        ratio = self.devicePixelRatioF()
        self.pictures.want([self._request(row, round(w * ratio)) for row, w in zip(rows, widths, strict=True)])

    # ---- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._ask()
        super().paintEvent(event)


class _PageDelegate(QStyledItemDelegate):
    def __init__(self, view: Thumbnails) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_WIDTH, _HEIGHT + _AROUND + scaled(_LABEL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self._view.draw_item(painter, option, index.row())
        painter.restore()
