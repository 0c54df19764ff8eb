"""What must not be, whatever a file holds: said of one command, from how it ended and what lies in the folders."""

import re
import signal
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.faults.fuzz import disk
from tests.faults.fuzz.commands import Command, Ending
from tests.faults.fuzz.scene import Picture, Scene

SECONDS, MEGABYTES = 5.0, 200.0
# Done, refused, not understood.
_ENDS = (0, 1, 2)
_TOO_LONG = {-signal.SIGXCPU, -signal.SIGALRM, -signal.SIGKILL}
# In either language.
_ONLY_READ = re.compile("open in another program|dans un autre programme|one of several names|noms d’un même fichier")
_TRACEBACK = re.compile(
    r"Traceback \(most recent|Fatal Python error|Current thread|Exception ignored|Unexpected exception"
)
_WARNING = re.compile(r"Warning:|Q[A-Z]\w+::|^qt\.|QPainter", re.MULTILINE)
# What the platform without a screen says of itself.
_OF_THE_PLATFORM = re.compile(
    rb"^(This plugin does not support |qt.text.font.db: OpenType support missing).*\n", re.MULTILINE
)
_PLACE = re.compile(r'File "[^"]*?/riskdesk/([^"]+)\.py", line (\d+),? in (\S+)')
_ERROR = re.compile(r"^([\w.]+(?:Error|Exception|Interrupt|Warning|Exit|Problem|Conflict|NotFound))\b", re.MULTILINE)


@dataclass(frozen=True)
class Fault:
    """What must not be, and where in the program it came from, as far as that is known."""

    what: str
    where: str = ""


def faults(command: Command, ending: Ending, usual: Ending) -> Iterator[Fault]:
    """What is wrong with how a command ended."""
    ending = replace(ending, err=_OF_THE_PLATFORM.sub(b"", ending.err))
    err = ending.err.decode("utf-8", "replace")
    where = _where(err)
    if ending.status in _TOO_LONG or ending.seconds > usual.seconds + SECONDS:
        yield Fault("takes too long", where)
    elif _TRACEBACK.search(err):
        yield Fault("an exception that nobody caught", where)
    elif ending.status not in _ENDS:
        yield Fault(f"the status is {ending.status}", where)
    elif _WARNING.search(err):
        yield Fault("a warning", next(line for line in err.splitlines() if _WARNING.search(line))[:100])
    else:
        yield from _of_words(command, ending)
    if ending.megabytes > usual.megabytes + MEGABYTES:
        yield Fault("takes too much memory", where)


def disagreement(command: Command, ending: Ending, before: Ending | None) -> Iterator[Fault]:
    """What is wrong where a command ends otherwise than its rehearsal, which asks that a file can be read alone."""
    if before is None or not command.agrees or _ONLY_READ.search(ending.err.decode("utf-8", "replace")):
        return
    if ending.status in _ENDS and (ending.status, ending.out) != (before.status, before.out):
        yield Fault(f"ends otherwise than its rehearsal: {before.status} and {ending.status}")


def changes(command: Command, ending: Ending, scene: Scene, before: Picture, after: Picture) -> Iterator[Fault]:
    """What is wrong with what changed on the disk; of a program that broke off, nothing is known."""
    if ending.status in _ENDS:
        for change in disk.unexpected(command, ending, scene, before, after):
            yield Fault("changes what it has nothing to do with", f"{command.words[0]}: {change}")


def unreadable(command: Command, again: Ending) -> Iterator[Fault]:
    """What is wrong where that which was written is read again."""
    if again.status:
        err = again.err.decode("utf-8", "replace")
        last_line = re.sub(r"\S*/\S*|[0-9a-f-]{36}|“.*”", "…", err.strip().split("\n")[-1])
        yield Fault(f"{command.words[0]} wrote what cannot be read again", _where(err) or last_line[:120])


def _of_words(command: Command, ending: Ending) -> Iterator[Fault]:
    """What is wrong with what was said."""
    for stream in (ending.out, ending.err):
        try:
            text = stream.decode()
        except UnicodeDecodeError:
            yield Fault("says what is no UTF-8", command.words[0])
            continue
        raw = {sign for sign in text if unicodedata.category(sign) == "Cc" and sign not in "\n\t"}
        if raw:
            yield Fault("says raw control characters", command.words[0])
    if ending.status and not (ending.err + ending.out).strip():
        yield Fault("says nothing of why it did not do it", command.words[0])
    if command.words[0] == "window" and ending.err:
        yield Fault("says what nobody reads", ending.err.decode("utf-8", "replace").split("\n")[0][:100])


def _where(err: str) -> str:
    """The last place in the program that a traceback names, and the error."""
    places = [f"{file}.py:{name}" for file, _, name in _PLACE.findall(err)]
    errors = _ERROR.findall(err)
    # Where a process was stopped, the place comes first.
    stopped = "most recent call first" in err and "most recent call last" not in err
    last = places[:1] if stopped else places[-1:]
    return " ".join([*last, *errors[-1:]])
