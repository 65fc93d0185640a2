"""Nothing that a person typed is ever overwritten by what is read later. The upgrade is tested in `library`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kinu_reader import extract
from kinu_reader.model import Brief, Filters, Page, PageState, Passage, Progress, Step
from kinu_reader.model import FileKind as Kind
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.corrections import confirming
from kinu_reader.tasks.editing import correct, delete, edit, undelete, undo
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.recognising import recognise
from kinu_reader.tasks.rereading import accept, reread

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kinu_reader.model import Record
    from kinu_reader.tasks.archive import Archive

HEAD = "Online Series CO 24-77\n\nFebruary 20, 2024\n\nFerries across a Narrow Strait and the Price of Patience\n\n"
BY = "Han, Seo-yul (Research Fellow, Sea Division)\n\n"
TYPED = {
    "title": "Ferries across a Narrow Strait and the Price of Patience, Revisited",
    "authors": "Ok, Min",
    "date": "",
    "place": "Seoul",
    "tags": "sea",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "one.txt"
    file.write_text(HEAD + BY + "The tide.", encoding="utf-8")
    return file


@pytest.fixture
def typed(shelf: Archive, path: Path) -> int:
    """A brief of which a person typed some fields and confirmed another."""
    (added,) = import_files(shelf, [path], jobs=1).added
    edit(shelf, [added.id], TYPED)
    correct(shelf, [added.id], confirming(["series"]))
    shelf.library.shelves.put([added.id], "To cite")
    return added.id


def record_of(archive: Archive, id: int) -> Record:
    return archive.library.briefs([id])[id].record


def is_kept(archive: Archive, id: int) -> bool:
    brief = archive.library.briefs([id])[id]
    record = brief.record
    said = (record.title, [author.name for author in record.authors], record.date, record.place, record.series)
    wanted = (TYPED["title"], ["Ok, Min"], None, "Seoul", "Online Series")
    marked = [record.provenance[name] for name in ("title", "authors", "date", "place", "series")]
    shelved = brief.tags == ("sea",) and archive.library.ids(Filters(collection="To cite")) == [id]
    return said == wanted and set(marked) == {"user"} and shelved


def test_importing_the_file_again(shelf: Archive, path: Path, typed: int) -> None:
    assert import_files(shelf, [path], jobs=1).already
    assert is_kept(shelf, typed)


def test_a_new_version_and_what_is_taken_back_after_it(shelf: Archive, path: Path, typed: int) -> None:
    path.write_text(HEAD.replace("February 20", "March 3") + BY + "The moon.", encoding="utf-8")
    assert import_files(shelf, [path], jobs=1).updated
    assert is_kept(shelf, typed)
    for _ in range(3):
        undo(shelf)
    record = record_of(shelf, typed)
    assert (record.date, record.place) == ("2024-03-03", None)  # of the new version
    assert [author.name for author in record.authors] == ["Han, Seo-yul"]


def test_a_new_version_is_known_by_what_a_person_replaced(shelf: Archive, path: Path, typed: int) -> None:
    edit(shelf, [typed], {"title": "My own words", "code": "CO 24-78", "institute": "Mine", "language": "ko"})
    path.write_text(HEAD + BY + "The moon.", encoding="utf-8")
    assert [item.id for item in import_files(shelf, [path], jobs=1).updated] == [typed]
    assert record_of(shelf, typed).title == "My own words"


def test_reading_it_anew(shelf: Archive, typed: int) -> None:
    profiles = shelf.library.folder / "profiles"
    profiles.mkdir()
    words = (
        "series = 'Online Series'\n[fields]\ntitle = 'Price of Patience'\nsubtitle = 'Narrow Strait'\ndate = '2024'\n"
    )
    (profiles / "mine.toml").write_text(words, encoding="utf-8")
    found = reread(shelf, [typed], jobs=1)
    assert {one.field for one in found.differences} == {"subtitle"}
    accept(shelf, found.differences)
    assert record_of(shelf, typed).subtitle == "Narrow Strait"
    assert is_kept(shelf, typed)


def test_what_was_typed_after_the_comparison(shelf: Archive, typed: int) -> None:
    profiles = shelf.library.folder / "profiles"
    profiles.mkdir()
    (profiles / "mine.toml").write_text("series='Online Series'\n[fields]\nsubtitle='Narrow'\n", encoding="utf-8")
    found = reread(shelf, [typed], jobs=1)
    edit(shelf, [typed], {"subtitle": "Mine"})
    accept(shelf, found.differences)
    assert record_of(shelf, typed).subtitle == "Mine"


def test_text_read_off_pictures_while_a_person_types(
    shelf: Archive, typed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The edit comes while Tesseract, which need not be installed for this, is at work."""
    text = "Another Title Altogether"

    def brief(self: extract.Recogniser, path: Path, pages: Mapping[int, bytes]) -> Brief:
        page = Page(1, "1", 500, 700, 0, len(text), PageState.OCR, b"")
        return Brief(Kind.TEXT, text, (page,), (Passage(0, 0, len(text), 1),))

    def type_on(step: Step) -> None:
        if not shelf.library.briefs([typed])[typed].record.doi:
            edit(shelf, [typed], {"doi": "10.1/1"})

    monkeypatch.setattr(extract.Recogniser, "page", lambda *_: b"")
    monkeypatch.setattr(extract.Recogniser, "brief", brief)
    monkeypatch.setattr("kinu_reader.tasks.recognising.unseen_pages", lambda *_: [1])
    recognise(shelf, [typed], Progress(type_on))
    assert shelf.library.text(typed) == text
    assert record_of(shelf, typed).doi == "10.1/1"
    assert is_kept(shelf, typed)


def test_into_the_bin_and_back(shelf: Archive, path: Path, typed: int) -> None:
    delete(shelf, [typed])
    undelete(shelf, [typed])
    assert is_kept(shelf, typed)
    delete(shelf, [typed])
    assert import_files(shelf, [path], jobs=1).already
    assert is_kept(shelf, typed)


def test_the_archive_copied_to_another_place(shelf: Archive, typed: int, tmp_path: Path) -> None:
    shelf.close()
    shutil.copytree(shelf.library.folder, tmp_path / "copy")
    with opened(tmp_path / "copy") as copy:
        assert is_kept(copy, typed)
        assert [brief.id for brief in undo(copy, typed)] == [typed]
