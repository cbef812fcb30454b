"""Names that no list knows: Korean and Japanese nouns whose endings say what they name, held side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from briefing import resources
from briefing.assist.findings import CheckFound, Kind, Side
from briefing.assist.proper import distance

KO_NOUN = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<noun>[가-힣A-Za-z][가-힣A-Za-z0-9]*?)"
    r"(?P<role>으로부터|에서는|에게서|에서|에게|에는|으로|까지|부터|은|는|이|가|을|를|의|에|와|과|로|도|만|측|인)?(?![가-힣A-Za-z0-9])"
)
_JA_NOUN = re.compile(r"(?P<noun>[一-鿿々ァ-ヺー]{2,})(?P<role>[はがをにとのでへもや]|など)?")
_DESIGNATION = re.compile(
    r"(?<![A-Za-z0-9])(?P<letters>[A-Z][A-Za-z]{0,5})-?(?P<digits>\d{1,4})(?P<more>[A-Z]{0,2})(?![A-Za-z0-9])"
)
_LATIN = re.compile(r"(?<![A-Za-z])(?P<letters>[A-Z][A-Za-z&]*)(?=(?P<next>\s?[가-힣一-鿿ァ-ヺ]{2}))")
_PLACES = {
    "ko": re.compile(
        r"(?<![가-힣])(?P<name>[가-힣]{2,5})\s?(?P<head>앞바다|해상|해역|인근|부근|근처|근교|공항|항(?=[에을의으])|고속도로|상류|하류)"
        r"|(?P<province>경기|강원|충[남북]|전[남북]|경[남북])\s(?P<town>[가-힣]{2,5}?)(?:에서|시|군)?(?=[\s,])"
    ),
    "ja": re.compile(
        r"(?P<name>[一-鿿々ァ-ヺー]{2,7}?)(?P<head>沖|付近|近海|近郊|空港|港|県|市|島|海峡)(?![一-鿿々])"
    ),
}
_NEAR = ("부근", "근처", "근교")
_HAN_PERSON = re.compile(
    r"(?<![一-鿿々])(?P<name>[一-鿿々]{3,5}?)(?P<called>氏|さん|選手|被告|容疑者|監督|教授|議員|候補|専務|常務|社長|会長|頭取|"
    r"知事|市長|公使|大使|審議官|技監|裁判長|裁判官|首相|外相|大臣|長官|局長|次官|委員長)?(?![一-鿿々])"
)
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원"
    "천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국"
)
KO_FULL_NAME = re.compile(rf"[{_SURNAMES}][가-힣]{{2}}")
_NO_PERSON_ENDING = frozenset(
    "다고며면질할될된는던지함됨임들단원군산회시청부률액량국관법권급화성과당측력기용품업계자장안건비세금선점표"
)
_SINO = frozenset(
    "가각간갈감갑강개객갱거건걸검겁게격견결겸경계고곡곤골공과곽관괄광괘괴굉교구국군굴궁권궐궤귀규"
    "균귤극근금급긍기긴길김끽나낙난날남납낭내냉녀년념녕노농뇌뇨누눈눌능니닉다단달담답당대덕도독돈"
    "돌동두둔득등라락란람랍랑래랭략량려력련렬렴렵령례로록론롱뢰료룡루류륙륜률륭릉리린림립마막만말"
    "망매맥맹면멸명메모목몰몽묘무묵문물미민밀박반발방배백번벌범법벽변별병보복본봉부북분불붕비빈빙"
    "사삭산살삼삽상새색생서석선설섬섭성세소속손솔송쇄쇠수숙순술숭슬습승시식신실심십쌍씨아악안알암"
    "압앙애액앵야약양어억언얼엄업에여역연열염엽영예오옥온올옹와완왈왕왜외요욕용우욱운울웅원월위유"
    "육윤율융은을음읍응의이익인일임입자작잔잠잡장재쟁저적전절점접정제조족존졸종좌죄주죽준중즉즐즙"
    "증지직진질짐집징차착찬찰참창채책처척천철첨첩청체초촉촌총촬최추축춘출충췌취측층치칙친칠침칭쾌"
    "타탁탄탈탐탑탕태택탱토통퇴투특파판팔패팽편폄평폐포폭표품풍피필핍하학한할함합항해핵행향허헌헐"
    "험혁현혈혐협형혜호혹혼홀홍화확환활황회획횡효후훈훤훼휘휴휼흉흑흔흘흠흡흥희힐"
)
_NATIVE = frozenset("것때돈땅몸힘빨싸꿈끝낮밤떼뜻꼴깨껏뿐쯤째씩끼")
_VERBAL = re.compile(
    "(?:[른운다고며면서지질할될한된는던음기게자려니까요죠함됨임릴낼올길인]|[했됐었았였]\\w|으나|지만|하여|[가-힣]{2}(?:해|돼))$"
)
_SHORTENED = (
    ("위원회", "위"),
    ("재판소", "재"),
    ("은행", "은"),
    ("銀行", "銀"),
    ("委員会", "委"),
    ("電力", "電"),
    ("裁判所", "裁"),
)
_OF_SEVERAL = re.compile(r"[両各同][^両各同]{1,2}$|政府$|(?:의원|위원|회원|직원|당원|요원|전원|인원)$")
_SAME_ROLE = {"는": "은", "가": "이", "를": "을", "과": "와", "으로": "로", "が": "は"}


class Noun(Struct, frozen=True):
    """A noun with the particle after it, and the sort of thing its ending names ("" if it does not tell)."""

    start: int
    end: int
    text: str
    role: str
    sort: str
    kind: Kind
    after: str = ""  # the letters that follow


@lru_cache(maxsize=4)
def _endings(language: str) -> tuple[tuple[str, str, Kind], ...]:
    found: list[tuple[str, str, Kind]] = []
    for line in resources.text("assist", "suffixes.txt").splitlines():
        head, _, endings = line.partition("\t")
        parts = head.split()
        if len(parts) == 3 and parts[0] == language:
            kind: Kind = "place" if parts[1] == "place" else "name"
            found += [(ending, parts[2], kind) for ending in endings.split()]
    return tuple(sorted(found, key=lambda e: -len(e[0])))


@lru_cache(maxsize=4)
def _look_alikes(language: str) -> frozenset[str]:
    lines = resources.text("assist", "suffixes.txt").splitlines()
    return frozenset(
        w for line in lines if line.startswith(f"{language} not\t") for w in line.split("\t")[1].split()
    )


def slot_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each name that stands where the evidence has another of its sort."""
    yield from _designations(wording, evidence)
    yield from _letters(wording, evidence)
    yield from _places(wording, evidence)
    if wording.language != evidence.language or wording.language not in ("ko", "ja"):
        return
    ours, theirs = _nouns(wording), _nouns(evidence)
    taken = [(k.start, k.end) for k in wording.names] + [(d.start, d.end) for d in wording.dates]
    fresh = [
        n
        for n in ours
        if n.text not in evidence.text
        and not any(a < n.end and n.start < b and (not n.sort or b - a >= len(n.text)) for a, b in taken)
    ]
    left = [n for n in theirs if n.text not in wording.text]
    for noun in fresh:
        other = _replaced(noun, left, theirs, evidence)
        if other is not None:
            yield CheckFound(noun.kind, noun.text, other.text, noun.start, noun.end, other.text)
    if wording.language == "ko":
        yield from _misspelt(fresh, left)
    else:
        yield from _misspelt_han(wording, evidence)


