"""A real screen with a real window manager, and programs that are run on it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def real_screen(size: str, **more: str) -> Iterator[dict[str, str]]:
    """What the environment of a program needs to be shown on a screen such as 800x600, and what is given `more`."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as output:
        environment = os.environ | {"DISPLAY": f":{output.readline().strip()}", "QT_QPA_PLATFORM": "xcb"} | more
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield environment
    finally:
        for started in (manager, server):
            started.terminate()
            started.wait()


def output(environment: dict[str, str], program: str, *arguments: str) -> str:
    """What a Python program says that runs in an environment."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
