from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.ui.query_text import field_value, with_field, without_field, without_fields

VALUES = st.text(alphabet="ab 가나-.", min_size=1, max_size=12).map(str.strip).filter(bool)
TEXTS = st.lists(st.sampled_from(["horizon", '"two words"', "lang:ko", "-no", "통일", 'series:"A B"'])).map(" ".join)


@given(TEXTS, VALUES)
def test_a_value_written_is_read_again_and_goes_without_trace(text: str, value: str) -> None:
    written = with_field(text, "author", value)
    assert field_value(written, "author") == value
    assert without_field(written, "author") == without_field(text, "author")
    assert with_field(written, "author", value) == written


def test_a_field_has_one_value() -> None:
    assert with_field("horizon lang:ko", "lang", "en") == "horizon lang:en"
    assert with_field("", "series", "Online Series") == 'series:"Online Series"'
    assert field_value("see note:x", "year") is None
    assert without_fields('lang:ko horizon series:"A B"') == "horizon"


def test_what_stands_inside_a_word_is_no_field() -> None:
    assert field_value("https://lang:ko", "lang") is None
    assert without_field("a:b:c", "a") == ""
