"""Korean words against sentences that should answer them and sentences that must not; written before any tuning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinu_reader.index import Index, highlights, parse
from kinu_reader.model import IndexEntry, PassageKind

if TYPE_CHECKING:
    from pathlib import Path

SHOULD = [
    # particles and endings
    ("북한", "북한에서는 시장이 늘었다"),
    ("비핵화", "완전한 비핵화로 나아가려면"),
    ("제재", "제재까지도 풀렸다"),
    ("미국과", "미국은 협상을 바랐다"),
    ("주민들의", "주민이 겪는 어려움"),
    ("협상을", "협상과 압박을 함께"),
    ("정책으로", "정책만으로는 부족하다"),
    ("강화하는", "동맹을 강화하였다"),
    ("개혁", "개혁되었으나 멈추었다"),
    ("교류", "교류했던 단체들"),
    ("국제사회에서", "국제사회의 반응"),
    ("시장화", "시장화가 빨라진다"),
    # compounds with and without blanks
    ("남북정상회담", "남북 정상 회담이 열렸다"),
    ("남북 정상회담", "남북정상회담의 성과"),
    ("북한이탈주민", "북한 이탈 주민을 돕는다"),
    ("평화협정", "평화 협정의 조건"),
    ("경제협력", "남북경제협력사업"),
    ("인도적지원", "인도적 지원은 이어져야 한다"),
    ("통일교육", "학교 통일교육의 방향"),
    ("이산가족상봉", "이산가족 상봉이 멈추었다"),
    ("개성공단", "개성공단기업협회"),
    ("안보리결의", "안보리 결의는 모두 열 번"),
    # one syllable
    ("핵", "핵을 가진 나라"),
    ("핵", "북한의 핵 능력"),
    ("북", "북이 먼저 제안했다"),
    ("미", "북·미 대화"),
    ("남", "남과 북은 합의했다"),
    ("당", "당은 결정을 내렸다"),
    # northern spelling, both ways
    ("노동당", "로동당 대회가 열렸다"),
    ("로동당", "노동당의 결정"),
    ("여성", "녀성들의 권리"),
    ("녀성", "여성의 지위"),
    ("역사", "력사의 교훈"),
    ("력사", "역사적 순간"),
    ("입장", "공화국의 립장은 변함없다"),
    ("립장", "정부 입장을 밝혔다"),
    ("조선노동당", "조선로동당 제8차 대회"),
    ("조선로동당", "조선노동당 중앙위원회"),
    ("연합", "련합 전선을 이루다"),
    ("이익", "인민의 리익을 지키다"),
    ("비율", "찬성 비률이 높다"),
    ("분열", "민족의 분렬을 끝내자"),
    ("논의", "론의를 거듭하였다"),
    ("이용호", "리용호 외무상"),
    # hanja and middle dots
    ("통일", "統一의 길"),
    ("남북관계", "南北關係의 변화"),
    ("北韓", "북한의 선택"),
    ("核實驗", "제6차 핵실험"),
    ("한미동맹", "한·미동맹의 미래"),
    ("한·미·일", "한미일 협력"),
    ("북미", "북ㆍ미 정상"),
    ("이념", "理念 갈등"),
    # mixed
    ("8차", "제8차 당대회"),
    ("유엔총회", "유엔 총회에서"),
    ("COVID-19", "COVID-19로 국경을 닫았다"),
    ("2024년", "2024년에는"),
]

MUST_NOT = [
    ("김정은", "김정일의 유훈"),
    ("김정은", "김정숙 동상"),
    ("북", "북한은 침묵했다"),
    ("핵", "핵심 이익을 지킨다"),
    ("미", "미래를 그린다"),
    ("당", "당시의 상황"),
    ("남", "남북 관계"),
    ("의정", "주민의 정착"),
    ("일정", "통일 정책"),
    ("대북", "군대 북쪽 진지"),
    ("정상회담", "정상적인 회담 준비"),
    ("한미동맹", "한미 관계와 러시아 동맹"),
    ("평화협정", "평화, 협정문을 읽다"),
    ("통일정책", "통일 이후의 정책"),
    ("무력", "무역 수지"),
    ("무역", "무력 충돌"),
    ("지역", "지력이 약하다"),
    ("권력", "수도권역 개발"),
    ("수립", "수입 물가"),
    ("노력", "노역에 시달리다"),
    ("역사", "경제협력사업"),
    ("여론", "려명거리 논쟁"),
    ("영도", "대통령도 참석했다"),
    ("국가", "중국가요 순위"),
    ("핵무기", "핵 무역 기구"),
    ("인권", "한국인 권리"),
    ("개혁", "개헌 논의"),
    ("안보리", "안보 리스크"),
    ("제재", "규제 재검토"),
    ("주체", "거주 체계"),
    ("북미", "북한과 미얀마"),
    ("시장", "역시 장관은"),
    ("동맹", "활동 맹점"),
    ("북한군", "북한 군사력"),
    ("미사일", "한미 사일로"),
    ("대화", "대외 화해"),
    ("한국", "한반도 국경"),
    ("정치", "수정 치료"),
    ("연대", "1990년대의 변화"),
    ("군", "군인의 생활"),
]


@pytest.fixture(scope="module")
def sentences(tmp_path_factory: pytest.TempPathFactory) -> Index:
    index = Index.open(_folder(tmp_path_factory))
    index.update(
        IndexEntry(brief, 1, "", "", ((0, PassageKind.BODY, text),))
        for brief, (_, text) in enumerate([*SHOULD, *MUST_NOT])
    )
    return index


def _folder(factory: pytest.TempPathFactory) -> Path:
    return factory.mktemp("pairs")


def answering(index: Index, pairs: list[tuple[str, str]], first: int) -> list[tuple[str, str]]:
    return [pair for brief, pair in enumerate(pairs, first) if brief in index.find(parse(pair[0])).ids]


def test_what_should_answer_does(sentences: Index) -> None:
    missing = [pair for pair in SHOULD if pair not in answering(sentences, SHOULD, 0)]
    assert len(missing) <= 0.05 * len(SHOULD), missing


def test_what_must_not_answer_does_not(sentences: Index) -> None:
    false = answering(sentences, MUST_NOT, len(SHOULD))
    assert len(false) <= 0.03 * len(MUST_NOT), false


def test_marks_and_answers_agree(sentences: Index) -> None:
    for first, pairs in ((0, SHOULD), (len(SHOULD), MUST_NOT)):
        found = answering(sentences, pairs, first)
        assert [pair for pair in pairs if highlights(parse(pair[0]), pair[1])] == found
