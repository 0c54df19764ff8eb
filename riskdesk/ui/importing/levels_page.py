"""The page for the scale of the imported register, and what the levels of the file become on it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from riskdesk.desk import scales
from riskdesk.desk.import_files import rescaled
from riskdesk.domain.remap import Remap, proposed
from riskdesk.domain.scale import Level, Scale
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.kit.plain import label_name
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_text, ui_words
from riskdesk.ui.scale.remap_fields import RemapFields


class ImportLevelsPage(QWidget):
    """The page on which the user chooses the scale on which a register comes in, and what its levels become.

    `changed` is emitted when the result of `applied` changes. `of_file` is the scale of the file, None if it has none.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.of_file: Scale | None = None
        self._of_register: Scale | None = None
        self._offered: list[Scale] = []
        self._box, self._levels = CalmBox(self), BreakingLabel(self)
        self._why = PlainLabel("", self, wraps=True, quiet=True)
        self._fields: RemapFields | None = None
        self._build()
        self._box.activated.connect(self._choose)

    def follow(self, tree: RegisterTree | None, register: Scale | None = None) -> None:
        """Show the scale of the file, whose levels become those of the `register` scale if that is given."""
        of_file = None if tree is None else tree.register.scale
        if (of_file, register) == (self.of_file, self._of_register):
            return
        chosen = self._chosen
        self.of_file, self._of_register = of_file, register
        self._offer()
        again = next((at for at, scale in enumerate(self._offered) if scale == chosen), 0)
        self._box.setCurrentIndex(again if register is None else 0)
        self._show_table()

    @property
    def remap(self) -> Remap | None:
        """The translation of the levels of the file; None if they stay as they are."""
        return None if self._fields is None else self._fields.remap()

    def applied(self, tree: RegisterTree) -> RegisterTree:
        """The register on the chosen scale."""
        remap, scale = self.remap, self._chosen
        return tree if remap is None or scale is None else rescaled(tree, scale, remap)

    @property
    def _chosen(self) -> Scale | None:
        at = self._box.currentIndex()
        return self._offered[at] if 0 <= at < len(self._offered) else None

    def _build(self) -> None:
        form, layout = QFormLayout(), QVBoxLayout(self)
        form.setHorizontalSpacing(2 * UNIT)
        form.setVerticalSpacing(UNIT)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        text = self.tr("&Scale:")
        self._box.setAccessibleName(label_name(text))
        form.addRow(text, self._box)
        layout.setContentsMargins(0, 0, UNIT, 0)
        layout.setSpacing(2 * UNIT)
        layout.addLayout(form)
        layout.addWidget(self._why)
        layout.addWidget(self._levels)
        self._table = QVBoxLayout()
        layout.addLayout(self._table)
        layout.addStretch(1)

    def _offer(self) -> None:
        """Offer the scale of the file and then all others; in a comparison, only the scale of the register."""
        self._box.clear()
        shipped = [scales.profile(name) for name in scales.PROFILES]
        if self.of_file is None:
            self._offered = []
        elif self._of_register is not None:
            self._offered = [self._of_register]
        else:
            self._offered = [self.of_file, *(profile for profile in shipped if profile != self.of_file)]
        for scale in self._offered:
            self._box.addItem(self._named(scale))
        self._box.setEnabled(len(self._offered) > 1)

    def _named(self, scale: Scale) -> str:
        sizes = f"{len(scale.likelihood)} × {len(scale.impact)}"
        if scale == self._of_register:
            return self.tr("That of the register: {name} ({sizes})").format(name=ui_text(scale.name), sizes=sizes)
        return self.tr("{name} ({sizes})").format(name=ui_text(scale.name), sizes=sizes)

    def _choose(self) -> None:
        self._show_table()
        self.changed.emit()

    def _show_table(self) -> None:
        """Ask what each level of the file becomes if another scale is chosen."""
        if self._fields is not None:
            self._fields.hide()
            self._fields.deleteLater()
            self._fields = None
        of_file, chosen = self.of_file, self._chosen
        if of_file is None or chosen is None:
            self._why.setText(self.tr("The file has no levels."))
            self._levels.setText("")
            return
        if chosen == of_file:
            words = ui_words()
            text = self.tr("Every level comes in as it is, from low to high:")
            lists = (
                f"{words.likelihood}{words.colon} {_listed(of_file.likelihood)}",
                f"{words.impact}{words.colon} {_listed(of_file.impact)}",
            )
            self._levels.setText("\n".join(lists))
        else:
            text = self.tr("Choose what each level of the file becomes.")
            self._levels.setText("")
            self._fields = RemapFields(of_file, chosen, proposed(of_file, chosen), self)
            self._fields.changed.connect(self.changed)
            self._table.addWidget(self._fields)
            self._fields.show()
        self._levels.setVisible(self._fields is None)
        self._why.setText(text)


def _listed(levels: tuple[Level, ...]) -> str:
    return ", ".join(ui_text(level.name) for level in levels)
