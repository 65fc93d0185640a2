"""The open catalogue of one archive."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kinu_reader.library import backup, files, review
from kinu_reader.library.authority import Authority
from kinu_reader.library.belongings import Belongings
from kinu_reader.library.bin import Bin
from kinu_reader.library.bookmarks import Bookmarks
from kinu_reader.library.checking import Checking
from kinu_reader.library.connection import CATALOGUE, Connections
from kinu_reader.library.decisions import Decisions, editions
from kinu_reader.library.edits import Edits
from kinu_reader.library.failures import Failures
from kinu_reader.library.filters import COUNTED, LATEST_FIRST, ORDERS, condition
from kinu_reader.library.former import Former
from kinu_reader.library.history import under_edits
from kinu_reader.library.keeping import BRIEF_COLUMNS, notes_of, put_brief
from kinu_reader.library.recognised import Recognised
from kinu_reader.library.rows import brief_from, index_entry, page_from, passage_from, with_passages
from kinu_reader.library.schema import MIGRATIONS, now
from kinu_reader.library.searches import Searches
from kinu_reader.library.shelves import Shelves
from kinu_reader.library.statements import PAGES, PASSAGES, SAME, TEXTS
from kinu_reader.library.visits import Visits
from kinu_reader.model import ArchiveProblem, ArchiveUnusable, Filters, Sort

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kinu_reader.model import (
        ArchivedBrief,
        BackedUp,
        Brief,
        FileKind,
        IndexEntry,
        Page,
        Passage,
        Progress,
        Record,
        ToReview,
    )

WITHIN = "WHERE id IN (SELECT value FROM json_each(?))"


class Library:
    """The briefs of an archive, their records, pages, passages and files. Usable from several threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._connections = Connections(folder)
        self.belongings = Belongings(self._connections)
        self.authority = Authority(self._connections)
        self.bin = Bin(self._connections, folder)
        self.bookmarks = Bookmarks(self._connections)
        self.checking = Checking(self._connections, folder)
        self.decisions = Decisions(self._connections)
        self.edits = Edits(self._connections)
        self.failures = Failures(self._connections)
        self.former = Former(self._connections)
        self.recognised = Recognised(self._connections)
        self.searches = Searches(self._connections)
        self.shelves = Shelves(self._connections)
        self.visits = Visits(self._connections)
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

    def back_up(self, file: Path, progress: Progress) -> BackedUp:
        """Write a backup of the archive, which may be written to meanwhile; see `backup.write`."""
        with self._connections.read() as connection:
            return backup.write(connection, self.folder, file, progress)

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
        """Return the brief of which a new file with this record is another version.

        It has the same institute, code and language, or had them before a person corrected them.
        """
        if record.code is None:
            return None
        values = {"code": record.code, "institute": record.institute, "language": record.language}
        with self._connections.read() as connection:
            row = connection.execute(SAME, values).fetchone()
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
            put_brief(connection, row[0], brief, record)
        return int(row[0])

    def reread(self, id: int, brief: Brief, record: Record) -> None:
        """Give a brief what the same file was newly read as; what a person said of its record stays."""
        with self._connections.write() as connection:
            put_brief(connection, id, brief, under_edits(connection, id, record))

    def replace(self, id: int, brief: Brief, record: Record, sha256: str, source: Path) -> None:
        """Give a brief a new version of its file; the file it had, and what a person said of its record, stay."""
        files.keep(source, self.original(sha256, brief.kind), sha256)
        with self._connections.write() as connection:
            connection.execute(
                "INSERT INTO former (sha256, brief, file, replaced_at, text) "
                "SELECT sha256, id, file, ?, text FROM brief WHERE id = ?",
                (now(), id),
            )
            connection.execute(
                "UPDATE brief SET sha256 = ?, file = ?, kind = ? WHERE id = ?", (sha256, brief.name, brief.kind, id)
            )
            put_brief(connection, id, brief, under_edits(connection, id, record))

    def also_known(self, id: int, sha256: str, file: str) -> None:
        """Note that a file with other bytes, an encrypted one say, gave this brief as well."""
        with self._connections.write() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO former (sha256, brief, file, replaced_at) VALUES (?, ?, ?, ?)",
                (sha256, id, file, now()),
            )

    def put_back(self, id: int, sha256: str, source: Path) -> None:
        """Keep the file of a known brief again if it has gone astray."""
        known = self.brief(id)
        if known is not None and known.sha256 == sha256 and files.find(self.folder, sha256) is None:
            files.keep(source, self.original(sha256, known.kind), sha256)

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

    def original(self, sha256: str, kind: FileKind) -> Path:
        """Return where the file with this content lies."""
        return files.original(self.folder, sha256, kind)

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
                f"SELECT {BRIEF_COLUMNS} FROM brief WHERE id {within}",
                (wanted,),
            ).fetchall()
            authors = _grouped(
                connection.execute(f"SELECT * FROM author WHERE brief {within} ORDER BY position", (wanted,))
            )
            tags = _grouped(connection.execute(f"SELECT * FROM tag WHERE brief {within} ORDER BY tag", (wanted,)))
            others = editions(connection, ids)
        return {
            id: brief_from(row, authors.get(id, ()), others.get(id, ()), [tag["tag"] for tag in tags.get(id, ())])
            for id, row in ((row["id"], row) for row in rows)
        }

    def ids(self, filters: Filters = Filters(), sort: Sort = Sort.RELEVANCE) -> list[int]:
        """Return the briefs within the filters, in order."""
        where, values = condition(filters)
        with self._connections.read() as connection:
            order = LATEST_FIRST if filters.recent and sort is Sort.RELEVANCE else ORDERS[sort]
            rows = connection.execute(f"SELECT id FROM brief WHERE {where} ORDER BY {order}", values)
            ids = [row[0] for row in rows]
            if filters.needs_review and sort is Sort.RELEVANCE:
                return review.ordered(connection, ids)
        return ids

    def to_review(self) -> list[ToReview]:
        """Return the briefs of one series whose same field is in doubt together, the largest group first."""
        with self._connections.read() as connection:
            return review.groups(connection)

    def named(self, name: str, *, binned: bool = False) -> list[int]:
        """Return the briefs on the shelf, or in the bin, with an id or a code ("CO 24-15", "CO 24-15/ko")."""
        code, _, language = name.partition("/")
        among = "(SELECT * FROM brief WHERE deleted_at IS NOT NULL)" if binned else "shelf"
        with self._connections.read() as connection:
            # Given as text: a person may type more digits than SQLite has numbers for.
            same = "id = CAST(:name AS INTEGER) AND CAST(id AS TEXT) = :name"
            if row := connection.execute(f"SELECT id FROM {among} WHERE {same}", {"name": name}).fetchone():
                return [row[0]]
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
        within, values = ("", ()) if ids is None else (WITHIN, (json.dumps(list(ids)),))
        with self._connections.read() as connection:
            rows = connection.execute(COUNTED[by].format(within) + " ORDER BY value", values).fetchall()
        return {str(row["value"]): row["n"] for row in rows if row["value"] is not None}

    # -- for the index

    def revisions(self, ids: Collection[int] | None = None) -> dict[int, int]:
        """Return the revision of every brief, or of these, as the index should hold it."""
        within, values = ("", ()) if ids is None else (WITHIN, (json.dumps(list(ids)),))
        with self._connections.read() as connection:
            return {row[0]: row[1] for row in connection.execute(f"SELECT id, revision FROM shelf {within}", values)}

    def index_entries(self, ids: Iterable[int], held: Mapping[int, int] | None = None) -> Iterator[IndexEntry]:
        """Yield what the index is to know of briefs, without the passages of those whose text it holds as it is."""
        revisions = self.revisions(list(ids))
        for id, brief in self.briefs(list(revisions)).items():
            with self._connections.read() as connection:
                notes = notes_of(connection, id)
            entry = index_entry(id, revisions[id], brief.record, notes)
            same = held is not None and held.get(id) == entry.text_revision
            yield entry if same else with_passages(entry, self.text(id), self.passages(id))


def _grouped(rows: Iterable[sqlite3.Row]) -> dict[int, list[Any]]:
    """Return rows by their brief."""
    groups: dict[int, list[Any]] = {}
    for row in rows:
        groups.setdefault(row["brief"], []).append(row)
    return groups
