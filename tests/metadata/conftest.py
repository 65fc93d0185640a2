"""Briefs made up in the layouts of many series, with every form of date and author line, and the truth known."""

from __future__ import annotations

import calendar
import random
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.model import Author, Brief, FileKind, Furniture, Page, PageState, Passage, PassageKind

if TYPE_CHECKING:
    from collections.abc import Callable

PROSE = "The council met twice in the spring, and both times the bridge was on its list of open questions. " * 5
PROSE_KO = "협의회는 봄에 두 번 모였고 두 번 모두 다리를 의제에 올렸다. 그 까닭을 묻는다. " * 6


@dataclass
class Draft:
    """A brief in the making and what is true of it."""

    truth: dict[str, Any] = field(default_factory=dict)
    parts: list[tuple[str, float, PassageKind, int]] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    information: dict[str, str] = field(default_factory=dict)

    def put(self, text: str, size: float = 10.0, *, page: int = 1, heading: bool = False, note: bool = False) -> Draft:
        kind = PassageKind.HEADING if heading else PassageKind.FOOTNOTE if note else PassageKind.BODY
        self.parts.append((text, size, kind, page))
        return self

    def head(self, text: str, size: float = 12.0, page: int = 1) -> Draft:
        return self.put(text, size, page=page, heading=True)

    def aside(self, *texts: str, page: int = 1) -> Draft:
        self.furniture += [Furniture(text, page) for text in texts]
        return self

    def says(self, **truth: Any) -> Draft:
        self.truth |= truth
        return self

    def brief(self) -> Brief:
        passages, pages, start = [], Counter(page for *_, page in self.parts), 0
        for number, (text, size, kind, page) in enumerate(self.parts):
            bold = kind is PassageKind.HEADING
            passages.append(Passage(number, start, start + len(text), page, kind, size, bold))
            start += len(text) + 2
        text = "\n\n".join(part[0] for part in self.parts)
        sheets = tuple(
            Page(
                number, str(number), 595, 842,
                min(p.start for p in passages if p.page == number), max(p.end for p in passages if p.page == number),
                PageState.GOOD, b"",
            )
            for number in sorted(pages)
        )  # fmt: skip
        return Brief(FileKind.PDF, text, sheets, tuple(passages), tuple(self.furniture), self.information, "x.pdf")


# ---- what is printed

TITLES_KO = ("다리를 먼저 놓는 까닭", "접경지역의 물과 사람", "제재 이후의 무역: 무엇이 남는가", "고령화와 보건협력")
TITLES_EN = ("Bridges before Summits", "Water and People of a Border Region", "Trade after Sanctions: What Remains")
PEOPLE_KO = (("구", "나래"), ("하", "도담"), ("남궁", "별"), ("서", "한별"), ("김", "철"))
PEOPLE_EN = (("Gu", "Na-rae"), ("Ha", "Do-dam"), ("Suh", "Han-byeol"), ("Kim", "Cheol"), ("Choi", "Mi-rae"))
RANKS_KO = ("연구위원", "선임연구위원", "부연구위원", "연구교수", "초빙연구위원", "석좌연구위원")
RANKS_EN = ("Research Fellow", "Senior Research Fellow", "Associate Research Fellow", "Research Professor", "Director")
DIVISIONS_KO = ("통일정책연구실", "북한연구실", "평화연구실", "국제전략연구실", "인도협력연구실", "인권연구실")
DIVISIONS_EN = ("North Korean Research Division", "Peace Research Division", "Center for North Korean Human Rights")
MONTHS = calendar.month_name[1:]

DATES_KO = (
    "{y}. {m:02}. {d:02}.", "{y}.{m}.{d}.", "{y}. {m}. {d}", "{y}년 {m}월 {d}일", "'{yy:02}.{m}.{d}",
    "{y}-{m:02}-{d:02}", "[{y}년 {m}월 {d}일]", "{y}.{m:02}.{d:02}", "발행일 {y}년 {m}월 {d}일", "{y}. {m}. {d}.(화)",
)  # fmt: skip
DATES_EN = (
    "{month} {d}, {y}", "{d} {month} {y}", "{y}. {m:02}. {d:02}.", "{month:.3}. {d}, {y}", "{y}.{m}.{d}.",
    "Date {y}.{m:02}.{d:02}",
)  # fmt: skip


def day(pick: random.Random, forms: tuple[str, ...]) -> tuple[str, str]:
    """Return a date as printed, and in ISO 8601."""
    year, month, number = pick.randint(2001, 2025), pick.randint(1, 12), pick.randint(1, 28)
    text = pick.choice(forms).format(y=year, yy=year % 100, m=month, d=number, month=MONTHS[month - 1])
    return text, f"{year}-{month:02}-{number:02}"


