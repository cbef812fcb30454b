"""Told as done, where all that the evidence tells of it is planned, possible or under study."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.check_aligned import OPEN
from briefing.assist.clauses import Clause, likeness, sides_clauses
from briefing.assist.findings import CheckFound, Side
from briefing.assist.scripts import NIEUN, RIEUL, SSANG_SIOT, syllables_with
from briefing.assist.tense_en import is_past
from briefing.assist.wordlists import words

_PAST_KO = "".join(s for s in syllables_with(SSANG_SIOT) if s not in "있겠")
_R, _N = syllables_with(RIEUL), syllables_with(NIEUN)
_PLAN = {
    "en": re.compile(
        r"\b(?:plans? (?:to|for)|planned|planning|intend\w*|intention|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|"
        r"(?:is|are|was|"
        r"were) (?:due|to)|scheduled|slated|set to|"
        r"(?<!, )expected|expect(?:s|ing)? to|poised|likely|may|might|could|would|will|shall|can|"
        r"consider\w*|weigh\w*|mull\w*|"
        r"examin\w+ whether|"
        r"studying|under study|exploring|looking (?:at|into)|wants?|wanted|seek(?:s|ing)?|propos\w+|"
        r"threaten\w*|"
        r"undecided|whether|"
        r"possib\w+|eyes|eyeing|in talks to|prepar\w+ to|about to|ready to|yet to|from next)\b"
    ),
    "ko": re.compile(
        rf"예정|계획(?!에|안|서|대로|과|의|은|도)|방침|가능성|검토|저울질|고민|전망(?!보고|대|에)|추진|"
        rf"수(?:도|는)? 있|[{_R}](?:지|까)(?!만)|"
        rf"[{_R}] (?:것|듯|의향|뜻|생각)|"
        r"기로|겠[다지음]|려고|려는|하려|목표|희망|의향|싶|바란|제안|앞두"
    ),
    "ja": re.compile(
        r"予定|方針|見通し|計画(?!に反|書|案|通り|どおり)|可能性|検討|見込み|かもしれ|[あり]り得|ありうる|"
        r"かどうか|たい(?:と|考え|"
        r"意向|。)|意向|考え|"
        r"方向|目指|ようと|だろう|恐れ|おそれ|懸念|めど|予想"
    ),
}
_COMING = {  # a day to come and a verb of the present
    "ko": re.compile(
        rf"(?:다음|내년|내달|오는|앞으로).{{1,60}}(?:[{_N}]|는)다(?:고|며|\.|$)",
    ),
    "ja": re.compile(
        r"(?:来[月年春夏秋週]|今後|年内).{1,40}[るうくすつむぶぐ](?:。|$|と(?:発表|明らか|述べ|語))"
    ),
}
_SAID = words("""
    said told announced added noted stated reported confirmed warned stressed explained suggested
    signalled signaled indicated wrote posted insisted argued asked pledged vowed promised hinted agreed
    decided planned proposed hoped intended wanted considered threatened expected scheduled slated
    weighed mulled aimed predicted forecast revealed disclosed unveiled outlined presented prepared
    called urged demanded requested invited offered discussed talked met made gave was were had did faced
    remained owned feared extended prolonged renewed kept maintained retained
