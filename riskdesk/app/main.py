"""The entry point: opens the window if no argument or a file is given, else runs the command line."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from riskdesk.app.command_names import COMMANDS
from riskdesk.app.running import let_installer_know

# The argument with which the window starts the process that checks spelling.
SPELLING = "--spelling"
# The argument that starts the process that reads files of other programs.
TABLES = "--tables"

_ENDINGS = (".riskdesk", ".pdf", ".json")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Riskdesk with command-line arguments; return the exit status."""
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
        return _run(argv)
    # The start makes no garbage, and collecting it would take a tenth of the time until the window is first painted.
    gc.disable()
    from riskdesk.app.window import open_window

    return open_window(argv)


def _run(argv: Sequence[str]) -> int:
    """Run a command; return the exit status."""
    try:
        # This import takes most of the time of a short command.
        from riskdesk.app.command_line import run

        return run(argv)
    except KeyboardInterrupt:
        from riskdesk.app.terminal import abandon_output

        # The shell must see the interrupt, but Python's traceback for it must not be printed.
        abandon_output()
        raise


def _names_file(word: str) -> bool:
    """Whether a word is meant as the name of a file, which may be missing, rather than as a misspelt command."""
    from riskdesk.files import is_there

    if word.startswith("-"):
        return False
    return Path(word).name != word or word.lower().endswith(_ENDINGS) or is_there(Path(word))