def _designations(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """F-15 for F-16: letters with a number are a name."""
    said = {m["letters"] + m["digits"] + m["more"]: m for m in _DESIGNATION.finditer(evidence.text)}
    for match in _DESIGNATION.finditer(wording.text):
        called = match["letters"] + match["digits"] + match["more"]
        like = [m for name, m in said.items() if m["letters"] == match["letters"] and name != called]
        if called not in said and like and match.group() not in evidence.text:
            yield CheckFound(
                "name", match.group(), like[0].group(), match.start(), match.end(), like[0].group()
            )


def _letters(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """MBC for KBS, line C for line A: Latin letters before the same word of a Korean or Japanese text."""
    if wording.language == "en" or wording.language != evidence.language:
        return
    for match in _LATIN.finditer(wording.text):
        others = [m for m in _LATIN.finditer(evidence.text) if m["next"] == match["next"]]
        letters = match["letters"]
        if letters not in evidence.text and others and others[0]["letters"] not in wording.text:
            said = others[0]["letters"]
            yield CheckFound("name", letters, said, match.start(), match.end(), said)


def _places(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """울진 앞바다 for 영덕 앞바다: what stands before a word of places."""
    pattern = _PLACES.get(wording.language)
    if pattern is None or wording.language != evidence.language:
        return
    theirs = [place for place in _placed(pattern, evidence.text) if place[0] not in wording.text]
    for name, head, start in _placed(pattern, wording.text):
        same = [said for said, other, _ in theirs if other == head]
        told = name in evidence.text or any(said.endswith(name[-2:]) for said in same)
        if same and not told and not _contained(name, evidence.text):
            yield CheckFound("place", name, same[0], start, start + len(name), same[0])


def _placed(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, str, int]]:
    """Each name of a place, what tells that it is one, and where it stands."""
    for match in pattern.finditer(text):
        part = "town" if "town" in pattern.groupindex and match["town"] else "name"
        head = match["province" if part == "town" else "head"]
        yield match[part], "인근" if head in _NEAR else head, match.start(part)


def _misspelt_han(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A Japanese full name in the place of another that is one letter apart, with what both are called."""
    theirs = [m for m in _HAN_PERSON.finditer(evidence.text) if m["name"] not in wording.text]
    for match in _HAN_PERSON.finditer(wording.text):
        name = match["name"]
        alike = (m for m in theirs if len(m["name"]) == len(name) and distance(m["name"], name) == 1)
        other = next((m for m in alike if m["called"] or match["called"]), None)
        if other is not None and name not in evidence.text and name[-1] not in "氏相長":
            said = other["name"]
            yield CheckFound("name", name, said, match.start(), match.end("name"), said)


def _nouns(side: Side) -> list[Noun]:
    pattern = KO_NOUN if side.language == "ko" else _JA_NOUN
    found = []
    for match in pattern.finditer(side.text):
        noun, role = match["noun"], match["role"] or ""
        if len(noun) >= 2:
            sort, kind = _sort(noun, side.language)
            found.append(
                Noun(
                    match.start("noun"),
                    match.end("noun"),
                    noun,
                    _SAME_ROLE.get(role, role),
                    sort,
                    kind,
                    side.text[match.end() : match.end() + 3],
                )
            )
    return found


def _sort(noun: str, language: str) -> tuple[str, Kind]:
    if noun in _look_alikes(language) or _OF_SEVERAL.search(noun):
        return "", "name"
    for ending, sort, kind in _endings(language):
        if noun.endswith(ending) and len(noun) > len(ending):
            return sort, kind
    if language == "ko" and is_loan(noun):
        return "loan", "name"
    return "", "name"


def is_loan(noun: str) -> bool:
    """Whether a Korean noun is spelt like a foreign name: a syllable no Sino-Korean word has."""
    hangul = [c for c in noun if "가" <= c <= "힣"]
    if _VERBAL.search(noun):
        return False
    return (
        len(noun) >= 2 and len(hangul) == len(noun) and any(c not in _SINO and c not in _NATIVE for c in hangul)
    )


def _replaced(noun: Noun, left: Sequence[Noun], theirs: Sequence[Noun], evidence: Side) -> Noun | None:
    """The noun of the evidence in whose place this one stands."""
    if not noun.sort:
        return None
    same = [n for n in left if n.sort == noun.sort]
    if any(n.text in noun.text or noun.text in n.text for n in theirs if n.sort == noun.sort):
        return None
    if any(_short_for(noun.text, n.text) for n in same) or _contained(noun.text, evidence.text):
        return None
    if noun.sort == "loan":
        same = [n for n in same if n.role == noun.role and (n.role or n.after == noun.after)]
    ranked = [n for n in same if n.role == noun.role] or same
    return ranked[0] if ranked else None


def _short_for(one: str, other: str) -> bool:
    """산업부 for 산업통상자원부, 日銀 for 日本銀行."""
    for long, short in _SHORTENED:
        one, other = one.replace(long, short), other.replace(long, short)
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return short[-1] == long[-1] and all(letter in rest for letter in short)


def _contained(noun: str, text: str) -> bool:
    """Whether all of a compound's halves stand in the text: "관세청장실" where 관세청 and 장실 ..."""
    return any(noun[:cut] in text and noun[cut:] in text for cut in range(2, len(noun) - 1))


def _misspelt(fresh: Sequence[Noun], left: Sequence[Noun]) -> Iterator[CheckFound]:
    """A Korean full name in the place of another, with no title beside it."""
    for noun in fresh:
        name = noun.text.removesuffix("씨")
        persons = (n for n in left if is_person(name) and is_person(n.text.removesuffix("씨")))
        other = next((n for n in persons if distance(n.text.removesuffix("씨"), name) == 1), None)
        if other is not None:
            yield CheckFound("name", noun.text, other.text, noun.start, noun.end, other.text)


def is_person(text: str) -> bool:
    """Whether a word looks like a Korean full name."""
    return bool(KO_FULL_NAME.fullmatch(text)) and text[-1] not in _NO_PERSON_ENDING
