from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from kinu_reader.model import ArchivedBrief, Author, FailureKind, FileKind, Record, UnreadableFile
from kinu_reader.tasks.citing import exported
from kinu_reader.tasks.editing import edit, undo
from kinu_reader.tasks.interchange import BOM, Match, apply, catalogue_csv, match, proposed, read_records, settle
from kinu_reader.tasks.matching import Known, Reason

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "table.csv"
    path.write_bytes(text.encode(encoding))
    return path


def matched(archive: Archive, folder: Path, text: str) -> list[Match]:
    return match(archive, read_records(table(folder, text)).records)


def brief(id: int, **fields: object) -> ArchivedBrief:
    return ArchivedBrief(id, f"{id:064x}", f"{id}.pdf", FileKind.PDF, Record(**fields), 1, "")  # type: ignore[arg-type]


def test_the_catalogue_goes_out_is_edited_and_comes_in(full_shelf: Archive, tmp_path: Path) -> None:
    known = full_shelf.library.briefs(full_shelf.library.ids())
    id = next(id for id, brief in known.items() if brief.record.authors and brief.record.authors[0].role)
    edit(full_shelf, [id], {"title": "=SUM(A1) of a title"})
    text = catalogue_csv(full_shelf)
    assert "'=SUM" in text
    assert not any(m.differences or m.refused for m in matched(full_shelf, tmp_path, BOM + text))
    rows = list(csv.DictReader(io.StringIO(text)))
    row = next(row for row in rows if row["id"] == str(id))
    row |= {"place": "Busan", "code": "XX 99-99", "authors": row["authors"] + "; 오경섭"}
    edited = io.StringIO()
    writer = csv.DictWriter(edited, row)
    writer.writeheader()
    writer.writerows(rows)
    matches = matched(full_shelf, tmp_path, edited.getvalue())
    assert {m.reason for m in matches} == {Reason.CONTENT}
    apply(full_shelf, proposed(matches))
    after = full_shelf.library.briefs([id])[id].record
    assert (after.place, after.code, after.title) == ("Busan", "XX 99-99", "=SUM(A1) of a title")
    assert after.authors == (*known[id].record.authors, Author("오경섭", "오", "경섭"))
    assert not any(m.differences for m in matched(full_shelf, tmp_path, edited.getvalue()))


@pytest.mark.parametrize("form", ["ris", "bibtex", "biblatex", "csl-json"])
def test_our_own_exports_say_nothing_new(full_shelf: Archive, tmp_path: Path, form: str) -> None:
    path = tmp_path / "briefs.txt"
    path.write_text(exported(full_shelf, full_shelf.library.ids(), form), encoding="utf-8")
    matches = match(full_shelf, read_records(path).records)
    assert len(matches) == len(full_shelf.library.ids())
    assert [m for m in matches if m.brief is None or m.differences or m.refused] == []


def test_what_a_person_typed_is_marked_and_left(full_shelf: Archive, tmp_path: Path) -> None:
    id = full_shelf.library.named("CO 24-15/en")[0]
    edit(full_shelf, [id], {"title": "My Own Title"})
    before = full_shelf.library.briefs([id])[id].record
    (found,) = matched(full_shelf, tmp_path, "code,language,title,place,year\nCO24-15,en,Their Title,Ulsan,next\n")
    assert (found.brief and found.brief.id, found.reason) == (id, Reason.CODE)
    assert [(d.field, d.typed) for d in found.differences] == [("title", True), ("place", False)]
    assert found.refused == (("year", "next"),)
    assert proposed([found]) == {id: {"place": "Ulsan"}}
    (after,) = apply(full_shelf, proposed([found], overwrite=True))
    assert (after.record.title, after.record.place) == ("Their Title", "Ulsan")
    undo(full_shelf)
    assert full_shelf.library.briefs([id])[id].record == before


