"""A Windows to build and try on: Wine with a disk and a home of its own, which nothing else uses."""

import os
import shutil
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from tools.windows.screen import PATIENCE, Screen

STAND_INS = Path(__file__).with_name("stand_ins")


@dataclass(frozen=True)
class Done:
    """How a program ended, and what it said."""

    status: int
    output: str


class Wine:
    """A Windows 10 in a folder, without files of any Windows or user of this machine."""

    def __init__(self, folder: Path, screen: Screen, language: str = "C.UTF-8") -> None:
        self.drive = folder / "prefix" / "drive_c"
        self._home = folder / "home"
        inherited = {name: os.environ[name] for name in ("PATH", "LOCPATH") if name in os.environ}
        self._environment = inherited | {
            "HOME": str(self._home),
            "WINEPREFIX": str(self.drive.parent),
            "WINEDEBUG": "-all",
            # The stand-in goes before the library of Wine, nothing is put into menus here or fetched from the network.
            "WINEDLLOVERRIDES": "mscms=n;winemenubuilder.exe,mscoree,mshtml=d",
            # The installer packs the modules better as a whole than PyInstaller does one by one: by 2.3 MB.
            "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
            "DISPLAY": screen.name,
            "LC_ALL": language,
        }

    def make(self) -> None:
        """A new disk, in place of what was there."""
        shutil.rmtree(self.drive.parent.parent, ignore_errors=True)
        self._home.mkdir(parents=True)
        self.run("wineboot", "--init")
        self.run("winecfg", "-v", "win10")
        for source in STAND_INS.glob("*.c"):
            library = self.drive / "windows" / "system32" / f"{source.stem}.dll"
            library.unlink(missing_ok=True)
            compiler = ("x86_64-w64-mingw32-gcc", "-shared", "-O1", "-o", library, source, "-ladvapi32")
            subprocess.run(compiler, check=True)

    @property
    def user(self) -> Path:
        """The folder of the user."""
        return next(folder for folder in (self.drive / "users").iterdir() if folder.name != "Public")

    @property
    def menu(self) -> Path:
        """The user's Start menu."""
        return self.user / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs"

    def run(self, *command: str | Path, patience: float = PATIENCE, folder: Path | None = None) -> Done:
        """Run a program to its end, and no longer than `patience` in seconds: one that asks in a box waits for ever."""
        running = self.start(*command, folder=folder)
        # What it started lives on and keeps the pipe open: its end is waited for, not that of the pipe.
        lines: list[str] = []
        reader = threading.Thread(target=_read, args=(running, lines), daemon=True)
        reader.start()
        try:
            status = running.wait(patience)
        except subprocess.TimeoutExpired:
            running.kill()
            status = -1
            lines.append(f"still running after {patience} s\n")
        reader.join(2)
        return Done(status, "".join(lines))

    def start(self, *command: str | Path, folder: Path | None = None) -> "subprocess.Popen[str]":
        """Start a program, whose output is its own to read; not from /dev/null, which some calls cannot take."""
        arguments = [windows_path(part) if isinstance(part, Path) else part for part in command]
        return subprocess.Popen(
            ["wine", *arguments],
            cwd=folder or self._home,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )

    def settle(self) -> None:
        """Wait until every program has ended."""
        subprocess.run(["wineserver", "--wait"], env=self._environment, timeout=PATIENCE, check=False)

    def close(self) -> None:
        """End whatever runs in it."""
        subprocess.run(["wineserver", "--kill"], env=self._environment, check=False)


def _read(running: "subprocess.Popen[str]", lines: list[str]) -> None:
    assert running.stdout is not None, "it is a pipe"
    lines.extend(running.stdout)


def windows_path(path: Path) -> str:
    """How Windows calls a path of this machine: on the disk of a Wine, or on drive Z."""
    parts = path.absolute().parts
    if "drive_c" in parts:
        return str(PureWindowsPath("C:\\", *parts[parts.index("drive_c") + 1 :]))
    return str(PureWindowsPath("Z:\\", *parts[1:]))
