"""Which words of a text are misspelt in its language, except words known to the user or register."""

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from riskdesk.desk import registers
from riskdesk.desk.word_list import WordList
from riskdesk.domain.problems import Problem
from riskdesk.domain.spelling import Word, is_among, listed, words
from riskdesk.domain.step import Step
from riskdesk.domain.values import Language
from riskdesk.kit.settings import Setting, Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.spelling.speller import Speller, Suggest

CHECKED = Setting("spelling/checked", bool, True)
# Text after so many characters is not checked, as that would delay each key stroke.
_MOST_SIGNS = 10_000
# The number of texts whose results are cached, enough for several screens.
_REMEMBERED = 1_000


class Spelling(QObject):
    """The spelling checker for the open register; `changed` is emitted when other words may be wrong than before."""

    changed = Signal()

    def __init__(self, workbench: Workbench, settings: Settings, own_words: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._settings = workbench, settings
        self._own = WordList(own_words)
        self._speller = Speller.of_application()
        self._speller.answered.connect(self._forget)
        self._language: Language | None = None
        # The words of the register, as its text and as a set.
        self._words_text, self._words = "", set[str]()
        self._find_cached = lru_cache(maxsize=_REMEMBERED)(self._find)
        workbench.register_opened.connect(self._follow)
        # Queued, so that others have shown the step before they are asked to check spelling again.
        workbench.stepped.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        self._follow()

    @property
    def is_checked(self) -> bool:
        """Whether spelling is checked."""
        return self._settings.get(CHECKED)

    def toggle(self) -> None:
        """Switch spelling checks off or on."""
        self._settings.set(CHECKED, not self.is_checked)
        self._forget()

    @property
    def has_register(self) -> bool:
        """Whether words can be added to an open register."""
        return self._language is not None and not self._workbench.read_only

    def wrong(self, text: str, language: Language | None = None, but_at: int | None = None) -> Sequence[Word]:
        """The misspelt words of a text that are known so far, without the one at a position that is being typed.

        Words not known yet are looked up, which leads to `changed`. A text without a language of its own is in the
        register's.
        """
        spoken = language or self._language
        return self._find_cached(text, spoken, but_at) if self.is_checked and spoken else ()

    def suggest(self, word: Word, language: Language | None, tell: Suggest) -> None:
        """Call `tell` with suggestions for a word of a text, as soon as they are known."""
        spoken = language or self._language
        assert spoken is not None, "a word is wrong"
        self._speller.suggest(spoken, word.text, tell)

    def add(self, word: Word) -> None:
        """Add a word to the user's dictionary.

        If that cannot be saved, the problem is reported, and the word counts as known until the program ends.
        """
        try:
            self._own.add(word.text)
        except Problem as problem:
            self._workbench.report(problem)
        self._forget()

    def add_to_register(self, word: Word) -> None:
        """Add a word to the open register, for all its users."""
        assert self._workbench.register_id is not None, "its words are written"
        self._workbench.run(registers.add_word(self._workbench.register_id, word.text))

    def _find(self, text: str, language: Language, but_at: int | None) -> tuple[Word, ...]:
        candidates = (
            word for word in words(text[:_MOST_SIGNS]) if but_at is None or not word.start <= but_at <= word.end
        )
        is_wrong = partial(self._speller.is_wrong, language)
        # Few words are wrong, and which ones are is there at once: the lists are looked through for these alone.
        return tuple(word for word in candidates if is_wrong(word.text) and not self._is_known(word.text))

    def _is_known(self, word: str) -> bool:
        return word in self._own or is_among(self._words, word)

    def _forget(self) -> None:
        self._find_cached.cache_clear()
        self.changed.emit()

    def _follow(self, step: Step | None = None) -> None:
        tree = self._workbench.tree()
        language, words_text = (tree.register.language, tree.register.words) if tree is not None else (None, "")
        if (language, words_text) != (self._language, self._words_text):
            self._language, self._words_text, self._words = language, words_text, listed(words_text)
            self._forget()
        elif step is not None and any("language" in (change.after or {}) for change in step.changes):
            self.changed.emit()
