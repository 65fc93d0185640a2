"""Pictures of the window for human eyes: `pytest --pictures tests/ui/test_pictures.py` saves them to tests/pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication

from kinu_reader.model import Colour, Failure, FailureKind, Step
from kinu_reader.tasks.bookmarking import keep
from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

FOLDER = Path(__file__).parents[1] / "pictures"
WAIT = 20_000
SIZES = [(1440, 900), (1280, 800), (2560, 1440)]
SCENES: dict[str, str | None] = {  # what is typed; None: no archive
    "first-start": None,
    "all": "",
    "results": "diplomatic horizon",
    "korean": "통일정책",
    "partial": "humanitarian zeppelin",
    "text-brief": "rails before trains",
    "nothing": "qqqqzzzz",
    "importing": "unification",
    "table": "",
    "series": "",
    "bookmarks": "diplomatic horizon",
    "review": "",
    "settings": "",
    "palette": "horizon",
    "beside": "diplomatic horizon",
    "selection": "diplomatic horizon",
}
ROWS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
FAILURES = [Failure("/briefs/CO14-21.pdf", FailureKind.UNREADABLE), Failure("/briefs/b.pdf", FailureKind.ENCRYPTED)]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Take every scene in both themes, both languages and three sizes; without --pictures each scene once."""
    every = metafunc.config.getoption("--pictures")
    metafunc.parametrize("size", SIZES if every else SIZES[:1], ids=lambda size: str(size[0]))
    metafunc.parametrize("language", ["en", "ko"] if every else ["en"])
    metafunc.parametrize("theme", ["light", "dark"] if every else ["light"])
    metafunc.parametrize("scene", SCENES)


def _keep_some(archive: Archive) -> None:
    """Keep words of several briefs, in all colours."""
    notes = ("", "Compare with the Korean edition.", "반론으로 쓸 수 있음 — 4장.", "")
    for n, id in enumerate(archive.library.ids()[:8]):
        passage = archive.library.passages(id)[4]
        colour, tags = list(Colour)[n % 4], ("horizon", "chapter 2")[: n % 3]
        keep(
            archive,
            id,
            passage.start,
            min(passage.start + 140, passage.end),
            colour=colour,
            note=notes[n % 4],
            tags=tags,
        )


def _rest(window: Window, qtbot: QtBot) -> None:
    """Wait until the brief that the line chosen belongs to is read, with its pages drawn and its details there."""
    answered: list[bool] = []
    window.session.ask(lambda archive: True, answered.append)
    qtbot.waitUntil(lambda: bool(answered), timeout=WAIT)
    qtbot.waitUntil(lambda: not window.reader._pictures.waiting(), timeout=WAIT)


def test_picture(
    request: pytest.FixtureRequest,
    open_window: Callable[..., Window],
    full_shelf: Archive,
    qtbot: QtBot,
    scene: str,
    theme: str,
    language: str,
    size: tuple[int, int],
) -> None:
    text = SCENES[scene]
    folder = None if text is None else full_shelf.library.folder
    window = open_window(folder, theme=theme, language=language)
    window.resize(*size)
    if text:
        with qtbot.waitSignal(window.session.answered, timeout=WAIT):
            window.top.search.setText(text)
    if text is not None:
        qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)
        qtbot.waitUntil(lambda: not window.reader._pictures.waiting(), timeout=WAIT)
    if scene == "table":
        window.places.go(Place.TABLE)
        qtbot.waitUntil(lambda: window.places.briefs.rows.rowCount() > 0, timeout=WAIT)
        for row in (1, 2, 3):
            window.places.briefs.table.selectionModel().select(window.places.briefs.rows.index(row, 0), ROWS)
    if scene == "series":
        window.places.go(Place.SERIES)
        qtbot.waitUntil(lambda: bool(window.places.series._runs), timeout=WAIT)
    if scene == "bookmarks":
        _keep_some(full_shelf)
        window.places.go(Place.BOOKMARKS)
        qtbot.waitUntil(lambda: window.places.bookmarks.rows.rowCount() > 3, timeout=WAIT)
        qtbot.waitUntil(lambda: bool(window.places.kept.cite.note.text()), timeout=WAIT)
        _rest(window, qtbot)
    if scene == "review":
        window.places.go(Place.REVIEW)
        qtbot.waitUntil(lambda: window.places.review.rows.rowCount() > 0, timeout=WAIT)
        _rest(window, qtbot)
    if scene == "settings":
        window.preferring.open()
    if scene == "palette":
        window.find_command()
        window.palette_pane.field.setText({"en": "bookmark", "ko": "북마크"}[language])
    if scene == "beside":
        window.desk.beside.toggle()
        qtbot.waitUntil(lambda: window.desk.beside.brief > 0, timeout=WAIT)
        qtbot.waitUntil(lambda: not window.desk.beside._second.reader._pictures.waiting(), timeout=WAIT)  # type: ignore[union-attr]
    if scene == "selection":
        window.reader.go_to_page(1)
        window.reader.pages.selection.select(300, 420)
        qtbot.waitUntil(lambda: window.reader.selection[1] > 0, timeout=WAIT)
    if scene == "importing":
        window.work.show_failures(FAILURES)
        window.work.start(Step(412, 960, "CO19-08_border_region.pdf", 2))
    shown = window.preferring.page if scene == "settings" else window
    assert shown is not None
    QApplication.processEvents()  # what was said last is laid out
    picture = shown.grab()
    assert shown is not window or (picture.width(), picture.height()) == size
    if request.config.getoption("--pictures"):
        FOLDER.mkdir(exist_ok=True)
        assert picture.save(str(FOLDER / f"{scene}-{theme}-{language}-{size[0]}.png"))
