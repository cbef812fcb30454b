"""Small things to do with the XML of a Word part."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parent_of(element: etree._Element) -> etree._Element:
    """The element's parent; itself at the root."""
    parent = element.getparent()
    return element if parent is None else parent


def remove(element: etree._Element) -> None:
    """Takes an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def value(element: etree._Element | None, default: str = "") -> str:
    """The w:val of an element that may be absent."""
    return default if element is None else element.get(f"{W}val", default)


def made(name: str, /, **attributes: str) -> etree._Element:
    """A new element of Word's main namespace."""
    element = etree.Element(f"{W}{name}")
    for key, text in attributes.items():
        element.set(f"{W}{key}", text)
    return element
