"""Duplicates, editions and names, decided on in the window and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kinu_reader.model import BookmarkFilters, Field
from kinu_reader.tasks.bookmarking import keep
from kinu_reader.tasks.editing import edit
from kinu_reader.tasks.importing import import_files
from kinu_reader.ui.relations.duplicates_dialog import DuplicatesDialog
from kinu_reader.ui.relations.editions_dialog import EditionsDialog
from kinu_reader.ui.relations.names_dialog import NamesDialog
from kinu_reader.ui.relations.pair_dialog import PairDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000
BODY = "\n\n".join(f"Paragraph {n} is about ferry number {n * 7} and its {n} captains." for n in range(40))


@pytest.fixture
def twice(full_shelf: Archive, tmp_path: Path) -> tuple[int, int]:
    """Two briefs with nearly the same text, the second with all that a person can make of one."""
    ids = []
    for code, end in (("CO 24-77", "The end."), ("CO 24-78", "The very end.")):
        file = tmp_path / f"{code}.txt"
        file.write_text(f"Online Series {code}\n\nFerries across a Strait\n\n{BODY}\n\n{end}", encoding="utf-8")
        ids += [item.id for item in import_files(full_shelf, [file], jobs=1).added]
    one, other = ids
    start = full_shelf.library.text(other).index("Paragraph 20")
    keep(full_shelf, other, start, start + 12, note="mine")
    full_shelf.library.shelves.tag([other], "sea")
    edit(full_shelf, [other], {"title": "My Ferries"})
    return one, other


def shown(qtbot: QtBot, window: Window, kind: type[QDialog]) -> Any:
    """Wait for a dialog, and return it."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(kind)), timeout=WAIT)
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def entries(dialog: Any) -> list[str]:
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


def words(widget: Any) -> list[str]:
    return [label.text().replace("\u2060", "") for label in widget.findChildren(QLabel)]


# ---- duplicates


def test_one_is_kept_with_all_that_was_made_of_the_others(
    twice: tuple[int, int], open_window: Callable[..., Window], qtbot: QtBot, full_shelf: Archive
) -> None:
    one, other = twice
    library = full_shelf.library
    window = open_window(library.folder)
    window.commands.run("duplicates")
    dialog = shown(qtbot, window, DuplicatesDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=WAIT)
    assert "nearly the same text (" in entries(dialog)[0]
    assert {"CO 24-77.txt", "CO 24-78.txt", "sea", "Title"} <= set(words(dialog))
    assert dialog.choice.checkedId() == other  # a person made more of it
    assert not dialog.offers
    dialog.choice.button(one).click()
    (box,) = dialog.offers
    assert "My Ferries" in box.text()
    box.setChecked(True)
    dialog.keep_button.click()
    assert dialog.list.count() == 0
    qtbot.waitUntil(dialog.undo_button.isEnabled, timeout=WAIT)
    (kept,) = library.bookmarks.of_brief(one)
    assert (kept.note, kept.anchor.quote, kept.anchor.start) == (
        *("mine", "Paragraph 20"),
        library.text(one).index("Paragraph 20"),
    )
    assert library.bookmarks.of_brief(other) == []
    brief = library.brief(one)
    assert brief is not None
    assert (brief.record.title, brief.tags) == ("My Ferries", ("sea",))
    assert other not in library.ids()
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=WAIT)
    assert (library.bookmarks.of_brief(one), len(library.bookmarks.of_brief(other))) == ([], 1)
    assert other in library.ids()
    brief = library.brief(one)
    assert brief is not None
    assert (brief.record.title, brief.tags) == ("Ferries across a Strait", ())
    dialog.close()


def test_briefs_are_told_apart_for_good(
    twice: tuple[int, int], open_window: Callable[..., Window], qtbot: QtBot, full_shelf: Archive
) -> None:
    window = open_window(full_shelf.library.folder)
    window.places.series.duplicates_asked.emit()
    dialog = shown(qtbot, window, DuplicatesDialog)
    dialog.apart_button.click()
    qtbot.waitUntil(dialog.undo_button.isEnabled, timeout=WAIT)
    assert "No brief seems to be here twice." in words(dialog)
    assert not dialog.keep_button.isVisible()
    dialog.close()
    window.top.duplicates_asked.emit()
    dialog = shown(qtbot, window, DuplicatesDialog)
    assert entries(dialog) == []
    dialog.undo_button.click()  # also of what was decided before it was closed
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=WAIT)
    dialog.close()


