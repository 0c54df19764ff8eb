"""The program on a screen and an accessibility bus of its own, with somebody who types and listens."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import Any, Final

import pytest

Event = dict[str, Any]
_PYTHON = "/usr/bin/python3"
_LISTENER = Path(__file__).with_name("listener.py")
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE: Final = 60
_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def require_bus() -> None:
    """Skip a test where no accessibility bus can be had, with the reason; fail in continuous integration on Linux."""
    if sys.platform != "linux":
        pytest.skip("this system has no accessibility bus")
    missing = [name for name in ("Xvfb", "dbus-daemon", "xdotool") if shutil.which(name) is None]
    missing += [] if any(map(os.path.exists, _LAUNCHERS)) else ["at-spi2-core"]
    if not Path(_PYTHON).exists() or subprocess.run([_PYTHON, "-c", _BINDINGS], capture_output=True).returncode:
        missing.append("gir1.2-atspi-2.0 and python3-gi")
    if missing:
        reason = f"missing for an accessibility bus: {', '.join(missing)}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)


class Desktop:
    """A screen, a bus and a listener; `environment` is that of a program there, `program` the one that is tried."""

    def __init__(self, home: Path, stack: ExitStack) -> None:
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700, parents=True)
        names = {"HOME": home, "XDG_RUNTIME_DIR": runtime, "XDG_CONFIG_HOME": home / "c", "XDG_DATA_HOME": home / "d"}
        self.environment = {**os.environ, **{name: str(path) for name, path in names.items()}}
        # That of the tests is not the one of a user.
        for name in ("PYTHONPATH", "QT_QPA_PLATFORM"):
            self.environment.pop(name, None)
        self.environment |= {
            "LANGUAGE": "en",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_STATE_HOME": str(home / "s"),
        }
        self._stack = stack
        self.program: subprocess.Popen[str] | None = None
        self.environment["DISPLAY"] = self._start_screen()
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address", stdout=subprocess.PIPE)
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self._listener = self.start(_PYTHON, str(_LISTENER), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._events: Queue[Event] = Queue()
        Thread(target=self._read, daemon=True).start()
        self.until(lambda event: event["event"] == "ready")

    def start(self, *command: str, **pipes: Any) -> "subprocess.Popen[str]":
        """Start a program, which ends with this."""
        pipes = {"stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL, **pipes}
        started = subprocess.Popen(command, env=self.environment, text=True, **pipes)
        self._stack.callback(_end, started)
        return started

    def press(self, *keys: str) -> None:
        """Press keys one after the other, named as X does."""
        self._xdotool("key", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", text)

    def focus_window(self, title: str) -> None:
        """Wait for a window, and let it have the keyboard, as no window manager is here to do so."""
        window_ids = self._xdotool("search", "--sync", "--onlyvisible", "--name", title).split()
        self._xdotool("windowfocus", "--sync", window_ids[-1])

    def until(self, matches: Callable[[Event], bool]) -> Event:
        """The next event that is wanted; those before it have passed."""
        passed_events = []
        while True:
            try:
                event = self._events.get(timeout=PATIENCE)
            except Empty:
                pytest.fail(f"never heard; heard instead: {passed_events}")
            if matches(event):
                return event
            passed_events.append(event)

    def focus(self, begin: str) -> Event:
        """Wait until something with the focus is heard whose name begins so."""
        return self.until(lambda event: event["event"] == "state-changed" and event["name"].startswith(begin))

    def announced(self, part: str) -> Event:
        """Wait until something is announced that holds these words."""
        return self.until(lambda event: event["event"] == "announcement" and part in event["text"])

    def next_focus(self) -> str:
        """The name of the next thing that is told to have the focus."""
        return self.until(lambda event: event["event"] == "state-changed")["name"]

    def parts(self) -> list[Event]:
        """All that is seen of the program now."""
        assert self._listener.stdin is not None
        self._listener.stdin.write("riskdesk\n")
        self._listener.stdin.flush()
        tree = self.until(lambda event: event["event"] == "tree")["tree"]
        return [] if tree is None else list(_flat(tree))

    def parts_with(self, matches: Callable[[Event], bool]) -> list[Event]:
        """All that is seen of the program, once something wanted is among it."""
        end = monotonic() + PATIENCE
        while not any(map(matches, parts := self.parts())):
            if monotonic() > end:
                pytest.fail(f"never seen; seen instead: {[part['name'] for part in parts]}")
        return parts

    def _start_screen(self) -> str:
        reading, writing = os.pipe()
        with os.fdopen(reading) as number_pipe:
            size = ("-screen", "0", "1366x768x24")
            self.start("Xvfb", "-displayfd", str(writing), *size, "-nolisten", "tcp", pass_fds=[writing])
            os.close(writing)
            return f":{number_pipe.readline().strip()}"

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=True, timeout=PATIENCE
        )
        return done.stdout

    def _read(self) -> None:
        assert self._listener.stdout is not None
        for line in self._listener.stdout:
            self._events.put(json.loads(line))


@contextmanager
def desktop(home: Path) -> Iterator[Desktop]:
    """A desktop, until all that was started there has ended."""
    with ExitStack() as stack:
        yield Desktop(home, stack)


def _flat(part: Event) -> Iterator[Event]:
    yield part
    for child in part["children"]:
        yield from _flat(child)


def _end(started: "subprocess.Popen[str]") -> None:
    started.terminate()
    started.wait(PATIENCE)
    for pipe in (started.stdin, started.stdout):
        if pipe is not None:
            pipe.close()
