"""What the tests of backups have in common."""

import datetime
import sqlite3
from contextlib import closing
from pathlib import Path

from riskdesk.desk import risks
from riskdesk.desk.backups import Backup, Backups
from riskdesk.desk.session import Session

NOW = datetime.datetime(2031, 11, 24, 12, tzinfo=datetime.UTC)
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)


def note(session: Session, text: str) -> None:
    """Write something into the first risk of a store."""
    session.run(risks.edit(next(session.tree(session.registers()[0].id).risks).id, note=text))


def make_backups(backups: Backups, session: Session, *times: datetime.datetime) -> list[Backup]:
    """Backups made at some times, something having been written before each."""
    new_backups = []
    for at in times:
        note(session, f"Written before {at}")
        backup = backups.make(session.path, at)
        assert backup is not None
        new_backups.append(backup)
    return new_backups


def spoil(path: Path, statement: str = "UPDATE risk SET note = 'Harmless' WHERE reference = 'R-01'") -> None:
    """Change what is in a store behind the back of its journal."""
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute(statement).rowcount
        raw.commit()
