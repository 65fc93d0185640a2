"""Names of persons: what looks like one, and which part of it is the family's."""

from __future__ import annotations

import re

from kinu_reader.model import Author

_RANKS = """
    선임연구위원 부연구위원 초빙연구위원 석좌연구위원 객원연구위원 명예연구위원 전문연구위원 책임연구위원 연구위원
    전문위원 선임연구원 책임연구원 전임연구원 객원연구원 초빙연구원 위촉연구원 전문연구원 부연구원 연구교수 초빙교수
    석좌교수 특임교수 명예교수 조교수 부교수 교수 입법조사관보 입법조사관 경제분석관 부원장 원장 부소장 소장 센터장
    본부장 연구단장 단장 실장 부장 팀장 연구관 박사 변호사 연구원 장관 차관 대사 의원 대표 이사장 총장 위원장 위원
"""
# Longest first: 선임연구위원 and 부연구위원 both hold 연구위원.
RANK = f"(?:{'|'.join(sorted(_RANKS.split(), key=len, reverse=True))})"
RANK_EN = re.compile(
    r"\b(Fellows?|Professors?|Director|President|Researchers?|Associate|Analyst|Economist|Officer|Lecturer|Scholar"
    r"|Advis[eo]r|Chair|Ambassador|Minister|Dean)\b"
)
DIVISION_KO = (
    r"[가-힣·ㆍ]{1,14}(?:연구실|정책실|조정실|지원실|조사실|센터|본부|연구단|사업단|담당관실|팀|과"
    r"|연구부|사업부|기획부)"
)
DIVISION = re.compile(
    rf"^{DIVISION_KO}$|\b(?:Division|Department|Center|Centre|Section|Unit|Bureau|Office|Team|Branch)\b"
)
BODY_KO = r"(?:[가-힣A-Za-z]{1,16}(?:연구원|연구소|조사처|대학교|대학|대|재단|학회|외교원|전략원)|KINU|KIEP|IFANS|INSS)"

_TWO_SYLLABLES = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방")  # surnames of two
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도"
    "소석선설마길연위표명기반왕금옥육인맹제모탁국은편용예경봉라나피복태목형두감음빈동온호범좌팽승간견당화창단"
)
_ROMANISED = """
    ahn an bae baek bak bang byun cha chang cheon chin cho choe choi chon chong chu chun chung do eom eum gang gil
    go gong goo gu gwak gwon ha ham han heo ho hong huh hur hwang hyun im jang je jeon jeong ji jin jo joo ju jung
    kang kil kim ko koh koo ku kwak kwon lee lim ma maeng min moon mun myung na nam namgung namkoong no noh oh ohm
    ok paek paik pak park pyo ra rhee roh ryoo ryu seo seok seol seon shim shin sim sin so sohn son song suh sul sun
    sung tak um won woo yang yeo yeom yeon yi yim yoo yoon you yu yun
"""
SURNAMES_EN = frozenset(_ROMANISED.split())

_WORDS = frozenset(
    ("한반도", "남북한", "안보리", "신년사", "문제점", "방법론", "주변국", "이론적", "조선인", "정책적", "지자체")
)
_HEADING = re.compile(
    r"\b(?:Polic(?:y|ies)|Reports?|Review|Analys[ie]s|Implications|Summary|Introduction|Background|Conclusions?|Series"
    r"|Brief|Insight|Focus|Issues?|Korean?s?|North|South|China|Japan|Russia|Peace|Unification|National|International"
    r"|Security|Economic|Studies|Register|Research|Institute|Center|United|Nations|World|The|New)\b"
)

_UPPER, _LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
CAPITAL = rf"[{_UPPER}][{_UPPER}{_LOWER}’'.-]*"
NAME_KO = r"[가-힣]{2,4}"
NAME_COMMA = rf"{CAPITAL}(?:\s{CAPITAL})?,\s{CAPITAL}(?:\s{CAPITAL})?"
NAME_PLAIN = rf"{CAPITAL}(?:\s(?:{CAPITAL}|de|van|von|der|da|al)){{1,3}}"
_LOW = """
    af al bin da das de del della den der di do dos du el ibn la le ten ter van von zu zum zur
"""
_PARTICLES = frozenset(_LOW.split())  # low words that belong to a family name
_AFTER = r"(Jr\.?|Sr\.?|II|III|IV)"  # what stands after a name and is no part of it
_TITLES = re.compile(r"^(?:Dr|Prof|Mr|Ms|Mrs|Amb|H\.E)\.?\s+|,?\s+(?:Ph\.?\s?D\.?|M\.?D\.?)$")


