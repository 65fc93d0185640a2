"""What a text looks like that may hold a pattern: a regular expression that is wrong in one way only.

Where a pattern is met its look is found, from its first syllable or word to its last; where the look is found the
pattern may still not be met. So only what is found need be analysed. A look is made of the positions that the pattern
cannot do without, the longest run of them: of Hangul the syllables in any spelling, of other words the two or three
letters with which they begin.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader.index import analysis, northern
from kinu_reader.index.analysis import CAPITALS, FORMS, HARD, NAME, SOFT
from kinu_reader.index.hanja import HANJA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinu_reader.index.patterns import Atom, Pattern, Step

SYLLABLE = re.compile(f"[가-힣{HANJA}]")
_GAP = rf"[\W_{analysis.DOTS}]*"  # what may stand between two positions
_REST = r"\S*?"  # of a word after its first letters
_HANGUL = "가-힣"
_CAPITAL = rf"(?:[^\W\d_a-z{_HANGUL}{HANJA}]|(?<=[-‐‑－﹣])[a-z])"  # or what a hyphen ties to a capital
_BRITISH = {"inquir": (0, "[ie]"), "skeptic": (1, "[kc]")}  # stems are American, but a text may say enquiry or sceptic
_LATER = {"i": "[iy]", "e": "a?e"}  # the stem of "dying" is "die", that of "paediatric" begins "ped"
_OPENS = re.compile(r"\w|\[\w+\]")
_LONG = 5  # letters of a stem of which the third stays in every form: not "die", "cri" or "mold"


class Look(NamedTuple):
    """An expression to search for."""

    found: re.Pattern[str]
    opens: str  # the letters with which it can begin; none if these are not few
    loose: str  # the expression, but for where an eojeol begins: what finds this finds all that `found` does
    raw: bool  # in the text as it is written, or in the folded one
    reach: re.Pattern[str] | None  # from its start as many chunks as it has words, some of which it may have cut short


def look(pattern: Pattern) -> Look | None:
    """Return what a text looks like that holds a pattern, or None if that may be anything."""
    needed: dict[int, set[str]] = {}  # position -> syllables, or one expression for a word
    opening: set[int] = set()  # positions with which an eojeol must begin
    for step in pattern.steps:
        for position, parts in _needed(step):
            known = needed.get(position)
            if known is None or len(parts) < len(known):
                needed[position] = parts
        opening |= {atom.offset for atom in step} if all(map(_begins, step)) else set()
    run = _longest_run(needed)
    if not run:
        return None
    raw = any(_CAPITAL in needed[at] for at in run)
    wanted = [
        {part if part == _CAPITAL or SYLLABLE.fullmatch(part) else f"(?i:{part})" for part in needed[at]}
        if raw
        else needed[at]
        for at in run
    ]
    loose, begins = "".join(_expressions(wanted, begins=False)), run[0] in opening
    expression = "".join(_expressions(wanted, begins=True)) if begins else loose
    reach = re.compile(rf"(?:{_GAP}\S*){{{len(run)}}}") if _REST in loose else None
    first = _OPENS.match(loose)
    opens = first[0].strip("[]") if first and not raw else ""
    return Look(re.compile(expression), opens, loose, raw, reach)


def _needed(step: Step) -> Iterator[tuple[int, set[str]]]:
    """Yield the positions that each atom of a step takes, with all that may stand there."""
    each = [dict(_positions(atom)) for atom in step]
    for position in each[0]:
        if all(position in positions for positions in each):
            yield position, {positions[position] for positions in each}


def _positions(atom: Atom) -> Iterator[tuple[int, str]]:
    """Yield what stands at the positions of an atom: a syllable, or an expression for the beginning of a word."""
    if atom.term[0] == NAME:
        yield atom.offset, _CAPITAL
        return
    term = atom.term.lstrip(SOFT + HARD + CAPITALS)
    if SYLLABLE.match(term):
        yield from enumerate(term, atom.offset)
    else:
        yield atom.offset, _word(term, stem=atom.field == FORMS)


def _word(term: str, *, stem: bool) -> str:
    """Return an expression for the first letters or digits of a word."""
    letters = [re.escape(letter) for letter in term[: 2 if stem and len(term) < _LONG else 3]]
    if stem:
        letters[1:] = [_LATER.get(letter, letter) for letter in letters[1:]]
        for start, (at, both) in _BRITISH.items():
            if term.startswith(start):
                letters[at] = both
    # The lookbehind stands after the first letter, because an expression that opens with a letter is found faster.
    edge = r"(?<!\d.)" if term[0].isdigit() else r"(?<![a-z].)"
    first, rest = letters[0], "".join(rf"\W?{letter}" for letter in letters[1:])
    return rf"e(?:{edge}|(?<=ae)(?<![a-z]..)){rest}" if stem and first == "e" else first + edge + rest


def _begins(atom: Atom) -> bool:
    """Tell whether an eojeol, or a part of one, begins where an atom does."""
    return atom.field == FORMS and bool(SYLLABLE.match(atom.term.lstrip(SOFT + HARD)))


def _longest_run(needed: dict[int, set[str]]) -> list[int]:
    runs: list[list[int]] = [[]]
    for position in sorted(needed):
        if runs[-1] and runs[-1][-1] + 1 != position:
            runs.append([])
        runs[-1].append(position)
    return max(runs, key=len)


def _expressions(run: list[set[str]], *, begins: bool) -> Iterator[str]:
    """Yield the parts of a look."""
    for at, parts in enumerate(run):
        if at:
            yield _GAP
        if all(SYLLABLE.fullmatch(part) for part in parts):
            spellings = sorted({letter for part in parts for letter in northern.spellings(part)})
            yield f"[{''.join(spellings)}]" + (f"(?<![{_HANGUL}].)" if begins and not at else "")
        else:
            yield f"(?:{'|'.join(sorted(parts))})" if len(parts) > 1 else min(parts)
            yield _REST if at + 1 < len(run) else ""
