"""References, quotations and files of many briefs or bookmarks: asked for anywhere, made here."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from kinu_reader.annotations.exporting import formats as bookmark_formats
from kinu_reader.cite import StyleUnusable, formats, paragraphs
from kinu_reader.tasks.citing import add_style, quotations, references, sequence, styles
from kinu_reader.ui.bookmarks.export_menu import COPIES
from kinu_reader.ui.citing.cite_menu import COPY
from kinu_reader.ui.citing.style_dialog import StyleDialog
from kinu_reader.ui.citing.wording import failure_sentence, style_sentence
from kinu_reader.ui.citing.writing import extension, write_bookmarks, write_references
from kinu_reader.ui.clipboard import copy_rich

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.cite import Cited, Rich, StyleInfo
    from kinu_reader.model import Bookmark
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.citing.manners import Manners
    from kinu_reader.ui.citing.writing import Written
    from kinu_reader.ui.session import Session
    from kinu_reader.ui.theme import Theme

    Briefs = Callable[[Archive], Sequence[int]]  # which ones: asked in a worker thread


class Citing(QObject):
    """Copies, writes files, and lets the style be chosen."""

    said = Signal(str, str)  # a sentence, and the file or folder that it is about, "" for none
    copied = Signal()

    def __init__(self, session: Session, manners: Manners, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._manners, self._theme, self._window = session, manners, theme, window
        session.opened.connect(lambda _: session.ask(lambda _: styles(), manners.show_styles))

    # -- the style

    def choose_style(self) -> None:
        """Let the style be chosen among all."""
        dialog = StyleDialog(self._manners, self._theme, self._window)
        dialog.add_asked.connect(partial(self._add_styles, dialog))
        dialog.open()

    def _add_styles(self, dialog: StyleDialog, files: list[Path]) -> None:
        def added(both: tuple[list[StyleInfo], list[StyleInfo], str]) -> None:
            new, every, trouble = both
            self._manners.show_styles(every)
            if new:
                dialog.show_added(new[-1].id)
            dialog.say(trouble)

        self._session.ask(lambda _: _added(files), added)

    # -- briefs

    def serve(self, briefs: Briefs, what: str) -> None:
        """Do what a `CiteMenu` asks for."""
        if what == COPY:
            self.copy_references(briefs)
        else:
            self.export_references(briefs, what)

    def copy_references(self, briefs: Briefs) -> None:
        """Put the bibliography of briefs on the clipboard."""
        manner = self._manners.manner

        def done(cited: list[Cited]) -> None:
            self._copy([one.reference for one in cited])
            self.said.emit(self.tr("%n reference(s) copied", "", len(cited)), "")

        self._session.ask(lambda archive: references(archive, briefs(archive), manner), done)

    def export_references(self, briefs: Briefs, format: str = "") -> None:
        """Write briefs for another program, to a file that a person chooses; its name may choose the format as well."""
        known = {f"{one.name} (*{one.extension})": one.id for one in formats() if format in ("", one.id)}
        name, pattern = QFileDialog.getSaveFileName(
            self._window, self.tr("Export references"), self.tr("references"), ";;".join(known)
        )
        if name:
            asked = known.get(pattern, format or "ris")
            path = _ending(name, extension(asked))
            self._session.ask(lambda archive: write_references(archive, briefs(archive), asked, path), self._tell)

    # -- bookmarks

    def copy_sequence(self, bookmarks: Sequence[Bookmark]) -> None:
        """Put the citations of bookmarks on the clipboard, in this order and each knowing those before it."""
        manner = self._manners.manner

        def done(cited: list[Cited]) -> None:
            self._copy([one.in_text for one in cited])
            self.said.emit(self.tr("%n citation(s) copied", "", len(cited)), "")

        self._session.ask(lambda archive: sequence(archive, bookmarks, manner), done)

    def copy_quotes(self, bookmarks: Sequence[Bookmark]) -> None:
        """Put the words of bookmarks with their citations on the clipboard."""
        manner = self._manners.manner

        def done(quotes: list[Rich]) -> None:
            self._copy(quotes)
            self.said.emit(self.tr("%n quotation(s) copied", "", len(quotes)), "")

        self._session.ask(lambda archive: quotations(archive, bookmarks, manner), done)

    def export_bookmarks(self, bookmarks: Sequence[Bookmark], format: str) -> None:
        """Write bookmarks to a file or folder that a person chooses."""
        manner, path = self._manners.manner, self._ask_place(format)
        if path is not None and bookmarks:
            self._session.run(
                lambda archive, progress: write_bookmarks(archive, bookmarks, format, path, manner, progress),
                self._tell,
            )

    def _ask_place(self, format: str) -> Path | None:
        title = self.tr("Export bookmarks")
        if format == COPIES:
            folder = QFileDialog.getExistingDirectory(self._window, self.tr("Folder for the copies"))
            return Path(folder) if folder else None
        ending = extension(format)
        names = {one.id: one.name for one in bookmark_formats()}
        pattern = f"{names.get(format, ending[1:].upper())} (*{ending})"
        name, _ = QFileDialog.getSaveFileName(self._window, title, self.tr("bookmarks") + ending, pattern)
        return _ending(name, ending) if name else None

    # -- what became of it

    def _copy(self, parts: Sequence[Rich]) -> None:
        if parts:
            copy_rich(paragraphs(parts))
            self.copied.emit()

    def _tell(self, written: Written) -> None:
        if written.failure is not None:
            self.said.emit(failure_sentence(written), "")
        else:
            done = self._say_copies(written) if written.copies else self.tr("Written to {}").format(written.path)
            self.said.emit(done, str(written.path))

    def _say_copies(self, written: Written) -> str:
        made = sum(copy.failure is None for copy in written.copies)
        astray = sum(len(copy.without_page) for copy in written.copies)
        said = [self.tr("%n marked copies written to {}", "", made).format(written.path)]
        if failed := len(written.copies) - made:
            said.append(self.tr("%n brief(s) cannot be copied", "", failed))
        if astray:
            said.append(self.tr("%n bookmark(s) found no page", "", astray))
        return " · ".join(said)


def _added(files: Sequence[Path]) -> tuple[list[StyleInfo], list[StyleInfo], str]:
    """Keep styles; return the new ones, all there are now, and why others were not taken."""
    new, refused = [], []
    for file in files:
        try:
            new.append(add_style(file))
        except (StyleUnusable, OSError) as error:
            refused.append(style_sentence(file, error))
    return new, styles(), "\n".join(refused)


def _ending(name: str, ending: str) -> Path:
    """Return the file a person named, with the ending of its format if it has none of its own."""
    path = Path(name)
    return path if path.suffix else path.with_name(f"{path.name}{ending}")
