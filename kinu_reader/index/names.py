"""Korean names in Latin letters: 서보혁 is Suh Bo-hyuk, Seo Bohyeok and Bo-hyuk Suh.

There are several systems, and people spell their names as they like. So a spelling is folded to a key in which letters
that are used for one sound are one: `keys` does it for a word of Latin letters, `hangul_key` for syllables. What has
equal keys may be the same name, not more; so names are only ever offered, never taken for each other.
"""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache
from typing import NamedTuple

_ONSETS, _VOWELS, _CODAS = (
    sounds.split()
    for sounds in (
        "g kk n d tt r m b pp s ss - j jj ch k t p h",
        "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
        "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t",
    )
)
_FIRST, _LAST = ord("가"), ord("힣")

_SPELLINGS = """
김 kim gim ghim | 이 lee yi rhee ri i rhie li | 박 park pak bak bahk | 최 choi choe choy
정 jung jeong chung chong cheong jong | 강 kang gang | 조 cho jo joe | 윤 yoon yun youn | 장 jang chang
임 lim im rim yim | 림 lim rim im | 한 han hahn | 오 oh o | 서 suh seo so sur suhr | 신 shin sin
권 kwon gwon kweon | 황 hwang whang | 안 ahn an | 송 song | 류 ryu yoo yu lyu ryoo you | 유 yoo yu you ryu ryoo
전 jeon chun jun chon cheon jon | 홍 hong | 고 ko go koh | 문 moon mun | 양 yang ryang | 손 son sohn | 배 bae pae
백 baek paik paek baik | 허 heo huh hur her | 남 nam | 심 shim sim | 노 noh roh no ro | 로 ro roh noh no | 하 ha
곽 kwak gwak | 성 sung seong song | 차 cha | 주 joo ju chu choo | 우 woo u wu | 구 koo gu ku goo | 민 min
나 na ra | 라 ra na | 지 ji jee chi | 엄 eom um uhm om | 원 won weon | 천 chun cheon chon | 여 yeo yuh yo
현 hyun hyeon hyon | 도 do doh | 태 tae thae | 리 ri lee yi | 위 wi wee | 방 bang pang | 변 byun byeon pyon
석 seok suk sok sock | 선 sun seon son | 설 seol sul sol | 명 myung myeong myong | 길 gil kil | 채 chae
공 kong gong | 염 yeom yum yom | 표 pyo | 함 ham hahm | 마 ma | 반 ban pan | 왕 wang | 금 geum keum kum
옥 ok ock | 육 yook yuk | 맹 maeng | 제 je jae | 모 mo | 탁 tak | 국 kook guk kuk | 은 eun | 편 pyun pyeon
용 yong | 봉 bong | 사 sa | 연 yeon yun yon | 추 choo chu | 남궁 namgung namkoong namkung namgoong | 진 jin chin
기 ki gi kee | 어 eo uh | 경 kyung kyeong | 육 yuk | 계 kye gye | 두 doo du | 피 pi
황보 hwangbo whangbo | 제갈 jegal chegal | 선우 sunwoo seonu sunu | 독고 dokko dokgo
"""
_GIVEN = """
강 건 경 계 곤 관 광 교 구 국 권 귀 규 균 근 금 기 길 나 남 누 능 다 단 달 대 덕 도 동 두 라 락 란 람 래 량 려 련 렬
령 로 록 룡 류 륜 률 리 린 림 만 매 명 모 목 무 문 미 민 배 백 범 병 보 복 봉 부 빈 삼 상 새 서 석 선 설 섭 성 세 소
솔 송 수 숙 순 슬 승 시 식 신 실 심 아 안 애 양 언 연 열 엽 영 예 오 옥 온 완 용 우 욱 운 웅 원 월 위 유 윤 율 은 을
의 이 익 인 일 임 자 장 재 전 정 제 조 종 주 준 중 지 직 진 집 찬 창 채 천 철 청 초 춘 충 치 칠 탁 태 택 판 평 표 필
하 학 한 함 해 향 헌 혁 현 협 형 혜 호 홍 화 확 환 황 회 효 후 훈 휘 희 흠 흥 갑 박 암 걸 겸 곡 억 업 고 공 여 노 례
별 산 솜 빛
"""
_USUAL: tuple[dict[str, str], ...] = (  # how each sound is spelt: onset, vowel, end; "-" is nothing
    {
        "g": "g k",
        "n": "n",
        "d": "d t",
        "r": "r l n y -",
        "m": "m",
        "b": "b p",
        "s": "s sh",
        "-": "-",
        "j": "j ch",
        "ch": "ch j",
        "k": "k g",
        "t": "t th",
        "p": "p",
        "h": "h",
        "kk": "kk k",
        "tt": "tt t",
        "pp": "pp p",
        "ss": "ss s",
        "jj": "jj j",
    },
    {
        "a": "a ah",
        "ae": "ae ea ai e",
        "ya": "ya",
        "yae": "yae",
        "eo": "eo u o uh ur er au oe",
        "e": "e ae ea",
        "yeo": "yeo you yu yo yuh yeu oo u",
        "ye": "ye yeh ie e ae yae",
        "o": "o oh",
        "wa": "wa hwa",
        "wae": "wae",
        "oe": "oe oi we",
        "yo": "yo yoo",
        "u": "u oo ou woo wu w",
        "wo": "wo weo wu",
        "we": "we",
        "wi": "wi we wee ui",
        "yu": "yu yoo you yo u oo",
        "eu": "eu u oo",
        "ui": "ui eui ee i",
        "i": "i ee yi e ih y",
    },
    {"-": "- h", "k": "k g c ck", "n": "n hn", "t": "t d s", "l": "l r ll hl", "m": "m hm", "p": "p b", "ng": "ng"},
)
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("(?<=[aeiou])h(?![aeiouyw])|(?<=[rtkp])h", ""),  # Ahn, Rhee, Thae
        ("sh", "s"),
        ("ch|j|z", "c"),
        ("ck|[gq]", "k"),
        ("[bvf]", "p"),
        ("d", "t"),
        ("l", "r"),
        ("wh", "hw"),
        ("kw(?=o|e)", "k"),
        ("w(?=oo|u|o|ŭ)", ""),
        ("y(?:eo|eu|ou|oo|u|o)h?(?:u)?", "Y"),
        ("w?(?:ae|ea|ai|ay|oe|oi|oy)|(?<=w)e|(?<![ye])e(?![eoiu])", "E"),
        ("eui|ui|ee|yi|ie|wi", "I"),
        ("eo|eu|oo|ou|u|o", "O"),
        ("wE", "E"),
        ("[iy](?![aE])", "I"),
        ("e", "E"),
        (r"(.)\1+", r"\1"),
    )
)
_SOUND = re.compile("(?:[ckhmnprst]?(?:[wy]?a|y?E|[YOI])(?:nk|[kmnprts])?){1,4}")


