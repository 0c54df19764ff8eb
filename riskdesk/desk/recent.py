"""Recent changes of a register for a workbook: each field with time, person, and values before and after."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from riskdesk.desk.item_names import Names
from riskdesk.desk.session import Session
from riskdesk.domain.conflict import WORKED_OUT
from riskdesk.domain.fields import FIELDS, FieldType, field_label
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.moments import in_zone
from riskdesk.domain.records import Record
from riskdesk.domain.sheet_change import SheetChange
from riskdesk.domain.step import Change, Step
from riskdesk.domain.telling import Telling, record_name
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.store.history import History

DAYS = 30
# With more, a workbook would be mostly changes.
_MOST_STEPS = 2_000
_SINCE = Label("Changes since {day}, newest first", "Modifications depuis le {day}, les plus récentes d’abord")
_CAME, _WENT, _MOVED = Label("Added", "Ajout"), Label("Deleted", "Suppression"), Label("Moved", "Déplacement")
_SHOWN_KINDS = {"category", "risk", "mitigation", "register"}
_HIDDEN_TYPES = (FieldType.LISTING, FieldType.SCALE, FieldType.COLUMNS, FieldType.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Recent:
    """A reader of the recent changes of a register, up to a day, which may be called in any thread."""

    history: History
    tree: RegisterTree
    as_of: datetime.date

    @classmethod
    def of(cls, session: Session, tree: RegisterTree, as_of: datetime.date) -> "Recent":
        return cls(session.history, tree, as_of)

    @property
    def since(self) -> datetime.date:
        return self.as_of - datetime.timedelta(days=DAYS)

    def since_and_changes(self, language: Language) -> tuple[str, list[SheetChange]]:
        """The beginning of the period in words, and the changes in it."""
        day = words(language).date(self.since)
        return _SINCE.text(language).format(day=day), list(self._changes(language))

    def _changes(self, language: Language) -> Iterator[SheetChange]:
        with self.history.apart() as journal:
            heads, _ = journal.of_register(self.tree.register.id, most=_MOST_STEPS)
            steps = journal.short(head.number for head in heads if in_zone(head.at).date() >= self.since)
        telling = _Words(self.tree, language)
        for step in reversed(steps):
            yield from telling.of(step)


class _Words:
    def __init__(self, tree: RegisterTree, language: Language) -> None:
        self._language, self._scale = language, tree.register.scale
        self._names = Names(tree)
        # Only values are needed, which have no sentences to translate.
        self._telling = Telling(self._language, lambda _, text: text)

    def of(self, step: Step) -> Iterator[SheetChange]:
        at = in_zone(step.at).replace(tzinfo=None, microsecond=0)
        for change in step.changes:
            if change.kind in _SHOWN_KINDS:
                for field, before, after in self._edits(change):
                    yield SheetChange(at, step.who, self._item(change), field, before, after)

    def _item(self, change: Change) -> str:
        """The changed item: its kind with its reference or text."""
        record = self._names.record(change.kind, change.id) or change.after or change.before or {}
        kind = VALUE_KINDS[change.kind].label.text(self._language)
        return " ".join(filter(None, (kind, record_name(change.kind, record))))

    def _edits(self, change: Change) -> Iterator[tuple[str, str, str]]:
        """The lines for a change: each field with its values in words; one line for an added or deleted item."""
        if change.before is None or change.after is None:
            whole = _CAME if change.before is None else _WENT
            yield whole.text(self._language), self._text(change.before), self._text(change.after)
            return
        if VALUE_KINDS[change.kind].parent in change.edited:
            yield _MOVED.text(self._language), "", ""
        for name, field in FIELDS[change.kind].items():
            if name in change.after and name not in WORKED_OUT and field.type not in _HIDDEN_TYPES:
                before, after = (
                    self._value(change.kind, name, record.get(name)) for record in (change.before, change.after)
                )
                yield field_label(change.kind, name).text(self._language), before, after

    def _text(self, record: Record | None) -> str:
        return str((record or {}).get("description") or (record or {}).get("title") or "")

    def _value(self, kind: str, name: str, value: object) -> str:
        return self._telling.value(kind, name, value, self._scale)
