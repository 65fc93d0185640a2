"""Running heads, feet, page numbers and side boxes: found by where they stand and by coming again on other pages.

A row goes only if nothing but furniture stands outside of it, and if it keeps apart from the body or is set in another
size: a sentence of the body that comes again on another page stays.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from kinu_reader.extract import wording
from kinu_reader.extract.order import Column, Layout
from kinu_reader.model import Furniture

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kinu_reader.extract.lines import Line

EDGE = 0.13  # of the height of a page: heads stand above, feet below
SAME_HEIGHT = 6.0  # points between the places of one running head on two pages
APART = 1.35  # times the usual distance of two lines
OTHER_SIZE = 0.06  # of the size of the body
HEAD_CHARACTERS = 120
TELLING = 5  # characters that a head has at least, to be known again when more words follow it
SIDE_LINES, SIDE_CHARACTERS = 6, 160  # a side box on the first page holds at most so much
PAGE_NUMBER = re.compile(
    r"[\-–—\[(<|·\s]*(?:p(?:age)?\.?\s*)?(\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?(?:쪽)?[\-–—\])>|·\s]*",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"https?://|www\.|[\w.]+@[\w.]+\.\w|\b(?:tel|fax)\b|전화|팩스|우편번호|(?:로|길) ?\d+(?:번길)?\b.*(?:시|구|군)|"
    r"(?:시|구|군) .*(?:로|길) ?\d+|^\*\w+\*$",  # and a bar code set in letters
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")
NOTE_MARK = re.compile(r"\d{1,3}\)|[*†‡※](?!\w+\*$)")
LEADING = re.compile(r"\d{1,6}")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a page and what stands on it."""

    number: int
    width: float
    height: float
    layout: Layout

    @property
    def lines(self) -> list[Line]:
        """Return the lines of the body from top to bottom."""
        lines = [line for column in self.layout.columns for line in column.lines]
        return sorted(lines, key=lambda line: line.middle)

    def edge(self, line: Line) -> str:
        """Return "head" or "foot" if a line stands near the top or the bottom of the page, else nothing."""
        share = line.middle / self.height
        return "head" if share < EDGE else "foot" if share > 1 - EDGE else ""


@dataclass(frozen=True, slots=True)
class _Habits:
    """What is usual in a brief."""

    size: float
    pitch: float
    recurring: dict[str, tuple[str, ...]]  # "head", "foot" -> wordings that stand at one height on several pages
    sides: frozenset[str]  # wordings of boxes that stand in the margin of several pages
    opening: frozenset[str]  # words of the first page


def clear(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[Furniture]]:
    """Return the pages without furniture, and the furniture."""
    habits = _habits(sheets)
    cleared: list[Sheet] = []
    furniture: list[Furniture] = []
    for sheet in sheets:
        gone = [*_edge_rows(sheet, habits, "head"), *_edge_rows(sheet, habits, "foot")]
        margin = []
        for box in sheet.layout.margin:
            if _is_side_box(box, sheet, habits):
                gone.extend(box)
            else:
                margin.append(box)
        gone.sort(key=lambda line: (round(line.middle), line.box[0]))
        furniture.extend(Furniture(line.text, sheet.number) for line in gone)
        cleared.append(_without(sheet, gone, margin))
    return cleared, furniture


def page_number(text: str) -> int | None:
    """Return the page number that a piece of furniture consists of, or None."""
    match = PAGE_NUMBER.fullmatch(text)
    return int(match[1]) if match and match[1].isdecimal() else None


