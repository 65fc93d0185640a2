"""Backups: whole or refused, and nothing that was there is lost on the way back."""

from __future__ import annotations

import hashlib
import json
import os
import threading
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.library import Library, restore
from kinu_reader.library import backup as backups
from kinu_reader.model import (
    BackupProblem,
    BackupUnusable,
    Brief,
    Cancelled,
    FileKind,
    Page,
    PageState,
    Passage,
    Progress,
    Record,
    Step,
    Work,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

QUIET = Progress()


def contents(folder: Path) -> dict[str, bytes]:
    """The originals and profiles of an archive."""
    names = [path for path in folder.rglob("*") if path.is_file() and "catalogue" not in path.name]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in names}


def add(library: Library, folder: Path, number: int) -> int:
    """Keep a small brief."""
    text = f"Brief {number} about ferries."
    path = folder / f"{number}.txt"
    path.write_text(text, encoding="utf-8")
    page = Page(1, "1", 500.0, 700.0, 0, len(text), PageState.GOOD, b"")
    made = Brief(FileKind.TEXT, text, (page,), (Passage(0, 0, len(text), 1),), name=path.name)
    return library.add(made, Record(title=f"Ferries {number}"), hashlib.sha256(text.encode()).hexdigest(), path)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "archive", create=True)
    for number in range(3):
        add(opened, tmp_path, number)
    (opened.folder / "profiles").mkdir()
    (opened.folder / "profiles" / "sea.toml").write_text("series = 'Sea'", encoding="utf-8")
    yield opened
    opened.close()


@pytest.fixture
def backup(library: Library, tmp_path: Path) -> Path:
    return library.back_up(tmp_path / "all.kinu", QUIET).file


