"""`bookmark export` and `bookmark import`, from what is typed to the files."""

from __future__ import annotations

import argparse
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from kinu_reader.annotations.exporting import formats
from kinu_reader.cli.asking import NotFound, Said, WrongUsage
from kinu_reader.cli.commands import bookmark_exports
from kinu_reader.extract.reading import read_file
from kinu_reader.model import Bookmark, Placing
from kinu_reader.paths import user_templates
from kinu_reader.tasks.anchoring import ground

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

    Run = Callable[..., Said]


@pytest.fixture
def archive(full_shelf: Archive, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """An archive with three bookmarks in two briefs."""
    kept = []
    for name, passages in (("CO 24-15/ko", (4, 6)), ("CO 24-02/en", (4,))):
        (id,) = full_shelf.library.named(name)
        on = ground(full_shelf.library, id)
        assert on is not None
        for number in passages:
            passage = full_shelf.library.passages(id)[number]
            anchor = on.range(passage.start, min(passage.start + 40, passage.end))
            kept.append(Bookmark(f"b{len(kept)}", id, anchor, note="메모"))
    full_shelf.library.bookmarks.put(kept)

    @contextmanager
    def opened(folder: Path) -> Iterator[Archive]:
        yield full_shelf

    monkeypatch.setattr(bookmark_exports, "opened", opened)
    return full_shelf


@pytest.fixture
def run(archive: Archive) -> Run:
    """Run a command as it is typed after `bookmark`."""

    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(required=True)

    def command(name: str, help: str) -> argparse.ArgumentParser:
        found: argparse.ArgumentParser = commands.add_parser(name, help=help)
        found.set_defaults(archive=archive.library.folder, json=False, quiet=True)
        return found

    bookmark_exports.add_export(command)
    bookmark_exports.add_import(command)

    def run(*arguments: object) -> Said:
        options = parser.parse_args([str(argument) for argument in arguments])
        said: Said = options.run(options)
        return said

    return run


@pytest.mark.parametrize("name", [*(known.id for known in formats()), "packet"])
def test_each_format_goes_to_a_file(run: Run, tmp_path: Path, name: str) -> None:
    said = run("export", "--format", name, "-o", tmp_path / "out")
    assert said.document == {"format": name, "bookmarks": 3, "file": str(tmp_path / "out")}
    assert (tmp_path / "out").stat().st_size > 500
    assert not said.partly


def test_text_goes_where_commands_print(run: Run) -> None:
    said = run("export", "--locale", "ko-KR")
    assert said.document["format"] == "markdown"
    assert said.document["text"] == said.text
    assert "북마크" in said.text
    with pytest.raises(WrongUsage, match="-o FILE"):
        run("export", "--format", "docx")


def test_only_what_is_named_is_written(run: Run) -> None:
    assert run("export", "b1", "b0").document["bookmarks"] == 2
    assert run("export", "--brief", "CO 24-02/en").document["bookmarks"] == 1
    with pytest.raises(NotFound, match="b9"):
        run("export", "b0", "b9")
    with pytest.raises(NotFound, match="b0"):
        run("export", "b0", "--brief", "CO 24-02/en")


def test_a_packet_named_pdf_is_one(run: Run, tmp_path: Path) -> None:
    run("export", "--format", "packet", "-o", tmp_path / "out.PDF")
    assert (tmp_path / "out.PDF").read_bytes().startswith(b"%PDF-")


def test_copies_of_several_briefs_go_to_a_folder(run: Run, tmp_path: Path) -> None:
    said = run("export", "--format", "pdf", "-o", tmp_path, "--author", "홍길동")
    assert sorted(file.name for file in tmp_path.glob("*.pdf")) == [
        "CO-24-02-en.bookmarks.pdf",
        "CO-24-15-ko.bookmarks.pdf",
    ]
    assert {mark.author for mark in read_file(tmp_path / "CO-24-15-ko.bookmarks.pdf").marks} == {"홍길동"}
    assert [copy["without_page"] for copy in said.document["copies"]] == [[], []]
    assert len(run("export", "--format", "pdf", "-o", tmp_path / "new" / "folder").document["copies"]) == 2
    assert len(list((tmp_path / "new" / "folder").iterdir())) == 2
    for arguments in ((), ("-o", tmp_path / "one.pdf")):
        with pytest.raises(WrongUsage, match="FOLDER"):
            run("export", "--format", "pdf", *arguments)


def test_a_copy_of_one_brief_goes_to_a_file(run: Run, archive: Archive, tmp_path: Path) -> None:
    run("export", "--format", "pdf", "--brief", "CO 24-15/ko", "-o", tmp_path / "one.pdf")
    assert len(read_file(tmp_path / "one.pdf").marks) == 2
    with pytest.raises(WrongUsage, match="another place"):
        run("export", "b0", "--format", "pdf", "-o", archive.library.folder / "one.pdf")
    with pytest.raises(WrongUsage, match="cannot be written"):
        run("export", "b0", "--format", "pdf", "-o", tmp_path / "missing" / "one.pdf")


def test_mistakes_of_a_person_are_told(run: Run, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="nonsense"):
        run("export", "--style", "nonsense")
    with pytest.raises(WrongUsage, match="cannot be written"):
        run("export", "-o", tmp_path / "missing" / "out.md")
    user_templates().mkdir(parents=True)
    (user_templates() / "bookmarks.md").write_text("{{ mistake }}", encoding="utf-8")
    with pytest.raises(WrongUsage, match=r"bookmarks\.md has a mistake: 'mistake'"):
        run("export")


def test_what_was_exported_comes_back(run: Run, archive: Archive, tmp_path: Path) -> None:
    before = archive.library.bookmarks.find()
    run("export", "--format", "jsonld", "-o", tmp_path / "out.jsonld")
    assert run("import", tmp_path / "out.jsonld").document == {"added": [], "homeless": [], "refused": []}
    lines = (tmp_path / "out.jsonld").read_text(encoding="utf-8")
    for number in range(3):
        lines = lines.replace(f"b{number}", f"again{number}")
    (tmp_path / "again.jsonld").write_text(lines, encoding="utf-8")
    said = run("import", tmp_path / "again.jsonld")
    assert sorted(said.document["added"]) == ["again0", "again1", "again2"]
    back = archive.library.bookmarks.get(["again0", "again1", "again2"])
    assert [(kept.anchor, kept.note, kept.state) for kept in back] == [
        (kept.anchor, kept.note, kept.state) for kept in archive.library.bookmarks.get(["b0", "b1", "b2"])
    ]
    assert len(before) == 3


def test_what_another_program_marked_is_found_by_its_words(run: Run, archive: Archive, tmp_path: Path) -> None:
    (id,) = archive.library.named("CO 24-15/en")
    brief = archive.library.brief(id)
    assert brief is not None
    passage = archive.library.passages(id)[5]
    words = archive.library.text(id)[passage.start : passage.start + 60]
    marks = [
        {"annotationType": "highlight", "annotationText": words, "annotationComment": "well"},
        {"annotationType": "highlight", "annotationText": "words that no brief of this archive holds anywhere at all"},
    ]
    (tmp_path / "zotero.json").write_text(json.dumps([{"title": brief.record.title, "annotations": marks}]))
    assert len(run("import", tmp_path / "zotero.json").document["added"]) == 2
    assert run("import", tmp_path / "zotero.json").document["added"] == []
    found = {kept.anchor.quote: kept for kept in archive.library.bookmarks.of_brief(id)}
    assert (found[words].note, found[words].anchor.start) == ("well", passage.start)
    assert found[words].state is not Placing.ORPHAN
    assert found["words that no brief of this archive holds anywhere at all"].state is Placing.ORPHAN


def test_what_has_no_place_here_is_said(run: Run, tmp_path: Path) -> None:
    foreign = [{"title": "Elsewhere", "annotations": [{"annotationType": "highlight", "annotationText": "x"}]}]
    (tmp_path / "zotero.json").write_text(json.dumps(foreign), encoding="utf-8")
    said = run("import", tmp_path / "zotero.json")
    assert said.partly
    assert "Not in the archive: Elsewhere" in said.text
    for file in (tmp_path / "missing.json", tmp_path):
        with pytest.raises(WrongUsage, match="cannot be read"):
            run("import", file)
    (tmp_path / "other.txt").write_text("words", encoding="utf-8")
    with pytest.raises(WrongUsage, match="holds no bookmarks"):
        run("import", tmp_path / "other.txt")
