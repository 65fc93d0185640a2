"""Compounds: where two syllables of an eojeol only stand side by side, each a part of another word.

개통일 (opening day) holds 통 and 일, but not 통일 (unification); 재정부담 holds no 정부, 중국가요 no 국가. An eojeol is
divided as cheaply as may be into common nouns of two syllables, single syllables that are put before or behind them,
and what is not known. Two syllables are *crossed* by a border where a division that keeps them together costs clearly
more. Where nothing speaks against it they are taken for a word: 한반도통일, 대북제재, 신경제.
"""

from __future__ import annotations

from functools import cache

from kinu_reader.index import korean

_BEFORE = frozenset(
    "대반비신재탈친북남핵총부새전구초준미최고저각매양동서원본현당군여야불무유다첫제한러범주"
    "쌀물돈땅밥집몸꽃옷칼빚값꿈삶길말글법책논밭팀중경농시도귀역피맹철내외과급호악소연가생순실정주타폐휴사입밀만"
)
_BEHIND = frozenset(
    "인적화성자들권력부군국법론관회장원단선서세령민당안사실청처과팀반측간내외상하전후별용형식도시군구일년월주차급층"
    "점률율량액비금품물업소학교사가계국소망선로길책문집제기감심증병란전쟁곡지물터식씨님네가판포"
)
_NOUNS = """
가격 가계 가능 가동 가맹 가문 가사 가산 가상 가속 가요 가입 가정 가족 가중 가치 각국 각료 각종 간담 간부 간섭 간첩
갈등 감독 감소 감시 감염 감정 감축 강국 강도 강력 강령 강성 강연 강제 강조 강행 강화 개념 개발 개방 개선 개설 개성
개인 개입 개정 개조 개최 개통 개편 개헌 개혁 객관 거래 거리 거부 거점 거주 건강 건국 건물 건설 건의 검사 검열 검증
검찰 검토 격차 견제 견해 결과 결속 결의 결정 결함 결합 결핵 경계 경고 경과 경기 경로 경비 경영 경우 경쟁 경제 경찰
경향 경험 경협 계급 계승 계약 계절 계층 계획 고객 고급 고려 고립 고문 고용 고위 고조 고통 공간 공개 공격 공고 공공
공군 공급 공단 공동 공무 공사 공산 공세 공식 공업 공연 공유 공장 공정 공조 공존 공중 공직 공포 공항 공해 공화 공황
과거 과업 과정 과제 과학 관개 관계 관광 관념 관련 관료 관리 관심 관점 관찰 관측 관행 광고 광물 광산 광업 교과 교련
교류 교민 교사 교수 교역 교육 교전 교착 교체 교통 교환 교회 교훈 구도 구매 구별 구분 구상 구성 구속 구역 구조 구체
구축 구호 국가 국경 국고 국교 국군 국기 국내 국력 국립 국무 국민 국방 국법 국보 국사 국세 국영 국장 국적 국정 국제
국토 국회 군대 군부 군비 군사 군인 군중 군축 군함 권고 권력 권리 권위 권한 귀순 귀환 규모 규범 규정 규제 규칙 균형
극복 근거 근대 근로 근무 근본 근원 금강 금년 금리 금속 금액 금융 금지 급변 급수 긍정 기간 기계 기관 기구 기근 기금
기념 기능 기대 기독 기록 기반 기본 기사 기술 기아 기업 기여 기온 기원 기자 기존 기준 기지 기초 기회 기후 긴급 긴장
길이 난민 남방 남북 남성 남쪽 남측 남한 납북 납치 낭비 내각 내란 내륙 내부 내용 내전 내정 냉전 노동 노래 노력 노선
노인 노조 논란 논리 논의 논쟁 농민 농업 농장 농촌 능력 다국 다수 다자 단결 단계 단독 단속 단순 단위 단절 단체 달러
담당 담보 담화 당국 당시 당원 대가 대결 대규 대남 대내 대대 대량 대륙 대립 대미 대변 대북 대비 대사 대상 대선 대안
대외 대응 대일 대중 대책 대처 대체 대표 대학 대한 대화 대회 도로 도발 도시 도입 도전 도출 독립 독일 독재 돌파 동결
동남 동독 동력 동맹 동북 동서 동시 동아 동원 동의 동일 동해 동향 등장 마련 마을 마찰 만남 망명 매체 면담 명령 명분
모델 모범 모색 모순 목적 목표 무기 무력 무상 무역 무장 문건 문명 문서 문제 문학 문화 물가 물량 물류 물자 물질 미국
미군 미래 미사 민간 민군 민생 민속 민심 민족 민주 민중 밀수 반군 반대 반도 반발 반응 반입 반출 발견 발달 발사 발언
발전 발표 발행 방문 방법 방송 방식 방안 방어 방위 방지 방침 방해 방향 배경 배급 배분 배상 배치 백두 백서 범위 범죄
법률 법안 법원 법적 법제 변경 변동 변수 변화 병력 병사 병원 병합 보건 보고 보도 보복 보상 보수 보안 보유 보장 보전
보조 보존 보호 복구 복귀 복원 복지 복합 본격 본부 본질 봉쇄 부과 부담 부대 부문 부분 부서 부여 부인 부재 부정 부족
부채 부처 부패 부품 북미 북방 북부 북쪽 북측 북한 북핵 분계 분단 분담 분류 분리 분배 분산 분석 분야 분열 분위 분쟁
불만 불법 불신 불안 불평 붕괴 비교 비난 비밀 비용 비율 비중 비판 비핵 빈곤 빈민 사건 사고 사령 사례 사망 사무 사법
사상 사실 사안 사업 사용 사유 사이 사전 사절 사정 사찰 사태 사항 사회 산림 산업 산하 삼국 상대 상봉 상승 상실 상업
상임 상징 상태 상품 상호 상황 생명 생산 생존 생활 서구 서방 서울 서해 석유 석탄 선거 선군 선도 선박 선언 선전 선진
선택 설득 설립 설명 설비 성격 성공 성과 성립 성명 성분 성장 세계 세금 세대 세력 세미 세습 소득 소련 소비 소수 소식
소유 소통 소화 속도 손실 손해 송금 수교 수단 수도 수령 수립 수면 수사 수산 수송 수요 수용 수입 수정 수준 수지 수출
수행 수호 순위 습득 승계 승리 승인 시간 시기 시대 시도 시민 시설 시작 시장 시점 시정 시책 시행 시험 식량 식민 식품
신고 신년 신념 신뢰 신문 신분 신용 실무 실시 실업 실적 실제 실질 실천 실태 실패 실행 실험 실현 심각 심리 심의 심화
아동 안건 안보 안전 안정 압력 압박 야당 약속 약화 양국 양보 양성 양자 양측 어민 어선 어업 억류 억압 억제 언급 언론 언어
엄격 업무 업적 업체 여건 여당 여론 여부 여성 여행 역량 역사 역할 연결 연계 연구 연대 연도 연방 연설 연속 연습 연안
연합 열차 영공 영국 영농 영도 영토 영해 영향 예방 예산 예상 예술 예외 예측 오염 완성 완전 완화 왕래 외교 외국 외무
외부 외자 외화 요구 요소 요인 요청 욕구 용납 용어 우려 우리 우선 우주 우호 운동 운명 운송 운영 운용 운행 원료 원인
원자 원조 원칙 월남 위기 위반 위상 위성 위원 위험 위협 유럽 유로 유산 유엔 유지 유출 유치 유통 유형 유효 유훈 육군
융합 은행 음식 응답 의견 의도 의료 의무 의미 의사 의식 의원 의의 의장 의제 의존 의지 의회 이념 이동 이론 이북 이산
이상 이외 이용 이유 이익 이전 이주 이탈 이해 이행 이후 인간 인구 인권 인력 인민 인사 인상 인식 인원 인정 일반 일본
일부 일상 일정 일체 임금 임무 임시 입국 입법 입장 자금 자동 자력 자료 자립 자문 자본 자산 자연 자원 자유 자율 자재
자주 자체 자치 작업 작용 작전 잠재 장관 장군 장기 장래 장벽 장비 장사 장애 장치 재개 재건 재고 재교 재난 재단 재래
재산 재외 재원 재정 재판 재해 재향 저지 저하 저항 적극 적대 적용 적응 전개 전국 전기 전략 전력 전망 전면 전문 전반
전방 전선 전술 전승 전시 전역 전용 전쟁 전제 전체 전통 전투 전환 절감 절반 절차 점검 점령 접경 접근 접촉 정권 정기
정당 정도 정보 정부 정비 정상 정세 정신 정의 정전 정착 정책 정체 정치 정통 정확 제거 제공 제국 제기 제도 제시 제안
제약 제의 제재 제정 제조 제출 제품 제한 조건 조국 조달 조사 조선 조성 조약 조율 조정 조직 조치 조항 존재 존중 종교
종료 종합 좌절 주권 주년 주도 주민 주변 주석 주시 주요 주의 주장 주재 주제 주체 주택 주한 준비 준수 중간 중국
중단 중동 중립 중심 중앙 중요 중재 즉각 증가 증거 증대 증언 증진 지구 지대 지도 지방 지배 지불 지속 지시 지식 지역
지원 지위 지적 지점 지정 지지 지출 지침 지하 지향 직업 직원 직장 직접 진단 진보 진영 진입 진전 진출 진행 질병 질서
집권 집단 집행 차관 차단 차별 차원 차이 착수 참가 참관 참모 참석 참여 창건 창구 창설 창출 채널 채택 책임 처리 처벌
처우 철강 철거 철도 철수 철폐 청년 청산 청소 체결 체계 체육 체제 체험 초기 초점 초청 촉구 촉진 총리 총회 최고 최근
최대 최종 추가 추구 추세 추진 축구 축소 축적 출범 출신 출입 충격 충돌 충족 취약 취업 취임 측면 치료 치안 친선 침략
침체 침해 탄도 탄압 탈북 탈출 탐색 태도 태세 토대 토론 토의 토지 통계 통과 통상 통신 통일 통제 통치 통합 통행 통화
퇴진 투명 투자 투쟁 특구 특별 특사 특성 특징 파견 파괴 파병 판단 판매 평가 평등 평양 평화 폐기 폐쇄 폐지 포괄 포기
포럼 포용 폭격 폭력 표명 표준 표현 품목 피해 필요 하락 학교 학력 학문 학생 학술 학자 학회 한계 한국 한미 한일 한중
한파 함경 합동 합리 합법 합의 합작 항공 항구 항로 항만 항목 항의 항일 해결 해군 해명 해방 해상 해석 해설 해양 해외
해제 해체 핵심 행동 행사 행위 행정 향상 허가 허용 헌법 혁명 혁신 현대 현상 현실 현안 현장 현재 현지 협력 협상 협약
협의 협정 협조 협회 형법 형사 형성 형식 형제 형태 호소 호수 호응 호전 호텔 혼란 홍보 화물 화해 확대 확립 확보 확산
확인 확장 확정 환경 환율 활동 활발 활성 활용 황해 회담 회복 회사 회원 회의 회장 획득 효과 효율 후계 후보 후속 후원
훈련 휴전 희망 희생
"""
_FAMILIES = frozenset("김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민리")
_NAME = 3  # syllables; the last two of a name are looked for too
_KNOWN, _AFFIX, _TWO, _ONE, _FIRST = 10, 12, 30, 25, 50  # what a part costs; the last three are not known
_CLEARLY = 5


