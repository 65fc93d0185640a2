"""Running heads, feet, page numbers and side boxes: found by where they stand and by coming again on other pages.

A row goes only if nothing but furniture stands outside of it, and if it keeps apart from the body or is set in another
type: a sentence of the body that comes again on another page stays, and so does a title that repeats the first page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader.extract import wording
from kinu_reader.extract.labels import PAGE_NUMBER
from kinu_reader.extract.margins import body_and_margin
from kinu_reader.extract.rows import FAR, baselines, joined, parts
from kinu_reader.model import Furniture

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kinu_reader.extract.lines import Line, PageText

EDGE = 0.13  # of the height of a page: heads stand above, feet below
SAME_HEIGHT = 6.0  # points between the places of one running head on two pages
APART = 1.35  # times the usual distance of two lines
OTHER_SIZE = 0.06  # of the size of the body
HEAD_CHARACTERS = 120
TELLING = 5  # characters that a head has at least, to be known again when more words follow it
SIDE_LINES, SIDE_CHARACTERS = 6, 160  # a side box on the first page holds at most so much
PROSE = 50  # characters that end as a sentence does are text, whatever stands around them
ADDRESS = re.compile(
    r"https?://|www\.|[\w.]+@[\w.]+\.\w|(?:로|길) ?\d+(?:번길)?\b.*(?:시|구|군)|"
    r"(?:시|구|군) .*(?:로|길) ?\d+",
    re.IGNORECASE,
)
# A bar code set in letters; "goes on overleaf"; the number of the print job, with the date it was printed on.
TELEPHONE = re.compile(r"(?:\b(?:tel|fax)\b|전화|팩스|우편번호)\W{0,3}[\d(+]", re.IGNORECASE)
FOOT_MARK = re.compile(r"\*\w+\*|/ ?(?:\.{3}|…)|\d{2}-\d{5,6}(?: ?\([A-Z]\))?(?: +\d{6})*")
DIGITS = re.compile(r"\d+")
NOTE_MARK = re.compile(r"\d{1,3}\)|[*†‡※](?!\w+\*$)")
LEADING = re.compile(r"\d{1,6}")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page without its furniture: the fragments of its body, and the boxes in its margin that are text."""

    lines: Sequence[Line]
    margin: Sequence[Sequence[Line]]


class _Row(NamedTuple):
    """A row near the top or the foot of a page, and the fragments it is made of."""

    line: Line
    fragments: Sequence[Line]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page with its rows near the edges, the outermost first."""

    number: int
    text: PageText
    body: Sequence[Line]
    margin: Sequence[Sequence[Line]]
    rows: dict[str, list[_Row]]  # "head" and "foot"


@dataclass(frozen=True, slots=True)
class _Habits:
    """What is usual in a brief."""

    size: float
    pitch: float
    recurring: dict[str, frozenset[str]]  # "head", "foot" -> wordings that stand at one height on several pages
    sides: frozenset[str]  # wordings of boxes that stand in the margin of several pages
    opening: frozenset[str]  # words of the first page


def clear(pages: Sequence[PageText]) -> tuple[list[Sheet], list[Furniture]]:
    """Return the pages without furniture, and the furniture."""
    leaves = [_leaf(number, text) for number, text in enumerate(pages, 1)]
    habits = _habits(leaves)
    gone = [[*_edge_rows(leaf, habits, "head"), *_edge_rows(leaf, habits, "foot")] for leaf in leaves]
    known = frozenset(text for rows in gone for row in rows for text in _wordings(row.line))
    sheets: list[Sheet] = []
    furniture: list[Furniture] = []
    for leaf, found in zip(leaves, gone, strict=True):
        dropped = {id(fragment) for row in found for fragment in row.fragments}
        turned = [line for line in leaf.body if id(line) not in dropped and _is_turned(line, leaf, known)]
        dropped.update(map(id, turned))
        side = [box for box in leaf.margin if _is_side_box(box, leaf, habits) or _are_turned(box, leaf, known)]
        lines = [*(row.line for row in found), *turned, *(line for box in side for line in box)]
        lines.sort(key=lambda line: (round(line.middle), line.box[0]))
        furniture += [Furniture(line.text, leaf.number) for line in lines]
        kept = [box for box in leaf.margin if not any(box is other for other in side)]
        sheets.append(Sheet([line for line in leaf.body if id(line) not in dropped], kept))
    return sheets, furniture


def body_size(pages: Iterable[Sequence[Line]]) -> float:
    """Return the type size of most of a brief, in points."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _leaf(number: int, text: PageText) -> _Leaf:
    body, margin = body_and_margin(text.lines)
    edge = EDGE * text.height
    outer = [box for box in margin if _is_outer(box, number, edge, text.height)]  # a number in the corner of a page
    body += [line for line in text.lines if any(line in box for box in outer)]
    margin = [box for box in margin if box not in outer]
    near = {
        "head": [line for line in body if line.middle < edge],
        "foot": [line for line in body if line.middle > text.height - edge],
    }
    found = {
        place: [_Row(joined(part), part) for row in baselines(lines) for part in parts(row, FAR)]
        for place, lines in near.items()
    }
    found["foot"].reverse()
    return _Leaf(number, text, body, margin, found)


