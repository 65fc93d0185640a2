"""The index may vanish, be damaged or belong to another machine: no answer changes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.model import IndexEntry, SearchRequest
from kinu_reader.paths import index_folder
from kinu_reader.tasks.archive import catch_up, index_is_current, open_archive, opened
from kinu_reader.tasks.editing import edit
from kinu_reader.tasks.searching import search

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

QUERIES = ("unification", "통일 정책", '"diplomatic horizon"', "CO 24-15", "policy -Korea", "정책*", "horizon zeppelin")


def answers(archive: Archive) -> list[Any]:
    found = []
    for query in QUERIES:
        result = search(archive, SearchRequest(query, limit=50))
        listed = [(a.brief.id, round(a.score, 6), a.hits, a.lacks, a.passages) for a in result.answers]
        found.append((query, result.total, result.more, result.passages, listed))
    return found


def test_deleted_while_closed(full_shelf: Archive) -> None:
    folder, before = full_shelf.library.folder, answers(full_shelf)
    lies = index_folder(full_shelf.library.archive_id)
    full_shelf.close()
    shutil.rmtree(lies)
    with opened(folder) as archive:
        assert answers(archive) == before


def test_on_another_machine(full_shelf: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = answers(full_shelf)
    full_shelf.close()
    shutil.copytree(full_shelf.library.folder, tmp_path / "copy")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache of another machine"))
    with opened(tmp_path / "copy") as archive:
        assert answers(archive) == before


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 100])
def test_damaged_while_closed(full_shelf: Archive, damage: bytes) -> None:
    folder, before = full_shelf.library.folder, answers(full_shelf)
    lies = index_folder(full_shelf.library.archive_id)
    full_shelf.close()
    for file in lies.iterdir():
        if file.is_file():
            file.write_bytes(damage)
    with opened(folder) as archive:
        assert answers(archive) == before


def test_a_corrected_record_is_told_without_its_text(full_shelf: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[IndexEntry] = []
    update = full_shelf.index.update

    def noted(add: Iterable[IndexEntry], delete: Collection[int] = ()) -> None:
        new = list(add)
        told.extend(new)
        update(new, delete)

    monkeypatch.setattr(full_shelf.index, "update", noted)
    ids = search(full_shelf, SearchRequest("unification", limit=3)).answers
    edit(full_shelf, [answer.brief.id for answer in ids], {"title": "The zeppelin papers"})
    assert [entry.passages for entry in told] == [None] * 3
    assert search(full_shelf, SearchRequest("unification title:zeppelin")).total == 3
    corrected = answers(full_shelf)
    full_shelf.index.reset()
    catch_up(full_shelf)
    assert all(entry.passages for entry in told[3:])
    assert answers(full_shelf) == corrected


def test_an_older_catalogue_put_back(full_shelf: Archive, tmp_path: Path) -> None:
    """A backup knows fewer briefs than the index: what it does not know is found no more."""
    folder, before = full_shelf.library.folder, answers(full_shelf)
    full_shelf.close()
    shutil.copytree(folder, tmp_path / "backup")
    with opened(folder) as archive:
        from kinu_reader.tasks.importing import import_files

        new = tmp_path / "new.txt"
        new.write_text("Unification by zeppelin\n\nA zeppelin over the diplomatic horizon.", encoding="utf-8")
        assert len(import_files(archive, [new], jobs=1).added) == 1
        assert search(archive, SearchRequest("zeppelin")).total == 1
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "backup", folder)
    archive = open_archive(folder)
    assert not index_is_current(archive)
    archive.close()
    with opened(folder) as archive:
        assert index_is_current(archive)
        assert answers(archive) == before
