"""Printing the open brief: pages drawn at the printer's leisure, in a job."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from kinu_reader.model import Progress, Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.reader.document import OpenDocument, Paint

DPI = 200
_STRIP = 200  # rows of a page given to the printer at once: Qt lets no other thread run meanwhile


def ask_printer(document: OpenDocument, current: int, then: Callable[[QPrinter], None], parent: QWidget) -> None:
    """Let a person choose a printer and pages, and call with the choice; do not wait for it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(document.pages))
    dialog.setFromTo(current, current)
    dialog.accepted.connect(lambda: then(printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setModal(True)
    dialog.show()


def print_pages(paint: Paint, document: OpenDocument, printer: QPrinter, progress: Progress) -> None:
    """Print the pages that a printer is set to, each as large as its paper lets it be.

    Raises:
        KinuError: if a page cannot be drawn.
        Cancelled: if asked to stop.
    """
    numbers = range(printer.fromPage() or 1, (printer.toPage() or len(document.pages)) + 1)
    painter = QPainter()
    for done, number in enumerate(numbers):
        progress.step(Step(done, len(numbers), document.title))
        page = document.pages[number - 1]
        wide = page.width > page.height
        printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
        if done == 0:
            painter.begin(printer)
        else:
            printer.newPage()
        drawn = paint(document, number, round(page.width / 72 * DPI), None)
        image = QImage(drawn.samples, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
        _draw(painter, image, QRectF(painter.viewport()))
    painter.end()


def _draw(painter: QPainter, image: QImage, paper: QRectF) -> None:
    """Draw a page in the middle of the paper, strip by strip."""
    scale = min(paper.width() / image.width(), paper.height() / image.height())
    left = (paper.width() - image.width() * scale) / 2
    top = (paper.height() - image.height() * scale) / 2
    for row in range(0, image.height(), _STRIP):
        strip = image.copy(0, row, image.width(), min(_STRIP, image.height() - row))
        target = QRectF(left, top + row * scale, strip.width() * scale, strip.height() * scale)
        painter.drawImage(target, strip)
        time.sleep(0)
