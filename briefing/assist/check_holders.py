"""Who holds which office, in Korean and Japanese: the name, the rank, and whether former, acting or deputy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefing.assist.findings import CheckFound, Side
from briefing.assist.known_names import known_names, sort_of
from briefing.assist.proper import distance
from briefing.assist.wordlists import pairs, words

_RANKS_KO = words("""
    총리 수상 대통령 주석 차관보 차관 장관 청장 처장 원장 차장 실장 국장 본부장 위원장 이사장 사무총장 검찰총장
    총장 의장 회장 사장 행장 재판관 관장 전무 상무 군수 총재 총영사 대사 특사 대변인 대표 교수 사령관 참모총장
    도지사 지사 시장 교육감 국왕 외무상 방위상 재무상 국방상 소설가 작가 시인 배우 가수 화가
""")
_RANKS_JA = words("""
    大統領 首相 総理 副大臣 政務官 次官 長官 知事 市長 議長 委員長 総裁 社長 会長 大使 公使 総領事 報道官 局長
    総統 主席 署長 所長 理事長 幹事長 書記長 教授 監督 大臣 相 院長 裁判長 館長 調査官 専務 常務 審議官 技監
    検事総長 国王 頭取 学長
""")
_ONLY_NAMED = words("씨 후보 의원 위원 감독 선수 氏 さん 議員 容疑者 被告 選手 候補")  # of a person, no office
_RANK_OF = pairs("""
    총리: 수상
    장관: 외무상 방위상 재무상 국방상
    지사: 도지사
    首相: 総理
    大臣: 相
""")


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_KO = re.compile(
    r"(?<![가-힣])(?P<field>(?!지부)[가-힣A-Za-z0-9]*?)(?P<deputy>(?<!외교)(?<!국방)(?<!법무)부)?"
    rf"(?P<rank>{_any(_RANKS_KO | _ONLY_NAMED)})"
    r"(?P<acting>\s?(?:직무\s?)?대행)?(?P<after>인?\s[가-힣]{2,4}?(?=\s씨|[은는이가을의에]\s))?"
    r"(?=(?:들)?(?:[은는이가을를의과와에도인측께,.()·\s]|으로|였|였던|로\s|$))"
)
_JA = re.compile(
    rf"(?P<run>[一-鿿々ヶァ-ヺー・]*?)(?P<deputy>副)?"
    rf"(?P<rank>{_any(_RANKS_JA | _ONLY_NAMED)}|相(?=[はがのをともに、。）]|$))"
    r"(?P<acting>代行|代理)?(?![一-鿿])"
)
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원"
    "천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국"
)
_PERSON_KO = re.compile(rf"[{_SURNAMES}][가-힣]{{1,2}}")
_FOREIGN_KO = re.compile("[가-힣]{1,6}")
_ORG_KO = re.compile(
    r"(?:부|청|처|국|원|회|측|당|각|위|시|군|구|은|는|을|를|[한미일중러북]{2,3}|차기|현직?|상대|관련|신임|해당|소속|"
    r"최고|특별|수석|정부|양국)$"
)
_NO_PERSON_KO = re.compile(r"(?:[은는을를의에와과로도전현양고며면등]|오늘|지난)$")
_MARKET = re.compile(r"(?:^|(?<!서울)(?<![산구천주원부])(?<!전\s)(?<!前\s))시장$")
_FORMER_KO = ("전", "전직", "前", "전임")
_FIELD_JA = re.compile(
    r"(?:外務|財務|防衛|国防|経産|経済産業|経済再生|経済安全保障|経済安保|環境|厚労|厚生労働|国交|国土交通|文科|"
    r"文部科学|総務|商務|国務|運輸|官房|法務|農林|農水|農林水産|内務|保健|労働|産業|通商|貿易|エネルギー|[一-鿿]{2,4}担当|[駐在][一-鿿ァ-ヺー]{1,8}|事務|行政|[外法農内])$"
)
_ORG_JA = re.compile(
    r"(?:[一-鿿]{2,3}[都道府県市区町村]|[一-鿿ァ-ヺー]{1,8}(?:省|庁|党|国|委|社|銀行|大学|研究所|機構|協会)|日銀|"
    r"連邦準備制度理事会|[米英仏独露中韓日])$"
)
_NO_NAME_JA = re.compile("[日米英仏独露中韓朝豪印加欧比伊越台両各同駐]+|首脳")
_RANK_KO = re.compile("|".join(_RANKS_KO))
_POSTED = ("주", "駐")
_LONGEST_JA = 12
_SURNAMES_END = (2, 3)
_STEP_WORDS = 3  # between a name and its office: 전, a country, a ministry


class Holder(Struct, frozen=True):
    """An office in a text with its holder's name, "" if none stands beside it."""

    start: int
    end: int
    rank: str  # "" for what is no office: 씨, 候補
    field: str
    name: str
    name_start: int
    former: bool
    acting: bool


