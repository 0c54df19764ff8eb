"""The stores that were open last, kept in the settings."""

from pathlib import Path

from riskdesk.kit.settings import Setting, Settings

# A path a line, the last one first.
RECENT = Setting("files/recent", str, "")
_MOST = 6
_NOT_KEPT = {"\0", "\n", "\r"}


def recent(settings: Settings) -> list[Path]:
    """The stores that were open last, the last one first; some may be there no more."""
    return [Path(line) for line in settings.get(RECENT).split("\n")[:_MOST] if line and _NOT_KEPT.isdisjoint(line)]


def note(settings: Settings, path: Path) -> None:
    """Put a store at the head of those that were open last."""
    if _NOT_KEPT.isdisjoint(str(path)):
        others = [other for other in recent(settings) if other != path.absolute()]
        settings.set(RECENT, "\n".join(map(str, [path.absolute(), *others][:_MOST])))
