"""Writes history into a text: days, steps, what each step did, and links that restore values."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from riskdesk.domain.fields import Field, FieldType
from riskdesk.domain.history import Event
from riskdesk.domain.moments import in_zone
from riskdesk.domain.side_by_side import told_apart
from riskdesk.domain.step import Step
from riskdesk.domain.story import Story, StoryLine
from riskdesk.domain.text import short
from riskdesk.ui.bench.language import ui_words
from riskdesk.ui.bench.values import telling
from riskdesk.ui.history.text import Paragraph, ReadText

Link: TypeAlias = tuple[str, Callable[[], object]]
# The largest length of a value quoted in a link, in characters.
_LONGEST = 24


def day_text(at: datetime.datetime) -> str:
    """The date of a moment, in the time zone of this computer."""
    return ui_words().date(in_zone(at).date())


def time_text(at: datetime.datetime) -> str:
    """The time of day of a moment, in the format of the window's locale."""
    local, locale = in_zone(at), QLocale()
    return locale.toString(QTime(local.hour, local.minute), locale.timeFormat(QLocale.FormatType.ShortFormat))


def write_event(
    text: ReadText, event: Event, story: Story, restore: Callable[[StoryLine], Link | None], links: list[Link]
) -> None:
    """Write what a step did to an item, with the links that `restore` returns for its lines, then other links."""
    write_head(text, event.step, story.head(event.step, again=event.again), event.undone_by)
    for line in story.lines(event):
        write_line(text, line, restore(line))
    if links:
        text.paragraph(0.5, 1).links(links)


def write_head(text: ReadText, step: Step, head: str, undone_by: Step | None) -> None:
    """Write the text of a step, when and by whom it was taken, and when and by whom it was undone."""
    text.paragraph(1.5).add(head, bold=True)
    text.paragraph().add(f"{time_text(step.at)} · {step.who or '–'}", quiet=True)
    if undone_by is not None:
        undone = QCoreApplication.translate("History", "Undone on {date} at {time} by {who}")
        undone = undone.format(date=day_text(undone_by.at), time=time_text(undone_by.at), who=undone_by.who or "–")
        text.paragraph().add(undone, quiet=True)


def item_texts(kind: str, record: Mapping[str, Any]) -> tuple[str, str]:
    """The name of an item, capitalised, and its text if the name is only a reference."""
    tells = telling()
    name = tells.item_name(kind, record)
    text = str(record.get("title") or record.get("description") or "") if record.get("reference") else ""
    return name[:1].upper() + name[1:], tells.quoted(text) if text and kind == "risk" else ""


def write_item(paragraph: Paragraph, kind: str, record: Mapping[str, Any]) -> None:
    """Write the name of an item, and its text."""
    name, text = item_texts(kind, record)
    paragraph.add(name, bold=True).add(f" {text}" if text else "")


def write_line(text: ReadText, line: StoryLine, link: Link | None = None) -> None:
    """Write one change of a step: of a long text the differences, of a short value before and after."""
    paragraph = text.paragraph(0.5, 1)
    has_texts = bool(line.before or line.after)
    paragraph.add(line.label, quiet=has_texts)
    if line.edit is None and not line.before and line.after:
        # The item was added: the line has all its values.
        paragraph.add(_colon(), quiet=True).add(line.after)
    elif line.prose and has_texts:
        text.paragraph(0, 1).difference(line.before, line.after)
    elif has_texts:
        _write_values(paragraph.add(_colon(), quiet=True), line)
    if link is not None:
        text.paragraph(0.25, 1).link(*link)


def _colon() -> str:
    return f"{ui_words().colon} "


def _write_values(paragraph: Paragraph, line: StoryLine) -> None:
    before, after = told_apart(line.before, line.after)
    if before:
        paragraph.gone(before).add(" → " if after else "")
    if after:
        paragraph.new(after)


def restoring_words(line: StoryLine, field: Field) -> str:
    """The words of a link that restores the value of a field."""
    if field.type is FieldType.SCALE:
        return QCoreApplication.translate("History", "Restore this scale")
    if line.prose or len(line.before) > _LONGEST:
        if field.is_text:
            return QCoreApplication.translate("History", "Restore this text")
        return QCoreApplication.translate("History", "Restore this value")
    if not line.before:
        return QCoreApplication.translate("History", "Restore: empty")
    return QCoreApplication.translate("History", "Restore “{value}”").format(value=short(line.before))
