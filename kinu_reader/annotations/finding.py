"""Finding kept words again in a text that has changed: where they stood, then word for word, then nearly so.

Every place that may be meant is weighed: how like its words are, how like what stands before and after it, how near it
is to where they stood. What weighs too little is an orphan: better not placed than placed wrongly.
"""

from __future__ import annotations

import heapq
import re
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from kinu_reader.annotations.aligning import distance, nearest, within
from kinu_reader.annotations.anchors import times
from kinu_reader.model import Placing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinu_reader.model import Anchor, Range

QUOTE, PREFIX, SUFFIX, POSITION = 50, 20, 20, 2  # weights
NEAR = 32  # characters on either side that are the neighbours of a place
FAR = 0.5  # of a weight, for what stands further off: it tells places apart, but is no evidence for any
ORPHAN_BELOW = 0.7
TOLERANCE = 0.2  # of the characters of a quote that may differ where its words alone are looked for
WITH_CONTEXT = 0.3  # of those of a quote with what stands around it, which is less easily met by chance
INTACT = 0.8  # likeness of a neighbour from which it vouches for the place
SURE = 0.03  # of the weight may be missing where words and neighbours are what they were
DOUBT = 0.2  # of the weight between two places, where they are not, leaves it open which of them is meant
WORD = re.compile(r"\w")
APART = 0.85  # of a neighbour remains where something new stands between it and the words
DRIFT = 0.05  # of the way to a place that it may have been moved by what was put in or taken out before it
MOST = 100  # places weighed, where a word stands everywhere
NEARLY = 4  # places looked for that are only nearly the same
GONE = "\x00"  # stands for what was looked at


@dataclass(frozen=True)
class Found:
    """Where words stand now; an orphan stands between two characters, near where it stood."""

    start: int
    end: int
    placing: Placing


@dataclass(frozen=True)
class _Place:
    """A place that may be meant, and what speaks for it, from 0 to 1."""

    start: int
    end: int
    quote: float  # likeness of its words
    before: float  # likeness of what stands before it
    after: float
    weight: float  # of everything together
    rank: float  # the weight, with what stands further off
    far: float  # how much of all that stood around the words stands around it
    exact: bool  # the same words, whatever the blanks between them


def find(anchor: Anchor, text: str) -> Found:
    """Return where the words of an anchor stand in a text, or that they are not to be found.

    They are PLACED only if they are the same words and their neighbours, or their very position, vouch for the place,
    and if they do not stand less often than they did: then those that were kept may be the ones that are gone.
    """
    if _stands(anchor, text):
        return Found(anchor.start, anchor.end, Placing.PLACED)
    places = sorted(_places(anchor, text), key=lambda place: place.rank, reverse=True)
    if places:
        best = places[0]
        rivals = [place for place in places if place.end <= best.start or best.end <= place.start]
        if best.weight >= ORPHAN_BELOW:
            left = best.exact and times(anchor.quote, text) >= anchor.times
            sure = left and _vouched(anchor, best, rivals)
            return Found(best.start, best.end, Placing.PLACED if sure else Placing.MOVED)
        many = NEAR if best.exact else 2 * NEAR  # words are not met by chance
        if len(anchor.quote) >= many and best.quote >= 1 - TOLERANCE and not rivals:
            return Found(best.start, best.end, Placing.MOVED)
    here = min(anchor.start, len(text))
    return Found(here, here, Placing.ORPHAN)


def _vouched(anchor: Anchor, best: _Place, rivals: Sequence[_Place]) -> bool:
    """Tell whether the neighbours of the same words leave no doubt that these are the ones that were kept.

    The right place may have become less like itself than another is: what this one lacks, it must be ahead by.
    """
    margin = SURE if anchor.times == 1 and best.weight >= 1 - SURE else DOUBT
    if any(best.rank - rival.rank < margin for rival in rivals):
        return False
    if anchor.times > 1 and best.far < INTACT:  # it may be the other one, whose neighbours are the same
        return False
    if min(best.before, best.after) >= INTACT:
        return True
    return max(best.before, best.after) >= INTACT and not rivals and len(anchor.quote) >= NEAR


def _stands(anchor: Anchor, text: str) -> bool:
    whole = anchor.prefix + anchor.quote + anchor.suffix
    return text.startswith(whole, anchor.start - len(anchor.prefix))


def _places(anchor: Anchor, text: str) -> list[_Place]:
    """Return the places where the words stand exactly; unless one of those is surely it, also where they nearly do."""
    weigh = partial(_weighed, anchor, text)
    exact = [weigh(*place) for place in _exact(anchor, text)]
    if any(place.weight >= 1 - SURE for place in exact):
        return exact
    near = list(_nearly(anchor, text))
    if not exact and anchor.quote:
        near += nearest(anchor.quote, text, int(len(anchor.quote) * TOLERANCE))[1][:MOST]
    near = [*(_whole_words(anchor, text, *place) for place in near), *near]  # of equals the first is taken
    return exact + [weigh(*place) for place in dict.fromkeys(near) if place[0] < place[1] or not anchor.quote]