class Name(NamedTuple):
    """A name as it may be written: keys of the family name, and the key of each syllable of the given name."""

    family: tuple[str, ...]
    given: tuple[str, ...]
    whole: str  # the key of the given name written as one word


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """Return the Hangul of each spelling of a family name."""
    known: dict[str, tuple[str, ...]] = {}
    for entry in re.split(r"[|\n]", _SPELLINGS.strip()):
        hangul, *spellings = entry.split()
        for spelling in spellings:
            known[spelling] = (*known.get(spelling, ()), hangul)
    return known


@cache
def _latin_families() -> dict[str, tuple[str, ...]]:
    """Return the keys under which each family name is met, by its Hangul."""
    found: dict[str, set[str]] = {}
    for spelling, hangul in _families().items():
        for name in hangul:
            found.setdefault(name, {hangul_key(name)}).add(_sound(spelling))
    return {name: tuple(sorted(known)) for name, known in found.items()}


@lru_cache(maxsize=50_000)
def keys(word: str) -> tuple[str, ...]:
    """Return the key of a word of Latin letters, lower case; nothing if it can be no part of a Korean name."""
    if len(word) > 12 or not word.isascii():
        return ()
    sound = _sound(word)
    return (sound,) if word in _families() or _SOUND.fullmatch(sound) else ()


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return _start(word)


def _start(sound: str) -> str:
    """Return a key without the sounds that the south drops at the start of a word: Ryong, Yong; Roh, Noh."""
    if sound[:2] in ("rY", "rI", "nY", "nI") or sound[:3] in ("rya", "nya"):
        return sound[1:]
    return "n" + sound[1:] if sound.startswith("r") else sound


@lru_cache(maxsize=50_000)
def hangul_key(syllables: str) -> str:
    """Return the key of syllables written as one word."""
    return _sound(romanised(syllables))


def romanised(syllables: str) -> str:
    """Return syllables of Hangul in the official romanisation, less its assimilations."""
    letters = ""
    for syllable in syllables:
        onset, vowel, coda = _parts(syllable)
        letters += f"{_ONSETS[onset]}{_VOWELS[vowel]}{_CODAS[coda]}"
    return letters.replace("-", "")


