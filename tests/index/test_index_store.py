"""The index on disk: updates, other processes, crashes and damage."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kinu_reader.index import Index, parse, store
from kinu_reader.index.writer import ArrayWriter
from kinu_reader.model import ArchiveProblem, ArchiveUnusable, IndexDamaged, IndexEntry, PassageKind

if TYPE_CHECKING:
    from pathlib import Path


def entry(brief: int, *passages: str, revision: int = 1) -> IndexEntry:
    return IndexEntry(brief, revision, "", "", tuple((n, PassageKind.BODY, text) for n, text in enumerate(passages)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index"


def test_contents_survive_reopening(folder: Path) -> None:
    index = Index.open(folder)
    assert index.contents() == {}
    index.update([entry(1, "peace", revision=2**62), entry(5)])
    index.close()
    again = Index.open(folder)
    assert again.contents() == {1: 2**62, 5: 1}
    assert again.find(parse("peace")).ids == [1]
    assert again.bytes() > 1000


def test_update_replaces_and_deletes(folder: Path) -> None:
    index = Index.open(folder)
    for _ in range(2):
        index.update([entry(1, "peace"), entry(2, "war")], [7])
        assert index.contents() == {1: 1, 2: 1}
    index.update([entry(1, "treaty", revision=2), entry(1, "summit", revision=3)], [2])
    assert index.contents() == {1: 3}
    assert index.find(parse("peace OR war OR treaty")).ids == []
    index.update([], [1])
    assert index.contents() == {}
    assert index.find(parse("summit")).ids == []
    index.update([entry(1, "peace")])
    assert index.find(parse("peace")).ids == [1]


def corrected(brief: int, title: str, text: int, revision: int = 2) -> IndexEntry:
    return IndexEntry(brief, revision, title, "", None, (), text)


def test_a_record_is_told_anew_without_its_text(folder: Path) -> None:
    index = Index.open(folder)
    index.update([replace(entry(brief, "peace", "war"), text_revision=10 + brief) for brief in range(3)])
    index.update([corrected(1, "treaty", 11)])
    assert (index.contents(), index.texts()) == ({0: 1, 1: 2, 2: 1}, {0: 10, 1: 11, 2: 12})
    found = index.find(parse("peace treaty"))
    assert (found.ids, found.best(1, 3), found.hits(1)) == ([1], [0], 1)
    index.update([corrected(1, "summit", 11, revision=3)], [0])
    assert index.find(parse("treaty")).ids == []
    assert index.find(parse("peace summit")).ids == [1]
    index.update([], [1])
    assert (index.contents(), index.find(parse("peace OR summit")).ids) == ({2: 1}, [2])


def test_a_record_whose_text_is_not_there_is_left_out(folder: Path) -> None:
    index = Index.open(folder)
    index.update([replace(entry(1, "peace"), text_revision=11), replace(entry(2), text_revision=12)])
    index.update([corrected(1, "treaty", 99), corrected(2, "treaty", 12), corrected(3, "treaty", 0)])
    assert index.contents() == {1: 1, 2: 1}
    assert index.find(parse("treaty")).ids == []


def test_an_error_while_updating_changes_nothing(folder: Path) -> None:
    index = Index.open(folder)
    index.update([entry(1, "peace")])

    def entries() -> list[IndexEntry]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        index.update(one for one in entries())
    with pytest.raises(IndexDamaged):
        index.update([entry(1, "war"), IndexEntry(2, 2**70, "", "", ())])
    assert index.find(parse("peace")).ids == [1]
    index.update([entry(2, "war")])
    assert index.contents() == {1: 1, 2: 1}


def test_few_segments_after_many_commits(folder: Path) -> None:
    index = Index.open(folder)
    for brief in range(60):
        index.update([entry(brief, f"peace number{brief}")])
    assert len(index.find(parse("peace")).ids) == 60
    assert len(list(folder.glob("*.seg"))) <= 8


def test_notices_what_another_process_committed(folder: Path) -> None:
    here, there = Index.open(folder), Index.open(folder)
    assert here.find(parse("peace")).ids == []
    there.update([entry(1, "peace")])
    assert here.find(parse("peace")).ids == [1]
    assert here.contents() == {1: 1}
    here.update([entry(2, "peace")])
    there.update([], [1])
    assert here.contents() == there.contents() == {2: 1}


def test_a_writer_that_waits_too_long_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.01)
    index = Index.open(folder)
    other = ArrayWriter(index._index)
    with pytest.raises(ArchiveUnusable) as locked:
        index.update([entry(1, "peace")])
    assert locked.value.problem is ArchiveProblem.LOCKED
    other.cancel()
    index.update([entry(1, "peace")])
    assert index.contents() == {1: 1}


@pytest.mark.parametrize(
    ("number", "problem"), [(errno.ENOSPC, ArchiveProblem.NO_SPACE), (errno.EROFS, ArchiveProblem.READ_ONLY)]
)
def test_a_disk_that_takes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, problem: ArchiveProblem
) -> None:
    index = Index.open(folder)
    index.update([entry(1, "peace")])

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(ArrayWriter, "_commit_toc", fail)
        with pytest.raises(ArchiveUnusable) as error:
            index.update([entry(2, "war")])
    assert error.value.problem is problem
    assert index.contents() == {1: 1}
    index.update([entry(2, "war")])
    assert index.contents() == {1: 1, 2: 1}


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("")
    with pytest.raises(ArchiveUnusable) as error:
        Index.open(tmp_path / "index")
    assert error.value.problem is ArchiveProblem.READ_ONLY


def test_opening_does_not_wait_for_a_writer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.01)
    index = Index.open(folder)
    index.update([entry(1, "peace")])
    writer = ArrayWriter(index._index)
    assert Index.open(folder).contents() == {1: 1}
    (folder / "stamp").unlink()
    with pytest.raises(ArchiveUnusable):
        Index.open(folder)
    writer.cancel()
    assert Index.open(folder).contents() == {}


def test_reset_is_noticed_by_others(folder: Path) -> None:
    index, other = Index.open(folder), Index.open(folder)
    index.update([entry(1, "peace")])
    assert other.contents() == {1: 1}
    index.reset()
    assert index.contents() == other.contents() == {}
    index.update([entry(2, "peace")])
    assert index.find(parse("peace")).ids == other.find(parse("peace")).ids == [2]


# ---- damage


def test_another_stamp_means_an_empty_index(folder: Path) -> None:
    index = Index.open(folder)
    index.update([entry(1, "peace")])
    index.close()
    (folder / "stamp").write_text("kinu-index schema=0")
    (folder / "notes.txt").write_text("not ours")
    assert Index.open(folder).contents() == {}
    assert (folder / "notes.txt").read_text() == "not ours"


@pytest.mark.parametrize("kind", ["*.seg", "*.toc", "stamp"])
@pytest.mark.parametrize("damage", ["gone", "empty", "half", "zeros", "noise"])
@pytest.mark.parametrize("opened", [False, True], ids=["closed", "open"])
def test_damage_is_noticed_and_mended(folder: Path, kind: str, damage: str, opened: bool) -> None:
    index = Index.open(folder)
    index.update([entry(brief, f"peace and war and {brief}" * 20) for brief in range(20)])
    index.close()
    (path,) = folder.glob(kind)
    whole = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        half = len(whole) // 2
        spoilt = {"empty": b"", "half": whole[:half], "zeros": bytes(len(whole)), "noise": os.urandom(len(whole))}
        path.write_bytes(spoilt[damage])
    if opened and kind != "stamp":
        with pytest.raises(IndexDamaged):
            index.find(parse("peace"))
    mended = Index.open(folder)
    assert mended.contents() == {}
    mended.update([entry(1, "peace")])
    assert mended.find(parse("peace")).ids == [1]


def test_damage_in_an_old_segment_stops_a_merge_not_the_program(folder: Path) -> None:
    index = Index.open(folder)
    index.update([entry(1, "peace")])
    index.close()
    (segment,) = folder.glob("*.seg")
    segment.write_bytes(segment.read_bytes()[:-40])
    with pytest.raises(IndexDamaged):
        index.update([entry(2, "war")])
    assert Index.open(folder).contents() == {}


KILLED = """
import os, signal, sys
from pathlib import Path
from kinu_reader.index import Index
from kinu_reader.index.engine import FileStorage
from kinu_reader.model import IndexEntry, PassageKind