def _is_outer(box: Sequence[Line], number: int, edge: float, height: float) -> bool:
    top, bottom = box[0].box[1], box[-1].box[3]
    return box[0].upright and len(box) == 1 and (top > height - edge or (bottom < edge and number > 1))


def _habits(leaves: Sequence[_Leaf]) -> _Habits:
    size = body_size(leaf.body for leaf in leaves)
    steps = [after.middle - before.middle for leaf in leaves for before, after in pairwise(leaf.body)]
    pitch = median([step for step in steps if 0.5 * size < step < 3 * size] or [1.3 * size])
    places: dict[tuple[str, str], list[tuple[float, int]]] = defaultdict(list)
    for leaf in leaves:
        for place, found in leaf.rows.items():
            for row in found:
                for text in _wordings(row.line):
                    places[place, text].append((row.line.middle, leaf.number))
        for box in leaf.margin:
            places["side", _wording(_text(box))].append((box[0].middle, leaf.number))
    known = {
        edge: frozenset(text for (place, text), found in places.items() if place == edge and _recurs(found))
        for edge in ("head", "foot", "side")
    }
    first = [line.text for line in leaves[0].text.lines] if leaves else []
    return _Habits(size, pitch, {"head": known["head"], "foot": known["foot"]}, known["side"], _words(first))


def _recurs(found: list[tuple[float, int]]) -> bool:
    """Tell whether a wording stands at one height on two pages."""
    return any(
        page != other and after - before < SAME_HEIGHT for (before, page), (after, other) in pairwise(sorted(found))
    )


def _edge_rows(leaf: _Leaf, habits: _Habits, edge: str) -> list[_Row]:
    """Return the outermost rows of a page that are furniture."""
    found = leaf.rows[edge]
    gone: list[_Row] = []
    for row in found:
        if not _is_furniture(row.line, leaf, habits, edge):
            break
        gone.append(row)
    while gone and not _stands_apart(gone[-1].line, found[len(gone) :], leaf, habits, edge):
        gone.pop()
    return gone


def _is_furniture(line: Line, leaf: _Leaf, habits: _Habits, edge: str) -> bool:
    if PAGE_NUMBER.fullmatch(line.text):
        return True
    if edge == "foot" and FOOT_MARK.fullmatch(line.text):
        return True
    if NOTE_MARK.match(line.text):
        return False
    if not habits.recurring[edge].isdisjoint(_wordings(line)):
        return True
    text = line.text.casefold()
    if any(text.startswith(known) for known in habits.recurring[edge] if len(known) > TELLING):
        return True
    if edge == "head":
        return leaf.number > 1 and _repeats_opening([line], habits)
    if TELEPHONE.search(line.text):
        return True
    return bool(ADDRESS.search(line.text)) and not wording.starts_note(line.text)


def _is_turned(line: Line, leaf: _Leaf, known: frozenset[str]) -> bool:
    """Tell whether a line near any edge is a head or foot of other pages: on a page set across, they stand aside."""
    if leaf.number == 1:
        return False  # where the title stands that heads repeat
    x, y = line.middle_x / leaf.text.width, line.middle / leaf.text.height
    return min(x, y, 1 - x, 1 - y) < EDGE and not line.text.isalpha() and not known.isdisjoint(_wordings(line))


def _are_turned(box: Sequence[Line], leaf: _Leaf, known: frozenset[str]) -> bool:
    return all(_is_turned(line, leaf, known) for line in box)


def _repeats_opening(lines: Sequence[Line], habits: _Habits) -> bool:
    """Tell whether lines are a head made of words of the first page: the title, the institute, the series."""
    text = _text(lines)
    return len(text) < HEAD_CHARACTERS and not wording.ends_sentence(text) and _words([text]) <= habits.opening


def _is_side_box(box: Sequence[Line], leaf: _Leaf, habits: _Habits) -> bool:
    if not box[0].upright or _wording(_text(box)) in habits.sides:
        return True
    if leaf.number == 1:
        return len(box) <= SIDE_LINES and len(_text(box)) <= SIDE_CHARACTERS and not _is_prose(_text(box))
    return box[0].middle < EDGE * leaf.text.height and _repeats_opening(box, habits)


def _is_prose(text: str) -> bool:
    return len(text) >= PROSE and wording.ends_sentence(text) and not (ADDRESS.search(text) or TELEPHONE.search(text))


def _stands_apart(line: Line, inner: Sequence[_Row], leaf: _Leaf, habits: _Habits, edge: str) -> bool:
    """Tell whether a row keeps apart from the next one further in, or is set in another type."""
    following = inner[0].line if inner else _next(line, leaf, edge)
    if following is None or (
        PAGE_NUMBER.fullmatch(line.text) and not habits.recurring[edge].isdisjoint(_wordings(line))
    ):
        return True
    if abs(following.size - line.size) > OTHER_SIZE * line.size or following.bold != line.bold:
        return True
    return abs(following.middle - line.middle) > APART * max(habits.pitch, line.height)


def _next(line: Line, leaf: _Leaf, edge: str) -> Line | None:
    """Return the line of the body that follows a row further in, beyond what counts as near the edge."""
    if edge == "head":
        return min((o for o in leaf.body if o.middle > line.middle + 1), key=lambda o: o.middle, default=None)
    return max((o for o in leaf.body if o.middle < line.middle - 1), key=lambda o: o.middle, default=None)


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
