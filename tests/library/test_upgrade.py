"""A catalogue as version 6 of its tables wrote it, opened with those of today."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.library import Library
from kinu_reader.library.schema import MIGRATIONS
from kinu_reader.model import Author, FileKind, Filters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VERSION_6 = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE brief (
    id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL UNIQUE, file TEXT NOT NULL, kind TEXT NOT NULL,
    text TEXT NOT NULL, revision INTEGER NOT NULL, imported_at TEXT NOT NULL,
    institute TEXT, series TEXT, code TEXT, number TEXT, year INTEGER, title TEXT, subtitle TEXT, date TEXT,
    language TEXT, place TEXT, url TEXT, doi TEXT, copyright TEXT, disclaimer TEXT,
    provenance TEXT NOT NULL, needs_review TEXT NOT NULL,
    deleted_at TEXT, first_page INTEGER, abstract TEXT, keywords TEXT NOT NULL DEFAULT '[]',
    doubts TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX brief_code ON brief (code);
CREATE INDEX brief_series ON brief (series);
CREATE TABLE author (
    brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE, position INTEGER NOT NULL,
    name TEXT NOT NULL, family TEXT, given TEXT, role TEXT, division TEXT, PRIMARY KEY (brief, position)
) WITHOUT ROWID;
CREATE TABLE page (
    brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE, number INTEGER NOT NULL, label TEXT NOT NULL,
    width REAL NOT NULL, height REAL NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    state TEXT NOT NULL, characters BLOB NOT NULL, label_from TEXT NOT NULL DEFAULT 'count', PRIMARY KEY (brief, number)
);
CREATE INDEX page_unseen ON page (brief) WHERE state IN ('no-text', 'broken-fonts');
CREATE TABLE passage (
    brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE, number INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, page INTEGER NOT NULL, kind TEXT NOT NULL,
    language TEXT NOT NULL DEFAULT '', PRIMARY KEY (brief, number)
) WITHOUT ROWID;
CREATE TABLE former (
    sha256 TEXT PRIMARY KEY, brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE, file TEXT NOT NULL,
    replaced_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE tag (
    brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE, tag TEXT NOT NULL, PRIMARY KEY (brief, tag)
) WITHOUT ROWID;
CREATE TABLE failure (path TEXT PRIMARY KEY, kind TEXT NOT NULL, detail TEXT NOT NULL, failed_at TEXT NOT NULL)
    WITHOUT ROWID;
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE, saved_at TEXT NOT NULL, seen_at TEXT NOT NULL
);
CREATE TABLE history (text TEXT PRIMARY KEY, asked_at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT, brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
    before TEXT NOT NULL, edited_at TEXT NOT NULL
);
CREATE INDEX edit_brief ON edit (brief);
CREATE TABLE recognised (
    sha256 TEXT NOT NULL, page INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (sha256, page)
) WITHOUT ROWID;
CREATE VIEW shelf AS SELECT * FROM brief WHERE deleted_at IS NULL;
INSERT INTO meta VALUES ('archive_id', '5ca1ab1e'), ('created_at', '2025-01-01');
INSERT INTO page VALUES (1, 1, 'iii', 500, 700, 0, 9, 'good', x'', 'printed');
INSERT INTO passage VALUES (1, 0, 0, 9, 1, 'body', 'en');
INSERT INTO author VALUES (1, 0, 'Hong, Min', 'Hong', 'Min', 'Research Fellow', NULL);
INSERT INTO tag VALUES (1, 'kept');
INSERT INTO former VALUES ('0ld', 1, 'older.pdf', '2025-02-02');
INSERT INTO failure VALUES ('/briefs/bad.pdf', 'encrypted', '', '2025-03-03');
INSERT INTO saved_search (text, saved_at, seen_at) VALUES ('통일 year:2024', '2025-04-04', '2025-04-04');
INSERT INTO history VALUES ('unification', '2025-05-05');
INSERT INTO recognised VALUES ('0ld', 1, x'78');
"""
READ = {"title": "As Printed", "date": "2024-02-20", "place": None, "institute": "An Institute"}
AUTHORS = [{"name": "Moon, Ra-on", "family": "Moon", "given": "Ra-on", "role": None, "division": None}]


