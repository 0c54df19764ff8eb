"""The page of keyboard shortcuts, generated from the actions."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.ui.bench.actions import ACTIONS, MENUS

# Keys that are no actions, as they work only in certain widgets: the purpose, then the keys.
_Keys: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
_ELSEWHERE: tuple[tuple[str, _Keys], ...] = (
    (
        QT_TRANSLATE_NOOP("KeysPage", "While a text is written on the sheet"),
        (
            (QT_TRANSLATE_NOOP("KeysPage", "End it and begin the next one; within the text, split it"), ("Return",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Begin a new line within it"), ("Shift+Return",)),
            (QT_TRANSLATE_NOOP("KeysPage", "End it and keep the text"), ("Esc",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Go to the other column"), ("Tab",)),
            (QT_TRANSLATE_NOOP("KeysPage", "At its start: join it to the bullet above"), ("Backspace",)),
            (QT_TRANSLATE_NOOP("KeysPage", "At its end: join the bullet below to it"), ("Del",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Go on to the text above or below"), ("Up", "Down")),
            (QT_TRANSLATE_NOOP("KeysPage", "At its ends: go on to the text before or after it"), ("Left", "Right")),
            (QT_TRANSLATE_NOOP("KeysPage", "Go to the start of a text"), ("Ctrl+Up", "Ctrl+Down")),
            (QT_TRANSLATE_NOOP("KeysPage", "Go on to a text a page away"), ("PgUp", "PgDown")),
            (QT_TRANSLATE_NOOP("KeysPage", "Write a space at which no line ends, in any field"), ("Ctrl+Shift+Space",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeysPage", "While something is selected on the sheet"),
        (
            (QT_TRANSLATE_NOOP("KeysPage", "Go to what is above or below"), ("Up", "Down")),
            (QT_TRANSLATE_NOOP("KeysPage", "Select more"), ("Shift+Up", "Shift+Down")),
            (QT_TRANSLATE_NOOP("KeysPage", "Go to the column on the left or right"), ("Left", "Right")),
            (QT_TRANSLATE_NOOP("KeysPage", "Go to the first or the last"), ("Home", "End")),
            (QT_TRANSLATE_NOOP("KeysPage", "Select the entry around it, then the category"), ("Esc",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Write its text"), ("Return",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Open the menu of what is selected, here and elsewhere"), ("Shift+F10",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeysPage", "In the list"),
        (
            (QT_TRANSLATE_NOOP("KeysPage", "Write in a cell, or fold a group"), ("Return",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Fold a group, unfold it"), ("Left", "Right")),
            (QT_TRANSLATE_NOOP("KeysPage", "Choose a level"), ("1", "2", "3")),
            (QT_TRANSLATE_NOOP("KeysPage", "Keep what was typed, and go on to the next cell"), ("Tab",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Keep what was typed, and leave the cell"), ("Return", "Esc")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeysPage", "In the matrix"),
        (
            (
                QT_TRANSLATE_NOOP("KeysPage", "Go from chip to chip, and from cell to cell"),
                ("Left", "Right", "Up", "Down"),
            ),
            (QT_TRANSLATE_NOOP("KeysPage", "Go to the next cell, past the chips"), ("Ctrl+Left", "Ctrl+Right")),
            (QT_TRANSLATE_NOOP("KeysPage", "Select what the keyboard is on"), ("Space",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Add it to the selection, or take it out"), ("Ctrl+Space",)),
            (
                QT_TRANSLATE_NOOP("KeysPage", "Move it by a level, with all that is selected"),
                ("Alt+Left", "Alt+Right", "Alt+Up", "Alt+Down"),
            ),
            (QT_TRANSLATE_NOOP("KeysPage", "Clear its assessment"), ("Del",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Open a risk, or list the risks of a cell"), ("Return",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeysPage", "While a risk is assessed beside a view"),
        (
            (QT_TRANSLATE_NOOP("KeysPage", "Choose likelihood, then impact"), ("1", "2", "3")),
            (QT_TRANSLATE_NOOP("KeysPage", "Choose both for the residual risk"), ("Shift+1", "Shift+2", "Shift+3")),
            (QT_TRANSLATE_NOOP("KeysPage", "Choose the cell that the arrows led to"), ("Return",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Turn to the other assessment"), ("Tab",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Clear the assessment"), ("Del",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Go back to the risk before"), ("Backspace",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Leave"), ("Esc",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeysPage", "In assessing mode"),
        (
            (QT_TRANSLATE_NOOP("KeysPage", "Choose likelihood, then impact"), ("1", "2", "3")),
            (QT_TRANSLATE_NOOP("KeysPage", "Go to the other matrix, then to the fields"), ("Tab",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Go to the next risk"), ("Return", "PgDown")),
            (QT_TRANSLATE_NOOP("KeysPage", "Go back to the risk before"), ("Shift+Return", "PgUp")),
            (QT_TRANSLATE_NOOP("KeysPage", "Leave"), ("Esc",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeysPage", "In the list of what is missing or due"),
        (
            (QT_TRANSLATE_NOOP("KeysPage", "Open a kind, or go to the field that is empty"), ("Return",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Open a kind, close it"), ("Right", "Left")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeysPage", "In the fields of the inspector"),
        (
            (QT_TRANSLATE_NOOP("KeysPage", "End a field and keep what was typed"), ("Return", "Esc")),
            (QT_TRANSLATE_NOOP("KeysPage", "End a longer text"), ("Ctrl+Return",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Open a list or a calendar"), ("Alt+Down",)),
            (QT_TRANSLATE_NOOP("KeysPage", "Choose a level"), ("1", "2", "3")),
            (QT_TRANSLATE_NOOP("KeysPage", "Clear a level"), ("Space", "Del")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeysPage", "On the border between two parts of a window, where Tab leads"),
        ((QT_TRANSLATE_NOOP("KeysPage", "Move the border"), ("Left", "Right", "Up", "Down")),),
    ),
)


def page() -> str:
    """Return all keys as HTML, first those of the menus in the order of the menus."""
    title = QCoreApplication.translate("KeysPage", "Keyboard shortcuts")
    groups = [
        *_menus(),
        *((_translated(head), [(_translated(text), keys) for text, keys in rows]) for head, rows in _ELSEWHERE),
    ]
    return f"<h1>{escape(title)}</h1>" + "".join(_table(head, rows) for head, rows in groups)


def _menus() -> Iterator[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    for menu in MENUS:
        specs = [ACTIONS[name] for name in menu.actions if name != "-"]
        rows = [(_plain(spec.text), (spec.shortcut, *spec.also)) for spec in specs if spec.shortcut]
        if rows:
            yield _plain(menu.text), rows


def _table(head: str, rows: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    lines = "".join(
        f"<tr><td width='60%'>{escape(text)}</td><td>{escape(_native(keys))}</td></tr>" for text, keys in rows
    )
    return f"<h2>{escape(head)}</h2><table width='100%' cellpadding='4' cellspacing='0'>{lines}</table>"


def _native(keys: Iterable[str]) -> str:
    """Keys as this system and language write them."""
    return ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def _plain(text: str) -> str:
    """The text of an action without the mark of its mnemonic."""
    return QCoreApplication.translate("Actions", text).replace("&", "").removesuffix("…")


def _translated(text: str) -> str:
    return QCoreApplication.translate("KeysPage", text)
