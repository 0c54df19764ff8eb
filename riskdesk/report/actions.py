"""The line below each mitigation in the working register: who is responsible, until when, and its state."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from riskdesk.domain.fields import DETAILS, Field, FieldType
from riskdesk.domain.language import NBSP
from riskdesk.domain.terms import terms
from riskdesk.domain.values import Mitigation, Register
from riskdesk.report.cell import NOTHING
from riskdesk.report.columns import short_value
from riskdesk.report.text import Type, is_blank


@dataclass(frozen=True, slots=True)
class Actions:
    """The line below a mitigation, made of the columns that are shown."""

    register: Register
    shown: Collection[str]

    def parts(self, mitigation: Mitigation) -> Iterator[str]:
        """The parts of the line that have a value."""
        for code, field in DETAILS.items():
            text = short_value(self.register.language, field, getattr(mitigation, field.name))
            if code in self.shown and not is_blank(text):
                yield self._named(field, text)

    def _named(self, field: Field, text: str) -> str:
        term = terms(self.register.language)
        if field.type is FieldType.PERSON:
            return term.action_owner.format(name=text)
        # Where no line may be as long as the part, in Word or a narrow column, its day stays whole.
        return term.due.format(date=text.replace(" ", NBSP)) if field.type is FieldType.DATE else text


def action_text(parts: Sequence[str], type_: Type, width: float) -> str:
    """The line, empty if it has no parts; a part that fits on one line is not broken."""
    return joined([_unbroken(part, type_, width) for part in parts])


def joined(parts: Sequence[str]) -> str:
    """The line of these parts; for screen readers, a dash separates it from the text of the mitigation."""
    return f"{NOTHING}{NBSP}{f'{NBSP}· '.join(parts)}" if parts else ""


def _unbroken(text: str, type_: Type, width: float) -> str:
    """Text that stays on one line if it fits on one."""
    return text.replace(" ", NBSP) if type_.width(f"{NOTHING}{NBSP}{text}{NBSP}·") <= width else text
