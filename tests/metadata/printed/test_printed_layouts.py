"""Records of printed briefs: every layout read back from its file, how much of it is right and how much is invented.

The layouts follow what is known of each series and know nothing of how records are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.extract import Readers
from kinu_reader.metadata import guess
from kinu_reader.model import Author, Brief

if TYPE_CHECKING:
    from collections.abc import Callable

    Layout = Callable[[Any], None]

EACH = 1  # brief of every layout: most of the time goes into their Korean type; raise it to measure
RIGHT_SHARE, PRECISION = 0.99, 0.995
FIELDS = (
    "institute", "series", "code", "number", "year", "title", "subtitle", "authors", "date", "language",
    "copyright", "disclaimer", "keywords", "abstract",
)  # fmt: skip
NOTHING: dict[str, Any] = {"authors": (), "keywords": ()}
LEFT, RIGHT, WIDTH = 70, 525, 595  # points


def bar(sheet: Any) -> None:
    """A coloured bar with the series, the code at its right, the date under it; two columns, address in the foot."""
    pick, year = sheet.pick, sheet.pick.randint(6, 25)
    number = pick.randint(1, 40)
    sheet.says(series="Online Series", code=f"CO {year:02}-{number:02}", number=str(number), institute="통일연구원")
    sheet.page.draw_rect((0, 30, WIDTH, 66), fill=(0.2, 0.3, 0.6), color=None)
    sheet.at("Online Series", LEFT, 56, 22, bold=True)
    sheet.at(f"CO {year:02}-{number:02}", RIGHT, 56, 12, right=True)
    sheet.line(sheet.date(), 9, right=True).title().authors(right=pick.random() < 0.5)
    sheet.body(columns=True, foot="통일연구원 · 서울 서초구 반포대로 217 · www.kinu.or.kr")


def side_box(sheet: Any) -> None:
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


def in_foot(sheet: Any) -> None:
    """Nothing above the title; series, code and date stand in the foot of every page."""
    number = sheet.pick.randint(1, 40)
    date = sheet.date(("{y}. {m}. {d}.", "{y}.{m:02}.{d:02}."))
    code = f"CO {sheet.truth['year'] % 100:02}-{number:02}"
    sheet.says(series="Online Series", code=code, number=str(number)).title(20).authors()
    sheet.body(foot=f"Online Series {code} | {date} |", pages=3)


def insight(sheet: Any) -> None:
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
        said = (
            "The views expressed in this paper are those of the author and do not necessarily represent the views of "
            "KINU."
        )
    sheet.says(disclaimer=said).line("").flow(said, size=9)


def monograph(sheet: Any) -> None:
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
        f"인 쇄 {sheet.truth['year']}년 1월 3일", f"발 행 {date}", "발행처 통일연구원", "발행인 홍가람",
        "편집인 북한연구실",
        "등 록 제2-2361호 (97.4.23)", "주 소 서울시 서초구 반포대로 217", "전 화 02-2023-8000", "홈페이지 http://www.kinu.or.kr",
        "I S B N 978-89-8479-111-2", "가 격 10,000원",
    ):  # fmt: skip
        sheet.line(pair, 9, gap=2)
    sheet.turn().line("목  차", 16, bold=True).line("Ⅰ. 서론 ........ 1").line("Ⅱ. 결론 ........ 20").turn().body()


def article(sheet: Any) -> None:
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


def nars(sheet: Any) -> None:
    """이슈와 논점: number, date and publisher in a head, the name spaced out with its rank in a note."""
    number = sheet.pick.randint(100, 2400)
    date = sheet.date()
    family, given = sheet.pick.choice([name for name in sheet.words["names_ko"] if len(name[0] + name[1]) == 3])
    author = Author(family + given, family, given, "입법조사관", "금융공정거래팀")
    sheet.says(
        institute="국회입법조사처", series="이슈와 논점", code=f"제{number}호", number=str(number), authors=(author,)
    )
    sheet.line("이슈와 논점", 26, bold=True).line(f"제{number}호 | {date} | 국회입법조사처", 9)
    sheet.title(20).line(" ".join(author.name) + "*", 11, right=True)
    sheet.note("* 경제산업조사실 금융공정거래팀 입법조사관, 02-6788-0000").body(columns=True)


def kiep(sheet: Any) -> None:
    """World Economy Brief: the title in Korean, with its English translation under it."""
    number = sheet.pick.randint(1, 40)
    date = sheet.date()
    code = f"{sheet.truth['year'] % 100:02}-{number:02}"
    sheet.says(series="World Economy Brief", code=code, number=str(number), institute="대외경제정책연구원")
    sheet.line("World Economy Brief", 24, bold=True, gap=2).line(f"{code}  |  {date}  |  대외경제정책연구원", 9)
    sheet.title(18, subtitle=False).line(sheet.pick.choice(sheet.words["titles_en"]), 12).authors()
    sheet.body(foot="KIEP 대외경제정책연구원 | www.kiep.go.kr |")


def ifans(sheet: Any) -> None:
    """IFANS Focus: number and date in one line, the family name in capitals."""
    number = sheet.pick.randint(1, 40)
    date = sheet.date()
    (family, given), rank = (
        sheet.pick.choice(sheet.words["names_en"]),
        sheet.pick.choice(("Professor", "Research Professor")),
    )
    name = f"{family.upper()} {given}"
    code = f"{sheet.truth['year']}-{number:02}"
    sheet.says(
        series="IFANS FOCUS", code=code, number=str(number), authors=(Author(name, family.upper(), given, rank),)
    )
    sheet.line("IFANS FOCUS", 24, bold=True).line(f"{code}E ({date})", 10).title(18).line(name, 11, gap=0).line(rank, 9)
    sheet.body()


def numbered(series: str, institute: str, form: str, code: str) -> Layout:
    """Return a layout with series, number and date in one line, and the institute over it or in the foot."""

    def layout(sheet: Any) -> None:
        date = sheet.date()
        number, year = sheet.pick.randint(1, 40), sheet.truth["year"]
        sheet.says(series=series, code=code.format(y=year, n=number), number=str(number), institute=institute)
        above = sheet.pick.random() < 0.5
        if above:
            sheet.line(institute, 10, gap=3)
        sheet.line(series, 22, bold=True, gap=3).line(form.format(y=year, n=number, date=date), 10).title().authors()
        sheet.body(foot="" if above else f"{institute} | www.example.kr |")

    return layout


def united_nations(sheet: Any) -> None:
    """A UN document, its symbol at the top right, sometimes a double one."""
    date = sheet.date(("{d} {month} {y}",))
    symbol, organ = sheet.pick.choice((
        ("A/78/412-S/2023/671", "General Assembly"), ("S/RES/2650 (2022)", "Security Council"),
        ("A/C.1/79/L.14", "General Assembly"),
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


def working_paper(sheet: Any) -> None:
    """A numbered working paper with a cover of its own: series, number, month, title, authors with initials."""
    number = sheet.pick.randint(1, 1400)
    abstract = sheet.prose(6)
    date = sheet.date(sheet.words["months_en"])
    sheet.says(series="Harbour Bank Working Paper Series", code=f"No. {number}", number=str(number), abstract=abstract)
    sheet.says(keywords=("ports", "trade costs", "borders"))
    sheet.line("Harbour Bank Working Paper Series", 14, bold=True, gap=2).line(f"No {number} / {date}", 12).line("", 40)
    sheet.title(20).authors(12).line("", 10).line("Abstract", 12, bold=True).flow(abstract)
    sheet.flow("Keywords: ports, trade costs, borders").body(pages=3)


def academic(sheet: Any) -> None:
    """The Academic Paper Series: name, date in full, title, by whom, abstract."""
    abstract = sheet.prose(6)
    sheet.says(series="Academic Paper Series", abstract=abstract).line("Academic Paper Series", 16, bold=True)
    sheet.line(sheet.date(("{month} {d}, {y}",)), 10).title(20).authors().line("Abstract", 12, bold=True).flow(
        abstract
    ).body()


def monthly(sheet: Any) -> None:
    """A brief with a month and no day, and a number alone."""
    number, date = sheet.pick.randint(1, 60), sheet.date(sheet.words["months_ko"])
    sheet.says(series="이슈브리프", code=f"제{number}호", number=str(number), institute="연세대학교 북한연구원")
    sheet.line("연세대학교 북한연구원", 10, gap=3).line(f"이슈브리프 제{number}호", 20, bold=True, gap=3).line(date, 10)
    sheet.title().authors().body()


def journal(sheet: Any) -> None:
    """통일정책연구: volume and issue in the head, an abstract in Korean with its words."""
    volume, number, year = sheet.pick.randint(10, 33), sheet.pick.randint(1, 2), sheet.pick.randint(2001, 2024)
    abstract = sheet.prose(5)
    sheet.says(code=f"제{volume}권 {number}호", number=str(number), date=str(year), year=year, series="통일정책연구")
    sheet.line(f"통일정책연구 제{volume}권 {number}호, {year}", 9).line("", 20).title(18).authors(12)
    sheet.line("국문요약", 11, bold=True).flow(abstract).flow("주제어: 접경, 장부, 시장, 물자")
    sheet.says(abstract=abstract, keywords=("접경", "장부", "시장", "물자")).body(pages=3)


def nothing_known(sheet: Any) -> None:
    """A paper of nobody's: a title, who wrote it, a date, no series, no code."""
    sheet.title(20).authors().line(sheet.date(), 10).body()


