"""A form whose work cannot be done stays open with all that was entered, and can be tried again."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QMessageBox

from riskdesk.domain.printing import Print
from riskdesk.domain.problems import FileProblem
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.form import FormDialog
from riskdesk.ui.printing.sets import PrintSets
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import Opened, action, tree_of

FULL = FileProblem("The disk is full.")
Ask = Callable[[MainWindow], None]


def new_register(window: MainWindow) -> None:
    action(window, "new").trigger()


def saved_view(window: MainWindow) -> None:
    action(window, "view_list").trigger()
    window._centre.front._saved._ask_to_save()


def print_set(window: MainWindow) -> None:
    sets = PrintSets(window._workbench, window)
    sets.show_choice(Print())
    sets._ask_to_keep()


def names(workbench: Workbench) -> set[str]:
    tree = tree_of(workbench)
    return {tree.register.title, *(kept.name for kept in (*tree.saved_views, *tree.print_sets))}


@pytest.mark.parametrize("ask", [new_register, saved_view, print_set])
def test_what_was_entered_stays_until_it_could_be_saved(
    open_window: Opened, workbench: Workbench, monkeypatch: pytest.MonkeyPatch, ask: Ask
) -> None:
    window = open_window()
    ask(window)
    (form,) = window.findChildren(FormDialog)
    field = form.findChildren(QLineEdit)[0]
    field.setText("Mine")

    def refuse(*_arguments: object) -> None:
        raise FULL

    with monkeypatch.context() as refusing:
        refusing.setattr(workbench.session, "run", refuse)
        form.yes.click()
    (box,) = window.findChildren(QMessageBox)
    assert box.text() == "The disk is full."
    box.close()
    assert form.isVisible()
    assert field.text() == "Mine"
    form.yes.click()
    assert not form.isVisible()
    assert "Mine" in names(workbench)
