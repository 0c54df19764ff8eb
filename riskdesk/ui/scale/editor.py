"""The editor of a register's scale: levels, rule, bands and tolerance, with the matrix beside them."""

from contextlib import ExitStack
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from riskdesk.desk import scales
from riskdesk.desk.rescaling import rescale
from riskdesk.domain.remap import Remap, is_assessed_otherwise, proposed
from riskdesk.domain.scale import Assessment, Rule, Scale
from riskdesk.domain.scale_draft import ScaleDraft, with_moved_level
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.alerts import ask
from riskdesk.kit.fields.note import Note
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.roles import stand_for_one
from riskdesk.kit.scrolled import Scrolled
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import sentence, ui_text, ui_words
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.scale.bands import band_colour
from riskdesk.ui.scale.bands_page import BandsPage
from riskdesk.ui.scale.begin_button import BeginButton
from riskdesk.ui.scale.brushes import Brushes
from riskdesk.ui.scale.correcting import Correcting
from riskdesk.ui.scale.difference import alike
from riskdesk.ui.scale.label_fields import LabelFields
from riskdesk.ui.scale.levels_page import LevelsPage
from riskdesk.ui.scale.matrix import MatrixTable
from riskdesk.ui.scale.remapping import RemapDialog

_SIZE = (116 * UNIT, 66 * UNIT)


