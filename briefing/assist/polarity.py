"""Whether the end of a Korean or Japanese clause says yes or no, however it is worded."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing import resources

_TAIL_CHARS = 9  # from the word that tells to the "not" after it, or to the end of what is told
_ACTED_ON = re.compile(
    r"\s?(?:조치|措置)?(?:[을를의은는이가도]|[をのはが])?\s?(?:(?:전면|다시|일부|모두|계속|조기에|즉시)\s|全て|すべて|再び)?"
)
_DENIED = {
    "ko": r"불필요|"
    r"않|(?<!잘)못(?=[했하한해함할]|\s|$)|없(?!애|앴)|아니(?=[다었라며고]|\s?[라며고었])|아닌|아님|"
    r"(?<![가-힣])안 (?=[했하된될한])",
    "ja": r"不要|ない|なかった|なく|ません|ず(?=、|に|。|$)|ぬ(?=ま|。)|至ら|なし",
}
_NEUTRAL = {  # what is told about a clause at its end, and what its noun was before
    "ko": re.compile(
        r"\S*[가-힣]던(?=\s)|뿐(?:만)? 아니라|못지않|않을 수 없|어쩔 수 없|끊임없|다름없|머지않|적지 않|"
        r"(?:(?:다|라|자|냐)고|것으로|뜻을|입장을|의사를|방침을|전망을)?\s?"
        r"(?:재확인|확인|파악|발표|강조|설명|알려|전해|전했|밝[혔힘히]|말했|말함|보도|보인|보임|"
        r"내다[봤봄]|결론|선을 그|분명히)"
        r"[가-힣]*(?=[.\s]*$)"
    ),
    "ja": re.compile(
        r"だけで(?:は)?なく|のみならず|にほかならない|かもしれない|なければならない|少なくない|間もなく|ざるを得ない|"
        r"(?:と|ことを|こと)(?:確認|発表|説明|強調|報告)(?:し|され)[たてい。]*$|て(?:いた|いる)(?=[一-鿿ァ-ヺ])"
    ),
}
_ASIDE = re.compile(r"(?:없이|않은 채|못한 채|ないまま|ずに|なく)(?=\S*[\s、]?\S{2})")
_SAID = ("발표", "発表", "공개", "公表")  # after what is announced
_SIGNS = {"bar": "-=", "lift": "-x", "keep": "+=", "no": "-", "yes": "+"}
_PAUSE = re.compile("[,、]")
_UN = re.compile("(?:불|(?<![가-힣])미|不|未)$")  # 불수용, 未承認
_END = re.compile(r"(?:\s?[（(][^）)]*[）)])?[\s.。、,）)」』\"”’]+$")


@lru_cache(maxsize=4)
def _pattern(language: str) -> re.Pattern[str]:
    signs: dict[str, list[str]] = {sign: [] for sign in _SIGNS.values()}
    for line in resources.text("assist", "polarity.txt").splitlines():
        head, _, pattern = line.partition("\t")
        if pattern and head[:2] == language:
            signs[head[3:]].append(pattern)
    listed = "|".join(f"(?P<{name}>{'|'.join(signs[sign])})" for name, sign in _SIGNS.items())
    return re.compile(f"{listed}|(?P<not>{_DENIED[language]})")


@lru_cache(maxsize=512)
def polarity(clause: str, language: str) -> int:
    """1 or -1 for a clause that says that something is so or that it is not; 0 where no listed word tells."""
    if language not in _DENIED:
        return 0
    text = _END.sub("", _NEUTRAL[language].sub(lambda m: "·" * len(m.group()), clause.strip()).rstrip("·"))
    text = _END.sub("", text)
    if _ASIDE.search(text[-2 * _TAIL_CHARS :]):
        return 0
    found = list(_pattern(language).finditer(text))
    told = [m for m in found if m.lastgroup != "not"]
    if len(told) > 1 and told[-1].group() in _SAID and told[-1].start() - told[-2].end() <= 2:
        told.pop()
    if not told:
        return 0
    denials = [m for m in found if m.lastgroup == "not" and m.start() > told[-1].start()]
    if denials and _PAUSE.search(text, told[-1].end(), denials[0].start()):
        return 0
    if (denials[0].start() if denials else len(text)) - told[-1].end() > _TAIL_CHARS:
        return 0
    signs = len(denials) + (told[-1].lastgroup not in ("yes", "keep"))
    signs += told[-1].lastgroup == "yes" and bool(_UN.search(text, 0, told[-1].start()))
    if len(told) > 1 and _ACTED_ON.fullmatch(text[told[-2].end() : told[-1].start()]):
        signs += told[-2].lastgroup == "bar" and told[-1].lastgroup in ("yes", "lift", "keep")
        signs += told[-2].lastgroup in ("no", "lift") and told[-1].lastgroup == "keep"
    return -1 if signs % 2 else 1
