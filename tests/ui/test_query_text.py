from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.ui.query_text import field_value, with_field, without_field

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


def test_fields_are_read_as_the_query_language_reads_them() -> None:
    assert field_value("통일 연도:2020..2024", "year") == "2020..2024"
    assert field_value("language: ko", "lang") == "ko"
    assert field_value("tag：“a b”", "tag") == "a b"
    assert field_value("Note: see", "note") is None
    assert without_field("통일 품질:좋음 언어:ko", "quality") == "통일 언어:ko"
    assert with_field("통일 연도:2020", "year", "2021") == "통일 year:2021"


def test_what_stands_inside_a_word_is_no_field() -> None:
    assert field_value("https://lang:ko", "lang") is None
    assert without_field("a:tag:c tag:b:c", "tag") == "a:tag:c"