def korean(pick: random.Random) -> tuple[str, tuple[Author, ...]]:
    """Return a Korean author line, in one of the forms that are in use, and who it names."""
    rank, division, other_rank = pick.choice(RANKS_KO), pick.choice(DIVISIONS_KO), pick.choice(RANKS_KO)
    (family, given), (family2, given2) = pick.sample(PEOPLE_KO, 2)
    name, name2 = family + given, family2 + given2
    one, two = Author(name, family, given), Author(name2, family2, given2)
    full, ranked = replace(one, role=rank, division=division), replace(one, role=rank)
    both = replace(two, role=other_rank, division=division)
    return pick.choice((
        (f"{name}({division} {rank})", (full,)),
        (f"{name} ({division} {rank})", (full,)),
        (f"{name}(통일연구원 {division} {rank})", (full,)),
        (f"{name} {rank}", (ranked,)),
        (f"{rank} {name}", (ranked,)),
        (f"{division} {rank} {name}", (full,)),
        (f"{name} {division} {rank}", (full,)),
        (f"{name} {rank}({division})", (full,)),
        (f"{name} | {division} {rank}", (full,)),
        (f"{name}, 통일연구원 {rank}", (ranked,)),
        (f"저자: {name}({division} {rank})", (full,)),
        (f"글: {name} {rank}", (ranked,)),
        (f"{name}({division} {rank}), {name2}({division} {other_rank})", (full, both)),
        (f"{name}({division} {rank})·{name2}(서울대학교 교수)", (full, replace(two, role="교수"))),
        (f"{name} {rank}, {name2} {other_rank}", (ranked, replace(two, role=other_rank))),
        (f"{name2}·{name} {rank}", (two, ranked)),
    ))  # fmt: skip


def english(pick: random.Random) -> tuple[str, tuple[Author, ...]]:
    """Return an English author line, in one of the forms that are in use, and who it names."""
    rank, division = pick.choice(RANKS_EN), pick.choice(DIVISIONS_EN)
    (family, given), (family2, given2) = pick.sample(PEOPLE_EN, 2)
    turned, first, plain = f"{family}, {given}", f"{given} {family}", f"{family} {given}"
    loud, other = f"{family.upper()} {given}", f"{family2}, {given2}"

    def by(name: str, *, role: str | None = rank, where: str | None = division) -> Author:
        said = family.upper() if name == loud else family
        return Author(name, said, given, role, where)

    two = Author(other, family2, given2, "Professor", None)
    return pick.choice((
        (f"{turned} ({rank}, {division})", (by(turned),)),
        (f"{first} ({rank}, {division})", (by(first),)),
        (f"{plain} ({rank}, {division})", (by(plain),)),
        (f"{loud} ({rank}, {division})", (by(loud),)),
        (f"{turned} ({division}, {rank})", (by(turned),)),
        (f"{first}, {rank}, {division}", (by(first),)),
        (f"{turned} ({rank})", (by(turned, where=None),)),
        (f"By {first}", (by(first, role=None, where=None),)),
        (f"By {first} ({rank})", (by(first, where=None),)),
        (f"{turned} ({rank}, {division}); {other} (Professor)", (by(turned), two)),
        (f"{turned} ({rank}, {division}) and {other} (Professor)", (by(turned), two)),
        (f"{turned} and {other}", (by(turned, role=None, where=None), replace(two, role=None))),
        (f"By {first} et al.", (by(first, role=None, where=None),)),
    ))  # fmt: skip


def opening(pick: random.Random, language: str) -> tuple[Draft, str, str, str]:
    """Return a draft with its title, author line and date, as yet printed nowhere."""
    ko = language == "ko"
    title, (line, authors) = pick.choice(TITLES_KO if ko else TITLES_EN), (korean if ko else english)(pick)
    date, iso = day(pick, DATES_KO if ko else DATES_EN)
    draft = Draft().says(title=title, authors=authors, date=iso, year=int(iso[:4]), language=language)
    return draft, title, line, date


def body(draft: Draft, language: str, page: int = 1) -> Draft:
    """Return the draft with a heading and its text, over two pages."""
    prose = PROSE_KO if language == "ko" else PROSE
    draft.head("Ⅰ. 들어가며" if language == "ko" else "1. Introduction", 12, page)
    return draft.put(prose, page=page).put(prose, page=page).put(prose, page=page + 1)


# ---- layouts


