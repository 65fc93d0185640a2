"""A search text -> Query. Whatever is typed, nothing raises: operators without sense are read as plain words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kinu_reader.index import analysis
from kinu_reader.index.fields import FIELDS, NAMED, bounded
from kinu_reader.model import Clause, ClauseKind, Filters, Need, Query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinu_reader.model import Field

MOST_CLAUSES = 64  # what is typed beyond is named as ignored
MOST_BETWEEN = 100  # words, in "a b"~5
_QUOTES = '"“”„‟«»＂'
_MINUS = "-−–"
_TOKEN = re.compile(
    rf"(?P<not>[{_MINUS}](?=\S))?(?:(?P<field>{NAMED})[:：](?P<gap>\s*)(?=[^\s)）|]))?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}](?:~(?P<within>\d*))?"
    r"|(?P<group>[(（])"
    r"|(?P<skip>[\s)）]+)"
    r"|(?P<or>\|+)"
    rf"|(?P<word>[^\s()（）|{_QUOTES}]+)"
    rf"|(?P<quote>[{_QUOTES}]))",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<![\w-])(?!(?:OR|AND|NOT) )([A-Za-zＡ-Ｚａ-ｚ]{1,4})[ \u3000]+(\d{2}[-‐‑–－]\d{1,3})(?![\w-])")
_CODE_BLANK = "\ue000"  # keeps "CO 24-15" one word until it is read
_SEPARATORS = re.compile(rf"[\s()（）|{_QUOTES}]+")
_HEADING = re.compile(r"(?:[^\Wa-z가-힣]\S*\s+){5}")  # so many words in capitals are a heading that somebody pasted
_ODD = re.compile("[ﬀ-ﬆ\u00ad\u200b-\u200f\u2060\ufeff]")  # ligatures, soft hyphens, joiners and the like
_FUZZY = re.compile(r"(?<=\w)~\d*$")  # as other programs have it; slips are found without
_OPERATORS = frozenset({"OR", "AND", "NOT"})


class _NoSense(Exception):
    """The operators do not fit together."""


@dataclass
class _Draft:
    """Needs as they are read: their clauses, and whether they are banned."""

    needs: list[tuple[list[Clause], bool]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    filters: Filters = Filters()
    place: Field | None = None  # of the words up to the closing bracket
    banned: bool = False  # what comes next
    excluding: bool = False  # all up to the closing bracket
    lone_star: bool = False  # behind too few letters: it was read as nothing
    joined: bool = False  # an OR waits for its right side
    open: bool = False  # an OR may follow

    def add(self, clause: Clause, typed: str) -> None:
        """Add a clause, or name it as ignored if nothing of it can be searched."""
        if not analysis.typed(clause.text):
            self.ignored.append(typed)
            if self.joined or self.banned:
                raise _NoSense
            return
        self.lone_star |= clause.kind is ClauseKind.WORD and typed.endswith("*")
        if self.joined:
            if self.banned:
                raise _NoSense
            self.needs[-1][0].append(clause)
        else:
            self.needs.append(([clause], self.banned or self.excluding))
        self.banned, self.joined, self.open = False, False, True

    def bound(self, name: str, value: str) -> None:
        """Add a bound on the record."""
        filters = bounded(self.filters, name, value)
        if filters is None or self.banned or self.joined:
            raise _NoSense
        self.filters, self.open = filters, False

    def operator(self, name: str) -> None:
        """Take OR, AND or NOT."""
        if name == "NOT":
            if self.banned or self.joined:
                raise _NoSense
            self.banned = True
        elif self.banned or self.joined or not self.open:
            raise _NoSense
        elif name == "OR":
            self.joined, self.open = True, False
        else:
            self.open = False

    def bracket(self, place: Field | None) -> None:
        """Open a bracket: what is said of it is said of all in it."""
        self.place, self.excluding, self.banned = place, self.excluding or self.banned, False

    def close(self) -> None:
        """Close a bracket."""
        self.place, self.excluding = None, False

    def finish(self) -> None:
        """Check that no operator is left without its right side."""
        if self.banned or self.joined:
            raise _NoSense


def parse(text: str) -> Query:
    """Return the search text as understood; never raises."""
    typed = _CODE.sub(rf"\1{_CODE_BLANK}\2", unicodedata.normalize("NFC", text).replace(_CODE_BLANK, " "))
    plain = False
    try:
        draft = _with_operators(typed)
    except _NoSense:
        draft, plain = _plain_words(typed), True
    needs, beyond = _bounded(draft)
    ignored = tuple(dict.fromkeys([*draft.ignored, *beyond]))
    return Query(text, tuple(needs), ignored, plain or draft.lone_star, draft.filters)


def _visible(word: str) -> str:
    """Return a word as one sees it: ligatures in letters, nothing that is not seen. What is quoted stays as it is."""
    return word if word.isascii() else _ODD.sub(_plainly, word)


def _plainly(odd: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", odd[0]) if "ﬀ" <= odd[0] <= "ﬆ" else ""


def _bounded(draft: _Draft) -> tuple[list[Need], list[str]]:
    """Return each need once, as many as can be asked at a time, and the words of the rest."""
    needs: dict[Need, None] = {}
    beyond: list[str] = []
    room = MOST_CLAUSES
    for clauses, banned in draft.needs:
        distinct = tuple(dict.fromkeys(clauses))
        need = Need(distinct[:room], banned)
        if room and need not in needs:
            needs[need] = None
            room -= len(need.any_of)
            beyond += [clause.text for clause in distinct[len(need.any_of) :]]
        elif not room:
            beyond += [clause.text for clause in distinct if Need((clause,), banned) not in needs]
    return list(needs), beyond


def _shown(word: str) -> str:
    return word.replace(_CODE_BLANK, " ")


def _with_operators(text: str) -> _Draft:
    draft = _Draft()
    operators = frozenset[str]() if _HEADING.match(text) and text.isupper() else _OPERATORS
    for match in _TOKEN.finditer(text):
        word, name = match["word"], _named(match)
        if match["not"]:
            draft.operator("NOT")
        if match["group"]:
            draft.bracket(FIELDS.get(name or ""))
        elif match["skip"] and not match["skip"].isspace():
            draft.close()
        if name is None and match["field"]:  # "Note: the treaty" is no field, but words like others
            _add_word(draft, f"{match['field']}:", operators)
        if match["phrase"] is not None:
            _add_phrase(draft, match, name)
        elif match["or"]:
            draft.operator("OR")
        elif match["quote"]:
            raise _NoSense
        elif word and name in FIELDS:
            draft.add(_word(word, FIELDS[name]), _shown(match.group()))
        elif word and name:
            draft.bound(name, _shown(word))
        elif word:
            _add_word(draft, word, operators)
    draft.finish()
    return draft


def _named(match: re.Match[str]) -> str | None:
    """Return the name of a field; a blank may follow the colon only where the name is in lower case."""
    name: str | None = match["field"]
    return None if name is None or (match["gap"] and name != name.lower()) else name.lower()


def _add_phrase(draft: _Draft, match: re.Match[str], name: str | None) -> None:
    phrase = _shown(match["phrase"].strip())
    if name and name not in FIELDS:
        draft.bound(name, phrase)
    elif phrase:
        within = min(int(match["within"] or 0), MOST_BETWEEN)
        kind = ClauseKind.NEAR if match["within"] else ClauseKind.PHRASE
        draft.add(Clause(kind, phrase, FIELDS[name] if name else draft.place, within), match.group())


def _add_word(draft: _Draft, word: str, operators: frozenset[str]) -> None:
    if word in operators:
        draft.operator(word)
        return
    if len(word) > 1 and word[0] in _MINUS:
        draft.operator("NOT")
        word = word[1:]
    draft.add(_word(word, draft.place), _shown(word))


def _word(word: str, place: Field | None = None) -> Clause:
    """Return a word or, with a star after enough letters, a prefix."""
    word = _visible(word)
    bare = _shown(word.rstrip("*"))
    if word.endswith("*"):
        words = analysis.typed(bare)
        if words and bare[-1].isalnum() and (words[-1].kind == "hangul" or len(words[-1].text) > 1):
            return Clause(ClauseKind.PREFIX, bare, place)
    return Clause(ClauseKind.WORD, _without_stops(bare), place)


def _without_stops(word: str) -> str:
    """Return a word without the punctuation of the sentence that it was taken from."""
    bare = _FUZZY.sub("", word.rstrip(",;:!?…。，？！"))
    if bare.endswith(".") and "." not in bare[:-1]:
        bare = bare[:-1]
    return bare or word


def _plain_words(text: str) -> _Draft:
    """Return every word as a word."""
    draft = _Draft()
    for word in _split(text):
        bare = _shown(word.lstrip(_MINUS).rstrip("*"))
        draft.add(replace(_word(bare), kind=ClauseKind.WORD), _shown(word))
    return draft


def _split(text: str) -> Iterator[str]:
    return (word for word in _SEPARATORS.split(text) if word)
