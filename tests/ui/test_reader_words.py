from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.ui.reader.words import next_word, paragraph_at, sentence_at, word_at

TEXT = (
    "The U.S. view (cf. Kim, J. S. 2019) holds. 통일정책은 길다. “Does it?” It does!\n\n"
    "Second paragraph, state-of-the-art."
)


@pytest.mark.parametrize(
    ("at", "word"),
    [
        ("The", "The"),
        ("he", "The"),
        ("정책", "통일정책은"),
        (" 길다", "통일정책은"),  # where a word ends it is still meant
        (". “", "길다"),
        ("“Does", "“"),
        ("of-the", "state-of-the-art"),
        ("S. view", "U.S"),
    ],
)
def test_words(at: str, word: str) -> None:
    start, end = word_at(TEXT, TEXT.index(at))
    assert TEXT[start:end] == word


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        ("view", "The U.S. view (cf. Kim, J. S. 2019) holds."),
        ("2019", "The U.S. view (cf. Kim, J. S. 2019) holds."),
        ("통일", "통일정책은 길다."),
        ("it?", "“Does it?”"),
        ("It does", "It does!"),
        ("para", "Second paragraph, state-of-the-art."),
    ],
)
def test_sentences(at: str, sentence: str) -> None:
    start, end = sentence_at(TEXT, TEXT.index(at))
    assert TEXT[start:end] == sentence


def test_words_are_walked_there_and_back() -> None:
    there = [0]
    while there[-1] < len(TEXT):
        there.append(next_word(TEXT, there[-1], 1))
    back = [there[-1]]
    while back[-1] > 0:
        back.append(next_word(TEXT, back[-1], -1))
    assert back[::-1] == there
    assert TEXT[there[1] :].startswith("U.S")


@given(st.text(alphabet="aB 1.!?\n통일'-“”", max_size=60), st.integers(0, 60))
def test_units_hold_their_place(text: str, at: int) -> None:
    at = min(at, len(text))
    for unit in (word_at, sentence_at, paragraph_at):
        start, end = unit(text, at)
        assert 0 <= start <= end <= len(text)
        assert start <= at
    assert next_word(text, at, -1) <= at <= next_word(text, at, 1)
    assert at == 0 or next_word(text, at, -1) < at
