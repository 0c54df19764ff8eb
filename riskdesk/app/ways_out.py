"""The commands that do what the window offers for a register file that cannot be opened, or is gone."""

from collections.abc import Iterator
from pathlib import Path

from riskdesk.app import places
from riskdesk.app.speech import translate
from riskdesk.desk.backups import Backups
from riskdesk.desk.health import Health
from riskdesk.desk.salvage import is_any_left


def ways_out(store_health: Health, *, is_ours: bool) -> Iterator[str]:
    """A sentence for each command: to repair the file, else to restore a backup and to recover what is left.

    A file that is known to be a store (`is_ours`) has something left.
    """
    if store_health.repairable:
        yield _at_command_line("check --repair")
        return
    yield from way_to_backups(store_health.path)
    if is_ours or is_any_left(store_health.path):
        yield _at_command_line("salvage")


def way_to_backups(path: Path) -> Iterator[str]:
    """A sentence for the command that lists the backups of a file; none if it has no backup."""
    if Backups.of(places.backups(), path).all():
        yield translate("CommandLine", "“riskdesk restore” lists its backups.")


def _at_command_line(command: str) -> str:
    return translate("CommandLine", "At the command line: “riskdesk {command}”.").format(command=command)
