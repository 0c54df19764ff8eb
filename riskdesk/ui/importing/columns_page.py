"""The page for tables and their columns: what each is taken for, with the first values of columns."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.domain.importing.result import ColumnRead, Import, RegionRead
from riskdesk.domain.importing.tables.roles import Role
from riskdesk.domain.importing.words.fields import Field
from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.kit.plain import as_tip, label_name
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_words
from riskdesk.ui.importing.wishes import Wishes
from riskdesk.ui.importing.words import OFFERED, TABLES, field_name, reason, table_name, where


class ColumnsPage(QWidget):
    """The page on which the user says what each table and each of its columns is, one table at a time.

    Choices go to the wishes; `follow` shows the import made with them.
    """

    def __init__(self, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._import: Import | None = None
        self._tables, self._role = CalmBox(self), CalmBox(self)
        self._reason = PlainLabel("", self, wraps=True, quiet=True)
        self._lists: list[_Columns] = []
        self._build()
        self._tables.currentIndexChanged.connect(self._show_table)
        self._role.activated.connect(self._take_role)

    def follow(self, file_import: Import) -> None:
        """Show an import; the same table stays current."""
        self._import = file_import
        chosen = (
            self._tables.currentIndex() if self._tables.count() == len(file_import.roles) else self._first(file_import)
        )
        with QSignalBlocker(self._tables):
            self._tables.clear()
            for role in file_import.roles:
                words = self.tr("{place}: {what}").format(place=where(role.place), what=table_name(role.role))
                self._tables.addItem(words)
            self._tables.setCurrentIndex(chosen)
        self._show_table()

    def _build(self) -> None:
        grid, layout = QGridLayout(), QVBoxLayout(self)
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(1, 1)
        for row, (text, box) in enumerate(((self.tr("&Table:"), self._tables), (self.tr("Taken f&or:"), self._role))):
            label = PlainLabel(text, self)
            label.setBuddy(box)
            box.setAccessibleName(label_name(text))
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.addWidget(self._reason, 2, 1)
        layout.setContentsMargins(0, 0, UNIT, 0)
        layout.setSpacing(2 * UNIT)
        layout.addLayout(grid)
        self._columns = QVBoxLayout()
        self._columns.setSpacing(3 * UNIT)
        layout.addLayout(self._columns)
        layout.addStretch(1)

    def _first(self, file_import: Import) -> int:
        """The first table that comes in."""
        return next((at for at, role in enumerate(file_import.roles) if role.role is Role.REGISTER), 0)

    def _show_table(self) -> None:
        if self._import is None:
            return
        at = self._tables.currentIndex()
        if not 0 <= at < len(self._import.roles):
            return
        role = self._import.roles[at]
        regions = [region for region in self._import.regions if region.table == at + 1]
        self._offer_roles(role.role, known=bool(regions))
        self._reason.setText(reason(role.reason))
        self._role.setAccessibleDescription(self._reason.text())
        if [_outline(region) for region in regions] != [_outline(region.region) for region in self._lists]:
            self._renew(regions)
        for columns, region in zip(self._lists, regions, strict=True):
            columns.follow(region)

    def _offer_roles(self, role: Role, *, known: bool) -> None:
        """Offer the roles of a table; if its heads are not `known`, its role is shown and cannot be changed."""
        self._role.clear()
        for offered in TABLES:
            self._role.addItem(table_name(offered), offered.value)
        self._role.setCurrentIndex(self._role.findData((role if role in TABLES else Role.OTHER).value))
        self._role.setEnabled(known)

    def _renew(self, regions: list[RegionRead]) -> None:
        for columns in self._lists:
            columns.hide()
            columns.deleteLater()
        self._lists = [_Columns(region, self._wishes, self) for region in regions]
        for columns in self._lists:
            self._columns.addWidget(columns)
            columns.show()

    def _take_role(self) -> None:
        self._wishes.take_table_for(self._tables.currentIndex() + 1, self._role.currentData())


class _Columns(QWidget):
    """The columns of a region: each with its head, its first values, and a choice of fields."""

    def __init__(self, region: RegionRead, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self.region = region
        self._wishes = wishes
        self._boxes: dict[str, CalmBox] = {}
        self._anew = QPushButton(self.tr("Guess again"), self)
        self._anew.setAutoDefault(False)
        self._anew.clicked.connect(lambda: self._wishes.guess_anew(self.region))
        self._hint = PlainLabel("", self, wraps=True, quiet=True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(2 * UNIT)
        layout.setVerticalSpacing(UNIT)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._hint, 0, 0)
        layout.addWidget(self._anew, 0, 1, Qt.AlignmentFlag.AlignRight)
        for row, column in enumerate(region.columns, 1):
            self._add(layout, row, column)

    def follow(self, region: RegionRead) -> None:
        """Show the fields that the columns were taken for."""
        self.region = region
        is_chosen = self._wishes.is_chosen(region)
        self._hint.setText(self.tr("As you chose; kept for other files with these heads.") if is_chosen else "")
        self._hint.setVisible(is_chosen)
        self._anew.setVisible(is_chosen)
        for column in region.columns:
            box = self._boxes[column.letter]
            if box.findData(column.field) < 0:
                box.addItem(field_name(Field(column.field)), column.field)
            box.setCurrentIndex(box.findData(column.field))
            box.setEnabled(not region.marked)

    def _add(self, layout: QGridLayout, row: int, column: ColumnRead) -> None:
        head_text, box, values = column.head or "–", CalmBox(self), _Values(column.values, self)
        head = BreakingLabel(self, head_text, vertical=QSizePolicy.Policy.Preferred)
        head.setBuddy(box)
        for field in OFFERED:
            box.addItem(field_name(field), field.value)
        box.setAccessibleName(head_text)
        box.setAccessibleDescription(ui_words().colon.join((self.tr("First values"), " · ".join(column.values))))
        box.activated.connect(partial(self._take, column.letter))
        self._boxes[column.letter] = box
        below = QVBoxLayout()
        below.setSpacing(UNIT // 2)
        below.addWidget(head)
        below.addWidget(values)
        below.addStretch(1)
        layout.addLayout(below, row, 0)
        layout.addWidget(box, row, 1, Qt.AlignmentFlag.AlignTop)

    def _take(self, letter: str, _place: int) -> None:
        self._wishes.take_column_for(self.region, letter, self._boxes[letter].currentData())


class _Values(PlainLabel):
    """The first values of a column, a line for each, cut off at the width of the label."""

    def __init__(self, values: tuple[str, ...], parent: QWidget) -> None:
        super().__init__("", parent, quiet=True)
        self._lines = [" ".join(value.split()) for value in values]
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(as_tip("\n".join(self._lines)))
        self.setVisible(bool(self._lines))

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing() * len(self._lines))

    def resizeEvent(self, _event: object) -> None:
        cut = (self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width()) for line in self._lines)
        self.setText("\n".join(cut))


def _outline(region: RegionRead) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """The heads and values of a region, by which the page knows whether its columns are the same as before."""
    return region.shape, tuple(column.values for column in region.columns)