""")
_SPOKE = {
    "ko": re.compile(
        r"(?:밝혔|밝힘|말했|말함|전했|전함|덧붙|설명|강조|경고|발표|보도|시사|내비쳤|주장|예고|전망|예상|"
        r"예측|알려졌|전해졌|알려짐|전해짐|관측|"
        r"평가|합의|결정|약속|요청|요구|촉구|지시|제안|논의|협의|제시|공개|표명|언급|확인|의견|나타[냈남]|"
        r"보였|보임|꼽|[다라자냐]고 (?:했|함))"
    ),
    "ja": re.compile(
        r"(?:述べ|語っ|話し|言っ|明らかにし|発表し|示し|伝え|表明し|説明し|強調し|警告し|報じ|示唆し|とし|"
        r"表し|答え|訴え|"
        r"主張し|指摘し|予測し|要請し|要求し|求め|提案し|協議し|議論し|合意し|一致し|決め|決定し|約束し|"
        r"呼び掛け|呼びかけ|確認し)$"
    ),
}
_DONE = {
    "ko": re.compile(
        rf"(?P<before>\S*\s?\S*?)(?:[{_PAST_KO}](?:다|음)|[함됨]|(?:시행|단행|착수|완료|타결|체결))(?=\.|$)"
    ),
    "ja": re.compile(r"(?P<before>[^。、]*?)た(?=。|$)"),
}
_PAST_IN = {
    "ko": re.compile(rf"(?P<before>(?:\S+\s)?[^\s.]*?)[{_PAST_KO}](?=[다고지으는던음])"),
    "ja": re.compile(
        r"(?P<before>[^。、]{1,14}[^。、うおくぐすつぬぶむるいあ])(?:た|(?<=[んい])だ)(?![いめらりくちけ])"
    ),
}
# "set out a plan", "put off the decision": a past verb that tells of the plan and not of the deed.
_OF_THE_PLAN = {
    "ko": re.compile(
        r"(?:예정|계획|방침|가능성|검토|저울질|고민|전망|의향|뜻|생각|입장|구상|[할될릴낼]지|결론|"
        r"판단)[가-힣]{0,3}\s?[^\s.]*$"
    ),
    "ja": re.compile(
        r"(?:予定|方針|見通し|計画|可能性|検討|見込み|かどうか|意向|考え|方向|判断|結論|決定|"
        r"構想)[をにがとのは].{0,6}$"
    ),
}
# What becomes of a plan, told by a verb of the past: it is no deed that was planned.
_PUT_OFF = re.compile(
    r"\b(?:cancel\w*|postpon\w*|delay\w*|shelv\w*|dropped|abandon\w*|scrapp\w*|called off|put off|"
    r"suspend\w*|halt\w*|"
    r"prospect|threat\w*|fear\w*|concern\w*|speculat\w*)|"
    r"연기|미[뤄뤘룸]|보류|취소|철회|유보|중단|게 [됐되됨]|先送り|持ち越|延期|見送|中止|保留|ことにな"
)
_STANDS = {  # what holds now, or is told of a noun: who has come, who is there
    "ko": re.compile(rf"[가-힣]+(?:[을를]|에)\s[가-힣]*[{_N}](?<!는)\s[가-힣]{{2,}}[은는이가]\s"),
    "ja": re.compile(
        r"(?<!考え)(?<!検討し)(?<!目指し)(?<!計画し)(?<!求め)(?:て|で)い(?:る|て|た)|"
        r"(?<=人)で、|ており"
    ),
}
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


def done_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for a deed told as done, of which the evidence tells no more than a plan."""
    if wording.language not in _PLAN or evidence.language not in _PLAN:
        return
    own = (OPEN[wording.language], _PLAN[wording.language], _PUT_OFF)
    if any(pattern.search(wording.text) for pattern in own):
        return
    done = _done(wording)
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
    found = _DONE[wording.language].search(wording.text)
    spoke = found and _SPOKE[wording.language].search(found.group().removesuffix("た"))
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
    pattern = _COMING.get(language) if coming else None
    return _PLAN[language].search(text) or (pattern.search(text) if pattern else None)


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
    if _STANDS[language].search(text):
        return True
    return any(
        not _SPOKE[language].search(found.group().removesuffix("た"))
        and not _OF_THE_PLAN[language].search(found["before"])
        for found in _PAST_IN[language].finditer(text)
    )


def _pasts_en(text: str) -> Iterator[re.Match[str]]:
    """The past verbs of an English text: no participle after "is" or an article."""
    for word in re.finditer(r"\b[a-z][a-z'-]+\b", text):
        past = is_past(word.group()) or _SAME_IN_PAST.match(text, word.start())
        if past and word.group() not in _SAID and not _STILL.search(text[: word.start()]):
            yield word
