"""Pictures of pages: drawn one at a time in a thread of their own, kept within a bound of memory."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kinu_reader.ui.reader.document import Night, OpenDocument, Paint

LIMIT = 32 << 20  # bytes: about ten pages as wide as a usual view; what is seen is kept whatever it takes
_STOPPING_TAKES_AT_MOST = 5.0  # seconds; a page that takes longer is left to end with the process

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Request:
    """A picture that may be asked for; two requests for the same pixels are equal."""

    path: Path
    page: int
    width: int  # pixels
    night: Night | None
    document: OpenDocument = field(compare=False, repr=False)

    def same_page(self, other: Request) -> bool:
        """Tell whether the other shows the same, perhaps in another size."""
        return (self.path, self.page, self.night) == (other.path, other.page, other.night)


class Pictures(QObject):
    """The pictures at hand and the thread that draws the others. `stop` ends the thread; asking starts it anew."""

    arrived = Signal(int)  # the number of a page whose picture is there, or will never be

    def __init__(self, paint: Paint, limit: int = LIMIT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._limit = limit
        self._changed = threading.Condition()  # guards all that follows
        self._kept: OrderedDict[Request, QImage] = OrderedDict()
        self._failed: set[Request] = set()
        self._wanted: tuple[Request, ...] = ()
        self._thread: threading.Thread | None = None

    def want(self, requests: Sequence[Request]) -> None:
        """Ask for these, the most urgent first; what was asked for before and not drawn yet is forgotten."""
        with self._changed:
            self._wanted = tuple(requests)
            if self._next() is None:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._draw_wanted, name="page pictures", daemon=True)
                self._thread.start()
            self._changed.notify()

    def get(self, request: Request) -> QImage | None:
        """Return the picture if it is at hand."""
        with self._changed:
            if request in self._kept:
                self._kept.move_to_end(request)
            return self._kept.get(request)

    def stand_in(self, request: Request) -> QImage | None:
        """Return the same page in the size nearest to the one asked for, if any is at hand."""
        with self._changed:
            others = [other for other in self._kept if other.same_page(request)]
            nearest = min(others, key=lambda other: abs(other.width - request.width), default=None)
            return self._kept[nearest] if nearest else None

    def failed(self, request: Request) -> bool:
        """Tell whether drawing was tried and did not work."""
        with self._changed:
            return request in self._failed

    def waiting(self) -> bool:
        """Tell whether something asked for is yet to be drawn."""
        with self._changed:
            return self._next() is not None

    def forget_failures(self) -> None:
        """Let pages that could not be drawn be tried again."""
        with self._changed:
            self._failed.clear()

    def size(self) -> int:
        """Return the bytes that the pictures at hand take."""
        with self._changed:
            return sum(image.sizeInBytes() for image in self._kept.values())

    def stop(self) -> None:
        """End the thread, after the page that it is drawing; the pictures stay."""
        with self._changed:
            thread, self._thread = self._thread, None
            self._wanted = ()
            self._changed.notify()
        if thread is not None:
            thread.join(_STOPPING_TAKES_AT_MOST)

    def _draw_wanted(self) -> None:
        while (request := self._wait_for_request()) is not None:
            image = self._draw(request)
            with self._changed:
                if not self._running():
                    return
                self._keep(request, image)
            self.arrived.emit(request.page)

    def _wait_for_request(self) -> Request | None:
        with self._changed:
            self._changed.wait_for(lambda: not self._running() or self._next() is not None)
            return self._next() if self._running() else None

    def _running(self) -> bool:
        # A flag would not do: a thread that outlived its `stop` must not take up work again with its successor.
        return self._thread is threading.current_thread()

    def _next(self) -> Request | None:
        return next((each for each in self._wanted if each not in self._kept and each not in self._failed), None)

    def _draw(self, request: Request) -> QImage | None:
        try:
            drawn = self._paint(request.document, request.page, request.width, request.night)
        except Exception:
            # Whatever went wrong, it is this page alone that cannot be shown: the thread must live to draw the next.
            log.warning("page %d of %s cannot be drawn", request.page, request.path, exc_info=True)
            return None
        shared = QImage(drawn.samples, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
        # The format of the screen; converting also copies, so the bytes of the picture need not live on.
        return shared.convertToFormat(QImage.Format.Format_RGB32)

    def _keep(self, request: Request, image: QImage | None) -> None:
        if image is None or image.isNull():
            self._failed.add(request)
            return
        self._kept[request] = image
        size = sum(each.sizeInBytes() for each in self._kept.values())
        for old in [each for each in self._kept if each not in self._wanted and each != request]:
            if size <= self._limit:
                break
            size -= self._kept.pop(old).sizeInBytes()
