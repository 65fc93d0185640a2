"""Lines in reading order to paragraphs: by gaps, indents, sizes and unfilled lines, and on over the ends of pages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from kinu_reader.extract import wording
from kinu_reader.model import PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinu_reader.extract.lines import Line
    from kinu_reader.extract.order import Column

SAME_SIZE = 0.06  # sizes that differ by less are one size
GAP = 1.3  # times the usual distance of two lines: a gap between paragraphs
INDENT = 0.6  # of the type size
INDENTED = 0.3  # of the paragraphs begin with an indent: then it is the custom of the brief
NOTE_SIZE = 0.93  # of the size of the body, at most
NOTE_PITCH = 1.4  # times the type size, the usual distance of two lines of notes
HEADING_SIZE = 1.12  # of the size of the body, at least
HEADING_CHARACTERS = 160
SHORT = 0.2  # of the measure stays empty at the end of a line that ends a paragraph, even without a full stop
SPACE = 0.3  # of the type size: how wide a space is


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[Line, ...]
    kind: PassageKind
    whole: bool = False  # nothing goes on before or after it: the row of a table

    @property
    def text(self) -> str:
        """Return the words, lines joined by spaces: for judging, not for reading."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one column without a gap between them."""

    lines: tuple[Line, ...]
    left: float
    right: float

    @property
    def width(self) -> float:
        """Return the measure in points."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class _Flow:
    """The paragraphs and notes of one column."""

    parts: Sequence[tuple[Line, ...]]
    notes: Sequence[tuple[Line, ...]]
    column: Column
    size: float  # of the body of the brief


def paragraphs(pages: Sequence[Sequence[Column]], size: float) -> list[Paragraph]:
    """Return the paragraphs of a brief in reading order, `size` being that of its body in points.

    The notes of a page, and the boxes in its margin, follow the paragraph that leaves it.
    """
    flows: list[list[_Flow]] = []
    open_note = False  # the last note may go on in the next column
    for columns in pages:
        flows.append([])
        for column in columns:
            flow = _flow(column, size, open_note)
            flows[-1].append(flow)
            if flow.notes:
                open_note = not wording.ends_sentence(flow.notes[-1][-1].text)
    indents = _indents([part for page in flows for flow in page for part in flow.parts])
    found: list[Paragraph] = []
    waiting: list[Paragraph] = []  # until the paragraph that leaves their page has ended
    for page in flows:
        later: list[Paragraph] = []
        for flow in page:
            later += [Paragraph(lines, PassageKind.FOOTNOTE) for lines in flow.notes]
            if flow.column.aside:
                later += [Paragraph(lines, _kind(lines, size)) for lines in flow.parts]
                continue
            parts = flow.parts
            if parts and found and _goes_on(found[-1], parts[0], flow, indents):
                found[-1] = Paragraph((*found[-1].lines, *parts[0]), found[-1].kind)
                parts = parts[1:]
            if parts or flow.column.rows:
                found += waiting
                waiting = []
            found += [Paragraph(lines, _kind(lines, size)) for lines in parts]
            found += [Paragraph(row, PassageKind.BODY, whole=True) for row in flow.column.rows]
        waiting += later
    return found + waiting


def _flow(column: Column, size: float, open_note: bool) -> _Flow:
    body, small = _body_and_notes(column, size, open_note)
    parts = [part for block in _blocks(body, column) for part in _split(block, size)]
    return _Flow(parts, list(_notes(small)), column, size)


def _indents(parts: Sequence[Sequence[Line]]) -> bool:
    """Tell whether the paragraphs of a brief begin with an indent."""
    shifts = [part[0].box[0] - part[1].box[0] > INDENT * part[0].size for part in parts if len(part) > 2]
    return sum(shifts) > INDENTED * len(shifts)


def _body_and_notes(column: Column, size: float, open_note: bool) -> tuple[Sequence[Line], Sequence[Line]]:
    """Split off what stands under the rule at the foot of a column, or in small type and starts as a note does."""
    lines = column.lines
    start = next((at for at, line in enumerate(lines) if line.middle > column.notes), len(lines))
    if start < len(lines):
        return lines[:start], lines[start:]
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if line.size > NOTE_SIZE * size:
            break
        before = lines[at - 1] if at else None
        small_before = before is not None and before.size <= NOTE_SIZE * size
        apart = before is None or not small_before or line.middle - before.middle > GAP * NOTE_PITCH * line.size
        if apart and (wording.starts_note(line.text) or (open_note and before is not None and not small_before)):
            start = at
    return lines[:start], lines[start:]


def _notes(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Cut notes apart; where they are numbered, only the next number begins one, not any that a line begins with."""
    note: list[Line] = []
    last: int | None = None
    for line in lines:
        number = wording.note_number(line.text)
        if note and _starts_note(line, note, number, last):
            yield tuple(note)
            note = []
        if not note:
            last = number if number is not None else last
        note.append(line)
    if note:
        yield tuple(note)


def _starts_note(line: Line, note: Sequence[Line], number: int | None, last: int | None) -> bool:
    if not wording.starts_note(line.text) or line.box[0] > min(other.box[0] for other in note) + line.size:
        return False
    return number is None or last is None or 0 < number - last < 3


