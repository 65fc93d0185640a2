"""Annotations as Zotero's own interface and Better BibTeX write them."""

from __future__ import annotations

import json
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import quote

import pytest

from kinu_reader.annotations.colours import HEX, nearest
from kinu_reader.annotations.exchange import NotUnderstood, Source
from kinu_reader.annotations.zotero import Foreign, read_zotero
from kinu_reader.model import BookmarkKind, Colour

HIGHLIGHT = {
    "key": "ANNO1",
    "itemType": "annotation",
    "parentItem": "FILE1",
    "annotationType": "highlight",
    "annotationText": "통일<i>정책</i>은 길을 내는 일이다.",
    "annotationComment": "중요 <p 3>",
    "annotationColor": "#5fb236",
    "annotationPageLabel": "iv",
    "annotationSortIndex": "00003|001204|00217",
    "annotationPosition": json.dumps({"pageIndex": 3, "rects": [[56.7, 530.1, 300.2, 541.9]]}),
    "tags": [{"tag": "북핵"}, {"tag": "later", "type": 1}],
    "dateAdded": "2024-05-01T10:00:00Z",
    "dateModified": "2024-05-02T10:00:00Z",
}
EXPECTED = Foreign(
    quote="통일정책은 길을 내는 일이다.",
    page=4,
    page_label="iv",
    note="중요 <p 3>",
    colour=Colour.GREEN,
    tags=("북핵", "later"),
    created="2024-05-01T10:00:00Z",
    changed="2024-05-02T10:00:00Z",
    boxes=((56.7, 530.1, 300.2, 541.9),),
    source=Source(title="외교 지평의 확대", file="co-24-15.pdf", code="CO 24-15"),
)


def wrapped(data: dict[str, Any]) -> dict[str, Any]:
    return {"key": data["key"], "version": 4, "library": {"name": "My Library"}, "data": data}


def test_the_interface_of_zotero_names_the_document_by_keys() -> None:
    item = {"key": "ITEM1", "itemType": "report", "title": "외교 지평의 확대", "reportNumber": "CO 24-15"}
    file = {
        "key": "FILE1",
        "itemType": "attachment",
        "parentItem": "ITEM1",
        "title": "Full Text PDF",
        "filename": "co-24-15.pdf",
    }
    (found,) = read_zotero(json.dumps([wrapped(HIGHLIGHT), wrapped(file), wrapped(item)]))
    assert found == EXPECTED


def test_better_bibtex_puts_annotations_into_their_document() -> None:
    library = {
        "config": {"label": "BetterBibTeX JSON"},
        "items": [
            {
                "itemType": "report",
                "title": "외교 지평의 확대",
                "reportNumber": "CO 24-15",
                "attachments": [
                    {
                        "itemType": "attachment",
                        "title": "Full Text PDF",
                        "path": "C:\\Users\\me\\Zotero\\storage\\X\\co-24-15.pdf",
                        "annotations": [HIGHLIGHT],
                    }
                ],
            },
            {"itemType": "report", "title": "Another", "attachments": []},
        ],
    }
    assert read_zotero(json.dumps(library)) == [EXPECTED]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("highlight", BookmarkKind.PASSAGE),
        ("underline", BookmarkKind.PASSAGE),
        ("note", BookmarkKind.PAGE),
        ("image", BookmarkKind.AREA),
        ("ink", BookmarkKind.AREA),
    ],
)
def test_a_kind_of_zotero_is_a_kind_of_ours(kind: str, expected: BookmarkKind) -> None:
    (found,) = read_zotero(json.dumps([{"annotationType": kind}]))
    assert found == Foreign("", None, "", kind=expected)


def test_parents_in_a_circle_end() -> None:
    one = {"key": "ANNO1", "annotationType": "note", "parentItem": "A"}
    circle = [{"key": "A", "parentItem": "B", "title": "one"}, {"key": "B", "parentItem": "A", "title": "two"}]
    (found,) = read_zotero(json.dumps([one, *circle]))
    assert found.source.title == "two"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"items": []}',
        '[{"annotationType": "highlight", "annotationPosition": "no JSON"}]',
        '[{"annotationType": "highlight", "tags": 3}]',
        "[" * 900 + "]" * 900,
    ],
)
def test_a_file_without_annotations_is_told(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_zotero(text)


@pytest.mark.parametrize(
    ("ink", "colour"),
    [
        ("#ffd400", Colour.AMBER),
        ("#f19837", Colour.AMBER),
        ("#ff6666", Colour.ROSE),
        ("#e56eee", Colour.ROSE),
        ("#5fb236", Colour.GREEN),
        ("#2ea8e5", Colour.BLUE),
        ("#a28ae5", Colour.BLUE),
        ("#aaaaaa", Colour.AMBER),
        ("yellow", Colour.AMBER),
        ("", Colour.AMBER),
    ],
)
def test_a_colour_of_zotero_has_one_of_ours_beside_it(ink: str, colour: Colour) -> None:
    assert nearest(ink) is colour


@pytest.mark.parametrize("colour", Colour)
def test_our_own_colours_stay_what_they_are(colour: Colour) -> None:
    assert nearest(HEX[colour]) is colour


def note(title: str = "외교 지평의 확대") -> str:
    """Return a note as Zotero makes it of two annotations."""
    uri = "http://zotero.org/users/1/items/ITEM1"
    position = {"pageIndex": 3, "rects": [[56.7, 530.1, 300.2, 541.9]]}
    cited = {"uris": [uri], "locator": "iv"}
    mark = {"annotationKey": "A", "color": "#5fb236", "pageLabel": "iv", "position": position, "citationItem": cited}
    items = [{"uris": [uri], "itemData": {"title": title, "number": "CO 24-15"}}]
    return (
        f'<div data-citation-items="{quote(json.dumps(items))}" data-schema-version="9"><h1>Annotations</h1>'
        f'<p><span class="highlight" data-annotation="{quote(json.dumps(mark))}">“통일<b>정책</b>은 길”</span> '
        f'<span class="citation" data-citation="{quote(json.dumps({"citationItems": [cited]}))}">'
        '(<span class="citation-item">서보혁, 2024, p. iv</span>)</span> 중요 &amp; 새롭다</p><p>of my own</p></div>'
    )


NOTED = replace(EXPECTED, quote="통일정책은 길", note="중요 & 새롭다", tags=(), created="", changed="")
NOTED = replace(NOTED, source=replace(EXPECTED.source, file=""))


@pytest.mark.parametrize(
    "text",
    [
        note(),
        f"<rdf:RDF><bib:Memo rdf:about='#item_2'><rdf:value>{escape(note())}</rdf:value></bib:Memo></rdf:RDF>",
        json.dumps([{"key": "NOTE", "data": {"key": "NOTE", "itemType": "note", "note": note()}}]),
    ],
)
def test_notes_made_of_annotations(text: str) -> None:
    assert read_zotero(text) == [NOTED]


def test_who_marked_and_where_on_the_page() -> None:
    (found,) = read_zotero(json.dumps([HIGHLIGHT | {"annotationAuthorName": "홍길동"}]))
    assert found.author == "홍길동"
    assert found.boxes == ((56.7, 530.1, 300.2, 541.9),)


@pytest.mark.parametrize("text", ["<p data-annotation='%7B'>x</p>", '<span data-annotation="%5B%5D">x</span>'])
def test_a_note_that_makes_no_sense_is_not_understood(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_zotero(text)