def _nearly(anchor: Anchor, text: str) -> Iterator[Range]:
    """Yield the places where the words with their neighbours nearly stand, the best first."""
    prefix = anchor.prefix[-NEAR:]
    whole = prefix + anchor.quote + anchor.suffix[:NEAR]
    part = len(prefix), len(prefix) + len(anchor.quote)
    for _ in range(NEARLY):
        for start, end in within(whole, text, int(len(whole) * WITH_CONTEXT), part):
            yield start, end
            text = text[:start] + GONE * (end - start) + text[end:]
            break
        else:
            return


def _whole_words(anchor: Anchor, text: str, start: int, end: int) -> Range:
    """Return a range that begins and ends as the words of an anchor do: with a whole word, if they do."""
    if WORD.match(anchor.quote) and not WORD.match(anchor.prefix[-1:]):
        while start < end and not WORD.match(text[start]):
            start += 1
        while 0 < start < end and WORD.match(text[start - 1]):
            start -= 1
    if WORD.match(anchor.quote[-1:]) and not WORD.match(anchor.suffix):
        while start < end and not WORD.match(text[end - 1]):
            end -= 1
        while start < end < len(text) and WORD.match(text[end]):
            end += 1
    return start, end


def _exact(anchor: Anchor, text: str) -> list[Range]:
    """Return where the words stand as they are, whatever the blanks between them.

    Of very many places those whose neighbours agree the longest.
    """

    def agreeing(place: Range) -> int:
        start, end = place
        before = zip(reversed(anchor.prefix), reversed(text[max(0, start - NEAR) : start]), strict=False)
        after = zip(anchor.suffix, text[end : end + NEAR], strict=False)
        return sum(len(list(takewhile(lambda two: two[0] == two[1], side))) for side in (before, after))

    places = list(_occurrences(anchor.quote, text))
    return heapq.nlargest(MOST, places, key=agreeing) if len(places) > MOST else places


def _occurrences(quote: str, text: str) -> Iterator[Range]:
    words = quote.split()
    if not words:
        return
    before, after = (r"\s*" if blank else "" for blank in (quote[0].isspace(), quote[-1].isspace()))
    pattern = re.compile(before + r"\s+".join(map(re.escape, words)) + after)
    found = pattern.search(text)
    while found:
        yield found.span()
        found = pattern.search(text, found.start() + 1)


def _weighed(anchor: Anchor, text: str, start: int, end: int) -> _Place:
    """Return a range of the text with what speaks for it; an anchor without words has only its neighbours."""
    words, prefix, suffix = text[start:end], anchor.prefix[-NEAR:], anchor.suffix[:NEAR]
    quote = _likeness(anchor.quote, words)
    before = _likeness(prefix, text[max(0, start - len(prefix)) : start])
    after = _likeness(suffix, text[end : end + len(suffix)])
    nearness = 1 - abs(start - anchor.start) / max(1, len(text), anchor.start)
    weight = _sum(anchor, quote, before, after, nearness)
    rank, far = _apart(anchor, text, (start, end), (quote, before, after))
    return _Place(start, end, quote, before, after, weight, rank, far, words.split() == anchor.quote.split())


def _sum(anchor: Anchor, quote: float, before: float, after: float, nearness: float) -> float:
    """Return the likenesses of a place as one, by their weights."""
    parts = [(PREFIX, before), (SUFFIX, after), (POSITION, nearness), *([(QUOTE, quote)] if anchor.quote else [])]
    return sum(weight * likeness for weight, likeness in parts) / sum(weight for weight, _ in parts)


def _apart(anchor: Anchor, text: str, place: Range, like: tuple[float, float, float]) -> tuple[float, float]:
    """Return what tells a place from others: what it weighs with all that stood around it, and how much of that does.

    Neighbours count at whatever distance, for something new may stand between them and the words.
    """
    (start, end), (quote, before, after) = place, like
    many_before, many_after = len(anchor.prefix), len(anchor.suffix)
    earlier, later = text[max(0, start - 2 * many_before) : start], text[end : end + 2 * many_after]
    before = max(before, APART * _held(anchor.prefix[-NEAR:], earlier))
    after = max(after, APART * _held(anchor.suffix[:NEAR], later))
    nearness = 1 / (1 + abs(start - anchor.start) / (DRIFT * anchor.start + many_before + 1))
    around = _held(anchor.prefix, earlier) * many_before + _held(anchor.suffix, later) * many_after
    far = around / (many_before + many_after) if many_before + many_after else 1.0
    return _sum(anchor, quote, before, after, nearness) + FAR * far, far


def _held(words: str, text: str) -> float:
    """Return 1 if a text holds the words, 0 if it has nothing of them, whatever the blanks."""
    words, text = " ".join(words.split()), " ".join(text.split())
    away, _ = nearest(words, text, len(words))
    return 1 - away / len(words) if words and away >= 0 else 0.0


def _likeness(one: str, other: str) -> float:
    """Return 1 for the same text, whatever the blanks, 0 for texts that have nothing in common."""
    one, other = " ".join(one.split()), " ".join(other.split())
    longer = max(len(one), len(other))
    return 1 - distance(one, other) / longer if longer else 1.0
