"""One author, several spellings: suggested with reasons, merged only by a person, then found as one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kinu_reader.cli import main
from kinu_reader.model import Field, Filters, SearchRequest, WrongValue
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.authority import Reason, decided, groups, merge, part, put_back, refuse, suggestions
from kinu_reader.tasks.editing import edit
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.searching import answering, facets

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

BRIEFS = [
    ("CO 24-11", "", "A First View of Borders", "Suh, Bo-hyuk", "Research Fellow", "Peace Research Division"),
    ("CO 24-11", "", "국경을 보는 첫째 시선", "서보혁", "연구위원", "평화연구실"),
    ("CO 24-12", "", "A Second View of Rivers", "Seo, Bohyeok", "Research Fellow", "Peace Research Division"),
    ("CO 24-13", "", "A Third View of Harbours", "Bo-hyuk Suh", "Research Fellow", "Division of Peace Research"),
    ("CO 24-14", "", "A Fourth View of Ferries", "Rhee, Syngman", "Research Fellow", "Sea Research Division"),
    ("CO 24-14", "", "나룻배를 보는 넷째 시선", "이승무", "연구위원", "해양연구실"),
    ("CO 24-15", "", "A Fifth View of Markets", "Lee, Jong-min", "Research Fellow", "Sea Research Division"),
    ("CO 24-16", "", "장터를 보는 여섯째 시선", "이정민", "연구위원", "평화연구실"),
    ("CO 24-17", "", "바람을 보는 일곱째 시선", "서보현", "연구위원", "평화연구실"),
]


@pytest.fixture
def authors(shelf: Archive, tmp_path: Path) -> Archive:
    for number, (code, _, title, author, role, division) in enumerate(BRIEFS):
        korean = "가" <= title[0] <= "힣"
        words = "이 글은 바다와 국경을 다룬다." if korean else "This brief treats the sea and the border."
        (tmp_path / f"{number}.txt").write_text(
            f"Online Series {code}\n\n{title}\n\n{author} ({role}, {division})\n\n{words} {number}.", encoding="utf-8"
        )
    change = import_files(shelf, sorted(tmp_path.glob("*.txt")), jobs=1)
    assert len(change.added) == len(BRIEFS)
    return shelf


def codes(archive: Archive, text: str = "", filters: Filters = Filters()) -> list[str]:
    ids = answering(archive, SearchRequest(text, filters))
    return sorted({f"{brief.record.code}/{brief.record.language}" for brief in archive.library.briefs(ids).values()})


OURS = ["CO 24-11/en", "CO 24-11/ko", "CO 24-12/en", "CO 24-13/en"]
NAMES = ("Bo-hyuk Suh", "Seo, Bohyeok", "Suh, Bo-hyuk", "서보혁")


def test_spellings_of_one_author_are_suggested_with_reasons(authors: Archive) -> None:
    first = suggestions(authors, Field.AUTHOR)[0]
    assert sorted(first.names) == sorted(NAMES)
    assert set(first.reasons) == set(Reason)
    assert groups(authors, Field.AUTHOR) == []


def test_editions_alone_are_a_reason(authors: Archive) -> None:
    found = {one.names: one.reasons for one in suggestions(authors, Field.AUTHOR)}
    assert found["Rhee, Syngman", "이승무"] == (Reason.EDITIONS,)


def test_editions_may_name_their_authors_in_another_order(shelf: Archive, tmp_path: Path) -> None:
    heads = {
        "en": "Online Series CO 24-31\n\nHills and Valleys\n\nThe sea is far from here.",
        "ko": "Online Series CO 24-31\n\n산과 골짜기\n\n바다는 멀다. 이 글은 산을 다룬다.",
    }
    for language, text in heads.items():
        (tmp_path / f"{language}.txt").write_text(text, encoding="utf-8")
    english, korean = (import_files(shelf, [tmp_path / f"{name}.txt"], jobs=1).added[0].id for name in ("en", "ko"))
    edit(shelf, [english], {"authors": "Hong, Min; Oh, Gyeong-seob; Stone, Peter"})
    edit(shelf, [korean], {"authors": "오경섭; 차돌석; 홍민"})
    found = {one.names: one.reasons for one in suggestions(shelf, Field.AUTHOR)}
    assert found == {
        ("Hong, Min", "홍민"): (Reason.SAME_IN_HANGUL, Reason.EDITIONS),
        ("Oh, Gyeong-seob", "오경섭"): (Reason.SAME_IN_HANGUL, Reason.EDITIONS),
        ("Stone, Peter", "차돌석"): (Reason.EDITIONS,),
    }


def test_other_names_are_not_suggested(authors: Archive) -> None:
    names = [set(one.names) for one in suggestions(authors, Field.AUTHOR)]
    assert not any({"서보혁", "서보현"} <= some or "이정민" in some for some in names)


def test_what_is_merged_is_found_by_any_of_its_names(authors: Archive) -> None:
    assert codes(authors, 'author:"Seo, Bohyeok"') == ["CO 24-12/en"]
    merge(authors, Field.AUTHOR, NAMES)
    for name in NAMES:
        assert codes(authors, f'author:"{name}"') == OURS, name
        assert codes(authors, filters=Filters(author=name)) == OURS, name
    assert codes(authors, "author:서보혁") == OURS
    assert codes(authors, "author:Bohyeok") == OURS
    assert suggestions(authors, Field.AUTHOR)[0].names == ("Rhee, Syngman", "이승무")


def test_a_merged_name_in_plain_words_finds_the_others(authors: Archive) -> None:
    assert "CO 24-14/ko" not in codes(authors, "Rhee Syngman")
    merge(authors, Field.AUTHOR, ["Rhee, Syngman", "이승무"])
    assert codes(authors, "Rhee Syngman") == ["CO 24-14/en", "CO 24-14/ko"]
    assert codes(authors, "이승무") == ["CO 24-14/en", "CO 24-14/ko"]


def test_what_is_merged_counts_as_one(authors: Archive) -> None:
    merge(authors, Field.AUTHOR, NAMES)
    counted = facets(authors, SearchRequest("")).authors
    (shown,) = set(counted) & set(NAMES)
    assert counted[shown] == len(OURS)
    assert sum(counted.values()) == len(BRIEFS)
    assert groups(authors, Field.AUTHOR)[0][0] == shown


def test_a_name_is_parted_again(authors: Archive) -> None:
    merge(authors, Field.AUTHOR, NAMES[:3])
    part(authors, Field.AUTHOR, NAMES[:1])
    assert [set(names) for names in groups(authors, Field.AUTHOR)] == [set(NAMES[1:3])]
    part(authors, Field.AUTHOR, NAMES[1:2])
    assert groups(authors, Field.AUTHOR) == []
    assert codes(authors, filters=Filters(author="Seo, Bohyeok")) == ["CO 24-12/en"]


def test_groups_grow_together(authors: Archive) -> None:
    merge(authors, Field.AUTHOR, NAMES[:2])
    merge(authors, Field.AUTHOR, NAMES[2:])
    merge(authors, Field.AUTHOR, NAMES[1:3])
    assert [set(names) for names in groups(authors, Field.AUTHOR)] == [set(NAMES)]


def test_what_was_refused_is_not_suggested_again(authors: Archive) -> None:
    refuse(authors, Field.AUTHOR, ["Rhee, Syngman", "이승무"])
    assert not any("이승무" in one.names for one in suggestions(authors, Field.AUTHOR))
    merge(authors, Field.AUTHOR, ["Rhee, Syngman", "이승무"])
    assert authors.library.authority.refused(Field.AUTHOR) == set()


def test_what_makes_no_group_is_refused(authors: Archive) -> None:
    for names in (["서보혁"], ["서보혁", "서보혁"], ["서보혁", "Nobody, At All"]):
        with pytest.raises(WrongValue):
            merge(authors, Field.AUTHOR, names)
    with pytest.raises(WrongValue):
        part(authors, Field.AUTHOR, ["서보혁"])


def test_divisions_are_linked_by_editions(authors: Archive) -> None:
    found = {one.names: one.reasons for one in suggestions(authors, Field.DIVISION)}
    peace = next(names for names in found if "평화연구실" in names)
    assert set(peace) == {"평화연구실", "Peace Research Division", "Division of Peace Research"}
    assert found[peace] == (Reason.SPELLING, Reason.EDITIONS)
    merge(authors, Field.DIVISION, peace)
    wanted = [*OURS, "CO 24-16/ko", "CO 24-17/ko"]
    assert codes(authors, filters=Filters(division="평화연구실")) == wanted
    assert codes(authors, 'division:"Peace Research Division"') == wanted
    assert facets(authors, SearchRequest("")).divisions["평화연구실"] == len(wanted)


def test_the_command_line(authors: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(authors.library.folder)

    def people(*words: str) -> tuple[int, str]:
        code = main(["people", "--archive", folder, *words])
        return code, capsys.readouterr().out

    code, text = people()
    assert code == 0
    assert "Rhee, Syngman = 이승무?  (in two editions of a brief)" in text
    code, text = people("--json", "--merge", "Rhee, Syngman", "이승무")
    assert json.loads(text)["groups"] == [["Rhee, Syngman", "이승무"]]
    assert {"names", "reasons"} == set(json.loads(text)["suggestions"][0])
    assert people("--part", "이승무")[0] == 0
    assert people("--merge", "Nobody", "이승무")[0] == 2
    assert people("--merge", "이승무")[0] == 2
    assert people("--part", "이승무")[0] == 2
    code, text = people("--divisions", "--refuse", "해양연구실", "Sea Research Division")
    assert "해양연구실" not in text
    with opened(authors.library.folder) as again:
        assert groups(again, Field.AUTHOR) == []


def test_what_was_said_of_names_is_said_again(authors: Archive) -> None:
    merge(authors, Field.AUTHOR, NAMES[:2])
    refuse(authors, Field.AUTHOR, NAMES[2:])
    merge(authors, Field.DIVISION, ["Sea Research Division", "해양연구실"])
    before = decided(authors, Field.AUTHOR)
    merge(authors, Field.AUTHOR, NAMES)
    refuse(authors, Field.AUTHOR, ["이승무", "이정민"])
    assert decided(authors, Field.AUTHOR) != before
    put_back(authors, Field.AUTHOR, before)
    assert decided(authors, Field.AUTHOR) == before
    assert codes(authors, 'author:"Suh, Bo-hyuk"') == ["CO 24-11/en"]
    assert groups(authors, Field.DIVISION) == [("Sea Research Division", "해양연구실")]
