"""Authors named by their initials: B. Suh and Suh B.-H. may be Suh Bo-hyuk, Bo-hyuk Seo or 서보혁.

Which of the authors of an archive are meant is told from their names alone; each is looked for as printed, in the
field of authors, beside the words as typed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kinu_reader.index import analysis, names
from kinu_reader.index.romanising import key
from kinu_reader.model import Clause, ClauseKind, Expansion, Field

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from kinu_reader.model import Need, Query

MOST_WORDS = 4  # a family name and three initials
MOST_AUTHORS = 12
_Letters = tuple[str, ...]


def with_authors(query: Query, authors: Callable[[], Iterable[str]], without: Collection[str] = ()) -> Query:
    """Return a query that also looks for the authors whom a family name beside initials in it may mean.

    `authors` are asked for only where there are initials: all names as printed. `without` are names taken away.
    """
    found = [
        (first, end, name)
        for first, end, family, letters in _initialled(query)
        for name in sorted(name for name in authors() if name not in without and may_be(name, family, letters))
    ][:MOST_AUTHORS]
    if not found:
        return query
    needs = list(query.needs)
    added = list(query.expanded)
    for first, end, name in found:
        clause = Clause(ClauseKind.PHRASE, name, Field.AUTHOR, expanded=True)
        for at in range(first, end):
            needs[at] = replace(needs[at], any_of=(*needs[at].any_of, clause))
        typed = " ".join(need.any_of[0].text for need in needs[first:end])
        added.append(Expansion(typed, name, ClauseKind.PHRASE))
    return replace(query, needs=tuple(needs), expanded=tuple(added))


def _initialled(query: Query) -> Iterator[tuple[int, int, str, _Letters]]:
    """Yield the needs in a row that are a family name before or behind initials, with the name and the letters."""
    letters = [_initials(need, query.text) for need in query.needs]
    for at, need in enumerate(query.needs):
        family = _family(need)
        if not family or letters[at]:
            continue
        behind = _run(letters[at + 1 :])
        before = _run(letters[:at][::-1])
        if behind:
            yield at, at + 1 + len(behind), family, tuple("".join(behind))
        elif before:
            yield at - len(before), at + 1, family, tuple("".join(before[::-1]))


def _run(letters: Sequence[str]) -> list[str]:
    found: list[str] = []
    for some in letters[: MOST_WORDS - 1]:
        if not some:
            break
        found.append(some)
    return found


def _typed(need: Need) -> str:
    """Return a need that is one plain word, of whatever place or of an author."""
    typed = need.typed
    plain = len(typed) == 1 and not need.banned and typed[0].kind is ClauseKind.WORD
    return typed[0].text if plain and typed[0].field in (None, Field.AUTHOR) else ""


def _initials(need: Need, text: str) -> str:
    """Return the letters of a need that is initials: B, B., b., B.H. and B.-H., but not b or BH."""
    typed = _typed(need)
    words = analysis.typed(typed)
    if not words or any(word.kind != "latin" for word in words):
        return ""
    if len(words) == 1 and len(words[0].text) > 1:
        return words[0].text if "." in typed and words[0].capitals else ""
    dotted = "." in typed or f"{typed}." in text
    return (
        "".join(word.text for word in words)
        if all(len(word.text) == 1 for word in words) and (dotted or typed.isupper())
        else ""
    )


def _family(need: Need) -> str:
    words = analysis.typed(_typed(need))
    return words[0].text if len(words) == 1 and words[0].kind == "latin" and len(words[0].text) > 1 else ""


def may_be(author: str, family: str, letters: _Letters) -> bool:
    """Tell whether an author, as printed, may be meant by a family name and initials, both in lower case."""
    words = analysis.typed(author)
    said = [word.text for word in words]
    if len(words) == 1 and words[0].kind == "hangul":
        return _fits(said[0], family, letters)
    if len(words) < 2 or any(word.kind != "latin" for word in words):
        return False
    for printed, given in ((said[0], said[1:]), (said[-1], said[:-1])):
        if names.one_family(printed, family) and [word[0] for word in given][: len(letters)] == list(letters):
            return True
    if len(words) > 2 or len(letters) == 1:
        return False
    read = names.readings(said)  # a given name in one word may have two initials
    return read is not None and any(_fits(hangul, family, letters) for hangul in read[1])


def _fits(hangul: str, family: str, letters: _Letters) -> bool:
    return any(_begins(style, family, letters) for style in names.from_hangul(hangul) or ())


def _begins(style: names.Style, family: str, letters: _Letters) -> bool:
    """Tell whether a name in Hangul, spelt in one style, begins so; Guk and Kuk have one key."""
    return (
        family in style.family
        and len(letters) <= len(style.apart)
        and all(
            any(one.startswith((letter, key(letter))) for one in keys)
            for keys, letter in zip(style.apart, letters, strict=False)
        )
    )
