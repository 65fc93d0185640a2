from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from kinu_reader.model import Card
from kinu_reader.tasks.series import SeriesRun, SeriesYear, Slot, SlotState
from kinu_reader.ui.series import SeriesPanel
from kinu_reader.ui.series.layout import CELL_HEIGHT, CELL_WIDTH, HEADING, ROW, lay_out
from kinu_reader.ui.series.model import SLOT, SeriesModel
from kinu_reader.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.theme import Theme

PRESENT, MISSING, ABSENT = SlotState.PRESENT, SlotState.MISSING, SlotState.ABSENT


def card(id: int, language: str = "en", date: str | None = "2024-02-20") -> Card:
    return Card(
        id, "f.pdf", "Institute", "Online Series", "CO 24-01", "1", 2024, date, language, f"Brief {id}", ("Han",)
    )


def year(of: int, n: int, missing: int = 0, **first: bool) -> SeriesYear:
    """A year of so many numbers; one is missing, and the first may be marked."""
    slots = [
        Slot(f"CO {of % 100}-{number:02}", number, MISSING)
        if number == missing
        else Slot(
            f"CO {of % 100}-{number:02}",
            number,
            PRESENT,
            (card(of * 100 + number, date=f"{of}-{1 + number // 28:02}-{1 + number % 28:02}"),),
        )
        for number in range(1, n + 1)
    ]
    if first:
        slots[0] = Slot(slots[0].code, 1, PRESENT, slots[0].cards, **first)
    return SeriesYear(of, tuple(slots))


ONLINE = SeriesRun(
    "Institute", "Online Series", (("연구원", "온라인시리즈"),), (year(2024, 5, missing=3), year(2023, 60))
)
ISSUES = SeriesRun("Institute", "Issue Brief", (), (year(2022, 2, duplicate=True),))


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> SeriesPanel:
    made = SeriesPanel(theme)
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show_series([ONLINE, ISSUES])
    made.show()
    qtbot.waitExposed(made)
    return made


def one_series(panel: SeriesPanel) -> SeriesPanel:
    panel.choose_series("Institute", "Online Series")
    return panel


def code(panel: SeriesPanel) -> str | None:
    current = panel.view.current()
    return current[1].code if current else None


def press(qtbot: QtBot, panel: SeriesPanel, *keys: Qt.Key) -> str | None:
    for key in keys:
        qtbot.keyClick(panel.view, key)
    return code(panel)


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = SeriesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for runs in ([], [ONLINE], [ONLINE, ISSUES], []):
        model.show(runs)
        assert model.rowCount() == sum(len(run.years) for run in runs) + (len(runs) if len(runs) > 1 else 0)
    model.show([ONLINE])
    assert model.columnCount() == 60
    assert model.index(0, 7).data() is None  # beyond the end of 2024
    assert model.flags(model.index(0, 7)) == Qt.ItemFlag.NoItemFlags
    assert model.index(0, 2).data(SLOT).state is MISSING
    tester.deleteLater()


def test_rows_wrap_and_every_cell_is_found_where_it_lies() -> None:
    layout = lay_out([(0, 0), (30, 2), (3, 4), (1, 1)], 420, 40)
    heading, long, wide, last = layout.rows
    assert (heading.height, long.top, last.height) == (HEADING, HEADING, ROW)
    assert long.height > ROW
    assert long.cell(0).size().toTuple() == (CELL_WIDTH, CELL_HEIGHT)
    assert wide.cell_width > CELL_WIDTH
    for at, row in enumerate(layout.rows):
        for column in range(row.cells):
            cell = row.cell(column)
            assert cell.right() < 420 - 40
            assert layout.row_at(cell.center().y()) == at
            assert row.at(cell.topLeft()) == row.at(cell.bottomRight()) == column
    assert layout.row_at(layout.height) is None
    assert long.at(QPoint(2, long.top + 20)) is None


def test_arrows_walk_from_cell_to_cell(qtbot: QtBot, panel: SeriesPanel) -> None:
    one_series(panel).view.setFocus()
    assert code(panel) == "CO 24-01"
    assert press(qtbot, panel, Qt.Key.Key_Left) == "CO 24-01"
    assert press(qtbot, panel, Qt.Key.Key_Right, Qt.Key.Key_Right) == "CO 24-03"
    assert press(qtbot, panel, Qt.Key.Key_End, Qt.Key.Key_Right) == "CO 23-01"
    assert press(qtbot, panel, Qt.Key.Key_Left) == "CO 24-05"
    assert press(qtbot, panel, Qt.Key.Key_Down) == "CO 23-05"
    below = press(qtbot, panel, Qt.Key.Key_Down)
    assert below is not None
    assert below > "CO 23-15"  # the next line of the same year
    assert press(qtbot, panel, Qt.Key.Key_Up, Qt.Key.Key_Up) == "CO 24-05"
    assert press(qtbot, panel, Qt.Key.Key_PageDown, Qt.Key.Key_End) == "CO 23-60"
    assert press(qtbot, panel, Qt.Key.Key_Up) < "CO 23-60"  # type: ignore[operator]
    assert press(qtbot, panel, Qt.Key.Key_Home) == "CO 23-01"


def test_walking_passes_headings(qtbot: QtBot, panel: SeriesPanel) -> None:
    panel.view.setFocus()
    press(qtbot, panel, Qt.Key.Key_Down, Qt.Key.Key_End)
    assert press(qtbot, panel, Qt.Key.Key_Right) == "CO 22-01"
    assert press(qtbot, panel, Qt.Key.Key_Left) == "CO 23-60"


