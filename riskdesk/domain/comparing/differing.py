"""Finds the fields that differ between two items that are the same, and the usual choice for each."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from riskdesk.domain.comparing.comparison import CATEGORY, Choice, Difference
from riskdesk.domain.comparing.sameness import is_empty, lines_lacking, same
from riskdesk.domain.fields import FIELDS, FieldType
from riskdesk.domain.records import kind_name
from riskdesk.domain.values import Category, Mitigation, Register, Risk

# A scale is changed by an action of its own, and a file does not decide on the numbering of references.
_TYPES_LEFT_OUT = (FieldType.SCALE, FieldType.NUMBER)
# References never change, unless the user says so.
REFERENCE = frozenset(["reference"])


@dataclass(frozen=True)
class Differing:
    """Compares the fields of two items that are the same.

    `filled_fields` are the fields, by kind, that the file fills in any item. Other fields are no differences, as the
    file has no column for them, unless they were sent.
    """

    filled_fields: Collection[tuple[str, str]]

    def fields(
        self, name: str, here: Any, incoming: Any, base: Any, *, own: bool, kept_fields: Collection[str] = REFERENCE
    ) -> Iterator[Difference]:
        """The fields of an item that differ; with a `base`, only those that the file changed.

        `name` is that of the item in keys. Unless the file is our `own`, the lines of its note are added to the note
        of the register, as they come from other columns. Values of `kept_fields` are usually kept.
        """
        kind = kind_name(type(here))
        for field in FIELDS[kind].values():
            if field.type in _TYPES_LEFT_OUT:
                continue
            values: list[Any] = [None if item is None else getattr(item, field.name) for item in (here, incoming, base)]
            if field.name == "note" and not own:
                values[1] = _with_lines(values[0], values[1])
            if not is_empty(values[1]) or (kind, field.name) in self.filled_fields or base is not None:
                keeps = field.name in kept_fields and not is_empty(values[0])
                yield from self._difference(
                    f"{name}/{field.name}", field.name, *values, sent=base is not None, keeps=keeps
                )

    def _difference(
        self, key: str, field: str, here: Any, incoming: Any, base: Any, *, sent: bool, keeps: bool
    ) -> Iterator[Difference]:
        """The difference of one field, if there is one; `sent` is true if there is a base."""
        if same(here, incoming) or (sent and same(base, incoming)):
            return
        changed_here = sent and not same(base, here)
        usual = Choice.KEEP if keeps or is_empty(incoming) or changed_here else Choice.TAKE
        yield Difference(key, field, here, incoming, usual, base, changed_here)

    def category(
        self, name: str, here: Category, incoming: Category, base: Category | None, *, whole: bool
    ) -> Iterator[Difference]:
        """The difference of a risk in another category; none if the title in the file is blank.

        It is usually taken if the `whole` entry moves; else the risk would leave its mitigations behind.
        """
        if is_empty(incoming.title) or (base is not None and same(base.title, incoming.title)):
            return
        changed_here = base is not None and base.id != here.id
        usual = Choice.TAKE if whole and not changed_here else Choice.KEEP
        base_title = None if base is None else base.title
        yield Difference(f"{name}/{CATEGORY}", CATEGORY, here.title, incoming.title, usual, base_title, changed_here)


def filled_fields(values: Collection[Register | Category | Risk | Mitigation]) -> set[tuple[str, str]]:
    """The fields, as pairs of kind and name, that any of the values has."""
    return {
        (kind, name)
        for value in values
        for kind in (kind_name(type(value)),)
        for name in FIELDS[kind]
        if not is_empty(getattr(value, name))
    }


def _with_lines(note: str, more: str) -> str:
    return "\n".join([*note.splitlines(), *lines_lacking(note, more)]) if lines_lacking(note, more) else note
