"""The command line as its contract has it, run in this process; the whole program is started once."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.cli import arguments, main
from kinu_reader.paths import resource

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

Run = "Callable[..., tuple[int, Any]]"


@pytest.fixture
def run(full_shelf: Archive, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Any]]:
    """Run a command on the sample archive; return the exit code and the JSON document."""

    def command(*words: str) -> tuple[int, Any]:
        capsys.readouterr()
        code = main([words[0], "--archive", str(full_shelf.library.folder), "--json", "-q", *words[1:]])
        return code, json.loads(capsys.readouterr().out)

    return command


def test_search_has_the_keys_of_the_contract(run: Any) -> None:
    code, found = run("search", '"diplomatic horizon"', "--limit", "2", "--passages", "1")
    assert code == 0
    assert list(found) == [
        *("query", "read_as", "total", "more", "took_ms", "expanded", "did_you_mean", "ignored", "results"),
    ]
    assert found["query"] == found["read_as"] == '"diplomatic horizon"'
    assert len(found["results"]) == 2 <= found["total"]
    first = found["results"][0]
    assert list(first) == [
        *("id", "title", "institute", "series", "code", "authors", "division", "date", "language", "score", "hits"),
        *("lacks", "passages"),
    ]
    (passage,) = first["passages"]
    assert list(passage) == ["passage", "page", "page_label", "start", "end", "text", "highlights"]
    assert {passage["text"][a:b].lower() for a, b in passage["highlights"]} == {"diplomatic horizon"}


def test_offsets_boxes_and_text_agree(run: Any) -> None:
    _, found = run("search", "통일정책", "--limit", "1")
    brief = found["results"][0]
    _, text = run("text", str(brief["id"]))
    for passage in brief["passages"]:
        assert text["text"][passage["start"] : passage["end"]] == passage["text"]
        for a, b in passage["highlights"]:
            code, boxes = run("boxes", str(brief["id"]), str(passage["start"] + a), str(passage["start"] + b))
            assert code == 0
            assert boxes["boxes"]
            assert {len(box["box"]) for box in boxes["boxes"]} == {4}


def test_pages_and_passages_lie_within_the_text(run: Any) -> None:
    _, listed = run("list")
    for brief in listed["briefs"]:
        _, text = run("text", str(brief["id"]))
        assert [page["page"] for page in text["pages"]] == list(range(1, brief["pages"] + 1))
        assert [passage["passage"] for passage in text["passages"]] == list(range(len(text["passages"])))
        assert all(0 <= part["start"] < part["end"] <= len(text["text"]) for part in text["passages"])


def test_show_and_names(run: Any) -> None:
    code, record = run("show", "CO 24-15/en")
    assert code == 0
    assert record["code"] == "CO 24-15"
    assert record["authors"] == [
        {
            "name": "Han, Seo-yul",
            "family": "Han",
            "given": "Seo-yul",
            "role": "Research Fellow",
            "division": "Peace Diplomacy Division",
        }
    ]
    assert [
        key for key in ("sha256", "file", "number", "year", "place", "doi", "tags", "needs_review") if key in record
    ]
    assert record["provenance"]["title"].startswith("page")
    assert list(record["confidence"]) == list(record["provenance"])
    assert set(record["confidence"].values()) <= {"high", "fair", "low"}
    assert {"keywords", "abstract"} <= set(record)
    _, korean = run("show", str(record["editions"][0]))
    assert korean["language"] == "ko"
    assert korean["editions"] == [record["id"]]


def test_a_code_of_two_editions_must_say_which(run: Any) -> None:
    code, answer = run("show", "CO 24-15")
    assert code == 2
    assert "/en" in answer["error"] or "id" in answer["error"]


@pytest.mark.parametrize(
    "words",
    [
        ("show", "CO 99-99"),
        ("show", "9" * 30),
        ("text", "999"),
        ("boxes", "CO 99-99", "0", "1"),
        ("page", "1", "99", "-o", "x.png"),
    ],
)
def test_what_is_not_there_is_3(run: Any, words: tuple[str, ...]) -> None:
    code, answer = run(*words)
    assert code == 3
    assert answer["error"]


def test_count_agrees_with_search(run: Any) -> None:
    _, found = run("search", "unification", "--limit", "0")
    _, counted = run("count", "unification", "--by", "year")
    assert counted["total"] == found["total"] > 0
    assert sum(counted["by"].values()) <= counted["total"]
    assert all(year.isdecimal() for year in counted["by"])
    for by in ("series", "author", "division", "lang"):
        assert run("count", "unification", "--by", by)[1]["by"]


def test_filters_bound_the_search(run: Any) -> None:
    _, everything = run("search", "통일", "--limit", "100")
    for option, value, key, want in (
        ("--series", "온라인시리즈", "series", "온라인시리즈"),
        ("--lang", "ko", "language", "ko"),
        ("--author", "한서율", "authors", ["한서율"]),
    ):
        _, found = run("search", "통일", "--limit", "100", option, value)
        assert 0 < found["total"] <= everything["total"]
        assert all(result[key] == want for result in found["results"] if not result["lacks"])
    _, none = run("search", "통일", "--year", "1990..1991")
    assert none["total"] == none["more"] == 0


def test_pages_of_results(run: Any) -> None:
    _, whole = run("search", "unification", "--limit", "4")
    _, rest = run("search", "unification", "--limit", "2", "--offset", "2")
    assert [r["id"] for r in rest["results"]] == [r["id"] for r in whole["results"]][2:]


@pytest.mark.parametrize(
    "words",
    [
        ("search",),
        ("search", "x", "--year", "soon"),
        ("search", "x", "--limit", "-1"),
        ("search", "x", "--year", "9" * 30),
    ],
)
def test_wrong_usage_is_2(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    said = capsys.readouterr()
    assert "usage" in said.err
    assert said.out == ""
    assert main([*words, "--json"]) == 2
    assert "error" in json.loads(capsys.readouterr().out)["error"]


def test_start_after_end_is_2(run: Any) -> None:
    assert run("boxes", "1", "5", "4")[0] == 2


def test_no_archive_is_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "x", "--archive", str(tmp_path)]) == 4
    said = capsys.readouterr().err
    assert str(tmp_path) in said
    assert "Traceback" not in said


def test_a_page_is_drawn_with_its_highlights(run: Any, tmp_path: Path) -> None:
    plain, marked = tmp_path / "plain.png", tmp_path / "marked.png"
    assert run("page", "CO 24-15/en", "1", "--width", "400", "-o", str(plain))[0] == 0
    assert run("page", "CO 24-15/en", "1", "--width", "400", "--highlight", "horizon", "-o", str(marked))[0] == 0
    assert plain.read_bytes()[:8] == marked.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert plain.read_bytes() != marked.read_bytes()


def test_import_again_adds_nothing(run: Any) -> None:
    code, change = run("import", str(resource("samples")))
    assert code == 0
    assert list(change) == ["added", "already", "updated", "failed", "seconds"]
    assert not change["added"]
    assert len(change["already"]) >= 14


def test_what_cannot_be_read_costs_only_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "page.pdf").write_text("<html><body>404</body></html>")
    (tmp_path / "good.txt").write_text("A good brief.\n\nIt survives.", encoding="utf-8")
    (tmp_path / "picture.jpg").write_bytes(b"not looked at in a folder")
    words = [str(tmp_path), str(tmp_path / "picture.jpg"), str(tmp_path / "absent.pdf")]
    code = main(["import", "--archive", str(tmp_path / "shelf"), "--json", "-q", *words])
    change = json.loads(capsys.readouterr().out)
    assert code == 1
    assert [item["path"] for item in change["added"]] == [str(tmp_path / "good.txt")]
    kinds = {failure["path"].rsplit("/", 1)[1]: failure["kind"] for failure in change["failed"]}
    assert kinds == {
        "empty.pdf": "empty",
        "page.pdf": "not-a-document",
        "picture.jpg": "unsupported",
        "absent.pdf": "unreadable",
    }
    assert all(failure["reason"] for failure in change["failed"])


def test_the_bin_and_back(run: Any) -> None:
    found = run("search", '"diplomatic horizon"')[1]["results"][0]["id"]
    total = run("count", '"diplomatic horizon"')[1]["total"]
    assert run("delete", str(found)) == (0, {"deleted": [found]})
    assert run("count", '"diplomatic horizon"')[1]["total"] == total - 1
    assert run("show", str(found))[0] == 3
    assert run("undelete", str(found)) == (0, {"restored": [found]})
    assert run("count", '"diplomatic horizon"')[1]["total"] == total
    run("delete", str(found))
    code, change = run("import", str(resource("samples")))
    assert code == 0
    assert found in [item["id"] for item in change["already"]]
    assert run("show", str(found))[0] == 0
    run("delete", str(found))
    assert run("empty-bin") == (0, {"removed": 1})
    assert run("undelete", str(found))[0] == 3


def test_edit_and_undo(run: Any) -> None:
    code, after = run("edit", "CO 24-15/en", "title=Another Title", "year=2023", "doi=")
    assert code == 0
    assert (after["title"], after["year"], after["provenance"]["title"]) == ("Another Title", 2023, "user")
    code, before = run("edit", "CO 24-15/en", "--undo")
    assert code == 0
    assert before["title"].startswith("Widening")
    assert run("edit", "CO 24-15/en", "--undo")[0] == 3
    assert run("edit", "CO 24-15/en", "colour=red")[0] == 2
    assert run("edit", "CO 24-15/en", "date=some day")[0] == 2
    assert run("edit", "CO 24-15/en")[0] == 2


def test_cite_in_a_style_and_as_a_file(run: Any, tmp_path: Path) -> None:
    code, cited = run("cite", "CO 24-15/en", "CO 24-15/ko", "--page", "2")
    assert code == 0
    assert [list(item) for item in cited["items"]] == [["id", "in_text", "reference"]] * 2
    assert cited["items"][0]["in_text"] == "(Han, 2024, p. 2)"
    assert "「" in run("cite", "CO 24-15/ko", "--style", "korean-note")[1]["items"][0]["reference"]
    for format in ("ris", "biblatex", "bibtex", "csl-json", "endnote-xml"):
        code, said = run("cite", "CO 24-15/en", "--format", format)
        assert code == 0
        assert "Widening the Diplomatic Horizon" in said["text"]
    file = tmp_path / "briefs.ris"
    assert run("cite", "CO 24-15/en", "--format", "ris", "-o", str(file))[0] == 0
    assert file.read_text(encoding="utf-8").startswith("TY  - ")
    assert run("cite", "CO 24-15/en", "--style", "no-such-style")[0] == 2
    assert run("cite", "CO 99-99")[0] == 3


def test_one_bibliography_by_korean_and_english_rules(run: Any) -> None:
    _, found = run("list")
    ids = [str(brief["id"]) for brief in found["briefs"]]
    _, first = run("cite", *ids, "--mixed", "ko-first")
    _, last = run("cite", *ids, "--mixed", "en-first")
    korean = ["「" in item["reference"] for item in first["items"]]
    assert korean == sorted(korean, reverse=True)
    assert any(korean)
    assert ["「" in item["reference"] for item in last["items"]] == sorted(korean)
    code, _ = run("cite", ids[0], "--mixed", "ko-first", "--page", "3")
    assert code == 2


def test_styles_are_found_by_words(run: Any) -> None:
    code, found = run("styles", "chicago author")
    assert code == 0
    assert found["styles"]
    assert all("chicago" in f"{style['id']} {style['title']}".lower() for style in found["styles"])


def test_words_are_expanded_unless_told_not_to(run: Any) -> None:
    found = run("search", "통일")[1]
    assert "unification" in found["expanded"]
    plain = run("search", "통일", "--no-expand")[1]
    assert plain["expanded"] == []
    assert plain["total"] < found["total"]


def test_reindex_changes_no_answer(run: Any) -> None:
    before = run("search", "통일 정책")[1]
    code, done = run("reindex")
    assert code == 0
    after = run("search", "통일 정책")[1]
    del before["took_ms"], after["took_ms"]
    assert after == before
    info = run("info")[1]
    assert info["briefs"] == done["briefs"]
    assert info["index"]["state"] == "current"
    assert info["index"]["bytes"] > 0


def test_text_output_shows_pages_and_marks(full_shelf: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(full_shelf.library.folder)
    for words in (["search", "horizon"], ["list"], ["show", "1"], ["text", "1"], ["boxes", "1", "0", "9"], ["info"]):
        assert main(["--archive", folder, *words]) == 0
    said = capsys.readouterr().out
    assert "[horizon]" in said
    assert "p. " in said


def test_the_program_starts_without_qt_and_prints_one_document(full_shelf: Archive, home: Path) -> None:
    script = (
        "import sys; from kinu_reader.cli import main; code = main(sys.argv[1:]); "
        "assert not any(name.startswith('PySide6') for name in sys.modules); raise SystemExit(code)"
    )
    words = ["search", "통일", "--archive", str(full_shelf.library.folder), "--json"]
    done = subprocess.run(
        [sys.executable, "-c", script, *words], capture_output=True, text=True, timeout=60, check=True
    )
    assert json.loads(done.stdout)["total"] > 0
    assert done.stderr == ""


def test_the_quality_of_text_bounds_and_is_counted(run: Any) -> None:
    code, counted = run("count", "unification", "--by", "quality")
    assert code == 0
    assert counted["by"] == {"good": counted["total"]}
    _, found = run("search", "unification", "--quality", "good")
    assert found["total"] == counted["total"]
    assert found["read_as"].endswith("quality:good")
    assert run("count", "unification quality:ocr")[1]["total"] == 0


def test_explain_names_the_filter(run: Any) -> None:
    _, why = run("search", "horizon lang:ko", "--year", "2024", "--explain", "CO 24-15/en")
    assert (why["filtered_out"], why["filters"]) == (True, {"lang": "ko"})


def test_a_command_alone_is_what_it_is_among_all() -> None:
    def known(typed: list[str]) -> dict[str, argparse.ArgumentParser]:
        actions = arguments.parser(typed)._subparsers._group_actions  # type: ignore[union-attr]
        return dict(actions[0].choices)  # type: ignore[arg-type]

    whole = known([])
    assert set(whole) == {name for names in arguments.HOMES.values() for name in names}
    for names in arguments.HOMES.values():
        for name in names:
            alone = known([name])
            assert set(alone) == set(names)
            assert alone[name].format_help() == whole[name].format_help()