class ScaleDialog(ReadingDialog):
    """The dialog that edits a register's scale and applies it, after showing what it changes in the risks."""

    def __init__(self, workbench: Workbench, tree: RegisterTree, settings: Settings, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._register, self._old = tree.register.id, tree.register.scale
        self._table = ScaleDraft.of(self._old).table
        self._name = LabelFields(self.tr("Name of the scale in English"), self.tr("Name of the scale in French"), self)
        self._name_note = Note(self)
        pages = self._likelihood, self._impact, self._bands = LevelsPage(self), LevelsPage(self), BandsPage(self)
        self._pages, self._tabs = QStackedWidget(self), QButtonGroup(self)
        self._areas = [Scrolled(page, self) for page in pages]
        self._correcting = Correcting(self._tabs, self._name, pages, self._areas, self)
        self._matrix, self._brushes = MatrixTable(ScaleDraft.of(self._old), self), Brushes(self)
        self._begin = BeginButton(self._entered, workbench.session.path, settings, self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.yes: QPushButton = self._buttons.addButton(self.tr("&Apply…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self._connect()
        self.show_scale(self._old)
        self._begun_with = self.draft

    @property
    def _parts(self) -> tuple[LabelFields | LevelsPage | BandsPage, ...]:
        """The parts in which the scale is entered."""
        return self._name, self._likelihood, self._impact, self._bands

    @property
    def draft(self) -> ScaleDraft:
        """The scale as entered."""
        likelihood, impact = self._likelihood.levels(), self._impact.levels()
        table = tuple(
            tuple(self._painted(row, column) for column in range(len(impact))) for row in range(len(likelihood))
        )
        bands, rule = self._bands.bands(), self._bands.rule
        return ScaleDraft(self._name.label(), likelihood, impact, rule, bands, table, self._bands.tolerance)

    def show_scale(self, scale: Scale) -> None:
        """Fill the fields with a scale."""
        draft = ScaleDraft.of(scale)
        self._table = draft.table
        with ExitStack() as silent:
            for part in self._parts:
                silent.enter_context(QSignalBlocker(part))
            self._name.show_label(draft.name)
            self._likelihood.show_levels(draft.likelihood)
            self._impact.show_levels(draft.impact)
            self._bands.show_bands(draft.rule, draft.bands, draft.tolerance)
        self._follow()
        self._filled_with = self.draft

    def begin_from(self, scale: Scale) -> None:
        """Fill the fields with a scale; if something was entered since they were filled, ask the user first."""
        if self.draft == self._filled_with:
            self.show_scale(scale)
            return
        question = self.tr("What you entered is not in force. Replace it with “{name}”?").format(
            name=ui_text(scale.name)
        )
        ask(self, question, self.tr("&Replace"), self.tr("&Go on editing"), partial(self.show_scale, scale))

    def accept(self) -> None:
        """Apply the scale; if that changes assessments, show first what becomes of the risks."""
        new, tree = self._entered(), self._workbench.tree()
        if tree is None or new == self._old:
            super().accept()
            return
        assessed = [risk for risk in tree.risks if risk.assessment != Assessment() or risk.residual != Assessment()]
        if not assessed or not is_assessed_otherwise(self._old, new):
            self._apply(new, proposed(self._old, new))
            return
        dialog = RemapDialog(assessed, self._old, new, self)
        dialog.accepted.connect(lambda: self._apply(new, dialog.remap()))
        dialog.open()

    def reject(self) -> None:
        """Close the dialog; if something was changed, ask the user first whether to discard it."""
        if self.draft == self._begun_with:
            super().reject()
            return
        question = self.tr("What you changed in the scale is not in force. Discard it?")
        ask(self, question, self.tr("&Discard"), self.tr("&Go on editing"), super().reject)

    def _entered(self) -> Scale:
        """The scale as entered, if there are no faults but hints."""
        return scales.recognised(self.draft.scale)

    def _apply(self, new: Scale, remap: Remap) -> None:
        if self._workbench.run(rescale(self._register, self._old, new, remap)).problem is None:
            super().accept()
        elif (tree := self._workbench.tree()) is not None and tree.register.id == self._register:
            # The user was told that another scale is in force now: the next attempt starts from that one.
            self._old = tree.register.scale

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Scale"))
        self.setProperty("chapter", "Scales")
        fields_panel, preview_panel = QWidget(self), QWidget(self)
        left, right = QVBoxLayout(fields_panel), QVBoxLayout(preview_panel)
        left.setContentsMargins(0, 0, 0, 0)
        right.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(UNIT)
        right.setSpacing(UNIT // 2)
        left.addLayout(self._naming())
        left.addWidget(self._name_note)
        left.addLayout(self._choosing())
        left.addWidget(self._pages, 1)
        words = ui_words()
        right.addWidget(PlainLabel(f"{words.likelihood} ↑   {words.impact} →", self))
        right.addWidget(self._matrix, 1)
        right.addWidget(self._brushes)
        for area in self._areas:
            self._pages.addWidget(area)
        beside = QHBoxLayout()
        beside.setSpacing(3 * UNIT)
        beside.addWidget(fields_panel, 5)
        beside.addWidget(preview_panel, 4)
        self.read_columns(fields_panel, preview_panel)
        below = QHBoxLayout()
        below.setSpacing(UNIT)
        below.addWidget(self._begin)
        below.addWidget(self._correcting)
        below.addStretch(1)
        below.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        layout.setSpacing(2 * UNIT)
        layout.addLayout(beside, 1)
        layout.addLayout(below)
        self.yes.setDefault(True)
        self.resize(*_SIZE)

    def _naming(self) -> QHBoxLayout:
        layout = QHBoxLayout()
        layout.setSpacing(UNIT)
        label = PlainLabel(self.tr("&Name:"), self)
        label.setBuddy(self._name.fields[0])
        layout.addWidget(label)
        for field in self._name.fields:
            layout.addWidget(field, 1)
        self.begin_at(self._name.fields[0])
        return layout

    def _choosing(self) -> QHBoxLayout:
        """Return the row of buttons that switch between the pages."""
        words, layout = ui_words(), QHBoxLayout()
        layout.setSpacing(UNIT // 2)
        for place, text in enumerate((words.likelihood, words.impact, self.tr("Bands"))):
            button = QPushButton(text, self)
            stand_for_one(button)
            button.setAutoDefault(False)
            button.setProperty("plain", text)
            self._tabs.addButton(button, place)
            layout.addWidget(button)
        layout.addStretch(1)
        self._tabs.button(0).setChecked(True)
        return layout

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._begin.chosen.connect(self.begin_from)
        self._tabs.idClicked.connect(self._pages.setCurrentIndex)
        for part in self._parts:
            part.changed.connect(self._follow)
        self._likelihood.moved.connect(partial(self._move_level, "likelihood"))
        self._impact.moved.connect(partial(self._move_level, "impact"))
        self._bands.inserted.connect(lambda place: self._show_bands(self._whole.with_band(place)))
        self._bands.removed.connect(lambda place: self._show_bands(self._whole.without_band(place)))
        self._brushes.chosen.connect(self._matrix.paint_with)
        self._matrix.painted.connect(self._paint)

    def _painted(self, row: int, column: int) -> int:
        """The band painted on a cell of the table; for a new row or column, that of the nearest cell."""
        line = self._table[min(row, len(self._table) - 1)]
        return line[min(column, len(line) - 1)]

    def _move_level(self, half: str, at: int, to: int) -> None:
        self._table = with_moved_level(self._table, half, at, to)

    @property
    def _whole(self) -> ScaleDraft:
        """The draft with what is painted on levels that were removed, too."""
        return replace(self.draft, table=self._table)

    def _show_bands(self, draft: ScaleDraft) -> None:
        self._table = draft.table
        with QSignalBlocker(self._bands):
            self._bands.show_bands(draft.rule, draft.bands, draft.tolerance)
        self._follow()

    def _paint(self, likelihood: int, impact: int, place: int) -> None:
        # Levels that were removed keep what is painted on them, too: they may be added again.
        height = max(len(self._table), len(self._likelihood.levels()))
        width = max(len(self._table[0]), len(self._impact.levels()))
        rows = [[self._painted(row, column) for column in range(width)] for row in range(height)]
        rows[likelihood - 1][impact - 1] = place
        self._table = tuple(map(tuple, rows))
        self._follow()

    def _follow(self) -> None:
        """Update the matrix and the messages after an edit."""
        draft = self.draft
        # A table begins with the bands of the scores, but not of a rule that the user only passes in the choice.
        if draft.rule is not Rule.TABLE and draft.rule is self._matrix.draft.rule:
            self._table = ScaleDraft.of(draft.scale).table
        self._matrix.show_draft(draft)
        scale = self._matrix.scale
        shades = [scale.shade(place) for place in range(len(draft.bands))]
        self._bands.follow([place / max(1, len(shades) - 1) for place in range(len(shades))])
        self._brushes.setVisible(draft.rule is Rule.TABLE)
        self._brushes.show_bands([ui_text(band.name) for band in draft.bands], shades)
        self._tell(draft)

    def _tell(self, draft: ScaleDraft) -> None:
        """Show each fault beside its field, and the numbers of errors on the pages."""
        faults, texts = draft.faults, dict[tuple[str, int], str]()
        for fault in faults:
            part = "band" if fault.part == "start" else fault.part
            texts.setdefault((part, fault.place), sentence(fault.problem))
        for place, reason in self._alike(draft):
            texts.setdefault(("band", place), reason)
        for teller in (self._name_note.tell, self._name.describe):
            teller(texts.get(("name", 0), ""))
        for part, page in (("likelihood", self._likelihood), ("impact", self._impact), ("band", self._bands)):
            for place in range(page.rows):
                page.tell(place, texts.get((part, place), ""))
        self._bands.tell_of_table(texts.get(("table", 0), ""))
        wrong = [fault for fault in faults if not fault.hint]
        self._correcting.tell(wrong)
        self.yes.setEnabled(not wrong and not self._workbench.read_only)
        self._begin.saving.setEnabled(not wrong)

    def _alike(self, draft: ScaleDraft) -> list[tuple[int, str]]:
        """The bands whose colour can hardly be told from a lower band's, with a sentence that says so."""
        grounds = [band_colour(self._matrix.scale.shade(place)) for place in range(len(draft.bands))]
        text = self.tr("Its colour can hardly be told from that of “{name}”.")
        return [(above, text.format(name=ui_text(draft.bands[below].name))) for below, above in alike(grounds)]