def holder_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each office or holder that the evidence does not have."""
    if wording.language != evidence.language or wording.language not in ("ko", "ja"):
        return
    theirs = holders(evidence)
    for ours in holders(wording):
        same = [t for t in theirs if t.rank == ours.rank]
        named = [t for t in theirs if ours.name and _is_same(ours.name, t.name, evidence.text)]
        nameless = [t for t in same if not t.name]
        yield from _titled(ours, named + nameless or same or theirs, wording, evidence)
        yield from _named(ours, same if any(t.name for t in same) else theirs, wording, evidence)


def _titled(ours: Holder, theirs: list[Holder], wording: Side, evidence: Side) -> Iterator[CheckFound]:
    offices = [t for t in theirs if t.rank]
    if not ours.rank or not offices:
        return
    if not any(_is_office(ours, t) for t in offices):
        said = evidence.text[offices[0].start : offices[0].end]
        yield CheckFound("title", wording.text[ours.start : ours.end], said, ours.start, ours.end, "")


def _named(ours: Holder, theirs: list[Holder], wording: Side, evidence: Side) -> Iterator[CheckFound]:
    if (
        not ours.name
        or ours.name in evidence.text
        or any(_is_same(ours.name, t.name, evidence.text) for t in theirs)
    ):
        return
    end = ours.name_start + len(ours.name)
    covering = (k for k in wording.names if k.start <= ours.name_start and end <= k.end)
    if any(sort_of(k.id) != "person" for k in covering):
        return
    left = [t.name for t in theirs if t.name and t.name not in wording.text]
    alike = {t.rank for t in theirs} == {ours.rank} != {""}
    if not alike or _NO_PERSON_KO.search(ours.name):
        left = [name for name in left if len(name) == len(ours.name) and distance(name, ours.name) == 1]
    if left:
        yield CheckFound("name", ours.name, left[0], ours.name_start, end, left[0])


def _is_office(ours: Holder, theirs: Holder) -> bool:
    """The same rank, former or acting alike, and no other field where one person is meant."""
    alike = (ours.rank, ours.former, ours.acting) == (theirs.rank, theirs.former, theirs.acting)
    named = not (ours.name and theirs.name) or _is_same(ours.name, theirs.name)
    return alike and not (named and _is_other_field(ours.field, theirs.field))


def _is_other_field(one: str, other: str) -> bool:
    """강원 and 충북, 外務 and 財務, 주중 and 주미: never a field and its short form."""
    if one[:1] == other[:1] in _POSTED:
        return len(one) == len(other) == len("주미") and one != other
    return bool(one and other) and not set(one) & set(other.replace("務", ""))


def is_short_for(one: str, other: str) -> bool:
    """Whether the letters of one stand in the other in order: 국토 for 국토교통, 国交 for 国土交通."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(letter in rest for letter in short)


def _is_same(name: str, other: str, text: str = "") -> bool:
    """The whole name or a part of it, also run on with a body of the text: 梶原国家公安 for 梶原健太郎."""
    if (
        not other
        or name.startswith(other)
        or other.startswith(name[name.rfind("・") + 1 :])
        or other.endswith(name)
    ):
        return bool(other)
    return any(
        name[:cut] == other[:cut] and len(name) > cut + 1 and name[cut:] in text for cut in _SURNAMES_END
    )


def holders(side: Side) -> list[Holder]:
    """The offices of a Korean or Japanese text."""
    return list((_korean if side.language == "ko" else _japanese)(side.text))


def _korean(text: str) -> Iterator[Holder]:
    for match in _KO.finditer(text):
        if match["rank"] == "시장" and _MARKET.search(text[: match.end("rank")]):
            continue
        former, name, place = _before_ko(text[: match.start()])
        if not name and match["after"]:
            name = match["after"].split()[-1]
            place = match.end("after") - len(name)
        field = match["field"]
        if match["rank"] == "씨" and field:
            field, name, place = "", field, match.start("field")
        yield _holder(match, field, (name, place), former=former)


def _holder(match: re.Match[str], field: str, named: tuple[str, int], *, former: bool) -> Holder:
    start, deputy = match.start("deputy" if match["deputy"] else "rank"), match["deputy"] or ""
    rank = "" if match["rank"] in _ONLY_NAMED else deputy + _RANK_OF.get(match["rank"], match["rank"])
    return Holder(start, match.end("rank"), rank, field, *named, former, bool(match["acting"]))


def _before_ko(before: str) -> tuple[bool, str, int]:
    """Whether former, and the name with its place, of what stands before an office."""
    former, end = False, len(before)
    for word in reversed(list(re.finditer(r"\S+", before[max(0, end - 30) :]))[-_STEP_WORDS:]):
        start = max(0, end - 30) + word.start()
        if word.group() in _FORMER_KO:
            former = True
        elif _is_name_ko(word.group(), beside=start + len(word.group()) >= end - 1):
            return former, word.group(), start
        elif re.search(r"[,.은는이가을를]$", word.group()):
            break
    return former, "", 0


def _is_name_ko(word: str, *, beside: bool) -> bool:
    """A Korean person's name, or right beside the office any word that is no common or known one."""
    shape = _FOREIGN_KO if beside else _PERSON_KO
    common = (
        _ORG_KO.search(word)
        or _RANK_KO.search(word)
        or any(sort_of(k.id) != "person" for k in known_names(word))
    )
    return bool(shape.fullmatch(word)) and not common and (beside or not _NO_PERSON_KO.search(word))


def _japanese(text: str) -> Iterator[Holder]:
    for match in _JA.finditer(text):
        run, former = match["run"], False
        for _ in range(_STEP_WORDS):
            former = former or run.endswith(("前", "元"))
            run = re.sub("[前元新]$", "", run)
            run = _ORG_JA.sub("", _FIELD_JA.sub("", run)) if len(run) > 1 else run
        name = "" if len(run) > _LONGEST_JA or _NO_NAME_JA.fullmatch(run) else run
        yield _holder(match, match["run"][len(run) :], (name, match.start("run")), former=former)
