"""Which briefs and passages answer, and in what order."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.index import Index, parse
from kinu_reader.index.engine import TEXT, FileIndex, Schema
from kinu_reader.index.matching import PASSAGE_B, PASSAGE_K1, frequencies, saturated
from kinu_reader.index.ranking import passage_idf
from kinu_reader.model import Clause, ClauseKind, IndexEntry, Need, PassageKind

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.index.snapshot import Snapshot


def entry(brief: int, *passages: str, title: str = "", record: str = "", revision: int = 1) -> IndexEntry:
    return IndexEntry(
        brief, revision, title, record, tuple((n, PassageKind.BODY, text) for n, text in enumerate(passages))
    )


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index.open(tmp_path / "index")


def test_needs_may_be_met_in_different_places_of_a_brief(index: Index) -> None:
    index.update(
        [
            entry(1, "peace at last", "a treaty is signed"),
            entry(2, "peace", title="On a treaty"),
            entry(3, "peace", record="CO 24-15 Treaty Series"),
            entry(4, "peace only"),
        ]
    )
    assert sorted(index.find(parse("peace treaty")).ids) == [1, 2, 3]
    assert sorted(index.find(parse("peace -treaty")).ids) == [4]
    assert sorted(index.find(parse("-treaty")).ids) == [4]
    assert index.find(parse("!!!")).ids == []


def test_allow_bounds_whole_and_partial_answers(index: Index) -> None:
    index.update([entry(1, "peace treaty"), entry(2, "peace treaty"), entry(3, "peace"), entry(4, "peace")])
    found = index.find(parse("peace treaty"), [2, 4, 99])
    assert (found.ids, found.partial) == ([2], [4])
    assert index.find(parse("peace"), []).ids == []


def test_partial_answers_say_what_they_lack(index: Index) -> None:
    index.update(
        [
            entry(1, "peace war treaty"),
            entry(2, "peace war"),
            entry(3, "peace"),
            entry(4, "nothing at all"),
            entry(5, "war treaty"),
        ]
    )
    found = index.find(parse("peace war treaty"))
    assert found.ids == [1]
    assert found.partial == [5, 2, 3]
    assert [found.lacks(brief) for brief in found.partial] == [("peace",), ("treaty",), ("war", "treaty")]
    assert found.lacks(1) == ()
    scores = [found.score(brief) for brief in found.partial]
    assert scores == sorted(scores, reverse=True)


def test_partial_answers_lack_plain_words_only(index: Index) -> None:
    index.update([entry(1, "war cold front"), entry(2, "war treaty"), entry(3, "war cold day")])
    assert index.find(parse('war treaty "cold front"')).partial == [1]
    assert index.find(parse("war treaty fro*")).partial == [1]
    assert index.find(parse("war summit -cold")).partial == [2]
    assert index.find(parse("summit")).partial == []


def test_no_partial_answers_where_enough_are_whole(index: Index) -> None:
    index.update([entry(brief, "peace treaty") for brief in range(20)] + [entry(99, "peace")])
    found = index.find(parse("peace treaty"))
    assert (len(found.ids), found.partial) == (20, [])


def test_passages_that_meet_more_needs_come_first(index: Index) -> None:
    index.update(
        [entry(1, "peace peace peace", "nothing", "treaty", "a long passage on a peace treaty and what follows")]
    )
    found = index.find(parse("peace treaty"))
    assert (found.hits(1), found.passages) == (3, 3)
    assert found.best(1, 2)[0] == 3
    assert sorted(found.best(1, 9)) == [0, 2, 3]
    assert (found.hits(7), found.best(7, 3)) == (0, [])


def test_front_matter_answers_only_where_nothing_else_does_as_well(index: Index) -> None:
    front, body = PassageKind.FRONT, PassageKind.BODY
    index.update(
        [
            IndexEntry(1, 1, "", "", ((0, front, "Peace treaty"), (1, body, "a peace treaty"), (2, body, "peace"))),
            IndexEntry(2, 1, "", "", ((0, front, "Peace treaty"), (1, body, "peace"))),
        ]
    )
    found = index.find(parse("peace treaty"))
    assert (found.best(1, 9), found.hits(1)) == ([1, 2], 2)
    assert (found.best(2, 9), found.hits(2)) == ([0, 1], 2)
    assert found.passages == 4


def test_whole_words_rank_above_parts_and_words_above_stems(index: Index) -> None:
    filler = "아무 말이나 적은 문장"
    index.update(
        [
            entry(1, f"평화통일정책론 {filler}"),
            entry(2, f"통일정책은 {filler}"),
            entry(3, "policy of the day"),
            entry(4, "policies of the day"),
        ]
    )
    assert index.find(parse("통일정책")).ids == [2, 1]
    assert index.find(parse("policies")).ids == [4, 3]


def test_title_outweighs_body(index: Index) -> None:
    index.update([entry(1, "peace and war", title="Harvest"), entry(2, "harvest and war", title="Peace")])
    assert index.find(parse("peace")).ids == [2, 1]


def test_found_outlives_later_updates(index: Index) -> None:
    index.update([entry(1, "peace", "peace")])
    found = index.find(parse("peace"))
    index.update([], [1])
    index.update([entry(2, "war")])
    assert (found.ids, found.hits(1), found.best(1, 5)) == ([1], 2, [0, 1])


@pytest.mark.parametrize("seed", range(3))
def test_who_looks_at_the_first_few_sees_the_same_as_who_looks_at_all(index: Index, seed: int) -> None:
    rng = random.Random(seed)
    kinds = [PassageKind.FRONT, PassageKind.HEADING, PassageKind.BODY, PassageKind.BODY]
    index.update(
        IndexEntry(
            brief, 1, random_text(rng, 3), "", tuple((n, kind, random_text(rng, 25)) for n, kind in enumerate(kinds))
        )
        for brief in range(150)
    )
    for typed in ["peace", "peace war", "통일 핵 treaty summit", "pea* -summit", "peace OR 핵", "war zeppelin 핵 정책"]:
        every = index.find(parse(typed))
        listed = every.ids + every.partial
        for depth in (0, 1, 7, 40, 400):
            some = index.find(parse(typed), depth=depth)
            assert [*some.ids, *some.partial][:depth] == listed[:depth]
            assert (sorted(some.ids), len(some.partial)) == (sorted(every.ids), len(every.partial))
            assert some.passages == every.passages
            for brief in listed[:depth]:
                assert some.score(brief) == every.score(brief)
                assert (some.best(brief, 3), some.hits(brief)) == (every.best(brief, 3), every.hits(brief))
            for brief in some.ids[depth:]:
                assert some.hits(brief) == every.hits(brief)
                assert not depth or some.score(brief) <= some.score(some.ids[depth - 1])


WORDS = ["peace", "war", "treaty", "통일", "정책", "통일정책", "핵", "summit"]
PASSAGES = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
BRIEFS = st.lists(st.lists(PASSAGES, max_size=3), min_size=1, max_size=6)
LATIN = ["peace", "war", "treaty", "summit"]
TERMS = st.sampled_from(LATIN)
NEEDS = st.lists(st.tuples(st.lists(TERMS, min_size=1, max_size=2), st.booleans()), min_size=1, max_size=3)


@given(briefs=BRIEFS, wanted=NEEDS)
def test_finds_what_reading_all_would_find(
    tmp_path_factory: pytest.TempPathFactory, briefs: list[list[str]], wanted: list[tuple[list[str], bool]]
) -> None:
    typed = " ".join(("-" if banned else "") + "(" + " OR ".join(words) + ")" for words, banned in wanted)
    index = Index.open(tmp_path_factory.mktemp("oracle"))
    for number, passages in enumerate(briefs):
        index.update([entry(number, *passages)])
    expected = [
        number
        for number, passages in enumerate(briefs)
        if all(banned != any(word in " ".join(passages).split() for word in words) for words, banned in wanted)
    ]
    assert sorted(index.find(parse(typed)).ids) == expected
    index.close()


def random_text(rng: random.Random, longest: int) -> str:
    return " ".join(rng.choices(WORDS + LATIN, k=rng.randint(1, longest)))


@pytest.mark.parametrize("seed", range(3))
def test_the_way_to_a_state_does_not_change_its_answers(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    entries = [entry(brief, *(random_text(rng, 9) for _ in range(3)), title=random_text(rng, 3)) for brief in range(40)]
    straight, crooked = Index.open(tmp_path / "straight"), Index.open(tmp_path / "crooked")
    straight.update(entries)
    crooked.update([entry(brief, random_text(rng, 30), revision=7) for brief in range(60)])
    for at in rng.sample(range(0, 40, 4), 10):
        crooked.update(entries[at : at + 4], [40 + at // 4, 50 + at // 4])
    for at in (3, 11, 30):  # a record that was another for a while, without a word of the text
        told = [replace(entry, passages=None) for entry in entries[at : at + 6]]
        crooked.update([replace(entry, title="gone", record="gone", revision=9) for entry in told])
        crooked.update(told)
    assert crooked.contents() == straight.contents()
    for typed in [
        "peace",
        "통일정책",
        "peace war -summit",
        "통일 핵 treaty summit",
        "pea*",
        '"peace war"',
        "핵 OR war",
    ]:
        ours, theirs = straight.find(parse(typed)), crooked.find(parse(typed))
        assert (ours.ids, ours.partial, ours.passages) == (theirs.ids, theirs.partial, theirs.passages)
        scores = [theirs.score(brief) for brief in theirs.ids]
        assert [ours.score(brief) for brief in ours.ids] == pytest.approx(scores, abs=1e-6)
        assert [ours.best(brief, 3) for brief in ours.ids] == [theirs.best(brief, 3) for brief in theirs.ids]


# ---- against Whoosh itself


def plain_whoosh(folder: Path, texts: dict[int, str]) -> FileIndex:
    """Return an index of Whoosh's own, without stop words."""
    from whoosh import fields, index
    from whoosh.analysis import LowercaseFilter, RegexTokenizer

    folder.mkdir()
    plain = index.create_in(
        str(folder), Schema(n=fields.STORED, body=TEXT(analyzer=RegexTokenizer() | LowercaseFilter()))
    )
    writer = plain.writer()
    for number, text in texts.items():
        writer.add_document(n=number, body=text)
    writer.commit()
    return plain


