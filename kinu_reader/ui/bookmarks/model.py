"""Bookmarks as lines, in the order a person wants and under the headings that go with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kinu_reader.model import Colour
from kinu_reader.ui.bookmarks.wording import colour_name, quoted, untagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
    said: str  # all that words are looked for in, without regard to case

    @classmethod
    def of(cls, bookmark: Bookmark, brief: ArchivedBrief) -> Kept:
        """Return a bookmark ready to be looked for; 10,000 of them are made in a worker thread."""
        said = f"{bookmark.anchor.quote} {bookmark.note} {' '.join(bookmark.tags)} {brief.record.title}"
        return cls(bookmark, brief, said.casefold())

    def become(self, bookmark: Bookmark) -> Kept:
        """Return what this is now that its bookmark has changed; most often its words have not."""
        words = (bookmark.anchor.quote, bookmark.note, bookmark.tags)
        old = self.bookmark
        if words == (old.anchor.quote, old.note, old.tags):
            return Kept(bookmark, self.brief, self.said)
        return Kept.of(bookmark, self.brief)


@dataclass(frozen=True)
class Heading:
    """A line above those that belong together."""

    name: str
    count: int


Line = Kept | Heading
K = TypeVar("K")


class BookmarksModel(QAbstractListModel):
    """A line for each bookmark. Lines are given to the view as it comes near them: it lays out all that there are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Kept] = []
        self._lines: list[Line] = []
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
        self._gather()
        self._reached = min(CHUNK, len(self._lines))
        self.endResetModel()

    def sort_by(self, order: Order) -> None:
        """Show what comes next in another order."""
        self._order = order

    def row_of(self, id: str) -> int:
        """Return the first line of a bookmark, -1 if it is not shown."""
        found = (at for at, line in enumerate(self._lines) if isinstance(line, Kept) and line.bookmark.id == id)
        return next(found, -1)

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

    def change(self, changed: Mapping[str, Kept]) -> None:
        """Show what some bookmarks are now, by their ids, each where it stands."""
        touched = []
        for at, line in enumerate(self._lines):
            if isinstance(line, Kept) and (kept := changed.get(line.bookmark.id)) is not None:
                self._lines[at] = kept
                touched.append(at)
        if touched and touched[0] < self._reached:
            last = min(touched[-1], self._reached - 1)
            self.dataChanged.emit(self.index(touched[0]), self.index(last))
        self._gather()

    def between(self, first: int, last: int) -> list[Kept]:
        """Return the bookmarks from one line to another, both included."""
        return [line for line in self._lines[first : last + 1] if isinstance(line, Kept)]

    def _gather(self) -> None:
        """Take each bookmark once, where it first stands."""
        kept = self.between(0, len(self._lines))
        self._rows = list({one.bookmark.id: one for one in kept}.values()) if self._order is Order.TAG else kept

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
    newest = sorted(kept, key=attrgetter("bookmark.created"), reverse=True)
    match order:
        case Order.NEWEST:
            return list(newest)
        case Order.TAG:
            by_tag = _grouped((tag, one) for one in newest for tag in one.bookmark.tags or ("",))
            tags = sorted(by_tag, key=lambda tag: (not tag, tag))
            return _headed((f"#{tag}" if tag else untagged(), by_tag[tag]) for tag in tags)
        case Order.COLOUR:
            by_colour = _grouped((one.bookmark.colour, one) for one in newest)
            return _headed((colour_name(colour), by_colour[colour]) for colour in Colour if colour in by_colour)
    by_brief = _grouped((one.brief.id, one) for one in sorted(newest, key=attrgetter("bookmark.anchor.start")))
    names = {id: _name(here[0].brief) for id, here in by_brief.items()}
    return _headed((names[id], by_brief[id]) for id in sorted(by_brief, key=lambda id: (names[id], id)))


def _grouped(named: Iterable[tuple[K, Kept]]) -> dict[K, list[Kept]]:
    groups: dict[K, list[Kept]] = {}
    for name, one in named:
        groups.setdefault(name, []).append(one)
    return groups


def _headed(groups: Iterable[tuple[str, list[Kept]]]) -> list[Line]:
    lines: list[Line] = []
    for name, here in groups:
        lines += [Heading(name, len(here)), *here]
    return lines


def _name(brief: ArchivedBrief) -> str:
    return " · ".join(filter(None, (brief.record.code, brief.record.title or brief.file)))
