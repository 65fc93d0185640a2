from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.model import (
    Bookmark,
    BookmarkFilters,
    BookmarkKind,
    Colour,
    Emptied,
    Pinpoint,
    Placing,
    SearchRequest,
    WrongValue,
)
from kinu_reader.tasks import importing
from kinu_reader.tasks.anchoring import ground, reanchor
from kinu_reader.tasks.archive import index_is_current, open_archive
from kinu_reader.tasks.bookmarking import (
    bookmarks,
    change,
    discard,
    keep,
    keep_area,
    keep_brief,
    keep_page,
    place_by_hand,
    redo,
    restore,
    undo,
)
from kinu_reader.tasks.citing import citations, place_kept
from kinu_reader.tasks.editing import delete, undelete
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.kept import kept as written_out
from kinu_reader.tasks.searching import search

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

HEAD = (
    "Online Series CO 24-77\n\nFebruary 20, 2024\n\nFerries across a Narrow Strait and the Price of Patience\n\n"
    "Han, Seo-yul (Research Fellow, Sea Division)\n\n"
)
BODY = (
    "The harbour master keeps a book in which every crossing of the strait is written down by hand.\n\n"
    "In the spring of 2019 the crossings stopped, and for eleven months the book stayed empty.\n\n"
    "When the first ferry sailed again, nobody in the harbour remembered the tariff of the old days.\n\n"
    "The tariff that was set in its place has since been changed twice, each time after a long winter."
)
SPRING = "In the spring of 2019 the crossings stopped"


def bring(archive: Archive, folder: Path, body: str, name: str = "brief.txt") -> int:
    path = folder / name
    path.write_text(HEAD + body, encoding="utf-8")
    done = import_files(archive, [path], jobs=1)
    assert not done.failed
    return (done.added or done.updated)[0].id


def keep_words(archive: Archive, brief: int, words: str, note: str = "") -> Bookmark:
    start = archive.library.text(brief).index(words)
    return keep(archive, brief, start, start + len(words), note=note)


def now(archive: Archive, kept: Bookmark) -> Bookmark:
    (found,) = archive.library.bookmarks.get([kept.id])
    return found


def words_of(archive: Archive, kept: Bookmark) -> str:
    return archive.library.text(kept.brief)[kept.anchor.start : kept.anchor.end]


def named(archive: Archive, file: str) -> int:
    return next(id for id, brief in archive.library.briefs(archive.library.ids()).items() if brief.file == file)


@pytest.fixture
def ferries(shelf: Archive, tmp_path: Path) -> int:
    """A brief in an otherwise empty archive."""
    return bring(shelf, tmp_path, BODY)


# -- keeping


def test_what_is_kept_is_there_with_all_that_was_given(shelf: Archive, ferries: int) -> None:
    start = shelf.library.text(ferries).index(SPRING)
    end = start + len(SPRING)
    kept = keep(shelf, ferries, start, end, colour=Colour.ROSE, note="*why* 2019?", tags=["tide", "tariff", "tide"])
    assert (kept.anchor.quote, kept.state, kept.kind) == (SPRING, Placing.PLACED, BookmarkKind.PASSAGE)
    assert (kept.colour, kept.note, kept.tags) == (Colour.ROSE, "*why* 2019?", ("tariff", "tide"))
    assert kept.anchor.boxes
    assert kept.anchor.file == shelf.library.briefs([ferries])[ferries].sha256
    assert kept.created
    assert shelf.library.bookmarks.of_brief(ferries) == [kept] == bookmarks(shelf)
    assert (shelf.library.bookmarks.count(), shelf.library.bookmarks.tags()) == (1, {"tariff": 1, "tide": 1})


def test_a_page_a_brief_and_an_area_with_its_picture(full_shelf: Archive) -> None:
    brief = named(full_shelf, "CO-24-15-en.pdf")
    page = keep_page(full_shelf, brief, 2)
    assert (page.kind, page.anchor.page, page.anchor.quote) == (BookmarkKind.PAGE, 2, "")
    assert keep_brief(full_shelf, brief).kind is BookmarkKind.BRIEF
    area = keep_area(full_shelf, brief, 1, (60.0, 60.0, 260.0, 160.0), note="the map")
    assert area.anchor.boxes == ((1, (60.0, 60.0, 260.0, 160.0)),)
    picture = pymupdf.Pixmap(full_shelf.library.bookmarks.picture(area.id))
    assert picture.width == pytest.approx(2 * picture.height, rel=0.02)


