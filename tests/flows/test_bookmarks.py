"""Bookmarks as the contract of the command line has them, and after the program that kept them was killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

from kinu_reader.annotations import CONTEXT
from kinu_reader.cli import main
from kinu_reader.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

KEYS = [
    *("id", "brief", "page", "page_label", "start", "end", "quote", "prefix", "suffix", "note", "colour", "tags"),
    *("created", "state"),
]


@pytest.fixture
def run(full_shelf: Archive, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Any]]:
    """Run a command on the sample archive; return the exit code and the JSON document."""

    def command(*words: str) -> tuple[int, Any]:
        capsys.readouterr()
        code = main([*words, "--archive", str(full_shelf.library.folder), "--json", "-q"])
        return code, json.loads(capsys.readouterr().out)

    return command


def added(run: Any, *words: str) -> dict[str, Any]:
    code, document = run("bookmark", "add", *words)
    assert code == 0
    (kept,) = document["bookmarks"]
    return dict(kept)


def test_add_list_and_delete_have_the_keys_of_the_contract(run: Any) -> None:
    _, text = run("text", "CO 24-15/en")
    kept = added(
        run, "CO 24-15/en", "700", "760", "--note", "for later", "--colour", "green", "--tag", "b", "--tag", "a"
    )
    assert list(kept) == KEYS
    assert kept["quote"] == text["text"][700:760]
    assert kept["prefix"] == text["text"][700 - CONTEXT : 700]
    assert kept["suffix"] == text["text"][760 : 760 + CONTEXT]
    assert (kept["start"], kept["end"], kept["brief"]) == (700, 760, text["id"])
    assert (kept["note"], kept["colour"], kept["tags"], kept["state"]) == ("for later", "green", ["a", "b"], "placed")
    for query in ([], ["LATER"], ["--tag", "a"], ["--colour", "green"], ["--brief", "CO 24-15/en"]):
        assert run("bookmark", "list", *query) == (0, {"bookmarks": [kept]})
    for query in (["nowhere"], ["--state", "orphan"], ["--brief", "CO 24-15/ko"]):
        assert run("bookmark", "list", *query) == (0, {"bookmarks": []})
    assert run("info")[1]["bookmarks"] == 1
    code, gone = run("bookmark", "delete", kept["id"])
    assert (code, [b["id"] for b in gone["bookmarks"]]) == (0, [kept["id"]])
    assert run("bookmark", "list")[1] == {"bookmarks": []}
    assert run("bookmark", "undo")[0] == 0
    assert run("bookmark", "list")[1] == {"bookmarks": [kept]}
    assert run("bookmark", "redo")[0] == 0
    assert run("info")[1]["bookmarks"] == 0


def test_other_kinds_say_what_they_are(run: Any) -> None:
    page = added(run, "CO 24-15/en", "--page", "2")
    assert (page["kind"], page["page"], page["quote"]) == ("page", 2, "")
    area = added(run, "CO 24-15/en", "--page", "1", "--box", "60", "60", "200", "120")
    assert list(area) == [*KEYS, "kind"]
    assert added(run, "CO 24-15/en", "--brief", "--note", "whole")["kind"] == "brief"
    assert len(run("bookmark", "list")[1]["bookmarks"]) == 3


def test_a_bookmark_is_changed_and_placed(run: Any) -> None:
    kept = added(run, "CO 24-15/en", "700", "760")
    changed = run("bookmark", "change", kept["id"], "--note", "N", "--tag", "x")[1]["bookmarks"][0]
    assert (changed["note"], changed["tags"], changed["colour"]) == ("N", ["x"], "amber")
    placed = run("bookmark", "place", kept["id"], "800", "830")[1]["bookmarks"][0]
    assert (placed["start"], placed["end"], placed["note"]) == (800, 830, "N")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["add", "CO 24-15/en"], 2),
        (["add", "CO 24-15/en", "7"], 2),
        (["add", "CO 24-15/en", "9", "7"], 2),
        (["add", "CO 24-15/en", "0", "9999999"], 2),
        (["add", "CO 24-15/en", "0", "9", "--page", "1"], 2),
        (["add", "CO 24-15/en", "--page", "99"], 2),
        (["add", "CO 24-15/en", "--brief", "--box", "0", "0", "9", "9"], 2),
        (["add", "CO 99-99", "0", "9"], 3),
        (["delete", "nothing"], 3),
        (["change", "nothing", "--note", "x"], 3),
        (["place", "nothing", "0", "9"], 3),
        (["undo"], 3),
        (["redo"], 3),
    ],
)
def test_what_cannot_be_done_is_said(run: Any, words: list[str], code: int) -> None:
    got, document = run("bookmark", *words)
    assert got == code
    assert list(document) == ["error"]
    assert run("bookmark", "list")[1] == {"bookmarks": []}


def test_a_citation_points_to_a_bookmark(run: Any) -> None:
    _, text = run("text", "CO 24-15/en")
    start = text["text"].index("used of the three and the least costly")
    over = added(run, "CO 24-15/en", str(start - 40), str(start + 30))
    code, cited = run("cite", "CO 24-15/en", "CO 24-02/en", "--bookmark", over["id"], "--style", "apa")
    assert code == 0
    first, other = (item["in_text"] for item in cited["items"])
    labels = [page["label"] for page in text["pages"][:2]]
    assert f"pp. {labels[0]}–{labels[1]}" in first
    assert "p." not in other
    assert run("cite", "CO 24-02/en", "--bookmark", over["id"])[0] == 2
    assert run("cite", "CO 24-15/en", "--bookmark", "nothing")[0] == 3


def test_notes_are_said_to_be_the_persons_own(run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    kept = added(run, "CO 24-15/en", "700", "760", "--note", "ask the lighthouse keeper")
    _, found = run("search", "note:lighthouse")
    assert found["read_as"] == "lighthouse in your own notes"
    (answer,) = found["results"]
    assert answer["notes"] == [{"bookmark": kept["id"], "note": "ask the lighthouse keeper"}]
    assert run("count", "lighthouse")[1]["total"] == 0


def test_emptying_the_bin_says_what_stays(run: Any, full_shelf: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    added(run, "CO 24-15/en", "700", "760")
    run("delete", "CO 24-15/en", "CO 24-15/ko")
    assert main(["empty-bin", "--archive", str(full_shelf.library.folder)]) == 0
    assert "1 brief with bookmarks stays in the bin" in capsys.readouterr().out
    assert run("empty-bin") == (0, {"removed": 0, "kept": 1})
    assert run("empty-bin", "--with-bookmarks") == (0, {"removed": 1})


def test_marks_of_a_file_are_brought_in(run: Any, tmp_path: Path) -> None:
    with pymupdf.open() as made:
        page = made.new_page()
        page.insert_text((72, 100), "The ferry waits for the tide, and the tide waits for nobody.")
        page.add_highlight_annot(page.search_for("waits for nobody")[0])
        made.save(tmp_path / "marked.pdf")
    _, imported = run("import", str(tmp_path / "marked.pdf"))
    id = str(imported["added"][0]["id"])
    _, brought = run("bookmark", "bring", id)
    assert ([kept["quote"] for kept in brought["bookmarks"]], brought["marks"]) == (["waits for nobody"], 1)
    assert run("bookmark", "bring", id)[1] == {"bookmarks": [], "marks": 1}


def test_as_a_person_reads_it(run: Any, full_shelf: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    kept = added(run, "CO 24-15/en", "700", "760", "--note", "for\nlater", "--tag", "x")
    capsys.readouterr()
    assert main(["bookmark", "list", "--archive", str(full_shelf.library.folder)]) == 0
    first, quote, note = capsys.readouterr().out.splitlines()
    assert first.startswith(kept["id"])
    assert first.endswith("amber · #x")
    assert quote.strip() == "“" + " ".join(kept["quote"].split()) + "”"
    assert note.strip() == "for later"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_what_was_confirmed_is_there_after_the_program_was_killed(
    full_shelf: Archive, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    kills = request.config.getoption("--kills")
    brief = full_shelf.library.ids()[0]
    full_shelf.close()  # a connection must not be carried over a fork
    folder = tmp_path / "killed"
    shutil.copytree(full_shelf.library.folder, folder)
    confirmed = [_keep_and_die(folder, brief, n) for n in range(kills)]
    library = Library.open(folder)
    kept = {bookmark.id: bookmark.note for bookmark in library.bookmarks.of_brief(brief)}
    library.close()
    assert kept == {id: f"note {n}" for n, id in enumerate(confirmed)}


def _keep_and_die(folder: Path, brief: int, n: int) -> str:
    """Run the command in a child that is killed the moment its JSON arrives; return the id that it confirmed."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(out)
            os.dup2(into, 1)
            sys.stdout = os.fdopen(1, "w", encoding="utf-8")
            words = ["bookmark", "add", str(brief), str(100 + n), str(160 + n), "--note", f"note {n}"]
            main([*words, "--archive", str(folder), "--json", "-q"])
            signal.pause()
        finally:
            os._exit(1)
    os.close(into)
    with os.fdopen(out, "rb") as answer:
        line = answer.readline()
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    return str(json.loads(line)["bookmarks"][0]["id"])


def test_a_list_is_bounded_by_days(run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    kept = added(run, "CO 24-15/en", "700", "760")
    year, month = kept["created"][:4], kept["created"][:7]
    for bounds, count in (
        (("--since", month, "--until", month), 1),
        (("--since", kept["created"][:10]), 1),
        (("--until", str(int(year) - 1)), 0),
        (("--since", str(int(year) + 1)), 0),
    ):
        assert len(run("bookmark", "list", *bounds)[1]["bookmarks"]) == count, bounds
    assert main(["bookmark", "list", "--since", "yesterday"]) == 2
    assert "yesterday is no date" in capsys.readouterr().err
