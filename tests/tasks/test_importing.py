from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kinu_reader import extract, metadata
from kinu_reader.model import (
    Brief,
    FailureKind,
    Guess,
    Passage,
    PassageKind,
    Profile,
    Progress,
    Record,
    SearchRequest,
    Step,
)
from kinu_reader.tasks.cataloguing import set_apart
from kinu_reader.tasks.importing import import_files, printable, walk
from kinu_reader.tasks.searching import search

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

HEAD = "Online Series CO 24-77\n\nFebruary 20, 2024\n\n"
TITLE = "Ferries across a Narrow Strait and the Price of Patience\n\nHan, Seo-yul (Research Fellow, Sea Division)\n\n"


def brief(folder: Path, name: str, body: str, title: str = TITLE) -> Path:
    path = folder / name
    path.write_text(HEAD + title + body, encoding="utf-8")
    return path


def test_folders_are_walked_in_steady_order(tmp_path: Path) -> None:
    for name in ("b/two.TXT", "b/.hidden.txt", "a/one.pdf", "c.md", "d.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    found = [str(path.relative_to(tmp_path)) for path in walk([tmp_path])]
    assert found == ["c.md", "a/one.pdf", "b/two.TXT"]
    assert list(walk([tmp_path / "d.docx", tmp_path / "gone.pdf"])) == [tmp_path / "d.docx", tmp_path / "gone.pdf"]


def test_the_same_bytes_under_another_name_add_nothing(shelf: Archive, tmp_path: Path) -> None:
    one = brief(tmp_path, "one.txt", "The ferry waits for the tide.")
    two = tmp_path / "two.txt"
    two.write_bytes(one.read_bytes())
    change = import_files(shelf, [one, two], jobs=2)
    assert [item.path for item in change.added] == [str(one)]
    assert [item.path for item in change.already] == [str(two)]
    assert shelf.library.count()[0] == 1


def test_a_corrected_re_issue_is_a_new_version(shelf: Archive, tmp_path: Path) -> None:
    (first,) = import_files(shelf, [brief(tmp_path, "one.txt", "The ferry waits for the tide.")], jobs=1).added
    change = import_files(shelf, [brief(tmp_path, "one-corrected.txt", "The ferry waits for the moon.")], jobs=1)
    assert [item.id for item in change.updated] == [first.id]
    assert search(shelf, SearchRequest("tide")).total == 0
    assert search(shelf, SearchRequest("moon")).total == 1
    again = import_files(shelf, [tmp_path], jobs=1)
    assert not again.added
    assert not again.updated
    assert search(shelf, SearchRequest("moon")).total == 1


def test_another_brief_with_the_same_code_is_not_swallowed(shelf: Archive, tmp_path: Path) -> None:
    other = "Wheat\n\nOk, Min (Fellow, Grain Division)\n\n"
    paths = [brief(tmp_path, "one.txt", "A tide."), brief(tmp_path, "two.txt", "A harvest.", other)]
    change = import_files(shelf, paths, jobs=1)
    assert len(change.added) == 2


def test_cancelling_keeps_what_was_done_and_goes_on_later(shelf: Archive, tmp_path: Path) -> None:
    briefs = tmp_path / "briefs"
    briefs.mkdir()
    for n in range(6):
        (briefs / f"{n}.txt").write_text(f"Brief number {n} about lighthouses.", encoding="utf-8")

    def stop_at_three(step: Step) -> None:
        if step.done >= 3:
            progress.cancel()

    progress = Progress(stop_at_three)
    change = import_files(shelf, [briefs], progress, jobs=2)
    assert change.cancelled
    assert len(change.added) == 3
    assert search(shelf, SearchRequest("lighthouses")).total == 3
    rest = import_files(shelf, [briefs], jobs=2)
    assert (len(rest.added), len(rest.already)) == (3, 3)


def test_progress_reaches_the_end(shelf: Archive, tmp_path: Path) -> None:
    steps: list[Step] = []
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"Brief {n}.", encoding="utf-8")
    (tmp_path / "x.pdf").write_bytes(b"")
    import_files(shelf, [tmp_path], Progress(steps.append), jobs=1)
    assert steps[-1] == Step(4, 4, "", 1)
    assert [step.done for step in steps] == sorted(step.done for step in steps)


