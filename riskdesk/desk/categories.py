"""Actions on categories."""

from dataclasses import replace

from riskdesk.desk import saved_views, siblings
from riskdesk.desk.action import Action
from riskdesk.domain.list_filters import retitled
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.values import Category, Register
from riskdesk.store.transaction import Transaction


def add(register: str, at: int | None = None, title: str = "") -> Action:
    """Add a category to a register, before the one that has that place now (None: at the end)."""

    def work(tx: Transaction) -> None:
        tx.get(Register, register)
        siblings.insert(tx, [Category(register=register, title=title)], at)

    return Action(QT_TRANSLATE_NOOP("Action", "Add category"), work)


def edit(category: str, title: str) -> Action:
    """Rename a category, also in saved views that list it."""

    def work(tx: Transaction) -> None:
        before = tx.get(Category, category)
        tx.update(replace(before, title=title))
        titles = [each.title for each in tx.children(Category, before.register)]
        saved_views.relist(tx, before.register, lambda listing: retitled(listing, before.title, title, titles))

    return Action(QT_TRANSLATE_NOOP("Action", "Rename category"), work)