def whole(**typed: Any) -> str:
    """Return a record as version 6 kept it before an edit."""
    said = {name: "user" if name in typed else "page 1" for name in (*READ, "authors") if name != "place"}
    record = {**READ, "authors": AUTHORS, "keywords": [], "doubts": {"date": "low"}, "needs_review": ["date"], **typed}
    return json.dumps({**record, "provenance": said | dict.fromkeys(typed, "user")}, ensure_ascii=False)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Version 6 of a catalogue: two edits of one brief, and a brief in the bin, opened today."""
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite")) as old:
        said = {"title": "user", "date": "user", "authors": "user", "institute": "page 1"}
        columns = (
            "INSERT INTO brief (id, sha256, file, kind, text, revision, imported_at, title, date, institute, code, "
            "provenance, needs_review, deleted_at) VALUES (?, ?, ?, 'pdf', 'Old words', 1, '2025', ?, ?, ?, "
            "'CO 24-15', ?, '[]', ?)"
        )
        script, _, rows = VERSION_6.partition("INSERT INTO page")
        old.executescript(script)
        typed = ("My Own", "2020-01", "An Institute", json.dumps(said), None)
        old.execute(columns, (1, "aa", "one.pdf", *typed))
        old.execute(columns, (2, "bb", "two.pdf", "Thrown Away", None, None, "{}", "2025-06-06"))
        old.executescript("INSERT INTO page" + rows)
        old.execute(
            "INSERT INTO brief (id, sha256, file, kind, text, revision, imported_at, provenance, needs_review)"
            " VALUES (3, 'cc', 'Notes.MD', 'text', '', 1, '2025', '{}', '[]')"
        )
        (tmp_path / "files" / "cc").mkdir(parents=True)
        (tmp_path / "files" / "cc" / "cc.txt").write_text("# Notes", encoding="utf-8")
        edits = "INSERT INTO edit (brief, before, edited_at) VALUES (1, ?, '2025')"
        old.executemany(edits, [(whole(),), (whole(title="My Own"),)])
        old.execute("PRAGMA user_version = 6")
        old.commit()
    with closing(Library.open(tmp_path)) as today:
        yield today


def test_nothing_is_lost(library: Library) -> None:
    brief = library.brief(1)
    assert brief is not None
    assert (brief.record.title, brief.record.date, brief.record.code) == ("My Own", "2020-01", "CO 24-15")
    assert brief.record.authors == (Author("Hong, Min", "Hong", "Min", "Research Fellow"),)
    assert brief.tags == ("kept",)
    assert library.text(1) == "Old words"
    assert [page.label for page in library.pages(1)] == ["iii"]
    assert library.ids(Filters(tag="kept")) == [1]
    assert library.named("2", binned=True) == [2]
    assert [search.text for search in library.searches.saved()] == ["통일 year:2024"]
    assert library.searches.history() == ["unification"]
    assert [failure.path for failure in library.failures.all()] == ["/briefs/bad.pdf"]
    assert library.recognised.pages("0ld") == {1: b"x"}
    assert (library.folder / "catalogue.version-6.sqlite").is_file()
    assert library.checking.faults() == []


def test_edits_of_then_are_taken_back_and_done_again(library: Library) -> None:
    def typed() -> tuple[Any, ...]:
        brief = library.brief(1)
        assert brief is not None
        return brief.record.title, brief.record.date, brief.record.authors[0].name

    library.edits.undo()
    assert typed() == ("My Own", "2024-02-20", "Moon, Ra-on")
    library.edits.undo()
    assert typed() == ("As Printed", "2024-02-20", "Moon, Ra-on")
    library.edits.redo()
    library.edits.redo()
    assert typed() == ("My Own", "2020-01", "Hong, Min")


def test_markdown_is_kept_as_such(library: Library) -> None:
    brief = library.brief(3)
    assert brief is not None
    original = library.original("cc", brief.kind)
    assert (brief.kind, original.name) == (FileKind.MARKDOWN, "cc.md")
    assert original.read_text(encoding="utf-8") == "# Notes"
    assert not original.with_suffix(".txt").exists()


def test_the_tables_are_those_of_a_new_archive(library: Library, tmp_path: Path) -> None:
    def tables(folder: Path) -> dict[str, list[str]]:
        with closing(sqlite3.connect(folder / "catalogue.sqlite")) as connection:
            names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
            return {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}

    Library.open(tmp_path / "new", create=True).close()
    upgraded, new = tables(library.folder), tables(tmp_path / "new")
    assert {name: sorted(columns) for name, columns in upgraded.items()} == {n: sorted(c) for n, c in new.items()}