def rewritten(file: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Return a copy of a backup with other content, whose form is right."""
    with zipfile.ZipFile(file) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    change(kept)
    copy = file.with_name("changed.kinu")
    with zipfile.ZipFile(copy, "w") as new:
        for name, data in kept.items():
            new.writestr(name, data)
    return copy


def told(file: Path, **changes: Any) -> Path:
    """Return a copy of a backup that says something else of itself."""

    def change(kept: dict[str, bytes]) -> None:
        kept["manifest.json"] = json.dumps(json.loads(kept["manifest.json"]) | changes).encode()

    return rewritten(file, change)


def problem_of(file: Path, folder: Path, *, replace: bool = False) -> BackupProblem:
    with pytest.raises(BackupUnusable) as caught:
        restore(file, folder, QUIET, replace=replace)
    return caught.value.problem


def test_there_and_back(library: Library, backup: Path, tmp_path: Path) -> None:
    done = restore(backup, tmp_path / "new" / "archive", QUIET)
    assert contents(done.folder) == contents(library.folder)
    assert (done.files, done.aside) == (5, None)
    again = Library.open(done.folder)
    assert again.archive_id == library.archive_id
    assert again.briefs(again.ids()) == library.briefs(library.ids())
    again.close()
    assert sorted(path.name for path in tmp_path.iterdir() if ".part" in path.name) == []


def test_progress_reaches_the_end(library: Library, tmp_path: Path) -> None:
    steps: list[Step] = []
    library.back_up(tmp_path / "all.kinu", Progress(steps.append))
    restore(tmp_path / "all.kinu", tmp_path / "new", Progress(steps.append))
    assert [step.work for step in steps if step.done == step.total] == [Work.BACKUP, Work.RESTORE]


def test_a_backup_while_briefs_come_in(library: Library, tmp_path: Path) -> None:
    """Take one backup after another while another thread writes: each is a whole archive."""
    ended = threading.Event()

    def bring() -> None:
        for number in range(100, 160):
            add(library, tmp_path, number)
        ended.set()

    worker = threading.Thread(target=bring)
    worker.start()
    held = []
    while not ended.is_set() or not held:
        file = library.back_up(tmp_path / f"{len(held)}.kinu", QUIET).file
        restored = Library.open(restore(file, tmp_path / f"back{len(held)}", QUIET).folder)
        briefs = restored.briefs(restored.ids()).values()
        assert all(restored.original(brief.sha256, brief.kind).is_file() for brief in briefs)
        assert restored.checking.faults() == []
        held.append(len(briefs))
        restored.close()
    worker.join()
    assert held == sorted(held)


def test_a_full_folder_is_left_alone(library: Library, backup: Path, tmp_path: Path) -> None:
    before = contents(library.folder)
    assert problem_of(backup, library.folder) is BackupProblem.OCCUPIED
    other = Library.open(tmp_path / "other", create=True)
    assert problem_of(backup, other.folder, replace=True) is BackupProblem.OTHER_ARCHIVE
    other.close()
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("mine", encoding="utf-8")
    assert problem_of(backup, tmp_path / "letters", replace=True) is BackupProblem.OCCUPIED
    assert contents(library.folder) == before
    assert (tmp_path / "letters" / "a.txt").read_text(encoding="utf-8") == "mine"


def test_the_same_archive_is_moved_aside(library: Library, backup: Path, tmp_path: Path) -> None:
    add(library, tmp_path, 9)
    library.close()
    done = restore(backup, library.folder, QUIET, replace=True)
    assert done.aside is not None
    aside, now = Library.open(done.aside), Library.open(library.folder)
    assert (aside.count()[0], now.count()[0]) == (4, 3)
    aside.close()
    now.close()


def test_an_archive_too_damaged_to_say_which_is_moved_aside(library: Library, backup: Path) -> None:
    library.close()
    (library.folder / "catalogue.sqlite").write_bytes(b"no database" * 100)
    done = restore(backup, library.folder, QUIET, replace=True)
    assert done.aside is not None
    assert (done.aside / "catalogue.sqlite").read_bytes().startswith(b"no database")


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_backup_cut_short_is_refused(backup: Path, tmp_path: Path, part: float) -> None:
    data = backup.read_bytes()
    backup.write_bytes(data[: int(len(data) * part)])
    assert problem_of(backup, tmp_path / "new") is BackupProblem.DAMAGED
    assert not (tmp_path / "new").exists()


def test_any_changed_byte_is_noticed(library: Library, backup: Path, tmp_path: Path) -> None:
    """Change bytes all over the file: it is refused, or what was changed says nothing, such as a time."""
    whole, data = contents(library.folder), backup.read_bytes()
    for at in range(0, len(data), len(data) // 150):
        backup.write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
        folder = tmp_path / f"new{at}"
        try:
            restore(backup, folder, QUIET)
        except BackupUnusable:
            assert not folder.exists()
        else:
            assert contents(folder) == whole


def test_other_files_are_no_backups(tmp_path: Path) -> None:
    text, packed = tmp_path / "a.txt", tmp_path / "a.zip"
    text.write_text("a text", encoding="utf-8")
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("a.txt", "a text")
    for file in (text, packed, tmp_path / "absent.kinu"):
        assert problem_of(file, tmp_path / "new") is BackupProblem.NOT_A_BACKUP


def test_what_a_backup_says_of_itself_is_not_believed(backup: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    assert problem_of(told(backup, form=99), new) is BackupProblem.NEWER
    assert problem_of(told(backup, schema=9999), new) is BackupProblem.NEWER
    assert problem_of(told(backup, kind="other"), new) is BackupProblem.NOT_A_BACKUP
    assert problem_of(told(backup, entries=[]), new) is BackupProblem.DAMAGED
    assert problem_of(told(backup, entries="x"), new) is BackupProblem.DAMAGED
    assert not new.exists()


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/evil.txt", "files/../../evil.pdf", "profiles/../../x.toml", "evil.txt"]
)
def test_nothing_is_written_outside_the_folder(backup: Path, tmp_path: Path, name: str) -> None:
    def smuggle(kept: dict[str, bytes]) -> None:
        manifest = json.loads(kept["manifest.json"])
        kept[name] = b"evil"
        manifest["entries"].append({"name": name, "sha256": hashlib.sha256(b"evil").hexdigest(), "bytes": 4})
        kept["manifest.json"] = json.dumps(manifest).encode()

    assert problem_of(rewritten(backup, smuggle), tmp_path / "new") is BackupProblem.DAMAGED
    assert not any("evil" in path.name for path in tmp_path.rglob("*"))


def test_what_the_manifest_does_not_name_is_left_out(backup: Path, tmp_path: Path) -> None:
    changed = rewritten(backup, lambda kept: kept.update({"../evil.txt": b"evil"}))
    restore(changed, tmp_path / "new", QUIET)
    assert not any("evil" in path.name for path in tmp_path.rglob("*"))


def test_stopping_leaves_no_trace(library: Library, backup: Path, tmp_path: Path) -> None:
    before = backup.read_bytes()
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        library.back_up(backup, stopped)
    with pytest.raises(Cancelled):
        restore(backup, tmp_path / "new", stopped)
    assert backup.read_bytes() == before
    assert not (tmp_path / "new").exists()
    assert [path for path in tmp_path.iterdir() if ".part" in path.name] == []


def test_no_room(backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type("Usage", (), {"free": 10})
    monkeypatch.setattr(backups.shutil, "disk_usage", lambda _: usage)
    assert problem_of(backup, tmp_path / "new") is BackupProblem.NO_SPACE


def test_where_nothing_can_be_written(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(BackupUnusable) as caught:
        library.back_up(tmp_path / "file" / "all.kinu", QUIET)
    assert caught.value.problem is BackupProblem.READ_ONLY


def test_an_original_that_is_changed_is_told(library: Library, tmp_path: Path) -> None:
    brief = library.briefs(library.ids())[1]
    library.original(brief.sha256, brief.kind).write_bytes(b"something else")
    assert library.back_up(tmp_path / "all.kinu", QUIET).lacking == (brief.file,)


def test_an_original_that_is_gone_is_told(library: Library, tmp_path: Path) -> None:
    brief = library.briefs(library.ids())[1]
    os.unlink(library.original(brief.sha256, brief.kind))
    done = library.back_up(tmp_path / "all.kinu", QUIET)
    assert done.lacking == (brief.file,)
    assert restore(done.file, tmp_path / "new", QUIET).files == 4
