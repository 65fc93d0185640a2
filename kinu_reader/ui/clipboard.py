"""Text with italics on the clipboard, in the three forms that word processors take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from kinu_reader.cite import Rich


def copy_rich(rich: Rich) -> None:
    """Put a text on the clipboard: plain, HTML and RTF."""
    QApplication.clipboard().setMimeData(rich_data(rich))


def rich_data(rich: Rich) -> QMimeData:
    """Return a text as it is copied or dragged."""
    data = QMimeData()
    data.setText(rich.text)
    data.setHtml(rich.html)
    data.setData("text/rtf", QByteArray(rich.rtf.encode("ascii")))
    return data
