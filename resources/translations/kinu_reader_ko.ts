<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>Actions</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Find a command or a brief</source>
        <translation>명령이나 브리프 찾기</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>다음 위치</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>이전 위치</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>폴더 가져오기</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>파일 가져오기</translation>
    </message>
    <message>
        <source>Copy the citation</source>
        <translation>인용 복사</translation>
    </message>
    <message>
        <source>Copy the reference</source>
        <translation>참고문헌 복사</translation>
    </message>
    <message>
        <source>Choose the citation style</source>
        <translation>인용 양식 고르기</translation>
    </message>
    <message>
        <source>Copy the references of the briefs listed</source>
        <translation>목록에 있는 브리프의 서지 복사</translation>
    </message>
    <message>
        <source>Export the references of the briefs listed</source>
        <translation>목록에 있는 브리프의 서지 내보내기</translation>
    </message>
    <message>
        <source>Copy quotations with their citations</source>
        <translation>인용문을 인용과 함께 복사</translation>
    </message>
    <message>
        <source>Copy a quotation with words left out</source>
        <translation>일부를 생략한 인용문 복사</translation>
    </message>
    <message>
        <source>Import bookmarks from a file</source>
        <translation>파일에서 북마크 가져오기</translation>
    </message>
    <message>
        <source>Import what was copied</source>
        <translation>복사한 파일 가져오기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>사이드바 보이기·숨기기</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>상세 정보 보이기·숨기기</translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation>필터 보이기·숨기기</translation>
    </message>
    <message>
        <source>Read two briefs side by side, or one</source>
        <translation>브리프 나란히 보기 전환</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>다음 탭</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>이전 탭</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>탭 닫기</translation>
    </message>
    <message>
        <source>Open the tab closed last again</source>
        <translation>마지막으로 닫은 탭 다시 열기</translation>
    </message>
    <message>
        <source>Go to all briefs</source>
        <translation>전체 브리프로 가기</translation>
    </message>
    <message>
        <source>Answers as a table or a list</source>
        <translation>결과를 표 또는 목록으로</translation>
    </message>
    <message>
        <source>Go to the bookmarks</source>
        <translation>북마크로 가기</translation>
    </message>
    <message>
        <source>Go to the series</source>
        <translation>시리즈로 가기</translation>
    </message>
    <message>
        <source>Go to what is to review</source>
        <translation>검토할 항목으로 가기</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>A tour of the window</source>
        <translation>창 둘러보기</translation>
    </message>
    <message>
        <source>From the page back to the results</source>
        <translation>쪽에서 결과로 돌아가기</translation>
    </message>
    <message>
        <source>Open or make an archive</source>
        <translation>아카이브 열기 또는 만들기</translation>
    </message>
    <message>
        <source>Open the sample archive</source>
        <translation>견본 아카이브 열기</translation>
    </message>
    <message>
        <source>My glossary</source>
        <translation>내 용어집</translation>
    </message>
    <message>
        <source>Compare duplicates</source>
        <translation>중복 비교</translation>
    </message>
    <message>
        <source>Pair editions</source>
        <translation>국문·영문판 짝짓기</translation>
    </message>
    <message>
        <source>Merge names of authors and divisions</source>
        <translation>저자·연구 부서 이름 합치기</translation>
    </message>
    <message>
        <source>Read the records again</source>
        <translation>서지 정보 다시 읽기</translation>
    </message>
    <message>
        <source>Patterns of series</source>
        <translation>시리즈 본보기</translation>
    </message>
    <message>
        <source>Find in the brief</source>
        <translation>브리프에서 찾기</translation>
    </message>
    <message>
        <source>Bookmark the selection, or the sentence of the hit</source>
        <translation>선택한 부분이나 찾은 곳의 문장을 북마크</translation>
    </message>
    <message>
        <source>Bookmark the selection with a note</source>
        <translation>선택한 글을 메모와 함께 북마크</translation>
    </message>
    <message>
        <source>Bookmark in amber</source>
        <translation>호박색으로 북마크</translation>
    </message>
    <message>
        <source>Bookmark in green</source>
        <translation>초록색으로 북마크</translation>
    </message>
    <message>
        <source>Bookmark in blue</source>
        <translation>파란색으로 북마크</translation>
    </message>
    <message>
        <source>Bookmark in rose</source>
        <translation>장미색으로 북마크</translation>
    </message>
    <message>
        <source>Back to where you read before</source>
        <translation>앞서 읽던 곳으로</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>다시 앞으로</translation>
    </message>
    <message>
        <source>Show or hide pages and outline</source>
        <translation>쪽과 차례 보이기 또는 숨기기</translation>
    </message>
    <message>
        <source>Show or hide a caret in the page</source>
        <translation>쪽의 커서 보이기 또는 숨기기</translation>
    </message>
    <message>
        <source>Two pages side by side</source>
        <translation>두 쪽 나란히</translation>
    </message>
    <message>
        <source>Turn the pages</source>
        <translation>쪽 돌리기</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>너비에 맞추기</translation>
    </message>
    <message>
        <source>Fit the whole page</source>
        <translation>쪽 전체 맞춤</translation>
    </message>
    <message>
        <source>As large as printed</source>
        <translation>인쇄된 크기</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>In a list: read, or go on to the page</source>
        <translation>목록에서: 읽기, 또는 쪽으로 가기</translation>
    </message>
    <message>
        <source>In the results: read in a new tab</source>
        <translation>결과에서: 새 탭으로 읽기</translation>
    </message>
    <message>
        <source>In a list: go back</source>
        <translation>목록에서: 돌아가기</translation>
    </message>
    <message>
        <source>In a list of briefs: to the bin</source>
        <translation>브리프 목록에서: 휴지통으로</translation>
    </message>
    <message>
        <source>In the bookmarks: throw away</source>
        <translation>북마크에서: 버리기</translation>
    </message>
    <message>
        <source>In the sidebar: forget a search</source>
        <translation>사이드바에서: 저장한 검색 지우기</translation>
    </message>
    <message>
        <source>In a record or a table: edit the field</source>
        <translation>정보나 표에서: 항목 편집</translation>
    </message>
    <message>
        <source>To review: accept</source>
        <translation>검토할 항목에서: 승인</translation>
    </message>
    <message>
        <source>To review: leave empty</source>
        <translation>검토할 항목에서: 비우기</translation>
    </message>
    <message>
        <source>In the series: a number that never came out</source>
        <translation>시리즈에서: 나오지 않은 호</translation>
    </message>
    <message>
        <source>In the search field: next passage</source>
        <translation>검색창에서: 다음 단락</translation>
    </message>
    <message>
        <source>In the search field: previous passage</source>
        <translation>검색창에서: 이전 단락</translation>
    </message>
    <message>
        <source>In the search field: recent searches</source>
        <translation>검색창에서: 최근 검색</translation>
    </message>
    <message>
        <source>In the search field: on to the results</source>
        <translation>검색창에서: 결과로 가기</translation>
    </message>
    <message>
        <source>In the search field: clear it</source>
        <translation>검색창에서: 지우기</translation>
    </message>
    <message>
        <source>Find in the brief: next place</source>
        <translation>브리프에서 찾기: 다음 위치</translation>
    </message>
    <message>
        <source>Find in the brief: previous place</source>
        <translation>브리프에서 찾기: 이전 위치</translation>
    </message>
    <message>
        <source>In the note of a bookmark: done</source>
        <translation>북마크 메모에서: 마치기</translation>
    </message>
    <message>
        <source>In a quotation: leave out the words selected</source>
        <translation>인용문에서: 선택한 말 생략</translation>
    </message>
    <message>
        <source>In the second reader: close it</source>
        <translation>두 번째 읽기 화면에서: 닫기</translation>
    </message>
    <message>
        <source>cite bibliography footnote</source>
        <translation>인용 출처 참고문헌 각주 cite</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>메모 주석</translation>
    </message>
    <message>
        <source>highlight mark keep annotate</source>
        <translation>형광펜 표시 강조 메모 highlight</translation>
    </message>
    <message>
        <source>add PDF briefs</source>
        <translation>추가 가져오기 PDF</translation>
    </message>
    <message>
        <source>preferences options</source>
        <translation>환경설정 옵션 기본 설정</translation>
    </message>
    <message>
        <source>shortcuts help</source>
        <translation>단축키 도움말</translation>
    </message>
    <message>
        <source>find query</source>
        <translation>찾기 검색어</translation>
    </message>
    <message>
        <source>search in the page</source>
        <translation>본문 찾기 검색</translation>
    </message>
    <message>
        <source>rotate</source>
        <translation>회전</translation>
    </message>
    <message>
        <source>thumbnails contents</source>
        <translation>미리보기 목차</translation>
    </message>
    <message>
        <source>beside split compare</source>
        <translation>나란히 비교 나누기</translation>
    </message>
    <message>
        <source>doubtful check</source>
        <translation>확인 의심</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>{number} of {count}: {sentence}</source>
        <translation>{count}곳 중 {number}번째: {sentence}</translation>
    </message>
