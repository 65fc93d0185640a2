from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kinu_reader import index
from kinu_reader.extract import Painter
from kinu_reader.model import Page, PageState
from kinu_reader.tasks.reading import find_in, open_brief, outline, quoted

if TYPE_CHECKING:
    from kinu_reader.tasks.archive import Archive

TEXT = "One two three.\n\nFour five 통일정책 six.\n\n1) A note.\n\nSeven."


def pages(*starts: int, labels: str = "iii 1 2 3") -> list[Page]:
    ends = [*starts[1:], len(TEXT)]
    return [
        Page(number, label, 100, 100, start, end, PageState.GOOD, b"")
        for number, (start, end, label) in enumerate(zip(starts, ends, labels.split(" "), strict=False), 1)
    ]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 14, "One two three."),
        (4, 20, "two three.\n\nFour"),
        (16, 30, "Four [p. iii→1] five 통일정책"),
        (21, 30, "five 통일정책"),  # begins on the page
        (0, 20, "One two three.\n\nFour"),  # ends before it
    ],
)
def test_a_page_break_is_marked_where_it_is_crossed(start: int, end: int, expected: str) -> None:
    assert quoted(TEXT, pages(0, 21), start, end) == expected


def test_a_word_broken_by_the_page_stays_whole() -> None:
    at = TEXT.index("정책")
    assert quoted(TEXT, pages(0, at), 16, at + 7) == "Four five 통일정책 [p. iii→1] six."


def test_a_page_that_begins_with_a_paragraph() -> None:
    at = TEXT.index("Seven")
    assert quoted(TEXT, pages(0, at), 0, len(TEXT)).endswith("1) A note.\n\n[p. iii→1] Seven.")


def test_pages_without_text_or_label_are_not_named() -> None:
    assert quoted(TEXT, pages(0, 21, 21), 16, 30) == "Four [p. iii→2] five 통일정책"
    assert quoted(TEXT, pages(0, 21, labels=" "), 16, 30) == "Four five 통일정책"


def test_headings_stand_in_for_a_table_of_contents(full_shelf: Archive) -> None:
    library = full_shelf.library
    files = {library.briefs([id])[id].file: id for id in library.ids()}
    with Painter() as painter:
        for file, title in (("CO-24-15-en.pdf", "1. The long view"), ("dolbit-working-paper-7.md", None)):
            opened = open_brief(full_shelf, files[file], index.parse(""))
            assert opened is not None
            found = outline(painter, opened)
            assert found == opened.headings
            assert title is None or title in {heading.title for heading in found}
            assert found
            assert all(1 <= heading.page <= len(opened.pages) and heading.level >= 1 for heading in found)
        gone = replace(opened, file=opened.file.with_name("gone.pdf"))
        assert outline(painter, gone) == opened.headings


def test_finding_in_a_brief_follows_the_rules_of_search(full_shelf: Archive) -> None:
    library = full_shelf.library
    brief = next(id for id in library.ids() if "CO-24-15-en" in library.briefs([id])[id].file)
    text = library.text(brief)

    def found(words: str, *, exact: bool = False) -> list[str]:
        return [text[place.start : place.end] for place in find_in(full_shelf, brief, words, exact=exact)]

    assert {"Diplomatic Horizon", "diplomatic horizon"} <= set(found('"diplomatic horizon"'))
    assert {"parliaments", "parliamentary"} & set(found("parliament"))
    assert set(found("parliaments", exact=True)) <= {"parliaments", "Parliaments"}
    assert found("zeppelin") == []
    assert find_in(full_shelf, 10_000, "horizon") == ()
    place = find_in(full_shelf, brief, "horizon")[0]
    assert place.boxes
    assert place.page == place.boxes[0][0]
