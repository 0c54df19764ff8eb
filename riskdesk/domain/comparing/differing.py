"""Which fields of two items that are the same hold other values, and which of both is usually wanted."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from riskdesk.domain.comparing.comparison import CATEGORY, Choice, Difference
from riskdesk.domain.comparing.sameness import is_empty, lines_lacking, same
from riskdesk.domain.fields import FIELDS, FieldType
from riskdesk.domain.records import kind_name
from riskdesk.domain.values import Category, Mitigation, Register, Risk

# A scale is put in force by an action of its own, and what counts the references is no matter of a file.
_TYPES_LEFT_OUT = (FieldType.SCALE, FieldType.NUMBER)
# References are given for life, so that another one is taken only where somebody says so.
REFERENCE = frozenset(["reference"])


@dataclass(frozen=True)
class Differing:
    """A comparer of two items that are the same, which gives the fields that differ.

    `filled_fields` are the fields, by kind, that the file says anything of. What is empty in the file differs only
    there, since elsewhere the file has no place for it, but where it was sent.
    """

    filled_fields: Collection[tuple[str, str]]

    def fields(
        self, name: str, here: Any, incoming: Any, base: Any, *, own: bool, kept_fields: Collection[str] = REFERENCE
    ) -> Iterator[Difference]:
        """The fields of an item, called `name` in keys, that differ; with a `base`, as far as the file changed them.

        In a file that is not our `own`, the note is what stood beside other fields: its lines are added to the note
        there is. What `kept_fields` hold is usually kept.
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
        """The difference of one field, if there is one; `sent` tells that there is a base."""
        if same(here, incoming) or (sent and same(base, incoming)):
            return
        changed_here = sent and not same(base, here)
        usual = Choice.KEEP if keeps or is_empty(incoming) or changed_here else Choice.TAKE
        yield Difference(key, field, here, incoming, usual, base, changed_here)

    def category(
        self, name: str, here: Category, incoming: Category, base: Category | None, *, whole: bool
    ) -> Iterator[Difference]:
        """The difference of a risk that stands in another category in the file, which a blank title does not tell.

        It usually moves where the `whole` entry does, as else it would leave its mitigations behind.
        """
        if is_empty(incoming.title) or (base is not None and same(base.title, incoming.title)):
            return
        changed_here = base is not None and base.id != here.id
        usual = Choice.TAKE if whole and not changed_here else Choice.KEEP
        base_title = None if base is None else base.title
        yield Difference(f"{name}/{CATEGORY}", CATEGORY, here.title, incoming.title, usual, base_title, changed_here)


def filled_fields(values: Collection[Register | Category | Risk | Mitigation]) -> set[tuple[str, str]]:
    """The fields, by kind, that any of some values has."""
    return {
        (kind, name)
        for value in values
        for kind in (kind_name(type(value)),)
        for name in FIELDS[kind]
        if not is_empty(getattr(value, name))
    }


def _with_lines(note: str, more: str) -> str:
    return "\n".join([*note.splitlines(), *lines_lacking(note, more)]) if lines_lacking(note, more) else note