LAYOUTS: dict[str, tuple[Layout, str]] = {
    "bar": (bar, "ko"), "side box": (side_box, "ko"), "side box, English": (side_box, "en"), "foot": (in_foot, "ko"),
    "foot, English": (in_foot, "en"), "insight": (insight, "ko"), "insight, English": (insight, "en"),
    "monograph": (monograph, "ko"), "article": (article, "en"), "nars": (nars, "ko"), "kiep": (kiep, "ko"),
    "ifans": (ifans, "en"),
    "inss": (numbered("이슈브리프", "국가안보전략연구원", "통권 제{n}호 ({date})", "제{n}호"), "ko"),
    "asan": (numbered("Issue Brief", "The Asan Institute for Policy Studies", "{y}-{n:02} {date}", "{y}-{n:02}"), "en"),
    "sejong": (numbered("세종논평", "세종연구소", "No. {y}-{n:02} ({date})", "{y}-{n:02}"), "ko"),
    "united nations": (united_nations, "en"), "working paper": (working_paper, "en"), "academic": (academic, "en"),
    "monthly": (monthly, "ko"), "journal": (journal, "ko"), "nothing known": (nothing_known, "ko"),
    "nothing known, English": (nothing_known, "en"),
}  # fmt: skip


def compare(reading: Any, truth: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """Return for every field what is read and what is true."""
    assert isinstance(reading, Brief)
    record = guess(reading).record
    return [(name, getattr(record, name), truth.get(name) or NOTHING.get(name)) for name in FIELDS]


@pytest.fixture(scope="module")
def compared(sheet: Callable[[str, str], Any], tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Any, Any]]:
    folder, truths = tmp_path_factory.mktemp("printed"), {}
    for name, (layout, language) in LAYOUTS.items():
        for number in range(EACH):
            printed = sheet(f"{name} {number}", language)
            layout(printed)
            printed.document.save(folder / f"{name} {number}.pdf")
            truths[folder / f"{name} {number}.pdf"] = printed.truth
    with Readers(jobs=2) as readers:
        readings = list(readers.read_all(list(truths)))
    return [pair for reading, truth in zip(readings, truths.values(), strict=True) for pair in compare(reading, truth)]


def test_fields_are_right(compared: list[tuple[str, Any, Any]]) -> None:
    wrong = [pair for pair in compared if pair[1] != pair[2]]
    assert len(wrong) <= (1 - RIGHT_SHARE) * len(compared), wrong[:8]


def test_what_is_stated_is_true(compared: list[tuple[str, Any, Any]]) -> None:
    stated = [pair for pair in compared if pair[1]]
    invented = [pair for pair in stated if pair[1] != pair[2]]
    assert len(invented) <= (1 - PRECISION) * len(stated), invented[:8]
