"""Correcting many records by the command line: batches, confirmations, collections, patterns, re-reading."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.tasks.archive import Archive


@pytest.fixture
def run(full_shelf: Archive, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Any]]:
    """Run a command on the sample archive; return the exit code and the JSON document."""

    def command(*words: str, text: bool = False) -> tuple[int, Any]:
        capsys.readouterr()
        form = [] if text else ["--json"]
        code = main([words[0], "--archive", str(full_shelf.library.folder), *form, "-q", *words[1:]])
        said = capsys.readouterr().out
        return code, said if text else json.loads(said)

    return command


def test_several_briefs_are_edited_at_once_and_the_edit_taken_back_whole(run: Any) -> None:
    code, after = run("edit", "CO 24-15/en", "CO 24-15/ko", "place=Seoul", "tags=to cite; sea")
    assert code == 0
    assert [(brief["place"], brief["tags"]) for brief in after["briefs"]] == [("Seoul", ["sea", "to cite"])] * 2
    assert run("count", "tag:sea")[1]["total"] == 2
    code, undone = run("undo")
    assert code == 0
    assert sorted(undone["briefs"]) == sorted(brief["id"] for brief in after["briefs"])
    assert run("show", "CO 24-15/ko")[1]["place"] is None
    assert run("redo")[0] == 0
    assert run("show", "CO 24-15/ko")[1]["tags"] == ["sea", "to cite"]
    assert run("edit", "CO 24-15/ko", "--undo")[1]["place"] is None
    assert run("show", "CO 24-15/en")[1]["place"] == "Seoul"
    assert run("edit", "CO 24-15/ko", "--redo")[1]["place"] == "Seoul"
    assert run("undo")[0] == 0
    assert run("undo")[0] == 3
    run("redo")
    assert run("redo")[0] == 3


def test_texts_are_replaced_and_added_after_a_look(run: Any) -> None:
    replace = ("edit", "CO 24-15/en", "--replace", "title", "Widening", "Narrowing")
    code, shown = run(*replace, "--preview")
    assert code == 0
    (difference,) = shown["differences"]
    assert difference["field"] == "title"
    assert difference["after"] == difference["before"].replace("Widening", "Narrowing")
    assert run("show", "CO 24-15/en")[1]["title"] == difference["before"]
    assert "→ Narrowing" in run(*replace, "--preview", text=True)[1]
    assert run(*replace)[1]["title"] == difference["after"]
    assert run("edit", "CO 24-15/en", "--append", "title", "(revised)")[1]["title"].endswith("(revised)")
    again = ("edit", "CO 24-15/en", "--replace", "title", r"\((\w+)\)", r"[\1]", "--regex")
    assert run(*again)[1]["title"].endswith("[revised]")
    assert "Nothing would change" in run(*replace, "--preview", text=True)[1]


@pytest.mark.parametrize(
    "words",
    [
        ("title=x", "--undo"),
        ("title=x", "--confirm", "title"),
        ("--replace", "title", "(", "x", "--regex"),
        ("--append", "colour", "red"),
        ("--confirm", "colour"),
        ("tags=x", "--append", "title", "x"),
        ("tags=x", "--preview"),
        ("Title=x",),
    ],
)
def test_what_makes_no_sense_together_is_2(run: Any, words: tuple[str, ...]) -> None:
    code, answer = run("edit", "CO 24-15/en", *words)
    assert code == 2
    assert answer["error"]
    assert run("edit", "title=x")[0] == 2


def test_a_doubtful_value_is_confirmed(run: Any) -> None:
    doubtful = run("list", "--needs-review")[1]["briefs"]
    assert doubtful
    id = str(doubtful[0]["id"])
    before = run("show", id)[1]
    field = before["needs_review"][0]
    code, after = run("edit", id, "--confirm", field)
    assert code == 0
    assert field not in after["needs_review"]
    assert (after["provenance"][field], after.get(field)) == ("user", before.get(field))
    run("edit", id, "--undo")
    assert run("show", id)[1] == before


def test_collections(run: Any) -> None:
    assert run("collection", "list")[1] == {"collections": []}
    code, there = run("collection", "put", "To cite", "CO 24-15/en", "CO 24-15/ko")
    assert (code, there) == (0, {"collections": [{"name": "To cite", "briefs": 2}]})
    assert run("count", "", "--collection", "to cite")[1]["total"] == 2
    assert run("search", 'collection:"To cite"')[1]["read_as"] == "collection:To cite"
    assert len(run("list", "--collection", "To cite")[1]["briefs"]) == 2
    run("collection", "take", "To cite", "CO 24-15/ko")
    run("collection", "rename", "To cite", "Cited")
    assert run("collection", "list")[1] == {"collections": [{"name": "Cited", "briefs": 1}]}
    assert run("collection", "delete", "Cited")[1] == {"collections": []}
    run("undo")
    assert run("collection", "list", text=True)[1] == "Cited\t1\n"
    assert run("collection", "delete", "Another")[0] == 2
    assert run("collection", "put", "Cited", "CO 99-99")[0] == 3
    assert run("collection", "put", "Cited")[0] == run("collection", "take")[0] == 2


def test_a_brief_is_the_pattern_for_its_series(run: Any) -> None:
    assert run("pattern", "CO 24-15/en")[0] == 2
    run("edit", "CO 24-15/en", "place=Seoul")
    code, shown = run("pattern", "CO 24-15/en")
    assert code == 0
    assert shown["pattern"]["given"] == {"place": "Seoul"}
    others = {difference["id"] for difference in shown["differences"]}
    assert others
    assert not shown["applied"]
    assert run("patterns")[1] == {"patterns": []}
    assert run("pattern", "CO 24-15/en", "--apply")[1]["applied"]
    assert {run("show", str(id))[1]["place"] for id in others} == {"Seoul"}
    name = shown["pattern"]["name"]
    assert "place=Seoul" in run("patterns", text=True)[1]
    assert run("patterns", "--drop", name)[1] == {"patterns": []}
    assert run("patterns", "--drop", name)[0] == 3
    run("undo")
    run("undo")
    assert {run("show", str(id))[1]["place"] for id in others} == {None}


def test_records_are_read_anew(run: Any, full_shelf: Archive) -> None:
    folder = full_shelf.library.folder / "profiles"
    folder.mkdir()
    (folder / "mine.toml").write_text("series='Online Series'\n[fields]\nsubtitle='Horizon'\n", encoding="utf-8")
    code, shown = run("reread", "CO 24-15/en")
    assert code == 0
    assert {"id", "field", "before", "after"} == set(shown["differences"][0])
    assert (shown["unread"], shown["applied"]) == ([], False)
    assert run("show", "CO 24-15/en")[1]["subtitle"] != "Horizon"
    assert run("reread", "CO 24-15/en", "--apply")[1]["applied"]
    assert run("show", "CO 24-15/en")[1]["subtitle"] == "Horizon"
    assert "Nothing would change" in run("reread", "CO 24-15/en", text=True)[1]
    run("undo")
    assert run("show", "CO 24-15/en")[1]["subtitle"] != "Horizon"
    brief = full_shelf.library.briefs(full_shelf.library.named("CO 24-15/en")).popitem()[1]
    full_shelf.library.original(brief.sha256, brief.kind).unlink()
    code, shown = run("reread", "CO 24-15/en")
    assert (code, shown["unread"]) == (1, [brief.id])
