"""Briefs that are printed: set as their institutes set them, written as PDF, what is true of them known."""

from __future__ import annotations

import calendar
import json
import random
import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

from kinu_reader.model import Author

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WORDS: dict[str, Any] = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
HANGUL = re.compile("[가-힣ㆍ·『』―†∣]")
WIDTH, HEIGHT, LEFT, RIGHT = 595, 842, 70, 525


def font_for(text: str, *, bold: bool = False) -> Any:
    return font_named("korea" if HANGUL.search(text) else "hebo" if bold else "tiro")


@cache
def font_named(name: str) -> Any:
    return pymupdf.Font(name)


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text, broken between words."""
    font, lines = font_for(text, bold=bold), [""]
    for word in text.split(" "):
        if lines[-1] and font.text_length(f"{lines[-1]} {word}", size) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@dataclass
class Sheet:
    """A document in the making, and what is true of it."""

    pick: random.Random
    language: str
    truth: dict[str, Any] = field(default_factory=dict)
    y: float = 80

    def __post_init__(self) -> None:
        self.document = pymupdf.open()
        self.page = self.document.new_page(width=WIDTH, height=HEIGHT)
        self.truth["language"] = self.language

    words: Any = field(default_factory=lambda: WORDS)

    @property
    def ko(self) -> bool:
        return self.language == "ko"

    def says(self, **truth: Any) -> Sheet:
        self.truth |= truth
        return self

    def at(self, text: str, x: float, y: float, size: float = 10, *, bold: bool = False, right: bool = False) -> None:
        font = font_for(text, bold=bold)
        writer = pymupdf.TextWriter(self.page.rect)
        writer.append((x - font.text_length(text, size) if right else x, y), text, font, size)
        writer.write_text(self.page)

    def line(self, text: str, size: float = 10, *, bold: bool = False, right: bool = False, gap: float = 10) -> Sheet:
        for part in (
            part for paragraph in text.split("\n") for part in wrapped(paragraph, size, RIGHT - LEFT, bold=bold)
        ):
            self.at(part, RIGHT if right else LEFT, self.y + size, size, bold=bold, right=right)
            self.y += 1.3 * size
        self.y += gap
        return self

    def flow(self, text: str, left: float = LEFT, right: float = RIGHT, size: float = 10) -> Sheet:
        for line in wrapped(text, size, right - left):
            self.at(line, left, self.y + size, size)
            self.y += 1.4 * size
        self.y += 6
        return self

    def foot(self, text: str, size: float = 8) -> Sheet:
        self.at(text, LEFT, HEIGHT - 40, size)
        return self

    def note(self, text: str) -> Sheet:
        self.page.draw_line((LEFT, HEIGHT - 100), (LEFT + 140, HEIGHT - 100))
        kept, self.y = self.y, HEIGHT - 96
        self.flow(text, size=8)
        self.y = kept
        return self

    def turn(self) -> Sheet:
        self.page, self.y = self.document.new_page(width=WIDTH, height=HEIGHT), 80
        return self

    def prose(self, sentences: int = 9) -> str:
        return " ".join(self.pick.choice(WORDS["ko_prose"] if self.ko else WORDS["en_prose"]) for _ in range(sentences))

    def body(self, *, columns: bool = False, right: float = RIGHT, pages: int = 2, foot: str = "") -> Sheet:
        """Set the text, with the same foot on every page."""
        self.line(
            self.pick.choice(
                ("1. 들어가며", "Ⅰ. 문제 제기", "들어가며") if self.ko else ("1. Introduction", "Introduction")
            ),
            12,
            bold=True,
        )
        for number in range(1, pages + 1):
            if columns:
                top, middle = self.y, (LEFT + RIGHT) / 2
                for left, end in ((LEFT, middle - 12), (middle + 12, RIGHT)):
                    self.y = top
                    self.flow(self.prose(12), left, end).flow(self.prose(8), left, end)
            else:
                for _ in range(4):
                    self.flow(self.prose(), right=right)
            if foot:
                self.foot(f"{foot}  {number}")
            if number < pages:
                self.turn()
        return self

    def title(self, size: float = 18, *, subtitle: bool | None = None) -> Sheet:
        """Set a title, sometimes over two lines, and sometimes a subtitle under it."""
        words = self.pick.choice(WORDS["titles_ko"] if self.ko else WORDS["titles_en"])
        self.says(title=words)
        if self.pick.random() < 0.3:
            half = len(words) // 2 + words[len(words) // 2 :].find(" ")
            self.line(f"{words[:half].strip()}\n{words[half:].strip()}", size, bold=True, gap=4)
        else:
            self.line(words, size, bold=True, gap=4)
        if subtitle if subtitle is not None else self.pick.random() < 0.3:
            sub = self.pick.choice(WORDS["subs_ko"] if self.ko else WORDS["subs_en"])
            form = self.pick.choice(("― {} ―", "- {} -", "― {}", "– {}", ": {}", "{}"))
            self.says(subtitle=sub).line(form.format(sub), size * 0.75, gap=4)
        self.y += 8
        return self

    def date(self, forms: Sequence[str] = ()) -> str:
        """Return a date as printed; what it means is kept as true."""
        form: str = self.pick.choice(forms or WORDS["dates_ko" if self.ko else "dates_en"])
        y, m, d = self.pick.randint(2002, 2025), self.pick.randint(1, 12), self.pick.randint(1, 28)
        iso = f"{y}-{m:02}-{d:02}" if "{d" in form else f"{y}-{m:02}"
        self.says(date=iso, year=y)
        return form.format(y=y, s=y % 100, m=m, d=d, month=calendar.month_name[m])

    def authors(self, size: float = 11, *, right: bool = False) -> Sheet:
        """Set an author line in one of its forms."""
        text, people, note = (korean if self.ko else english)(self.pick)
        self.says(authors=people).line(text, size, right=right)
        if note:
            self.note(note)
        return self


def korean(pick: random.Random) -> tuple[str, tuple[Author, ...], str]:
    """Return a Korean author line, whom it names, and the note that goes with it."""
    one, two, three = (Author(family + given, family, given) for family, given in pick.sample(WORDS["names_ko"], 3))
    rank, other, part, beside = (
        pick.choice(WORDS["ranks_ko"]),
        pick.choice(WORDS["ranks_ko"]),
        pick.choice(WORDS["parts_ko"]),
        pick.choice(WORDS["parts_ko"]),
    )
    full, ranked = replace(one, role=rank, division=part), replace(one, role=rank)
    also = replace(two, role=other, division=beside)
    a, b, c = one.name, two.name, three.name
    return pick.choice((
        (f"{a}({part} {rank})", (full,), ""),
        (f"{a} ({part} {rank})", (full,), ""),
        (f"{a} ({rank}, {part})", (full,), ""),
        (f"{a} {rank}({part})", (full,), ""),
        (f"{a} {rank}", (ranked,), ""),
        (f"{rank} {a}", (ranked,), ""),
        (f"{part} {a} {rank}", (full,), ""),
        (f"{part} {rank} {a}", (full,), ""),
        (f"{a} / {part} {rank}", (full,), ""),
        (f"{a} | 통일연구원 {part} {rank}", (full,), ""),
        (f"{a} 통일연구원 {rank}", (ranked,), ""),
        (f"{a}·{b}·{c}", (one, two, three), ""),
        (f"{a}ㆍ{b} 공저", (one, two), ""),
        (f"{a} · {b} · {c} 공저", (one, two, three), ""),
        (f"{a}, {b}, {c}", (one, two, three), ""),
        (f"{a} 외", (one,), ""),
        (f"{a}·{b} 외", (one, two), ""),
        (f"글: {a} {rank}", (ranked,), ""),
        (f"글 | {a}({part} {rank})", (full,), ""),
        (f"저자: {a}", (one,), ""),
        (f"집필자 {a} {rank}", (ranked,), ""),
        (f"연구책임자: {a}({part} {rank})", (full,), ""),
        (f"{a}({rank})·{b}({other})", (ranked, replace(two, role=other)), ""),
        (f"{a}({part} {rank})\n{b}({beside} {other})", (full, also), ""),
        (f"{a}({part} {rank}), {b}({beside} {other})", (full, also), ""),
        (f"{a} {rank} · {b} {other}", (ranked, replace(two, role=other)), ""),
        (f"{a}*", (full,), f"* 통일연구원 {part} {rank}"),
        (f"{a} *", (ranked,), f"* 통일연구원 {rank}"),
        (" ".join(a), (one,), ""),
        (f"{a} 편", (one,), ""),
        (f"{a}·{b} 편저", (one, two), ""),
    ))  # fmt: skip


def english(pick: random.Random) -> tuple[str, tuple[Author, ...], str]:
    """Return an English author line, whom it names, and the note that goes with it."""
    (f1, g1), (f2, g2) = pick.sample(WORDS["names_en"], 2)
    (w1, v1), (w2, v2) = pick.sample(WORDS["western"], 2)
    rank, part, other, beside = (
        pick.choice(WORDS["ranks_en"]),
        pick.choice(WORDS["parts_en"]),
        pick.choice(WORDS["ranks_en"]),
        pick.choice(WORDS["parts_en"]),
    )
    i1, i2 = f"{v1[0]}. {w1}", f"{v2[0]}. {w2}"

    def of(name: str, family: str, given: str, role: str | None = None, division: str | None = None) -> Author:
        return Author(name, family, given, role, division)

    turned, first, plain = f"{f1}, {g1}", f"{g1} {f1}", f"{f1} {g1}"
    second = of(f"{f2}, {g2}", f2, g2, other, beside)
    west, wests = of(f"{v1} {w1}", w1, v1), of(f"{v2} {w2}", w2, v2)
    return pick.choice((
        (f"{turned} ({rank}, {part})", (of(turned, f1, g1, rank, part),), ""),
        (f"{first} ({rank}, {part})", (of(first, f1, g1, rank, part),), ""),
        (f"{plain} ({rank}, {part})", (of(plain, f1, g1, rank, part),), ""),
        (f"{f1.upper()} {g1} ({rank})", (of(f"{f1.upper()} {g1}", f1.upper(), g1, rank),), ""),
        (f"{first}, {rank}", (of(first, f1, g1, rank),), ""),
        (f"{first}, {rank}, {part}", (of(first, f1, g1, rank, part),), ""),
        (f"{turned} ({rank}, {part}); {f2}, {g2} ({other}, {beside})", (of(turned, f1, g1, rank, part), second), ""),
        (f"{turned} ({rank}, {part})\n{f2}, {g2} ({other}, {beside})", (of(turned, f1, g1, rank, part), second), ""),
        (f"By {first}", (of(first, f1, g1),), ""),
        (f"by {v1} {w1} and {v2} {w2}", (west, wests), ""),
        (f"By {i1} and {i2}", (of(i1, w1, f"{v1[0]}."), of(i2, w2, f"{v2[0]}.")), ""),
        (f"{i1}, {i2}", (of(i1, w1, f"{v1[0]}."), of(i2, w2, f"{v2[0]}.")), ""),
        (f"{v1} {w1} and {v2} {w2}", (west, wests), ""),
        (f"{v1} {w1}, {v2} {w2} and {first}", (west, wests, of(first, f1, g1)), ""),
        (f"{first} · {g2} {f2}", (of(first, f1, g1), of(f"{g2} {f2}", f2, g2)), ""),
        (f"{first} & {g2} {f2}", (of(first, f1, g1), of(f"{g2} {f2}", f2, g2)), ""),
        (f"{first} et al.", (of(first, f1, g1),), ""),
        (f"Dr. {first}", (of(first, f1, g1),), ""),
        (f"Author: {first}", (of(first, f1, g1),), ""),
        (f"Edited by {v1} {w1} and {first}", (west, of(first, f1, g1)), ""),
        (f"{first}*", (of(first, f1, g1, rank, part),), f"* {rank}, {part}, Korea Institute for National Unification"),
        (f"{first}\n{rank}, {part}", (of(first, f1, g1, rank, part),), ""),
        (f"{turned}", (of(turned, f1, g1),), ""),
        (f"{v1} {w1}", (west,), ""),
    ))  # fmt: skip


@pytest.fixture(scope="session")
def sheet() -> Callable[[str, str], Sheet]:
    """Begin a document from a seed, in a language."""
    return lambda seed, language: Sheet(random.Random(seed), language)