def test_nothing_that_is_not_there_is_kept(full_shelf: Archive) -> None:
    brief = named(full_shelf, "CO-24-15-en.pdf")
    length = len(full_shelf.library.text(brief))
    for start, end in ((5, 5), (9, 4), (-1, 4), (0, length + 1)):
        with pytest.raises(WrongValue):
            keep(full_shelf, brief, start, end)
    with pytest.raises(WrongValue):
        keep(full_shelf, 10_000, 0, 5)
    with pytest.raises(WrongValue):
        keep_page(full_shelf, brief, 99)
    with pytest.raises(WrongValue):
        keep_area(full_shelf, brief, 1, (10.0, 10.0, 9_000.0, 20.0))
    with pytest.raises(WrongValue):
        place_by_hand(full_shelf, "no such id", 0, 5)
    assert bookmarks(full_shelf) == []


def test_found_by_words_and_within_bounds(shelf: Archive, ferries: int) -> None:
    one = keep_words(shelf, ferries, SPRING, "the empty book")
    start = shelf.library.text(ferries).index("tariff")
    two = keep(shelf, ferries, start, start + 6, colour=Colour.BLUE, tags=["price"])

    def found(**bounds: object) -> list[str]:
        return [kept.id for kept in bookmarks(shelf, BookmarkFilters(**bounds))]

    assert found(words="BOOK crossings") == found(colour=Colour.AMBER) == [one.id]
    assert found(words="price") == found(tag="price") == found(colour=Colour.BLUE) == [two.id]
    assert found(words="book tariff") == found(briefs=frozenset([ferries + 1])) == found(state=Placing.ORPHAN) == []
    day = one.created[:10]
    assert found(since=day) == found(until=day) == found(briefs=frozenset([ferries])) == [one.id, two.id]
    assert found(since="2999") == found(until="1999") == []


# -- taking back


def test_every_edit_is_taken_back_and_made_again_also_after_a_restart(shelf: Archive, ferries: int) -> None:
    kept = keep_words(shelf, ferries, SPRING)
    noted = change(shelf, [replace(kept, note="later", colour=Colour.GREEN, tags=("b", "a"))])[0]
    assert (noted.note, noted.colour, noted.tags) == ("later", Colour.GREEN, ("a", "b"))
    discard(shelf, [kept.id])
    assert bookmarks(shelf) == []
    assert [b.id for b in bookmarks(shelf, BookmarkFilters(binned=True))] == [kept.id]
    again = open_archive(shelf.library.folder)
    try:
        assert not undo(again)[0].binned
        assert now(again, kept).note == "later"
        assert (undo(again)[0].note, now(again, kept).tags) == ("", ())
        assert undo(again)[0].binned
        assert undo(again) == []
        assert [redo(again)[0].id for _ in range(3)] == [kept.id] * 3
        assert redo(again) == []
        assert now(again, kept).binned
        assert (now(again, kept).note, now(again, kept).tags) == ("later", ("a", "b"))
    finally:
        again.close()


def test_a_new_edit_ends_what_could_be_made_again(shelf: Archive, ferries: int) -> None:
    kept = keep_words(shelf, ferries, SPRING)
    change(shelf, [replace(kept, note="one")])
    undo(shelf)
    change(shelf, [replace(kept, note="two")])
    assert redo(shelf) == []
    assert undo(shelf)[0].note == ""


def test_what_was_thrown_away_together_comes_back_together(shelf: Archive, ferries: int) -> None:
    ids = [keep_words(shelf, ferries, words).id for words in ("harbour", "tariff", SPRING)]
    discard(shelf, ids)
    discard(shelf, ids)  # the second time there is nothing to do, and nothing to take back
    assert sorted(b.id for b in undo(shelf)) == sorted(ids)
    discard(shelf, ids[:1])
    assert not restore(shelf, ids[:1])[0].binned
    assert len(bookmarks(shelf)) == 3


# -- a brief that is replaced or read anew


def test_in_a_new_version_words_are_placed_moved_or_lost(shelf: Archive, ferries: int, tmp_path: Path) -> None:
    same = keep_words(shelf, ferries, "nobody in the harbour remembered the tariff of the old days")
    other = keep_words(shelf, ferries, SPRING)
    gone = keep_words(shelf, ferries, "has since been changed twice, each time after a long winter")
    body = "A new first paragraph, which says nothing of boats.\n\n" + BODY
    body = body.replace("crossings stopped", "crossings ended").replace(BODY[-97:], "All of this is over now.")
    assert bring(shelf, tmp_path, body, "second.txt") == ferries
    placed, moved, lost = (now(shelf, kept) for kept in (same, other, gone))
    assert (placed.state, words_of(shelf, placed), placed.was) == (Placing.PLACED, same.anchor.quote, "")
    assert placed.anchor.start > same.anchor.start
    assert (moved.state, words_of(shelf, moved)) == (Placing.MOVED, "In the spring of 2019 the crossings ended")
    assert (moved.was, moved.anchor.quote) == (SPRING, words_of(shelf, moved))
    assert (lost.state, words_of(shelf, lost), lost.anchor.quote) == (Placing.ORPHAN, "", gone.anchor.quote)
    assert lost.anchor.boxes == ()
    picture = pymupdf.Pixmap(shelf.library.bookmarks.picture(lost.id))
    assert picture.width == 1000
    assert shelf.library.bookmarks.picture(placed.id) is None


