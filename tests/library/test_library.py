from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.library import Library, schema
from kinu_reader.library.rows import revision_of
from kinu_reader.model import (
    ArchiveProblem,
    ArchiveUnusable,
    Author,
    Brief,
    Emptied,
    Failure,
    FailureKind,
    Field,
    FileKind,
    Filters,
    LabelFrom,
    Page,
    PageState,
    Passage,
    PassageKind,
    Record,
    Sort,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "A brief about trains.\n\n기차에 관한 브리프."
BRIEF = Brief(
    kind=FileKind.TEXT,
    text=TEXT,
    pages=(Page(1, "1", 500.0, 700.0, 0, len(TEXT), PageState.GOOD, b"map"),),
    passages=(Passage(0, 0, 21, 1), Passage(1, 23, len(TEXT), 1, PassageKind.FOOTNOTE)),
    name="trains.txt",
)
RECORD = Record(
    institute="Institute of Trains",
    series="Online Series",
    code="CO 24-02",
    number="2",
    year=2024,
    title="Trains",
    authors=(Author("Han, Seo-yul", "Han", "Seo-yul", "Research Fellow", "Rail Division"),),
    date="2024-02-20",
    language="en",
    provenance={"title": "page 1"},
    needs_review=("authors",),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "archive", create=True)
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "trains.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def sha256(path: Path) -> str:
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_brief_comes_back_as_it_was_put(library: Library, file: Path) -> None:
    id = library.add(BRIEF, RECORD, sha256(file), file)
    known = library.brief(id)
    assert known is not None
    assert known.record == RECORD
    assert (known.file, known.kind, known.pages) == ("trains.txt", FileKind.TEXT, 1)
    assert library.text(id) == TEXT
    assert library.pages(id) == BRIEF.pages
    assert library.page_bounds(id) == (replace(BRIEF.pages[0], characters=b""),)
    assert library.passages(id) == BRIEF.passages
    assert library.passage_texts(id, [1, 7, 0]) == [
        (BRIEF.passages[1], "기차에 관한 브리프."),
        (BRIEF.passages[0], "A brief about trains."),
    ]


def test_the_original_is_kept_whole(library: Library, file: Path) -> None:
    library.add(BRIEF, RECORD, sha256(file), file)
    kept = library.original(sha256(file), FileKind.TEXT)
    assert kept.read_bytes() == file.read_bytes()
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_a_file_that_changed_while_it_was_read_is_refused(library: Library, file: Path) -> None:
    from kinu_reader.model import UnreadableFile

    with pytest.raises(UnreadableFile):
        library.add(BRIEF, RECORD, "0" * 64, file)
    assert library.count() == (0, 0)


def test_a_new_version_keeps_id_and_knows_the_former_file(library: Library, file: Path) -> None:
    first = sha256(file)
    id = library.add(BRIEF, RECORD, first, file)
    file.write_text(TEXT + "!", encoding="utf-8")
    library.replace(id, replace(BRIEF, text=TEXT + "!"), RECORD, sha256(file), file)
    assert library.text(id) == TEXT + "!"
    assert library.known(first) == library.known(sha256(file)) == id
    assert library.original(first, FileKind.TEXT).exists()
    assert library.count() == (1, 2)


def test_names(library: Library, file: Path) -> None:
    id = library.add(BRIEF, RECORD, sha256(file), file)
    file.write_text("다른 판", encoding="utf-8")
    other = library.add(BRIEF, replace(RECORD, language="ko", institute="기차연구원"), sha256(file), file)
    assert library.named("CO 24-02") == [id, other]
    assert library.named("co24-02/ko") == [other]
    assert library.named(str(other)) == [other]
    assert library.named("CO 24-03") == library.named("") == library.named("99") == []
    assert library.briefs([id])[id].editions == (other,)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(series="online series"), True),
        (Filters(series="Online"), False),
        (Filters(author="seo-yul"), True),
        (Filters(author="%"), False),
        (Filters(division="Rail"), True),
        (Filters(years=(2024, 2024)), True),
        (Filters(years=(2025, None)), False),
        (Filters(years=(None, 2023)), False),
        (Filters(language="en"), True),
        (Filters(language="ko"), False),
        (Filters(tag="trains"), False),
    ],
)
def test_filters(library: Library, file: Path, filters: Filters, found: bool) -> None:
    id = library.add(BRIEF, RECORD, sha256(file), file)
    assert library.ids(filters) == ([id] if found else [])


