"""Trials: pytest in a process of its own, on a copy of the tree in which a file may be another one."""

import compileall
import contextlib
import os
import py_compile
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Collection
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings

_FORK = get_context("fork")
_LEFT = shutil.ignore_patterns(".*", "__pycache__", "build", "dist")
_ARGUMENTS = (
    *("-q", "-x", "--no-header", "--tb=no", "-p", "no:cacheprovider", "--hypothesis-seed=0"),
    # What is imported before, for all trials at once, cannot be rewritten any more.
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
# A test may compute for some times as long as it did, and some seconds; and take some times as long on a busy machine.
_TIMES, _SECONDS, _BUSY = 5, 10, 10
# All tests of a file while they are traced, in seconds.
_WHOLE_FILE = 600
# A mutant may fill what there is: bytes of memory, and of a file, some of which tests make large with holes.
_MOST_MEMORY = 4 * 2**30
_MOST_IN_A_FILE = 48 * 2**30
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
_SHARED = (
    *("page", "pypdfium2", "reportlab.pdfgen.canvas", "sqlalchemy.dialects.sqlite", "uharfbuzz"),
    *("PySide6.QtNetwork", "PySide6.QtTest", "PySide6.QtWidgets"),
)
PASSED = 0
# By a limit of time.
ENDED = (-signal.SIGXCPU, -signal.SIGALRM)


class Selected:
    """A plugin of pytest: of what was collected, some tests alone, in the order in which their seconds are given.

    The process ends where one computes for much longer than that, or waits.
    """

    def __init__(self, seconds: dict[str, float]) -> None:
        self._seconds = seconds
        self._places = {name: place for place, name in enumerate(seconds)}

    def pytest_sessionstart(self) -> None:
        """An example that fails is enough, as small as it comes."""
        settings.register_profile("mutations", settings.default, phases=(Phase.explicit, Phase.generate))
        settings.load_profile("mutations")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self._places), key=lambda item: self._places[item.nodeid]
        )

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        _limit(_SECONDS + _TIMES * self._seconds[nodeid])


def _limit(seconds: float) -> None:
    """Let this process compute for so long from now on; on a busy machine, that may take far longer."""
    _lower(resource.RLIMIT_CPU, int(time.process_time() + seconds))
    signal.setitimer(signal.ITIMER_REAL, _BUSY * seconds)


def _lower(kind: int, most: int) -> None:
    resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


def copy_tree(root: Path, copy: Path) -> None:
    """Copy what tests need, with code that is compiled and taken for as long as its source is the same."""
    shutil.copytree(root, copy, ignore=_LEFT)
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(copy / "riskdesk", quiet=2, invalidation_mode=mode)


def warm_up() -> None:
    """Import what nearly every test needs and no mutant changes, so that each process has it from the start."""
    for name in _SHARED:
        import_module(name)


def run(
    copy: Path, arguments: Collection[str], plugins: list[Any], environment: dict[str, str]
) -> tuple[int | None, str]:
    """Run pytest in a copy; its status, negative if a signal ended it, and what it told."""
    shutil.rmtree(copy / ".hypothesis", ignore_errors=True)
    _empty(_temporary(copy))
    out_file = copy.with_name(copy.name + ".txt")
    process = _FORK.Process(target=_pytest, args=(copy, arguments, plugins, out_file, environment))
    process.start()
    process.join()
    with contextlib.suppress(ProcessLookupError):
        # Whatever it has started ends with it.
        os.killpg(process.pid or 0, signal.SIGKILL)
    return process.exitcode, out_file.read_text("utf-8", "replace")


def _temporary(copy: Path) -> Path:
    """Where a trial finds the temporary files of the system: a mutant may remove those of everybody else."""
    return copy.with_name(f"temporary-{copy.name}")


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    # For those, too, who gave their rights up.
    folder.chmod(0o1777)


def failed(output: str) -> str:
    """The test that failed, as pytest tells of it; empty if it was none."""
    match = _FAILED.search(output)
    return match[1] if match else ""


def _pytest(
    copy: Path, arguments: Collection[str], plugins: list[Any], out_file: Path, environment: dict[str, str]
) -> None:
    os.setsid()
    out = os.open(out_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(out, 1)
    os.dup2(out, 2)
    sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
    _limit(_WHOLE_FILE)
    _lower(resource.RLIMIT_DATA, _MOST_MEMORY)
    _lower(resource.RLIMIT_FSIZE, _MOST_IN_A_FILE)
    _lower(resource.RLIMIT_CORE, 0)
    os.chdir(copy)
    sys.path[0] = str(copy)
    paths = os.pathsep.join((str(copy), environment.get("PYTHONPATH", "")))
    os.environ.pop("PYTEST_CURRENT_TEST", None)
    os.environ |= environment | {"PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(_temporary(copy))}
    # What was found before holds no more.
    tempfile.tempdir = None
    sys.dont_write_bytecode = "PYTHONDONTWRITEBYTECODE" in environment
    sys.exit(pytest.main([*_ARGUMENTS, f"--basetemp={copy.with_name('pytest-' + copy.name)}", *arguments], plugins))