def test_a_key_and_a_double_click_open_what_is_there(qtbot: QtBot, panel: SeriesPanel) -> None:
    view = one_series(panel).view
    view.setFocus()
    with qtbot.waitSignal(panel.opened) as opened:
        view.open_current()
    assert opened.args == [202401]
    second = view.visualRect(view.rows.index(0, 1)).center()
    with qtbot.waitSignal(panel.opened) as opened:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=second)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert opened.args == [202402]
    assert code(panel) == "CO 24-02"
    view.choose(view.rows.index(0, 2))
    with qtbot.assertNotEmitted(panel.opened):
        view.open_current()


def test_a_key_marks_a_missing_number_and_takes_it_back(qtbot: QtBot, panel: SeriesPanel) -> None:
    view = one_series(panel).view
    view.choose(view.rows.index(0, 2))
    with qtbot.waitSignal(panel.absent_marked) as marked:
        view.toggle_absent()
    assert marked.args == ["Institute", "Online Series", "CO 24-03", True]
    slots = tuple(Slot(s.code, s.number, ABSENT) if s.state is MISSING else s for s in ONLINE.years[0].slots)
    years = (SeriesYear(2024, slots), ONLINE.years[1])
    panel.show_series([SeriesRun("Institute", "Online Series", (), years), ISSUES])
    assert (panel.chosen.currentText(), code(panel)) == ("Online Series", "CO 24-03")
    with qtbot.waitSignal(panel.absent_marked) as marked:
        view.toggle_absent()
    assert marked.args[-1] is False
    view.choose(view.rows.index(0, 0))
    with qtbot.assertNotEmitted(panel.absent_marked):
        view.toggle_absent()


def test_the_menu_offers_every_brief_or_the_mark(qtbot: QtBot, panel: SeriesPanel) -> None:
    both = Slot("CO 24-01", 1, PRESENT, (card(1), card(2, "ko")))
    panel.show_series([SeriesRun("I", "S", (), (SeriesYear(2024, (both, Slot("CO 24-02", 2, MISSING))),))])
    view = panel.view

    def actions(column: int) -> list[str]:
        view.choose(view.rows.index(0, column))
        menu = view.menu()
        with qtbot.waitSignal(panel.absent_marked if column else panel.opened):
            menu.actions()[-1].trigger()
        return [action.text() for action in menu.actions()]

    assert actions(0) == ["English · Brief 1", "Korean · Brief 2"]
    assert actions(1) == ["Mark as never published"]


def test_the_head_counts_and_the_list_of_missing_is_copied(qtbot: QtBot, panel: SeriesPanel) -> None:
    assert [panel.chosen.itemText(n) for n in range(panel.chosen.count())] == [
        *("All series", "Online Series", "Issue Brief"),
    ]
    assert panel.counts.text().startswith("66 of 67 numbers")
    assert "2022 – 2024" in panel.counts.text()
    panel.copy.click()
    assert QApplication.clipboard().text() == "Online Series\tCO 24-03"
    one_series(panel).copy.click()
    assert QApplication.clipboard().text() == "CO 24-03"
    assert not panel.compare.isVisible()
    panel.choose_series("Institute", "Issue Brief")
    assert not panel.copy.isEnabled()
    with qtbot.waitSignal(panel.duplicates_asked):
        panel.compare.click()
    panel.choose_series("연구원", "온라인시리즈")
    assert panel.chosen.currentText() == "Online Series"
    panel.show_series([])
    assert panel.notice.isVisible()
    assert not panel.chosen.isVisible()


def test_tips_and_screen_readers_are_told_the_state(panel: SeriesPanel) -> None:
    rows = one_series(panel).view.rows
    tip, spoken = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
    assert rows.index(0, 0).data(tip) == "CO 24-01 · English\nBrief 202401 · Han · 2024-01-02"
    assert rows.index(0, 2).data(tip) == ("CO 24-03 · missing\nPublished, if at all, between 2024-01-03 and 2024-01-05")
    assert rows.index(0, 2).data(spoken) == "CO 24-03, missing"
    panel.choose_series("Institute", "Issue Brief")
    assert rows.index(0, 0).data(spoken) == "CO 22-01, English, duplicate, Brief 202201"
    panel.view.choose(rows.index(0, 0))
    assert panel.view.accessibleName() == "Numbers of the series"
    assert panel.view.accessibleDescription() == "CO 22-01, English, duplicate, Brief 202201"


def test_each_state_has_a_shape_of_its_own_in_both_themes(qtbot: QtBot, panel: SeriesPanel, theme: Theme) -> None:
    states = [
        Slot("CO 24-01", 1, PRESENT, (card(1),)),
        Slot("CO 24-01", 1, PRESENT, (card(1), card(2, "ko"))),
        Slot("CO 24-01", 1, MISSING),
        Slot("CO 24-01", 1, ABSENT),
        Slot("CO 24-01", 1, PRESENT, (card(1),), duplicate=True),
        Slot("CO 24-01", 1, PRESENT, (card(1),), out_of_order=True),
    ]
    panel.show_series([SeriesRun("I", "S", (), (SeriesYear(2024, tuple(states)),))])
    view = panel.view
    pictures = set()
    for tokens in (LIGHT, DARK):
        theme.use(tokens)
        for column in range(len(states)):
            picture = view.viewport().grab(view.visualRect(view.rows.index(0, column))).toImage()
            ground = picture.pixelColor(4, 4).lightness()
            shape = tuple(
                abs(picture.pixelColor(x, y).lightness() - ground) > 12
                for y in range(picture.height())
                for x in range(picture.width())
            )
            pictures.add((tokens.dark, shape))
    assert len(pictures) == 2 * len(states)
