"""The wishes of the user for an import: answers, and the meaning of tables and columns."""

import json
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from riskdesk.desk.import_files import UserAnswers
from riskdesk.domain.importing.messages import Question
from riskdesk.domain.importing.result import Import, RegionRead
from riskdesk.domain.importing.words.fields import Field
from riskdesk.kit.settings import Setting, Settings

# The fields of columns by the shape of their heads: a list of pairs as JSON, the latest at the end.
SHAPES = Setting("import/shapes", str, "[]")
_MOST_SHAPES = 60


class Wishes(QObject):
    """The wishes of the user for an import: answers to questions, roles of tables, and fields of columns.

    Columns begin with the fields that the user chose for the same heads before. `changed` is emitted when
    `user_answers()` change.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._answers: dict[str, str] = {}
        self._roles: dict[int, str] = {}
        self._shapes = _kept_shapes(settings)
        # The shapes whose fields were chosen or forgotten here.
        self._changed_shapes: set[str] = set()
        self._questions: dict[str, Question] = {}

    def user_answers(self) -> UserAnswers:
        """All answers and choices so far, in the form that the import takes."""
        tables = [{"table": table, "role": role} for table, role in self._roles.items()]
        return UserAnswers({"tables": tables, "shapes": dict(self._shapes)}, self._answers.copy())

    def note(self, file_import: Import) -> None:
        """Add the questions of an import; earlier ones stay if they have an answer, so that it can be changed."""
        open_questions = {question.id: question for question in file_import.questions}
        stay = {
            key: question for key, question in self._questions.items() if key in open_questions or key in self._answers
        }
        self._questions = stay | open_questions

    @property
    def questions(self) -> list[Question]:
        """All questions, in the order in which they were first asked."""
        return list(self._questions.values())

    def answer_to(self, question: Question) -> str:
        """The answer of the user, else the default."""
        return self._answers.get(question.id, question.default)

    def answer(self, question: Question, text: str) -> None:
        """Set an answer; an empty one removes it."""
        text = text.strip()
        if text == self.answer_to(question):
            return
        if text:
            self._answers[question.id] = text
        else:
            self._answers.pop(question.id, None)
        self.changed.emit()

    def take_table_for(self, table: int, role: str) -> None:
        """Set the role of a table."""
        self._roles[table] = role
        self.changed.emit()

    def take_column_for(self, region: RegionRead, letter: str, field: str) -> None:
        """Set the field of a column, for all heads of that shape."""
        before = self._shapes.pop(region.shape, {})
        self._shapes[region.shape] = before | {letter: field}
        self._changed_shapes.add(region.shape)
        self.changed.emit()

    def guess_anew(self, region: RegionRead) -> None:
        """Forget the fields chosen for the columns of heads of that shape."""
        if self._shapes.pop(region.shape, None) is not None:
            self._changed_shapes.add(region.shape)
            self.changed.emit()

    def is_chosen(self, region: RegionRead) -> bool:
        """Whether the user chose fields for the columns, now or in an earlier import."""
        return region.shape in self._shapes

    def remember(self) -> None:
        """Save the chosen fields of columns in the settings, beside those that other windows have saved meanwhile."""
        others = [kept for kept in _kept_shapes(self._settings).items() if kept[0] not in self._changed_shapes]
        own = [chosen for chosen in self._shapes.items() if chosen[0] in self._changed_shapes]
        self._settings.set(SHAPES, json.dumps([*others, *own][-_MOST_SHAPES:], ensure_ascii=False))


def _kept_shapes(settings: Settings) -> dict[str, dict[str, str]]:
    """The fields of columns saved in the settings; empty if these cannot be read."""
    with suppress(ValueError, TypeError, AttributeError, RecursionError):
        shapes = json.loads(settings.latest(SHAPES))
        known = set(Field)
        return {
            str(shape): {str(column): field for column, field in columns.items() if field in known}
            for shape, columns in shapes
        }
    return {}
