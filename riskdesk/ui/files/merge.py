"""The dialog for merging a copy into the open store: what is merged, and the fields that both changed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from riskdesk.desk.merging import Merge
from riskdesk.domain.merge import MergePlace
from riskdesk.domain.side_by_side import side_by_side
from riskdesk.kit.apart import apart
from riskdesk.kit.plain import breakable
from riskdesk.kit.shown_text import ShownText
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.values import telling
from riskdesk.ui.dialogs.report import ReportDialog

_WHAT, _REGISTER, _HERE, _COPY = range(4)
# The number of characters that surely fit into a column.
_SEEN = 24


class MergeDialog(ReportDialog):
    """The dialog that shows what a merge of a copy would change, and asks which values to take if both changed one.

    `ticked_places()` is valid once the dialog is accepted.
    """

    def __init__(self, merge: Merge, copy: Path, parent: QWidget | None = None) -> None:
        super().__init__("", None, parent)
        self._merge, self._clashes = merge, merge.clashes
        self._clash_texts = [merge.described(clash, telling()) for clash in self._clashes]
        self.setWindowTitle(self.tr("Merge a copy"))
        self.setProperty("chapter", "Merging a copy")
        self.close_button.setText(self.tr("Cancel"))
        self.offer(self.tr("&Merge"), self.accept)
        self.head.setText(self._sentence(copy))
        self.particulars.setAccessibleName(self.tr("Changes to merge"))
        self._list = QTreeWidget(self)
        self._here, self._there = ShownText(self.tr("Here"), self), ShownText(self.tr("In the copy"), self)
        # The full register and place of the current clash, which may not fit into their columns.
        self._place = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._show_clashes()
        self._show_changes()
        if self._clashes:
            self.begin_at(self._list)
        self.resize(100 * UNIT, (80 if self._clashes else 50) * UNIT)

    def ticked_places(self) -> frozenset[MergePlace]:
        """The places of the clashes where the copy's value was ticked."""
        return frozenset(
            clash.place
            for number, clash in enumerate(self._clashes)
            if self._item(number).checkState(_WHAT) == Qt.CheckState.Checked
        )

    def _sentence(self, copy: Path) -> str:
        text = self.tr("Changes made in {file} since the two files were identical. They are merged as one step.")
        if not self._clashes:
            return text.format(file=copy.name)
        question = self.tr(
            "%Ln value(s) were changed in both: your value is kept unless you tick the copy's.",
            "",
            len(self._clashes),
        )
        return f"{text.format(file=copy.name)} {question}"

    def _show_clashes(self) -> None:
        panel = QWidget(self)
        texts = QGridLayout(panel)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(UNIT)
        self._make_list()
        texts.addWidget(self._list, 0, 0, 1, 2)
        texts.addLayout(self._make_row(panel), 1, 0, 1, 2)
        texts.addWidget(self._place, 2, 0, 1, 2)
        for column, box in enumerate((self._here, self._there)):
            texts.addWidget(QLabel(box.accessibleName(), panel), 3, column)
            texts.addWidget(box, 4, column)
        texts.addWidget(QLabel(self.particulars.accessibleName(), panel), 5, 0, 1, 2)
        texts.setRowStretch(0, 2)
        texts.setRowStretch(4, 1)
        panel.setVisible(bool(self._clashes))
        self.body.insertWidget(1, panel, 2)

    def _make_list(self) -> None:
        self._list.setAccessibleName(self.tr("Changed in both"))
        heads = self.tr("Changed in both"), self.tr("Register"), self.tr("Here"), self.tr("In the copy")
        self._list.setHeaderLabels(heads)
        registers = self._merge.registers(telling())
        self._list.setColumnHidden(_REGISTER, not any(registers))
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        for (what, mine, theirs), register in zip(self._clash_texts, registers, strict=True):
            item = QTreeWidgetItem([what, register, *side_by_side(mine, theirs, room=_SEEN)])
            item.setCheckState(_WHAT, Qt.CheckState.Unchecked)
            self._list.addTopLevelItem(item)
            _embolden(item)
        self._list.currentItemChanged.connect(self._show_current)
        self._list.itemChanged.connect(self._on_ticked)
        if self._clash_texts:
            self._list.setCurrentItem(self._item(0))

    def _make_row(self, parent: QWidget) -> QHBoxLayout:
        """The row with what applies to all clashes."""
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for text, state in (
            (self.tr("&Take all from the copy"), Qt.CheckState.Checked),
            (self.tr("&Keep all of mine"), Qt.CheckState.Unchecked),
        ):
            button = QPushButton(text, parent)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._tick_all, state))
            row.addWidget(button)
        row.addStretch()
        return row

    def _tick_all(self, state: Qt.CheckState) -> None:
        with QSignalBlocker(self._list):
            for number in range(len(self._clashes)):
                self._item(number).setCheckState(_WHAT, state)
                _embolden(self._item(number))
        self._list.viewport().update()
        self._show_changes()

    def _item(self, number: int) -> QTreeWidgetItem:
        item = self._list.topLevelItem(number)
        assert item is not None, "there is one for each clash"
        return item

    def _show_current(self, item: QTreeWidgetItem) -> None:
        what, mine, theirs = self._clash_texts[self._list.indexOfTopLevelItem(item)]
        self._place.setText(breakable(" · ".join(filter(None, (item.text(_REGISTER), what)))))
        self._here.setPlainText(mine)
        self._there.setPlainText(theirs)

    def _on_ticked(self, item: QTreeWidgetItem) -> None:
        with QSignalBlocker(self._list):
            _embolden(item)
        self._show_changes()

    def _show_changes(self) -> None:
        teller, places = telling(), self.ticked_places()
        lines = apart(lambda _: self._merge.lines(teller, places), self.tr("Comparing…"), cancellable=False)
        bar = self.particulars.verticalScrollBar()
        seen = bar.value()
        self.particulars.setPlainText("\n".join(lines) or self.tr("No changes to merge."))
        bar.setValue(seen)


def _embolden(item: QTreeWidgetItem) -> None:
    """Show in bold the value that is chosen."""
    takes = item.checkState(_WHAT) == Qt.CheckState.Checked
    with_weight = item.font(_WHAT)
    for column, holds in ((_HERE, not takes), (_COPY, takes)):
        with_weight.setBold(holds)
        item.setFont(column, with_weight)
