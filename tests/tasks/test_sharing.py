"""Bookmarks of the sample briefs, out of the archive in every form and back into another."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64decode
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

from kinu_reader.annotations.exchange import NotUnderstood, Source
from kinu_reader.annotations.exporting import formats
from kinu_reader.cite import KOREAN_NOTE
from kinu_reader.extract.reading import read_file
from kinu_reader.model import Anchor, Bookmark, BookmarkKind, FileKind, Placing, Progress
from kinu_reader.paths import resource, user_templates
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.kept import gathered, kept
from kinu_reader.tasks.packets import packet
from kinu_reader.tasks.reading import boxes_on
from kinu_reader.tasks.receiving import Incoming, read_bookmarks
from kinu_reader.tasks.sharing import WouldOverwrite, export_bookmarks, pdf_copies, pdf_copy

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.model import ArchivedBrief, Page, Step
    from kinu_reader.tasks.archive import Archive

CHICAGO = "chicago-notes-bibliography-17th-edition"


def named(archive: Archive, name: str) -> ArchivedBrief:
    (id,) = archive.library.named(name)
    brief = archive.library.brief(id)
    assert brief is not None
    return brief


def bookmark(archive: Archive, name: str, passage: int, length: int = 60, **changes: Any) -> Bookmark:
    """Return a bookmark on the first words of a passage."""
    brief = named(archive, name)
    text, pages = archive.library.text(brief.id), archive.library.pages(brief.id)
    here = archive.library.passages(brief.id)[passage]
    return on(brief.id, text, pages, here.start, min(here.start + length, here.end), **changes)


def on(brief: int, text: str, pages: tuple[Page, ...], start: int, end: int, **changes: Any) -> Bookmark:
    boxes = boxes_on(pages, start, end)
    page = pages[boxes[0][0] - 1]
    quote, before, after = text[start:end], text[max(start - 9, 0) : start], text[end : end + 9]
    anchor = Anchor(start, end, quote, before, after, page.number, page.label, boxes)
    made = Bookmark(f"b{brief}-{start}", brief, anchor, note="note 메모", created="2024-05-01T10:00:00+00:00")
    return replace(made, **changes)


def over_two_pages(archive: Archive, name: str) -> Bookmark:
    """Return a bookmark from the end of the first page to the beginning of the second."""
    brief = named(archive, name)
    pages = archive.library.pages(brief.id)
    return on(brief.id, archive.library.text(brief.id), pages, pages[1].start - 40, pages[1].start + 40)


def test_bookmarks_are_gathered_brief_by_brief_in_the_order_of_the_text(full_shelf: Archive) -> None:
    one, other = "CO 24-15/en", "CO 22-08/en"
    made = [bookmark(full_shelf, one, 9), bookmark(full_shelf, other, 5), bookmark(full_shelf, one, 4)]
    assert gathered(made) == [made[2], made[0], made[1]]


def test_citations_follow_each_other_as_notes_do(full_shelf: Archive) -> None:
    made = [bookmark(full_shelf, "CO 24-15/en", passage) for passage in (4, 5)]
    made += [over_two_pages(full_shelf, "CO 24-15/en"), bookmark(full_shelf, "CO 22-08/en", 5)]
    found = kept(full_shelf, made, CHICAGO)
    titled = [one.title in one.citation.text for one in found]
    assert titled == [True, False, False, True]
    assert [one.place for one in found] == ["p. 1", "p. 1", "pp. 1–2", "p. 1"]
    assert "<i>" in found[0].citation.html
    korean = kept(
        full_shelf, [bookmark(full_shelf, "CO 24-15/ko", passage) for passage in (4, 5)], KOREAN_NOTE, "ko-KR"
    )
    assert "위의 글" in korean[1].citation.text
    assert korean[1].place == "1쪽"


def test_a_text_brief_is_cited_by_its_paragraph(full_shelf: Archive) -> None:
    (one,) = kept(full_shelf, [bookmark(full_shelf, "CO 24-02/en", 4)])
    assert (one.paragraph, one.place) == (5, "para. 5")
    assert "para. 5" in one.citation.text


def test_a_whole_brief_is_cited_without_a_place(full_shelf: Archive) -> None:
    whole = bookmark(full_shelf, "CO 24-15/en", 0, kind=BookmarkKind.BRIEF)
    (one,) = kept(full_shelf, [whole, replace(whole, brief=999)])
    assert (one.place, one.paragraph) == ("", None)


@pytest.mark.parametrize("name", [known.id for known in formats()])
def test_every_format_is_written_from_the_archive(full_shelf: Archive, name: str) -> None:
    made = [bookmark(full_shelf, "CO 24-15/ko", 4), bookmark(full_shelf, "CO 24-02/ko", 4)]
    content = export_bookmarks(full_shelf, made, name, style=KOREAN_NOTE, locale="ko-KR")
    assert content
    if name != "docx":
        assert made[0].anchor.quote[:20] in content.decode("utf-8")
        assert f"kinu-reader://{full_shelf.library.archive_id}/{made[1].brief}?passage=" in content.decode("utf-8")


def test_ones_own_template_is_taken(full_shelf: Archive) -> None:
    user_templates().mkdir(parents=True)
    (user_templates() / "bookmarks.txt").write_text("{{ sheet.kept|length }} kept", encoding="utf-8")
    assert export_bookmarks(full_shelf, [bookmark(full_shelf, "CO 24-15/ko", 4)], "text") == b"1 kept"


# -- copies


def originals(archive: Archive) -> dict[str, str]:
    files = (archive.library.folder / "files").rglob("*")
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.is_file()}


def test_a_copy_has_the_bookmarks_and_no_original_is_touched(full_shelf: Archive, tmp_path: Path) -> None:
    before = originals(full_shelf)
    brief = named(full_shelf, "CO 24-15/ko")
    made = [
        bookmark(full_shelf, "CO 24-15/ko", 4, tags=("북핵",)),
        over_two_pages(full_shelf, "CO 24-15/ko"),
        bookmark(full_shelf, "CO 24-15/ko", 6, id="lost", state=Placing.ORPHAN),
        bookmark(full_shelf, "CO 24-15/ko", 7, id="page", kind=BookmarkKind.PAGE),
        bookmark(full_shelf, "CO 22-08/en", 5),
    ]
    assert pdf_copy(full_shelf, brief, made, tmp_path / "copy.pdf", "홍길동") == ()
    read = read_file(tmp_path / "copy.pdf")
    highlighted = [mark for mark in read.marks if mark.note.split() == ["note", "메모", "#북핵"]]
    assert [read.text[mark.start : mark.end] for mark in highlighted] == [made[0].anchor.quote.strip()]
    assert sorted(mark.page for mark in read.marks) == [1, 1, 1, 1, 2]
    assert [mark.note for mark in read.marks].count("") == 1  # the second page of one note
    assert any(mark.note.startswith(f"“{made[2].anchor.quote}”") for mark in read.marks)
    assert originals(full_shelf) == before


def test_every_brief_gets_a_copy_of_its_own(full_shelf: Archive, tmp_path: Path) -> None:
    before = originals(full_shelf)
    steps: list[Step] = []
    made = [bookmark(full_shelf, name, 4) for name in ("CO 24-15/ko", "CO 24-02/en", "CO 22-08/en")]
    copies = pdf_copies(full_shelf, made, tmp_path, progress=Progress(steps.append))
    assert {copy.file.name for copy in copies} == {
        "CO-24-15-ko.bookmarks.pdf",
        "CO-24-02-en.bookmarks.pdf",
        "CO-22-08-en.bookmarks.pdf",
    }
    assert [len(read_file(copy.file).marks) for copy in copies] == [1, 1, 1]
    assert [(step.done, step.total) for step in steps] == [(0, 3), (1, 3), (2, 3)]
    assert originals(full_shelf) == before


def test_a_copy_never_lies_in_the_archive_or_over_a_file_that_was_read(full_shelf: Archive, tmp_path: Path) -> None:
    brief = named(full_shelf, "CO 24-15/ko")
    original = full_shelf.library.original(brief.sha256, FileKind.PDF)
    source = tmp_path / "my own.pdf"
    source.write_bytes(original.read_bytes())
    for target in (original, full_shelf.library.folder / "new.pdf", source):
        with pytest.raises(WouldOverwrite):
            pdf_copy(full_shelf, brief, [], target)
    assert source.read_bytes() == original.read_bytes()


def test_a_copy_that_cannot_be_made_does_not_stop_the_others(full_shelf: Archive, tmp_path: Path) -> None:
    made = [bookmark(full_shelf, name, 4) for name in ("CO 24-15/ko", "CO 22-08/en")]
    brief = named(full_shelf, "CO 24-15/ko")
    full_shelf.library.original(brief.sha256, FileKind.PDF).unlink()
    copies = {copy.brief: copy for copy in pdf_copies(full_shelf, made, tmp_path)}
    assert copies[brief.id].failure is not None
    assert copies[made[1].brief].failure is None


# -- packets


def test_a_packet_shows_each_place_on_its_page(full_shelf: Archive) -> None:
    made = [
        bookmark(full_shelf, "CO 24-15/ko", 4),
        over_two_pages(full_shelf, "CO 24-15/ko"),
        bookmark(full_shelf, "CO 24-02/en", 4),
        bookmark(full_shelf, "CO 22-08/en", 5, kind=BookmarkKind.PAGE),
        bookmark(full_shelf, "CO 22-08/en", 6, state=Placing.ORPHAN),
        bookmark(full_shelf, "CO 22-08/en", 7, kind=BookmarkKind.BRIEF),
    ]
    page = packet(full_shelf, made, locale="ko-KR").decode("utf-8")
    pictures = [b64decode(found) for found in re.findall(r'src="data:image/png;base64,([^"]+)"', page)]
    assert len(pictures) == 1 + 2 + 1 + 1
    drawn = [pymupdf.Pixmap(picture) for picture in pictures]
    assert drawn[0].width == drawn[1].width < 900 == drawn[-1].width  # as wide as the text, and a whole page
    assert drawn[0].height < 400 < drawn[-1].height
    assert b"\xff\xe3\x8a" in drawn[0].samples  # the highlight
    assert 'src="http' not in page


def test_a_packet_on_paper_has_pictures_and_words(full_shelf: Archive) -> None:
    made = [bookmark(full_shelf, "CO 24-15/ko", 4), bookmark(full_shelf, "CO 24-02/en", 4)]
    with pymupdf.open("pdf", packet(full_shelf, made, pdf=True)) as document:
        text = "".join(page.get_text() for page in document)
        assert "Reading packet" in text
        assert "note 메모" in text
        assert sum(len(page.get_images()) for page in document) == 2


def test_a_packet_does_without_a_picture_that_cannot_be_drawn(full_shelf: Archive) -> None:
    brief = named(full_shelf, "CO 24-15/ko")
    made = [bookmark(full_shelf, "CO 24-15/ko", 4)]
    full_shelf.library.original(brief.sha256, FileKind.PDF).unlink()
    page = packet(full_shelf, made).decode("utf-8")
    assert "<img" not in page
    assert "note 메모" in page


# -- back in


def test_bookmarks_find_their_briefs_in_another_archive(full_shelf: Archive, shelf: Archive) -> None:
    made = [bookmark(full_shelf, name, 4) for name in ("CO 24-15/ko", "CO 24-15/en", "CO 22-08/en")]
    content = export_bookmarks(full_shelf, made, "jsonld")
    import_files(shelf, [resource("samples") / name for name in ("CO-24-15-en.pdf", "CO-24-15-ko.pdf")])
    incoming = read_bookmarks(shelf, content)
    briefs = [named(shelf, name).id for name in ("CO 24-15/ko", "CO 24-15/en")]
    assert incoming.bookmarks == tuple(replace(one, brief=brief) for one, brief in zip(made[:2], briefs, strict=True))
    assert [source.code for source in incoming.homeless] == ["CO 22-08"]
    assert read_bookmarks(full_shelf, content) == Incoming(tuple(made))


def test_annotations_of_zotero_find_their_brief_by_file_or_title(full_shelf: Archive) -> None:
    brief = named(full_shelf, "CO 24-15/en")

    def marked(**facts: str) -> dict[str, object]:
        return {"itemType": "report", **facts, "annotations": [{"annotationType": "highlight", "annotationText": "x"}]}

    library = [
        marked(path="/home/me/co-24-15-EN.pdf"),
        marked(title=f"  {(brief.record.title or '').upper()}"),
        marked(title="Something else", path="unknown.pdf"),
        marked(reportNumber="CO 24-15"),  # two editions have this code: it names neither
    ]
    incoming = read_bookmarks(full_shelf, json.dumps(library).encode())
    assert [id for id, _ in incoming.foreign] == [brief.id, brief.id]
    assert incoming.homeless == (Source(title="Something else", file="unknown.pdf"), Source(code="CO 24-15"))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"{}", b"%PDF-1.4"])
def test_another_file_is_told(shelf: Archive, content: bytes) -> None:
    with pytest.raises(NotUnderstood):
        read_bookmarks(shelf, content)
