"""Rescuing an open store whose file is missing or unreadable, from memory and, for the rest, from a backup."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from riskdesk.desk import copies
from riskdesk.desk.backups import Backups
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.language import moment_label
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Problem
from riskdesk.domain.replay import Key, State, register_of
from riskdesk.store import copying


@dataclass(frozen=True)
class Rescued:
    """The result of rescuing an open store.

    It lists kind and name of everything that came from the backup made `at`, and of everything that is lost.

    `warnings` has a sentence for each file that an earlier store had left beside the new one.
    """

    at: datetime.datetime | None = None
    from_backup: tuple[tuple[str, str], ...] = ()
    lost: tuple[tuple[str, str], ...] = ()
    warnings: tuple[FileProblem, ...] = ()


def save(new: Path, who: str, memory: State, registers: State | None, backups: Backups | None) -> Rescued:
    """Make a new store from the registers in memory and, for other registers of the old store, from the newest backup.

    `registers` are all registers of the old store; titles are enough. If they are unknown (None), those of the backup
    are used. FileProblem if the store cannot be made, or if nothing is left.
    """
    backup, then = (backups and backups.newest()) or (None, {})
    if registers is None:
        registers = {key: record for key, record in then.items() if key[0] == "register"}
    missing = registers.keys() - memory.keys()
    # Snapshots are never in memory.
    backup_records = {
        key: record
        for key, record in then.items()
        if (top := register_of(key, then)) in missing or (top in memory and key[0] == "snapshot")
    }
    lost = missing - backup_records.keys()
    state = backup_records | memory
    if lost and not state:
        raise FileProblem(_NOTHING)
    warnings = copying.write(new, copies.first_steps(state, who, copies.LABEL))
    records = (backup_records | registers).items()
    return Rescued(
        backup.at if backup and backup_records else None,
        tuple(
            _name(key, record)
            for key, record in records
            if key in backup_records and key[0] in ("register", "snapshot")
        ),
        tuple(_name(key, record) for key, record in records if key in lost),
        tuple(warnings),
    )


def report(rescued: Rescued) -> Iterator[Problem]:
    """A sentence for each thing that came from a backup or is lost; none if everything was in memory."""
    yield from rescued.warnings
    if rescued.at is not None:
        time_text = moment_label(rescued.at)
        for kind, name in rescued.from_backup:
            yield Problem(_FROM_BACKUP, time=time_text, kind=VALUE_KINDS[kind].label.in_sentence, name=name or "–")
    for kind, name in rescued.lost:
        yield Problem(_LOST, kind=VALUE_KINDS[kind].label.in_sentence, name=name or "–")


def _name(key: Key, record: dict[str, object]) -> tuple[str, str]:
    return key[0], str(record.get("title") or record.get("name") or "")


_NOTHING = QT_TRANSLATE_NOOP(
    "Problem",
    "Nothing was saved, as no register was open and there is no backup; if the file is still there, open it to recover"
    " what is left.",
)
_FROM_BACKUP = QT_TRANSLATE_NOOP(
    "Problem", "From the backup of {time}, as it had not been opened since ({kind}): “{name}”."
)
_LOST = QT_TRANSLATE_NOOP("Problem", "Not saved, as it had not been opened and is in no backup ({kind}): “{name}”.")