</context>
<context>
    <name>AuthorsForm</name>
    <message>
        <source>Add an author</source>
        <translation>저자 추가</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>직급</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>연구 부서</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>빼기</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Sidebar</source>
        <translation>사이드바</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>이전 위치</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>다음 위치</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>너비에 맞춤</translation>
    </message>
    <message>
        <source>Night pages</source>
        <translation>야간 쪽</translation>
    </message>
    <message>
        <source>Pages and outline</source>
        <translation>쪽과 차례</translation>
    </message>
    <message>
        <source>Find in brief</source>
        <translation>브리프에서 찾기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>앞으로</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>상세 정보</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>p. {page} / {pages}</source>
        <translation>{page} / {pages}쪽</translation>
    </message>
    <message>
        <source>Type a page number or label and press Enter</source>
        <translation>쪽 번호를 입력하고 Enter를 누르세요</translation>
    </message>
    <message>
        <source>hit &lt;b&gt;{number}&lt;/b&gt; of {count}</source>
        <translation>{count}곳 중 &lt;b&gt;{number}번째&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>BatchBar</name>
    <message>
        <source>Set</source>
        <translation>바꿔 넣기</translation>
    </message>
    <message>
        <source>Replace in</source>
        <translation>찾아 바꾸기</translation>
    </message>
    <message>
        <source>Append to</source>
        <translation>덧붙이기</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>태그 추가</translation>
    </message>
    <message>
        <source>Put into</source>
        <translation>모음에 넣기</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>these words</source>
        <translation>이 말을</translation>
    </message>
    <message>
        <source>Words to replace</source>
        <translation>바꿀 말</translation>
    </message>
    <message>
        <source>value; empty clears</source>
        <translation>값 (비우면 지움)</translation>
    </message>
    <message>
        <source>by these</source>
        <translation>이 말로</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>collection</source>
        <translation>모음</translation>
    </message>
    <message>
        <source>words</source>
        <translation>덧붙일 말</translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n brief(s)</source>
        <translation>
            <numerusform>브리프 %n건에 적용</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bookmark</name>
    <message>
        <source>The whole brief</source>
        <translation>브리프 전체</translation>
    </message>
    <message>
        <source>The whole page</source>
        <translation>쪽 전체</translation>
    </message>
    <message>
        <source>A part of the page</source>
        <translation>쪽의 일부</translation>
    </message>
    <message>
        <source>p. {}</source>
        <translation>{}쪽</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>노란색</translation>
    </message>
    <message>
        <source>green</source>
        <translation>초록색</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>파란색</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>분홍색</translation>
    </message>
    <message>
        <source>today {}</source>
        <translation>오늘 {}</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>without a tag</source>
        <translation>태그 없음</translation>
    </message>
</context>
<context>
    <name>BookmarkDelegate</name>
    <message>
        <source>place not found</source>
        <translation>위치를 찾지 못함</translation>
    </message>
    <message>
        <source>words changed</source>
        <translation>문구가 바뀜</translation>
    </message>
</context>
<context>
    <name>BookmarkDialog</name>
    <message>
        <source>Bookmark</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>마침</translation>
    </message>
</context>
<context>
    <name>BookmarkForm</name>
    <message>
        <source>These words were not found in the text as it is now.</source>
        <translation>지금 본문에서 이 문구를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>The words were: {}</source>
        <translation>원래 문구: {}</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>How it looked on its page</source>
        <translation>페이지에 있던 모습</translation>
    </message>
    <message>
        <source>Markdown, as you like</source>
        <translation>마크다운을 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>tags; divided by semicolons</source>
        <translation>태그; 쌍반점으로 구분</translation>
    </message>
    <message>
        <source>Throw this bookmark away</source>
        <translation>이 북마크 버리기</translation>
    </message>
    <message>
        <source>Place on what is selected</source>
        <translation>선택한 곳에 다시 연결</translation>
    </message>
</context>
<context>
    <name>Bookmarking</name>
    <message numerus="yes">
        <source>%n bookmark(s) brought in from this PDF</source>
        <translation>
            <numerusform>이 PDF에서 북마크 %n개를 가져왔습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>All marks of this PDF are bookmarks already</source>
        <translation>이 PDF의 표시는 모두 이미 북마크에 있습니다</translation>
    </message>
    <message>
        <source>There are no marks in this PDF</source>
        <translation>이 PDF에는 표시가 없습니다</translation>
    </message>
</context>
<context>
    <name>BookmarksPanel</name>
    <message>
        <source>Bookmarks</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s)</source>
        <translation>
            <numerusform>북마크 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>브리프 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>No bookmark fits</source>
        <translation>맞는 북마크가 없습니다</translation>
    </message>
    <message>
        <source>Look for less, or in all colours.</source>
        <translation>찾는 말을 줄이거나 색을 모두 켜 보세요.</translation>
    </message>
    <message>
        <source>Select words on a page and choose a colour: they are kept here, with your note.</source>
        <translation>쪽에서 글을 선택하고 색을 고르면 메모와 함께 여기에 보관됩니다.</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>아직 북마크가 없습니다</translation>
    </message>
</context>
<context>
    <name>BriefField</name>
    <message>
        <source>Code or title of the brief</source>
        <translation>브리프의 코드나 제목</translation>
    </message>
    <message>
        <source>Choose one of the briefs that are offered.</source>
        <translation>제시된 브리프 가운데 하나를 고르세요.</translation>
    </message>
    <message>
        <source>There is no such brief.</source>
        <translation>그런 브리프가 없습니다.</translation>
    </message>
</context>
<context>
    <name>BriefMenu</name>
    <message>
        <source>More about this brief</source>
        <translation>이 브리프에 대해 더 보기</translation>
    </message>
    <message>
        <source>Pair with another edition…</source>
        <translation>다른 판과 짝짓기…</translation>
    </message>
    <message>
        <source>Former versions…</source>
        <translation>이전 판본…</translation>
    </message>
    <message>
        <source>Read this record again…</source>
        <translation>이 서지 정보 다시 읽기…</translation>
    </message>
    <message>
        <source>Set as the pattern for this series…</source>
        <translation>이 시리즈의 본보기로 삼기…</translation>
    </message>
    <message>
        <source>Patterns of series…</source>
        <translation>시리즈 본보기…</translation>
    </message>
</context>
<context>
    <name>BriefsModel</name>
    <message>
        <source>Pages</source>
        <translation>쪽수</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져온 날</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
</context>
<context>
    <name>BriefsPanel</name>
    <message>
        <source>All briefs</source>
        <translation>전체 브리프</translation>
    </message>
    <message>
        <source>Briefs</source>
        <translation>브리프</translation>
    </message>
    <message>
        <source>Export references</source>
        <translation>서지 내보내기</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>As a list with passages</source>
        <translation>단락이 있는 목록으로 보기</translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>브리프 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n건 선택</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>{} of {}</source>
        <translation>{} / {}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>그만 보기</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check the archive</source>
        <translation>아카이브 점검</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>문제 %n건이 있습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>The archive is sound</source>
        <translation>아카이브에 이상이 없습니다</translation>
    </message>
    <message>
        <source>Catalogue, original files, texts and index are as they should be.</source>
        <translation>목록, 원본 파일, 본문, 색인이 모두 정상입니다.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Mends what can be mended without losing anything</source>
        <translation>아무것도 잃지 않고 고칠 수 있는 것을 고칩니다</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Add: {}</source>
        <translation>추가: {}</translation>
    </message>
    <message>
        <source>Take off: {}</source>
        <translation>떼기: {}</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정</translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n개 선택</numerusform>
        </translation>
    </message>
    <message>
        <source>another tag</source>
        <translation>태그 추가</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>태그 추가</translation>
    </message>
    <message>
        <source>Throw these bookmarks away</source>
        <translation>이 북마크들을 버리기</translation>
    </message>
</context>
<context>
    <name>CiteMenu</name>
    <message>
        <source>References</source>
        <translation>서지</translation>
    </message>
    <message>
        <source>Copy references</source>
        <translation>서지 복사</translation>
    </message>
    <message>
        <source>Export as {}…</source>
        <translation>{} 파일로 내보내기…</translation>
    </message>
