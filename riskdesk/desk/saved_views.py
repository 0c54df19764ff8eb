"""Actions on the saved views of a register."""

from dataclasses import replace

from riskdesk.desk import siblings
from riskdesk.desk.action import Action
from riskdesk.domain.listing_text import LARGEST
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.values import Register, SavedView
from riskdesk.store.transaction import Transaction


def keep(register: str, name: str, listing: str) -> Action:
    """Save a listing under a name, replacing one with that name; `listing` is the text of a JSON object.

    InputProblem if it is too long to be read back.
    """

    def work(tx: Transaction) -> None:
        if len(listing) > LARGEST:
            raise InputProblem(
                QT_TRANSLATE_NOOP(
                    "Problem", "The filters are too long to be saved as a view; shorten them and try again."
                )
            )
        tx.get(Register, register)
        existing = siblings.find_named(tx, SavedView, register, name)
        if existing is None:
            siblings.insert(tx, [SavedView(register=register, name=name, listing=listing)])
        else:
            tx.update(replace(existing, listing=listing))

    return Action(QT_TRANSLATE_NOOP("Action", "Save view"), work)


def rename(saved_view: str, name: str) -> Action:
    """Give a saved view another name; InputProblem if another one of the register has it."""

    def work(tx: Transaction) -> None:
        renamed = tx.get(SavedView, saved_view)
        existing = siblings.find_named(tx, SavedView, renamed.register, name)
        if existing is not None and existing.id != saved_view:
            raise InputProblem(
                QT_TRANSLATE_NOOP("Problem", "There is a saved view “{name}” already; choose another name."),
                name=name,
            )
        tx.update(replace(renamed, name=name))

    return Action(QT_TRANSLATE_NOOP("Action", "Rename saved view"), work)


def delete(saved_view: str) -> Action:
    """Delete a saved view."""
    return Action(
        QT_TRANSLATE_NOOP("Action", "Delete saved view"),
        lambda tx: siblings.remove(tx, [tx.get(SavedView, saved_view)]),
    )
