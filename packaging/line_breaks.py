"""Break paragraphs into lines for `make_samples.py`: English at spaces and soft hyphens, Korean between syllables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pymupdf

BODY, LEADING = 10.4, 17.0
HANGUL = re.compile("[가-힣]")
NOTE_SIZE = 0.62  # of the text around it
CLOSERS = frozenset(".,;:!?)]}%’”」』〉》·…")
OPENERS = frozenset("([{‘“「『〈《")

# Breaks that the line breaker may use in English; an institute's word processor would know them all.
HYPHENS = """
admin-istra-tion agree-ment com-mittee com-munity consul-ta-tions co-oper-a-tion coun-tries dele-ga-tion diplo-matic
diplo-macy eco-nomic fam-i-lies gov-ern-ment gov-ern-ments human-i-tarian infor-ma-tion infra-struc-ture in-sti-tu-tions
inter-na-tional lan-guage main-te-nance man-age-ment meas-ure-ment min-is-tries mon-i-toring munic-i-pal nego-ti-a-tion
neigh-bours offi-cials parlia-ment parlia-ments par-tic-i-pants part-ners per-ma-nent plan-ning pol-icy prac-tical
pro-gramme pro-grammes prov-inces prov-ince rela-tions res-er-voir reser-voirs respon-si-bil-ity sci-en-tific
sea-sonal some-thing sta-tions suspen-sion tech-nical tem-per-a-ture uni-fi-ca-tion under-stand-ing
"""
SOFT = {word.replace("-", ""): word.split("-") for word in HYPHENS.split()}


@dataclass(frozen=True)
class Atom:
    """A stretch of text that is never broken, and what may follow it."""

    text: str
    space: bool = False  # a word ends here
    hyphen: bool = False  # a hyphen is drawn if a line ends here
    stays: bool = False  # no line may end here
    note: str = ""  # the number of the note that is called here


@dataclass(frozen=True)
class Block:
    """A paragraph and its look."""

    text: str
    font: pymupdf.Font
    size: float = BODY
    leading: float = LEADING
    before: float = 0.0
    indent: float = 0.0
    justified: bool = True
    heads: bool = False  # is a heading: stays on the page of the next block


def curl(text: str) -> str:
    """Return a text with the quotation marks of print."""
    text = re.sub(r"(?<![\w.,;:!?’)])'|(?<=^)'", "‘", text).replace("'", "’")
    return re.sub(r'(?<![\w.,;:!?’)])"', "“", text).replace('"', "”")


def split_word(word: str) -> list[Atom]:
    """Return a word's atoms: at soft hyphens in English, between syllables in Korean."""
    if HANGUL.search(word):
        pieces = re.findall(r"[0-9A-Za-z.,]+|.", word)
        return [
            Atom(piece, stays=piece in OPENERS or after in CLOSERS)
            for piece, after in zip(pieces, [*pieces[1:], "."], strict=True)
        ]
    core = word.strip("".join(CLOSERS | OPENERS))
    *starts, _ = SOFT.get(core.lower(), [core])
    atoms, cut = [], 0
    for piece in starts:
        end = max(cut, word.find(core)) + len(piece)
        atoms.append(Atom(word[cut:end], hyphen=True))
        cut = end
    return [*atoms, Atom(word[cut:])]


def split_text(text: str) -> list[Atom]:
    """Return a paragraph's atoms."""
    atoms: list[Atom] = []
    for word in curl(text).split():
        for part in re.split(r"(\[\^\d+\])", word):
            if call := re.fullmatch(r"\[\^(\d+)\]", part):
                atoms[-1] = Atom(atoms[-1].text, stays=True)
                atoms.append(Atom("", note=call[1]))
            elif part:
                atoms += split_word(part)
        atoms[-1] = Atom(atoms[-1].text, space=True, note=atoms[-1].note)
    return atoms


def width(atoms: list[Atom], font: pymupdf.Font, size: float) -> float:
    """Return the natural width of a line in points, its last space not counted."""
    text = "".join(atom.text + " " * atom.space for atom in atoms).rstrip() + "-" * atoms[-1].hyphen
    notes = "".join(atom.note for atom in atoms)
    return float(font.text_length(text, size) + font.text_length(notes, size * NOTE_SIZE))


def break_lines(block: Block, measure: float) -> list[list[Atom]]:
    """Return the lines of a block, each as full as it can be."""
    lines: list[list[Atom]] = []
    line: list[Atom] = []
    for atom in split_text(block.text):
        line.append(atom)
        room = measure - block.indent * (not lines)
        # A hyphen is drawn only where a line really ends, so only the end that is chosen must have room for it.
        if width([*line[:-1], Atom(atom.text)], block.font, block.size) > room and len(line) > 1:
            ends = [n for n in range(1, len(line)) if ends_line(line[:n], block, room)]
            cut = ends[-1] if ends else len(line) - 1
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line]


def ends_line(line: list[Atom], block: Block, room: float) -> bool:
    """Tell whether a line may end after these atoms."""
    return not line[-1].stays and width(line, block.font, block.size) <= room
