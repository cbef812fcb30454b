"""The style sheet: stock widgets in the design's shapes. Painted panes take their colours from Theme."""

from __future__ import annotations

from PySide6.QtGui import QColor

from briefing import resources
from briefing.ui.theme import Theme

# Property names that widgets set to choose a look: setProperty("look", "primary").
_RULES = """
QWidget {{ color: {text}; }}
QMainWindow, QDialog {{ background: {bars}; }}
QMenuBar {{ background: {bars}; padding: 0 {p6}px; }}
QMenuBar::item {{ padding: {p5}px {p9}px; background: transparent; border-radius: {p5}px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {card}; border: 1px solid {border}; padding: {p5}px; }}
QMenu::item {{ padding: {p5}px {p28}px {p5}px {p10}px; border-radius: {p5}px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item:disabled {{ color: {quiet}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {border}; margin: {p5}px {p6}px; }}
QMenu::indicator {{ width: {p14}px; height: {p14}px; }}
QToolTip {{ background: {card}; color: {text}; border: 1px solid {border}; padding: {p4}px {p6}px; }}
QSplitter::handle {{ background: {border}; }}
QPushButton {{ background: {card}; border: 1px solid {control}; border-radius: {p7}px;
  padding: 0 {p14}px; min-height: {p30}px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 0 {p13}px; }}
QPushButton:disabled {{ color: {quiet}; border-color: {border}; }}
QPushButton[look="primary"] {{ background: {accent}; color: {on_accent}; border: 1px solid {accent};
  font-weight: 600; }}
QPushButton[look="primary"]:hover {{ background: {accent_strong}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {text}; padding: 0 {p13}px; }}
QPushButton[look="primary"]:disabled {{ background: {border}; border-color: {border}; color: {quiet}; }}
QPushButton[look="link"] {{ background: transparent; border: none; color: {accent}; padding: 0;
  min-height: {p24}px; font-weight: 500; text-align: left; }}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:focus {{ border: 2px solid {accent}; border-radius: {p5}px; }}
QPushButton[look="quiet"] {{ background: transparent; border: none; color: {secondary}; padding: 0 {p6}px; }}
QPushButton[look="quiet"]:hover {{ color: {text}; background: {hover}; }}
QPushButton[look="quiet"]:focus {{ border: 2px solid {accent}; padding: 0 {p4}px; }}
QToolButton {{ background: transparent; border: none; border-radius: {p6}px; padding: {p5}px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:focus {{ border: 2px solid {accent}; padding: {p3}px; }}
QToolButton:pressed, QToolButton:checked {{ background: {border}; }}
QToolButton::menu-indicator {{ image: none; }}
QLineEdit, QComboBox, QDateEdit, QSpinBox, QDoubleSpinBox {{ min-height: {p22}px; }}
QLineEdit, QPlainTextEdit[look="field"], QComboBox, QDateEdit, QSpinBox, QDoubleSpinBox {{
  background: {card};
  border: 1px solid {field_border}; border-radius: {p6}px; padding: {p4}px {p8}px;
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit[look="field"]:focus, QComboBox:focus {{ border: 2px solid {accent};
  padding: {p3}px {p7}px; }}
QSpinBox:focus, QDoubleSpinBox:focus {{ border: 2px solid {accent}; padding: {p3}px {p7}px; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{
  width: 0; border: none; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit, QComboBox QLineEdit:focus {{
  background: transparent; border: none; padding: 0; min-height: 0; }}
QLineEdit[look="title"] {{ background: transparent; border: 1px solid transparent; font-weight: 600; }}
QLineEdit[look="title"]:hover {{ border-color: {border}; }}
QLineEdit[look="title"]:focus {{ background: {card}; border: 2px solid {accent}; }}
QComboBox::drop-down {{ border: none; width: {p24}px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: {p14}px; height: {p14}px; }}
QComboBox QAbstractItemView {{ background: {card}; border: 1px solid {border};
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QCheckBox, QRadioButton {{ spacing: {p8}px; min-height: {p24}px; }}
QCheckBox::indicator {{ width: {p14}px; height: {p14}px; border: 1px solid {field_border};
  border-radius: {p4}px; background: {card}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{tick}"); }}
QCheckBox::indicator:hover {{ border-color: {text}; }}
QCheckBox::indicator:focus {{ border: 2px solid {text}; width: {p12}px; height: {p12}px; }}
QCheckBox:disabled {{ color: {quiet}; }}
QFrame[look="card"][chosen="false"] {{ padding: 1px; }}
QFrame[look="card"][chosen="true"] {{ background: {accent_fill}; border: 2px solid {accent}; }}
QLabel[look="heading"] {{ font-weight: 600; }}
QLabel[look="secondary"] {{ color: {secondary}; }}
QLabel[look="quiet"] {{ color: {quiet}; }}
QLabel[look="success"] {{ color: {success}; }}
QLabel[look="danger"] {{ color: {danger}; }}
QLabel[look="warning"] {{ color: {warning}; }}
QLabel[look="keycap"] {{ background: {card}; border: 1px solid {keycap}; border-radius: {p4}px;
  color: {secondary}; padding: 0 {p5}px; }}
QFrame[look="line"] {{ background: {border}; border: none; }}
QFrame[look="card"] {{ background: {card}; border: 1px solid {border}; border-radius: {p10}px; }}
QFrame[look="sunk"] {{ background: {points}; border: 1px solid {border}; border-radius: {p8}px; }}
QFrame[look="bar"], QWidget[look="bar"] {{ background: {bars}; }}
QWidget[look="start"] {{ background: {points}; }}
QFrame[look="info"] {{ background: {accent_fill}; border: none; border-bottom: 1px solid {border}; }}
QFrame[look="warn"] {{ background: {warning_fill}; border: none; border-bottom: 1px solid {warning_border}; }}
QFrame[look="danger"] {{ background: {danger_fill}; border: none; border-bottom: 1px solid {border}; }}
QFrame[look="good"] {{ background: {success_fill}; border: none; border-bottom: 1px solid {border}; }}
QFrame[look="tabs"] {{ background: {points}; border: none; }}
QFrame[look="segments"] {{ background: {desk}; border: none; border-radius: {p8}px; }}
QTabBar::tab {{ padding: {p5}px {p14}px; border-radius: {p6}px; margin: {p2}px; color: {secondary}; }}
QTabBar::tab:selected {{ background: {card}; color: {text}; border: 1px solid {border}; font-weight: 600; }}
QTabBar::tab:focus {{ border: 2px solid {accent}; }}
QTabBar[look="pills"]::tab {{ padding: {p6}px {p12}px; border-radius: {p7}px; margin: 0 {p4}px 0 0;
  color: {secondary}; font-weight: 500; border: 2px solid transparent; }}
QTabBar[look="pills"]::tab:selected {{ background: {accent_fill}; color: {accent}; font-weight: 600; }}
QTabBar[look="pills"]::tab:focus {{ border: 2px solid {accent}; }}
QFrame[look="row"] {{ background: {card}; border: 1px solid {border}; border-radius: {p9}px; }}
QFrame[look="row"][open="true"] {{ background: {points}; border: 2px solid {accent}; }}
QFrame[look="chips"] {{ background: {card}; border: 1px solid {field_border}; border-radius: {p6}px; }}
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus {{ background: transparent; border: none;
  padding: {p2}px; }}
QLineEdit[flawed="true"], QComboBox[flawed="true"], QFrame[flawed="true"] {{ border: 2px solid {warning}; }}
QTabWidget::pane {{ border: none; }}
QScrollBar:vertical {{ background: transparent; width: {p12}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {p12}px; margin: 0; }}
QScrollBar::handle {{ background: {scroll}; border-radius: {p3}px; margin: {p3}px; min-height: {p28}px;
  min-width: {p28}px; }}
QScrollBar::handle:hover {{ background: {field_border}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: transparent; border: none; width: 0; height: 0; }}
QListView {{ outline: none; }}
QListView[look="sentences"] {{ background: {source}; }}
QListView[look="sentences"]::item {{ padding: {p6}px 0; border-radius: {p5}px; }}
QListView[look="sentences"]::item:selected {{ background: {accent_fill}; color: {text}; }}
QProgressBar {{ background: {border}; border: none; border-radius: {p2}px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: {p2}px; }}
QListWidget[look="roomy"] {{ background: {card}; border: 1px solid {border}; border-radius: {p8}px;
  padding: {p4}px; }}
QListWidget[look="roomy"]:focus {{ border: 2px solid {accent}; padding: {p3}px; }}
QListWidget[look="roomy"]::item {{ padding: {p8}px {p6}px; border-radius: {p5}px; }}
QListWidget[look="roomy"]::item:selected {{ background: {accent_fill}; color: {text}; }}
"""

