"""Set the sample briefs: `packaging/samples/*.md` -> `resources/samples/*.pdf`, `*.txt`, `*.md`.

Run by developers only, after a source has changed: `python packaging/make_samples.py`. Needs pymupdf, fonttools and the
fonts of Debian's packages fonts-nanum (Nanum Myeongjo, SIL OFL 1.1) and fonts-urw-base35 (P052, AGPL with the exception
that lets a document embed it); they are embedded as subsets. A second run writes the same bytes.

A source is a head of `key: value` lines, an empty line, and the text: `## ` heads a section, `* ` the disclaimer,
`[^1]` calls a note and `[^1]: ` gives it. Sources of text files are copied as they stand.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import pymupdf
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from line_breaks import BODY, HANGUL, NOTE_SIZE, Atom, Block, break_lines, curl, width

HERE = Path(__file__).resolve().parent
SOURCES, OUTPUT = HERE / "samples", HERE.parent / "resources" / "samples"
FONTS = Path("/usr/share/fonts")

KOREAN = FONTS / "truetype/nanum/NanumMyeongjo.ttf", FONTS / "truetype/nanum/NanumMyeongjoBold.ttf"
ENGLISH = FONTS / "opentype/urw-base35/P052-Roman.otf", FONTS / "opentype/urw-base35/P052-Bold.otf"
INK, GREY, ACCENT = (0.11, 0.13, 0.16), (0.38, 0.41, 0.46), (0.14, 0.35, 0.66)

PAPER = pymupdf.paper_rect("a4")
TOP, BOTTOM, LEFT, RIGHT = 104.0, 768.0, 70.0, 525.0
SIDE_LEFT, GUTTER = 168.0, 24.0
SMALL, SMALL_LEADING = 8.3, 12.2
NOTE_GAP = 14.0  # between the text and its notes


@dataclass(frozen=True)
class Source:
    """One sample as written."""

    head: dict[str, str]
    body: str

    @property
    def parts(self) -> list[str]:
        """Return the paragraphs without the notes."""
        return [part for part in self.body.split("\n\n") if part.strip() and not part.startswith("[^")]

    @property
    def notes(self) -> dict[str, str]:
        """Return the notes by their numbers."""
        return dict(re.findall(r"^\[\^(\d+)\]: (.+)$", self.body, re.MULTILINE))

    def face(self, bold: bool) -> pymupdf.Font:
        """Return the face of its language, with no more characters than it may need."""
        written = [part for part in self.parts if part.startswith("## ")] if bold else [self.body]
        text = curl(" ".join([*self.head.values(), *written])) + "0123456789)-–/ "
        options = Options(drop_tables=["FFTM", "PCLT", "DSIG"], layout_features=[], recalc_timestamp=False)
        options.hinting, options.desubroutinize = False, True
        with TTFont((KOREAN if HANGUL.search(self.head["title"]) else ENGLISH)[bold], recalcTimestamp=False) as font:
            subsetter = Subsetter(options)
            subsetter.populate(text=text)
            subsetter.subset(font)
            font.save(file := io.BytesIO())
        return pymupdf.Font(fontbuffer=file.getvalue())


@dataclass
class Frame:
    """A column that is being filled from above by text and from below by notes."""

    page: int
    left: float
    right: float
    y: float
    bottom: float
    notes: list[str] = field(default_factory=list)


def read_source(path: Path) -> Source:
    """Return a source's head and text."""
    head, body = path.read_text(encoding="utf-8").split("\n\n", 1)
    return Source(dict(line.split(": ", 1) for line in head.splitlines()), body)


# ---- filling pages


