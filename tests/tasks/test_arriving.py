from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.tasks.arriving import paths_in, place_of_link, sorted_out
from kinu_reader.tasks.links import Link, make, read

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive


def test_what_is_named_is_sorted_out(full_shelf: Archive, tmp_path: Path) -> None:
    folder, link = full_shelf.library.folder, make("abc", 7, 1, 9)
    paper = tmp_path / "통일 정책.pdf"
    arrived = sorted_out([str(folder), paper.as_uri(), link, tmp_path])
    assert arrived.files == (paper, tmp_path)
    assert arrived.archive == folder
    assert arrived.link == Link("abc", 7, 1, 9)


def test_a_text_names_files_only_if_all_of_it_does(tmp_path: Path) -> None:
    one, two = tmp_path / "one two.txt", tmp_path / "two.txt"
    one.touch()
    two.touch()
    assert paths_in(f'"{one}"\n{two.as_uri()}\n') == [one, two]
    assert paths_in(f"{one}\nand words") == []
    assert paths_in(f"{tmp_path / 'absent.txt'}") == []
    assert paths_in("통일 정책") == []
    assert paths_in("") == []


def test_a_link_leads_to_its_passage(full_shelf: Archive) -> None:
    library = full_shelf.library
    passage = library.passages(1)[3]
    link = read(make(library.archive_id, 1, passage.start + 2, passage.end))
    assert link is not None
    found = place_of_link(full_shelf, link)
    assert found is not None
    brief, place = found
    assert brief == 1
    assert place is not None
    assert (place.passage, place.page) == (3, passage.page)
    assert (place.start, place.end) == (passage.start + 2, passage.end)
    assert place.boxes
    assert place_of_link(full_shelf, Link(library.archive_id, 1)) == (1, None)
    assert place_of_link(full_shelf, Link(library.archive_id, 999)) is None
    assert place_of_link(full_shelf, Link("another", 1)) is None