def online_masthead(pick: random.Random, language: str) -> Draft:
    draft, title, line, date = opening(pick, language)
    year, number = pick.randint(6, 25), pick.randint(1, 40)
    ko = language == "ko"
    code = f"CO {year:02}-{number:02}"
    draft.says(series="온라인 시리즈" if ko else "Online Series", code=code, number=str(number))
    draft.says(institute="통일연구원" if ko else "Korea Institute for National Unification")
    draft.put(draft.truth["institute"]).head(draft.truth["series"], 26).put(date)
    draft.put(pick.choice((code, code.replace(" ", ""), code + ("" if ko else "(E)"))))
    draft.head(title, 18).put(line)
    body(draft, language)
    return _closed(draft, language)


def _closed(draft: Draft, language: str) -> Draft:
    if language == "ko":
        words = "이 글의 내용은 필자의 개인적인 견해이며, 통일연구원의 공식적인 견해와 다를 수 있습니다."
    else:
        words = (
            "The analyses and opinions contained in this paper are those of the author and do not necessarily "
            "represent the views of the Korea Institute for National Unification."
        )
    draft.put("ⓒ통일연구원 2024" if language == "ko" else "©KINU 2024", page=2).put(f"* {words}", 8, page=2, note=True)
    return draft.says(copyright="ⓒ통일연구원 2024" if language == "ko" else "©KINU 2024", disclaimer=words)


def online_side_box(pick: random.Random, language: str) -> Draft:
    draft, title, line, date = opening(pick, language)
    series = "온라인시리즈" if language == "ko" else "Online Series"
    draft.says(series=series, code="CO 23-31", number="31")
    draft.head(title, 20).put(line, 11).aside(series, date, "CO 23-31")
    return body(draft, language).aside(f"{series} CO 23-31 | 2", page=2)


def online_running_head(pick: random.Random, language: str) -> Draft:
    draft, title, line, _ = opening(pick, language)
    year = pick.randint(2006, 2025)
    draft.says(series="Online Series", code=f"CO {year % 100:02}-07", number="7", date=None, year=year)
    draft.head(title, 16).put(line)
    return body(draft, language).aside(f"KINU Online Series CO {year % 100:02}-07 | 2", page=2)


def insight(pick: random.Random, language: str) -> Draft:
    draft, title, line, date = opening(pick, language)
    year, number = pick.randint(2010, 2025), pick.randint(1, 9)
    code = pick.choice((f"{year} No. {number}", f"{year % 100}-{number:02}"))
    draft.says(series="KINU Insight", code=code, number=str(number), subtitle="On the order of things")
    draft.head(f"KINU Insight {code}", 14).head(title, 22).head("- On the order of things -", 14).put(line).put(date)
    return body(draft, language)


def book(*numbered: tuple[str, str]) -> Callable[[random.Random, str], Draft]:
    """Return a layout with a cover, and a colophon on the back of the title page."""

    def layout(pick: random.Random, language: str) -> Draft:
        draft, title, line, _ = opening(pick, language)
        (date, iso), (name, tail) = day(pick, ("{y}년 {m}월 {d}일",)), pick.choice(numbered)
        series, printed = pick.choice((f"KINU {name}", name)), f"{iso[2:4]}-{tail}"
        draft.says(series=series, code=f"{name} {printed}", number=tail.lstrip("0"), institute="통일연구원")
        draft.says(date=iso, year=int(iso[:4]))
        draft.put(f"{series} {printed}", 12).head(title, 24).put(line, 13).put(title, 11, page=3)
        for pair in (f"인쇄 {iso[:4]}년 1월 3일", f"발행 {date}", "발행처 통일연구원", "등록 제2-02361호 (97.4.23)"):
            draft.put(pair, page=3)
        return body(draft.put("ISBN 978-89-8479-000-0", page=3), language, 5)

    return layout


def translated(*names: str) -> Callable[[random.Random, str], Draft]:
    """Return a layout with a code, a title and an author line on the cover."""

    def layout(pick: random.Random, language: str) -> Draft:
        draft, title, line, date = opening(pick, language)
        name = pick.choice(names)
        code = f"{name} {pick.randint(5, 25):02}-01"
        draft.says(series=name, code=code, number="1").put(code).head(title, 24).put(line, 12).put(date)
        return body(draft, language, 3)

    return layout


def white_paper(pick: random.Random, language: str) -> Draft:
    year = pick.randint(1996, 2024)
    series = "북한인권백서" if language == "ko" else "White Paper on Human Rights in North Korea"
    draft = Draft().says(title=f"{series} {year}", series=series, code=f"{series} {year}", number=str(year), year=year)
    draft.says(language=language, authors=())
    return body(draft.head(f"{series} {year}", 28), language, 2)


