"""The style chosen among all, what goes with it, and where it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from kinu_reader.cite import StyleInfo
from kinu_reader.settings import Settings
from kinu_reader.tasks.citing import Mixed
from kinu_reader.ui.appearance import Appearance
from kinu_reader.ui.citing import Manners
from kinu_reader.ui.citing.style_dialog import StyleDialog
from kinu_reader.ui.citing.style_list import ROW, StylesModel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.theme import Theme
    from kinu_reader.ui.window import Window

WAIT = 20_000
STYLES = [
    StyleInfo("korean-note", "한국어 각주 (Korean notes)"),
    StyleInfo("apa", "APA Style 7th edition"),
    StyleInfo("nature", "Nature"),
    StyleInfo("journal-of-peace", "Journal of Peace Research with a title that is much too long for any box"),
]


@pytest.fixture
def manners(qapp: QApplication, tmp_path: Path) -> Iterator[Manners]:
    appearance = Appearance(qapp, Settings(language="en", theme="light"), tmp_path / "s.json")
    made = Manners(appearance, appearance)
    made.show_styles(STYLES)
    yield made
    appearance.deleteLater()


@pytest.fixture
def dialog(manners: Manners, theme: Theme, qtbot: QtBot) -> StyleDialog:
    made = StyleDialog(manners, theme, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def titles(dialog: StyleDialog) -> list[str]:
    return [dialog.rows.index(row).data() for row in range(dialog.rows.rowCount())]


def test_the_model_is_sound(qapp: QApplication) -> None:
    model = StylesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(STYLES, ["nature"])
    model.narrow("PEACE journal")
    assert [model.index(row).data() for row in range(model.rowCount())] == [STYLES[3].title]
    assert model.row_of("apa") == -1
    del tester


def test_the_dialog_begins_at_the_style_in_force(dialog: StyleDialog) -> None:
    assert dialog.list.chosen() == "apa"


def test_words_narrow_the_list_and_enter_chooses(dialog: StyleDialog, manners: Manners, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.field, "nat")
    assert titles(dialog) == ["Nature"]
    with qtbot.waitSignal(manners.changed):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert manners.manner.style == "nature"
    assert not dialog.isVisible()


def test_what_no_style_holds_cannot_be_used(dialog: StyleDialog, manners: Manners, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.field, "qqqq")
    assert not dialog.use.isEnabled()
    assert dialog.list.chosen() == ""


def test_a_star_puts_a_style_first_and_is_remembered(dialog: StyleDialog, manners: Manners, qtbot: QtBot) -> None:
    row = dialog.list.visualRect(dialog.rows.index(dialog.rows.row_of("nature")))
    qtbot.mouseClick(
        dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 18, row.top() + ROW // 2)
    )
    assert titles(dialog)[0] == "Nature"
    assert manners._appearance.settings.favourites == ["nature"]
    dialog.list.setCurrentIndex(dialog.rows.index(0))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert titles(dialog)[0] == STYLES[0].title


def test_a_long_title_is_told_whole(dialog: StyleDialog) -> None:
    index = dialog.rows.index(dialog.rows.row_of("journal-of-peace"))
    assert STYLES[3].title in index.data(Qt.ItemDataRole.ToolTipRole)


def test_korean_rules_and_straight_marks_are_settings(dialog: StyleDialog, manners: Manners, qtbot: QtBot) -> None:
    at = dialog.mixed.findData(Mixed.ENGLISH_FIRST)
    dialog.mixed.setCurrentIndex(at)
    with qtbot.waitSignal(manners.changed):
        dialog.mixed.activated.emit(at)
    dialog.straight.click()
    assert (manners.manner.mixed, manners.manner.straight) == (Mixed.ENGLISH_FIRST, True)
    kept = manners._appearance.settings
    assert (kept.mixed, kept.straight) == ("en-first", True)


def test_a_setting_that_makes_no_sense_is_none(qapp: QApplication, tmp_path: Path) -> None:
    appearance = Appearance(qapp, Settings(language="en", mixed="qq"), tmp_path / "s.json")
    assert Manners(appearance).manner.mixed is Mixed.NO
    appearance.deleteLater()


def test_one_style_for_details_and_bookmarks(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.details.cite.styles.count() > 5, timeout=WAIT)
    window.manners.use(style="ieee")
    for panel in (window.details.cite, window.places.kept.cite):
        assert panel.styles.currentData() == "ieee"
        assert panel.styles.toolTip() == panel.styles.currentText()
    qtbot.waitUntil(lambda: window.details.cite.note.accessibleName() == "[1]", timeout=WAIT)


def test_a_style_is_added_and_a_file_that_is_none_refused(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.manners.styles), timeout=WAIT)
    window.commands.run("style")
    dialog = window.findChild(StyleDialog)
    bad, good = tmp_path / "bad.csl", tmp_path / "ours.csl"
    bad.write_text("no style", encoding="utf-8")
    good.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>Ours</title></info>'
        '<citation><layout><text variable="title"/></layout></citation></style>',
        encoding="utf-8",
    )
    dialog.add_asked.emit([bad, good])
    qtbot.waitUntil(lambda: dialog.list.chosen() == "ours", timeout=WAIT)
    assert dialog.trouble.text().startswith("bad.csl is not a citation style")
    dialog.buttons.accepted.emit()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.manners.manner.style == "ours"


def test_what_is_not_known_is_said_and_leads_to_its_field(window: Window, qtbot: QtBot) -> None:
    window.manners.use(style="chicago-notes-bibliography-17th-edition")
    cite = window.details.cite
    qtbot.waitUntil(lambda: "Place" in cite.gaps.text(), timeout=WAIT)
    cite.gaps.linkActivated.emit("place")
    value = window.details._value("place")
    assert value is not None
    assert value._editor is not None
    value._editor.field.setText("Seoul")
    with qtbot.waitSignal(window.session.edited, timeout=WAIT) as edited:
        qtbot.keyClick(value._editor.field, Qt.Key.Key_Return)
    assert edited.args[0].record.place == "Seoul"
    qtbot.waitUntil(lambda: cite.gaps.isHidden(), timeout=WAIT)
