"""Author lines: who wrote a brief, with rank and division as printed."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from kinu_reader.metadata.names import (
    BODY_KO,
    CAPITAL,
    DIVISION,
    DIVISION_KO,
    NAME_COMMA,
    NAME_KO,
    NAME_PLAIN,
    RANK,
    RANK_EN,
    looks_korean,
    looks_like_name,
    looks_like_person,
    named,
    surname_first,
)

if TYPE_CHECKING:
    from kinu_reader.model import Author

_KOREAN = rf"(?P<name>{NAME_KO}|[가-힣]\s[가-힣]\s[가-힣])"
_INSIDE = r"\s?[(（](?P<inside>[^()（）]{2,120})[)）]"
_PLACE = rf"(?:(?:{BODY_KO}|{DIVISION_KO})[\s,·]+){{0,3}}"
_ALONE, _END = r"(?<![가-힣])", r"(?![가-힣])"
_MARK = r"[*†‡]?"
_TAIL = r"(?:,\s|\s[/|·–-]\s)(?P<inside>[^()]{4,120})$"

_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_ALONE}{_KOREAN}\s?\((?P<other>[一-鿿]{{2,4}}|{NAME_COMMA}|{NAME_PLAIN})\)(?:\s(?P<inside>{_PLACE}{RANK}){_END})?",
        rf"{_ALONE}{_KOREAN}{_MARK}\s(?P<role>{RANK}){_INSIDE}",
        rf"{_KOREAN}{_MARK}{_INSIDE}",
        rf"{_ALONE}(?P<inside>{_PLACE}{RANK})\s{_KOREAN}{_END}",
        rf"{_ALONE}(?P<division>{DIVISION_KO})\s{_KOREAN}\s(?P<role>{RANK}){_END}",
        rf"{_ALONE}{_KOREAN}{_MARK}\s?[\s,/|:]\s?(?P<inside>{_PLACE}{RANK}){_END}",
        rf"(?P<name>{NAME_COMMA}){_MARK}{_INSIDE}",
        rf"(?P<name>{NAME_PLAIN}){_MARK}{_INSIDE}",
        rf"(?P<name>{NAME_COMMA}){_TAIL}",
        rf"(?P<name>{NAME_PLAIN}){_TAIL}",
    )
)
# Rank and division of a line below the name that became one with it.
_JOINED = re.compile(
    rf"(?P<name>{NAME_COMMA}|{CAPITAL}(?:\s{CAPITAL}){{1,3}}?){_MARK}\s(?P<inside>"
    r"(?:(?:Senior|Associate|Assistant|Visiting|Distinguished|Guest|Adjunct|Deputy|Vice|Chief)\s)*(?:Research\s)?"
    r"(?:Fellow|Professor|Director|President|Researcher|Analyst)(?:,\s[^()]{4,100})?)"
)
_BY = re.compile(
    r"^(?:(?:Speech |Written |Prepared |Edited |Compiled )?[Bb][Yy]\b\s?:?|(?:Authors?|Editors?)\s?:"
    r"|(?:대표)?(?:저자|집필자|집필|글쓴이|필자|편집자|엮은이|연구책임자|작성자?)\s?[:：|∣]?\s|글\s?[:：·ㆍ|∣])\s*"
)
_OTHERS = re.compile(r"\s+(?:et al\.?|and others|외\s?\d*\s?[인명]?)$")
_DID = re.compile(r"\s*(?:공저|공편저|편저|공편|공동집필|엮음|지음|[（(]?(?:eds?|Eds?)\.[）)]?)$|\s(?:편|저|글)$")
_SEPARATORS = re.compile(r"[\s,;·ㆍ/&|]+|\band\b")
_BETWEEN = re.compile(r"\s*[;·ㆍ&]\s*|,?\s+and\s+|,\s(?=[A-ZÀ-Þ])|,\s?(?=[가-힣])|\s/\s")
_MACHINE = re.compile(r"[A-Z]\w*(?:\s[A-Z]\w*){0,3}\s\d+(?:\.\d+)*(?:\s[A-Z]\w*)?")  # beside a person, one may be named
_CALL = re.compile(
    r"(?:(?<=[A-Za-zÀ-ÿ가-힣])|(?<=[A-Za-z]\.))[0-9*†‡]+(?=\s|,|;|·|$)"
)  # calls a note, or marks who reads the paper


def read_authors(line: str) -> tuple[Author, ...]:
    """Return the authors of a line that surely names them and says nothing else, else nothing."""
    bare = _OTHERS.sub("", _DID.sub("", _BY.sub("", line.strip("[]〔〕 ")).strip()))
    if ";" in bare and len(parts := [part.strip() for part in bare.split(";") if part.strip()]) > 1:
        each = [read_authors(part) or read_names(part) for part in parts]
        return tuple(author for authors in each for author in authors) if all(each) and _sure(line, bare) else ()
    for form in _FORMS:
        found = {match.start(): _author(match) for match in form.finditer(bare) if _is_person(match)}
        rest = form.sub(_blank, bare)
        # "홍길동·김철수 연구위원": the first has no rank of his own.
        others = {match.start(): match[0] for match in re.finditer(r"\S+", _SEPARATORS.sub(_blank, rest))}
        if found and all(looks_korean(name) for name in others.values()):
            found |= {start: named(name) for start, name in others.items()}
            return tuple(author for _, author in sorted(found.items(), key=itemgetter(0)))
    if (joined := _JOINED.fullmatch(bare)) and (looks_like_person(joined["name"]) or surname_first(joined["name"])):
        return (_author(joined),)
    return _listed(bare) or (read_names(bare, sure=bool(_BY.match(line))) if bare != line else ())


def read_names(line: str, *, sure: bool = False) -> tuple[Author, ...]:
    """Return the authors of a line that looks like names alone; a title may look like this too, unless it is `sure`."""
    marked = sure or bool(re.search(r"[*†]\W*$", line) or _OTHERS.search(line))
    line = _OTHERS.sub("", re.sub(r"[^\w.)]+$", "", _CALL.sub("", line)).strip())
    if re.fullmatch(r"[가-힣](?:\s[가-힣]){1,3}", line):
        line = line.replace(" ", "")
    names = [name.strip(" ,") for name in _BETWEEN.split(line) if name.strip(" ,")]
    fits = looks_like_name if len(names) > 1 or marked else looks_like_person
    people = [name for name in names if fits(name) or surname_first(name)]
    if people and all(name in people or _MACHINE.fullmatch(name) for name in names):
        return tuple(named(name) for name in names)
    return _listed(line) or _spaced(line)


def read_byline(line: str) -> tuple[Author, ...]:
    """Return those who a line under the title begins with, before it says where they work; at least two."""
    names: list[str] = []
    for part in re.split(r",\s*", _CALL.sub("", re.sub(r"(?<=[A-Za-z가-힣])[0-9](?=\s|,)", "", line))):
        whole, word = part.strip(), part.strip().split(" ")[0]
        if looks_like_name(whole):
            names.append(whole)
            continue
        works = re.search(rf"@|{BODY_KO}", line)
        return tuple(named(name) for name in [*names, word]) if len(names) > 1 and looks_korean(word) and works else ()
    return ()


def read_affiliation(line: str) -> tuple[str | None, str | None]:
    """Return rank and division of a line that says nothing else; twice None if it does."""
    bare = line.strip().strip("()（）")
    if re.fullmatch(rf"{_PLACE}{RANK}", bare) or re.fullmatch(rf"{BODY_KO}\s{DIVISION_KO}", bare):
        return _affiliation(bare)
    parts = [part.strip() for part in bare.split(",")]
    capital = all(re.match(r"[A-ZÀ-Þ]", part) and len(part) < 70 for part in parts)
    return _affiliation(bare) if capital and RANK_EN.search(parts[0]) and len(parts[0].split()) < 6 else (None, None)


def with_affiliation(author: Author, line: str) -> Author:
    """Return an author with the rank and division that a line of their own gives."""
    role, division = read_affiliation(line)
    return replace(author, role=author.role or role, division=author.division or division)


def _sure(line: str, bare: str) -> bool:
    """Tell whether a list divided by semicolons says that it names authors, not themes."""
    return line != bare or any(form.search(bare) for form in _FORMS) or bool(_listed(bare))


def _listed(line: str) -> tuple[Author, ...]:
    """Return the authors of "Sim, Yu-na and Jang, Ro-un"."""
    names = [name.strip(" ,") for name in re.split(r";\s|\sand\s|\s&\s", line)]
    return tuple(named(name) for name in names) if all(surname_first(name) for name in names) else ()


def _spaced(line: str) -> tuple[Author, ...]:
    """Return the authors of names that only spaces divide; one word alone is rather a title."""
    names = line.split()
    if len(names) > 1 and all(looks_korean(name) and len(name) == 3 for name in names):
        return tuple(named(name) for name in names)
    return ()


def _is_person(match: re.Match[str]) -> bool:
    """Tell whether a rank or a division says so, or a Korean surname beside the rank."""
    name, inside = match["name"], match.groupdict().get("inside")
    if re.fullmatch(NAME_KO, name) and re.fullmatch(RANK, name):
        return False
    if re.search("[가-힣]", name) and (
        inside is None or "other" in match.groupdict() or not re.search("[(（]", match[0])
    ):
        return looks_korean(name.replace(" ", ""))
    says_so = re.search(RANK, inside or "") or RANK_EN.search(inside or "")
    return bool(says_so or any(map(DIVISION.search, re.split(r"[\s,]+", inside or "")))) and not RANK_EN.search(name)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _author(match: re.Match[str]) -> Author:
    parts = match.groupdict()
    role, division = _affiliation(parts["inside"]) if parts.get("inside") else (None, None)
    author = named(parts["name"])
    return replace(author, role=parts.get("role") or role, division=parts.get("division") or division)


def _affiliation(text: str) -> tuple[str | None, str | None]:
    """Return rank and division of what stands beside a name; an institute's name is neither."""
    if match := re.fullmatch(rf"(?P<before>.*?)[\s,·]*(?P<role>{RANK})", text.strip()):
        return match["role"], _division_ko(match["before"])
    if match := re.fullmatch(rf"(?P<role>{RANK})[\s,·]+(?P<after>.*)", text.strip()):  # 연구위원, 북한연구실
        return match["role"], _division_ko(match["after"])
    if re.search("[가-힣]", text):
        return None, _division_ko(text)
    parts = [part.strip() for part in text.split(",")]
    division = next((part for part in parts if DIVISION.search(part)), None)
    role = next((part for part in parts if part != division and RANK_EN.search(part)), None)
    if not role and division and (match := re.match(r"(?P<role>.+?) (?:of|at|in) (?:the )?(?P<of>.+)", division)):
        return (match["role"], match["of"]) if RANK_EN.search(match["role"]) else (None, division)
    return re.sub(r"\s(?:at|with) .*", "", role) if role else None, division


def _division_ko(text: str) -> str | None:
    word = re.split(r"\s+|,", text.strip(" ,·"))[-1]
    return word if DIVISION.search(word) else None
