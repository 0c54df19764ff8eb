"""The command line: the same functions as the window, without a screen."""

import sys
from collections.abc import Sequence
from contextlib import suppress

from riskdesk.app import places
from riskdesk.app.argparse_words import translated
from riskdesk.app.arguments import parser
from riskdesk.app.command_names import COMMANDS
from riskdesk.app.speech import complain, sentence
from riskdesk.app.terminal import OutputLost, abandon_output, plain_output
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, Problem, system_reason


def run(arguments: Sequence[str]) -> int:
    """Run a command; return 0 if it was done, 1 if it could not be done, 2 for wrong arguments."""
    with plain_output():
        try:
            status = _done(arguments)
            print(end="", flush=True)
        except BrokenPipeError:
            abandon_output()
            return 1
        except OutputLost as lost:
            # Standard error may be lost as well.
            with suppress(OSError):
                complain(sentence(Problem(_LOST, reason=system_reason(lost))))
            abandon_output()
            return 1
        except Exception:  # noqa: BLE001 - a fault of the program, whose message may hold text of a file
            _print_traceback()
            return 1
        return status


def _print_traceback() -> None:
    """Print the present exception as Python does, but with its control characters spelt out."""
    # Imported late, as it is needed only if the program has a fault.
    import traceback

    print(traceback.format_exc(), end="", file=sys.stderr)


def _done(arguments: Sequence[str]) -> int:
    if arguments and not arguments[0].startswith("-") and arguments[0] not in COMMANDS:
        complain(sentence(_unknown(arguments[0])))
        return 2
    try:
        with translated():
            options = parser().parse_args(arguments)
        status: int = options.command(options)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    except Problem as problem:
        _tell(problem)
        return 1
    return status


def _tell(problem: Problem) -> None:
    """Print a problem; also, if a store cannot be opened or is gone, what commands do about it."""
    # Imported late, as most commands meet no problem.
    from riskdesk.app.ways_out import way_to_backups, ways_out
    from riskdesk.desk import memory
    from riskdesk.desk.health import DamagedStore, LostStore, RefusedStore

    texts = [sentence(problem)]
    if isinstance(problem, DamagedStore):
        memory.forget(places.backups(), problem.health.path)
    if isinstance(problem, DamagedStore | RefusedStore):
        texts += ways_out(problem.health, is_ours=isinstance(problem, DamagedStore))
    if isinstance(problem, LostStore):
        texts += way_to_backups(problem.path)
    complain(" ".join(texts))


def _unknown(name: str) -> Problem:
    import difflib

    for command in difflib.get_close_matches(name.lower(), COMMANDS, 1):
        return InputProblem(
            QT_TRANSLATE_NOOP("Problem", "There is no command or file “{name}”; did you mean “riskdesk {command}”?"),
            name=name,
            command=command,
        )
    return InputProblem(
        QT_TRANSLATE_NOOP("Problem", "There is no command or file “{name}”; “riskdesk --help” lists the commands."),
        name=name,
    )


_LOST = QT_TRANSLATE_NOOP(
    "Problem", "Not all of the output could be written ({reason}); make room, or write it elsewhere."
)
