"""How long a key in the palette takes to show its result among 10,000 risks, against that among 31.

CPU time of the window's own thread, from the key to the picture. Each risk has a word of its own, so that there are as
many words as risks to be near to.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from _timing import cpu
from generate import register
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import Theme
from riskdesk.ui.shell.palette.palette import Palette

SMALL, LARGE, SEED, ROUNDS = 31, 10_000, 1, 3
TYPED = ("staff rotation", "r-0973", "mitgation", "polticial wil", "@ministry", "zzzzzz")
_SYLLABLES = ("ba", "co", "de", "fi", "gu", "la", "me", "no", "ri", "stu")


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    Theme(application)
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_measure(Path(folder), risks) for risks in (SMALL, LARGE))
    print(f"first time: {1000 * many[0]:.0f} ms for all {LARGE:,} risks, in pieces of {1000 * many[1]:.1f} ms")
    for typed, small, large in zip(TYPED, few[2], many[2], strict=True):
        print(f"“{typed}”: {1000 * large:.1f} ms for the slowest key; {SMALL} risks {1000 * small:.1f} ms", end="; ")
        print(f"ratio {large / small:.1f}")
    print(f"opened again after a step: {1000 * many[3]:.1f} ms; {SMALL} risks {1000 * few[3]:.1f} ms")


def _measure(folder: Path, risks: int) -> tuple[float, float, list[float], float]:
    """How long all takes to be read, the longest piece, the slowest key of each text, and opening again."""
    with closing(Session.create(folder / f"{risks}.riskdesk", "me")) as session:
        session.run(registers.add(_with_own_words(register(risks, SEED))))
        tree = session.tree(session.registers()[0].id)
        window = QMainWindow()
        window.setCentralWidget(QWidget())
        window.resize(1280, 800)
        window.show()
        palette = Palette(window, Settings(folder / "settings.json"), session.tree)
        pieces = [cpu(partial(palette.come_up, tree, []))]
        while palette._reading.isActive():
            pieces.append(cpu(palette._read_on))
        slowest = [min(_slowest(palette, typed) for _ in range(ROUNDS)) for typed in TYPED]
        first = tree.categories[0]
        changed = replace(first, category=replace(first.category, title="Another title"))
        after = replace(tree, categories=(changed, *tree.categories[1:]))
        again = cpu(partial(palette.know, after, []))
        shiboken6.delete(window)
        return sum(pieces), max(pieces), slowest, again


def _slowest(palette: Palette, typed: str) -> float:
    field = palette.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.clear()
    return max(cpu(partial(_key, palette, field, sign)) for sign in typed)


def _key(palette: Palette, field: QLineEdit, sign: str) -> None:
    QTest.keyClicks(field, sign, Qt.KeyboardModifier.NoModifier)
    palette.grab()


def _with_own_words(tree: RegisterTree) -> RegisterTree:
    """A register in which each risk has a word that no other has."""
    words = _words()
    categories = (
        replace(
            category,
            entries=tuple(
                replace(
                    entry,
                    risks=tuple(replace(risk, description=f"{risk.description} {next(words)}") for risk in entry.risks),
                )
                for entry in category.entries
            ),
        )
        for category in tree.categories
    )
    return replace(tree, categories=tuple(categories))


def _words() -> Iterator[str]:
    return map("".join, product(_SYLLABLES, repeat=4))


if __name__ == "__main__":
    main()
