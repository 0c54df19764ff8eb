"""The goals that the user went to last, kept in the settings by their keys."""

from riskdesk.kit.settings import Setting, Settings

# One key per line, the last one first.
RECENT = Setting("palette/recent", str, "")
_MOST = 12


def recent(settings: Settings) -> list[str]:
    """The keys of the goals that the user went to last, the last one first; some may be gone."""
    return [line for line in settings.latest(RECENT).split("\n")[:_MOST] if line]


def note(settings: Settings, key: str) -> None:
    """Put the key of a goal at the head of the list."""
    if "\n" not in key:
        keys = [key, *(other for other in recent(settings) if other != key)]
        settings.set(RECENT, "\n".join(keys[:_MOST]))
