"""Records of briefs that were printed: set as their institutes set them, written as PDF, read back, the truth known.

The layouts follow what is known of each series and know nothing of how records are read.
"""

from __future__ import annotations

import calendar
import random
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

from kinu_reader.extract import Readers
from kinu_reader.metadata import guess
from kinu_reader.model import Author, Brief

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

EACH = 4  # briefs of every layout; how sure the figures are grows with it
FIELDS = (
    "institute", "series", "code", "number", "year", "title", "subtitle", "authors", "date", "language",
    "copyright", "disclaimer", "keywords", "abstract",
)  # fmt: skip
NOTHING: dict[str, Any] = {"authors": (), "keywords": ()}
HANGUL = re.compile("[가-힣ㆍ·『』―†∣]")
WIDTH, HEIGHT, LEFT, RIGHT = 595, 842, 70, 525

KO_PROSE = (
    "강을 건너는 사람의 수는 해마다 줄었지만 물자의 양은 오히려 늘었다.", "이 자료는 두 도시의 창고 기록을 견주어 본다.",
    "첫째 해의 기록에는 빠진 달이 있어 이웃 항구의 장부로 채웠다.", "결과는 처음의 예상과 달랐고 그 까닭은 셋이다.",
    "협의가 끊긴 뒤에도 실무자들은 편지를 주고받았다.", "남은 과제는 다음 회의의 의제가 될 것이다.",
)  # fmt: skip
EN_PROSE = (
    "Fewer people crossed the river each year, although more goods did.", "The ledgers of two towns are compared here.",
    "Some months are missing and were filled in from a neighbouring port.", "The result was not what had been expected.",
    "Letters went back and forth even after the talks had been broken off.", "What remains is left to the next meeting.",
)  # fmt: skip
TITLES_KO = (
    "강변 도시의 물자 이동과 시사점", "북중 접경 시장의 변화와 과제", "한반도 기후협력의 조건", "제재 국면의 식량 수급 전망",
    "청년 세대의 통일 인식 분석", "러시아의 극동 개발과 북한 노동자", "남북 철도 연결 논의의 쟁점", "미중 경쟁과 동북아 안보 구도",
    "보건의료 협력, 어디서부터 시작할 것인가", "2024년 북한 신년 메시지 분석", "산림 복구 사업의 성과와 한계",
)  # fmt: skip
TITLES_EN = (
    "Grain, Ledgers and the River Towns", "How Border Markets Adapt to Closure", "Climate Cooperation without Contact",
    "What Young Voters Think of Unification", "The Far East and Its Guest Workers", "Rail Links and Their Politics",
    "Rivalry and Order in Northeast Asia", "North Korea’s New Year Message in Perspective", "Reforestation: Lessons Learned",
)  # fmt: skip
SUBS_KO = ("창고 기록을 중심으로", "세 가지 시나리오", "2010년대의 사례", "정책 대안의 모색")
SUBS_EN = ("Evidence from Two Towns", "Three Scenarios", "Lessons of the Past Decade", "A Preliminary Assessment")
NAMES_KO = (
    ("정", "가온"), ("문", "하늘"), ("윤", "슬기"), ("배", "다은"), ("조", "한"), ("황보", "선"), ("임", "재윤"), ("노", "유진"),
    ("권", "해솔"), ("유", "미르"), ("차", "은결"), ("강", "단우"),
)  # fmt: skip
NAMES_EN = (
    ("Jeong", "Ga-on"), ("Moon", "Ha-neul"), ("Yoon", "Seul-ki"), ("Bae", "Da-eun"), ("Cho", "Han-sol"), ("Lim", "Jae-yoon"),
    ("Noh", "Yu-jin"), ("Kwon", "Hae-sol"), ("Ryu", "Mi-reu"), ("Kang", "Dan-woo"),
)  # fmt: skip
WESTERN = (("Whitfield", "Jane R."), ("Okada", "Mari"), ("Larsen", "Peter"), ("Duarte", "Ana"), ("Becker", "Tom"))
RANKS_KO = (
    "연구위원",
    "선임연구위원",
    "부연구위원",
    "초빙연구위원",
    "객원연구위원",
    "연구교수",
    "석좌연구위원",
    "실장",
    "소장",
)
RANKS_EN = (
    "Research Fellow", "Senior Research Fellow", "Associate Research Fellow", "Visiting Research Fellow",
    "Distinguished Research Fellow", "Research Professor", "Director",
)  # fmt: skip
PARTS_KO = (
    "통일정책연구실",
    "북한연구실",
    "평화연구실",
    "국제전략연구실",
    "인도협력연구실",
    "인권연구실",
    "북한인권연구센터",
)
PARTS_EN = (
    "Unification Policy Research Division", "North Korean Research Division", "Peace Research Division",
    "International Strategy Research Division", "Humanitarianism and Cooperation Research Division",
    "Human Rights Research Division", "Center for North Korean Human Rights",
)  # fmt: skip
DATES_KO = (
    "{y}. {m:02}. {d:02}.", "{y}.{m}.{d}.", "{y}.{m:02}.{d:02}.", "{y}.{m:02}.{d:02}", "{y}-{m:02}-{d:02}", "'{s:02}.{m}.{d}",
    "{y}년 {m}월 {d}일", "{y}년 {m:02}월 {d:02}일", "[{y}.{m}.{d}]", "{y}. {m}. {d}.", "{y}/{m:02}/{d:02}", "({y}.{m}.{d}.)",
)  # fmt: skip
DATES_EN = (
    "{month} {d}, {y}", "{d} {month} {y}", "{d} {month:.3} {y}", "{month:.3}. {d}, {y}", "{y}-{m:02}-{d:02}", "{y}. {m:02}. {d:02}.",
    "{month:.3} {d}, {y}", "{y}.{m:02}.{d:02}",
)  # fmt: skip
MONTHS_KO, MONTHS_EN = (
    ("{y}.{m:02}", "{y}년 {m}월", "[{y}년 {m}월]", "{y}. {m:02}."),
    ("{month} {y}", "{month:.3}. {y}", "{y}.{m:02}"),
)


