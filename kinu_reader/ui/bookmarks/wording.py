"""What is said of a bookmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from kinu_reader.model import BookmarkKind, Colour

if TYPE_CHECKING:
    from kinu_reader.model import Bookmark

translate = QCoreApplication.translate


def quoted(bookmark: Bookmark) -> str:
    """Return the words kept, or what was kept in place of words."""
    match bookmark.kind:
        case BookmarkKind.BRIEF:
            return translate("Bookmark", "The whole brief")
        case BookmarkKind.PAGE:
            return translate("Bookmark", "The whole page")
        case BookmarkKind.AREA:
            return translate("Bookmark", "A part of the page")
    return f"“{' '.join(bookmark.anchor.quote.split())}”"


def place(bookmark: Bookmark) -> str:
    """Return the printed page or pages; nothing for a whole brief, or where pages are our own."""
    anchor = bookmark.anchor
    if bookmark.kind is BookmarkKind.BRIEF or not anchor.page_label:
        return ""
    last = anchor.boxes[-1][0] - anchor.page if anchor.boxes else 0
    said = translate("Bookmark", "p. {}").format(anchor.page_label)
    return f"{said}→" if last > 0 else said


def colour_name(colour: Colour) -> str:
    """Return the name of a colour."""
    match colour:
        case Colour.AMBER:
            return translate("Bookmark", "amber")
        case Colour.GREEN:
            return translate("Bookmark", "green")
        case Colour.BLUE:
            return translate("Bookmark", "blue")
        case Colour.ROSE:
            return translate("Bookmark", "rose")


def moment(created: str) -> str:
    """Return when a bookmark was made, as short as it can be said today."""
    made = QDateTime.fromString(created, Qt.DateFormat.ISODate).toLocalTime()
    days = made.daysTo(QDateTime.currentDateTime())
    if days == 0:
        return translate("Bookmark", "today {}").format(made.toString("HH:mm"))
    if days == 1:
        return translate("Bookmark", "yesterday")
    return QLocale().toString(made.date(), "MM-dd" if days < 300 else "yyyy-MM-dd")


def untagged() -> str:
    """Return the heading above bookmarks without a tag."""
    return translate("Bookmark", "without a tag")