def test_one_of_three_is_another_and_can_be_read(
    twice: tuple[int, int], open_window: Callable[..., Window], qtbot: QtBot, full_shelf: Archive, tmp_path: Path
) -> None:
    file = tmp_path / "third.txt"
    file.write_text(f"Online Series CO 24-79\n\nFerries across a Strait\n\n{BODY}", encoding="utf-8")
    third = import_files(full_shelf, [file], jobs=1).added[0].id
    window = open_window(full_shelf.library.folder)
    window.top.duplicates_asked.emit()
    dialog = shown(qtbot, window, DuplicatesDialog)
    assert not dialog.apart_button.isVisible()
    assert any(line.startswith("1 = 2: nearly") for line in words(dialog))
    [button for button in dialog.findChildren(QPushButton) if button.text() == "Is none of these"][-1].click()
    qtbot.waitUntil(dialog.apart_button.isVisible, timeout=WAIT)
    told = full_shelf.library.decisions.pairs
    assert {pair for pair in told("duplicate") if third in pair} == {(one, third) for one in twice}
    # What answers the search comes anew, and the first of it is read.
    qtbot.waitUntil(lambda: not window.session._searching and window.session._request is None, timeout=WAIT)
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Open").click()
    qtbot.waitUntil(
        lambda: window.reader.document is not None and window.reader.document.brief == twice[0], timeout=WAIT
    )
    assert not any(d.isVisible() for d in window.findChildren(DuplicatesDialog))


# ---- editions


@pytest.fixture
def parted(full_shelf: Archive) -> tuple[int, int]:
    """Two editions, of which one has another code now."""
    (english,) = full_shelf.library.named("CO 24-15/en")
    (korean,) = full_shelf.library.named("CO 24-15/ko")
    edit(full_shelf, [english], {"code": "CO 24-99"})
    return english, korean


def test_editions_are_confirmed_by_their_evidence(
    parted: tuple[int, int], open_window: Callable[..., Window], qtbot: QtBot, full_shelf: Archive
) -> None:
    english, korean = parted
    library = full_shelf.library
    window = open_window(library.folder)
    window.top.editions_asked.emit()
    dialog = shown(qtbot, window, EditionsDialog)
    at = next(at for at, text in enumerate(entries(dialog)) if "CO 24-99" in text)
    many = dialog.list.count()
    dialog.list.setCurrentRow(at)
    assert any(text.startswith("Published on the same day") for text in words(dialog))
    dialog.confirm_button.click()
    qtbot.waitUntil(dialog.undo_button.isEnabled, timeout=WAIT)
    assert dialog.list.count() == many - 1
    assert library.decisions.editions([english]) == {english: [korean]}
    dialog.undo_button.click()
    qtbot.waitUntil(lambda: dialog.list.count() == many, timeout=WAIT)
    assert library.decisions.editions([english]) == {}
    dialog.list.setCurrentRow(at)
    dialog.refuse_button.click()
    qtbot.waitUntil(lambda: library.decisions.pairs("edition") == {tuple(sorted(parted)): False}, timeout=WAIT)
    dialog.close()


def test_a_brief_is_paired_by_its_code(
    parted: tuple[int, int], open_window: Callable[..., Window], qtbot: QtBot, full_shelf: Archive
) -> None:
    english, korean = parted
    window = open_window(full_shelf.library.folder)
    window.details.asks.pairing_asked.emit(english)
    dialog = shown(qtbot, window, PairDialog)
    assert not dialog.pair_button.isEnabled()
    dialog.field.choose(next(name for name, id in dialog.field.ids.items() if id == korean))
    qtbot.waitUntil(dialog.pair_button.isEnabled, timeout=WAIT)
    assert "The same author" in dialog.reasons.text()
    dialog.field.textEdited.emit("x")
    assert not dialog.pair_button.isEnabled()
    dialog.field.choose(next(name for name, id in dialog.field.ids.items() if id == korean))
    qtbot.waitUntil(dialog.pair_button.isEnabled, timeout=WAIT)
    with qtbot.waitSignals([window.session.edited] * 2, timeout=WAIT):
        dialog.pair_button.click()
    assert full_shelf.library.decisions.editions([english]) == {english: [korean]}


def test_an_edition_is_refused_in_the_details_and_brought_back(
    window: Window, qtbot: QtBot, full_shelf: Archive
) -> None:
    (english,) = full_shelf.library.named("CO 24-15/en")
    window.places.read(english)
    qtbot.waitUntil(lambda: "Korean edition" in words(window.details), timeout=WAIT)
    (korean,) = full_shelf.library.named("CO 24-15/ko")
    window.details.asks.edition_decided.emit(english, korean, False)
    qtbot.waitUntil(lambda: "Korean edition" not in words(window.details), timeout=WAIT)
    window.relations.editions.take_back()
    qtbot.waitUntil(lambda: full_shelf.library.decisions.pairs("edition") == {}, timeout=WAIT)