def test_many_briefs_are_one_edit(full_shelf: Archive, tmp_path: Path) -> None:
    ids = full_shelf.library.ids()
    before = full_shelf.library.briefs(ids)
    rows = "".join(f"{before[id].sha256},Jeju\n" for id in ids)
    assert len(apply(full_shelf, proposed(matched(full_shelf, tmp_path, f"sha256,place\n{rows}")))) == len(ids)
    assert {brief.record.place for brief in full_shelf.library.briefs(ids).values()} == {"Jeju"}
    undo(full_shelf)
    assert full_shelf.library.briefs(ids) == before


def test_what_is_not_certain_is_left_open(full_shelf: Archive, tmp_path: Path) -> None:
    both, none, first, again = matched(
        full_shelf, tmp_path, "code,title,place\nCO 24-15,,Jeju\n,Quantum Tides,Jeju\nCO 24-15/en,,\nCO 21-19,,\n"
    )
    assert both.brief is None
    assert len(both.candidates) == 2
    assert none.brief is None
    assert not none.candidates
    assert proposed([both, none, first, again]) == {}
    decided = settle(both, both.candidates[1])
    assert proposed([decided]) == {both.candidates[1].id: {"place": "Jeju"}}


def test_a_second_record_of_a_brief_waits(full_shelf: Archive, tmp_path: Path) -> None:
    one, two = matched(full_shelf, tmp_path, "code,language,place\nCO 24-15,en,Jeju\nCO 24-15,en,Busan\n")
    assert one.brief is not None
    assert two.brief is None
    assert [candidate.id for candidate in two.candidates] == [one.brief.id]


def test_reasons_in_their_order(tmp_path: Path) -> None:
    known = Known(
        [
            brief(1, code="CO 24-15", title="Rails before Trains", language="en", doi="https://doi.org/10.1/A"),
            brief(2, code="CO 24-15", title="열차보다 철길", language="ko"),
            brief(3, code="제12호", series="이슈와 논점", title="물의 길"),
            brief(4, title="Counting the Old: Demographic Ageing on Both Sides of the Line"),
            brief(5, title="Counting the New: Demographic Ageing on Both Sides of the Line"),
        ]
    )

    def of(row: str) -> tuple[Reason | None, list[int]]:
        head = "file,code,doi,title,series,language\n"
        (record,) = read_records(table(tmp_path, head + row)).records
        reason, found = known.find(record)
        return reason, [brief.id for brief in found]

    assert of(",co24-15,,,,ko") == (Reason.CODE, [2])
    assert of(",CO 24-15,,열차보다 철길,,") == (Reason.CODE, [2])
    assert of(",CO 24-15,,Rails before the Trains,,") == (Reason.CODE, [1])
    assert of(",CO 24-15,,,,") == (Reason.CODE, [1, 2])
    assert of(",제12호,,,이슈와 논점,") == (Reason.CODE, [3])
    assert of(",제12호,,Another brief altogether,,") == (Reason.WEAK_CODE, [3])
    assert of(",제12호,10.1/a,,,") == (Reason.DOI, [1])
    assert of(",,,RAILS BEFORE TRAINS,,") == (Reason.TITLE, [1])
    assert of(",,,Counting the Old: Demographic Aging on Both Sides of the Line,,") == (Reason.TITLE, [4])
    assert of("/home/me/3.PDF,,,,,") == (Reason.FILE, [3])
    assert of("9.pdf,CO 99-99,10.9/9,Nothing like it,,") == (None, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (record,) = read_records(table(tmp_path, "제목,저자\n통일정책의 새로운 과제와 방향,홍민\n", encoding)).records
    assert record.fields == {"title": "통일정책의 새로운 과제와 방향", "authors": "홍민"}


def test_what_is_no_list_of_records(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_records(tmp_path / "absent.csv")
    assert caught.value.kind is FailureKind.UNREADABLE
    path = tmp_path / "picture.csv"
    path.write_bytes(bytes(range(256)) * 4)
    with pytest.raises(UnreadableFile) as caught:
        read_records(path)
    assert caught.value.kind is FailureKind.NOT_A_DOCUMENT
