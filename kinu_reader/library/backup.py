"""An archive in one file: catalogue, originals and own profiles, with the SHA-256 of each; and the way back.

The file is a ZIP archive in which nothing is compressed. It is written beside its place, read back and only then put
there. The index is not in it: it is made anew from the catalogue.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import sqlite3
import struct
import zipfile
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from kinu_reader.library import files
from kinu_reader.library.files import CHUNK
from kinu_reader.library.schema import MIGRATIONS, now
from kinu_reader.model import BackedUp, BackupProblem, BackupUnusable, Progress, Restored, Step, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CATALOGUE, MANIFEST = "catalogue.sqlite", "manifest.json"
KIND, FORM = "kinu-reader-backup", 1
# Whatever else a backup from someone else may name, only these are ever written, and only below the archive's folder.
ENDS = "|".join(map(re.escape, files.SUFFIXES.values()))
NAMES = re.compile(rf"catalogue\.sqlite|files/[0-9a-f]{{2}}/[0-9a-f]{{64}}(?:{ENDS})|profiles/[\w .-]+\.toml")
MANIFEST_MOST = 256 << 20  # bytes; enough for a million files
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True)
class Entry:
    """A file in a backup."""

    name: str
    sha256: str
    bytes: int


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    archive_id: str
    schema: int
    created_at: str
    entries: tuple[Entry, ...]


# -- out


def write(connection: sqlite3.Connection, folder: Path, file: Path, progress: Progress) -> BackedUp:
    """Write a backup; the catalogue may be written to meanwhile, and is kept as it was at the beginning.

    Raises:
        BackupUnusable: if it cannot be written; a file that had its name before is then still there.
        Cancelled: if asked to stop.
    """
    part, copy = file.with_name(f"{file.name}.part"), file.with_name(f"{file.name}.catalogue.part")
    try:
        with _disk(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            copy.unlink(missing_ok=True)
            _copy(connection, copy)
            briefs = _briefs(copy)
            entries = _write(part, {CATALOGUE: copy, **_sources(folder, briefs)}, copy, progress)
            _verify(part, entries, progress)
            part.replace(file)
            right = {entry.sha256 for entry in entries}
            lacking = tuple(name for sha256, (name, needed) in briefs.items() if needed and sha256 not in right)
            return BackedUp(file, len(entries), file.stat().st_size, lacking)
    finally:
        for left in (part, copy):
            with suppress(OSError):  # where nothing could be written nothing is left either
                left.unlink()


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it


def _briefs(catalogue: Path) -> dict[str, tuple[str, bool]]:
    """Return the names of all files by their SHA-256, and whether each has to be there."""
    with closing(sqlite3.connect(catalogue)) as connection:
        rows = connection.execute(
            "SELECT sha256, file, text IS NOT NULL FROM former UNION ALL SELECT sha256, file, 1 FROM brief"
        ).fetchall()
    return {sha256: (file, bool(needed)) for sha256, file, needed in rows}


def _sources(folder: Path, briefs: Iterable[str]) -> dict[str, Path]:
    """Return the originals that are there, and the profiles, by their names in a backup."""
    originals = filter(None, (files.find(folder, sha256) for sha256 in briefs))
    found = {path.relative_to(folder).as_posix(): path for path in (*originals, *folder.glob("profiles/*.toml"))}
    return {name: path for name, path in found.items() if NAMES.fullmatch(name)}


def _write(part: Path, sources: dict[str, Path], catalogue: Path, progress: Progress) -> list[Entry]:
    entries: list[Entry] = []
    with part.open("wb") as raw:
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as backup:
            for done, (name, source) in enumerate(sources.items()):
                progress.step(Step(done, 2 * len(sources), name.rsplit("/", 1)[-1], work=Work.BACKUP))
                entries.append(_put(backup, name, source))
            with closing(sqlite3.connect(catalogue)) as connection:
                (archive_id,) = connection.execute("SELECT value FROM meta WHERE key = 'archive_id'").fetchone()
            manifest = Manifest(archive_id, len(MIGRATIONS), now(), tuple(entries))
            said = json.dumps({"kind": KIND, "form": FORM, **asdict(manifest)}, ensure_ascii=False, indent=1)
            backup.writestr(MANIFEST, said)
        raw.flush()
        os.fsync(raw.fileno())
    return entries


def _put(backup: zipfile.ZipFile, name: str, source: Path) -> Entry:
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as original, backup.open(name, "w", force_zip64=True) as kept:
        while chunk := original.read(CHUNK):
            digest.update(chunk)
            kept.write(chunk)
            size += len(chunk)
    return Entry(name, digest.hexdigest(), size)


def _verify(part: Path, entries: list[Entry], progress: Progress) -> None:
    """Read a backup just written: what a disk took is not always what it gives."""
    with zipfile.ZipFile(part) as backup:
        for done, entry in enumerate(entries):
            progress.step(Step(len(entries) + done, 2 * len(entries), work=Work.BACKUP))
            for _ in _checked(backup, entry, part):
                pass
    progress.step(Step(2 * len(entries), 2 * len(entries), work=Work.BACKUP))


# -- back


def restore(file: Path, folder: Path, progress: Progress, *, replace: bool = False) -> Restored:
    """Put the archive of a backup into a folder that is empty or not there yet.

    With `replace` the folder may hold the same archive, which is moved aside and stays as it is.

    Raises:
        BackupUnusable: if the backup or the folder cannot be used; then nothing was changed.
        Cancelled: if asked to stop.
    """
    part = folder.with_name(f".{folder.name}.part")
    try:
        with _disk(folder), _opened(file) as (backup, manifest):
            occupied = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
            if occupied:
                _allow(folder, manifest, replace)
            _unpack(backup, manifest, file, part, progress)
            aside = _unused(folder) if occupied else None
            if aside is not None:
                folder.rename(aside)
            elif folder.exists():
                folder.rmdir()
            part.rename(folder)
            return Restored(folder, len(manifest.entries), aside)
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def _opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """Give an open backup and what it says of itself; anything wrong with its form is BackupUnusable."""
    if not file.is_file():
        raise BackupUnusable(BackupProblem.NOT_A_BACKUP, file, "there is no such file")
    try:
        with zipfile.ZipFile(file) as backup:
            yield backup, _manifest(backup, file)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error) as error:
        with file.open("rb") as raw:
            begins_well = raw.read(4) == b"PK\x03\x04"
        problem = BackupProblem.DAMAGED if begins_well else BackupProblem.NOT_A_BACKUP
        raise BackupUnusable(problem, file, str(error)) from error


def _manifest(backup: zipfile.ZipFile, file: Path) -> Manifest:
    if MANIFEST not in backup.namelist() or backup.getinfo(MANIFEST).file_size > MANIFEST_MOST:
        raise BackupUnusable(BackupProblem.NOT_A_BACKUP, file, f"no {MANIFEST}")
    try:
        said: Any = json.loads(backup.read(MANIFEST))
        if said["kind"] != KIND:
            raise BackupUnusable(BackupProblem.NOT_A_BACKUP, file, "another kind of file")
        if said["form"] > FORM or said["schema"] > len(MIGRATIONS):
            raise BackupUnusable(BackupProblem.NEWER, file)
        entries = tuple(Entry(str(e["name"]), str(e["sha256"]), int(e["bytes"])) for e in said["entries"])
        manifest = Manifest(str(said["archive_id"]), int(said["schema"]), str(said["created_at"]), entries)
    except (KeyError, TypeError, ValueError) as error:
        raise BackupUnusable(BackupProblem.DAMAGED, file, repr(error)) from error
    names = [entry.name for entry in entries]
    if CATALOGUE not in names or len(set(names)) != len(names) or not all(map(NAMES.fullmatch, names)):
        raise BackupUnusable(BackupProblem.DAMAGED, file, "it names files that no archive has")
    return manifest


def _allow(folder: Path, manifest: Manifest, replace: bool) -> None:
    """Complain unless the archive in a folder may be moved aside for this one."""
    if not replace or not (folder / CATALOGUE).is_file():
        raise BackupUnusable(BackupProblem.OCCUPIED, folder)
    there = _id_of(folder)
    if there is not None and there != manifest.archive_id:
        raise BackupUnusable(BackupProblem.OTHER_ARCHIVE, folder)


def _id_of(folder: Path) -> str | None:
    """Return the id of the archive in a folder, or None if its catalogue is too damaged to tell."""
    try:
        with closing(sqlite3.connect((folder / CATALOGUE).absolute().as_uri() + "?mode=ro", uri=True)) as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = 'archive_id'").fetchone()
    except sqlite3.DatabaseError:
        return None
    return None if row is None else str(row[0])


def _unpack(backup: zipfile.ZipFile, manifest: Manifest, file: Path, part: Path, progress: Progress) -> None:
    """Write the files of a backup below a folder, each compared with the manifest."""
    shutil.rmtree(part, ignore_errors=True)
    part.parent.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(part.parent).free < sum(entry.bytes for entry in manifest.entries):
        raise BackupUnusable(BackupProblem.NO_SPACE, part.parent)
    for done, entry in enumerate(manifest.entries):
        progress.step(Step(done, len(manifest.entries), entry.name.rsplit("/", 1)[-1], work=Work.RESTORE))
        target = part / entry.name
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as out:
            for chunk in _checked(backup, entry, file):
                out.write(chunk)
    progress.step(Step(len(manifest.entries), len(manifest.entries), work=Work.RESTORE))


def _checked(backup: zipfile.ZipFile, entry: Entry, file: Path) -> Iterator[bytes]:
    """Yield the content of a file in a backup; at the end it turns out whether it is what the manifest says.

    Raises:
        BackupUnusable: if it is not.
    """
    info = backup.NameToInfo.get(entry.name)
    if info is None or info.file_size != entry.bytes or info.compress_type != zipfile.ZIP_STORED:
        raise BackupUnusable(BackupProblem.DAMAGED, file, entry.name)
    digest = hashlib.sha256()
    with backup.open(info) as kept:
        while chunk := kept.read(CHUNK):
            digest.update(chunk)
            yield chunk
    if digest.hexdigest() != entry.sha256:
        raise BackupUnusable(BackupProblem.DAMAGED, file, entry.name)


def _unused(folder: Path) -> Path:
    """Return a name beside a folder that nothing has."""
    number = 1
    while (aside := folder.with_name(f"{folder.name}.before-restore-{number}")).exists():
        number += 1
    return aside


@contextmanager
def _disk(path: Path) -> Iterator[None]:
    """Say why something cannot be written."""
    try:
        yield
    except OSError as error:
        problem = BackupProblem.NO_SPACE if error.errno in FULL else BackupProblem.READ_ONLY
        raise BackupUnusable(problem, path, str(error)) from error
