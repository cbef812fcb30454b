"""Names, titles, places and parties of a wording against its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.check_frames import frame_findings
from briefing.assist.check_holders import holder_findings
from briefing.assist.check_offices import office_findings, post_findings
from briefing.assist.check_parties import BOTH, acts, party_findings, side_findings
from briefing.assist.check_roles import role_findings, swap_findings
from briefing.assist.check_slots import slot_findings
from briefing.assist.check_sounds import sound_findings
from briefing.assist.check_subjects import exchanged_findings, subject_findings
from briefing.assist.check_titles import title_findings
from briefing.assist.findings import CheckFound, Side
from briefing.assist.known_names import Known, names, sort_of
from briefing.assist.proper import Proper, distance, english_names, katakana_names
from briefing.assist.wordlists import words

_AT = re.compile(r"(?:\b(?:in|at|near|from|to)\s+(?:the\s+)?)$", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|at|near|via|through|off|outside)\s+(?:the\s+)?$", re.IGNORECASE)
_SEAT = re.compile(
    r"\b(?:court|ministry|government|parliament|senate|bank|officials|authorities) in $", re.IGNORECASE
)
_AT_AFTER = re.compile(r"에서|에 도착|を訪|で(?!は)|に到着")
_AT_HOME = re.compile("訪日|来日|対日|国内|방한|국내|대한(?= )")
_HOME = {"ko": "south korea", "ja": "japan"}  # what a text may leave unsaid in its own country
_COMMON_FIRST = re.compile(
    r"\s(?:at|of|in|on|for|to|from|by|over|after|between|against|into|as|with|near|off|amid|than)\b"
)
_COMMON_ENDING = re.compile(
    r"(?:ing|ed|ly|tion|tions|ment|ments|ity|ness|ances?|ences?|ers?|ors?|als?|ous|ive|ies)$"
)
_LOAN = words("""
    メディア エネルギー サミット ビザ ミサイル サイバー データ システム センター ホットライン
    トラック ルート レベル テーマ グループ プロジェクト プログラム ドル ユーロ ウォン トン メートル
    キロ パーセント スタート オンライン インフラ コスト テロ ホテル チーム スケジュール タンカー
    ウラン ガス トップ ポスト リスト ニュース テレビ インターネット スワップ コメント セミナー
    フォーラム ワクチン ウイルス ロケット レーダー ジャーナリスト デモ スト サイト ページ パートナー
    ビジネス ネットワーク バランス プロセス ケース リーダー メンバー サービス ルール チェック
    アクセス セキュリティー ソフト ハード
""")
_BEFORE_TITLE = 12  # characters between a country and the office of it
_SEA = re.compile(r"\bSea$|해$|海$")
_FORCE = re.compile("軍|政府|側")
_DEMONYM = words("n an ian ese ish ns ans ians i er ers ic ean eans")


def name_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each name, place, title or party that is not that of the evidence."""
    yield from _known(wording, evidence)
    if wording.language == evidence.language:
        yield from _unknown(wording, evidence)
        yield from swap_findings(wording, evidence)
        yield from subject_findings(wording, evidence)
    yield from slot_findings(wording, evidence)
    yield from sound_findings(wording, evidence)
    yield from title_findings(wording, evidence)
    yield from holder_findings(wording, evidence)
    yield from office_findings(wording, evidence)
    yield from post_findings(wording, evidence)
    if wording.language == evidence.language:
        yield from side_findings(wording, evidence)
    yield from party_findings(wording, evidence)
    yield from role_findings(wording, evidence)
    if not wording.language == evidence.language == "en":
        yield from exchanged_findings(wording, evidence)
    yield from frame_findings(wording, evidence)


