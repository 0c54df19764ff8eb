"""Mnemonics for menu items whose texts are not ours, so that no & can be written into them."""

from collections.abc import Iterable, Sequence
from string import ascii_lowercase, digits

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu


def give_letters(menu: QMenu, actions: Iterable[QAction] | None = None) -> None:
    """Give each menu item without a mnemonic, or each of `actions`, a letter of its own if there are enough.

    Upper items come first, but take another of their letters if a lower one would get none otherwise.
    """
    named = [action for action in menu.actions() if action.text() and not action.isSeparator()]
    used_letters = {letter for letter in map(_letter, named) if letter}
    unlettered = [action for action in (named if actions is None else actions) if not _letter(action)]
    places = [_places(action.text()) for action in unlettered]
    choices = [[letter for letter in positions if letter not in used_letters] for positions in places]
    owners: dict[str, int] = {}
    for item in range(len(unlettered)):
        _find(item, choices, owners, set())
    for letter, item in owners.items():
        text, at = unlettered[item].text(), places[item][letter]
        unlettered[item].setText(f"{text[:at]}&{text[at:]}")


def _find(item: int, choices: Sequence[Sequence[str]], owners: dict[str, int], tried: set[str]) -> bool:
    """Give an item one of its letters, for which others may have to take another one; False if that is impossible."""
    for letter in choices[item]:
        if letter not in tried:
            tried.add(letter)
            if letter not in owners or _find(owners[letter], choices, owners, tried):
                owners[letter] = item
                return True
    return False


def _letter(action: QAction) -> str:
    return QKeySequence.mnemonic(action.text()).toString().rpartition("+")[2].lower()


def _places(text: str) -> dict[str, int]:
    """The letters of a text that are on most keyboards, and their places; those at the beginning of words first."""
    positions = [at for at, sign in enumerate(text) if sign.lower() in ascii_lowercase + digits]
    begins = [at for at in positions if at == 0 or not text[at - 1].isalnum()]
    places: dict[str, int] = {}
    for at in (*begins, *positions):
        places.setdefault(text[at].lower(), at)
    return places
