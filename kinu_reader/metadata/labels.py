"""Lines that say what a brief is: institute, series, code and date, alone or together, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kinu_reader.metadata.codes import Code, find_code
from kinu_reader.metadata.dates import find_date

SERIES = re.compile(
    r"(?:KINU )?Insight|Online Series|온라인\s?시리즈|인사이트|Issue Brief|이슈\s?브리프|Policy Brief|정책\s?브리프"
    r"|(?:[A-Z][\w-]+\s){0,6}Working Papers?(?: Series)?|(?:KINU )?Research Monograph|World Economy Brief"
    r"|(?:KINU )?Policy Study(?: Series)?|Study Series|Academic Paper Series|이슈와\s?논점|통일나침반"
    r"|(?:KINU )?(?:연구총서|정책연구시리즈|협동연구총서|학술회의총서)"
)
# What heads print beside these without saying what the brief is.
_FORMULA = re.compile(
    r"UNITED(?:\s(?:A\s)?NATIONS)?|NATIONS|United Nations|Nations Unies"
    r"|General Assembly|Security Council|Economic and Social Council"
    r"|Distr\.?\s?:?\s?(?:GENERAL|General|LIMITED|Limited|RESTRICTED|Restricted)"
    r"|(?:ORIGINAL|Original)\s?:\s?[A-Z][A-Za-z]+|\bENGLISH\b|\bEnglish\b"
    r"|Agenda items?\s[\d()a-z, ]+(?:and\s[\d()a-z ]+)?"
    r"|[A-Z][a-z]+-[a-z]+ (?:session|year)|\b(?:[ASE]|DP|ST)(?:/[A-Z0-9][\w.]*)+(?:\s\(\d{4}\))?"
    r"|\bKINU\b|www\.[\w./-]+|발행일|발행처|발간일|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,"
)
_INSTITUTE_EN = re.compile(
    r"(?!(?:Report|Letter|Statement|Note|To|By|Meeting|Conference)\b)"
    r"(?:The\s)?[A-Z][\w.&’'-]*(?:\s(?:[A-Z][\w.&’'-]*|of|for|and|on|the|in|to)){0,9}"
)
_INSTITUTE_WORD = re.compile(
    r"\b(?:Institute|Center|Centre|Foundation|Academy|Council|University|College|Ministry|Department|Agency|Commission"
    r"|Committee|Association|Society|Bank|Forum|Assembly|Service)\b"
)
_INSTITUTE_KO = re.compile(
    r"[가-힣A-Za-z·\s]{2,20}(?:연구원|연구소|연구센터|센터|재단|조사처|학회|포럼|아카데미|대학교|위원회)"
)
_PAGE = re.compile(r"(?:p\.\s?)?\d{1,3}(?:\s?/\s?\d{1,3})?")
_SEPARATORS = " \t|·ㆍ•,;:/-–—()[]『』「」"
LONGEST = 140  # characters; a longer line says more than what a brief is


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


def read_label(line: str) -> Label:
    """Return what a line says; an empty label if it says anything else besides."""
    if not line or len(line) > LONGEST:
        return Label()
    series, code = SERIES.search(line), find_code(line)
    rest = line
    for found in (series, code):
        if found:
            rest = _without(rest, *_bounds(found))
    if date := find_date(rest):
        rest = _without(rest, date.start, date.end)
    rest = _FORMULA.sub(lambda formula: " " * len(formula[0]), rest)
    label = Label(None, series[0] if series else None, code, date.iso if date else None)
    rest = re.sub(r"\s{2,}", "  ", rest).strip(_SEPARATORS)
    if not rest:
        return replace(label, formula=not label)
    if is_institute(rest):
        return replace(label, institute=rest)
    return label if _PAGE.fullmatch(rest) else Label()


def is_institute(text: str) -> bool:
    """Tell whether a text is the name of an institute and nothing else."""
    if _INSTITUTE_KO.fullmatch(text):
        return True
    return bool(_INSTITUTE_WORD.search(text) and _INSTITUTE_EN.fullmatch(text))


def institute_in_address(line: str) -> str | None:
    """Return the institute that begins a foot such as "Institute · street, city · web address"."""
    first = re.split(r"\s[·|•]\s|\s{2,}|\s\|", line)[0].strip()
    return first if first != line and is_institute(first) else None


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _bounds(found: re.Match[str] | Code) -> tuple[int, int]:
    return (found.start, found.end) if isinstance(found, Code) else found.span()
