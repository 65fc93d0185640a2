from __future__ import annotations

import random

from kinu_reader.index import alike, sample


def words(seed: int, n: int = 700) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices("abcdefghij가나다라마", k=chance.randint(2, 8))) for _ in range(n)]


def test_texts_that_are_nearly_the_same_are_found() -> None:
    masthead = " ".join(words(0, 60))
    texts = {seed: f"{masthead} {' '.join(words(seed))}" for seed in range(1, 40)}
    reset = words(7)
    reset[::97] = ["CORRECTED"] * len(reset[::97])
    texts[40] = f"{masthead}\n\n{' '.join(reset).upper()}"
    texts[41] = " ".join(words(8)[:350])  # half of one is not the same
    texts[42] = texts[43] = "Too short to tell."
    found = alike({key: sample(text) for key, text in texts.items()}, 0.8)
    assert set(found) == {(7, 40)}
    assert 0.8 < found[7, 40] < 1


def test_a_text_that_very_many_briefs_have_is_found_too() -> None:
    same = sample(" ".join(words(1)))
    assert alike(dict.fromkeys(range(50), same), 0.8) == {(n, n + 1): 1.0 for n in range(49)}
    assert alike({}, 0.8) == {}
