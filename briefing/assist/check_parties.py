"""Both sides for one, one side for both, and one country's army for the other's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.findings import CheckFound, Side
from briefing.assist.known_names import Known

BOTH = re.compile(
    r"\b(?:(?:the )?(?:two|both|three|four) (?:sides?|countries|nations|governments|leaders|"
    r"ministers|parties|delegations|navies|armies|companies|firms|teams|central banks|"
    r"neighbou?rs|agencies|customs agencies)|both (?:of them|agreed)|"
    r"(?:each|either) (?:side|party)|jointly|each other|"
    r"mutual(?:ly)?|bilateral(?:ly)?)\b"
    r"|양국|양측|양사|양자|두 회사|양 (?:장관|정상|청장|기관)|두 (?:나라|정상|장관|기관)|서로|상호|3국|세 나라|"
    r"両国|両社|双方|両者|両首脳|両大臣|両当局|互い|相互",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\bonly one (?:side|country|party)\b|\bone side\b|한쪽|한 (?:측|나라|회사|당사자)(?!과|와)|"
    r"일방(?=이|의|만)|一方(?=の(?:当事者|側|国|会社)|だけ|のみ)|"
    r"片方|片側|1社だけ",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:and|with|counterparts?|between|together|meeting|talks|summit)\b|와 |과 |회담|회의|협의|"
    r"상대|と|会談|会合|協議",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:['’]s)? ?(forces|troops|army|navy|government|officials|side|delegation|president|companies|soldiers|"
    r"军|軍|側|政府|当局|企業|代表|군|측|정부|당국|대표팀|대표단)"
)
_ACTS_EAST = re.compile(
    r"(?:정부|측|군|외무부|외교부|국방부|당국)?(?:은|는|이|가|와|과)(?:\s|$)|(?:政府|側|軍|外務省|国防省|当局)?[はがと](?![ぁ-ん]{3})"
)
_ACTS_AFTER = re.compile(
    r"(?:['’]s (?:\w+ )?(?:government|ministry|army|military|president|minister|parliament))?(?: and| "
    r"has| have| will| may|,| [a-z]+(?:ed|s)\b)"
    r"| (?:said|agreed|signed|rejected|told|and)"
)
_ACTS_BEFORE = re.compile(r"\b(?:and|with|between|[Bb]oth|by|,)\s+$")


def party_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """Both sides for one, or one side for both."""
    ours, theirs = BOTH.search(wording.text), BOTH.search(evidence.text)
    alone, theirs_alone = _ONE.search(wording.text), _ONE.search(evidence.text)
    if alone and theirs and not theirs_alone:
        yield CheckFound("party", alone.group(), theirs.group(), alone.start(), alone.end(), "")
    elif ours and theirs_alone and not theirs and not alone:
        yield CheckFound("party", ours.group(), theirs_alone.group(), ours.start(), ours.end(), "")
    elif ours and not theirs and not _several(evidence):
        yield CheckFound("party", ours.group(), "", ours.start(), ours.end(), "")


def side_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """The other country's army, government or side."""
    ours, theirs = _owned(wording), _owned(evidence)
    for (owner, thing), known in ours.items():
        rivals = [k for (other, same), k in theirs.items() if same == thing and (other, same) not in ours]
        told = {k.id for k in evidence.names}
        if rivals and (owner, thing) not in theirs and owner in told:
            yield CheckFound("party", known.text, rivals[0].text, known.start, known.end, rivals[0].text)
            return


def acts(known: Known, side: Side) -> bool:
    """Whether a country is named as one who acts, not as where something is."""
    after = side.text[known.end : known.end + 14]
    if side.language != "en":
        return bool(_ACTS_EAST.match(after))
    before = side.text[max(0, known.start - 20) : known.start]
    return bool(_ACTS_AFTER.match(after) and (not before.strip() or _ACTS_BEFORE.search(before)))


def _owned(side: Side) -> dict[tuple[str, str], Known]:
    found = {}
    for known in side.names:
        match = _OWNED.match(side.text, known.end)
        if match and len(known.text) > 1:
            found[known.id, match.group(1).lower()] = known
    return found


def _several(side: Side) -> bool:
    return len({k.id for k in side.names}) >= 2 or bool(_TOGETHER.search(side.text))
