"""Abstract and keywords, where a brief prints them as such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kinu_reader.metadata.findings import Fact
from kinu_reader.model import PassageKind

if TYPE_CHECKING:
    from kinu_reader.model import Brief, Passage

_HEADS = {
    "en": re.compile(r"(?:Abstract|(?:Executive )?Summary)\s*[:.]?\s*", re.IGNORECASE),
    "ko": re.compile(r"(?:국문\s?)?(?:요\s*약|초\s*록)\s*[:：]?\s*"),
}
_WORDS = {
    "en": re.compile(r"Key\s?[Ww]ords?(?: and [Pp]hrases)?\s*[:：—–-]\s*|Key ?Words?\s*$|KEY ?WORDS\s*[:：—–-]?\s*"),
    "ko": re.compile(r"(?:주제어|핵심어|키워드|검색어|색인어|핵심\s?단어)\s*[:：—–-]?\s*"),
}
_DIVIDERS = re.compile(r"\s*[;；·ㆍ|/]\s*")
_COMMAS = re.compile(r"\s*[,，、]\s*")
_LEAST, _MOST = 60, 5000  # characters of an abstract
_LONGEST_WORD, _MOST_WORDS = 60, 15
_PAGES = 3  # on later ones a section may be called a summary


def read_abstract(brief: Brief, language: str | None) -> Fact[str] | None:
    """Return the abstract in the brief's own language, else in the other."""
    found = {name: fact for name, head in _HEADS.items() if (fact := _below(brief, head))}
    return found.get(language or "") or next(iter(found.values()), None)


def read_keywords(brief: Brief, language: str | None) -> Fact[tuple[str, ...]] | None:
    """Return the keywords in the brief's own language, else in the other."""
    found = {name: fact for name, head in _WORDS.items() if (fact := _listed(brief, head))}
    return found.get(language or "") or next(iter(found.values()), None)


def _below(brief: Brief, head: re.Pattern[str]) -> Fact[str] | None:
    """Return the paragraphs under a heading, or the one that begins with it."""
    early = [passage for passage in brief.passages if passage.page <= _PAGES]
    for n, passage in enumerate(early):
        text = _text(brief, passage)
        if not (match := head.match(text)):
            continue
        rest = text[match.end() :]
        if _LEAST <= len(rest) <= _MOST and match[0].strip()[-1:] in ".::：":
            return Fact(rest, f"page {passage.page}")
        if not rest and (parts := _paragraphs(brief, early[n + 1 :])):
            return Fact("\n\n".join(parts), f"page {passage.page}")
    return None


def _paragraphs(brief: Brief, passages: list[Passage]) -> list[str]:
    """Return the first paragraphs up to the next heading or the keywords."""
    parts: list[str] = []
    for passage in passages:
        text = _text(brief, passage)
        if passage.kind is not PassageKind.BODY or any(
            head.match(text) for head in (*_WORDS.values(), *_HEADS.values())
        ):
            break
        if (
            len(text) < _LEAST or text[0] in "*†"
        ):  # a note, a line between, such as one of codes, or a heading not known as one
            break
        parts.append(text)
    return parts if sum(map(len, parts)) <= _MOST else []


def _listed(brief: Brief, head: re.Pattern[str]) -> Fact[tuple[str, ...]] | None:
    """Return what is listed after a heading, in its paragraph or in the next one."""
    for n, passage in enumerate(brief.passages):
        text = _text(brief, passage)
        if not (match := head.match(text)):
            continue
        rest = text[match.end() :]
        if not rest and n + 1 < len(brief.passages):
            rest = _text(brief, brief.passages[n + 1])
        if words := _split(rest):
            return Fact(words, f"page {passage.page}")
    return None


def _split(text: str) -> tuple[str, ...]:
    """Return the keywords of a list; nothing if it is running text."""
    by_commas = len(_COMMAS.findall(text)) >= len(_DIVIDERS.findall(text))
    words = [word.strip(" .") for word in (_COMMAS if by_commas else _DIVIDERS).split(text) if word.strip(" .")]
    fits = 1 < len(words) <= _MOST_WORDS and all(len(word) <= _LONGEST_WORD for word in words)
    return tuple(words) if fits else ()


def _text(brief: Brief, passage: Passage) -> str:
    return brief.text[passage.start : passage.end].strip()