class _Costs(dict[str, int]):
    """What each syllable costs inside an eojeol; those that are not known are added as they are met."""

    def __missing__(self, syllable: str) -> int:
        self[syllable] = _ONE
        return _ONE


@cache
def _costs() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Return what two syllables cost that are a noun, a single one at the start of an eojeol, and one inside it."""
    first = {**dict.fromkeys(_FAMILIES, _ONE), **dict.fromkeys(_BEFORE, _AFFIX)}
    return dict.fromkeys(_NOUNS.split(), _KNOWN), first, _Costs.fromkeys(_BEFORE | _BEHIND, _AFFIX)


def crossed(eojeol: str, *, counts: bool = False) -> list[int]:
    """Return where in an eojeol two syllables stand that a border crosses, by the offset of the first of them.

    `counts` tells that a number stands before it: 6자회담.
    """
    size = len(eojeol)
    if size <= 2:
        return []
    stem, (pairs, first, inside) = len(korean.stem(eojeol) or eojeol), _costs()
    ones = list(map(inside.__getitem__, eojeol))
    ones[0] = _AFFIX if counts else first.get(eojeol[0], _FIRST)
    twos = [pairs.get(eojeol[at : at + 2], _TWO) for at in range(size - 1)]
    after = [0] * (size + 1)  # what the syllables behind a border cost at least; the ending costs nothing
    for at in range(stem - 1, -1, -1):
        by_one, by_two = ones[at] + after[at + 1], twos[at] + after[at + 2] if at + 2 <= size else _FIRST
        after[at] = by_one if by_one < by_two else by_two
    named = stem == _NAME and eojeol[0] in _FAMILIES and eojeol[:2] not in pairs
    dear = after[0] + _CLEARLY - _KNOWN
    found: list[int] = []
    older, before = 0, ones[0]  # what the syllables before a border cost at least
    for at in range(1, size - 1):
        if before + after[at + 2] >= dear and not (named and at == 1):
            found.append(at)
        by_one, by_two = before + ones[at], older + twos[at - 1]
        older, before = before, by_one if by_one < by_two else by_two
    return found
