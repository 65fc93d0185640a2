"""Copies with marks: exactly on the words, however a page is turned; the original stays as it was."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.extract import Annotator, CopyMark, Painter, Shape, boxes_of
from kinu_reader.extract.plain import read_text
from kinu_reader.extract.reading import read_file
from kinu_reader.model import FailureKind, FileKind, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Press

    from kinu_reader.model import Brief

AMBER = "#FFD66B"


@pytest.fixture(scope="module")
def annotator() -> Iterator[Annotator]:
    with Annotator() as annotator:
        yield annotator


def marks_on(brief: Brief, word: str, **changes: object) -> list[CopyMark]:
    """Return a highlight over a word, as the tasks make it."""
    start = brief.text.index(word)
    marks = []
    for page in brief.pages:
        if boxes := boxes_of(page, start, start + len(word)):
            mark = CopyMark(
                "id-1", page.number, Shape.HIGHLIGHT, tuple(boxes), "메모 (note)", AMBER, "2024-05-01T10:00:00Z"
            )
            marks.append(CopyMark(**{**vars(mark), **changes}))
    return marks


def well_made(path: Path) -> None:
    """Ask two other programs whether a file is sound, where they are there."""
    for command in (["qpdf", "--check"], ["pdfinfo"]):
        if shutil.which(command[0]):
            outcome = subprocess.run([*command, path], capture_output=True, text=True, check=False)
            assert outcome.returncode == 0, outcome.stdout + outcome.stderr
            assert "warning" not in (outcome.stdout + outcome.stderr).lower()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_a_highlight_covers_exactly_its_words_however_the_page_is_turned(
    annotator: Annotator, press: Callable[..., Press], tmp_path: Path, rotation: int, cropped: bool
) -> None:
    paper = press(size=(400, 600)).line(100, 200, "The Needle lies here", 14).line(100, 230, "바늘 이야기", 14, "cjk")
    if cropped:
        paper.page.set_cropbox(pymupdf.Rect(50, 80, 350, 550))
    paper.page.set_rotation(rotation)
    original, target = paper.save(), tmp_path / "copy.pdf"
    brief = read_file(original)
    wanted = [*marks_on(brief, "Needle"), *marks_on(brief, "이야기", id="id-2")]
    assert annotator.copy(original, FileKind.PDF, wanted, target, "홍길동") == ()
    read = read_file(target)
    assert [read.text[mark.start : mark.end] for mark in read.marks] == ["Needle", "이야기"]
    for mark, made in zip(read.marks, wanted, strict=True):
        assert mark.boxes[0] == pytest.approx(made.boxes[0], abs=0.02)
    with Painter() as painter:
        x0, y0, x1, y1 = wanted[0].boxes[0]
        drawn = painter.paint(
            target, FileKind.PDF, 1, round(brief.pages[0].width), clip=(x0 - 4, y0 - 4, x1 + 4, y1 + 4)
        )
    inked = [drawn.samples[at : at + 3] for at in range(0, len(drawn.samples) - 2, 3)]
    assert sum(pixel == bytes.fromhex(AMBER[1:]) for pixel in inked) > len(inked) // 5
    well_made(target)


def test_note_colour_author_and_date_are_read_back(
    annotator: Annotator, press: Callable[..., Press], tmp_path: Path
) -> None:
    original, target = press().line(72, 100, "The Needle lies here").save(), tmp_path / "copy.pdf"
    annotator.copy(original, FileKind.PDF, marks_on(read_file(original), "Needle"), target, "홍길동")
    (mark,) = read_file(target).marks
    assert (mark.note, mark.colour, mark.author) == ("메모 (note)", AMBER, "홍길동")
    assert mark.created == "2024-05-01T10:00:00Z"
    with pymupdf.open(target) as document:
        (annotation,) = document[0].annots()
        assert annotation.info["id"] == "id-1"


def test_words_over_two_lines_and_pages_have_a_quad_for_each_line(
    annotator: Annotator, press: Callable[..., Press], tmp_path: Path
) -> None:
    paper = press().lines(72, 700, ["A sentence that goes on for a", "good while and even over to"])
    original = paper.new_page().lines(72, 100, ["the page after this one, where", "it ends."]).save()
    brief = read_file(original)
    quote = brief.text[brief.text.index("goes on") : brief.text.index(" where")]
    wanted = marks_on(brief, quote)
    assert [len(mark.boxes) for mark in wanted] == [2, 1]
    target = tmp_path / "copy.pdf"
    annotator.copy(original, FileKind.PDF, wanted, target, "")
    read = read_file(target)
    assert [len(mark.boxes) for mark in read.marks] == [2, 1]
    assert " ".join(read.text[mark.start : mark.end] for mark in read.marks) == quote


def test_areas_are_squares_and_pages_have_notes(
    annotator: Annotator, press: Callable[..., Press], tmp_path: Path
) -> None:
    paper = press(size=(400, 600)).line(100, 200, "Words", 14)
    paper.page.set_rotation(90)
    original, target = paper.save(), tmp_path / "copy.pdf"
    wanted = [
        CopyMark("a", 1, Shape.SQUARE, ((50.0, 60.0, 250.0, 160.0),), "figure", "#9CC7F2"),
        CopyMark("b", 1, Shape.NOTE, (), "first", AMBER, "nonsense"),
        CopyMark("c", 1, Shape.NOTE, (), "second", AMBER, "2024-05-01"),
    ]
    assert annotator.copy(original, FileKind.PDF, wanted, target, "") == ()
    with pymupdf.open(target) as document:
        page = document[0]
        found = {a.info["content"]: (a.type[1], a.rect * page.rotation_matrix) for a in page.annots()}
    assert {name: kind for name, (kind, _) in found.items()} == {"figure": "Square", "first": "Text", "second": "Text"}
    assert tuple(found["figure"][1]) == pytest.approx((50, 60, 250, 160), abs=3)
    assert found["first"][1].y1 < found["second"][1].y1
    assert all(page_rect in pymupdf.Rect(0, 0, 600, 400) for _, page_rect in found.values())
    well_made(target)


def test_the_original_is_only_read_and_its_own_marks_stay(
    annotator: Annotator, press: Callable[..., Press], tmp_path: Path
) -> None:
    paper = press().line(72, 100, "The Needle lies here")
    paper.page.add_highlight_annot(pymupdf.Rect(72, 90, 90, 104)).update()
    original, target = paper.save(), tmp_path / "copy.pdf"
    before = hashlib.sha256(original.read_bytes()).hexdigest()
    original.chmod(0o444)
    annotator.copy(original, FileKind.PDF, marks_on(read_file(original), "Needle"), target, "")
    assert hashlib.sha256(original.read_bytes()).hexdigest() == before
    assert len(read_file(target).marks) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.pdf", "copy.pdf"]


def test_a_text_brief_is_copied_as_the_pages_that_we_set(annotator: Annotator, tmp_path: Path) -> None:
    original, target = tmp_path / "roads.txt", tmp_path / "copy.pdf"
    original.write_text("통일정책은 길을 내는 일이다.\n\nThe road goes on.", encoding="utf-8")
    brief = read_text(original)
    annotator.copy(original, FileKind.TEXT, [*marks_on(brief, "길을 내는"), *marks_on(brief, "road")], target, "")
    read = read_file(target)
    assert [read.text[mark.start : mark.end] for mark in read.marks] == ["길을 내는", "road"]
    assert target.stat().st_size < 500_000
    well_made(target)


def test_a_mark_without_a_page_is_told(annotator: Annotator, press: Callable[..., Press], tmp_path: Path) -> None:
    original, target = press().line(72, 100, "one page").save(), tmp_path / "copy.pdf"
    wanted = [CopyMark(id, page, Shape.NOTE, (), "", AMBER) for id, page in (("a", 0), ("b", 1), ("c", 9), ("c", 10))]
    assert annotator.copy(original, FileKind.PDF, wanted, target, "") == ("a", "c")
    assert len(read_file(target).marks) == 1


def test_a_file_protected_from_change_gives_a_sound_copy(
    annotator: Annotator, press: Callable[..., Press], tmp_path: Path
) -> None:
    paper, target = press().line(72, 100, "The Needle lies here"), tmp_path / "copy.pdf"
    original = paper.save(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", permissions=0)
    annotator.copy(original, FileKind.PDF, marks_on(read_file(original), "Needle"), target, "")
    assert len(read_file(target).marks) == 1
    well_made(target)


def test_what_cannot_be_read_or_written_leaves_nothing_behind(
    annotator: Annotator, press: Callable[..., Press], tmp_path: Path
) -> None:
    broken, target = tmp_path / "broken.pdf", tmp_path / "copy.pdf"
    broken.write_bytes(b"%PDF-1.4 and no more")
    with pytest.raises(UnreadableFile) as failed:
        annotator.copy(broken, FileKind.PDF, [], target, "")
    assert failed.value.kind is FailureKind.UNREADABLE
    with pytest.raises(OSError, match="missing"):
        annotator.copy(
            press("good.pdf").line(9, 9, "x").save(), FileKind.PDF, [], tmp_path / "missing" / "copy.pdf", ""
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.pdf", "good.pdf"]
