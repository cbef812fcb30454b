"""Told as done, where all that the evidence tells of it is planned, possible or under study."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.clauses import Clause, likeness, sides_clauses
from briefing.assist.findings import CheckFound, Side
from briefing.assist.scripts import NIEUN, RIEUL, syllables_with
from briefing.assist.tense_en import is_past, pasts_of
from briefing.assist.wordlists import phrase, words

_R, _N = syllables_with(RIEUL), syllables_with(NIEUN)
_AND = re.compile(r"\b(?:and|who|which|now)\s+(?:\w+ly\s+|is\s+|are\s+|also\s+)?$")
_SPEAKER = re.compile(r"\b(?:said|says|warned|told \w+)\s(?!(?:it|they|he|she|its|their)\b)")
_HEAD = 8  # characters of who does it, before the comma of a headline
_STILL = re.compile(
    r"(?:\b(?:is|are|be|being|get|gets|will|the|an?|its|their|his|her|this|that|any|for|of|by|"
    r"newly)\s+(?:\w+ly\s+)?)$"
)

_SAME_IN_PAST = re.compile(
    r"(?<!to )(?<!will )(?<!would )(?<!could )(?<!may )(?<!might )(?:cut|shut|quit|hit|split) (?:the|its|"
    r"their|an?|off|down|about|\d)\b"
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
_PLAN_JA = (
    r"(?:する|される)(?:予定|方針|見通し|計画|可能性|恐れ|おそれ|懸念|見込み|方向|考え|意向|よう|べき|ことで(?:合意|一致)|ことを(?:決め|目指)|かどうか|と(?:約束|予告|表明)|[。、]|$)"
    r"|し(?:たい|ようと)|させ(?:たい|る)|を(?:予定|目指|計画|検討|要請|要求|提案|求め)|に(?:意欲|向け)"
)
_PLANNED_JA = re.compile(rf"(?P<verb>[一-鿿]{{2}}|[ァ-ヺー]{{3,}})(?:{_PLAN_JA})")
_TALK = words("논의 협의 검토 논쟁 설명 발표 강조 協議 議論 検討 説明 予告 発表 表明")


def done_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for a deed told as done, of which the evidence tells no more than a plan."""
    if any(phrase(wording.language, sort).search(wording.text) for sort in ("open", "plan", "off")):
        return
    done = _done(wording) if wording.language in ("en", "ko", "ja") else None
    clause = _holding(done, wording, evidence)
    if done is None or clause is None or clause.denies or clause.may_deny:
        return
    every = sides_clauses(evidence, wording)
    told = _of_the_same(clause, every)
    weighed = told if wording.language == evidence.language else every  # a verb alone does not cross over
    report = done.group().endswith(("함", "됨"))  # which is also how a report says what will be
    plans = [_planned(other.text, evidence.language, coming=not report) for other in told]
    if (
        all(plan and _of_all(plan, clause) for plan in plans)
        and plans[0]
        and not any(_has_past(other.text, evidence.language) for other in weighed)
    ):
        yield CheckFound("strength", done.group().strip(), plans[0].group(), done.start(), done.end(), "")


def _done(wording: Side) -> re.Match[str] | None:
    """The verb of a wording that says something was done."""
    if wording.language == "en":
        return next(_pasts_en(wording.text), None)
    found = phrase(wording.language, "done").search(wording.text)
    spoke = found and phrase(wording.language, "spoke").search(found.group().removesuffix("た"))
    return None if spoke else found


def _holding(done: re.Match[str] | None, wording: Side, evidence: Side) -> Clause | None:
    """The clause that holds the verb of a wording; none where there are two: one may be of something else."""
    found = sides_clauses(wording, evidence)
    headed = len(found) == 2 and len(found[0].text.strip()) <= _HEAD and wording.language != "en"
    return found[-1] if done and (len(found) == 1 or headed) else None


def _of_the_same(clause: Clause, others: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses that tell of what a clause tells; all of them if none shares anything with it."""
    told = [(likeness(clause, other), other) for other in others]
    best = max((score for score, _ in told), default=0)
    return tuple(other for score, other in told if score >= best / 2)


def _planned(text: str, language: str, *, coming: bool) -> re.Match[str] | None:
    found = phrase(language, "plan").search(text)
    return found or (phrase(language, "coming").search(text) if coming else None)


def _of_all(plan: re.Match[str], clause: Clause) -> bool:
    """Whether its whole clause is planned: not "is against it and may", nor where the speaker is."""
    before = plan.string[: plan.start()]
    if _AND.search(before):
        return False
    said = _SPEAKER.search(before)
    after = plan.string[said.end() :].lower() if said else ""
    known = [mark for mark in clause.marks if mark[0].isalpha()]
    return not said or not known or any(mark in after for mark in known)


def _has_past(text: str, language: str) -> bool:
    """Whether a text tells of a deed that was done, not only of what was said or planned."""
    if language == "en":
        return next(_pasts_en(text), None) is not None
    if phrase(language, "stands").search(text):
        return True
    return any(
        not phrase(language, "spoke").search(found.group().removesuffix("た"))
        and not phrase(language, "of-plan").search(found["before"])
        for found in phrase(language, "past").finditer(text)
    )


def _pasts_en(text: str) -> Iterator[re.Match[str]]:
    """The past verbs of an English text: no participle after "is" or an article."""
    for word in re.finditer(r"\b[a-z][a-z'-]+\b", text):
        past = is_past(word.group()) or _SAME_IN_PAST.match(text, word.start())
        if (
            past
            and not phrase("en", "spoke").fullmatch(word.group())
            and not _STILL.search(text[: word.start()])
        ):
            yield word


def deed_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for the first plan of the evidence that the wording tells as done."""
    if wording.language != evidence.language:
        return
    for match, past in _planned_verbs(evidence):
        done = re.search(past, wording.text)
        if done and not re.search(past, evidence.text):
            yield CheckFound("strength", done.group(), match.group(), done.start(), done.end(), "")
            return


def _planned_verbs(evidence: Side) -> Iterator[tuple[re.Match[str], str]]:
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
    else:
        for match in _PLANNED_JA.finditer(evidence.text):
            if match["verb"] not in _TALK:
                yield match, rf"{re.escape(match['verb'])}(?:した|された|させた)(?!い|とし)"


def _planned_en(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in _PLANNED_EN.finditer(text):
        if past := pasts_of(match["verb"]):
            yield match, rf"{_NOT_DONE_EN}\b(?:{past})\b(?! (?:by|for|to be)\b)"