</context>
<context>
    <name>CitePanel</name>
    <message>
        <source>All {} styles…</source>
        <translation>모든 양식 {}개…</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>인용</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the citation</source>
        <translation>인용 복사</translation>
    </message>
    <message>
        <source>Citation style</source>
        <translation>인용 양식</translation>
    </message>
    <message>
        <source>Drag it into your text</source>
        <translation>쓰고 있는 글로 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>Copy the reference</source>
        <translation>참고문헌 복사</translation>
    </message>
    <message>
        <source>Not known: {}</source>
        <translation>알 수 없는 항목: {}</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message numerus="yes">
        <source>%n reference(s) copied</source>
        <translation>
            <numerusform>서지 %n건을 복사했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Export references</source>
        <translation>서지 내보내기</translation>
    </message>
    <message>
        <source>references</source>
        <translation>서지</translation>
    </message>
    <message numerus="yes">
        <source>%n citation(s) copied</source>
        <translation>
            <numerusform>인용 %n건을 복사했습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotation(s) copied</source>
        <translation>
            <numerusform>인용문 %n개를 복사했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Export bookmarks</source>
        <translation>북마크 내보내기</translation>
    </message>
    <message>
        <source>Folder for the copies</source>
        <translation>사본을 둘 폴더</translation>
    </message>
    <message>
        <source>bookmarks</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Written to {}</source>
        <translation>{}에 저장했습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n marked copies written to {}</source>
        <translation>
            <numerusform>표시를 넣은 사본 %n개를 {}에 저장했습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s) cannot be copied</source>
        <translation>
            <numerusform>브리프 %n건은 사본을 만들 수 없습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s) found no page</source>
        <translation>
            <numerusform>북마크 %n개는 페이지를 찾지 못했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Your template {} has a mistake: {}</source>
        <translation>사용자 서식 {}에 오류가 있습니다: {}</translation>
    </message>
    <message>
        <source>The file cannot be made: {}</source>
        <translation>파일을 만들 수 없습니다: {}</translation>
    </message>
    <message>
        <source>{} is a file of the archive, or was read into it. Choose another folder.</source>
        <translation>{}: 아카이브의 파일이거나 아카이브로 읽어 들인 파일입니다. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}</source>
        <translation>{}에 저장할 수 없습니다: {}</translation>
    </message>
    <message>
        <source>{} cannot be read: {}</source>
        <translation>{}을(를) 읽을 수 없습니다: {}</translation>
    </message>
    <message>
        <source>{} needs the style {} as well. Add that first.</source>
        <translation>{}에는 {} 양식도 있어야 합니다. 그것부터 추가하세요.</translation>
    </message>
    <message>
        <source>{} is not a citation style that can be used. Nothing was added.</source>
        <translation>{}은(는) 쓸 수 있는 인용 양식이 아닙니다. 아무것도 추가하지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>상세 정보</translation>
    </message>
    <message>
        <source>The record of the brief you read stands here.</source>
        <translation>읽는 브리프의 서지 정보가 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message numerus="yes">
        <source>%n former version(s)</source>
        <translation>
            <numerusform>이전 판본 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>모음</translation>
    </message>
    <message numerus="yes">
        <source>Bookmarks here (%n)</source>
        <translation>
            <numerusform>이 브리프의 북마크 (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring in the marks of this PDF</source>
        <translation>이 PDF의 표시 가져오기</translation>
    </message>
    <message>
        <source>Highlights and notes made in another program become bookmarks</source>
        <translation>다른 프로그램에서 만든 강조와 메모가 북마크가 됩니다</translation>
    </message>
    <message>
        <source>Pictures without text: {}</source>
        <translation>글자 없는 그림 쪽: {}</translation>
    </message>
    <message>
        <source>Unreadable letters: {}</source>
        <translation>글자를 알아볼 수 없는 쪽: {}</translation>
    </message>
    <message>
        <source>Hardly any text: {}</source>
        <translation>글자가 거의 없는 쪽: {}</translation>
    </message>
    <message>
        <source>Read off pictures: {}</source>
        <translation>그림에서 읽은 쪽: {}</translation>
    </message>
    <message>
        <source>Pages a search may miss</source>
        <translation>검색이 놓칠 수 있는 쪽</translation>
    </message>
    <message>
        <source>Read the pictures</source>
        <translation>그림에서 글자 읽기</translation>
    </message>
    <message>
        <source>With Tesseract installed, the pictures could be read:</source>
        <translation>Tesseract를 설치하면 그림에서 글자를 읽을 수 있습니다:</translation>
    </message>
</context>
<context>
    <name>DifferencesDialog</name>
    <message>
        <source>Brief and field</source>
        <translation>브리프와 항목</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>바뀐 뒤</translation>
    </message>
    <message numerus="yes">
        <source>Change %n brief(s)</source>
        <translation>
            <numerusform>브리프 %n건 수정</numerusform>
        </translation>
    </message>
    <message>
        <source>Set the pattern</source>
        <translation>본보기로 정하기</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Duplicates</source>
        <translation>중복 브리프</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>같지 않음</translation>
    </message>
    <message>
        <source>Keep the one chosen</source>
        <translation>고른 것만 남기기</translation>
    </message>
    <message>
        <source>The others go into the bin. Tags, collections and bookmarks of theirs go to the brief that is kept.</source>
        <translation>나머지는 휴지통으로 갑니다. 그 태그, 모음, 북마크는 남기는 브리프로 옮깁니다.</translation>
    </message>
    <message>
        <source>No brief seems to be here twice.</source>
        <translation>중복된 것으로 보이는 브리프가 없습니다.</translation>
    </message>
    <message>
        <source>Why they may be one</source>
        <translation>같다고 보는 까닭</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>이것을 남기기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Is none of these</source>
        <translation>모두와 다름</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>쪽수</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져온 날</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Entered by you</source>
        <translation>직접 입력한 값</translation>
    </message>
    <message>
        <source>Take over {}: {}</source>
        <translation>{} 가져오기: {}</translation>
    </message>
</context>
<context>
    <name>EditionsDialog</name>
    <message>
        <source>Editions</source>
        <translation>국문·영문판</translation>
    </message>
    <message>
        <source>Not editions of one</source>
        <translation>같은 브리프가 아님</translation>
    </message>
    <message>
        <source>Editions of one</source>
        <translation>같은 브리프의 두 판</translation>
    </message>
    <message>
        <source>Are these one brief in two languages? What you say holds, whatever codes and dates say.</source>
        <translation>같은 브리프의 국문판과 영문판인가요? 코드나 날짜와 상관없이 정하신 대로 따릅니다.</translation>
    </message>
    <message>
        <source>There is no pair to decide on.</source>
        <translation>정할 짝이 없습니다.</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>그렇게 보는 까닭</translation>
    </message>
    <message>
        <source>Nothing but that their codes agree.</source>
        <translation>코드가 같다는 것뿐입니다.</translation>
    </message>
    <message>
        <source>They are taken for editions of one at present.</source>
        <translation>지금은 같은 브리프의 두 판으로 보고 있습니다.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
</context>
<context>
    <name>EditionsHere</name>
    <message>
        <source>Korean edition</source>
        <translation>국문판</translation>
    </message>
    <message>
        <source>English edition</source>
        <translation>영문판</translation>
    </message>
    <message>
        <source>Other edition</source>
        <translation>다른 판</translation>
    </message>
    <message>
        <source>Open this edition</source>
        <translation>이 판 열기</translation>
    </message>
    <message>
        <source>Is it an edition?</source>
        <translation>같은 브리프인가요?</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>나란히 열기</translation>
    </message>
    <message>
        <source>Confirm: editions of one</source>
        <translation>같은 브리프의 두 판이 맞음</translation>
    </message>
    <message>
        <source>Not an edition of this brief</source>
        <translation>이 브리프의 다른 판이 아님</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Which</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>인용과 함께 복사</translation>
    </message>
    <message>
        <source>Copy citations in order</source>
        <translation>순서대로 인용 복사</translation>
    </message>
    <message>
        <source>Copy references</source>
        <translation>서지 복사</translation>
    </message>
    <message>
        <source>Bookmarks to a file</source>
        <translation>북마크를 파일로</translation>
    </message>
    <message>
        <source>Marked copies of the PDFs</source>
        <translation>표시를 넣은 PDF 사본</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Packet to read</source>
        <translation>읽기 자료</translation>
    </message>
    <message>
        <source>References of their briefs</source>
        <translation>인용한 브리프의 서지</translation>
    </message>
    <message>
        <source>Import bookmarks…</source>
        <translation>북마크 가져오기…</translation>
    </message>
    <message>
        <source>Those shown</source>
        <translation>걸러진 북마크</translation>
    </message>
    <message>
        <source>Those chosen</source>
        <translation>선택한 북마크</translation>
    </message>
    <message>
        <source>All bookmarks</source>
        <translation>전체 북마크</translation>
    </message>
</context>
<context>
    <name>FacetBar</name>
    <message>
        <source>Series</source>
        <translation>시리즈</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>저자</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>연구 부서</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Text quality</source>
        <translation>본문 상태</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>What is in the bin is listed, not searched</source>
        <translation>휴지통의 브리프는 목록에만 나오고 검색되지 않습니다</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>연도</translation>
    </message>
    <message>
        <source>Drag over years to bound the search</source>
        <translation>연도 위를 끌어 범위를 정합니다</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All tags</source>
        <translation>모든 태그</translation>
    </message>
    <message>
        <source>All series</source>
        <translation>모든 시리즈</translation>
    </message>
    <message>
        <source>Find in quotes and notes</source>
        <translation>인용문·메모 찾기</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>최신순</translation>
    </message>
    <message>
        <source>By brief</source>
        <translation>브리프 순</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>태그 순</translation>
    </message>
    <message>
        <source>By colour</source>
        <translation>색 순</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>최근 하루</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>최근 7일</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>최근 30일</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>최근 1년</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>기간 지정 …</translation>
    </message>
    <message>
        <source>Order of bookmarks</source>
        <translation>북마크 순서</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>시리즈</translation>
    </message>
    <message>
        <source>When it was made</source>
        <translation>만든 때</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>to</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>첫날</translation>
    </message>
    <message numerus="yes">
        <source>%n to be checked</source>
        <translation>
            <numerusform>위치 확인 필요 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in brief</source>
        <translation>브리프에서 찾기</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>정확히</translation>
    </message>
    <message>
        <source>Only whole words, exactly as typed</source>
        <translation>입력한 그대로, 온전한 낱말만</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>이전 위치</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>다음 위치</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>&lt;b&gt;{number}&lt;/b&gt; of {count}</source>
        <translation>{count}곳 중 &lt;b&gt;{number}번째&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>찾은 곳 없음</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Keep policy briefs together, find them, cite them.</source>
        <translation>정책 브리프를 모아 두고, 찾고, 인용합니다.</translation>
    </message>
    <message>
        <source>Make an archive from a folder of briefs</source>
        <translation>브리프 폴더로 새 아카이브 만들기</translation>
    </message>
    <message>
        <source>PDF and text files. Copies are kept; the originals stay as they are.</source>
        <translation>PDF·텍스트 폴더를 고르면 사본을 보관합니다. 원본은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>폴더 선택…</translation>
    </message>
    <message>
        <source>Open an archive</source>
        <translation>기존 아카이브 열기</translation>
    </message>
    <message>
        <source>One that you made before, or got from a colleague.</source>
        <translation>이미 만들어 둔 아카이브나 동료에게 받은 아카이브를 엽니다.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Look around in the sample</source>
        <translation>견본으로 둘러보기</translation>
    </message>
    <message>
        <source>Try everything with a few sample briefs first.</source>
        <translation>견본 브리프 몇 건으로 먼저 써 봅니다.</translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation>견본 열기</translation>
    </message>
    <message>
        <source>Or drop a folder or PDF files on this window</source>
        <translation>폴더나 PDF 파일을 이 창에 끌어다 놓아도 됩니다</translation>
    </message>
    <message>
        <source>No network connection, ever. Everything stays on this computer.</source>
        <translation>이 프로그램은 네트워크에 연결하지 않습니다. 모든 자료는 이 컴퓨터에만 저장됩니다.</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>백업 복원…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>화면 모드</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>My glossary</source>
        <translation>내 용어집</translation>
    </message>
    <message>
        <source>One term in a line: Korean, a tab, English, a tab, other words divided by semicolons. A line that begins with a minus takes a term of the program's own away.</source>
        <translation>한 줄에 한 용어: 한국어, 탭, 영어, 탭, 다른 말(쌍반점으로 나눔). 빼기표로 시작하는 줄은 프로그램의 용어를 뺍니다.</translation>
    </message>
    <message>
        <source>The glossary cannot be written: {}</source>
        <translation>용어집을 저장할 수 없습니다: {}</translation>
    </message>
</context>
<context>
    <name>HeardText</name>
    <message>
        <source>Page {page}</source>
        <translation>{page}쪽</translation>
    </message>
    <message>
        <source>Text of the brief</source>
        <translation>브리프 본문</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Show {} in its folder</source>
        <translation>{} 폴더에서 보기</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>목록에서 지우기</translation>
    </message>
    <message>
        <source>Dismiss {}</source>
        <translation>{}을(를) 목록에서 지우기</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>암호 입력…</translation>
    </message>
    <message>
        <source>Password of {}:</source>
        <translation>{}의 암호:</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Importing {} of {}</source>
        <translation>{} / {} 가져오는 중</translation>
    </message>
    <message>
        <source>Indexing {} of {}</source>
        <translation>{} / {} 색인하는 중</translation>
    </message>
    <message>
        <source>Reading again: {} of {}</source>
        <translation>다시 읽는 중: {} / {}</translation>
    </message>
    <message>
        <source>Comparing {} of {}</source>
        <translation>비교하는 중: {} / {}</translation>
    </message>
    <message>
        <source>Reading pictures: {} of {}</source>
        <translation>그림에서 읽는 중: {} / {}</translation>
    </message>
    <message>
        <source>Checking {} of {}</source>
        <translation>점검 중: {} / {}</translation>
    </message>
    <message>
        <source>Backing up {} of {}</source>
        <translation>백업 중: {} / {}</translation>
    </message>
    <message>
        <source>Restoring {} of {}</source>
        <translation>복원 중: {} / {}</translation>
    </message>
    <message>
        <source>Marking copies: {} of {}</source>
        <translation>사본에 표시하는 중: {} / {}</translation>
    </message>
    <message>
        <source>Drawing passages: {} of {}</source>
        <translation>구절 그리는 중: {} / {}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>약 %n초 남음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>약 %n분 남음</numerusform>
        </translation>
    </message>
    <message>
        <source>{} briefs/s</source>
        <translation>초당 {}건</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>읽지 못한 파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s) added</source>
        <translation>
            <numerusform>브리프 %n건 추가됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already in the archive</source>
        <translation>
            <numerusform>이미 있음 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s)</source>
        <translation>
            <numerusform>새 판 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>읽지 못함 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중단됨</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Folder of briefs</source>
        <translation>브리프 폴더</translation>
    </message>
    <message>
        <source>Briefs</source>
        <translation>브리프</translation>
    </message>
    <message>
        <source>Folder of the archive</source>
        <translation>아카이브 폴더</translation>
    </message>
    <message>
        <source>The brief that the link names is not in this archive.</source>
        <translation>링크가 가리키는 브리프가 이 아카이브에 없습니다.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>명령 찾기</translation>
    </message>
    <message>
        <source>Click a key and press another; Backspace takes it away.</source>
        <translation>단축키를 누르고 다른 키를 누르세요. Backspace로 지웁니다.</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>처음 상태로</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>MetadataDialog</name>
    <message>
        <source>Metadata from a file</source>
        <translation>파일의 서지 정보</translation>
    </message>
    <message>
        <source>Brief and field</source>
        <translation>브리프와 항목</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>파일의 값</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) in the file.</source>
        <translation>
            <numerusform>파일에 레코드 %n건이 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them say nothing new.</source>
        <translation>
            <numerusform>그중 %n건은 새로운 내용이 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns without a meaning here: {}.</source>
        <translation>쓰이지 않는 열: {}.</translation>
    </message>
    <message>
        <source>Lines that cannot be read: {}.</source>
        <translation>읽을 수 없는 줄: {}.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of no brief here</source>
        <translation>
            <numerusform>해당 브리프가 없는 레코드 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be a value of this field</source>
        <translation>이 항목에 쓸 수 없는 값</translation>
    </message>
    <message>
        <source>{} (entered by you)</source>
        <translation>{} (직접 입력)</translation>
    </message>
    <message>
        <source>{}: which brief is it? {}</source>
        <translation>{}: 어느 브리프입니까? {}</translation>
    </message>
    <message>
        <source>Line {}</source>
        <translation>{}번째 줄</translation>
    </message>
    <message numerus="yes">
        <source>Change %n brief(s)</source>
        <translation>
            <numerusform>브리프 %n건 수정</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message>
        <source>Authors and divisions</source>
        <translation>저자와 연구 부서</translation>
    </message>
    <message>
        <source>Authors or divisions</source>
        <translation>저자 또는 연구 부서</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>저자</translation>
    </message>
    <message>
        <source>Divisions</source>
        <translation>연구 부서</translation>
    </message>
    <message>
        <source>Part again</source>
        <translation>다시 나누기</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>같지 않음</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>What is merged is found and counted as one; every record goes on saying what is printed.</source>
        <translation>합친 이름은 하나로 찾고 셉니다. 각 서지 정보는 인쇄된 그대로 남습니다.</translation>
    </message>
    <message>
        <source>✓ merged: {}</source>
        <translation>✓ 합침: {}</translation>
    </message>
    <message>
        <source>No other spelling of “{}” is known here.</source>
        <translation>“{}”의 다른 표기를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>No names seem to belong together.</source>
        <translation>같은 이름으로 보이는 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>브리프 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Why they may be one</source>
        <translation>같다고 보는 까닭</translation>
    </message>
