"""The label of each page as printed: the file's own, else inferred from the page numbers among the furniture."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader.model import LabelFrom

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinu_reader.model import Furniture

ROMAN = r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
PAGE_NUMBER = re.compile(
    r"[\-–—―−~\[(<〈|·•\s]*(?:p(?:age|\.|p\.)?\s*|쪽\s*|제\s*)?"
    rf"(?P<number>\d{{1,4}}|(?=[ivxlcdm]){ROMAN})"
    r"(?:\s*(?:/|of|중)\s*\d{1,4})?(?:\s*(?:쪽|면|페이지))?[\-–—―−~\])>〉|·•\s]*",
    re.IGNORECASE,
)
WITHIN = re.compile(  # at an end of a running head
    r"(?P<first>\d{1,4})(?:\s*[|│·•]\s*|\s+)(?=\D)|(?:.*?[^\d./-]|)(?:\s|[|│])(?P<last>\d{1,4})(?:\s*쪽)?$",
    re.IGNORECASE,
)
SUPPORT = 2  # pages that a count is printed on, before it is believed
SUPPORT_WITHIN = 3  # the same, if the number stands in a longer line
VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
NUMERALS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Label(NamedTuple):
    """The label of a page and where it was found."""

    text: str
    source: LabelFrom


class _Count(NamedTuple):
    """A way of counting pages: in roman or arabic numbers, so many more than the place of the page in the file."""

    style: str  # "arabic", "roman", "ROMAN"
    shift: int

    def label(self, page: int) -> str | None:
        """Return the label of a page, or None if it stands before the first page counted."""
        number = page + self.shift
        if number < 1:
            return None
        if self.style == "arabic":
            return str(number)
        return roman(number) if self.style == "roman" else roman(number).upper()


def page_labels(labels: Sequence[str], furniture: Iterable[Furniture]) -> list[Label]:
    """Return the label of each page: the file's own, else inferred from what is printed, else its place."""
    printed = _inferred(furniture, len(labels))
    found: list[Label] = []
    for page, label in enumerate(labels, 1):
        count = printed.get(page)
        inferred = count.label(page) if count else None
        if label:
            found.append(Label(label, LabelFrom.FILE))
        elif inferred:
            found.append(Label(inferred, LabelFrom.PRINTED))
        else:
            found.append(Label(str(page), LabelFrom.COUNT))
    return found


def roman(number: int) -> str:
    """Return a number in small roman numerals."""
    text = ""
    for value, numeral in NUMERALS:
        text += numeral * (number // value)
        number %= value
    return text


def _inferred(furniture: Iterable[Furniture], pages: int) -> dict[int, _Count]:
    """Return how each page is counted; one without a number goes with its neighbours."""
    alone: defaultdict[int, set[_Count]] = defaultdict(set)
    within: defaultdict[int, set[_Count]] = defaultdict(set)
    for piece in furniture:
        for count, whole in _counts(piece):
            (alone if whole else within)[piece.page].add(count)
    support = Counter(count for counts in alone.values() for count in counts)
    weaker = Counter(count for counts in within.values() for count in counts)
    believed = {count: number for count, number in support.items() if number >= SUPPORT}
    believed |= {
        count: number for count, number in weaker.items() if number >= SUPPORT_WITHIN and count not in believed
    }
    known: dict[int, _Count] = {}
    for page in range(1, pages + 1):
        here = [count for count in alone[page] | within[page] if count in believed]
        if here:
            known[page] = max(here, key=lambda count: (believed[count], count))
    return known | dict(_between(known, pages))


def _between(known: dict[int, _Count], pages: int) -> Iterator[tuple[int, _Count]]:
    """Yield how pages without a number are counted: like the page before, or on backwards from the one after."""
    places = sorted(known)
    for page in range(1, pages + 1):
        if page in known or not places:
            continue
        before = max((place for place in places if place < page), default=None)
        after = min((place for place in places if place > page), default=None)
        if after is not None and known[after].label(page) and (before is None or known[before] != known[after]):
            yield page, known[after]
        elif before is not None:
            yield page, known[before]


def _counts(piece: Furniture) -> Iterator[tuple[_Count, bool]]:
    """Yield how a piece of furniture may count its page, and whether it is nothing but a page number."""
    if whole := PAGE_NUMBER.fullmatch(piece.text):
        yield _count(whole["number"], piece.page), True
    elif part := WITHIN.match(piece.text):
        yield _count(part["first"] or part["last"], piece.page), False


def _count(number: str, page: int) -> _Count:
    if number.isdecimal():
        return _Count("arabic", int(number) - page)
    style = "ROMAN" if number.isupper() else "roman"
    return _Count(style, _value(number) - page)


def _value(numeral: str) -> int:
    values = [VALUES[c] for c in numeral.lower()]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