def test_a_failure_is_kept_and_goes_when_the_file_is_mended(shelf: Archive, tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(b"")
    assert [failure.kind for failure in import_files(shelf, [path], jobs=1).failed] == [FailureKind.EMPTY]
    assert [failure.path for failure in shelf.library.failures.all()] == [str(path)]
    path.write_text("Mended.", encoding="utf-8")
    assert import_files(shelf, [path], jobs=1).added
    assert shelf.library.failures.all() == []


def test_a_mistake_of_ours_costs_only_its_file(shelf: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guess = metadata.guess

    def fails(reading: Brief, profiles: Sequence[Profile]) -> Guess:
        if "cursed" in reading.text:
            raise ZeroDivisionError
        return guess(reading, profiles)

    monkeypatch.setattr(metadata, "guess", fails)
    (tmp_path / "a.txt").write_text("A cursed brief.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("A good brief.", encoding="utf-8")
    change = import_files(shelf, [tmp_path], jobs=1)
    assert [failure.kind for failure in change.failed] == [FailureKind.UNREADABLE]
    assert len(change.added) == 1


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_that_is_no_utf8(shelf: Archive, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"brief-\xff.txt")
    path.write_text("A brief with an odd name.", encoding="utf-8")
    (added,) = import_files(shelf, [path], jobs=1).added
    assert added.path == printable(path)
    assert search(shelf, SearchRequest("odd")).total == 1


def test_what_is_set_apart_is_no_passage() -> None:
    text = "Masthead\n\nThe title\n\nThe body. ©Us 2024\n\n* A disclaimer."
    spans = [(0, 8), (10, 19), (21, 39), (41, len(text))]
    passages = [Passage(n, a, b, 1) for n, (a, b) in enumerate(spans)]
    guess = Guess(Record(), apart=((0, 8), (31, 39), (41, len(text))), front=((10, 19),))
    kept = set_apart(passages, text, guess)
    assert [(text[p.start : p.end], p.number, p.kind) for p in kept] == [
        ("The title", 0, PassageKind.FRONT),
        ("The body.", 1, PassageKind.BODY),
    ]


def test_a_profile_in_the_archive_is_used(shelf: Archive, tmp_path: Path) -> None:
    folder = shelf.library.folder / "profiles"
    folder.mkdir()
    (folder / "sea_notes.toml").write_text('series = "Sea Notes"\nsigns = ["Sea Notes"]\n', encoding="utf-8")
    (folder / "broken.toml").write_text("series = ", encoding="utf-8")
    path = tmp_path / "note.txt"
    path.write_text("Sea Notes\n\nFerries and Tides\n\nThe ferry waits for the tide.", encoding="utf-8")
    (added,) = import_files(shelf, [path], jobs=1).added
    assert shelf.library.briefs([added.id])[added.id].record.series == "Sea Notes"


def test_markdown_is_laid_out_again_as_it_was_read(shelf: Archive, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# The Ferry\n\n- It crosses **twice** a day.\n- It waits for nobody.\n", encoding="utf-8")
    (added,) = import_files(shelf, [path], jobs=1).added
    brief = shelf.library.brief(added.id)
    assert brief is not None
    with extract.Readers(jobs=1) as readers:
        (again,) = readers.read_all([shelf.library.original(brief.sha256, brief.kind)])
    assert isinstance(again, Brief)
    assert again.text == shelf.library.text(added.id)
    assert "**" not in again.text
    assert [page.characters for page in again.pages] == [page.characters for page in shelf.library.pages(added.id)]
