"""Pictures of the dialogs for human eyes, all of one theme and language in a run; and nothing in them is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from kinu_reader.model import Problem, ProblemKind
from kinu_reader.tasks.editing import edit
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.interchange import match, read_records
from kinu_reader.tasks.patterns import pattern_from, set_pattern
from kinu_reader.ui.check_dialog import CheckDialog
from kinu_reader.ui.metadata_dialog import MetadataDialog
from kinu_reader.ui.watching import WatchDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000
SAME = "\n\n".join(f"Paragraph {n} is about ferry number {n * 7} and its {n} captains." for n in range(40))
TITLE = "Ferries across a Strait: A Very Long Title about the Small Boats of the Western Sea"
HEAD = f"Online Series CO 24-{{}}\n\nFebruary 20, 2024\n\n{TITLE}\n\n"
AUTHOR = "Han, Seoyul (Research Fellow, Sea Division)\n\n"
TABLE = "code,language,title,place,year\nCO 24-15,en,Their Title,Ulsan,soon\nCO 24-15,,,Jeju,\n,,Quantum Tides,,\n"
PROBLEMS = [
    Problem(ProblemKind.MISSING_FILE, "CO 24-15 · Widening the Diplomatic Horizon", detail="/home/reader/copy.pdf"),
    Problem(ProblemKind.INDEX, "17", repaired=True),
]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Take every dialog in both themes, both languages and two sizes of text; without --pictures once."""
    every = metafunc.config.getoption("--pictures")
    metafunc.parametrize("percent", [100, 150] if every else [100])
    metafunc.parametrize("language", ["en", "ko"])
    metafunc.parametrize("theme", ["light", "dark"] if every else ["light"])


def bring(archive: Archive, folder: Path, name: str, text: str) -> int:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    change = import_files(archive, [file], jobs=1)
    return (*change.added, *change.updated)[0].id


def fill(archive: Archive, folder: Path) -> int:
    """Give the dialogs something to show; return a brief that has a former version."""
    bring(archive, folder, "CO 24-78.txt", HEAD.format(78) + AUTHOR + SAME + "\n\nThe very end.")
    revised = bring(archive, folder, "CO 24-77.txt", HEAD.format(77) + AUTHOR + SAME + "\n\nThe tide runs out at noon.")
    bring(archive, folder, "CO 24-77.txt", HEAD.format(77) + AUTHOR + SAME + "\n\nThe tide runs out at midnight.")
    (english,) = archive.library.named("CO 24-15/en")
    edit(archive, [english], {"code": "CO 24-99"})
    edit(archive, [revised], {"institute": "Institute of the Sea"})
    set_pattern(archive, pattern_from(archive, revised))
    with archive.library._connections.write() as connection:
        ids = archive.library.ids()[:3]
        connection.execute("UPDATE brief SET title = 'Misread by an older profile' WHERE id IN (?, ?, ?)", ids)
    return revised


def asked(window: Window, archive: Archive, revised: int, folder: Path) -> dict[str, Callable[[], object]]:
    """Return how each dialog is asked for."""
    table = folder / "table.csv"
    table.write_text(TABLE, encoding="utf-8")
    foreign = read_records(table)
    run, relations = window.commands.run, window.relations

    def selected(act: Callable[[], object]) -> None:
        window.reader.pages.selection.select(300, 620)
        act()

    return {
        "keys": lambda: run("keys"),
        "styles": lambda: run("style"),
        "glossary": lambda: run("glossary"),
        "duplicates": lambda: run("duplicates"),
        "editions": lambda: run("editions"),
        "names": lambda: run("names"),
        "reread": lambda: run("reread"),
        "patterns": lambda: run("patterns"),
        "versions": lambda: relations.records.show_versions(revised),
        "pair": lambda: relations._ask_pair(revised),
        "tag": lambda: relations._ask_tag(revised),
        "watch": lambda: WatchDialog(window.upkeep.watching, window).open(),
        "check": lambda: CheckDialog(PROBLEMS, window).open(),
        "metadata": lambda: MetadataDialog(foreign, match(archive, foreign.records), window).open(),
        "why-not": window.searching._explain_missing,
        "quote": lambda: selected(window.quoting.copy_parts),
        "note": lambda: selected(window.reader.selecting.note),
        "settings": window.preferring.open,
    }


def cut(dialog: QDialog) -> list[str]:
    """Return the words of labels and buttons that do not fit, or do not stand in the dialog."""
    wrong = []
    for part in dialog.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QPushButton) or not part.text():
            continue
        wraps = isinstance(part, QLabel) and part.wordWrap()
        high = part.heightForWidth(part.width()) if wraps else part.minimumSizeHint().height()
        wide = 0 if wraps else part.minimumSizeHint().width()
        if part.height() < high or part.width() < wide or part.mapTo(dialog, QPoint()).x() < 0:
            wrong.append(f"{part.text()}: {part.width()} × {part.height()} of {wide} × {high}")
    return wrong


def test_dialogs(
    request: pytest.FixtureRequest,
    open_window: Callable[..., Window],
    full_shelf: Archive,
    tmp_path: Path,
    qtbot: QtBot,
    theme: str,
    language: str,
    percent: int,
) -> None:
    revised = fill(full_shelf, tmp_path)
    window = open_window(full_shelf.library.folder, theme=theme, language=language, text_size=percent)
    try:
        with qtbot.waitSignal(window.session.answered, timeout=WAIT):
            window.top.search.setText("diplomatic horizon")
        qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)
        for name, ask in asked(window, full_shelf, revised, tmp_path).items():
            dialog = shown(qtbot, window, ask)
            QApplication.processEvents()
            assert cut(dialog) == [], name
            if request.config.getoption("--pictures"):
                folder = request.path.parents[1] / "pictures"
                folder.mkdir(exist_ok=True)
                assert dialog.grab().save(str(folder / f"dialog-{name}-{theme}-{language}-{percent}.png"))
            dialog.close()
    finally:
        window._appearance.use_text_size(100)


def shown(qtbot: QtBot, window: Window, ask: Callable[[], object]) -> QDialog:
    """Ask for a dialog; return it when it is seen and all that was asked for it is there."""

    def seen() -> list[QDialog]:
        return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]

    qtbot.waitUntil(lambda: not seen(), timeout=WAIT)
    ask()
    qtbot.waitUntil(lambda: bool(seen()), timeout=WAIT)
    QApplication.processEvents()
    answered: list[bool] = []
    window.session.ask(lambda archive: True, answered.append)  # behind what the dialog asked for
    qtbot.waitUntil(lambda: bool(answered), timeout=WAIT)
    return seen()[0]
