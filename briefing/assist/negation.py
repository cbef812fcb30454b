"""The negations of a text: the word that denies, and what it denies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from msgspec import Struct

from briefing.assist.stems import stems
from briefing.assist.turns_en import read_turns
from briefing.assist.wordlists import words

_WORDS = {
    "ko": re.compile(
        r"않|(?<!잘)못(?=[했하한해함할]|\s|$)|없(?!이는|애)|아니(?=[다었라며고]|\s?[라며고었])|아닌|부인|거부(?!권)|무산|비공개|"
        r"결렬|불발|불충분|부족|미정|불가|실패|기각|각하|부결|불허|안 (?=[했하된될한])"
    ),
    "ja": re.compile(
        r"(?<!少)ない|なければ|なかった|なく(?!な)|ません|(?<![必まは])ず(?=[、に。（(]|$)|ぬ(?=ま|。)|なし(?=[。、（(]|$)|否[定認]|拒否(?!権)|至ら|できず|"
        r"見送|物別れ|決裂|失敗|不十分|不足|未定|退け|棄却|却下|欠席"
    ),
}
_NOT_NEGATION = {
    "ko": re.compile(
        r"뿐(?:만)? 아니라|못지않|않을 수 없|어쩔 수 없|차질 없|변함없|끊임없|빠짐없|예외 없|"
        r"못 ?미[치쳤침]|혐의 ?없|수 없이|다름없|없애|머지않|적지 않"
    ),
    "ja": re.compile(
        r"だけで(?:は)?なく|のみならず|にほかならない|かもしれない|なければならない|少なくない|"
        r"少なくとも|間もなく|ざるを得ない|欠かせない|変わらない|及ばな|届かな"
    ),
}
# They turn down what stands before them; "not" elsewhere may say the same ("did not issue" for 見送った).
_TURN_DOWN = words("""
    무산 결렬 불발 실패 미정 비공개 기각 각하 부결 불허 物別れ 決裂 失敗 見送 未定 退け 棄却 却下 欠席
""")
# What all but denies: "postponed indefinitely" is "no new date".
_ALMOST = {
    "ko": re.compile(
        "무기한|무응답|무조건|조건 없|"
        "연기|취소|중단|마지막|최종|미뤄|유예|보류|동결|유지|막[았는기]|피하|금지|철회|빠지|불참|이견|난항|교착|결렬|종료|전무|그대로"
    ),
    "ja": re.compile(
        "無期限|否認|延期|中止|中断|最後|最終|先送り|保留|据え置|横ばい|維持|防[止いぐ]|避け|禁止|撤回|欠席|難航|膠着|対立|のまま|行方不明|損傷|断(?:[っりる]|念)"
    ),
}
_CLAUSE = (re.compile(r"[,.;、。]"), re.compile(r"[,.;]|(?<=으나)\s|(?<=지만)\s|(?<=[고며서])\s"))
_IF = re.compile(r"\s?(?:시(?=[\s에,])|[하되]면|[할될] 경우)|(?:した|の)場合|すれば")  # of what is not so yet
_SCOPE_WORDS = 4
_TIMES = frozenset({"since", "until", "yet", "이후", "이전", "아직", "以降", "以来", "以前"})
_LIGHT = words("""
    수 줄 것 바 적 이르 도달 나오 나타 내리 내 하 되 이뤄 이루 보이 갖 있
    받 얻 거두 찾 좁히 至 出 達 得 得ら 出さ 行
""")


class Negation(Struct, frozen=True):
    """A negating word, the stems of the words it negates, and the stretch they stand in."""

    start: int
    end: int
    text: str
    scope: frozenset[str]
    root: str = ""  # what is denied, in Korean and Japanese: the stem right before
    near: str = ""

    @property
    def turns_down(self) -> bool:
        """Whether it is a word such as 결렬 or 退け, which denies what stands before it without a "not"."""
        return self.text in _TURN_DOWN


def negations(text: str, language: str) -> tuple[Negation, ...]:
    """The negations of a text."""
    return tuple(_found(text, language) if language in _WORDS else _english(text))


def almost_denies(text: str, language: str, but: str = "") -> bool:
    """Whether a text holds a word, other than `but`, that a faithful wording may well put as a "not"."""
    text = text.replace(but, "") if but else text
    return language in _ALMOST and bool(_ALMOST[language].search(text))


def same_root(root: str, text: str) -> bool:
    """Whether a text holds a root, as it stands or with the vowel of its last syllable run into an ending."""
    if root in text:
        return True
    if len(root) < 2 or not "가" <= root[-1] <= "힣":
        return False
    letters = normalize("NFD", root)[:-1]
    return len(letters) >= 3 and letters in normalize("NFD", text)


def _found(text: str, language: str) -> Iterator[Negation]:
    found = _WORDS[language]
    masked = _NOT_NEGATION[language].sub(lambda m: "·" * len(m.group()), text)
    for match in found.finditer(masked):
        if _IF.match(masked, match.end()):
            continue
        before = _CLAUSE[language == "ko"].split(masked[max(0, match.start() - 40) : match.start()])[-1]
        near = stems(before, language)[-_SCOPE_WORDS:]
        scope = frozenset(stem for stem in near if not stem[0].isdigit() and stem not in _TIMES)
        yield Negation(match.start(), match.end(), match.group(), scope, _root(before), before)


def _english(text: str) -> Iterator[Negation]:
    """What turns an English text round, with the words after it, or before it where it ends its clause."""
    for turn in (one for one in read_turns(text).turns if one.plain):
        before = re.split(r"[,.;]", text[max(0, turn.start - 40) : turn.start])[-1]
        after = re.split(r"[,.;]", text[turn.end : turn.end + 80])[0]
        reach = after if len(stems(after, "en")) > 1 else f"{before} {after}"
        yield Negation(turn.start, turn.end, turn.text, frozenset(stems(after, "en")[:_SCOPE_WORDS]), "", reach)


def _root(before: str) -> str:
    """The denied verb or noun without its ending: 재개 of "재개하지", 결론 of "결론을 내지"."""
    told = re.search(
        r"([가-힣]+?)(?:[었았했됐]|하였|되었)?다(?:는|고)\s[^\s]*\s?$|([一-鿿])[ぁ-ん]*との[一-鿿]*[をは]?$",
        before,
    )
    if told:
        return told.group(1) or told.group(2)
    if re.search("[가-힣]", before):
        return _korean_root(before)
    japanese = re.findall(r"[一-鿿]+|[ァ-ヺー]{2,}", before)
    if len(japanese) > 1 and japanese[-1] in _LIGHT:
        japanese.pop()
    return japanese[-1][-2:] if japanese else ""


def _korean_root(before: str) -> str:
    words = before.split()
    while words:
        found = re.search(r"([가-힣]+?)(?:하지|되지|지|하게|지는|지도|는|이|가|을|를|도|에|은)?$", words.pop())
        root = found.group(1) if found else ""
        if root and root not in _LIGHT and root not in _TIMES:
            return root[:2]
    return ""
