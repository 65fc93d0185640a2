from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kinu_reader.paths import watch_file
from kinu_reader.tasks.editing import delete
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.watching import Watch, keep, new_files, take, watched

if TYPE_CHECKING:
    from kinu_reader.tasks.archive import Archive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


def brief(folder: Path, name: str, text: str = "A brief about ferries.") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def looks(archive: Archive, watch: Watch) -> tuple[tuple[Path, ...], Watch]:
    """Look twice, as long as it takes to see that a file is at rest."""
    first, watch = new_files(archive, watch)
    assert first == ()
    return new_files(archive, watch)


def test_a_file_at_rest_is_new_once(shelf: Archive, folder: Path) -> None:
    one, two = brief(folder, "one.txt"), brief(folder, "deep/two.txt", "Another brief.")
    brief(folder, "notes.docx")
    new, watch = looks(shelf, Watch((folder,)))
    assert set(new) == {one, two}
    assert watch.below == (folder / "deep",)
    import_files(shelf, new, jobs=1)
    assert looks(shelf, take(watch, new))[0] == ()


def test_a_file_that_grows_is_waited_for(shelf: Archive, folder: Path) -> None:
    path = brief(folder, "one.txt", "A br")
    _, watch = new_files(shelf, Watch((folder,)))
    brief(folder, "one.txt", "A brief that was still being written.")
    new, watch = new_files(shelf, watch)
    assert new == ()
    assert watch.seen
    assert new_files(shelf, watch)[0] == (path,)


def test_what_the_archive_has_is_not_new(shelf: Archive, folder: Path) -> None:
    path = brief(folder, "one.txt")
    (added,) = import_files(shelf, [path], jobs=1).added
    delete(shelf, [added.id])
    copy = brief(folder, "copy.txt")
    new, watch = looks(shelf, Watch((folder,)))
    assert new == ()  # nor does a brief come out of the bin by itself
    assert set(watch.taken) == {path, copy}
    shelf.library.bin.empty()
    assert looks(shelf, watch)[0] == ()  # thrown away for good


def test_a_file_that_failed_is_tried_again_when_it_changes(shelf: Archive, folder: Path) -> None:
    path = brief(folder, "one.txt", "")
    new, watch = looks(shelf, Watch((folder,)))
    assert import_files(shelf, new, jobs=1).failed
    watch = take(watch, new)
    assert looks(shelf, watch)[0] == ()
    brief(folder, "one.txt", "Mended.")
    assert looks(shelf, watch)[0] == (path,)


def test_a_missing_folder_is_said_and_not_forgotten(shelf: Archive, folder: Path) -> None:
    path = brief(folder, "one.txt")
    new, watch = looks(shelf, Watch((folder,)))
    watch = take(watch, new)
    away = folder.rename(folder.with_name("away"))
    nothing, watch = new_files(shelf, watch)
    assert nothing == ()
    assert watch.missing == watch.folders == (folder,)
    assert path in watch.taken
    away.rename(folder)
    nothing, watch = looks(shelf, watch)
    assert (nothing, watch.missing) == ((), ())


def test_a_file_taken_away_is_forgotten(shelf: Archive, folder: Path) -> None:
    path = brief(folder, "one.txt")
    new, watch = looks(shelf, Watch((folder,)))
    watch = take(watch, new)
    path.unlink()
    assert not new_files(shelf, watch)[1].taken


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_waited_for(shelf: Archive, folder: Path) -> None:
    path = brief(folder, "one.txt")
    path.chmod(0)
    new, watch = looks(shelf, Watch((folder,)))
    assert new == ()
    path.chmod(0o600)
    assert new_files(shelf, watch)[0] == (path,)


def test_what_is_watched_is_kept_for_each_archive(shelf: Archive, folder: Path) -> None:
    assert watched(shelf) == Watch()
    kept = Watch((folder, Path("/통일")), {folder / "하나.txt": (7, 123456789)})
    keep(shelf, kept)
    assert watched(shelf) == kept
    for spoilt in ("{", "[]", '{"folders": 7, "taken": {}}', '{"folders": [], "taken": {"a": 1}}'):
        watch_file(shelf.library.archive_id).write_text(spoilt, encoding="utf-8")
        assert watched(shelf) == Watch()