def compare_with_whoosh(index: Index, folder: Path, texts: dict[tuple[int, int], str]) -> int:
    """Compare documents and BM25 scores of exact words and phrases; return how many hits were compared."""
    from whoosh.query import Phrase, Term

    numbers = {place: number for number, place in enumerate(texts)}
    plain = plain_whoosh(folder, {numbers[place]: text for place, text in texts.items()})

    def documents(snapshot: Snapshot) -> tuple[list[int], np.ndarray, list[np.ndarray]]:
        places = zip(snapshot.brief.tolist(), snapshot.part.tolist(), snapshot.number.tolist(), strict=True)
        rows = [numbers.get((brief, number), -1) if part > 2 else -1 for brief, part, number in places]
        found = [
            frequencies(snapshot, Need((Clause(kind, text),)), exact=True)
            for kind, text in [(ClauseKind.WORD, word) for word in LATIN] + [(ClauseKind.PHRASE, "peace war")]
        ]
        return rows, snapshot.relative_lengths, found

    rows, _, found = index._read(documents)
    lengths = np.array([len(text.split()) for text in texts.values()], float)
    compared = 0
    with plain.searcher() as searcher:
        queries = [Term("body", word) for word in LATIN] + [Phrase("body", ["peace", "war"])]
        for query, tf in zip(queries, found, strict=True):
            want = {hit["n"]: hit.score for hit in searcher.search(query, limit=None)}
            got = {rows[at]: tf[at] for at in np.flatnonzero(tf) if rows[at] >= 0}
            assert got.keys() == want.keys()
            if isinstance(query, Term):  # Whoosh scores a phrase as the sum of its words
                idf = passage_idf(len(texts), len(got))
                relative = lengths[list(got)] / lengths.mean()
                scores = idf * saturated(np.array(list(got.values())), PASSAGE_K1, PASSAGE_B, relative)
                assert scores.tolist() == pytest.approx([want[number] for number in got], abs=1e-6)
            compared += len(got)
    return compared


