"""The open catalogue of one archive."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kinu_reader.library import files
from kinu_reader.library.connection import CATALOGUE, Connections
from kinu_reader.library.filters import COUNTED, ORDERS, condition
from kinu_reader.library.rows import (
    author_rows,
    brief_from,
    index_entry,
    page_from,
    passage_from,
    record_as_json,
    record_from,
    record_from_json,
    record_values,
)
from kinu_reader.library.schema import MIGRATIONS, now
from kinu_reader.library.searches import Searches
from kinu_reader.library.statements import EDITIONS, PAGE_COLUMNS, PAGES, PASSAGES, TEXTS
from kinu_reader.model import ArchiveProblem, ArchiveUnusable, Failure, FailureKind, FileKind, Filters, Sort

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kinu_reader.model import ArchivedBrief, Brief, IndexEntry, Page, Passage, Record


class Library:
    """The briefs of an archive, their records, pages, passages and files. Usable from several threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._connections = Connections(folder)
        self.searches = Searches(self._connections)
        with self._connections.read() as connection:
            self.archive_id: str = connection.execute("SELECT value FROM meta WHERE key = 'archive_id'").fetchone()[0]

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Library:
        """Open the archive in a folder, or make one there.

        Raises:
            ArchiveUnusable: with the reason why.
        """
        if not (folder / CATALOGUE).exists():
            if not create:
                raise ArchiveUnusable(ArchiveProblem.NOT_AN_ARCHIVE, folder, "no catalogue.sqlite")
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ArchiveUnusable(ArchiveProblem.READ_ONLY, folder, str(error)) from error
        return cls(folder)

    @staticmethod
    def is_archive(folder: Path) -> bool:
        """Tell whether a folder holds an archive."""
        return (folder / CATALOGUE).is_file()

    @property
    def version(self) -> int:
        """The version of the tables."""
        return len(MIGRATIONS)

    def close(self) -> None:
        """Close the catalogue."""
        self._connections.close()

    # -- bringing in

    def known(self, sha256: str) -> int | None:
        """Return the brief, on the shelf or in the bin, that has, or once had, a file with this content."""
        with self._connections.read() as connection:
            row = connection.execute(
                "SELECT id FROM brief WHERE sha256 = ? UNION ALL SELECT brief FROM former WHERE sha256 = ?",
                (sha256, sha256),
            ).fetchone()
        return None if row is None else row[0]

    def same_brief(self, record: Record) -> int | None:
        """Return the brief of which a new file with this record is another version: same institute, code, language."""
        if record.code is None:
            return None
        with self._connections.read() as connection:
            row = connection.execute(
                "SELECT id FROM shelf WHERE code = ? AND institute IS ? AND language IS ?",
                (record.code, record.institute, record.language),
            ).fetchone()
        return None if row is None else row[0]

    def add(self, brief: Brief, record: Record, sha256: str, source: Path) -> int:
        """Keep a brief and its file; return its id. All of it is kept, or nothing."""
        files.keep(source, self.original(sha256, brief.kind), sha256)
        with self._connections.write() as connection:
            row = connection.execute(
                "INSERT INTO brief (sha256, file, kind, text, revision, imported_at, provenance, needs_review) "
                "VALUES (?, ?, ?, '', 0, ?, '', '') RETURNING id",
                (sha256, brief.name, brief.kind, now()),
            ).fetchone()
            self._put(connection, row[0], brief, record)
        return int(row[0])

    def reread(self, id: int, brief: Brief, record: Record) -> None:
        """Give a brief what the same file was newly read as."""
        with self._connections.write() as connection:
            self._clear(connection, id)
            self._put(connection, id, brief, record)

    def replace(self, id: int, brief: Brief, record: Record, sha256: str, source: Path) -> None:
        """Give a brief a new version of its file; the file it had is kept and stays known."""
        files.keep(source, self.original(sha256, brief.kind), sha256)
        with self._connections.write() as connection:
            connection.execute(
                "INSERT INTO former (sha256, brief, file, replaced_at) SELECT sha256, id, file, ? FROM brief "
                "WHERE id = ?",
                (now(), id),
            )
            self._clear(connection, id)
            connection.execute(
                "UPDATE brief SET sha256 = ?, file = ?, kind = ? WHERE id = ?", (sha256, brief.name, brief.kind, id)
            )
            self._put(connection, id, brief, record)

    def _clear(self, connection: sqlite3.Connection, id: int) -> None:
        for table in ("page", "passage"):
            connection.execute(f"DELETE FROM {table} WHERE brief = ?", (id,))

    def also_known(self, id: int, sha256: str, file: str) -> None:
        """Note that a file with other bytes, an encrypted one say, gave this brief as well."""
        with self._connections.write() as connection:
            connection.execute("INSERT OR IGNORE INTO former VALUES (?, ?, ?, ?)", (sha256, id, file, now()))

    def recognised(self, sha256: str) -> dict[int, bytes]:
        """Return what was read off the pictures of a file's pages, by page."""
        with self._connections.read() as connection:
            return dict(
                connection.execute("SELECT page, content FROM recognised WHERE sha256 = ?", (sha256,)).fetchall()
            )

    def keep_recognised(self, sha256: str, pages: Mapping[int, bytes]) -> None:
        """Keep what was read off the pictures of pages: it takes long to read it again."""
        rows = [(sha256, page, content) for page, content in pages.items()]
        with self._connections.write() as connection:
            connection.executemany("INSERT OR REPLACE INTO recognised VALUES (?, ?, ?)", rows)

    def unseen(self, ids: Collection[int] | None = None) -> int:
        """Return how many briefs (of these, or of all) have pages whose text a search cannot see."""
        within = "" if ids is None else "AND brief IN (SELECT value FROM json_each(?))"
        values = () if ids is None else (json.dumps(list(ids)),)
        query = (
            "SELECT count(DISTINCT brief) FROM page INDEXED BY page_unseen JOIN shelf ON id = brief "
            f"WHERE state IN ('no-text', 'broken-fonts') {within}"
        )
        with self._connections.read() as connection:
            return int(connection.execute(query, values).fetchone()[0])

    def edit(self, id: int, record: Record) -> None:
        """Give a brief the record that a person wants; the one it had can be had back by `undo_edit`."""
        with self._connections.write() as connection:
            before = self._record(connection, id)
            connection.execute(
                "INSERT INTO edit (brief, before, edited_at) VALUES (?, ?, ?)", (id, record_as_json(before), now())
            )
            self._put_record(connection, id, record)

    def undo_edit(self, id: int | None = None) -> int | None:
        """Take back the last edit (of one brief, or of any); return its brief, or None if there is none."""
        with self._connections.write() as connection:
            row = connection.execute(
                "SELECT * FROM edit WHERE brief = coalesce(?, brief) ORDER BY id DESC LIMIT 1", (id,)
            ).fetchone()
            if row is None:
                return None
            self._put_record(connection, row["brief"], record_from_json(row["before"]))
            connection.execute("DELETE FROM edit WHERE id = ?", (row["id"],))
        return int(row["brief"])

    def _record(self, connection: sqlite3.Connection, id: int) -> Record:
        row = connection.execute("SELECT * FROM brief WHERE id = ?", (id,)).fetchone()
        authors = connection.execute("SELECT * FROM author WHERE brief = ? ORDER BY position", (id,)).fetchall()
        return record_from(row, authors)

    def _put_record(self, connection: sqlite3.Connection, id: int, record: Record) -> None:
        text = connection.execute("SELECT text FROM brief WHERE id = ?", (id,)).fetchone()[0]
        rows = connection.execute("SELECT * FROM passage WHERE brief = ? ORDER BY number", (id,)).fetchall()
        entry = index_entry(id, record, text, [passage_from(row) for row in rows])
        values = {"revision": entry.revision, **record_values(record)}
        names = ", ".join(f"{name} = :{name}" for name in values)
        connection.execute(f"UPDATE brief SET {names} WHERE id = :id", {**values, "id": id})
        connection.execute("DELETE FROM author WHERE brief = ?", (id,))
        connection.executemany("INSERT INTO author VALUES (?, ?, ?, ?, ?, ?, ?)", author_rows(id, record.authors))

    def _put(self, connection: sqlite3.Connection, id: int, brief: Brief, record: Record) -> None:
        connection.execute("UPDATE brief SET text = ? WHERE id = ?", (brief.text, id))
        connection.executemany(
            f"INSERT INTO page ({', '.join(PAGE_COLUMNS)}) VALUES ({', '.join('?' * len(PAGE_COLUMNS))})",
            [(id, *(getattr(page, name) for name in PAGE_COLUMNS[1:])) for page in brief.pages],
        )
        connection.executemany(
            "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(id, p.number, p.start, p.end, p.page, p.kind, p.language) for p in brief.passages],
        )
        self._put_record(connection, id, record)

    def original(self, sha256: str, kind: FileKind) -> Path:
        """Return where the file with this content lies."""
        return files.original(self.folder, sha256, kind)

    # -- what could not be brought in

    def put_failure(self, failure: Failure) -> None:
        """Keep a failure until the file is imported or the failure dismissed."""
        with self._connections.write() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO failure VALUES (?, ?, ?, ?)",
                (failure.path, failure.kind, failure.detail, now()),
            )

    def failures(self) -> list[Failure]:
        """Return what could not be imported, oldest first."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT path, kind, detail FROM failure ORDER BY failed_at, path").fetchall()
        return [Failure(row["path"], FailureKind(row["kind"]), row["detail"]) for row in rows]

    def dismiss_failure(self, path: str) -> None:
        """Forget a failure."""
        with self._connections.write() as connection:
            connection.execute("DELETE FROM failure WHERE path = ?", (path,))

    # -- the bin

    def delete(self, ids: Iterable[int]) -> None:
        """Put briefs into the bin; nothing of them is lost until it is emptied."""
        self._mark("UPDATE brief SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", [(now(), id) for id in ids])

    def undelete(self, ids: Iterable[int]) -> None:
        """Put briefs back on the shelf."""
        self._mark("UPDATE brief SET deleted_at = NULL WHERE id = ?", [(id,) for id in ids])

    def empty_bin(self) -> int:
        """Remove what is in the bin for good, with its files; return how many briefs that were."""
        with self._connections.write() as connection:
            gone = connection.execute("SELECT id, sha256, kind FROM brief WHERE deleted_at IS NOT NULL").fetchall()
            former = connection.execute(
                "SELECT former.sha256, kind FROM former JOIN brief ON id = brief WHERE deleted_at IS NOT NULL"
            ).fetchall()
            connection.execute("DELETE FROM brief WHERE deleted_at IS NOT NULL")
        for row in (*gone, *former):  # after the rows: a crash between leaves a file too many, never one too few
            self.original(row["sha256"], FileKind(row["kind"])).unlink(missing_ok=True)
        return len(gone)

    def _mark(self, sql: str, rows: list[tuple[Any, ...]]) -> None:
        with self._connections.write() as connection:
            connection.executemany(sql, rows)

    # -- looking up

    def brief(self, id: int) -> ArchivedBrief | None:
        """Return one brief."""
        return self.briefs([id]).get(id)

    def briefs(self, ids: Sequence[int]) -> dict[int, ArchivedBrief]:
        """Return those of the briefs that exist."""
        wanted = json.dumps(list(ids))
        within = "IN (SELECT value FROM json_each(?))"
        with self._connections.read() as connection:
            rows = connection.execute(
                f"SELECT brief.*, (SELECT count(*) FROM page WHERE brief = id) AS pages FROM brief WHERE id {within}",
                (wanted,),
            ).fetchall()
            authors = _grouped(
                connection.execute(f"SELECT * FROM author WHERE brief {within} ORDER BY position", (wanted,))
            )
            tags = _grouped(connection.execute(f"SELECT * FROM tag WHERE brief {within} ORDER BY tag", (wanted,)))
            editions = _grouped(connection.execute(EDITIONS, (wanted,)))
        return {
            id: brief_from(
                row,
                authors.get(id, ()),
                [other["edition"] for other in editions.get(id, ())],
                [tag["tag"] for tag in tags.get(id, ())],
            )
            for id, row in ((row["id"], row) for row in rows)
        }

    def ids(self, filters: Filters = Filters(), sort: Sort = Sort.RELEVANCE) -> list[int]:
        """Return the briefs within the filters, in order."""
        where, values = condition(filters)
        with self._connections.read() as connection:
            rows = connection.execute(f"SELECT id FROM brief WHERE {where} ORDER BY {ORDERS[sort]}", values)
            return [row[0] for row in rows]

    def named(self, name: str, *, binned: bool = False) -> list[int]:
        """Return the briefs on the shelf, or in the bin, with an id or a code ("CO 24-15", "CO 24-15/ko")."""
        code, _, language = name.partition("/")
        among = "(SELECT * FROM brief WHERE deleted_at IS NOT NULL)" if binned else "shelf"
        with self._connections.read() as connection:
            if name.isdecimal() and connection.execute(f"SELECT 1 FROM {among} WHERE id = ?", (int(name),)).fetchone():
                return [int(name)]
            rows = connection.execute(
                f"SELECT id FROM {among} WHERE replace(code, ' ', '') = replace(?, ' ', '') COLLATE NOCASE "
                "AND (? = '' OR language = ?) ORDER BY id",
                (code, language, language),
            )
            return [row[0] for row in rows]

    def text(self, id: int) -> str:
        """Return the canonical text of a brief; empty if there is none with this id."""
        with self._connections.read() as connection:
            row = connection.execute("SELECT text FROM brief WHERE id = ?", (id,)).fetchone()
        return "" if row is None else row[0]

    def pages(self, id: int) -> tuple[Page, ...]:
        """Return the pages of a brief in order."""
        return self._pages(id, "characters")

    def page_bounds(self, id: int) -> tuple[Page, ...]:
        """Return the pages of a brief without their character maps, which are most of their size."""
        return self._pages(id, "x'' AS characters")

    def _pages(self, id: int, characters: str) -> tuple[Page, ...]:
        with self._connections.read() as connection:
            return tuple(map(page_from, connection.execute(PAGES.format(characters), (json.dumps([id]),))))

    def bounds_of(self, ids: Collection[int]) -> dict[int, tuple[Page, ...]]:
        """Return the `page_bounds` of some briefs."""
        with self._connections.read() as connection:
            pages = _grouped(connection.execute(PAGES.format("x'' AS characters"), (json.dumps(list(ids)),)))
        return {id: tuple(map(page_from, pages.get(id, ()))) for id in ids}

    def passages(self, id: int) -> tuple[Passage, ...]:
        """Return the passages of a brief in reading order."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT * FROM passage WHERE brief = ? ORDER BY number", (id,)).fetchall()
        return tuple(map(passage_from, rows))

    def passage_texts(self, id: int, numbers: Sequence[int]) -> list[tuple[Passage, str]]:
        """Return some passages of a brief with their words, in the order asked for; what is not there is left out."""
        return [(passage, words) for _, passage, words in self.words_of({id: numbers})]

    def words_of(self, wanted: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, Passage, str]]:
        """Yield passages, named by brief and number, with their words; likewise."""
        places = json.dumps([(brief, number) for brief, numbers in wanted.items() for number in numbers])
        with self._connections.read() as connection:
            rows = connection.execute(PASSAGES, (places,)).fetchall()
            texts = dict(connection.execute(TEXTS, (json.dumps(list(wanted)),)))  # SQLite cuts a long text slowly
        for row in rows:
            yield row["brief"], passage_from(row), texts[row["brief"]][row["start"] : row["end"]]

    # -- counting

    def count(self) -> tuple[int, int]:
        """Return the numbers of briefs and of passages."""
        with self._connections.read() as connection:
            row = connection.execute(
                "SELECT (SELECT count(*) FROM shelf), (SELECT count(*) FROM passage JOIN shelf ON brief = id)"
            ).fetchone()
        return row[0], row[1]

    def count_by(self, by: str, ids: Collection[int] | None = None) -> dict[str, int]:
        """Return how many briefs (of these, or all) have each year, series, lang, author or division."""
        within = "" if ids is None else "WHERE id IN (SELECT value FROM json_each(?))"
        values = () if ids is None else (json.dumps(list(ids)),)
        with self._connections.read() as connection:
            rows = connection.execute(COUNTED[by].format(within) + " ORDER BY value", values).fetchall()
        return {str(row["value"]): row["n"] for row in rows if row["value"] is not None}

    # -- for the index

    def revisions(self) -> dict[int, int]:
        """Return the revision of every brief, as the index should hold it."""
        with self._connections.read() as connection:
            return {row[0]: row[1] for row in connection.execute("SELECT id, revision FROM shelf")}

    def index_entries(self, ids: Iterable[int]) -> Iterator[IndexEntry]:
        """Yield what the index is to know of briefs."""
        for id, brief in self.briefs(list(ids)).items():
            yield index_entry(id, brief.record, self.text(id), self.passages(id))


def _grouped(rows: Iterable[sqlite3.Row]) -> dict[int, list[Any]]:
    """Return rows by their brief."""
    groups: dict[int, list[Any]] = {}
    for row in rows:
        groups.setdefault(row["brief"], []).append(row)
    return groups
