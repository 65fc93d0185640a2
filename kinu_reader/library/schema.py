"""The tables of the catalogue, and how an older catalogue becomes today's.

`MIGRATIONS[n]` takes a catalogue from version n to n + 1. They only ever go forward, each in one transaction, and
a copy of the catalogue as it was is kept beside it.
"""

from __future__ import annotations

import sqlite3
import uuid
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kinu_reader.library import files
from kinu_reader.model import ArchiveProblem, ArchiveUnusable, FileKind

if TYPE_CHECKING:
    from pathlib import Path

FIRST = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE brief (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    revision INTEGER NOT NULL,
    imported_at TEXT NOT NULL,
    institute TEXT, series TEXT, code TEXT, number TEXT, year INTEGER, title TEXT, subtitle TEXT, date TEXT,
    language TEXT, place TEXT, url TEXT, doi TEXT, copyright TEXT, disclaimer TEXT,
    provenance TEXT NOT NULL,
    needs_review TEXT NOT NULL
);
CREATE INDEX brief_code ON brief (code);
CREATE INDEX brief_series ON brief (series);

CREATE TABLE author (
    brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL, family TEXT, given TEXT, role TEXT, division TEXT,
    PRIMARY KEY (brief, position)
) WITHOUT ROWID;

CREATE TABLE page (
    brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    number INTEGER NOT NULL,
    label TEXT NOT NULL,
    width REAL NOT NULL, height REAL NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL,
    state TEXT NOT NULL,
    characters BLOB NOT NULL,
    PRIMARY KEY (brief, number)
);

CREATE TABLE passage (
    brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL,
    page INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (brief, number)
) WITHOUT ROWID;

CREATE TABLE former (
    sha256 TEXT PRIMARY KEY,
    brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    file TEXT NOT NULL,
    replaced_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE tag (
    brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (brief, tag)
) WITHOUT ROWID;

CREATE TABLE failure (path TEXT PRIMARY KEY, kind TEXT NOT NULL, detail TEXT NOT NULL, failed_at TEXT NOT NULL)
    WITHOUT ROWID;
"""

SAVED_SEARCHES = """
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL UNIQUE,
    saved_at TEXT NOT NULL,
    seen_at TEXT NOT NULL
);
CREATE TABLE history (text TEXT PRIMARY KEY, asked_at TEXT NOT NULL) WITHOUT ROWID;
"""

EDITS = """
CREATE TABLE edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    before TEXT NOT NULL,
    edited_at TEXT NOT NULL
);
CREATE INDEX edit_brief ON edit (brief);
"""

BIN = """
ALTER TABLE brief ADD COLUMN deleted_at TEXT;
CREATE VIEW shelf AS SELECT * FROM brief WHERE deleted_at IS NULL;
"""

READING = """
ALTER TABLE brief ADD COLUMN first_page INTEGER;
DROP VIEW shelf;
CREATE VIEW shelf AS SELECT * FROM brief WHERE deleted_at IS NULL;
ALTER TABLE page ADD COLUMN label_from TEXT NOT NULL DEFAULT 'count';
ALTER TABLE passage ADD COLUMN language TEXT NOT NULL DEFAULT '';
CREATE INDEX page_unseen ON page (brief) WHERE state IN ('no-text', 'broken-fonts');
CREATE TABLE recognised (
    sha256 TEXT NOT NULL,
    page INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (sha256, page)
) WITHOUT ROWID;
"""

RECORDS = """
ALTER TABLE brief ADD COLUMN abstract TEXT;
ALTER TABLE brief ADD COLUMN keywords TEXT NOT NULL DEFAULT '[]';
ALTER TABLE brief ADD COLUMN doubts TEXT NOT NULL DEFAULT '{}';
DROP VIEW shelf;
CREATE VIEW shelf AS SELECT * FROM brief WHERE deleted_at IS NULL;
"""

TOGETHER = """
ALTER TABLE edit ADD COLUMN batch INTEGER;
UPDATE edit SET batch = id;
CREATE INDEX edit_batch ON edit (batch);
"""

COLLECTIONS = """
CREATE TABLE collection (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
CREATE TABLE collected (
    collection INTEGER NOT NULL REFERENCES collection ON DELETE CASCADE,
    brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    PRIMARY KEY (collection, brief)
) WITHOUT ROWID;
CREATE INDEX collected_brief ON collected (brief)
"""

DECISIONS = """
CREATE TABLE absent (
    institute TEXT NOT NULL,
    series TEXT NOT NULL,
    code TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (institute, series, code)
) WITHOUT ROWID;
CREATE TABLE pair (
    one INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    relation TEXT NOT NULL,
    holds INTEGER NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (one, other, relation),
    CHECK (one < other)
) WITHOUT ROWID;
ALTER TABLE former ADD COLUMN text TEXT
"""

BOOKMARKS = """
CREATE TABLE bookmark (
    id TEXT PRIMARY KEY,
    brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL,
    quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    page INTEGER NOT NULL, page_label TEXT NOT NULL,
    boxes TEXT NOT NULL,
    colour TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    state TEXT NOT NULL,
    was TEXT NOT NULL,
    picture BLOB,
    deleted_at TEXT
);
CREATE INDEX bookmark_brief ON bookmark (brief);
CREATE TABLE bookmark_tag (
    bookmark TEXT NOT NULL REFERENCES bookmark ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (bookmark, tag)
) WITHOUT ROWID;
CREATE TABLE bookmark_edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bookmark TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    edited_at TEXT NOT NULL
)
"""

# An edit kept whole records; now it keeps what it changed. What an old one left behind (`after`) is not known.
HISTORY = """
ALTER TABLE edit RENAME TO whole_edit;
CREATE TABLE edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL,
    brief INTEGER REFERENCES brief ON DELETE CASCADE,
    what TEXT NOT NULL,
    key TEXT NOT NULL,
    before TEXT,
    after TEXT,
    undone INTEGER,
    edited_at TEXT NOT NULL
);
INSERT INTO edit (batch, brief, what, key, before, edited_at)
    SELECT batch, brief, 'field', key, json_array(
        json_extract(before, '$.' || key), json_extract(before, '$.provenance.' || key),
        json_extract(before, '$.doubts.' || key),
        EXISTS (SELECT 1 FROM json_each(before, '$.needs_review') AS review WHERE review.value = said.key)
    ), edited_at
    FROM whole_edit JOIN brief ON brief.id = brief, json_each(provenance) AS said
    WHERE said.value = 'user' ORDER BY whole_edit.id;