def test_arrays_equal_whoosh_through_adding_deleting_and_merging(tmp_path: Path) -> None:
    rng = random.Random(3)
    index = Index.open(tmp_path / "index")

    def brief(number: int) -> IndexEntry:
        return entry(number, *(" ".join(rng.choices(LATIN, k=rng.randint(1, 10))) for _ in range(4)))

    def texts(entries: dict[int, IndexEntry]) -> dict[tuple[int, int], str]:
        return {(n, number): text for n, entry in entries.items() for number, _, text in entry.passages}

    entries: dict[int, IndexEntry] = {}
    for stage in range(6):
        new = [brief(rng.randrange(60)) for _ in range(12)]
        gone = rng.sample(sorted(entries), min(5, len(entries)))
        index.update(new, gone)
        entries = {n: old for n, old in entries.items() if n not in gone} | {one.brief: one for one in new}
        corrected = rng.sample(sorted(entries), 7)
        index.update(IndexEntry(n, stage, "peace", "war treaty", None) for n in corrected)
        assert {n: index.contents()[n] for n in corrected} == dict.fromkeys(corrected, stage)
        assert compare_with_whoosh(index, tmp_path / f"plain{stage}", texts(entries)) > 20


# ---- what is closer to the question


def test_a_sentence_comes_before_a_heading_that_holds_as_much(index: Index) -> None:
    heading, body = PassageKind.HEADING, PassageKind.BODY
    passages = ((0, heading, "Peace treaty"), (1, body, "what a peace treaty would need"), (2, body, "peace"))
    index.update([IndexEntry(1, 1, "", "", passages)])
    assert index.find(parse("peace treaty")).best(1, 9) == [1, 0, 2]
    assert index.find(parse("peace treaty need")).best(1, 1) == [1]


def test_words_that_stand_together_rank_above_words_apart(index: Index) -> None:
    index.update(
        [
            entry(1, "a treaty on trade and much else was signed before peace"),
            entry(2, "a peace treaty on trade and much else was signed before"),
            entry(3, "nothing of the kind"),
        ]
    )
    assert index.find(parse("peace treaty")).ids == [2, 1]
    assert index.find(parse("treaty peace")).ids == [2, 1]


def test_small_words_of_a_long_question_count_little(index: Index) -> None:
    index.update([entry(1, "what how is was where"), entry(2, "sanctions"), *(entry(n, "filler") for n in range(3, 9))])
    found = index.find(parse("what are the effects how of sanctions"))
    assert found.partial == [2, 1]


def test_what_is_required_is_shown_with_a_word_that_nothing_holds(index: Index) -> None:
    index.update([entry(1, "the separated families met"), entry(2, "families, separated")])
    found = index.find(parse('"separated families" zeppelin'))
    assert (found.ids, found.partial) == ([], [1])
    assert found.lacks(1) == ("zeppelin",)
    assert sorted(index.find(parse("separated zeppelin")).partial) == [1, 2]
