"""A search text -> Query. Whatever is typed, nothing raises: operators without sense are read as plain words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kinu_reader.index import analysis
from kinu_reader.model import Clause, ClauseKind, Need, Query

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CLAUSES = 64  # what is typed beyond is named as ignored
_QUOTES = '"“”„‟«»＂'
_TOKEN = re.compile(
    rf"(?P<not>[-−–])?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]|(?P<group>[(（]))"
    r"|(?P<skip>[\s()（）]+)"
    r"|(?P<or>\|+)"
    rf"|(?P<word>[^\s()（）|{_QUOTES}]+)"
    rf"|(?P<quote>[{_QUOTES}])"
)
_CODE = re.compile(r"(?<![\w-])(?!(?:OR|AND|NOT) )([A-Za-z]{1,4}) +(\d{2}-\d{1,3})(?![\w-])")
_CODE_BLANK = "\ue000"  # keeps "CO 24-15" one word until it is read
_SEPARATORS = re.compile(rf"[\s()（）|{_QUOTES}]+")


class _NoSense(Exception):
    """The operators do not fit together."""


@dataclass
class _Draft:
    """Needs as they are read: their clauses, and whether they are banned."""

    needs: list[tuple[list[Clause], bool]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    banned: bool = False  # what comes next
    joined: bool = False  # an OR waits for its right side
    open: bool = False  # an OR may follow

    def add(self, clause: Clause, typed: str) -> None:
        """Add a clause, or name it as ignored if nothing of it can be searched."""
        if not analysis.read(clause.text).words:
            self.ignored.append(typed)
            if self.joined or self.banned:
                raise _NoSense
            return
        if self.joined:
            if self.banned:
                raise _NoSense
            self.needs[-1][0].append(clause)
        else:
            self.needs.append(([clause], self.banned))
        self.banned, self.joined, self.open = False, False, True

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
    return Query(text, tuple(needs), tuple(dict.fromkeys([*draft.ignored, *beyond])), plain)


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
    for match in _TOKEN.finditer(text):
        if match["not"]:
            draft.operator("NOT")
        if match["phrase"] is not None:
            phrase = _shown(match["phrase"].strip())
            if phrase:
                draft.add(Clause(ClauseKind.PHRASE, phrase), match.group())
        elif match["or"]:
            draft.operator("OR")
        elif match["quote"]:
            raise _NoSense
        elif match["word"]:
            _add_word(draft, match["word"])
    draft.finish()
    return draft


def _add_word(draft: _Draft, word: str) -> None:
    if word in ("OR", "AND", "NOT"):
        draft.operator(word)
        return
    if len(word) > 1 and word[0] in "-−–":
        draft.operator("NOT")
        word = word[1:]
    draft.add(_word(word), _shown(word))


def _word(word: str) -> Clause:
    """Return a word or, with a star after enough letters, a prefix."""
    bare = _shown(word.rstrip("*"))
    if word.endswith("*"):
        words = analysis.read(bare).words
        if words and bare[-1].isalnum() and (words[-1].kind == "hangul" or len(words[-1].text) > 1):
            return Clause(ClauseKind.PREFIX, bare)
    return Clause(ClauseKind.WORD, bare)


def _plain_words(text: str) -> _Draft:
    """Return every word as a word."""
    draft = _Draft()
    for word in _split(text):
        bare = _shown(word.lstrip("-−–").rstrip("*"))
        draft.add(Clause(ClauseKind.WORD, bare), _shown(word))
    return draft


def _split(text: str) -> Iterator[str]:
    return (word for word in _SEPARATORS.split(text) if word)
