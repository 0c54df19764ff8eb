"""Changes, values and typed text in words, in the language of the window."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from riskdesk.desk.drafts import Draft
from riskdesk.desk.session import Session
from riskdesk.domain.problems import Problem
from riskdesk.domain.records import Record, to_record
from riskdesk.domain.telling import Telling
from riskdesk.domain.tree import RegisterTree
from riskdesk.ui.bench.language import ui_language


def telling() -> Telling:
    """Return a Telling, which puts changes into words, in the language of the window."""
    return Telling(ui_language(), QCoreApplication.translate)


def place_of(kind: str, identity: str, field: str, tree: RegisterTree | None) -> str:
    """The words for an item and one of its fields, as search results show them."""
    value = tree.find(identity) if tree is not None else None
    return named_place(kind, to_record(value) if value is not None else {}, field)


def named_place(kind: str, record: Record, field: str) -> str:
    """The words for the item of a record and one of its fields."""
    teller = telling()
    return f"{teller.item_name(kind, record)} · {teller.field(kind, field)}"


def draft_lines(drafts: Iterable[Draft], session: Session) -> list[str]:
    """A line for each text that is not stored: its item and field, and the text itself."""
    return [_line(draft, _record(draft, session)) for draft in drafts]


def draft_place(draft: Draft, session: Session) -> str:
    """The item and field that a text belongs to, with a capital."""
    place = " · ".join(_place(draft, _record(draft, session)))
    return place[:1].upper() + place[1:]


def _line(draft: Draft, record: Record) -> str:
    item, field = _place(draft, record)
    text = QCoreApplication.translate("Values", "{item} · {field}: {text}")
    return text.format(item=item, field=field, text=telling().quoted(draft.text))


def _place(draft: Draft, record: Record) -> tuple[str, str]:
    teller = telling()
    item = teller.item_name(draft.kind, record) if record else teller.kind(draft.kind)
    return item, teller.field(draft.kind, draft.field)


def _record(draft: Draft, session: Session) -> Record:
    """The record of the item that a text belongs to, the last one if it is gone; empty if the item is new."""
    # Imported late, as it is needed only for what is gone.
    from riskdesk.desk.item_names import Names

    if not draft.id:
        return {}
    try:
        tree = session.tree(draft.register)
        value = tree.find(draft.id)
        return to_record(value) if value is not None else Names(tree, session.history).last_record(draft.kind, draft.id)
    except Problem:
        return {}