def _blocks(lines: Sequence[Line], column: Column) -> Iterator[_Block]:
    """Cut a column at gaps and where the size of the type changes."""
    steps = [(before.size, after.middle - before.middle) for before, after in pairwise(lines)]
    pitches = {size: _pitch(size, steps) for size in {line.size for line in lines}}
    block: list[Line] = []
    for line in lines:
        if block:
            before = block[-1]
            near = 0.5 * line.size < line.middle - before.middle <= GAP * pitches[line.size]
            if not (near and _same_type(before, line, column.right)):
                yield _block(block)
                block = []
        block.append(line)
    if block:
        yield _block(block)


def _block(lines: Sequence[Line]) -> _Block:
    return _Block(tuple(lines), min(line.box[0] for line in lines), max(line.box[2] for line in lines))


def _pitch(size: float, steps: Sequence[tuple[float, float]]) -> float:
    """Return the usual distance of lines of this size, from the sizes of lines and the steps to the next ones."""
    near = [step for other, step in steps if 0 < step < 2.6 * size and abs(other - size) <= SAME_SIZE * size]
    return median(near) if len(near) > 1 else 1.4 * size


def _same_type(before: Line, line: Line, right: float) -> bool:
    if abs(before.size - line.size) > SAME_SIZE * max(before.size, line.size):
        return False
    return before.bold == line.bold or not _unfilled(before, line, right)


def _split(block: _Block, size: float) -> Iterator[tuple[Line, ...]]:
    """Cut a block into its paragraphs."""
    lines: list[Line] = []
    for line in block.lines:
        if lines and _starts_paragraph(line, lines, block, size):
            yield tuple(lines)
            lines = []
        lines.append(line)
    yield tuple(lines)


def _starts_paragraph(line: Line, so_far: Sequence[Line], block: _Block, size: float) -> bool:
    before = so_far[-1]
    indent = INDENT * line.size
    if line.size > HEADING_SIZE * size or _centred(before, line):
        return wording.is_numbered(line.text) and _unfilled(before, line, block.right)
    if wording.is_open(before.text) or wording.is_broken_date(before.text, line.text):
        return False
    if wording.is_byline(before.text) and wording.is_byline(line.text):
        return True
    unfilled = _unfilled(before, line, block.right)
    ended = wording.ends_sentence(before.text)
    if wording.starts_bullet(line.text):
        return True
    if wording.starts_item(line.text):
        return unfilled or (ended and abs(line.box[0] - before.box[0]) > indent)
    if unfilled and ended:
        return True
    if unfilled and not wording.starts_lower(line.text) and block.right - before.box[2] > SHORT * block.width:
        return True
    shift = line.box[0] - before.box[0]
    if shift > indent:
        hanging = len(so_far) == 1 and (wording.starts_item(before.text) or not (ended or unfilled))
        return not hanging
    if shift < -indent:
        return len(so_far) > 1 and ended
    return False


def _centred(before: Line, line: Line) -> bool:
    """Tell whether both lines are set centred, so that their edges mean nothing."""
    if wording.ends_sentence(before.text):
        return False  # as an indented line may seem after a full one
    middles = [before.box[0] + before.box[2], line.box[0] + line.box[2]]
    shifted = abs(before.box[0] - line.box[0]) > INDENT * line.size
    return shifted and abs(middles[0] - middles[1]) < 4


def _unfilled(before: Line, line: Line, right: float) -> bool:
    """Tell whether the first word of a line would have found room on the line before."""
    word = line.text.split(" ", 1)[0]
    width = line.boxes[len(word) - 1][2] - line.boxes[0][0]
    return right - before.box[2] > width + 2 * SPACE * line.size


def _goes_on(last: Paragraph, part: Sequence[Line], flow: _Flow, indents: bool) -> bool:
    """Tell whether a paragraph goes on in the next column or on the next page."""
    before, line = last.lines[-1], part[0]
    if last.whole or last.kind is not PassageKind.BODY or wording.starts_item(line.text) or before.bold != line.bold:
        return False
    if any(abs(end.size - flow.size) > SAME_SIZE * flow.size for end in (before, line)):
        return False
    ended = wording.ends_sentence(before.text)
    if wording.starts_lower(line.text) and not ended:
        return True
    if line.box[0] > flow.column.left + INDENT * line.size:
        return False
    if ended and indents:
        return True  # a new paragraph would begin with an indent
    right = max(line.box[2] for line in last.lines)
    # A full line seldom ends a paragraph: that a sentence ends with it by chance is likelier.
    return not _unfilled(before, line, right) and (not ended or len(last.lines) > 1)


def _kind(lines: Sequence[Line], size: float) -> PassageKind:
    text = " ".join(line.text for line in lines)
    if len(text) > HEADING_CHARACTERS:
        return PassageKind.BODY
    if all(line.size >= HEADING_SIZE * size for line in lines):
        return PassageKind.HEADING
    ended = wording.ends_sentence(text)
    if all(line.bold for line in lines) and not ended:
        return PassageKind.HEADING
    if len(lines) == 1 and len(text) < HEADING_CHARACTERS / 2 and wording.is_numbered(text) and not ended:
        return PassageKind.HEADING
    return PassageKind.BODY