def _parts(syllable: str) -> tuple[int, int, int]:
    """Return the numbers of the letters of a syllable."""
    onset, rest = divmod(ord(syllable) - _FIRST, 588)
    return onset, *divmod(rest, 28)


def from_hangul(word: str) -> Name | None:
    """Return how a name of two to four syllables is met in Latin letters; None if it does not look like a name."""
    if not 2 <= len(word) <= 4 or not all(_FIRST <= ord(syllable) <= _LAST for syllable in word):
        return None
    size = 2 if len(word) > 2 and word[:2] in _latin_families() else 1
    family, given = word[:size], word[size:]
    if family not in _latin_families() or len(given) > 2 or not set(given) <= _given():
        return None
    return Name(_latin_families()[family], tuple(map(hangul_key, given)), hangul_key(given))


def same_name(hangul: str, latin: str) -> bool:
    """Tell whether a name in Hangul may be the one in Latin letters, family name first or last: 서보혁, Suh Bo-hyuk."""
    name = "".join(hangul.split())
    words = re.findall(r"[a-z][a-z'’-]*", latin.lower())
    if len(name) < 2 or len(words) < 2 or not all(_FIRST <= ord(syllable) <= _LAST for syllable in name):
        return False
    size = 2 if len(name) > 2 and name[:2] in _latin_families() else 1
    family, given = name[:size], hangul_key(name[size:])
    return any(
        family in _families().get(first, ()) and _sound(re.sub("[^a-z]", "", "".join(rest))) == given
        for first, rest in ((words[0], words[1:]), (words[-1], words[:-1]))
    )


@cache
def _given() -> frozenset[str]:
    return frozenset(_GIVEN.split())


def readings(words: list[str]) -> tuple[Name, tuple[str, ...]] | None:
    """Return how a name in Latin letters is met in other spellings, and what it may be in Hangul.

    `words` are lower case and may hold hyphens; the family name stands first or last. None if this is no Korean name.
    """
    found: list[str] = []
    name: Name | None = None
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        hangul = _families().get(family)
        parts = [part for word in given for part in re.split("[-'’]", word) if part]
        if hangul is None or not parts or len(parts) > 3:
            continue
        read = _hangul(parts)
        if not read:
            continue
        found += [one + rest for one in hangul for rest in read]
        family_keys = tuple(dict.fromkeys(key for one in hangul for key in _latin_families()[one]))
        name = name or Name(family_keys, _apart(parts), _sound("".join(parts)))
    return (name, tuple(dict.fromkeys(found))) if name else None


def _apart(parts: list[str]) -> tuple[str, ...]:
    """Return the keys of the syllables of a given name."""
    pair = next((name for name in _hangul_of(parts[0]) if len(name) == 2), "") if len(parts) == 1 else ""
    return tuple(map(hangul_key, pair)) if pair else tuple(map(_sound, parts))


def _hangul(parts: list[str]) -> list[str]:
    """Return the given names that some syllables or one word may be."""
    if len(parts) == 1:
        return list(_hangul_of(parts[0]))
    each = [[name for name in _hangul_of(part) if len(name) == 1] for part in parts]
    return ["".join(name) for name in itertools.product(*each)] if len(each) == 2 else []


@lru_cache(maxsize=1000)
def _hangul_of(letters: str) -> tuple[str, ...]:
    """Return the given names of one or two syllables that are spelt so."""
    letters = letters.replace("wh", "hw")
    found = _spelt(letters)
    for at in range(1, len(letters)):
        first = _spelt(letters[:at])
        if first:
            found += [a + b for a, b in itertools.product(first, _spelt(letters[at:]))]
    return tuple(dict.fromkeys(found))


def _spelt(letters: str) -> list[str]:
    return [syllable for syllable, pattern in _patterns().items() if pattern.fullmatch(letters)]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the usual spellings of each syllable of a given name."""
    found: dict[str, re.Pattern[str]] = {}
    for syllable in sorted(_given()):
        onset, vowel, coda = _parts(syllable)
        sounds = (_ONSETS[onset], _VOWELS[vowel], _CODAS[coda])
        choices = ("|".join(_USUAL[n][sound].split()) for n, sound in enumerate(sounds))
        found[syllable] = re.compile("".join(f"(?:{choice.replace('-', '')})" for choice in choices))
    return found
