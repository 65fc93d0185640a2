"""Author lines: who wrote a brief, with rank and division as printed."""

from __future__ import annotations

import re
from operator import itemgetter

from kinu_reader.model import Author

_RANKS = """
    선임연구위원 부연구위원 초빙연구위원 석좌연구위원 객원연구위원 명예연구위원 전문연구위원 연구위원 전문위원
    선임연구원 책임연구원 전임연구원 객원연구원 초빙연구원 연구교수 초빙교수 명예교수 조교수 부교수 교수
    입법조사관보 입법조사관 경제분석관 부원장 원장 소장 센터장 본부장 연구단장 실장 팀장 박사 변호사 연구원
"""
# Longest first: 선임연구위원 and 부연구위원 both hold 연구위원.
_RANK = f"(?:{'|'.join(sorted(_RANKS.split(), key=len, reverse=True))})"
_RANK_EN = re.compile(
    r"\b(Fellow|Professor|Director|President|Researcher|Associate|Analyst|Economist|Officer|Lecturer|Scholar"
    r"|Advis[eo]r|Chair)\b"
)
_DIVISION = re.compile(
    r"(연구실|정책실|조정실|지원실|센터|본부|연구단|사업단|담당관실|[가-힣]팀|[가-힣]과)$"
    r"|\b(Division|Department|Center|Centre|Section|Unit|Bureau|Office|Team|Branch)\b"
)
_TWO_SYLLABLES = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방")  # surnames of two
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도"
    "소석선설마길연위표명기반왕금옥육인맹제모탁국은편용예경봉"
)
_ROMANISED = """
    ahn an bae baek bang cha chang chin cho choe choi chon chong chung do eom gang gil go han heo ho hong huh
    hur hwang im jang jeon jeong ji jin jo joo ju jung kang kim ko koh koo kwak kwon lee lim min moon na nam no
    noh oh ok paik pak park rhee roh ryoo ryu seo seok shim shin sim sin so sohn son song suh sung um won woo
    yang yeo yi yim yoo yoon you yu yun
"""
_SURNAMES_EN = frozenset(_ROMANISED.split())

_NAME_KO = r"(?P<name>[가-힣]{2,4})"
_BRACKET = r"\s?[(（](?P<inside>[^()（）]{2,120})[)）]"
_TAIL = r",\s(?P<inside>[^()]{4,120})$"
_CAPITAL = r"[A-Z][A-Za-z’'.-]*"
_NAME_COMMA = rf"(?P<name>{_CAPITAL}(?:\s[A-Z][A-Za-z’'-]+)?,\s{_CAPITAL}(?:\s{_CAPITAL})?)"
_NAME_PLAIN = rf"(?P<name>{_CAPITAL}(?:\s(?:{_CAPITAL}|de|van|von|der)){{1,3}})"

_FORMS = (
    re.compile(_NAME_KO + _BRACKET),
    re.compile(rf"(?<![가-힣])(?P<role>{_RANK})\s{_NAME_KO}(?![가-힣])"),
    re.compile(rf"(?<![가-힣]){_NAME_KO}\s(?P<role>{_RANK})(?![가-힣])"),
    re.compile(rf"{_NAME_KO}\s(?P<inside>[가-힣]{{2,14}}(?:원|실|센터|본부|대학교)\s{_RANK})(?![가-힣])"),
    re.compile(_NAME_COMMA + _BRACKET),
    re.compile(_NAME_PLAIN + _BRACKET),
    re.compile(_NAME_COMMA + _TAIL),
    re.compile(_NAME_PLAIN + _TAIL),
)
_SEPARATORS = re.compile(r"[\s,;·ㆍ/&|]+|\band\b")


def read_authors(line: str) -> tuple[Author, ...]:
    """Return the authors of a line that surely names them and says nothing else, else nothing."""
    bare = re.sub(r"^(?:[Bb]y|저자\s?:?|글\s?:)\s+", "", line)
    for form in _FORMS:
        found = {match.start(): _author(match) for match in form.finditer(bare) if _is_person(match)}
        rest = form.sub(_blank, bare)
        # "홍길동·김철수 연구위원": the first has no rank of his own.
        others = {match.start(): match[0] for match in re.finditer(r"\S+", _SEPARATORS.sub(_blank, rest))}
        if found and all(re.fullmatch("[가-힣]+", name) and _looks_like_name(name) for name in others.values()):
            found |= {start: _named(name) for start, name in others.items()}
            return tuple(author for _, author in sorted(found.items(), key=itemgetter(0)))
    return _listed(bare) or (read_names(bare) if bare != line else ())