def journal(pick: random.Random, language: str) -> Draft:
    draft, title, _, _ = opening(pick, language)
    volume, year = pick.randint(10, 30), pick.randint(1998, 2024)
    abstract = (
        "This article asks why the bridge was planned before the summit, and finds the answer in three archives. " * 3
    )
    draft.says(series="International Journal of Korean Unification Studies", code=f"Vol. {volume}, No. 2", number="2")
    draft.says(date=str(year), year=year, authors=(Author("Na-rae Gu", "Gu", "Na-rae"),), abstract=abstract.strip())
    draft.says(keywords=("bridges", "border region", "summit"), copyright=f"Copyright {year} by KINU")
    draft.put("International Journal of Korean Unification Studies", 9)
    draft.put(f"Vol. {volume}, No. 2, {year}, " + pick.choice(("pp. 62-91.", "29–62")), 9)
    draft.head(title, 16).put("Na-rae Gu", 11).head("Abstract", 11).put(abstract.strip())
    draft.put("Key Words: bridges, border region, summit")
    return body(draft, language).aside(f"Copyright {year} by KINU")


def nars(pick: random.Random, language: str) -> Draft:
    draft, title, _, _ = opening(pick, language)
    number, (date, iso) = pick.randint(1, 2300), day(pick, DATES_KO)
    draft.says(institute="국회입법조사처", series="이슈와 논점", number=str(number), date=iso, year=int(iso[:4]))
    draft.says(code=f"제{number}호", authors=(Author("구나래", "구", "나래", "입법조사관", "금융공정거래팀"),))
    draft.head(pick.choice((f"제{number}호", f"제 {number} 호", f"{number}호")), 14)
    draft.put(date).put("발행처 국회입법조사처").head("이슈와 논점", 26).head(title, 30)
    draft.put("구 나 래*", 11)
    return body(draft, language).put("* 경제산업조사실 금융공정거래팀 입법조사관, 02-000-0000", 8, note=True)


def numbered(
    series: str, institute: str, printed: str, code: str, number: str
) -> Callable[[random.Random, str], Draft]:
    """Return a layout with institute, series and code in one masthead of three lines."""

    def layout(pick: random.Random, language: str) -> Draft:
        draft, title, line, date = opening(pick, language)
        draft.says(series=series, institute=institute, code=code, number=number)
        draft.put(institute, 11).head(f"{series} {printed}" if pick.random() < 0.5 else series, 20)
        if draft.parts[-1][0] == series:
            draft.put(printed)
        return body(draft.put(date).head(title, 24).put(line), language)

    return layout


def working_paper(pick: random.Random, language: str) -> Draft:
    draft, title, line, _ = opening(pick, language)
    number = pick.randint(1, 1299)
    abstract = "We estimate how much a bridge is worth to those who cannot cross it. It is a great deal. " * 4
    series = "Dolbit Economics Working Paper Series"
    draft.says(series=series, code=f"No. {number:03}", number=str(number), date=f"{2011}-02", year=2011)
    draft.says(abstract=abstract.strip(), keywords=("bridges", "value of time", "borders"))
    draft.head(title, 15).put(f"{series} No {number:03}").put("Febuary 2011").put(line)
    draft.head("Abstract", 11).put(abstract.strip()).put("Keywords: bridges; value of time; borders")
    return body(draft, language)


def united_nations(pick: random.Random, language: str) -> Draft:
    date, iso = day(pick, ("{d} {month} {y}",))
    symbol = pick.choice(("A/79/816-S/2025/148", "S/RES/2782 (2025)", "A/AC.182/2025/L.8", "E/HLPF/2025/3/Add.4"))
    organ = {"A": "General Assembly", "S": "Security Council", "E": "Economic and Social Council"}[symbol[0]]
    draft = Draft(information={"author": "Mary Fields"}).says(institute="United Nations", series=organ, code=symbol)
    draft.says(number=None, date=iso, year=int(iso[:4]), language="en", authors=(), title="Bridges and letters")
    draft.says(subtitle="Report of the Secretary-General")
    draft.head("United Nations", 13.7).put(symbol).head(organ, 19.8)
    draft.put(f"Distr.: General {date}").put("Original: English")
    draft.head("Seventy-ninth session", 10).put("Agenda item 59").head("Bridges and letters", 14.2)
    draft.head("Report of the Secretary-General", 12.1)
    return body(draft, "en").aside(symbol, "25-04000", "2/9", page=2)