</context>
<context>
    <name>Noticing</name>
    <message>
        <source>The search is kept in the sidebar</source>
        <translation>검색을 사이드바에 저장했습니다</translation>
    </message>
    <message>
        <source>Copied with its citation</source>
        <translation>인용과 함께 복사했습니다</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s) moved to the bin</source>
        <translation>
            <numerusform>브리프 %n건을 휴지통으로 옮겼습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>The work is finished</source>
        <translation>작업이 끝났습니다</translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>인용과 함께 복사</translation>
    </message>
    <message>
        <source>Copy with words left out…</source>
        <translation>일부를 생략하고 복사…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Turn pages</source>
        <translation>쪽 돌리기</translation>
    </message>
    <message>
        <source>Two pages</source>
        <translation>두 쪽씩 보기</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages</source>
        <translation>쪽수</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>{pages}쪽 중 {page}쪽</translation>
    </message>
    <message>
        <source>Select a passage to read it here</source>
        <translation>단락을 고르면 여기에서 읽을 수 있습니다</translation>
    </message>
    <message>
        <source>Page {page} cannot be drawn</source>
        <translation>{page}쪽을 그릴 수 없습니다</translation>
    </message>
    <message>
        <source>Drawing page {page}…</source>
        <translation>{page}쪽을 그리는 중…</translation>
    </message>
</context>
<context>
    <name>PagesModel</name>
    <message>
        <source>Page {page}</source>
        <translation>{page}쪽</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Pair editions</source>
        <translation>국문·영문판 짝짓기</translation>
    </message>
    <message>
        <source>Which brief is the other edition of “{}”?</source>
        <translation>“{}”의 다른 판은 어느 브리프인가요?</translation>
    </message>
    <message>
        <source>They are editions of one</source>
        <translation>같은 브리프의 두 판임</translation>
    </message>
    <message>
        <source>Nothing in the two records or texts speaks for it.</source>
        <translation>두 서지 정보와 본문에 그렇게 볼 근거가 없습니다.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>A command, a title or a code</source>
        <translation>명령, 제목 또는 코드</translation>
    </message>
    <message>
        <source>Find a command or a brief</source>
        <translation>명령이나 브리프 찾기</translation>
    </message>
    <message>
        <source>Commands and briefs</source>
        <translation>명령과 브리프</translation>
    </message>
    <message>
        <source>move</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>type</source>
        <translation>입력:</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근 읽은 브리프</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Briefs</source>
        <translation>브리프</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>In all briefs</source>
        <translation>모든 브리프에서</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>그런 이름의 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Search for “{}”</source>
        <translation>“{}” 검색</translation>
    </message>
</context>
<context>
    <name>PatternsDialog</name>
    <message>
        <source>Patterns of series</source>
        <translation>시리즈 본보기</translation>
    </message>
    <message>
        <source>Follow it no longer</source>
        <translation>더는 따르지 않기</translation>
    </message>
    <message>
        <source>So much is said of all briefs of a series, also of those to come. What was changed stays changed.</source>
        <translation>시리즈의 모든 브리프에, 앞으로 들어올 것에도 이렇게 적용합니다. 이미 바뀐 것은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>There is none yet. Correct a brief, and set it as the pattern for its series.</source>
        <translation>아직 없습니다. 브리프를 바로잡은 뒤 그 시리즈의 본보기로 삼으세요.</translation>
    </message>
