"""Tool tips show what they are given, letter by letter, and load nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import Qt, QTextDocument

from briefing.ui.tip import tip


@given(st.text(alphabet="<>&;ltab /=\"'img src\n", max_size=60))
def test_a_tip_reads_as_the_text_it_was_made_of(qapp, text):
    shown = tip(text)
    if Qt.mightBeRichText(shown):
        document = QTextDocument()
        document.setHtml(shown)
        shown = document.toPlainText()
    assert shown.strip() == text.strip()
