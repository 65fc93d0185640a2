"""Kept words in briefs that were edited in every way that a new version, or a new reading, edits them."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kinu_reader.annotations import anchor, find
from kinu_reader.model import Placing

if TYPE_CHECKING:
    from kinu_reader.tasks.archive import Archive

TRIES = 200  # for each language
WORDS = {
    "en": ["maritime", "treaty", "of", "renewed", "patience", "and", "harvest", "beyond", "winter", "ledger"],
    "ko": ["새로운", "협정은", "바다와", "항구를", "잇는", "오래된", "약속이며", "겨울마다", "다시", "확인된다"],
}
MISREAD = {"en": "lI1oO0ceunrhbmtfi.,", "ko": "한힌하히의외와왜는은를을고그기가거다디."}


@dataclass(frozen=True)
class Edited:
    """A text whose characters know from which of the old ones they come; -1 is new."""

    text: str
    origin: list[int]

    def part(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where what came from a range stands now."""
        here = [n for n, at in enumerate(self.origin) if start <= at < end]
        return (here[0], here[-1] + 1) if here else None


def cut(edited: Edited, *cuts: tuple[int, int, str, int]) -> Edited:
    """Put words in place of ranges, given in their order; each with where its words come from."""
    texts, origin, at = [], [], 0
    for start, end, put, source in cuts:
        texts += [edited.text[at:start], put]
        origin += [*edited.origin[at:start], *[source] * len(put)]
        at = end
    return Edited("".join([*texts, edited.text[at:]]), [*origin, *edited.origin[at:]])


def words_changed(rng: random.Random, edited: Edited, language: str, kept: tuple[int, int]) -> Edited:
    """One word in twelve is another, in the kept words as anywhere."""
    words = [match for match in re.finditer(r"\w+", edited.text) if rng.random() < 1 / 12]
    return cut(edited, *((*word.span(), rng.choice(WORDS[language]), edited.origin[word.start()]) for word in words))


def sentences_inserted(rng: random.Random, edited: Edited, language: str, kept: tuple[int, int]) -> Edited:
    """New sentences stand here and there, one of them right before or right behind the kept words."""
    spots = [match.end() for match in re.finditer(r"[.!?다]\s", edited.text)]
    spots = [spot for spot in spots if not kept[0] < spot < kept[1]]
    spots = sorted({*rng.sample(spots, min(5, len(spots))), rng.choice(kept)})
    return cut(edited, *((spot, spot, " ".join(rng.choices(WORDS[language], k=9)) + ". ", -1) for spot in spots))


def paragraphs_moved(rng: random.Random, edited: Edited, language: str, kept: tuple[int, int]) -> Edited:
    """The paragraphs come in another order, those that the kept words run over as one."""
    parts: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n]+\n*", edited.text):
        start, end = match.span()
        if parts and parts[-1][1] > kept[0] and start < kept[1]:
            parts[-1] = parts[-1][0], end
        else:
            parts.append((start, end))
    rng.shuffle(parts)
    return Edited("".join(edited.text[a:b] for a, b in parts), [n for a, b in parts for n in edited.origin[a:b]])


def set_anew(rng: random.Random, edited: Edited, language: str, kept: tuple[int, int]) -> Edited:
    """Lines end elsewhere, quotes are curly, words broken at a line end keep their hyphen."""
    cuts = []
    for match in re.finditer(r"[ \n]+|['\"]|(?<=\w{4})(?=\w{4})", edited.text):
        put = {"'": "’", '"': "”", "": "- " if rng.random() < 0.02 else ""}.get(match[0])
        if put is None:
            put = rng.choice([match[0], match[0], match[0], "\n", "  "])
        cuts.append((*match.span(), put, edited.origin[match.start()]))
    return cut(edited, *cuts)


def misread(rng: random.Random, edited: Edited, language: str, kept: tuple[int, int]) -> Edited:
    """5 to 15 of 100 characters were read wrongly: as another, not at all, or as two."""
    share, text, origin = rng.uniform(0.05, 0.15), [], []
    for character, at in zip(edited.text, edited.origin, strict=True):
        put = character
        if rng.random() < share:
            put = rng.choice([rng.choice(MISREAD[language])] * 4 + ["", character + rng.choice(MISREAD[language])])
        text.append(put)
        origin += [at] * len(put)
    return Edited("".join(text), origin)


def taken_out(rng: random.Random, edited: Edited, language: str, kept: tuple[int, int]) -> Edited:
    """The kept words are gone."""
    return cut(edited, (*kept, "", -1))


EDITS = (words_changed, sentences_inserted, paragraphs_moved, set_anew, misread)


def texts_of(archive: Archive, language: str) -> list[str]:
    known = archive.library.briefs(archive.library.ids())
    return [archive.library.text(id) for id, brief in known.items() if brief.record.language == language]


def chosen(rng: random.Random, text: str) -> tuple[int, int]:
    """Return a range as a reader selects it: some words or sentences, seldom over a paragraph's end."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    first = rng.randrange(len(words) - 60)
    return words[first][0], words[first + rng.choice([5, 8, 12, 20, 40])][1]


def judged(edited: Edited, kept: tuple[int, int], text: str) -> tuple[str, bool]:
    """Return how an anchor fared, and whether it is said to be where it was made."""
    found = find(anchor(text, *kept), edited.text)
    if found.placing is Placing.ORPHAN:
        return "orphan", False
    want = edited.part(*kept)
    if want is None:
        return "wrong", found.placing is Placing.PLACED
    slack = max(4, (want[1] - want[0]) // 10)
    right = abs(found.start - want[0]) <= slack and abs(found.end - want[1]) <= slack
    return "right" if right else "wrong", found.placing is Placing.PLACED


@pytest.mark.parametrize("language", ["en", "ko"])
def test_kept_words_are_found_again_or_said_to_be_lost(full_shelf: Archive, language: str) -> None:
    rng = random.Random(7)
    texts = texts_of(full_shelf, language)
    fared: Counter[str] = Counter()
    for n in range(TRIES):
        text = rng.choice(texts)
        kept = chosen(rng, text)
        edit = EDITS[n % len(EDITS)]
        edited = edit(rng, Edited(text, list(range(len(text)))), language, kept)
        how, unmoved = judged(edited, kept, text)
        fared[how] += 1
        assert not (how == "wrong" and unmoved), (edit.__name__, text[slice(*kept)])
        found = find(anchor(text, *kept), edited.text)
        if unmoved:
            assert edited.text[found.start : found.end].split() == text[slice(*kept)].split()
    assert fared["right"] >= 0.98 * TRIES


@pytest.mark.parametrize("language", ["en", "ko"])
def test_words_that_are_gone_are_orphans(full_shelf: Archive, language: str) -> None:
    rng = random.Random(11)
    fared: Counter[str] = Counter()
    for text in texts_of(full_shelf, language) * 6:
        kept = chosen(rng, text)
        fared[judged(taken_out(rng, Edited(text, list(range(len(text)))), language, kept), kept, text)[0]] += 1
    assert set(fared) == {"orphan"}
