"""Hanja read as Hangul, one character for one character, so that offsets stay exact.

KS X 1001 lists its 4,888 hanja in the order of their readings, and Python's EUC-KR codec knows that list. So the table
is only how many hanja share each reading, in order; what stands elsewhere under a second reading keeps its first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

HANJA = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # for a regular expression; the last are NFC-doubles
_RUN = re.compile(f"[{HANJA}]+")
_COUNTS = re.compile(r"(\D)(\d+)")
_READINGS = """
가29 각11 간24 갈10 감20 갑6 강24 개20 객2 갱4 갹1 거17 건12 걸4 검7 겁3 게3 격7 견11 결6 겸6 경45 계24 고39 곡7 곤10
골3 공16 과13 곽4 관17 괄4 광13 괘3 괴9 굉4 교25 구54 국6 군6 굴4 궁6 권10 궐5 궤6 귀5 규16 균6 귤2 극7 근15 금15 급7
긍4 기64 긴1 길4 끽2 나15 난16 날3 남7 납7 낭2 내11 녀2 년3 념4 녕2 노16 농16 뇌4 뇨3 눈9 눌1 뉴2 능7 니4 닉2 다2 단20
달5 담17 답5 당11 대16 덕3 도40 독10 돈10 돌2 동17 두11 둔6 득1 등9 라9 락9 란9 랄2 람10 랍3 랑8 래4 랭1 략2 량13 려18
력7 련12 렬6 렴5 렵1 령18 례5 로18 록7 론1 롱7 뢰8 료12 룡1 루13 류14 륙3 륜6 률3 륭2 륵2 름1 릉6 리26 린9 림5 립4 마8
막6 만19 말7 망12 매14 맥5 맹6 멱2 면11 멸2 명15 몌1 모24 목7 몰2 몽3 묘12 무22 묵2 문12 물3 미19 민13 밀3 박19 반25
발11 방28 배20 백8 번10 벌4 범9 법2 벽11 변7 별4 병17 보16 복17 본1 볼1 봉16 부43 북1 분19 불5 붕6 비43 빈14 빙4 사60
삭3 산13 살5 삼8 삽4 상31 새3 색5 생5 서30 석15 선32 설13 섬8 섭3 성19 세9 소37 속9 손6 솔1 송8 쇄5 쇠2 수61 숙12 순27
술4 숭3 슬3 습5 승10 시28 식15 신24 실4 심10 십2 쌍2 씨1 아18 악14 안10 알4 암8 압4 앙7 애11 액7 앵4 야11 약9 양31 어10
억5 언6 얼2 엄6 업2 엔1 여21 역16 연43 열10 염15 엽4 영38 예26 오30 옥5 온6 올1 옹9 와8 완18 왈1 왕5 왜4 외5 요38 욕6
용23 우33 욱9 운13 울3 웅2 원27 월3 위25 유55 육7 윤14 율5 융4 은8 을1 음6 읍3 응4 의19 이38 익8 인22 일11 임11 입2 잉7
자26 작13 잔5 잠6 잡1 장37 재17 쟁4 저28 적25 전41 절8 점9 접3 정55 제23 조46 족4 존2 졸3 종17 좌5 죄1 주40 죽2 준19
줄1 중4 즉1 즐1 즙3 증11 지34 직5 진35 질15 짐2 집7 징3 차15 착7 찬15 찰5 참10 창22 채12 책4 처4 척15 천19 철10 첨10
첩10 청8 체10 초27 촉6 촌4 총10 촬1 최3 추23 축12 춘3 출3 충6 췌4 취14 측5 층1 치24 칙3 친1 칠3 침9 칩1 칭2 쾌1 타14
탁16 탄10 탈2 탐4 탑3 탕5 태14 택3 탱1 터1 토4 통7 퇴6 투6 특2 틈1 파16 판9 팔3 패11 팽4 퍅1 편10 폄1 평5 폐10 포28 폭5
표15 품2 풍5 피7 필10 핍2 하14 학5 한14 할2 함12 합7 항17 해18 핵2 행5 향9 허4 헌4 헐1 험2 혁4 현21 혈4 혐1 협12 형20
혜9 호41 혹3 혼6 홀3 홍10 화14 확6 환17 활5 황24 회20 획2 횡3 효13 후13 훈10 훙1 훤4 훼3 휘8 휴5 휼3 흉5 흑1 흔4 흘4 흠3
흡4 흥1 희20 힐1
""".replace("\n", " ")
_FIRST_ROW, _LAST_ROW, _FIRST_CELL, _LAST_CELL = 0xCA, 0xFD, 0xA1, 0xFE
_USUAL = {"金": "금", "宅": "택", "不": "불", "諾": "낙", "率": "률"}  # listed first under a rarer reading
_NOT_A_NAME = frozenset("融剛額屬利銀色鑛品權賞字塔")  # after 金 at the start of a word: gold or money, not the surname

_SYLLABLES, _VOWELS, _FINALS = 0xAC00, 21, 28
_IEUNG, _NIEUN, _RIEUL = 11, 2, 5
_Y_VOWELS = frozenset({2, 3, 6, 7, 12, 17, 20})  # ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ


@cache
def readings() -> frozenset[str]:
    """Return every syllable that is the reading of some hanja."""
    return frozenset(reading for reading, _ in _COUNTS.findall(_READINGS))


@cache
def _table() -> dict[int, str]:
    rows, cells = range(_FIRST_ROW, _LAST_ROW + 1), range(_FIRST_CELL, _LAST_CELL + 1)
    listed = [bytes((row, cell)).decode("euc_kr") for row in rows for cell in cells]
    read = [reading for reading, count in _COUNTS.findall(_READINGS) for _ in range(int(count))]
    table = {ord(hanja): reading for hanja, reading in zip(listed, read, strict=True)}
    table.update({ord(hanja): reading for hanja, reading in _USUAL.items()})
    doubles = {ord(hanja): ord(unicodedata.normalize("NFC", hanja)) for hanja in listed}
    table.update({double: table[single] for double, single in doubles.items() if single in table})
    return table


def initial(syllable: str) -> str:
    """Return how a reading sounds at the start of a word (두음법칙)."""
    initial, rest = divmod(ord(syllable) - _SYLLABLES, _VOWELS * _FINALS)
    if initial not in (_NIEUN, _RIEUL):
        return syllable
    if rest // _FINALS in _Y_VOWELS:
        initial = _IEUNG
    elif initial == _RIEUL:
        initial = _NIEUN
    return chr(_SYLLABLES + initial * _VOWELS * _FINALS + rest)


def _in_word(reading: str, before: str, after: str) -> str:
    """Return a reading as its neighbours inside a word change it."""
    if reading in "률렬" and (ord(before) - _SYLLABLES) % _FINALS in (0, 4):  # after a vowel or ㄴ: 비율, 분열
        return initial(reading)
    if reading == "불" and after and (ord(after) - _SYLLABLES) // (_VOWELS * _FINALS) in (3, 12):  # before ㄷ, ㅈ: 부족
        return "부"
    return reading


def _read_run(run: re.Match[str]) -> str:
    hanja, table = run.group(), _table()
    if not any(ord(char) in table for char in hanja):
        return hanja
    plain = hanja.translate(table)
    before = run.string[run.start() - 1 : run.start()]
    starts = not "가" <= before <= "힣"
    read: list[str] = []
    for place, (char, reading) in enumerate(zip(hanja, plain, strict=True)):
        last = read[-1] if read else before
        if char == reading:
            read.append(char)
        elif place == 0 and starts:
            surname = char == "金" and 2 <= len(hanja) <= 3 and hanja[1] not in _NOT_A_NAME
            read.append("김" if surname else initial(_in_word(reading, "각", plain[1:2])))
        else:
            read.append(_in_word(reading, last, plain[place + 1 : place + 2]))
    return "".join(read)


def read(text: str) -> str:
    """Return the text with hanja written as it is read; the length never changes."""
    return _RUN.sub(_read_run, text)
