"""Watched folders: listens for changes, looks when something may be new, and has it brought in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from kinu_reader.tasks.watching import Watch, keep, new_files, take, watched
from kinu_reader.ui.arranging import give_room

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import Change
    from kinu_reader.ui.session import Session

SOON_MS = 2_000  # between two looks that must agree before a file is taken for complete
ALWAYS_MS = 60_000  # between looks where no change is heard of: drives of other machines tell none
LISTENED_MOST = 500  # folders; a system can listen to so many only, and the rest is looked at now and then


class Watching(QObject):
    """Watches folders for the open archive."""

    noticed = Signal(str)  # a folder is missing
    changed = Signal(Watch)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.watch = Watch()
        self._busy = True  # until an archive is open
        self._listener = QFileSystemWatcher(self)
        self._soon, self._always = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._always.setInterval(ALWAYS_MS)
        self._listener.directoryChanged.connect(lambda _: self._soon.start())
        self._soon.timeout.connect(self.look)
        self._always.timeout.connect(self.look)
        session.opened.connect(self._on_opened)
        session.troubled.connect(self._on_trouble)

    def choose(self, folders: Sequence[Path]) -> None:
        """Watch these folders from now on."""
        before = self.watch
        self.watch = Watch(tuple(folders), before.taken, before.seen)
        self._keep()
        self._rest()
        self.look()

    def look(self) -> None:
        """Look for new files, unless that is being done."""
        if not self._busy and self.watch.folders:
            self._busy = True
            watch = self.watch
            self._session.ask(lambda archive: new_files(archive, watch), self._on_looked)

    def _on_opened(self) -> None:
        self._busy, self.watch = True, Watch()
        self._rest()
        self._session.ask(watched, self._on_known)

    def _on_known(self, watch: Watch) -> None:
        self._busy, self.watch = False, watch
        self._rest()
        self._soon.start()  # not at once: a window that opens has other things to do

    def _on_trouble(self) -> None:
        """Look again a minute later: the archive may be locked just now."""
        self._busy = False

    def _on_looked(self, found: tuple[tuple[Path, ...], Watch]) -> None:
        new, watch = found
        self._busy = False
        if watch.folders != self.watch.folders:  # others were chosen meanwhile
            self.look()
            return
        if new_missing := set(watch.missing) - set(self.watch.missing):
            said = self.tr("A watched folder is not there: {}")
            self.noticed.emit(said.format(", ".join(map(str, sorted(new_missing)))))
        self.watch = watch
        self._listen()
        self.changed.emit(watch)
        if new:
            self._busy = True
            self._session.import_quietly(new, lambda change: self._on_imported(new, change))
        elif watch.seen:
            self._soon.start()

    def _on_imported(self, files: Sequence[Path], change: Change) -> None:
        if change.cancelled:  # whoever stops it does not want it at once again; at the next start it is tried anew
            return
        self._busy = False
        self.watch = take(self.watch, files)
        self._keep()
        self._soon.start()

    def _keep(self) -> None:
        watch = self.watch
        self._session.ask(lambda archive: keep(archive, watch), lambda _: None)

    def _listen(self) -> None:
        wanted = {str(folder) for folder in (*self.watch.folders, *self.watch.below)[:LISTENED_MOST] if folder.is_dir()}
        heard = set(self._listener.directories())
        if old := heard - wanted:
            self._listener.removePaths(sorted(old))
        if new := wanted - heard:
            self._listener.addPaths(sorted(new))

    def _rest(self) -> None:
        """Listen to nothing, and look now and then only if there is anything to look at."""
        self._soon.stop()
        if heard := self._listener.directories():
            self._listener.removePaths(heard)
        (self._always.start if self.watch.folders else self._always.stop)()


class WatchDialog(QDialog):
    """The watched folders: added, taken off, and which are not there."""

    def __init__(self, watching: Watching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        give_room(self, QSize(560, 320))
        self._watching = watching
        self._help, self.list = QLabel(self), QListWidget(self)
        self._none = QLabel(self.list)
        self._none.setProperty("role", "secondary")
        QVBoxLayout(self.list.viewport()).addWidget(self._none, 0, Qt.AlignmentFlag.AlignCenter)
        self._help.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setProperty("paragraphs", True)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.add_button, self.remove_button = QPushButton(self), QPushButton(self)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        row.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._help)
        column.addWidget(self.list)
        column.addLayout(row)
        self.list.itemSelectionChanged.connect(self._on_selection)
        watching.changed.connect(self._show)
        self._translate()

    def _show(self) -> None:
        chosen = self._chosen()
        self.list.clear()
        for folder in self._watching.watch.folders:
            missing = folder in self._watching.watch.missing
            item = QListWidgetItem(self.tr("{} (not there now)").format(folder) if missing else str(folder), self.list)
            item.setData(Qt.ItemDataRole.UserRole, str(folder))
            item.setSelected(str(folder) in chosen)
        self._none.setVisible(not self.list.count())
        self._on_selection()

    def _chosen(self) -> list[str]:
        return [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]

    def _on_selection(self) -> None:
        self.remove_button.setEnabled(bool(self._chosen()))

    def _add(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder to watch"))
        if folder:
            self._watching.choose(list(dict.fromkeys((*self._watching.watch.folders, Path(folder)))))
            self._show()

    def _remove(self) -> None:
        chosen = self._chosen()
        self._watching.choose([folder for folder in self._watching.watch.folders if str(folder) not in chosen])
        self._show()

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Watched folders"))
        self._help.setText(
            self.tr(
                "New briefs in these folders come into this archive by themselves while Kinu Reader runs. "
                "The files stay where they are."
            )
        )
        self.list.setAccessibleName(self.tr("Watched folders"))
        self._none.setText(self.tr("No folder is watched yet."))
        self.add_button.setText(self.tr("Add a folder…"))
        self.remove_button.setText(self.tr("Watch no longer"))
        self._show()

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)
