"""Bookmarks as lines, in the order a person wants and under the headings that go with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kinu_reader.model import Colour
from kinu_reader.ui.bookmarks.wording import colour_name, quoted, untagged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from PySide6.QtCore import QObject

    from kinu_reader.model import ArchivedBrief, Bookmark

KEPT, HEADING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
CHUNK = 100  # lines laid out at a time: more than a screen, little enough to lay out at once


class Order(StrEnum):
    """The order of bookmarks; all but the first put them under headings."""

    NEWEST = "newest"
    BRIEF = "brief"  # by brief, and as they stand in its text
    TAG = "tag"  # one with several tags stands under each of them
    COLOUR = "colour"


@dataclass(frozen=True)
class Kept:
    """A bookmark and the brief it was made in."""

    bookmark: Bookmark
    brief: ArchivedBrief

    @cached_property
    def said(self) -> str:
        """All that words are looked for in."""
        bookmark = self.bookmark
        return f"{bookmark.anchor.quote} {bookmark.note} {' '.join(bookmark.tags)} {self.brief.record.title}".casefold()


@dataclass(frozen=True)
class Heading:
    """A line above those that belong together."""

    name: str
    count: int


Line = Kept | Heading


class BookmarksModel(QAbstractListModel):
    """A line for each bookmark. Lines are given to the view as it comes near them: it lays out all that there are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Kept] = []
        self._lines: list[Line] = []
        self._places: dict[str, list[int]] = {}  # the lines of each bookmark
        self._reached = 0  # lines that the view knows of
        self._order = Order.NEWEST

    @property
    def rows(self) -> Sequence[Kept]:
        """Return what is shown, from the top down, each once."""
        return self._rows

    def show(self, kept: Sequence[Kept]) -> None:
        """Show these."""
        self.beginResetModel()
        self._lines = _lined_up(kept, self._order)
        self._places = {}
        for at, line in enumerate(self._lines):
            if isinstance(line, Kept):
                self._places.setdefault(line.bookmark.id, []).append(at)
        self._gather()
        self._reached = min(CHUNK, len(self._lines))
        self.endResetModel()

    def sort_by(self, order: Order) -> None:
        """Show them in another order from now on."""
        self._order = order
        self.show(self._rows)

    def row_of(self, id: str) -> int:
        """Return the first line of a bookmark, -1 if it is not shown."""
        return self._places.get(id, (-1,))[0]

    def reach(self, row: int) -> None:
        """Let the view know of the lines as far as this one."""
        last = min(len(self._lines), max(self._reached, row + CHUNK)) - 1
        if last >= self._reached:
            self.beginInsertRows(QModelIndex(), self._reached, last)
            self._reached = last + 1
            self.endInsertRows()

    def reach_all(self) -> None:
        """Let the view know of all lines."""
        self.reach(len(self._lines))

    def change(self, bookmarks: Collection[Bookmark]) -> None:
        """Show what some bookmarks are now, each where it stands."""
        for bookmark in bookmarks:
            for at in self._places.get(bookmark.id, ()):
                line = self._lines[at]
                if isinstance(line, Kept):
                    self._lines[at] = Kept(bookmark, line.brief)
                if at < self._reached:
                    self.dataChanged.emit(self.index(at), self.index(at))
        self._gather()

    def _gather(self) -> None:
        firsts = ((at, line) for at, line in enumerate(self._lines) if isinstance(line, Kept))
        self._rows = [line for at, line in firsts if self._places[line.bookmark.id][0] == at]

    # -- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._reached

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not parent.isValid() and self._reached < len(self._lines)

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        self.reach(self._reached)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        is_heading = index.isValid() and isinstance(self._lines[index.row()], Heading)
        return Qt.ItemFlag.NoItemFlags if is_heading else super().flags(index)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                if isinstance(line, Heading):
                    return f"{line.name} · {line.count}"
                return " · ".join(filter(None, (quoted(line.bookmark), line.bookmark.note, line.brief.record.title)))
            case Qt.ItemDataRole.UserRole:
                return line if isinstance(line, Kept) else None
        return line if role == HEADING and isinstance(line, Heading) else None


def _lined_up(kept: Sequence[Kept], order: Order) -> list[Line]:
    """Return bookmarks in an order, under its headings."""
    newest = sorted(kept, key=lambda one: one.bookmark.created, reverse=True)
    if order is Order.NEWEST:
        return list(newest)
    lines: list[Line] = []
    for (_, name), group in groupby(sorted(_named(newest, order), key=lambda named: named[0]), lambda named: named[0]):
        here = [one for _, one in group]
        lines += [Heading(name, len(here)), *here]
    return lines


def _named(kept: Sequence[Kept], order: Order) -> Iterator[tuple[tuple[tuple[Any, ...], str], Kept]]:
    """Yield each bookmark with the place and the name of its heading, once for each heading that it stands under."""
    if order is Order.TAG:
        for one in kept:
            for tag in one.bookmark.tags:
                yield ((0, tag), f"#{tag}"), one
            if not one.bookmark.tags:
                yield ((1, ""), untagged()), one
    elif order is Order.COLOUR:
        places = {colour: (at,) for at, colour in enumerate(Colour)}
        for one in kept:
            yield (places[one.bookmark.colour], colour_name(one.bookmark.colour)), one
    else:
        for one in sorted(kept, key=lambda one: one.bookmark.anchor.start):
            record = one.brief.record
            name = " · ".join(filter(None, (record.code, record.title or one.brief.file)))
            yield ((name, one.brief.id), name), one