def test_orders_and_counts(library: Library, file: Path) -> None:
    ids = []
    for n, (code, year) in enumerate((("CO 24-10", 2024), ("CO 24-09", 2024), ("CO 23-30", 2023))):
        file.write_text(str(n), encoding="utf-8")
        record = replace(RECORD, code=code, number=code[-2:], year=year, date=f"{year}-0{n + 1}-01")
        ids.append(library.add(BRIEF, record, sha256(file), file))
    assert library.ids(sort=Sort.CODE) == ids
    assert library.ids(sort=Sort.DATE) == [ids[1], ids[0], ids[2]]
    assert library.count_by("year") == {"2023": 1, "2024": 2}
    assert library.count_by("division", ids[:2]) == {"Rail Division": 2}
    assert library.ids(Filters(needs_review=True)) == ids


def test_failures_stay_until_dismissed(library: Library) -> None:
    failure = Failure("a.pdf", FailureKind.ENCRYPTED, "locked")
    library.failures.put(failure)
    library.failures.put(failure)
    assert library.failures.all() == [failure]
    library.failures.dismiss("a.pdf")
    assert library.failures.all() == []


def test_revision_follows_content(library: Library, file: Path) -> None:
    id = library.add(BRIEF, RECORD, sha256(file), file)
    (entry,) = library.index_entries([id])
    assert library.revisions() == {id: entry.revision}
    assert entry.title == "Trains"
    assert set(entry.fields) == {
        (Field.CODE, "CO 24-02"),
        (Field.AUTHOR, "Han, Seo-yul"),
        (Field.DIVISION, "Rail Division"),
    }
    assert "Research Fellow" in entry.record
    assert entry.revision == revision_of(RECORD, TEXT, BRIEF.passages, ())
    assert revision_of(replace(RECORD, title="Rails"), TEXT, BRIEF.passages, ()) != entry.revision
    assert revision_of(RECORD, TEXT.upper(), BRIEF.passages, ()) != entry.revision
    assert revision_of(replace(RECORD, doi="10.1/2"), TEXT, BRIEF.passages, ()) == entry.revision
    assert revision_of(RECORD, TEXT, BRIEF.passages, ("a note",)) != entry.revision


@given(st.text(), st.lists(st.text(min_size=1), max_size=3))
def test_revision_fits_an_index(title: str, names: list[str]) -> None:
    record = Record(title=title, authors=tuple(Author(name) for name in names))
    assert 0 <= revision_of(record, "", (), ()) < 2**62


def test_a_transaction_that_fails_leaves_nothing(library: Library, file: Path) -> None:
    twice = replace(BRIEF, passages=(BRIEF.passages[0], BRIEF.passages[0]))
    with pytest.raises(sqlite3.IntegrityError):
        library.add(twice, RECORD, sha256(file), file)
    assert library.count() == (0, 0)
    assert library.add(BRIEF, RECORD, sha256(file), file) == 1


def test_only_a_folder_with_a_catalogue_is_an_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveUnusable) as caught:
        Library.open(tmp_path)
    assert caught.value.problem is ArchiveProblem.NOT_AN_ARCHIVE


def test_damage_is_said(tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(b"this is not a catalogue, but long enough to be one" * 100)
    with pytest.raises(ArchiveUnusable) as caught:
        Library.open(tmp_path)
    assert caught.value.problem is ArchiveProblem.DAMAGED


def test_a_newer_catalogue_is_left_alone(tmp_path: Path) -> None:
    Library.open(tmp_path, create=True).close()
    with sqlite3.connect(tmp_path / "catalogue.sqlite") as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(ArchiveUnusable) as caught:
        Library.open(tmp_path)
    assert caught.value.problem is ArchiveProblem.NEWER


def test_someone_elses_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "catalogue.sqlite") as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    with pytest.raises(ArchiveUnusable) as caught:
        Library.open(tmp_path)
    assert caught.value.problem is ArchiveProblem.NOT_AN_ARCHIVE


