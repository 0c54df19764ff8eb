"""Drafts: typed text that is not stored yet, kept in a private file of its own, and offered again after a crash."""

import errno
import json
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from riskdesk.desk import categories, entries, mitigations, risks
from riskdesk.desk.action import Action
from riskdesk.desk.edits import edit
from riskdesk.domain.fields import field_label
from riskdesk.domain.growing import grow
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, InputProblem
from riskdesk.domain.records import KINDS, parent_field
from riskdesk.domain.tree import Item, RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, Risk, Value
from riskdesk.files import keep_private, make_folder, read_bounded, set_aside, write_atomically
from riskdesk.part_files import clear_parts
from riskdesk.store.transaction import Transaction
from riskdesk.system import patiently

_log = logging.getLogger(__name__)
# Limits in bytes and in drafts, far more than anybody types; a larger file is neither written nor read.
_LARGEST = 16 * 2**20
_MOST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text for a field of the value `id`; if `id` is empty, for a new value of that kind at a place in `parent`.

    With `new_entry`, the new risk or mitigation is added in an entry of its own, and `parent` is the category.
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
        """Whether the field can hold any text; a date field, for one, cannot."""
        return not self.id or any(name == self.field and kind is str for name, kind in _fields(self.kind))

    def action(self) -> Action:
        """The action that stores the text; it raises InputProblem if the field cannot hold any text (`is_text`)."""
        if self.id:
            edit_action = edit(KINDS[self.kind], self.id, **{self.field: self.text})
            return edit_action if self.is_text else edit_action._replace(work=self._refuse)
        if self.kind == "category":
            return categories.add(self.parent, self.place, self.text)
        if self.new_entry:
            column = "risks" if self.kind == "risk" else "mitigations"
            return entries.add(self.parent, self.place, **{column: [self.text]})
        add = risks.add if self.kind == "risk" else mitigations.add
        return add(self.parent, [self.text], self.place)

    def within(self, tree: RegisterTree) -> RegisterTree:
        """A register with the text in it; unchanged if the draft is for another register, or its text does not fit."""
        # Imported here, as nothing is typed before the window is first painted.
        from riskdesk.domain.order import positions

        values: dict[str, Value] = {value.id: value for value in tree.values}
        if tree.register.id != self.register or (self.id and self.id not in values) or not self.is_text:
            return tree
        if self.id:
            field_values: dict[str, Any] = {self.field: self.text}
            values[self.id] = replace(values[self.id], **field_values)
        for new in () if self.id else self._new():
            parent = parent_field(type(new))
            assert parent is not None, "a register is not typed"
            inside = [
                sibling
                for sibling in values.values()
                if type(sibling) is type(new) and getattr(sibling, parent) == getattr(new, parent)
            ]
            inside.sort(key=attrgetter("position"))
            inside.insert(int(new.position), new)
            positions_before = [None if sibling is new else sibling.position for sibling in inside]
            values |= {
                sibling.id: replace(sibling, position=at)
                for sibling, at in zip(inside, positions(positions_before), strict=True)
            }
        return grow(values.values())

    def _refuse(self, _tx: Transaction) -> None:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "“{typed}” cannot be saved ({field}): copy it, and type it there as it has to be."
            ),
            typed=self.text,
            field=field_label(self.kind, self.field).in_sentence,
        )

    def _new(self) -> Iterator[Item]:
        """The new values for the text, parents before children."""
        parent, place = self.parent, self.place
        if self.new_entry:
            entry = Entry(category=parent, position=place)
            parent, place = entry.id, 0
            yield entry
        if self.kind == "category":
            yield Category(register=parent, position=place, title=self.text)
        else:
            kind = Risk if self.kind == "risk" else Mitigation
            yield kind(entry=parent, position=place, description=self.text)


class Drafts:
    """The drafts of one store, in a file of its own in a folder of the user."""

    def __init__(self, folder: Path, store: str) -> None:
        self._file = folder / f"{store}.json"
        self._last_written: list[Draft] | None = None

    def keep(self, drafts: Sequence[Draft]) -> bool:
        """Write the drafts to the file if they have changed; remove the file if there are none.

        False if that fails, which must not keep the user from typing; the next call tries again.
        """
        if list(drafts) == self._last_written:
            return True
        try:
            self._write(drafts)
        except (FileProblem, OSError):
            return False
        self._last_written = list(drafts)
        return True

    def left(self) -> list[Draft]:
        """The drafts that were left when the program ended; a file that cannot be read is set aside."""
        keep_private(self._file.parent)
        clear_parts(self._file.parent)
        try:
            return _read(read_bounded(self._file, _LARGEST))
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError, RecursionError):
            if aside := set_aside(self._file):
                _log.warning("drafts that cannot be read are kept in %s", aside)
            return []

    def _write(self, drafts: Sequence[Draft]) -> None:
        if not drafts:
            patiently(partial(self._file.unlink, missing_ok=True))
            return
        content = json.dumps([asdict(draft) for draft in drafts], ensure_ascii=False).encode("utf-8", "surrogatepass")
        if len(drafts) > _MOST or len(content) > _LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), self._file)
        make_folder(self._file.parent, private=True)
        write_atomically(self._file, content, private=True)


def hand_on(folder: Path, old: Path, new: Path) -> None:
    """Let the drafts of a store that is damaged or gone be offered in the new one that was made from it.

    `old` is the store or a backup of it; the drafts stay where they are if the damage hit its identity.
    """
    from riskdesk.store import pages

    with suppress(OSError):
        before, after = pages.identity(old), pages.identity(new)
        if before and after:
            (folder / f"{before['id']}.json").rename(folder / f"{after['id']}.json")


def _read(content: bytes) -> list[Draft]:
    """The drafts of a file; TypeError, ValueError or RecursionError if it holds anything else."""
    parsed = json.loads(content.decode("utf-8", "surrogatepass"))
    # In its first format, the file held a single draft.
    records = parsed if isinstance(parsed, list) else [parsed]
    if len(records) > _MOST:
        raise ValueError("nobody has typed so many texts")
    return [_draft(record) for record in records]


def _draft(record: Any) -> Draft:
    """The draft from a record; TypeError or ValueError if the record is not one."""
    draft = Draft(**record)
    if any(type(getattr(draft, field.name)) is not field.type for field in fields(draft)):
        raise TypeError("a draft holds text, a place and a choice")
    # Unpaired surrogates are allowed only in typed text; encoding these raises ValueError.
    "".join((draft.register, draft.id, draft.parent)).encode()
    if draft.kind not in KINDS or (draft.id and draft.field not in dict(_fields(draft.kind))):
        raise ValueError("a draft is for a field of a kind of value")
    return draft


def _fields(kind: str) -> Iterator[tuple[str, object]]:
    """The fields of a kind of value with their types."""
    return ((field.name, field.type) for field in fields(KINDS[kind]))