DROP TABLE whole_edit;
CREATE INDEX edit_brief ON edit (brief);
CREATE INDEX edit_batch ON edit (batch);
CREATE INDEX brief_revision ON brief (deleted_at, revision);
CREATE TABLE pattern (name TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID
"""

AUTHORITY = """
CREATE TABLE same_name (
    field TEXT NOT NULL,
    name TEXT NOT NULL,
    entity INTEGER NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (field, name)
) WITHOUT ROWID;
CREATE INDEX same_name_entity ON same_name (entity);
CREATE TABLE not_same (
    field TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (field, one, other),
    CHECK (one < other)
) WITHOUT ROWID;
CREATE INDEX author_name ON author (name);
CREATE INDEX author_division ON author (division)
"""

READINGS = """
ALTER TABLE brief ADD COLUMN reading INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bookmark ADD COLUMN reading INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bookmark ADD COLUMN file TEXT NOT NULL DEFAULT '';
ALTER TABLE bookmark ADD COLUMN times INTEGER NOT NULL DEFAULT 1;
ALTER TABLE bookmark_edit ADD COLUMN batch INTEGER NOT NULL DEFAULT 0
"""

# All that bounds, orders and counts briefs stands behind their texts, and some of a page behind its map of characters:
# SQLite would read through these.
BESIDE_THE_TEXTS = """
DROP INDEX brief_revision;
CREATE INDEX brief_shelf ON brief
    (deleted_at, year, language, series, date, code, number, needs_review, revision, first_page);
CREATE INDEX page_bounds ON page (brief, number, label, width, height, start, end, state, label_from);
"""

# Markdown was kept as plain text, and so drawn as other pages than those that were read.
MARKDOWN = "UPDATE brief SET kind = 'markdown' WHERE kind = 'text' AND file LIKE '%.md'"

VISITS = """
CREATE TABLE visit (
    brief INTEGER PRIMARY KEY REFERENCES brief ON DELETE CASCADE,
    page INTEGER NOT NULL,
    down REAL NOT NULL,
    zoom REAL NOT NULL,
    opened_at TEXT NOT NULL
);
CREATE INDEX visit_opened_at ON visit (opened_at)
"""

PAGES_READ = "CREATE INDEX page_read ON page (brief) WHERE state = 'ocr'"

MARK_AUTHORS = "ALTER TABLE bookmark ADD COLUMN author TEXT NOT NULL DEFAULT ''"

MIGRATIONS: tuple[str, ...] = (
    *(FIRST, SAVED_SEARCHES, EDITS, BIN, READING, RECORDS),
    *(TOGETHER, COLLECTIONS, DECISIONS, BOOKMARKS, HISTORY, AUTHORITY, READINGS, BESIDE_THE_TEXTS, MARKDOWN, VISITS),
    *(PAGES_READ, MARK_AUTHORS),
)


def now() -> str:
    """Return the time in UTC as ISO 8601, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def migrate(connection: sqlite3.Connection, folder: Path) -> None:
    """Bring a catalogue to today's version; a new one gets its id.

    Raises:
        ArchiveUnusable: if it was written by a newer program, or is no catalogue at all.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise ArchiveUnusable(ArchiveProblem.NEWER, folder, f"version {version}")
    if version == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise ArchiveUnusable(ArchiveProblem.NOT_AN_ARCHIVE, folder, "catalogue.sqlite has other tables")
    if version == len(MIGRATIONS):
        return
    if version:
        _keep_copy(connection, folder / f"catalogue.version-{version}.sqlite")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have been faster between the first look and the lock.
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for script in MIGRATIONS[version:]:
            for statement in script.split(";\n"):
                connection.execute(statement)
        _name_markdown(connection, folder)
        if version == 0:
            rows = (("archive_id", uuid.uuid4().hex), ("created_at", now()))
            connection.executemany("INSERT INTO meta VALUES (?, ?)", rows)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _name_markdown(connection: sqlite3.Connection, folder: Path) -> None:
    """Give originals that are known as Markdown the names they have now; what was renamed before stays."""
    for row in connection.execute("SELECT sha256 FROM brief WHERE kind = 'markdown'"):
        former = files.original(folder, row[0], FileKind.TEXT)
        if former.exists():
            former.replace(files.original(folder, row[0], FileKind.MARKDOWN))


def _keep_copy(connection: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path)) as copy:
        connection.backup(copy)
