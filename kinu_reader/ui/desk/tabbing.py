"""Tabs over one reader: whoever goes to another takes the reader along, which shows what was open there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kinu_reader.ui.desk.open_briefs import OpenBriefs, Tab

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinu_reader.model import ArchivedBrief
    from kinu_reader.tasks.reading import OpenBrief
    from kinu_reader.ui.desk.tab_bar import TabBar
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.reading import Reading
    from kinu_reader.ui.results.model import Row
    from kinu_reader.ui.session import Session


class Tabbing(QObject):
    """The tabs of the window. The list, and whatever else leads to a brief, reads in the current one."""

    def __init__(self, session: Session, reading: Reading, reader: Reader, bar: TabBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._reading, self._reader, self._bar = session, reading, reader, bar
        self.briefs = OpenBriefs()
        reading.opened.connect(self._on_opened)
        reading.gone.connect(self._on_gone)
        session.edited.connect(lambda brief: self._name({brief.id: brief}))
        bar.chosen.connect(self.go_to)
        bar.closed.connect(self.close)
        bar.moved.connect(lambda at, to: self.briefs.move(at, to))

    def put_aside(self) -> OpenBriefs:
        """Note where one stands in the tab that is read; return the tabs."""
        document = self._reader.document
        if document is not None and document.brief == self.briefs.tab.brief:
            self.briefs.change(at=self._reader.pages.standing)
        return self.briefs

    def restore(self, briefs: OpenBriefs) -> None:
        """Show these tabs; what the current one holds is shown when the reader is asked to `stay`."""
        self.briefs = briefs
        tab = briefs.tab
        self._reader.pages.use_trail(tab.trail)
        if tab.brief:
            self._reading.intend(tab.brief, tab.at)
        self._show()
        ids = [each.brief for each in briefs.tabs if each.brief]

        def known(found: Mapping[int, ArchivedBrief]) -> None:
            if self.briefs is briefs:
                briefs.drop(set(ids) - found.keys())
                self._name(found)

        self._session.ask(lambda archive: archive.library.briefs(ids), known)

    # -- what a person asks for

    def open(self, row: Row) -> None:
        """Read a row of the results in a new tab."""
        if row.answer is not None:
            self._add()
            self._reading.read(row, jump=False)

    def open_brief(self, brief: int) -> None:
        """Read a brief in a new tab."""
        self._add()
        self._reading.read_at(brief, jump=False)

    def go_to(self, at: int) -> None:
        """Read in another tab."""
        if at != self.briefs.current:
            self.put_aside()
            self.briefs.current = at
            self._read()

    def step(self, direction: int) -> None:
        """Read in the next (1) or previous (-1) tab, round and round."""
        self.go_to((self.briefs.current + direction) % len(self.briefs.tabs))

    def close(self, at: int | None = None) -> None:
        """Close a tab, or the one that is read; the last one stays."""
        if self.put_aside().close(self.briefs.current if at is None else at):
            self._read()
        else:
            self._show()

    def reopen(self) -> None:
        """Open the tab closed last again."""
        if self.put_aside().reopen():
            self._read()

    # -- one reader for all

    def _add(self) -> None:
        self.put_aside().add(Tab())
        self._reader.pages.use_trail(self.briefs.tab.trail)

    def _read(self) -> None:
        tab = self.briefs.tab
        self._reader.pages.use_trail(tab.trail)
        self._reading.resume(tab.brief, tab.at)
        self._show()

    def _show(self) -> None:
        self._bar.show_tabs(self.briefs.tabs, self.briefs.current)

    def _on_opened(self, opened: OpenBrief) -> None:
        self.briefs.change(brief=opened.brief.id)
        self._name({opened.brief.id: opened.brief})

    def _name(self, known: Mapping[int, ArchivedBrief]) -> None:
        """Show what these briefs are called."""
        for id, brief in known.items():
            self.briefs.name(id, brief.record.code or "", brief.record.title or brief.file)
        self._show()

    def _on_gone(self, brief: int) -> None:
        """Close the tab of a brief that the archive no longer has."""
        if brief == self.briefs.tab.brief:
            self.close()