</context>
<context>
    <name>Preferring</name>
    <message>
        <source>Folder for archives</source>
        <translation>아카이브 폴더</translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message>
        <source>Copy with words left out</source>
        <translation>일부를 생략하고 복사</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>생략</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>되살리기</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>단락</translation>
    </message>
    <message>
        <source>Select words and press Delete: they give way to an ellipsis.</source>
        <translation>낱말을 선택하고 Delete를 누르면 줄임표로 바뀝니다.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
</context>
<context>
    <name>Receiving</name>
    <message>
        <source>Bookmarks (JSON-LD), annotations (Zotero)</source>
        <translation>북마크(JSON-LD), 주석(Zotero)</translation>
    </message>
    <message>
        <source>Import bookmarks</source>
        <translation>북마크 가져오기</translation>
    </message>
    <message>
        <source>{} cannot be read: {}</source>
        <translation>{}을(를) 읽을 수 없습니다: {}</translation>
    </message>
    <message>
        <source>{} holds no bookmarks. It has to be JSON-LD, or from Zotero.</source>
        <translation>{}에는 북마크가 없습니다. JSON-LD이거나 Zotero에서 나온 파일이어야 합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s) added.</source>
        <translation>
            <numerusform>북마크 %n개를 추가했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n개는 이미 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n belong to briefs that are not here.</source>
        <translation>
            <numerusform>%n개는 여기에 없는 브리프의 것입니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be understood.</source>
        <translation>
            <numerusform>%n개는 해석할 수 없습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Fewer fields</source>
        <translation>항목 줄이기</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>모든 항목</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>쪽수</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>직급</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>연구 부서</translation>
    </message>
    <message>
        <source>All briefs of {}</source>
        <translation>{}의 모든 브리프</translation>
    </message>
    <message>
        <source>Other spellings…</source>
        <translation>다른 표기…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>찾지 못함</translation>
    </message>
    <message>
        <source>Uncertain: please check</source>
        <translation>확실하지 않음: 확인해 주세요</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message numerus="yes">
        <source>%n file(s) could not be read again.</source>
        <translation>
            <numerusform>파일 %n개를 다시 읽지 못했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The records say what the files say.</source>
        <translation>서지 정보가 파일의 내용과 같습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would say something else.</source>
        <translation>
            <numerusform>서지 정보 %n건이 달라집니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you entered yourself stays.</source>
        <translation>직접 입력하신 값은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Records read again</source>
        <translation>다시 읽은 서지 정보</translation>
    </message>
    <message>
        <source>This brief is of no series. Give it one first.</source>
        <translation>이 브리프에는 시리즈가 없습니다. 먼저 시리즈를 입력하세요.</translation>
    </message>
    <message>
        <source>Nothing that you corrected in this brief could be true of its whole series.</source>
        <translation>이 브리프에서 고치신 값 가운데 시리즈 전체에 적용할 수 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>What you corrected is said of all briefs of {}, also of those to come.</source>
        <translation>고치신 값을 {}의 모든 브리프에, 앞으로 들어올 것에도 적용합니다.</translation>
    </message>
    <message>
        <source>Pattern for the series</source>
        <translation>시리즈의 본보기</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>Add a tag</source>
        <translation>태그 추가</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>새 모음</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>모음</translation>
    </message>
    <message>
        <source>same code</source>
        <translation>같은 코드</translation>
    </message>
    <message>
        <source>nearly the same text ({} %)</source>
        <translation>거의 같은 본문({} %)</translation>
    </message>
    <message>
        <source>The same code: {}</source>
        <translation>같은 코드: {}</translation>
    </message>
    <message>
        <source>The same number: {}</source>
        <translation>같은 호수: {}</translation>
    </message>
    <message>
        <source>Published on the same day: {}</source>
        <translation>같은 날 발행: {}</translation>
    </message>
    <message>
        <source>Published at nearly the same time: {}</source>
        <translation>비슷한 때 발행: {}</translation>
    </message>
    <message>
        <source>The same author: {}</source>
        <translation>같은 저자: {}</translation>
    </message>
    <message>
        <source>The same numbers and names in the text: {}</source>
        <translation>본문에 있는 같은 숫자와 이름: {}</translation>
    </message>
    <message>
        <source>The same in Hangul</source>
        <translation>한글 이름이 같음</translation>
    </message>
    <message>
        <source>The same letters, spelt otherwise</source>
        <translation>철자만 다르고 글자가 같음</translation>
    </message>
    <message>
        <source>Two editions of a brief print the one and the other</source>
        <translation>한 브리프의 국문판과 영문판에 각각 인쇄됨</translation>
    </message>
    <message>
        <source>Printed with the same division</source>
        <translation>같은 연구 부서와 함께 인쇄됨</translation>
    </message>
