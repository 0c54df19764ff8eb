"""The inspector: follows the selection, and makes an action of each field that is edited."""

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from riskdesk.desk import find, scales
from riskdesk.desk.drafts import Draft
from riskdesk.desk.edits import edit
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.records import kind_name
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Mitigation, Register, Risk
from riskdesk.kit.theme import STEP
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector.page import Page
from riskdesk.ui.inspector.pages import BarePage, MitigationPage, RegisterPage, RiskPage

Subject = Register | Risk | Mitigation
AnyPage = TypeVar("AnyPage", bound=Page)


class Inspector(QStackedWidget):
    """Shows the selected risk or mitigation, else the register; several selected bullets are only counted."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._subject: Subject | None = None
        self._areas: dict[Page, QScrollArea] = {}
        self.setAccessibleName(self.tr("Inspector"))
        self.setMinimumWidth(32 * STEP)
        workbench.selected.connect(self._on_selected)
        workbench.opened.connect(self._refresh)
        workbench.stepped.connect(self._on_stepped)
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(40 * STEP, 60 * STEP)

    def commit(self) -> None:
        """Make an action of what stands in a field and was not left yet."""
        for page in self._areas:
            page.commit()

    def draft(self) -> Draft | None:
        """The text that is typed in a field and not committed yet; None where none is."""
        register, subject = self._workbench.register_id, self._subject
        area = self.currentWidget()
        page = next((page for page in self._areas if self._areas[page] is area), None)
        typed = page.typed() if page else None
        if register is None or subject is None or typed is None:
            return None
        field, text = typed
        return Draft(register=register, kind=kind_name(type(subject)), text=text, id=subject.id, field=field)

    def _page(self, kind: type[AnyPage]) -> AnyPage:
        """The page of a kind, made when it is first wanted."""
        made = next((page for page in self._areas if type(page) is kind), None)
        if made is None:
            made = kind()
            made.edited.connect(self._on_edited)
            self._areas[made] = self._scrolling(made)
            self.addWidget(self._areas[made])
        return made

    def _scrolling(self, page: Page) -> QScrollArea:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _on_selected(self) -> None:
        # What stands in a field belongs to what is shown still.
        self.commit()
        self._refresh()

    def _on_stepped(self, _step: Step) -> None:
        self._refresh()

    def _on_edited(self, name: str, value: object) -> None:
        if self._subject is None:
            return
        if name == "scale" and isinstance(self._subject, Register):
            value = scales.profile(str(value), self._subject.language)
        self._workbench.run(edit(type(self._subject), self._subject.id, **{name: value}))
        # A value that was refused gives way to the one that is stored, but no text is lost to a full disk.
        self._refresh()
        page = self.sender()
        if isinstance(self._workbench.failure, FileProblem) and isinstance(page, Page) and isinstance(value, str):
            page.retype(name, value)

    def _refresh(self) -> None:
        tree = self._workbench.tree()
        if tree is None:
            self._subject = None
            self._show_words(self.tr("Nothing is open."))
            return
        bullets = _bullets(tree, set(self._workbench.selection))
        if len(bullets) > 1:
            self._subject = None
            told = self.tr("Choose one risk or mitigation to see its fields.")
            self._show_words(self.tr("%n item(s) selected", "", len(bullets)), told)
        else:
            self._show_subject(tree, bullets[0] if bullets else tree.register)

    def _show_words(self, head: str, text: str = "") -> None:
        page = self._page(BarePage)
        page.show_head(head, text)
        self._show(page)

    def _show_subject(self, tree: RegisterTree, subject: Subject) -> None:
        self._subject = subject
        page: Page
        if isinstance(subject, Register):
            page = self._page(RegisterPage)
            page.show_register(subject)
        elif isinstance(subject, Risk):
            page = self._page(RiskPage)
            page.show_risk(subject, tree.register.scale, find.owners(tree))
        else:
            page = self._page(MitigationPage)
            page.show_mitigation(subject, find.owners(tree))
        self._show(page)

    def _show(self, page: Page) -> None:
        page.setEnabled(not self._workbench.read_only)
        area = self._areas[page]
        self.setCurrentWidget(area)
        first = next(iter(page.fields.values()), None)
        self.setFocusProxy(first if isinstance(first, QWidget) else area)


def _bullets(tree: RegisterTree, chosen: set[str]) -> list[Risk | Mitigation]:
    return [item for item in tree.items if item.id in chosen and isinstance(item, Risk | Mitigation)] if chosen else []
