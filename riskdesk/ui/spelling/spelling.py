"""Which parts of a text are wrong: in the language of the open register, but for the words that the user added."""

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from riskdesk.desk.word_list import WordList
from riskdesk.domain.problems import Problem
from riskdesk.domain.spelling import Word, words
from riskdesk.kit.settings import Setting, Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.spelling.speller import Speller, Suggest

CHECKED = Setting("spelling/checked", bool, True)
# What comes behind so many signs of a text is not looked up, as a key stroke would wait for it.
_MOST_SIGNS = 10_000
# How many texts are remembered: those of some screens.
_REMEMBERED = 1_000


class Spelling(QObject):
    """The spelling of the open register; `changed` says that other words are wrong than before."""

    changed = Signal()

    def __init__(self, workbench: Workbench, settings: Settings, own_words: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._settings = workbench, settings
        self._own = WordList(own_words)
        self._speller = Speller.of_application()
        self._speller.answered.connect(self._forget)
        self._language = ""
        self._found = lru_cache(maxsize=_REMEMBERED)(self._find)
        workbench.register_opened.connect(self._follow)
        workbench.stepped.connect(self._follow)
        self._follow()

    @property
    def is_checked(self) -> bool:
        """Whether spelling is checked at all."""
        return self._settings.get(CHECKED)

    def toggle(self) -> None:
        """Check spelling no more, or again."""
        self._settings.set(CHECKED, not self.is_checked)
        self._forget()

    def wrong(self, text: str, but_at: int | None = None) -> Sequence[Word]:
        """The wrong words of a text, but for the one at a place, as far as is known.

        Those that are not known yet are looked up; `changed` tells of them.
        """
        return self._found(text, but_at) if self.is_checked and self._language else ()

    def suggest(self, word: Word, tell: Suggest) -> None:
        """Call `tell` with what may have been meant by a word, as soon as that is known."""
        self._speller.suggest(self._language, word.text, tell)

    def add(self, word: Word) -> None:
        """Call a word right from now on; where that cannot be kept, the user is told, and it lasts for today."""
        try:
            self._own.add(word.text)
        except Problem as problem:
            self._workbench.failed.emit(problem)
        self._forget()

    def _find(self, text: str, but_at: int | None) -> tuple[Word, ...]:
        found = (word for word in words(text[:_MOST_SIGNS]) if but_at is None or not word.start <= but_at <= word.end)
        is_wrong = partial(self._speller.is_wrong, self._language)
        return tuple(word for word in found if word.text not in self._own and is_wrong(word.text))

    def _forget(self) -> None:
        self._found.cache_clear()
        self.changed.emit()

    def _follow(self, _step: object = None) -> None:
        tree = self._workbench.tree()
        language = "" if tree is None else tree.register.language.value
        if language != self._language:
            self._language = language
            self._forget()
