"""The commands that keep and bring back stores: backup, restore, salvage."""

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from riskdesk.app import places, stores
from riskdesk.app.speech import language, sentence, translate
from riskdesk.desk.backups import Backup, Backups
from riskdesk.desk.salvage import report
from riskdesk.desk.salvage import salvage as salvaged
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem


def backup(given: Namespace) -> int:
    """Back a store up where it has changed since the newest backup."""
    with closing(stores.reading(Path(given.file))) as session:
        kept = Backups(places.backups() / session.id)
    made = kept.make(Path(given.file), places.now())
    print(
        translate("CommandLine", "Backed up as {file}").format(file=made.path)
        if made
        else translate("CommandLine", "Nothing has changed since the newest backup.")
    )
    return 0


def restore(given: Namespace) -> int:
    """List the backups of a store, or make a new store of one."""
    kept = Backups.of(places.backups(), Path(given.file))
    found = kept.all()
    if given.number is None:
        for number, made in enumerate(found, 1):
            print(f"{number:3}  {made.at.astimezone():%Y-%m-%d %H:%M:%S}  {made.size / 2**20:8.1f} MB")
        return 0
    if given.new is None or not 0 < given.number <= len(found):
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "Name the number of a backup (1 to {last}) and the new store."),
            last=len(found),
        )
    _restore(kept, found[given.number - 1], Path(given.new))
    return 0


def salvage(given: Namespace) -> int:
    """Save what is left in a damaged store into a new one, and say what came back."""
    for told in report(salvaged(Path(given.file), Path(given.new), places.who(), language())):
        print(sentence(told))
    return 0


def _restore(kept: Backups, made: Backup, new: Path) -> None:
    kept.restore(made, new)
    print(translate("CommandLine", "Restored as {file}").format(file=new))