def body_size(sheets: Sequence[Sheet]) -> float:
    """Return the type size of most of a brief, in points."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for column in sheet.layout.columns:
            for line in column.lines:
                sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _habits(sheets: Sequence[Sheet]) -> _Habits:
    size = body_size(sheets)
    columns = [column.lines for sheet in sheets for column in sheet.layout.columns]
    steps = [after.middle - before.middle for lines in columns for before, after in pairwise(lines)]
    pitch = median([step for step in steps if 0 < step < 3 * size] or [1.3 * size])
    places: dict[tuple[str, str], list[tuple[float, int]]] = defaultdict(list)
    for sheet in sheets:
        for line in sheet.lines:
            if edge := sheet.edge(line):
                for text in _wordings(line):
                    places[edge, text].append((line.middle, sheet.number))
    recurring = {
        edge: tuple(text for (place, text), found in places.items() if place == edge and _recurs(found))
        for edge in ("head", "foot")
    }
    sides = Counter(text for sheet in sheets for text in {_wording(_text(box)) for box in sheet.layout.margin})
    often = frozenset(text for text, count in sides.items() if count > 1)
    first = sheets[0].layout if sheets else Layout(())
    opening = [line.text for lines in (*(column.lines for column in first.columns), *first.margin) for line in lines]
    return _Habits(size, pitch, recurring, often, _words(opening))


def _recurs(found: list[tuple[float, int]]) -> bool:
    """Tell whether a wording stands at one height on two pages."""
    return any(
        page != other and after - before < SAME_HEIGHT for (before, page), (after, other) in pairwise(sorted(found))
    )


def _edge_rows(sheet: Sheet, habits: _Habits, edge: str) -> list[Line]:
    """Return the outermost rows of a page that are furniture."""
    lines = sheet.lines if edge == "head" else sheet.lines[::-1]
    gone: list[Line] = []
    for line in lines:
        if sheet.edge(line) != edge or not _is_furniture(line, sheet, habits, edge):
            break
        gone.append(line)
    while gone and not _stands_apart(gone[-1], lines[len(gone) :], habits):
        gone.pop()
    return gone


def _is_furniture(line: Line, sheet: Sheet, habits: _Habits, edge: str) -> bool:
    if PAGE_NUMBER.fullmatch(line.text):
        return True
    if NOTE_MARK.match(line.text):
        return False
    texts = _wordings(line)
    if not texts.isdisjoint(habits.recurring[edge]):
        return True
    if line.text.casefold().startswith(tuple(known for known in habits.recurring[edge] if len(known) > TELLING)):
        return True
    if edge == "head":
        return sheet.number > 1 and _repeats_opening([line], habits)
    return bool(ADDRESS.search(line.text)) and not wording.starts_note(line.text)


def _repeats_opening(lines: Sequence[Line], habits: _Habits) -> bool:
    """Tell whether lines are a head made of words of the first page: the title, the institute, the series."""
    text = _text(lines)
    return len(text) < HEAD_CHARACTERS and not wording.ends_sentence(text) and _words([text]) <= habits.opening


def _is_side_box(box: Sequence[Line], sheet: Sheet, habits: _Habits) -> bool:
    if not box[0].upright or _wording(_text(box)) in habits.sides:
        return True
    if sheet.number == 1:
        return len(box) <= SIDE_LINES and len(_text(box)) <= SIDE_CHARACTERS
    return sheet.edge(box[0]) == "head" and _repeats_opening(box, habits)


def _stands_apart(line: Line, inner: Sequence[Line], habits: _Habits) -> bool:
    if not inner or PAGE_NUMBER.fullmatch(line.text) or abs(line.size - habits.size) > OTHER_SIZE * habits.size:
        return True
    return abs(inner[0].middle - line.middle) > APART * habits.pitch


def _without(sheet: Sheet, gone: Sequence[Line], margin: Sequence[tuple[Line, ...]]) -> Sheet:
    """Return a page without some lines, its boxes in the margin as columns that are read last."""
    dropped = set(map(id, gone))
    columns = [tuple(line for line in column.lines if id(line) not in dropped) for column in sheet.layout.columns]
    kept = [
        Column(lines, min(line.box[0] for line in lines), max(line.box[2] for line in lines))
        for lines in (*columns, *margin)
        if lines
    ]
    return Sheet(sheet.number, sheet.width, sheet.height, Layout(tuple(kept)))


def _text(lines: Iterable[Line]) -> str:
    return " ".join(line.text for line in lines)


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in WORD.findall(text.casefold()))


def _wordings(line: Line) -> set[str]:
    """Return by what a row is known again: its words, and its words with any numbers, if a first one keeps step.

    "3 | Road Papers" comes with the number of its page; "5 Ibid." on one page and "9 Ibid." on the next are two notes.
    """
    first = LEADING.match(line.text)
    step = f"{int(first[0]) - line.page}" if first else ""
    return {line.text.casefold(), step + _wording(line.text)}


def _wording(text: str) -> str:
    return DIGITS.sub("0", text.casefold())
