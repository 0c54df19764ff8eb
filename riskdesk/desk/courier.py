"""Sending workbooks to owners, and applying the answers that they send back."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from riskdesk.desk.action import Action
from riskdesk.desk.comparing import ANSWERS, apply
from riskdesk.desk.formats.as_excel import paint
from riskdesk.domain.comparing.comparing import compare
from riskdesk.domain.comparing.comparison import Choices, Comparison
from riskdesk.domain.courier import OPEN, Parcel, homes, locked_texts, parcels
from riskdesk.domain.growing import grow
from riskdesk.domain.importing.messages import LeftOut, Message
from riskdesk.domain.importing.values.dated import in_language
from riskdesk.domain.moments import file_time
from riskdesk.domain.possible import LEVELS, admitted
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.records import kind_name
from riskdesk.domain.returning.answering import Answer, AnsweredCell, LockedCell, answer
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import FilePlace
from riskdesk.domain.side_by_side import side_by_side
from riskdesk.domain.telling import name_of
from riskdesk.domain.text import shortened
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.files import is_there, write_atomically
from riskdesk.part_files import clear_parts

__all__ = ["AnswerFile", "Answers", "parcels", "read", "send", "take"]

# For names of mitigations, which are their texts, so that the head of the column fits after them.
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class AnsweredPlace(FilePlace):
    """A cell of a workbook that was sent back, with who last saved that and when."""

    who: str = ""
    when: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """An answer of an owner: its file, who saved it last and when, and how many cells differ from what was sent.

    `who` is empty if nothing in it shows that anybody saved it since. `messages` and `left_out` are about its content
    that cannot be applied.
    """

    path: Path
    owner: str
    who: str
    when: datetime.datetime
    changes: int
    messages: tuple[Message, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """The register as it is now, compared with the changes of owners.

    `places` gives the cell and the author of each answered field, by the id of the item and the name of the field.
    """

    files: tuple[AnswerFile, ...]
    comparison: Comparison
    places: dict[tuple[str, str], AnsweredPlace]
    read: tuple[tuple[AnswerFile, Answer], ...]

    def beside(self, tree: RegisterTree) -> "Answers":
        """A copy of these answers, compared with the register in its present state."""
        return _Gathering(tree, self.read).answers()


def send(
    tree: RegisterTree,
    parcel_files: Sequence[tuple[Parcel, Path]],
    sent: datetime.datetime,
    checkpoint: Checkpoint = never_cancelled,
) -> list[Path]:
    """Write a workbook for each parcel, all or none; `checkpoint` may cancel it.

    FileProblem if one cannot be written. No file is replaced, as it may hold an answer.
    """
    paths: list[Path] = []
    try:
        for parcel, path in parcel_files:
            checkpoint(len(paths) / len(parcel_files))
            _write(tree, parcel, path, sent)
            paths.append(path)
    except BaseException:
        for path in paths:
            with suppress(OSError):
                path.unlink()
        raise
    return paths


def _write(tree: RegisterTree, parcel: Parcel, path: Path, sent: datetime.datetime) -> None:
    from riskdesk.exchange.workbooks.courier import courier_workbook

    if is_there(path):
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "There is a file {file} already, which may hold an answer; move it away."),
            file=path,
        )
    clear_parts(path.parent)
    write_atomically(path, courier_workbook(tree, parcel, paint, sent).data)


def read(paths: Sequence[Path], tree: RegisterTree, checkpoint: Checkpoint = never_cancelled) -> Answers:
    """What owners changed in workbooks of a register; of two answers for a cell, the one saved later counts.

    FileProblem or InputProblem if a file cannot be read, or is no answer about this register.
    """
    read_ones = [_read(path, tree, checkpoint) for path in paths]
    read_ones.sort(key=lambda pair: pair[0].when)
    return _Gathering(tree, read_ones).answers()


def take(answers: Answers, choices: Choices) -> Action:
    """Apply the choices for the answers as one step; for cells without a choice, the usual one is applied."""
    return apply(answers.comparison, choices, ANSWERS)


def _read(path: Path, tree: RegisterTree, checkpoint: Checkpoint) -> tuple[AnswerFile, Answer]:
    from riskdesk.exchange.tables import asking
    from riskdesk.exchange.workbooks.saved import last_saved

    reply = answer(asking.read(path, "", checkpoint))
    if reply is None:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "{file} is no answer of an owner: only workbooks that Riskdesk wrote for owners can be."
            ),
            file=path,
        )
    if reply.register != tree.register.id:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "{file} is an answer about another register; open that register and take it in there."
            ),
            file=path,
        )
    who, when = last_saved(path)
    when = when or file_time(path.stat().st_mtime)
    is_as_sent = not (reply.cells or reply.locked or reply.messages or reply.left_out)
    return AnswerFile(path, reply.owner, who or ("" if is_as_sent else reply.owner), when, len(reply.cells)), reply


class _Gathering:
    """A copy of a register with the answers of owners in it.

    It differs from the register only in what owners changed.
    """

    def __init__(self, tree: RegisterTree, answers: Sequence[tuple[AnswerFile, Answer]]) -> None:
        self._tree, self._scale, self._answers, self._homes = tree, tree.register.scale, answers, homes(tree)
        self._values: dict[str, Any] = {value.id: value for value in tree.values}
        self._answered, self._base = dict(self._values), dict(self._values)
        self._places: dict[tuple[str, str], AnsweredPlace] = {}
        # The answer that counts for each field, and its file.
        self._counting: dict[tuple[str, str], tuple[AnswerFile, AnsweredCell]] = {}
        self._messages: defaultdict[Path, list[Message]] = defaultdict(list)

    def answers(self) -> Answers:
        for file, reply in self._answers:
            self._messages[file.path] += reply.messages
            for identity, record in reply.base.items():
                value = self._base.get(identity)
                if value is not None and record.keys() == set(OPEN.get(kind_name(type(value)), ())):
                    self._base[identity] = replace(self._base[identity], **record)
            for cell in reply.cells:
                self._take(file, reply, replace(cell, value=in_language(cell.value, self._tree.register.language)))
            self._messages[file.path] += filter(None, map(self._locked, reply.locked))
        answered_tree, base = grow(self._answered.values()), grow(self._base.values())
        return Answers(
            tuple(
                replace(file, messages=tuple(self._messages[file.path]), left_out=reply.left_out)
                for file, reply in self._answers
            ),
            compare(answered_tree, self._tree, base),
            self._places,
            tuple(self._answers),
        )

    def _take(self, file: AnswerFile, reply: Answer, cell: AnsweredCell) -> None:
        refusal = self._refusal(reply, cell)
        if refusal:
            self._messages[file.path].append(Message(refusal, cell.place, str(cell.value or "")))
            return
        earlier, before = self._counting.get((cell.id, cell.field), (file, cell))
        if before.value != cell.value:
            self._messages[earlier.path].append(Message("answered_twice", before.place, str(before.value or "")))
        self._counting[cell.id, cell.field] = file, cell
        self._answered[cell.id] = admitted(replace(self._answered[cell.id], **{cell.field: cell.value}))
        place = cell.place
        self._places[cell.id, cell.field] = AnsweredPlace(
            place.kind, place.table, place.name, place.row, place.column, who=file.who, when=file.when
        )

    def _locked(self, cell: LockedCell) -> Message | None:
        """A note on a locked cell that was changed; None if it has the text sent (if unknown: of now)."""
        value = self._values.get(cell.id)
        base = cell.base
        if isinstance(value, Risk | Mitigation) and base is None:
            base = locked_texts(*self._homes[value.entry], value).get(cell.column.code)
        if base is None or base.split() == cell.text.split():
            return None
        head = cell.column.head.text(self._tree.register.language)
        name = name_of(value) if isinstance(value, Risk | Mitigation) else ""
        more = ", ".join(filter(None, (shortened(name, _LONGEST_NAME), head)))
        sentence = "" if cell.text else "locked_emptied"
        return Message("locked", cell.place, side_by_side(base, cell.text)[1], more, sentence)

    def _levels(self, scale: Scale, field: str) -> list[str]:
        """The names of the levels that a field may have, in the language in which owners read them."""
        return [level.name.text(self._tree.register.language) for level in scale.levels_of(field)]

    def _refusal(self, reply: Answer, cell: AnsweredCell) -> str:
        """Why a cell cannot be applied, as the kind of a message; empty if it can."""
        if cell.id not in self._answered or cell.kind != kind_name(type(self._answered[cell.id])):
            return "gone_meanwhile"
        if cell.field in LEVELS and self._levels(reply.scale, cell.field) != self._levels(self._scale, cell.field):
            return "other_scale"
        return ""
