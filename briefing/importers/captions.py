"""Picture captions and credits, told by their own words."""

from __future__ import annotations

import re

from briefing.importers.language import is_east_asian
from briefing.importers.outlets import agency_named

_CREDIT_AT_END = re.compile(r"[\s.。][\(\[（](?P<credit>[^()\[\]（）]{2,60})[\)\]）]\s*$")
_CREDIT_WORDS = re.compile(
    r"(?i)\b(photo|photograph|picture|image|courtesy|getty|reuters|afp|epa|ap|yonhap|xinhua|kyodo"
    r"|handout|file|screenshot|provided|via)\b"
    r"|연합뉴스|뉴시스|뉴스1|제공|사진|캡처|자료|写真|共同|提供|撮影|图|摄|圖|攝|路透|檔案|資料"
)
_CREDIT_LINE = re.compile(
    r"(?:(?:photo|image|picture|photograph|illustration|video|credit|source)s?\s?(?:source|credit"
    r"|by|courtesy(?: of)?|:|/|：)|image (?:source|caption)|- ?picture by|"
    r"사진\s?[=:/]|\[?사진\s?(?:제공)?\s?[=:]|写真[:：=＝]|写真は|写真提供|图[:：]|图为|图片来源"
    r"|图源|foto\s?[:：]|crédits?(?: photo)?\s?[:：]|©|bild\s?[:：]|quelle\s?[:：]|copyright\b"
    r"|file photo).{0,200}",
    re.IGNORECASE,
)
_CREDIT_TAIL = re.compile(
    r"(?i)(?:[©ⓒ]\s?[^\W\d][^.。]{2,40}"
    r"|getty images|photograph: ?.{2,60}|foto: ?.{2,60}|[—–-] ?(?:(?:afp|reuters|bernama"
    r"|ap) (?:pic|photo|file)|picture by .{2,30})|copyright .{2,60}|reuters/[A-Z][\w .'-]+"
    r"|ap photo/?[\w .'-]*|/ ?(?:afp|ap|epa|reuters"
    r"|yonhap|getty|pool)\b.{0,24}|file photo|photo: ?.{2,40}|photo by .{2,60}|(?:license|licence"
    r"|acquire licensing rights|purchase licensing rights).{0,30}"
    r"|[=/＝]\s?(?:연합뉴스|뉴시스|뉴스1|로이터|ロイター|AP|AFP|共同|時事|新华社|.{2,12}\s?(?:제공"
    r"|기자|캡처|提供|撮影|摄))|(?:연합뉴스|뉴시스|뉴스1)\s?(?:제공|자료사진)?|(?:新华社"
    r"|中新社)?(?:记者|記者).{2,8}[摄攝影]|撮影|(?<=[.。!?])\s*[/|]\s?(?:사진\s?=\s?)?[^.。/|]{2,40}"
    r"|(?<=[.。])\s+[^.。\s]{2,14}\s?(?:제공|提供|供图|供圖|图|摄)"
    r"|(?<=\.) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2} / [A-Z][^.]{2,40}"
    r")\s?[\])）]?\.?\s*(?:, opens new tab)?$"
)
_MAY_CREDIT = re.compile(
    r"(?i)photo|foto|pic|file|getty|copyright|licen|[|/=]|[^\x00-\x7f]"
)  # in every such tail
_CUES = re.compile(
    r"(?i)\((?:left|right|center|centre|l|r|c|front|back|top|bottom|second from (?:left|right)"
    r"|first from .{4,6}|from (?:left|right))\)|\b(?:poses?|posing|pictured|is seen|are seen"
    r"|seen here|shakes? hands|in this (?:file )?(?:photo|image|picture|undated)"
    r"|this (?:file )?(?:photo|image)|file photo|speaks? during|shows? (?:a|the)\b.{0,40}(?:photo"
    r"|image))\b"
    r"|（(?:左|右|中央|左から|右から).{0,8}）|\((?:왼쪽|오른쪽|가운데|왼쪽에서"
    r"|오른쪽에서).{0,12}\)|기념\s?(?:사진|촬영)|握手する|記念撮影"
)
_AGENCY_TAIL = re.compile(r"[.!?…”\"’] [—–-]{1,2} ?(?:AFP|AP|Reuters|Bernama|dpa|EFE|ANI|PTI|Xinhua)$")
MOST_CREDIT_CHARS = 60
_LEAST_REPEATED_CHARS, _LEAST_REPEATED_WIDE_CHARS = 24, 12
_MOST_CAPTION_CHARS = 300  # of one told by being printed twice
_TAIL_CHARS = 130  # the longest credit at the end of a caption
_JAPANESE = re.compile(
    r".{6,80}[＝=](?:\d{1,2}月)?\d{1,2}日(?:午前|午後|未明|夜)?(?:、.{1,24})?|.{6,80}（\d{1,2}日、[^（）]{2,20}）"
)
_NUMBERED = re.compile(
    r"^\[\d+/\d+\]\s?\S|^(?:Getty Images|PA Media|EPA(?:-EFE)?|Shutterstock"
    r"|AFP via Getty Images)\s+[A-Z]"
)
_RIGHTS_OF_PICTURE = re.compile(r"[©ⓒ]\s?(?!.*(?:\d{4}|(?i:rights|reserved|전재|재배포|権|版权)))[^.。]{2,40}")
_CREDIT_LOOK = re.compile(
    r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}(?:/[\w .'-]{2,30})?|[\w .'-]{3,30}/[\w .'-]{2,30}"
)


def repeats(first: str, text: str) -> bool:
    """Whether `text` is the caption `first` once more, as it is or with its credit."""
    least = _LEAST_REPEATED_WIDE_CHARS if is_east_asian(first) else _LEAST_REPEATED_CHARS
    if not least <= len(first) <= _MOST_CAPTION_CHARS:
        return False
    return len(first) <= len(text) <= len(first) + MOST_CREDIT_CHARS and text.startswith(first)


def is_rights_of_picture(line: str) -> bool:
    """Whether the line holds a photographer's name and no more: "© Jane Doe"; a page's rights name a year."""
    return bool(_RIGHTS_OF_PICTURE.fullmatch(line))


def credit_at_end(line: str) -> str:
    """What stands in the brackets that end the line, or empty."""
    found = _CREDIT_AT_END.search(line)
    return found["credit"].strip() if found else ""


def is_credit(line: str) -> bool:
    """Whether the whole line is a picture's credit or begins as a caption's label."""
    if len(line) > 300:
        return False
    return bool(_CREDIT_LINE.fullmatch(line) or _NUMBERED.match(line) or _JAPANESE.fullmatch(line))


def is_caption(line: str) -> bool:
    """Whether the line is surely a caption: it names its photographer, or points into the picture."""
    if len(line) > 700:
        return False
    tail = line[-_TAIL_CHARS:]
    if is_credit(line) or (_MAY_CREDIT.search(tail) and _CREDIT_TAIL.search(tail)):
        return True
    credit = credit_at_end(line)
    return bool(credit and (_CREDIT_WORDS.search(credit) or agency_named(credit)) and _CUES.search(line))


def may_be_caption(line: str) -> bool:
    """Whether the line ends in a credit, as captions do and the last paragraph of an agency's story."""
    credit = credit_at_end(line)
    if not credit:
        return bool(_AGENCY_TAIL.search(line))
    return bool(_CREDIT_WORDS.search(credit) or agency_named(credit) or _CREDIT_LOOK.fullmatch(credit))


def points_into_picture(line: str) -> bool:
    """Whether the line speaks of a picture: "(left)", "poses for a photo"."""
    return bool(_CUES.search(line))
