"""What can be done with the references of briefs: copied, or written for another program."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QMenu

from kinu_reader.cite import formats

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

COPY = ""  # in place of the id of a format


class CiteMenu(QMenu):
    """Copy, or a format; the list of formats is that of `cite`."""

    asked = Signal(str)  # COPY, or the id of a format

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translate()

    def _translate(self) -> None:
        self.clear()
        self.setTitle(self.tr("References"))
        self.addAction(self.tr("Copy references"), partial(self.asked.emit, COPY))
        self.addSeparator()
        for format in formats():
            title = self.tr("Export as {}…").format(format.name)
            self.addAction(f"{title}\t{format.extension}", partial(self.asked.emit, format.id))

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)
