"""A screen that nobody sees, with a window manager: what is on it, and keys for it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageGrab

# In seconds.
PATIENCE = 120


class Screen:
    """The screen of that name, such as “:7”."""

    def __init__(self, name: str) -> None:
        self.name = name

    def window(self, title: str) -> str:
        """The number of the window with a title, once it is seen; empty where none comes."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            numbers = self._xdotool("search", "--onlyvisible", "--name", title)
            if numbers:
                return numbers.split()[0]
            time.sleep(0.02)
        return ""

    def press(self, window: str, keys: str) -> None:
        """Press keys in a window."""
        self._xdotool("windowfocus", "--sync", window, "key", keys)

    def picture(self) -> Image.Image:
        """All windows with their frames, without the black around them."""
        whole = ImageGrab.grab(xdisplay=self.name)
        return whole.crop(whole.getbbox())

    def _xdotool(self, *arguments: str) -> str:
        surroundings = os.environ | {"DISPLAY": self.name}
        return subprocess.run(["xdotool", *arguments], env=surroundings, capture_output=True, text=True).stdout.strip()


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen for as long as this goes on."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    if not number:
        sys.exit("Xvfb gives no screen.")
    manager = subprocess.Popen(
        ["openbox"],
        env=os.environ | {"DISPLAY": f":{number}"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield Screen(f":{number}")
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait()
