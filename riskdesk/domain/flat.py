"""A register as one table: a line for each risk and the mitigation beside it, with their identities.

An entry has as many lines as its longer side. The fields of the register are in the first line. The table has all but
what is kept beside the categories: print sets, saved views, waivers and snapshots.
"""

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import Any, TypeAlias

from riskdesk.domain.fields import FIELDS, Field, FieldType
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.label import Label
from riskdesk.domain.language import Words, words
from riskdesk.domain.listing import LISTED, RowKind
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.scale_record import scale_record
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Language, Mitigation, Register, Risk

Value: TypeAlias = str | int | datetime.date | None
# Worked out from the levels for readers; ignored when the table is read back.
_WORKED_OUT = {"score": "assessment", "band": "assessment", "residual_score": "residual", "residual_band": "residual"}


@dataclass(frozen=True, slots=True)
class FlatColumn:
    """A column: the kind of value and its field, or its identity where `field` is None."""

    kind: str
    label: Label
    field: Field | None = None

    @property
    def name(self) -> str:
        return "id" if self.field is None else self.field.name

    @property
    def worked_out(self) -> bool:
        """Whether it follows from other columns."""
        return self.kind == "risk" and self.name in _WORKED_OUT


def heads(language: Language) -> list[str]:
    """The head of each column."""
    return [column.label.text(language) for column in FLAT]


def lines(tree: RegisterTree, language: Language) -> Iterator[list[Value]]:
    """The lines of a register, a value for each column; choices and bands in words of a language, scales as JSON."""
    register: Register | None = tree.register
    tell = partial(_line, tree.register.scale, words(language))
    for category in tree.categories:
        for entry in category.entries or (None,):
            for risk, mitigation in _pairs(entry):
                values = {"register": register, "category": category.category, "risk": risk, "mitigation": mitigation}
                yield tell(values | {"entry": entry and entry.entry})
                register = None
    if register is not None:
        yield tell({"register": register})


def _pairs(entry: EntryTree | None) -> Iterator[tuple[Risk | None, Mitigation | None]]:
    if entry is None or not (entry.risks or entry.mitigations):
        yield None, None
    else:
        yield from zip_longest(entry.risks, entry.mitigations)


def _line(scale: Scale, wording: Words, values: dict[str, Any]) -> list[Value]:
    return [_cell(column, values.get(column.kind), scale, wording) for column in FLAT]


def _cell(column: FlatColumn, value: Any, scale: Scale, wording: Words) -> Value:
    if value is None:
        return None
    if column.worked_out:
        return _assessed(column.name, getattr(value, _WORKED_OUT[column.name]), scale, wording)
    content: Value | Scale = getattr(value, column.name)
    if isinstance(content, Scale):
        return json.dumps(scale_record(content), ensure_ascii=False, separators=(",", ":"))
    is_code = column.field is not None and column.field.type is FieldType.CHOICE
    return wording.value(column.field, content) if is_code and column.field else content


def _assessed(name: str, assessment: Assessment, scale: Scale, wording: Words) -> Value:
    if name.endswith("score"):
        return scale.score(assessment)
    band = scale.band(assessment)
    return band.name.text(wording.language) if band else None


def _columns() -> Iterator[FlatColumn]:
    fields = LISTED[RowKind.RISK]
    for name in ("category", *(other for other in fields if other not in ("category", "mitigations"))):
        if name == "category":
            yield FlatColumn("category", VALUE_KINDS["category"].label, FIELDS["category"]["title"])
        else:
            yield FlatColumn("risk", _label("risk", fields[name]), fields[name])
    for field in FIELDS["mitigation"].values():
        yield FlatColumn("mitigation", _label("mitigation", field), field)
    for kind in ("category", "entry", "risk", "mitigation"):
        yield FlatColumn(kind, _of(kind, Label("identity", "identité")))
    for field in FIELDS["register"].values():
        yield FlatColumn("register", _of("register", field.label.in_sentence), field)
    yield FlatColumn("register", _of("register", Label("identity", "identité")))


def _label(kind: str, field: Field) -> Label:
    """The label of a field where fields of risks and mitigations are side by side."""
    if field.name == "description":
        return VALUE_KINDS[kind].label
    own = field.full_label
    if kind == "mitigation" and any(own == other.label for other in FIELDS["risk"].values()):
        return _of(kind, own.in_sentence)
    return own


def _of(kind: str, label: Label) -> Label:
    of = VALUE_KINDS[kind].label
    return Label(f"{of.en}: {label.en}", f"{of.fr}\u00a0: {label.fr}")


FLAT = tuple(_columns())
