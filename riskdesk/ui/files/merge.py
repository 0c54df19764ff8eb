"""The dialog for merging a copy into the open store: what is merged, and the fields that both changed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QHeaderView, QPushButton, QTreeView, QWidget

from riskdesk.desk.merging import Merge
from riskdesk.domain.merge import MergePlace
from riskdesk.kit.apart import apart
from riskdesk.kit.plain import breakable
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.shown_text import ShownText
from riskdesk.kit.theme import UNIT
from riskdesk.kit.ticked_table import RowTicks
from riskdesk.ui.bench.values import telling
from riskdesk.ui.dialogs.report import ReportDialog
from riskdesk.ui.files.clashes import REGISTER, ClashesModel


class MergeDialog(ReportDialog):
    """The dialog that shows what a merge of a copy would change, and asks which values to take if both changed one.

    `ticked_places()` is valid once the dialog is accepted.
    """

    def __init__(self, merge: Merge, copy: Path, parent: QWidget | None = None) -> None:
        super().__init__("", None, parent)
        self._merge, self._count = merge, len(merge.clashes)
        self.setWindowTitle(self.tr("Merge a copy"))
        self.setProperty("chapter", "Merging a copy")
        self.close_button.setText(self.tr("Cancel"))
        self.offer(self.tr("&Merge"), self.accept)
        self.head.setText(self._sentence(copy))
        self.particulars.setAccessibleName(self.tr("Changes to merge"))
        self._list, self._model = QTreeView(self), ClashesModel(merge, self)
        self._here, self._there = ShownText(self.tr("Here"), self), ShownText(self.tr("In the copy"), self)
        # The full register and place of the current clash, which may not fit into their columns.
        self._place = PlainLabel(parent=self, wraps=True)
        self._show_clashes()
        self._show_changes()
        if self._count:
            self.begin_at(self._list)
        self.resize(100 * UNIT, (80 if self._count else 50) * UNIT)

    def ticked_places(self) -> frozenset[MergePlace]:
        """The places of the clashes where the copy's value was ticked."""
        return self._model.taken_places

    def _sentence(self, copy: Path) -> str:
        text = self.tr("Changes made in {file} since the two files were identical. They are merged as one step.")
        if not self._count:
            return text.format(file=copy.name)
        question = self.tr(
            "%Ln value(s) were changed in both: your value is kept unless you tick the copy's.",
            "",
            self._count,
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
            texts.addWidget(PlainLabel(box.accessibleName(), panel), 3, column)
            texts.addWidget(box, 4, column)
        texts.addWidget(PlainLabel(self.particulars.accessibleName(), panel), 5, 0, 1, 2)
        texts.setRowStretch(0, 2)
        texts.setRowStretch(4, 1)
        panel.setVisible(self._count > 0)
        self.body.insertWidget(1, panel, 2)

    def _make_list(self) -> None:
        self._list.setAccessibleName(self.tr("Changed in both"))
        self._list.setModel(self._model)
        RowTicks(self._list)
        self._list.setColumnHidden(REGISTER, not any(self._model.registers))
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.selectionModel().currentChanged.connect(self._show_current)
        self._model.ticked.connect(self._show_changes)
        if self._count:
            self._list.setCurrentIndex(self._model.index(0, 0))

    def _make_row(self, parent: QWidget) -> QHBoxLayout:
        """The row with what applies to all clashes."""
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for text, taken in ((self.tr("&Take all from the copy"), True), (self.tr("&Keep all of mine"), False)):
            button = QPushButton(text, parent)
            button.setAutoDefault(False)
            button.clicked.connect(without_arguments(partial(self._model.tick_all, ticked=taken)))
            row.addWidget(button)
        row.addStretch()
        return row

    def _show_current(self, index: QModelIndex) -> None:
        what, mine, theirs = self._model.texts(index.row())
        register = self._model.registers[index.row()]
        self._place.setText(breakable(" · ".join(filter(None, (register, what)))))
        self._here.setPlainText(mine)
        self._there.setPlainText(theirs)

    def _show_changes(self) -> None:
        teller, places = telling(), self.ticked_places()
        lines = apart(lambda _: self._merge.lines(teller, places), self.tr("Comparing…"), cancellable=False)
        bar = self.particulars.verticalScrollBar()
        seen = bar.value()
        self.particulars.setPlainText("\n".join(lines) or self.tr("No changes to merge."))
        bar.setValue(seen)