def test_another_edition_opens_where_one_reads(window: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    (english,) = full_shelf.library.named("CO 24-15/en")
    (korean,) = full_shelf.library.named("CO 24-15/ko")
    window.places.read(english)
    reader = window.reader
    qtbot.waitUntil(lambda: reader.document is not None and reader.document.brief == english, timeout=WAIT)
    reader.go_to_page(len(reader.document.pages))
    qtbot.waitUntil(lambda: reader.offset > len(reader.document.text) * 0.5, timeout=WAIT)
    share = reader.offset / len(reader.document.text)
    with qtbot.waitSignal(window.reading.opened, timeout=WAIT, check_params_cb=lambda o: o.brief.id == korean):
        window.details.asks.edition_asked.emit(korean)
    place = reader._hits[reader.current]
    assert place.page > 1
    passage = next(one for one in full_shelf.library.passages(korean) if one.number == place.passage)
    assert abs(passage.start / len(reader.document.text) - share) < 0.25


# ---- names


def test_names_are_merged_parted_and_refused(window: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    groups = full_shelf.library.authority.groups
    window.commands.run("names")
    dialog = shown(qtbot, window, NamesDialog)
    suggested = entries(dialog)
    assert "Han, Seo-yul = 한서율" in suggested
    dialog.list.setCurrentRow(suggested.index("Han, Seo-yul = 한서율"))
    assert "The same in Hangul" in words(dialog)
    dialog.boxes[0].setChecked(False)
    assert not dialog.merge_button.isEnabled()
    dialog.boxes[0].setChecked(True)
    dialog.merge_button.click()
    qtbot.waitUntil(lambda: "✓ merged: Han, Seo-yul = 한서율" in entries(dialog), timeout=WAIT)
    assert groups(Field.AUTHOR) == (("Han, Seo-yul", "한서율"),)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    assert not dialog.merge_button.isVisible()
    dialog.part_button.click()
    qtbot.waitUntil(lambda: entries(dialog) == suggested, timeout=WAIT)
    dialog.list.setCurrentRow(suggested.index("Han, Seo-yul = 한서율"))
    dialog.refuse_button.click()
    qtbot.waitUntil(lambda: "Han, Seo-yul = 한서율" not in entries(dialog), timeout=WAIT)
    for left in ("Han, Seo-yul = 한서율", "✓ merged: Han, Seo-yul = 한서율", "Han, Seo-yul = 한서율"):
        dialog.undo_button.click()
        qtbot.waitUntil(lambda left=left: left in entries(dialog), timeout=WAIT)
    assert not dialog.undo_button.isEnabled()
    assert (groups(Field.AUTHOR), full_shelf.library.authority.refused(Field.AUTHOR)) == ((), set())
    dialog.close()


def test_divisions_and_the_spellings_of_one_name(window: Window, qtbot: QtBot) -> None:
    window.details.asks.spellings_asked.emit("author", "Han, Seo-yul")
    dialog = shown(qtbot, window, NamesDialog)
    assert entries(dialog) == ["Han, Seo-yul = 한서율"]
    dialog.fields.setCurrentIndex(1)
    dialog.fields.activated.emit(1)
    qtbot.waitUntil(lambda: len(entries(dialog)) > 1, timeout=WAIT)
    dialog.close()
    window.details.asks.spellings_asked.emit("author", "Nobody, At All")
    dialog = shown(qtbot, window, NamesDialog)
    assert "No other spelling of “Nobody, At All” is known here." in words(dialog)
    dialog.close()


def test_bookmarks_of_a_brief_that_lacks_their_words_wait_as_orphans(full_shelf: Archive) -> None:
    from kinu_reader.tasks.bookmarking import move, undo

    (english,) = full_shelf.library.named("CO 24-15/en")
    (korean,) = full_shelf.library.named("CO 24-15/ko")
    kept = keep(full_shelf, english, 400, 460, note="mine", tags=["sea"])
    (moved,), left = move(full_shelf, english, korean)
    assert (moved.brief, moved.note, moved.tags, moved.state, left) == (korean, "mine", ("sea",), "orphan", [kept.id])
    undo(full_shelf)
    assert [b.id for b in full_shelf.library.bookmarks.find(BookmarkFilters())] == [kept.id]