</context>
<context>
    <name>ResultsDelegate</name>
    <message>
        <source>lacks: {}</source>
        <translation>없는 낱말: {}</translation>
    </message>
    <message>
        <source>Your note: {}</source>
        <translation>내 메모: {}</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>No brief holds all the words; these hold some of them</source>
        <translation>모든 낱말이 든 브리프는 없습니다. 다음에는 일부만 있습니다</translation>
    </message>
    <message>
        <source>These briefs hold only some of the words</source>
        <translation>아래 브리프에는 낱말의 일부만 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n more passage(s)</source>
        <translation>
            <numerusform>단락 %n개 더 보기</numerusform>
        </translation>
    </message>
    <message>
        <source>Your note: {}</source>
        <translation>내 메모: {}</translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>Best match</source>
        <translation>정확도순</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>최신순</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드순</translation>
    </message>
    <message>
        <source>Order of results</source>
        <translation>결과 순서</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>검색 결과</translation>
    </message>
    <message>
        <source>They are gathered under “To review”</source>
        <translation>‘검토할 항목’에 모여 있습니다</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>이 검색 저장</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>Export references</source>
        <translation>서지 내보내기</translation>
    </message>
    <message>
        <source>A brief is missing?</source>
        <translation>빠진 브리프가 있나요?</translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>브리프 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>단락 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>This took too long and was cut short: there may be more</source>
        <translation>시간이 오래 걸려 중간에 멈췄습니다. 결과가 더 있을 수 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s) have pages that a search cannot see</source>
        <translation>
            <numerusform>검색이 볼 수 없는 쪽이 있는 브리프 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: click to forget this search</source>
        <translation>저장됨: 누르면 이 검색을 지웁니다</translation>
    </message>
    <message>
        <source>The first briefs are on their way</source>
        <translation>첫 브리프를 들이는 중입니다</translation>
    </message>
    <message>
        <source>They appear here as they are read.</source>
        <translation>읽는 대로 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>This archive is empty</source>
        <translation>아카이브가 비어 있습니다</translation>
    </message>
    <message>
        <source>Import a folder of PDF and text briefs, or drop files on this window.</source>
        <translation>PDF·텍스트 브리프 폴더를 가져오거나 파일을 이 창에 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>The bin is not searched</source>
        <translation>휴지통은 검색하지 않습니다</translation>
    </message>
    <message>
        <source>What is in the bin is listed, but its words are not looked for.</source>
        <translation>휴지통의 브리프는 목록에만 나오고 본문은 찾지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing here can be searched</source>
        <translation>검색할 수 있는 것이 없습니다</translation>
    </message>
    <message>
        <source>“{}” has no letters or digits to look for.</source>
        <translation>“{}”에는 찾을 글자나 숫자가 없습니다.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>검색어 지우기</translation>
    </message>
    <message>
        <source>No brief answers</source>
        <translation>맞는 브리프가 없습니다</translation>
    </message>
    <message>
        <source>Try fewer words, or another spelling.</source>
        <translation>낱말을 줄이거나 다른 표기로 찾아보세요.</translation>
    </message>
    <message>
        <source>Only briefs in “{}” were searched.</source>
        <translation>“{}”에 있는 브리프만 검색했습니다.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>전체에서 검색</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Open in a new tab</source>
        <translation>새 탭에서 열기</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>나란히 열기</translation>
    </message>
    <message>
        <source>More like this passage</source>
        <translation>이 단락과 비슷한 것</translation>
    </message>
    <message>
        <source>Put back on the shelf</source>
        <translation>제자리로 되돌리기</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>휴지통으로 옮기기</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>태그…</translation>
    </message>
    <message>
        <source>Put into collection</source>
        <translation>모음에 넣기</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>새 모음…</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>pages without text</source>
        <translation>본문 없는 쪽</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>찾지 못함</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>low</source>
        <translation>낮음</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>브리프</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>확실성</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>To review</source>
        <translation>검토할 항목</translation>
    </message>
    <message>
        <source>Doubtful fields</source>
        <translation>불확실한 항목</translation>
    </message>
    <message>
        <source>{accept} accepts, {edit} edits, {empty} leaves empty, {undo} undoes; for all rows chosen.</source>
        <translation>{accept} 승인 · {edit} 편집 · {empty} 비우기 · {undo} 실행 취소. 선택한 모든 행에 적용됩니다.</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>검토할 항목이 없습니다</translation>
    </message>
    <message>
        <source>Every field was read with certainty, or checked by you.</source>
        <translation>모든 항목을 확실하게 읽었거나 직접 확인하셨습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>항목 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>브리프 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n</source>
        <translation>
            <numerusform>%n건 승인</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all “fair” (%n)</source>
        <translation>
            <numerusform>‘보통’ 모두 승인 (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>No searches yet</source>
        <translation>아직 검색한 것이 없습니다</translation>
    </message>
    <message>
        <source>Search titles, authors, text</source>
        <translation>제목, 저자, 본문 검색</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>검색어 지우기</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>최근 검색</translation>
    </message>
</context>
<context>
    <name>SearchedLine</name>
    <message>
        <source>and</source>
        <translation>그리고</translation>
    </message>
    <message>
        <source>operators read as plain words</source>
        <translation>연산자를 보통 낱말로 읽음</translation>
    </message>
    <message>
        <source>in {}</source>
        <translation>범위 {}</translation>
    </message>
    <message>
        <source>not searched: {}</source>
        <translation>검색하지 않음: {}</translation>
    </message>
    <message>
        <source>switched off: {}</source>
        <translation>끈 부분: {}</translation>
    </message>
    <message>
        <source>searched:</source>
        <translation>검색식:</translation>
    </message>
    <message>
        <source>shown:</source>
        <translation>표시:</translation>
    </message>
    <message>
        <source>Did you mean: {}</source>
        <translation>이것을 찾으셨나요: {}</translation>
    </message>
    <message>
        <source>or</source>
        <translation>또는</translation>
    </message>
    <message>
        <source>not</source>
        <translation>제외</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>like “{}”</source>
        <translation>“{}”와 비슷한 것</translation>
    </message>
</context>
<context>
    <name>SecondReader</name>
    <message>
        <source>Scroll together</source>
        <translation>함께 스크롤</translation>
    </message>
    <message>
        <source>Close this reader</source>
        <translation>이 화면 닫기</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Bookmark in amber</source>
        <translation>노란색 북마크</translation>
    </message>
    <message>
        <source>Bookmark in green</source>
        <translation>초록색 북마크</translation>
    </message>
    <message>
        <source>Bookmark in blue</source>
        <translation>파란색 북마크</translation>
    </message>
    <message>
        <source>Bookmark in rose</source>
        <translation>분홍색 북마크</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Bookmark with a note</source>
        <translation>메모를 달아 북마크</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>인용과 함께 복사</translation>
    </message>
    <message>
        <source>Copy the words with their citation</source>
        <translation>본문을 인용 표기와 함께 복사</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Search for these words</source>
        <translation>이 말로 검색</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>선택 영역</translation>
    </message>
</context>
<context>
    <name>SeriesModel</name>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>발행되지 않음</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>순서 어긋남</translation>
    </message>
    <message>
        <source>present</source>
        <translation>있음</translation>
    </message>
    <message>
        <source>Published, if at all, between {} and {}</source>
        <translation>발행되었다면 {}에서 {} 사이</translation>
    </message>
    <message>
        <source>Published, if at all, before {}</source>
        <translation>발행되었다면 {} 이전</translation>
    </message>
    <message>
        <source>Published, if at all, after {}</source>
        <translation>발행되었다면 {} 이후</translation>
    </message>
    <message>
        <source>no year</source>
        <translation>연도 없음</translation>
    </message>
</context>
<context>
    <name>SeriesPanel</name>
    <message>
        <source>All series</source>
        <translation>모든 시리즈</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>시리즈</translation>
    </message>
    <message>
        <source>Numbers of the series</source>
        <translation>시리즈의 번호</translation>
    </message>
    <message>
        <source>Compare duplicates</source>
        <translation>중복 비교</translation>
    </message>
    <message>
        <source>Copies the codes that this archive does not have, one a line</source>
        <translation>이 아카이브에 없는 번호를 한 줄에 하나씩 복사합니다</translation>
    </message>
    <message>
        <source>present</source>
        <translation>있음</translation>
    </message>
    <message>
        <source>Korean and English</source>
        <translation>국문·영문</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>발행되지 않음</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>순서 어긋남</translation>
    </message>
    <message>
        <source>Arrow keys move · {read} opens · {absent}: does not exist</source>
        <translation>화살표로 이동 · {read}: 열기 · {absent}: 발행되지 않음</translation>
    </message>
    <message>
        <source>No series here</source>
        <translation>시리즈가 없습니다</translation>
    </message>
    <message>
        <source>Briefs whose record names a series are shown here by their numbers.</source>
        <translation>시리즈가 적힌 브리프가 번호에 따라 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>{} of {} numbers</source>
        <translation>번호 {} / {}</translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>브리프 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy list of missing (%n)</source>
        <translation>
            <numerusform>없는 번호 복사 (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) held more than once</source>
        <translation>
            <numerusform>중복된 번호 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesView</name>
    <message>
        <source>Mark as never published</source>
        <translation>발행되지 않은 번호로 표시</translation>
    </message>
    <message>
        <source>Count as missing again</source>
        <translation>다시 없는 번호로 세기</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Choose folder…</source>
        <translation>폴더 선택…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>아카이브</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>색인</translation>
    </message>
    <message>
        <source>List of watched folders</source>
        <translation>지켜보는 폴더 목록</translation>
    </message>
    <message>
        <source>Settings, glossary, styles</source>
        <translation>설정, 용어집, 스타일</translation>
    </message>
    <message>
        <source>Log of errors</source>
        <translation>오류 기록</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>화면과 언어</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Of the window. Briefs are searched and cited in their own language.</source>
        <translation>창의 언어입니다. 브리프는 제 언어로 검색하고 인용합니다.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Light or dark. The pages of a brief can be switched on their own in the reader.</source>
        <translation>밝게 또는 어둡게. 브리프의 쪽은 읽기 창에서 따로 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Of everything but the pages, which have their own zoom.</source>
        <translation>쪽을 뺀 모든 글자의 크기입니다. 쪽은 따로 확대합니다.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>움직임 줄이기</translation>
    </message>
    <message>
        <source>Menus appear at once, and the caret does not blink.</source>
        <translation>메뉴가 바로 나타나고 커서가 깜박이지 않습니다.</translation>
    </message>
    <message>
        <source>Folder for archives</source>
        <translation>아카이브 폴더</translation>
    </message>
    <message>
        <source>Where new archives are made and others looked for. An open one stays where it is.</source>
        <translation>새 아카이브를 만들고 다른 아카이브를 찾는 곳입니다. 열린 아카이브는 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>지켜보는 폴더</translation>
    </message>
    <message>
        <source>New briefs in these folders come into the archive by themselves.</source>
        <translation>이 폴더에 새로 생긴 브리프가 저절로 아카이브에 들어옵니다.</translation>
    </message>
    <message>
        <source>Reading pictures of pages</source>
        <translation>그림 쪽 읽기</translation>
    </message>
    <message>
        <source>Scanned pages have no text to search. Tesseract reads it off them (OCR), on this machine.</source>
        <translation>스캔한 쪽에는 검색할 글이 없습니다. Tesseract가 이 컴퓨터에서 글을 읽어 냅니다(OCR).</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Citing and copying</source>
        <translation>인용과 복사</translation>
    </message>
    <message>
        <source>Look for synonyms and translations</source>
        <translation>비슷한 말과 번역어도 찾기</translation>
    </message>
    <message>
        <source>A search for 통일 finds unification as well; each word added can be switched off.</source>
        <translation>통일을 찾으면 unification도 찾습니다. 더해진 말은 하나씩 끌 수 있습니다.</translation>
    </message>
    <message>
        <source>My glossary</source>
        <translation>내 용어집</translation>
    </message>
    <message>
        <source>Your own synonyms and translations, which searches look for as well.</source>
        <translation>검색할 때 함께 찾을 나만의 비슷한 말과 번역어입니다.</translation>
    </message>
    <message>
        <source>Citation style</source>
        <translation>인용 스타일</translation>
    </message>
    <message>
        <source>Of what is copied and shown beside a brief.</source>
        <translation>복사하고 브리프 옆에 보이는 인용의 형식입니다.</translation>
    </message>
    <message>
        <source>Copy with straight quotation marks</source>
        <translation>곧은 따옴표로 복사</translation>
    </message>
    <message>
        <source>Quotes are copied with " and ' in place of “ ” and ‘ ’.</source>
        <translation>“ ”와 ‘ ’ 대신 "와 '로 복사합니다.</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>단축키와 도움말</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>All commands with their keys, each of which can be changed.</source>
        <translation>모든 명령과 단축키입니다. 하나하나 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>A tour of the window</source>
        <translation>창 둘러보기</translation>
    </message>
    <message>
        <source>Two minutes, from the search to the citation.</source>
        <translation>검색부터 인용까지 2분이면 됩니다.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>개인정보</translation>
    </message>
    <message>
        <source>No network connection, ever</source>
        <translation>네트워크에 연결하지 않습니다</translation>
    </message>
    <message>
        <source>Kinu Reader opens no network connection: nothing you read, search, mark or write leaves this computer. There is no account and no telemetry, and it does not look for updates.</source>
        <translation>Kinu Reader는 네트워크에 연결하지 않습니다. 읽고 검색하고 표시하고 쓴 것은 이 컴퓨터를 떠나지 않습니다. 계정도 사용 기록 전송도 없으며, 업데이트를 확인하지도 않습니다.</translation>
    </message>
    <message>
        <source>What lies where</source>
        <translation>저장 위치</translation>
    </message>
    <message>
        <source>All that Kinu Reader writes, but for files you export, lies in these places.</source>
        <translation>내보낸 파일을 빼고 Kinu Reader가 쓰는 것은 모두 여기에 있습니다.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>설정 찾기</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>이 말이 들어간 설정이 없습니다.</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>기본값으로</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Folders…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message>
        <source>Tesseract is not installed. Install the package tesseract-ocr, with tesseract-ocr-kor.</source>
        <translation>Tesseract가 설치되어 있지 않습니다. tesseract-ocr와 tesseract-ocr-kor를 설치해 주십시오.</translation>
    </message>
    <message>
        <source>Tesseract is there, but reads no language: install tesseract-ocr-kor.</source>
        <translation>Tesseract는 있지만 읽을 수 있는 언어가 없습니다. tesseract-ocr-kor를 설치하세요.</translation>
    </message>
    <message>
        <source>Tesseract is there, but reads no Korean: install tesseract-ocr-kor. It reads: {}</source>
        <translation>Tesseract가 있으나 한국어를 읽지 못합니다. tesseract-ocr-kor를 설치해 주십시오. 읽는 언어: {}</translation>
    </message>
    <message>
        <source>Tesseract is there. It reads: {}</source>
        <translation>Tesseract가 있습니다. 읽는 언어: {}</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Pages</source>
        <translation>쪽수</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>차례</translation>
    </message>
    <message>
        <source>This brief has no headings.</source>
        <translation>이 브리프에는 제목이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>All briefs</source>
        <translation>전체 브리프</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근 읽은 브리프</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>검토할 항목</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>휴지통</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>찾아보기</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>시리즈</translation>
    </message>
    <message>
        <source>Divisions</source>
        <translation>연구 부서</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>모음</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>저장한 검색</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>사이드바</translation>
    </message>
    <message>
        <source>Forget this search</source>
        <translation>이 검색 지우기</translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>휴지통 비우기…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Drop this collection</source>
        <translation>이 모음 없애기</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>모음</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Remove what is in the bin for good? This cannot be taken back.</source>
        <translation>휴지통에 있는 것을 아주 지울까요? 되돌릴 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s) stay, for you keep bookmarks in them.</source>
        <translation>
            <numerusform>북마크가 있는 브리프 %n건은 남습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>브리프 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>읽지 못한 파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>단락 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>{} in {} ms</source>
        <translation>{} · {} ms</translation>
    </message>
