"""Korean names in Latin letters: 서보혁 is Suh Bo-hyuk, Seo Bohyeok and Bo-hyuk Suh.

The index holds for each word that may be a part of such a name its key (`keys`); a query looks for the keys of all
spellings that a name may have, style by style (`romanising`). What is found so may be the same name, not more: names
are only ever offered, never taken for each other.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader.index.hanja import readings as readings_of_hanja
from kinu_reader.index.romanising import FIRST, LAST, PLAIN, SOUTH, STYLES, Spelling, initials, is_key, key, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SPELLINGS = """
김 kim gim ghim | 이 lee yi rhee ri i rhie li | 박 park pak bak bahk | 최 choi choe choy chey chwe
정 jung jeong chung chong cheong jong jeoung joung | 강 kang gang | 조 cho jo joe | 윤 yoon yun youn | 장 jang chang
임 lim im rim yim | 림 lim rim im | 한 han hahn | 오 oh o | 서 suh seo so sur suhr | 신 shin sin sheen shinn
권 kwon gwon kweon | 황 hwang whang | 안 ahn an | 송 song | 류 ryu yoo yu lyu ryoo you rhyu | 유 yoo yu you ryu ryoo
전 jeon chun jun chon cheon jon | 홍 hong | 고 ko go koh goh | 문 moon mun | 양 yang ryang | 손 son sohn | 배 bae pae
백 baek paik paek baik back | 허 heo huh hur her ho | 남 nam | 심 shim sim | 노 noh roh no ro rho | 로 ro roh noh no
곽 kwak gwak | 성 sung seong song | 차 cha | 주 joo ju chu choo | 우 woo u wu | 구 koo gu ku goo | 민 min | 하 ha hah
나 na ra | 라 ra na | 지 ji jee chi | 엄 eom um uhm om | 원 won weon | 천 chun cheon chon chyun | 여 yeo yuh yo yu
현 hyun hyeon hyon | 도 do doh | 태 tae thae | 리 ri lee yi | 위 wi wee | 방 bang pang | 변 byun byeon pyon pyun
석 seok suk sok sock | 선 sun seon son | 설 seol sul sol | 명 myung myeong myong | 길 gil kil | 채 chae
공 kong gong | 염 yeom yum yom | 표 pyo | 함 ham hahm | 마 ma | 반 ban pan | 왕 wang | 금 geum keum kum
옥 ok ock | 육 yook yuk | 맹 maeng | 제 je jae | 모 mo | 탁 tak | 국 kook guk kuk | 은 eun | 편 pyun pyeon
용 yong | 봉 bong pong | 사 sa | 연 yeon yun yon youn | 추 choo chu | 남궁 namgung namkoong namkung namgoong
진 jin chin | 기 ki gi kee | 어 eo uh | 경 kyung kyeong | 계 kye gye | 두 doo du | 피 pi | 소 so soh | 예 ye
황보 hwangbo whangbo | 제갈 jegal chegal | 선우 sunwoo seonu sunu | 독고 dokko dokgo | 사공 sagong sakong
감 kam gam | 목 mok | 복 bok | 빈 bin | 승 seung | 동 dong | 갈 gal kal | 좌 jwa
"""
_SOUTHERN = (
    "lee park choi chung jung joung yoon youn moon suh suhr huh hur shin shim noh roh sung chun sun myung byun hyun"
)
_GIVEN = """
가 각 간 갈 감 갑 강 건 걸 검 겸 경 계 고 곡 곤 공 관 광 교 구 국 군 권 귀 규 균 근 금 기 길 나 낙 난 남 내 누 늘
능 다 단 달 담 대 덕 도 돈 동 두 둔 득 등 라 락 란 람 랑 래 량 려 련 렬 령 로 록 룡 루 류 륜 률 리 린 림 립 만 매
맹 면 명 모 목 몽 묘 무 묵 문 미 민 박 반 발 방 배 백 범 벽 별 병 보 복 본 봉 부 분 비 빈 빛 사 산 삼 상 새 생 서
석 선 설 섭 성 세 소 솔 솜 송 수 숙 순 숭 슬 습 승 시 식 신 실 심 아 안 암 애 앵 양 억 언 엄 업 여 연 열 엽 영 예
오 옥 온 완 왕 외 요 용 우 욱 운 웅 원 월 위 유 육 윤 율 융 은 을 응 의 이 익 인 일 임 자 작 장 재 전 점 정 제 조
종 좌 주 준 중 지 직 진 집 징 찬 창 채 척 천 철 청 초 춘 충 치 칠 탁 탄 태 택 판 팔 평 표 풍 필 하 학 한 함 항 해
행 향 헌 혁 현 협 형 혜 호 홍 화 확 환 황 회 효 후 훈 훤 휘 휴 흔 흠 흥 희 노 녀 년 례
"""
_LONGEST = 12  # letters of a word that may be a part of a name
_MOST_READINGS = 24


class Style(NamedTuple):
    """The keys under which a given name is met where it is spelt in one style, beside its family names."""

    family: tuple[str, ...]  # in letters: Lee is not Ri
    apart: tuple[tuple[str, ...], ...]  # of each syllable of the given name
    whole: tuple[str, ...]  # of the given name as one word


Name = tuple[Style, ...]


@cache
def _families() -> dict[str, tuple[Spelling, ...]]:
    """Return the spellings of each family name, by its Hangul."""
    found: dict[str, tuple[Spelling, ...]] = {}
    southern = set(_SOUTHERN.split())
    for entry in re.split(r"[|\n]", _SPELLINGS.strip()):
        hangul, *written = entry.split()
        for word in written:
            south = word in southern or any(letters in word for letters in ("oo", "ee", "eo"))
            found[hangul] = (*found.get(hangul, ()), Spelling(word, 0, SOUTH if south else PLAIN))
    return found


@cache
def _families_by_spelling() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the Hangul of each spelling of a family name, and the style that this is."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for hangul, known in _families().items():
        for one in known:
            found[one.letters] = (*found.get(one.letters, ()), (hangul, one.style))
    return found


def one_family(one: str, other: str) -> bool:
    """Tell whether two words in lower case are the same, or spellings of one family name."""
    known = _families_by_spelling()
    return one == other or any(hangul == same for hangul, _ in known.get(one, ()) for same, _ in known.get(other, ()))


@cache
def _given() -> frozenset[str]:
    return frozenset(_GIVEN.split())


@cache
def _any_given() -> frozenset[str]:
    """Return every syllable of which a given name can be made, also the rare ones."""
    return _given() | readings_of_hanja()


@cache
def _syllable(syllable: str) -> tuple[Spelling, ...]:
    known = spellings(syllable, _given())
    rare = Spelling("", 0 if syllable in _given() else 1, PLAIN)
    return tuple(one for one in map(rare.then, known) if one is not None)


@lru_cache(maxsize=50_000)
def keys(word: str) -> tuple[str, ...]:
    """Return the key of a word of Latin letters, lower case; nothing if it can be no part of a Korean name."""
    if len(word) > _LONGEST or not word.isascii():
        return ()
    found = key(word)
    return (found,) if word in _families_by_spelling() or is_key(found) else ()


# ---- from Hangul


@lru_cache(maxsize=5_000)
def from_hangul(word: str) -> Name | None:
    """Return how a name of two to four syllables is met in Latin letters; None if it does not look like a name."""
    if not 2 <= len(word) <= 4 or not all(FIRST <= ord(syllable) <= LAST for syllable in word):
        return None
    size = 2 if len(word) > 2 and word[:2] in _families() else 1
    family, given = word[:size], word[size:]
    if family not in _families() or len(given) > 2 or not set(given) <= _any_given():
        return None
    return tuple(_styled(family, given, style) for style in STYLES)


def _styled(family: str, given: str, style: str) -> Style:
    each = [_fitting(_syllable(syllable), style) for syllable in given]
    whole = each[0] if len(each) == 1 else _joined(*each)
    families = tuple(one.letters for one in _fitting(_families()[family], style))
    return Style(families, tuple(map(_keys, each)), _keys(whole))


def _fitting(known: Iterable[Spelling], style: str) -> list[Spelling]:
    return [one for one in known if one.style in (PLAIN, style)]


def _joined(firsts: Iterable[Spelling], seconds: Iterable[Spelling]) -> list[Spelling]:
    both = (one.then(other) for one, other in product(firsts, seconds))
    return [spelling for spelling in both if spelling is not None]


def _keys(known: Iterable[Spelling]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key(one.letters) for one in known))


# ---- from Latin letters


def readings(words: Sequence[str]) -> tuple[Name, tuple[str, ...]] | None:
    """Return how a name in Latin letters is met in other spellings, and what it may be in Hangul, the likeliest first.

    `words` are lower case and may hold hyphens; the family name stands first or last. None if this is no Korean name.
    """
    found: dict[str, int] = {}
    typed: list[Style] = []
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        parts = [part for word in given for part in re.split("[-'’]", word) if part]
        known = _families_by_spelling().get(family)
        if not known or not 1 <= len(parts) <= 2:
            continue
        read = _given_names(tuple(parts))
        for (hangul, style), one in product(known, read):
            if not style or one.style in (PLAIN, style):
                name = hangul + one.letters
                found[name] = min(one.cost, found.get(name, one.cost))
        if read:
            apart = tuple((key(part),) for part in parts)
            typed.append(Style((family,), apart, (key("".join(parts)),)))
    names = sorted(found, key=found.__getitem__)[:_MOST_READINGS]
    return (_together(typed, names), tuple(names)) if names else None


def _together(typed: Sequence[Style], names: Iterable[str]) -> Name:
    """Return how any of some names is met; they have the same number of syllables, or are left out."""
    known = [name for name in map(from_hangul, names) if name is not None]
    size = max((len(style.apart) for name in known for style in name), default=0)
    together: list[Style] = []
    for styles in zip(*known, strict=True):
        same = [style for style in (*styles, *typed) if len(style.apart) == size]
        together.append(
            Style(
                _united(style.family for style in same),
                tuple(_united(style.apart[at] for style in same) for at in range(size)),
                _united(style.whole for style in same),
            )
        )
    return tuple(together)


def _united(keys: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for some in keys for key in some))


@lru_cache(maxsize=1000)
def _given_names(parts: tuple[str, ...]) -> tuple[Spelling, ...]:
    """Return the given names of one or two syllables, in Hangul, that are spelt in one word or in two."""
    if len(parts) == 2:
        return tuple(_joined(_read(parts[0]), _read(parts[1])))
    found = list(_read(parts[0]))
    for at in range(1, len(parts[0])):
        found += _joined(_read(parts[0][:at]), _read(parts[0][at:]))
    return tuple(found)


def _read(letters: str) -> tuple[Spelling, ...]:
    """Return the syllables that are spelt so; here the letters of a `Spelling` are Hangul."""
    found = key(letters)
    return _by_key(found[:1]).get(found, ())


@cache
def _by_key(initial: str) -> dict[str, tuple[Spelling, ...]]:
    """Return the syllables of given names by the keys of their spellings that begin with a letter."""
    found: dict[str, dict[tuple[str, str], Spelling]] = {}
    for syllable in sorted(_any_given()):
        for one in _syllable(syllable) if initial in initials(syllable) else ():
            known = found.setdefault(key(one.letters), {})
            known.setdefault((syllable, one.style), Spelling(syllable, one.cost, one.style))
    return {letters: tuple(known.values()) for letters, known in found.items()}
