"""One SQLite connection for each thread, and SQLite's complaints as errors a person can act on."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kinu_reader.library.schema import migrate
from kinu_reader.model import ArchiveProblem, ArchiveUnusable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CATALOGUE = "catalogue.sqlite"
WAIT_SECONDS = 10.0  # for another program to finish its transaction

PROBLEMS = {
    sqlite3.SQLITE_BUSY: ArchiveProblem.LOCKED,
    sqlite3.SQLITE_LOCKED: ArchiveProblem.LOCKED,
    sqlite3.SQLITE_READONLY: ArchiveProblem.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: ArchiveProblem.READ_ONLY,
    sqlite3.SQLITE_PERM: ArchiveProblem.READ_ONLY,
    sqlite3.SQLITE_FULL: ArchiveProblem.NO_SPACE,
}


class Connections:
    """The connections to one catalogue; each thread gets its own at first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        with self.translated():
            migrate(self._here(), folder)

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._all:
                connection.close()
            self._all.clear()
        self._local = threading.local()

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn what SQLite raises into ArchiveUnusable."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.IntegrityError):  # a mistake of ours, not a state of the archive
                raise
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte; the rest are details
            raise ArchiveUnusable(PROBLEMS.get(code, ArchiveProblem.DAMAGED), self._folder, str(error)) from error
        except OSError as error:
            problem = ArchiveProblem.NO_SPACE if error.errno == 28 else ArchiveProblem.READ_ONLY
            raise ArchiveUnusable(problem, self._folder, str(error)) from error

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Give a connection to read with."""
        with self.translated():
            yield self._here()

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Give a connection inside a transaction: all of it is kept, or nothing."""
        with self.translated():
            connection = self._here()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _here(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._connect()
            with self._lock:
                self._all.append(connection)
        return connection

    def _connect(self) -> sqlite3.Connection:
        path = self._folder / CATALOGUE
        # A write-ahead log needs to write even for reading; an archive on a read-only disk is opened without one.
        frozen = not os.access(self._folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK))
        if frozen and not path.exists():
            raise ArchiveUnusable(ArchiveProblem.READ_ONLY, self._folder)
        connection = sqlite3.connect(
            path.absolute().as_uri() + ("?immutable=1" if frozen else ""),
            uri=True,
            timeout=WAIT_SECONDS,
            isolation_level=None,
            check_same_thread=False,  # each thread uses its own; only close() touches the others
        )
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        if not frozen:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        return connection
