from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from kinu_reader.ui.authors_form import AuthorsForm
from kinu_reader.ui.value_label import ValueLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.window import Window

WAIT = 20_000


def read(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.top.search.setText('"diplomatic horizon"')
    qtbot.waitUntil(lambda: "CO 24-15" in shown(window), timeout=WAIT)


def shown(window: Window) -> list[str]:
    return [label.text().replace("\u2060", "") for label in window.details.findChildren(QLabel)]


def value(window: Window, name: str) -> ValueLabel:
    return next(v for v in window.details.findChildren(ValueLabel) if v.accessibleName().startswith(f"{name}:"))


def type_into(qtbot: QtBot, label: ValueLabel, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    label.edit()
    field = label.findChild(QLineEdit)
    field.setText(text)
    qtbot.keyClick(field, key)


def test_a_field_is_edited_in_place_and_taken_back(window: Window, qtbot: QtBot) -> None:
    read(qtbot, window)
    with qtbot.waitSignal(window.session.edited, timeout=WAIT) as blocker:
        value(window, "Author").edit()
        form = window.details.findChild(AuthorsForm)
        for field, text in zip(
            form.findChildren(QLineEdit), ("Ok, Min", "Visiting Fellow", "Sea Division"), strict=True
        ):
            field.setText(text)
        form.keep.click()
    (author,) = blocker.args[0].record.authors
    assert (author.name, author.role, author.division) == ("Ok, Min", "Visiting Fellow", "Sea Division")
    qtbot.waitUntil(lambda: "Sea Division" in shown(window), timeout=WAIT)
    assert any("Ok, Min" in window.results.view.rows.index(n).data() for n in range(3))
    with qtbot.waitSignal(window.session.edited, timeout=WAIT):
        window.session.undo_edit()
    qtbot.waitUntil(lambda: "Han, Seo-yul" in shown(window), timeout=WAIT)


def test_a_brief_goes_to_the_bin_and_back(window: Window, qtbot: QtBot) -> None:
    read(qtbot, window)
    row = window.results.view.current_row()
    assert row is not None
    assert row.answer is not None
    id = row.answer.brief.id
    with qtbot.waitSignal(window.session.held, timeout=WAIT, check_params_cb=lambda held: held.binned == 1):
        window.results.view.setFocus()
        qtbot.keyClick(window.results.view, Qt.Key.Key_Delete)
    with qtbot.waitSignal(
        window.session.answered, timeout=WAIT, check_params_cb=lambda result: not result.request.text
    ):
        window.top.search.clear()
    items = [window.sidebar.item(n) for n in range(window.sidebar.count())]
    with qtbot.waitSignal(
        window.session.answered, timeout=WAIT, check_params_cb=lambda result: result.request.filters.binned
    ) as blocker:
        window.sidebar.setCurrentItem(next(item for item in items if item.text() == "Bin"))
    assert [answer.brief.id for answer in blocker.args[0].answers] == [id]
    with qtbot.waitSignal(window.session.held, timeout=WAIT, check_params_cb=lambda held: held.binned == 0):
        window.results.view.unbinned.emit(id)


def test_escape_changes_nothing(window: Window, qtbot: QtBot) -> None:
    read(qtbot, window)
    before = shown(window)
    type_into(qtbot, value(window, "Series"), "Another series", Qt.Key.Key_Escape)
    assert shown(window) == before


def test_nonsense_is_refused_in_words(window: Window, qtbot: QtBot) -> None:
    read(qtbot, window)
    date = value(window, "Date")
    type_into(qtbot, date, "some day")
    said = [label.text() for label in date.findChildren(QLabel) if not label.isHidden()]
    assert any("some day" in text for text in said)
    field = date.findChild(QLineEdit)
    field.clearFocus()
    assert field.text() == "some day"  # nothing typed is lost
    field.setText("2024-03")
    with qtbot.waitSignal(window.session.edited, timeout=WAIT) as blocker:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert blocker.args[0].record.date == "2024-03"


def test_all_fields_can_be_shown_and_filled(window: Window, qtbot: QtBot) -> None:
    read(qtbot, window)
    form = value(window, "Series").parent()
    form.all_fields.click()
    assert "Address" in shown(window)
    with qtbot.waitSignal(window.session.edited, timeout=WAIT) as blocker:
        type_into(qtbot, value(window, "DOI"), "10.1000/182")
    assert blocker.args[0].record.doi == "10.1000/182"
    qtbot.waitUntil(lambda: "10.1000/182" in shown(window), timeout=WAIT)


def test_the_citation_and_the_list_follow_from_hit_to_hit(window: Window, qtbot: QtBot) -> None:
    read(qtbot, window)
    reader = window.reader
    qtbot.waitUntil(lambda: len(reader._hits) > 1, timeout=WAIT)
    target = next(n for n, hit in enumerate(reader._hits) if hit.page != reader._hits[reader.current].page)
    label = reader.document.pages[reader._hits[target].page - 1].label
    reader.choose_hit(target)
    qtbot.waitUntil(lambda: f"p. {label}" in window.details.cite.note.text(), timeout=WAIT)
    row = window.results.view.current_row()
    assert row is not None
    if row.hit is not None and row.hit.passage == reader._hits[target].passage:
        assert row.hit.page_label == label
    assert reader.current == target


def test_what_is_read_is_cited_with_its_page_and_copied(window: Window, qtbot: QtBot) -> None:
    read(qtbot, window)
    cite = window.details.cite
    row = window.results.view.current_row()
    assert row is not None
    assert row.hit is not None
    qtbot.waitUntil(lambda: f"p. {row.hit.page_label}" in cite.note.text(), timeout=WAIT)
    assert window.manners.manner.style == "apa"
    cite.copy.click()
    clipboard = QApplication.clipboard()
    assert clipboard.text() == f"(Han, 2024, p. {row.hit.page_label})"
    cite.copy_reference()
    assert "<i>" in clipboard.mimeData().html()
    assert clipboard.mimeData().data("text/rtf").data().startswith(b"{\\rtf1")
    clipboard.clear()  # a program that ends with its own data on the clipboard may crash offscreen
    qtbot.waitUntil(lambda: cite.styles.count() > 5, timeout=WAIT)
    at = cite.styles.findData("korean-note")
    cite.styles.setCurrentIndex(at)
    cite.styles.activated.emit(at)
    qtbot.waitUntil(lambda: cite.note.accessibleName().endswith("."), timeout=WAIT)
    window.close()
    assert window._appearance.settings.style == "korean-note"
