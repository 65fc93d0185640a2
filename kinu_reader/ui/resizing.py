"""Larger or smaller text in a window that is open already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QTableView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QWidget

WORDED = (QAbstractButton, QLabel, QLineEdit)  # what is of one width holds words or a sign of that width


def own_fonts(widgets: Iterable[QWidget]) -> dict[QWidget, int]:
    """Return the sizes in pixels of the fonts that widgets were given; the others inherit theirs."""
    sizes = {
        widget: widget.font().pixelSize() for widget in widgets if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)
    }
    return {widget: size for widget, size in sizes.items() if size > 0}


def resize(widgets: Iterable[QWidget], fonts: Mapping[QWidget, int], factor: float) -> None:
    """Let the fonts, heights and icons that widgets were given grow by a factor.

    `fonts` is what `own_fonts` told before the style sheet was set anew, which gives widgets the fonts of old.
    Widgets that are made later are made in the size in force, by `theme.font` and `theme.scaled`.
    """
    for widget, size in fonts.items():
        larger = widget.font()
        larger.setPixelSize(max(1, round(size * factor)))
        widget.setFont(larger)
    for widget in widgets:
        if 0 < widget.minimumHeight() == widget.maximumHeight():
            widget.setFixedHeight(round(widget.minimumHeight() * factor))
        if isinstance(widget, WORDED) and 0 < widget.minimumWidth() == widget.maximumWidth():
            widget.setFixedWidth(round(widget.minimumWidth() * factor))
        if isinstance(widget, QAbstractButton):
            widget.setIconSize(widget.iconSize() * factor)
        if isinstance(widget, QTableView):
            rows = widget.verticalHeader()
            height = round(rows.defaultSectionSize() * factor)
            rows.setMinimumSectionSize(height)
            rows.setDefaultSectionSize(height)
        if isinstance(widget, QAbstractItemView):
            widget.scheduleDelayedItemsLayout()
