"""Storing the text typed in the fields of an item: each text belongs to the item for which it was typed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeAlias

from PySide6.QtCore import QCoreApplication

from riskdesk.desk.drafts import Draft
from riskdesk.desk.edits import edit
from riskdesk.domain.conflict import Clash, Conflict
from riskdesk.domain.fields import field_label
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, Problem
from riskdesk.domain.records import kind_name, to_record
from riskdesk.domain.step import Step
from riskdesk.domain.text import short
from riskdesk.domain.values import Category, Mitigation, Register, Risk
from riskdesk.kit.fields import WrittenField
from riskdesk.kit.fields.date import example
from riskdesk.kit.popups import close_popups_of
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.pages.page import FormField

Subject: TypeAlias = Register | Category | Risk | Mitigation
FieldPlace: TypeAlias = tuple[str, str]


class Fields(Protocol):
    """A page as its editor needs it: the fields by their names."""

    fields: dict[str, FormField]


@dataclass(frozen=True)
class Refusal:
    """The refusal of a text by the store, and the number of steps before it."""

    problem: Problem
    steps: int


class PageEditor:
    """The editor of the item that a page shows (`bench.typing.Editor`); a place is the id of an item and a field."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self._typing = workbench.typing
        self._page: Fields | None = None
        self._subject: Subject | None = None
        self._register = ""
        self._on_hold: set[FieldPlace] = set()
        self._refusals: dict[FieldPlace, Refusal] = {}
        # Who has changed a field while another text was being typed in it.
        self._others: dict[FieldPlace, str] = {}
        self._steps = 0
        self._turned = False
        self._failed = False
        self._untried: Problem | None = None

    def turn_to(self, page: Fields, subject: Subject | None) -> None:
        """Show the fields of another item; unsaved text for the item before is held, and no choice of its is open."""
        if subject is None or self._subject is None or subject.id != self._subject.id:
            self.let_go()
            self._clear()
            self._page, self._register = page, self._workbench.register_id or ""
            self._turned = True
        self._subject = subject

    def give_back(self) -> None:
        """Put the texts held for the new item into its fields again, and show why they are not stored."""
        was_turned, self._turned = self._turned, False
        for place, text in self._held_texts() if was_turned else ():
            self._take_over(place, text)

    def take_over(self, draft: Draft) -> None:
        """Show a text that another editor holds for a field shown here, unless another text is typed in it."""
        place = draft.id, draft.field
        field = self._field(place)
        if field is not None and not self._turned and (place in self._on_hold or field.typed() in (None, draft.text)):
            self._take_over(place, draft.text)

    def leave_to_other(self, place: FieldPlace) -> None:
        """Show the stored value again, as another editor has stored or dropped the text that was shown here, too."""
        if place in self._on_hold:
            self._on_hold.discard(place)
            self._end(place)
            field = self._field(place)
            if field is not None:
                field.restore()

    def settle(self) -> None:
        """Update held texts that the user has edited, and release those whose fields show the stored value again."""
        # Called for each key typed, and few fields are held.
        for place, field in [pair for pair in self._fields() if pair[0] in self._on_hold and not self._turned]:
            text = field.typed()
            if text is None:
                self._end(place)
            else:
                self._typing.rewrite(*place, text)

    def commit(self) -> bool:
        """Store what is typed; False if that failed for any field."""
        self._failed, self._untried = False, None
        for place, field in list(self._fields()):
            refusal = self._refusals.get(place)
            if refusal is not None and field.reason and self._stands(refusal):
                self._untried = self._untried or refusal.problem
            else:
                field.commit()
            if self._turned or self._field(place) is not field:
                # Storing has led to another item; the texts of the item before are held.
                break
            if field.typed() is None:
                self._end(place)
        return not self._failed and not self.drafts()

    def drafts(self) -> list[Draft]:
        """The texts that are typed and not stored."""
        if self._subject is None:
            return []
        kind = kind_name(type(self._subject))
        return [
            Draft(register=self._register, kind=kind, text=text, id=identity, field=name)
            for (identity, name), field in self._fields()
            if (text := field.typed()) is not None
        ]

    def problem(self) -> Problem | None:
        """Why a text cannot be stored: it is no valid value, or it was refused and no step was taken since."""
        return next((problem for _, problem in self._faults()), self._untried)

    def field_of(self, problem: Problem) -> str | None:
        """The name of the field of the item shown whose text has this problem; None if there is none."""
        refused = [(place[1], self._refusals[place].problem) for place, _ in self._fields() if place in self._refusals]
        return next((name for name, other in (*self._faults(), *refused) if str(other) == str(problem)), None)

    def _faults(self) -> Iterator[tuple[str, Problem]]:
        """The names of fields whose text is no valid value, each with the problem to report."""
        for (_, name), field in self._fields():
            if isinstance(field, WrittenField) and field.is_dirty() and field.fault():
                yield (
                    name,
                    InputProblem(
                        QT_TRANSLATE_NOOP(
                            "Problem",
                            "“{typed}” is no date ({field} of {item}): write it like {example}, or clear the field.",
                        ),
                        typed=field.typed(),
                        field=field_label(kind_name(type(self._subject)), name).in_sentence,
                        item=_name(self._subject),
                        example=example(),
                    ),
                )

    def let_go(self) -> bool:
        """Hold the texts that could not be stored; they stay in the fields until these show another item."""
        for draft in self.drafts():
            self._on_hold.add((draft.id, draft.field))
            if self._typing.held_text(draft.id, draft.field) != draft.text:
                self._typing.hold(draft)
        return True

    def store(self, name: str, value: object) -> Problem | None:
        """Store the value of a field, or ask if another user has changed it meanwhile; return why it is not stored."""
        page, subject = self._page, self._subject
        if page is None or subject is None:
            return None
        place, kind = (subject.id, name), type(subject)
        action = edit(kind, subject.id, **{name: value})
        who = self._others.pop(place, None)
        if who is not None and value != getattr(subject, name):
            self._failed = True
            self._leave_to_question(place, page.fields[name])
            conflict = Conflict(who, (_clash(subject, name, value),))
            self._workbench.ask_about(conflict, action)
            return conflict
        problem = self._workbench.run_without_commit(action).problem
        if self._subject is not None and self._subject.id == subject.id:
            self._answer(place, page.fields[name], problem)
        return problem

    def follow(self, step: Step) -> None:
        """Note a step's changes to fields in which text is typed, before the step is shown."""
        self._steps += 1
        for draft in self._all_drafts():
            for change in step.changes:
                if change.id != draft.id:
                    continue
                if change.after is None:
                    self._return(draft)
                elif change.before is not None and draft.field in change.after:
                    self._others[draft.id, draft.field] = step.who

    def forget(self) -> None:
        """Drop everything, as another file is open."""
        self._clear()
        self._on_hold.clear()
        self._refusals.clear()
        self._others.clear()

    def _answer(self, place: FieldPlace, field: FormField, problem: Problem | None) -> None:
        """Let a field show the result of storing its value."""
        self._failed = self._failed or problem is not None
        if isinstance(problem, Conflict):
            self._leave_to_question(place, field)
            return
        if problem is None:
            field.restore()
        else:
            field.refuse(sentence(problem))
        if problem is not None and field.typed() is not None:
            self._refusals[place] = Refusal(problem, self._steps)
        else:
            self._end(place)

    def _leave_to_question(self, place: FieldPlace, field: FormField) -> None:
        """Show the stored value, as the user is being asked which of two texts to keep."""
        drafts = [draft for draft in self.drafts() if (draft.id, draft.field) == place]
        field.restore()
        self._end(place)
        for draft in drafts:
            self._typing.ask(draft)

    def _stands(self, refusal: Refusal) -> bool:
        """Whether the store would refuse the text again: no step was taken since."""
        return isinstance(refusal.problem, InputProblem) and refusal.steps == self._steps

    def _return(self, draft: Draft) -> None:
        """Offer a text to the user whose item is gone."""
        place = draft.id, draft.field
        field = self._field(place)
        if field is not None:
            field.restore()
        self._end(place)
        self._typing.offer(draft)

    def _end(self, place: FieldPlace) -> None:
        """Stop holding a text for a field."""
        # Otherwise the text belongs to another editor, such as the sheet.
        is_mine = place in self._on_hold
        self._on_hold.discard(place)
        if is_mine:
            self._typing.release(*place)
        self._refusals.pop(place, None)
        self._others.pop(place, None)

    def _clear(self) -> None:
        """Show the stored values in all fields of the page, without releasing texts that are held."""
        fields, self._subject = [field for _, field in self._fields()], None
        close_popups_of(fields)
        for field in fields:
            field.restore()

    def _take_over(self, place: FieldPlace, text: str) -> None:
        """Show a held text in its field, with the reason why it is not stored."""
        field = self._field(place)
        if not isinstance(field, WrittenField):
            return
        self._on_hold.add(place)
        if field.typed() != text:
            field.retype(text)
        refusal = self._refusals.get(place)
        fault = sentence(refusal.problem) if refusal else field.fault()
        field.refuse(fault or QCoreApplication.translate("Inspector", "Not saved yet."))

    def _all_drafts(self) -> list[Draft]:
        """The texts typed here, and those held that were typed here."""
        held = [draft for draft in self._typing.drafts() if (draft.id, draft.field) in self._on_hold]
        return list({(draft.id, draft.field): draft for draft in (*held, *self.drafts())}.values())

    def _held_texts(self) -> Iterator[tuple[FieldPlace, str]]:
        if self._subject is not None:
            for name, text in self._typing.text_of(self._subject.id).items():
                yield (self._subject.id, name), text

    def _fields(self) -> Iterator[tuple[FieldPlace, FormField]]:
        if self._page is not None and self._subject is not None:
            for name, field in self._page.fields.items():
                yield (self._subject.id, name), field

    def _field(self, place: FieldPlace) -> FormField | None:
        """The field of a place; None if another item is shown."""
        return dict(self._fields()).get(place)


def _clash(subject: Subject, name: str, value: Any) -> Clash:
    own_values: dict[str, Any] = {name: value}
    theirs, own = to_record(subject)[name], to_record(replace(subject, **own_values))[name]
    return Clash(kind_name(type(subject)), subject.id, name, theirs, own)


def _name(subject: Subject | None) -> str:
    """The name of an item in a sentence: its reference or the beginning of its text."""
    if isinstance(subject, Risk) and subject.reference:
        return subject.reference
    text = subject.description if isinstance(subject, Risk | Mitigation) else subject.title if subject else ""
    return short(text)
