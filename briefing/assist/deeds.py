"""Plans told as deeds: "will sign", "agreed to sign" and "may sign" turned "signed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.findings import CheckFound, Side

_IRREGULAR = {
    "hold": "held", "meet": "met", "begin": "began|begun", "take": "took|taken", "make": "made",
    "give": "gave|given", "send": "sent", "build": "built", "buy": "bought", "sell": "sold",
    "go": "went|gone", "come": "came", "see": "saw|seen", "win": "won", "leave": "left", "pay": "paid",
    "bring": "brought", "find": "found", "get": "got|gotten", "keep": "kept", "lead": "led", "lose": "lost",
    "spend": "spent", "withdraw": "withdrew|withdrawn", "seek": "sought", "choose": "chose|chosen",
    "fly": "flew|flown", "write": "wrote|written", "rise": "rose|risen", "fall": "fell|fallen",
    "grow": "grew|grown", "speak": "spoke|spoken", "undergo": "underwent|undergone",
}  # fmt: skip
_SAME_IN_PAST = frozenset(
    ("cut", "set", "put", "hit", "let", "cost", "shut", "quit", "be", "have", "do", "consider", "continue")
)
_MEANT = (
    r"will|would|may|might|could|shall|(?:plan|hop|aim|intend|expect|seek|want|agree|pledg|vow|promis|ask|urg|call|"
    r"offer|threaten|propos|prepar|consider|weigh|mull|whether|request|order|warrant|wish|scheduled|due|likely|set|invit)\w*(?:\s[\w’'.-]+){0,4}?\sto"
)
_PLANNED_EN = re.compile(rf"\b(?:{_MEANT})\s+(?:also\s+|jointly\s+|soon\s+)?(?:be\s+)?(?P<verb>[a-z]{{3,}})")
_NOT_DONE_EN = (
    r"(?<!will )(?<!to )(?<!be )(?<!is )(?<!are )(?<!not )"
    r"(?<!would )(?<!may )(?<!could )(?<!might )(?<!yet )(?<!a )(?<!an )"
)
_PLAN_KO = (
    r"(?:하기로|할\s?(?:예정|계획|방침|것|수|가능성|의향|뜻|전망|지)|하는 (?:방안|문제)|하려|하고 싶|"
    r"하자고|하도록|하라고|"
    r"해야|해\s?달라|될\s?(?:예정|것|수|전망|가능성)|[을를이가]? ?(?:추진|목표|요구|요청|제안|촉구|희망)|"
    r"한다(?=\.|고)|된다(?=\.|고))"
)
_PLANNED_KO = re.compile(rf"(?P<verb>[가-힣]{{2}}){_PLAN_KO}")
_UNSURE_KO = re.compile(
    "예정|계획|방침|의향|뜻|전망|가능성|수$|지$|방안|문제|하려|싶|자고|목표|요구|요청|제안|촉구|희망|추진"
)
_NATIVE_KO = re.compile(
    r"(?P<verb>열|만날|보낼|맺을|낮출|올릴|내릴|줄일|늘릴|떠날|찾을|꾸릴|세울|지을|들여올|사들일) "
    r"(?:예정|계획|방침|것|전망)"
)
_NATIVE_PAST = {
    "열": "열었|열렸", "만날": "만났", "보낼": "보냈", "맺을": "맺었", "낮출": "낮췄", "올릴": "올렸",
    "내릴": "내렸", "줄일": "줄였", "늘릴": "늘렸", "떠날": "떠났", "찾을": "찾았", "꾸릴": "꾸렸",
    "세울": "세웠", "지을": "지었", "들여올": "들여왔", "사들일": "사들였",
}  # fmt: skip
_PLAN_JA = (
    r"(?:する|される)(?:予定|方針|見通し|計画|可能性|恐れ|おそれ|懸念|見込み|方向|考え|意向|よう|べき|ことで(?:合意|一致)|ことを(?:決め|目指)|かどうか|と(?:約束|予告|表明)|[。、]|$)"
    r"|し(?:たい|ようと)|させ(?:たい|る)|を(?:予定|目指|計画|検討|要請|要求|提案|求め)|に(?:意欲|向け)"
)
_PLANNED_JA = re.compile(rf"(?P<verb>[一-鿿]{{2}}|[ァ-ヺー]{{3,}})(?:{_PLAN_JA})")
_TALK = frozenset(
    (
        "논의",
        "협의",
        "검토",
        "논쟁",
        "설명",
        "協議",
        "議論",
        "検討",
        "説明",
        "予告",
        "発表",
        "表明",
        "발표",
        "강조",
    )
)


def deed_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for the first plan of the evidence that the wording tells as done."""
    if wording.language != evidence.language:
        return
    for match, past in _planned(evidence):
        done = re.search(past, wording.text)
        if done and not re.search(past, evidence.text):
            yield CheckFound("strength", done.group(), match.group(), done.start(), done.end(), "")
            return


def _planned(evidence: Side) -> Iterator[tuple[re.Match[str], str]]:
    """Each verb that is still to come in the evidence, with the pattern of its past."""
    if evidence.language == "en":
        yield from _planned_en(evidence.text)
    elif evidence.language == "ko":
        for match in _PLANNED_KO.finditer(evidence.text):
            if match["verb"] not in _TALK:
                ended = (
                    "|함|됨" if _UNSURE_KO.search(match.group()) else ""
                )  # 함 is also how a report says 한다
                yield match, rf"{re.escape(match['verb'])}(?:했|됐|되었|하였{ended})(?!던|께)"
        for match in _NATIVE_KO.finditer(evidence.text):
            yield match, _NATIVE_PAST[match["verb"]]
    else:
        for match in _PLANNED_JA.finditer(evidence.text):
            if match["verb"] not in _TALK:
                yield match, rf"{re.escape(match['verb'])}(?:した|された|させた)(?!い|とし)"


def _planned_en(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in _PLANNED_EN.finditer(text):
        verb = match["verb"]
        if verb in _SAME_IN_PAST:
            continue
        stem = verb.removesuffix("ed").removesuffix("e").removesuffix("y")
        past = _IRREGULAR.get(verb) or next(
            (v for v in _IRREGULAR.values() if verb in v.split("|")), rf"{stem}(?:e?d|ied)"
        )
        yield match, rf"{_NOT_DONE_EN}\b(?:{past})\b(?! (?:by|for|to be)\b)"
