"""Synchronizes the fields of a page with other editors that show the same text."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from riskdesk.desk.drafts import Draft
from riskdesk.domain.values import Language
from riskdesk.kit.fields import WrittenField
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.pages.page import PROSE
from riskdesk.ui.pages.writing import PageEditor


class Shared(QObject):
    """The part of a page that keeps its fields in step with other editors of the same text.

    It has a `writing`, shows text of other editors in the fields, and reports changes in them to `Typing`.
    """

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self.writing = PageEditor(workbench)
        self._typing = workbench.typing
        self._typing.draft_held.connect(self._on_held)
        self._typing.released.connect(self._on_released)

    def watch(self, fields: Iterable[object], language: Callable[[], Language | None]) -> None:
        """Watch the text and notes of fields; `language` returns that of prose, whose spelling is checked."""
        for field in fields:
            if isinstance(field, WrittenField):
                field.noted.connect(self._on_noted)
            if isinstance(field, QLineEdit | QPlainTextEdit):
                field.textChanged.connect(self._on_typed)
                if field.property(PROSE):
                    self._typing.add_prose(field, language)

    def _on_held(self, draft: Draft) -> None:
        if self._typing.held_text(draft.id, draft.field) == draft.text:
            self.writing.take_over(draft)

    def _on_released(self, item: str, field: str) -> None:
        self.writing.leave_to_other((item, field))

    def _on_noted(self, reason: str) -> None:
        self.writing.settle()
        self._typing.note_changed(may_be_more=bool(reason))

    def _on_typed(self) -> None:
        self.writing.settle()
        self._typing.note_changed()
