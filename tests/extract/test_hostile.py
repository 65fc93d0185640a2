"""Files made to harm: each costs at most itself, is explained, and a good brief beside it is read."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinu_reader.extract import Readers
from kinu_reader.extract.child import Child, Limits
from kinu_reader.extract.reading import read_file
from kinu_reader.model import Brief, FailureKind, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Press

LINES = ["A good brief is read although", "its neighbours are not."]
GOOD = " ".join(LINES)


def raw_pdf(*objects: bytes) -> bytes:
    """Return a PDF of objects from 1 on, the first of which is the catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        body + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    )


def one_page(page: bytes, *more: bytes) -> bytes:
    catalogue, pages = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return raw_pdf(catalogue, pages, b"<</Type/Page/Parent 2 0 R%b>>" % page, *more)


def stream(data: bytes) -> bytes:
    return b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(data), data)


def bomb(size: int) -> bytes:
    squeezer = zlib.compressobj(9)
    data = b"".join(squeezer.compress(b"q " * (1 << 19)) for _ in range(size >> 20)) + squeezer.flush()
    return one_page(b"/MediaBox[0 0 595 842]/Contents 4 0 R", stream(data))


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>"
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count)
    return raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree, *[page] * count)


HOSTILE = {
    "huge page": one_page(b"/MediaBox[0 0 9000000 9000000]"),
    "empty page": one_page(b"/MediaBox[0 0 0 0]"),
    "page upside down": one_page(b"/MediaBox[595 842 0 0]/Rotate 45"),
    "no box": one_page(b""),
    "box of words": one_page(b"/MediaBox[(a) (b) null]"),
    "own parent": raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 9>>"),
    "false count": raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 99999999>>"),
    "too many pages": many_pages(5001),
    "stream that is not zipped": one_page(b"/MediaBox[0 0 9 9]/Contents 4 0 R", stream(b"\0\xff" * 99)),
    "deep": one_page(b"/MediaBox[0 0 9 9]/Contents 4 0 R", stream(zlib.compress(b"q " * 99999 + b"[" * 99999))),
    "labels in a circle": raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R/PageLabels 4 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>",
        b"<</Kids[4 0 R]/Nums[0 4 0 R]>>",
    ),
    "annotations in a circle": one_page(
        b"/MediaBox[0 0 99 99]/Annots[4 0 R 3 0 R]", b"<</Subtype/Highlight/Popup 4 0 R>>"
    ),
    "cut short": many_pages(20)[:900],
    "no pdf": b"%PDF-",
}


def outcome(child: Child, path: Path) -> Brief | UnreadableFile:
    try:
        brief: Brief = child.run(path)
    except UnreadableFile as error:
        return error
    return brief


def test_hostile_files_cost_only_themselves(press: Callable[..., Press], tmp_path: Path) -> None:
    good = press("good.pdf").lines(72, 100, LINES).save()
    paths = [good]
    for name, data in HOSTILE.items():
        paths += [tmp_path / f"{name}.pdf", good]
        paths[-2].write_bytes(data)
    with Readers(2, 20) as readers:
        read = list(readers.read_all(paths))
    assert all(isinstance(answer, Brief) and answer.text == GOOD for answer in read[::2])
    answers = dict(zip(HOSTILE, read[1::2], strict=True))
    assert all(isinstance(answer, Brief | UnreadableFile) for answer in answers.values())
    kinds = {name: answer.kind for name, answer in answers.items() if isinstance(answer, UnreadableFile)}
    assert kinds["too many pages"] is FailureKind.TOO_LARGE
    assert kinds["own parent"] is kinds["no pdf"] is FailureKind.UNREADABLE
    assert all(answer.detail for answer in answers.values() if isinstance(answer, UnreadableFile))


def test_a_decompression_bomb_ends_at_a_limit(press: Callable[..., Press], tmp_path: Path) -> None:
    good, path = press("good.pdf").lines(72, 100, LINES).save(), tmp_path / "bomb.pdf"
    path.write_bytes(bomb(300 << 20))
    assert path.stat().st_size < 1 << 20
    child = Child(read_file, Limits(6.0, memory=400 << 20))
    try:
        assert child.run(good).text == GOOD
        answer = outcome(child, path)
        if isinstance(answer, UnreadableFile):
            assert answer.kind in {FailureKind.TOO_LARGE, FailureKind.TIMEOUT}
        else:
            assert answer.text == ""
        assert child.run(good).text == GOOD
    finally:
        child.close()


def test_nothing_in_a_file_is_run_or_followed(press: Callable[..., Press], tmp_path: Path) -> None:
    paper = press().lines(72, 100, LINES)
    trace = tmp_path / "trace"
    actions = [f"<</S/Launch/F(/usr/bin/touch)/Win<</F(cmd)>>/P({trace})>>", "<</S/JavaScript/JS(app.alert(1))>>"]
    for number, action in enumerate(actions):
        xref = paper.document.get_new_xref()
        paper.document.update_object(xref, action)
        paper.document.xref_set_key(paper.document.pdf_catalog(), ("OpenAction", "AA")[number], f"{xref} 0 R")
    paper.document.embfile_add("evil.txt", b"words of an attachment")
    path = paper.save()
    before = set(tmp_path.iterdir())
    brief = read_file(path)
    assert brief.text == GOOD
    assert set(tmp_path.iterdir()) == before
    assert not trace.exists()


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    child = Child(read_file, Limits(10.0))
    yield child
    child.close()


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a small PDF with text, a picture, marks, labels and an outline, not squeezed, for mutation."""
    document = pymupdf.open()
    for number in range(3):
        page = document.new_page()
        page.insert_text((72, 72), f"The valley road, part {number}")
        page.add_text_annot((200, 200), "a note")
    page.insert_image((72, 90, 100, 120), pixmap=pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 4, 4)))
    document.set_page_labels([{"startpage": 0, "style": "r"}])
    document.set_toc([[1, "Road", 1]])
    return bytes(document.tobytes(deflate=False))


changes = st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=12)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=changes, cut=st.floats(0.2, 1.0), doubled=st.floats(0, 1))
def test_changed_files_are_read_or_refused(
    tmp_path: Path, child: Child, model: bytes, changes: list[tuple[float, bytes]], cut: float, doubled: float
) -> None:
    data = bytearray(model)
    for place, piece in changes:
        at = int(place * len(data))
        data[at : at + len(piece)] = piece
    at = int(doubled * len(data))
    data[at:at] = data[at : at + 50]
    path = tmp_path / "changed.pdf"
    path.write_bytes(data[: int(cut * len(data))])
    answer = outcome(child, path)
    if isinstance(answer, UnreadableFile):
        assert answer.detail
    else:
        assert len(answer.pages) >= 1
        assert all(0 <= page.start <= page.end <= len(answer.text) for page in answer.pages)


def test_the_whole_collection_of_hostile_files(shared: Path, press: Callable[..., Press]) -> None:
    good = press("good.pdf").lines(72, 100, LINES).save()
    hostile = sorted((shared / "corpora" / "adversarial").rglob("*.pdf"))
    paths = [path for bad in hostile for path in (bad, good)]
    with Readers(2, 60) as readers:
        read = list(readers.read_all(paths))
    assert all(isinstance(answer, Brief) and answer.text == GOOD for answer in read[1::2])
    refused = [answer for answer in read[::2] if isinstance(answer, UnreadableFile)]
    assert all(answer.detail and "Traceback" not in answer.detail for answer in refused)
    assert len(refused) < 0.3 * len(hostile)
