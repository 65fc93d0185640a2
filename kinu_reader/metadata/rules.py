"""What is particular to a series, as data: how its name and codes are printed, and what else tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kinu_reader.metadata.codes import FORMS, CodeForm
from kinu_reader.metadata.dates import find_date
from kinu_reader.metadata.findings import Fact, Findings, to_guess
from kinu_reader.metadata.labels import GENERAL, LONGEST, Vocabulary, read_label
from kinu_reader.metadata.people import read_authors, read_names
from kinu_reader.metadata.reading import read_facts
from kinu_reader.model import Doubt, Profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kinu_reader.metadata.labels import Label
    from kinu_reader.model import Brief, Guess

_HEAD_PAGES = 3  # where a series says its name
_LIKELY = 0.5  # as sure as the name alone makes it; signs and a code in its form make it surer


@dataclass(frozen=True)
class Rules:
    """How the briefs of one series are known and read. All patterns are regular expressions.

    `codes` are pairs: a pattern whose groups `number`, `year` and others are named, and how a code is written from
    them, "" for as printed. Every one of `signs` has to be found on the first pages, in a head, a margin or at the end.
    Of `fields`, each is a pattern for a field of the record that goes before any other way to read it; its group of
    that name, else its whole match, is the value.
    """

    name: str
    series: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    telling: bool = False  # a code in one of these forms is no other series'
    signs: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    expected: tuple[str, ...] = ("title", "authors", "date")

    @cached_property
    def words(self) -> Vocabulary:
        """Return the words of its masthead: its own series alone, its own codes before those of others."""
        own = tuple(CodeForm(re.compile(pattern), written, own=True) for pattern, written in self.codes)
        series = re.compile(self.series) if self.series else GENERAL.series
        return replace(GENERAL, series=series, codes=(*own, *FORMS))


def profile(rules: Rules) -> Profile:
    """Return the profile that follows these rules."""
    return Profile(rules.name, lambda brief: matches(rules, brief), lambda brief: guess(rules, brief))


def matches(rules: Rules, brief: Brief) -> float:
    """Return how sure name, codes and signs make it; what is only cited in the text counts for nothing."""
    said = [text for text, _ in places(brief)]
    if not all(any(re.search(sign, text) for text in said) for sign in rules.signs):
        return 0.0
    labels = [label for text in said if (label := _label(rules, text))]
    named = any(label.series for label in labels) if rules.series else bool(rules.signs)
    coded = any(label.code and label.code.own for label in labels)
    if not (named or (coded and rules.telling)):
        return 0.0
    return _LIKELY + 0.2 * bool(rules.signs) + 0.2 * coded + 0.05 * named


def guess(rules: Rules, brief: Brief) -> Guess:
    """Read the facts; a code in another form is no code of this series, or misread."""
    found = read_facts(brief, rules.words)
    if rules.codes and found.code and not found.code.value.own:
        found = replace(found, code=replace(found.code, doubt=Doubt.LOW))
    stated: dict[str, Any] = {
        name: fact for name, pattern in rules.fields.items() if (fact := _find(name, pattern, brief))
    }
    return to_guess(replace(found, **stated), rules.expected)


def places(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield the short texts where a brief says what it is, each with its place: first pages, furniture, the end."""
    last = brief.pages[-1].number if brief.pages else 1
    for passage in brief.passages:
        if passage.page <= _HEAD_PAGES or passage.page == last:
            text = brief.text[passage.start : passage.end].strip()
            if len(text) <= LONGEST * 2:
                yield text, f"page {passage.page}"
    seen: set[str] = set()
    for furniture in brief.furniture:
        if furniture.text not in seen:
            seen.add(furniture.text)
            yield furniture.text, f"page {furniture.page}"


def _label(rules: Rules, text: str) -> Label | None:
    """Return what a text says in these words, unless it cannot say anything; most cannot, so that is asked first."""
    patterns = [form.pattern for form in rules.words.codes if form.own]
    patterns += [rules.words.series] if rules.series else []
    if len(text) > LONGEST or not any(pattern.search(text) for pattern in patterns):
        return None
    return read_label(text, rules.words)


def _find(name: str, pattern: str, brief: Brief) -> Fact[Any] | None:
    """Return the value of a field that a pattern of its own finds."""
    compiled = re.compile(pattern)
    for text, where in places(brief):
        if match := compiled.search(text):
            value = _value(name, (match[name] if name in compiled.groupindex else match[0]).strip())
            if value:
                return Fact(value, where)
    return None


def _value(name: str, text: str) -> Any:
    if name == "authors":
        return read_authors(text) or read_names(text)
    if name == "date":
        date = find_date(text)
        return date.iso if date else None
    return tuple(filter(None, re.split(r"\s*[,;·]\s*", text))) if name == "keywords" else text


FIELDS = frozenset(Findings.__dataclass_fields__) - {"code", "apart", "front"}  # what `Rules.fields` may name
