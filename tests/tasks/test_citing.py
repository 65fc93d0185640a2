"""Briefs and bookmarks cited in the manner a person wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cite import KOREAN_NOTE
from kinu_reader.model import Pinpoint
from kinu_reader.tasks.bookmarking import keep, keep_brief
from kinu_reader.tasks.citing import Manner, Mixed, preview, quotation, quotations, references, sequence

if TYPE_CHECKING:
    from kinu_reader.tasks.archive import Archive


def in_language(archive: Archive, language: str) -> list[int]:
    briefs = archive.library.briefs(archive.library.ids())
    return [id for id, brief in briefs.items() if brief.record.language == language]


def test_one_bibliography_by_two_rules(full_shelf: Archive) -> None:
    ids = full_shelf.library.ids()
    korean = {str(id) for id in in_language(full_shelf, "ko")}
    for mixed, first in ((Mixed.KOREAN_FIRST, True), (Mixed.ENGLISH_FIRST, False)):
        cited = references(full_shelf, ids, Manner(mixed=mixed))
        are_korean = [one.id in korean for one in cited]
        assert are_korean == sorted(are_korean, reverse=first)
        assert all(("「" in one.reference.text) == (one.id in korean) for one in cited)
        names = [one.reference.text.split(".")[0] for one in cited if one.id in korean]
        assert names == sorted(names)
    assert not any("「" in one.reference.text for one in references(full_shelf, ids))


def test_notes_in_order_and_quotations_with_them(full_shelf: Archive) -> None:
    brief = in_language(full_shelf, "ko")[0]
    kept = [keep(full_shelf, brief, at, at + 30) for at in (300, 400)] + [keep_brief(full_shelf, brief)]
    manner = Manner(KOREAN_NOTE)
    notes = [one.in_text.text for one in sequence(full_shelf, kept, manner)]
    assert notes[0].endswith(("쪽", "쪽.", "문단"))
    assert notes[1].startswith("위의 글")
    quotes = [rich.text for rich in quotations(full_shelf, kept, manner)]
    assert [quote.startswith("“") for quote in quotes] == [True, True, False]
    assert quotes[2] == notes[2]


def test_marks_are_straight_everywhere_if_wished(full_shelf: Archive) -> None:
    brief = in_language(full_shelf, "en")[0]
    manner = Manner("modern-language-association", straight=True)
    said = quotation(full_shelf, brief, 300, 360, manner)
    assert said is not None
    cited = preview(full_shelf, brief, manner)
    assert cited is not None
    listed = references(full_shelf, [brief], manner)[0].reference
    for text in (said.text, cited.cited.reference.text, listed.text):
        assert not set(text) & set("“”‘’")


def test_words_are_left_out_of_a_quotation(full_shelf: Archive) -> None:
    brief = in_language(full_shelf, "en")[0]
    said = quotation(full_shelf, brief, 300, 360, omit=[(10, 30)])
    assert said is not None
    assert " … " in said.text
    assert quotation(full_shelf, 987, 0, 1) is None


def test_gaps_are_told_with_the_page_that_has_no_number(full_shelf: Archive) -> None:
    briefs = full_shelf.library.briefs(full_shelf.library.ids())
    pdf = next(id for id, brief in briefs.items() if brief.file.endswith("-en.pdf"))
    shown = preview(full_shelf, pdf, Manner(), Pinpoint(paragraph=3))
    assert shown is not None
    assert "first_page" in shown.gaps
    shown = preview(full_shelf, pdf, Manner(), Pinpoint("3"))
    assert shown is not None
    assert "first_page" not in shown.gaps
    assert preview(full_shelf, 987, Manner()) is None
