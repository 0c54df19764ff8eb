"""Actions on the saved views of a register."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from riskdesk.desk import named
from riskdesk.desk.action import Action
from riskdesk.domain.listing import Listing
from riskdesk.domain.listing_text import LARGEST, from_text, to_text
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.values import SavedView
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
        named.keep(tx, SavedView, register, name, {"listing": listing})

    return Action(QT_TRANSLATE_NOOP("Action", "Save view"), work)


def rename(saved_view: str, name: str) -> Action:
    """Give a saved view another name; InputProblem if another one of the register has it."""
    taken = QT_TRANSLATE_NOOP("Problem", "There is a saved view “{name}” already; choose another name.")
    return Action(
        QT_TRANSLATE_NOOP("Action", "Rename saved view"),
        lambda tx: named.rename(tx, SavedView, saved_view, name, taken),
    )


def delete(saved_view: str) -> Action:
    """Delete a saved view."""
    return Action(QT_TRANSLATE_NOOP("Action", "Delete saved view"), lambda tx: named.delete(tx, SavedView, saved_view))


def relist(tx: Transaction, register: str, change: Callable[[Listing], Listing]) -> None:
    """Change what each saved view of a register lists; one that cannot be read stays as it is."""
    for view in tx.children(SavedView, register):
        with suppress(InputProblem):
            listing = from_text(view.listing, view.name)
            if (now := change(listing)) != listing:
                tx.update(replace(view, listing=to_text(now)))