</context>
<context>
    <name>StyleDialog</name>
    <message>
        <source>Citation style</source>
        <translation>인용 스타일</translation>
    </message>
    <message numerus="yes">
        <source>%n style(s)</source>
        <translation>
            <numerusform>양식 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a style…</source>
        <translation>양식 추가…</translation>
    </message>
    <message>
        <source>Korean briefs</source>
        <translation>국문 브리프</translation>
    </message>
    <message>
        <source>in the same style as all others</source>
        <translation>다른 브리프와 같은 양식으로</translation>
    </message>
    <message>
        <source>by Korean rules, before the others</source>
        <translation>국문 규칙으로, 다른 브리프 앞에</translation>
    </message>
    <message>
        <source>by Korean rules, after the others</source>
        <translation>국문 규칙으로, 다른 브리프 뒤에</translation>
    </message>
    <message>
        <source>Straight quotation marks</source>
        <translation>곧은 따옴표</translation>
    </message>
    <message>
        <source>Find a style or a journal</source>
        <translation>양식이나 학술지 찾기</translation>
    </message>
    <message>
        <source>Space puts a star on a style: it stands first from then on</source>
        <translation>스페이스를 누르면 별표가 붙고 그때부터 맨 앞에 놓입니다</translation>
    </message>
    <message>
        <source>Use this style</source>
        <translation>이 양식 쓰기</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>Close this tab</source>
        <translation>이 탭 닫기</translation>
    </message>
    <message>
        <source>Open briefs</source>
        <translation>열린 브리프</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Archive</source>
        <translation>아카이브</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Open or make an archive…</source>
        <translation>아카이브 열기 또는 만들기…</translation>
    </message>
    <message>
        <source>Open the sample archive</source>
        <translation>견본 아카이브 열기</translation>
    </message>
    <message>
        <source>Watched folders…</source>
        <translation>감시 폴더…</translation>
    </message>
    <message>
        <source>Take metadata from a file…</source>
        <translation>파일에서 서지 정보 가져오기…</translation>
    </message>
    <message>
        <source>Export the catalogue as CSV…</source>
        <translation>목록을 CSV로 내보내기…</translation>
    </message>
    <message>
        <source>Compare duplicates…</source>
        <translation>중복 브리프 비교…</translation>
    </message>
    <message>
        <source>Pair editions…</source>
        <translation>국문·영문판 짝짓기…</translation>
    </message>
    <message>
        <source>Authors and divisions…</source>
        <translation>저자와 연구 부서…</translation>
    </message>
    <message>
        <source>Read the records again…</source>
        <translation>서지 정보 다시 읽기…</translation>
    </message>
    <message>
        <source>Patterns of series…</source>
        <translation>시리즈 본보기…</translation>
    </message>
    <message>
        <source>Check the archive</source>
        <translation>아카이브 점검</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>백업…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>복원…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>폴더 가져오기…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>파일 가져오기…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>단축키…</translation>
    </message>
    <message>
        <source>A tour of the window</source>
        <translation>창 둘러보기</translation>
    </message>
    <message>
        <source>Find a command or a brief…</source>
        <translation>명령이나 브리프 찾기…</translation>
    </message>
    <message>
        <source>Look for synonyms and translations</source>
        <translation>비슷한 말과 번역어도 찾기</translation>
    </message>
    <message>
        <source>My glossary…</source>
        <translation>내 용어집…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>화면 모드</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Type a few words, Korean or English: answers appear while you type, with their passages.</source>
        <translation>한국어나 영어로 몇 마디 입력하십시오. 입력하는 동안 답과 단락이 나타납니다.</translation>
    </message>
    <message>
        <source>The arrow keys walk the passages; each is marked where it stands on its page. {} goes on.</source>
        <translation>화살표 키로 단락을 옮겨 다닙니다. 단락은 쪽의 제자리에 표시됩니다. {} 키로 다음으로 갑니다.</translation>
    </message>
    <message>
        <source>Select words on the page: a bar offers a bookmark, a note, or a quote with its citation.</source>
        <translation>쪽에서 글을 선택하면 북마크, 메모, 인용과 함께 복사하기가 나타납니다.</translation>
    </message>
    <message>
        <source>The citation is ready, with the page you are reading. {} copies it.</source>
        <translation>읽고 있는 쪽까지 넣은 인용이 준비되어 있습니다. {} 키로 복사합니다.</translation>
    </message>
    <message>
        <source>“To review” gathers uncertain records; “Series” shows which numbers are there.</source>
        <translation>‘검토할 항목’에는 불확실한 정보가 모이고, ‘시리즈’에서는 어느 호가 있는지 봅니다.</translation>
    </message>
    <message>
        <source>{} finds every command, brief and setting by a few letters. This tour is in the menu.</source>
        <translation>{} 키를 누르면 몇 글자로 명령, 브리프, 설정을 찾습니다. 이 안내는 메뉴에 있습니다.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>The passage on its page</source>
        <translation>쪽에 표시된 단락</translation>
    </message>
    <message>
        <source>Keep a passage</source>
        <translation>단락 간직하기</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>인용</translation>
    </message>
    <message>
        <source>Review and browse</source>
        <translation>검토와 둘러보기</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>그 밖의 모든 것</translation>
    </message>
</context>
<context>
    <name>TourOffer</name>
    <message>
        <source>New here? A tour shows the window in two minutes.</source>
        <translation>처음이십니까? 2분이면 창을 둘러볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>둘러보기</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>괜찮습니다</translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message>
        <source>Take metadata from a file…</source>
        <translation>파일에서 서지 정보 가져오기…</translation>
    </message>
    <message>
        <source>The file cannot be read. It has to be CSV, RIS, BibTeX or CSL-JSON.</source>
        <translation>파일을 읽을 수 없습니다. CSV, RIS, BibTeX, CSL-JSON 파일이어야 합니다.</translation>
    </message>
    <message>
        <source>Export the catalogue as CSV…</source>
        <translation>목록을 CSV로 내보내기…</translation>
    </message>
    <message>
        <source>catalogue</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>The file cannot be written: {}</source>
        <translation>파일을 쓸 수 없습니다: {}</translation>
    </message>
    <message>
        <source>Written: {}</source>
        <translation>저장했습니다: {}</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>백업…</translation>
    </message>
    <message>
        <source>Backup (*.kinu)</source>
        <translation>백업 (*.kinu)</translation>
    </message>
    <message>
        <source>The backup was written and read back: {}</source>
        <translation>백업을 기록하고 다시 읽어 확인했습니다: {}</translation>
    </message>
    <message numerus="yes">
        <source>%n original file(s) are gone or changed and not in it.</source>
        <translation>
            <numerusform>원본 파일 %n개가 없거나 바뀌어 백업에 담지 못했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>복원…</translation>
    </message>
    <message>
        <source>Empty folder to restore into</source>
        <translation>복원할 빈 폴더</translation>
    </message>