_STEPS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 18, 22, 24, 28, 30)


def style_sheet(theme: Theme) -> str:
    """The style sheet of a theme, its lengths scaled with the text."""
    palette = theme.palette
    dark = palette.is_dark
    colours = {
        name: getattr(palette, name)
        for name in palette._fields
        if name not in ("tags", "name", "shadow", "patterns")
    }
    colours |= {
        "accent_strong": "#96B3FF" if dark else "#274FB0",
        "control": "#4A4F57" if dark else "#C9CDD4",
        "keycap": "#4A4F57" if dark else "#C9CDD4",
        "scroll": "#4A4F57" if dark else "#C4C8D0",
    }
    if palette.patterns:
        edges = ("control", "keycap", "scroll")
        colours |= {"accent_strong": palette.accent, **dict.fromkeys(edges, palette.text)}
    colours |= _drawings(theme)
    lengths = {f"p{step}": theme.px(step) for step in _STEPS}
    return _RULES.format(**colours, **lengths)


def _drawings(theme: Theme) -> dict[str, str]:
    """The files of the marks that stock widgets show; a style sheet cannot tint them."""
    palette = theme.palette
    inks = {"light": "light", "dark": "dark"}
    ink = inks.get(palette.name) or ("white" if palette.is_dark else "black")
    tick = "white" if QColor(palette.on_accent).lightnessF() > 0.5 else "black"
    files = {"arrow": f"arrow-{ink}.svg", "tick": f"tick-{tick}.svg"}
    return {name: resources.path("icons", "controls", file).as_posix() for name, file in files.items()}
