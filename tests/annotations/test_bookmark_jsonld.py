"""Web Annotations: every bookmark comes back as it was; those of others come back as far as they go."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.annotations.exchange import NotUnderstood, Returned, Source, read_jsonld
from kinu_reader.annotations.exporting import export
from kinu_reader.annotations.kept import Kept, Sheet, Words
from kinu_reader.model import Anchor, Bookmark, BookmarkKind, Colour, Placing

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
OFFSETS = st.integers(0, 10**9)
SIDES = st.floats(allow_nan=False, allow_infinity=False)
BOXES = st.lists(st.tuples(st.integers(1, 5000), st.tuples(SIDES, SIDES, SIDES, SIDES)), max_size=3).map(tuple)
ANCHORS = st.builds(
    Anchor,
    start=OFFSETS,
    end=OFFSETS,
    quote=TEXT,
    prefix=TEXT,
    suffix=TEXT,
    page=st.integers(1, 5000),
    page_label=TEXT,
    boxes=BOXES,
    times=st.integers(1, 9),
)
BOOKMARKS = st.builds(
    Bookmark,
    id=TEXT,
    brief=st.integers(0, 2**62),
    anchor=ANCHORS,
    kind=st.sampled_from(BookmarkKind),
    colour=st.sampled_from(Colour),
    note=TEXT,
    tags=st.lists(TEXT, max_size=3).map(tuple),
    created=TEXT,
    changed=TEXT,
    state=st.sampled_from(Placing),
    was=TEXT,
    author=TEXT,
)
SOURCES = st.builds(Source, st.from_regex("[0-9a-f]{64}", fullmatch=True), TEXT, TEXT, TEXT)
NOTHING = Words("", "")


def kept(bookmark: Bookmark, source: Source) -> Kept:
    return Kept(bookmark, source.title, source.code, source.file, source.sha256, NOTHING, NOTHING)


@given(st.lists(st.builds(Returned, BOOKMARKS, SOURCES), max_size=3))
def test_every_bookmark_comes_back_as_it_was(made: list[Returned]) -> None:
    text = export("jsonld", Sheet(tuple(kept(one.bookmark, one.source) for one in made))).decode("utf-8")
    reading = read_jsonld(text)
    assert reading.refused == ()
    assert list(reading.returned) == made


def document() -> dict[str, Any]:
    anchor = Anchor(3, 9, "길을 내는", "통일정책은 ", " 일", 2, "ii", ((2, (10.0, 20.5, 90.0, 31.0)),))
    bookmark = Bookmark("a b", 7, anchor, BookmarkKind.AREA, Colour.BLUE, "메모", ("북핵",), "2024-05-01", "2024-05-02")
    source = Source("ab" * 32, "외교", "CO 24-15", "co.pdf")
    found: dict[str, Any] = json.loads(export("jsonld", Sheet((kept(bookmark, source),))))
    return found


def test_the_file_keeps_to_the_model_of_the_w3c() -> None:
    collection = document()
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 1)
    (annotation,) = collection["first"]["items"]
    assert annotation["id"] == "urn:kinu-reader:bookmark:a%20b"
    assert annotation["type"] == "Annotation"
    assert annotation["target"]["source"]["id"] == "urn:sha256:" + "ab" * 32
    assert annotation["target"]["selector"] == [
        {
            "type": "FragmentSelector",
            "conformsTo": "http://tools.ietf.org/rfc/rfc3778",
            "value": "page=2&viewrect=10,20.5,80,10.5",
        },
        {"type": "TextPositionSelector", "start": 3, "end": 9},
        {"type": "TextQuoteSelector", "exact": "길을 내는", "prefix": "통일정책은 ", "suffix": " 일"},
    ]
    assert [body["purpose"] for body in annotation["body"]] == ["commenting", "tagging"]
    assert annotation["body"][0]["format"] == "text/markdown"


def test_an_annotation_of_another_program_is_read_as_far_as_it_goes() -> None:
    other = {
        "type": "Annotation",
        "id": "https://example.org/anno/1",
        "body": {"type": "TextualBody", "value": "look here"},
        "target": {
            "source": "https://example.org/brief.pdf",
            "selector": {"type": "TextQuoteSelector", "exact": "a word", "prefix": "such "},
        },
    }
    (returned,) = read_jsonld(json.dumps(other)).returned
    assert returned.bookmark.anchor.quote == "a word"
    assert returned.bookmark.note == "look here"
    assert returned.bookmark.brief == 0
    assert returned.source == Source()


@pytest.mark.parametrize(
    "change",
    [
        {"target": None},
        {"target": {"source": "x", "selector": []}, "kinu:anchor": {}},
        {"body": [{"value": 3}]},
        {"kinu:anchor": {"boxes": [[1, 2]]}},
        {"kinu:anchor": {"boxes": [[1, "a", 0, 0, 0]]}},
        {"kinu:anchor": {"kind": "book"}},
        {"kinu:anchor": {"brief": -1}},
        {"kinu:anchor": {"page": True}},
        {"kinu:anchor": []},
        {"created": ["2024"]},
        {"id": 5},
    ],
)
def test_what_makes_no_sense_is_left_out_and_said(change: dict[str, Any]) -> None:
    collection = document()
    items = collection["first"]["items"]
    items.append({**items[0], **change})
    reading = read_jsonld(json.dumps(collection))
    assert len(reading.returned) == 1
    assert [reason.partition(":")[0] for reason in reading.refused] == ["2"]


@pytest.mark.parametrize(
    "text", ["", "nonsense", "{}", "3", "[]", '[{"type": "Note"}]', '{"type": "AnnotationCollection"}', "[" * 100_000]
)
def test_a_file_without_annotations_is_told(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_jsonld(text)


@given(
    st.recursive(
        st.none() | st.integers() | TEXT, lambda inner: st.lists(inner, min_size=1) | st.dictionaries(TEXT, inner)
    )
)
def test_no_data_breaks_the_reading(data: object) -> None:
    reading = read_jsonld(json.dumps({"type": "AnnotationPage", "items": [data]}))
    assert len(reading.returned) + len(reading.refused) == 1
