"""Larger or smaller text in a window that is open already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget


def resize(widgets: Iterable[QWidget], factor: float) -> None:
    """Let the fonts and heights that widgets were given grow by a factor; those that they inherit do so by themselves.

    Widgets that are made later are made in the size in force, by `theme.font` and `theme.scaled`.
    """
    for widget in widgets:
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) and widget.font().pixelSize() > 0:
            larger = widget.font()
            larger.setPixelSize(max(1, round(larger.pixelSize() * factor)))
            widget.setFont(larger)
        if 0 < widget.minimumHeight() == widget.maximumHeight():
            square = widget.minimumWidth() == widget.maximumWidth() == widget.minimumHeight()
            widget.setFixedHeight(round(widget.minimumHeight() * factor))
            if square:
                widget.setFixedWidth(widget.minimumHeight())
        if isinstance(widget, QTableView):
            rows = widget.verticalHeader()
            height = round(rows.defaultSectionSize() * factor)
            rows.setMinimumSectionSize(height)
            rows.setDefaultSectionSize(height)
        if isinstance(widget, QAbstractItemView):
            widget.scheduleDelayedItemsLayout()
