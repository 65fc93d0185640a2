"""Paragraphs to the canonical text, its passages, and the map of every page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader.extract import wording
from kinu_reader.extract.boxes import Run, pack
from kinu_reader.extract.language import language_of
from kinu_reader.model import Brief, FileKind, LabelFrom, Page, PageState, Passage, PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kinu_reader.model import Box, Furniture

BETWEEN = "\n\n"  # between two paragraphs
LONGEST = 1500  # characters of a passage; longer paragraphs are cut at sentences


class Stretch(NamedTuple):
    """Characters of a paragraph that stand on one line: the page, the offset in the paragraph, their boxes."""

    page: int
    start: int
    boxes: Sequence[Box]


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph as it goes into the canonical text."""

    text: str
    kind: PassageKind
    stretches: Sequence[Stretch]  # every character but spaces has its box in one of them
    size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """What is known of a page besides its text."""

    number: int
    label: str
    width: float
    height: float
    state: PageState
    label_from: LabelFrom = LabelFrom.COUNT


def assemble(
    kind: FileKind,
    paragraphs: Sequence[Written],
    faces: Sequence[Face],
    *,
    furniture: Sequence[Furniture] = (),
    information: Mapping[str, str] | None = None,
    name: str = "",
) -> Brief:
    """Return the brief that the paragraphs make."""
    text = BETWEEN.join(paragraph.text for paragraph in paragraphs)
    language = language_of(text)
    passages: list[Passage] = []
    runs: defaultdict[int, list[Run]] = defaultdict(list)
    at = 0
    for paragraph in paragraphs:
        for page, start, boxes in paragraph.stretches:
            runs[page].append(Run(at + start, boxes))
        passages.extend(_passages(paragraph, at, len(passages), language))
        at += len(paragraph.text) + len(BETWEEN)
    pages = tuple(_pages(faces, runs))
    return Brief(kind, text, pages, tuple(passages), tuple(furniture), dict(information or {}), name, language)


def _passages(paragraph: Written, at: int, number: int, usual: str) -> Iterator[Passage]:
    for more, (start, end) in enumerate(wording.cut(paragraph.text, LONGEST)):
        page = max(
            (stretch for stretch in paragraph.stretches if stretch.start <= start), key=lambda stretch: stretch.start
        ).page
        language = language_of(paragraph.text[start:end], usual)
        yield Passage(
            number + more, at + start, at + end, page, paragraph.kind, paragraph.size, paragraph.bold, language
        )


def _pages(faces: Sequence[Face], runs: Mapping[int, Sequence[Run]]) -> Iterator[Page]:
    """Yield the pages with their part of the text; one without text stands where the text before it ends."""
    end = 0
    for face in faces:
        here = runs.get(face.number, ())
        start = min((run.start for run in here), default=end)
        end = max((run.start + len(run.boxes) for run in here), default=start)
        yield Page(
            face.number, face.label, face.width, face.height, start, end, face.state, pack(here), face.label_from
        )