</context>
<context>
    <name>ValueLabel</name>
    <message>
        <source>Double-click to edit</source>
        <translation>두 번 눌러 고치기</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Former versions</source>
        <translation>이전 판본</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>판본</translation>
    </message>
    <message>
        <source>Show what is the same</source>
        <translation>같은 부분도 보기</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>달라진 부분</translation>
    </message>
    <message>
        <source>Changed since the version replaced on</source>
        <translation>다음 판본에서 달라진 것:</translation>
    </message>
    <message>
        <source>The text of this version was not kept.</source>
        <translation>이 판본의 본문은 남아 있지 않습니다.</translation>
    </message>
    <message>
        <source>The text is the same.</source>
        <translation>본문이 같습니다.</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n paragraph(s) unchanged</source>
        <translation>
            <numerusform>⋯ 바뀌지 않은 단락 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>{} (not there now)</source>
        <translation>{} (지금은 없음)</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>감시할 폴더</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>감시 폴더</translation>
    </message>
    <message>
        <source>New briefs in these folders come into this archive by themselves while Kinu Reader runs. The files stay where they are.</source>
        <translation>Kinu Reader가 실행되는 동안 이 폴더에 새로 들어온 브리프를 아카이브로 자동으로 가져옵니다. 파일은 그 자리에 그대로 남습니다.</translation>
    </message>
    <message>
        <source>No folder is watched yet.</source>
        <translation>아직 지켜보는 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Watch no longer</source>
        <translation>감시 해제</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>A watched folder is not there: {}</source>
        <translation>감시 폴더를 찾을 수 없습니다: {}</translation>
    </message>
</context>
<context>
    <name>WhyNotDialog</name>
    <message>
        <source>A brief is missing?</source>
        <translation>빠진 브리프가 있나요?</translation>
    </message>
    <message>
        <source>Why does it not answer “{}”?</source>
        <translation>왜 “{}”에 나오지 않을까요?</translation>
    </message>
    <message>
        <source>A search cannot see its pages {}.</source>
        <translation>검색이 {}쪽을 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>It does answer: it is among the results.</source>
        <translation>결과에 들어 있습니다.</translation>
    </message>
    <message>
        <source>It is not indexed yet.</source>
        <translation>아직 색인되지 않았습니다.</translation>
    </message>
    <message>
        <source>The place chosen leaves it out.</source>
        <translation>선택한 범위에 없는 브리프입니다.</translation>
    </message>
    <message>
        <source>It is left out by {}.</source>
        <translation>{} 조건에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>or</source>
        <translation>또는</translation>
    </message>
    <message>
        <source>It holds {}, which was excluded.</source>
        <translation>제외한 {}이(가) 들어 있습니다.</translation>
    </message>
    <message>
        <source>It lacks {}.</source>
        <translation>{}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>It holds {} instead.</source>
        <translation>대신 {}이(가) 있습니다.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Damaged: the file cannot be opened</source>
        <translation>손상됨: 파일을 열 수 없음</translation>
    </message>
    <message>
        <source>Opens only with a password</source>
        <translation>암호가 있어야 열림</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>빈 파일</translation>
    </message>
    <message>
        <source>Not what its name says: neither a PDF nor a text</source>
        <translation>이름과 달리 PDF도 텍스트도 아님</translation>
    </message>
    <message>
        <source>Too large to read safely</source>
        <translation>너무 커서 안전하게 읽을 수 없음</translation>
    </message>
    <message>
        <source>Stopped: reading it took too long</source>
        <translation>중단함: 읽는 데 너무 오래 걸림</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>글자가 없음</translation>
    </message>
    <message>
        <source>Only PDF and text files can be imported</source>
        <translation>PDF와 텍스트 파일만 가져올 수 있음</translation>
    </message>
    <message>
        <source>“{}” cannot stand in this field. Nothing was changed.</source>
        <translation>“{}”은(는) 이 항목에 쓸 수 없습니다. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>The citation style {} cannot be used. Choose another.</source>
        <translation>인용 양식 {}을(를) 쓸 수 없습니다. 다른 양식을 고르세요.</translation>
    </message>
    <message>
        <source>Something went wrong inside Kinu Reader. Nothing in the archive was lost.</source>
        <translation>Kinu Reader 안에서 문제가 생겼습니다. 아카이브에서 잃은 것은 없습니다.</translation>
    </message>
    <message>
        <source>The archive {} is in use by another program. Close it, or try again.</source>
        <translation>다른 프로그램이 아카이브 {}를 쓰고 있습니다. 그 프로그램을 닫거나 다시 해 보세요.</translation>
    </message>
    <message>
        <source>The archive {} was written by a newer Kinu Reader. Open it with that version.</source>
        <translation>아카이브 {}는 더 새로운 Kinu Reader로 만들었습니다. 그 판으로 여세요.</translation>
    </message>
    <message>
        <source>The catalogue of the archive {} is damaged. Restore it from a backup.</source>
        <translation>아카이브 {}의 목록이 손상되었습니다. 백업에서 되살리세요.</translation>
    </message>
    <message>
        <source>There is no space left for the archive {}. Free some and try again.</source>
        <translation>아카이브 {}에 쓸 공간이 없습니다. 공간을 비우고 다시 해 보세요.</translation>
    </message>
    <message>
        <source>The archive {} cannot be written. Check its permissions, or copy it.</source>
        <translation>아카이브 {}에 쓸 수 없습니다. 권한을 확인하거나 다른 곳에 복사하세요.</translation>
    </message>
    <message>
        <source>There is no archive in {}. Choose another folder, or import briefs.</source>
        <translation>{}에는 아카이브가 없습니다. 다른 폴더를 고르거나 브리프를 가져오세요.</translation>
    </message>
    <message>
        <source>{} is not a backup of Kinu Reader.</source>
        <translation>{}은(는) Kinu Reader의 백업이 아닙니다.</translation>
    </message>
    <message>
        <source>The backup {} is damaged or cut short. Nothing was changed.</source>
        <translation>백업 {}이(가) 손상되었거나 잘렸습니다. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>The backup {} was written by a newer Kinu Reader. Restore it with that version.</source>
        <translation>백업 {}은(는) 더 새로운 Kinu Reader에서 만들었습니다. 그 버전으로 복원하세요.</translation>
    </message>
    <message>
        <source>The folder {} is not empty. Choose an empty one.</source>
        <translation>폴더 {}이(가) 비어 있지 않습니다. 빈 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The folder {} holds another archive. Choose an empty one.</source>
        <translation>폴더 {}에 다른 아카이브가 있습니다. 빈 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>There is not enough space for {}. Free some and try again.</source>
        <translation>{}에 필요한 공간이 부족합니다. 공간을 확보한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{} cannot be written. Check its permissions, or choose another place.</source>
        <translation>{}에 쓸 수 없습니다. 권한을 확인하거나 다른 위치를 고르세요.</translation>
    </message>
    <message>
        <source>The catalogue is damaged: {}. Restore a backup.</source>
        <translation>목록이 손상되었습니다: {}. 백업을 복원하세요.</translation>
    </message>
    <message>
        <source>The original of {} is gone. Import the file again to put it back.</source>
        <translation>{}의 원본이 없습니다. 파일을 다시 가져오면 복구됩니다.</translation>
    </message>
    <message>
        <source>The original of {} is not the file that was imported. Import that again.</source>
        <translation>{}의 원본이 가져왔던 파일과 다릅니다. 그 파일을 다시 가져오세요.</translation>
    </message>
    <message>
        <source>{} belongs to no brief.</source>
        <translation>{}은(는) 어느 브리프에도 속하지 않습니다.</translation>
    </message>
    <message>
        <source>{} was left by a copy that was broken off.</source>
        <translation>{}은(는) 중단된 복사가 남긴 파일입니다.</translation>
    </message>
    <message>
        <source>Pages or passages of {} do not fit its text.</source>
        <translation>{}의 쪽이나 단락이 본문과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The index is behind the catalogue.</source>
        <translation>색인이 목록보다 뒤처져 있습니다.</translation>
    </message>
    <message>
        <source>An older copy was kept: {}.</source>
        <translation>이전 사본이 있습니다: {}.</translation>
    </message>
    <message>
        <source>It was put aside: {}</source>
        <translation>옮겨 둔 곳: {}</translation>
    </message>
    <message>
        <source>Repaired.</source>
        <translation>복구했습니다.</translation>
    </message>
    <message>
        <source>¶ {}</source>
        <translation>¶ {}</translation>
    </message>
    <message>
        <source>p. {}</source>
        <translation>{}쪽</translation>
    </message>
    <message>
        <source>other spellings of {}</source>
        <translation>{}의 다른 표기</translation>
    </message>
    <message>
        <source>{} in your own notes</source>
        <translation>내 메모에서 {}</translation>
    </message>
    <message>
        <source>KO</source>
        <translation>국문</translation>
    </message>
    <message>
        <source>EN</source>
        <translation>영문</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영어</translation>
    </message>
    <message>
        <source>Good text</source>
        <translation>본문 양호</translation>
    </message>
    <message>
        <source>Read off pictures</source>
        <translation>문자 인식(OCR)</translation>
    </message>
    <message>
        <source>Partly unseen</source>
        <translation>일부 쪽 검색 불가</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>부제</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>저자</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>시리즈</translation>
    </message>
    <message>
        <source>Institute</source>
        <translation>기관</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>연도</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>첫 쪽</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>주제어</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>발행지</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>저작권</translation>
    </message>
    <message>
        <source>Disclaimer</source>
        <translation>면책 문구</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>Read on page {}</source>
        <translation>{}쪽에서 읽음</translation>
    </message>
    <message>
        <source>Stated by the file itself</source>
        <translation>파일 정보에 적힌 값</translation>
    </message>
    <message>
        <source>Entered by you</source>
        <translation>직접 입력한 값</translation>
    </message>
    <message>
        <source>Said by you of the whole series</source>
        <translation>시리즈 전체에 대해 직접 정한 값</translation>
    </message>
    <message>
        <source>Follows from other fields</source>
        <translation>다른 항목에서 끌어낸 값</translation>
    </message>
</context>
</TS>
