"""The settings of a base, as far as our text needs them: notes, language, no compatibility mode."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from briefing.blocks import Document
from briefing.exporters.forms.file import OwnFile
from briefing.exporters.forms.trees import W, made, remove
from briefing.exporters.scripts import full_language, is_east_asian, primary
from briefing.exporters.word.parts import OFFICE, WORD_TYPE
from briefing.exporters.word.styles import languages

_WORD = "http://schemas.microsoft.com/office/word"
_MODE = 15
_NOT_KEPT = ("documentProtection", "updateFields", "linkStyles", "removePersonalInformation")
_BEFORE_SPACES = {
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd"),
    *("suppressLineNumbers", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct"),
    "topLinePunct",
}
_ORDER = (  # what stands behind the notes' settings in a settings part, in this order
    *("footnotePr", "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang"),
    *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade"),
    *("captions", "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults"),
    *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator", "docId", "chartTrackingRefBased"),
)


def suit_settings(file: OwnFile, document: Document) -> None:
    """No compatibility mode, no protection of a text that is gone, and the note's language."""
    root = _settings(file)
    for element in [e for name in _NOT_KEPT for e in root.findall(f"{W}{name}")]:
        remove(element)
    _set_mode(root)
    if is_east_asian(full_language(document.language)):
        line = root.find(f"{W}themeFontLang")
        if line is None:
            line = _placed(root, made("themeFontLang"))
        line.set(f"{W}eastAsia", full_language(document.language))


def suit_defaults(styles: etree._Element, document: Document) -> None:
    """The language of the text, and a font for East Asian letters where the base names none."""
    defaults = styles.find(f"{W}docDefaults")
    if defaults is None:
        defaults = made("docDefaults")
        styles.insert(0, defaults)
    look = _inside(_inside(defaults, "rPrDefault", 0), "rPr", 0)
    fonts = _inside(look, "rFonts", 0)
    if not {f"{W}eastAsia", f"{W}eastAsiaTheme"} & set(fonts.attrib):
        fonts.set(f"{W}eastAsia", document.type.body.east_asian)
    lang = look.find(f"{W}lang")
    if lang is None:
        after = {f"{W}eastAsianLayout", f"{W}specVanish", f"{W}oMath"}
        lang = made("lang")
        look.insert(len(look) - sum(child.tag in after for child in look), lang)
    if primary(document.language) == "ko":
        _close_up(_inside(_inside(defaults, "pPrDefault", 1), "pPr", 0))
    ours = languages(document.language)
    for name, key in (("val", "lang"), ("eastAsia", "lang_east_asian"), ("bidi", "lang_bidi")):
        lang.set(f"{W}{name}", ours[key])


def _close_up(look: etree._Element) -> None:
    """No space of its own between Hangul and a figure: "7월", not "7 월"."""
    for name in ("autoSpaceDN", "autoSpaceDE"):
        if look.find(f"{W}{name}") is None:
            before = sum(etree.QName(child).localname in _BEFORE_SPACES for child in look)
            look.insert(before, made(name, val="0"))


def put_setting(file: OwnFile, ours: OwnFile, name: str) -> None:
    """One of our settings, where the base has none of that name."""
    root, wanted = _settings(file), ours.tree("word/settings.xml").find(f"{W}{name}")
    if wanted is not None and root.find(f"{W}{name}") is None:
        _placed(root, deepcopy(wanted))


def _settings(file: OwnFile) -> etree._Element:
    part = file.related(file.main(), "settings")
    if part not in file.names():
        part = "word/settings.xml"
        file.put(part, f'<w:settings xmlns:w="{W[1:-1]}"/>', f"{WORD_TYPE}.settings+xml")
        file.relate(file.main(), f"{OFFICE}/settings", "settings.xml")
    return file.tree(part)


def _set_mode(root: etree._Element) -> None:
    compat = root.find(f"{W}compat")
    if compat is None:
        compat = _placed(root, made("compat"))
    mode = next((e for e in compat if e.get(f"{W}name") == "compatibilityMode"), None)
    if mode is None:
        mode = made("compatSetting", name="compatibilityMode", uri=_WORD, val="0")
        compat.append(mode)
    if not mode.get(f"{W}val", "").isdigit() or int(mode.get(f"{W}val", "0")) < _MODE:
        mode.set(f"{W}val", str(_MODE))


def _placed(root: etree._Element, element: etree._Element) -> etree._Element:
    """Puts a setting where the order of settings wants it."""
    behind = set(_ORDER[_ORDER.index(etree.QName(element).localname) + 1 :])
    at = next((i for i, child in enumerate(root) if etree.QName(child).localname in behind), len(root))
    root.insert(at, element)
    return element


def _inside(parent: etree._Element, name: str, at: int) -> etree._Element:
    child = parent.find(f"{W}{name}")
    if child is None:
        child = made(name)
        parent.insert(at, child)
    return child