def font_for(text: str, *, bold: bool = False) -> Any:
    return pymupdf.Font("korea" if HANGUL.search(text) else "hebo" if bold else "tiro")


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
        return " ".join(self.pick.choice(KO_PROSE if self.ko else EN_PROSE) for _ in range(sentences))

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
        words = self.pick.choice(TITLES_KO if self.ko else TITLES_EN)
        self.says(title=words)
        if self.pick.random() < 0.3:
            half = len(words) // 2 + words[len(words) // 2 :].find(" ")
            self.line(f"{words[:half].strip()}\n{words[half:].strip()}", size, bold=True, gap=4)
        else:
            self.line(words, size, bold=True, gap=4)
        if subtitle if subtitle is not None else self.pick.random() < 0.3:
            sub = self.pick.choice(SUBS_KO if self.ko else SUBS_EN)
            form = self.pick.choice(("― {} ―", "- {} -", "― {}", "– {}", ": {}", "{}"))
            self.says(subtitle=sub).line(form.format(sub), size * 0.75, gap=4)
        self.y += 8
        return self

    def date(self, forms: Sequence[str] = ()) -> str:
        """Return a date as printed; what it means is kept as true."""
        forms = forms or (DATES_KO if self.ko else DATES_EN)
        form = self.pick.choice(forms)
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
    one, two, three = (Author(family + given, family, given) for family, given in pick.sample(NAMES_KO, 3))
    rank, other, part, beside = (
        pick.choice(RANKS_KO),
        pick.choice(RANKS_KO),
        pick.choice(PARTS_KO),
        pick.choice(PARTS_KO),
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
    (f1, g1), (f2, g2) = pick.sample(NAMES_EN, 2)
    (w1, v1), (w2, v2) = pick.sample(WESTERN, 2)
    rank, part, other, beside = (
        pick.choice(RANKS_EN),
        pick.choice(PARTS_EN),
        pick.choice(RANKS_EN),
        pick.choice(PARTS_EN),
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


# ---- layouts


def bar(sheet: Sheet) -> None:
    """A coloured bar with the series, the code at its right, the date under it; two columns, address in the foot."""
    pick, year = sheet.pick, sheet.pick.randint(6, 25)
    number = pick.randint(1, 40)
    sheet.says(series="Online Series", code=f"CO {year:02}-{number:02}", number=str(number), institute="통일연구원")
    sheet.page.draw_rect((0, 30, WIDTH, 66), fill=(0.2, 0.3, 0.6), color=None)
    sheet.at("Online Series", LEFT, 56, 22, bold=True)
    sheet.at(f"CO {year:02}-{number:02}", RIGHT, 56, 12, right=True)
    sheet.line(sheet.date(), 9, right=True).title().authors(right=pick.random() < 0.5)
    sheet.body(columns=True, foot="통일연구원 · 서울 서초구 반포대로 217 · www.kinu.or.kr")


def side_box(sheet: Sheet) -> None:
    """Institute, series, date and code in a box in the outer margin."""
    number = sheet.pick.randint(1, 40)
    date = sheet.date()
    code = f"CO {sheet.truth['year'] % 100:02}-{number:02}"
    series, institute = (
        ("온라인 시리즈", "통일연구원") if sheet.ko else ("Online Series", "Korea Institute for National Unification")
    )
    sheet.says(series=series, code=code, number=str(number))
    for n, text in enumerate((series, code + ("" if sheet.ko else "(E)"), date)):
        sheet.at(text, 455, 100 + 16 * n, 8)
    sheet.title(17).authors()
    sheet.says(institute=institute).body(right=430, foot=f"{institute} | www.kinu.or.kr |")


def in_foot(sheet: Sheet) -> None:
    """Nothing above the title; series, code and date stand in the foot of every page."""
    number = sheet.pick.randint(1, 40)
    date = sheet.date(("{y}. {m}. {d}.", "{y}.{m:02}.{d:02}."))
    code = f"CO {sheet.truth['year'] % 100:02}-{number:02}"
    sheet.says(series="Online Series", code=code, number=str(number)).title(20).authors()
    sheet.body(foot=f"Online Series {code} | {date} |", pages=3)


def insight(sheet: Sheet) -> None:
    """KINU Insight: the number in the masthead, a summary line below, copyright and disclaimer at the end."""
    date = sheet.date()
    number = sheet.pick.randint(1, 9)
    code = sheet.pick.choice((f"{sheet.truth['year']} No. {number}", f"{sheet.truth['year'] % 100:02}-{number:02}"))
    sheet.says(series="KINU Insight", code=code, number=str(number))
    sheet.line("KINU Insight", 24, bold=True, gap=2).line(code, 12).title(19, subtitle=True).authors().line(date, 10)
    sheet.body()
    if sheet.ko:
        said = "본 자료에 수록된 내용은 필자 개인의 의견이며 통일연구원의 공식 견해가 아님을 밝힙니다."
        sheet.says(institute="통일연구원")  # whose official view it is not
    else:
        said = "The views expressed in this paper are those of the author and do not necessarily represent the views of KINU."
    sheet.says(disclaimer=said).line("").flow(said, size=9)


def monograph(sheet: Sheet) -> None:
    """A cover, a title page, a colophon with its pairs, a page of contents, then the text."""
    name, tail = sheet.pick.choice((("연구총서", "07"), ("정책연구시리즈", "02"), ("협동연구총서", "11-02")))
    date = sheet.date(("{y}년 {m}월 {d}일",))
    code = f"{name} {sheet.truth['year'] % 100:02}-{tail}"
    sheet.says(series=f"KINU {name}" if name != "협동연구총서" else name, code=code, number=tail.lstrip("0"))
    sheet.line(f"{sheet.truth['series']} {code.split()[1]}", 12).line("", 60).title(24).authors(13)
    sheet.says(institute="통일연구원").line("", 200).line("통일연구원", 14).turn().line("", 100).line(
        sheet.truth["title"], 16
    )
    sheet.turn().line("", 300)
    for pair in (
        f"인 쇄 {sheet.truth['year']}년 1월 3일", f"발 행 {date}", "발행처 통일연구원", "발행인 홍가람", "편집인 북한연구실",
        "등 록 제2-2361호 (97.4.23)", "주 소 서울시 서초구 반포대로 217", "전 화 02-2023-8000", "홈페이지 http://www.kinu.or.kr",
        "I S B N 978-89-8479-111-2", "가 격 10,000원",
    ):  # fmt: skip
        sheet.line(pair, 9, gap=2)
    sheet.turn().line("목  차", 16, bold=True).line("Ⅰ. 서론 ........ 1").line("Ⅱ. 결론 ........ 20").turn().body()


def article(sheet: Sheet) -> None:
    """An article of IJKUS: title, author, volume, abstract, key words."""
    volume, number, year = sheet.pick.randint(8, 31), sheet.pick.randint(1, 2), sheet.pick.randint(2000, 2023)
    abstract = sheet.prose(5)
    first = sheet.pick.randint(1, 90)
    sheet.says(
        series="International Journal of Korean Unification Studies",
        code=f"Vol. {volume}, No. {number}",
        number=str(number),
    )
    sheet.says(date=str(year), year=year, abstract=abstract, keywords=("border trade", "ledgers", "river towns"))
    sheet.line("International Journal of Korean Unification Studies", 9, gap=2)
    tail = sheet.pick.choice((f"pp. {first}-{first + 29}.", f"{first}–{first + 29}"))
    sheet.line(f"Vol. {volume}, No. {number}, {year}, {tail}", 9).line("", 20).title(17, subtitle=False).authors(12)
    sheet.line("Abstract", 11, bold=True).flow(abstract).flow("Key Words: border trade, ledgers, river towns").body(
        pages=3
    )


def nars(sheet: Sheet) -> None:
    """이슈와 논점: number, date and publisher in a head, the name spaced out with its rank in a note."""
    number = sheet.pick.randint(100, 2400)
    date = sheet.date()
    family, given = sheet.pick.choice([name for name in NAMES_KO if len(name[0] + name[1]) == 3])
    author = Author(family + given, family, given, "입법조사관", "금융공정거래팀")
    sheet.says(
        institute="국회입법조사처", series="이슈와 논점", code=f"제{number}호", number=str(number), authors=(author,)
    )
    sheet.line("이슈와 논점", 26, bold=True).line(f"제{number}호 | {date} | 국회입법조사처", 9)
    sheet.title(20).line(" ".join(author.name) + "*", 11, right=True)
    sheet.note("* 경제산업조사실 금융공정거래팀 입법조사관, 02-6788-0000").body(columns=True)


def kiep(sheet: Sheet) -> None:
    """World Economy Brief: the title in Korean, with its English translation under it."""
    number = sheet.pick.randint(1, 40)
    date = sheet.date()
    code = f"{sheet.truth['year'] % 100:02}-{number:02}"
    sheet.says(series="World Economy Brief", code=code, number=str(number), institute="대외경제정책연구원")
    sheet.line("World Economy Brief", 24, bold=True, gap=2).line(f"{code}  |  {date}  |  대외경제정책연구원", 9)
    sheet.title(18, subtitle=False).line(sheet.pick.choice(TITLES_EN), 12).authors()
    sheet.body(foot="KIEP 대외경제정책연구원 | www.kiep.go.kr |")


def ifans(sheet: Sheet) -> None:
    """IFANS Focus: number and date in one line, the family name in capitals."""
    number = sheet.pick.randint(1, 40)
    date = sheet.date()
    (family, given), rank = sheet.pick.choice(NAMES_EN), sheet.pick.choice(("Professor", "Research Professor"))
    name = f"{family.upper()} {given}"
    code = f"{sheet.truth['year']}-{number:02}"
    sheet.says(
        series="IFANS FOCUS", code=code, number=str(number), authors=(Author(name, family.upper(), given, rank),)
    )
    sheet.line("IFANS FOCUS", 24, bold=True).line(f"{code}E ({date})", 10).title(18).line(name, 11, gap=0).line(rank, 9)
    sheet.body()


def numbered(series: str, institute: str, form: str, code: str) -> Callable[[Sheet], None]:
    """Return a layout with series, number and date in one line, and the institute over it or in the foot."""

    def layout(sheet: Sheet) -> None:
        date = sheet.date()
        number, year = sheet.pick.randint(1, 40), sheet.truth["year"]
        sheet.says(series=series, code=code.format(y=year, n=number), number=str(number), institute=institute)
        above = sheet.pick.random() < 0.5
        if above:
            sheet.line(institute, 10, gap=3)
        sheet.line(series, 22, bold=True, gap=3).line(form.format(y=year, n=number, date=date), 10).title().authors()
        sheet.body(foot="" if above else f"{institute} | www.example.kr |")

    return layout


def united_nations(sheet: Sheet) -> None:
    """A UN document, its symbol at the top right, sometimes a double one."""
    date = sheet.date(("{d} {month} {y}",))
    symbol, organ = sheet.pick.choice((
        ("A/78/412-S/2023/671", "General Assembly"), ("S/RES/2650 (2022)", "Security Council"), ("A/C.1/79/L.14", "General Assembly"),
        ("A/HRC/55/63/Add.2", "General Assembly"), ("E/2024/57", "Economic and Social Council"),
    ))  # fmt: skip
    sheet.says(institute="United Nations", series=organ, code=symbol, number=None)
    sheet.at("United Nations", LEFT, 60, 14, bold=True)
    sheet.at(symbol, RIGHT, 60, 12, right=True)
    sheet.at(organ, LEFT, 100, 20, bold=True)
    for n, text in enumerate(("Distr.: General", date, "Original: English")):
        sheet.at(text, 400, 95 + 13 * n, 10)
    sheet.y = 150
    sheet.line("Seventy-eighth session", 10, bold=True, gap=2).line("Agenda item 104", 10).line("", 10)
    sheet.title(14, subtitle=False).line("Report of the Secretary-General", 12, bold=True)
    sheet.says(subtitle="Report of the Secretary-General").body(pages=3, foot="24-01234")


def working_paper(sheet: Sheet) -> None:
    """A numbered working paper with a cover of its own: series, number, month, title, authors with initials."""
    number = sheet.pick.randint(1, 1400)
    abstract = sheet.prose(6)
    date = sheet.date(MONTHS_EN)
    sheet.says(series="Harbour Bank Working Paper Series", code=f"No. {number}", number=str(number), abstract=abstract)
    sheet.says(keywords=("ports", "trade costs", "borders"))
    sheet.line("Harbour Bank Working Paper Series", 14, bold=True, gap=2).line(f"No {number} / {date}", 12).line("", 40)
    sheet.title(20).authors(12).line("", 10).line("Abstract", 12, bold=True).flow(abstract)
    sheet.flow("Keywords: ports, trade costs, borders").body(pages=3)


def academic(sheet: Sheet) -> None:
    """The Academic Paper Series: name, date in full, title, by whom, abstract."""
    abstract = sheet.prose(6)
    sheet.says(series="Academic Paper Series", abstract=abstract).line("Academic Paper Series", 16, bold=True)
    sheet.line(sheet.date(("{month} {d}, {y}",)), 10).title(20).authors().line("Abstract", 12, bold=True).flow(
        abstract
    ).body()


def monthly(sheet: Sheet) -> None:
    """A brief with a month and no day, and a number alone."""
    number, date = sheet.pick.randint(1, 60), sheet.date(MONTHS_KO)
    sheet.says(series="이슈브리프", code=f"제{number}호", number=str(number), institute="연세대학교 북한연구원")
    sheet.line("연세대학교 북한연구원", 10, gap=3).line(f"이슈브리프 제{number}호", 20, bold=True, gap=3).line(date, 10)
    sheet.title().authors().body()


def journal(sheet: Sheet) -> None:
    """통일정책연구: volume and issue in the head, an abstract in Korean with its words."""
    volume, number, year = sheet.pick.randint(10, 33), sheet.pick.randint(1, 2), sheet.pick.randint(2001, 2024)
    abstract = sheet.prose(5)
    sheet.says(code=f"제{volume}권 {number}호", number=str(number), date=str(year), year=year, series="통일정책연구")
    sheet.line(f"통일정책연구 제{volume}권 {number}호, {year}", 9).line("", 20).title(18).authors(12)
    sheet.line("국문요약", 11, bold=True).flow(abstract).flow("주제어: 접경, 장부, 시장, 물자")
    sheet.says(abstract=abstract, keywords=("접경", "장부", "시장", "물자")).body(pages=3)


def nothing_known(sheet: Sheet) -> None:
    """A paper of nobody's: a title, who wrote it, a date, no series, no code."""
    sheet.title(20).authors().line(sheet.date(), 10).body()


LAYOUTS: dict[str, tuple[Callable[[Sheet], None], str]] = {
    "bar": (bar, "ko"), "side box": (side_box, "ko"), "side box, English": (side_box, "en"), "foot": (in_foot, "ko"),
    "foot, English": (in_foot, "en"), "insight": (insight, "ko"), "insight, English": (insight, "en"),
    "monograph": (monograph, "ko"), "article": (article, "en"), "nars": (nars, "ko"), "kiep": (kiep, "ko"), "ifans": (ifans, "en"),
    "inss": (numbered("이슈브리프", "국가안보전략연구원", "통권 제{n}호 ({date})", "제{n}호"), "ko"),
    "asan": (numbered("Issue Brief", "The Asan Institute for Policy Studies", "{y}-{n:02}   {date}", "{y}-{n:02}"), "en"),
    "sejong": (numbered("세종논평", "세종연구소", "No. {y}-{n:02} ({date})", "{y}-{n:02}"), "ko"),
    "united nations": (united_nations, "en"), "working paper": (working_paper, "en"), "academic": (academic, "en"),
    "monthly": (monthly, "ko"), "journal": (journal, "ko"), "nothing known": (nothing_known, "ko"),
    "nothing known, English": (nothing_known, "en"),
}  # fmt: skip


def made(folder: Path, seed: str, each: int = EACH) -> list[tuple[str, Path, dict[str, Any]]]:
    """Print briefs of every layout; return each with its truth."""
    briefs = []
    for name, (layout, language) in LAYOUTS.items():
        for number in range(each):
            sheet = Sheet(random.Random(f"{seed} {name} {number}"), language)
            layout(sheet)
            path = folder / f"{name} {number}.pdf"
            sheet.document.save(path)
            briefs.append((name, path, sheet.truth))
    return briefs


def read(briefs: Sequence[tuple[str, Path, dict[str, Any]]]) -> list[tuple[str, str, Any, Any]]:
    """Return for every field of every brief: its layout, its name, what was read, what is true."""
    with Readers(jobs=2) as readers:
        readings = list(readers.read_all([path for _, path, _ in briefs]))
    compared = []
    for (name, path, truth), reading in zip(briefs, readings, strict=True):
        assert isinstance(reading, Brief), path
        record = guess(reading).record
        compared += [
            (f"{name} {path.stem.split()[-1]}", field, getattr(record, field), truth.get(field) or NOTHING.get(field))
            for field in FIELDS
        ]
    return compared