def nist(pick: random.Random, language: str) -> Draft:
    date, iso = day(pick, ("{month} {y}",))
    series, number = pick.choice((("NIST SP", "800-207"), ("NIST AI", "100-1"), ("NIST CSWP", "29")))
    institute = "National Institute of Standards and Technology"
    draft = Draft().says(series=series, code=f"{series} {number}", number=number, institute=institute)
    draft.says(date=iso[:7], year=int(iso[:4]), language="en", authors=(), title="A Framework for Bridges")
    draft.head("A Framework for Bridges", 24).put(date, 12).put(institute)
    body(draft, "en")
    return draft.aside(f"{series} {number}").aside(f"{series} {number}", page=2)


def gao(pick: random.Random, language: str) -> Draft:
    date, iso = day(pick, ("{month} {y}",))
    number = pick.randint(100000, 110000)
    code = f"GAO-{iso[2:4]}-{number}"
    draft = Draft().says(code=code, number=str(number), institute="U.S. Government Accountability Office")
    draft.says(date=iso[:7], year=int(iso[:4]), language="en", authors=(), title="Bridges: Three Years of Building")
    draft.head(date, 11).head("Bridges: Three Years of Building", 19)
    body(draft, "en").put("GAO, Tunnels: Costs, GAO-20-629 (Washington, D.C.: Sept. 22, 2020).", 6, page=2, note=True)
    return draft.aside(f"{code} | Bridges").aside(f"{code} | Bridges", "Accountability Office", page=2)


def plain_text(pick: random.Random, language: str) -> Draft:
    """A text file: no sizes, no bold."""
    draft, title, line, date = opening(pick, language)
    draft.says(series="이슈브리프", code="제12호", number="12", institute="새벽정책연구소")
    draft.put("새벽정책연구소 이슈브리프 제12호").put(date).put(title).put(line)
    body(draft, language)
    draft.parts = [(text, 0.0, kind, page) for text, _, kind, page in draft.parts]
    return draft


LAYOUTS: dict[str, tuple[Callable[[random.Random, str], Draft], str, str]] = {
    "online_ko": (online_masthead, "ko", "online_series"),
    "online_en": (online_masthead, "en", "online_series"),
    "side_box_ko": (online_side_box, "ko", "online_series"),
    "side_box_en": (online_side_box, "en", "online_series"),
    "running_head": (online_running_head, "en", "online_series"),
    "insight": (insight, "en", "insight"),
    "monograph": (book(("연구총서", "05"), ("협동연구총서", "10-01")), "ko", "research_monograph"),
    "policy_study": (book(("정책연구시리즈", "02")), "ko", "policy_study"),
    "monograph_en": (translated("Research Monograph"), "en", "research_monograph"),
    "study_series": (translated("Policy Study", "Study Series"), "en", "policy_study"),
    "white_paper_ko": (white_paper, "ko", "human_rights_white_paper"),
    "white_paper_en": (white_paper, "en", "human_rights_white_paper"),
    "journal": (journal, "en", "korean_unification_studies"),
    "nars": (nars, "ko", "nars_issue"),
    "kiep": (
        numbered("World Economy Brief", "Korea Institute for International Economic Policy", "24-15", "24-15", "15"),
        "en", "world_economy_brief",
    ),
    "ifans": (
        numbered("IFANS FOCUS", "Institute of Foreign Affairs and National Security", "2024-07E", "2024-07", "7"),
        "en", "ifans_focus",
    ),
    "inss": (numbered("이슈브리프", "국가안보전략연구원", "통권 512호", "제512호", "512"), "ko", "inss_issue_brief"),
    "asan": (
        numbered("ISSUE BRIEF", "The Asan Institute for Policy Studies", "2024-12", "2024-12", "12"),
        "en", "asan_issue_brief",
    ),
    "sejong": (numbered("세종논평", "세종연구소", "No. 2024-05", "2024-05", "5"), "ko", "sejong"),
    "working_paper": (working_paper, "en", "working_paper"),
    "united_nations": (united_nations, "en", "un_document"),
    "nist": (nist, "en", "nist"),
    "gao": (gao, "en", "gao"),
    "plain_text": (plain_text, "ko", "generic"),
}  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """A layout with the name it goes by, the language it is tried in, and the profile that should know it."""

    name: str
    make: Callable[[random.Random, str], Draft]
    language: str
    profile: str

    def draft(self, seed: int) -> Draft:
        """Return the draft of that number, always the same."""
        return self.make(random.Random(f"{self.name} {seed}"), self.language)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "layout" in metafunc.fixturenames:
        metafunc.parametrize("layout", every_layout(), ids=LAYOUTS)


def every_layout() -> list[Layout]:
    return [Layout(name, *how) for name, how in LAYOUTS.items()]


@pytest.fixture(scope="session")
def layouts() -> list[Layout]:
    """Every layout there is."""
    return every_layout()
