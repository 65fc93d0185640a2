"""What a person did, taken back and redone, part by part."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinu_reader.library import Library, schema
from kinu_reader.library.rows import stated_as_json, stated_from_json
from kinu_reader.model import (
    USER,
    Author,
    Brief,
    Done,
    Doubt,
    FileKind,
    Filters,
    Page,
    PageState,
    Passage,
    Pattern,
    Record,
    Sort,
    Stated,
    WrongValue,
    restated,
    stated,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEXT = "A brief about trains."
BRIEF = Brief(
    FileKind.TEXT,
    TEXT,
    (Page(1, "1", 500.0, 700.0, 0, len(TEXT), PageState.GOOD, b"map"),),
    (Passage(0, 0, len(TEXT), 1),),
)
READ = Record(
    title="Trians",
    series="Online Series",
    date="2024",
    authors=(Author("Han, Seo-yul", "Han", "Seo-yul", "Fellow"),),
    provenance={"title": "page 1", "series": "page 1", "date": "rule", "authors": "page 1"},
    needs_review=("title", "date"),
    doubts={"title": Doubt.LOW, "date": Doubt.LOW},
)
ANEW = replace(READ, title="Trainz", date="2025", series="온라인시리즈", needs_review=(), doubts={})


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "archive", create=True)
    yield opened
    opened.close()


@pytest.fixture
def ids(library: Library, tmp_path: Path) -> list[int]:
    """Three briefs that were read alike."""
    return [add(library, tmp_path, name) for name in ("one", "two", "three")]


def add(library: Library, folder: Path, name: str, record: Record = READ) -> int:
    path = folder / f"{name}.txt"
    path.write_text(name, encoding="utf-8")
    return library.add(BRIEF, record, sha256(path), path)


def sha256(path: Path) -> str:
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()


def typing(**values: object) -> Callable[[Record], Record]:
    return lambda record: restated(record, {name: Stated(value, USER) for name, value in values.items()})


def record_of(library: Library, id: int) -> Record:
    known = library.brief(id)
    assert known is not None
    return known.record


def test_an_edit_is_one_batch_taken_back_and_redone(library: Library, ids: list[int]) -> None:
    before = [record_of(library, id) for id in ids]
    library.edits.make(dict.fromkeys(ids, typing(title="Trains", authors=())))
    after = [record_of(library, id) for id in ids]
    assert {record.title for record in after} == {"Trains"}
    assert after[0].needs_review == ("date",)
    assert sorted(library.edits.undo()) == ids
    assert [record_of(library, id) for id in ids] == before
    assert library.edits.undoable() is None
    assert sorted(library.edits.redo()) == ids
    assert [record_of(library, id) for id in ids] == after
    assert library.edits.redoable() is None
    assert library.edits.redo() == []


def test_the_revision_follows_an_edit_and_comes_back(library: Library, ids: list[int]) -> None:
    before = library.revisions()
    library.edits.make({ids[0]: typing(title="Trains")})
    assert library.revisions()[ids[0]] != before[ids[0]]
    (entry,) = library.index_entries(ids[:1])
    assert entry.revision == library.revisions(ids[:1])[ids[0]]
    library.edits.make({ids[0]: typing(place="Seoul")})  # which the index is not told
    assert library.revisions()[ids[0]] == entry.revision
    library.edits.undo()
    library.edits.undo()
    assert library.revisions() == before


def test_one_brief_of_a_batch_is_taken_back(library: Library, ids: list[int]) -> None:
    library.edits.make(dict.fromkeys(ids, typing(title="Trains")), tags=("rail",))
    assert library.edits.undo(ids[1]) == [ids[1]]
    assert record_of(library, ids[1]) == READ
    assert library.ids(Filters(tag="rail")) == [ids[0], ids[2]]
    assert library.edits.redoable(ids[1]) == Done(("title",), ("rail",), (ids[1],))
    assert library.edits.redoable(ids[0]) is None
    assert library.edits.undoable() == Done(("title",), ("rail",), (ids[0], ids[2]))
    assert sorted(library.edits.undo()) == [ids[0], ids[2]]
    assert library.edits.redo(ids[1]) == [ids[1]]
    assert record_of(library, ids[1]).title == "Trains"


def test_something_new_ends_what_could_be_redone(library: Library, ids: list[int]) -> None:
    library.edits.make({ids[0]: typing(title="Trains")})
    library.edits.undo()
    library.shelves.tag(ids[:1], "rail")
    assert library.edits.redoable() is None
    assert library.edits.undoable() == Done((), ("rail",), (ids[0],))


def test_taking_back_leaves_what_came_in_meanwhile(library: Library, ids: list[int]) -> None:
    id = ids[0]
    library.edits.make({id: typing(title="Trains")})
    library.edits.make({id: typing(title="Trains at Night", place="Seoul")})
    library.reread(id, BRIEF, ANEW)
    read = record_of(library, id)
    assert (read.title, read.place, read.date, read.series) == ("Trains at Night", "Seoul", "2025", "온라인시리즈")
    library.edits.undo()
    assert record_of(library, id).title == "Trains"
    library.edits.undo()
    assert record_of(library, id) == ANEW  # not the reading that it replaced
    library.edits.redo()
    library.edits.redo()
    assert record_of(library, id) == read


def test_what_was_redone_lies_on_the_newest_reading(library: Library, ids: list[int]) -> None:
    id = ids[0]
    library.edits.make({id: typing(title="Trains")})
    library.edits.undo()
    library.reread(id, BRIEF, ANEW)
    library.edits.redo()
    assert record_of(library, id).title == "Trains"
    library.edits.undo()
    assert record_of(library, id) == ANEW


def test_a_reading_that_was_accepted_gives_way_to_a_newer_one(library: Library, ids: list[int]) -> None:
    id = ids[0]
    library.edits.make({id: lambda record: restated(record, {"title": Stated("Trainz", "page 2")})})
    library.reread(id, BRIEF, replace(ANEW, title="Trains"))
    library.edits.undo()
    assert record_of(library, id).title == "Trains"
    library.edits.redo()
    assert record_of(library, id).title == "Trains"


def test_what_was_read_under_what_a_person_typed(library: Library, ids: list[int]) -> None:
    id = ids[0]
    assert library.edits.read_under(id, "series") is None
    library.edits.make({id: typing(series="Online")})
    library.edits.make({id: typing(series="KINU Online Series")})
    assert library.edits.read_under(id, "series") == "Online Series"


@given(
    st.builds(
        Stated,
        st.none() | st.text() | st.integers() | st.lists(st.text()).map(tuple)
        | st.lists(st.builds(Author, st.text(), st.none() | st.text(), role=st.none() | st.text())).map(tuple),
        st.none() | st.text(min_size=1),
        st.none() | st.sampled_from(Doubt),
        st.booleans(),
    )
)  # fmt: skip
def test_what_is_stated_is_read_again(said: Stated) -> None:
    assert stated_from_json(stated_as_json(said)) == said


STEPS = st.lists(
    st.tuples(st.sampled_from(("edit", "read", "read", "undo", "redo")), st.sampled_from(("title", "date", "place")))
    | st.tuples(st.sampled_from(("undo here", "redo here")), st.just("")),
    max_size=12,
)


@given(STEPS)
@settings(max_examples=25)
def test_a_field_says_what_was_typed_last_or_else_what_was_read_last(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str]]
) -> None:
    """Whatever is edited, taken back, redone and read in between, against a model of a few lines."""
    folder = tmp_path_factory.mktemp("model")
    library, read = Library.open(folder / "archive", create=True), READ
    id, done, undone = add(library, folder, "one"), list[dict[str, str]](), list[dict[str, str]]()
    for n, (step, field) in enumerate(steps):
        match step.split()[0]:
            case "edit":
                done.append({field: f"typed {n}"})
                undone.clear()
                library.edits.make({id: typing(**done[-1])})
            case "read":
                read = replace(READ, **{field: f"read {n}"}, provenance={**READ.provenance, field: f"page {n}"})
                library.reread(id, BRIEF, read)
            case "undo":
                library.edits.undo(id if "here" in step else None)
                undone += [done.pop()] if done else []
            case "redo":
                library.edits.redo(id if "here" in step else None)
                done += [undone.pop()] if undone else []
        said = {name: text for edit in done for name, text in edit.items()}
        assert record_of(library, id) == typing(**said)(read)
    while library.edits.undoable():
        library.edits.undo()
    assert record_of(library, id) == read
    library.close()


ACTS = st.lists(
    st.sampled_from(("edit", "tag", "untag", "put", "take", "create", "delete", "rename")).flatmap(
        lambda act: st.tuples(st.just(act), st.integers(0, 2), st.sampled_from(("a", "b")))
    ),
    max_size=8,
)


@given(ACTS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_is_taken_back_and_redone_step_by_step(library: Library, ids: list[int], acts: list[tuple]) -> None:
    scenes = [_scene(library, ids)]
    for act, which, name in acts:
        _do(library, act, ids[which], name)
        if _scene(library, ids) != scenes[-1]:
            scenes.append(_scene(library, ids))
    for scene in scenes[-2::-1]:
        library.edits.undo()
        assert _scene(library, ids) == scene
    for scene in scenes[1:]:
        library.edits.redo()
        assert _scene(library, ids) == scene
    while library.edits.undoable():
        library.edits.undo()


def _do(library: Library, act: str, id: int, name: str) -> None:
    shelves = library.shelves
    try:
        match act:
            case "edit":
                library.edits.make({id: typing(title=name)}, tags=(name,))
            case "tag":
                shelves.tag([id], name)
            case "untag":
                shelves.untag([id], name)
            case "put":
                shelves.put([id], name)
            case "take":
                shelves.take([id], name)
            case "create":
                shelves.create(name)
            case "delete":
                shelves.delete(name)
            case "rename":
                shelves.rename(name, name + name)
    except WrongValue:  # there is no such collection, or there is one already: nothing was done
        pass


def _scene(library: Library, ids: list[int]) -> object:
    briefs = library.briefs(ids)
    members = {name: library.ids(Filters(collection=name)) for name in library.shelves.collections()}
    return [(brief.record, brief.tags) for brief in briefs.values()], members


def test_what_was_done_to_a_brief_goes_with_it_when_the_bin_is_emptied(library: Library, ids: list[int]) -> None:
    library.edits.make({ids[0]: typing(title="Trains")})
    library.bin.put(ids[:1])
    library.bin.empty()
    assert library.edits.undo() == []


def test_what_a_person_typed_comes_back_from_the_bin(library: Library, ids: list[int]) -> None:
    library.edits.make({ids[0]: typing(title="Trains")}, tags=("rail",))
    library.shelves.put(ids[:1], "Rail")
    library.bin.put(ids[:1])
    library.bin.restore(ids[:1])
    assert record_of(library, ids[0]).title == "Trains"
    assert library.brief(ids[0]).tags == ("rail",)  # type: ignore[union-attr]
    assert library.shelves.collections() == {"Rail": 1}
    library.edits.undo()
    library.edits.undo()
    assert record_of(library, ids[0]) == READ


def test_a_pattern_is_kept_and_taken_back_with_the_records(library: Library, ids: list[int]) -> None:
    pattern = Pattern("Online Series", ("Online Series",), ("KINU",), {"place": "Seoul"})
    library.edits.make({ids[0]: typing(place="Seoul")}, pattern=pattern)
    assert library.edits.patterns() == [pattern]
    library.edits.undo()
    assert library.edits.patterns() == []
    assert record_of(library, ids[0]) == READ
    library.edits.redo()
    library.edits.drop_pattern("Online Series")
    assert library.edits.patterns() == []
    library.edits.undo()
    assert library.edits.patterns() == [pattern]


def test_what_needs_review_comes_in_groups_the_largest_first(library: Library, tmp_path: Path) -> None:
    briefs = {
        "a": replace(READ, needs_review=("title",)),
        "b": replace(READ, series="Insight", needs_review=("date",)),
        "c": replace(READ, series="Insight", needs_review=("date", "title")),
        "d": replace(READ, needs_review=()),
    }
    a, b, c, d = (add(library, tmp_path, name, record) for name, record in briefs.items())
    groups = [(group.series, group.field, group.briefs) for group in library.to_review()]
    assert groups == [
        ("Insight", "date", (b, c)), ("Insight", "title", (c,)), ("Online Series", "title", (a,)),
    ]  # fmt: skip
    assert library.ids(Filters(needs_review=True)) == [b, c, a]
    assert library.ids(Filters(needs_review=True), Sort.CODE) == [b, c, a]
    library.bin.put([b, c, d])
    assert [group.briefs for group in library.to_review()] == [(a,)]


def test_an_upgrade_keeps_what_a_person_typed_and_its_undo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "old"
    monkeypatch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[: schema.MIGRATIONS.index(schema.HISTORY)])
    Library.open(folder, create=True).close()
    once = typing(title="Trains")(READ)
    twice = typing(title="Trains at Night", date="2026", authors=(Author("Ok, Min", "Ok", "Min"),))(once)
    with sqlite3.connect(folder / "catalogue.sqlite") as old:
        old.execute(
            "INSERT INTO brief (id, sha256, file, kind, text, revision, imported_at, title, series, date, provenance, "
            "needs_review, doubts) VALUES (7, 'ab', 'old.txt', 'text', 'Old.', 1, '2026', ?, ?, ?, ?, ?, ?)",
            (twice.title, twice.series, twice.date, *map(json.dumps, (twice.provenance, [], {}))),
        )
        old.execute("INSERT INTO author VALUES (7, 0, 'Ok, Min', 'Ok', 'Min', NULL, NULL)")
        for batch, before in ((1, READ), (2, once)):
            old.execute(
                "INSERT INTO edit (brief, before, edited_at, batch) VALUES (7, ?, '2026', ?)",
                (json.dumps(asdict(before), ensure_ascii=False), batch),
            )
    old.close()
    monkeypatch.undo()
    library = Library.open(folder)
    assert record_of(library, 7) == twice
    library.reread(7, BRIEF, ANEW)
    read = record_of(library, 7)
    assert (read.title, read.date, read.series) == ("Trains at Night", "2026", "온라인시리즈")
    library.edits.undo()
    under = record_of(library, 7)
    assert (under.title, under.date, under.authors) == ("Trains", "2025", READ.authors)
    assert stated(under, "date") == stated(ANEW, "date")
    library.edits.undo()
    assert record_of(library, 7) == ANEW
    library.edits.redo()
    library.edits.redo()
    assert record_of(library, 7) == read
    library.close()
