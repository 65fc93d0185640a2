"""The pages of a document as they are seen: their pictures, what is marked on them, and what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from kinu_reader import extract
from kinu_reader.ui.reader import drawing, layout
from kinu_reader.ui.reader.caret import CaretKeys, caret_box
from kinu_reader.ui.reader.marks import Marks
from kinu_reader.ui.reader.pictures import Request
from kinu_reader.ui.reader.pointer import Pointer
from kinu_reader.ui.reader.scrolling import PageScroll
from kinu_reader.ui.reader.selection import Selection
from kinu_reader.ui.reader.strip import HitStrip
from kinu_reader.ui.theme import DARK, LIGHT, font

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPaintEvent

    from kinu_reader.ui.reader.document import Night, OpenDocument, PlacedBookmark, PlacedHit
    from kinu_reader.ui.reader.layout import Rect
    from kinu_reader.ui.reader.pictures import Pictures
    from kinu_reader.ui.theme import Theme

_PATIENCE = 400  # ms before a blank page says that it is being drawn
_MOST_PIXELS = 12_000_000  # of a picture; beyond, it is drawn smaller and stretched
_UNDER_LINE = 4  # pixels below a line at which its bookmark is still meant


class PageView(PageScroll):
    """Paints what `Pictures` has and asks for what is missing."""

    bookmark_clicked = Signal(str)  # id
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        self.strip = HitStrip(theme)
        super().__init__(self.strip, parent)
        self._theme = theme
        self._pictures = pictures
        self._hits, self._found, self._bookmarks = Marks(), Marks(), Marks()
        self._current, self._current_found = -1, -1
        self._ticks: list[float] = []  # where the hits are, in fractions of the height of all pages
        self._focus_shown = False
        self._night = theme.tokens.dark
        self._impatient = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._slow = False
        self.selection = Selection(self)
        self.keys = CaretKeys(self.selection, self)
        self.pointer = Pointer(self, self.selection)
        self._connect()
        self._describe()

    def _connect(self) -> None:
        self.moved.connect(self._on_moved)
        self.zoomed.connect(self._show_ticks)
        self.page_changed.connect(self._describe)
        self.selection.changed.connect(self.viewport().update)
        self.keys.moved.connect(self._reveal_caret)
        self.pointer.clicked.connect(self._on_clicked)
        self._impatient.timeout.connect(self._tell_loading)
        self._pictures.arrived.connect(self._on_arrived)
        self._theme.changed.connect(self.viewport().update)

    # ---- what is shown

    @property
    def night(self) -> bool:
        """Tell whether pages are dark."""
        return self._night

    def show_document(self, document: OpenDocument | None) -> None:
        """Show a document from its top, with nothing marked."""
        self._document = document
        self._hits, self._found, self._bookmarks = Marks(), Marks(), Marks()
        self._current, self._current_found = -1, -1
        self._page = -1  # so that even nothing is told of
        self._pictures.forget_failures()
        self.selection.open(document)
        self.keys.open(document)
        self._lay_out(self._fitting() if self._fits else self.zoom)
        self.verticalScrollBar().setValue(0)
        self._scrolled()

    def renew(self, document: OpenDocument) -> None:
        """Show the same pages where one is, with another text or other labels."""
        self._document = document
        self.selection.open(document)
        self.keys.open(document)
        self._lay_out(self.zoom)
        self._describe()
        self.page_changed.emit(self._page)

    def show_hits(self, hits: Sequence[PlacedHit]) -> None:
        """Mark these hits instead of the last ones; the same ones, which may be thousands, are marked already."""
        self._current = -1
        if hits is not self._hits.things:
            self._hits = Marks(hits)
            self._show_ticks()
        self.viewport().update()

    def show_current(self, index: int, *, jumping: bool = True) -> None:
        """Mark a hit as the current one and bring it into view with what is around it."""
        self._current = index
        self.strip.show_ticks(self._ticks, index)
        self.viewport().update()
        self._centre_on(self._hits, index, jumping=jumping)

    def show_found(self, found: Sequence[PlacedHit]) -> None:
        """Mark what was found in the brief."""
        self._found, self._current_found = Marks(found), -1
        self.viewport().update()

    def show_current_found(self, index: int) -> None:
        """Mark another place as the current one of those found, and bring it into view."""
        self._current_found = index
        self.viewport().update()
        self._centre_on(self._found, index)

    def show_bookmarks(self, bookmarks: Sequence[PlacedBookmark]) -> None:
        """Underline these bookmarks instead of the last ones."""
        self._bookmarks = Marks(bookmarks)
        self.viewport().update()

    def toggle_caret(self) -> None:
        """Show a caret that the arrow keys move, where one reads; or hide it."""
        browsing = not self.keys.browsing
        caret, seen = self._caret_rect(), self.viewport().rect().translated(self._across(), self._down())
        if browsing and not (caret and seen.contains(round(caret.x), round(caret.y))):
            first = self.caret_at(QPointF(0, 0))
            self.selection.begin(first.offset if first else 0)
        self.keys.browse(browsing)

    def walk(self, anchor: int, head: int) -> None:
        """Let the caret be at an offset of the text, what lies between it and the anchor selected, and see it."""
        self.selection.begin(anchor)
        self.selection.extend(head)
        self._reveal_caret()

    def be_walked(self, walked: bool) -> None:
        """Show, while the keys walk in the text elsewhere, that they walk here, and where."""
        self._focus_shown = walked
        self.keys.browse(walked)

    def select_all(self) -> None:
        """Select the whole text."""
        self.selection.select(0, len(self.text))

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if not self.selection.empty:
            QApplication.clipboard().setMimeData(self.selection.mime_data())

    def set_night(self, night: bool) -> None:
        """Show dark pages, or pages as printed."""
        self._night = night
        self._ask()
        self.viewport().update()

    def _centre_on(self, marks: Marks, index: int, *, jumping: bool = True) -> None:
        begin = marks.begin(index)
        if begin is not None and begin[0] <= len(self._layout.pages):
            self._centre(*begin, jumping=jumping)

    # ---- from the screen to the text and back

    def caret_at(self, at: QPointF) -> extract.Caret | None:
        """Return the place in the text that is nearest to a point of the viewport."""
        found = self._point(at)
        if found is None or self._document is None:
            return None
        number, x, y = found
        return extract.caret_at(self._document.pages[number - 1], x, y)

    def bookmark_at(self, at: QPointF) -> PlacedBookmark | None:
        """Return the bookmark at a point of the viewport."""
        for height in (0, _UNDER_LINE):
            found = self._point(at - QPointF(0, height))
            if found is not None and (index := self._bookmarks.at(*found)) >= 0:
                return cast("PlacedBookmark", self._bookmarks.things[index])
        return None

    @property
    def top(self) -> tuple[int, float]:
        """Return what is seen first: page number, and the height on it in points."""
        point = self._point(QPointF(self._middle().x(), 0))
        return (point[0], point[2]) if point else (1, 0.0)

    def height_of(self, offset: int) -> float | None:
        """Return how far below the top of the view a place in the text stands, in pixels; None if it is on no page."""
        rect = self._rect_at(offset)
        return rect.y - self._down() if rect else None

    def selected_rects(self) -> list[QRect]:
        """Return where the selection is seen, line by line, in the viewport."""
        if self._document is None:  # which goes before its layout does
            return []
        rects = [rect for index in self._visible() for rect in self._selected_on(index)]
        return [drawing.whole(rect).translated(-self._across(), -self._down()) for rect in rects]

    def _point(self, at: QPointF) -> tuple[int, float, float] | None:
        """Return the page (number) at a point of the viewport, and the point in points of that page."""
        if not self._layout.pages:
            return None
        x, y = at.x() + self._across(), at.y() + self._down()
        page = layout.page_at(self._layout, y, x)
        return page + 1, *layout.point_on(self._layout, page, x, y)

    def _selected_on(self, index: int) -> list[Rect]:
        assert self._document is not None
        return [layout.place(self._layout, index, box) for box in self.selection.boxes_on(self._document.pages[index])]

    def _caret_rect(self) -> Rect | None:
        return self._rect_at(self.selection.head)

    def _rect_at(self, offset: int) -> Rect | None:
        place = caret_box(self._document.pages, offset) if self._document else None
        return layout.place(self._layout, place[0] - 1, place[1]) if place else None

    def _reveal_caret(self) -> None:
        if (rect := self._caret_rect()) is not None:
            self._reveal(rect)
        self.viewport().update()

    def _show_ticks(self) -> None:
        self._ticks = layout.middles(self._layout, self._hits.begins())
        self.strip.show_ticks(self._ticks, self._current)

    # ---- pictures

    def _request(self, index: int) -> Request:
        assert self._document is not None
        rect = self._layout.pages[index]
        across, down = (rect.height, rect.width) if self._turn % 2 else (rect.width, rect.height)
        most = (_MOST_PIXELS * across / down) ** 0.5
        tokens = self._theme.tokens
        night: Night | None = (tokens.night_ink, tokens.night_page) if self._night else None
        width = round(min(across * self.devicePixelRatioF(), most))
        return Request(self._document.path, index + 1, width, night, self._document)

    def _ask(self) -> None:
        if self._document is None:
            self._pictures.want(())
            return
        seen = self._visible()
        reading = max(0, self._page - 1)
        near = [*sorted(seen, key=lambda index: abs(index - reading)), seen.stop, seen.start - 1]
        self._pictures.want([self._request(index) for index in near if 0 <= index < len(self._layout.pages)])
        self._slow = False
        self._impatient.start()

    def _on_arrived(self, number: int) -> None:
        if number - 1 in self._visible():
            self.viewport().update()

    def _tell_loading(self) -> None:
        self._slow = True
        self.viewport().update()

    # ---- hearing

    def _on_moved(self) -> None:
        self._ask()
        self.viewport().update()

    def _on_clicked(self, at: QPointF) -> None:
        bookmark = self.bookmark_at(at)
        if bookmark is not None:
            self.bookmark_clicked.emit(bookmark.id)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Pages"))
        if self._document is None or not self._page:
            self.setAccessibleDescription(self._hint())
            return
        page = self._document.pages[self._page - 1]
        where = self.tr("Page {page} of {pages}").format(page=page.label or page.number, pages=len(self._layout.pages))
        self.setAccessibleName(f"{self._document.title}. {where}")
        self.setAccessibleDescription(self._document.text[page.start : page.end])

    def _hint(self) -> str:
        return self.tr("Select a passage to read it here")

    # ---- painting

    def _draw(self, painter: QPainter, index: int) -> None:
        tokens = self._theme.tokens
        rect = drawing.whole(self._layout.pages[index])
        request = self._request(index)
        picture = self._pictures.get(request) or self._pictures.stand_in(request)
        ground = tokens.night_page if self._night else tokens.page
        drawing.draw_page(painter, rect, picture, ground, tokens.page_outline, self._turn)
        if picture is None:
            self._draw_missing(painter, rect, index, request)
        else:
            drawing.draw_marks(painter, self._marks_on(index), self._night)

    def _marks_on(self, index: int) -> drawing.PageMarks:
        def rects(marks: Marks, wanted: Iterable[int]) -> list[Rect]:
            return [layout.place(self._layout, index, box) for n, box in marks.on(index + 1) if n in wanted]

        def others(marks: Marks, current: int) -> set[int]:
            return {n for n, _ in marks.on(index + 1)} - {current}

        return drawing.PageMarks(
            rects(self._hits, others(self._hits, self._current)),
            rects(self._hits, {self._current}),
            rects(self._found, others(self._found, self._current_found)),
            rects(self._found, {self._current_found}),
            self._selected_on(index),
            [
                (layout.place(self._layout, index, box), cast("PlacedBookmark", self._bookmarks.things[n]).colour)
                for n, box in self._bookmarks.on(index + 1)
            ],
            self._turn,
        )

    def _draw_missing(self, painter: QPainter, rect: QRect, index: int, request: Request) -> None:
        assert self._document is not None
        label = self._document.pages[index].label or str(index + 1)
        if self._pictures.failed(request):
            words = self.tr("Page {page} cannot be drawn").format(page=label)
        elif self._slow:
            words = self.tr("Drawing page {page}…").format(page=label)
        else:
            return
        ink = (DARK if self._night else LIGHT).secondary  # a page is not of the colour of the theme
        seen = rect.intersected(self.viewport().rect().translated(self._across(), self._down()))
        drawing.draw_words(painter, seen, words, font(13), ink)

    # ---- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(tokens.backdrop))
        if self._document is None:
            drawing.draw_words(painter, self.viewport().rect(), self._hint(), font(13), tokens.secondary)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._across(), -self._down())
        for index in self._visible():
            self._draw(painter, index)
        if self.keys.browsing and (caret := self._caret_rect()) is not None:
            drawing.draw_caret(painter, caret, self._night)
        if self._focus_shown:
            painter.resetTransform()
            drawing.draw_focus(painter, self.viewport().rect(), tokens.accent)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Who came by mouse knows where they are; who came by key must see it.
        self._focus_shown = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.viewport().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._focus_shown = False
        self.viewport().update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif not self.keys.press(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._document is not None:
            self.menu_asked.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            help_event = cast("QHelpEvent", event)
            bookmark = self.bookmark_at(QPointF(help_event.pos()))
            QToolTip.showText(help_event.globalPos(), bookmark.note if bookmark else "", self.viewport())
            return True
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._ask()
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
            self.viewport().update()
        super().changeEvent(event)
