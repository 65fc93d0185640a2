from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kinu_reader.model import Page, PageState, Passage, ProblemKind, Progress, Step
from kinu_reader.paths import resource
from kinu_reader.tasks.archive import open_archive
from kinu_reader.tasks.checking import check, fits
from kinu_reader.tasks.editing import edit
from kinu_reader.tasks.importing import import_files

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.model import ArchivedBrief
    from kinu_reader.tasks.archive import Archive

LONG_AGO = time.time() - 86_400


@pytest.fixture
def brief(full_shelf: Archive) -> ArchivedBrief:
    return full_shelf.library.briefs([full_shelf.library.named("CO 24-15/en")[0]]).popitem()[1]


def original(archive: Archive, brief: ArchivedBrief) -> Path:
    return archive.library.original(brief.sha256, brief.kind)


def found(archive: Archive, *, repair: bool = False) -> list[tuple[ProblemKind, str, bool]]:
    return [(problem.kind, problem.what, problem.repaired) for problem in check(archive, repair=repair)]


def write(archive: Archive, statement: str) -> None:
    with closing(sqlite3.connect(archive.library.folder / "catalogue.sqlite", isolation_level=None)) as connection:
        connection.execute(statement)


def old(path: Path, data: bytes = b"x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def test_a_sound_archive(full_shelf: Archive) -> None:
    steps: list[Step] = []
    assert check(full_shelf, Progress(steps.append)) == []
    assert any(step.done == step.total for step in steps)


def test_a_lost_original_is_told_and_comes_back_by_import(full_shelf: Archive, brief: ArchivedBrief) -> None:
    original(full_shelf, brief).unlink()
    lost = [(ProblemKind.MISSING_FILE, brief.file, False)]
    assert found(full_shelf) == found(full_shelf, repair=True) == lost
    change = import_files(full_shelf, [resource("samples")], jobs=2)
    assert not change.added
    assert found(full_shelf) == []


def test_a_changed_original_makes_room(full_shelf: Archive, brief: ArchivedBrief) -> None:
    original(full_shelf, brief).write_bytes(b"%PDF-1.4 something else")
    assert found(full_shelf) == [(ProblemKind.CHANGED_FILE, brief.file, False)]
    (problem,) = check(full_shelf, repair=True)
    assert (full_shelf.library.folder / "left-over" / original(full_shelf, brief).name).read_bytes().startswith(b"%PDF")
    assert problem.detail
    assert found(full_shelf) == [(ProblemKind.MISSING_FILE, brief.file, False)]


def test_strays_and_leftovers(full_shelf: Archive) -> None:
    folder = full_shelf.library.folder
    stray, part = old(folder / "files" / "ab" / ("ab" * 32 + ".pdf")), old(folder / "files" / "ab" / "cd.part")
    (folder / "files" / "ab" / "young.part").write_bytes(b"an import goes on")
    told = [(ProblemKind.STRAY_FILE, f"files/ab/{stray.name}"), (ProblemKind.LEFTOVER, "files/ab/cd.part")]
    assert found(full_shelf) == [(*one, False) for one in told]
    assert found(full_shelf, repair=True) == [(*one, True) for one in told]
    assert (folder / "left-over" / stray.name).read_bytes() == b"x"
    assert not part.exists()
    assert (folder / "files" / "ab" / "young.part").exists()
    assert found(full_shelf) == []


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE page SET "end" = "end" + 100000 WHERE number = 1 AND brief = {}',
        'UPDATE passage SET "end" = start WHERE number = 1 AND brief = {}',
        "DELETE FROM passage WHERE number = 1 AND brief = {}",
        "DELETE FROM page WHERE number = 1 AND brief = {}",
    ],
)
def test_what_does_not_fit_is_read_anew(full_shelf: Archive, brief: ArchivedBrief, statement: str) -> None:
    edit(full_shelf, [brief.id], {"title": "My Own Title"})
    library = full_shelf.library
    before = library.text(brief.id), library.pages(brief.id), library.passages(brief.id)
    write(full_shelf, statement.format(brief.id))
    assert found(full_shelf) == [(ProblemKind.TEXT, brief.file, False)]
    assert found(full_shelf, repair=True) == [(ProblemKind.TEXT, brief.file, True)]
    assert (library.text(brief.id), library.pages(brief.id), library.passages(brief.id)) == before
    assert library.briefs([brief.id])[brief.id].record.title == "My Own Title"
    assert found(full_shelf) == []


def test_an_index_left_behind(full_shelf: Archive, brief: ArchivedBrief) -> None:
    full_shelf.index.update((), [brief.id])
    assert found(full_shelf) == [(ProblemKind.INDEX, "index", False)]
    assert found(full_shelf, repair=True) == [(ProblemKind.INDEX, "index", True)]
    assert found(full_shelf) == []


def test_rows_of_nothing(full_shelf: Archive) -> None:
    write(full_shelf, "INSERT INTO tag VALUES (9999, 'lost')")
    assert [kind for kind, _, _ in found(full_shelf)] == [ProblemKind.CATALOGUE]


def test_a_damaged_catalogue_suggests_the_newest_copy(full_shelf: Archive) -> None:
    folder = full_shelf.library.folder
    for version in (3, 10):
        old(folder / f"catalogue.version-{version}.sqlite")
    full_shelf.close()
    path = folder / "catalogue.sqlite"
    data = bytearray(path.read_bytes())
    for page in range(len(data) // 8192, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 64] = b"\xee" * 64
    path.write_bytes(data)
    archive = open_archive(folder)
    problems = check(archive, repair=True)
    archive.close()
    assert {problem.kind for problem in problems} == {ProblemKind.CATALOGUE}
    assert {problem.detail for problem in problems} == {"catalogue.version-10.sqlite"}


def test_pages_and_passages_that_fit() -> None:
    page = Page(1, "1", 500.0, 700.0, 0, 20, PageState.GOOD, b"")
    one, two = Passage(0, 0, 8, 1), Passage(1, 9, 20, 1)
    assert fits("x" * 20, [page], [one, two])
    assert fits("", [], [])
    assert not fits("x" * 19, [page], [one])
    assert not fits("x" * 20, [page], [two, one])
    assert not fits("x" * 20, [page], [one, Passage(1, 7, 20, 1)])
    assert not fits("x" * 20, [page], [one, Passage(1, 9, 20, 2)])
