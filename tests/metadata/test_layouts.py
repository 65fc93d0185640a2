"""Records of briefs made up in many layouts: as they are built in memory, and through real files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

from kinu_reader.extract import Readers
from kinu_reader.metadata import best_profile, guess
from kinu_reader.model import Brief, PassageKind

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS, FILES = 30, 2  # of every layout
FIELDS = (
    "institute", "series", "code", "number", "year", "title", "subtitle", "authors", "date", "language",
    "copyright", "disclaimer", "keywords", "abstract",
)  # fmt: skip
LEFT, TOP, WIDTH, FOOT = 75, 90, 440, 700
HANGUL = re.compile("[가-힣ⓒ]")


def compare(brief: Brief, truth: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """Return for every field what is read and what is true."""
    record = guess(brief).record
    none: dict[str, Any] = {"authors": (), "keywords": ()}
    return [(name, getattr(record, name), truth.get(name) or none.get(name)) for name in FIELDS]


def check(compared: list[tuple[str, Any, Any]]) -> None:
    """Fail if more than one field of a hundred is wrong, or more than one of two hundred stated."""
    wrong = [pair for pair in compared if pair[1] != pair[2]]
    stated = [pair for pair in compared if pair[1]]
    assert len(wrong) <= 0.01 * len(compared), wrong[:8]
    assert sum(bool(pair[1]) for pair in wrong) <= 0.005 * len(stated), wrong[:8]


def test_fields_of_a_layout(layout: Any) -> None:
    drafts = [layout.draft(seed) for seed in range(ROUNDS)]
    check([pair for draft in drafts for pair in compare(draft.brief(), draft.truth)])


def test_the_profile_that_knows_it(layout: Any) -> None:
    assert best_profile(layout.draft(0).brief()).name == layout.profile


@pytest.fixture(scope="module")
def through_files(layouts: list[Any], tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], Brief]:
    """A few drafts of every layout, written as PDF and read again."""
    paths = {}
    for layout in layouts:
        for seed in range(FILES):
            paths[layout.name, seed] = tmp_path_factory.mktemp(layout.name) / f"{seed}.pdf"
            set_pdf(layout.draft(ROUNDS + seed), paths[layout.name, seed])
    with Readers(jobs=2) as readers:
        briefs = list(readers.read_all(list(paths.values())))
    return {key: brief for key, brief in zip(paths, briefs, strict=True) if isinstance(brief, Brief)}


def test_fields_of_a_layout_through_real_files(layout: Any, through_files: dict[tuple[str, int], Brief]) -> None:
    for seed in range(FILES):
        check(compare(through_files[layout.name, seed], layout.draft(ROUNDS + seed).truth))


def set_pdf(draft: Any, path: Path) -> None:
    """Write a draft as a plain PDF: its parts below one another, notes at the foot, furniture in the margins."""
    document, heights = pymupdf.open(), {}
    for _ in range(max(page for *_, page in draft.parts)):
        document.new_page()
    for text, size, kind, number in draft.parts:
        y = heights.get(number, TOP)
        y = max(y, FOOT) if kind is PassageKind.FOOTNOTE else y
        heights[number] = _set(document[number - 1], text, LEFT, y, size or 10.0, kind is PassageKind.HEADING)
    for n, furniture in enumerate(draft.furniture):
        side = furniture.page == 1
        x, y = (480, TOP + 12 * n) if side else (LEFT, 40 if len(furniture.text) > 6 else 810)
        _set(document[furniture.page - 1], furniture.text, x, y, 8.0, False)
    document.set_metadata(draft.information)
    document.save(path)


def _set(page: Any, text: str, x: float, y: float, size: float, bold: bool) -> float:
    """Set a paragraph and return where the next one begins."""
    font = pymupdf.Font("korea" if HANGUL.search(text) else "tibo" if bold else "tiro")
    writer, line = pymupdf.TextWriter(page.rect), ""
    for word in [*text.split(" "), None]:
        if word is None or (line and font.text_length(f"{line} {word}", size) > WIDTH):
            writer.append((x, y), line, font, size)
            y, line = y + 1.35 * size, word or ""
        else:
            line = f"{line} {word}".strip()
    writer.write_text(page)
    return y + 0.8 * size
