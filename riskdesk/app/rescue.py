"""The commands that back up, restore, salvage and merge stores."""

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from riskdesk.app import places, stores
from riskdesk.app.speech import language, sentence, translate
from riskdesk.desk.backups import Backup, Backups
from riskdesk.desk.drafts import hand_on
from riskdesk.desk.health import DamagedStore, LostStore, RefusedStore
from riskdesk.desk.salvage import salvage as salvaged
from riskdesk.desk.salvage_report import lines
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, Problem
from riskdesk.domain.side_by_side import side_by_side
from riskdesk.domain.telling import Telling


def backup(options: Namespace) -> int:
    """Back up a store if it has changed since the newest backup."""
    with closing(stores.reading(Path(options.file))) as session:
        backups = Backups.of(places.backups(), session.path, session.id)
    new_backup = backups.make(Path(options.file), places.now())
    print(
        translate("CommandLine", "Backed up as {file}").format(file=new_backup.path)
        if new_backup
        else translate("CommandLine", "Nothing has changed since the newest backup.")
    )
    return 0


def restore(options: Namespace) -> int:
    """List the backups of a store, or make a new store of one."""
    backups = Backups.of(places.backups(), Path(options.file))
    all_backups = backups.all()
    if not all_backups:
        raise backups.unlisted() or InputProblem(
            QT_TRANSLATE_NOOP("Problem", "There is no backup of {file}; check its name and folder."), file=options.file
        )
    if options.number is None:
        _list(all_backups)
        return 0
    if options.new is None or not 0 < options.number <= len(all_backups):
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "Name the number of a backup (1 to {last}) and the new file."),
            last=len(all_backups),
        )
    _restore(backups, Path(options.file), all_backups[options.number - 1], Path(options.new))
    return 0


def salvage(options: Namespace) -> int:
    """Recover what is left of a damaged store into a new one, and print what was recovered."""
    file, new = Path(options.file), Path(options.new)
    saved = salvaged(file, new, places.who(), language())
    _hand_drafts_on(file, file, new)
    for line in lines(saved, Telling(language(), translate)):
        print(line)
    return 0


def merge(options: Namespace) -> int:
    """Merge into a store the changes made in a copy; refuse if both changed the same values and none is preferred."""
    path = Path(options.file)
    with closing(stores.reading(path)) if options.dry_run else stores.writing(path) as session:
        merging = session.merge(Path(options.copy))
        telling = Telling(language(), translate)
        for clash, register in zip(merging.clashes, merging.registers(telling), strict=True):
            what, mine, theirs = merging.described(clash, telling)
            mine, theirs = map(telling.quoted, side_by_side(mine, theirs))
            what = " · ".join(filter(None, (register, what)))
            print(translate("CommandLine", _BOTH).format(what=what, mine=mine, theirs=theirs))
        if merging.clashes and options.prefer is None and not options.dry_run:
            raise InputProblem(_UNDECIDED, file=options.file, number=len(merging.clashes))
        taken_places = {clash.place for clash in merging.clashes} if options.prefer == "theirs" else ()
        lines = merging.lines(telling, taken_places)
        for line in lines or [translate("CommandLine", "nothing to change")]:
            print(line)
        for old, new in merging.renumbered(taken_places):
            print(translate("CommandLine", _RENUMBERED).format(old=old, new=new))
        (session.rehearse if options.dry_run else session.run)(merging.action(taken_places))
    return 0


def _list(backups: list[Backup]) -> None:
    # Qt, which formats dates and sizes for a language, is loaded only here.
    from riskdesk.kit.dates import moments
    from riskdesk.kit.sizes import size
    from riskdesk.kit.translations import locale

    system_locale = locale(language())
    times = moments([item.at for item in backups], system_locale)
    for number, (item, time) in enumerate(zip(backups, times, strict=True), 1):
        print(f"{number:3}  {time}  {size(item.size, system_locale):>10}")


def _restore(backups: Backups, file: Path, chosen_backup: Backup, new: Path) -> None:
    for problem in backups.restore(chosen_backup, new):
        print(sentence(problem))
    _hand_drafts_on(file, chosen_backup.path, new)
    print(translate("CommandLine", "Restored as {file}").format(file=new))


def _hand_drafts_on(file: Path, old: Path, new: Path) -> None:
    """Have typed text that was not stored offered with the new store made from `old` if `file` is damaged or gone."""
    try:
        stores.reading(file).close()
    except Problem as problem:
        if isinstance(problem, DamagedStore | LostStore | RefusedStore):
            hand_on(places.drafts(), old, new)


_BOTH = QT_TRANSLATE_NOOP("CommandLine", "Changed in both: {what}: here {mine}, in the copy {theirs}")
_RENUMBERED = QT_TRANSLATE_NOOP("CommandLine", "{old} was given in both files; in what is merged it is now {new}")
_UNDECIDED = QT_TRANSLATE_NOOP(
    "Problem",
    "Nothing was merged. Values changed in both: {number}; say which to keep with “--prefer mine” or “--prefer"
    " theirs”, or merge in the window of Riskdesk, where each is asked about.",
)
