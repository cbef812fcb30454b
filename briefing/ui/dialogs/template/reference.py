"""Every key a template may hold, from the same declarations as the reference page."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from briefing.template.reference import Entry, entries
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.dialogs.template.speech import label_of
from briefing.ui.theme import Theme
from briefing.words import Words

WIDTH_PX, HEIGHT_PX = 860, 560


class ReferenceSheet(Sheet):
    """A searchable list: what people call it, the key, what it holds, what it is if left out."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, words("templates.reference_title"), parent)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(WIDTH_PX), room.width() - 40), min(theme.px(HEIGHT_PX), room.height() - 60))
        self.search = QLineEdit()
        self.search.setPlaceholderText(words("templates.reference_search"))
        self.search.setAccessibleName(words("templates.reference_search"))
        self.search.textChanged.connect(self._search)
        self.body.addWidget(self.search)
        self.list = QTreeWidget()
        self.list.setAccessibleName(words("templates.reference_title"))
        self.list.setHeaderLabels(
            [words(f"templates.reference_{c}") for c in ("name", "holds", "else", "means")]
        )
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(False)
        self.list.setWordWrap(True)
        for entry in entries():
            self.list.addTopLevelItem(self._item(entry))
        header = self.list.header()
        for column in range(3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.list.setColumnWidth(column, theme.px((200, 190, 110)[column]))
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self.list, 1)
        self.add_buttons(words("window.close_button"), cancel=False)
        self.search.setFocus()

    def _item(self, entry: Entry) -> QTreeWidgetItem:
        key = entry.key
        name = (
            label_of(self.words, entry.table, key)
            if key.name not in ("format", "name", "key", "id", "tag", "data")
            else ""
        )
        place = f"{entry.table}.{key.name}".strip(".")
        without = self.words("templates.reference_required") if key.required else entry.left_out
        said = f"{name}\n{place}" if name else place
        item = QTreeWidgetItem([said, entry.holds.replace("`", ""), without, key.says.replace("`", "")])
        item.setToolTip(3, key.says)
        return item

    def _search(self, text: str) -> None:
        wanted = text.casefold().split()
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            if item is not None:
                said = " ".join(item.text(column) for column in range(4)).casefold()
                item.setHidden(not all(word in said for word in wanted))
