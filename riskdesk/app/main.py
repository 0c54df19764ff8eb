"""The entry point: the window where nothing or a file is given, the command line otherwise."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from riskdesk.app.running import let_installer_know

# How the window starts the process that checks spelling.
SPELLING = "--spelling"
# How the one that reads files of other programs is started.
TABLES = "--tables"
COMMANDS = (
    *("new", "show", "list", "export", "matrix", "import", "templates", "check"),
    *("backup", "restore", "salvage", "merge", "assess", "log"),
)

_ENDINGS = (".riskdesk", ".pdf", ".json")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Riskdesk with command-line arguments; returns the exit status."""
    argv = list(sys.argv[1:] if arguments is None else arguments)
    let_installer_know()
    if argv == ["--selftest"]:
        from riskdesk.app.selftest import selftest

        return selftest()
    if argv == [SPELLING]:
        from riskdesk.app.spelling import answer_questions

        return answer_questions()
    if argv == [TABLES]:
        from riskdesk.exchange.tables.worker import answer_question

        return answer_question()
    if argv and (argv[0] in COMMANDS or not _names_file(argv[0])):
        from riskdesk.app.command_line import run

        return run(argv)
    # What start-up makes is no garbage: to look for some would cost a tenth of the time to the first picture.
    gc.disable()
    from riskdesk.app.window import open_window

    return open_window(argv)


def _names_file(word: str) -> bool:
    """Whether a word is meant as a file, which may be missing, rather than as a command that is misspelt."""
    from riskdesk.files import is_there

    if word.startswith("-"):
        return False
    return Path(word).name != word or word.lower().endswith(_ENDINGS) or is_there(Path(word))
