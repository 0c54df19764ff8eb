"""The commands that keep stores and bring them back together: backup, restore, salvage, merge."""

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from riskdesk.app import places, stores
from riskdesk.app.speech import language, sentence, translate
from riskdesk.desk.backups import Backup, Backups
from riskdesk.desk.salvage import salvage as salvaged
from riskdesk.desk.salvage_report import lines
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.telling import Telling, side_by_side


def backup(given: Namespace) -> int:
    """Back a store up where it has changed since the newest backup."""
    with closing(stores.reading(Path(given.file))) as session:
        kept = Backups.of(places.backups(), session.path, session.id)
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
    if not found:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "There is no backup of {file}; check its name and folder."), file=given.file
        )
    if given.number is None:
        _list(found)
        return 0
    if given.new is None or not 0 < given.number <= len(found):
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "Name the number of a backup (1 to {last}) and the new file."),
            last=len(found),
        )
    _restore(kept, found[given.number - 1], Path(given.new))
    return 0


def salvage(given: Namespace) -> int:
    """Save what is left in a damaged store into a new one, and say what came back."""
    saved = salvaged(Path(given.file), Path(given.new), places.who(), language())
    for line in lines(saved, Telling(language(), translate)):
        print(line)
    return 0


def merge(given: Namespace) -> int:
    """Bring into a store what was written in a copy of it; refused where both changed the same and no one decides."""
    path = Path(given.file)
    with closing(stores.reading(path)) if given.dry_run else stores.writing(path) as session:
        found = session.merge(Path(given.copy))
        telling = Telling(language(), translate)
        for clash, register in zip(found.clashes, found.registers(telling), strict=True):
            what, mine, theirs = found.told(clash, telling)
            mine, theirs = map(telling.quoted, side_by_side(mine, theirs))
            what = " · ".join(filter(None, (register, what)))
            print(translate("CommandLine", _BOTH).format(what=what, mine=mine, theirs=theirs))
        if found.clashes and given.prefer is None and not given.dry_run:
            raise InputProblem(_UNDECIDED, file=given.file, number=len(found.clashes))
        taken = {clash.place for clash in found.clashes} if given.prefer == "theirs" else ()
        for line in found.lines(telling, taken):
            print(line)
        for old, new in found.renumbered(taken):
            print(translate("CommandLine", _RENUMBERED).format(old=old, new=new))
        (session.rehearse if given.dry_run else session.run)(found.action(taken))
    return 0


def _list(found: list[Backup]) -> None:
    # Qt, which knows how a language writes them, is loaded only here.
    from riskdesk.kit.dates import moment
    from riskdesk.kit.sizes import size
    from riskdesk.kit.translations import locale

    written = locale(language())
    for number, made in enumerate(found, 1):
        print(f"{number:3}  {moment(made.at, written)}  {size(made.size, written):>10}")


def _restore(kept: Backups, made: Backup, new: Path) -> None:
    for told in kept.restore(made, new):
        print(sentence(told))
    print(translate("CommandLine", "Restored as {file}").format(file=new))


_BOTH = QT_TRANSLATE_NOOP("CommandLine", "Changed in both: {what}: here {mine}, in the copy {theirs}")
_RENUMBERED = QT_TRANSLATE_NOOP("CommandLine", "{old} was given in both files; in what is merged it is now {new}")
_UNDECIDED = QT_TRANSLATE_NOOP(
    "Problem",
    "Nothing was merged. Values changed in both: {number}; say which to keep with “--prefer mine” or “--prefer"
    " theirs”, or merge in the window of Riskdesk, where each is asked about.",
)