def named(name: str) -> Author:
    """Return the author of that name, without what marks or honours it."""
    name = _TITLES.sub("", re.sub(r"[*†‡]+$|(?<=[^\W\d])\d+$", "", name.strip()).strip())
    if re.fullmatch(r"[가-힣](?:\s[가-힣]){1,3}", name):  # spaced out, as short names are to fill a line
        name = name.replace(" ", "")
    family, given = split_name(name)
    return Author(name, family, given)


def looks_korean(name: str) -> bool:
    """Tell whether a word of Hangul begins as surnames do."""
    return bool(re.fullmatch(NAME_KO, name)) and (name[0] in _SURNAMES or name.startswith(_TWO_SYLLABLES))


def looks_like_name(name: str) -> bool:
    """Tell whether a text is a name by its form; a title of few words may be one too."""
    if re.search("[가-힣]", name):
        return looks_korean(name) and not re.fullmatch(RANK, name)
    says_else = re.match(r"(?:A|An|The|On|In|How|What|Why)\s", name) or RANK_EN.search(name) or DIVISION.search(name)
    return bool(re.fullmatch(NAME_PLAIN, name)) and not says_else


def looks_like_person(name: str) -> bool:
    """Tell whether a name that stands alone is rather a name than a word or a heading of few words."""
    if re.fullmatch("[가-힣]+", name):
        long = 4 if name.startswith(_TWO_SYLLABLES) else 3
        return looks_like_name(name) and 3 <= len(name) <= long and name not in _WORDS
    return looks_like_name(name) and not _HEADING.search(name)


def surname_first(name: str) -> bool:
    """Tell whether a name is printed as "Suh, Bo-hyuk", by a surname that is known."""
    match = re.fullmatch(rf"({CAPITAL}),\s{CAPITAL}(?:[-\s]?[A-Za-z]+)?", name)
    return match is not None and match[1].lower() in SURNAMES_EN


def split_name(name: str) -> tuple[str | None, str | None]:
    """Return family and given name, or twice None if it cannot be told which is which.

    "Suh, Bo-hyuk", "서보혁" and "SUH Bo-hyuk" say it; so does "Bo-hyuk Suh", since only a given name is hyphenated.
    What stands after a name ("Jr.") then stands after a comma behind the given name.
    """
    if match := re.fullmatch(rf"([^,]+),?\s+{_AFTER}", name) or re.fullmatch(rf"([^,]+),\s*{_AFTER},\s*(.+)", name):
        before = ", ".join(part for part in (match[1], match[3] if match.lastindex == 3 else "") if part)
        family, given = split_name(before)
        return family, f"{given}, {match[2]}" if given else None
    if re.fullmatch(NAME_KO, name):
        length = 2 if name.startswith(_TWO_SYLLABLES) and len(name) > 2 else 1
        return name[:length], name[length:]
    if "," in name:
        family, given = (part.strip() for part in name.split(",", 1))
        return family, given
    words = name.split()
    if len(words) < 2 or re.search(r"\d", name):  # a machine has no family
        return None, None
    first, last = words[0], words[-1]
    loud = [len(word) > 1 and word.isupper() and "." not in word for word in words]
    if sum(loud) == 1 and (loud[0] or loud[-1]):
        return (first, " ".join(words[1:])) if loud[0] else (last, " ".join(words[:-1]))
    hyphenated = [bool(re.search(r"\w-\w", word)) for word in words]
    if len(words) == 2 and any(hyphenated):
        return (last, first) if hyphenated[0] else (first, last)
    known = first.lower() in SURNAMES_EN, last.lower() in SURNAMES_EN
    if all(known) and len(words) == 2:  # Hong Min, or Min Hong
        return None, None
    if known[0] and not known[1]:
        return first, " ".join(words[1:])
    begin = next((place for place, word in enumerate(words[1:-1], start=1) if word in _PARTICLES), len(words) - 1)
    return " ".join(words[begin:]), " ".join(words[:begin])  # Jan | van der Meer