def read_names(line: str) -> tuple[Author, ...]:
    """Return the authors of a line that looks like names alone; a title may look like this too."""
    line = re.sub(r"[*†‡]+", "", line).strip()
    if re.fullmatch(r"[가-힣](?:\s[가-힣]){1,3}", line):  # spaced out, as short names are to fill a line
        line = line.replace(" ", "")
    names = [
        name.strip() for name in re.split(r"\s*[;·ㆍ]\s*|,\s(?=[A-Z])|\s+and\s+|,\s?(?=[가-힣])", line) if name.strip()
    ]
    if names and all(_looks_like_name(name) for name in names):
        return tuple(_named(name) for name in names)
    return ()


def _listed(line: str) -> tuple[Author, ...]:
    """Return the authors of "Sim, Yu-na and Jang, Ro-un"."""
    names = [name.strip(" ,") for name in re.split(r";\s|\sand\s", line)]
    return tuple(_named(name) for name in names) if all(_surname_first(name) for name in names) else ()


def _surname_first(name: str) -> bool:
    match = re.fullmatch(r"([A-Z][a-z]+),\s[A-Z][a-z]+(?:[-\s]?[A-Za-z]+)?", name)
    return match is not None and match[1].lower() in _SURNAMES_EN


def _looks_like_name(name: str) -> bool:
    if re.fullmatch(r"[가-힣]{2,4}", name):
        return name[0] in _SURNAMES or name.startswith(_TWO_SYLLABLES)
    return bool(re.fullmatch(_NAME_PLAIN, name)) and not _RANK_EN.search(name) and not _DIVISION.search(name)


def _is_person(match: re.Match[str]) -> bool:
    """Tell whether a rank or a division says so, or a Korean surname beside the rank."""
    name, inside = match["name"], match.groupdict().get("inside")
    if inside is None:
        return _looks_like_name(name)
    says_so = re.search(_RANK, inside) or _RANK_EN.search(inside) or _DIVISION.search(inside)
    return bool(says_so) and not _RANK_EN.search(name)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _author(match: re.Match[str]) -> Author:
    parts = match.groupdict()
    role, division = _affiliation(parts["inside"]) if parts.get("inside") else (parts.get("role"), None)
    named = _named(parts["name"])
    return Author(named.name, named.family, named.given, role, division)


def _affiliation(text: str) -> tuple[str | None, str | None]:
    """Return rank and division of what stands in the brackets; an institute's name is neither."""
    if match := re.fullmatch(rf"(?P<before>.*?)[\s,·]*(?P<role>{_RANK})", text.strip()):
        division = re.split(r"\s+|,", match["before"].strip(" ,·"))[-1]
        return match["role"], division if _DIVISION.search(division) else None
    parts = [part.strip() for part in text.split(",")]
    division = next((part for part in parts if _DIVISION.search(part) and not _RANK_EN.match(part)), None)
    role = next((part for part in parts if part != division and _RANK_EN.search(part)), None)
    return role, division


def _named(name: str) -> Author:
    name = name.strip()
    family, given = split_name(name)
    return Author(name, family, given)


def split_name(name: str) -> tuple[str | None, str | None]:
    """Return family and given name, or twice None if it cannot be told which is which.

    "Suh, Bo-hyuk" and "서보혁" say it; so does "Bo-hyuk Suh", since only a given name is hyphenated.
    """
    if re.fullmatch(r"[가-힣]{2,4}", name):
        length = 2 if name.startswith(_TWO_SYLLABLES) and len(name) > 2 else 1
        return name[:length], name[length:]
    if "," in name:
        family, given = (part.strip() for part in name.split(",", 1))
        return family, given
    words = name.split()
    if len(words) < 2:
        return None, None
    hyphenated = [bool(re.search(r"\w-\w", word)) for word in words]
    if len(words) == 2 and any(hyphenated):
        return (words[1], words[0]) if hyphenated[0] else (words[0], words[1])
    if words[0].lower() in _SURNAMES_EN and words[-1].lower() not in _SURNAMES_EN:
        return words[0], " ".join(words[1:])
    return words[-1], " ".join(words[:-1])
