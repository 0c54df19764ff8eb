"""The connection to the process with the dictionaries, whose answers are cached."""

import json
import logging
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

import riskdesk
from riskdesk.kit.qt import application

_log = logging.getLogger(__name__)
Suggest: TypeAlias = Callable[[list[str]], object]
# Words are collected for so long before they are sent, so that texts are checked once per repaint.
_GATHERED_MS = 30


class Speller(QObject):
    """The connection to the process with the dictionaries, which says whether words are right.

    `answered` is emitted when more words are known to be wrong. The process is started for the first question. If it
    cannot be started or ends, words not looked up so far count as right.
    """

    answered = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # None for a word that was asked about and not answered.
        self._right: dict[tuple[str, str], bool | None] = {}
        self._suggestions: dict[tuple[str, str], list[str]] = {}
        self._waiting: dict[tuple[str, str], list[Suggest]] = {}
        self._pending: dict[str, list[str]] = defaultdict(list)
        self._timer = QTimer(self, singleShot=True, interval=_GATHERED_MS)
        self._timer.timeout.connect(self._ask)
        self._process: QProcess | None = None

    @classmethod
    def of_application(cls) -> "Speller":
        """The one instance that all windows of the application share."""
        return application().findChild(cls) or cls(application())

    def is_wrong(self, language: str, word: str) -> bool:
        """Whether a word is known to be wrong; an unknown word is looked up."""
        key = language, word
        if key not in self._right:
            self._right[key] = None
            self._pending[language].append(word)
            self._timer.start()
        return self._right[key] is False

    def suggest(self, language: str, word: str, tell: Suggest) -> None:
        """Call `tell` with suggestions for a word as soon as they are known; with none if the process has ended."""
        key = language, word
        if key in self._suggestions:
            tell(self._suggestions[key])
            return
        waiting = self._waiting.setdefault(key, [])
        waiting.append(tell)
        if len(waiting) == 1:
            self._send({"language": language, "word": word})

    def _ask(self) -> None:
        pending, self._pending = self._pending, defaultdict(list)
        for language, words in pending.items():
            self._send({"language": language, "words": words})

    def _send(self, question: dict[str, Any]) -> None:
        if self._process is None:
            self._process = QProcess(self)
            self._start(self._process)
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._give_up()
        else:
            self._process.write(json.dumps(question).encode() + b"\n")

    def _start(self, process: QProcess) -> None:
        process.setStandardErrorFile(QProcess.nullDevice())
        # The folder that contains the package, so that any working directory of the program will do.
        process.setWorkingDirectory(str(Path(riskdesk.__file__).parent.parent))
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        module = [] if hasattr(sys, "frozen") else ["-m", "riskdesk"]
        process.start(sys.executable, [*module, "--spelling"])
        application().aboutToQuit.connect(self._end)

    def _read(self) -> None:
        assert self._process is not None, "it answers"
        learned = False
        while self._process.canReadLine():
            answer = json.loads(bytes(self._process.readLine().data()))
            language = answer["language"]
            if "word" in answer:
                self._take_suggestions((language, answer["word"]), answer["suggestions"])
            else:
                wrong = set(answer["wrong"])
                self._right |= {(language, word): word not in wrong for word in answer["words"]}
                learned = learned or bool(wrong)
        if learned:
            self.answered.emit()

    def _take_suggestions(self, key: tuple[str, str], suggestions: list[str]) -> None:
        self._suggestions[key] = suggestions
        for tell in self._waiting.pop(key, ()):
            tell(suggestions)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._on_finished()

    def _on_finished(self) -> None:
        assert self._process is not None, "it was started"
        _log.warning("spelling is checked no more: %s, %s", self._process.exitCode(), self._process.errorString())
        self._give_up()

    def _give_up(self) -> None:
        for key in list(self._waiting):
            self._take_suggestions(key, [])

    def _end(self) -> None:
        if self._process is not None:
            self._process.blockSignals(True)
            self._process.kill()
            self._process.waitForFinished()
