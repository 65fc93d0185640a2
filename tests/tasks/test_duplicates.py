from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from kinu_reader.model import BookmarkKind, Placing, SearchRequest
from kinu_reader.tasks.bookmarking import keep, keep_brief
from kinu_reader.tasks.duplicates import Sameness, compared, groups, not_duplicates, resolve, undo
from kinu_reader.tasks.editing import edit
from kinu_reader.tasks.editions import undo as take_back
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.searching import search

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive


def words(seed: int, n: int = 700) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices("abcdefghij가나다라마", k=chance.randint(2, 8))) for _ in range(n)]


@pytest.fixture
def twice(shelve: Callable[..., int]) -> tuple[int, int, int]:
    """Two briefs with one code, and one with the text of the second."""
    record = {"institute": "I", "series": "S", "language": "en", "title": "Zeppelins"}
    texts = " ".join(words(1)), " ".join(words(2))
    return (
        shelve(texts[0], code="CO 24-01", **record),
        shelve(texts[1], code="CO24-01", **record),
        shelve(texts[1] + " again", code="CO 24-09", **record),
    )


def test_groups_say_why(shelf: Archive, twice: tuple[int, int, int]) -> None:
    (group,) = groups(shelf)
    assert [card.id for card in group.cards] == list(twice)
    assert [(pair.one, pair.other, pair.reasons) for pair in group.likenesses] == [
        (twice[0], twice[1], (Sameness.CODE,)),
        (twice[1], twice[2], (Sameness.TEXT,)),
    ]
    assert group.likenesses[0].similarity is None
    assert group.likenesses[1].similarity == pytest.approx(1, abs=0.1)


def test_briefs_told_apart_stay_apart(shelf: Archive, twice: tuple[int, int, int]) -> None:
    decision = not_duplicates(shelf, twice[1], twice[0])
    (group,) = groups(shelf)
    assert [card.id for card in group.cards] == list(twice[1:])
    not_duplicates(shelf, *twice[1:])
    assert groups(shelf) == []
    take_back(shelf, decision)
    assert [card.id for card in groups(shelf)[0].cards] == list(twice[:2])


def test_what_a_person_made_is_not_lost(shelf: Archive, twice: tuple[int, int, int]) -> None:
    keep, *drop = twice
    edit(shelf, [drop[0]], {"title": "Airships"})
    with shelf.library._connections.write() as connection:
        connection.executemany("INSERT INTO tag VALUES (?, ?)", [(keep, "air"), (drop[0], "air"), (drop[1], "sea")])
        connection.execute("INSERT INTO collection (id, name) VALUES (1, 'To cite')")
        connection.execute("INSERT INTO collected VALUES (1, ?)", (drop[0],))
    done = resolve(shelf, keep, drop)
    assert [(offer.field, offer.value, offer.brief) for offer in done.offers] == [("title", "Airships", drop[0])]
    kept = shelf.library.brief(keep)
    assert kept is not None
    assert kept.tags == ("air", "sea")
    assert [carried.collections for carried in done.carried] == [(1,), ()]
    assert shelf.library.ids() == [keep]
    assert groups(shelf) == []
    assert search(shelf, SearchRequest("airships")).total == 0
    undo(shelf, done)
    kept = shelf.library.brief(keep)
    assert kept is not None
    assert kept.tags == ("air",)
    assert shelf.library.ids() == list(twice)
    assert search(shelf, SearchRequest("airships")).total == 1
    with pytest.raises(ValueError, match="both kept"):
        resolve(shelf, keep, [keep])


def test_bookmarks_go_to_the_brief_that_is_kept_and_come_back(shelf: Archive, tmp_path: Path) -> None:
    text = "\n\n".join(" ".join(words(seed, 60)) + "." for seed in range(12))
    for number, head in enumerate(("A head of its own", "Another head")):
        (tmp_path / f"{number}.txt").write_text(f"{head}\n\n{text}", encoding="utf-8")
    files = [tmp_path / "0.txt", tmp_path / "1.txt"]
    keep_id, drop = (item.id for item in import_files(shelf, files, jobs=1).added)
    passage = shelf.library.passages(drop)[-2]
    kept = keep(shelf, drop, passage.start, passage.end, note="zeppelin", tags=["air"])
    lost = keep_brief(shelf, drop)
    (group,) = groups(shelf)
    assert {id: one.made for id, one in compared(shelf, [group]).items()} == {keep_id: 0, drop: 2}
    done = resolve(shelf, keep_id, [drop])
    whole, moved = shelf.library.bookmarks.of_brief(keep_id)
    assert whole.kind is BookmarkKind.BRIEF
    assert (moved.note, moved.tags, moved.state) == ("zeppelin", ("air",), Placing.PLACED)
    assert shelf.library.text(keep_id)[moved.anchor.start : moved.anchor.end] == kept.anchor.quote
    assert [answer.brief.id for answer in search(shelf, SearchRequest("note:zeppelin")).answers] == [keep_id]
    assert shelf.library.bin.held() == 0
    undo(shelf, done)
    assert shelf.library.bookmarks.of_brief(keep_id) == []
    assert {bookmark.id for bookmark in shelf.library.bookmarks.of_brief(drop)} == {kept.id, lost.id}
    assert [answer.brief.id for answer in search(shelf, SearchRequest("note:zeppelin")).answers] == [drop]


def test_samples_have_no_duplicates(full_shelf: Archive) -> None:
    assert groups(full_shelf) == []
