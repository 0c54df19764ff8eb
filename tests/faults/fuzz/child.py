"""Work in a process of its own, forked when all is imported, so that a case costs milliseconds and can do no harm."""

import faulthandler
import os
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.faults.fuzz.commands import Ending
from tests.settled import settle

# In seconds: of computing, after which a process ends by itself, and of waiting, which only a pipe takes so long.
CPU, PATIENCE = 8, 60
# In bytes, what a process may ask for beyond what it has at its start.
_ROOM = 1_500 * 2**20
BROKEN = 70


def ended(work: Callable[[], int], words: Path) -> Ending:
    """Do some work in a child until it ends or takes too long; what it says goes into files in the folder `words`."""
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if not child:
        _live(work, words)
    _, status, used = os.wait4(child, 0)
    out, err = ((words / name).read_bytes() for name in ("out", "err"))
    # On Linux, the largest resident set is told in kilobytes.
    return Ending(os.waitstatus_to_exitcode(status), out, err, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _live(work: Callable[[], int], words: Path) -> None:
    """Do the work and end; a child never goes on with what its parent does."""
    status = BROKEN
    try:
        # What it starts in its turn, such as a viewer of PDFs, ends with it.
        os.setsid()
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(words / name, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        _bind()
        tempfile.tempdir = None
        status = work()
        settle()
    except BaseException:  # noqa: BLE001 - whatever it is, it is what was looked for
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _bind() -> None:
    """Set the limits of this process; where one is reached, the place in the program is told."""
    faulthandler.enable()
    for number in (signal.SIGXCPU, signal.SIGALRM):
        faulthandler.register(number, chain=True)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + _ROOM, size + _ROOM))
    signal.alarm(PATIENCE)
