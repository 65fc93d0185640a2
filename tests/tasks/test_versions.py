from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.versions import Edit, compare, difference, versions

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

HEAD = "Online Series CO 24-77\n\nFerries across a Narrow Strait\n\nHan, Seo-yul (Research Fellow, Sea Division)\n\n"
WORDS = st.text(alphabet="ab 가.,", max_size=20)
TEXTS = st.lists(WORDS.filter(str.strip), max_size=6).map("\n\n".join)


def test_a_new_version_keeps_the_text_of_the_former_one(shelf: Archive, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(HEAD + "The tide runs out at noon.\n\nThe end.", encoding="utf-8")
    (first,) = import_files(shelf, [path], jobs=1).added
    assert versions(shelf, first.id) == []
    path.write_text(HEAD + "The tide runs out at midnight.\n\nA new end is here.", encoding="utf-8")
    assert import_files(shelf, [path], jobs=1).updated
    (former,) = versions(shelf, first.id)
    assert (former.file, former.has_text) == ("one.txt", True)
    changes = difference(shelf, first.id, former.sha256)
    assert changes is not None
    changed = next(paragraph for paragraph in changes if paragraph.edit is Edit.CHANGED)
    assert [(piece.edit, piece.text.strip()) for piece in changed.words] == [
        (Edit.EQUAL, "The tide runs out at"),
        (Edit.REMOVED, "noon"),
        (Edit.ADDED, "midnight"),
        (Edit.EQUAL, "."),
    ]
    assert difference(shelf, first.id, "0" * 64) is None


def test_a_copy_without_text_is_said_to_have_none(shelf: Archive, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(HEAD + "The tide.", encoding="utf-8")
    (first,) = import_files(shelf, [path], jobs=1).added
    shelf.library.also_known(first.id, "f" * 64, "locked.pdf")
    (former,) = versions(shelf, first.id)
    assert not former.has_text
    assert difference(shelf, first.id, former.sha256) is None


def test_paragraphs_moved_out_and_in() -> None:
    before = "Title\n\nThis goes away entirely.\n\nThe same stays here.\n\nEnd"
    after = "Title\n\nThe same stays here, nearly.\n\nSomething else is new.\n\nEnd"
    assert [(paragraph.edit, paragraph.before[:8], paragraph.after[:8]) for paragraph in compare(before, after)] == [
        (Edit.EQUAL, "Title", "Title"),
        (Edit.REMOVED, "This goe", ""),
        (Edit.CHANGED, "The same", "The same"),
        (Edit.ADDED, "", "Somethin"),
        (Edit.EQUAL, "End", "End"),
    ]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_put_together_again(before: str, after: str) -> None:
    changes = compare(before, after)
    squeezed = "".join
    assert squeezed("".join(p.before for p in changes).split()) == squeezed(before.split())
    assert squeezed("".join(p.after for p in changes).split()) == squeezed(after.split())
    for paragraph in changes:
        if paragraph.edit is Edit.CHANGED:
            for text, gone in ((paragraph.before, Edit.ADDED), (paragraph.after, Edit.REMOVED)):
                said = "".join(piece.text for piece in paragraph.words if piece.edit is not gone)
                assert said.split() == text.split()
