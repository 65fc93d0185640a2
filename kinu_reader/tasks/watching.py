"""Folders from which new files are brought in while the program runs, kept for each archive on this machine alone.

Whoever watches looks now and then, and hands what a look returns to the next one. A file is new when it is at rest (the
same at two looks), has not been given to an import as it is, and holds what the archive does not have.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinu_reader import extract
from kinu_reader.paths import watch_file
from kinu_reader.tasks.importing import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kinu_reader.tasks.archive import Archive

Stamp = tuple[int, int]  # bytes, and time of the last change in nanoseconds: another stamp is another content


@dataclass(frozen=True)
class Watch:
    """Folders, and what is known of the files in them."""

    folders: tuple[Path, ...] = ()
    taken: Mapping[Path, Stamp] = field(default_factory=dict)  # imported, known or unreadable: not tried again as it is
    seen: Mapping[Path, Stamp] = field(default_factory=dict)  # at the last look, and not taken
    missing: tuple[Path, ...] = ()  # folders that are not there at the moment
    below: tuple[Path, ...] = ()  # the folders in the folders


def watched(archive: Archive) -> Watch:
    """Return what is watched for an archive; nothing if what was kept makes no sense."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        kept: Any = json.loads(watch_file(archive.library.archive_id).read_text(encoding="utf-8"))
        taken = {Path(name): (int(size), int(changed)) for name, (size, changed) in kept["taken"].items()}
        return Watch(tuple(Path(str(folder)) for folder in kept["folders"]), taken)
    return Watch()


def keep(archive: Archive, watch: Watch) -> None:
    """Keep what is watched; on a disk that takes nothing it lasts as long as the program."""
    file = watch_file(archive.library.archive_id)
    kept = {
        "folders": [str(folder) for folder in watch.folders],
        "taken": {str(path): stamp for path, stamp in watch.taken.items()},
    }
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_text(json.dumps(kept, ensure_ascii=True), encoding="utf-8")
        part.replace(file)


def new_files(archive: Archive, watch: Watch) -> tuple[tuple[Path, ...], Watch]:
    """Look: return the files to import, and what to look with next time."""
    missing = tuple(folder for folder in watch.folders if not folder.is_dir())
    there = [folder for folder in watch.folders if folder not in missing]
    stamps = {path: stamp for path in walk(there) if (stamp := _stamp(path))}
    gone = {path for path in watch.taken if path not in stamps and any(path.is_relative_to(f) for f in there)}
    taken = {path: stamp for path, stamp in watch.taken.items() if path not in gone}
    fresh = {path: stamp for path, stamp in stamps.items() if taken.get(path) != stamp}
    at_rest = [path for path, stamp in fresh.items() if watch.seen.get(path) == stamp]
    known = {path: _is_known(archive, path) for path in at_rest}
    taken |= {path: fresh[path] for path in at_rest if known[path]}
    new = tuple(path for path in at_rest if known[path] is False)
    seen = {path: stamp for path, stamp in fresh.items() if taken.get(path) != stamp}
    below = tuple(Path(at, name) for folder in there for at, names, _ in os.walk(folder) for name in sorted(names))
    return new, replace(watch, taken=taken, seen=seen, missing=missing, below=below)


def take(watch: Watch, paths: Iterable[Path]) -> Watch:
    """Note that files were given to an import and whatever could be done with them is done."""
    taken = {path: watch.seen[path] for path in paths if path in watch.seen}
    seen = {path: stamp for path, stamp in watch.seen.items() if path not in taken}
    return replace(watch, taken={**watch.taken, **taken}, seen=seen)


def _stamp(path: Path) -> Stamp | None:
    """Return the state of a file; None if it went away, or may not be looked at."""
    with suppress(OSError):
        status = path.stat()
        return status.st_size, status.st_mtime_ns
    return None


def _is_known(archive: Archive, path: Path) -> bool | None:
    """Tell whether the archive has, or in its bin had, what a file holds; None if it cannot be read just now."""
    try:
        return archive.library.known(extract.fingerprint(path)) is not None
    except OSError:
        return None
