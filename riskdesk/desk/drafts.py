"""Text that was typed and is not an action yet: kept beside the store's backups, offered once after a crash."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from riskdesk.desk import categories, entries, mitigations, risks
from riskdesk.desk.action import Action
from riskdesk.desk.edits import edit
from riskdesk.domain.names import field_name
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, InputProblem
from riskdesk.domain.records import KINDS, parent_field
from riskdesk.domain.tree import Item, RegisterTree, grow
from riskdesk.domain.values import Category, Entry, Mitigation, Risk, Value
from riskdesk.files import make_folder, write_atomically
from riskdesk.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text for a field of the value `id`; where that is empty, for a new value of the kind at a place of `parent`.

    A new risk or mitigation of a `new_entry` has the category for its parent.
    """

    register: str
    kind: str
    text: str
    id: str = ""
    field: str = "description"
    parent: str = ""
    place: int = 0
    new_entry: bool = False

    @property
    def is_text(self) -> bool:
        """Whether the field holds any text; a date, for one, cannot hold all that is typed for it."""
        return any(field.name == self.field and field.type is str for field in fields(KINDS[self.kind]))

    def action(self) -> Action:
        """What writes the text to the store; InputProblem where the field holds no text."""
        if self.id:
            written = edit(KINDS[self.kind], self.id, **{self.field: self.text})
            return written if self.is_text else replace(written, work=self._refuse)
        if self.kind == "category":
            return categories.add(self.parent, self.place, self.text)
        if self.new_entry:
            column = "risks" if self.kind == "risk" else "mitigations"
            return entries.add(self.parent, self.place, **{column: [self.text]})
        add = risks.add if self.kind == "risk" else mitigations.add
        return add(self.parent, [self.text], self.place)

    def within(self, tree: RegisterTree) -> RegisterTree:
        """A register as it will be with the text in it; as it is where the text is for another one."""
        values: dict[str, Value] = {value.id: value for value in tree.values}
        if tree.register.id != self.register or (self.id and (self.id not in values or not self.is_text)):
            return tree
        if self.id:
            told: dict[str, Any] = {self.field: self.text}
            values[self.id] = replace(values[self.id], **told)
        for new in () if self.id else self._new():
            parent = parent_field(type(new))
            assert parent is not None, "a register is not typed"
            for value in values.values():
                if type(value) is type(new) and getattr(value, parent) == getattr(new, parent):
                    values[value.id] = replace(value, position=value.position + (value.position >= new.position))
            values[new.id] = new
        return grow(values.values())

    def _refuse(self, _tx: Transaction) -> None:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "“{typed}” cannot be stored ({field}): copy it, and type it there as it has to be."
            ),
            typed=self.text,
            field=field_name(self.field),
        )

    def _new(self) -> Iterator[Item]:
        """The values that the text brings with it, parents before children."""
        parent, place = self.parent, self.place
        if self.kind == "category":
            yield Category(register=parent, position=place, title=self.text)
            return
        if self.new_entry:
            entry = Entry(category=parent, position=place)
            parent, place = entry.id, 0
            yield entry
        kind = Risk if self.kind == "risk" else Mitigation
        yield kind(entry=parent, position=place, description=self.text)


class Drafts:
    """The draft of one store, in a file of its own in a folder of the user's."""

    def __init__(self, folder: Path, store: str) -> None:
        self._file = folder / f"{store}.json"
        self._kept: Draft | None = None

    def keep(self, draft: Draft | None) -> None:
        """Keep what is being typed, if it is another text than before; None where nothing is.

        A folder that cannot be written to keeps nobody from typing.
        """
        if draft == self._kept:
            return
        self._kept = draft
        with suppress(FileProblem, OSError):
            if draft is None:
                self._file.unlink(missing_ok=True)
            else:
                make_folder(self._file.parent)
                write_atomically(self._file, json.dumps(asdict(draft), ensure_ascii=False).encode("utf-8"))

    def left(self) -> Draft | None:
        """What was being typed when the program ended by force; it is given once."""
        try:
            draft = Draft(**json.loads(self._file.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        with suppress(OSError):
            self._file.unlink()
        return draft
