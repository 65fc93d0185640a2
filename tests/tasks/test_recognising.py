from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader import extract
from kinu_reader.model import FailureKind, PageState, Placing, SearchRequest
from kinu_reader.paths import resource
from kinu_reader.tasks.bookmarking import keep_page
from kinu_reader.tasks.editing import edit
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.recognising import recognise, unseen_pages
from kinu_reader.tasks.searching import search

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

SAMPLE = resource("samples") / "CO-24-15-en.pdf"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """The first page of a sample brief as nothing but a picture."""
    path = tmp_path / "scan.pdf"
    with pymupdf.open(SAMPLE) as brief, pymupdf.open() as made:
        picture = brief[0].get_pixmap(dpi=200, colorspace=pymupdf.csGRAY)
        page = made.new_page(width=brief[0].rect.width, height=brief[0].rect.height)
        page.insert_image(page.rect, pixmap=picture)
        made.save(path)
    return path


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = tmp_path / "locked.pdf"
    with pymupdf.open(SAMPLE) as brief:
        brief.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="비밀", owner_pw="owner")
    return path


def test_a_picture_is_kept_marked_and_said_to_be_unseen(shelf: Archive, scan: Path) -> None:
    (added,) = import_files(shelf, [scan], jobs=1).added
    (page,) = shelf.library.page_bounds(added.id)
    assert page.state is PageState.NO_TEXT
    assert "text" in shelf.library.briefs([added.id])[added.id].record.needs_review
    assert unseen_pages(shelf, added.id) == [1]
    result = search(shelf, SearchRequest("diplomatic"))
    assert (result.total, result.unseen) == (0, 1)


@pytest.mark.skipif(not extract.ocr_available(), reason="Tesseract is not installed")
def test_a_picture_is_read_on_demand_and_what_a_person_typed_stays(shelf: Archive, scan: Path) -> None:
    (added,) = import_files(shelf, [scan], jobs=1).added
    edit(shelf, [added.id], {"title": "My own title"})
    (read,) = recognise(shelf, [added.id])
    assert read.record.title == "My own title"
    assert "text" not in read.record.needs_review
    (page,) = shelf.library.pages(added.id)
    assert page.state is PageState.OCR
    result = search(shelf, SearchRequest("diplomatic"))
    assert (result.total, result.unseen) == (1, 0)
    hit = result.answers[0].passages[0]
    start, end = hit.highlights[0]
    assert extract.boxes_of(page, hit.start + start, hit.start + end)
    assert list(shelf.library.recognised.pages(read.sha256)) == [1]
    assert recognise(shelf, [added.id]) == []


@pytest.mark.skipif(not extract.ocr_available(), reason="Tesseract is not installed")
def test_what_was_kept_of_a_picture_is_placed_on_its_text(shelf: Archive, scan: Path) -> None:
    (added,) = import_files(shelf, [scan], jobs=1).added
    page = keep_page(shelf, added.id, 1)
    recognise(shelf, [added.id])
    (again,) = shelf.library.bookmarks.get([page.id])
    assert (again.anchor.page, again.state) == (1, Placing.PLACED)
    assert (again.anchor.reading, again.anchor.suffix != "") == (page.anchor.reading + 1, True)


def test_a_password_opens_a_file_and_the_archive_needs_it_no_more(shelf: Archive, locked: Path) -> None:
    (failure,) = import_files(shelf, [locked], jobs=1).failed
    assert failure.kind is FailureKind.ENCRYPTED
    assert import_files(shelf, [locked], jobs=1, password="wrong").failed
    (added,) = import_files(shelf, [locked], jobs=1, password="비밀").added
    assert shelf.library.failures.all() == []
    assert search(shelf, SearchRequest("diplomatic horizon")).total == 1
    brief = shelf.library.briefs([added.id])[added.id]
    assert brief.file == "locked.pdf"
    with pymupdf.open(shelf.library.original(brief.sha256, brief.kind)) as kept:
        assert not kept.needs_pass
    again = import_files(shelf, [locked], jobs=1)
    assert [item.id for item in again.already] == [added.id]
