from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.extract.characters import compose, plain, plain_with_boxes

WORDS = st.text(
    st.sampled_from("aé한글ᄒ\u1161\u11ab\u0301\u0323\ufb01 \u00a0\u200b\u3000-\u00ad\U000f0854\ud800"), max_size=12
)


def boxes_for(text: str) -> list[tuple[float, float, float, float]]:
    return [(float(n), 0.0, float(n + 1), 10.0) for n in range(len(text))]


@given(WORDS)
def test_every_character_keeps_a_box_and_the_text_is_nfc(text: str) -> None:
    clean, boxes = plain_with_boxes(text, boxes_for(text))
    assert len(clean) == len(boxes)
    assert unicodedata.is_normalized("NFC", clean)
    assert "  " not in clean
    assert clean.strip(" ") == plain(text)


def test_parts_of_a_syllable_share_the_box_around_them() -> None:
    text = unicodedata.normalize("NFD", "한글é")
    assert compose(text, boxes_for(text)) == ("한글é", [(0, 0, 3, 10), (3, 0, 6, 10), (6, 0, 8, 10)])


def test_private_brackets_spaces_and_soft_hyphens_become_plain() -> None:
    assert plain("\U000f0854통일\u00a0정책\U000f0855\u200b  제\u300012호") == "『통일 정책』 제 12호"
    assert plain("consulta\u00ad") == "consulta-"
    assert plain("half\ud800") == "half\ufffd"