class Setter:
    """A document that is being set: text goes into frames, frames onto pages."""

    def __init__(self, source: Source) -> None:
        self.source, self.head = source, source.head
        self.plain, self.bold = source.face(bold=False), source.face(bold=True)
        self.document = pymupdf.open()
        self.layout = self.head["layout"]
        self.frames: list[Frame] = []
        self.writers: dict[tuple[int, tuple[float, ...]], pymupdf.TextWriter] = {}

    def writer(self, page: int, color: tuple[float, ...] = INK) -> pymupdf.TextWriter:
        """Return what collects a page's text of one colour."""
        return self.writers.setdefault((page, color), pymupdf.TextWriter(PAPER))

    def finish(self) -> pymupdf.Document:
        """Return the document with all its text."""
        for (page, color), writer in self.writers.items():
            writer.write_text(self.document[page], color=color)
        return self.document

    def text(self, page: int, x: float, y: float, text: str, size: float, **look: bool) -> None:
        """Put one line of text from `x`, or if `right` up to `x`, grey or in the accent colour."""
        font, color = self.bold if look.get("bold") else self.plain, ACCENT if look.get("accent") else GREY
        x -= font.text_length(text, size) * (1.0 if look.get("right") else 0.0)
        self.writer(page, color).append((x, y), text, font, size)

    def rule(self, page: int, y: float, left: float, right: float, weight: float, color: tuple[float, ...]) -> None:
        """Draw a level line."""
        self.document[page].draw_line((left, y), (right, y), color=color, width=weight)

    def line(self, frame: Frame, atoms: list[Atom], block: Block, first: bool, last: bool) -> None:
        """Put one line, filled to the measure unless it is the last."""
        x = frame.left + block.indent * first
        gaps = sum(atom.space for atom in atoms[:-1])
        spare = frame.right - x - width(atoms, block.font, block.size)
        stretch = spare / gaps if block.justified and not last and gaps else 0.0
        writer = self.writer(frame.page)
        for n, atom in enumerate(atoms):
            # Spaces are real characters, so that a reader can tell a word's end from a word that is cut by a line end.
            text = atom.text + " " * atom.space + "-" * (atom.hyphen and n == len(atoms) - 1)
            if text:
                _, (x, _) = writer.append((x, frame.y), text, block.font, block.size)
            if atom.note:
                x -= block.font.text_length(" ", block.size) * atom.space
                mark = atom.note + " " * atom.space
                _, (x, _) = writer.append((x, frame.y - block.size * 0.36), mark, block.font, block.size * NOTE_SIZE)
            x += stretch * atom.space

    def blocks(self) -> list[Block]:
        """Return the blocks in order; a paragraph is indented unless it follows a heading."""
        blocks = [self.block(part.replace("\n", " ").strip()) for part in self.source.parts]
        return [
            replace(block, before=3.0 if before.heads else 2.0, indent=0.0 if before.heads else 11.0)
            if before and block.size == BODY
            else block
            for before, block in pairwise([None, *blocks])
            if block
        ]

    def block(self, text: str) -> Block:
        """Return one part of the body with its look."""
        if text.startswith("## "):
            return Block(text[3:], self.bold, 12.2, 19.0, before=13.0, justified=False, heads=True)
        if text.startswith("* "):
            return Block(text, self.plain, SMALL, SMALL_LEADING, before=16.0)
        return Block(text, self.plain)

    def next_frame(self) -> Frame:
        """Return the next column, on a new page if need be."""
        if not self.frames:
            page = len(self.document)
            self.document.new_page(width=PAPER.width, height=PAPER.height)
            top = self.open_page(page)
            left = SIDE_LEFT if self.layout == "side" else LEFT
            edges = [(left, RIGHT)]
            if self.layout == "insight":
                middle = (LEFT + RIGHT) / 2
                edges = [(LEFT, middle - GUTTER / 2), (middle + GUTTER / 2, RIGHT)]
            self.frames = [Frame(page, a, b, top, BOTTOM) for a, b in edges]
        return self.frames.pop(0)

    def flow(self, blocks: list[Block]) -> None:
        """Set the blocks one after another over as many frames as they need."""
        frame = self.next_frame()
        fresh = True
        for block in blocks:
            frame.y += 0 if fresh else block.before
            lines = break_lines(block, frame.right - frame.left)
            for n, line in enumerate(lines):
                notes = self.note_lines(frame, line)
                height = len(notes) * SMALL_LEADING + (NOTE_GAP if notes and not frame.notes else 0.0)
                needed = block.leading * (4 if block.heads else 1) + height
                if frame.y + needed > frame.bottom:
                    self.close_frame(frame)
                    frame, fresh = self.next_frame(), True
                frame.y += block.leading
                self.line(frame, line, block, n == 0, n == len(lines) - 1)
                frame.bottom -= height
                frame.notes += [atom.note for atom in line if atom.note]
                fresh = False
        self.close_frame(frame)

    def note_lines(self, frame: Frame, line: list[Atom]) -> list[list[Atom]]:
        """Return the lines of the notes that a line calls."""
        return [
            part for atom in line if atom.note for part in break_lines(self.note(atom.note), frame.right - frame.left)
        ]

    def note(self, number: str) -> Block:
        """Return a note as a block."""
        return Block(f"{number}) {self.source.notes[number]}", self.plain, SMALL, SMALL_LEADING)

    def close_frame(self, frame: Frame) -> None:
        """Put the notes at the foot of a full column."""
        if frame.notes:
            self.rule(frame.page, frame.bottom + NOTE_GAP - 4, frame.left, frame.left + 90, 0.5, GREY)
            foot = Frame(frame.page, frame.left, frame.right, frame.bottom + NOTE_GAP - 3, BOTTOM)
            for number in frame.notes:
                block = self.note(number)
                lines = break_lines(block, foot.right - foot.left)
                for n, line in enumerate(lines):
                    foot.y += SMALL_LEADING
                    self.line(foot, line, block, False, n == len(lines) - 1)

    # ---- heads and feet

    def open_page(self, page: int) -> float:
        """Put head and foot; return where the text begins."""
        label = {"brief": f"{page + 1}", "insight": f"{page + 1}"}.get(self.layout, f"– {page + 1} –")
        if self.layout == "brief":
            self.text(page, LEFT, 800, f"{self.head['institute']} · {self.head['foot']}", 7.6)
            self.text(page, RIGHT, 800, label, 8.6, right=True)
            self.rule(page, 787, LEFT, RIGHT, 0.5, GREY)
        else:
            self.text(page, (PAPER.width - self.plain.text_length(label, 8.6)) / 2, 806, label, 8.6)
        if page == 0:
            return self.open_first_page()
        title = f"{self.head['series']} {self.head['code']}"
        left, right = (self.head["institute"], title) if self.layout != "brief" else (title, self.head["date"])
        self.text(page, LEFT, 66, left, 8.4)
        self.text(page, RIGHT, 66, right, 8.4, right=True)
        self.rule(page, 76, LEFT, RIGHT, 0.5, GREY)
        return TOP - 12

    def open_first_page(self) -> float:
        """Put the masthead, the title and the authors; return where the text begins."""
        top = {"head": self.online_head, "side": self.side_box}.get(self.layout, self.plain_head)()
        left = SIDE_LEFT if self.layout == "side" else LEFT
        frame = Frame(0, left, RIGHT, top, BOTTOM)
        parts = [Block(self.head["title"], self.bold, 18.5, 26.0, justified=False)]
        parts += [Block(text, self.plain, 12.0, 20.0, justified=False) for text in [self.head.get("subtitle")] if text]
        parts += [
            Block(author, self.plain, 10.0, 15.5, before=10.0 * (n == 0), justified=False)
            for n, author in enumerate(self.head["author"].split("; "))
        ]
        for block in parts:
            frame.y += block.before
            lines = break_lines(block, frame.right - frame.left)
            for n, line in enumerate(lines):
                frame.y += block.leading
                self.line(frame, line, block, False, n == len(lines) - 1)
        self.rule(0, frame.y + 13, left, RIGHT, 0.5, GREY)
        return frame.y + 20

    def online_head(self) -> float:
        """Put series, date and code over a rule, the institute under it."""
        self.text(0, LEFT, 70, self.head["series"], 15, bold=True, accent=True)
        self.text(0, RIGHT, 60, self.head["date"], 8.8, right=True)
        self.text(0, RIGHT, 72, self.head["code"], 9.6, bold=True, accent=True, right=True)
        self.rule(0, 81, LEFT, RIGHT, 1.4, ACCENT)
        self.text(0, LEFT, 96, self.head["institute"], 8.8)
        return 122

    def side_box(self) -> float:
        """Put the institute over a rule; series, date and code stand in the margin beside the text."""
        self.text(0, SIDE_LEFT, 70, self.head["institute"], 9.6)
        self.rule(0, 81, LEFT, RIGHT, 0.8, GREY)
        self.rule(0, 118, LEFT, SIDE_LEFT - 28, 2.2, ACCENT)
        self.text(0, LEFT, 134, self.head["series"], 10.4, bold=True, accent=True)
        self.text(0, LEFT, 150, self.head["date"], 8.6)
        self.text(0, LEFT, 164, self.head["code"], 8.6)
        return 104

    def plain_head(self) -> float:
        """Put institute, date, series and code in one band."""
        name = f"{self.head['series']} {self.head['code']}"
        self.rule(0, 52, LEFT, RIGHT, 2.4, ACCENT)
        self.text(0, LEFT, 72, name, 12.4, bold=True, accent=True)
        self.text(0, RIGHT, 72, self.head["date"], 8.8, right=True)
        self.text(0, LEFT, 88, self.head["institute"], 8.8)
        return 108


def set_pdf(source: Source, target: Path) -> None:
    """Write one source as PDF."""
    setter = Setter(source)
    setter.flow(setter.blocks())
    document = setter.finish()
    created = "D:" + "".join(re.findall(r"\d+", source.head["made"])) + "090000+09'00'"
    document.set_metadata(
        {
            "title": source.head.get("info-title", ""),
            "author": source.head.get("info-author", ""),
            "creationDate": created,
            "modDate": created,
        }
    )
    document.save(target, garbage=4, deflate=True, deflate_fonts=True, use_objstms=1, no_new_id=True)


def main() -> None:
    """Set every source."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for path in sorted(SOURCES.glob("*.md")):
        source = read_source(path)
        target = OUTPUT / source.head["file"]
        if target.suffix == ".pdf":
            set_pdf(source, target)
        else:
            target.write_bytes(source.body.encode(source.head["encoding"]))


if __name__ == "__main__":
    main()
