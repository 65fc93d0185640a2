"""Lines that say what a brief is: institute, series, code and date, alone or together, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kinu_reader.metadata.codes import FORMS, Code, CodeForm, find_code
from kinu_reader.metadata.dates import find_date

_SERIES = re.compile(
    r"(?i:(?:KINU )?Insight|Online Series|Issue Brief|Policy Brief|World Economy Brief|Academic Paper Series"
    r"|(?:KINU )?(?:Research Monograph|Policy Study(?: Series)?|Study Series))"
    r"|(?:[A-Z][\w-]+\s){0,6}(?i:Working Papers?(?: Series)?)"
    r"|온라인\s?시리즈|인사이트|이슈\s?브리프|정책\s?브리프|이슈와\s?논점|통일나침반|워킹\s?페이퍼"
    r"|(?:KINU )?(?:연구총서|정책연구시리즈|협동연구총서|학술회의총서)"
)
# What heads print beside these without saying what the brief is.
_FORMULA = re.compile(
    r"\b(?:KINU|KIEP|IFANS|INSS|NARS)\b|(?:https?://)?www\.[\w./-]+"
    r"|(?<=\d{4}, )\d{1,4}\s?[-–]\s?\d{1,4}(?!\d)|\bpp?\.\s?\d+\s?[-–]\s?\d+"
    r"|발행일|발행처|발간일|발행|\bDate\b\s?:?|\bPublished\b(?: on| by)?\s?:?"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,|통권|ISSN\s?:?\s?\d{4}-\d{3}[\dX]|ISBN\s?:?\s?[\d-]{10,17}"
)
_INSTITUTE_EN = re.compile(
    r"(?!(?:Report|Letter|Statement|Speech|Address|Remarks|Lecture|Paper|Note|To|By|Meeting|Conference)\b)"
    r"(?:The\s)?[A-Z][\w.&’'-]*(?:\s(?:[A-Z][\w.&’'-]*|of|for|and|on|the|in|to|&)){0,9}(?:\s\([A-Z]{2,8}\))?"
)
_INSTITUTE_WORD = re.compile(
    r"\b(?:Institute|Center|Centre|Foundation|Academy|Council|University|College|Ministry|Department|Agency|Commission"
    r"|Committee|Association|Society|Bank|Forum|Assembly|Service)\b"
)
_INSTITUTE_KO = re.compile(
    r"[가-힣A-Za-z·\s]{2,20}(?:연구원|연구소|연구센터|센터|재단|조사처|학회|포럼|아카데미|대학교|위원회)"
    r"(?:\s?\([A-Z]{2,8}\))?"
)
_PAGE = re.compile(r"(?:p\.\s?)?\d{1,3}(?:\s?/\s?\d{1,3})?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SEPARATORS = " \t.|·ㆍ•,;:/-–—―()[]『』「」<>〈〉【】"
# Full-width letters and digits, and Hancom's own brackets, each to one character.
_PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0xF0854: ord("『"), 0xF0855: ord("』")}
_TWO_NAMES = re.compile(
    r"(?P<ko>[가-힣 ]+?)(?:\s[|·/])?\s(?P<en>[A-Z].+)|(?P<first>[A-Z].+?)(?:\s[|·/])?\s(?P<second>[가-힣 ]+)"
)
LONGEST = 140  # characters; a longer line says more than what a brief is


@dataclass(frozen=True)
class Vocabulary:
    """The words by which the lines of a masthead are known."""

    series: re.Pattern[str] = _SERIES
    codes: tuple[CodeForm, ...] = FORMS
    formula: re.Pattern[str] = _FORMULA


GENERAL = Vocabulary()


@dataclass(frozen=True)
class Label:
    """What a line says of a brief."""

    institute: str | None = None
    series: str | None = None
    code: Code | None = None
    date: str | None = None
    formula: bool = False  # nothing but the words that every brief of its kind bears

    def __bool__(self) -> bool:
        return self != Label()


def read_label(line: str, words: Vocabulary = GENERAL) -> Label:
    """Return what a line says; an empty label if it says anything else besides."""
    if not line or len(line) > LONGEST:
        return Label()
    line = line.translate(_PLAIN)
    series, code = words.series.search(line), find_code(line, words.codes)
    rest = line
    for found in (series, code):
        if found:
            rest = _without(rest, *_bounds(found))
    rest = words.formula.sub(lambda formula: " " * len(formula[0]), rest)
    if date := find_date(rest):
        rest = _without(rest, date.start, date.end)
    label = Label(None, series[0].strip() if series else None, code, date.iso if date else None)
    rest = re.sub(r"\s{2,}", "  ", rest).strip(_SEPARATORS)
    if code and not date and _YEAR.fullmatch(rest):  # Vol. 17, No. 1, 2008
        return replace(label, date=rest)
    if not rest:
        return replace(label, formula=not label)
    if name := _one_institute(rest):
        return replace(label, institute=name)
    return label if _PAGE.fullmatch(rest) else Label()


def _one_institute(text: str) -> str | None:
    """Return the institute that a text names; the first of its names where it gives two in two scripts."""
    if is_institute(text):
        return text
    if match := _TWO_NAMES.fullmatch(text):
        names = [name.strip() for name in match.groups() if name]
        return names[0] if all(map(is_institute, names)) else None
    return None


def is_institute(text: str) -> bool:
    """Tell whether a text is the name of an institute and nothing else."""
    if _INSTITUTE_KO.fullmatch(text):
        return True
    return bool(_INSTITUTE_WORD.search(text) and _INSTITUTE_EN.fullmatch(text))


def institute_in_address(line: str) -> str | None:
    """Return the institute that begins a foot such as "Institute · street, city · web address"."""
    head = re.split(r"\s[·|•]\s|\s{2,}|\s\|", line)[0].strip()
    return head if head != line and is_institute(head) else None


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _bounds(found: re.Match[str] | Code) -> tuple[int, int]:
    return (found.start, found.end) if isinstance(found, Code) else found.span()
