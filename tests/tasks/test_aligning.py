from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.tasks.aligning import Alignment, align, counterpart
from kinu_reader.tasks.landmarks import landmarks
from kinu_reader.tasks.reading import near_in
from kinu_reader.tasks.understanding import glossary

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.tasks.archive import Archive

# The beginnings of paragraphs that say the same, as a person paired them.
PAIRS = {
    "CO 21-19": {  # the Korean edition is a digest without headings and notes
        "The border region fund was": "접경지역 기금은",
        "The border region is not one": "접경지역은 하나의",
        "The fund is spent year by year": "기금은 한 해 단위로",
        "Unification policy is made in": "통일정책은 수도에서",
        "First, let a tenth": "네 가지를 고칠",
    },
    "CO 22-08": {
        "Small states remember": "작은 나라는 큰 나라가",
        "The method has a price": "이 방법에는 값이",
        "1) Some 2,300 pages": "1) 1991년부터",  # a footnote, elsewhere in the text
        "The second use concerns": "둘째는 이산가족이다",
        "The third use is": "셋째는 제도이다",
        "A final remark": "마지막은 믿음에",
    },
    "CO 23-31": {
        "When official talks stop": "공식 대화가 멈추면",
        "The first movement is": "첫째는 재정의",
        "How much a signal": "신호는 얼마나",
        "The third concerns time": "셋째는 시간이다",
    },
    "CO 24-02": {
        "A survey is a modest": "조사는 수수한",
        "Three questions should": "먼저 풀 물음은",
        "Costs have been estimated": "비용 추정은",
    },
    "CO 24-15": {
        "A policy meant for decades": "정부가 바뀌어도",
        "Three openings deserve": "세 갈래의 길이",
        "2) A conversation is counted": "2) 여기서 대화란",
        "There is also a question": "말투의 문제도",
        "3. The place of": "3. 의회외교의",
        "The figures will be": "이 수치들은",
    },
}


@pytest.mark.parametrize("code", PAIRS)
def test_paragraphs_of_two_editions_meet(full_shelf: Archive, code: str) -> None:
    (english,), (korean,) = (full_shelf.library.named(f"{code}/{language}") for language in ("en", "ko"))
    here, there = full_shelf.library.text(english), full_shelf.library.text(korean)
    to_korean, to_english = align(full_shelf, english, korean), align(full_shelf, korean, english)
    for one, other in PAIRS[code].items():
        assert to_korean.counterpart(here.index(one)) == there.index(other), one
        assert to_english.counterpart(there.index(other)) == here.index(one), other


def test_within_a_paragraph_landmarks_draw_near(shelf: Archive, shelve: Callable[..., int]) -> None:
    filler = "and so it went on and on for quite some time without anybody noticing. "
    english = shelve(f"It began late. {filler * 5}The WFP came in 1995. {filler}Then 12,000 tonnes were sent.")
    korean = shelve("늦게 시작되었다. 세계식량계획(WFP)이 1995년에 왔다. 그 뒤 1만 2천 톤, 곧 12,000톤이 보내졌다.")
    here, there = shelf.library.text(english), shelf.library.text(korean)
    for mark in ("WFP", "1995", "12,000"):
        assert counterpart(shelf, english, here.index(mark), korean) == there.index(mark)


def test_places_stay_in_order_and_inside(full_shelf: Archive) -> None:
    (english,), (korean,) = (full_shelf.library.named(f"CO 24-15/{language}") for language in ("en", "ko"))
    there = full_shelf.library.text(korean)
    aligned = align(full_shelf, english, korean)
    body = [p for p in full_shelf.library.passages(english) if p.kind == "body"]
    offsets = [offset for passage in body for offset in range(passage.start, passage.end, 40)]
    places = [aligned.counterpart(offset) for offset in offsets]
    assert places == sorted(places)
    assert 0 <= min(places) <= max(places) <= len(there)


def test_nothing_to_align(shelf: Archive, shelve: Callable[..., int]) -> None:
    one, other = shelve("# Heading alone"), shelve("Body. " * 20)
    assert counterpart(shelf, one, 5, 99) == 0
    assert 0 <= counterpart(shelf, one, 5, other) <= 120
    assert Alignment((), ()).counterpart(3) == 0


@given(st.text(alphabet="12, .만억AFPWeleven가두첫째April월", max_size=60))
def test_landmarks_stand_in_order_in_the_text(text: str) -> None:
    marks = landmarks(text, glossary())
    assert [mark.start for mark in marks] == sorted(mark.start for mark in marks)
    assert all(0 <= mark.start < len(text) for mark in marks)


def test_numbers_are_one_sign_however_written() -> None:
    def signs(text: str) -> set[str]:
        return {mark.sign for mark in landmarks(text, glossary())}

    assert signs("12만 명") & signs("120,000 people")
    assert signs("2021년 4월") & signs("April of that year")
    assert signs("열한 나라") & signs("eleven capitals")
    assert signs("첫째, 통일정책은") & signs("First, unification policy") == {"#1th"} | (
        signs("통일정책") & signs("unification policy")
    )


def test_another_edition_is_opened_at_a_word_of_the_same_paragraph(full_shelf: Archive) -> None:
    (english,) = full_shelf.library.named("CO 23-31/en")
    (korean,) = full_shelf.library.named("CO 23-31/ko")
    here, there = full_shelf.library.text(english), full_shelf.library.text(korean)
    begin = there.index("셋째는 시간이다")
    place = near_in(full_shelf, english, here.index("The third concerns time") + 40, korean)
    assert begin <= place.start < place.end
    assert there[place.start - 1].isspace() or place.start == begin
    assert place.passage == next(p.number for p in full_shelf.library.passages(korean) if p.start == begin)
    assert place.boxes
    assert near_in(full_shelf, english, len(here) + 9, korean).end <= len(there)