def _known(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    theirs = {k.id for k in evidence.names}
    within = names().within
    theirs |= {within[k.id] for k in evidence.names if k.id in within}
    both = BOTH.search(evidence.text)
    ours = {k.id for k in wording.names}
    for known in wording.names:
        if _is_given(known, theirs, wording, evidence):
            continue
        if sort_of(known.id) == "place" and both and not theirs & _countries(evidence):
            if len(ours & _countries(wording)) >= 2 or _is_at(known, wording.text):
                continue
            yield CheckFound("party", known.text, both.group(), known.start, known.end, "")
            continue
        found = _misnamed(known, wording, evidence, ours)
        if found is not None:
            yield found


def _is_given(known: Known, theirs: set[str], wording: Side, evidence: Side) -> bool:
    """Whether the evidence names it too, itself or by its capital, its seat of government, its own country."""
    if known.id in theirs or (len(known.text) > 1 and known.text.lower() in evidence.text.lower()):
        return True
    abroad = wording.language != evidence.language or bool(_AT_HOME.search(evidence.text))
    abroad = abroad or not _left_countries(wording, evidence)
    if abroad and known.id == _HOME.get(evidence.language):
        return True
    if len(known.text) == 1 and not any(len(k.text) == 1 for k in evidence.names):
        return not _FORCE.match(wording.text, known.end) or known.id in theirs
    inside = names().within.get(known.id)
    if (
        inside not in theirs
        or (
            _IN.search(before := wording.text[max(0, known.start - 20) : known.start])
            and not _SEAT.search(before)
        )
        or _AT_AFTER.match(wording.text, known.end)
    ):
        return False
    return not any(_is_rival(known, k, wording) for k in evidence.names)


def _is_rival(known: Known, other: Known, wording: Side) -> bool:
    """Another body of the same country, or another capital, that the wording leaves out."""
    ours, within = {k.id for k in wording.names}, names().within
    inside = within.get(other.id)
    if other.id in ours or inside is None:
        return False
    if sort_of(known.id) == "body":
        return sort_of(other.id) == "body" and inside == within.get(known.id)
    return sort_of(other.id) == "place" and (inside not in ours or inside == within.get(known.id))


def _left_countries(wording: Side, evidence: Side) -> set[str]:
    """The countries of the evidence that the wording does not name."""
    return {c for c in _countries(evidence) - _countries(wording) if c not in names().within}


def _countries(side: Side) -> set[str]:
    return {k.id for k in side.names if sort_of(k.id) == "place"}


def _is_at(known: Known, text: str) -> bool:
    return bool(_AT.search(text[max(0, known.start - 10) : known.start]) or _AT_AFTER.match(text, known.end))


def _misnamed(known: Known, wording: Side, evidence: Side, ours: set[str]) -> CheckFound | None:
    """A known name the evidence does not give. A person or a body is doubted only against another one there."""
    sort = sort_of(known.id)
    left = [k for k in evidence.names if k.id not in ours and not _SEA.search(k.text)]
    if sort != "place":
        left = [k for k in left if sort_of(k.id) == sort]
    if not left and not (wording.language == evidence.language == "en" and sort == "place"):
        return None
    of_office = any(0 < t.start - known.end <= _BEFORE_TITLE for t in wording.titles)
    if sort == "place" and of_office and not any(sort_of(k.id) == "place" for k in left):
        return None  # the US Secretary of State, whose country goes without saying
    if not left:
        free = next((n for n in english_names(evidence.text) if n.text not in wording.text and n.place), None)
        return CheckFound("place", known.text, free.text, known.start, known.end, free.text) if free else None
    alike = [k for k in left if _is_at(k, evidence.text) == _is_at(known, wording.text)] or left
    said = alike[0].text if alike else ""
    fix = said if wording.language == evidence.language else ""
    if len(known.text) == 1 or (sort == "place" and known.id not in names().within and acts(known, wording)):
        return CheckFound("party", known.text, said, known.start, known.end, fix)
    return CheckFound("place" if sort == "place" else "name", known.text, said, known.start, known.end, fix)


def _unknown(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    if wording.language == "en":
        yield from _english(wording, evidence)
    elif wording.language == "ja":
        yield from _japanese(wording, evidence)


def _english(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    covered = [(k.start, k.end) for k in (*wording.names, *wording.titles)]
    covered += [(d.start, d.end) for d in wording.dates] + [(q.start, q.end) for q in wording.quantities]
    said = re.sub(r"['’]s?(?!\w)", "", evidence.text.lower())
    lower = set(re.findall(r"\w+", said)) | set(re.findall(r"[\w-]+", said))
    theirs = list(english_names(evidence.text))
    for name in english_names(wording.text):
        word = name.text.lower()
        if (
            any(a < name.end and name.start < b for a, b in covered)
            or word in lower
            or word.rstrip("s") in lower
            or (len(word) > 4 and word[-1] == "s" and any(w.startswith(word[:-1]) for w in lower))
            or _is_demonym(word, lower)
        ):
            continue
        if _is_short_for(name.text, wording.text, evidence.text) or all(p in lower for p in word.split("-")):
            continue
        found = _english_name(name, wording, theirs, lower)
        if found is not None:
            yield found


def _english_name(name: Proper, wording: Side, theirs: list[Proper], lower: set[str]) -> CheckFound | None:
    near = min(theirs, key=lambda t: distance(name.text, t.text), default=None)
    if near is not None and distance(name.text, near.text) <= (2 if len(name.text) >= 5 else 1):
        return CheckFound("name", name.text, near.text, name.start, name.end, near.text)
    left = [t for t in theirs if t.text not in wording.text]
    alike = [t for t in left if t.place == name.place] or left
    if name.first and any(said[:4] == name.text[:4].lower() for said in lower):
        return None
    if name.first and _COMMON_FIRST.match(wording.text, name.end):
        return None  # "Strike at the port"
    if name.first and (not any(t.first for t in left) or _COMMON_ENDING.search(name.text)):
        return None
    said = alike[0].text if alike else ""
    return CheckFound("place" if name.place else "name", name.text, said, name.start, name.end, said)


def _is_demonym(word: str, said: set[str]) -> bool:
    """Asia for Asian, Kenyan for Kenya."""
    return any(
        len(min(word, other, key=len)) >= 4
        and (word.startswith(other) or other.startswith(word))
        and max(word, other, key=len)[len(min(word, other, key=len)) :] in _DEMONYM
        for other in said
    )


def _is_short_for(word: str, wording: str, evidence: str) -> bool:
    """Whether a word stands for words of the evidence by first letters (EVs, USTR, MoD) or the reverse."""
    letters = "".join(re.findall("[A-Z]", word.removesuffix("s")))
    turned = letters[1:] + letters[:1]  # a Ministry of Defence is a defence ministry
    if len(letters) > 1 and any(said in _initials(evidence) for said in (letters, turned)):
        return True
    short = re.findall(r"\b[A-Z]{2,}\b", evidence)
    runs = (
        re.findall(r"(?:[A-Z][\w'’-]+\s+(?:of\s+|for\s+|and\s+|the\s+)*)+[A-Z][\w'’-]+", wording)
        if short
        else ()
    )
    return any(name in _initials(run) for run in runs if word in run for name in short)


def _initials(text: str) -> str:
    """The first letters of the words of a text, all of those of what is short itself."""
    words = (w for w in re.findall(r"[A-Za-z]+", text) if w not in ("of", "for", "and", "the"))
    return "".join(w if w.isupper() else w[0] for w in words).upper()


def _japanese(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    theirs = [t for t in katakana_names(evidence.text) if t.text not in wording.text]
    covered = [(k.start, k.end) for k in wording.names]
    for name in katakana_names(wording.text):
        known = any(a < name.end and name.start < b for a, b in covered)
        if (
            known
            or _begins_a_run(name.text, evidence.text)
            or name.text in _LOAN
            or any(t.text in name.text for t in theirs)
        ):
            continue
        near = min(theirs, key=lambda t: distance(name.text, t.text), default=None)
        slot = next(
            (t for t in theirs if wording.text[name.end : name.end + 1] == evidence.text[t.end : t.end + 1]),
            None,
        )
        if near is not None and distance(name.text, near.text) <= (2 if len(name.text) >= 6 else 1):
            yield CheckFound("name", name.text, near.text, name.start, name.end, near.text)
        elif slot is not None and slot.text not in _LOAN:
            yield CheckFound(
                "place" if name.place else "name", name.text, slot.text, name.start, name.end, slot.text
            )


def _begins_a_run(name: str, text: str) -> bool:
    """Whether a run of katakana is, or begins, one of the text: never the end of one."""
    return bool(re.search(rf"(?<![ァ-ヺー]){re.escape(name)}", text))