def test_a_locked_archive_is_said(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinu_reader.library.connection.WAIT_SECONDS", 0.05)
    other = Library.open(library.folder)
    blocker = sqlite3.connect(library.folder / "catalogue.sqlite", isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(ArchiveUnusable) as caught:
        other.failures.put(Failure("a.pdf", FailureKind.EMPTY))
    assert caught.value.problem is ArchiveProblem.LOCKED
    blocker.close()
    other.close()


def test_migrations_keep_rows_and_a_copy(library: Library, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    id = library.add(BRIEF, RECORD, sha256(file), file)
    library.close()
    version = len(schema.MIGRATIONS)
    added = (*schema.MIGRATIONS, "ALTER TABLE brief ADD COLUMN shelfmark TEXT;\nUPDATE brief SET shelfmark = 'A1';\n")
    monkeypatch.setattr(schema, "MIGRATIONS", added)
    again = Library.open(library.folder)
    known = again.brief(id)
    assert known is not None
    assert known.record == RECORD
    again.close()
    with sqlite3.connect(library.folder / "catalogue.sqlite") as connection:
        assert connection.execute("SELECT shelfmark FROM brief").fetchone() == ("A1",)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(added),)
    connection.close()
    with sqlite3.connect(library.folder / f"catalogue.version-{version}.sqlite") as copy:
        assert copy.execute("SELECT count(*) FROM brief").fetchone() == (1,)
    copy.close()


def test_a_migration_that_fails_changes_nothing(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.close()
    broken = (*schema.MIGRATIONS, "ALTER TABLE brief ADD COLUMN shelfmark TEXT;\nSELECT nothing FROM nowhere;\n")
    monkeypatch.setattr(schema, "MIGRATIONS", broken)
    with pytest.raises(ArchiveUnusable):
        Library.open(library.folder)
    monkeypatch.undo()
    with sqlite3.connect(library.folder / "catalogue.sqlite") as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)
    connection.close()


def test_a_read_only_archive_can_be_read(library: Library, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    id = library.add(BRIEF, RECORD, sha256(file), file)
    library.close()
    monkeypatch.setattr("os.access", lambda path, mode: False)  # the tests may run as root, who may write anywhere
    frozen = Library.open(library.folder)
    assert frozen.text(id) == TEXT
    with pytest.raises(ArchiveUnusable) as caught:
        frozen.failures.put(Failure("a.pdf", FailureKind.EMPTY))
    assert caught.value.problem is ArchiveProblem.READ_ONLY
    frozen.close()


def test_a_catalogue_of_the_first_version_is_brought_forward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
    Library.open(tmp_path / "old", create=True).close()
    monkeypatch.undo()
    with sqlite3.connect(tmp_path / "old" / "catalogue.sqlite") as connection:
        connection.execute(
            "INSERT INTO brief (id, sha256, file, kind, text, revision, imported_at, provenance, needs_review) "
            "VALUES (7, 'ab', 'old.txt', 'text', 'Old words.', 1, '2026-01-01', '{}', '[]')"
        )
        connection.execute("INSERT INTO page VALUES (7, 1, '1', 500, 700, 0, 10, 'good', x'')")
        connection.execute("INSERT INTO passage VALUES (7, 0, 0, 10, 1, 'body')")
    connection.close()
    today = Library.open(tmp_path / "old")
    assert today.text(7) == "Old words."
    assert today.ids() == [7]
    assert [page.label for page in today.pages(7)] == ["1"]
    assert len(today.passages(7)) == 1
    today.searches.save("words")
    today.close()


def test_pages_are_counted_from_the_number_that_a_person_gives(library: Library, file: Path) -> None:
    id = library.add(BRIEF, replace(RECORD, first_page=15), sha256(file), file)
    (page,) = library.page_bounds(id)
    assert (page.label, page.label_from) == ("15", LabelFrom.USER)


def test_pages_that_a_search_cannot_see_are_counted(library: Library, file: Path) -> None:
    id = library.add(BRIEF, RECORD, sha256(file), file)
    assert library.unseen() == 0
    blind = replace(BRIEF, pages=(replace(BRIEF.pages[0], state=PageState.NO_TEXT),))
    library.reread(id, blind, RECORD)
    assert library.unseen() == library.unseen([id]) == 1
    assert library.unseen([id + 1]) == 0


def test_what_was_read_off_pictures_is_kept(library: Library) -> None:
    library.recognised.keep("ab", {1: b"one", 3: b"three"})
    library.recognised.keep("ab", {3: b"better"})
    assert library.recognised.pages("ab") == {1: b"one", 3: b"better"}
    assert library.recognised.pages("cd") == {}


def test_the_bin_keeps_everything_until_it_is_emptied(library: Library, file: Path) -> None:
    id = library.add(BRIEF, RECORD, sha256(file), file)
    kept = library.original(sha256(file), FileKind.TEXT)
    library.bin.put([id])
    assert library.ids() == library.named("CO 24-02") == []
    assert library.revisions() == {}
    assert library.count() == (0, 0)
    assert library.count_by("series") == {}
    assert library.ids(Filters(binned=True)) == library.named("CO 24-02", binned=True) == [id]
    library.bin.restore([id])
    assert library.ids() == [id]
    library.bin.put([id])
    assert kept.exists()
    assert library.bin.empty() == Emptied(removed=1, kept=0)
    assert not kept.exists()
    assert library.known(sha256(file)) is None


def test_searches_are_kept_and_remembered(library: Library, file: Path) -> None:
    library.searches.save("trains")
    library.searches.save("trains")
    (saved,) = library.searches.saved()
    id = library.add(BRIEF, RECORD, sha256(file), file)
    assert library.searches.new_since("2000-01-01T00:00:00+00:00", [id]) == 1
    assert library.searches.new_since("2999-01-01T00:00:00+00:00", [id]) == 0
    library.searches.see("trains")
    library.searches.remember("ferries")
    library.searches.remember("trains")
    assert set(library.searches.history()) == {"trains", "ferries"}
    library.searches.forget(saved.id)
    assert library.searches.saved() == []
