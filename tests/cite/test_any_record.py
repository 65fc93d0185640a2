"""Whatever a record holds, it is cited in one line of printable text, and its markup never becomes ours."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from kinu_reader.cite import KOREAN_NOTE, cite, gaps
from kinu_reader.cite.styles import FAVOURITES
from kinu_reader.model import Author, Entry, Pinpoint, Record

TEXT = st.text(
    st.one_of(
        st.sampled_from("\"'“”‘’.,:;?!-–…<>&{}\r\n\t\x00\ue000\ue001\ud800「」 "),
        st.characters(max_codepoint=0x24F),
        st.sampled_from("서보혁통일연구원徐😀"),
    ),
    max_size=30,
)
AUTHOR = st.one_of(
    st.builds(Author, TEXT),
    st.builds(lambda family, given: Author(f"{family}, {given}", family, given), TEXT, TEXT),
)
RECORD = st.builds(
    Record,
    authors=st.lists(AUTHOR, max_size=4).map(tuple),
    date=st.sampled_from([None, "2024", "2024-02", "2024-02-20", "2024-13-40", "0000", "n.d."]),
    year=st.none() | st.integers(0, 3000),
    language=st.sampled_from([None, "ko", "en", "ko-KR", "x"]),
    **{name: st.none() | TEXT for name in ("institute", "series", "code", "title", "subtitle", "place", "url", "doi")},
)
PLACE = st.none() | st.builds(Pinpoint, TEXT, st.none() | TEXT, st.none() | st.integers(1, 99))


@given(
    style=st.sampled_from([KOREAN_NOTE, *FAVOURITES]),
    locale=st.sampled_from(["en-US", "ko-KR"]),
    records=st.lists(RECORD, min_size=1, max_size=2),
    places=st.lists(PLACE, max_size=4),
)
@settings(max_examples=60)  # the first citation in a style reads the style
def test_any_record_is_cited(style: str, locale: str, records: list[Record], places: list[Pinpoint | None]) -> None:
    entries = [Entry(str(number), record) for number, record in enumerate(records)] * 2
    for entry, cited in zip(entries, cite(entries, style, locale, pinpoints=places[: len(entries)]), strict=True):
        assert cited.id == entry.key
        for form in (cited.in_text, cited.reference):
            assert not re.search(r"[\x00-\x1f\ue000-\uf8ff\ud800-\udfff]", form.text + form.html)
            assert set(re.findall(r"<[^>]*>", form.html)) <= {"<i>", "</i>"}
            assert form.html.count("<i>") == form.html.count("</i>")
            bare = re.sub(r"\\[\\{}]", "", form.rtf)
            assert bare.count("{") == bare.count("}")
        assert set(gaps(entry, style)) <= {"authors", "title", "series", "code", "institute", "place", "date"}
