from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinu_reader.annotations import CONTEXT, Found, anchor, find
from kinu_reader.annotations.aligning import distance, nearest, within
from kinu_reader.model import Placing

TEXT = (
    "The ferry waits for the tide. Nobody knows how long the strait will stay open.\n\n"
    "A second ferry was promised in the spring, and the promise was kept.\n\n"
    "북한은 지난봄 두 번째 배를 약속하였다. 약속은 지켜졌으나 항로는 아직 열리지 않았다.\n\n"
    "The ferry waits for the tide, as it always did; only the tide does not wait."
)
LONG = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=300)


def of(words: str, text: str = TEXT) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def test_an_anchor_keeps_the_words_and_what_stands_around_them() -> None:
    made = anchor(TEXT, *of("두 번째 배를 약속"), page=2, page_label="14", boxes=[(2, (1.0, 2.0, 3.0, 4.0))])
    assert made.quote == "두 번째 배를 약속"
    assert made.prefix + made.quote + made.suffix in TEXT
    assert TEXT.startswith(made.prefix)
    assert TEXT.endswith(made.suffix)
    assert (made.page, made.page_label, made.boxes) == (2, "14", ((2, (1.0, 2.0, 3.0, 4.0)),))


def test_of_a_long_text_only_the_nearest_characters_are_kept() -> None:
    text = "before " * CONTEXT + "kept" + " behind" * CONTEXT
    made = anchor(text, *of("kept", text))
    assert len(made.prefix) == len(made.suffix) == CONTEXT


def listed(first: str) -> str:
    return f"{first} voted as follows. In favour: {', '.join(f'State {n}' for n in range(30))}. Against: none.\n\n"


def test_two_equal_lists_are_told_apart_by_what_stands_before_them() -> None:
    text = listed("On the ferry, those present") + "A word between the two.\n\n" + listed("On the toll, all others")
    start = text.rindex("State 7,")
    made = anchor(text, start, start + 30)
    changed = "A preface. " * 9 + text.replace("State 11", "Land 11")
    found = find(made, changed)
    assert found.start == changed.rindex("State 7,")


def test_equal_lists_in_another_order_are_said_to_be_moved() -> None:
    first, second = listed("On the ferry, those present"), listed("On the toll, all others")
    start = first.index("State 15")
    made = anchor(first + second, start, start + 30)
    assert find(made, "New. " + second).placing is not Placing.PLACED


@settings(max_examples=60)
@given(LONG, st.data())
def test_any_range_is_found_in_its_own_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert find(anchor(text, start, end), text) == Found(start, end, Placing.PLACED)


@settings(max_examples=60)
@given(LONG, LONG, st.data())
def test_in_any_other_text_the_same_words_or_a_mark(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = find(anchor(text, start, end), other)
    assert 0 <= found.start <= found.end <= len(other)
    if found.placing is Placing.PLACED:
        assert other[found.start : found.end].split() == text[start:end].split()
    if found.placing is Placing.ORPHAN:
        assert found.start == found.end


def test_words_that_stand_twice_go_to_where_their_neighbours_are() -> None:
    start = TEXT.rindex("The ferry waits")
    made = anchor(TEXT, start, start + 15)
    before = "Preface. " * 40
    found = find(made, before + TEXT)
    assert (found.start, found.placing) == (len(before) + start, Placing.PLACED)


def test_words_without_a_neighbour_left_are_no_evidence() -> None:
    made = anchor(TEXT, *of("promise"))
    assert find(made, "Wholly other words, and in their midst a promise of none of it.").placing is Placing.ORPHAN


def test_a_changed_word_is_said_to_be_changed() -> None:
    made = anchor(TEXT, *of("promised in the spring"))
    text = TEXT.replace("spring", "autumn")
    found = find(made, text)
    assert text[found.start : found.end] == "promised in the autumn"
    assert found.placing is Placing.MOVED


def test_many_words_are_found_alone_but_said_to_have_moved() -> None:
    made = anchor(TEXT, *of("A second ferry was promised in the spring, and the promise was kept."))
    text = "Other things first.\n\n" + made.quote + "\n\nOther things last."
    found = find(made, text)
    assert (text[found.start : found.end], found.placing) == (made.quote, Placing.MOVED)


def test_only_other_blanks_are_the_same_words() -> None:
    made = anchor(TEXT, *of("how long the strait will stay open"))
    text = TEXT.replace("the strait", "the\nstrait").replace("Nobody knows", "Nobody  knows")
    found = find(made, text)
    assert text[found.start : found.end] == "how long the\nstrait will stay open"
    assert found.placing is Placing.PLACED


def test_of_two_places_with_the_same_neighbours_neither_is_sure() -> None:
    row = "해당 없음 | 해당 없음 | 해당 없음 | 해당 없음 | 해당 없음 | 해당 없음 | 해당 없음 | 해당 없음\n"
    text = row * 9
    start = text.index("해당", len(row) * 4)
    found = find(anchor(text, start, start + 5), "머리말이 하나 더 있다.\n" + text)
    assert found.placing is Placing.MOVED


def test_a_place_between_two_characters_is_found_by_its_neighbours() -> None:
    start, _ = of("북한은")
    made = anchor(TEXT, start, start)
    text = "새 머리말이 있다. " + TEXT.replace("지난봄", "지난가을")
    found = find(made, text)
    assert text[found.start :].startswith("북한은")


@pytest.mark.parametrize("words", ["", "x", "한"])
def test_the_shortest_texts(words: str) -> None:
    made = replace(anchor(words, 0, len(words)), start=7)
    assert find(made, "") == Found(0, 0, Placing.ORPHAN)


def test_more_characters_than_the_aligner_knows() -> None:
    text = "".join(chr(0xAC00 + n * 7) for n in range(1400))
    quote = text[300:900]
    changed = "새 글 " * 50 + text[:300] + quote[:200] + "바뀐 말" + quote[204:] + text[900:]
    found = find(anchor(text, 300, 900), changed)
    assert (found.start, found.end, found.placing) == (500, 1100, Placing.MOVED)


def test_distances() -> None:
    assert distance("ferry", "fairy") == 2
    assert distance("", "ferry") == distance("ferry", "") == 5
    assert nearest("ferri", TEXT, 1)[0] == 1
    assert nearest("zzzzzz", TEXT, 1) == (-1, [])
    assert nearest("", TEXT, 1) == nearest("a", "", 1) == (-1, [])
    assert within("abcdef", "zzabXcdefzz", 1, (2, 4)) == [(5, 7)]
    assert within("abcdef", "zzzzzzz", 1, (2, 4)) == []


def test_of_two_copies_the_one_that_is_left_is_not_taken_for_the_other() -> None:
    clause = "Recalling the charter of the strait, the harbours agree that every ferry sails free of toll in winter"
    text = f"{clause}, save on Sundays.\n\nA word between.\n\n{clause}, but not in a storm."
    start = text.rindex("every ferry sails free of toll in winter, but") + len("every ")
    made = anchor(text, start, start + 35)
    assert made.times == 2
    found = find(made, "A new first word. " + text)
    assert text[found.start - 18 : found.end - 18] == made.quote
    left = find(made, text[: text.index("A word")])
    assert left.placing is not Placing.PLACED
    assert anchor(text, 0, 0).times == anchor(text, *of("A word between", text)).times == 1
