"""Korean names in Hangul against the spellings in which they are met; written before any tuning."""

from __future__ import annotations

import itertools

import pytest

from kinu_reader.index import Index, expand, load_glossary, parse
from kinu_reader.model import IndexEntry, PassageKind

SAME = [
    ("서보혁", "Suh Bo-hyuk"),
    ("서보혁", "Seo Bohyeok"),
    ("서보혁", "Bo-hyuk Suh"),
    ("홍민", "Hong, Min"),
    ("오경섭", "Oh Gyeong-seob"),
    ("김갑식", "Kim Kap-sik"),
    ("조한범", "Cho, Han-Bum"),
    ("정성윤", "Chung Sung-Yoon"),
    ("박형중", "Park Hyeong-jung"),
    ("최진욱", "Choi, Jinwook"),
    ("이기태", "Lee, Ki-Tae"),
    ("김연철", "Kim Yeon-chul"),
    ("고유환", "Koh Yu-hwan"),
    ("전병곤", "Jeon Byoung-kon"),
    ("전병곤", "Chun Byung-gon"),
    ("이규창", "Kyu-chang Lee"),
    ("한동호", "Han, Dong-ho"),
    ("박영자", "Park Young-Ja"),
    ("신종호", "Shin Jong-ho"),
    ("임강택", "Lim Kang-taeg"),
    ("손기웅", "Sohn Gi-woong"),
    ("배정호", "Bae Jung-ho"),
    ("허문영", "Huh Moon-young"),
    ("황병덕", "Hwang Byung-duck"),
    ("윤덕민", "Yun Duk-min"),
    ("류길재", "Ryoo Kihl-jae"),
    ("문정인", "Moon Chung-in"),
    ("정세현", "Jeong Se-hyun"),
    ("이종석", "Lee Jong-seok"),
    ("백학순", "Paik Haksoon"),
    ("남궁영", "Namkoong Young"),
    ("태영호", "Thae Yong-ho"),
    ("리용호", "Ri Yong Ho"),
    ("최룡해", "Choe Ryong Hae"),
    ("황병서", "Hwang Pyong-so"),
    ("강석주", "Kang Sok Ju"),
    ("김여정", "Kim Yo Jong"),
    ("김정은", "Kim Jong-un"),
    ("김정은", "Kim Chŏng-ŭn"),
    ("노태우", "Roh Tae-woo"),
    ("안찬일", "Ahn Chan-il"),
    ("권영경", "Kwon Young-kyung"),
]

OTHERS = [
    ("김정은", "Kim Jong Il"),
    ("김정일", "Kim Jong Un"),
    ("서보혁", "Seo Ho-hyun"),
    ("이기태", "Lee Ki-dong"),
    ("박영호", "Park Young-ja"),
    ("이기태", "Kim Ki-tae"),
    ("홍민", "Hong Min-ki"),
    ("정성윤", "Chung Sung-jin"),
    ("김연철", "Kim Yong-nam"),
    ("박영자", "Park Hyeong-jung"),
    ("최룡해", "Choe Pu-il"),
    ("조한범", "Cho Han-bok"),
]


def entry(brief: int, text: str) -> IndexEntry:
    return IndexEntry(brief, 1, "", "", ((0, PassageKind.BODY, f"The view of {text} matters."),))


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Index:
    index = Index.open(tmp_path_factory.mktemp("names"))
    hangul = sorted({name for name, _ in SAME + OTHERS})
    latin = sorted({name for _, name in SAME + OTHERS})
    index.update(entry(brief, text) for brief, text in enumerate(hangul + latin))
    return index


TEXTS = [*sorted({name for name, _ in SAME + OTHERS}), *sorted({name for _, name in SAME + OTHERS})]


def answers(index: Index, name: str) -> set[str]:
    query = expand(parse(name), load_glossary(), holds=index.holds)
    return {TEXTS[brief] for brief in index.find(query).ids}


def test_a_name_is_found_in_any_spelling(names: Index) -> None:
    both = [*SAME, *((latin, hangul) for hangul, latin in SAME)]
    missing = [(typed, text) for typed, text in both if text not in answers(names, typed)]
    assert len(missing) <= 0.05 * len(both), missing


def test_spellings_find_each_other(names: Index) -> None:
    together = [
        (one, other)
        for (name, one), (same, other) in itertools.permutations(SAME, 2)
        if name == same and other not in answers(names, one)
    ]
    assert not together


def test_another_name_is_not_found(names: Index) -> None:
    right = {(hangul, latin) for hangul, latin in SAME}
    wrong = [(hangul, latin) for hangul in {h for h, _ in SAME} for latin in answers(names, hangul)]
    wrong = [pair for pair in wrong if pair not in right and not "가" <= pair[1][0] <= "힣"]
    told_apart = [(hangul, latin) for hangul, latin in OTHERS if latin not in answers(names, hangul)]
    assert len(told_apart) == len(OTHERS)
    assert len(wrong) <= 0.01 * len(SAME) ** 2, wrong