index = Index.open(Path(sys.argv[1]))
index.update([IndexEntry(n, 1, "", "", ((0, PassageKind.BODY, "peace"),)) for n in range(30)])
left = int(sys.argv[2])

def counted(work):
    def step(*arguments, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return work(*arguments, **named)
    return step

for name in ("create_file", "rename_file", "delete_file"):
    setattr(FileStorage, name, counted(getattr(FileStorage, name)))
index.update([IndexEntry(n, 2, "", "", ((0, PassageKind.BODY, "peace"),)) for n in range(10, 40)], range(10))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_in_a_commit_leaves_the_old_or_the_new_state(tmp_path: Path) -> None:
    old, new = dict.fromkeys(range(30), 1), dict.fromkeys(range(10, 40), 2)
    states = []
    for steps in range(3, 40, 4):
        folder = tmp_path / str(steps)
        code = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(steps)], check=False).returncode
        index = Index.open(folder)
        states.append(index.contents())
        assert states[-1] in (old, new)
        assert sorted(index.find(parse("peace")).ids) == sorted(states[-1])
        index.update([entry(99, "peace")])
        assert 99 in index.contents()
        index.close()
        if code == 0:
            break
    assert states[0] == old
    assert states[-1] == new


# ---- threads


def test_searching_goes_on_while_another_thread_updates(folder: Path) -> None:
    index = Index.open(folder)
    index.update([entry(brief, "peace treaty", revision=0) for brief in range(10)])
    seen: list[int] = []
    errors: list[BaseException] = []
    done = threading.Event()

    def search() -> None:
        try:
            while not done.is_set():
                found = index.find(parse(['"peace treaty"', "일*"][0]))
                seen.append(len(found.ids))
                revisions = set(index.contents().values())
                assert len(revisions) == 1
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=search) for _ in range(2)]
    for thread in threads:
        thread.start()
    for revision in range(1, 20):
        index.update([entry(brief, "peace treaty", revision=revision) for brief in range(10)])
    done.set()
    for thread in threads:
        thread.join()
    assert errors == []
    assert set(seen) == {10}


def test_an_index_that_rested_answers_as_before(folder: Path) -> None:
    index = Index.open(folder)
    index.rest()  # nothing was read yet
    index.update([entry(n, f"peace talks {n}", "war and treaty") for n in range(1, 40)])
    asked = [parse(text) for text in ("peace", '"peace talks"', "war OR 7", "tre*")]
    before = [index.find(query).ids for query in asked]
    index.rest()
    assert [index.find(query).ids for query in asked] == before
    fresh = Index.open(folder)
    fresh.rest()
    assert [fresh.find(query).ids for query in asked] == before