def test_the_first_words_are_remembered_and_found_when_they_come_back(
    shelf: Archive, ferries: int, tmp_path: Path
) -> None:
    kept = keep_words(shelf, ferries, SPRING)
    bring(shelf, tmp_path, BODY.replace("crossings stopped", "crossings ended"), "second.txt")
    bring(shelf, tmp_path, BODY.replace("crossings stopped", "passages ended"), "third.txt")
    assert (now(shelf, kept).state, now(shelf, kept).was) == (Placing.MOVED, SPRING)
    bring(
        shelf, tmp_path, "Nothing of what there was is said any more, not in this nor in any other way.", "fourth.txt"
    )
    assert now(shelf, kept).state is Placing.ORPHAN
    bring(shelf, tmp_path, BODY + "\n\nA postscript.", "fifth.txt")
    back = now(shelf, kept)
    assert (back.state, back.was, words_of(shelf, back)) == (Placing.PLACED, "", SPRING)


def test_killed_between_a_new_version_and_its_bookmarks(
    shelf: Archive, ferries: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep_words(shelf, ferries, SPRING)
    monkeypatch.setattr(importing, "reanchor", lambda library: None)
    bring(shelf, tmp_path, "A new first paragraph.\n\n" + BODY, "second.txt")
    assert words_of(shelf, now(shelf, kept)) != SPRING
    again = open_archive(shelf.library.folder)
    try:
        assert words_of(again, now(again, kept)) == SPRING
        assert reanchor(again.library) == []
    finally:
        again.close()


def test_made_on_a_text_that_is_replaced_in_that_moment(shelf: Archive, ferries: int, tmp_path: Path) -> None:
    on = ground(shelf.library, ferries)
    assert on is not None
    start = on.text.index(SPRING)
    bring(shelf, tmp_path, "A new first paragraph.\n\n" + BODY, "second.txt")
    shelf.library.bookmarks.put([Bookmark("late", ferries, on.range(start, start + len(SPRING)))])
    (placed,) = reanchor(shelf.library)
    assert words_of(shelf, placed) == SPRING


def test_a_place_given_by_hand_holds_and_is_taken_back(shelf: Archive, ferries: int, tmp_path: Path) -> None:
    kept = keep_words(shelf, ferries, SPRING)
    bring(
        shelf,
        tmp_path,
        BODY.replace(
            BODY[97:187], "Nobody remembers why all traffic came to its end; it began again, as it always does."
        ),
        "second.txt",
    )
    assert now(shelf, kept).state is Placing.ORPHAN
    start = shelf.library.text(ferries).index("all traffic")
    placed = place_by_hand(shelf, kept.id, start, start + 11)
    assert (placed.state, placed.anchor.quote, placed.was) == (Placing.PLACED, "all traffic", "")
    bring(shelf, tmp_path, "Another paragraph comes first.\n\n" + BODY, "third.txt")
    undone = undo(shelf)[0]
    assert (words_of(shelf, undone), undone.state) == (SPRING, Placing.PLACED)


def test_the_same_pages_read_anew_keep_pages_and_areas(full_shelf: Archive) -> None:
    brief = named(full_shelf, "CO-24-15-en.pdf")
    page, whole = keep_page(full_shelf, brief, 2), keep_brief(full_shelf, brief)
    area = keep_area(full_shelf, brief, 2, (60.0, 60.0, 260.0, 160.0))
    library = full_shelf.library
    words = keep(full_shelf, brief, 700, 800)
    with importing.extract.Readers(1) as readers:
        known = library.briefs([brief])[brief]
        (reading,) = readers.read_all([library.original(known.sha256, known.kind)])
    library.reread(brief, reading, known.record)
    assert {b.id for b in reanchor(library)} == {page.id, area.id, whole.id, words.id}
    for kept in (page, area, whole, words):
        again = now(full_shelf, kept)
        assert (again.state, again.anchor.page, again.anchor.boxes) == (
            Placing.PLACED,
            kept.anchor.page,
            kept.anchor.boxes,
        )
        assert again.anchor.reading == kept.anchor.reading + 1


def test_in_another_file_pages_are_found_by_their_words_and_areas_are_doubted(
    full_shelf: Archive, tmp_path: Path
) -> None:
    brief = named(full_shelf, "CO-24-15-en.pdf")
    page, area = keep_page(full_shelf, brief, 2), keep_area(full_shelf, brief, 2, (60.0, 60.0, 260.0, 160.0))
    known = full_shelf.library.briefs([brief])[brief]
    path = tmp_path / "again.pdf"
    with pymupdf.open(full_shelf.library.original(known.sha256, known.kind)) as file:
        file.new_page(pno=1, width=file[0].rect.width, height=file[0].rect.height)
        file.save(path)
    assert [item.id for item in import_files(full_shelf, [path], jobs=1).updated] == [brief]
    assert (now(full_shelf, page).anchor.page, now(full_shelf, page).state) == (3, Placing.PLACED)
    assert (now(full_shelf, area).anchor.page, now(full_shelf, area).state) == (3, Placing.MOVED)


# -- notes


def test_notes_are_found_only_when_they_are_asked_for(shelf: Archive, ferries: int) -> None:
    kept = keep_words(shelf, ferries, SPRING, "ask the lighthouse keeper 등대지기")
    keep_words(shelf, ferries, "tariff", "unrelated")
    assert search(shelf, SearchRequest("lighthouse")).total == 0
    result = search(shelf, SearchRequest("note:lighthouse"))
    assert [answer.brief.id for answer in result.answers] == [ferries]
    assert [noted.bookmark.id for noted in result.answers[0].notes] == [kept.id]
    assert search(shelf, SearchRequest("메모:등대지기")).total == 1
    assert search(shelf, SearchRequest("tariff")).answers[0].notes == ()
    change(shelf, [replace(kept, note="ask nobody")])
    assert search(shelf, SearchRequest("note:lighthouse")).total == 0
    undo(shelf)
    assert search(shelf, SearchRequest("note:lighthouse")).total == 1
    discard(shelf, [kept.id])
    assert search(shelf, SearchRequest("note:lighthouse")).total == 0
    assert index_is_current(shelf)


# -- the bin


def test_emptying_the_bin_leaves_briefs_with_bookmarks(shelf: Archive, ferries: int, tmp_path: Path) -> None:
    kept = keep_words(shelf, ferries, SPRING)
    delete(shelf, [ferries])
    assert bookmarks(shelf) == []
    assert (shelf.library.bookmarks.count(), shelf.library.bin.held()) == (0, 1)
    assert shelf.library.bin.empty() == Emptied(removed=0, kept=1)
    undelete(shelf, [ferries])
    assert bookmarks(shelf) == [kept]
    delete(shelf, [ferries])
    assert shelf.library.bin.empty(with_bookmarks=True) == Emptied(removed=1, kept=0)
    assert shelf.library.bookmarks.get([kept.id]) == []
    assert undo(shelf) == []


def test_a_brief_whose_bookmarks_were_all_thrown_away_goes(shelf: Archive, ferries: int) -> None:
    discard(shelf, [keep_words(shelf, ferries, SPRING).id])
    delete(shelf, [ferries])
    assert shelf.library.bin.empty() == Emptied(removed=1, kept=0)


# -- places to cite


def test_the_place_of_a_bookmark_in_a_citation(full_shelf: Archive, shelf: Archive, ferries: int) -> None:
    brief = named(full_shelf, "CO-24-15-en.pdf")
    first, second, *_ = full_shelf.library.page_bounds(brief)
    over = keep(full_shelf, brief, second.start - 60, second.start + 60)
    if not {page for page, _ in over.anchor.boxes} > {first.number}:
        over = keep(full_shelf, brief, second.start - 200, second.start + 200)
    assert place_kept(full_shelf, over) == Pinpoint(label=f"{first.label}–{second.label}")
    text = full_shelf.library.text(brief)
    start = text.index("A conversation is counted here")
    footnote = keep(full_shelf, brief, start, start + 20)
    noted = place_kept(full_shelf, footnote)
    assert (noted and noted.note, noted and noted.label) == ("2", second.label)
    (written,) = written_out(full_shelf, [footnote])
    assert written.place == f"p. {second.label}, n. 2"
    assert f"p. {second.label}, n. 2)" in written.citation.text
    assert place_kept(full_shelf, keep_page(full_shelf, brief, 2)) == Pinpoint(label=second.label)
    assert place_kept(full_shelf, keep_brief(full_shelf, brief)) is None
    place = place_kept(shelf, keep_words(shelf, ferries, SPRING))
    passages = [shelf.library.text(ferries)[p.start : p.end] for p in shelf.library.passages(ferries)]
    assert place is not None
    assert passages[(place.paragraph or 0) - 1].startswith(SPRING)
    (cited,) = citations(full_shelf, [brief], places={brief: Pinpoint(label="2")})
    assert "p. 2" in cited.in_text.text
